//! The draft: where it stands, what is in it, and starting or discarding one.

use super::DraftView;
use crate::file::File;
use crate::keys::Context;
use crate::review::Asked;
use crate::rights::was_active;
use crate::settings::Participation;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::intake::{Answers, Channel, Kept, Route, Switches, Walk};
use domain::mandate::{Part, Scope};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// Whose draft it is: the resident's own, which no staff ever sees, or one that a caseworker fills in with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// The resident's own.
    Own,
    /// At the desk, by phone or from paper.
    Desk,
    /// The resident's own, prepared by a helper: only what is shared, and nothing is decided.
    Help,
}

impl Way {
    /// The name in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "intake",
            Self::Desk => "desk",
            Self::Help => "helping",
        }
    }

    /// The way with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Own, Self::Desk, Self::Help].into_iter().find(|w| w.as_str() == name)
    }

    /// What looking at the draft is.
    pub(crate) const fn action(self) -> Action {
        match self {
            Self::Own => Action::FillIn,
            Self::Desk => Action::FillInAtDesk,
            Self::Help => Action::HelpSee(Part::Intake),
        }
    }

    /// What deciding about it is: throwing it away, choosing between two answers. Never a helper's.
    pub(super) const fn deciding(self) -> Action {
        match self {
            Self::Own | Self::Help => Action::FillIn,
            Self::Desk => Action::FillInAtDesk,
        }
    }

    pub(crate) const fn by_staff(self) -> i64 {
        matches!(self, Self::Desk) as i64
    }
}

/// What somebody else filled in at the same time.
#[derive(Debug, Clone)]
pub struct Other {
    /// Their answer.
    pub kept: Kept,
    /// Who.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
}

/// One kept answer with its version.
#[derive(Debug, Clone)]
pub struct KeptAnswer {
    /// The answer.
    pub kept: Kept,
    /// One more at each change.
    pub version: i64,
    /// Who.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
    /// Another answer to choose between.
    pub other: Option<Other>,
}

/// A draft with all its answers, opened.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// How it comes about.
    pub channel: Channel,
    /// Which questions.
    pub route: Route,
    /// The screen that was kept last.
    pub at_step: String,
    /// Whether the resident went on from there.
    pub passed: bool,
    /// The request for a second look that it answers.
    pub ask: Option<String>,
    /// What is asked, when it answers one: it has only those questions.
    pub asked: Option<Asked>,
    /// One more at each change.
    pub revision: i64,
    /// One more at each change of a helper.
    pub helped: i64,
    /// Started at, in milliseconds.
    pub created_at: i64,
    /// Last changed at, in milliseconds.
    pub updated_at: i64,
    /// The answers.
    pub kept: BTreeMap<String, KeptAnswer>,
}

type DraftRow = (String, String, String, String, i64, Option<String>, i64, i64, i64, i64);
type AnswerRow = (String, i64, Vec<u8>, String, i64, Option<Vec<u8>>, Option<String>, Option<i64>);

impl Service {
    /// The draft of `resident` on `way`, opened.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not; `Ok(Err(file))` when there is no draft.
    pub async fn draft(&self, actor: &Actor, resident: &str, way: Way) -> Result<std::result::Result<DraftView, File>> {
        let file = self.open_file(actor, way.action(), resident).await?;
        let mut view = match self.whole_draft(file, way).await? {
            Ok(view) => view,
            Err(file) => return Ok(Err(file)),
        };
        let DraftView { file, draft, .. } = &mut view;
        if way == Way::Help {
            crate::mandate::within(file, draft, |step| self.content.intake.step(step).map(|(question, _)| question.clone()));
            (draft.at_step, draft.passed) = crate::mandate::stood(self.db.read(), &draft.id, &actor.person).await?;
        }
        draft.kept.retain(|step, _| self.content.intake.step(step).is_none_or(|(question, _)| file.shows(question.visible)));
        Ok(Ok(self.view(view.file, view.draft)))
    }

    /// Whether this resident takes part.
    #[must_use]
    pub fn takes_part(&self, file: &File) -> bool {
        self.settings.intake.participation == Participation::Everyone || file.invited_at.is_some()
    }

    /// Starts a draft, or goes on with the one that is there: never a second one. After a sent version it starts
    /// from a copy of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not or the resident does not take part; [`Error::Conflict`] for a helper, when the
    /// resident has sent: only the resident changes what was sent.
    pub async fn start_draft(&self, actor: &Actor, resident: &str, way: Way, channel: Channel) -> Result<DraftView> {
        if way == Way::Help {
            // A helper who may only look begins nothing.
            let file = self.open_file(actor, way.action(), resident).await?;
            if !file.scope().is_some_and(Scope::fills_in_anything) {
                return Err(Error::NotFound);
            }
        }
        if let Ok(view) = self.draft(actor, resident, way).await? {
            return Ok(view);
        }
        let file = self.open_file(actor, way.action(), resident).await?;
        if way != Way::Desk && !self.takes_part(&file) {
            return Err(Error::NotFound);
        }
        let latest = self.latest_scan(&file).await?;
        if way == Way::Help && latest.is_some() {
            return Err(Error::Conflict("sent"));
        }
        let mut copy = latest.as_ref().map(|sent| sent.scan.kept()).unwrap_or_default();
        let channel = if way == Way::Desk { channel } else { Channel::Own };
        let told_by_channel = latest.as_ref().map(|sent| self.content.intake.known(sent.scan.channel)).unwrap_or_default();
        copy.retain(|step, _| !told_by_channel.contains_key(step));
        copy.extend(self.content.intake.known(channel));
        if way == Way::Own && self.together_now(&file).await?.is_some() {
            copy.extend(self.content.intake.known_together());
        }
        let first = if latest.is_some() { domain::intake::CHECK.to_owned() } else { self.first_step(file.route, &copy) };
        self.insert_draft(actor, file, way, NewDraft { channel, at_step: first, ask: None, copy }).await
    }

    fn first_step(&self, route: Route, answers: &Answers) -> String {
        let switches = Switches { on: self.settings.intake.switched_on.iter().cloned().collect(), only: None };
        Walk::new(&self.content.intake, route, &switches, answers).first_open(answers).id()
    }

    pub(crate) async fn insert_draft(&self, actor: &Actor, file: File, way: Way, new: NewDraft) -> Result<DraftView> {
        let (id, now, by, resident, route) = (new_id(), self.clock.now(), actor.person.clone(), file.resident().to_owned(), file.route);
        // A helper who begins has filled in nothing yet: what is known already is the resident's.
        let kept_by = if way == Way::Help { resident.clone() } else { by.clone() };
        let sealed = seal_all(&file, &id, &new.copy)?;
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "INSERT INTO draft (id, resident, by_staff, channel, route, at_step, ask, started_by, revision, created_at, updated_at) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9) ON CONFLICT (resident, by_staff) DO NOTHING",
                    )
                    .bind(&id)
                    .bind(resident)
                    .bind(way.by_staff())
                    .bind(new.channel.as_str())
                    .bind(route.as_str())
                    .bind(new.at_step)
                    .bind(new.ask)
                    .bind(&by)
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
                    if done.rows_affected() == 0 {
                        return Ok(());
                    }
                    for (step, sealed) in sealed {
                        sqlx::query("INSERT INTO answer (draft, step, version, sealed_kept, kept_by, kept_at) VALUES ($1, $2, 1, $3, $4, $5)")
                            .bind(&id)
                            .bind(step)
                            .bind(sealed)
                            .bind(&kept_by)
                            .bind(now)
                            .execute(&mut *tx)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await?;
        self.draft(actor, file.resident(), way).await?.map_err(|_| Error::Conflict("draft"))
    }

    /// Throws the draft away, at the wish of the person whose draft it is.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn discard_draft(&self, actor: &Actor, resident: &str, way: Way, draft: &str) -> Result<()> {
        self.open_file(actor, way.deciding(), resident).await?;
        let (resident, draft, now) = (resident.to_owned(), draft.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "DELETE FROM draft WHERE id = $1 AND resident = $2 AND by_staff = $3";
                    let gone = sqlx::query(sql).bind(draft).bind(&resident).bind(way.by_staff()).execute(&mut *tx).await?.rows_affected();
                    if gone > 0 { was_active(tx, &resident, now).await } else { Ok(()) }
                })
            })
            .await
    }
}

/// What a new draft begins with.
pub(crate) struct NewDraft {
    pub channel: Channel,
    pub at_step: String,
    pub ask: Option<String>,
    pub copy: Answers,
}

fn seal_all(file: &File, draft: &str, answers: &Answers) -> Result<Vec<(String, Vec<u8>)>> {
    answers.iter().map(|(step, kept)| Ok((step.clone(), file.key.seal_json(&answer_place(draft, step), kept)?))).collect()
}

/// Where an answer is sealed for.
pub(crate) fn answer_place(draft: &str, step: &str) -> Context {
    Context::new("answer", &[draft, step])
}

/// Reads the draft of a file; `None` when there is none.
pub(crate) async fn read(connection: &mut AnyConnection, file: &File, way: Way) -> Result<Option<Draft>> {
    let row: Option<DraftRow> = sqlx::query_as(
        "SELECT id, channel, route, at_step, passed, ask, revision, helped, created_at, updated_at FROM draft WHERE resident = $1 AND by_staff = $2",
    )
    .bind(file.resident())
    .bind(way.by_staff())
    .fetch_optional(&mut *connection)
    .await?;
    let Some((id, channel, route, at_step, passed, ask, revision, helped, created_at, updated_at)) = row else { return Ok(None) };
    let rows: Vec<AnswerRow> =
        sqlx::query_as("SELECT step, version, sealed_kept, kept_by, kept_at, sealed_other, other_by, other_at FROM answer WHERE draft = $1")
            .bind(&id)
            .fetch_all(&mut *connection)
            .await?;
    let kept = rows.into_iter().map(|row| answer(file, &id, row)).collect::<Result<_>>()?;
    let asked = match &ask {
        Some(ask) => Some(crate::review::asked(connection, file, ask).await?),
        None => None,
    };
    let unknown = || Error::internal("a draft has an unknown channel or route");
    let channel = Channel::parse(&channel).ok_or_else(unknown)?;
    let route = Route::parse(&route).ok_or_else(unknown)?;
    Ok(Some(Draft { id, channel, route, at_step, passed: passed != 0, ask, asked, revision, helped, created_at, updated_at, kept }))
}

fn answer(file: &File, draft: &str, row: AnswerRow) -> Result<(String, KeptAnswer)> {
    let (step, version, sealed, by, at, sealed_other, other_by, other_at) = row;
    let place = answer_place(draft, &step);
    let other = match (sealed_other, other_by, other_at) {
        (Some(sealed), Some(by), Some(at)) => Some(Other { kept: file.key.open_json(&place, &sealed)?, by, at }),
        _ => None,
    };
    let kept = file.key.open_json(&place, &sealed)?;
    Ok((step, KeptAnswer { kept, version, by, at, other }))
}
