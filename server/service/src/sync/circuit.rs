//! A circuit for each API: when it is open nothing goes there, so that a backend that is down is not stormed, and
//! credentials that were withdrawn are not tried by everybody.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// An API of the municipal backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Api {
    /// Zaken.
    Cases,
    /// Documenten.
    Documents,
    /// Objecten.
    Objects,
    /// Klantinteracties.
    Contacts,
    /// A folder on this machine.
    Folder,
}

impl Api {
    /// The name on the screen and in metrics.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cases => "zaken",
            Self::Documents => "documenten",
            Self::Objects => "objecten",
            Self::Contacts => "klantinteracties",
            Self::Folder => "folder",
        }
    }
}

/// Failures in a row that open a circuit.
const ENOUGH: u32 = 5;
/// How long it stays open at first and at most, in milliseconds.
const FIRST: i64 = 10_000;
const LONGEST: i64 = 60_000;
/// The longest that one caller tries alone, in milliseconds: who never comes back keeps nobody waiting.
const PROBE: i64 = 120_000;

#[derive(Debug, Clone, Default)]
struct State {
    failures: u32,
    open_until: i64,
    opened: u32,
    code: String,
    /// Until then somebody tries whether it works again; 0 for nobody.
    probing_until: i64,
}

/// What may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Go.
    Open,
    /// Not before this time, in milliseconds.
    Shut(i64),
}

/// All circuits of one process.
#[derive(Debug, Default)]
pub struct Circuits(Mutex<BTreeMap<Api, State>>);

impl Circuits {
    fn with<T>(&self, api: Api, act: impl FnOnce(&mut State) -> T) -> T {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        act(all.entry(api).or_default())
    }

    /// Whether a call may go to `api` now. When the time of an open circuit is over, one caller may try.
    #[must_use]
    pub fn may(&self, api: Api, now: i64) -> Gate {
        self.with(api, |state| match state {
            _ if state.open_until == 0 => Gate::Open,
            _ if now < state.open_until => Gate::Shut(state.open_until),
            _ if now < state.probing_until => Gate::Shut(now + 1_000),
            _ => {
                state.probing_until = now + PROBE;
                Gate::Open
            }
        })
    }

    /// A call gave a clear answer.
    pub fn worked(&self, api: Api) {
        self.with(api, |state| *state = State::default());
    }

    /// A call failed. `at_once` for credentials: one is enough.
    pub fn failed(&self, api: Api, code: &str, now: i64, at_once: bool) {
        self.with(api, |state| {
            state.failures += 1;
            code.clone_into(&mut state.code);
            if at_once || state.probing_until > now || state.failures >= ENOUGH {
                state.open_until = now + (FIRST << state.opened.min(3)).min(LONGEST);
                state.opened += 1;
                state.probing_until = 0;
            }
        });
    }

    /// The open circuits: API, code, until when.
    #[must_use]
    pub fn open(&self, now: i64) -> Vec<(Api, String, i64)> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter(|(_, s)| s.open_until > now || s.probing_until > now).map(|(api, s)| (*api, s.code.clone(), s.open_until)).collect()
    }

    /// Closes all: somebody asked to try again.
    pub fn close_all(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_open_it_one_tries_and_success_closes_it() {
        let circuits = Circuits::default();
        for _ in 0..4 {
            circuits.failed(Api::Cases, "500", 0, false);
        }
        assert_eq!(circuits.may(Api::Cases, 0), Gate::Open);
        circuits.failed(Api::Cases, "500", 0, false);
        assert_eq!((circuits.may(Api::Cases, 0), circuits.may(Api::Objects, 0)), (Gate::Shut(10_000), Gate::Open));
        assert_eq!(circuits.may(Api::Cases, 10_000), Gate::Open, "one tries");
        assert_eq!(circuits.may(Api::Cases, 10_000), Gate::Shut(11_000), "the others wait");
        circuits.failed(Api::Cases, "500", 10_000, false);
        assert_eq!(circuits.may(Api::Cases, 10_000), Gate::Shut(30_000), "twice as long");
        assert_eq!(circuits.may(Api::Cases, 30_000), Gate::Open);
        circuits.worked(Api::Cases);
        assert_eq!((circuits.may(Api::Cases, 30_000), circuits.open(30_000)), (Gate::Open, vec![]));
    }

    #[test]
    fn withdrawn_credentials_open_it_at_once() {
        let circuits = Circuits::default();
        circuits.failed(Api::Objects, "authentication_failed", 5, true);
        assert_eq!(circuits.open(5), [(Api::Objects, "authentication_failed".to_owned(), 10_005)]);
    }
}
