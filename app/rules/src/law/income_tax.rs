//! Wet inkomstenbelasting 2001 art. 2.10: tax on income from work and home, premiums included (box 1).

use crate::money::{Euros, Rate};
use crate::parameter::amounts;

amounts! {
    /// The three brackets below pension age.
    Brackets {
        /// First rate, with social premiums.
        rate1: Rate = "ib.rate1",
        /// End of the first bracket.
        bound1: Euros = "ib.bound1",
        /// Second rate.
        rate2: Rate = "ib.rate2",
        /// End of the second bracket.
        bound2: Euros = "ib.bound2",
        /// Third rate.
        rate3: Rate = "ib.rate3",
    }
}

/// Tax of the year before credits, in whole euros; each bracket is rounded down.
#[must_use]
pub fn income_tax(brackets: &Brackets, income: Euros) -> Euros {
    let in_first = Euros(income.0.min(brackets.bound1.0));
    let in_second = Euros(income.0.min(brackets.bound2.0)).above(brackets.bound1);
    let in_third = income.above(brackets.bound2);
    let part = |rate: Rate, amount: Euros| Euros(rate.of(amount.0).floor());
    part(brackets.rate1, in_first) + part(brackets.rate2, in_second) + part(brackets.rate3, in_third)
}
