//! The six-axis picture: how the resident sees it, nothing more. No total, no norm.

use super::{Domain, Facts, Intake};

/// One axis of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// The domain.
    pub domain: Domain,
    /// 1 (very bad) to 5 (very good); `None` is a gap, never zero.
    pub value: Option<i32>,
    /// Whether its question was skipped, which is something else than not filled in.
    pub skipped: bool,
}

/// The six axes in their fixed order, so that two pictures can be laid over each other.
#[must_use]
pub fn picture(intake: &Intake, facts: &Facts) -> Vec<Axis> {
    Domain::ALL
        .into_iter()
        .map(|domain| {
            let question = intake.questions().find(|q| q.axis && q.domain == Some(domain));
            let value = question.and_then(|q| facts.scores(&q.id).first().copied()).filter(|v| (1..=5).contains(v));
            Axis { domain, value, skipped: question.is_some_and(|q| facts.skipped(q)) }
        })
        .collect()
}
