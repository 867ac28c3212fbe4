//! The parts of a contact: who took part (betrokkene) and what it was about (onderwerpobject, S71).

use super::{name_of, no_address, pointed, pointer};
use crate::call::{Answer, Call, one};
use crate::field::Absent::{Blank, Null, Refused};
use crate::field::Form::{Flag, Object, OneOf, Text};
use crate::field::{Field, check, field};
use crate::kind::Kind;
use crate::listing::Test::At;
use crate::listing::{Filter, filter, paged};
use crate::problem::Problem;
use crate::tx::Tx;
use serde_json::{Value, json};

const PARTICIPANT: &[Field] = &[
    field("wasPartij", Object, Null),
    field("hadKlantcontact", Object, Refused),
    field("contactnaam", Object, Null),
    field("rol", OneOf(&["vertegenwoordiger", "klant"]), Refused),
    field("organisatienaam", Text(200), Blank),
    field("initiator", Flag, Refused),
];

const SUBJECT: &[Field] = &[field("klantcontact", Object, Null), field("wasKlantcontact", Object, Null), field("onderwerpobjectidentificator", Object, Null)];

const IDENTIFIER: &[Field] = &[
    field("objectId", Text(200), Refused),
    field("codeObjecttype", Text(200), Refused),
    field("codeRegister", Text(200), Refused),
    field("codeSoortObjectId", Text(200), Refused),
];

const PARTICIPANT_FILTERS: &[Filter] = &[filter("hadKlantcontact__uuid", At("/hadKlantcontact/uuid")), filter("wasPartij__uuid", At("/wasPartij/uuid"))];

const SUBJECT_FILTERS: &[Filter] = &[
    filter("klantcontact__uuid", At("/klantcontact/uuid")),
    filter("onderwerpobjectidentificatorObjectId", At("/onderwerpobjectidentificator/objectId")),
    filter("onderwerpobjectidentificatorCodeObjecttype", At("/onderwerpobjectidentificator/codeObjecttype")),
];

/// `POST betrokkenen` (S71).
///
/// # Errors
/// 400 for wrong fields.
pub fn create_participant(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make_participant(tx, &call.body).map(Answer::created)
}

pub(super) fn make_participant(tx: &mut Tx<'_>, request: &Value) -> Result<Value, Problem> {
    let mut body = check(PARTICIPANT, request)?;
    let party = pointer(pointed(tx, Kind::Party, &body, "wasPartij")?);
    let contact = pointed(tx, Kind::Contact, &body, "hadKlantcontact")?;
    let (parent, contact) = (contact.map(|row| row.uuid), pointer(contact));
    let (names, whole) = name_of(body.get("contactnaam"));
    for (name, value) in [
        ("wasPartij", party),
        ("hadKlantcontact", contact),
        ("digitaleAdressen", json!([])),
        ("bezoekadres", no_address()),
        ("correspondentieadres", no_address()),
        ("contactnaam", names),
        ("volledigeNaam", whole.into()),
    ] {
        body.insert(name.to_owned(), value);
    }
    let uuid = tx.store.new_id();
    Ok(tx.insert(Kind::Participant, uuid, parent, Value::Object(body), Value::Null))
}

/// `POST onderwerpobjecten` (S71).
///
/// # Errors
/// 400 for wrong fields.
pub fn create_subject(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make_subject(tx, &call.body).map(Answer::created)
}

pub(super) fn make_subject(tx: &mut Tx<'_>, request: &Value) -> Result<Value, Problem> {
    let mut body = check(SUBJECT, request)?;
    if let Some(identifier) = body.get("onderwerpobjectidentificator").filter(|i| !i.is_null()) {
        let kept = check(IDENTIFIER, identifier).map_err(|problem| problem.under("onderwerpobjectidentificator"))?;
        body.insert("onderwerpobjectidentificator".to_owned(), Value::Object(kept));
    }
    let contact = pointed(tx, Kind::Contact, &body, "klantcontact")?;
    let (parent, contact) = (contact.map(|row| row.uuid), pointer(contact));
    let about = pointer(pointed(tx, Kind::Contact, &body, "wasKlantcontact")?);
    body.insert("klantcontact".to_owned(), contact);
    body.insert("wasKlantcontact".to_owned(), about);
    let uuid = tx.store.new_id();
    Ok(tx.insert(Kind::Subject, uuid, parent, Value::Object(body), Value::Null))
}

/// `GET betrokkenen`.
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn participants(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    paged(tx, call, Kind::Participant, PARTICIPANT_FILTERS)
}

/// `GET betrokkenen/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn participant(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Participant, call.id(0)?)
}

/// `GET onderwerpobjecten`.
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn subjects(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    paged(tx, call, Kind::Subject, SUBJECT_FILTERS)
}

/// `GET onderwerpobjecten/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn subject(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Subject, call.id(0)?)
}
