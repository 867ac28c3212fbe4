//! A version on the table: its words, what each side answered, and what each confirmed.

use super::{Line, Side, State, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a side says about one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Agree,
    /// No.
    Disagree,
    /// Let's talk about it.
    Talk,
}

impl Answer {
    /// Every answer, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Disagree, Self::Talk];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Disagree => "disagree",
            Self::Talk => "talk",
        }
    }

    /// The answer with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == name)
    }
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// Our id of the person.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
}

/// An answer that was sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Yes, no, or let's talk.
    pub answer: Answer,
    /// What was added in words.
    #[serde(default)]
    pub words: String,
    /// Who and when.
    pub sign: Sign,
}

impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Given({:?})", self.answer)
    }
}

/// Who confirmed exactly which text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Who and when.
    pub sign: Sign,
    /// The hash of [`Text::exact`].
    pub hash: String,
}

/// What both sides said about a version.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// By line, then by side.
    pub lines: BTreeMap<String, BTreeMap<Side, Given>>,
    /// Who confirmed the whole text.
    pub confirmed: BTreeMap<Side, Confirmation>,
    /// What the resident cannot answer now, as a caseworker recorded it; empty for nothing.
    #[serde(default)]
    pub could_not: Vec<(String, Sign)>,
}

impl Answers {
    /// What `side` said about a line.
    #[must_use]
    pub fn of(&self, line: &str, side: Side) -> Option<&Given> {
        self.lines.get(line)?.get(&side)
    }

    /// Keeps an answer.
    pub fn give(&mut self, line: &str, side: Side, given: Given) {
        self.lines.entry(line.to_owned()).or_default().insert(side, given);
    }
}

/// A version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// 1 for the first.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// Its words.
    pub text: Text,
    /// Who put it on the table.
    pub proposer: Side,
    /// Until when the other side thinks about it.
    pub think_until: NaiveDate,
    /// What both said.
    pub answers: Answers,
}

impl Version {
    /// Whether `side` said yes to every line.
    #[must_use]
    pub fn all_agreed_by(&self, side: Side) -> bool {
        self.text.lines.iter().all(|line| self.answers.of(&line.id, side).is_some_and(|given| given.answer == Answer::Agree))
    }

    /// Whether both sides said yes to every line and confirmed the whole.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.text.lines.is_empty() && Side::ALL.into_iter().all(|side| self.all_agreed_by(side) && self.answers.confirmed.contains_key(&side))
    }

    /// The lines that `side` has not answered.
    pub fn open_for(&self, side: Side) -> impl Iterator<Item = &Line> {
        self.text.lines.iter().filter(move |line| self.answers.of(&line.id, side).is_none())
    }

    /// The lines that wait for `side` to change or withdraw them: its own, to which the other said no or let's talk.
    pub fn blocked_on(&self, side: Side) -> impl Iterator<Item = &Line> {
        let blocks = move |line: &&Line| self.answers.of(&line.id, side.other()).is_some_and(|given| given.answer != Answer::Agree);
        self.text.lines.iter().filter(move |line| line.proposer == side).filter(blocks)
    }

    /// Whether it is up to `side`: a line without its answer, an own line that is blocked, or the whole to confirm.
    #[must_use]
    pub fn waits_for(&self, side: Side) -> bool {
        self.state == State::Proposed
            && (self.open_for(side).next().is_some()
                || self.blocked_on(side).next().is_some()
                || (self.all_agreed_by(side) && !self.answers.confirmed.contains_key(&side)))
    }

    /// Whether the time to think has ended without an answer to everything: nothing follows from it but that it is said.
    #[must_use]
    pub fn silent(&self, today: NaiveDate) -> bool {
        self.state == State::Proposed && self.think_until < today && self.waits_for(self.proposer.other())
    }
}
