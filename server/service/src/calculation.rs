//! Calculations that residents keep. Nobody else sees one unless the resident shows it.

use crate::event::{self, EventKind};
use crate::file::File;
use crate::intake::Way;
use crate::keys::Context;
use crate::rights::was_active;
use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::calculation::{Calculation, MOST};
use domain::intake::Answers;

/// A calculation that was kept.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Row id.
    pub id: String,
    /// What was calculated.
    pub calculation: Calculation,
    /// Whether the caseworker may see it.
    pub shown: bool,
    /// When, in milliseconds.
    pub saved_at: i64,
}

fn place(id: &str) -> Context {
    Context::new("calculation", &[id])
}

impl Service {
    /// Keeps a calculation. The same one again is kept once; then only `shown` may change.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident; [`Error::Conflict`] when there are too many.
    pub async fn save_calculation(&self, actor: &Actor, resident: &str, calculation: &Calculation, shown: bool) -> Result<()> {
        let file = self.open_file(actor, Action::Calculate, resident).await?;
        let content = data_encoding::HEXLOWER.encode(&file.key.derive(&format!("calculation/{}", serde_json::to_string(calculation)?))?);
        let (id, now, by, resident) = (new_id(), self.clock.now(), actor.person.clone(), resident.to_owned());
        let sealed = file.key.seal_json(&place(&id), calculation)?;
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let saved = sqlx::query(
                        "INSERT INTO calculation (id, resident, content_key, shown, sealed_calculation, saved_at) VALUES ($1, $2, $3, $4, $5, $6) \
                         ON CONFLICT (resident, content_key) DO UPDATE SET shown = excluded.shown",
                    );
                    saved.bind(&id).bind(&resident).bind(content).bind(i64::from(shown)).bind(sealed).bind(now).execute(&mut *tx).await?;
                    let (all,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM calculation WHERE resident = $1").bind(&resident).fetch_one(&mut *tx).await?;
                    if usize::try_from(all).unwrap_or(usize::MAX) > MOST {
                        return Err(Error::Conflict("calculations"));
                    }
                    if shown { event::record(tx, &resident, EventKind::CalculationShown, "", &by, now).await } else { Ok(()) }
                })
            })
            .await
    }

    /// Shows a calculation to the caseworker, or no more.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident or there is no such calculation.
    pub async fn show_calculation(&self, actor: &Actor, resident: &str, id: &str, shown: bool) -> Result<()> {
        self.open_file(actor, Action::Calculate, resident).await?;
        let (id, resident, by, now) = (id.to_owned(), resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let update = sqlx::query("UPDATE calculation SET shown = $1 WHERE id = $2 AND resident = $3 AND shown <> $1");
                    let done = update.bind(i64::from(shown)).bind(&id).bind(&resident).execute(&mut *tx).await?;
                    match (done.rows_affected(), shown) {
                        (0, _) => there(tx, &resident, &id).await,
                        (_, true) => event::record(tx, &resident, EventKind::CalculationShown, "", &by, now).await,
                        (_, false) => Ok(()),
                    }
                })
            })
            .await
    }

    /// Throws a calculation away; one that is gone already is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn discard_calculation(&self, actor: &Actor, resident: &str, id: &str) -> Result<()> {
        self.open_file(actor, Action::Calculate, resident).await?;
        let (id, resident, now) = (id.to_owned(), resident.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "DELETE FROM calculation WHERE id = $1 AND resident = $2";
                    let gone = sqlx::query(sql).bind(id).bind(&resident).execute(&mut *tx).await?.rows_affected();
                    if gone > 0 { was_active(tx, &resident, now).await } else { Ok(()) }
                })
            })
            .await
    }

    /// The calculations of a resident, newest first, for the resident.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn own_calculations(&self, actor: &Actor, resident: &str) -> Result<Vec<Saved>> {
        let file = self.open_file(actor, Action::Calculate, resident).await?;
        self.calculations(&file).await
    }

    /// What the resident told in the intake, to begin a calculation with: the open draft, else what was sent last.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn told_in_intake(&self, actor: &Actor, resident: &str) -> Result<Answers> {
        let file = self.open_file(actor, Action::Calculate, resident).await?;
        if let Ok(view) = self.draft(actor, resident, Way::Own).await? {
            return Ok(view.answers);
        }
        Ok(self.latest_scan(&file).await?.map(|sent| sent.scan.kept()).unwrap_or_default())
    }

    /// Every calculation of a resident, newest first. The caller has opened the file, and leaves out what is not shown.
    pub(crate) async fn calculations(&self, file: &File) -> Result<Vec<Saved>> {
        let rows: Vec<(String, Vec<u8>, i64, i64)> =
            sqlx::query_as("SELECT id, sealed_calculation, shown, saved_at FROM calculation WHERE resident = $1 ORDER BY saved_at DESC, id DESC")
                .bind(file.resident())
                .fetch_all(self.db.read())
                .await?;
        rows.into_iter()
            .map(|(id, sealed, shown, saved_at)| Ok(Saved { calculation: file.key.open_json(&place(&id), &sealed)?, shown: shown != 0, saved_at, id }))
            .collect()
    }
}

async fn there(tx: &mut sqlx::AnyConnection, resident: &str, id: &str) -> Result<()> {
    let row: Option<(i64,)> =
        sqlx::query_as("SELECT shown FROM calculation WHERE id = $1 AND resident = $2").bind(id).bind(resident).fetch_optional(tx).await?;
    row.map(|_| ()).ok_or(Error::NotFound)
}
