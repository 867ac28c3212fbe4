//! How long things are kept, counted from the last activity. Nothing is deleted before the resident could read that it will be, and
//! could keep it with one tap. The daily job may be killed at any moment: each step is a transaction that looks again.

use super::delete::{erase, giving_way, hold};
use crate::settings::Retention;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use sqlx::{AnyConnection, AssertSqlSafe};

pub(super) const DAY: i64 = 24 * 60 * 60_000;
const TOLD: &str = "INSERT INTO retention_notice (resident, kind, noticed_at) VALUES ($1, $2, $3) \
                    ON CONFLICT (resident, kind) DO UPDATE SET noticed_at = excluded.noticed_at";
const KEPT_LONGER: &str = "INSERT INTO retention_notice (resident, kind, extended_at) VALUES ($1, $2, $3) \
                           ON CONFLICT (resident, kind) DO UPDATE SET extended_at = excluded.extended_at";

/// What is going on with `$resident` at `$now`: what stands in the way of deleting everything, by its name in text keys. What a
/// resident still has to do by an agreement is theirs to leave; what the municipality promised is not.
macro_rules! going_on {
    ($now:literal, $resident:literal) => {
        concat!(
            "SELECT 'review' AS what FROM review WHERE state <> 'concluded' AND resident = ",
            $resident,
            " UNION SELECT 'request' FROM request WHERE settled_at IS NULL AND kind <> 'erasure' AND resident = ",
            $resident,
            " UNION SELECT 'proposal' FROM agreement_version WHERE state = 'proposed' AND resident = ",
            $resident,
            " UNION SELECT 'agreement' FROM agreement_line WHERE doer = 'municipality' AND (progress NOT IN ('done', 'no_longer_needed') OR not_done <> '') AND resident = ",
            $resident,
            " UNION SELECT 'appointment' FROM appointment WHERE cancelled_at IS NULL AND starts_at > ",
            $now,
            " AND resident = ",
            $resident,
            " UNION SELECT 'helper' FROM mandate WHERE withdrawn_at IS NULL AND until_at > ",
            $now,
            " AND resident = ",
            $resident,
            " UNION SELECT 'objection' FROM objection WHERE settled_at IS NULL AND resident = ",
            $resident,
            // Also for a case that was removed there: the application manager lets it go on without.
            " UNION SELECT 'delivery' FROM outbox o JOIN delivery l ON l.id = o.delivery WHERE o.done_at IS NULL AND l.resident = ",
            $resident
        )
    };
}
pub(super) use going_on;

/// When anything last happened with the file of `r`, whose review `v` is, if there is one.
macro_rules! file_active {
    () => {
        "(SELECT MAX(x.at) FROM (SELECT r.active_at AS at UNION ALL SELECT v.state_at UNION ALL SELECT MAX(e.at) FROM event e WHERE e.resident = r.id \
          UNION ALL SELECT MAX(c.saved_at) FROM calculation c WHERE c.resident = r.id \
          UNION ALL SELECT MAX(COALESCE(m.withdrawn_at, m.from_at)) FROM mandate m WHERE m.resident = r.id) x)"
    };
}

macro_rules! still {
    ($kind:literal, $activity:expr) => {
        concat!(
            "SELECT a.resident, MAX(a.at), MAX(COALESCE(n.extended_at, 0)), MAX(n.noticed_at) FROM (",
            $activity,
            ") a LEFT JOIN retention_notice n ON n.resident = a.resident AND n.kind = '",
            $kind,
            "' WHERE $2 = '' OR a.resident = $2 GROUP BY a.resident HAVING MAX(a.at) < $1 - $3 AND MAX(COALESCE(n.extended_at, 0)) < $1 - $3"
        )
    };
}

/// What is kept for a time of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Answers that were never sent.
    Draft,
    /// Calculations that the resident kept.
    Calculations,
    /// Everything, when nothing is going on: after the review was concluded, or of who was invited and never sent anything.
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

    /// Resident, last activity, until when it was kept longer and when it was told, of what is still: where nothing happened for
    /// `$3` until now (`$1`), in milliseconds; `$2` narrows it to one resident, empty for all.
    const fn still(self) -> &'static str {
        match self {
            Self::Draft => still!("draft", "SELECT resident, updated_at AS at FROM draft"),
            Self::Calculations => still!("calculations", "SELECT resident, saved_at AS at FROM calculation"),
            Self::File => still!(
                "file",
                concat!(
                    "SELECT r.id AS resident, ",
                    file_active!(),
                    " AS at FROM resident r LEFT JOIN review v ON v.resident = r.id WHERE COALESCE(v.state_at, 0) < $1 - $3 AND r.active_at < $1 - $3 AND NOT EXISTS (",
                    going_on!("$1", "r.id"),
                    ") AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.resident = r.id) \
                     AND NOT EXISTS (SELECT 1 FROM request q WHERE q.resident = r.id AND q.settled_at IS NULL)"
                )
            ),
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
                sqlx::query_as(AssertSqlSafe(kind.still())).bind(now).bind(resident).bind(keep - notice).fetch_all(self.db.read()).await?;
            all.extend(rows.into_iter().map(|(resident, active, extended, told)| {
                // What was told about an earlier end does not count for this one.
                let told_at = told.filter(|told| *told > active.max(extended));
                let deleted_at = (active.max(extended) + keep).max(told_at.unwrap_or(now) + notice);
                Due { resident, kind, deleted_at, told_at }
            }));
        }
        Ok(all)
    }

    /// Tells, and deletes what was told long enough ago, and invitations of helpers that are over. `dry` only counts.
    ///
    /// # Errors
    /// When the store does not answer; what was done until then stays done.
    pub async fn sweep_retention(&self, dry: bool) -> Result<Swept> {
        let now = self.clock.now();
        let mut swept = Swept::default();
        if !dry {
            self.clear_leftovers().await?;
        }
        // One that fails (logged there) keeps nobody else's from being told or deleted; the first is told at the end.
        let mut first = Ok(());
        for due in self.due("").await? {
            let done = match due.told_at {
                None => {
                    swept.told += 1;
                    if dry { Ok(()) } else { self.notice(TOLD, &due.resident, due.kind).await }
                }
                Some(_) if due.deleted_at > now => {
                    swept.waiting += 1;
                    Ok(())
                }
                Some(_) => {
                    swept.deleted += 1;
                    if dry { Ok(()) } else { self.delete_due(due).await }
                }
            };
            first = first.and(done);
        }
        first.map(|()| swept)
    }

    async fn notice(&self, sql: &'static str, resident: &str, kind: Kind) -> Result<()> {
        self.db.run(sqlx::query(sql).bind(resident.to_owned()).bind(kind.as_str()).bind(self.clock.now())).await
    }

    async fn delete_due(&self, due: Due) -> Result<()> {
        let (now, keep) = (self.clock.now(), due.kind.days(&self.settings.retention) * DAY);
        let deleted = giving_way(|| {
            let (kind, resident) = (due.kind, due.resident.clone());
            self.db.write(move |tx| Box::pin(async move { delete_still(tx, kind, &resident, now, keep).await }))
        });
        deleted.await.or_else(|error| if matches!(error, Error::Conflict("retention") | Error::NotFound) { Ok(()) } else { Err(error) })
    }

    /// Until when the file of a resident stays when nothing happens from now on; `None` while something is going on.
    pub(super) async fn kept_until(&self, resident: &str) -> Result<Option<i64>> {
        let sql = concat!(
            "SELECT ",
            file_active!(),
            ", COALESCE((SELECT n.extended_at FROM retention_notice n WHERE n.resident = r.id AND n.kind = 'file'), 0) \
             FROM resident r LEFT JOIN review v ON v.resident = r.id WHERE r.id = $2 AND NOT EXISTS (",
            going_on!("$1", "$2"),
            ")"
        );
        let row: Option<(i64, i64)> = sqlx::query_as(sql).bind(self.clock.now()).bind(resident).fetch_optional(self.db.read()).await?;
        Ok(row.map(|(active, extended)| self.kept_from(active.max(extended))))
    }

    /// Until when a file stays after it was last kept or something happened with it at `active`.
    pub(super) fn kept_from(&self, active: i64) -> i64 {
        active + Kind::File.days(&self.settings.retention) * DAY
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

async fn delete_still(tx: &mut AnyConnection, kind: Kind, resident: &str, now: i64, keep: i64) -> Result<()> {
    if kind == Kind::File {
        hold(tx, resident).await?;
    }
    // Looked at again in the same transaction: whoever came back a moment ago keeps everything.
    let still: Vec<(String, i64, i64, Option<i64>)> =
        sqlx::query_as(AssertSqlSafe(kind.still())).bind(now).bind(resident).bind(keep).fetch_all(&mut *tx).await?;
    // Nothing is to be done; what was held is let go.
    if still.is_empty() { Err(Error::Conflict("retention")) } else { delete(tx, resident, kind).await }
}

pub(super) async fn delete(tx: &mut AnyConnection, resident: &str, kind: Kind) -> Result<()> {
    // When the resident was last at it counts for the file too, and would go with it.
    let (active, sql) = match kind {
        Kind::Draft => ("SELECT MAX(updated_at) FROM draft WHERE resident = $1", "DELETE FROM draft WHERE resident = $1"),
        Kind::Calculations => ("SELECT MAX(saved_at) FROM calculation WHERE resident = $1", "DELETE FROM calculation WHERE resident = $1"),
        Kind::File => return erase(tx, resident).await,
    };
    let (active,): (Option<i64>,) = sqlx::query_as(active).bind(resident).fetch_one(&mut *tx).await?;
    was_active(tx, resident, active.unwrap_or_default()).await?;
    sqlx::query(sql).bind(resident).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM retention_notice WHERE resident = $1 AND kind = $2").bind(resident).bind(kind.as_str()).execute(tx).await?;
    Ok(())
}

/// The resident did something at `at`: from then on it counts how long the file stays.
pub(crate) async fn was_active(tx: &mut AnyConnection, resident: &str, at: i64) -> Result<()> {
    sqlx::query("UPDATE resident SET active_at = $1 WHERE id = $2 AND active_at < $1").bind(at).bind(resident).execute(tx).await?;
    Ok(())
}
