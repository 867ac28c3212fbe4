//! The outbox: messages are written in the transaction of the change that they are about.

use super::message::{Contact, Message, Submission, iso_639_2, rfc3339};
use super::record::Record;
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
    /// For what has a document: it can begin a case.
    begins: Option<Begins>,
    now: i64,
}

/// What it takes to begin a case and to tell it what was before.
struct Begins {
    service: Service,
    file: File,
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
        let begins = message.paper().map(|_| Begins { service: self.clone(), file: file.clone() });
        Ok(Some(Queued { kind: message.kind(), sealed, resident: file.resident().to_owned(), begins, now: self.clock.now(), id }))
    }
}

/// The identificatie of a case: `P-` and our id in 26 characters, at most 40 as the standard asks.
fn identification(delivery: &str) -> Result<String> {
    let id = uuid::Uuid::parse_str(delivery).map_err(|_| Error::internal("an id that is no uuid"))?;
    Ok(format!("P-{}", data_encoding::BASE32_NOPAD.encode(id.as_bytes())))
}

impl Queued {
    /// Writes a version that was sent. It goes to the `newest` case, which the caller read while it held the resident, or
    /// begins one when that was concluded (`before` is the state of the review until now).
    pub(crate) async fn submitted(self, tx: &mut AnyConnection, before: Option<State>, newest: Option<&str>) -> Result<()> {
        match newest.filter(|_| before.is_some_and(|state| state != State::Concluded)) {
            Some(delivery) => self.append(tx, delivery).await,
            None => self.begin(tx, newest).await,
        }
    }

    /// Writes messages about the newest case. Without a case there is nothing that they could be about, but for one that
    /// begins it, and for records whose case was removed.
    pub(crate) async fn about_the_case(messages: Vec<Self>, tx: &mut AnyConnection) -> Result<()> {
        for message in messages {
            match newest(tx, &message.resident).await? {
                Some(delivery) => message.append(tx, &delivery).await?,
                None if message.begins.is_some() => message.begin(tx, None).await?,
                None if message.kind == "contact" => {}
                None => {
                    if let Some(delivery) = without_a_case(tx, &message.resident, message.now).await? {
                        message.append(tx, &delivery).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Begins a case that goes on from another, if there is one; the first is told what was before it.
    async fn begin(mut self, tx: &mut AnyConnection, follows: Option<&str>) -> Result<()> {
        let (delivery, begins) = (new_id(), self.begins.take());
        open_case(tx, &delivery, &self.resident, follows, self.now).await?;
        self.insert(tx, &delivery).await?;
        if let (Some(Begins { service, file }), None) = (begins, follows) {
            for earlier in service.queue_what_was_before(tx, &file).await? {
                earlier.insert(tx, &delivery).await?;
            }
        }
        Ok(())
    }

    async fn append(self, tx: &mut AnyConnection, delivery: &str) -> Result<()> {
        // The row of the case first: two messages of one resident wait for each other here.
        wake(tx, delivery, self.now).await?;
        let version = matches!(self.kind, "submission" | "correction");
        self.insert(tx, delivery).await?;
        if version { name_versions(tx, delivery).await } else { Ok(()) }
    }

    /// As the last message of a case; the first version in one that was begun just now is its submission already.
    async fn insert(self, tx: &mut AnyConnection, delivery: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO outbox (id, delivery, seq, kind, sealed_payload, created_at) \
             VALUES ($1, $2, (SELECT COALESCE(MAX(seq), 0) + 1 FROM outbox WHERE delivery = $2), $3, $4, $5)",
        )
        .bind(self.id)
        .bind(delivery)
        .bind(self.kind)
        .bind(self.sealed)
        .bind(self.now)
        .execute(tx)
        .await?;
        Ok(())
    }
}

/// Something waits in this case again.
async fn wake(tx: &mut AnyConnection, delivery: &str, now: i64) -> Result<()> {
    sqlx::query("UPDATE delivery SET since = CASE state WHEN 'waiting' THEN since ELSE $1 END, state = CASE state WHEN 'done' THEN 'waiting' ELSE state END WHERE id = $2")
        .bind(now)
        .bind(delivery)
        .execute(tx)
        .await?;
    Ok(())
}

/// The first version in a case is its submission, which makes the object; the others correct that. Whatever began the
/// case: an agreement makes no object of a version.
async fn name_versions(tx: &mut AnyConnection, delivery: &str) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET kind = CASE WHEN seq = (SELECT MIN(seq) FROM outbox WHERE delivery = $1 AND kind IN ('submission', 'correction')) \
         THEN 'submission' ELSE 'correction' END WHERE delivery = $1 AND done_at IS NULL AND kind IN ('submission', 'correction')",
    )
    .bind(delivery)
    .execute(tx)
    .await?;
    Ok(())
}

/// What waits for a case that was removed goes on without it.
pub(super) async fn go_on_without(tx: &mut AnyConnection, removed: &str, now: i64) -> Result<()> {
    // A worker that is still busy with it writes nothing more.
    let fenced = sqlx::query_as("UPDATE delivery SET fence = fence + 1 WHERE id = $1 AND state = 'removed' RETURNING resident");
    let Some((resident,)): Option<(String,)> = fenced.bind(removed).fetch_optional(&mut *tx).await? else { return Ok(()) };
    super::alert::clear(tx, removed, now).await?;
    // Of the messages about one agreement the last one has its document.
    let first = "SELECT COALESCE((SELECT MIN(seq) FROM outbox WHERE delivery = $1 AND done_at IS NULL AND kind IN ('submission', 'correction')), \
                 (SELECT MAX(seq) FROM outbox WHERE delivery = $1 AND done_at IS NULL AND kind = 'agreement'))";
    let (first,): (Option<i64>,) = sqlx::query_as(first).bind(removed).fetch_one(&mut *tx).await?;
    pass_on(tx, removed, &resident, first, now).await
}

/// What waits in a case goes on in the one that was begun after it, or in a new one that `first` begins (its place in the
/// case). Where nothing can begin one it goes to the newest case that is there; without any only records go on.
pub(super) async fn pass_on(tx: &mut AnyConnection, from: &str, resident: &str, first: Option<i64>, now: i64) -> Result<()> {
    // What was done for it is done again there, but for a message to the resident, which is one whatever its case.
    let forget = "DELETE FROM remote_ref WHERE local_kind = 'message' AND step <> 'contact' \
                  AND local_id IN (SELECT id FROM outbox WHERE delivery = $1 AND done_at IS NULL)";
    sqlx::query(forget).bind(from).execute(&mut *tx).await?;
    let to = match (newest(tx, resident).await?, first) {
        (Some(there), first) if first.is_none() || there.as_str() > from => there,
        (follows, Some(_)) => {
            let new = new_id();
            open_case(tx, &new, resident, follows.as_deref(), now).await?;
            new
        }
        (_, None) => {
            sqlx::query("DELETE FROM outbox WHERE delivery = $1 AND done_at IS NULL AND kind = 'contact'").bind(from).execute(&mut *tx).await?;
            let Some(records) = without_a_case(tx, resident, now).await? else { return Ok(()) };
            records
        }
    };
    wake(tx, &to, now).await?;
    let (last,): (i64,) = sqlx::query_as("SELECT COALESCE(MAX(seq), 0) FROM outbox WHERE delivery = $1").bind(&to).fetch_one(&mut *tx).await?;
    sqlx::query("UPDATE outbox SET delivery = $1, passed_on = 1, seq = CASE WHEN seq = $2 THEN $3 ELSE seq + $3 END WHERE delivery = $4 AND done_at IS NULL")
        .bind(&to)
        .bind(first.unwrap_or_default())
        .bind(last + 1)
        .bind(from)
        .execute(&mut *tx)
        .await?;
    name_versions(tx, &to).await
}

/// What carries records of a resident of whom every case was removed: their objects are there without one, and say what they
/// said last. `None` where there never was a case; then nothing was told.
async fn without_a_case(tx: &mut AnyConnection, resident: &str, now: i64) -> Result<Option<String>> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT id, records_only FROM delivery WHERE resident = $1 ORDER BY records_only DESC, id DESC LIMIT 1")
        .bind(resident)
        .fetch_all(&mut *tx)
        .await?;
    match rows.into_iter().next() {
        Some((there, 1)) => Ok(Some(there)),
        Some(_) => {
            let new = new_id();
            open_case(tx, &new, resident, None, now).await?;
            sqlx::query("UPDATE delivery SET records_only = 1 WHERE id = $1").bind(&new).execute(tx).await?;
            Ok(Some(new))
        }
        None => Ok(None),
    }
}

/// The newest case of `$resident` that is still there.
macro_rules! newest_case {
    ($resident:literal) => {
        concat!("SELECT d.id FROM delivery d WHERE d.resident = ", $resident, " AND d.state <> 'removed' AND d.records_only = 0 ORDER BY d.id DESC LIMIT 1")
    };
}
pub(crate) use newest_case;

/// The newest case of a resident that is still there: nothing reaches one that was removed. Where there is none, who
/// asks next waits: what begins a case and what is told when one begins do not miss each other.
async fn newest(tx: &mut AnyConnection, resident: &str) -> Result<Option<String>> {
    let mut row: Option<(String,)> = sqlx::query_as(newest_case!("$1")).bind(resident).fetch_optional(&mut *tx).await?;
    if row.is_none() {
        sqlx::query("UPDATE resident SET active_at = active_at WHERE id = $1").bind(resident).execute(&mut *tx).await?;
        row = sqlx::query_as(newest_case!("$1")).bind(resident).fetch_optional(&mut *tx).await?;
    }
    Ok(row.map(|(id,)| id))
}

/// Makes a case that goes on from an earlier one, if there is one.
async fn open_case(tx: &mut AnyConnection, id: &str, resident: &str, follows: Option<&str>, now: i64) -> Result<()> {
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
