//! Small steps: a resident's own line in pieces, in the resident's own words. Nobody else sees them, and nobody has to
//! agree to them.

use super::order::GoalOrder;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use domain::agreement::Party;
use domain::{Problem, ProblemCode};
use serde::{Deserialize, Serialize};

/// The most steps of a line: more is no help.
pub const STEPS_MAX: usize = 5;
/// The most characters of a step.
pub const STEP_MAX: usize = 120;

/// A small step.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallStep {
    /// In words.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
}

impl std::fmt::Debug for SmallStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmallStep({})", self.done)
    }
}

impl Service {
    /// Keeps the small steps of an own line: empty ones are left out, and what was done stays so while its words do.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident or the line is not theirs; [`Error::Invalid`] for a step with
    /// too many words.
    pub async fn keep_small_steps(&self, actor: &Actor, resident: &str, line: &str, texts: &[String]) -> Result<()> {
        let texts: Vec<&str> = texts.iter().map(|text| text.trim()).take(STEPS_MAX).collect();
        let long = texts.iter().enumerate().filter(|(_, text)| text.chars().count() > STEP_MAX);
        let problems: Vec<Problem> =
            long.map(|(at, _)| Problem { field: format!("step_{}", at + 1).into(), code: ProblemCode::TooLong { max: STEP_MAX } }).collect();
        if !problems.is_empty() {
            // Who may not learns nothing, not even that.
            self.open_file(actor, Action::KeepProfile, resident).await?;
            return Err(Error::Invalid(problems));
        }
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).map(ToOwned::to_owned).collect();
        self.change_own_line(actor, resident, line, |order| {
            let texts = texts.clone();
            let before = order.steps.remove(line).unwrap_or_default();
            let step = |text: String| SmallStep { done: before.iter().any(|step| step.text == text && step.done), text };
            let steps: Vec<SmallStep> = texts.into_iter().map(step).collect();
            if !steps.is_empty() {
                order.steps.insert(line.to_owned(), steps);
            }
        })
        .await
    }

    /// Says that the small step with these words is done, or not yet: a page that is old changes no other step.
    ///
    /// # Errors
    /// As for keeping them.
    pub async fn tick_small_step(&self, actor: &Actor, resident: &str, line: &str, text: &str, done: bool) -> Result<()> {
        self.change_own_line(actor, resident, line, |order| {
            if let Some(step) = order.steps.get_mut(line).and_then(|steps| steps.iter_mut().find(|step| step.text == text && step.done != done)) {
                step.done = done;
            }
        })
        .await
    }

    async fn change_own_line(&self, actor: &Actor, resident: &str, line: &str, change: impl Fn(&mut GoalOrder)) -> Result<()> {
        let file = self.open_file(actor, Action::KeepProfile, resident).await?;
        let lines = self.agreement_lines(&file).await?;
        if lines.get(line).is_none_or(|view| view.doer != Party::Resident) {
            return Err(Error::NotFound);
        }
        self.change_goal_order(&file, |order| {
            // Steps of lines that are no longer there are nobody's any more.
            order.steps.retain(|line, _| lines.contains_key(line));
            change(order);
        })
        .await
    }
}
