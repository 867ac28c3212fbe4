//! What happened, for tests and for the demo: calls, URLs, and what is stored for a submission (section 11.5).

use crate::kind::Kind;
use crate::shown::records;
use crate::store::{Row, Store};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One call. No body, no query, no value of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Its number, from 1.
    pub number: usize,
    /// When it came.
    pub at: String,
    /// The HTTP method.
    pub method: String,
    /// The step; empty for an unknown path.
    pub route: String,
    /// The status of the answer; none when no byte was sent.
    pub status: Option<u16>,
    /// The fault that was switched on for it.
    pub fault: Option<String>,
    /// Whether it changed what is stored.
    pub stored: bool,
}

/// All evidence.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The calls, in the order of arrival.
    pub log: Vec<LogEntry>,
    /// The URLs that were asked for, with their queries.
    pub urls: Vec<String>,
}

/// How much is stored for one submission.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Cases (zaken).
    pub cases: usize,
    /// Documents (documenten).
    pub documents: usize,
    /// Documents in cases (zaakinformatieobjecten).
    pub case_documents: usize,
    /// Initiators (initiatoren).
    pub initiators: usize,
    /// Other roles (andere rollen).
    pub other_roles: usize,
    /// Objects (objecten).
    pub objects: usize,
    /// Records of those objects.
    pub records: usize,
    /// Objects in cases (zaakobjecten).
    pub case_objects: usize,
    /// Statuses (statussen).
    pub statuses: usize,
    /// Properties of cases (zaakeigenschappen).
    pub properties: usize,
    /// Contacts about the cases (klantcontacten).
    pub contacts: usize,
}

/// What a case is known by: its identificatie, its uuid, its kenmerken.
fn known_by(case: &Row) -> impl Iterator<Item = &str> {
    let references = case.body.get("kenmerken").and_then(Value::as_array).into_iter().flatten();
    let values = references.filter_map(|r| r.get("kenmerk").and_then(Value::as_str));
    [case.text("identificatie"), case.text("uuid")].into_iter().chain(values).filter(|name| !name.is_empty())
}

/// The cases that are known by `ours`.
fn cases<'s>(store: &'s Store, ours: &str) -> Vec<&'s Row> {
    store.all(Kind::Case).filter(|case| known_by(case).any(|name| name == ours)).collect()
}

/// Everything that a submission is known by, when it is known by `ours`.
#[must_use]
pub fn names(store: &Store, ours: &str) -> Vec<String> {
    let others = cases(store, ours).into_iter().flat_map(known_by).filter(|name| *name != ours);
    [ours].into_iter().chain(others).map(str::to_owned).collect()
}

/// Whether any text in `value` is `ours`.
fn holds(value: &Value, ours: &str) -> bool {
    match value {
        Value::String(text) => text == ours,
        Value::Array(list) => list.iter().any(|v| holds(v, ours)),
        Value::Object(map) => map.values().any(|v| holds(v, ours)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The data of every object of the type with this name, oldest first; each as the list of its records, oldest first.
#[must_use]
pub fn objects(store: &Store, type_name: &str) -> Vec<Vec<Value>> {
    let types: Vec<&str> = store.all(Kind::ObjectType).filter(|kind| kind.text("name") == type_name).map(Row::url).collect();
    let data = |object: &Row| records(object).iter().map(|record| record.get("data").cloned().unwrap_or_default()).collect();
    store.all(Kind::Object).filter(|object| types.contains(&object.text("type"))).map(data).collect()
}

/// Counts what is stored for a submission, by its uuid or its identificatie.
#[must_use]
pub fn count(store: &Store, ours: &str) -> Count {
    let (cases, names) = (cases(store, ours), names(store, ours));
    let parts = |kind: Kind| cases.iter().flat_map(|case| store.parts(kind, case.uuid)).collect::<Vec<_>>();
    let relations = parts(Kind::CaseDocument);
    let of_ours = |document: &&Row| {
        let number = document.text("identificatie");
        let prefixed = names.iter().any(|name| number.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('-')));
        prefixed || relations.iter().any(|relation| relation.text("informatieobject") == document.url())
    };
    let links = parts(Kind::CaseObject);
    let linked = |object: &Row| links.iter().any(|link| link.text("object") == object.url());
    let told = |record: &Value| names.iter().any(|name| holds(record, name)) || cases.iter().any(|case| holds(record, case.url()));
    let object_of_ours = |object: &&Row| names.iter().any(|name| object.text("uuid") == name) || linked(object) || records(object).iter().any(told);
    let objects: Vec<&Row> = store.all(Kind::Object).filter(object_of_ours).collect();
    let (initiators, others): (Vec<&Row>, Vec<&Row>) = parts(Kind::Role).into_iter().partition(|role| role.text("omschrijvingGeneriek") == "initiator");
    let subject = |row: &&Row| cases.iter().any(|case| holds(&row.body, case.text("uuid")));
    Count {
        cases: cases.len(),
        documents: store.all(Kind::Document).filter(of_ours).count(),
        case_documents: relations.len(),
        initiators: initiators.len(),
        other_roles: others.len(),
        records: objects.iter().map(|object| records(object).len()).sum(),
        objects: objects.len(),
        case_objects: links.len(),
        statuses: parts(Kind::Status).len(),
        properties: parts(Kind::CaseProperty).len(),
        contacts: store.all(Kind::Subject).filter(subject).count(),
    }
}
