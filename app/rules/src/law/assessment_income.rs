//! Awir art. 8, Wet IB 2001 art. 2.18: income by which allowances are measured (toetsingsinkomen).

use crate::money::Euros;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Awir art. 8; Wet IB 2001 art. 2.18";

/// Wages of the year with holiday pay and gross benefit of all adults, in whole euros.
pub fn assessment_income(wages: Euros, gross_assistance: Euros, sink: &mut impl Sink) -> Euros {
    let amount = wages + gross_assistance;
    sink.record(|| {
        Entry::new(Rule::AssessmentIncomeYear, ARTICLE, amount.cents())
            .input("year_wages_with_holiday_pay_euro", wages)
            .input("gross_assistance_euro", gross_assistance)
            .rounded(Rounding::DownToEuro)
            .note("as if all months of the year are like this one")
    });
    amount
}
