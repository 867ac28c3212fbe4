//! Wet inkomstenbelasting 2001 art. 8.10: general tax credit (algemene heffingskorting).

use crate::money::{Euros, Fraction};
use crate::parameter::amounts;

amounts! {
    /// Maximum and taper below pension age.
    Amounts {
        /// Maximum of the year.
        maximum: Euros = "ahk.max",
        /// Share of the income above `taper_from` that is taken off.
        taper: Rate = "ahk.taper",
        /// Income from which it becomes less.
        taper_from: Euros = "ahk.from",
    }
}

/// General tax credit of the year in whole euros, rounded up, never below zero.
#[must_use]
pub fn general_credit(amounts: &Amounts, income: Euros) -> Euros {
    let taper = amounts.taper.of(income.above(amounts.taper_from).0);
    Euros((Fraction::whole(amounts.maximum.0) - taper).ceil()).or_zero()
}
