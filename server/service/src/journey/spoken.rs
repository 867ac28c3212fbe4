//! That somebody of the municipality spoke with a resident: when and how, never what about.

use crate::event::{self, EventKind};
use crate::{Result, Service};
use domain::access::{Action, Actor};

/// How somebody was spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Talk {
    /// At the desk.
    Desk,
    /// By phone.
    Phone,
    /// At home.
    Home,
}

impl Talk {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Desk, Self::Home];

    /// The name in the database, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Home => "home",
        }
    }

    /// The way with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == name)
    }
}

impl Service {
    /// Records that the actor spoke with the resident today. A second tap within the hour is the same conversation.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn record_talk(&self, actor: &Actor, resident: &str, way: Talk) -> Result<()> {
        const HOUR: i64 = 60 * 60 * 1000;
        self.open_file(actor, Action::Review, resident).await?;
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
                    event::record(tx, &resident, EventKind::Spoken, way.as_str(), &by, now).await
                })
            })
            .await
    }
}
