//! Everything the server does that is neither HTTP nor HTML: the store, keys, sessions, content and use cases.
//!
//! It knows no request, no address and no page. A use case takes who asks and plain values, and gives view
//! models or an [`Error`]; whether somebody may do it is asked in one place ([`Service::open_file`]).
//!
//! ```
//! use service::keys::{DataKey, Context};
//! let key = DataKey::generate().unwrap();
//! let sealed = key.seal(&Context::new("answer", &["draft", "W1"]), b"paid").unwrap();
//! assert_eq!(key.open(&Context::new("answer", &["draft", "W1"]), &sealed).unwrap(), b"paid");
//! assert!(key.open(&Context::new("answer", &["draft", "W2"]), &sealed).is_err(), "an answer cannot be moved");
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod access;
pub mod agreement;
pub mod appointment;
pub mod auth;
pub mod calculation;
pub mod clock;
pub mod code;
pub mod content;
pub mod db;
pub mod demo;
mod error;
pub mod event;
pub mod file;
pub mod intake;
pub mod journey;
pub mod keys;
pub mod left;
pub mod mandate;
pub mod paper;
pub mod person;
pub mod reminder;
pub mod request;
pub mod resident;
pub mod review;
pub mod rights;
pub mod session;
pub mod settings;
pub mod sync;
pub mod typed;
pub mod volunteer;
mod whole_file;

pub use error::{Error, Result};

use std::sync::Arc;

/// All that a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    /// The store.
    pub db: db::Db,
    /// Master keys.
    pub keys: Arc<keys::KeyRing>,
    /// What time it is.
    pub clock: Arc<dyn clock::Clock>,
    /// Questions, texts and the municipality's own facts.
    pub content: Arc<content::Content>,
    /// How this portal is set up.
    pub settings: Arc<settings::Settings>,
    /// To which systems of the municipality nothing goes for a while.
    pub circuits: Arc<sync::Circuits>,
    /// Who proves who somebody is.
    pub providers: Arc<auth::Providers>,
    /// How messages leave; `None` when none does, and in subcommands that send none.
    pub messenger: Option<Arc<dyn reminder::Messenger>>,
    /// Who did what with whose data.
    pub access: Arc<access::AccessLog>,
    /// Where the request came from that these use cases serve.
    pub origin: Arc<str>,
}

/// A new id that sorts by time, for rows.
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// A new id that tells nothing, for addresses.
pub(crate) fn new_opaque_id() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

/// A key for one showing of a form: sending it twice has the effect of sending it once.
#[must_use]
pub fn form_key() -> String {
    new_opaque_id()
}

/// Whether this can be the key of a form: it becomes part of ids and addresses.
pub(crate) fn is_form_key(key: &str) -> bool {
    (1..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
