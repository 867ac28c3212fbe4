//! Small requests of a resident, each sent by its own tap with its own reference.

use crate::calendar::{add_working_days, same_or_next_working_day};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a resident asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// "Call me about this": eviction, cut-off, no food, no safe place.
    Urgent,
    /// "Call me this week".
    CallThisWeek,
    /// "I'd rather talk": an appointment at the desk or by phone.
    Appointment,
    /// "I would like to meet a buddy" (maatje).
    Buddy,
    /// "Delete what you have of me" (GDPR art. 17).
    Erasure,
}

impl RequestKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Urgent, Self::CallThisWeek, Self::Appointment, Self::Buddy, Self::Erasure];

    /// The name in the database, in addresses and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::CallThisWeek => "call_this_week",
            Self::Appointment => "appointment",
            Self::Buddy => "buddy",
            Self::Erasure => "erasure",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The text that says what the municipality does about it.
    #[must_use]
    pub const fn doing(self) -> &'static str {
        match self {
            Self::Urgent => "doing-urgent",
            Self::CallThisWeek => "doing-call",
            Self::Appointment => "doing-appointment",
            Self::Buddy => "doing-buddy",
            Self::Erasure => "doing-erasure",
        }
    }

    /// Whether it can be over without anybody speaking with the resident: there is a buddy, or it was decided what goes.
    #[must_use]
    pub const fn needs_no_talk(self) -> bool {
        matches!(self, Self::Buddy | Self::Erasure)
    }

    /// How urgent it is on the worklist. 2: contact the same day, 1: call this week, 0: it has days.
    #[must_use]
    pub const fn signal(self) -> i64 {
        match self {
            Self::Urgent => 2,
            Self::CallThisWeek => 1,
            Self::Appointment | Self::Buddy | Self::Erasure => 0,
        }
    }

    /// The day by which somebody has contacted the resident, when the request is sent on `today`.
    #[must_use]
    pub fn due(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Urgent => same_or_next_working_day(today),
            Self::CallThisWeek => add_working_days(today, 3),
            Self::Appointment => add_working_days(today, 5),
            Self::Buddy => add_working_days(today, 10),
            // The law gives a month (GDPR art. 12(3)).
            Self::Erasure => add_working_days(today, 20),
        }
    }

    /// Whether a phone number is needed.
    #[must_use]
    pub const fn needs_phone(self) -> bool {
        matches!(self, Self::Urgent | Self::CallThisWeek)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_on_a_working_day() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        // A Monday, a Saturday, and the day before Good Friday with Easter behind it.
        for (kind, monday, saturday, easter) in [
            (RequestKind::Urgent, "2026-11-23", "2026-11-23", "2026-04-02"),
            (RequestKind::CallThisWeek, "2026-11-26", "2026-11-25", "2026-04-08"),
            (RequestKind::Appointment, "2026-11-30", "2026-11-27", "2026-04-10"),
            (RequestKind::Buddy, "2026-12-07", "2026-12-04", "2026-04-17"),
        ] {
            let due = [date("2026-11-23"), date("2026-11-21"), date("2026-04-02")].map(|sent| kind.due(sent));
            assert_eq!(due, [date(monday), date(saturday), date(easter)], "{kind:?}");
        }
        assert!(RequestKind::ALL.into_iter().all(|kind| RequestKind::parse(kind.as_str()) == Some(kind)));
    }
}
