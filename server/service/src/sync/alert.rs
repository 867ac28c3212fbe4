//! Alerts: what waits for a quarter of an hour, for four hours, or has stopped. Codes and ids only.

use super::worker::Delivery;
use crate::{Result, Service};
use sqlx::AnyConnection;

/// Waits for 15 minutes.
pub const LATE: i64 = 1;
/// Waits for 4 hours.
pub const VERY_LATE: i64 = 2;
/// Stopped: somebody must look at it.
pub const STOPPED: i64 = 3;

/// After how many milliseconds which alert is raised.
const LEVELS: [(i64, i64); 2] = [(LATE, 15 * 60_000), (VERY_LATE, 4 * 3_600_000)];

/// Raises an alert, once.
pub(super) async fn raise(tx: &mut AnyConnection, delivery: &str, level: i64, code: &str, now: i64) -> Result<()> {
    let raised = sqlx::query(
        "INSERT INTO sync_alert (delivery, level, code, raised_at) SELECT $1, $2, $3, $4 \
         WHERE NOT EXISTS (SELECT 1 FROM sync_alert WHERE delivery = $1 AND level = $2 AND cleared_at IS NULL)",
    );
    let done = raised.bind(delivery).bind(level).bind(code).bind(now).execute(tx).await?;
    if done.rows_affected() > 0 {
        tracing::error!(delivery, level, code, "a delivery is late");
    }
    Ok(())
}

/// Clears the alerts of a case: it arrived, or somebody asked to try again.
pub(super) async fn clear(tx: &mut AnyConnection, delivery: &str, now: i64) -> Result<()> {
    sqlx::query("UPDATE sync_alert SET cleared_at = $1 WHERE delivery = $2 AND cleared_at IS NULL").bind(now).bind(delivery).execute(tx).await?;
    Ok(())
}

impl Service {
    /// Raises an alert for everything that has waited too long.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn raise_alerts(&self) -> Result<()> {
        let now = self.clock.now();
        for (level, after) in LEVELS {
            let late: Vec<(String, String)> = sqlx::query_as("SELECT id, code FROM delivery WHERE state = 'waiting' AND since <= $1 ORDER BY since LIMIT 1000")
                .bind(now - after)
                .fetch_all(self.db.read())
                .await?;
            self.db
                .write(move |tx| {
                    Box::pin(async move {
                        for (delivery, code) in late {
                            raise(tx, &delivery, level, &code, now).await?;
                        }
                        Ok(())
                    })
                })
                .await?;
        }
        Ok(())
    }
}

impl Delivery {
    /// Looks for what is late, every minute, until the task is dropped.
    pub async fn watch(&self) {
        loop {
            // After a restart what waited has a minute to go first.
            tokio::time::sleep(std::time::Duration::from_secs(60)).await;
            // A store that does not answer says so itself.
            let _ = self.service.raise_alerts().await;
        }
    }
}
