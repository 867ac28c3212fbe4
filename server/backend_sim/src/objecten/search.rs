//! Finding objects by type and by their data (S65).

use crate::call::{Answer, Call};
use crate::credentials::Mode;
use crate::kind::Kind;
use crate::listing::Test::{By, Same};
use crate::listing::{Filter, chosen, filter, page};
use crate::problem::Problem;
use crate::rights::may_objects;
use crate::shown::{shown, valid_record};
use crate::store::Row;
use crate::tx::Tx;
use serde_json::Value;

const FILTERS: &[Filter] = &[
    filter("type", Same),
    filter("typeVersion", By(|tx, row, wanted| current(tx, row, "/typeVersion").is_some_and(|v| v.as_u64() == wanted.parse().ok()))),
    filter("data_attr", By(has_data)),
    filter("data_attrs", By(|tx, row, wanted| wanted.split(',').all(|one| has_data(tx, row, one)))),
];

fn current<'t>(tx: &Tx<'_>, row: &'t Row, pointer: &str) -> Option<&'t Value> {
    valid_record(row, tx.now)?.pointer(pointer)
}

/// `<name>__<operator>__<value>`; a name may go deeper with `__`. Operators: `exact`, `icontains`, `in`.
fn has_data(tx: &Tx<'_>, row: &Row, wanted: &str) -> bool {
    let parts: Vec<&str> = wanted.split("__").collect();
    let Some((value, rest)) = parts.split_last() else { return false };
    let Some((operator, name)) = rest.split_last() else { return false };
    let Some(found) = current(tx, row, &format!("/data/{}", name.join("/"))) else { return false };
    let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
    match *operator {
        "exact" => found == *value,
        "icontains" => found.to_lowercase().contains(&value.to_lowercase()),
        "in" => value.split('|').any(|one| one == found),
        _ => false,
    }
}

/// `GET objects` (S65): the objects of types that the key may read, with a record that is valid today.
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let rows = chosen(tx, call, Kind::Object, FILTERS, true)?.into_iter();
    let seen = rows.filter(|row| valid_record(row, tx.now).is_some() && may_objects(tx, &call.caller, row.text("type"), Mode::Read));
    let objects: Vec<Value> = seen.map(|row| shown(tx, Kind::Object, row)).collect();
    page(tx, call, &objects)
}
