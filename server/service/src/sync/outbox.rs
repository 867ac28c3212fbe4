//! The outbox: messages are written in the transaction of the change that they are about.

use super::message::{Contact, Message, Submission, iso_639_2, rfc3339};
use super::record::{Record, RecordKind};
use crate::content::Locale;
use crate::file::File;
use crate::intake::SentView;
use crate::keys::Context;
use crate::settings::BackendKind;
use crate::{Error, Result, Service, new_id};
use domain::review::State;
use sqlx::AnyConnection;

/// A message that is ready to be written: sealed beforehand, so that the transaction is short.
pub(crate) struct Queued {
    id: String,
    kind: &'static str,
    sealed: Vec<u8>,
    resident: String,
    /// The case to make when there is none to go on with.
    delivery: String,
    now: i64,
}

/// Where the payload of a message is sealed for.
pub(super) fn payload_place(id: &str) -> Context {
    Context::new("outbox", &[id])
}

/// Where its document is sealed for.
pub(super) fn document_place(id: &str) -> Context {
    Context::new("outbox-document", &[id])
}

impl Service {
    /// The message about a version that is being sent; `None` when nothing is delivered.
    pub(crate) fn queue_submission(&self, file: &File, sent: &SentView) -> Result<Option<Queued>> {
        let today = self.clock.today().to_string();
        self.queued(file, || Message::Submission(Submission::new(&self.content, sent, &today)))
    }

    /// The message about what a caseworker wrote to the resident: `subject` is the key of a text of the portal.
    pub(crate) fn queue_contact(&self, file: &File, subject: &str, text: &str) -> Result<Option<Queued>> {
        let number = i64::from(fastrand::u32(1_000_000_000..=u32::MAX));
        let text: String = text.chars().take(1000).collect();
        let language = iso_639_2(&file.profile.language).to_owned();
        let subject = self.content.texts.words(Locale::dutch(self.settings.municipality.form)).t(subject);
        self.queued(file, || Message::Contact(Contact { number, subject: subject.clone(), text, at: rfc3339(self.clock.now()), language }))
    }

    /// The message that a record is to say what it says now.
    pub(super) fn queue_record(&self, file: &File, record: Record) -> Result<Option<Queued>> {
        self.queued(file, || Message::Record(record))
    }

    fn queued(&self, file: &File, message: impl FnOnce() -> Message) -> Result<Option<Queued>> {
        if matches!(self.settings.backend.kind, BackendKind::None | BackendKind::Simulated) {
            return Ok(None);
        }
        let (id, message) = (new_id(), message());
        let sealed = file.key.seal_json(&payload_place(&id), &message)?;
        Ok(Some(Queued { kind: message.kind(), sealed, resident: file.resident().to_owned(), delivery: new_id(), now: self.clock.now(), id }))
    }
}

/// The identificatie of a case: `P-` and our id in 26 characters, at most 40 as the standard asks.
fn identification(delivery: &str) -> Result<String> {
    let id = uuid::Uuid::parse_str(delivery).map_err(|_| Error::internal("an id that is no uuid"))?;
    Ok(format!("P-{}", data_encoding::BASE32_NOPAD.encode(id.as_bytes())))
}

impl Queued {
    /// Writes a version that was sent. It corrects the open case, or begins a new one when that was concluded (`before`
    /// is the state of the review until now).
    pub(crate) async fn submitted(self, tx: &mut AnyConnection, before: Option<State>) -> Result<()> {
        let newest = newest(tx, &self.resident).await?;
        let open = newest.clone().filter(|_| before.is_some_and(|state| state != State::Concluded));
        match open {
            Some(delivery) => self.append(tx, &delivery, "correction").await,
            None => {
                let delivery = self.delivery.clone();
                open_case(tx, &delivery, &self.resident, newest.as_deref(), self.now).await?;
                self.append(tx, &delivery, "submission").await
            }
        }
    }

    /// Writes messages about the newest case. Without a case there is nothing that they could be about, but for an
    /// agreement, which begins one.
    pub(crate) async fn about_the_case(messages: Vec<Self>, tx: &mut AnyConnection) -> Result<()> {
        for message in messages {
            let kind = message.kind;
            match newest(tx, &message.resident).await? {
                Some(delivery) => message.append(tx, &delivery, kind).await?,
                None if kind == RecordKind::Agreement.as_str() => {
                    let delivery = message.delivery.clone();
                    open_case(tx, &delivery, &message.resident, None, message.now).await?;
                    message.append(tx, &delivery, kind).await?;
                }
                None => {}
            }
        }
        Ok(())
    }

    async fn append(self, tx: &mut AnyConnection, delivery: &str, kind: &str) -> Result<()> {
        // The row of the case first: two messages of one resident wait for each other here.
        sqlx::query("UPDATE delivery SET since = CASE state WHEN 'waiting' THEN since ELSE $1 END, state = CASE state WHEN 'done' THEN 'waiting' ELSE state END WHERE id = $2")
            .bind(self.now)
            .bind(delivery)
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "INSERT INTO outbox (id, delivery, seq, kind, sealed_payload, created_at) \
             VALUES ($1, $2, (SELECT COALESCE(MAX(seq), 0) + 1 FROM outbox WHERE delivery = $2), $3, $4, $5)",
        )
        .bind(self.id)
        .bind(delivery)
        .bind(kind)
        .bind(self.sealed)
        .bind(self.now)
        .execute(tx)
        .await?;
        Ok(())
    }
}

async fn newest(tx: &mut AnyConnection, resident: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT id FROM delivery WHERE resident = $1 ORDER BY id DESC LIMIT 1").bind(resident).fetch_optional(tx).await?;
    Ok(row.map(|(id,)| id))
}

/// Makes a case that goes on from an earlier one, if there is one.
pub(super) async fn open_case(tx: &mut AnyConnection, id: &str, resident: &str, follows: Option<&str>, now: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO delivery (id, resident, identification, follows, state, since, next_at, attempts, step, asked_at, code, lease_until, fence) \
         VALUES ($1, $2, $3, $4, 'waiting', $5, $5, 0, '', NULL, '', 0, 0)",
    )
    .bind(id)
    .bind(resident)
    .bind(identification(id)?)
    .bind(follows)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}
