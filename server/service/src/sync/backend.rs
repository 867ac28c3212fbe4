//! The far side, as the worker sees it.

use super::message::Message;
use super::{Api, Failure, Step, folder, zgw};
use crate::settings::{BackendKind, Settings};
use futures_util::future::BoxFuture;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something in the municipal backend, by its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote(pub String);

/// What a look-up gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing there.
    Nothing,
    /// Ours.
    Ours(Remote),
    /// Something that is not ours, or more than one: never a choice.
    NotOurs,
}

/// One message with everything a step needs.
pub struct Item {
    /// Our id of the case.
    pub delivery: String,
    /// The identificatie of the case.
    pub identification: String,
    /// The address of the earlier case.
    pub follows: Option<String>,
    /// Our id of the message.
    pub id: String,
    /// Which message of the case, from 1.
    pub seq: i64,
    /// What it says.
    pub message: Message,
    /// What the object is to say instead, when something newer was said than this message says.
    pub said_since: Option<Value>,
    /// What came of earlier steps.
    pub refs: BTreeMap<Step, String>,
    /// The citizen service number, only for identification.
    pub bsn: Option<String>,
    /// The document, when the message has one.
    pub document: Option<Vec<u8>>,
}

impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Item({} {})", self.delivery, self.seq)
    }
}

impl Item {
    /// The address that an earlier step gave.
    ///
    /// # Errors
    /// When that step was not done: our fault.
    pub fn address(&self, step: Step) -> Result<&str, Failure> {
        self.refs.get(&step).map(String::as_str).ok_or_else(|| Failure::Refused(format!("no-{}", step.as_str())))
    }
}

/// Where a case stands in the backend.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseState {
    /// The volgnummer of its status; 0 for none.
    pub number: i64,
    /// The status in the words of the case system.
    pub name: String,
    /// When it was set, RFC 3339.
    pub set_at: String,
    /// The result in its words; empty for none.
    pub result: String,
    /// The day it was closed; empty while open.
    pub closed_on: String,
}

/// The municipal backend. Every method is safe to call again.
pub trait MunicipalBackend: Send + Sync {
    /// The steps for a message, in order.
    fn steps(&self, message: &Message) -> &'static [Step];

    /// The API that a step calls.
    fn api(&self, step: Step) -> Api;

    /// Looks up what a step may have left there.
    fn find<'a>(&'a self, step: Step, item: &'a Item) -> BoxFuture<'a, Result<Found, Failure>>;

    /// Does a step.
    fn send<'a>(&'a self, step: Step, item: &'a Item) -> BoxFuture<'a, Result<Remote, Failure>>;

    /// Reads where a case stands; `None` where nobody can tell.
    fn read<'a>(&'a self, case: &'a str) -> BoxFuture<'a, Result<Option<CaseState>, Failure>>;

    /// Says in plain words what is missing or wrong; nothing when all is well.
    fn check(&self) -> BoxFuture<'_, Vec<String>>;
}

/// The backend of the settings; `None` when nothing is delivered.
///
/// # Errors
/// Names the setting that is missing or wrong.
pub fn open(settings: &Settings, clock: &Arc<dyn crate::clock::Clock>) -> Result<Option<Arc<dyn MunicipalBackend>>, String> {
    Ok(match settings.backend.kind {
        // The demo puts the simulated one in the place of the real ones before it comes here.
        BackendKind::None | BackendKind::Simulated => None,
        BackendKind::Folder => Some(Arc::new(folder::Folder::open(&settings.backend.folder)?)),
        BackendKind::Zgw => Some(Arc::new(zgw::Zgw::open(&settings.backend, Arc::clone(clock))?)),
    })
}
