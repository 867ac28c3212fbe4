//! The result of a case (resultaat): one (S47).

use super::{Part, read_part, visible};
use crate::call::{Answer, Call};
use crate::field::Absent::{Blank, Refused};
use crate::field::Form::{Text, Url};
use crate::field::{Field, field};
use crate::kind::Kind;
use crate::listing::Test::Same;
use crate::listing::{Filter, filter, page};
use crate::problem::Problem;
use crate::tx::Tx;

const FIELDS: &[Field] = &[field("zaak", Url(1000), Refused), field("resultaattype", Url(1000), Refused), field("toelichting", Text(1000), Blank)];

const FILTERS: &[Filter] = &[filter("zaak", Same), filter("resultaattype", Same)];

/// `POST resultaten` (S47).
///
/// # Errors
/// 400 for a second one or wrong fields, 403 on a closed case.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let part = Part::read(tx, FIELDS, &call.body)?;
    part.type_of(tx, Kind::ResultType, "resultaattype")?;
    tx.claim(format!("resultaat {}", part.case.uuid))?;
    if tx.store.parts(Kind::Result, part.case.uuid).next().is_some() {
        return Err(Problem::field("zaak", "unique", "resultaat met deze zaak bestaat al."));
    }
    part.store(tx, call, Kind::Result, "resultaat").map(Answer::created)
}

/// `GET resultaten`.
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let results = visible(tx, call, Kind::Result, FILTERS, true)?;
    page(tx, call, &results)
}

/// `GET resultaten/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    read_part(tx, call, Kind::Result)
}
