//! Delivers what waits in the outbox: one case at a time for each worker, its messages in order, step by step.

use super::lease::{Lease, Lost};
use super::{Failure, Found, Item, MunicipalBackend, Remote, Step};
use crate::{Result, Service};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// A look-up straight after a call that was given up can miss a write that is still being committed: so long after it,
/// in milliseconds, it can be trusted.
const LATE_WRITE: i64 = 30_000;
/// How often somebody looks whether something is due, in milliseconds.
const TICK: u64 = 1_000;

/// Everything that delivers.
#[derive(Clone)]
pub struct Delivery {
    pub(super) service: Service,
    pub(super) backend: Arc<dyn MunicipalBackend>,
    wake: Arc<Notify>,
}

/// What became of one attempt.
pub(super) enum Outcome {
    /// The step is done; there may be more.
    Done,
    /// Nothing more to do now.
    Waits,
}

impl Delivery {
    /// Delivers to `backend` what `service` wrote.
    #[must_use]
    pub fn new(service: Service, backend: Arc<dyn MunicipalBackend>) -> Self {
        Self { service, backend, wake: Arc::default() }
    }

    /// Works until the task is dropped. Several may run, in one process or in many.
    pub async fn run(&self) {
        loop {
            match self.work_once().await {
                Ok(true) => {}
                Ok(false) => {
                    let tick = self.scaled(TICK / 2 + fastrand::u64(0..TICK));
                    let _ = tokio::time::timeout(tick, self.wake.notified()).await;
                }
                Err(_) => tokio::time::sleep(self.scaled(TICK)).await,
            }
        }
    }

    /// Wakes a worker: something was written, or somebody asked to try again.
    pub fn wake(&self) {
        self.wake.notify_waiters();
    }

    fn scaled(&self, millis: u64) -> Duration {
        Duration::from_secs_f64(millis as f64 / 1000.0 / self.service.settings.backend.time_scale)
    }

    /// A span of our own clock, shortened by the time scale of tests.
    pub(super) fn span(&self, millis: i64) -> i64 {
        (millis as f64 / self.service.settings.backend.time_scale) as i64
    }

    /// Works on one case as long as something can be done; whether there was one.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn work_once(&self) -> Result<bool> {
        // Who waits for an API that does not answer is left alone until it does: only one tries.
        let shut: Vec<super::Api> = self.service.circuits.open(self.service.clock.now()).into_iter().map(|(api, ..)| api).collect();
        let shut: Vec<Step> = Step::ALL.into_iter().filter(|step| shut.contains(&self.backend.api(*step))).collect();
        let Some(mut lease) = self.service.lease(&shut).await? else { return Ok(false) };
        while let Outcome::Done = self.next(&mut lease).await? {}
        Ok(true)
    }

    /// The next step of the oldest message that is not done.
    async fn next(&self, lease: &mut Lease) -> Result<Outcome> {
        let Some(item) = self.item(lease).await? else { return self.finish(lease).await };
        // What was never said needs no change, and can be said for the first time only with a case.
        let lapses = lease.records_only && !item.refs.contains_key(&Step::Record);
        let steps = if lapses { &[] } else { self.backend.steps(&item.message) };
        let Some(step) = steps.iter().copied().find(|step| !item.refs.contains_key(step)) else {
            let (id, now) = (item.id.clone(), self.service.clock.now());
            let done = self.service.with_lease(lease, move |tx| {
                Box::pin(async move {
                    sqlx::query("UPDATE outbox SET done_at = $1, sealed_document = NULL WHERE id = $2").bind(now).bind(id).execute(tx).await?;
                    Ok(())
                })
            });
            return Ok(done.await?.map_or(Outcome::Waits, |()| Outcome::Done));
        };
        let api = self.backend.api(step);
        let now = self.service.clock.now();
        if let super::circuit::Gate::Shut(until) = self.service.circuits.may(api, now) {
            let code = self.service.circuits.open(now).into_iter().find(|(open, ..)| *open == api).map_or_else(String::new, |(_, code, _)| code);
            return self.wait(lease, step, until, &code).await;
        }
        let done = self.step(lease, step, &item).await?;
        match done {
            Ok(Some(remote)) => {
                self.service.circuits.worked(api);
                self.keep(lease, step, &item, remote).await
            }
            Ok(None) => Ok(Outcome::Waits),
            Err(failure) => self.failed(lease, step, api, &item, &failure).await,
        }
    }

    /// Looks up where that is needed, then sends. `None`: wait before looking again, or the case went to another worker.
    async fn step(&self, lease: &mut Lease, step: Step, item: &Item) -> Result<std::result::Result<Option<Remote>, Failure>> {
        let asked = lease.asked_at.filter(|_| lease.asked_step == step.as_str());
        if asked.is_some() || step.without_key() {
            match self.backend.find(step, item).await {
                Ok(Found::Ours(remote)) => return Ok(Ok(Some(remote))),
                Ok(Found::NotOurs) => return Ok(Err(Failure::Refused("not-ours".to_owned()))),
                Ok(Found::Nothing) => {}
                Err(failure) => return Ok(Err(failure)),
            }
            let trusted = asked.map_or(0, |at| at + self.span(LATE_WRITE));
            if self.service.clock.now() < trusted {
                self.wait(lease, step, trusted, "unknown").await?;
                return Ok(Ok(None));
            }
        }
        if self.asking(lease, step).await?.is_err() {
            return Ok(Ok(None));
        }
        let sent = match self.backend.send(step, item).await {
            // A token is signed anew for each call: once more with a fresh one.
            Err(Failure::Credentials(_)) => self.backend.send(step, item).await,
            sent => sent,
        };
        match sent {
            Err(Failure::Taken(code)) => match self.backend.find(step, item).await {
                Ok(Found::Ours(remote)) => Ok(Ok(Some(remote))),
                Ok(Found::NotOurs) => Ok(Err(Failure::Refused("not-ours".to_owned()))),
                // It is there, but not to be seen yet: later.
                Ok(Found::Nothing) => Ok(Err(Failure::Unknown(code))),
                Err(failure) => Ok(Err(failure)),
            },
            sent => Ok(sent.map(Some)),
        }
    }

    /// Writes down that the call leaves, before it leaves: a worker that dies now is followed by a look-up.
    async fn asking(&self, lease: &mut Lease, step: Step) -> Result<std::result::Result<(), Lost>> {
        let (id, now) = (lease.delivery.clone(), self.service.clock.now());
        lease.asked_at = Some(now);
        step.as_str().clone_into(&mut lease.asked_step);
        let asking = self.service.with_lease(lease, move |tx| {
            Box::pin(async move {
                sqlx::query("UPDATE delivery SET asked_at = $1, step = $2 WHERE id = $3").bind(now).bind(step.as_str()).bind(id).execute(tx).await?;
                Ok(())
            })
        });
        asking.await
    }
}
