//! Lists: filters, pages and the order of the newest first (S13).

use crate::api::Api;
use crate::call::{Answer, Call};
use crate::config::Shape;
use crate::kind::Kind;
use crate::problem::Problem;
use crate::shown::shown;
use crate::store::Row;
use crate::tx::Tx;
use serde_json::{Value, json};

/// Rows on a page, and the most that may be asked for.
const PAGE: usize = 100;
const LONGEST_PAGE: usize = 500;

/// A query parameter that a list knows.
pub struct Filter {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub test: Test,
}

/// What a query parameter does.
#[derive(Clone, Copy)]
pub enum Test {
    /// Compares the field of the same name.
    Same,
    /// Compares the field at this JSON pointer.
    At(&'static str),
    /// Asks a rule.
    By(fn(&Tx<'_>, &Row, &str) -> bool),
    /// Asks a rule, only in the shape of Open Zaak.
    Extra(fn(&Tx<'_>, &Row, &str) -> bool),
    /// Is accepted and changes nothing.
    Ignored,
}

/// Shorthand for a line of a table of filters.
#[must_use]
pub const fn filter(name: &'static str, test: Test) -> Filter {
    Filter { name, test }
}

fn text_of(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}

fn fits(tx: &Tx<'_>, row: &Row, filter: &Filter, wanted: &str) -> bool {
    match filter.test {
        Test::Same => text_of(row.body.get(filter.name)).as_deref() == Some(wanted),
        Test::At(pointer) => text_of(row.body.pointer(pointer)).as_deref() == Some(wanted),
        Test::By(rule) | Test::Extra(rule) => rule(tx, row, wanted),
        Test::Ignored => true,
    }
}

/// The rows of `kind` that the query asks for, newest first.
///
/// # Errors
/// 400 `unknown-parameters` for a parameter that is not known (S13).
pub fn chosen<'t>(tx: &'t Tx<'_>, call: &Call, kind: Kind, filters: &[Filter], paged: bool) -> Result<Vec<&'t Row>, Problem> {
    let api = call.route.api;
    let standard = tx.shape == Shape::Standard && api.shaped();
    let known = |name: &str| filters.iter().find(|f| f.name == name && !(standard && matches!(f.test, Test::Extra(_))));
    let paging = |name: &str| paged && (name == "page" || name == "pageSize" && !standard);
    let unknown: Vec<&str> = call.query.iter().map(|(n, _)| n.as_str()).filter(|n| known(n).is_none() && !paging(n)).collect();
    if !unknown.is_empty() {
        return Err(Problem::whole("unknown-parameters", format!("Onbekende query parameters: {}", unknown.join(", "))));
    }
    let asked: Vec<(&Filter, &str)> = call.query.iter().filter_map(|(name, value)| Some((known(name)?, value.as_str()))).collect();
    Ok(tx.store.all(kind).rev().filter(|row| asked.iter().all(|(filter, wanted)| fits(tx, row, filter, wanted))).collect())
}

/// One page of `rows` (count, next, previous, results), each made by `show`.
///
/// # Errors
/// 404 for a page that is not there.
pub fn page(tx: &Tx<'_>, call: &Call, rows: &[Value]) -> Result<Answer, Problem> {
    let number = |name: &str| call.query(name).map(|text| text.parse::<usize>().ok().filter(|n| *n > 0).ok_or(Problem::not_found()));
    let size = number("pageSize").transpose().unwrap_or_default().unwrap_or(PAGE).min(LONGEST_PAGE);
    let at = number("page").transpose()?.unwrap_or(1);
    let from = (at - 1).saturating_mul(size);
    if at > 1 && from >= rows.len() {
        return Err(Problem::not_found());
    }
    let link = |other: usize| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(call.query.iter().filter(|(name, _)| name != "page")).append_pair("page", &other.to_string());
        Value::String(format!("{}{}?{}", tx.root, call.route.collection(&call.ids), query.finish()))
    };
    let results: Vec<&Value> = rows.iter().skip(from).take(size).collect();
    Ok(Answer::ok(json!({
        "count": rows.len(),
        "next": if from + size < rows.len() { link(at + 1) } else { Value::Null },
        "previous": if at > 1 { link(at - 1) } else { Value::Null },
        "results": results,
    })))
}

/// The list of a kind that has no rule of its own, in pages.
///
/// # Errors
/// As [`chosen`] and [`page`].
pub fn paged(tx: &Tx<'_>, call: &Call, kind: Kind, filters: &[Filter]) -> Result<Answer, Problem> {
    let rows: Vec<Value> = chosen(tx, call, kind, filters, true)?.into_iter().map(|row| listed(tx, kind, row, call.route.api)).collect();
    page(tx, call, &rows)
}

/// A row in a list: as it is shown, with the place for expanded parts where the program has it.
#[must_use]
pub fn listed(tx: &Tx<'_>, kind: Kind, row: &Row, api: Api) -> Value {
    let mut body = shown(tx, kind, row);
    if matches!(kind, Kind::Document | Kind::Contact) && api != Api::Catalogi {
        crate::tx::set(&mut body, "_expand", json!({}));
    }
    if kind == Kind::Document
        && let Some(map) = body.as_object_mut()
    {
        map.remove("lock");
    }
    body
}
