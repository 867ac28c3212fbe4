//! Filling in together on one phone: the resident's own session, and recorded as such.

use crate::access::Outcome;
use crate::event::{self, EventKind};
use crate::file::File;
use crate::intake::{KeepChange, Stand, Way};
use crate::keys::Context;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::{Problem, ProblemCode};

/// How long it counts when nobody ends it, in milliseconds: an afternoon.
const LASTS: i64 = 4 * 60 * 60_000;
const NAME_MAX: usize = 80;

/// Somebody beside the resident.
#[derive(Clone)]
pub struct Together {
    /// Who, as the resident wrote it.
    pub with: String,
    /// Since when, in milliseconds.
    pub from: i64,
    /// Until when, if it is over.
    pub until: Option<i64>,
}

fn place(id: &str) -> Context {
    Context::new("together", &[id])
}

impl Service {
    /// The resident begins to fill in together with somebody.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident; [`Error::Invalid`] without a name.
    pub async fn begin_together(&self, actor: &Actor, resident: &str, with: &str) -> Result<()> {
        let file = self.open_file(actor, Action::KeepHelpers, resident).await?;
        let with = with.trim();
        match with.chars().count() {
            0 => return Err(Error::Invalid(vec![Problem::new("with", ProblemCode::Empty)])),
            n if n > NAME_MAX => return Err(Error::Invalid(vec![Problem::new("with", ProblemCode::TooLong { max: NAME_MAX })])),
            _ => {}
        }
        self.know_together(actor, &file).await?;
        let (id, now) = (new_id(), self.clock.now());
        let sealed = file.key.seal(&place(&id), with.as_bytes())?;
        let (resident, by) = (resident.to_owned(), actor.person.clone());
        self.log_access(actor, "FillInTogether", &resident, Outcome::Done).await?;
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE together SET until_at = $1 WHERE resident = $2 AND until_at IS NULL";
                    sqlx::query(sql).bind(now).bind(&resident).execute(&mut *tx).await?;
                    sqlx::query("INSERT INTO together (id, resident, sealed_with, from_at) VALUES ($1, $2, $3, $4)")
                        .bind(id)
                        .bind(&resident)
                        .bind(sealed)
                        .bind(now)
                        .execute(&mut *tx)
                        .await?;
                    event::record(tx, &resident, EventKind::Together, "", &by, now).await
                })
            })
            .await
    }

    /// What is known when somebody sits beside the resident becomes the answer in an open draft, as at the desk.
    async fn know_together(&self, actor: &Actor, file: &File) -> Result<()> {
        let Ok(view) = self.draft(actor, file.resident(), Way::Own).await? else { return Ok(()) };
        for (step, kept) in self.content.intake.known_together() {
            // Only where it is asked, and not where only a few answers are asked again.
            if view.draft.asked.is_none() && view.walk().position(&step).is_some() {
                let base = view.draft.kept.get(&step).map_or(0, |k| k.version);
                let change = KeepChange { step, draft: view.draft.id.clone(), base, key: String::new(), kept, stand: Stand::Elsewhere };
                self.keep(actor, file.resident(), Way::Own, change).await?;
            }
        }
        Ok(())
    }

    /// The resident goes on alone. Doing so twice is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn end_together(&self, actor: &Actor, resident: &str) -> Result<()> {
        self.open_file(actor, Action::KeepHelpers, resident).await?;
        let (resident, now) = (resident.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE together SET until_at = $1 WHERE resident = $2 AND until_at IS NULL";
                    sqlx::query(sql).bind(now).bind(resident).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// With whom the resident fills in now. The caller has opened the file.
    pub(crate) async fn together_now(&self, file: &File) -> Result<Option<Together>> {
        let now = self.clock.now();
        Ok(self.together_of(file).await?.into_iter().next().filter(|t| t.until.is_none() && now - t.from < LASTS))
    }

    /// Every time that the resident filled in with somebody, newest first. The caller has opened the file.
    pub(crate) async fn together_of(&self, file: &File) -> Result<Vec<Together>> {
        let rows: Vec<(String, Vec<u8>, i64, Option<i64>)> =
            sqlx::query_as("SELECT id, sealed_with, from_at, until_at FROM together WHERE resident = $1 ORDER BY from_at DESC, id DESC")
                .bind(file.resident())
                .fetch_all(self.db.read())
                .await?;
        let open = |(id, sealed, from, until): (String, Vec<u8>, i64, Option<i64>)| {
            Ok(Together { with: String::from_utf8_lossy(&file.key.open(&place(&id), &sealed)?).into_owned(), from, until })
        };
        rows.into_iter().map(open).collect()
    }
}
