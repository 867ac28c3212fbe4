//! Turns the parameter files in `data/` into constants, and refuses to build on a mistake in them.
//!
//! So a phone reads no CSV, a missing amount is a build error, and adding a half-year is adding
//! lines to the files.

mod childcare;
#[path = "../src/csv.rs"]
mod csv;
mod rule_sets;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Day = (u16, u8, u8);
type Result<T> = std::result::Result<T, String>;

const HEADER: [&str; 8] = ["id", "name", "legal_ref", "valid_from", "value", "unit", "source", "confidence"];

struct Parameter {
    fields: Vec<String>,
    id: String,
    valid_from: Day,
    valid_until: Day,
    value: Option<(i64, u32)>,
    confidence: &'static str,
}

fn main() {
    if let Err(problem) = generate() {
        println!("cargo::error={problem}");
        std::process::exit(1);
    }
}

fn generate() -> Result<()> {
    let periods = periods()?;
    let mut national = parameters("params.csv", &periods)?;
    national.extend(parameters("params-own.csv", &periods)?);
    let national = dated(national)?;
    let history = dated(parameters("params-history.csv", &periods)?)?;
    let mut code = String::new();
    table(&mut code, "PARAMETERS", "National parameters, by id and day.", &national);
    table(&mut code, "HISTORY", "Parameters of 2023, only for the worked examples.", &history);
    childcare::tables(&mut code, &national)?;
    rule_sets::write(&mut code)?;
    let folder = env::var_os("OUT_DIR").and_then(|folder| folder.into_string().ok()).ok_or("OUT_DIR")?;
    fs::write(Path::new(&folder).join("parameters.rs"), code).map_err(|e| e.to_string())
}

fn read(name: &str) -> Result<(Vec<String>, Vec<csv::Line>)> {
    println!("cargo::rerun-if-changed=data/{name}");
    let text = fs::read_to_string(Path::new("data").join(name)).map_err(|e| format!("{name}: {e}"))?;
    csv::lines(&text).map_err(|line| format!("{name} line {line}: wrong number of fields"))
}

/// (pattern, how long an amount stands); the first pattern that matches counts.
fn periods() -> Result<Vec<(String, String)>> {
    let (_, lines) = read("periods.csv")?;
    lines
        .into_iter()
        .map(|(number, fields)| match fields.as_slice() {
            [pattern, stands, _] if ["half-year", "year", "open"].contains(&stands.as_str()) => Ok((pattern.clone(), stands.clone())),
            _ => Err(format!("periods.csv line {number}: half-year, year or open")),
        })
        .collect()
}

/// Whether `id` fits a pattern with at most one `*` per side (`pw.vrijl.*.max`).
fn fits(pattern: &str, id: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == id,
        Some((start, end)) => id.len() >= start.len() + end.len() && id.starts_with(start) && id.ends_with(end),
    }
}

fn period_end(from: Day, stands: &str) -> Day {
    match stands {
        "half-year" if from.1 <= 6 => (from.0, 6, 30),
        "half-year" | "year" => (from.0, 12, 31),
        _ => (9999, 12, 31),
    }
}

fn parameters(name: &str, periods: &[(String, String)]) -> Result<Vec<Parameter>> {
    let (header, lines) = read(name)?;
    if header != HEADER {
        return Err(format!("{name}: the header must be {}", HEADER.join(",")));
    }
    lines.into_iter().map(|(number, fields)| parameter(fields, periods).map_err(|problem| format!("{name} line {number}: {problem}"))).collect()
}

fn parameter(fields: Vec<String>, periods: &[(String, String)]) -> Result<Parameter> {
    let [id, _, legal_ref, valid_from, value, unit, source, confidence] = fields.as_slice() else {
        return Err("eight fields".to_owned());
    };
    if [id, legal_ref, unit, source].iter().any(|field| field.trim().is_empty()) {
        return Err("id, legal_ref, unit and source may not be empty".to_owned());
    }
    let confidence = match confidence.as_str() {
        "verified-primary" => "VerifiedPrimary",
        "verified-secondary" => "VerifiedSecondary",
        "derived" => "Derived",
        "unchecked" => "Unchecked",
        "unknown" => "Unknown",
        other => return Err(format!("confidence {other}")),
    };
    let valid_from = csv::day(valid_from).ok_or_else(|| format!("day {valid_from}"))?;
    let known = match value.as_str() {
        "" => None,
        text => Some(csv::decimal(text).ok_or_else(|| format!("value {text}"))?),
    };
    if known.is_none() != (confidence == "Unknown") {
        return Err("an empty value is unknown, and only that".to_owned());
    }
    let stands = periods.iter().find(|(pattern, _)| fits(pattern, id));
    let (_, stands) = stands.ok_or_else(|| format!("periods.csv does not say how long {id} stands"))?;
    let id = id.clone();
    Ok(Parameter { id, valid_from, valid_until: period_end(valid_from, stands), value: known, confidence, fields })
}

/// Sorts by id and day, and lets a later amount end the one before it.
fn dated(mut parameters: Vec<Parameter>) -> Result<Vec<Parameter>> {
    parameters.sort_by(|a, b| (&a.id, a.valid_from).cmp(&(&b.id, b.valid_from)));
    let mut next: Option<(String, Day)> = None;
    for parameter in parameters.iter_mut().rev() {
        if let Some((id, from)) = &next
            && *id == parameter.id
        {
            if *from == parameter.valid_from {
                return Err(format!("{id} twice on one day"));
            }
            parameter.valid_until = parameter.valid_until.min(day_before(*from));
        }
        next = Some((parameter.id.clone(), parameter.valid_from));
    }
    Ok(parameters)
}

fn day_before((year, month, day): Day) -> Day {
    let last = |month| csv::days_in_month(year, month).unwrap_or(31);
    match (month, day) {
        (1, 1) => (year - 1, 12, 31),
        (_, 1) => (year, month - 1, last(month - 1)),
        _ => (year, month, day - 1),
    }
}

/// A day as code.
fn day(day: Day) -> String {
    format!("Day::packed({})", u32::from(day.0) * 10_000 + u32::from(day.1) * 100 + u32::from(day.2))
}

fn table(code: &mut String, name: &str, about: &str, parameters: &[Parameter]) {
    let _ = writeln!(code, "/// {about}\npub static {name}: [Parameter; {}] = [", parameters.len());
    for parameter in parameters {
        let value = match parameter.value {
            Some((mantissa, decimals)) => {
                format!("Some(Decimal {{ mantissa: {mantissa}, decimals: {decimals} }})")
            }
            None => "None".to_owned(),
        };
        if let [id, name, legal_ref, _, _, unit, source, _] = parameter.fields.as_slice() {
            let _ = writeln!(
                code,
                "Parameter {{ id: {id:?}, name: {name:?}, legal_ref: {legal_ref:?}, valid_from: {}, valid_until: {}, \
                 value: {value}, unit: {unit:?}, source: {source:?}, confidence: Confidence::{} }},",
                day(parameter.valid_from),
                day(parameter.valid_until),
                parameter.confidence,
            );
        }
    }
    code.push_str("];\n");
}
