//! Algemene wet inkomensafhankelijke regelingen (Awir): an allowance below a small yearly amount is not awarded.

use crate::money::{Euros, Fraction};
use crate::parameter::amounts;

amounts! {
    /// The smallest amount.
    Amounts {
        /// Below this per year nothing is awarded.
        smallest: Euros = "toeslag.min",
    }
}

/// An amount after the rule, and whether the rule took it away.
pub struct Awarded {
    /// The amount, or zero.
    pub amount: Euros,
    /// Something was there, but too little.
    pub below_minimum: bool,
}

/// Keeps `month` when the year amount is large enough.
#[must_use]
pub fn awarded(amounts: &Amounts, year: Fraction, month: Euros) -> Awarded {
    let too_small = year.is_below(amounts.smallest.0);
    Awarded { amount: if too_small { Euros(0) } else { month }, below_minimum: too_small && !year.is_below(1) }
}
