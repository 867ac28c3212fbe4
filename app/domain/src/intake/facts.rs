//! The answers that count: valid, of questions that are really asked on this resident's way.

use super::{Answers, Condition, Domain, Intake, Kept, Question, Value, check};
use std::collections::{BTreeMap, BTreeSet};

/// Checked answers by step id, and the domains skipped as a whole.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    values: BTreeMap<String, Value>,
    scores: BTreeMap<String, Vec<i32>>,
    skipped: BTreeSet<String>,
    skipped_domains: Vec<Domain>,
}

impl Facts {
    /// Facts about which domains were skipped, before any question counted.
    #[must_use]
    pub fn new(answers: &Answers) -> Self {
        let skipped_domains = Domain::ALL.into_iter().filter(|d| answers.get(d.as_str()) == Some(&Kept::Skipped)).collect();
        Self { skipped_domains, ..Self::default() }
    }

    /// Lets the answers to `question` count.
    pub fn count(&mut self, question: &Question, answers: &Answers) {
        let whole = (question.id.clone(), answers.get(&question.id));
        let parts = question.parts.iter().map(|part| (format!("{}-{part}", question.id), answers.get(&format!("{}-{part}", question.id))));
        for (step, kept) in std::iter::once(whole).chain(parts) {
            if kept == Some(&Kept::Skipped) {
                self.skipped.insert(step.clone());
            }
            let Some(Kept::Given(raw)) = kept else { continue };
            let Ok(value) = check(question, raw) else { continue };
            let scores = question.choices().filter(|(id, _)| value.choices.iter().any(|c| c == id)).filter_map(|(_, score)| score);
            self.scores.entry(question.id.clone()).or_default().extend(scores);
            self.values.insert(step, value);
        }
    }

    /// The answer to a step.
    #[must_use]
    pub fn value(&self, step: &str) -> Option<&Value> {
        self.values.get(step)
    }

    /// What was chosen at a question.
    #[must_use]
    pub fn choices(&self, question: &str) -> &[String] {
        self.values.get(question).map_or(&[], |v| &v.choices)
    }

    /// The score of a question; of its parts in their order.
    #[must_use]
    pub fn scores(&self, question: &str) -> &[i32] {
        self.scores.get(question).map_or(&[], Vec::as_slice)
    }

    /// Whether `question` was skipped, by itself or with its domain.
    #[must_use]
    pub fn skipped(&self, question: &Question) -> bool {
        self.skipped.contains(&question.id) || question.domain.is_some_and(|d| self.skipped_domains.contains(&d))
    }

    /// The domains skipped as a whole.
    #[must_use]
    pub fn skipped_domains(&self) -> &[Domain] {
        &self.skipped_domains
    }

    /// Whether `condition` holds.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        let chose = |question: &str, options: &[String]| self.choices(question).iter().any(|c| options.contains(c));
        match condition {
            Condition::Any { question, any } => chose(question, any),
            Condition::None { question, none } => !chose(question, none),
            Condition::AtMost { question, at_most } => self.scores(question).iter().any(|s| s <= at_most),
            Condition::AtLeast { question, at_least } => self.scores(question).iter().any(|s| s >= at_least),
            Condition::SkippedDomains { skipped_domains } => self.skipped_domains.len() >= *skipped_domains,
        }
    }

    /// Whether all of `conditions` hold.
    #[must_use]
    pub fn all_hold(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|c| self.holds(c))
    }

    /// Whether one of `alternatives` holds as a whole.
    #[must_use]
    pub fn any_holds(&self, alternatives: &[Vec<Condition>]) -> bool {
        alternatives.iter().any(|all| self.all_hold(all))
    }

    /// Facts with every valid answer counted, whether asked or not: for tests and imports.
    #[must_use]
    pub fn of_all(intake: &Intake, answers: &Answers) -> Self {
        let mut facts = Self::new(answers);
        for question in intake.questions() {
            facts.count(question, answers);
        }
        facts
    }
}
