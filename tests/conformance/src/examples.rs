//! The recorded exchanges, read from their files.

use serde_json::Value;
use std::path::Path;

/// One exchange.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// Its number, such as `02.1`.
    pub number: String,
    /// The HTTP method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// The body of the request; null without one.
    pub request: Value,
    /// The statuses of the answer; several for parallel requests.
    pub statuses: Vec<u16>,
    /// The body of the answer; null without one.
    pub answer: Value,
}

/// All exchanges of the file whose name begins with `file`, such as `02`.
#[must_use]
pub fn read(file: &str) -> Vec<Exchange> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = names.filter(|path| path.extension().is_some_and(|e| e == "http")).collect();
    found.retain(|path| path.file_name().unwrap().to_str().unwrap().starts_with(file));
    found.sort();
    found.iter().flat_map(|path| parse(&std::fs::read_to_string(path).unwrap())).collect()
}

/// The exchange with this number.
#[track_caller]
#[must_use]
pub fn exchange(number: &str) -> Exchange {
    let file = number.split('.').next().unwrap_or_default();
    read(file).into_iter().find(|e| e.number == number).unwrap_or_else(|| panic!("no exchange {number}"))
}

fn parse(text: &str) -> Vec<Exchange> {
    let notes_out: String = text.lines().filter(|line| !line.starts_with("# ")).map(|line| format!("{line}\n")).collect();
    notes_out.split("\n### ").skip(1).map(one).collect()
}

fn one(text: &str) -> Exchange {
    let (title, rest) = text.split_once('\n').unwrap();
    let (request, answer) = rest.split_once("<<< ").unwrap();
    let (head, body) = request.split_once("\n\n").unwrap_or((request, ""));
    let (method, url) = head.lines().next().unwrap().split_once(' ').unwrap();
    let (status, answer) = answer.split_once('\n').unwrap_or((answer, ""));
    let statuses = status.split(',').filter_map(|s| s.trim().split(' ').next()?.parse().ok()).collect();
    // The headers may be none: then the body begins after the first empty line all the same.
    let answer = format!("\n{answer}");
    let answer = answer.split_once("\n\n").map_or("", |(_, body)| body);
    let json = |text: &str| serde_json::from_str(text.trim()).unwrap_or_default();
    Exchange {
        number: title.split(' ').next().unwrap().to_owned(),
        method: method.to_owned(),
        url: url.to_owned(),
        request: json(body),
        statuses,
        answer: json(answer),
    }
}

/// What in `given` does not have the shape of `recorded`: a field that is missing, or one of another JSON type.
/// A recorded null fits anything; a recorded text fits null, unless it is a URL or a code.
#[must_use]
pub fn differences(recorded: &Value, given: &Value, at: &str) -> Vec<String> {
    match (recorded, given) {
        (Value::Object(recorded), Value::Object(given)) => recorded
            .iter()
            .filter(|(name, _)| *name != "…")
            .flat_map(|(name, value)| match given.get(name) {
                Some(other) => differences(value, other, &format!("{at}/{name}")),
                None => vec![format!("{at}/{name} is missing")],
            })
            .collect(),
        (Value::Array(recorded), Value::Array(given)) => match (recorded.first(), given.first()) {
            (Some(a), Some(b)) => differences(a, b, &format!("{at}/0")),
            _ => Vec::new(),
        },
        (Value::Null, _) => Vec::new(),
        (Value::Bool(_), Value::Bool(_)) | (Value::Number(_), Value::Number(_)) => Vec::new(),
        (Value::String(a), Value::String(b)) if a.starts_with("https://") && !b.is_empty() => {
            if b.starts_with("http") {
                Vec::new()
            } else {
                vec![format!("{at} is no URL: {b}")]
            }
        }
        (Value::String(_), Value::String(_)) => Vec::new(),
        _ => vec![format!("{at}: {recorded} was recorded, {given} came")],
    }
}
