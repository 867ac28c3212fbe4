//! What was sent: immutable, complete, in the words that were on the screen.

use super::{Domain, Kept, Line, Route, Visibility};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How an intake came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The resident did it.
    Own,
    /// With a caseworker at the desk (balie).
    Desk,
    /// With a caseworker by phone.
    Phone,
    /// Typed in from a paper form.
    Paper,
}

impl Channel {
    /// Those that a caseworker can choose.
    pub const BY_STAFF: [Self; 3] = [Self::Desk, Self::Phone, Self::Paper];

    /// The name in the database and in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Paper => "paper",
        }
    }

    /// The channel with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Own, Self::Desk, Self::Phone, Self::Paper].into_iter().find(|c| c.as_str() == name)
    }
}

/// The four states of an answer, different everywhere (rule of behaviour 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    /// Filled in.
    Given,
    /// "I don't know" (Weet ik niet).
    Unknown,
    /// "Skipped. That is allowed." (Overgeslagen. Dat mag.)
    Skipped,
    /// "Not filled in yet" (Nog niet ingevuld).
    #[default]
    Open,
}

/// Question and answer in one language, as they were on the screen.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// The answer in words; empty unless given.
    pub answer: String,
}

/// One question of what was sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanAnswer {
    /// Step id.
    pub step: String,
    /// Its domain; none for opening questions.
    pub domain: Option<Domain>,
    /// Who may see it.
    pub visible: Visibility,
    /// Its state.
    pub state: AnswerState,
    /// What was kept, for the next version and for derived outcomes.
    pub kept: Option<Kept>,
    /// The words by language code: Dutch always, and the resident's own.
    pub asked: BTreeMap<String, Asked>,
}

impl ScanAnswer {
    /// The words in `language`, or in Dutch when it was not asked in it; with the language they are in.
    #[must_use]
    pub fn in_language<'a>(&'a self, language: &'a str) -> (&'a str, Asked) {
        self.asked.get(language).map_or_else(|| ("nl", self.asked.get("nl").cloned().unwrap_or_default()), |asked| (language, asked.clone()))
    }
}

/// One proposal that the resident wants, in their words. Nothing is agreed yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The line as it was left.
    pub line: Line,
    /// The domain of its pair.
    pub domain: Option<Domain>,
}

/// One sent self-scan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfScan {
    /// 1 for the first, one more for each next.
    pub number: i64,
    /// Which questions were asked.
    pub route: Route,
    /// How it came about.
    pub channel: Channel,
    /// For a scan typed in by staff: how the resident agreed that it was sent.
    pub agreement: Option<String>,
    /// The language the resident used.
    pub language: String,
    /// Domains skipped as a whole.
    pub skipped_domains: Vec<Domain>,
    /// Every question that was on the way, in order.
    pub answers: Vec<ScanAnswer>,
    /// One or two domains that matter most.
    pub most_important: Vec<Domain>,
    /// What the resident proposes for both sides.
    pub proposals: Vec<Proposal>,
    /// Domains that a buddy may see.
    pub shared: Vec<Domain>,
}

impl SelfScan {
    /// The kept answers by step id, as a start for the next version.
    #[must_use]
    pub fn kept(&self) -> super::Answers {
        let skipped = self.skipped_domains.iter().map(|d| (d.as_str().to_owned(), Kept::Skipped));
        self.answers.iter().filter_map(|a| Some((a.step.clone(), a.kept.clone()?))).chain(skipped).collect()
    }

    /// The question with this step id.
    #[must_use]
    pub fn answer(&self, step: &str) -> Option<&ScanAnswer> {
        self.answers.iter().find(|a| a.step == step)
    }
}

impl fmt::Debug for SelfScan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SelfScan(version {})", self.number)
    }
}

impl fmt::Debug for ScanAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ScanAnswer({})", self.step)
    }
}
