//! How residents find each part of the journey: one tap, counted, never kept with who it was.

use crate::clock::local;
use crate::session::Session;
use crate::typed::Typed;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use domain::journey::Feeling;

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
}
