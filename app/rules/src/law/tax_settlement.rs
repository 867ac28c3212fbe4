//! Wet IB 2001 art. 9.4, 9.5: what the assessment of the year corrects, per month (aanslag of teruggaaf).

use crate::law::year_wage;
use crate::money::{Cents, Euros, Fraction, MONTHS};
use crate::pair::Pair;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet IB 2001 art. 9.4, 9.5; Participatiewet art. 32 lid 1 sub a";

/// The wages of one adult and the tax of the year on them.
#[derive(Clone, Copy, Debug)]
pub struct Paid {
    /// Gross wage of a month.
    pub gross: Cents,
    /// Net wage of a month with its holiday entitlement.
    pub net_with_entitlement: Cents,
    /// Income tax of the year.
    pub due: Euros,
}

/// The true net wage of a year, holiday pay included, less what the months show; in cents per month,
/// one rounding on the sum, may be below zero.
///
/// Zero while there is benefit: then a refund is income for the benefit and changes nothing.
pub fn tax_settlement(holiday: &year_wage::Amounts, assistance: Cents, adults: Pair<Paid>, sink: &mut impl Sink) -> Cents {
    let shown: Cents = adults.iter().map(|paid| paid.net_with_entitlement).sum();
    let due: Euros = adults.iter().map(|paid| paid.due).sum();
    let gross: Cents = adults.iter().map(|paid| paid.gross).sum();
    let exact = holiday.holiday_pay.on_top().of(gross.0) - Fraction::whole(due.cents().0).over(MONTHS) - Fraction::whole(shown.0);
    let amount = if assistance.0 > 0 { Cents(0) } else { Cents(exact.half_up()) };
    sink.record(|| {
        Entry::new(Rule::TaxSettlement, ARTICLE, amount)
            .input("gross_wages_cents", gross)
            .input("tax_of_year_euro", due)
            .input("net_with_entitlement_cents", shown)
            .input("assistance_cents", assistance)
            .uses(year_wage::Amounts::PARAMETERS, holiday.confidence)
            .rounded(Rounding::HalfUpToCent)
            .note("settled after the year; holds the combination credit and the true tax on holiday pay")
    });
    amount
}
