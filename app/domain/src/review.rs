//! The review of a sent self-scan: its states, who waits for whom, and the group.

use serde::{Deserialize, Serialize};

/// Where a review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Sent, nobody took it.
    New,
    /// A caseworker reads it.
    InReview,
    /// The resident was asked about answers.
    WaitingForResident,
    /// Done.
    Concluded,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::New, Self::InReview, Self::WaitingForResident, Self::Concluded];

    /// The name in the database and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::InReview => "in_review",
            Self::WaitingForResident => "waiting",
            Self::Concluded => "concluded",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == name)
    }
}

/// What happens to a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// The resident sent a version, asked for or not.
    Sent,
    /// A caseworker took it.
    Taken,
    /// It went to another caseworker or team.
    HandedOver,
    /// The resident was asked about answers.
    Asked,
    /// That request was withdrawn.
    AskWithdrawn,
    /// It was concluded.
    Concluded,
    /// It was opened again.
    Reopened,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 7] = [Self::Sent, Self::Taken, Self::HandedOver, Self::Asked, Self::AskWithdrawn, Self::Concluded, Self::Reopened];
}

/// The state after `event`; `None` when it cannot happen now. `taken` tells whether a caseworker has it.
#[must_use]
pub const fn next(state: State, event: Event, taken: bool) -> Option<State> {
    match (state, event) {
        (_, Event::Sent) => Some(if taken { State::InReview } else { State::New }),
        (State::New | State::InReview, Event::Taken) => Some(State::InReview),
        (State::WaitingForResident, Event::Taken | Event::HandedOver) => Some(State::WaitingForResident),
        (State::New | State::InReview, Event::HandedOver) => Some(if taken { State::InReview } else { State::New }),
        (State::InReview, Event::Asked) => Some(State::WaitingForResident),
        (State::WaitingForResident, Event::AskWithdrawn) => Some(State::InReview),
        (State::InReview, Event::Concluded) => Some(State::Concluded),
        (State::Concluded, Event::Reopened) => Some(State::InReview),
        _ => None,
    }
}

/// The group that a caseworker sets, with a reason; never computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Works already or can work now.
    One,
    /// Not now, within two years.
    Two,
    /// No perspective on paid work now.
    Three,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// 1, 2 or 3.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        }
    }

    /// The group with this number.
    #[must_use]
    pub fn parse(number: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|g| g.number().to_string() == number.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_event_is_decided() {
        let legal = |state, taken| Event::ALL.into_iter().filter(|e| next(state, *e, taken).is_some()).collect::<Vec<_>>();
        for taken in [false, true] {
            assert_eq!(legal(State::New, taken), [Event::Sent, Event::Taken, Event::HandedOver]);
            assert_eq!(legal(State::InReview, taken), [Event::Sent, Event::Taken, Event::HandedOver, Event::Asked, Event::Concluded]);
            assert_eq!(legal(State::WaitingForResident, taken), [Event::Sent, Event::Taken, Event::HandedOver, Event::AskWithdrawn]);
            assert_eq!(legal(State::Concluded, taken), [Event::Sent, Event::Reopened]);
        }
    }

    #[test]
    fn a_new_version_wakes_a_concluded_review() {
        assert_eq!(next(State::Concluded, Event::Sent, true), Some(State::InReview));
        assert_eq!(next(State::WaitingForResident, Event::Sent, true), Some(State::InReview));
        assert_eq!(next(State::Concluded, Event::Sent, false), Some(State::New));
    }
}
