//! How residents find each part of the journey: one tap, counted, never kept with who it was.

use crate::clock::local;
use crate::{Error, Result, Service};
use chrono::Months;
use domain::access::{Action, Actor};
use domain::journey::Feeling;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The least that is shown of a count.
const FEWEST: i64 = 5;

impl Service {
    /// Counts how somebody finds a stage: the last answer counts, and each person once. Who it was is not kept: the mark
    /// by which an earlier answer is found comes from the resident's own data key, and nobody can turn it back.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown stage or who may not.
    pub async fn count_feeling(&self, actor: &Actor, resident: &str, stage: &str, feeling: Feeling) -> Result<()> {
        let file = self.open_file(actor, Action::ReadOwn, resident).await?;
        if !self.content.journey.stages.iter().any(|s| s.id == stage) {
            return Err(Error::NotFound);
        }
        let mark = data_encoding::HEXLOWER.encode(&Sha256::digest(file.key.derive(&format!("feeling/{stage}"))?));
        let month = local(self.clock.now()).format("%Y-%m").to_string();
        let stage = stage.to_owned();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let earlier: Option<(String, String)> =
                        sqlx::query_as("DELETE FROM feeling_mark WHERE mark = $1 RETURNING month, feeling").bind(&mark).fetch_optional(&mut *tx).await?;
                    if let Some((month, feeling)) = earlier {
                        sqlx::query("UPDATE feeling SET number = number - 1 WHERE stage = $1 AND month = $2 AND feeling = $3")
                            .bind(&stage)
                            .bind(month)
                            .bind(feeling)
                            .execute(&mut *tx)
                            .await?;
                    }
                    sqlx::query("INSERT INTO feeling_mark (mark, month, feeling) VALUES ($1, $2, $3)")
                        .bind(mark)
                        .bind(&month)
                        .bind(feeling.as_str())
                        .execute(&mut *tx)
                        .await?;
                    sqlx::query(
                        "INSERT INTO feeling (stage, month, feeling, number) VALUES ($1, $2, $3, 1) \
                         ON CONFLICT (stage, month, feeling) DO UPDATE SET number = feeling.number + 1",
                    )
                    .bind(stage)
                    .bind(month)
                    .bind(feeling.as_str())
                    .execute(tx)
                    .await?;
                    Ok(())
                })
            })
            .await
    }

    /// How residents found each stage in the last twelve months, in the order of the journey: how many for each feeling.
    /// Numbers under five are left out: in a small town they tell who it was.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn feelings(&self, actor: &Actor) -> Result<Vec<(String, BTreeMap<Feeling, i64>)>> {
        self.allow(actor, Action::Operate)?;
        let since = self.clock.today().checked_sub_months(Months::new(11)).unwrap_or_default().format("%Y-%m").to_string();
        let rows: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT stage, feeling, CAST(SUM(number) AS BIGINT) FROM feeling WHERE month >= $1 GROUP BY stage, feeling")
                .bind(since)
                .fetch_all(self.db.read())
                .await?;
        let of = |stage: &str| {
            rows.iter().filter(|(s, _, n)| s == stage && *n >= FEWEST).filter_map(|(_, feeling, n)| Some((Feeling::parse(feeling)?, *n))).collect()
        };
        Ok(self.content.journey.stages.iter().map(|stage| (stage.id.clone(), of(&stage.id))).collect())
    }
}
