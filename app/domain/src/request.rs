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
}

impl RequestKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Urgent, Self::CallThisWeek, Self::Appointment, Self::Buddy];

    /// The name in the database, in addresses and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::CallThisWeek => "call_this_week",
            Self::Appointment => "appointment",
            Self::Buddy => "buddy",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The day by which somebody has contacted the resident, when the request is sent on `today`.
    #[must_use]
    pub fn due(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Urgent => same_or_next_working_day(today),
            Self::CallThisWeek => add_working_days(today, 3),
            Self::Appointment => add_working_days(today, 5),
            Self::Buddy => add_working_days(today, 10),
        }
    }

    /// Whether a phone number is needed.
    #[must_use]
    pub const fn needs_phone(self) -> bool {
        matches!(self, Self::Urgent | Self::CallThisWeek)
    }
}
