//! Private notes, and the group with its reason, which the resident can read and answer.

use crate::event::{self, EventKind};
use crate::file::File;
use crate::journey::Moment;
use crate::keys::Context;
use crate::sync::outbox::Queued;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::journey::{Facts, Milestone};
use domain::review::Group;
use domain::{Problem, ProblemCode};

/// A private note of the municipality.
#[derive(Clone)]
pub struct Note {
    /// The text.
    pub text: String,
    /// Who.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
}

/// The group with its reason and the resident's answer.
#[derive(Clone)]
pub struct Decision {
    /// Row id.
    pub id: String,
    /// 1, 2 or 3.
    pub group: i64,
    /// The reason, for the resident to read.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When, in milliseconds.
    pub at: i64,
    /// What the resident answered, and when.
    pub reply: Option<(String, i64)>,
}

/// Longest note, reason or reply, in characters.
pub const LONGEST: usize = 2000;

/// A text that must be there and not too long.
pub(crate) fn checked(field: &'static str, text: &str) -> Result<String> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Error::Invalid(vec![Problem::new(field, ProblemCode::Empty)])),
        n if n > LONGEST => Err(Error::Invalid(vec![Problem::new(field, ProblemCode::TooLong { max: LONGEST })])),
        _ => Ok(text.to_owned()),
    }
}

impl Service {
    /// Writes a private note.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is empty or too long.
    pub async fn write_note(&self, actor: &Actor, resident: &str, text: &str) -> Result<()> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        let text = checked("note", text)?;
        let id = new_id();
        let sealed = file.key.seal(&Context::new("note", &[&id]), text.as_bytes())?;
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .run(
                sqlx::query("INSERT INTO note (id, resident, sealed_text, written_by, written_at) VALUES ($1, $2, $3, $4, $5)")
                    .bind(id)
                    .bind(resident)
                    .bind(sealed)
                    .bind(by)
                    .bind(now),
            )
            .await
    }

    /// The private notes, newest first. The caller has opened the file to read what was sent.
    pub(crate) async fn notes(&self, file: &File) -> Result<Vec<Note>> {
        let rows: Vec<(String, Vec<u8>, String, i64)> =
            sqlx::query_as("SELECT id, sealed_text, written_by, written_at FROM note WHERE resident = $1 ORDER BY written_at DESC")
                .bind(file.resident())
                .fetch_all(self.db.read())
                .await?;
        let open = |(id, sealed, by, at): (String, Vec<u8>, String, i64)| {
            let text = file.key.open(&Context::new("note", &[&id]), &sealed)?;
            Ok(Note { text: String::from_utf8_lossy(&text).into_owned(), by, at })
        };
        rows.into_iter().map(open).collect()
    }

    /// Sets the group with a reason that the resident can read.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a group or a reason.
    pub async fn set_group(&self, actor: &Actor, resident: &str, group: Option<Group>, reason: &str) -> Result<()> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        let Some(group) = group else { return Err(Error::Invalid(vec![Problem::new("group", ProblemCode::Empty)])) };
        let reason = checked("group_reason", reason)?;
        let id = new_id();
        let sealed = file.key.seal(&Context::new("group-reason", &[&id]), reason.as_bytes())?;
        let mut messages: Vec<Queued> = self.queue_contact(&file, "home-group", &reason)?.into_iter().collect();
        let grouped = |facts: &mut Facts, now: &Moment| {
            facts.group = Some(group);
            facts.reach(Milestone::Grouped, now.today);
        };
        messages.extend(self.queue_milestones(actor, &file, grouped).await?);
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query(
                        "INSERT INTO group_decision (id, resident, group_number, sealed_reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)",
                    )
                    .bind(id)
                    .bind(&resident)
                    .bind(group.number())
                    .bind(sealed)
                    .bind(&by)
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
                    sqlx::query("UPDATE review SET group_number = $1, version = version + 1 WHERE resident = $2")
                        .bind(group.number())
                        .bind(&resident)
                        .execute(&mut *tx)
                        .await?;
                    Queued::about_the_case(messages, tx).await?;
                    event::record(tx, &resident, EventKind::GroupSet, &group.number().to_string(), &by, now).await
                })
            })
            .await
    }

    /// What the resident says about the group.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is empty or too long; [`Error::Conflict`] when it was answered already.
    pub async fn reply_to_group(&self, actor: &Actor, resident: &str, decision: &str, reply: &str) -> Result<()> {
        let file = self.open_file(actor, Action::ReplyToGroup, resident).await?;
        let reply = checked("reply", reply)?;
        let sealed = file.key.seal(&Context::new("group-reply", &[decision]), reply.as_bytes())?;
        let (resident, by, now, decision) = (resident.to_owned(), actor.person.clone(), self.clock.now(), decision.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done =
                        sqlx::query("UPDATE group_decision SET sealed_reply = $1, replied_at = $2 WHERE id = $3 AND resident = $4 AND replied_at IS NULL")
                            .bind(sealed)
                            .bind(now)
                            .bind(decision)
                            .bind(&resident)
                            .execute(&mut *tx)
                            .await?;
                    if done.rows_affected() == 0 {
                        return Err(Error::Conflict("reply"));
                    }
                    event::record(tx, &resident, EventKind::GroupReply, "", &by, now).await
                })
            })
            .await
    }

    /// Every decision on the group, newest first. The caller has opened the file.
    pub(crate) async fn decisions(&self, file: &File) -> Result<Vec<Decision>> {
        type Row = (String, i64, Vec<u8>, String, i64, Option<Vec<u8>>, Option<i64>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, group_number, sealed_reason, decided_by, decided_at, sealed_reply, replied_at FROM group_decision WHERE resident = $1 ORDER BY decided_at DESC",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        rows.into_iter()
            .map(|(id, group, reason, by, at, reply, replied_at)| {
                let reason = text(file.key.open(&Context::new("group-reason", &[&id]), &reason)?);
                let reply = match reply.zip(replied_at) {
                    Some((sealed, at)) => Some((text(file.key.open(&Context::new("group-reply", &[&id]), &sealed)?), at)),
                    None => None,
                };
                Ok(Decision { id, group, reason, by, at, reply })
            })
            .collect()
    }
}
