//! From answers to conversation topics, signals, pairs and preferences, by visible rules (no score).

use super::{Condition, Domain, Facts, Intake, Kind, Preference, Question, Step, Strength, Visibility, Walk};
use crate::agreement::Pillar;
use crate::request::RequestKind;
use serde::{Deserialize, Serialize};

/// What an outcome is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicKind {
    /// Somebody must act the same day.
    Signal,
    /// A topic for the conversation (gespreksonderwerp).
    Topic,
    /// Advice to the caseworker.
    Advice,
    /// A condition for agreements.
    Condition,
    /// A task of the municipality.
    Task,
    /// A request that the resident confirms separately.
    Request,
    /// A remark without consequence.
    Note,
}

/// How urgent a signal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Contact on the same working day.
    DirectContact,
    /// Call this week.
    CallThisWeek,
}

/// One rule from answers to an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id: `R4`, or a name.
    pub id: String,
    /// What comes of it.
    pub kind: TopicKind,
    /// How urgent, for signals.
    pub signal: Option<Signal>,
    /// Comes before work topics.
    #[serde(default)]
    pub first: bool,
    /// One of these must hold as a whole.
    #[serde(default)]
    pub any: Vec<Vec<Condition>>,
    /// One topic per domain whose wish is help or to talk first (R3).
    #[serde(default)]
    pub per_wish: bool,
    /// Which request is prepared.
    pub request: Option<RequestKind>,
    /// Leads to the calculator.
    #[serde(default)]
    pub calculator: bool,
    /// Who may see it.
    pub visible: Visibility,
}

/// A pair of lines to start an agreement from (wederkerigheid).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Its id.
    pub id: String,
    /// One of these must hold as a whole; without any it is only a template to choose.
    #[serde(default)]
    pub any: Vec<Vec<Condition>>,
    /// Its domain.
    pub domain: Domain,
    /// The number in its text: working days, weeks or hours.
    pub days: Option<i32>,
    /// Weeks from the day of the proposal to the date of its lines.
    #[serde(default = "quarter")]
    pub weeks: u32,
    /// What the municipality's line supports.
    #[serde(default)]
    pub pillar: Option<Pillar>,
    /// The scheme that the municipality's line uses; empty for none.
    #[serde(default)]
    pub scheme: String,
}

const fn quarter() -> u32 {
    13
}

/// One outcome for one resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// The rule.
    pub topic: &'a Topic,
    /// The domain, for a topic per wish.
    pub domain: Option<Domain>,
}

/// Every outcome in the order it is shown: signals, first topics, what matters most, the rest.
#[must_use]
pub fn outcomes<'a>(intake: &'a Intake, facts: &Facts, most_important: &[Domain]) -> Vec<Outcome<'a>> {
    let mut found = Vec::new();
    for topic in &intake.topics {
        if topic.per_wish {
            let mut domains: Vec<Domain> = wishes(intake, facts).filter(|(_, wish)| matches!(*wish, "help" | "talk_first")).map(|(d, _)| d).collect();
            domains.sort_by_key(|d| most_important.iter().position(|m| m == d).unwrap_or(usize::MAX));
            found.extend(domains.into_iter().map(|domain| Outcome { topic, domain: Some(domain) }));
        } else if facts.any_holds(&topic.any) {
            found.push(Outcome { topic, domain: None });
        }
    }
    found.sort_by_key(|o| (o.topic.kind != TopicKind::Signal, o.topic.signal, !o.topic.first, o.topic.kind));
    found
}

/// The wish per domain, in the order of the content.
pub fn wishes<'a>(intake: &'a Intake, facts: &'a Facts) -> impl Iterator<Item = (Domain, &'a str)> {
    intake.questions().filter(|q| q.choice == Some(super::Choice::Wish)).filter_map(|q| Some((q.domain?, facts.choices(&q.id).first()?.as_str())))
}

/// The pairs that the answers suggest.
#[must_use]
pub fn pairs<'a>(intake: &'a Intake, facts: &Facts) -> Vec<&'a Pair> {
    intake.pairs.iter().filter(|pair| facts.any_holds(&pair.any)).collect()
}

/// The answers that are a strength: each step with the options that count (empty for a text).
#[must_use]
pub fn strengths<'a>(walk: &Walk<'a>) -> Vec<(Step<'a>, Vec<String>)> {
    let of = |step: &Step<'a>| {
        let Step::Question(question, _) = step else { return None };
        let value = walk.facts.value(&step.id())?;
        let chosen = || value.choices.iter();
        let counted: Vec<String> = match question.strength.as_ref()? {
            Strength::Always(false) => return None,
            Strength::Always(true) => chosen().filter(|c| !question.stands_alone(c)).cloned().collect(),
            Strength::Any { any } => chosen().filter(|c| any.contains(c)).cloned().collect(),
            Strength::AtLeast { at_least } => {
                let score = |id: &str| question.choices().find(|(o, _)| *o == id).and_then(|(_, s)| s);
                chosen().filter(|c| score(c).is_some_and(|s| s >= *at_least)).cloned().collect()
            }
        };
        let by_text = question.choice.is_none() && value.text.is_some();
        (by_text || !counted.is_empty()).then_some((*step, counted))
    };
    walk.steps.iter().filter_map(of).collect()
}

/// The preferences that the answers set, later questions winning.
#[must_use]
pub fn preferences(intake: &Intake, facts: &Facts) -> Vec<(Preference, String)> {
    let asked = |q: &&Question| q.kind == Kind::Ordinary;
    let mut set: Vec<(Preference, String)> = Vec::new();
    for question in intake.questions().filter(asked) {
        let chosen: Vec<&String> = if question.parts.is_empty() {
            facts.choices(&question.id).iter().collect()
        } else {
            question.parts.iter().flat_map(|p| facts.choices(&format!("{}-{p}", question.id))).collect()
        };
        for rule in question.preferences.iter().filter(|rule| chosen.iter().any(|c| rule.any.contains(c))) {
            set.retain(|(preference, _)| *preference != rule.set);
            set.push((rule.set, rule.to.clone()));
        }
    }
    set
}
