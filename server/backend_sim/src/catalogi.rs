//! Types of cases and documents: seeded, read only (catalogi, S20 to S22).

use crate::call::{Answer, Call, one};
use crate::kind::Kind;
use crate::listing::Test::{By, Same};
use crate::listing::{Filter, filter, paged};
use crate::problem::Problem;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::Value;

const OF_TYPE: &[Filter] =
    &[filter("zaaktype", Same), filter("zaaktypeIdentificatie", Same), filter("omschrijvingGeneriek", Same), filter("status", By(state_of_type))];

/// Whether a version is valid on a day (datumGeldigheid).
fn valid_on(_: &Tx<'_>, row: &Row, day: &str) -> bool {
    let end = row.text("eindeGeldigheid");
    row.text("beginGeldigheid") <= day && (end.is_empty() || end >= day)
}

/// `concept`, `definitief` or `alles`.
fn state(_: &Tx<'_>, row: &Row, wanted: &str) -> bool {
    let concept = row.body.get("concept").and_then(Value::as_bool).unwrap_or_default();
    match wanted {
        "concept" => concept,
        "definitief" => !concept,
        _ => wanted == "alles",
    }
}

fn state_of_type(tx: &Tx<'_>, row: &Row, wanted: &str) -> bool {
    row.parent.and_then(|of| tx.store.get(Kind::CaseType, of)).is_some_and(|of| state(tx, of, wanted))
}

/// Without a word on the state, only published versions are listed.
fn published(tx: &mut Tx<'_>, call: &Call, kind: Kind, filters: &[Filter]) -> Result<Answer, Problem> {
    if call.query("status").is_some() {
        return paged(tx, call, kind, filters);
    }
    let mut call = call.with_body(Value::Null).with_query(&call.query);
    call.query.push(("status".to_owned(), "definitief".to_owned()));
    paged(tx, &call, kind, filters)
}

/// Makes the list and the single answer of a kind.
macro_rules! collection {
    ($list:ident, $one:ident, $kind:expr, $filters:expr, $make:ident) => {
        #[doc = concat!("The list `", stringify!($list), "` (S20).\n\n# Errors\n400 `unknown-parameters`, 404 for a page that is not there.")]
        pub fn $list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
            $make(tx, call, $kind, $filters)
        }

        #[doc = concat!("One of `", stringify!($list), "` (S20).\n\n# Errors\n404 when it is not there.")]
        pub fn $one(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
            one(tx, $kind, call.id(0)?)
        }
    };
}

collection!(catalogues, catalogue, Kind::Catalogue, &[filter("domein", Same), filter("rsin", Same)], paged);
collection!(
    case_types,
    case_type,
    Kind::CaseType,
    &[filter("identificatie", Same), filter("catalogus", Same), filter("datumGeldigheid", By(valid_on)), filter("status", By(state))],
    published
);
collection!(
    document_types,
    document_type,
    Kind::DocumentType,
    &[filter("catalogus", Same), filter("omschrijving", Same), filter("datumGeldigheid", By(valid_on)), filter("status", By(state))],
    published
);
collection!(status_types, status_type, Kind::StatusType, OF_TYPE, published);
collection!(role_types, role_type, Kind::RoleType, OF_TYPE, published);
collection!(result_types, result_type, Kind::ResultType, OF_TYPE, published);
collection!(property_types, property_type, Kind::PropertyType, OF_TYPE, published);
