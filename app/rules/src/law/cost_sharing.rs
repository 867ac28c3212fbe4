//! Participatiewet art. 19a and 22a: norm for who shares the costs of a home (kostendelersnorm).

use std::num::NonZeroU32;

use crate::money::{Cents, Rate};
use crate::parameter::amounts;

amounts! {
    /// The formula (40% + A x 30%) / A of the couple norm.
    Amounts {
        /// Fixed part.
        base: Rate = "pw.kd.base_pct",
        /// Part per person.
        per_person: Rate = "pw.kd.per_person_pct",
    }
}

/// Norm of one person of a home that `sharers` persons share, in cents, rounded half up.
///
/// `sharers` counts the person, a spouse of 21 or older and the housemates of 27 or older.
#[must_use]
pub fn cost_sharing_norm(amounts: &Amounts, couple_norm: Cents, sharers: NonZeroU32) -> Cents {
    let share = Rate(amounts.base.0 + i64::from(sharers.get()) * amounts.per_person.0);
    Cents(share.of(couple_norm.0).over(sharers).half_up())
}
