//! Documents (enkelvoudiginformatieobjecten, S50 to S52).

use crate::call::{Answer, Call, Payload, one};
use crate::clock;
use crate::field::Absent::{Blank, Empty, Null, Refused};
use crate::field::Form::{Date, Flag, List, Number, Object, OneOf, Rsin, Text, Url};
use crate::field::{Field, check, field, fill, text};
use crate::kind::Kind;
use crate::level::Level;
use crate::listing::Test::{Ignored, Same};
use crate::listing::{self, Filter, filter, listed, page};
use crate::problem::Problem;
use crate::rights::may_see;
use crate::tx::{Action, Event, Tx};
use data_encoding::BASE64;
use serde_json::{Map, Value, json};

/// The longest base64 text that is taken; the limit on requests comes first (S52).
const LONGEST: usize = usize::MAX;

const FIELDS: &[Field] = &[
    field("identificatie", Text(40), Blank),
    field("bronorganisatie", Rsin, Refused),
    field("creatiedatum", Date, Refused),
    field("titel", Text(200), Refused),
    field("vertrouwelijkheidaanduiding", OneOf(&Level::NAMES), Blank),
    field("auteur", Text(200), Refused),
    field("status", OneOf(&["in_bewerking", "ter_vaststelling", "definitief", "gearchiveerd"]), Blank),
    field("formaat", Text(255), Blank),
    field("taal", Text(3), Refused),
    field("bestandsnaam", Text(255), Blank),
    field("inhoud", Text(LONGEST), Null),
    field("bestandsomvang", Number, Null),
    field("link", Url(200), Blank),
    field("beschrijving", Text(1000), Blank),
    field("ontvangstdatum", Date, Null),
    field("verzenddatum", Date, Null),
    field("indicatieGebruiksrecht", Flag, Null),
    field("verschijningsvorm", Text(1000), Blank),
    field("ondertekening", Object, Null),
    field("integriteit", Object, Null),
    field("informatieobjecttype", Url(200), Refused),
    field("trefwoorden", List, Empty),
];

const FILTERS: &[Filter] = &[
    filter("identificatie", Same),
    filter("bronorganisatie", Same),
    filter("informatieobjecttype", Same),
    filter("titel", Same),
    filter("auteur", Same),
    filter("vertrouwelijkheidaanduiding", Same),
    filter("expand", Ignored),
];

/// `POST enkelvoudiginformatieobjecten` (S50 to S52).
///
/// # Errors
/// 400 `identificatie-niet-uniek`, `file-size`, or for wrong fields.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut body = check(FIELDS, &call.body)?;
    let content = body.remove("inhoud").unwrap_or_default();
    check_size(&content, body.get("bestandsomvang"))?;
    let of = tx.at(Kind::DocumentType, text(&body, "informatieobjecttype")).cloned();
    let of = of.ok_or_else(|| Problem::field("informatieobjecttype", "bad-url", "De URL gaf als antwoord HTTP 404. Geef een geldige URL op."))?;
    fill(&mut body, "vertrouwelijkheidaanduiding", of.text("vertrouwelijkheidaanduiding").into());
    if text(&body, "identificatie").is_empty() {
        let number = tx.store.all(Kind::Document).count() + 1;
        body.insert("identificatie".to_owned(), format!("DOCUMENT-{}-{number:010}", tx.now.format("%Y")).into());
    }
    refuse_taken(tx, &body)?;
    let uuid = tx.store.new_id();
    let url = Kind::Document.url(tx.root, None, uuid);
    for (name, value) in [
        ("versie", json!(1)),
        ("beginRegistratie", clock::written(tx.now).into()),
        ("inhoud", if content.is_null() { Value::Null } else { format!("{url}/download?versie=1").into() }),
        ("locked", false.into()),
        ("bestandsdelen", json!([])),
        ("lock", "".into()),
    ] {
        body.insert(name.to_owned(), value);
    }
    let attributes = json!({
        "bronorganisatie": text(&body, "bronorganisatie"),
        "informatieobjecttype": of.url(),
        "vertrouwelijkheidaanduiding": text(&body, "vertrouwelijkheidaanduiding"),
    });
    let shown = tx.insert(Kind::Document, uuid, None, Value::Object(body), json!({ "content": content }));
    let resource = "enkelvoudiginformatieobject";
    tx.events.push(Event { channel: "documenten", resource, action: Action::Create, main: url.clone(), url, attributes });
    Ok(Answer::created(shown))
}

/// The content is base64, and as long as the request says (S52).
fn check_size(content: &Value, told: Option<&Value>) -> Result<(), Problem> {
    let Some(content) = content.as_str() else { return Ok(()) };
    let size = BASE64.decode(content.as_bytes()).map_err(|_| Problem::field("inhoud", "invalid", "Het bestand is geen base64."))?.len();
    if told.and_then(Value::as_u64).is_some_and(|told| usize::try_from(told) == Ok(size)) {
        Ok(())
    } else {
        Err(Problem::whole("file-size", "De grootte van het bestand is niet gelijk aan bestandsomvang."))
    }
}

fn refuse_taken(tx: &mut Tx<'_>, body: &Map<String, Value>) -> Result<(), Problem> {
    let (number, source) = (text(body, "identificatie"), text(body, "bronorganisatie"));
    tx.claim(format!("document {source} {number}"))?;
    if tx.store.all(Kind::Document).any(|d| d.text("identificatie") == number && d.text("bronorganisatie") == source) {
        let reason = format!("Deze identificatie ({number}) bestaat al voor deze bronorganisatie");
        return Err(Problem::field("identificatie", "identificatie-niet-uniek", reason));
    }
    Ok(())
}

/// `GET enkelvoudiginformatieobjecten` (S51).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let rows = listing::chosen(tx, call, Kind::Document, FILTERS, true)?.into_iter();
    let seen = rows.filter(|row| may_see(tx, &call.caller, Kind::Document, row));
    let documents: Vec<Value> = seen.map(|row| listed(tx, Kind::Document, row, call.route.api)).collect();
    page(tx, call, &documents)
}

/// `GET enkelvoudiginformatieobjecten/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Document, call.id(0)?)
}

/// `GET enkelvoudiginformatieobjecten/{uuid}/download`: the bytes (S50).
///
/// # Errors
/// 404 when it is not there or has no content.
pub fn download(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let document = tx.store.get(Kind::Document, call.id(0)?).ok_or(Problem::not_found())?;
    let content = document.hidden.get("content").and_then(Value::as_str).ok_or(Problem::not_found())?;
    let bytes = BASE64.decode(content.as_bytes()).map_err(|_| Problem::server_error())?;
    Ok(Answer { status: 200, payload: Payload::Bytes(bytes) })
}
