//! Finding cases: by number, by reference, by person (S33, S34).

use super::visible;
use crate::call::{Answer, Call};
use crate::kind::Kind;
use crate::level::Level;
use crate::listing::Test::{By, Extra, Ignored, Same};
use crate::listing::{Filter, filter, page};
use crate::problem::Problem;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::Value;

const FILTERS: &[Filter] = &[
    filter("identificatie", Same),
    filter("bronorganisatie", Same),
    filter("zaaktype", Same),
    filter("startdatum", Same),
    filter("registratiedatum", Same),
    filter("einddatum", Same),
    filter("einddatum__isnull", By(|_, row, wanted| row.body.get("einddatum").is_none_or(Value::is_null) == (wanted == "true"))),
    filter("archiefstatus", Same),
    filter("omschrijving", Same),
    filter("maximaleVertrouwelijkheidaanduiding", By(up_to_level)),
    filter("rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", By(has_person)),
    filter("rol__omschrijvingGeneriek", By(|tx, row, wanted| roles(tx, row).any(|role| role.text("omschrijvingGeneriek") == wanted))),
    filter("rol__machtiging", Extra(|tx, row, wanted| roles(tx, row).any(|role| role.text("indicatieMachtiging") == wanted))),
    filter("kenmerk", Extra(has_reference)),
    filter("expand", Ignored),
];

fn roles<'t>(tx: &'t Tx<'_>, case: &Row) -> impl Iterator<Item = &'t Row> {
    tx.store.parts(Kind::Role, case.uuid)
}

/// Whatever the role type (S34).
fn has_person(tx: &Tx<'_>, case: &Row, bsn: &str) -> bool {
    roles(tx, case).any(|role| role.body.pointer("/betrokkeneIdentificatie/inpBsn").and_then(Value::as_str) == Some(bsn))
}

/// `bron:kenmerk`; several cases may carry the same one (S33).
fn has_reference(_: &Tx<'_>, case: &Row, wanted: &str) -> bool {
    let Some((source, value)) = wanted.split_once(':') else { return false };
    let references = case.body.get("kenmerken").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    references.iter().any(|r| r.get("bron").and_then(Value::as_str) == Some(source) && r.get("kenmerk").and_then(Value::as_str) == Some(value))
}

fn up_to_level(_: &Tx<'_>, case: &Row, wanted: &str) -> bool {
    Level::parse(case.text("vertrouwelijkheidaanduiding")) <= Level::parse(wanted)
}

/// `GET zaken` (S33).
///
/// # Errors
/// 400 `unknown-parameters`, 404 for a page that is not there.
pub fn by_query(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let cases = visible(tx, call, Kind::Case, FILTERS, true)?;
    page(tx, call, &cases)
}

/// `POST zaken/_zoek`: the same filters in the body, so that no person stands in a URL (S34).
///
/// # Errors
/// As [`by_query`].
pub fn by_body(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut asked = call.with_body(Value::Null);
    asked.query.clone_from(&call.query);
    for (name, value) in call.body.as_object().into_iter().flatten() {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        asked.query.push((name.clone(), text));
    }
    let cases = visible(tx, &asked, Kind::Case, FILTERS, true)?;
    page(tx, call, &cases)
}
