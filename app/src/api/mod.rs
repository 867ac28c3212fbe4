//! Server functions by subject: who asks, one use case, where to go next. Each is a public address: each goes
//! through [`visitor`](crate::visitor) and a use case that decides whether this person may.
#![allow(missing_docs, clippy::too_many_arguments, reason = "the arguments of a server function are the fields of a form, and become public fields")]

mod access;
mod agreement;
mod answer;
mod appointment;
mod calculation;
mod desk;
mod draft;
pub mod go;
mod journey;
mod mandate;
mod passkey;
mod profile;
mod queue;
mod request;
mod review;
mod rights;
mod session;
mod sheet;
mod volunteer;

pub use access::*;
pub use agreement::*;
pub use answer::*;
pub use appointment::*;
pub use calculation::*;
pub use desk::*;
pub use draft::*;
pub use journey::*;
pub use mandate::*;
pub use passkey::*;
pub use profile::*;
pub use queue::*;
pub use request::*;
pub use review::*;
pub use rights::*;
pub use session::*;
pub use sheet::*;
pub use volunteer::*;

use crate::address;
use domain::access::{Actor, Role};

/// Where a person begins after signing in.
#[must_use]
pub fn home_of(actor: &Actor) -> String {
    match actor.role {
        Role::Resident | Role::Representative => address::home(actor.resident().unwrap_or_default()),
        Role::Helper => address::HELPING.into(),
        Role::Caseworker => address::WORK.into(),
        Role::Coordinator => address::DIVIDE.into(),
        Role::ApplicationManager => address::MANAGE.into(),
    }
}
