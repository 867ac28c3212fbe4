//! Properties of a case (zaakeigenschap): no key, an identical one is stored again (S42).

use super::{Part, visible};
use crate::call::{Answer, Call};
use crate::field::Absent::Refused;
use crate::field::Form::{Text, Url};
use crate::field::{Field, field};
use crate::kind::Kind;
use crate::problem::Problem;
use crate::shown::shown;
use crate::tx::{Tx, set};
use serde_json::Value;

const FIELDS: &[Field] = &[field("zaak", Url(1000), Refused), field("eigenschap", Url(1000), Refused), field("waarde", Text(1000), Refused)];

/// `POST zaken/{uuid}/zaakeigenschappen` (S42).
///
/// # Errors
/// 404 without the case, 400 for wrong fields, 403 on a closed case.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let case = tx.store.get(Kind::Case, call.id(0)?).ok_or(Problem::not_found())?.url().to_owned();
    let mut body = call.body.clone();
    if body.get("zaak").is_none() {
        set(&mut body, "zaak", case.clone().into());
    }
    let mut part = Part::read(tx, FIELDS, &body)?;
    if part.case.url() != case {
        return Err(Problem::field("zaak", "invalid", "De zaak is een andere dan die in de URL."));
    }
    let of = part.type_of(tx, Kind::PropertyType, "eigenschap")?;
    part.body.insert("naam".to_owned(), of.text("naam").into());
    part.store(tx, call, Kind::CaseProperty, "zaakeigenschap").map(Answer::created)
}

/// `GET zaken/{uuid}/zaakeigenschappen`: a plain list.
///
/// # Errors
/// 404 without the case.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let case = tx.store.get(Kind::Case, call.id(0)?).ok_or(Problem::not_found())?.url().to_owned();
    let rows = visible(tx, call, Kind::CaseProperty, &[], false)?;
    Ok(Answer::ok(rows.into_iter().filter(|row| row.get("zaak").and_then(Value::as_str) == Some(&case)).collect()))
}

/// `GET zaken/{uuid}/zaakeigenschappen/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let row = tx.store.get(Kind::CaseProperty, call.id(1)?).filter(|row| row.parent == call.id(0).ok());
    Ok(Answer::ok(shown(tx, Kind::CaseProperty, row.ok_or(Problem::not_found())?)))
}
