//! The content of the intake as a whole: domains with their questions, the routes, the help blocks.

use super::{Answers, Channel, Condition, Domain, Kept, KnownRule, Pair, Question, Raw, Topic};
use serde::{Deserialize, Serialize};

/// One domain as content.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainContent {
    /// Which one.
    pub id: Domain,
    /// Its line icon.
    pub icon: String,
    /// Shows "I want to talk to somebody now" under each screen.
    #[serde(default)]
    pub talk: bool,
}

/// Brings a question (with its follow-ups) forward; it keeps its own domain.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// All must hold.
    pub when: Vec<Condition>,
    /// The question moved.
    pub question: String,
    /// The question it comes after.
    pub after: String,
}

/// Makes a domain the next one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextDomain {
    /// All must hold.
    pub when: Vec<Condition>,
    /// After this domain ...
    pub after: Domain,
    /// ... this one comes.
    pub domain: Domain,
}

/// The short route for group 3 ("Meedoen"), chosen by the caseworker and never computed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortRoute {
    /// Questions of the short route; their follow-ups come along.
    pub questions: Vec<String>,
    /// Follow-ups that stay out.
    #[serde(default)]
    pub without: Vec<String>,
}

/// Which questions a resident gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// All of them.
    Whole,
    /// The short route.
    Short,
}

impl Route {
    /// The name in the database and in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Short => "short",
        }
    }

    /// The route with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Whole, Self::Short].into_iter().find(|route| route.as_str() == name)
    }
}

/// A help block: who to call, in the resident's words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its id.
    pub id: String,
    /// Names of the phone numbers it shows, in order.
    pub lines: Vec<BlockLine>,
}

/// One phone number of a help block.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockLine {
    /// Name of the number in `municipality.toml`.
    pub phone: String,
}

/// The whole content of the intake.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// Opening questions (B).
    pub opening: Vec<Question>,
    /// The domains in their usual order, each with its questions.
    pub domains: Vec<(DomainContent, Vec<Question>)>,
    /// Closing questions (Z).
    pub closing: Vec<Question>,
    /// The opening question that says where to begin.
    pub start_with: String,
    /// Moves of questions.
    pub moves: Vec<Move>,
    /// Moves of domains.
    pub next_domains: Vec<NextDomain>,
    /// The short route.
    pub short: ShortRoute,
    /// From answers to conversation topics (gespreksonderwerpen).
    pub topics: Vec<Topic>,
    /// Seeds for reciprocity agreements (wederkerigheid).
    pub pairs: Vec<Pair>,
    /// Help blocks.
    pub blocks: Vec<Block>,
}

impl Intake {
    /// Every question in the order of the files.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.opening.iter().chain(self.domains.iter().flat_map(|(_, questions)| questions)).chain(&self.closing)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|q| q.id == id)
    }

    /// The answers that are known from the channel alone.
    #[must_use]
    pub fn known(&self, channel: Channel) -> Answers {
        self.known_by(|rule| rule.channel == Some(channel))
    }

    /// The answers that are known when somebody sits beside the resident.
    #[must_use]
    pub fn known_together(&self) -> Answers {
        self.known_by(|rule| rule.together)
    }

    fn known_by(&self, holds: impl Fn(&KnownRule) -> bool) -> Answers {
        let rule = |question: &Question| {
            let known = question.known.iter().find(|rule| holds(rule))?;
            Some((question.id.clone(), Kept::Given(Raw { choices: vec![known.choice.clone()], ..Raw::default() })))
        };
        self.questions().filter_map(rule).collect()
    }

    /// The question and part of a step id such as `W1` or `L2-stairs`.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<(&Question, Option<&str>)> {
        let (question, part) = id.split_once('-').map_or((id, None), |(q, p)| (q, Some(p)));
        let question = self.question(question)?;
        match part {
            None => question.parts.is_empty().then_some((question, None)),
            Some(part) => question.parts.iter().find(|p| *p == part).map(|p| (question, Some(p.as_str()))),
        }
    }
}
