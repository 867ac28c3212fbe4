//! A caseworker's look at a colleague's resident: it asks for a reason, which the resident reads too.

use crate::keys::Context;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor, Role, Subject, may};
use domain::{Problem, ProblemCode};

/// How long a reason holds, in milliseconds: a working day.
const HOLDS: i64 = 8 * 60 * 60_000;
/// The shortest and the longest reason, in characters.
const LENGTH: (usize, usize) = (5, 300);

pub(super) fn place(id: &str) -> Context {
    Context::new("look-reason", &[id])
}

/// Whether this is a colleague's resident.
fn is_a_colleagues(actor: &Actor, subject: &Subject) -> bool {
    actor.role == Role::Caseworker && subject.caseworker.as_ref().is_some_and(|caseworker| *caseworker != actor.person)
}

impl Service {
    /// Whether the actor has to say why first.
    pub(crate) async fn needs_reason(&self, actor: &Actor, subject: &Subject) -> Result<bool> {
        if !is_a_colleagues(actor, subject) {
            return Ok(false);
        }
        let given: Option<(i64,)> = sqlx::query_as("SELECT at FROM look_reason WHERE person = $1 AND resident = $2 AND at > $3 LIMIT 1")
            .bind(&actor.person)
            .bind(&subject.resident)
            .bind(self.clock.now() - HOLDS)
            .fetch_optional(self.db.read())
            .await?;
        Ok(given.is_none())
    }

    /// A caseworker says why they look at a colleague's resident. It holds for a working day.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they may not, whatever the reason; [`Error::Invalid`] when it says nothing.
    pub async fn give_reason(&self, actor: &Actor, resident: &str, reason: &str) -> Result<()> {
        let file = self.file_of(resident).await.ok().filter(|file| may(actor, Action::ReadSent, Some(&file.subject)));
        let Some(file) = file else {
            // Who may not is refused and logged where everybody is.
            return self.open_file(actor, Action::ReadSent, resident).await.map(|_| ());
        };
        let reason = reason.trim();
        match reason.chars().count() {
            0 => return Err(Error::Invalid(vec![Problem::new("reason", ProblemCode::Empty)])),
            n if n < LENGTH.0 => return Err(Error::Invalid(vec![Problem::new("reason", ProblemCode::Empty)])),
            n if n > LENGTH.1 => return Err(Error::Invalid(vec![Problem::new("reason", ProblemCode::TooLong { max: 300 })])),
            _ => {}
        }
        let (id, person, resident, now) = (new_id(), actor.person.clone(), resident.to_owned(), self.clock.now());
        let sealed = file.key.seal(&place(&id), reason.as_bytes())?;
        self.log_access(actor, "GiveReason", &resident, super::Outcome::Done).await?;
        self.db
            .run(
                sqlx::query("INSERT INTO look_reason (id, person, resident, sealed_reason, at) VALUES ($1, $2, $3, $4, $5)")
                    .bind(id)
                    .bind(person)
                    .bind(resident)
                    .bind(sealed)
                    .bind(now),
            )
            .await
    }
}
