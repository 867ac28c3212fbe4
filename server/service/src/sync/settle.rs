//! What is written down after a step: that it is done, that it waits, or that somebody must look at it.

use super::failure::backoff;
use super::lease::Lease;
use super::worker::{Delivery, Outcome};
use super::{Api, Failure, Item, Remote, Scope, Step};
use crate::Result;

impl Delivery {
    /// Keeps what came of a step.
    pub(super) async fn keep(&self, lease: &mut Lease, step: Step, item: &Item, remote: Remote) -> Result<Outcome> {
        let (delivery, now) = (lease.delivery.clone(), self.service.clock.now());
        let (kind, local) = scope_of(step, &delivery, item);
        lease.asked_at = None;
        lease.attempts = 0;
        let kept = self.service.with_lease(lease, move |tx| {
            Box::pin(async move {
                let sql = "INSERT INTO remote_ref (local_kind, local_id, step, url, at, resident) \
                           SELECT $1, $2, $3, $4, $5, d.resident FROM delivery d WHERE d.id = $6 ON CONFLICT DO NOTHING";
                sqlx::query(sql).bind(kind).bind(local).bind(step.as_str()).bind(remote.0).bind(now).bind(&delivery).execute(&mut *tx).await?;
                sqlx::query("UPDATE delivery SET asked_at = NULL, attempts = 0, code = '', next_at = $1 WHERE id = $2")
                    .bind(now)
                    .bind(delivery)
                    .execute(tx)
                    .await?;
                Ok(())
            })
        });
        Ok(kept.await?.map_or(Outcome::Waits, |()| Outcome::Done))
    }

    /// Every message is done.
    pub(super) async fn finish(&self, lease: &Lease) -> Result<Outcome> {
        let (id, now) = (lease.delivery.clone(), self.service.clock.now());
        let done = self.service.with_lease(lease, move |tx| {
            Box::pin(async move {
                sqlx::query(
                    "UPDATE delivery SET state = 'done', since = $1, step = '', code = '', asked_at = NULL, attempts = 0, lease_until = 0 \
                     WHERE id = $2 AND NOT EXISTS (SELECT 1 FROM outbox WHERE delivery = $2 AND done_at IS NULL)",
                )
                .bind(now)
                .bind(&id)
                .execute(&mut *tx)
                .await?;
                super::alert::clear(tx, &id, now).await
            })
        });
        done.await?.ok();
        Ok(Outcome::Waits)
    }

    /// A step failed: what that means stands in [`Failure`].
    pub(super) async fn failed(&self, lease: &mut Lease, step: Step, api: Api, item: &Item, failure: &Failure) -> Result<Outcome> {
        let (now, code) = (self.service.clock.now(), failure.code());
        match failure {
            Failure::NotSent(_) | Failure::Unknown(_) => self.service.circuits.failed(api, &code, now, false),
            Failure::Credentials(_) => self.service.circuits.failed(api, &code, now, true),
            // A clear answer, if not the one that was wanted.
            _ => self.service.circuits.worked(api),
        }
        tracing::warn!(delivery = %lease.delivery, step = step.as_str(), code, attempts = lease.attempts, "a step failed");
        let never_left = matches!(failure, Failure::NotSent(_) | Failure::Clock | Failure::Later(_) | Failure::Refused(_) | Failure::Credentials(_));
        if never_left {
            lease.asked_at = None;
        }
        match failure {
            Failure::Refused(_) => self.stop(lease, step, "stopped", &code).await,
            // The object of a record may be gone while its case is there: what it says now is said in a new one.
            Failure::Removed if item.message.record().is_some() => self.forget_record(lease, step, item).await,
            Failure::Removed => self.stop(lease, step, "removed", &code).await,
            Failure::Closed => self.go_on_in_another_case(lease, item).await,
            Failure::Later(wait) => self.wait(lease, step, now + i64::try_from(wait.as_millis()).unwrap_or(60_000), &code).await,
            // Not counted: it says nothing about this row.
            Failure::Credentials(_) => self.wait(lease, step, now + self.span(backoff(0)), &code).await,
            _ => {
                let next = now + self.span(backoff(lease.attempts));
                lease.attempts += 1;
                self.wait(lease, step, next, &code).await
            }
        }
    }

    /// Lets go of the case until `next_at`.
    pub(super) async fn wait(&self, lease: &Lease, step: Step, next_at: i64, code: &str) -> Result<Outcome> {
        let (id, code, attempts, asked_at) = (lease.delivery.clone(), code.to_owned(), lease.attempts, lease.asked_at);
        let waits = self.service.with_lease(lease, move |tx| {
            Box::pin(async move {
                sqlx::query("UPDATE delivery SET next_at = $1, step = $2, code = $3, attempts = $4, asked_at = $5, lease_until = 0 WHERE id = $6")
                    .bind(next_at)
                    .bind(step.as_str())
                    .bind(code)
                    .bind(attempts)
                    .bind(asked_at)
                    .bind(id)
                    .execute(tx)
                    .await?;
                Ok(())
            })
        });
        waits.await?.ok();
        Ok(Outcome::Waits)
    }

    /// Forgets the object of a record, so that the next try makes it again.
    async fn forget_record(&self, lease: &mut Lease, step: Step, item: &Item) -> Result<Outcome> {
        let (_, record) = scope_of(Step::Record, &lease.delivery, item);
        lease.asked_at = None;
        let forgotten = self.service.with_lease(lease, move |tx| {
            Box::pin(async move {
                sqlx::query("DELETE FROM remote_ref WHERE local_kind = 'record' AND local_id = $1").bind(record).execute(tx).await?;
                Ok(())
            })
        });
        forgotten.await?.ok();
        let next = self.service.clock.now() + self.span(backoff(lease.attempts));
        lease.attempts += 1;
        self.wait(lease, step, next, "removed").await
    }

    /// Stops this case until somebody looks at it.
    async fn stop(&self, lease: &Lease, step: Step, state: &'static str, code: &str) -> Result<Outcome> {
        let (id, code, now) = (lease.delivery.clone(), code.to_owned(), self.service.clock.now());
        let stopped = self.service.with_lease(lease, move |tx| {
            Box::pin(async move {
                sqlx::query("UPDATE delivery SET state = $1, since = $2, step = $3, code = $4, asked_at = NULL, lease_until = 0 WHERE id = $5")
                    .bind(state)
                    .bind(now)
                    .bind(step.as_str())
                    .bind(&code)
                    .bind(&id)
                    .execute(&mut *tx)
                    .await?;
                super::alert::raise(tx, &id, super::alert::STOPPED, &code, now).await
            })
        });
        stopped.await?.ok();
        Ok(Outcome::Waits)
    }

    /// The case was closed meanwhile: this message and what comes after it go on in another case.
    async fn go_on_in_another_case(&self, lease: &Lease, item: &Item) -> Result<Outcome> {
        let (old, resident, seq, now) = (lease.delivery.clone(), lease.resident.clone(), item.seq, self.service.clock.now());
        let moved = self.service.with_lease(lease, move |tx| Box::pin(async move { super::outbox::pass_on(tx, &old, &resident, Some(seq), now).await }));
        moved.await?.ok();
        self.finish(lease).await
    }
}

fn scope_of(step: Step, delivery: &str, item: &Item) -> (&'static str, String) {
    match (step.scope(), item.message.record()) {
        (Scope::Case, _) => ("case", delivery.to_owned()),
        (Scope::Record, Some(record)) => ("record", record.id.clone()),
        (Scope::Message | Scope::Record, _) => ("message", item.id.clone()),
    }
}
