//! The simulation in the hands of a test: the same as `/_sim`, without HTTP (section 11.4, 11.5).

use crate::clock::Clock;
use crate::config::StartError;
use crate::evidence::{Count, LogEntry, count, objects};
use crate::fault::FaultRule;
use crate::faults::ActiveFault;
use crate::notificaties::deliver::Tally;
use crate::problem::Problem;
use crate::seed::variant::{self, Variant};
use crate::seed::{Seed, rows};
use crate::shared::Shared;
use crate::staff::Act;
use crate::switches::Switches;
use crate::tx::Tx;
use serde_json::Value;
use std::sync::Arc;

/// A handle on a running simulation. Copies are handles on the same one.
#[derive(Clone)]
pub struct SimHandle(pub(crate) Arc<Shared>);

impl SimHandle {
    /// The public URL, without a slash at the end; the roots of the APIs lie under it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0.root
    }

    /// The clock of the backend.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Switches a fault on and gives its number.
    pub fn add_fault(&self, rule: FaultRule) -> u64 {
        self.0.lock().faults.add(rule)
    }

    /// The faults that are switched on, with what they did.
    #[must_use]
    pub fn faults(&self) -> Vec<ActiveFault> {
        self.0.lock().faults.active().to_vec()
    }

    /// Switches all faults off, or the one with this number.
    pub fn lift_faults(&self, id: Option<u64>) {
        self.0.lock().faults.lift(id);
    }

    /// The switches as they stand.
    #[must_use]
    pub fn switches(&self) -> Switches {
        self.0.lock().switches.clone()
    }

    /// Changes the switches.
    pub fn switch(&self, change: impl FnOnce(&mut Switches)) {
        change(&mut self.0.lock().switches);
    }

    /// Every call, in order, without bodies and queries.
    #[must_use]
    pub fn log(&self) -> Vec<LogEntry> {
        self.0.lock().evidence.log.clone()
    }

    /// Every URL that was asked for, with its query.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        self.0.lock().evidence.urls.clone()
    }

    /// How much is stored for a submission, by its uuid or its identificatie.
    #[must_use]
    pub fn count(&self, ours: &str) -> Count {
        count(&self.0.lock().store, ours)
    }

    /// The data of every object of the type with this name, oldest first; each as the list of its records, oldest first.
    #[must_use]
    pub fn objects(&self, type_name: &str) -> Vec<Vec<Value>> {
        objects(&self.0.lock().store, type_name)
    }

    /// What became of notifications.
    #[must_use]
    pub fn deliveries(&self) -> Tally {
        self.0.lock().mailbox.tally()
    }

    /// Does what staff do; gives what was made.
    ///
    /// # Errors
    /// As the rule behind it.
    pub fn act(&self, act: &Act) -> Result<Value, Problem> {
        self.0.staff(act)
    }

    /// The cases as staff see them, newest first.
    #[must_use]
    pub fn cases(&self) -> Vec<Value> {
        self.0.cases()
    }

    /// Puts a variant of the catalogue on top of what is there (S22).
    ///
    /// # Errors
    /// For a date that is none, or without the case type.
    pub fn vary(&self, variant: &Variant) -> Result<(), StartError> {
        self.build(|tx| variant::apply(tx, variant))
    }

    fn build(&self, add: impl FnOnce(&mut Tx<'_>) -> Result<(), StartError>) -> Result<(), StartError> {
        let mut result = Ok(());
        let done = self.0.act(|tx| {
            result = add(tx);
            if result.is_ok() { Ok(()) } else { Err(Problem::server_error()) }
        });
        result.and(done.map_err(|_| StartError::Seed("state file")))
    }

    /// Adds a catalogue with its types.
    ///
    /// # Errors
    /// For a duration or date that is none; nothing is added then.
    pub fn seed(&self, seed: &Seed) -> Result<(), StartError> {
        self.build(|tx| rows::catalogue(tx, seed))
    }

    /// Empties everything and seeds it again; switches, faults and evidence too.
    ///
    /// # Errors
    /// As the start.
    pub fn reset(&self) -> Result<(), StartError> {
        self.0.reset()
    }

    /// Stops it as if the process had been killed: no connection is answered any more. The state file stays.
    pub fn stop(&self) {
        self.0.closing.close();
    }
}
