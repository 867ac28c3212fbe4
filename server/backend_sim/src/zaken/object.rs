//! Objects in a case (zaakobject): read at once with the case system's own credentials; no key (S41).

use super::{Part, read_part, visible};
use crate::call::{Answer, Call};
use crate::field::Absent::{Blank, Null, Refused};
use crate::field::Form::{Object, OneOf, Text, Url};
use crate::field::{Field, check, field, text};
use crate::kind::Kind;
use crate::listing::Test::Same;
use crate::listing::{Filter, filter, page};
use crate::objecten::{object_type_version, schema};
use crate::problem::Problem;
use crate::shown::valid_record;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::Value;

/// The kinds of objects that the standard names.
const TYPES: &[&str] = &[
    "adres",
    "besluit",
    "buurt",
    "enkelvoudig_document",
    "gemeente",
    "gemeentelijke_openbare_ruimte",
    "huishouden",
    "inrichtingselement",
    "kadastrale_onroerende_zaak",
    "kunstwerkdeel",
    "maatschappelijke_activiteit",
    "medewerker",
    "natuurlijk_persoon",
    "niet_natuurlijk_persoon",
    "openbare_ruimte",
    "organisatorische_eenheid",
    "pand",
    "spoorbaandeel",
    "status",
    "terreindeel",
    "terrein_gebouwd_object",
    "vestiging",
    "waterdeel",
    "wegdeel",
    "wijk",
    "woonplaats",
    "woz_deelobject",
    "woz_object",
    "woz_waarde",
    "zakelijk_recht",
    "overige",
];

const FIELDS: &[Field] = &[
    field("zaak", Url(1000), Refused),
    field("object", Url(1000), Blank),
    field("zaakobjecttype", Url(1000), Null),
    field("objectType", OneOf(TYPES), Refused),
    field("objectTypeOverige", Text(100), Blank),
    field("objectTypeOverigeDefinitie", Object, Null),
    field("relatieomschrijving", Text(80), Blank),
    field("objectIdentificatie", Object, Null),
];

const DEFINITION: &[Field] = &[field("url", Url(1000), Refused), field("schema", Text(100), Refused), field("objectData", Text(100), Refused)];

const FILTERS: &[Filter] = &[filter("zaak", Same), filter("object", Same), filter("objectType", Same)];

/// `POST zaakobjecten` (S41).
///
/// # Errors
/// 400 `bad-url` when the object cannot be read, `invalid-schema` when its data does not fit, 403 on a closed case.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make(tx, call, &call.body).map(Answer::created)
}

/// Puts an object in a case.
///
/// # Errors
/// As [`create`].
pub(super) fn make(tx: &mut Tx<'_>, call: &Call, request: &Value) -> Result<Value, Problem> {
    let part = Part::read(tx, FIELDS, request)?;
    let url = text(&part.body, "object");
    if !url.is_empty() {
        let object = readable(tx, "object", url, tx.at(Kind::Object, url))?;
        if let Some(definition) = part.body.get("objectTypeOverigeDefinitie").filter(|d| !d.is_null()) {
            check_definition(tx, definition, object)?;
        }
    } else if part.body.get("objectIdentificatie").is_none_or(Value::is_null) {
        return Err(Problem::whole("invalid-zaakobject", "Geef een object of een objectIdentificatie op."));
    }
    part.store(tx, call, Kind::CaseObject, "zaakobject")
}

/// What the case system sees when it reads `url` with its own credentials.
fn readable<'t>(tx: &Tx<'_>, name: &str, url: &str, found: Option<&'t Row>) -> Result<&'t Row, Problem> {
    let bad = |status: u16| Problem::field(name, "bad-url", format!("De URL {url} gaf als antwoord HTTP {status}. Geef een geldige URL op."));
    if !tx.reads_objects && url.starts_with(tx.root) {
        return Err(bad(401));
    }
    found.ok_or_else(|| bad(404))
}

fn check_definition(tx: &Tx<'_>, definition: &Value, object: &Row) -> Result<(), Problem> {
    let kept = check(DEFINITION, definition).map_err(|problem| problem.under("objectTypeOverigeDefinitie"))?;
    let url = text(&kept, "url");
    let version = readable(tx, "objectTypeOverigeDefinitie.url", url, object_type_version(tx, url))?;
    let data = valid_record(object, tx.now).and_then(|record| record.get("data")).cloned().unwrap_or_default();
    let errors = schema::errors(version.body.get("jsonSchema").unwrap_or(&Value::Null), &data);
    if errors.is_empty() { Ok(()) } else { Err(Problem::field("object", "invalid-schema", "Het object past niet bij het schema van het objecttype.")) }
}

/// `GET zaakobjecten` (S41).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let objects = visible(tx, call, Kind::CaseObject, FILTERS, true)?;
    page(tx, call, &objects)
}

/// `GET zaakobjecten/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    read_part(tx, call, Kind::CaseObject)
}
