//! Wet inkomstenbelasting 2001 art. 8.14a: income-related combination credit (inkomensafhankelijke combinatiekorting, IACK).

use crate::money::Euros;
use crate::pair::{Pair, Place};
use crate::parameter::amounts;

/// The article, for the trace.
pub const ARTICLE: &str = "Wet IB 2001 art. 8.14a, 8.8";

amounts! {
    /// Threshold, rate and maximum.
    Amounts {
        /// Wage of the year that must be passed.
        from: Euros = "iack.from",
        /// Share of the wage above it.
        rate: Rate = "iack.rate",
        /// Maximum of the year.
        maximum: Euros = "iack.max",
    }
}

amounts! {
    /// The age of the child.
    ChildAge {
        /// The child is younger than this.
        younger_than: Count = "iack.child_age",
    }
}

/// The credit of the year for who may have it, in whole euros, rounded up.
#[must_use]
pub fn combination_credit(amounts: &Amounts, wage: Euros) -> Euros {
    let credit = amounts.rate.of(wage.above(amounts.from).0);
    Euros(credit.at_most(amounts.maximum.0).ceil())
}

/// Who may have it: the only adult, or of two the one with the lower wage (equal: the first).
#[must_use]
pub fn who(wages: Pair<Euros>) -> Place {
    match wages.second {
        Some(second) if second < wages.first => Place::Second,
        _ => Place::First,
    }
}
