//! One turn of a call under the lock: rights, headers, JSON, the rule, the commit (S09, S17, S85).

use crate::api::Api;
use crate::call::{Answer, Call};
use crate::crs;
use crate::problem::Problem;
use crate::rights;
use crate::shared::{Shared, State};
use crate::tx::Probe;
use axum::http::HeaderMap;
use std::time::Duration;

/// Seconds that a notifying write hangs when the message broker is down (S85), before the time scale.
const BROKER_PATIENCE: f64 = 19.0;

/// Whether what a call does is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// It is.
    Yes,
    /// It is checked and taken back.
    No,
}

/// What came of a call.
pub struct Outcome {
    /// The answer or the refusal.
    pub result: Result<Answer, Problem>,
    /// Whether anything was stored.
    pub stored: bool,
}

/// What a turn ended with.
enum Turn {
    /// The call is over.
    Done(Outcome),
    /// The callback must be tried first (S80).
    Try(Probe),
    /// The keys are reserved; the commit comes later (S17).
    Wait(Vec<String>, Duration),
    /// The broker is down: the call hangs, then fails (S85).
    Hang(bool),
}

/// What a call already has behind it.
#[derive(Default)]
struct Ready {
    tried: bool,
    reserved: Vec<String>,
    waited: bool,
}

impl Shared {
    /// Takes the turns of a call.
    pub(crate) async fn turns(&self, call: &Call, headers: &HeaderMap, body_fault: Option<&Problem>, keep: Keep) -> Outcome {
        let mut ready = Ready::default();
        loop {
            match self.turn(call, headers, body_fault, keep, &ready) {
                Turn::Done(outcome) => return outcome,
                Turn::Try(probe) => {
                    if let Err(problem) = self.probe(&probe).await {
                        return Outcome { result: Err(problem), stored: false };
                    }
                    ready.tried = true;
                }
                Turn::Wait(keys, delay) => {
                    ready.reserved = keys;
                    tokio::time::sleep(delay).await;
                    ready.waited = true;
                }
                Turn::Hang(stored) => {
                    tokio::time::sleep(self.scaled(BROKER_PATIENCE)).await;
                    return Outcome { result: Err(Problem::server_error()), stored };
                }
            }
        }
    }

    fn turn(&self, call: &Call, headers: &HeaderMap, body_fault: Option<&Problem>, keep: Keep, ready: &Ready) -> Turn {
        let mut state = self.lock();
        for key in &ready.reserved {
            state.busy.remove(key);
        }
        let mut tx = self.tx(&mut state);
        let result = rights::check(&tx, call)
            .and_then(|()| crs::check(call.route, headers))
            .and_then(|()| body_fault.map_or(Ok(()), |problem| Err(problem.clone())))
            .and_then(|()| (call.route.run)(&mut tx, call));
        let (events, keys, probe) = (std::mem::take(&mut tx.events), std::mem::take(&mut tx.keys), tx.probe.take());
        let answer = match result {
            Ok(answer) if call.route.writes() && keep == Keep::Yes => answer,
            result => {
                state.store.take_back();
                return Turn::Done(Outcome { result, stored: false });
            }
        };
        if let Some(probe) = probe.filter(|_| !ready.tried) {
            state.store.take_back();
            return Turn::Try(probe);
        }
        let delay = Duration::from_millis(state.switches.commit_delay_ms);
        if !delay.is_zero() && !keys.is_empty() && !ready.waited {
            state.store.take_back();
            state.busy.extend(keys.iter().cloned());
            return Turn::Wait(keys, delay);
        }
        if !events.is_empty() && (state.switches.broker_down || state.switches.no_notifications) {
            return self.without_broker(&mut state, call);
        }
        match self.commit(&mut state, events) {
            Ok(stored) => Turn::Done(Outcome { result: Ok(answer), stored }),
            Err(problem) => Turn::Done(Outcome { result: Err(problem), stored: false }),
        }
    }

    /// A notifying write that nobody can be told of (S85).
    fn without_broker(&self, state: &mut State, call: &Call) -> Turn {
        let kept = if state.switches.no_notifications { call.route.step == "zio.create" } else { call.route.api != Api::Objecten };
        let stored = if kept {
            self.commit(state, Vec::new()).unwrap_or_default()
        } else {
            state.store.take_back();
            false
        };
        if state.switches.no_notifications { Turn::Done(Outcome { result: Err(Problem::server_error()), stored }) } else { Turn::Hang(stored) }
    }
}
