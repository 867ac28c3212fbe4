//! Participatiewet art. 10d: wage subsidy for the employer of somebody who earns less than the minimum (loonkostensubsidie).

use crate::money::{Cents, Rate};
use crate::parameter::amounts;

amounts! {
    /// The most that is paid.
    Amounts {
        /// Share of the minimum wage with holiday pay.
        maximum: Rate = "lks.max_pct",
    }
}

/// The most per month, in cents, rounded half up.
#[must_use]
pub fn maximum(share: Rate, minimum_wage: Cents) -> Cents {
    Cents(share.of(minimum_wage.0).half_up())
}

/// The subsidy per month in cents: minimum wage with holiday pay less what the work is worth.
#[must_use]
pub fn wage_subsidy(share: Rate, minimum_wage: Cents, value_of_work: Cents) -> Cents {
    (minimum_wage - value_of_work).or_zero().at_most(maximum(share, minimum_wage))
}
