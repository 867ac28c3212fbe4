//! People (partij) and their numbers (partij-identificator, S70).

use super::{name_of, no_address, pointed, pointer};
use crate::call::{Answer, Call, one};
use crate::field::Absent::{Blank, Empty, Null, Refused};
use crate::field::Form::{Flag, List, Object, OneOf, Text};
use crate::field::{Field, check, field, text};
use crate::kind::Kind;
use crate::listing::Test::{At, By, Ignored, Same};
use crate::listing::{Filter, filter, paged};
use crate::number::check_bsn;
use crate::problem::{Param, Problem};
use crate::store::Row;
use crate::tx::Tx;
use serde_json::{Map, Value, json};

const FIELDS: &[Field] = &[
    field("nummer", Text(10), Null),
    field("interneNotitie", Text(1000), Blank),
    field("digitaleAdressen", List, Null),
    field("voorkeursDigitaalAdres", Object, Null),
    field("vertegenwoordigden", List, Empty),
    field("rekeningnummers", List, Null),
    field("voorkeursRekeningnummer", Object, Null),
    field("soortPartij", OneOf(&["persoon", "organisatie", "contactpersoon"]), Refused),
    field("indicatieGeheimhouding", Flag, Null),
    field("voorkeurstaal", Text(3), Blank),
    field("indicatieActief", Flag, Refused),
    field("partijIdentificatie", Object, Null),
];

const IDENTIFIER: &[Field] = &[
    field("identificeerdePartij", Object, Null),
    field("anderePartijIdentificator", Text(200), Blank),
    field("partijIdentificator", Object, Refused),
    field("subIdentificatorVan", Object, Null),
];

const NUMBER: &[Field] = &[
    field("codeObjecttype", OneOf(&["natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging"]), Refused),
    field("codeSoortObjectId", OneOf(&["bsn", "vestigingsnummer", "kvk_nummer", "rsin"]), Refused),
    field("objectId", Text(200), Refused),
    field("codeRegister", OneOf(&["brp", "hr"]), Refused),
];

const FILTERS: &[Filter] = &[
    filter("partijIdentificator__codeObjecttype", By(|tx, row, wanted| numbered(tx, row, "codeObjecttype", wanted))),
    filter("partijIdentificator__codeSoortObjectId", By(|tx, row, wanted| numbered(tx, row, "codeSoortObjectId", wanted))),
    filter("partijIdentificator__objectId", By(|tx, row, wanted| numbered(tx, row, "objectId", wanted))),
    filter("partijIdentificator__codeRegister", By(|tx, row, wanted| numbered(tx, row, "codeRegister", wanted))),
    filter("soortPartij", Same),
    filter("nummer", Same),
    filter("expand", Ignored),
];

const IDENTIFIER_FILTERS: &[Filter] = &[
    filter("partijIdentificatorCodeObjecttype", At("/partijIdentificator/codeObjecttype")),
    filter("partijIdentificatorCodeSoortObjectId", At("/partijIdentificator/codeSoortObjectId")),
    filter("partijIdentificatorObjectId", At("/partijIdentificator/objectId")),
    filter("partijIdentificatorCodeRegister", At("/partijIdentificator/codeRegister")),
];

fn numbered(tx: &Tx<'_>, party: &Row, name: &str, wanted: &str) -> bool {
    let pointer = format!("/partijIdentificator/{name}");
    tx.store.parts(Kind::PartyIdentifier, party.uuid).any(|row| row.body.pointer(&pointer).and_then(Value::as_str) == Some(wanted))
}

/// `POST partijen` (S70).
///
/// # Errors
/// 400 for wrong fields.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut body = check(FIELDS, &call.body)?;
    for name in ["digitaleAdressen", "rekeningnummers"] {
        body.insert(name.to_owned(), json!([]));
    }
    body.insert("categorieRelaties".to_owned(), json!([]));
    body.insert("bezoekadres".to_owned(), no_address());
    body.insert("correspondentieadres".to_owned(), no_address());
    let (names, whole) = name_of(body.get("partijIdentificatie").and_then(|i| i.get("contactnaam")));
    body.insert("partijIdentificatie".to_owned(), json!({ "contactnaam": names, "volledigeNaam": whole }));
    let uuid = tx.store.new_id();
    Ok(Answer::created(tx.insert(Kind::Party, uuid, None, Value::Object(body), Value::Null)))
}

/// `GET partijen`, also by number (S70).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    paged(tx, call, Kind::Party, FILTERS)
}

/// `GET partijen/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Party, call.id(0)?)
}

/// `POST partij-identificatoren` (S70).
///
/// # Errors
/// 400 `invalid` on `__all__` for a number that is there already, 400 for wrong fields.
pub fn identify(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut body = check(IDENTIFIER, &call.body)?;
    let number = check(NUMBER, body.get("partijIdentificator").unwrap_or(&Value::Null)).map_err(|problem| problem.under("partijIdentificator"))?;
    if text(&number, "codeSoortObjectId") == "bsn" {
        check_bsn("partijIdentificator.objectId", text(&number, "objectId"))?;
    }
    let party = pointed(tx, Kind::Party, &body, "identificeerdePartij")?.cloned();
    tx.claim(format!("identificator {} {}", text(&number, "codeSoortObjectId"), text(&number, "objectId")))?;
    refuse_taken(tx, party.as_ref(), &number)?;
    body.insert("identificeerdePartij".to_owned(), pointer(party.as_ref()));
    body.insert("partijIdentificator".to_owned(), Value::Object(number));
    let uuid = tx.store.new_id();
    Ok(Answer::created(tx.insert(Kind::PartyIdentifier, uuid, party.map(|p| p.uuid), Value::Object(body), Value::Null)))
}

/// The number is nobody's yet, and the person has none of this kind.
fn refuse_taken(tx: &Tx<'_>, party: Option<&Row>, number: &Map<String, Value>) -> Result<(), Problem> {
    let same = |row: &Row| row.body.get("partijIdentificator").and_then(Value::as_object) == Some(number);
    let kind = |row: &Row| row.body.pointer("/partijIdentificator/codeSoortObjectId") == number.get("codeSoortObjectId");
    let item = |reason: &str| Param { name: "__all__".to_owned(), code: "invalid", reason: reason.to_owned() };
    let mut items = Vec::new();
    if tx.store.all(Kind::PartyIdentifier).any(same) {
        items.push(item("`PartijIdentificator` moet uniek zijn, er bestaat er al een met deze gegevenscombinatie."));
    }
    if party.is_some_and(|p| tx.store.parts(Kind::PartyIdentifier, p.uuid).any(kind)) {
        items.push(item("`CodeSoortObjectId` moet uniek zijn voor de Partij."));
    }
    if items.is_empty() { Ok(()) } else { Err(Problem::fields(items)) }
}

/// `GET partij-identificatoren`.
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn identifiers(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    paged(tx, call, Kind::PartyIdentifier, IDENTIFIER_FILTERS)
}

/// `GET partij-identificatoren/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn identifier(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::PartyIdentifier, call.id(0)?)
}
