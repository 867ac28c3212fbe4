//! One worker at a time works on a case: it has a lease, renews it before each call, and every write of it carries the
//! number of its lease (the fence), so that a worker that was thought dead writes nothing.

use super::Step;
use crate::{Error, Result, Service};
use sqlx::AnyConnection;

/// How long a lease lasts, in milliseconds: longer than the longest call, also when tests shorten all waits.
const LEASE: i64 = 120_000;
const SHORTEST: i64 = 2_000;

/// A case that this worker has.
#[derive(Debug, Clone)]
pub(super) struct Lease {
    pub delivery: String,
    pub resident: String,
    pub identification: String,
    pub follows: Option<String>,
    pub attempts: i64,
    pub asked_at: Option<i64>,
    pub asked_step: String,
    pub fence: i64,
    /// It makes no case and carries what needs none.
    pub records_only: bool,
}

/// The lease went to somebody else.
#[derive(Debug)]
pub(super) struct Lost;

type Row = (String, String, String, Option<String>, i64, Option<i64>, String, i64, i64);

impl Service {
    fn lease_until(&self) -> i64 {
        let span = (LEASE as f64 / self.settings.backend.time_scale) as i64;
        self.clock.now() + span.max(SHORTEST)
    }

    /// Takes the case that has waited longest and is due; `None` when there is none. A case that goes on from another
    /// waits for that one, and one whose next step is among `shut` for its API.
    pub(super) async fn lease(&self, shut: &[Step]) -> Result<Option<Lease>> {
        let not_now: String = shut.iter().map(|step| format!(" AND d.step <> '{}'", step.as_str())).collect();
        // Only names of steps are put in.
        let take = sqlx::AssertSqlSafe(format!(
            "UPDATE delivery SET lease_until = $1, fence = fence + 1 WHERE lease_until <= $2 AND id = (\
             SELECT d.id FROM delivery d LEFT JOIN delivery f ON f.id = d.follows \
             WHERE d.state = 'waiting' AND d.next_at <= $2 AND d.lease_until <= $2 AND (f.id IS NULL OR f.state <> 'waiting'){not_now} \
             ORDER BY d.next_at, d.id LIMIT 1) \
             RETURNING id, resident, identification, follows, attempts, asked_at, step, fence, records_only"
        ));
        let (now, until) = (self.clock.now(), self.lease_until());
        let row = self
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let row: Option<Row> = sqlx::query_as(take).bind(until).bind(now).fetch_optional(tx).await?;
                    Ok(row)
                })
            })
            .await?;
        let lease = |(delivery, resident, identification, follows, attempts, asked_at, asked_step, fence, records_only): Row| Lease {
            delivery,
            resident,
            identification,
            follows,
            attempts,
            asked_at,
            asked_step,
            fence,
            records_only: records_only == 1,
        };
        Ok(row.map(lease))
    }

    /// Runs `job` if this worker still has the case; all or nothing.
    ///
    /// # Errors
    /// The job's own error; the inner one when the case went to another worker.
    pub(super) async fn with_lease<T, F>(&self, lease: &Lease, job: F) -> Result<std::result::Result<T, Lost>>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> crate::db::Work<'c, T> + Send + 'static,
    {
        let (id, fence, until) = (lease.delivery.clone(), lease.fence, self.lease_until());
        let done = self
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let held = sqlx::query("UPDATE delivery SET lease_until = $1 WHERE id = $2 AND fence = $3").bind(until).bind(id).bind(fence);
                    if held.execute(&mut *tx).await?.rows_affected() == 0 {
                        return Err(Error::Conflict("lease"));
                    }
                    job(tx).await
                })
            })
            .await;
        match done {
            Err(Error::Conflict("lease")) => Ok(Err(Lost)),
            done => done.map(Ok),
        }
    }
}
