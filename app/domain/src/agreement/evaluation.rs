//! Looking back at the agreed moment: for each line whether it helped.

use super::{Goal, Line, Progress, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a line helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helped {
    /// It helped.
    Yes,
    /// Partly.
    Partly,
    /// It did not.
    No,
    /// It did not happen.
    NotHappened,
}

impl Helped {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::NotHappened];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::NotHappened => "not_happened",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|helped| helped.as_str() == name)
    }
}

/// How one side looks back.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Evaluation {
    /// By line.
    pub lines: BTreeMap<String, Helped>,
    /// In words.
    #[serde(default)]
    pub words: String,
}

impl std::fmt::Debug for Evaluation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Evaluation(…)")
    }
}

impl Evaluation {
    /// The lines that can be looked back on: what is done, and what would be done by `today`. On the agreed day there is
    /// always something: where nothing is due yet, all that was not let go.
    pub fn lines_of(text: &Text, progress: impl Fn(&str) -> Progress, today: NaiveDate) -> impl Iterator<Item = &Line> {
        let known: Vec<(&Line, Progress)> = text.lines.iter().map(|line| (line, progress(&line.id))).collect();
        let over = move |(line, progress): &(&Line, Progress)| *progress == Progress::Done || (line.due <= today && *progress != Progress::NoLongerNeeded);
        let all = !known.iter().any(over) && text.look_back.is_some_and(|day| day <= today);
        known.into_iter().filter(move |one| over(one) || (all && one.1 != Progress::NoLongerNeeded)).map(|(line, _)| line)
    }

    /// The text that the next version starts from: what is not over and did not turn out to be of no help to both.
    #[must_use]
    pub fn next_text(text: &Text, both: &[&Self], progress: impl Fn(&str) -> Progress) -> Text {
        let useless = |line: &Line| !both.is_empty() && both.iter().all(|e| e.lines.get(&line.id) == Some(&Helped::No));
        let lines: Vec<Line> = text.lines.iter().filter(|line| !progress(&line.id).is_over() && !useless(line)).cloned().collect();
        let goals: Vec<Goal> = text.goals.iter().filter(|goal| lines.iter().any(|line| line.goal == goal.id)).cloned().collect();
        Text { goals, lines, look_back: None }
    }
}
