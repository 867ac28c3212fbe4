//! Everything reaches the municipal backend exactly once, and its answers come back.
//!
//! A change and its message are written in one transaction ([`outbox`]). A [`worker`] delivers the messages of one
//! case in order: it looks up what may have arrived before it sends again, and keeps what came of each [`Step`]. How a
//! step is done is the matter of a [`MunicipalBackend`]: the case system over the open standards ([`zgw`]) or a
//! [`folder`]. Notifications are hints: [`status`] reads the truth.

pub mod alert;
mod backend;
mod circuit;
mod failure;
pub mod folder;
pub mod inbox;
mod item;
mod lease;
pub mod message;
pub mod minimal;
pub(crate) mod outbox;
pub mod queue;
pub mod record;
mod settle;
pub mod status;
mod step;
pub mod types;
pub mod worker;
pub mod zgw;

pub use backend::{CaseState, Found, Item, MunicipalBackend, Remote, open};
pub use circuit::{Api, Circuits};
pub use failure::Failure;
pub use step::{Scope, Step};
