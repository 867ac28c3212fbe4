//! Working days of Dutch public service.
//!
//! Source: Algemene termijnenwet art. 1 and 3 (Saturdays, Sundays and the recognised holidays do not count).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Easter Sunday of `year` in the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31).try_into().ok()?, (n % 31 + 1).try_into().ok()?)
}

/// Whether `date` is a recognised holiday: New Year's Day, Easter Monday, King's Day, Ascension Day,
/// Whit Monday, Christmas and, once in five years, Liberation Day.
#[must_use]
pub fn is_holiday(date: NaiveDate) -> bool {
    let king = match NaiveDate::from_ymd_opt(date.year(), 4, 27) {
        Some(day) if day.weekday() == Weekday::Sun => 26,
        _ => 27,
    };
    let fixed = match (date.month(), date.day()) {
        (1, 1) | (12, 25 | 26) => true,
        (4, day) => day == king,
        (5, 5) => date.year() % 5 == 0,
        _ => false,
    };
    fixed
        || easter(date.year()).is_some_and(|sunday| {
            let after = (date - sunday).num_days();
            matches!(after, 0 | 1 | 39 | 49 | 50)
        })
}

/// Whether people work at the municipality on `date`.
#[must_use]
pub fn is_working_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(date)
}

/// The date `days` working days after `from`, not counting `from` itself.
#[must_use]
pub fn add_working_days(from: NaiveDate, days: u32) -> NaiveDate {
    let mut date = from;
    let mut left = days;
    while left > 0 {
        let Some(next) = date.checked_add_days(Days::new(1)) else { return date };
        date = next;
        if is_working_day(date) {
            left -= 1;
        }
    }
    date
}

/// `from` itself when it is a working day, else the first one after it.
#[must_use]
pub fn same_or_next_working_day(from: NaiveDate) -> NaiveDate {
    if is_working_day(from) { from } else { add_working_days(from, 1) }
}

/// Reads a day as people type it: `1-7-2027`, `1/7/2027`, `1 7 2027`, or `2027-07-01`.
#[must_use]
pub fn typed_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = <[&str; 3]>::try_from(parts).ok()?;
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let number = |part: &str, longest: usize| (part.len() <= longest && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten();
    let year = number(year, 4).filter(|year| *year >= 1000)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(month, 2)?, number(day, 2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_of_2026_and_2027() {
        for day in ["2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25", "2027-03-29", "2027-04-27", "2030-05-05"] {
            assert!(is_holiday(date(day)), "{day}");
        }
        for day in ["2026-04-03", "2026-05-05", "2026-12-24", "2026-12-31"] {
            assert!(!is_holiday(date(day)), "{day}");
        }
    }

    #[test]
    fn kings_day_on_a_sunday_moves_to_saturday() {
        assert!(is_holiday(date("2031-04-26")));
        assert!(!is_holiday(date("2031-04-27")));
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        for text in ["1-7-2027", "01/07/2027", "1 7 2027", " 1.7.2027 ", "2027-07-01"] {
            assert_eq!(typed_date(text), Some(date("2027-07-01")), "{text}");
        }
        for text in ["", "1-7", "31-6-2027", "1-7-27", "1-juli-2027", "1-7-2027-1", "-1-7-20270", "+1-7-2027"] {
            assert_eq!(typed_date(text), None, "{text}");
        }
    }

    #[test]
    fn working_days_step_over_weekends_and_holidays() {
        assert_eq!(add_working_days(date("2026-11-20"), 1), date("2026-11-23"));
        assert_eq!(add_working_days(date("2026-12-24"), 1), date("2026-12-28"));
        assert_eq!(add_working_days(date("2026-11-23"), 10), date("2026-12-07"));
        assert_eq!(same_or_next_working_day(date("2026-11-21")), date("2026-11-23"));
    }
}
