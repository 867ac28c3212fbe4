//! People and contacts in Open Klant (klantinteracties, S70 to S74).

pub mod contact;
pub mod parts;
pub mod party;

use crate::kind::Kind;
use crate::problem::Problem;
use crate::shown::reference;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The row that `{ "uuid": … }` in the field `name` points at; none when the field is null or missing.
fn pointed<'t>(tx: &'t Tx<'_>, kind: Kind, body: &Map<String, Value>, name: &str) -> Result<Option<&'t Row>, Problem> {
    let Some(given) = body.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
    let uuid = given.get("uuid").and_then(Value::as_str).and_then(|text| Uuid::parse_str(text).ok());
    let row = uuid.and_then(|uuid| tx.store.get(kind, uuid));
    row.map(Some).ok_or_else(|| Problem::field(name, "does_not_exist", "Object bestaat niet."))
}

/// How a field that points elsewhere stands in answers.
fn pointer(row: Option<&Row>) -> Value {
    row.map(reference).unwrap_or_default()
}

/// An address without content.
fn no_address() -> Value {
    json!({
        "nummeraanduidingId": "", "straatnaam": "", "huisnummer": null, "huisnummertoevoeging": "", "postcode": "", "stad": "",
        "adresregel1": "", "adresregel2": "", "adresregel3": "", "land": "",
    })
}

/// The parts of a name, empty where they were not sent, and the whole of it.
fn name_of(given: Option<&Value>) -> (Value, String) {
    let part = |name: &str| given.and_then(|g| g.get(name)).and_then(Value::as_str).unwrap_or_default().to_owned();
    let names = ["voorletters", "voornaam", "voorvoegselAchternaam", "achternaam"];
    let parts: Map<String, Value> = names.iter().map(|name| ((*name).to_owned(), part(name).into())).collect();
    let whole: Vec<String> = names.iter().skip(1).map(|name| part(name)).filter(|text| !text.is_empty()).collect();
    (Value::Object(parts), whole.join(" "))
}
