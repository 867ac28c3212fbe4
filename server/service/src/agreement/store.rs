//! Versions and sheets on disk: sealed, the text of a version written once.

use crate::file::File;
use crate::keys::Context;
use crate::{Error, Result, Service};
use domain::agreement::{Answers, Sheet, Side, Sign, State, Text, Version};
use sqlx::AnyConnection;

/// A version with what is known about it.
#[derive(Debug, Clone)]
pub struct VersionView {
    /// The version.
    pub version: Version,
    /// Who put it on the table, and when.
    pub sign: Sign,
    /// The version that it changes; 0 for none.
    pub based_on: i64,
    /// The revision of its answers.
    pub revision: i64,
    /// When it was agreed, replaced or withdrawn, in milliseconds.
    pub settled_at: Option<i64>,
}

pub(super) fn text_place(resident: &str, number: i64) -> Context {
    Context::new("agreement-text", &[resident, &number.to_string()])
}

pub(super) fn answers_place(resident: &str, number: i64) -> Context {
    Context::new("agreement-answers", &[resident, &number.to_string()])
}

fn sheet_place(resident: &str, side: Side) -> Context {
    Context::new("agreement-sheet", &[resident, side.as_str()])
}

/// A date of ours on disk.
pub(super) fn day(text: &str) -> Result<chrono::NaiveDate> {
    text.parse().map_err(|_| Error::internal("a date on disk is none"))
}

type Row = (i64, String, String, String, i64, String, i64, Vec<u8>, Vec<u8>, i64, Option<i64>);

impl Service {
    /// Every version of a resident, newest first. The caller has opened the file.
    pub(crate) async fn agreement_versions(&self, file: &File) -> Result<Vec<VersionView>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT number, state, proposer, proposed_by, proposed_at, think_until, based_on, sealed_text, sealed_answers, revision, settled_at \
             FROM agreement_version WHERE resident = $1 ORDER BY number DESC",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        rows.into_iter().map(|row| view(file, row)).collect()
    }

    /// The sheet of a side and its revision. The caller has opened the file.
    pub(crate) async fn sheet_of(&self, file: &File, side: Side) -> Result<Option<(Sheet, i64)>> {
        let row: Option<(Vec<u8>, i64)> = sqlx::query_as("SELECT sealed_sheet, revision FROM agreement_sheet WHERE resident = $1 AND side = $2")
            .bind(file.resident())
            .bind(side.as_str())
            .fetch_optional(self.db.read())
            .await?;
        row.map(|(sealed, revision)| Ok((file.key.open_json(&sheet_place(file.resident(), side), &sealed)?, revision))).transpose()
    }

    /// Keeps the sheet of a side over the one with `revision`.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody of the same side wrote in it meanwhile.
    pub(super) async fn keep_sheet(&self, file: &File, side: Side, sheet: &Sheet, revision: i64, by: &str) -> Result<()> {
        let sealed = file.key.seal_json(&sheet_place(file.resident(), side), sheet)?;
        let (resident, by, now) = (file.resident().to_owned(), by.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = if revision == 0 {
                        sqlx::query(
                            "INSERT INTO agreement_sheet (resident, side, sealed_sheet, revision, kept_by, kept_at) VALUES ($1, $2, $3, $4 + 1, $5, $6) \
                             ON CONFLICT (resident, side) DO NOTHING",
                        )
                    } else {
                        sqlx::query(
                            "UPDATE agreement_sheet SET sealed_sheet = $3, revision = revision + 1, kept_by = $5, kept_at = $6 \
                             WHERE resident = $1 AND side = $2 AND revision = $4",
                        )
                    };
                    let done = done.bind(&resident).bind(side.as_str()).bind(sealed).bind(revision).bind(by).bind(now).execute(&mut *tx).await?;
                    if done.rows_affected() == 0 {
                        return Err(Error::Conflict("agreement-sheet"));
                    }
                    sqlx::query("UPDATE resident SET active_at = $1 WHERE id = $2 AND $3 = 'resident'")
                        .bind(now)
                        .bind(resident)
                        .bind(side.as_str())
                        .execute(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}

fn view(file: &File, (number, state, proposer, by, at, think, based_on, text, answers, revision, settled_at): Row) -> Result<VersionView> {
    let unknown = || Error::internal("a version of an agreement has an unknown state or side");
    let resident = file.resident();
    let version = Version {
        number,
        state: State::parse(&state).ok_or_else(unknown)?,
        text: file.key.open_json::<Text>(&text_place(resident, number), &text)?,
        proposer: Side::parse(&proposer).ok_or_else(unknown)?,
        think_until: day(&think)?,
        answers: file.key.open_json::<Answers>(&answers_place(resident, number), &answers)?,
    };
    Ok(VersionView { version, sign: Sign { by, at }, based_on, revision, settled_at })
}

/// Takes the sheet of a side away, if nobody of that side wrote in it since `revision`.
pub(super) async fn drop_sheet(tx: &mut AnyConnection, resident: &str, side: Side, revision: i64) -> Result<()> {
    let done = sqlx::query("DELETE FROM agreement_sheet WHERE resident = $1 AND side = $2 AND revision = $3")
        .bind(resident)
        .bind(side.as_str())
        .bind(revision)
        .execute(tx)
        .await?;
    if done.rows_affected() == 0 && revision > 0 { Err(Error::Conflict("agreement-sheet")) } else { Ok(()) }
}
