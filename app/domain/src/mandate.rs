//! What a helper (maatje, vrijwilliger, ervaringsdeskundige) may see and prepare for one resident, until when.
//!
//! A mandate (machtiging) never lets anybody send, agree, sign or invite: there is no [`crate::access::Action`] for that.
//! Whether it holds at a moment is asked by [`crate::access::may`] on every request, so that ending it works at once.

use crate::intake::{Domain, Visibility};
use crate::{Problem, ProblemCode};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How long a mandate lasts when nobody says otherwise, in days.
pub const DAYS: u32 = 30;
/// The longest that it may last, in days.
pub const MOST_DAYS: u32 = 365;
/// The lengths that are offered, in days.
pub const OFFERED_DAYS: [u32; 4] = [7, DAYS, 90, MOST_DAYS];
/// The colours that tell one resident from another on a helper's screens.
pub const COLOURS: i64 = 6;

/// A part of the portal that can be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The questions of the intake, by domain.
    Intake,
    /// What both sides promised; lines about a domain only where that domain is shared too.
    Agreements,
    /// Where the resident is and which appointments come.
    Journey,
    /// The calculations that the resident kept.
    Calculation,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Intake, Self::Agreements, Self::Journey, Self::Calculation];
    /// The parts that are shared as a whole.
    pub const WHOLE: [Self; 3] = [Self::Agreements, Self::Journey, Self::Calculation];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Agreements => "agreements",
            Self::Journey => "journey",
            Self::Calculation => "calculation",
        }
    }

    /// The part with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

/// How far a helper goes in a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Sees the answers that a buddy may see (M).
    See,
    /// Sees and fills in those, and the ones for the caseworker (K), while the mandate lasts.
    FillIn,
}

impl Right {
    /// Both.
    pub const ALL: [Self; 2] = [Self::See, Self::FillIn];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::FillIn => "fill_in",
        }
    }

    /// The right with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.as_str() == name)
    }

    /// Whether an answer with this visibility is shown. What is the resident's alone (I) never is.
    #[must_use]
    pub const fn shows(self, visible: Visibility) -> bool {
        match visible {
            Visibility::M => true,
            Visibility::K => matches!(self, Self::FillIn),
            Visibility::I => false,
        }
    }
}

/// Everything that one mandate covers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scope {
    /// The domains of the intake.
    #[serde(default)]
    pub domains: BTreeMap<Domain, Right>,
    /// The other parts, to look at.
    #[serde(default)]
    pub parts: BTreeSet<Part>,
}

impl Scope {
    /// Whether something of this part may be looked at.
    #[must_use]
    pub fn covers(&self, part: Part) -> bool {
        match part {
            Part::Intake => !self.domains.is_empty(),
            part => self.parts.contains(&part),
        }
    }

    /// Whether an answer of this domain may be looked at. Questions of no domain are the resident's own.
    #[must_use]
    pub fn shows(&self, domain: Option<Domain>, visible: Visibility) -> bool {
        domain.and_then(|domain| self.domains.get(&domain)).is_some_and(|right| right.shows(visible))
    }

    /// Whether it may be filled in.
    #[must_use]
    pub fn fills_in(&self, domain: Option<Domain>, visible: Visibility) -> bool {
        let right = domain.and_then(|domain| self.domains.get(&domain));
        right.is_some_and(|right| *right == Right::FillIn && right.shows(visible))
    }

    /// Whether anything may be filled in.
    #[must_use]
    pub fn fills_in_anything(&self) -> bool {
        self.domains.values().any(|right| *right == Right::FillIn)
    }

    /// Whether nothing is shared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.domains.is_empty() && self.parts.is_empty()
    }

    /// What was chosen in a form: for each domain a right or nothing, and the other parts.
    ///
    /// # Errors
    /// Nothing chosen at all, or something that is not offered.
    pub fn typed<'a>(domains: impl IntoIterator<Item = (Domain, &'a str)>, parts: &[String]) -> Result<Self, Problem> {
        let unknown = || Problem::new("scope", ProblemCode::UnknownChoice);
        let mut scope = Self::default();
        for (domain, choice) in domains {
            if !choice.is_empty() && choice != "no" {
                scope.domains.insert(domain, Right::parse(choice).ok_or_else(unknown)?);
            }
        }
        for part in parts.iter().filter(|part| !part.is_empty()) {
            scope.parts.insert(Part::parse(part).filter(|part| Part::WHOLE.contains(part)).ok_or_else(unknown)?);
        }
        if scope.is_empty() { Err(Problem::new("scope", ProblemCode::Empty)) } else { Ok(scope) }
    }
}

/// How many days a mandate lasts, as it was chosen in a form; nothing chosen is [`DAYS`].
///
/// # Errors
/// No number, less than a day, or more than [`MOST_DAYS`].
pub fn typed_days(text: &str) -> Result<u32, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(DAYS);
    }
    let days: i64 = text.parse().map_err(|_| Problem::new("days", ProblemCode::NotANumber))?;
    match u32::try_from(days) {
        Ok(days @ 1..=MOST_DAYS) => Ok(days),
        _ if days < 1 => Err(Problem::new("days", ProblemCode::TooLow { min: 1 })),
        _ => Err(Problem::new("days", ProblemCode::TooHigh { max: MOST_DAYS as i32 })),
    }
}

/// Why somebody may act for a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The resident gave it and can end it.
    Given,
    /// A judge appointed a mentor or guardian (mentor, curator). Room in the model: it opens nothing yet.
    Guardian,
    /// A judge appointed an administrator of money (bewindvoerder). Room in the model: it opens nothing yet.
    Administrator,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Given, Self::Guardian, Self::Administrator];

    /// The name in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Guardian => "guardian",
            Self::Administrator => "administrator",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The article of the Civil Code (Burgerlijk Wetboek) on which it stands; none for what the resident gave.
    #[must_use]
    pub const fn legal_basis(self) -> Option<&'static str> {
        match self {
            Self::Given => None,
            Self::Guardian => Some("art. 1:453 BW"),
            Self::Administrator => Some("art. 1:441 BW"),
        }
    }
}

/// What one helper may do for one resident. Times are milliseconds since 1970 (UTC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Its id.
    pub id: String,
    /// The resident.
    pub resident: String,
    /// The helper.
    pub helper: String,
    /// Why.
    pub kind: Kind,
    /// What it covers.
    pub scope: Scope,
    /// The colour of this resident on the helper's screens, from 1 to [`COLOURS`].
    pub colour: i64,
    /// Who made it: the resident, or a caseworker at the desk with them.
    pub made_by: String,
    /// Since when it holds.
    pub from: i64,
    /// When it ends by itself.
    pub until: i64,
    /// When somebody ended it.
    pub withdrawn: Option<i64>,
}

impl Mandate {
    /// Whether it holds at `now`. What was ended stays ended, whatever a clock says.
    #[must_use]
    pub const fn holds(&self, now: i64) -> bool {
        self.withdrawn.is_none() && self.from <= now && now < self.until
    }

    /// When it stopped holding, if it did by `now`.
    #[must_use]
    pub fn ended(&self, now: i64) -> Option<i64> {
        let by_itself = (self.until <= now).then_some(self.until);
        match (self.withdrawn, by_itself) {
            (Some(withdrawn), Some(until)) => Some(withdrawn.min(until)),
            (withdrawn, until) => withdrawn.or(until),
        }
    }

    /// What `helper` may do for `resident` at `now`: nothing when it is about somebody else, is over, or is of a kind
    /// that opens nothing.
    #[must_use]
    pub fn scope_for(&self, helper: &str, resident: &str, now: i64) -> Option<&Scope> {
        (self.kind == Kind::Given && self.helper == helper && self.resident == resident && self.holds(now)).then_some(&self.scope)
    }
}

#[cfg(test)]
mod tests;
