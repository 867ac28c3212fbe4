//! Sends what is due: claimed first, so that two processes do not send the same.

use super::due::address;
use super::{Channel, Message, Messenger};
use crate::content::Locale;
use crate::{Result, Service};
use std::time::Duration;

/// How often somebody looks whether something is due.
const TICK: Duration = Duration::from_secs(300);
/// After so many tries nobody tries again: the message is old by then.
const TRIES: i64 = 8;
/// The most messages in one round.
const ROUND: i64 = 200;
/// The code when the resident's file does not open.
const CLOSED: &str = "file-closed";

impl Service {
    /// Reminds until the task is dropped.
    pub async fn remind(self) {
        loop {
            // What went wrong is logged where it went wrong; the next round tries again.
            let _ = self.remind_once(self.messenger.as_deref()).await;
            tokio::time::sleep(TICK).await;
        }
    }

    /// Notes what is due and sends it; how many messages left.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn remind_once(&self, messenger: Option<&dyn Messenger>) -> Result<usize> {
        self.note_reminders().await?;
        let now = self.clock.now();
        let due: Vec<(String, String, String, i64)> = sqlx::query_as(
            "SELECT resident, occasion, channel, attempts FROM reminder WHERE sent_at IS NULL AND due_at <= $1 AND attempts < $2 ORDER BY due_at LIMIT $3",
        )
        .bind(now)
        .bind(TRIES)
        .bind(ROUND)
        .fetch_all(self.db.read())
        .await?;
        let mut left = 0;
        for (resident, occasion, channel, attempts) in due {
            let channel = Channel::parse(&channel).unwrap_or(Channel::Portal);
            if !self.claim(&resident, &occasion, attempts, now).await? {
                continue;
            }
            let sent = match (channel, messenger) {
                (Channel::Portal, _) | (_, None) => Ok(()),
                (channel, Some(messenger)) => match self.message(&resident, &occasion, channel).await {
                    Ok(message) => messenger.send(&message).await.inspect(|()| left += 1),
                    Err(_) => Err(CLOSED.to_owned()),
                },
            };
            self.settle(resident, occasion, sent).await?;
        }
        Ok(left)
    }

    /// Whether this process may send it: the next try waits twice as long as this one, from five minutes on.
    async fn claim(&self, resident: &str, occasion: &str, attempts: i64, now: i64) -> Result<bool> {
        let wait = 300_000_i64 << attempts.clamp(0, 10);
        let (resident, occasion) = (resident.to_owned(), occasion.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "UPDATE reminder SET attempts = attempts + 1, due_at = $1 WHERE resident = $2 AND occasion = $3 AND attempts = $4 AND sent_at IS NULL",
                    )
                    .bind(now + wait)
                    .bind(resident)
                    .bind(occasion)
                    .bind(attempts)
                    .execute(tx)
                    .await?;
                    Ok(done.rows_affected() > 0)
                })
            })
            .await
    }

    async fn settle(&self, resident: String, occasion: String, sent: std::result::Result<(), String>) -> Result<()> {
        let now = self.clock.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let (at, code) = match sent {
                        Ok(()) => (Some(now), String::new()),
                        Err(code) => (None, code),
                    };
                    sqlx::query("UPDATE reminder SET sent_at = $1, code = $2 WHERE resident = $3 AND occasion = $4")
                        .bind(at)
                        .bind(code)
                        .bind(resident)
                        .bind(occasion)
                        .execute(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// The same words for every occasion: that there is something, and where.
    async fn message(&self, resident: &str, occasion: &str, channel: Channel) -> Result<Message> {
        let profile = self.file_of(resident).await?.profile;
        let form = self.settings.municipality.form;
        let words = self.content.texts.words(Locale::parse(&profile.language, form).unwrap_or(Locale::dutch(form)));
        let place = self.content.municipality.place.as_str();
        let url = self.settings.http.public_url.clone().unwrap_or_default();
        Ok(Message {
            channel,
            to: address(&profile, channel),
            subject: words.with("reminder-subject", &[("place", place.into())]),
            text: words.with("reminder-text", &[("place", place.into()), ("url", url.into())]),
            key: format!("{resident}/{occasion}"),
        })
    }
}
