//! Wet inkomstenbelasting 2001 art. 2.10, 8.8, 8.10, 8.11: income tax over a year of wages (inkomstenbelasting).

use crate::law::payroll_tax::{Amounts, PARAMETERS, Year};
use crate::money::Euros;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet IB 2001 art. 2.10, 8.8, 8.10, 8.11";

/// Tax over the wages of a year, before and after the combination credit, in whole euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnualTax {
    /// Tax and credits.
    pub parts: Year,
    /// Part of the combination credit that lowers the tax; the rest is lost (art. 8.8).
    pub combination_used: Euros,
    /// What has to be paid.
    pub due: Euros,
}

/// The tax of one adult; `combination` is the combination credit this adult may have.
pub fn annual_tax(amounts: &Amounts, wage: Euros, combination: Euros, sink: &mut impl Sink) -> AnnualTax {
    let parts = amounts.year(wage);
    let before = parts.due();
    let combination_used = Euros(before.0.min(combination.0));
    let due = before - combination_used;
    sink.record(|| {
        Entry::new(Rule::AnnualTax, ARTICLE, due.cents())
            .input("year_wage_with_holiday_pay_euro", wage)
            .input("tax_before_credits_euro", parts.tax)
            .input("general_credit_euro", parts.general)
            .input("labour_credit_euro", parts.labour)
            .input("combination_credit_used_euro", combination_used)
            .uses(PARAMETERS, amounts.confidence())
            .rounded(Rounding::YearTax)
            .note("cents per year, over wages only")
    });
    AnnualTax { parts, combination_used, due }
}
