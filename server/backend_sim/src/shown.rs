//! Rows as answers show them: what is kept, with what follows from other rows (S30, S44, S61).

use crate::clock::{self, Moment};
use crate::config::Shape;
use crate::kind::Kind;
use crate::store::{Row, Store};
use crate::tx::{Tx, set};
use serde_json::{Value, json};
use uuid::Uuid;

/// A row as an answer shows it.
#[must_use]
pub fn shown(tx: &Tx<'_>, kind: Kind, row: &Row) -> Value {
    let mut body = row.body.clone();
    match kind {
        Kind::Case => case(tx.store, row, &mut body),
        Kind::Status => {
            let newest = current_status(tx.store, row.parent.unwrap_or_default()).is_some_and(|s| s.uuid == row.uuid);
            set(&mut body, "indicatieLaatstGezetteStatus", newest.into());
        }
        Kind::Role if tx.shape == Shape::Standard => {
            if let Some(map) = body.as_object_mut() {
                map.remove("authenticatieContext");
            }
        }
        Kind::CaseType => case_type(tx.store, row, &mut body),
        Kind::Catalogue => {
            set(&mut body, "zaaktypen", urls(tx.store, Kind::CaseType, row.uuid));
            set(&mut body, "informatieobjecttypen", urls(tx.store, Kind::DocumentType, row.uuid));
        }
        Kind::DocumentType => {
            let types: Vec<Value> = row.parent.map(|catalogue| tx.store.parts(Kind::CaseType, catalogue).map(url).collect()).unwrap_or_default();
            set(&mut body, "zaaktypen", types.into());
        }
        Kind::ObjectType => set(&mut body, "versions", urls(tx.store, Kind::ObjectTypeVersion, row.uuid)),
        Kind::Object => set(&mut body, "record", valid_record(row, tx.now).or_else(|| records(row).last()).cloned().unwrap_or_default()),
        Kind::Party => {
            let identifiers: Vec<Value> = tx.store.parts(Kind::PartyIdentifier, row.uuid).map(|r| r.body.clone()).collect();
            set(&mut body, "partijIdentificatoren", identifiers.into());
            let was = |r: &&Row| r.body.pointer("/wasPartij/uuid").and_then(Value::as_str) == Some(row.text("uuid"));
            let participants: Vec<Value> = tx.store.all(Kind::Participant).filter(was).map(reference).collect();
            set(&mut body, "betrokkenen", participants.into());
        }
        Kind::Contact => {
            let parts = |kind| tx.store.parts(kind, row.uuid).map(reference).collect::<Vec<_>>();
            set(&mut body, "hadBetrokkenen", parts(Kind::Participant).into());
            set(&mut body, "gingOverOnderwerpobjecten", parts(Kind::Subject).into());
        }
        Kind::StatusType
        | Kind::RoleType
        | Kind::ResultType
        | Kind::PropertyType
        | Kind::CaseDocument
        | Kind::Role
        | Kind::Result
        | Kind::CaseObject
        | Kind::CaseProperty
        | Kind::Document
        | Kind::ObjectTypeVersion
        | Kind::PartyIdentifier
        | Kind::Participant
        | Kind::Subject
        | Kind::Channel
        | Kind::Subscription => {}
    }
    body
}

fn url(row: &Row) -> Value {
    row.url().into()
}

fn urls(store: &Store, kind: Kind, parent: Uuid) -> Value {
    store.parts(kind, parent).map(url).collect()
}

/// A row as others point at it in klantinteracties.
#[must_use]
pub fn reference(row: &Row) -> Value {
    json!({ "uuid": row.uuid, "url": row.url() })
}

fn case(store: &Store, row: &Row, body: &mut Value) {
    set(body, "status", current_status(store, row.uuid).map(url).unwrap_or_default());
    set(body, "resultaat", store.parts(Kind::Result, row.uuid).next().map(url).unwrap_or_default());
    for (name, kind) in
        [("rollen", Kind::Role), ("zaakinformatieobjecten", Kind::CaseDocument), ("zaakobjecten", Kind::CaseObject), ("eigenschappen", Kind::CaseProperty)]
    {
        set(body, name, urls(store, kind, row.uuid));
    }
}

fn case_type(store: &Store, row: &Row, body: &mut Value) {
    let mut statuses: Vec<&Row> = store.parts(Kind::StatusType, row.uuid).collect();
    statuses.sort_by_key(|s| std::cmp::Reverse(s.body.get("volgnummer").and_then(Value::as_u64)));
    set(body, "statustypen", statuses.into_iter().map(url).collect());
    for (name, kind) in [("roltypen", Kind::RoleType), ("resultaattypen", Kind::ResultType), ("eigenschappen", Kind::PropertyType)] {
        set(body, name, urls(store, kind, row.uuid));
    }
    set(body, "informatieobjecttypen", row.parent.map(|catalogue| urls(store, Kind::DocumentType, catalogue)).unwrap_or_default());
}

/// The status of a case: the one with the latest date (S44).
#[must_use]
pub fn current_status(store: &Store, case: Uuid) -> Option<&Row> {
    store.parts(Kind::Status, case).max_by_key(|status| clock::moment(status.text("datumStatusGezet")))
}

/// All records of an object, the first one first.
#[must_use]
pub fn records(object: &Row) -> &[Value] {
    object.hidden.get("records").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The record of an object that is valid on a day (S61): it has begun and has not ended, the newest first.
#[must_use]
pub fn valid_record(object: &Row, on: Moment) -> Option<&Value> {
    let today = clock::day(on);
    let begun = |r: &Value| r.get("startAt").and_then(Value::as_str).is_some_and(|start| start <= today.as_str());
    let lasts = |r: &Value| r.get("endAt").and_then(Value::as_str).is_none_or(|end| end >= today.as_str());
    records(object).iter().rev().find(|r| begun(r) && lasts(r))
}
