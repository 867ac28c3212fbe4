//! Documents in a case (zaakinformatieobject): one relation for each case and document (S35).

use super::{Part, read_part, visible};
use crate::call::{Answer, Call};
use crate::clock;
use crate::field::Absent::{Blank, Null, Refused};
use crate::field::Form::{Text, Time, Url};
use crate::field::{Field, field, text};
use crate::kind::Kind;
use crate::listing::{Filter, Test::Same, filter};
use crate::problem::Problem;
use crate::tx::Tx;
use serde_json::Value;

const FIELDS: &[Field] = &[
    field("zaak", Url(1000), Refused),
    field("informatieobject", Url(1000), Refused),
    field("titel", Text(200), Blank),
    field("beschrijving", Text(1000), Blank),
    field("vernietigingsdatum", Time, Null),
    field("status", Url(1000), Null),
];

const FILTERS: &[Filter] = &[filter("zaak", Same), filter("informatieobject", Same)];

/// `POST zaakinformatieobjecten` (S35).
///
/// # Errors
/// 400 `unique` for the same case and document, 400 for wrong fields, 403 on a closed case.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make(tx, call, &call.body).map(Answer::created)
}

/// Puts a document in a case.
///
/// # Errors
/// As [`create`].
pub(super) fn make(tx: &mut Tx<'_>, call: &Call, request: &Value) -> Result<Value, Problem> {
    let mut part = Part::read(tx, FIELDS, request)?;
    let document = text(&part.body, "informatieobject").to_owned();
    if tx.at(Kind::Document, &document).is_none() {
        let reason = format!("De URL {document} gaf als antwoord HTTP 404. Geef een geldige URL op.");
        return Err(Problem::field("informatieobject", "bad-url", reason));
    }
    tx.claim(format!("zaakinformatieobject {} {document}", part.case.uuid))?;
    if tx.store.parts(Kind::CaseDocument, part.case.uuid).any(|row| row.text("informatieobject") == document) {
        return Err(Problem::whole("unique", "De velden zaak, informatieobject moeten een unieke set zijn."));
    }
    part.body.insert("aardRelatieWeergave".to_owned(), "Hoort bij, omgekeerd: kent".into());
    part.body.insert("registratiedatum".to_owned(), clock::written(tx.now).into());
    part.store(tx, call, Kind::CaseDocument, "zaakinformatieobject")
}

/// `GET zaakinformatieobjecten`: a plain list (S35).
///
/// # Errors
/// 400 `unknown-parameters`.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    Ok(Answer::ok(Value::Array(visible(tx, call, Kind::CaseDocument, FILTERS, false)?)))
}

/// `GET zaakinformatieobjecten/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    read_part(tx, call, Kind::CaseDocument)
}
