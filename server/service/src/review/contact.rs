//! Contact about something that cannot wait: a small request, or the signal of what was sent.

use crate::event::{self, EventKind};
use crate::journey::Moment;
use crate::sync::outbox::Queued;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use domain::request::RequestKind;
use sqlx::AnyConnection;

/// How a call went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// Somebody spoke with the resident: it is settled.
    Spoken,
    /// Nobody answered: it stays open.
    NoAnswer,
    /// It was settled by mistake: it is open again.
    Undo,
}

impl Contact {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Spoken, Self::NoAnswer, Self::Undo];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::NoAnswer => "no_answer",
            Self::Undo => "undo",
        }
    }

    /// The contact with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|contact| contact.as_str() == name)
    }
}

impl Service {
    /// Keeps how contact went, about a small request or, without one, about the signal of what was sent. A second tap
    /// changes nothing. A request to be deleted is settled by deciding about it.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn contact(&self, actor: &Actor, resident: &str, request: Option<&str>, contact: Contact) -> Result<()> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        let milestones = match contact {
            Contact::Spoken => self.queue_milestones(actor, &file, Moment::spoke).await?,
            Contact::Undo => {
                let reference = self.reference_of(resident, request).await?;
                self.queue_milestones(actor, &file, |facts, now| Moment::not_settled(facts, now, &reference)).await?
            }
            Contact::NoAnswer => Vec::new(),
        };
        let (resident, request, by, now) = (resident.to_owned(), request.map(ToOwned::to_owned), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let happened = match &request {
                        Some(request) => about_request(tx, &resident, request, &by, contact, now).await?,
                        None => about_signal(tx, &resident, contact, now).await?.then(String::new),
                    };
                    let Some(reference) = happened else { return Ok(()) };
                    let kind = match contact {
                        Contact::Spoken => EventKind::RequestSettled,
                        Contact::NoAnswer => EventKind::NoAnswer,
                        Contact::Undo => EventKind::SettledUndone,
                    };
                    Queued::about_the_case(milestones, tx).await?;
                    event::record(tx, &resident, kind, &reference, &by, now).await
                })
            })
            .await
    }

    /// The reference of a request; empty without one.
    async fn reference_of(&self, resident: &str, request: Option<&str>) -> Result<String> {
        let row: Option<(String,)> = sqlx::query_as("SELECT reference FROM request WHERE id = $1 AND resident = $2")
            .bind(request.unwrap_or_default())
            .bind(resident)
            .fetch_optional(self.db.read())
            .await?;
        Ok(row.map(|(reference,)| reference).unwrap_or_default())
    }
}

/// The reference of the request when something changed.
async fn about_request(tx: &mut AnyConnection, resident: &str, request: &str, by: &str, contact: Contact, now: i64) -> Result<Option<String>> {
    type Row = (String, String);
    let row: Option<Row> =
        match contact {
            Contact::Spoken => {
                sqlx::query_as(
                    "UPDATE request SET settled_by = $1, settled_at = $2 WHERE id = $3 AND resident = $4 AND settled_at IS NULL AND kind <> 'erasure' RETURNING reference, kind",
                )
                .bind(by)
                .bind(now)
                .bind(request)
                .bind(resident)
                .fetch_optional(&mut *tx)
                .await?
            }
            Contact::Undo => sqlx::query_as(
                "UPDATE request SET settled_by = NULL, settled_at = NULL WHERE id = $1 AND resident = $2 AND settled_at IS NOT NULL AND kind <> 'erasure' RETURNING reference, kind",
            )
            .bind(request)
            .bind(resident)
            .fetch_optional(&mut *tx)
            .await?,
            Contact::NoAnswer => {
                sqlx::query_as("SELECT reference, kind FROM request WHERE id = $1 AND resident = $2 AND settled_at IS NULL")
                    .bind(request)
                    .bind(resident)
                    .fetch_optional(&mut *tx)
                    .await?
            }
        };
    let Some((reference, kind)) = row else { return Ok(None) };
    // The urgent request and the signal say the same.
    if kind == RequestKind::Urgent.as_str() {
        about_signal(tx, resident, contact, now).await?;
    }
    Ok(Some(reference))
}

/// Whether something changed, or for a call without an answer: whether there is a signal.
async fn about_signal(tx: &mut AnyConnection, resident: &str, contact: Contact, now: i64) -> Result<bool> {
    let (statement, value) = match contact {
        Contact::Spoken => {
            ("UPDATE review SET signal_settled_at = $1, version = version + 1 WHERE resident = $2 AND signal > 0 AND signal_settled_at IS NULL", Some(now))
        }
        Contact::Undo => {
            ("UPDATE review SET signal_settled_at = $1, version = version + 1 WHERE resident = $2 AND signal > 0 AND signal_settled_at IS NOT NULL", None)
        }
        Contact::NoAnswer => {
            let open: Option<(i64,)> = sqlx::query_as("SELECT signal FROM review WHERE resident = $1 AND signal > 0 AND signal_settled_at IS NULL")
                .bind(resident)
                .fetch_optional(tx)
                .await?;
            return Ok(open.is_some());
        }
    };
    let done = sqlx::query(statement).bind(value).bind(resident).execute(tx).await?;
    Ok(done.rows_affected() > 0)
}
