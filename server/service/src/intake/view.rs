//! A draft with what is needed to show it: the way through it, where to go on, what is wrong.

use super::draft::{Draft, Way, read};
use crate::content::Content;
use crate::file::File;
use crate::{Result, Service};
use domain::intake::{Answers, Domain, Kept, Step, Switches, Walk};
use std::sync::Arc;

/// A draft with what is needed to show it.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// The resident's file.
    pub file: File,
    /// The draft.
    pub draft: Draft,
    /// The answers without their versions.
    pub answers: Answers,
    /// Content.
    pub content: Arc<Content>,
    /// What is switched on or left out.
    pub switches: Switches,
}

impl DraftView {
    /// The way through the intake: the resident's, or the part of it that a helper may fill in.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        let walk = Walk::new(&self.content.intake, self.draft.route, &self.switches, &self.answers);
        match self.file.scope() {
            Some(scope) => walk.within(|question| scope.fills_in(question.domain, question.visible)),
            None => walk.showing(|question| self.file.shows(question.visible)),
        }
    }

    /// The same with what a helper may only look at.
    #[must_use]
    pub fn shown(&self) -> Walk<'_> {
        let walk = Walk::new(&self.content.intake, self.draft.route, &self.switches, &self.answers);
        match self.file.scope() {
            Some(scope) => walk.within(|question| scope.shows(question.domain, question.visible)),
            None => walk.showing(|question| self.file.shows(question.visible)),
        }
    }

    /// Where to go on: the screen that was kept last, or the one after it when the resident went on from there. An
    /// answered one in the middle is no place to begin: then it is the first open question.
    #[must_use]
    pub fn resume_at(&self) -> String {
        let walk = self.walk();
        let Some(step) = walk.step(&self.draft.at_step) else { return walk.first_open(&self.answers).id() };
        if !self.draft.passed || self.is_faulty(&step) {
            return step.id();
        }
        let next = self.after(&step.id());
        match walk.step(&next) {
            Some(step @ Step::Question(..)) if step.is_answered(&self.answers) && self.draft.asked.is_none() => walk.first_open(&self.answers).id(),
            _ => next,
        }
    }

    /// Whether the answer to `step` is wrong: it is asked again before anything else.
    #[must_use]
    pub fn is_faulty(&self, step: &Step<'_>) -> bool {
        match (step, self.answers.get(&step.id())) {
            (Step::Question(question, _), Some(Kept::Given(raw))) => domain::intake::check(question, raw).is_err(),
            _ => false,
        }
    }

    /// The screen after `step`: past a domain that was skipped as a whole, and the check page at the end. When an answer
    /// elsewhere took the step off the way, the first open question.
    #[must_use]
    pub fn after(&self, step: &str) -> String {
        let walk = self.walk();
        let skipped = Domain::parse(step).filter(|_| self.answers.get(step) == Some(&Kept::Skipped));
        let next = match (walk.position(step), skipped) {
            (None, _) => Some(walk.first_open(&self.answers)),
            (Some(at), Some(domain)) => walk.steps.iter().skip(at + 1).find(|s| s.domain() != Some(domain)).copied(),
            (Some(_), None) => walk.after(step),
        };
        next.map_or_else(|| domain::intake::CHECK.to_owned(), |step| step.id())
    }

    /// The key of the copy on the resident's own phone: another resident's copy does not open with it.
    ///
    /// # Errors
    /// Never in practice; see [`crate::keys::DataKey::derive`].
    pub fn copy_key(&self) -> Result<String> {
        Ok(data_encoding::BASE64.encode(&self.file.key.derive(&format!("copy-on-phone/{}", self.draft.id))?))
    }
}

impl Service {
    /// The draft of a file with everything that is in it, whoever asks: to send it.
    pub(super) async fn whole_draft(&self, file: File, way: Way) -> Result<std::result::Result<DraftView, File>> {
        let mut connection = self.db.read().acquire().await?;
        let draft = read(&mut connection, &file, way).await?;
        drop(connection);
        Ok(match draft {
            Some(draft) => Ok(self.view(file, draft)),
            None => Err(file),
        })
    }

    pub(crate) fn view(&self, file: File, draft: Draft) -> DraftView {
        let answers = draft.kept.iter().map(|(step, a)| (step.clone(), a.kept.clone())).collect();
        let only = draft.asked.as_ref().map(|asked| asked.content.questions.iter().cloned().collect());
        let switches = Switches { on: self.settings.intake.switched_on.iter().cloned().collect(), only };
        DraftView { file, draft, answers, content: Arc::clone(&self.content), switches }
    }
}
