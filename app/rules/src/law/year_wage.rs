//! Wet minimumloon en minimumvakantiebijslag art. 15: wage of a year with 8% holiday pay (vakantiebijslag).

use crate::money::{Cents, Euros, MONTHS, nonzero};
use crate::parameter::amounts;

amounts! {
    /// The share of holiday pay.
    Amounts {
        /// Holiday pay over the gross wage.
        holiday_pay: Rate = "wml.vakantiebijslag",
    }
}

/// Gross wage of twelve months with holiday pay, in whole euros, rounded down.
#[must_use]
pub fn year_wage(amounts: &Amounts, gross_month: Cents) -> Euros {
    let year = gross_month.0 * i64::from(MONTHS.get());
    Euros(amounts.holiday_pay.on_top().of(year).over(nonzero(100)).floor())
}
