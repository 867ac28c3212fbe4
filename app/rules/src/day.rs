//! A calendar day as a value that is passed in; the crate never asks what day it is.

use std::fmt;

use crate::csv;

/// A day of the Gregorian calendar, year 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u32);

impl Day {
    /// The last day there is; the end of what stands "until changed".
    pub const LAST: Self = Self(99_991_231);

    /// A day from generated code, as `yyyymmdd`; `build.rs` has checked that it exists.
    pub(crate) const fn packed(number: u32) -> Self {
        Self(number)
    }

    /// Reads `YYYY-MM-DD`; `None` when the text has another form or the day does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = csv::day(text)?;
        Some(Self(u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)))
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> u32 {
        self.0 / 10_000
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.0 / 100 % 100
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day_of_month(self) -> u32 {
        self.0 % 100
    }

    /// Whether this day is before `other`; for constant evaluation, where `<` is not available.
    pub(crate) const fn is_before(self, other: Self) -> bool {
        self.0 < other.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day_of_month())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_and_write_the_same_and_sort() {
        let day = Day::parse("2026-07-01").unwrap();
        assert_eq!(day.to_string(), "2026-07-01");
        assert_eq!((day.year(), day.month(), day.day_of_month()), (2026, 7, 1));
        assert!(Day::parse("2026-06-30").unwrap() < day && day < Day::LAST);
        assert_eq!(Day::parse("2026-02-30"), None);
    }
}
