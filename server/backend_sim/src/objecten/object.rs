//! Objects and their records (S60 to S65): each change is a new record; nothing tells an identical change apart.

use super::{schema, version_number};
use crate::call::{Answer, Call, one};
use crate::clock;
use crate::field::Absent::{Empty, Nothing, Null, Refused};
use crate::field::Form::{Date, List, Number, Object, OneOf, Text, Url};
use crate::field::{Field, check, field, text};
use crate::kind::Kind;
use crate::listing::page;
use crate::problem::Problem;
use crate::shown::{records, valid_record};
use crate::store::Row;
use crate::tx::{Action, Event, Tx, set};
use serde_json::{Map, Value, json};
use uuid::Uuid;

const FIELDS: &[Field] = &[field("uuid", Text(36), Null), field("type", Url(1000), Refused), field("record", Object, Refused)];

const RECORD: &[Field] = &[
    field("typeVersion", Number, Refused),
    field("data", Object, Nothing),
    field("geometry", Object, Null),
    field("references", List, Empty),
    field("startAt", Date, Refused),
    field("correctionFor", Number, Null),
];

const REFERENCE: &[Field] = &[field("type", OneOf(&["zaak"]), Refused), field("url", Url(200), Refused)];

/// `POST objects` (S60).
///
/// # Errors
/// 400 `unique` on `uuid`, `invalid-json-schema`, or for wrong fields.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let body = check(FIELDS, &call.body)?;
    let record = checked_record(body.get("record").unwrap_or(&Value::Null))?;
    let of = object_type(tx, text(&body, "type"))?;
    let uuid = match text(&body, "uuid") {
        "" => tx.store.new_id(),
        ours => Uuid::parse_str(ours).map_err(|_| Problem::field("uuid", "invalid", "Must be a valid UUID."))?,
    };
    tx.claim(format!("object {uuid}"))?;
    if tx.store.get(Kind::Object, uuid).is_some() {
        return Err(Problem::field("uuid", "unique", "An object with this UUID already exists."));
    }
    check_data(tx, &of, &record)?;
    let first = finished(tx, record, 1);
    let shown = tx.insert(Kind::Object, uuid, Some(of.uuid), json!({ "type": of.url() }), json!({ "records": [first] }));
    tell(tx, uuid, Action::Create);
    Ok(Answer::created(shown))
}

fn object_type(tx: &Tx<'_>, url: &str) -> Result<Row, Problem> {
    tx.at(Kind::ObjectType, url).cloned().ok_or_else(|| Problem::field("type", "does_not_exist", "Invalid hyperlink - Object does not exist."))
}

/// The fields of a record, each reference too (S64).
fn checked_record(request: &Value) -> Result<Map<String, Value>, Problem> {
    let record = check(RECORD, request).map_err(|problem| problem.under("record"))?;
    for (at, reference) in record.get("references").and_then(Value::as_array).into_iter().flatten().enumerate() {
        check(REFERENCE, reference).map_err(|problem| problem.under(&format!("record.references.{at}")))?;
    }
    Ok(record)
}

/// The data fits the JSON Schema of its version (S63), and holds nobody's number.
fn check_data(tx: &Tx<'_>, of: &Row, record: &Map<String, Value>) -> Result<(), Problem> {
    let data = record.get("data").unwrap_or(&Value::Null);
    schema::refuse_people(data)?;
    let number = record.get("typeVersion").unwrap_or(&Value::Null);
    let version = version_number(tx, of, number).ok_or_else(|| Problem::whole("does_not_exist", format!("The version {number} does not exist.")))?;
    match schema::errors(version.body.get("jsonSchema").unwrap_or(&Value::Null), data).into_iter().next() {
        Some(error) => Err(Problem::whole("invalid-json-schema", error)),
        None => Ok(()),
    }
}

/// A record with what the server adds.
fn finished(tx: &Tx<'_>, mut record: Map<String, Value>, index: usize) -> Value {
    for (name, value) in [("index", index.into()), ("endAt", Value::Null), ("registrationAt", clock::day(tx.now).into()), ("correctedBy", Value::Null)] {
        record.insert(name.to_owned(), value);
    }
    Value::Object(record)
}

fn tell(tx: &mut Tx<'_>, uuid: Uuid, action: Action) {
    if let Some(object) = tx.store.get(Kind::Object, uuid) {
        let (url, attributes) = (object.url().to_owned(), json!({ "objectType": object.text("type") }));
        tx.events.push(Event { channel: "objecten", resource: "object", action, main: url.clone(), url, attributes });
    }
}

/// `GET objects/{uuid}`: with the record that is valid today (S61).
///
/// # Errors
/// 404 when there is none.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let object = tx.store.get(Kind::Object, call.id(0)?).ok_or(Problem::not_found())?;
    valid_record(object, tx.now).ok_or(Problem::not_found())?;
    one(tx, Kind::Object, object.uuid)
}

/// `GET objects/{uuid}/history`: all records, the first one first, without references (S61).
///
/// # Errors
/// 404 when it is not there.
pub fn history(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let object = tx.store.get(Kind::Object, call.id(0)?).ok_or(Problem::not_found())?;
    let without_references = |record: &Value| {
        let mut record = record.clone();
        record.as_object_mut().map(|map| map.remove("references"));
        record
    };
    let rows: Vec<Value> = records(object).iter().map(without_references).collect();
    page(tx, call, &rows)
}

/// `PATCH objects/{uuid}`: a new record with `record.data` merged (S62).
///
/// # Errors
/// 404, 400 `immutable-field`, `invalid-json-schema`, or for wrong fields.
pub fn patch(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let object = tx.store.get(Kind::Object, call.id(0)?).cloned().ok_or(Problem::not_found())?;
    let current = valid_record(&object, tx.now).or_else(|| records(&object).last()).cloned().unwrap_or_default();
    let mut record = json!({});
    for name in ["typeVersion", "data", "geometry", "references", "startAt"] {
        set(&mut record, name, current.get(name).cloned().unwrap_or_default());
    }
    for (name, value) in call.body.get("record").and_then(Value::as_object).into_iter().flatten() {
        let merged = if name == "data" { merge(record.get("data"), value) } else { value.clone() };
        set(&mut record, name, merged);
    }
    change(tx, call, &object, &record, Action::PartialUpdate)
}

/// `PUT objects/{uuid}`: a new record as it was sent.
///
/// # Errors
/// As [`patch`].
pub fn replace(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let object = tx.store.get(Kind::Object, call.id(0)?).cloned().ok_or(Problem::not_found())?;
    check(FIELDS, &call.body)?;
    change(tx, call, &object, call.body.get("record").unwrap_or(&Value::Null), Action::Update)
}

fn change(tx: &mut Tx<'_>, call: &Call, object: &Row, record: &Value, action: Action) -> Result<Answer, Problem> {
    for (name, kept) in [("type", object.text("type")), ("uuid", object.text("uuid"))] {
        if call.body.get(name).and_then(Value::as_str).is_some_and(|sent| sent != kept) {
            return Err(Problem::field(name, "immutable-field", "This field can't be changed"));
        }
    }
    let record = checked_record(record)?;
    check_data(tx, &object_type(tx, object.text("type"))?, &record)?;
    let (index, start) = (records(object).len() + 1, record.get("startAt").cloned().unwrap_or_default());
    let corrected = record.get("correctionFor").cloned().filter(|c| !c.is_null());
    let added = finished(tx, record, index);
    tx.store.update(Kind::Object, object.uuid, |row| {
        let Some(all) = row.hidden.get_mut("records").and_then(Value::as_array_mut) else { return };
        if let Some(last) = all.last_mut() {
            set(last, "endAt", start);
        }
        if let Some(record) = all.iter_mut().find(|r| r.get("index") == corrected.as_ref()) {
            set(record, "correctedBy", index.into());
        }
        all.push(added);
    });
    tell(tx, object.uuid, action);
    one(tx, Kind::Object, object.uuid)
}

/// Level by level; lists whole; null is a value like any other (S62: not RFC 7396).
fn merge(kept: Option<&Value>, sent: &Value) -> Value {
    match (kept, sent) {
        (Some(Value::Object(kept)), Value::Object(sent)) => {
            let mut merged = kept.clone();
            for (name, value) in sent {
                merged.insert(name.clone(), merge(kept.get(name), value));
            }
            Value::Object(merged)
        }
        _ => sent.clone(),
    }
}

/// `DELETE objects/{uuid}`: with all its records (S65).
///
/// # Errors
/// 404 when it is not there.
pub fn delete(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let uuid = call.id(0)?;
    tx.store.get(Kind::Object, uuid).ok_or(Problem::not_found())?;
    tell(tx, uuid, Action::Destroy);
    tx.store.remove(Kind::Object, uuid);
    Ok(Answer::gone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s62_data_is_merged_level_by_level() {
        let kept = json!({ "a": { "b": 1, "c": [1, 2] }, "d": 1 });
        let sent = json!({ "a": { "c": [3], "e": null } });
        assert_eq!(merge(Some(&kept), &sent), json!({ "a": { "b": 1, "c": [3], "e": null }, "d": 1 }));
    }
}
