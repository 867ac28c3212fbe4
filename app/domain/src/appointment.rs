//! Appointments: when, how long, and how a resident and a caseworker meet.

use crate::calendar::{is_working_day, typed_date};
use crate::{Problem, ProblemCode};
use chrono::{Months, NaiveDate, NaiveTime, Timelike as _};

/// The most characters of what it is about.
const ABOUT_MAX: usize = 200;
/// How long appointments take, in minutes.
pub const MINUTES: [i64; 4] = [15, 30, 45, 60];

/// How they meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// At the desk of the municipality.
    Desk,
    /// By phone.
    Phone,
    /// At the resident's home.
    Home,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Desk, Self::Phone, Self::Home];

    /// The name in the database, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Home => "home",
        }
    }

    /// The way with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == name)
    }
}

/// An appointment as it was typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// How they meet.
    pub way: String,
    /// The day.
    pub day: String,
    /// The time: `14:30`, `14.30` or `14`.
    pub time: String,
    /// How long, one of [`MINUTES`].
    pub minutes: String,
    /// What it is about.
    pub about: String,
    /// That an odd hour is meant so; empty for not said.
    pub sure: String,
}

/// An appointment that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// How they meet.
    pub way: Way,
    /// The day.
    pub day: NaiveDate,
    /// The local time.
    pub time: NaiveTime,
    /// How long, in minutes.
    pub minutes: i64,
}

/// Reads a time as people type it.
#[must_use]
pub fn typed_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "0"));
    let number = |part: &str| ((1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten();
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

impl Slot {
    /// Whether nobody expects a visit or an open desk then: no working day, or before seven or after eight in the evening.
    #[must_use]
    pub fn is_odd(&self) -> bool {
        self.way != Way::Phone && !(is_working_day(self.day) && (7..20).contains(&self.time.hour()))
    }
}

impl Typed {
    /// What can be made of it on `today`.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn slot(&self, today: NaiveDate) -> Result<Slot, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut wrong = |field: &'static str, code| problems.push(Problem::new(field, code));
        let way = Way::parse(&self.way);
        if way.is_none() {
            wrong("way", ProblemCode::Empty);
        }
        let day = typed_date(&self.day);
        let last = today.checked_add_months(Months::new(24)).unwrap_or(NaiveDate::MAX);
        match day {
            None if self.day.trim().is_empty() => wrong("day", ProblemCode::Empty),
            None => wrong("day", ProblemCode::NotADate),
            Some(day) if day < today => wrong("day", ProblemCode::Past),
            Some(day) if day > last => wrong("day", ProblemCode::TooFar { years: 2 }),
            Some(_) => {}
        }
        let time = typed_time(&self.time);
        if time.is_none() {
            wrong("time", if self.time.trim().is_empty() { ProblemCode::Empty } else { ProblemCode::NotATime });
        }
        let minutes = self.minutes.parse().ok().filter(|minutes| MINUTES.contains(minutes));
        if minutes.is_none() {
            wrong("minutes", ProblemCode::Empty);
        }
        if self.about.trim().chars().count() > ABOUT_MAX {
            wrong("about", ProblemCode::TooLong { max: ABOUT_MAX });
        }
        match (way, day, time, minutes) {
            (Some(way), Some(day), Some(time), Some(minutes)) if problems.is_empty() => {
                let slot = Slot { way, day, time, minutes };
                if slot.is_odd() && self.sure.is_empty() { Err(vec![Problem::new("sure", ProblemCode::Empty)]) } else { Ok(slot) }
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, hour, minute) in [("14:30", 14, 30), ("14.30", 14, 30), (" 9 ", 9, 0), ("09:05", 9, 5)] {
            assert_eq!(typed_time(text), NaiveTime::from_hms_opt(hour, minute, 0), "{text}");
        }
        for text in ["", "25:00", "12:60", "half twee", "12:3o", "1:2:3", "-1:00"] {
            assert_eq!(typed_time(text), None, "{text}");
        }
    }

    #[test]
    fn every_field_says_what_is_wrong() {
        let today = "2026-11-23".parse().unwrap();
        let good = Typed { way: "desk".into(), day: "1 12 2026".into(), time: "14:30".into(), minutes: "30".into(), ..Typed::default() };
        assert!(good.slot(today).is_ok_and(|slot| slot.way == Way::Desk && slot.minutes == 30));
        let code = |typed: Typed| typed.slot(today).unwrap_err().into_iter().map(|p| (p.field.into_owned(), p.code)).collect::<Vec<_>>();
        assert_eq!(code(Typed { way: "train".into(), ..good.clone() }), [("way".into(), ProblemCode::Empty)]);
        assert_eq!(code(Typed { day: String::new(), ..good.clone() }), [("day".into(), ProblemCode::Empty)]);
        assert_eq!(code(Typed { day: "tomorrow".into(), ..good.clone() }), [("day".into(), ProblemCode::NotADate)]);
        assert_eq!(code(Typed { day: "22 11 2026".into(), ..good.clone() }), [("day".into(), ProblemCode::Past)]);
        assert_eq!(code(Typed { day: "1 1 2030".into(), ..good.clone() }), [("day".into(), ProblemCode::TooFar { years: 2 })]);
        assert_eq!(code(Typed { time: "late".into(), ..good.clone() }), [("time".into(), ProblemCode::NotATime)]);
        assert_eq!(code(Typed { minutes: "7".into(), ..good.clone() }), [("minutes".into(), ProblemCode::Empty)]);
        assert_eq!(code(Typed { about: "x".repeat(201), ..good.clone() }), [("about".into(), ProblemCode::TooLong { max: 200 })]);
        // A Sunday, Christmas, and the middle of the night are asked about; by phone anything goes.
        for (day, time) in [("29 11 2026", "14:30"), ("25 12 2026", "14:30"), ("1 12 2026", "3:00"), ("1 12 2026", "20:00")] {
            let odd = Typed { day: day.into(), time: time.into(), ..good.clone() };
            assert_eq!(code(odd.clone()), [("sure".into(), ProblemCode::Empty)], "{day} {time}");
            assert!(Typed { sure: "yes".into(), ..odd.clone() }.slot(today).is_ok() && Typed { way: "phone".into(), ..odd }.slot(today).is_ok());
        }
    }
}
