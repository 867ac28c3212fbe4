//! Object types and their versions (S66): a draft can change, a published version stays as it is.

use super::{schema, version_number};
use crate::call::{Answer, Call, one};
use crate::clock;
use crate::field::Absent::{Blank, Nothing, Null, Refused};
use crate::field::Form::{Flag, Object, OneOf, Text, Url};
use crate::field::{Field, check, field, fill, text};
use crate::kind::Kind;
use crate::listing::{page, paged};
use crate::problem::Problem;
use crate::shown::shown;
use crate::store::Row;
use crate::tx::{Tx, set};
use serde_json::{Value, json};
use uuid::Uuid;

const FIELDS: &[Field] = &[
    field("uuid", Text(36), Null),
    field("name", Text(100), Refused),
    field("namePlural", Text(100), Refused),
    field("description", Text(1000), Blank),
    field("dataClassification", OneOf(&["open", "intern", "confidential", "strictly_confidential"]), Blank),
    field("maintainerOrganization", Text(200), Blank),
    field("maintainerDepartment", Text(200), Blank),
    field("contactPerson", Text(200), Blank),
    field("contactEmail", Text(200), Blank),
    field("source", Text(200), Blank),
    field("updateFrequency", OneOf(&["real_time", "hourly", "daily", "weekly", "monthly", "yearly", "unknown"]), Blank),
    field("providerOrganization", Text(200), Blank),
    field("documentationUrl", Url(200), Blank),
    field("labels", Object, Nothing),
    field("allowGeometry", Flag, Null),
];

const VERSION: &[Field] = &[field("status", OneOf(&["draft", "published", "deprecated"]), Blank), field("jsonSchema", Object, Nothing)];

/// `GET objecttypes`.
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    paged(tx, call, Kind::ObjectType, &[])
}

/// `GET objecttypes/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::ObjectType, call.id(0)?)
}

/// `POST objecttypes` (S66).
///
/// # Errors
/// 400 for wrong fields or a uuid that is taken.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut body = check(FIELDS, &call.body)?;
    let uuid = match text(&body, "uuid") {
        "" => tx.store.new_id(),
        ours => Uuid::parse_str(ours).map_err(|_| Problem::field("uuid", "invalid", "Must be a valid UUID."))?,
    };
    if tx.store.get(Kind::ObjectType, uuid).is_some() {
        return Err(Problem::field("uuid", "unique", "An object type with this UUID already exists."));
    }
    for (name, value) in [("dataClassification", json!("open")), ("updateFrequency", json!("unknown")), ("allowGeometry", json!(true))] {
        fill(&mut body, name, value);
    }
    for name in ["createdAt", "modifiedAt"] {
        body.insert(name.to_owned(), clock::day(tx.now).into());
    }
    Ok(Answer::created(tx.insert(Kind::ObjectType, uuid, None, Value::Object(body), Value::Null)))
}

fn type_in_path(tx: &Tx<'_>, call: &Call) -> Result<Row, Problem> {
    tx.store.get(Kind::ObjectType, call.id(0)?).cloned().ok_or(Problem::not_found())
}

fn version_in_path(tx: &Tx<'_>, call: &Call) -> Result<Row, Problem> {
    let of = type_in_path(tx, call)?;
    let number: u64 = call.ids.get(1).and_then(|n| n.parse().ok()).ok_or(Problem::not_found())?;
    version_number(tx, &of, &number.into()).cloned().ok_or(Problem::not_found())
}

/// `GET objecttypes/{uuid}/versions`.
///
/// # Errors
/// 404 without the type.
pub fn versions(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let of = type_in_path(tx, call)?;
    let rows: Vec<Value> = tx.store.parts(Kind::ObjectTypeVersion, of.uuid).rev().map(|row| shown(tx, Kind::ObjectTypeVersion, row)).collect();
    page(tx, call, &rows)
}

/// `GET objecttypes/{uuid}/versions/{n}`.
///
/// # Errors
/// 404 when it is not there.
pub fn version(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    Ok(Answer::ok(version_in_path(tx, call)?.body))
}

/// `POST objecttypes/{uuid}/versions` (S66).
///
/// # Errors
/// 404 without the type, 400 for wrong fields or a schema that is none.
pub fn create_version(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let of = type_in_path(tx, call)?;
    let body = check(VERSION, &call.body)?;
    let schema = body.get("jsonSchema").cloned().unwrap_or_default();
    schema::check_schema(&schema)?;
    let state = if text(&body, "status").is_empty() { "draft" } else { text(&body, "status") };
    Ok(Answer::created(add_version(tx, &of, state, schema)))
}

/// Adds the next version of an object type.
pub(crate) fn add_version(tx: &mut Tx<'_>, of: &Row, state: &str, schema: Value) -> Value {
    let (number, today) = (tx.store.parts(Kind::ObjectTypeVersion, of.uuid).count() + 1, clock::day(tx.now));
    let body = json!({
        "version": number,
        "objectType": of.url(),
        "status": state,
        "jsonSchema": schema,
        "createdAt": today,
        "modifiedAt": today,
        "publishedAt": (state == "published").then_some(&today),
    });
    let uuid = tx.store.new_id();
    tx.insert(Kind::ObjectTypeVersion, uuid, Some(of.uuid), body, Value::Null)
}

/// `PATCH objecttypes/{uuid}/versions/{n}` (S66).
///
/// # Errors
/// 404, 400 for a version that is no draft any more.
pub fn patch_version(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let version = version_in_path(tx, call)?;
    if version.text("status") != "draft" {
        return Err(Problem::whole("non-draft-version-update", "Only draft versions can be changed"));
    }
    let mut whole = version.body.clone();
    for (name, value) in call.body.as_object().into_iter().flatten() {
        set(&mut whole, name, value.clone());
    }
    let body = check(VERSION, &whole)?;
    schema::check_schema(body.get("jsonSchema").unwrap_or(&Value::Null))?;
    let today = clock::day(tx.now);
    tx.store.update(Kind::ObjectTypeVersion, version.uuid, |row| {
        if text(&body, "status") == "published" {
            set(&mut row.body, "publishedAt", today.clone().into());
        }
        for (name, value) in body {
            set(&mut row.body, &name, value);
        }
        set(&mut row.body, "modifiedAt", today.into());
    });
    one(tx, Kind::ObjectTypeVersion, version.uuid)
}
