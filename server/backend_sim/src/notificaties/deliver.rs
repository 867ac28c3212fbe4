//! Delivering messages: in bursts, again after a failure, then dropped (S81, S82, S84).

use super::message::{cloud_event, notification, trial, wanted, wanted_event};
use crate::kind::Kind;
use crate::problem::Problem;
use crate::shared::{Shared, State};
use crate::store::Row;
use crate::tx::{Event, Probe};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::time::Instant;
use uuid::Uuid;

/// Seconds that messages are gathered for, before the time scale.
const BURST: f64 = 2.0;
/// Seconds that a webhook may take, before the time scale; never under a second.
const PATIENCE: f64 = 10.0;
/// How often a message is sent again.
const RETRIES: u32 = 7;
/// Seconds before the first retry, the factor for each further one, and the most it becomes (S82).
const FIRST_DELAY: f64 = 25.0;
const FACTOR: f64 = 4.0;
const LONGEST_DELAY: f64 = 52_000.0;

/// A message for one subscriber.
#[derive(Debug, Clone)]
pub struct Message {
    subscription: Uuid,
    url: String,
    auth: String,
    kind: &'static str,
    body: Value,
    attempt: u32,
    /// When its burst goes, without the delay of the switch.
    gathered: Instant,
    due: Instant,
}

/// Messages that wait, and what became of the others.
#[derive(Debug, Default)]
pub struct Mailbox {
    waiting: Vec<Message>,
    tally: Tally,
}

/// What became of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Waiting, for the first time or again.
    pub waiting: usize,
    /// Taken by the subscriber.
    pub delivered: usize,
    /// Tries that failed.
    pub failed: usize,
    /// Given up after the last retry.
    pub dropped: usize,
    /// Lost by the switch.
    pub lost: usize,
}

impl Mailbox {
    /// What became of messages until now.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally { waiting: self.waiting.len(), ..self.tally }
    }

    /// When the burst goes that is being gathered.
    fn burst(&self) -> Option<Instant> {
        self.waiting.iter().filter(|message| message.attempt == 0).map(|message| message.gathered).min().filter(|due| *due > Instant::now())
    }
}

/// Seconds before the retry after `attempt` failures (S82), before the time scale.
#[must_use]
pub fn delay(attempt: u32) -> f64 {
    (FIRST_DELAY * FACTOR.powi(attempt.try_into().unwrap_or(i32::MAX))).min(LONGEST_DELAY)
}

impl Shared {
    /// Puts a message in the mailbox for every subscription that asks for `event`.
    pub fn post(&self, state: &mut State, event: &Event) {
        let (now, id) = (self.clock.now(), state.store.new_id());
        let switches = state.switches.notifications.clone();
        let plain = notification(event, now, &switches);
        let cloud = cloud_event(event, now, id);
        let mut messages = Vec::new();
        for subscription in state.store.all(Kind::Subscription) {
            if wanted(subscription, event) {
                messages.push((subscription, "application/json", plain.clone()));
            }
            if let Some(cloud) = cloud.as_ref().filter(|cloud| wanted_event(subscription, cloud)) {
                messages.push((subscription, "application/cloudevents+json", cloud.clone()));
            }
        }
        let gathered = state.mailbox.burst().unwrap_or_else(|| Instant::now() + self.scaled(BURST));
        let due = gathered + self.scaled(switches.delay_seconds);
        let address = |row: &Row, name: &str| row.hidden.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut addressed: Vec<Message> = messages
            .into_iter()
            .map(|(row, kind, body)| {
                let auth = if switches.wrong_secret { "Bearer another-secret".to_owned() } else { address(row, "auth") };
                Message { subscription: row.uuid, url: row.text("callbackUrl").to_owned(), auth, kind, body, attempt: 0, gathered, due }
            })
            .collect();
        let lost = usize::try_from(state.switches.notifications.lose_next).unwrap_or_default().min(addressed.len());
        addressed.drain(..lost);
        state.switches.notifications.lose_next -= u32::try_from(lost).unwrap_or_default();
        state.mailbox.tally.lost += lost;
        for message in addressed {
            if switches.twice {
                state.mailbox.waiting.push(message.clone());
            }
            state.mailbox.waiting.push(message);
        }
        self.wake.notify_one();
    }

    async fn send(&self, url: &str, auth: Option<&str>, kind: &str, body: &Value) -> Option<u16> {
        let patience = self.scaled(PATIENCE).max(Duration::from_secs(1));
        let mut request = self.http.post(url).timeout(patience).header("content-type", kind).body(body.to_string());
        if let Some(auth) = auth {
            request = request.header("authorization", auth);
        }
        request.send().await.ok().map(|response| response.status().as_u16())
    }

    /// Tries a callback, without and with its secret (S80).
    ///
    /// # Errors
    /// 400 `no-auth-on-callback-url` or `invalid-callback-url` on `callbackUrl`.
    pub async fn probe(&self, probe: &Probe) -> Result<(), Problem> {
        let refused = |code, reason: &str| Err(Problem::field("callbackUrl", code, reason));
        match self.send(&probe.url, None, "application/json", &trial()).await {
            Some(401 | 403) => {}
            Some(_) => return refused("no-auth-on-callback-url", "De opgegeven callback URL is niet beveiligd met autorisatie."),
            None => return refused("invalid-callback-url", "De opgegeven callback URL is niet bereikbaar."),
        }
        match self.send(&probe.url, Some(&probe.auth), "application/json", &trial()).await {
            Some(200..300) => Ok(()),
            _ => refused("invalid-callback-url", "De opgegeven callback URL antwoordt niet zoals verwacht."),
        }
    }

    /// Sends the messages for one subscriber, one after the other; what fails waits for its retry.
    async fn send_all(self: Arc<Self>, messages: Vec<Message>) {
        for mut message in messages {
            let status = self.send(&message.url, Some(&message.auth), message.kind, &message.body).await;
            let mut state = self.lock();
            if matches!(status, Some(200..300)) {
                state.mailbox.tally.delivered += 1;
                continue;
            }
            state.mailbox.tally.failed += 1;
            if message.attempt >= RETRIES {
                state.mailbox.tally.dropped += 1;
                continue;
            }
            message.due = Instant::now() + self.scaled(delay(message.attempt));
            message.attempt += 1;
            state.mailbox.waiting.push(message);
            drop(state);
            self.wake.notify_one();
        }
    }

    /// Takes what is due, by subscriber, and says when the next one is.
    fn due(&self) -> (BTreeMap<Uuid, Vec<Message>>, Option<Instant>) {
        let (now, mut state) = (Instant::now(), self.lock());
        let reversed = state.switches.notifications.reversed;
        let (mut due, later): (Vec<Message>, Vec<Message>) = std::mem::take(&mut state.mailbox.waiting).into_iter().partition(|m| m.due <= now);
        if reversed {
            due.reverse();
        }
        let next = later.iter().map(|m| m.due).min();
        state.mailbox.waiting = later;
        let mut by_subscriber: BTreeMap<Uuid, Vec<Message>> = BTreeMap::new();
        for message in due {
            by_subscriber.entry(message.subscription).or_default().push(message);
        }
        (by_subscriber, next)
    }
}

/// Delivers until the backend is gone.
pub async fn run(shared: Weak<Shared>) {
    loop {
        let (wake, next) = {
            let Some(shared) = shared.upgrade() else { return };
            let (due, next) = shared.due();
            for messages in due.into_values() {
                tokio::spawn(Arc::clone(&shared).send_all(messages));
            }
            (Arc::clone(&shared.wake), next)
        };
        match next {
            Some(at) => {
                let _ = tokio::time::timeout_at(at, wake.notified()).await;
            }
            None => wake.notified().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s82_delays_grow_to_a_ceiling() {
        let delays: Vec<f64> = (0..RETRIES).map(delay).collect();
        assert_eq!(delays, [25.0, 100.0, 400.0, 1600.0, 6400.0, 25_600.0, 52_000.0]);
    }
}
