//! Conditions of content: small, closed, without a language of their own.

use serde::Deserialize;

/// One condition over the answers that count. In content a table such as `{ question = "W1", any = ["paid"] }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Condition {
    /// One of these options was chosen.
    Any {
        /// Question id.
        question: String,
        /// Option ids.
        any: Vec<String>,
    },
    /// None of these options was chosen; holds for a question without an answer too.
    None {
        /// Question id.
        question: String,
        /// Option ids.
        none: Vec<String>,
    },
    /// The score (of any part) is this or lower.
    AtMost {
        /// Question id.
        question: String,
        /// Highest score that holds.
        at_most: i32,
    },
    /// The score (of any part) is this or higher.
    AtLeast {
        /// Question id.
        question: String,
        /// Lowest score that holds.
        at_least: i32,
    },
    /// At least this many domains were skipped as a whole. Only for topics.
    SkippedDomains {
        /// How many.
        skipped_domains: usize,
    },
}

impl Condition {
    /// The question it reads, if it reads one.
    #[must_use]
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::Any { question, .. } | Self::None { question, .. } | Self::AtMost { question, .. } | Self::AtLeast { question, .. } => Some(question),
            Self::SkippedDomains { .. } => None,
        }
    }

    /// The options it names.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match self {
            Self::Any { any, .. } => any,
            Self::None { none, .. } => none,
            _ => &[],
        }
    }
}
