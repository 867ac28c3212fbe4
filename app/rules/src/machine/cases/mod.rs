//! Worked examples with a known outcome: reads the file, calculates each, and reports line by line.
//!
//! A policy officer can read and extend that file; the rules here are the same ones that the
//! calculator uses, with the parameters of the day of the example.

mod allowances;
mod assistance;
mod inputs;
mod report;
mod tax;

use super::json::{Document, Kind, Node};
use super::number::Exact;
use crate::day::Day;
use crate::parameter::Missing;
use inputs::Inputs;
pub use report::{Report, Row, Verdict};

/// What a rule gives for one key of an example.
#[derive(Clone, Copy, Debug)]
enum Got {
    Number(Exact),
    Flag(bool),
}

/// Why it gives nothing.
#[derive(Clone, Debug)]
enum Reason {
    NoParameters(String),
    UnknownRule,
    UnknownKey,
    Input(&'static str),
}

impl From<Missing> for Reason {
    fn from(missing: Missing) -> Self {
        Self::NoParameters(missing.to_string())
    }
}

/// The result for one key.
type Answer = Result<Got, Reason>;

/// Calculates every example of a file (`{"cases":[…]}`) and compares it with what is expected.
///
/// A file that is no such object gives a report without rows that says it is unreadable.
#[must_use]
pub fn check_cases(text: &str) -> Report {
    let Some(document) = Document::parse(text) else {
        return Report::unreadable();
    };
    match document.root().get("cases") {
        Some(cases) if matches!(cases.kind(), Kind::Array) => Report::of(cases.items().map(check).collect()),
        _ => Report::unreadable(),
    }
}

fn check(case: Node<'_, '_>) -> Row {
    let text = |key| case.get(key).and_then(Node::text).unwrap_or_default();
    let mut row = Row::new(text("id"), text("reliability"));
    let Some(expected) = case.get("expected") else {
        return row.fail("no expected values");
    };
    report::write_compact(&mut row.expected, expected);
    let Some(tolerance) = case.get("tolerance").and_then(number) else {
        return row.fail("no tolerance");
    };
    let (Some(day), Some(inputs)) = (Day::parse(text("valid_on")), case.get("inputs")) else {
        return row.fail("no inputs or no day");
    };
    let inputs = Inputs::new(inputs, day);
    let rule = text("rule");
    let mut got = Vec::new();
    for (key, _) in expected.entries() {
        match answer(rule, &inputs, key) {
            Ok(value) => got.push((key, value)),
            Err(Reason::NoParameters(what)) if may_skip(rule, day) => return row.skip(&what),
            Err(reason) => return row.fail(&message(rule, key, &reason)),
        }
    }
    row.got = Some(report::write_got(&got));
    let wrong = expected.entries().zip(&got).find(|((key, value), (_, got))| !agrees(key, *value, *got, tolerance));
    match wrong {
        None => row.ok(),
        Some(((key, _), _)) => row.fail(&format!("{key} differs")),
    }
}

/// The rules that may lack parameters, by name and by the first day that must work.
fn may_skip(rule: &str, day: Day) -> bool {
    match rule {
        "huishouden_jaar" | "marginale_druk" => true,
        "huurtoeslag" | "kinderopvangtoeslag" => day.year() < 2026,
        "bijstand" => day.year() < 2023,
        _ => false,
    }
}

fn message(rule: &str, key: &str, reason: &Reason) -> String {
    match reason {
        Reason::NoParameters(what) => what.clone(),
        Reason::UnknownRule => format!("unknown rule {rule}"),
        Reason::UnknownKey => format!("{rule} does not give {key}"),
        Reason::Input(name) => format!("{key}: input {name} is missing or has another form"),
    }
}

fn number(node: Node<'_, '_>) -> Option<Exact> {
    match node.kind() {
        Kind::Number(text) => Exact::parse(text),
        _ => None,
    }
}

/// Whether a value is what was expected. `peer_output…` is known to be wrong: it must differ.
fn agrees(key: &str, expected: Node<'_, '_>, got: Got, tolerance: Exact) -> bool {
    match (got, expected.kind()) {
        (Got::Flag(got), Kind::Bool(expected)) => got == expected,
        (Got::Number(got), Kind::Number(_)) => number(expected).is_some_and(|expected| {
            if key.starts_with("peer_output") { got.differs(expected, Exact::thousandths(5)) } else { !got.differs(expected, tolerance) }
        }),
        _ => false,
    }
}

/// One key of one example.
fn answer(rule: &str, inputs: &Inputs<'_, '_>, key: &str) -> Answer {
    match rule {
        "loonheffing_maand" => tax::payroll(inputs, key),
        "ahk" => tax::general(inputs, key),
        "arbeidskorting" => tax::labour(inputs, key),
        "iack" => tax::combination(inputs, key),
        "netto_minimumloon" => tax::net_minimum_wage(inputs, key),
        "wml" => tax::minimum(inputs, key),
        "loonkostensubsidie" => tax::subsidy(inputs, key),
        "zorgtoeslag" => allowances::healthcare(inputs, key),
        "huurtoeslag" => allowances::rent(inputs, key),
        "kindgebonden_budget" => allowances::budget(inputs, key),
        "kinderopvangtoeslag" => allowances::care(inputs, key),
        "kinderbijslag" => allowances::benefit(inputs, key),
        "bijstand" => assistance::assistance(inputs, key),
        "kostendelersnorm" => assistance::sharing(inputs, key),
        "bijstand_voorschot" => assistance::advance(inputs, key),
        "bijstand_bruto" => assistance::gross(inputs, key),
        "iit_hilversum" => assistance::supplement(inputs, key),
        // A household of 2024 needs tables that no source gives in full.
        "huishouden_jaar" | "marginale_druk" => Err(Reason::NoParameters(format!("no parameters: {rule} on {}", inputs.day()))),
        _ => Err(Reason::UnknownRule),
    }
}
