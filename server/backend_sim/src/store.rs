//! Everything the backend keeps, in one store; what fails halfway is taken back (section 11.1).

use crate::ids::Ids;
use crate::kind::Kind;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One thing that is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row {
    /// Its identifier.
    pub uuid: Uuid,
    /// The case, object type or version that it is part of.
    pub parent: Option<Uuid>,
    /// Its place in the order of arrival.
    pub seq: u64,
    /// What answers show.
    pub body: Value,
    /// What is kept and never shown: bytes of a document, earlier records of an object, the secret of a subscription.
    pub hidden: Value,
}

impl Row {
    /// A text field of the body; empty when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.body.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Its URL.
    #[must_use]
    pub fn url(&self) -> &str {
        self.text("url")
    }
}

/// How to take one change back.
#[derive(Debug)]
enum Undo {
    Remove(Kind, Uuid),
    Restore(Kind, Row),
    Insert(Kind, Row),
}

/// The rows, by kind, in the order of arrival.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Store {
    rows: BTreeMap<Kind, Vec<Row>>,
    /// The number of rows and identifiers handed out.
    seq: u64,
    ids: Ids,
    #[serde(skip)]
    undo: Vec<Undo>,
}

impl Store {
    /// An empty store that hands out identifiers from `ids`.
    #[must_use]
    pub fn new(ids: Ids) -> Self {
        Self { ids, ..Self::default() }
    }

    /// The next identifier.
    pub fn new_id(&mut self) -> Uuid {
        self.seq += 1;
        self.ids.at(self.seq)
    }

    /// All rows of a kind, oldest first.
    pub fn all(&self, kind: Kind) -> impl DoubleEndedIterator<Item = &Row> {
        self.rows.get(&kind).map(Vec::as_slice).unwrap_or_default().iter()
    }

    /// The rows of a kind that are part of `parent`, oldest first.
    pub fn parts(&self, kind: Kind, parent: Uuid) -> impl DoubleEndedIterator<Item = &Row> {
        self.all(kind).filter(move |row| row.parent == Some(parent))
    }

    /// One row. Looks from the newest back: calls mostly ask for what was just made.
    #[must_use]
    pub fn get(&self, kind: Kind, uuid: Uuid) -> Option<&Row> {
        self.all(kind).rev().find(|row| row.uuid == uuid)
    }

    /// Adds a row.
    pub fn insert(&mut self, kind: Kind, uuid: Uuid, parent: Option<Uuid>, body: Value, hidden: Value) {
        self.seq += 1;
        let row = Row { uuid, parent, seq: self.seq, body, hidden };
        self.undo.push(Undo::Remove(kind, uuid));
        self.rows.entry(kind).or_default().push(row);
    }

    /// Changes a row; nothing happens when it is not there.
    pub fn update(&mut self, kind: Kind, uuid: Uuid, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.get_mut(&kind).and_then(|rows| rows.iter_mut().rev().find(|row| row.uuid == uuid)) {
            self.undo.push(Undo::Restore(kind, row.clone()));
            change(row);
        }
    }

    /// Removes a row; nothing happens when it is not there.
    pub fn remove(&mut self, kind: Kind, uuid: Uuid) {
        if let Some(rows) = self.rows.get_mut(&kind)
            && let Some(place) = rows.iter().position(|row| row.uuid == uuid)
        {
            self.undo.push(Undo::Insert(kind, rows.remove(place)));
        }
    }

    /// Whether anything changed since the last [`keep`](Self::keep) or [`take_back`](Self::take_back).
    #[must_use]
    pub fn changed(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Makes the changes definite.
    pub fn keep(&mut self) {
        self.undo.clear();
    }

    /// Takes all changes since the last [`keep`](Self::keep) back.
    pub fn take_back(&mut self) {
        for undo in std::mem::take(&mut self.undo).into_iter().rev() {
            match undo {
                Undo::Remove(kind, uuid) => self.rows.entry(kind).or_default().retain(|row| row.uuid != uuid),
                Undo::Restore(kind, row) => {
                    if let Some(place) = self.rows.entry(kind).or_default().iter_mut().find(|r| r.uuid == row.uuid) {
                        *place = row;
                    }
                }
                Undo::Insert(kind, row) => {
                    let rows = self.rows.entry(kind).or_default();
                    let place = rows.partition_point(|r| r.seq < row.seq);
                    rows.insert(place, row);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_taken_back_never_happened() {
        let mut store = Store::new(Ids::Seeded(1));
        let (first, second) = (store.new_id(), store.new_id());
        store.insert(Kind::Case, first, None, json!({ "omschrijving": "a" }), Value::Null);
        store.insert(Kind::Case, second, None, json!({ "omschrijving": "b" }), Value::Null);
        store.keep();
        store.update(Kind::Case, first, |row| row.body = json!({ "omschrijving": "c" }));
        store.remove(Kind::Case, first);
        let third = store.new_id();
        store.insert(Kind::Case, third, None, json!({}), Value::Null);
        assert!(store.changed());
        store.take_back();
        let left: Vec<&str> = store.all(Kind::Case).map(|row| row.text("omschrijving")).collect();
        assert_eq!(left, ["a", "b"]);
        assert!(!store.changed());
    }
}
