//! Small requests: each leaves the portal by its own tap, with its own reference.

use crate::event::{self, EventKind};
use crate::intake::Way;
use crate::keys::Context;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::profile::phone;
use domain::request::RequestKind;
use domain::{Problem, ProblemCode};
use serde::{Deserialize, Serialize};

/// What a request holds: this one answer and how to reach the resident. Nothing else of the draft.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RequestContent {
    /// The answer in words, as it stood on the screen.
    pub about: String,
    /// Telephone number.
    pub phone: String,
    /// Who would like a buddy: the neighbourhood, so that somebody near can be found; empty for not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub neighbourhood: String,
}

/// A request as it stands.
#[derive(Clone)]
pub struct Request {
    /// Row id.
    pub id: String,
    /// What is asked.
    pub kind: RequestKind,
    /// What the resident can name.
    pub reference: String,
    /// Sent at, in milliseconds.
    pub sent_at: i64,
    /// ISO date by which somebody answers.
    pub due_on: String,
    /// Settled by whom and when.
    pub settled: Option<(String, i64)>,
    /// What it holds.
    pub content: RequestContent,
}

fn place(id: &str) -> Context {
    Context::new("request", &[id])
}

type Row = (String, String, String, i64, String, Option<String>, Option<i64>, Vec<u8>);

impl Service {
    /// Sends a request. A second tap on the same form (`form_key`) finds the first. `about` is a step of the
    /// resident's own draft; only that one answer goes along.
    ///
    /// # Errors
    /// [`Error::Invalid`] when a number is needed and missing or wrong.
    pub async fn send_request(
        &self,
        actor: &Actor,
        resident: &str,
        kind: RequestKind,
        about: &str,
        typed_phone: &str,
        form_key: &str,
        neighbourhood: &str,
    ) -> Result<String> {
        let file = self.open_file(actor, Action::SendRequest, resident).await?;
        // Whoever acts for a resident does not have the file deleted.
        if kind == RequestKind::Erasure && !file.own {
            return Err(Error::NotFound);
        }
        if let Some((reference,)) = sqlx::query_as::<_, (String,)>("SELECT reference FROM request WHERE form_key = $1 AND resident = $2")
            .bind(form_key)
            .bind(resident)
            .fetch_optional(self.db.read())
            .await?
        {
            return Ok(reference);
        }
        let typed = typed_phone.trim();
        let number = phone(typed);
        match (typed.is_empty(), &number) {
            (true, _) if kind.needs_phone() => return Err(Error::Invalid(vec![Problem::new("phone", ProblemCode::PhoneNeeded)])),
            (false, None) => return Err(Error::Invalid(vec![Problem::new("phone", ProblemCode::NotAPhone)])),
            _ => {}
        }
        let near = kind == RequestKind::Buddy && self.content.volunteers.neighbourhoods.iter().any(|n| n == neighbourhood);
        let neighbourhood = if near { neighbourhood.to_owned() } else { String::new() };
        if !crate::is_form_key(form_key) {
            return Err(Error::NotFound);
        }
        let content = RequestContent { about: self.words_of(actor, resident, about).await?, phone: number.unwrap_or_default(), neighbourhood };
        let (id, reference, now, due) = (new_id(), crate::intake::new_reference("V")?, self.clock.now(), kind.due(self.clock.today()).to_string());
        let sealed = file.key.seal_json(&place(&id), &content)?;
        let (resident, by, form_key) = (resident.to_owned(), actor.person.clone(), form_key.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "INSERT INTO request (id, resident, kind, reference, form_key, sealed_content, sent_at, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (form_key) DO NOTHING",
                    )
                    .bind(&id)
                    .bind(&resident)
                    .bind(kind.as_str())
                    .bind(&reference)
                    .bind(&form_key)
                    .bind(&sealed)
                    .bind(now)
                    .bind(&due)
                    .execute(&mut *tx)
                    .await?;
                    if done.rows_affected() > 0 {
                        event::record(tx, &resident, EventKind::RequestSent, &reference, &by, now).await?;
                        return Ok(reference);
                    }
                    // A second tap at the same moment is shown what the first one sent.
                    let found = sqlx::query_as("SELECT reference FROM request WHERE form_key = $1 AND resident = $2").bind(&form_key).bind(&resident);
                    let row: Option<(String,)> = found.fetch_optional(tx).await?;
                    row.map(|(reference,)| reference).ok_or(Error::NotFound)
                })
            })
            .await
    }

    /// The answer that a request is about, in Dutch words for the caseworker.
    async fn words_of(&self, actor: &Actor, resident: &str, step: &str) -> Result<String> {
        let Some((question, part)) = self.content.intake.step(step) else { return Ok(String::new()) };
        let Ok(view) = self.draft(actor, resident, Way::Own).await? else { return Ok(String::new()) };
        let words = self.content.texts.words(crate::content::Locale::dutch(self.settings.municipality.form));
        let answer = view.answers.get(step).map(|kept| crate::intake::answer_text(&words, question, kept)).unwrap_or_default();
        Ok(if answer.is_empty() { String::new() } else { format!("{} {answer}", crate::intake::question_text(&words, question, part)) })
    }

    /// Every request of a resident, newest first. The caller has opened the file.
    pub(crate) async fn requests(&self, file: &crate::file::File) -> Result<Vec<Request>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, kind, reference, sent_at, due_on, settled_by, settled_at, sealed_content FROM request WHERE resident = $1 ORDER BY sent_at DESC",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        rows.into_iter()
            .map(|(id, kind, reference, sent_at, due_on, by, at, sealed)| {
                let kind = RequestKind::parse(&kind).ok_or_else(|| Error::internal("a request has an unknown kind"))?;
                let content = file.key.open_json(&place(&id), &sealed)?;
                Ok(Request { id, kind, reference, sent_at, due_on, settled: by.zip(at), content })
            })
            .collect()
    }
}
