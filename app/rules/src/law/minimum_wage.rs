//! Wet minimumloon en minimumvakantiebijslag art. 8, Besluit minimumjeugdloon art. 2: minimum wage per hour (minimumuurloon).

use crate::money::{Cents, Rate};
use crate::parameter::amounts;

/// Where the minimum wage is set.
pub const ARTICLE: &str = "Wet minimumloon art. 8 lid 1a; Besluit minimumjeugdloon art. 2";

amounts! {
    /// The adult hourly wage and the shares of it for the young.
    Amounts {
        /// From 21 years.
        adult: Cents = "wml.hour_21",
        /// 20 years.
        share_20: Rate = "wml.pct_20",
        /// 19 years.
        share_19: Rate = "wml.pct_19",
        /// 18 years.
        share_18: Rate = "wml.pct_18",
        /// 17 years.
        share_17: Rate = "wml.pct_17",
        /// 16 years.
        share_16: Rate = "wml.pct_16",
        /// 15 years.
        share_15: Rate = "wml.pct_15",
    }
}

/// Minimum wage per hour in cents, rounded half up; `None` below 15 years, where the law sets none.
#[must_use]
pub fn minimum_wage(amounts: &Amounts, age: i64) -> Option<Cents> {
    let share: Rate = match age {
        21.. => return Some(amounts.adult),
        20 => amounts.share_20,
        19 => amounts.share_19,
        18 => amounts.share_18,
        17 => amounts.share_17,
        16 => amounts.share_16,
        15 => amounts.share_15,
        _ => return None,
    };
    Some(Cents(share.of(amounts.adult.0).half_up()))
}
