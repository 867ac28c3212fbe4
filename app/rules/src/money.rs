//! Money as whole cents or whole euros, and percentages as whole thousandths of a percent.
//!
//! No floating point: `0.3575 * 2214` is not what the law means by 35.75% of 2,214 euro.

use std::num::NonZeroU32;
use std::ops::{Add, Sub};

pub use crate::fraction::Fraction;

/// Months in a year.
pub(crate) const MONTHS: NonZeroU32 = nonzero(12);
/// Cents in a euro.
pub(crate) const CENTS: NonZeroU32 = nonzero(100);
/// Rates are kept in thousandths of a percent.
pub(crate) const RATE_UNIT: i64 = 100_000;

/// A divisor known when the crate is compiled; zero does not compile.
pub(crate) const fn nonzero(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

/// An amount in whole euro cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(pub i64);

/// An amount in whole euros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euros(pub i64);

/// A percentage in thousandths of a percent: 6.398% is `Rate(6398)`. May be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(pub i64);

/// A plain number from the parameters: months, years, hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(pub i64);

/// Hours in hundredths of an hour: 16.5 hours is `Hours(1650)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(pub i64);

impl Hours {
    /// Whole hours.
    #[must_use]
    pub const fn whole(hours: i64) -> Self {
        Self(hours * 100)
    }
}

impl Euros {
    /// The same amount in cents.
    #[must_use]
    pub const fn cents(self) -> Cents {
        Cents(self.0 * 100)
    }

    /// What this amount has above `limit`, never below zero.
    #[must_use]
    pub const fn above(self, limit: Self) -> Self {
        let excess = self.0 - limit.0;
        Self(if excess > 0 { excess } else { 0 })
    }

    /// This amount, or zero when it is negative.
    #[must_use]
    pub const fn or_zero(self) -> Self {
        self.above(Self(0))
    }

    /// One twelfth, rounded half up to the cent.
    #[must_use]
    pub fn month_half_up(self) -> Cents {
        Cents(Fraction::whole(self.cents().0).over(MONTHS).half_up())
    }
}

impl Cents {
    /// This amount, or zero when it is negative.
    #[must_use]
    pub const fn or_zero(self) -> Self {
        Self(if self.0 > 0 { self.0 } else { 0 })
    }

    /// The smaller of two amounts.
    #[must_use]
    pub const fn at_most(self, limit: Self) -> Self {
        if self.0 > limit.0 { limit } else { self }
    }
}

impl Rate {
    /// This percentage of `amount`, exact, in the unit of `amount`.
    #[must_use]
    pub const fn of(self, amount: i64) -> Fraction {
        Fraction::whole(amount).percentage(self)
    }

    /// What is left of the whole: 100% minus this percentage.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self(RATE_UNIT - self.0)
    }

    /// The whole plus this percentage: 8% becomes 108%.
    #[must_use]
    pub const fn on_top(self) -> Self {
        Self(RATE_UNIT + self.0)
    }
}

impl Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}

impl Add for Euros {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Euros {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Euros {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}
