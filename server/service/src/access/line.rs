//! One line of the log: its hash, its row, and its form in the Dutch standard for logging (Logboek dataverwerkingen).

use crate::keys::{Context, KeyRing};
use crate::{Error, Result};
use serde_json::{Value, json};
use sqlx::AnyConnection;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outcome {
    /// They may, and it was opened.
    #[default]
    Done,
    /// They may not, or there is nobody.
    Refused,
}

impl Outcome {
    /// The name in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Day and process.
    pub chain: String,
    /// Its place in the chain, from 1.
    pub number: i64,
    /// When, in milliseconds.
    pub at: i64,
    /// Who.
    pub person: String,
    /// What they were then.
    pub role: String,
    /// What: the name of the action.
    pub activity: String,
    /// Whose; empty when it is about nobody.
    pub resident: String,
    /// What came of it.
    pub outcome: Outcome,
    /// From where.
    pub origin: String,
    /// The hash of the line before.
    pub before: String,
    /// The hash of this one.
    pub hash: String,
}

pub(super) const COLUMNS: &str = "chain, number, at, person, role, activity, resident, outcome, origin, before, hash";
pub(super) type Row = (String, i64, i64, String, String, String, String, String, String, String, String);

impl From<Row> for Line {
    fn from((chain, number, at, person, role, activity, resident, outcome, origin, before, hash): Row) -> Self {
        let outcome = if outcome == "done" { Outcome::Done } else { Outcome::Refused };
        Self { chain, number, at, person, role, activity, resident, outcome, origin, before, hash }
    }
}

impl Line {
    /// The keyed hash of everything that it says, and of the line before.
    pub(super) fn hashed(&self, keys: &KeyRing) -> String {
        let (number, at) = (self.number.to_string(), self.at.to_string());
        let parts = [&self.before, &self.chain, &number, &at, &self.person, &self.role, &self.activity, &self.resident, self.outcome.as_str(), &self.origin];
        // With its length before each part nothing moves from one to the next.
        let text: String = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
        keys.lookup_hash("access-log", &text)
    }

    /// As a line of the Dutch standard: the subject is encrypted for who has the key of the portal.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn as_processing(&self, keys: &KeyRing) -> Result<Value> {
        let key = keys.session_key("access-log")?;
        let sealed = key.seal(&Context::new("subject", &[&self.hash]), self.resident.as_bytes())?;
        let hex = |from: usize, to: usize| self.hash.get(from..to).ok_or_else(|| Error::internal("a line of the log has no hash"));
        let at = chrono::DateTime::from_timestamp_millis(self.at).map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
        Ok(json!({
            "trace_id": hex(0, 32)?, "operation_id": hex(32, 48)?, "status": if self.outcome == Outcome::Done { "OK" } else { "ERROR" },
            "name": self.activity, "start_time": at, "end_time": at,
            "attributes": {
                "dpl.core.processing_activity_id": format!("urn:meedoen:activity:{}", self.activity),
                "dpl.core.data_subject_id": data_encoding::BASE64.encode(&sealed),
                "dpl.core.user": self.person, "dpl.core.role": self.role, "dpl.core.origin": self.origin
            }
        }))
    }
}

/// Adds lines.
pub(super) async fn insert(tx: &mut AnyConnection, lines: &[Line]) -> Result<()> {
    for line in lines {
        sqlx::query(
            "INSERT INTO access_log (chain, number, at, person, role, activity, resident, outcome, origin, before, hash) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(&line.chain)
        .bind(line.number)
        .bind(line.at)
        .bind(&line.person)
        .bind(&line.role)
        .bind(&line.activity)
        .bind(&line.resident)
        .bind(line.outcome.as_str())
        .bind(&line.origin)
        .bind(&line.before)
        .bind(&line.hash)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}
