//! How a line of what was agreed goes: each side tells about its own, and may say that the other's was not done.

use super::{Party, Refusal, Side};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How far a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Not begun.
    #[default]
    NotStarted,
    /// Busy with it.
    Busy,
    /// Done.
    Done,
    /// It cannot be done now.
    CannotNow,
    /// No longer needed, said by the side that it was promised to.
    NoLongerNeeded,
}

impl Progress {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::Busy, Self::Done, Self::CannotNow, Self::NoLongerNeeded];

    /// The name in the database and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Busy => "busy",
            Self::Done => "done",
            Self::CannotNow => "cannot_now",
            Self::NoLongerNeeded => "no_longer_needed",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.as_str() == name)
    }

    /// Whether nothing more has to be done.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::NoLongerNeeded)
    }
}

/// What is needed when it cannot be done now. Never a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// More time.
    MoreTime,
    /// Help.
    Help,
    /// Something else.
    SomethingElse,
    /// A call.
    Call,
}

impl Need {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::MoreTime, Self::Help, Self::SomethingElse, Self::Call];

    /// The name in the database, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MoreTime => "more_time",
            Self::Help => "help",
            Self::SomethingElse => "something_else",
            Self::Call => "call",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.as_str() == name)
    }
}

/// What somebody tells about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Not begun after all.
    NotStarted,
    /// Busy.
    Busy,
    /// Done.
    Done,
    /// It cannot be done now, and this is needed.
    Cannot(Need),
    /// I do not need it any more.
    NotNeeded,
    /// The other side has not done it.
    NotDone,
    /// It was done after all.
    DoneAfterAll,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 10] = [
        Self::NotStarted,
        Self::Busy,
        Self::Done,
        Self::Cannot(Need::MoreTime),
        Self::Cannot(Need::Help),
        Self::Cannot(Need::SomethingElse),
        Self::Cannot(Need::Call),
        Self::NotNeeded,
        Self::NotDone,
        Self::DoneAfterAll,
    ];

    /// The name in the database and in forms; a need is told apart.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Busy => "busy",
            Self::Done => "done",
            Self::Cannot(_) => "cannot_now",
            Self::NotNeeded => "no_longer_needed",
            Self::NotDone => "not_done",
            Self::DoneAfterAll => "done_after_all",
        }
    }

    /// The mark with this name; `need` counts for what cannot be done now.
    #[must_use]
    pub fn parse(name: &str, need: &str) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|mark| mark.as_str() == name)?;
        match found {
            Self::Cannot(_) => Need::parse(need).map(Self::Cannot),
            mark => Some(mark),
        }
    }
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// How far it is.
    pub progress: Progress,
    /// What is needed, while it cannot be done now.
    pub need: Option<Need>,
    /// The side that says it was not done.
    pub not_done: Option<Side>,
}

impl Standing {
    /// Whether something is left to do or to settle: it is not over, or one side says that it was not done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !self.progress.is_over() || self.not_done.is_some()
    }

    /// Whether it is late on `today`: from the day after its date for as long as it is open. That the other side says
    /// something about it makes it no less late.
    #[must_use]
    pub fn is_late(self, due: NaiveDate, today: NaiveDate) -> bool {
        self.is_open() && due < today
    }
}

/// Where a line of `doer` stands after `side` gave a `mark`.
///
/// Who does it tells how far it is; a line of somebody else is told about by both sides. Only the side that it was
/// promised to lets it go, and only that side says that it was not done: nothing that the other tells takes that away.
///
/// # Errors
/// [`Refusal::NotYours`] when this is for the other side to tell; [`Refusal::WrongState`] when it changes nothing.
pub fn next_standing(doer: Party, standing: Standing, side: Side, mark: Mark) -> Result<Standing, Refusal> {
    let does = doer.side().is_none_or(|s| s == side);
    let gets = doer.side() != Some(side);
    // What a side said of the other's line stands until that side itself says something else.
    let told = |progress, need| Standing { progress, need, not_done: standing.not_done.filter(|who| *who != side) };
    let after = match mark {
        Mark::NotStarted | Mark::Busy | Mark::Done | Mark::Cannot(_) if !does => return Err(Refusal::NotYours),
        Mark::NotNeeded | Mark::NotDone | Mark::DoneAfterAll if !gets => return Err(Refusal::NotYours),
        // What the other side let go comes back only in a next version.
        Mark::NotStarted | Mark::Busy | Mark::Done | Mark::Cannot(_) if standing.progress == Progress::NoLongerNeeded && doer.side() == Some(side) => {
            return Err(Refusal::WrongState);
        }
        Mark::NotStarted => told(Progress::NotStarted, None),
        Mark::Busy => told(Progress::Busy, None),
        Mark::Done => told(Progress::Done, None),
        Mark::Cannot(need) => told(Progress::CannotNow, Some(need)),
        // What is let go is over for both.
        Mark::NotNeeded => Standing { progress: Progress::NoLongerNeeded, need: None, not_done: None },
        Mark::NotDone if standing.progress == Progress::NoLongerNeeded => return Err(Refusal::WrongState),
        Mark::NotDone => Standing { not_done: Some(side), ..standing },
        // Taking back what one said oneself: that it was not done, or that it is no longer needed.
        Mark::DoneAfterAll if standing.progress == Progress::NoLongerNeeded => told(Progress::NotStarted, None),
        Mark::DoneAfterAll if standing.not_done.is_some() => Standing { not_done: None, ..standing },
        Mark::DoneAfterAll => return Err(Refusal::WrongState),
    };
    if after == standing { Err(Refusal::WrongState) } else { Ok(after) }
}
