//! Lines that were kept long enough go, whole chains at a time. What a later chain is tied to is written down under a key, so that
//! whoever takes lines out behind the portal's back is still found.

use super::line::Line;
use crate::{Result, Service};
use std::collections::BTreeSet;

const DAY: i64 = 24 * 60 * 60_000;

impl Service {
    /// Takes out every chain whose newest line is older than the settings keep it; with `dry` only counts. Gives how many lines.
    /// Killed in the middle it goes on with the next chain.
    ///
    /// # Errors
    /// When the store does not answer; what was done until then stays done.
    pub async fn cut_access_log(&self, dry: bool) -> Result<u64> {
        let days = i64::from(self.settings.retention.access_log_days);
        if days == 0 {
            return Ok(0);
        }
        let chains: Vec<(String,)> = sqlx::query_as(
            "SELECT DISTINCT chain FROM access_log a WHERE at < $1 AND NOT EXISTS (SELECT 1 FROM access_log n WHERE n.chain = a.chain AND n.at >= $1) \
             ORDER BY chain",
        )
        .bind(self.clock.now() - days * DAY)
        .fetch_all(self.db.read())
        .await?;
        if chains.is_empty() {
            return Ok(0);
        }
        let firsts: Vec<(String,)> = sqlx::query_as("SELECT before FROM access_log WHERE number = 1 AND before <> ''").fetch_all(self.db.read()).await?;
        let tied: BTreeSet<String> = firsts.into_iter().map(|(before,)| before).collect();
        let mut lines = 0;
        for (chain,) in chains {
            let hashes: Vec<(String,)> = sqlx::query_as("SELECT hash FROM access_log WHERE chain = $1").bind(&chain).fetch_all(self.db.read()).await?;
            lines += hashes.len() as u64;
            if !dry {
                let kept = hashes.into_iter().map(|(hash,)| hash).filter(|hash| tied.contains(hash)).collect();
                self.cut_chain(chain, kept).await?;
            }
        }
        if !dry {
            tracing::info!(lines, "old lines of the log of access were taken out");
            let (at, portal) = (self.clock.now(), || "portal".to_owned());
            self.log_line(Line { at, person: portal(), role: portal(), origin: portal(), activity: "CutLog".into(), ..Line::default() }).await?;
        }
        Ok(lines)
    }

    async fn cut_chain(&self, chain: String, tied: Vec<String>) -> Result<()> {
        let now = self.clock.now();
        let tied: Vec<(String, String)> = tied.into_iter().map(|hash| (self.sealed_cut(&hash), hash)).collect();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    for (seal, hash) in tied {
                        sqlx::query("INSERT INTO access_log_cut (hash, seal, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
                            .bind(hash)
                            .bind(seal)
                            .bind(now)
                            .execute(&mut *tx)
                            .await?;
                    }
                    sqlx::query("DELETE FROM access_log WHERE chain = $1").bind(chain).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The hashes of lines that the portal itself took out.
    pub(super) async fn cuts(&self) -> Result<Vec<String>> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT hash, seal FROM access_log_cut").fetch_all(self.db.read()).await?;
        Ok(rows.into_iter().filter(|(hash, seal)| self.sealed_cut(hash) == *seal).map(|(hash, _)| hash).collect())
    }

    fn sealed_cut(&self, hash: &str) -> String {
        self.keys.lookup_hash("access-log-cut", hash)
    }
}
