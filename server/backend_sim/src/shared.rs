//! The running backend: its options, its clock, and its state behind one lock.

use crate::clock::Clock;
use crate::config::{Config, SeedFrom, StartError, StateIn};
use crate::connection::Closing;
use crate::credentials::Credentials;
use crate::evidence::Evidence;
use crate::faults::Faults;
use crate::notificaties::deliver::Mailbox;
use crate::problem::Problem;
use crate::seed::{Seed, rows};
use crate::snapshot;
use crate::store::Store;
use crate::switches::Switches;
use crate::tx::{Event, Tx};
use serde_json::json;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// All that changes.
#[derive(Default)]
pub struct State {
    /// What is kept.
    pub store: Store,
    /// Switches of the backend as a whole.
    pub switches: Switches,
    /// Faults per call.
    pub faults: Faults,
    /// What happened.
    pub evidence: Evidence,
    /// Who may call.
    pub credentials: Credentials,
    /// Keys of creates that are on their way (S17).
    pub busy: HashSet<String>,
    /// Messages that wait.
    pub mailbox: Mailbox,
}

/// The running backend.
pub struct Shared {
    /// The options.
    pub config: Config,
    /// The public URL, without a slash at the end.
    pub root: String,
    /// The clock.
    pub clock: Clock,
    /// The client that delivers notifications.
    pub http: reqwest::Client,
    /// Wakes the delivery when there is something new.
    pub wake: Arc<Notify>,
    /// Closes all connections.
    pub closing: Closing,
    state: Mutex<State>,
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.wake.notify_one();
    }
}

impl Shared {
    /// Reads the state or seeds it.
    ///
    /// # Errors
    /// As [`StartError`] says.
    pub fn new(config: Config, root: String) -> Result<Self, StartError> {
        if config.production {
            return Err(StartError::Production);
        }
        if !(config.time_scale.is_finite() && config.time_scale >= 0.0) {
            return Err(StartError::TimeScale);
        }
        let redirects = reqwest::redirect::Policy::none();
        // Whoever comes first in this process installs it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().redirect(redirects).no_proxy().build().map_err(|e| StartError::Network(e.to_string()))?;
        let kept = match &config.state {
            StateIn::Memory => None,
            StateIn::File(path) => snapshot::read(path)?,
        };
        let found = kept.is_some();
        let state = State { store: kept.unwrap_or_else(|| Store::new(config.ids)), credentials: config.credentials.clone(), ..State::default() };
        let clock = Clock::ahead(config.clock_offset);
        let shared = Self { root, clock, http, wake: Arc::default(), closing: Closing::default(), state: Mutex::new(state), config };
        if !found {
            shared.seed()?;
        }
        Ok(shared)
    }

    /// The state. A call that broke off does not keep others out.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Seconds as they last here.
    #[must_use]
    pub fn scaled(&self, seconds: f64) -> Duration {
        Duration::try_from_secs_f64(seconds * self.config.time_scale).unwrap_or_default()
    }

    /// A transaction on the state.
    pub fn tx<'a>(&'a self, state: &'a mut State) -> Tx<'a> {
        Tx {
            store: &mut state.store,
            root: &self.root,
            shape: self.config.shape,
            now: self.clock.now(),
            reads_objects: !state.switches.no_object_credentials,
            busy: &state.busy,
            keys: Vec::new(),
            events: Vec::new(),
            probe: None,
        }
    }

    /// Makes the changes definite: written to the file, told to subscribers. Says whether there were any.
    ///
    /// # Errors
    /// 500 when the file cannot be written or the backend was stopped; then nothing changed.
    pub fn commit(&self, state: &mut State, events: Vec<Event>) -> Result<bool, Problem> {
        let changed = state.store.changed();
        let written = match &self.config.state {
            // A process that was killed writes nothing more.
            _ if self.closing.is_closed() => false,
            StateIn::File(path) if changed => snapshot::write(path, &state.store).is_ok(),
            StateIn::File(_) | StateIn::Memory => true,
        };
        if !written {
            state.store.take_back();
            return Err(Problem::server_error());
        }
        state.store.keep();
        for event in &events {
            self.post(state, event);
        }
        Ok(changed)
    }

    /// Does something of our own in one transaction, with the same commit as a call.
    ///
    /// # Errors
    /// As `act`; nothing changed then.
    pub fn act<T>(&self, act: impl FnOnce(&mut Tx<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        let mut state = self.lock();
        let mut tx = self.tx(&mut state);
        let result = act(&mut tx);
        let events = std::mem::take(&mut tx.events);
        match result {
            Ok(done) => self.commit(&mut state, events).map(|_| done),
            Err(problem) => {
                state.store.take_back();
                Err(problem)
            }
        }
    }

    /// Empties everything and seeds it again; switches, faults and evidence too.
    ///
    /// # Errors
    /// As the start.
    pub fn reset(&self) -> Result<(), StartError> {
        self.clock.set_ahead(self.config.clock_offset);
        *self.lock() = State { store: Store::new(self.config.ids), credentials: self.config.credentials.clone(), ..State::default() };
        self.seed()
    }

    fn seed(&self) -> Result<(), StartError> {
        let seed = match &self.config.seed {
            SeedFrom::Empty => None,
            SeedFrom::Demo => Some(Seed::demo()),
            SeedFrom::File(path) => Some(read_seed(path)?),
        };
        self.add_seed(seed.as_ref())?;
        Ok(())
    }

    fn add_seed(&self, seed: Option<&Seed>) -> Result<(), StartError> {
        let mut state = self.lock();
        let mut tx = self.tx(&mut state);
        rows::channels(&mut tx);
        if let Some(seed) = seed {
            rows::catalogue(&mut tx, seed)?;
            rows::object_types(&mut tx, &self.object_types());
        }
        let file = |_| StartError::File(PathBuf::from("the state file"), std::io::Error::other("cannot be written"));
        self.commit(&mut state, Vec::new()).map_err(file)?;
        Ok(())
    }

    /// The object types of the options; without any, the names of the product with an open schema, so that the demo starts by itself.
    fn object_types(&self) -> Vec<crate::ObjectType> {
        if !self.config.object_types.is_empty() {
            return self.config.object_types.clone();
        }
        let open = |name: &str| crate::ObjectType { name: name.to_owned(), version: 1, schema: json!({ "type": "object" }) };
        ["SelfScanInzending", "Wederkerigheidsafspraak", "Mijlpaal", "Hulpmachtiging"].map(open).into()
    }
}

fn read_seed(path: &PathBuf) -> Result<Seed, StartError> {
    let bytes = std::fs::read(path).map_err(|error| StartError::File(path.clone(), error))?;
    serde_json::from_slice(&bytes).map_err(|error| StartError::Content(path.clone(), error))
}
