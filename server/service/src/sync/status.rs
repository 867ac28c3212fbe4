//! Reading back where cases stand: after a notification, every night, and when a resident signs in.

use super::worker::Delivery;
use super::{CaseState, Failure};
use crate::{Result, Service};
use std::time::Duration;

/// How often notifications are looked at, in milliseconds.
const TICK: u64 = 2_000;
/// Most cases read in one go.
const BATCH: i64 = 50;
/// A case that was read this long ago is read again, in milliseconds.
const NIGHTLY: i64 = 20 * 3_600_000;

impl Delivery {
    /// Reads cases that were notified or are due for their nightly reading, until the task is dropped.
    pub async fn follow(&self) {
        let mut last_night = i64::MIN;
        loop {
            let _ = self.read_notified().await;
            let now = self.service.clock.now();
            if now.saturating_sub(last_night) > self.span(3_600_000) {
                last_night = now;
                let _ = self.read_open_cases().await;
            }
            tokio::time::sleep(Duration::from_secs_f64(TICK as f64 / 1000.0 / self.service.settings.backend.time_scale)).await;
        }
    }

    /// Reads every case that a notification was about, each once; how many.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn read_notified(&self) -> Result<usize> {
        let rows: Vec<(String, Option<String>)> = sqlx::query_as(
            "SELECT DISTINCT e.case_url, r.local_id FROM inbox_event e LEFT JOIN remote_ref r ON r.url = e.case_url AND r.local_kind = 'case' AND r.step = 'case' \
             WHERE e.done_at IS NULL LIMIT $1",
        )
        .bind(BATCH)
        .fetch_all(self.service.db.read())
        .await?;
        let mut read = 0;
        for (url, delivery) in rows {
            let before = self.service.clock.now();
            match &delivery {
                // A case of somebody else, or of ours before we knew its address: the nightly reading finds that one.
                None => {}
                Some(delivery) => {
                    if !self.read_case(delivery, &url).await? {
                        continue;
                    }
                    read += 1;
                }
            }
            self.service
                .db
                .write(move |tx| {
                    Box::pin(async move {
                        // What came while it was read is read again.
                        sqlx::query("UPDATE inbox_event SET done_at = $1 WHERE case_url = $2 AND done_at IS NULL AND received_at <= $1")
                            .bind(before)
                            .bind(url)
                            .execute(tx)
                            .await?;
                        Ok(())
                    })
                })
                .await?;
        }
        Ok(read)
    }

    /// Reads every open case that was not read for a night: a notification may have been lost.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn read_open_cases(&self) -> Result<usize> {
        let before = self.service.clock.now() - self.span(NIGHTLY);
        let mut read = 0;
        let mut after = String::new();
        loop {
            let rows: Vec<(String, String)> = sqlx::query_as(
                "SELECT d.id, r.url FROM delivery d JOIN remote_ref r ON r.local_kind = 'case' AND r.local_id = d.id AND r.step = 'case' \
                 LEFT JOIN case_status s ON s.delivery = d.id \
                 WHERE d.id > $1 AND d.state <> 'removed' AND COALESCE(s.closed_on, '') = '' AND COALESCE(s.read_at, 0) <= $2 ORDER BY d.id LIMIT $3",
            )
            .bind(&after)
            .bind(before)
            .bind(BATCH)
            .fetch_all(self.service.db.read())
            .await?;
            let Some((last, _)) = rows.last() else { return Ok(read) };
            after.clone_from(last);
            for (delivery, url) in &rows {
                read += usize::from(self.read_case(delivery, url).await?);
            }
        }
    }

    /// Reads one case and keeps where it stands; whether there was an answer.
    async fn read_case(&self, delivery: &str, url: &str) -> Result<bool> {
        match self.backend.read(url).await {
            Ok(Some(state)) => self.service.keep_case_state(delivery, state).await.map(|()| true),
            Ok(None) => Ok(true),
            Err(Failure::Removed) => self.service.case_was_removed(delivery).await.map(|()| true),
            Err(failure) => {
                tracing::warn!(delivery, code = failure.code(), "a case could not be read");
                Ok(false)
            }
        }
    }
}

impl Service {
    /// Keeps where a case stands, unless a later status is known already.
    async fn keep_case_state(&self, delivery: &str, state: CaseState) -> Result<()> {
        let (delivery, now) = (delivery.to_owned(), self.clock.now());
        self.db
            .run(
                sqlx::query(
                    "INSERT INTO case_status (delivery, number, name, set_at, result, closed_on, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                         ON CONFLICT (delivery) DO UPDATE SET number = excluded.number, name = excluded.name, set_at = excluded.set_at, \
                         result = excluded.result, closed_on = excluded.closed_on, read_at = excluded.read_at WHERE case_status.read_at <= excluded.read_at",
                )
                .bind(delivery)
                .bind(state.number)
                .bind(state.name)
                .bind(state.set_at)
                .bind(state.result)
                .bind(state.closed_on)
                .bind(now),
            )
            .await
    }

    /// The case is not there any more: it is not made again, and somebody is told.
    async fn case_was_removed(&self, delivery: &str) -> Result<()> {
        let (delivery, now) = (delivery.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query("UPDATE delivery SET state = 'removed', since = $1, code = 'removed' WHERE id = $2 AND state <> 'removed'");
                    if done.bind(now).bind(&delivery).execute(&mut *tx).await?.rows_affected() > 0 {
                        super::alert::raise(tx, &delivery, super::alert::STOPPED, "removed", now).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}
