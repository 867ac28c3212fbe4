//! Answers as they are kept: raw, valid or not, so that nothing a resident typed is ever lost.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What a form sent for one question, unchecked.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Raw {
    /// Option ids that were chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// The number field as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The text field as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Proposals, on the screen that asks for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
}

impl Raw {
    /// Whether nothing at all was chosen or typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.number.trim().is_empty() && self.text.trim().is_empty() && self.lines.is_empty()
    }
}

/// One proposal of a pair, or an own addition, as the resident left it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Line {
    /// Id of the pair it came from; `own` for an addition.
    pub pair: String,
    /// Whether the resident wants it.
    #[serde(default)]
    pub wanted: bool,
    /// What the municipality does, in the words shown or changed.
    #[serde(default)]
    pub municipality: String,
    /// What the resident does.
    #[serde(default)]
    pub resident: String,
}

/// One kept answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// "I skip this question" (Overgeslagen): an answer, not an empty field.
    Skipped,
    /// What was filled in.
    Given(Raw),
}

// Answers are personal data: what is printed says only that there is something.
impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Raw(…)")
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Line(…)")
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept(…)")
    }
}

/// Kept answers by step id (`W1`, `L2-stairs`); a domain id with [`Kept::Skipped`] is a domain skipped as a whole.
pub type Answers = BTreeMap<String, Kept>;
