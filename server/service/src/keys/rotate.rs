//! Wraps every resident's data key with the current master key, while the portal runs. Killed in the middle it goes on where
//! it was, because each row says which key it is wrapped with; what does not open is reported and left as it is.

use super::Locked;
use crate::{Result, Service};

/// How many rows are read at a time. Each is written in a transaction of its own, so that nobody waits for all of them.
const BATCH: i64 = 100;

/// What came of a rotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rotation {
    /// Wrapped with the current key now.
    pub wrapped: usize,
    /// Changed by somebody else meanwhile: whoever did it used the current key, or the next rotation does it.
    pub skipped: usize,
    /// Residents whose data key does not open, and why: nobody can read their data, and nothing of it was changed.
    pub locked: Vec<(String, Locked)>,
}

/// How many residents' data keys are wrapped with each master key.
pub type InUse = Vec<(String, i64)>;

impl Service {
    /// Wraps every data key that is not wrapped with the current master key.
    ///
    /// # Errors
    /// When the store does not answer; what was done until then stays done.
    pub async fn rotate_keys(&self) -> Result<Rotation> {
        let (mut done, mut after) = (Rotation::default(), String::new());
        let current = self.keys.current();
        loop {
            let rows: Vec<(String, String, Vec<u8>)> =
                sqlx::query_as("SELECT id, master_key, wrapped_key FROM resident WHERE id > $1 AND master_key <> $2 ORDER BY id LIMIT $3")
                    .bind(&after)
                    .bind(&current)
                    .bind(BATCH)
                    .fetch_all(self.db.read())
                    .await?;
            let Some((last, ..)) = rows.last() else { return Ok(done) };
            after.clone_from(last);
            for (resident, master, wrapped) in rows {
                match self.keys.try_unwrap(&resident, &master, &wrapped) {
                    Ok(key) => {
                        let (id, rewrapped) = self.keys.wrap(&resident, &key)?;
                        if self.rewrap(resident, wrapped, id, rewrapped).await? { done.wrapped += 1 } else { done.skipped += 1 }
                    }
                    Err(locked) => done.locked.push((resident, locked)),
                }
            }
        }
    }

    /// Only over the very key that was read: nothing is silently overwritten.
    async fn rewrap(&self, resident: String, before: Vec<u8>, id: String, wrapped: Vec<u8>) -> Result<bool> {
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query("UPDATE resident SET master_key = $1, wrapped_key = $2 WHERE id = $3 AND wrapped_key = $4")
                        .bind(id)
                        .bind(wrapped)
                        .bind(resident)
                        .bind(before)
                        .execute(tx)
                        .await?;
                    Ok(done.rows_affected() == 1)
                })
            })
            .await
    }

    /// Which master keys are needed to read the store.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn keys_in_use(&self) -> Result<InUse> {
        let sql = "SELECT master_key, COUNT(*) FROM resident GROUP BY master_key ORDER BY master_key";
        Ok(sqlx::query_as(sql).fetch_all(self.db.read()).await?)
    }
}
