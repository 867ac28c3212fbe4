//! Exact amounts between the steps of a rule, and roundings that have a name.

use std::num::NonZeroU32;
use std::ops::{Add, Neg, Sub};

use crate::money::{RATE_UNIT, Rate};

/// An exact amount between the steps of a rule, in the unit of what it was made from.
///
/// It becomes money only through a rounding with a name. The range is that of 128-bit integers,
/// far above what the checked inputs can reach.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: i128,
    /// Always above zero.
    denominator: i128,
}

impl Fraction {
    /// A whole number of cents or euros.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { numerator: number as i128, denominator: 1 }
    }

    /// Divides by a whole number.
    #[must_use]
    pub const fn over(self, divisor: NonZeroU32) -> Self {
        Self { numerator: self.numerator, denominator: self.denominator * divisor.get() as i128 }
    }

    /// Multiplies by a whole number.
    #[must_use]
    pub const fn times(self, factor: i64) -> Self {
        Self { numerator: self.numerator * factor as i128, denominator: self.denominator }
    }

    /// A percentage of this amount, still exact.
    #[must_use]
    pub const fn percentage(self, rate: Rate) -> Self {
        Self { numerator: self.numerator * rate.0 as i128, denominator: self.denominator * RATE_UNIT as i128 }
    }

    /// The amount of which this is `rate` (dividing by a percentage). A rate that is not above zero
    /// has no answer; the amount itself comes back then.
    #[must_use]
    pub const fn as_percentage(self, rate: Rate) -> Self {
        if rate.0 <= 0 {
            return self;
        }
        Self { numerator: self.numerator * RATE_UNIT as i128, denominator: self.denominator * rate.0 as i128 }
    }

    /// This amount, or zero when it is negative.
    #[must_use]
    pub const fn or_zero(self) -> Self {
        if self.numerator < 0 { Self::whole(0) } else { self }
    }

    /// The smaller of this amount and a whole number.
    #[must_use]
    pub const fn at_most(self, limit: i64) -> Self {
        if self.numerator > limit as i128 * self.denominator { Self::whole(limit) } else { self }
    }

    /// Whether this amount is below a whole number.
    #[must_use]
    pub const fn is_below(self, limit: i64) -> bool {
        self.numerator < limit as i128 * self.denominator
    }

    /// Rounds down (towards minus infinity).
    #[must_use]
    pub fn floor(self) -> i64 {
        divide_down(self.numerator, self.denominator)
    }

    /// Rounds up (towards plus infinity).
    #[must_use]
    pub fn ceil(self) -> i64 {
        -divide_down(-self.numerator, self.denominator)
    }

    /// Rounds to the nearest, a half upwards: floor(x + 1/2), also below zero.
    #[must_use]
    pub fn half_up(self) -> i64 {
        divide_down(2 * self.numerator + self.denominator, 2 * self.denominator)
    }
}

/// Floor of a division by a number above zero. Most amounts fit 64 bits, where dividing is far
/// cheaper, in WebAssembly most of all.
fn divide_down(numerator: i128, denominator: i128) -> i64 {
    match (i64::try_from(numerator), i64::try_from(denominator)) {
        (Ok(numerator), Ok(denominator)) => numerator.div_euclid(denominator),
        _ => {
            let quotient = numerator.div_euclid(denominator);
            let bound = if quotient < 0 { i64::MIN } else { i64::MAX };
            i64::try_from(quotient).unwrap_or(bound)
        }
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if self.denominator == other.denominator {
            return Self { numerator: self.numerator + other.numerator, ..self };
        }
        Self { numerator: self.numerator * other.denominator + other.numerator * self.denominator, denominator: self.denominator * other.denominator }
    }
}

impl Neg for Fraction {
    type Output = Self;
    fn neg(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::nonzero;

    #[test]
    fn roundings_hold_below_zero() {
        let minus_two_and_a_half = Fraction::whole(-5).over(nonzero(2));
        assert_eq!(minus_two_and_a_half.floor(), -3);
        assert_eq!(minus_two_and_a_half.ceil(), -2);
        assert_eq!(minus_two_and_a_half.half_up(), -2);
        assert_eq!(Fraction::whole(5).over(nonzero(2)).half_up(), 3);
        assert_eq!(Fraction::whole(-7).half_up(), -7);
    }

    #[test]
    fn percentages_are_exact() {
        // 35.75% of 2,214 is 791.505: with binary floating point it is a little less.
        let exact = Rate(35_750).of(221_400);
        assert_eq!((exact.floor(), exact.half_up(), exact.ceil()), (79_150, 79_151, 79_151));
        let back = Rate(35_750).of(200).as_percentage(Rate(35_750));
        assert_eq!((back.floor(), back.ceil()), (200, 200));
        assert_eq!(Rate(35_750).complement(), Rate(64_250));
        assert_eq!(Rate(8_000).on_top(), Rate(108_000));
    }

    #[test]
    fn fractions_add_with_different_parts() {
        let third = Fraction::whole(1).over(nonzero(3));
        let half = Fraction::whole(1).over(nonzero(2));
        assert_eq!((third + half).times(6).floor(), 5);
        assert_eq!((third - half).times(6).ceil(), -1);
        assert!((third - half).is_below(0) && !(third - half).or_zero().is_below(0));
        assert_eq!(half.at_most(0).ceil(), 0);
    }

    #[test]
    fn large_amounts_take_the_wide_road() {
        let wide = Rate(99_999).of(i64::MAX / 2);
        assert_eq!(wide.floor(), i64::try_from(i128::from(i64::MAX / 2) * 99_999 / 100_000).unwrap());
    }
}
