//! Participatiewet art. 52: advance while an application is decided on (voorschot).

use crate::money::Cents;
use crate::parameter::amounts;

amounts! {
    /// The share of the norm.
    Amounts {
        /// Advance as a part of the norm.
        share: Rate = "pw.voorschot_pct",
    }
}

/// The advance per month in cents, rounded half up.
#[must_use]
pub fn advance(amounts: &Amounts, norm: Cents) -> Cents {
    Cents(amounts.share.of(norm.0).half_up())
}
