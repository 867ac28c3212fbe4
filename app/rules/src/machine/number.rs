//! Numbers as they were written, exact: whole numbers, hundredths, and decimals to compare with.

use crate::problem::Code;

/// A decimal number: `mantissa / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    mantissa: i128,
    decimals: u32,
}

/// More digits than this are refused where numbers are compared; no amount needs them.
const MOST_DIGITS: usize = 18;

impl Exact {
    /// A number of cents, in euros.
    #[must_use]
    pub fn cents(cents: i64) -> Self {
        Self { mantissa: i128::from(cents), decimals: 2 }
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self { mantissa: i128::from(number), decimals: 0 }
    }

    /// A number of thousandths.
    #[must_use]
    pub fn thousandths(number: i64) -> Self {
        Self { mantissa: i128::from(number), decimals: 3 }
    }

    /// Reads a JSON number; `None` when it has too many digits or decimals to be an amount.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()),
            None => (text, Some(0)),
        };
        let (sign, number) = number.strip_prefix('-').map_or((1, number), |number| (-1, number));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_start_matches('0').trim_end_matches('0');
        if significant.is_empty() {
            return Some(Self { mantissa: 0, decimals: 0 });
        }
        if significant.len() > MOST_DIGITS {
            return None;
        }
        let dropped = digits.len() - digits.trim_end_matches('0').len();
        let decimals = i64::try_from(fraction.len()).ok()? - i64::try_from(dropped).ok()? - i64::from(exponent?);
        let mantissa = sign * significant.parse::<i128>().ok()?;
        match u32::try_from(decimals) {
            Ok(decimals) if decimals <= 18 => Some(Self { mantissa, decimals }),
            Ok(_) => None,
            Err(_) => {
                let zeros = u32::try_from(-decimals).ok().filter(|zeros| *zeros <= 18)?;
                Some(Self { mantissa: mantissa * 10_i128.pow(zeros), decimals: 0 })
            }
        }
    }

    /// The number with exactly `decimals` decimals, if it has no more than that and fits.
    #[must_use]
    pub fn scaled(self, decimals: u32) -> Option<i64> {
        let mantissa = match decimals.checked_sub(self.decimals) {
            Some(more) => self.mantissa.checked_mul(10_i128.checked_pow(more)?)?,
            None => {
                let factor = 10_i128.checked_pow(self.decimals - decimals)?;
                (self.mantissa % factor == 0).then(|| self.mantissa / factor)?
            }
        };
        i64::try_from(mantissa).ok()
    }

    /// The number rounded down to a whole one, if it fits.
    #[must_use]
    pub fn floor(self) -> Option<i64> {
        i64::try_from(self.mantissa.div_euclid(10_i128.checked_pow(self.decimals)?)).ok()
    }

    /// Whether two numbers differ by more than `tolerance`.
    #[must_use]
    pub fn differs(self, other: Self, tolerance: Self) -> bool {
        let decimals = self.decimals.max(other.decimals).max(tolerance.decimals);
        let aligned = |number: Self| number.mantissa.saturating_mul(10_i128.saturating_pow(decimals - number.decimals));
        aligned(self).saturating_sub(aligned(other)).saturating_abs() > aligned(tolerance)
    }

    /// Writes the number without zeros at the end.
    pub fn write(self, out: &mut String) {
        match i64::try_from(self.mantissa) {
            Ok(mantissa) => super::escape::write_decimal(out, mantissa, self.decimals),
            Err(_) => out.push_str("null"),
        }
    }
}

/// A whole number written without fraction or exponent.
///
/// # Errors
/// `wrong_type` for another notation, `out_of_range` when it does not fit.
pub fn integer(text: &str) -> Result<i64, Code> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') { text.parse().map_err(|_| Code::OutOfRange) } else { Err(Code::WrongType) }
}

/// A number with at most two decimals, in hundredths. It is the value that counts: `12.500` is fine.
///
/// # Errors
/// `out_of_range` for more decimals or more than any field allows.
pub fn hundredths(text: &str) -> Result<i64, Code> {
    Exact::parse(text).and_then(|number| number.scaled(2)).ok_or(Code::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_counts_not_the_notation() {
        for (text, expected) in [
            ("12.5", Ok(1250)),
            ("12.500", Ok(1250)),
            ("1.25e1", Ok(1250)),
            ("0.00", Ok(0)),
            ("-0.0", Ok(0)),
            ("0e999999999999", Ok(0)),
            ("12.345", Err(Code::OutOfRange)),
            ("12.500000000000000000001", Err(Code::OutOfRange)),
            ("1e400", Err(Code::OutOfRange)),
            ("1e-3", Err(Code::OutOfRange)),
            ("16.10", Ok(1610)),
        ] {
            assert_eq!(hundredths(text), expected, "{text}");
        }
    }

    #[test]
    fn integers_have_no_fraction_or_exponent() {
        assert_eq!(integer("35"), Ok(35));
        assert_eq!(integer("-0"), Ok(0));
        assert_eq!(integer("35.0"), Err(Code::WrongType));
        assert_eq!(integer("1e2"), Err(Code::WrongType));
        assert_eq!(integer("99999999999999999999"), Err(Code::OutOfRange));
    }

    #[test]
    fn comparing_is_exact() {
        let number = |text| Exact::parse(text).unwrap();
        assert!(!number("1401.5").differs(Exact::cents(140_150), number("0")));
        assert!(number("294.98").differs(Exact::cents(29_497), number("0")));
        assert!(!number("294.98").differs(Exact::cents(29_497), number("0.01")));
        assert_eq!(number("795.47").floor(), Some(795));
        assert_eq!(number("-0.5").floor(), Some(-1));
    }
}
