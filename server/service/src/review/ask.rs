//! "A question about your answers" (vraag over uw antwoorden): one open at a time, leading to exactly those questions.

use super::act::transition;
use crate::event::{self, EventKind};
use crate::file::File;
use crate::intake::{DraftView, Way};
use crate::keys::Context;
use crate::sync::outbox::Queued;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::intake::Channel;
use domain::review::Event;
use domain::{Problem, ProblemCode};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

/// What is asked.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AskContent {
    /// Why, as a key of the texts.
    pub reason: String,
    /// Question ids.
    pub questions: Vec<String>,
    /// In the caseworker's words.
    pub message: String,
}

/// A request for a second look.
#[derive(Clone)]
pub struct Ask {
    /// Row id.
    pub id: String,
    /// What is asked.
    pub content: AskContent,
    /// By whom.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
    /// open, answered or withdrawn.
    pub state: String,
    /// When it was closed.
    pub closed_at: Option<i64>,
    /// The version that answered it.
    pub answered_by: Option<String>,
}

impl Ask {
    /// Whether the resident still has to answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// The reasons to choose from; the texts are `ask-reason-…`.
pub const REASONS: [&str; 4] = ["unclear", "missing", "changed", "other"];

fn place(id: &str) -> Context {
    Context::new("ask", &[id])
}

/// What somebody asked.
#[derive(Clone)]
pub struct Asked {
    /// What.
    pub content: AskContent,
    /// Who.
    pub by: String,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked(…)")
    }
}

/// What a request for a second look is about.
pub(crate) async fn asked(connection: &mut AnyConnection, file: &File, ask: &str) -> Result<Asked> {
    let row: Option<(Vec<u8>, String)> = sqlx::query_as("SELECT sealed_content, asked_by FROM ask WHERE id = $1 AND resident = $2")
        .bind(ask)
        .bind(file.resident())
        .fetch_optional(connection)
        .await?;
    let Some((sealed, by)) = row else { return Err(Error::NotFound) };
    Ok(Asked { content: file.key.open_json(&place(ask), &sealed)?, by })
}

type Row = (String, Vec<u8>, String, i64, String, Option<i64>, Option<String>);

impl Service {
    /// Asks the resident about answers.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem; [`Error::Conflict`] when one is open already or the review is in no
    /// state for it.
    pub async fn ask(&self, actor: &Actor, resident: &str, content: AskContent) -> Result<()> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        let mut problems = Vec::new();
        if !REASONS.contains(&content.reason.as_str()) {
            problems.push(Problem::new("reason", ProblemCode::Empty));
        }
        if content.questions.is_empty() {
            problems.push(Problem::new("questions", ProblemCode::Empty));
        }
        if content.questions.iter().any(|q| self.content.intake.question(q).is_none()) {
            problems.push(Problem::new("questions", ProblemCode::UnknownChoice));
        }
        match content.message.trim().chars().count() {
            0 => problems.push(Problem::new("message", ProblemCode::Empty)),
            n if n > 1000 => problems.push(Problem::new("message", ProblemCode::TooLong { max: 1000 })),
            _ => {}
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let scan = self.latest_scan(&file).await?.ok_or(Error::Conflict("review"))?.id;
        let (id, now, by) = (new_id(), self.clock.now(), actor.person.clone());
        let mut content = content;
        content.questions.sort_by_key(|asked| self.content.intake.questions().position(|q| q.id == *asked));
        let sealed = file.key.seal_json(&place(&id), &content)?;
        let message = self.queue_contact(&file, "home-asked", &content.message)?.into_iter().collect();
        let resident = resident.to_owned();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    transition(tx, &resident, Event::Asked, now).await?;
                    let done = sqlx::query(
                        "INSERT INTO ask (id, resident, scan, sealed_content, asked_by, asked_at, state) VALUES ($1, $2, $3, $4, $5, $6, 'open') ON CONFLICT DO NOTHING",
                    )
                    .bind(id)
                    .bind(&resident)
                    .bind(scan)
                    .bind(sealed)
                    .bind(&by)
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
                    if done.rows_affected() == 0 {
                        return Err(Error::Conflict("ask"));
                    }
                    Queued::about_the_case(message, tx).await?;
                    event::record(tx, &resident, EventKind::Asked, "", &by, now).await
                })
            })
            .await
    }

    /// Withdraws the open question. A draft that answers it becomes an ordinary one, so nothing typed is lost.
    ///
    /// # Errors
    /// [`Error::Conflict`] when none is open any more.
    pub async fn withdraw_ask(&self, actor: &Actor, resident: &str) -> Result<()> {
        self.open_file(actor, Action::Review, resident).await?;
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let row: Option<(String,)> =
                        sqlx::query_as("UPDATE ask SET state = 'withdrawn', closed_at = $1 WHERE resident = $2 AND state = 'open' RETURNING id")
                            .bind(now)
                            .bind(&resident)
                            .fetch_optional(&mut *tx)
                            .await?;
                    let Some((ask,)) = row else { return Err(Error::Conflict("ask")) };
                    sqlx::query("UPDATE draft SET ask = NULL WHERE ask = $1").bind(ask).execute(&mut *tx).await?;
                    transition(tx, &resident, Event::AskWithdrawn, now).await?;
                    event::record(tx, &resident, EventKind::AskWithdrawn, "", &by, now).await
                })
            })
            .await
    }

    /// Every request for a second look, newest first. The caller has opened the file.
    pub(crate) async fn asks(&self, file: &File) -> Result<Vec<Ask>> {
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, sealed_content, asked_by, asked_at, state, closed_at, answered_by FROM ask WHERE resident = $1 ORDER BY asked_at DESC")
                .bind(file.resident())
                .fetch_all(self.db.read())
                .await?;
        rows.into_iter()
            .map(|(id, sealed, by, at, state, closed_at, answered_by)| {
                Ok(Ask { content: file.key.open_json(&place(&id), &sealed)?, id, by, at, state, closed_at, answered_by })
            })
            .collect()
    }

    /// Starts answering the open question: a copy of what was sent, showing exactly those questions. A draft that
    /// is there already goes on as it is and shows those questions too.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nothing is asked.
    pub async fn start_answering(&self, actor: &Actor, resident: &str) -> Result<DraftView> {
        let file = self.open_file(actor, Action::FillIn, resident).await?;
        let ask = self.asks(&file).await?.into_iter().find(Ask::is_open).ok_or(Error::NotFound)?;
        let first = |view: &DraftView| view.walk().steps.first().map(domain::intake::Step::id).unwrap_or_default();
        if let Ok(view) = self.draft(actor, resident, Way::Own).await? {
            let (draft, id) = (view.draft.id.clone(), ask.id.clone());
            self.db.run(sqlx::query("UPDATE draft SET ask = $1 WHERE id = $2").bind(id).bind(draft)).await?;
        } else {
            let copy = self.latest_scan(&file).await?.map(|s| s.scan.kept()).unwrap_or_default();
            let new = crate::intake::NewDraft { channel: Channel::Own, at_step: String::new(), ask: Some(ask.id), copy };
            self.insert_draft(actor, file, Way::Own, new).await?;
        }
        let view = self.draft(actor, resident, Way::Own).await?.map_err(|_| Error::NotFound)?;
        self.stand_at(&view.draft.id, &first(&view), crate::intake::Stand::Here).await?;
        Ok(view)
    }
}
