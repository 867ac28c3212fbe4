//! A case with all its parts in one call (zaak_registreren): all or nothing, only in Open Zaak (S48).

use super::{case, document, object, role, status};
use crate::call::{Answer, Call, one};
use crate::kind::Kind;
use crate::problem::Problem;
use crate::tx::{Tx, set};
use serde_json::{Map, Value};

/// How one part of a case is made.
type Make = fn(&mut Tx<'_>, &Call, &Value) -> Result<Value, Problem>;

/// `POST zaak_registreren` (S48). What fails takes everything back, because it is one transaction.
///
/// # Errors
/// As each part by itself, with its place before the name of the field.
pub fn register(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let request = call.body.as_object().ok_or_else(|| Problem::whole("invalid", "Ongeldige data. Verwacht een object."))?;
    for name in ["zaak", "rollen", "status"] {
        if !request.contains_key(name) {
            return Err(Problem::field(name, "required", "Dit veld is vereist."));
        }
    }
    let case = case::make(tx, request.get("zaak").unwrap_or(&Value::Null)).map_err(|problem| problem.under("zaak"))?;
    let url = case.get("url").cloned().unwrap_or_default();
    let mut answer = Map::new();
    let lists: [(&str, Make); 3] = [("rollen", role::make), ("zaakinformatieobjecten", document::make), ("zaakobjecten", object::make)];
    for (name, make) in lists {
        let mut made = Vec::new();
        for (at, part) in request.get(name).and_then(Value::as_array).into_iter().flatten().enumerate() {
            made.push(make(tx, call, &within(part, &url)).map_err(|problem| problem.under(&format!("{name}.{at}")))?);
        }
        answer.insert(name.to_owned(), Value::Array(made));
    }
    let first = request.get("status").unwrap_or(&Value::Null);
    answer.insert("status".to_owned(), status::make(tx, call, &within(first, &url)).map_err(|problem| problem.under("status"))?);
    let uuid = url.as_str().and_then(|url| Kind::Case.uuid_in(tx.root, url)).unwrap_or_default();
    let whole = one(tx, Kind::Case, uuid)?;
    answer.insert("zaak".to_owned(), whole.json().cloned().unwrap_or_default());
    Ok(Answer::created(Value::Object(answer)))
}

/// A part with the URL of the case in it.
fn within(part: &Value, case: &Value) -> Value {
    let mut part = part.clone();
    set(&mut part, "zaak", case.clone());
    part
}
