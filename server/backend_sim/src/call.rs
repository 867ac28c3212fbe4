//! One call as the rules see it, and what they answer.

use crate::credentials::{Client, ObjectKey};
use crate::kind::Kind;
use crate::level::Level;
use crate::problem::Problem;
use crate::route::Route;
use crate::tx::Tx;
use serde_json::Value;
use uuid::Uuid;

/// Who calls.
#[derive(Clone)]
pub enum Caller {
    /// A client that signed its token.
    Client(Client),
    /// A key of the Objects API.
    Objects(ObjectKey),
    /// A key of Open Klant.
    Contacts,
    /// The staff of the municipality, in their own case system (section 11.5).
    Staff,
    /// Somebody whose rights were withdrawn.
    Nobody,
}

impl Caller {
    /// Whether the caller may do `scope` on something of type `of` at `level` (S06).
    #[must_use]
    pub fn may(&self, scope: &str, of: &str, level: Level) -> bool {
        match self {
            Self::Client(client) => client.may(scope, of, level),
            Self::Staff => true,
            Self::Objects(_) | Self::Contacts | Self::Nobody => false,
        }
    }
}

/// A call of an API, after its token was checked.
pub struct Call {
    /// Which line of the table of routes it is.
    pub route: &'static Route,
    /// What stands in the path in place of `{…}`.
    pub ids: Vec<String>,
    /// The query, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The body; null when there is none.
    pub body: Value,
    /// Who calls.
    pub caller: Caller,
}

impl Call {
    /// The identifier at `place` in the path.
    ///
    /// # Errors
    /// 404 when it is no uuid.
    pub fn id(&self, place: usize) -> Result<Uuid, Problem> {
        self.ids.get(place).and_then(|id| Uuid::parse_str(id).ok()).ok_or(Problem::not_found())
    }

    /// A query parameter.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// A text field of the body; empty when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.body.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The same call with another body, for a part of a larger request.
    #[must_use]
    pub fn with_body(&self, body: Value) -> Self {
        Self { route: self.route, ids: self.ids.clone(), query: Vec::new(), body, caller: self.caller.clone() }
    }

    /// The same call with another query.
    #[must_use]
    pub fn with_query(mut self, query: &[(String, String)]) -> Self {
        self.query = query.to_vec();
        self
    }
}

/// What an answer carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Payload {
    /// Nothing at all.
    Nothing,
    /// JSON.
    Json(Value),
    /// The bytes of a document.
    Bytes(Vec<u8>),
}

/// An answer that is no refusal.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// What it carries.
    pub payload: Payload,
}

impl Answer {
    /// 200 with JSON.
    #[must_use]
    pub const fn ok(body: Value) -> Self {
        Self { status: 200, payload: Payload::Json(body) }
    }

    /// 201 with what was stored.
    #[must_use]
    pub const fn created(body: Value) -> Self {
        Self { status: 201, payload: Payload::Json(body) }
    }

    /// 204.
    #[must_use]
    pub const fn gone() -> Self {
        Self { status: 204, payload: Payload::Nothing }
    }

    /// The JSON it carries.
    #[must_use]
    pub const fn json(&self) -> Option<&Value> {
        match &self.payload {
            Payload::Json(body) => Some(body),
            Payload::Nothing | Payload::Bytes(_) => None,
        }
    }
}

/// One row as the answer, or 404.
///
/// # Errors
/// 404 when it is not there.
pub fn one(tx: &Tx<'_>, kind: Kind, uuid: Uuid) -> Result<Answer, Problem> {
    let row = tx.store.get(kind, uuid).ok_or(Problem::not_found())?;
    Ok(Answer::ok(crate::shown::shown(tx, kind, row)))
}
