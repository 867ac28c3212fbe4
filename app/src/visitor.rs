//! Who looks at a page and in which words. Made by the server for each request, read from the Leptos context.

use domain::access::Actor;
use leptos::prelude::*;
use service::content::{Locale, Words};
use service::session::Session;
use service::{Error, Service};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Built files by the name that code uses for them: `portal.css` is served as `portal-1a2b3c.css`.
#[derive(Debug, Clone, Default)]
pub struct Assets(pub Arc<BTreeMap<String, String>>);

impl Assets {
    /// The address of a built file.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        format!("/assets/{}", self.0.get(name).map_or(name, String::as_str))
    }
}

/// The fields of a form that was posted to a page, in order.
#[derive(Clone)]
pub struct Posted(pub Vec<(String, String)>);

impl std::fmt::Debug for Posted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Posted(…)")
    }
}

/// Whoever sent this request.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The session, when signed in.
    pub session: Option<Session>,
    /// The words of the chosen language.
    pub words: Words,
    /// The nonce of this page's scripts.
    pub nonce: String,
    /// The path of this page, to come back to.
    pub path: String,
    /// Whether this request wants JSON (a script) instead of a page.
    pub wants_json: bool,
    /// Whether people are invented.
    pub demo: bool,
    /// What this browser holds while it waits for a code by mail.
    pub mail_try: Option<String>,
    /// The network address that asks.
    pub origin: String,
}

impl Visitor {
    /// Who is signed in.
    ///
    /// # Errors
    /// [`Error::SignedOut`].
    pub fn actor(&self) -> Result<&Actor, Error> {
        self.session.as_ref().map(|s| &s.actor).ok_or(Error::SignedOut)
    }

    /// The language of this page.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.words.locale
    }
}

/// The visitor of this request; a stranger while the routes are listed at start-up.
///
/// # Panics
/// Never at a request: the server provides the visitor before any page or server function runs.
#[must_use]
pub fn visitor() -> Visitor {
    use_context::<Visitor>().unwrap_or_else(|| unreachable!("the server provides a visitor"))
}

/// From here on the words are for the helper who opened `file`; for everybody else nothing changes.
pub fn speak_to_helper(file: &service::file::File) {
    if let Some(mark) = file.mark() {
        let visitor = visitor();
        provide_context(Visitor { words: visitor.words.clone().helping(&mark.name), ..visitor });
    }
}

/// The use cases.
///
/// # Panics
/// See [`visitor`].
#[must_use]
pub fn service() -> Service {
    use_context::<Service>().unwrap_or_else(|| unreachable!("the server provides the service"))
}

/// The built files.
#[must_use]
pub fn assets() -> Assets {
    use_context::<Assets>().unwrap_or_default()
}
