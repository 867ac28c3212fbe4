//! Volunteers: when and where they help, whom they fit, and contact without content.

use crate::calendar::typed_date;
use crate::intake::Domain;
use crate::{Problem, ProblemCode};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The longest contact that can be written down, in minutes: a day.
pub const MINUTES_MAX: i32 = 600;
/// How long ago contact can be written down, in days.
const BACK_DAYS: u64 = 366;

/// What a municipality says about its volunteers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VolunteerContent {
    /// The neighbourhoods.
    pub neighbourhoods: Vec<String>,
    /// The courses.
    pub courses: Vec<String>,
    /// After so many days without contact a pair is called silent.
    pub silent_days: u32,
}

macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$doc])* $variant),* }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the store, forms and text keys.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The one with this name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == name)
            }
        }
    };
}

named! {
    /// When a volunteer can help.
    Available {
        /// On working days.
        Weekday = "weekday",
        /// In the evening.
        Evening = "evening",
        /// In the weekend.
        Weekend = "weekend",
    }
}

named! {
    /// How a helper had contact.
    ContactWay {
        /// At home.
        Visit = "visit",
        /// Outside: a walk, a coffee, going along.
        Outside = "outside",
        /// By phone.
        Phone = "phone",
        /// By messages or a video call.
        Online = "online",
    }
}

/// What is known of a volunteer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Volunteer {
    /// The languages they speak, as codes.
    pub languages: BTreeSet<String>,
    /// The neighbourhood; empty for anywhere.
    pub neighbourhood: String,
    /// When.
    pub available: BTreeSet<Available>,
    /// What they like to help with.
    pub topics: BTreeSet<Domain>,
    /// Whether they know it from their own life (ervaringsdeskundige): a resident who helps residents.
    pub peer: bool,
}

/// What somebody who would like a buddy brings along, as far as a match is made on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// The language they speak; empty for not known.
    pub language: String,
    /// The neighbourhood; empty for not said.
    pub neighbourhood: String,
    /// What matters most to them.
    pub topics: BTreeSet<Domain>,
}

/// How a volunteer fits a wish. Visible rules, no score: people decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fit {
    /// They speak a language in common.
    pub language: bool,
    /// They live near.
    pub neighbourhood: bool,
    /// The volunteer likes to help with what matters. Which topic that is, is not told.
    pub topic: bool,
}

impl Volunteer {
    /// How this volunteer fits.
    #[must_use]
    pub fn fit(&self, wish: &Wish) -> Fit {
        Fit {
            language: !wish.language.is_empty() && self.languages.contains(&wish.language),
            neighbourhood: !wish.neighbourhood.is_empty() && self.neighbourhood == wish.neighbourhood,
            topic: !self.topics.is_disjoint(&wish.topics),
        }
    }
}

/// Contact as it is written down: when, how long, how. There is no place for what it was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// The day.
    pub day: NaiveDate,
    /// Minutes.
    pub minutes: i32,
    /// How.
    pub way: ContactWay,
}

impl Contact {
    /// What was typed into a form.
    ///
    /// # Errors
    /// Everything that is missing or wrong; a day to come or longer ago than a year is no day of contact.
    pub fn typed(day: &str, minutes: &str, way: &str, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let first = today.checked_sub_days(Days::new(BACK_DAYS)).unwrap_or(today);
        let day = match typed_date(day) {
            _ if day.trim().is_empty() => Err(ProblemCode::Empty),
            None => Err(ProblemCode::NotADate),
            Some(day) if day > today => Err(ProblemCode::ToCome),
            Some(day) if day < first => Err(ProblemCode::TooLongAgo),
            Some(day) => Ok(day),
        };
        let minutes = match minutes.trim().parse::<i32>() {
            _ if minutes.trim().is_empty() => Err(ProblemCode::Empty),
            Err(_) => Err(ProblemCode::NotANumber),
            Ok(n) if n < 1 => Err(ProblemCode::TooLow { min: 1 }),
            Ok(n) if n > MINUTES_MAX => Err(ProblemCode::TooHigh { max: MINUTES_MAX }),
            Ok(n) => Ok(n),
        };
        let way = ContactWay::parse(way).ok_or(ProblemCode::Empty);
        let mut note = |field: &'static str, code: Option<ProblemCode>| problems.extend(code.map(|code| Problem::new(field, code)));
        note("day", day.err());
        note("minutes", minutes.err());
        note("way", way.err());
        match (day, minutes, way) {
            (Ok(day), Ok(minutes), Ok(way)) => Ok(Self { day, minutes, way }),
            _ => Err(problems),
        }
    }
}

/// Whether there was no contact for too long: since the last one, or since the beginning.
#[must_use]
pub fn is_silent(last: NaiveDate, today: NaiveDate, silent_days: u32) -> bool {
    (today - last).num_days() > i64::from(silent_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_fit_says_why_and_nothing_else() {
        let volunteer = Volunteer {
            languages: ["nl".to_owned(), "tr".to_owned()].into(),
            neighbourhood: "Oost".into(),
            topics: [Domain::Money].into(),
            ..Volunteer::default()
        };
        let wish = Wish { language: "tr".into(), neighbourhood: "Oost".into(), topics: [Domain::Money, Domain::Work].into() };
        assert_eq!(volunteer.fit(&wish), Fit { language: true, neighbourhood: true, topic: true });
        assert_eq!(volunteer.fit(&Wish::default()), Fit::default(), "nothing known is no match");
        assert_eq!(Volunteer::default().fit(&wish), Fit::default());
    }

    #[test]
    fn contact_is_when_how_long_and_how() {
        let today = day("2026-11-23");
        assert_eq!(Contact::typed("20-11-2026", "45", "visit", today), Ok(Contact { day: day("2026-11-20"), minutes: 45, way: ContactWay::Visit }));
        let codes =
            |d: &str, m: &str, w: &str| Contact::typed(d, m, w, today).unwrap_err().into_iter().map(|p| (p.field.to_string(), p.code)).collect::<Vec<_>>();
        let field = |name: &str, code| (name.to_owned(), code);
        assert_eq!(codes("", "", ""), [field("day", ProblemCode::Empty), field("minutes", ProblemCode::Empty), field("way", ProblemCode::Empty)]);
        assert_eq!(codes("24-11-2026", "1", "phone"), [field("day", ProblemCode::ToCome)], "a day to come");
        assert_eq!(codes("1-1-2020", "1", "phone"), [field("day", ProblemCode::TooLongAgo)], "too long ago");
        assert_eq!(codes("20-11-2026", "0", "phone"), [field("minutes", ProblemCode::TooLow { min: 1 })]);
        assert_eq!(codes("20-11-2026", "601", "phone"), [field("minutes", ProblemCode::TooHigh { max: 600 })]);
        assert_eq!(codes("20-11-2026", "long", "phone"), [field("minutes", ProblemCode::NotANumber)]);
    }

    #[test]
    fn silence_is_counted_in_days() {
        assert!(!is_silent(day("2026-10-24"), day("2026-11-23"), 30));
        assert!(is_silent(day("2026-10-23"), day("2026-11-23"), 30));
        assert!(!is_silent(day("2026-12-23"), day("2026-11-23"), 30), "a clock that went back");
    }
}
