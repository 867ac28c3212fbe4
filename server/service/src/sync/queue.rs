//! What waits, for the screens: for the resident in two words, for the caseworker step by step, for the application
//! manager as a list with a button.

use super::Step;
use crate::{Result, Service};
use domain::access::{Action, Actor};

/// How far something that was sent is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// On its way since, in milliseconds.
    pub since: i64,
    /// Arrived at; `None` while it is on its way.
    pub arrived_at: Option<i64>,
    /// The status in the words of the case system; empty for none.
    pub status: String,
    /// When that was set, RFC 3339.
    pub status_at: String,
    /// The result in its words; empty for none.
    pub result: String,
    /// The day it was closed, ISO; empty while open.
    pub closed_on: String,
}

/// One message of a case, for the caseworker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// submission, correction, contact, or what a record is about.
    pub kind: String,
    /// Written at, in milliseconds.
    pub since: i64,
    /// Arrived at.
    pub done_at: Option<i64>,
    /// What is done: the step and when.
    pub steps: Vec<(Step, i64)>,
}

/// A case, for the caseworker and the application manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Our id.
    pub id: String,
    /// The identificatie in the case system; empty where every case was removed.
    pub identification: String,
    /// waiting, done, stopped or removed.
    pub state: String,
    /// Since when, in milliseconds.
    pub since: i64,
    /// Not tried before, in milliseconds.
    pub next_at: i64,
    /// Failures in a row.
    pub attempts: i64,
    /// The step that is next.
    pub step: String,
    /// What stood in the way last.
    pub code: String,
    /// The status in the words of the case system; empty for none.
    pub status: String,
    /// How many of its messages did not arrive.
    pub left: i64,
}

/// The queue as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    /// Cases with something that waits.
    pub waiting: i64,
    /// Cases that stopped.
    pub stopped: i64,
    /// Since when the oldest waits, in milliseconds.
    pub oldest: Option<i64>,
    /// Alerts that nobody cleared: level and how many.
    pub alerts: Vec<(i64, i64)>,
    /// Failing steps: the step, the code, how many cases.
    pub failing: Vec<(String, String, i64)>,
    /// Cases that are late, stopped or gone, the longest waiting first.
    pub rows: Vec<CaseRow>,
}

type Row = (String, String, String, i64, i64, i64, String, String, Option<String>, i64);

fn case_row((id, identification, state, since, next_at, attempts, step, code, status, left): Row) -> CaseRow {
    CaseRow { id, identification, state, since, next_at, attempts, step, code, status: status.unwrap_or_default(), left }
}

/// Begins a question for rows.
macro_rules! rows {
    ($($rest:tt)*) => {
        concat!(
            "SELECT d.id, CASE d.records_only WHEN 1 THEN '' ELSE d.identification END, d.state, d.since, d.next_at, d.attempts, d.step, d.code, s.name, \
             (SELECT COUNT(*) FROM outbox o WHERE o.delivery = d.id AND o.done_at IS NULL) \
             FROM delivery d LEFT JOIN case_status s ON s.delivery = d.id WHERE ",
            $($rest)*
        )
    };
}

/// What nobody needs to look at any more: a case that was removed after everything had arrived, once somebody saw that.
macro_rules! settled {
    () => {
        "(d.state = 'removed' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.delivery = d.id AND o.done_at IS NULL) \
         AND NOT EXISTS (SELECT 1 FROM sync_alert a WHERE a.delivery = d.id AND a.cleared_at IS NULL))"
    };
}

/// Most rows on the page of the application manager.
const MOST: i64 = 200;

impl Service {
    /// How far a version is, for the resident who sent it.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor is not that resident.
    pub async fn own_arrival(&self, actor: &Actor, resident: &str, number: i64) -> Result<Option<Arrival>> {
        self.open_file(actor, Action::ReadOwn, resident).await?;
        self.arrival(resident, number).await
    }

    /// How far version `number` is. The caller has opened the file; `None` when nothing is delivered.
    pub(crate) async fn arrival(&self, resident: &str, number: i64) -> Result<Option<Arrival>> {
        type Row = (i64, Option<i64>, Option<String>, Option<String>, Option<String>, Option<String>);
        // Counted from the newest version: what was sent before the portal was connected has no message.
        let (latest,): (i64,) =
            sqlx::query_as("SELECT COALESCE(MAX(number), 0) FROM scan WHERE resident = $1").bind(resident).fetch_one(self.db.read()).await?;
        let offset = (latest - number).max(0);
        let row: Option<Row> = sqlx::query_as(
            "SELECT o.created_at, o.done_at, s.name, s.set_at, s.result, s.closed_on FROM outbox o JOIN delivery d ON d.id = o.delivery \
             LEFT JOIN case_status s ON s.delivery = d.id WHERE d.resident = $1 AND o.kind IN ('submission', 'correction') ORDER BY o.created_at DESC, o.id DESC LIMIT 1 OFFSET $2",
        )
        .bind(resident)
        .bind(offset)
        .fetch_optional(self.db.read())
        .await?;
        Ok(row.map(|(since, arrived_at, status, status_at, result, closed_on)| Arrival {
            since,
            arrived_at,
            status: status.unwrap_or_default(),
            status_at: status_at.unwrap_or_default(),
            result: result.unwrap_or_default(),
            closed_on: closed_on.unwrap_or_default(),
        }))
    }

    /// The cases of a resident with every message and step. The caller has opened the file.
    pub(crate) async fn cases(&self, resident: &str) -> Result<Vec<(CaseRow, Vec<Sent>)>> {
        let rows: Vec<Row> = sqlx::query_as(rows!("d.resident = $1 ORDER BY d.id DESC LIMIT 20")).bind(resident).fetch_all(self.db.read()).await?;
        let mut cases = Vec::new();
        for row in rows.into_iter().map(case_row) {
            let sent = self.messages(&row.id).await?;
            cases.push((row, sent));
        }
        Ok(cases)
    }

    async fn messages(&self, delivery: &str) -> Result<Vec<Sent>> {
        let rows: Vec<(String, i64, String, i64, Option<i64>)> =
            sqlx::query_as("SELECT id, seq, kind, created_at, done_at FROM outbox WHERE delivery = $1 ORDER BY seq DESC LIMIT 50")
                .bind(delivery)
                .fetch_all(self.db.read())
                .await?;
        let refs: Vec<(String, String, i64)> = sqlx::query_as(
            "SELECT local_id, step, at FROM remote_ref WHERE (local_kind = 'case' AND local_id = $1) \
             OR (local_kind = 'message' AND local_id IN (SELECT id FROM outbox WHERE delivery = $1)) ORDER BY at",
        )
        .bind(delivery)
        .fetch_all(self.db.read())
        .await?;
        // The first message makes the case.
        let steps = |id: &str, seq: i64| {
            let of = |local: &str| local == id || (seq == 1 && local == delivery);
            refs.iter().filter(|(local, ..)| of(local)).filter_map(|(_, step, at)| Some((Step::parse(step)?, *at))).collect()
        };
        Ok(rows.into_iter().map(|(id, seq, kind, since, done_at)| Sent { steps: steps(&id, seq), kind, since, done_at }).collect())
    }

    /// The queue, for the application manager: codes and ids, nobody's name.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn queue(&self, actor: &Actor) -> Result<Queue> {
        self.allow(actor, Action::Operate)?;
        self.queue_figures().await
    }

    /// The same figures for the metrics.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn queue_figures(&self) -> Result<Queue> {
        let read = self.db.read();
        let (waiting, oldest): (i64, Option<i64>) = sqlx::query_as("SELECT COUNT(*), MIN(since) FROM delivery WHERE state = 'waiting'").fetch_one(read).await?;
        let (stopped,): (i64,) =
            sqlx::query_as(concat!("SELECT COUNT(*) FROM delivery d WHERE d.state IN ('stopped', 'removed') AND NOT ", settled!())).fetch_one(read).await?;
        let alerts = sqlx::query_as("SELECT level, COUNT(*) FROM sync_alert WHERE cleared_at IS NULL GROUP BY level ORDER BY level").fetch_all(read).await?;
        let failing = concat!(
            "SELECT d.step, d.code, COUNT(*) FROM delivery d WHERE d.code <> '' AND d.state <> 'done' AND NOT ",
            settled!(),
            " GROUP BY d.step, d.code ORDER BY COUNT(*) DESC, d.step, d.code"
        );
        let failing = sqlx::query_as(failing).fetch_all(read).await?;
        let late = rows!("d.state <> 'done' AND (d.code <> '' OR d.state <> 'waiting') AND NOT ", settled!(), " ORDER BY d.since LIMIT $1");
        let rows: Vec<Row> = sqlx::query_as(late).bind(MOST).fetch_all(read).await?;
        Ok(Queue { waiting, stopped, oldest, alerts, failing, rows: rows.into_iter().map(case_row).collect() })
    }

    /// Tries again at once: one case, or everything that waits or stopped. What was removed there stays so: only where
    /// that one is named, what waits for it goes on without it.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn try_again(&self, actor: &Actor, delivery: Option<&str>) -> Result<()> {
        self.allow(actor, Action::Operate)?;
        self.circuits.close_all();
        let (one, now) = (delivery.map(ToOwned::to_owned), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let again = sqlx::query(
                        "UPDATE delivery SET next_at = $1, since = CASE state WHEN 'stopped' THEN $1 ELSE since END, \
                         state = CASE state WHEN 'stopped' THEN 'waiting' ELSE state END WHERE state IN ('waiting', 'stopped') AND ($2 = '' OR id = $2)",
                    );
                    again.bind(now).bind(one.clone().unwrap_or_default()).execute(&mut *tx).await?;
                    if let Some(one) = &one {
                        super::outbox::go_on_without(tx, one, now).await?;
                    }
                    sqlx::query("UPDATE sync_alert SET cleared_at = $1 WHERE cleared_at IS NULL AND level = $2 AND ($3 = '' OR delivery = $3)")
                        .bind(now)
                        .bind(super::alert::STOPPED)
                        .bind(one.unwrap_or_default())
                        .execute(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
