//! People in a case (rol): one initiator, any number of others (S36 to S40).

use super::{Part, read_part, refuse_closed, tell, touch, visible};
use crate::call::{Answer, Call, one};
use crate::clock;
use crate::field::Absent::{Blank, Nothing, Null, Refused};
use crate::field::Form::{Date, Object, OneOf, Text, Url};
use crate::field::{Field, field, text};
use crate::kind::Kind;
use crate::listing::Test::{At, Extra, Same};
use crate::listing::{Filter, filter, page};
use crate::number::check_bsn;
use crate::problem::Problem;
use crate::tx::{Action, Tx, set};
use serde_json::{Map, Value, json};
use uuid::Uuid;

const PERSON: &str = "natuurlijk_persoon";

const FIELDS: &[Field] = &[
    field("zaak", Url(1000), Refused),
    field("betrokkene", Url(1000), Blank),
    field("betrokkeneType", OneOf(&[PERSON, "niet_natuurlijk_persoon", "vestiging", "organisatorische_eenheid", "medewerker"]), Refused),
    field("afwijkendeNaamBetrokkene", Text(625), Blank),
    field("roltype", Url(1000), Refused),
    field("roltoelichting", Text(1000), Refused),
    field("indicatieMachtiging", OneOf(&["gemachtigde", "machtiginggever"]), Blank),
    field("contactpersoonRol", Object, Nothing),
    field("beginGeldigheid", Date, Null),
    field("eindeGeldigheid", Date, Null),
    field("betrokkeneIdentificatie", Object, Null),
    field("authenticatieContext", Object, Null),
];

const FILTERS: &[Filter] = &[
    filter("zaak", Same),
    filter("roltype", Same),
    filter("betrokkene", Same),
    filter("betrokkeneType", Same),
    filter("omschrijving", Same),
    filter("omschrijvingGeneriek", Same),
    filter("betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", At("/betrokkeneIdentificatie/inpBsn")),
    filter("machtiging", Extra(|_, row, wanted| row.text("indicatieMachtiging") == wanted)),
];

/// `POST rollen` (S36 to S39).
///
/// # Errors
/// 400 `max-occurences` for a second initiator, 400 for wrong fields or numbers, 403 on a closed case.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make(tx, call, &call.body).map(Answer::created)
}

/// Puts somebody in a case.
///
/// # Errors
/// As [`create`].
pub(super) fn make(tx: &mut Tx<'_>, call: &Call, request: &Value) -> Result<Value, Problem> {
    let mut part = checked(tx, request, None)?;
    part.body.insert("registratiedatum".to_owned(), clock::written(tx.now).into());
    part.body.insert("statussen".to_owned(), json!([]));
    part.store(tx, call, Kind::Role, "rol")
}

/// The checks of a role; `except` is the role that is being replaced.
fn checked(tx: &mut Tx<'_>, request: &Value, except: Option<Uuid>) -> Result<Part, Problem> {
    let mut part = Part::read(tx, FIELDS, request)?;
    check_person(&mut part.body)?;
    let of = part.type_of(tx, Kind::RoleType, "roltype")?;
    let generic = of.text("omschrijvingGeneriek").to_owned();
    if generic == "initiator" {
        tx.claim(format!("initiator {}", part.case.uuid))?;
        let mut others = tx.store.parts(Kind::Role, part.case.uuid).filter(|row| Some(row.uuid) != except);
        if others.any(|row| row.text("omschrijvingGeneriek") == "initiator") {
            return Err(Problem::field("roltype", "max-occurences", "De waarde `initiator` komt al 1 keer voor"));
        }
    }
    part.body.insert("omschrijving".to_owned(), of.text("omschrijving").into());
    part.body.insert("omschrijvingGeneriek".to_owned(), generic.into());
    Ok(part)
}

/// Numbers of people (S38), the mandate (S39), and the fields that answers add.
fn check_person(body: &mut Map<String, Value>) -> Result<(), Problem> {
    let bsn = body.get("betrokkeneIdentificatie").and_then(|i| i.get("inpBsn")).and_then(Value::as_str).filter(|bsn| !bsn.is_empty());
    if let Some(bsn) = bsn.filter(|_| text(body, "betrokkeneType") == PERSON) {
        check_bsn("betrokkeneIdentificatie.inpBsn", bsn)?;
    }
    let representee = body.get("authenticatieContext").and_then(|context| context.get("representee")).filter(|r| !r.is_null());
    if let Some(representee) = representee {
        if let Some(number) = representee.get("identifier").and_then(Value::as_str) {
            check_bsn("authenticatieContext.representee.identifier", number)?;
        }
        if text(body, "indicatieMachtiging") != "gemachtigde" {
            let reason = "`indicatieMachtiging` must be set to 'gemachtigde' when a representee is specified";
            return Err(Problem::whole("indicatie-machtiging-invalid", reason));
        }
    }
    if text(body, "betrokkeneType") == PERSON {
        let whole = json!({
            "inpBsn": "", "anpIdentificatie": "", "inpA_nummer": "", "geslachtsnaam": "", "voorvoegselGeslachtsnaam": "", "voorletters": "",
            "voornamen": "", "geslachtsaanduiding": "", "geboortedatum": "", "verblijfsadres": null, "subVerblijfBuitenland": null,
        });
        fill(body, "betrokkeneIdentificatie", whole);
    }
    fill(body, "contactpersoonRol", json!({ "emailadres": "", "functie": "", "telefoonnummer": "", "naam": "" }));
    Ok(())
}

/// Puts the fields that were sent over the whole set of fields of a part.
fn fill(body: &mut Map<String, Value>, name: &str, mut whole: Value) {
    for (field, value) in body.get(name).and_then(Value::as_object).into_iter().flatten() {
        set(&mut whole, field, value.clone());
    }
    body.insert(name.to_owned(), whole);
}

/// `GET rollen` (S40).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let roles = visible(tx, call, Kind::Role, FILTERS, true)?;
    page(tx, call, &roles)
}

/// `GET rollen/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    read_part(tx, call, Kind::Role)
}

/// `PUT rollen/{uuid}`: ends a role with `eindeGeldigheid` (S40).
///
/// # Errors
/// 404, and as [`create`].
pub fn replace(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let uuid = call.id(0)?;
    let role = tx.store.get(Kind::Role, uuid).cloned().ok_or(Problem::not_found())?;
    let part = checked(tx, &call.body, Some(uuid))?;
    refuse_closed(tx, call, &part.case, "zaken.geforceerd-bijwerken")?;
    tx.store.update(Kind::Role, uuid, |row| {
        for (name, value) in part.body {
            set(&mut row.body, &name, value);
        }
    });
    touch(tx, part.case.uuid);
    tell(tx, &part.case, "rol", Action::Update, role.url().to_owned());
    one(tx, Kind::Role, uuid)
}

/// `DELETE rollen/{uuid}` (S40).
///
/// # Errors
/// 404 when it is not there, 403 on a closed case.
pub fn delete(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let uuid = call.id(0)?;
    let role = tx.store.get(Kind::Role, uuid).cloned().ok_or(Problem::not_found())?;
    let case = role.parent.and_then(|case| tx.store.get(Kind::Case, case)).cloned().ok_or(Problem::not_found())?;
    refuse_closed(tx, call, &case, "zaken.geforceerd-bijwerken")?;
    tx.store.remove(Kind::Role, uuid);
    touch(tx, case.uuid);
    tell(tx, &case, "rol", Action::Destroy, role.url().to_owned());
    Ok(Answer::gone())
}
