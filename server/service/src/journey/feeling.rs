//! How residents find each part of the journey: one tap, counted, never kept with who it was.

use crate::clock::local;
use crate::session::Session;
use crate::typed::Typed;
use crate::{Error, Result, Service};
use chrono::Months;
use domain::access::{Action, Actor};
use domain::journey::Feeling;
use std::collections::BTreeMap;

impl Service {
    /// Counts how somebody finds a stage. Once in a session for each stage: the session forgets it, the count does not
    /// know it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown stage or who may not.
    pub async fn count_feeling(&self, actor: &Actor, session: &Session, resident: &str, stage: &str, feeling: Feeling) -> Result<()> {
        self.open_file(actor, Action::ReadOwn, resident).await?;
        if !self.content.journey.stages.iter().any(|s| s.id == stage) {
            return Err(Error::NotFound);
        }
        let form = format!("feeling/{stage}");
        if !self.typed(session, &form).await?.notice.is_empty() {
            return Ok(());
        }
        let month = local(self.clock.now()).format("%Y-%m").to_string();
        let stage = stage.to_owned();
        self.db
            .run(
                sqlx::query(
                    "INSERT INTO feeling (stage, month, feeling, number) VALUES ($1, $2, $3, 1) \
                         ON CONFLICT (stage, month, feeling) DO UPDATE SET number = feeling.number + 1",
                )
                .bind(stage)
                .bind(month)
                .bind(feeling.as_str()),
            )
            .await?;
        self.keep_typed(session, &form, &Typed::notice("notice-feeling")).await
    }

    /// How residents found each stage in the last twelve months, in the order of the journey: how many for each feeling.
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
        let of = |stage: &str| rows.iter().filter(|(s, ..)| s == stage).filter_map(|(_, feeling, n)| Some((Feeling::parse(feeling)?, *n))).collect();
        Ok(self.content.journey.stages.iter().map(|stage| (stage.id.clone(), of(&stage.id))).collect())
    }
}
