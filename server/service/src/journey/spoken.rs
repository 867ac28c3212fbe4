//! That somebody of the municipality spoke with a resident: when and how, never what about.

use crate::event::{self, EventKind};
use crate::journey::Moment;
use crate::sync::outbox::Queued;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use domain::appointment::Way;

impl Service {
    /// Records that the actor spoke with the resident today. A second tap within the hour is the same conversation.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn record_talk(&self, actor: &Actor, resident: &str, way: Way) -> Result<()> {
        const HOUR: i64 = 60 * 60 * 1000;
        let file = self.open_file(actor, Action::Review, resident).await?;
        let milestones = self.queue_milestones(actor, &file, Moment::spoke).await?;
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let same: Option<(i64,)> =
                        sqlx::query_as("SELECT at FROM event WHERE resident = $1 AND kind = 'spoken' AND by_person = $2 AND at > $3 LIMIT 1")
                            .bind(&resident)
                            .bind(&by)
                            .bind(now - HOUR)
                            .fetch_optional(&mut *tx)
                            .await?;
                    if same.is_some() {
                        return Ok(());
                    }
                    Queued::about_the_case(milestones, tx).await?;
                    event::record(tx, &resident, EventKind::Spoken, way.as_str(), &by, now).await
                })
            })
            .await
    }
}
