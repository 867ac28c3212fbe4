//! What a resident finds on their own home: the next step, what was sent, what somebody asks.

use super::ask::Ask;
use super::decide::Decision;
use super::page::Standing;
use crate::file::File;
use crate::intake::SentView;
use crate::journey::Now;
use crate::request::Request;
use crate::{Result, Service};
use domain::access::{Action, Actor, Role};
use domain::agreement::Side;
use domain::review::State;

/// The home of a resident.
#[derive(Clone)]
pub struct Home {
    /// The resident's file.
    pub file: File,
    /// Whether the resident takes part in the intake.
    pub takes_part: bool,
    /// The draft, if one is open: when it was changed, and how many screens have an answer of how many.
    pub draft: Option<(i64, usize, usize)>,
    /// What was sent, newest first.
    pub sent: Vec<SentView>,
    /// Questions about answers, newest first.
    pub asks: Vec<Ask>,
    /// Small requests, newest first.
    pub requests: Vec<Request>,
    /// Decisions on the group, newest first.
    pub decisions: Vec<Decision>,
    /// Where the review of the newest version stands.
    pub standing: Option<Standing>,
    /// How many calculations the resident kept.
    pub calculations: usize,
    /// Whether the date by which the resident hears something has passed.
    pub late: bool,
    /// What both sides do now, as on the journey.
    pub now: Now,
}

impl Service {
    /// The home of `resident`.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor is not that resident.
    pub async fn home(&self, actor: &Actor, resident: &str) -> Result<Home> {
        let file = self.open_file(actor, Action::ReadOwn, resident).await?;
        let known = self.known(actor, &file).await?;
        let draft = known.draft.as_ref().map(|view| {
            let walk = view.walk();
            let screens = || walk.steps.iter().filter(|s| matches!(s, domain::intake::Step::Question(..)));
            let done = screens().filter(|s| s.is_answered(&view.answers)).count();
            (view.draft.updated_at, done, screens().count())
        });
        // Who acts for the resident sees nothing of agreements.
        let agreement = if actor.role == Role::Resident { Some(self.agreement_of(file.clone(), Side::Resident).await?) } else { None };
        let now = self.now_of(&file, &known, agreement.as_ref(), None).await?;
        let today = self.clock.today().to_string();
        Ok(Home {
            late: known.standing.as_ref().is_some_and(|s| s.state != State::Concluded && s.due_on < today),
            standing: known.standing,
            takes_part: self.takes_part(&file),
            sent: self.scans(&file, 20).await?,
            asks: known.asks,
            requests: known.requests,
            decisions: known.decisions,
            calculations: self.calculations(&file).await?.len(),
            draft,
            now,
            file,
        })
    }
}
