//! Contacts (klantcontact): a number of ours is the only key (S71 to S74).

use super::parts;
use crate::call::{Answer, Call, one};
use crate::clock;
use crate::field::Absent::{Blank, No, Nothing, Null, Refused};
use crate::field::Form::{Flag, Object, Text, Time, Url};
use crate::field::{Field, check, field, fill, text};
use crate::kind::Kind;
use crate::listing::Test::{By, Ignored, Same};
use crate::listing::{Filter, filter, paged};
use crate::problem::Problem;
use crate::shown::shown;
use crate::store::Row;
use crate::tx::{Action, Event, Tx, set};
use serde_json::{Map, Value, json};

const FIELDS: &[Field] = &[
    field("nummer", Text(10), Null),
    field("referentienummer", Text(10), Null),
    field("kanaal", Text(50), Refused),
    field("onderwerp", Text(200), Refused),
    field("inhoud", Text(1000), Blank),
    field("reactie", Text(4000), Blank),
    field("indicatieContactGelukt", Flag, Null),
    field("hoofdOnderwerpType", Url(200), Blank),
    field("verdereActieOndernomen", Flag, No),
    field("taal", Text(3), Refused),
    field("vertrouwelijk", Flag, Refused),
    field("plaatsgevondenOp", Time, Null),
    field("metadata", Object, Nothing),
];

const FILTERS: &[Filter] = &[
    filter("referentienummer", Same),
    filter("nummer", Same),
    filter("kanaal", Same),
    filter("onderwerp", Same),
    filter("hadBetrokkene__uuid", By(|tx, row, wanted| tx.store.parts(Kind::Participant, row.uuid).any(|p| p.text("uuid") == wanted))),
    filter("hadBetrokkene__wasPartij__uuid", By(had_party)),
    filter("onderwerpobject__onderwerpobjectidentificatorObjectId", By(had_subject)),
    filter("expand", Ignored),
];

fn had_party(tx: &Tx<'_>, contact: &Row, party: &str) -> bool {
    tx.store.parts(Kind::Participant, contact.uuid).any(|p| p.body.pointer("/wasPartij/uuid").and_then(Value::as_str) == Some(party))
}

fn had_subject(tx: &Tx<'_>, contact: &Row, subject: &str) -> bool {
    let id = |row: &Row| row.body.pointer("/onderwerpobjectidentificator/objectId").and_then(Value::as_str) == Some(subject);
    tx.store.parts(Kind::Subject, contact.uuid).any(id)
}

/// `POST klantcontacten` (S71 to S73).
///
/// # Errors
/// 400 `invalid` or `unique` on `referentienummer`, 400 for wrong fields.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make(tx, &call.body).map(Answer::created)
}

fn make(tx: &mut Tx<'_>, request: &Value) -> Result<Value, Problem> {
    let mut body = check(FIELDS, request)?;
    check_number(tx, &body)?;
    fill(&mut body, "plaatsgevondenOp", clock::written(tx.now).into());
    for name in ["hadBetrokkenActoren", "omvatteBijlagen", "leiddeTotInterneTaken"] {
        body.insert(name.to_owned(), json!([]));
    }
    let uuid = tx.store.new_id();
    let made = tx.insert(Kind::Contact, uuid, None, Value::Object(body), Value::Null);
    let url = Kind::Contact.url(tx.root, None, uuid);
    tx.events.push(Event { channel: "klantcontacten", resource: "klantcontact", action: Action::Create, main: url.clone(), url, attributes: json!({}) });
    Ok(made)
}

/// Digits only, and used once (S72).
fn check_number(tx: &mut Tx<'_>, body: &Map<String, Value>) -> Result<(), Problem> {
    let number = text(body, "referentienummer");
    if number.is_empty() {
        return Ok(());
    }
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::field("referentienummer", "invalid", "Voer een geldig geheel getal in."));
    }
    tx.claim(format!("klantcontact {number}"))?;
    if tx.store.all(Kind::Contact).any(|row| row.text("referentienummer") == number) {
        return Err(Problem::field("referentienummer", "unique", "Er bestaat al een klantcontact met eenzelfde referentienummer."));
    }
    Ok(())
}

/// `POST maak-klantcontact`: contact, person and subject in one call (S71).
///
/// # Errors
/// As each by itself, with its name before the field; nothing is stored then.
pub fn create_whole(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let asked = |name: &str| call.body.get(name).filter(|part| !part.is_null());
    let contact = asked("klantcontact").ok_or_else(|| Problem::field("klantcontact", "required", "Dit veld is vereist."))?;
    let made = make(tx, contact).map_err(|problem| problem.under("klantcontact"))?;
    let here = json!({ "uuid": made.get("uuid") });
    let mut participant = Value::Null;
    if let Some(part) = asked("betrokkene") {
        let mut part = part.clone();
        set(&mut part, "hadKlantcontact", here.clone());
        participant = parts::make_participant(tx, &part).map_err(|problem| problem.under("betrokkene"))?;
    }
    let mut subject = Value::Null;
    if let Some(part) = asked("onderwerpobject") {
        let mut part = part.clone();
        set(&mut part, "klantcontact", here.clone());
        subject = parts::make_subject(tx, &part).map_err(|problem| problem.under("onderwerpobject"))?;
    }
    let uuid = here.get("uuid").and_then(Value::as_str).and_then(|text| text.parse().ok()).unwrap_or_default();
    let whole = tx.store.get(Kind::Contact, uuid).map(|row| shown(tx, Kind::Contact, row));
    Ok(Answer::created(json!({ "klantcontact": whole, "betrokkene": participant, "onderwerpobject": subject })))
}

/// `GET klantcontacten`: newest first (S72, S74).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    paged(tx, call, Kind::Contact, FILTERS)
}

/// `GET klantcontacten/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Contact, call.id(0)?)
}
