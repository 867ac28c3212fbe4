//! Statuses of a case: one for each moment; the last type closes the case (S43 to S45).

use super::{Part, read_part, refuse_closed, visible};
use crate::call::{Answer, Call};
use crate::clock;
use crate::field::Absent::{Blank, Null, Refused};
use crate::field::Form::{Text, Time, Url};
use crate::field::{Field, field, text};
use crate::kind::Kind;
use crate::listing::Test::{By, Same};
use crate::listing::{Filter, filter, page};
use crate::period::Period;
use crate::problem::Problem;
use crate::shown::current_status;
use crate::store::Row;
use crate::tx::{Tx, set};
use serde_json::{Value, json};

const FIELDS: &[Field] = &[
    field("zaak", Url(1000), Refused),
    field("statustype", Url(1000), Refused),
    field("datumStatusGezet", Time, Refused),
    field("statustoelichting", Text(1000), Blank),
    field("gezetdoor", Url(1000), Null),
];

const FILTERS: &[Filter] = &[
    filter("zaak", Same),
    filter("statustype", Same),
    filter(
        "indicatieLaatstGezetteStatus",
        By(|tx, row, wanted| {
            let newest = row.parent.and_then(|case| current_status(tx.store, case)).is_some_and(|s| s.uuid == row.uuid);
            newest == (wanted == "true")
        }),
    ),
];

/// `POST statussen` (S43 to S45).
///
/// # Errors
/// 400 `unique`, `date-in-future` or `resultaat-does-not-exist`, 400 for wrong fields, 403 on a closed case.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    make(tx, call, &call.body).map(Answer::created)
}

/// Sets a status.
///
/// # Errors
/// As [`create`].
pub(super) fn make(tx: &mut Tx<'_>, call: &Call, request: &Value) -> Result<Value, Problem> {
    let mut part = Part::read(tx, FIELDS, request)?;
    let of = part.type_of(tx, Kind::StatusType, "statustype")?;
    let at = text(&part.body, "datumStatusGezet").to_owned();
    if clock::moment(&at).is_some_and(|at| at > tx.now) {
        return Err(Problem::field("datumStatusGezet", "date-in-future", "Deze datum mag niet in de toekomst zijn"));
    }
    tx.claim(format!("status {} {at}", part.case.uuid))?;
    if tx.store.parts(Kind::Status, part.case.uuid).any(|row| row.text("datumStatusGezet") == at) {
        return Err(Problem::whole("unique", "De velden zaak, datum_status_gezet moeten een unieke set zijn."));
    }
    let ends = of.body.get("isEindstatus").and_then(Value::as_bool).unwrap_or_default();
    let result = tx.store.parts(Kind::Result, part.case.uuid).next().cloned();
    if ends && result.is_none() {
        return Err(Problem::whole("resultaat-does-not-exist", "Zaak has no resultaat."));
    }
    refuse_closed(tx, call, &part.case, "zaken.heropenen")?;
    part.body.insert("zaakinformatieobjecten".to_owned(), json!([]));
    let case = part.case.clone();
    let shown = part.store_anyway(tx, Kind::Status, "status");
    settle(tx, &case, &at, result.filter(|_| ends).as_ref());
    Ok(shown)
}

/// Closes the case with a result, or leaves it open (S45).
fn settle(tx: &mut Tx<'_>, case: &Row, at: &str, result: Option<&Row>) {
    let end = result.and_then(|_| clock::moment(at)).map(|at| at.date_naive());
    let of = result.and_then(|r| tx.at(Kind::ResultType, r.text("resultaattype"))).cloned();
    tx.store.update(Kind::Case, case.uuid, |row| {
        set(&mut row.body, "einddatum", end.map(|day| day.to_string()).into());
        if let (Some(of), Some(end)) = (of, end) {
            let kept_until = Period::parse(of.text("archiefactietermijn")).and_then(|period| period.after(end)).map(|day| day.to_string());
            set(&mut row.body, "archiefnominatie", of.text("archiefnominatie").into());
            set(&mut row.body, "archiefactiedatum", kept_until.into());
            set(&mut row.body, "startdatumBewaartermijn", end.to_string().into());
        }
    });
}

/// `GET statussen`: by date, the latest first (S13).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut statuses = visible(tx, call, Kind::Status, FILTERS, true)?;
    statuses.sort_by_key(|status| std::cmp::Reverse(status.get("datumStatusGezet").and_then(Value::as_str).and_then(clock::moment)));
    page(tx, call, &statuses)
}

/// `GET statussen/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    read_part(tx, call, Kind::Status)
}
