//! Participatiewet art. 19 lid 4, SZW Normenbrief bijlage VII: the benefit of a year before tax (bruto bijstand).

use crate::law::payroll_tax::{Amounts, Year};
use crate::money::{CENTS, Cents, Euros, Fraction};
use crate::pair::Pair;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Participatiewet art. 19 lid 4; SZW Normenbrief bijlage VII";

/// Gross benefit of each adult over twelve equal months, in whole euros, rounded down.
///
/// Two adults share the benefit equally. `years` is the tax over each adult's own wages: the part of
/// the general credit that it leaves unused (counted without taper) makes the gross benefit lower.
pub fn gross_assistance(amounts: &Amounts, assistance: Cents, years: Pair<Year>, sink: &mut impl Sink) -> Pair<Euros> {
    let net = Fraction::whole(assistance.0).times(12).over(CENTS).over(years.size());
    let kept = amounts.brackets.rate1.complement();
    let each = years.map(|_, year| {
        if assistance.0 == 0 {
            return Euros(0);
        }
        let unused = amounts.general.maximum.above(year.tax.above(year.labour));
        let gross = (net - Fraction::whole(unused.0)).as_percentage(kept);
        Euros(net.floor().max(gross.floor()))
    });
    sink.record(|| {
        let total: Euros = each.iter().copied().sum();
        Entry::new(Rule::AssistanceGrossYear, ARTICLE, total.cents())
            .input("assistance_cents", assistance)
            .input("adults", each.count())
            .input("tax_rate_pct", amounts.brackets.rate1)
            .input("general_credit_euro", amounts.general.maximum)
            .uses(&["ib.rate1", "ahk.max"], amounts.confidence())
            .rounded(Rounding::DownToEuro)
            .note("approximation: half per partner, unused credit without taper, twelve equal months")
    });
    each
}
