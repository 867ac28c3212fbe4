//! Durations of case types (doorlooptijd): `P8W` is kept as `P56D` (S15).

use chrono::{Days, Months, NaiveDate};

/// A period in whole months and days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    months: u32,
    days: u64,
}

impl Period {
    /// Reads an ISO 8601 duration of years, months, weeks and days, such as `P8W` or `P10Y`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mut months, mut days, mut number) = (0u32, 0u64, String::new());
        for letter in text.strip_prefix('P').filter(|rest| !rest.is_empty())?.chars() {
            if letter.is_ascii_digit() {
                number.push(letter);
                continue;
            }
            let count: u32 = number.parse().ok()?;
            number.clear();
            match letter {
                'Y' => months += count.checked_mul(12)?,
                'M' => months += count,
                'W' => days += u64::from(count) * 7,
                'D' => days += u64::from(count),
                _ => return None,
            }
        }
        number.is_empty().then_some(Self { months, days })
    }

    /// As answers write it: weeks as days.
    #[must_use]
    pub fn written(self) -> String {
        let (years, months) = (self.months / 12, self.months % 12);
        let part = |count: u64, letter: &str| if count == 0 { String::new() } else { format!("{count}{letter}") };
        let text = format!("P{}{}{}", part(years.into(), "Y"), part(months.into(), "M"), part(self.days, "D"));
        if text == "P" { "P0D".to_owned() } else { text }
    }

    /// The date that lies this period after `from`.
    #[must_use]
    pub fn after(self, from: NaiveDate) -> Option<NaiveDate> {
        from.checked_add_months(Months::new(self.months))?.checked_add_days(Days::new(self.days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s15_weeks_come_back_as_days() {
        assert_eq!(Period::parse("P8W").unwrap().written(), "P56D");
        assert_eq!(Period::parse("P10Y").unwrap().written(), "P10Y");
        assert_eq!(Period::parse("P1M2D").unwrap().written(), "P1M2D");
        assert_eq!(Period::parse("8 weeks"), None);
    }

    #[test]
    fn s30_the_end_date_is_the_start_date_with_the_period() {
        let start = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(Period::parse("P56D").unwrap().after(start).unwrap().to_string(), "2027-01-16");
    }
}
