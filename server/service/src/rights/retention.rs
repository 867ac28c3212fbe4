//! How long things are kept, counted from the last activity. Nothing is deleted before the resident could read that it will be, and
//! could keep it with one tap. The daily job may be killed at any moment: each step is a transaction that looks again.

use crate::settings::Retention;
use crate::{Result, Service, keys};
use domain::access::{Action, Actor};
use sqlx::{AnyConnection, AssertSqlSafe};

pub(super) const DAY: i64 = 24 * 60 * 60_000;
const TOLD: &str = "INSERT INTO retention_notice (resident, kind, noticed_at) VALUES ($1, $2, $3) \
                    ON CONFLICT (resident, kind) DO UPDATE SET noticed_at = excluded.noticed_at";
const KEPT_LONGER: &str = "INSERT INTO retention_notice (resident, kind, extended_at) VALUES ($1, $2, $3) \
                           ON CONFLICT (resident, kind) DO UPDATE SET extended_at = excluded.extended_at";

/// What is kept for a time of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Answers that were never sent.
    Draft,
    /// Calculations that the resident kept.
    Calculations,
    /// Everything, after the review was concluded and nothing is going on.
    File,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Calculations, Self::File];

    /// The name in the store, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Calculations => "calculations",
            Self::File => "file",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    pub(super) const fn days(self, settings: &Retention) -> i64 {
        match self {
            Self::Draft => settings.draft_days as i64,
            Self::Calculations => settings.calculation_days as i64,
            Self::File => settings.file_days as i64,
        }
    }

    /// Resident and last activity of what has been still since before `$1`; `$2` narrows it to one resident, empty for all.
    const fn still(self) -> &'static str {
        match self {
            Self::Draft => {
                "SELECT d.resident, MAX(d.updated_at), MAX(COALESCE(n.extended_at, 0)), MAX(n.noticed_at) FROM draft d \
                 LEFT JOIN retention_notice n ON n.resident = d.resident AND n.kind = 'draft' \
                 WHERE $2 = '' OR d.resident = $2 GROUP BY d.resident HAVING MAX(d.updated_at) < $1 AND MAX(COALESCE(n.extended_at, 0)) < $1"
            }
            Self::Calculations => {
                "SELECT c.resident, MAX(c.saved_at), MAX(COALESCE(n.extended_at, 0)), MAX(n.noticed_at) FROM calculation c \
                 LEFT JOIN retention_notice n ON n.resident = c.resident AND n.kind = 'calculations' \
                 WHERE $2 = '' OR c.resident = $2 GROUP BY c.resident HAVING MAX(c.saved_at) < $1 AND MAX(COALESCE(n.extended_at, 0)) < $1"
            }
            // Nothing that somebody waits for, and nothing on its way to the municipality's systems.
            Self::File => {
                "SELECT r.id, MAX(v.state_at), MAX(COALESCE(n.extended_at, 0)), MAX(n.noticed_at) FROM resident r JOIN review v ON v.resident = r.id \
                 LEFT JOIN retention_notice n ON n.resident = r.id AND n.kind = 'file' \
                 WHERE ($2 = '' OR r.id = $2) AND r.master_key <> 'erased' AND v.state = 'concluded' AND v.state_at < $1 AND r.active_at < $1 \
                 AND COALESCE(n.extended_at, 0) < $1 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.resident = r.id AND e.at >= $1) \
                 AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.resident = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM request q WHERE q.resident = r.id AND q.settled_at IS NULL) \
                 AND NOT EXISTS (SELECT 1 FROM outbox o JOIN delivery l ON l.id = o.delivery WHERE l.resident = r.id AND o.done_at IS NULL) GROUP BY r.id"
            }
        }
    }
}

/// Something that will be deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Whose.
    pub resident: String,
    /// What.
    pub kind: Kind,
    /// When nothing happens before, in milliseconds.
    pub deleted_at: i64,
    /// Since when the resident can read it; `None` when nobody told them yet.
    pub told_at: Option<i64>,
}

/// What a run of the job did, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Told that it will be deleted.
    pub told: usize,
    /// Deleted.
    pub deleted: usize,
    /// Told before, and waiting for its day.
    pub waiting: usize,
}

impl Service {
    /// Everything that is near its end, of one resident or (with an empty id) of all.
    pub(super) async fn due(&self, resident: &str) -> Result<Vec<Due>> {
        let (settings, now) = (&self.settings.retention, self.clock.now());
        let notice = i64::from(settings.notice_days) * DAY;
        let mut all = Vec::new();
        for kind in Kind::ALL {
            let keep = kind.days(settings) * DAY;
            let rows: Vec<(String, i64, i64, Option<i64>)> =
                sqlx::query_as(AssertSqlSafe(kind.still())).bind(now - keep + notice).bind(resident).fetch_all(self.db.read()).await?;
            all.extend(rows.into_iter().map(|(resident, active, extended, told)| {
                // What was told about an earlier end does not count for this one.
                let told_at = told.filter(|told| *told > active.max(extended));
                let deleted_at = (active.max(extended) + keep).max(told_at.unwrap_or(now) + notice);
                Due { resident, kind, deleted_at, told_at }
            }));
        }
        Ok(all)
    }

    /// Tells, and deletes what was told long enough ago. `dry` only counts.
    ///
    /// # Errors
    /// When the store does not answer; what was done until then stays done.
    pub async fn sweep_retention(&self, dry: bool) -> Result<Swept> {
        let now = self.clock.now();
        let mut swept = Swept::default();
        for due in self.due("").await? {
            match due.told_at {
                None => {
                    swept.told += 1;
                    if !dry {
                        self.notice(TOLD, &due.resident, due.kind).await?;
                    }
                }
                Some(_) if due.deleted_at > now => swept.waiting += 1,
                Some(_) => {
                    swept.deleted += 1;
                    if !dry {
                        self.delete_due(due).await?;
                    }
                }
            }
        }
        Ok(swept)
    }

    async fn notice(&self, sql: &'static str, resident: &str, kind: Kind) -> Result<()> {
        self.db.run(sqlx::query(sql).bind(resident.to_owned()).bind(kind.as_str()).bind(self.clock.now())).await
    }

    async fn delete_due(&self, due: Due) -> Result<()> {
        let before = self.clock.now() - due.kind.days(&self.settings.retention) * DAY;
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    // Looked at again in the same transaction: whoever came back a moment ago keeps everything.
                    let still: Vec<(String, i64, i64, Option<i64>)> =
                        sqlx::query_as(AssertSqlSafe(due.kind.still())).bind(before).bind(&due.resident).fetch_all(&mut *tx).await?;
                    if still.is_empty() { Ok(()) } else { delete(tx, &due.resident, due.kind).await }
                })
            })
            .await
    }

    /// What of this resident will be deleted soon, for the resident.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn deleted_soon(&self, actor: &Actor, resident: &str) -> Result<Vec<Due>> {
        self.open_file(actor, Action::ReadOwn, resident).await?;
        Ok(self.due(resident).await?.into_iter().filter(|due| due.told_at.is_some()).collect())
    }

    /// The resident keeps something longer: it counts from now again.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor is not that resident.
    pub async fn keep_longer(&self, actor: &Actor, resident: &str, kind: Kind) -> Result<()> {
        self.open_file(actor, Action::KeepProfile, resident).await?;
        self.notice(KEPT_LONGER, resident, kind).await
    }
}

pub(super) async fn delete(tx: &mut AnyConnection, resident: &str, kind: Kind) -> Result<()> {
    let one = |sql: &'static str| sqlx::query(sql).bind(resident.to_owned());
    match kind {
        Kind::Draft => _ = one("DELETE FROM draft WHERE resident = $1").execute(&mut *tx).await?,
        Kind::Calculations => _ = one("DELETE FROM calculation WHERE resident = $1").execute(&mut *tx).await?,
        Kind::File => {
            for sql in [
                "DELETE FROM calculation WHERE resident = $1",
                "DELETE FROM look_reason WHERE resident = $1",
                "DELETE FROM calendar_address WHERE resident = $1",
                "DELETE FROM reminder WHERE resident = $1",
                "DELETE FROM ended_session WHERE person = $1 OR acts_for = $1",
                "DELETE FROM calendar_address WHERE resident = $1",
                "DELETE FROM reminder WHERE resident = $1",
            ] {
                one(sql).execute(&mut *tx).await?;
            }
            crate::mandate::erase(&mut *tx, resident).await?;
            // What stays is unreadable without the key: rows that say that something was sent, and when.
            keys::erase(&mut *tx, resident).await?;
        }
    }
    sqlx::query("DELETE FROM retention_notice WHERE resident = $1 AND (kind = $2 OR $2 = 'file')").bind(resident).bind(kind.as_str()).execute(tx).await?;
    Ok(())
}
