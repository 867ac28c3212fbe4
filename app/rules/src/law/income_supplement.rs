//! Participatiewet art. 36: yearly supplement for a long low income (individuele inkomenstoeslag), by local ordinance.

use crate::money::{Cents, Rate};

/// The article, for the trace.
pub const ARTICLE: &str = "Participatiewet art. 36; verordening van de gemeente";

/// What a municipality asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Years of low income.
    pub years: i64,
    /// Income of at most this share of the norm.
    pub income_limit: Rate,
}

/// Whether somebody has a right after `years` with an income of `share_of_norm`.
#[must_use]
pub fn has_right(terms: Terms, years: i64, share_of_norm: Rate) -> bool {
    years >= terms.years && share_of_norm <= terms.income_limit
}

/// The supplement of twelve months in cents; zero without a right.
#[must_use]
pub fn income_supplement(terms: Terms, amount: Cents, years: i64, share_of_norm: Rate) -> Cents {
    if has_right(terms, years, share_of_norm) { amount } else { Cents(0) }
}
