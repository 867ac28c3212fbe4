//! The words of a version: goals, and for each goal the lines that say who does what by when.

use super::{Party, Side};
use crate::intake::Domain;
use crate::{Problem, ProblemCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::Write as _;

/// The most characters of a line or a goal.
pub const LINE_MAX: usize = 300;
/// The most characters of a note.
pub const NOTE_MAX: usize = 500;
/// The most lines of a version: more than anybody oversees.
pub const LINES_MAX: usize = 30;

/// What a municipality's line supports (pijler).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pillar {
    /// Getting going (activering).
    Activation,
    /// A safety net (vangnet).
    SafetyNet,
    /// Health (gezondheid).
    Health,
}

impl Pillar {
    /// Every pillar.
    pub const ALL: [Self; 3] = [Self::Activation, Self::SafetyNet, Self::Health];

    /// The name in forms, content and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::SafetyNet => "safety_net",
            Self::Health => "health",
        }
    }

    /// The pillar with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pillar| pillar.as_str() == name)
    }
}

/// A scheme of the municipality that a line can use: debt help, special assistance, a course.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Its id.
    pub id: String,
    /// The pillar that it belongs to.
    pub pillar: Pillar,
}

/// What the lines of a municipality can use, as its content says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supports {
    /// The schemes.
    #[serde(default, rename = "scheme")]
    pub schemes: Vec<Scheme>,
}

/// What the resident wants to reach, in their own words where there are any.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Goal {
    /// Its id, the same in every version.
    pub id: String,
    /// In words.
    pub title: String,
    /// What it is about.
    pub domain: Option<Domain>,
}

/// One line: who does what by when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its id, the same in every version.
    pub id: String,
    /// The goal that it helps.
    pub goal: String,
    /// Who does it.
    pub doer: Party,
    /// What, in the voice of who does it: "Ik ...", "Wij ...".
    pub text: String,
    /// By when.
    pub due: NaiveDate,
    /// The article that asks for it, if one does.
    #[serde(default)]
    pub legal_basis: String,
    /// What else is good to know.
    #[serde(default)]
    pub note: String,
    /// What a municipality's line supports.
    #[serde(default)]
    pub pillar: Option<Pillar>,
    /// The scheme of the municipality that it uses; empty for none.
    #[serde(default)]
    pub scheme: String,
    /// Who put these words on the table.
    pub proposer: Side,
}

/// Everything that both sides would agree to.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// The goals.
    pub goals: Vec<Goal>,
    /// The lines, in the order of the goals.
    pub lines: Vec<Line>,
    /// When both look back together.
    #[serde(default)]
    pub look_back: Option<NaiveDate>,
}

/// What is odd about a proposal of the municipality: it can be meant so, and is sent only when somebody says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt<'a> {
    /// The resident does something for this goal and the municipality nothing.
    OneSided(&'a Goal),
    /// This line is due before the resident has to answer.
    DueBeforeAnswer(&'a Line),
}

macro_rules! hidden {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}
hidden!(Goal, Line, Text);

impl Line {
    /// Whether nothing that anybody would agree to differs: not the words, the doer, the date or the ground.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        Self { proposer: self.proposer, ..other.clone() } == *self
    }
}

impl Text {
    /// The line with this id.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The goal with this id.
    #[must_use]
    pub fn goal(&self, id: &str) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// The lines of a goal.
    pub fn lines_of<'a>(&'a self, goal: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.goal == goal)
    }

    /// Whether there is a line of this party.
    #[must_use]
    pub fn has(&self, party: Party) -> bool {
        self.lines.iter().any(|line| line.doer == party)
    }

    /// Leaves out goals without a line.
    pub fn tidy(&mut self) {
        let lines = &self.lines;
        self.goals.retain(|goal| lines.iter().any(|line| line.goal == goal.id));
    }

    /// The exact text, one way of writing it, to take a hash of: who, what, by when, on which ground.
    #[must_use]
    pub fn exact(&self) -> String {
        let mut out = String::from("agreement 1\n");
        let mut field = |name: &str, value: &str| {
            // The length in front, so that no two texts are written the same.
            let _ = writeln!(out, "{name} {} {value}", value.len());
        };
        for goal in &self.goals {
            field("goal", &goal.id);
            field("title", &goal.title);
            field("domain", goal.domain.map_or("", Domain::as_str));
        }
        for line in &self.lines {
            field("line", &line.id);
            field("of", &line.goal);
            field("doer", line.doer.as_str());
            field("text", &line.text);
            field("due", &line.due.to_string());
            field("basis", &line.legal_basis);
            field("note", &line.note);
            field("pillar", line.pillar.map_or("", Pillar::as_str));
            field("scheme", &line.scheme);
            field("proposer", line.proposer.as_str());
        }
        field("look-back", &self.look_back.map(|day| day.to_string()).unwrap_or_default());
        out
    }

    /// What is odd about putting this on the table for the municipality, with time to think until `answer_by`; of the
    /// dates only those that were not there `before`.
    #[must_use]
    pub fn doubts(&self, before: Option<&Self>, answer_by: NaiveDate) -> Vec<Doubt<'_>> {
        let does = |goal: &Goal, party| self.lines_of(&goal.id).any(|line| line.doer == party);
        let one_sided = self.goals.iter().filter(|goal| does(goal, Party::Resident) && !does(goal, Party::Municipality)).map(Doubt::OneSided);
        let known = |line: &Line| before.and_then(|text| text.line(&line.id)).is_some_and(|old| old.due == line.due);
        let early = self.lines.iter().filter(|line| line.due < answer_by && !known(line)).map(Doubt::DueBeforeAnswer);
        one_sided.chain(early).collect()
    }

    /// What stands in the way of putting this on the table for `side` on `today`; `before` is what was there already,
    /// whose dates may have passed.
    #[must_use]
    pub fn problems(&self, before: Option<&Self>, side: Side, today: NaiveDate) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.lines.is_empty() {
            found.push(Problem::new("lines", ProblemCode::Empty));
        }
        if self.lines.len() > LINES_MAX {
            found.push(Problem::new("lines", ProblemCode::TooManyChoices { max: LINES_MAX }));
        }
        // The municipality never asks without doing something itself.
        if side == Side::Municipality && self.has(Party::Resident) && !self.has(Party::Municipality) {
            found.push(Problem::new("lines", ProblemCode::OneSided));
        }
        for line in &self.lines {
            let unchanged = before.and_then(|text| text.line(&line.id)).is_some_and(|old| old.due == line.due);
            if line.due < today && !unchanged {
                found.push(Problem { field: Cow::Owned(format!("line-{}", line.id)), code: ProblemCode::Past });
            }
        }
        if self.look_back.is_some_and(|day| day < today && before.and_then(|text| text.look_back) != Some(day)) {
            found.push(Problem::new("look_back", ProblemCode::Past));
        }
        found
    }
}
