//! Turns the parameter files in `data/` into constants, and refuses to build on a mistake in them.
//!
//! So a phone reads no CSV, a missing amount is a build error, and adding a half-year is adding
//! lines to the files.

#[path = "src/csv.rs"]
mod csv;

use std::collections::BTreeMap;
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
    childcare_tables(&mut code, &national)?;
    rule_sets(&mut code)?;
    let folder = env::var("OUT_DIR").map_err(|e| e.to_string())?;
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
            [pattern, stands, _] if ["half-year", "year", "open"].contains(&stands.as_str()) => {
                Ok((pattern.clone(), stands.clone()))
            }
            _ => Err(format!("periods.csv line {number}: half-year, year or open")),
        })
        .collect()
}

/// Whether `id` fits a pattern with at most one `*` per side (`pw.vrijl.*.max`).
fn fits(pattern: &str, id: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == id,
        Some((start, end)) => {
            id.len() >= start.len() + end.len() && id.starts_with(start) && id.ends_with(end)
        }
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
    lines
        .into_iter()
        .map(|(number, fields)| parameter(fields, periods).map_err(|problem| format!("{name} line {number}: {problem}")))
        .collect()
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

/// Good enough to compare with: the 31st of a shorter month is still before the next month.
fn day_before((year, month, day): Day) -> Day {
    match (month, day) {
        (1, 1) => (year - 1, 12, 31),
        (_, 1) => (year, month - 1, if matches!(month - 1, 4 | 6 | 9 | 11) { 30 } else { 31 }),
        _ => (year, month, day - 1),
    }
}

fn day(day: Day) -> String {
    format!("Day::packed({})", u32::from(day.0) * 10_000 + u32::from(day.1) * 100 + u32::from(day.2))
}

fn table(code: &mut String, name: &str, about: &str, parameters: &[Parameter]) {
    let _ = writeln!(code, "/// {about}\npub static {name}: [Parameter; {}] = [", parameters.len());
    for parameter in parameters {
        let value = match parameter.value {
            Some((mantissa, decimals)) => format!("Some(Decimal {{ mantissa: {mantissa}, decimals: {decimals} }})"),
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

/// A band of the childcare table: upper income limit, and the rates for the first and the next children.
type Bands = BTreeMap<i64, (Option<i64>, Option<i64>, Option<i64>)>;

/// The childcare percentages by income (`kotNN.first.FROM-TO` and `kotNN.next.FROM-TO`), one table per day.
fn childcare_tables(code: &mut String, parameters: &[Parameter]) -> Result<()> {
    let mut tables: BTreeMap<(Day, Day), (&str, Bands)> = BTreeMap::new();
    for parameter in parameters.iter().filter(|parameter| parameter.id.starts_with("kot")) {
        let mut parts = parameter.id.split('.');
        let (_, Some(column), Some((from, to)), None) =
            (parts.next(), parts.next(), parts.next().and_then(|band| band.split_once('-')), parts.next())
        else {
            continue;
        };
        let from: i64 = from.parse().map_err(|_| format!("{}: band", parameter.id))?;
        let rate = parameter.value.and_then(thousandths);
        let table = tables.entry((parameter.valid_from, parameter.valid_until));
        let (confidence, bands) = table.or_insert((parameter.confidence, Bands::new()));
        if *confidence != parameter.confidence {
            return Err(format!("{}: one table, one confidence", parameter.id));
        }
        let band = bands.entry(from).or_default();
        band.0 = to.parse().ok();
        *(if column == "first" { &mut band.1 } else { &mut band.2 }) = rate;
    }
    let _ = writeln!(code, "pub(crate) static CHILDCARE_TABLES: [ChildcareTable; {}] = [", tables.len());
    for ((from, until), (confidence, bands)) in &tables {
        let rows = bands_code(bands).ok_or_else(|| format!("childcare table of {}: a gap between bands", from.0))?;
        let _ = writeln!(
            code,
            "ChildcareTable {{ valid_from: {}, valid_until: {}, confidence: Confidence::{confidence}, bands: &[{rows}] }},",
            day(*from),
            day(*until),
        );
    }
    code.push_str("];\n");
    Ok(())
}

fn bands_code(bands: &Bands) -> Option<String> {
    let mut code = String::new();
    let mut expected = Some(0);
    for (from, (to, first, next)) in bands {
        if expected != Some(*from) {
            return None;
        }
        expected = to.map(|to| to + 1);
        let (first, next) = ((*first)?, (*next)?);
        let _ = write!(code, "Band {{ from: Euros({from}), first: Rate({first}), next: Rate({next}) }}, ");
    }
    expected.is_none().then_some(code)
}

/// A percentage in thousandths of a percent.
fn thousandths((mantissa, decimals): (i64, u32)) -> Option<i64> {
    Some(mantissa * 10_i64.pow(3_u32.checked_sub(decimals)?))
}

fn rule_sets(code: &mut String) -> Result<()> {
    let (_, lines) = read("rule-sets.csv")?;
    let _ = writeln!(code, "/// All rule sets, in order of time.\npub static RULE_SETS: [RuleSet; {}] = [", lines.len());
    for (number, fields) in &lines {
        let [name, first, last, amounts, disregard, regime, projection, _] = fields.as_slice() else {
            return Err(format!("rule-sets.csv line {number}: eight fields"));
        };
        let date = |text: &str| csv::day(text).map(day).ok_or_else(|| format!("rule-sets.csv line {number}: day {text}"));
        let regime = match regime.as_str() {
            "art-31" => "Article31",
            "art-34a" => "Article34a",
            other => return Err(format!("rule-sets.csv line {number}: regime {other}")),
        };
        let _ = writeln!(
            code,
            "RuleSet::resolve(Row {{ name: {name:?}, first_day: {}, last_day: {}, amounts_on: {}, disregard_on: {}, \
             regime: Regime::{regime}, projection: {} }}),",
            date(first)?,
            date(last)?,
            date(amounts)?,
            date(disregard)?,
            projection == "yes",
        );
    }
    code.push_str("];\n");
    Ok(())
}
