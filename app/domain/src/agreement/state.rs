//! Who may do what with a version, in which state.

use serde::{Deserialize, Serialize};

/// One of the two sides that an agreement binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The resident.
    Resident,
    /// The municipality, through a caseworker.
    Municipality,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Resident, Self::Municipality];

    /// The name in the database and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Municipality => "municipality",
        }
    }

    /// The side with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.as_str() == name)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Resident => Self::Municipality,
            Self::Municipality => Self::Resident,
        }
    }
}

/// Who does a line, and who asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The resident.
    Resident,
    /// The municipality.
    Municipality,
    /// A buddy or volunteer (maatje, vrijwilliger): can help to prepare, never agree.
    Helper,
    /// Someone else: an employer, a school, family.
    Other,
}

impl Party {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Resident, Self::Municipality, Self::Helper, Self::Other];

    /// The name in the database, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Municipality => "municipality",
            Self::Helper => "helper",
            Self::Other => "other",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.as_str() == name)
    }

    /// The side that this is; `None` for who is no side.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Resident => Some(Side::Resident),
            Self::Municipality => Some(Side::Municipality),
            Self::Helper | Self::Other => None,
        }
    }
}

impl From<Side> for Party {
    fn from(side: Side) -> Self {
        match side {
            Side::Resident => Self::Resident,
            Side::Municipality => Self::Municipality,
        }
    }
}

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// One side writes; the other sees nothing of it.
    Concept,
    /// On the table, seen by both, binding nobody yet.
    Proposed,
    /// Both sides agreed on all of it.
    Agreed,
    /// A later version took its place.
    Replaced,
    /// Its proposer took it from the table.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Concept, Self::Proposed, Self::Agreed, Self::Replaced, Self::Withdrawn];

    /// The name in the database and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// What somebody does with a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Change the own concept.
    Write,
    /// Throw the own concept away.
    Discard,
    /// Put the own concept on the table.
    Propose,
    /// Answer a line.
    Answer,
    /// Agree to the whole text, as the last of both.
    Agree,
    /// Put a next version on the table: it takes the place of this one, or stands beside what was agreed until then.
    Change,
    /// Take the own proposal from the table.
    Withdraw,
    /// A later version was agreed.
    GiveWay,
    /// Tell how a line goes.
    Mark,
    /// Look back at the agreed moment.
    LookBack,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 10] =
        [Self::Write, Self::Discard, Self::Propose, Self::Answer, Self::Agree, Self::Change, Self::Withdraw, Self::GiveWay, Self::Mark, Self::LookBack];
}

/// Why something cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Who asks is no side of the agreement.
    NoSide,
    /// It is the other side's.
    NotYours,
    /// The version is in no state for it.
    WrongState,
    /// It is about an earlier version than the one on the table.
    OldVersion,
    /// There is nothing in it.
    Nothing,
    /// A line was answered that the version does not have.
    UnknownLine,
    /// A second colleague has to look first (vier ogen).
    FourEyes,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 7] = [Self::NoSide, Self::NotYours, Self::WrongState, Self::OldVersion, Self::Nothing, Self::UnknownLine, Self::FourEyes];

    /// The code of the conflict, as texts name it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSide | Self::NotYours => "agreement-not-yours",
            Self::WrongState => "agreement-state",
            Self::OldVersion => "agreement-old",
            Self::Nothing => "agreement-nothing",
            Self::UnknownLine => "agreement-line",
            Self::FourEyes => "agreement-four-eyes",
        }
    }
}

/// The state of a version of `proposer` after `who` did `action`.
///
/// # Errors
/// Why it cannot be done.
pub fn next(state: State, proposer: Side, who: Party, action: Action) -> Result<State, Refusal> {
    use Action as A;
    use State as S;
    let side = who.side().ok_or(Refusal::NoSide)?;
    let own = side == proposer;
    match (state, action) {
        (S::Concept, _) if !own => Err(Refusal::NotYours),
        (S::Concept, A::Write) => Ok(S::Concept),
        (S::Concept, A::Discard) => Ok(S::Withdrawn),
        (S::Concept, A::Propose) => Ok(S::Proposed),
        (S::Proposed, A::Answer) => Ok(S::Proposed),
        (S::Proposed, A::Agree) => Ok(S::Agreed),
        (S::Proposed, A::Change) => Ok(S::Replaced),
        (S::Proposed, A::Withdraw) if own => Ok(S::Withdrawn),
        (S::Proposed, A::Withdraw) => Err(Refusal::NotYours),
        (S::Agreed, A::Change | A::Mark | A::LookBack) => Ok(S::Agreed),
        (S::Agreed, A::GiveWay) => Ok(S::Replaced),
        _ => Err(Refusal::WrongState),
    }
}
