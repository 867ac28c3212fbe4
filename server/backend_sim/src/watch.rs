//! Somebody who looks on: the tests of a program that calls the backend check what it sends.

use serde_json::Value;
use std::fmt::{Debug, Formatter};
use std::sync::Arc;

/// A request with a body, as it came in.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'s> {
    /// The HTTP method.
    pub method: &'s str,
    /// The path of the API: `/zaken/api/v1`.
    pub root: &'static str,
    /// The path below it; `{}` stands for an identifier.
    pub path: &'static str,
    /// The body.
    pub body: &'s Value,
}

/// Is shown every request with a body to a path that is known, before anything is checked.
#[derive(Clone)]
pub struct Watch(Arc<dyn Fn(Seen<'_>) + Send + Sync>);

impl Watch {
    /// Calls `look` for each of them.
    pub fn new(look: impl Fn(Seen<'_>) + Send + Sync + 'static) -> Self {
        Self(Arc::new(look))
    }

    pub(crate) fn show(&self, seen: Seen<'_>) {
        (self.0)(seen);
    }
}

impl Debug for Watch {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}
