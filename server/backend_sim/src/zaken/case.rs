//! Cases (zaak): make, read, change, remove (S30 to S32, S49).

use super::{refuse_closed, tell};
use crate::call::{Answer, Call, one};
use crate::clock;
use crate::field::Absent::{Blank, Empty, Null, Refused};
use crate::field::Form::{Date, List, Object, OneOf, Rsin, Text, Time, Url};
use crate::field::{Field, check, field, fill, text};
use crate::kind::Kind;
use crate::level::Level;
use crate::period::Period;
use crate::problem::Problem;
use crate::store::Row;
use crate::tx::{Action, Tx, set};
use serde_json::{Map, Value, json};

/// The fields of a case that a request may set, with their lengths (section 4).
const FIELDS: &[Field] = &[
    field("identificatie", Text(40), Blank),
    field("bronorganisatie", Rsin, Refused),
    field("omschrijving", Text(80), Blank),
    field("toelichting", Text(1000), Blank),
    field("zaaktype", Url(1000), Refused),
    field("registratiedatum", Date, Null),
    field("verantwoordelijkeOrganisatie", Rsin, Refused),
    field("startdatum", Date, Refused),
    field("einddatumGepland", Date, Null),
    field("uiterlijkeEinddatumAfdoening", Date, Null),
    field("publicatiedatum", Date, Null),
    field("laatstGeopend", Time, Null),
    field("communicatiekanaal", Url(1000), Blank),
    field("communicatiekanaalNaam", Text(250), Blank),
    field("productenOfDiensten", List, Empty),
    field("vertrouwelijkheidaanduiding", OneOf(&Level::NAMES), Blank),
    field("betalingsindicatie", OneOf(&["nvt", "nog_niet", "gedeeltelijk", "geheel"]), Blank),
    field("laatsteBetaaldatum", Time, Null),
    field("zaakgeometrie", Object, Null),
    field("verlenging", Object, Null),
    field("opschorting", Object, Null),
    field("selectielijstklasse", Url(1000), Blank),
    field("hoofdzaak", Url(1000), Null),
    field("relevanteAndereZaken", List, Empty),
    field("gerelateerdeZaken", List, Empty),
    field("kenmerken", List, Empty),
    field("archiefnominatie", OneOf(&["blijvend_bewaren", "vernietigen"]), Null),
    field("archiefstatus", OneOf(&["nog_te_archiveren", "gearchiveerd", "gearchiveerd_procestermijn_onbekend", "overgedragen"]), Blank),
    field("archiefactiedatum", Date, Null),
    field("opdrachtgevendeOrganisatie", Rsin, Blank),
    field("processobjectaard", Text(200), Blank),
    field("startdatumBewaartermijn", Date, Null),
    field("processobject", Object, Null),
];

/// `POST zaken` (S30).
///
/// # Errors
/// 400 for wrong fields (S32) or a number that is taken (S31).
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make(tx, &call.body).map(Answer::created)
}

/// Makes a case from a request.
///
/// # Errors
/// As [`create`].
pub(super) fn make(tx: &mut Tx<'_>, request: &Value) -> Result<Value, Problem> {
    let mut body = check(FIELDS, request)?;
    check_references(&body)?;
    let of = published_type(tx, &body)?;
    if text(&body, "identificatie").is_empty() {
        let number = tx.store.all(Kind::Case).count() + 1;
        body.insert("identificatie".to_owned(), format!("ZAAK-{}-{number:010}", tx.now.format("%Y")).into());
    }
    refuse_taken(tx, &body)?;
    complete(tx, &of, &mut body);
    let uuid = tx.store.new_id();
    let shown = tx.insert(Kind::Case, uuid, None, Value::Object(body), Value::Null);
    if let Some(case) = tx.store.get(Kind::Case, uuid).cloned() {
        let url = case.url().to_owned();
        tell(tx, &case, "zaak", Action::Create, url);
    }
    Ok(shown)
}

/// Each reference (kenmerk) has a source and a value of at most 40 characters.
fn check_references(body: &Map<String, Value>) -> Result<(), Problem> {
    const REFERENCE: &[Field] = &[field("kenmerk", Text(40), Refused), field("bron", Text(40), Refused)];
    let references = body.get("kenmerken").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (at, reference) in references.iter().enumerate() {
        check(REFERENCE, reference).map_err(|problem| problem.under(&format!("kenmerken.{at}")))?;
    }
    Ok(())
}

fn published_type(tx: &Tx<'_>, body: &Map<String, Value>) -> Result<Row, Problem> {
    let url = text(body, "zaaktype");
    let of = tx.at(Kind::CaseType, url).cloned().ok_or_else(|| Problem::field("zaaktype", "bad-url", format!("De URL {url} gaf als antwoord HTTP 404.")))?;
    match of.body.get("concept").and_then(Value::as_bool) {
        Some(true) => Err(Problem::field("zaaktype", "not-published", "Het zaaktype is niet gepubliceerd.")),
        _ => Ok(of),
    }
}

fn refuse_taken(tx: &mut Tx<'_>, body: &Map<String, Value>) -> Result<(), Problem> {
    let (number, source) = (text(body, "identificatie"), text(body, "bronorganisatie"));
    tx.claim(format!("zaak {source} {number}"))?;
    let taken = tx.store.all(Kind::Case).any(|case| case.text("identificatie") == number && case.text("bronorganisatie") == source);
    if taken {
        let reason = format!("Deze identificatie ({number}) bestaat al voor deze bronorganisatie");
        return Err(Problem::field("identificatie", "identificatie-niet-uniek", reason));
    }
    Ok(())
}

/// Fills in what the request left to the case type and the clock.
fn complete(tx: &Tx<'_>, of: &Row, body: &mut Map<String, Value>) {
    let start = clock::date(text(body, "startdatum"));
    let due = Period::parse(of.text("doorlooptijd")).zip(start).and_then(|(period, start)| period.after(start)).map(|day| day.to_string());
    for (name, value) in [
        ("registratiedatum", Value::String(clock::day(tx.now))),
        ("uiterlijkeEinddatumAfdoening", due.into()),
        ("vertrouwelijkheidaanduiding", of.text("vertrouwelijkheidaanduiding").into()),
        ("archiefstatus", "nog_te_archiveren".into()),
        ("opschorting", json!({ "indicatie": false, "eerdereOpschorting": false, "reden": "" })),
        ("processobject", json!({ "datumkenmerk": "", "identificatie": "", "objecttype": "", "registratie": "" })),
    ] {
        fill(body, name, value);
    }
    body.insert("einddatum".to_owned(), Value::Null);
    body.insert("laatstGemuteerd".to_owned(), clock::written(tx.now).into());
    body.insert("betalingsindicatieWeergave".to_owned(), "".into());
    body.insert("deelzaken".to_owned(), json!([]));
}

/// `GET zaken/{uuid}` (S30, S49).
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Case, call.id(0)?)
}

/// `PATCH zaken/{uuid}`: the fields that are sent.
///
/// # Errors
/// 404, 400 for wrong fields, 403 on a closed case.
pub fn patch(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut whole = tx.store.get(Kind::Case, call.id(0)?).ok_or(Problem::not_found())?.body.clone();
    let sent = call.body.as_object().ok_or_else(|| Problem::whole("invalid", "Ongeldige data. Verwacht een object."))?;
    for (name, value) in sent {
        set(&mut whole, name, value.clone());
    }
    change(tx, call, &whole, Action::PartialUpdate)
}

/// `PUT zaken/{uuid}`: all fields.
///
/// # Errors
/// As [`patch`].
pub fn replace(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    change(tx, call, &call.body, Action::Update)
}

fn change(tx: &mut Tx<'_>, call: &Call, request: &Value, action: Action) -> Result<Answer, Problem> {
    let uuid = call.id(0)?;
    let case = tx.store.get(Kind::Case, uuid).cloned().ok_or(Problem::not_found())?;
    let body = check(FIELDS, request)?;
    check_references(&body)?;
    for name in ["identificatie", "bronorganisatie", "zaaktype"] {
        if text(&body, name) != case.text(name) {
            return Err(Problem::field(name, "wijzigen-niet-toegelaten", "Dit veld mag niet gewijzigd worden."));
        }
    }
    refuse_closed(tx, call, &case, "zaken.geforceerd-bijwerken")?;
    let now = clock::written(tx.now);
    tx.store.update(Kind::Case, uuid, |row| {
        for (name, value) in body {
            set(&mut row.body, &name, value);
        }
        set(&mut row.body, "laatstGemuteerd", now.into());
    });
    tell(tx, &case, "zaak", action, case.url().to_owned());
    one(tx, Kind::Case, uuid)
}

/// `DELETE zaken/{uuid}`: the case and its parts (S49).
///
/// # Errors
/// 404 when it is not there.
pub fn delete(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let uuid = call.id(0)?;
    let case = tx.store.get(Kind::Case, uuid).cloned().ok_or(Problem::not_found())?;
    for kind in Kind::PARTS {
        let parts: Vec<_> = tx.store.parts(kind, uuid).map(|row| row.uuid).collect();
        for part in parts {
            tx.store.remove(kind, part);
        }
    }
    tx.store.remove(Kind::Case, uuid);
    tell(tx, &case, "zaak", Action::Destroy, case.url().to_owned());
    Ok(Answer::gone())
}
