//! Algemene Kinderbijslagwet art. 12: child benefit (kinderbijslag).

use crate::money::{Cents, Fraction, nonzero};
use crate::parameter::amounts;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Algemene Kinderbijslagwet art. 12";

amounts! {
    /// Amounts per quarter by age on its first day.
    Amounts {
        /// 0 to 5 years.
        to_5: Cents = "kb.0_5",
        /// 6 to 11 years.
        to_11: Cents = "kb.6_11",
        /// 12 to 17 years.
        to_17: Cents = "kb.12_17",
    }
}

/// Child benefit of a quarter in cents.
#[must_use]
pub fn per_quarter(amounts: &Amounts, ages: impl Iterator<Item = i64>) -> Cents {
    ages.map(|age| match age {
        0..=5 => amounts.to_5,
        6..=11 => amounts.to_11,
        12..=17 => amounts.to_17,
        _ => Cents(0),
    })
    .sum()
}

/// A third of the quarter, in cents, rounded half up. It is paid after the quarter.
pub fn child_benefit(amounts: &Amounts, ages: impl Iterator<Item = i64>, sink: &mut impl Sink) -> Cents {
    let quarter = per_quarter(amounts, ages);
    let amount = Cents(Fraction::whole(quarter.0).over(nonzero(3)).half_up());
    sink.record(|| {
        Entry::new(Rule::ChildBenefit, ARTICLE, amount)
            .input("per_quarter_cents", quarter)
            .uses(Amounts::PARAMETERS, amounts.confidence)
            .rounded(Rounding::HalfUpToCent)
            .note("paid after the quarter")
    });
    amount
}
