//! What a rule works with: the store, the moment, and what is to happen at the commit.

use crate::api::Api;
use crate::clock::Moment;
use crate::config::Shape;
use crate::kind::Kind;
use crate::problem::Problem;
use crate::store::{Row, Store};
use serde_json::Value;
use std::collections::HashSet;
use uuid::Uuid;

/// What happened to a resource (actie, S81).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It was made.
    Create,
    /// A part of it changed.
    PartialUpdate,
    /// The whole of it changed.
    Update,
    /// It is gone.
    Destroy,
}

impl Action {
    /// The word in a notification.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::PartialUpdate => "partial_update",
            Self::Update => "update",
            Self::Destroy => "destroy",
        }
    }
}

/// Something that subscribers are told (notificatie, S81).
#[derive(Debug, Clone)]
pub struct Event {
    /// The channel (kanaal).
    pub channel: &'static str,
    /// The kind of resource.
    pub resource: &'static str,
    /// What happened to it.
    pub action: Action,
    /// The URL of the resource.
    pub url: String,
    /// The URL of what it is part of (hoofdObject).
    pub main: String,
    /// What subscriptions filter on (kenmerken).
    pub attributes: Value,
}

/// A callback that must be tried before a subscription is stored (S80).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Where.
    pub url: String,
    /// The `Authorization` header of the second try.
    pub auth: String,
}

/// One transaction.
pub struct Tx<'a> {
    /// Everything that is kept.
    pub store: &'a mut Store,
    /// The public URL.
    pub root: &'a str,
    /// Which program is simulated.
    pub shape: Shape,
    /// The moment of the call.
    pub now: Moment,
    /// Whether the case system has credentials for the Objects API (S41).
    pub reads_objects: bool,
    /// Keys of creates that other calls are busy with (S17).
    pub busy: &'a HashSet<String>,
    /// Keys of creates of this call.
    pub keys: Vec<String>,
    /// What subscribers are told after the commit.
    pub events: Vec<Event>,
    /// The callback to try first.
    pub probe: Option<Probe>,
}

impl Tx<'_> {
    /// Reserves the key of a create (S17).
    ///
    /// # Errors
    /// 500 when another call is busy with the same key.
    pub fn claim(&mut self, key: String) -> Result<(), Problem> {
        if self.busy.contains(&key) {
            return Err(Problem::server_error());
        }
        self.keys.push(key);
        Ok(())
    }

    /// The row of `kind` that `url` points at.
    #[must_use]
    pub fn at(&self, kind: Kind, url: &str) -> Option<&Row> {
        self.store.get(kind, kind.uuid_in(self.root, url)?)
    }

    /// Stores a row and gives it as answers show it. Its URL ends with its uuid; that of a version with its number.
    pub fn insert(&mut self, kind: Kind, uuid: Uuid, parent: Option<Uuid>, mut body: Value, hidden: Value) -> Value {
        let number = body.get("version").filter(|_| kind == Kind::ObjectTypeVersion).map(Value::to_string);
        let url = kind.url(self.root, parent, number.unwrap_or_else(|| uuid.to_string()));
        set(&mut body, "url", Value::String(url));
        if kind != Kind::ObjectTypeVersion && !matches!(kind.place().0, Api::Documenten | Api::Catalogi | Api::Notificaties) {
            set(&mut body, "uuid", Value::String(uuid.to_string()));
        }
        self.store.insert(kind, uuid, parent, body, hidden);
        self.store.get(kind, uuid).map(|row| crate::shown::shown(self, kind, row)).unwrap_or_default()
    }
}

/// Sets a field of a JSON object; anything else becomes an object first.
pub fn set(body: &mut Value, name: &str, value: Value) {
    if !body.is_object() {
        *body = Value::Object(serde_json::Map::new());
    }
    if let Some(map) = body.as_object_mut() {
        map.insert(name.to_owned(), value);
    }
}
