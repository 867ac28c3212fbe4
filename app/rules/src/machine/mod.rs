//! The machine interface: JSON lines in, JSON lines out, and the worked examples.
//!
//! The text of the interface is `interface.md`. A program reads its input, hands each line to
//! [`calculate_line`] and writes what comes back; it never fails on a line.

mod answer;
mod cases;
mod escape;
mod json;
mod number;
mod read;

use crate::calculate::calculate_with_trace;
use crate::problem::{Code, Problem};
use crate::situation::Household;
pub use cases::{Report, Row, Verdict, check_cases};
use json::Document;

/// What an answer holds besides the result itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Adds the amounts at 0, 1 … 40 hours of the first adult.
    pub curve: bool,
}

/// Answers one line with one line: a result, or an error with a code. Without a newline at the end.
///
/// ```
/// let line = r#"{"id":"a","date":"2025-12-31","adults":[{"age":35,"hours_per_week":0,
///     "hourly_wage_cents":1499}],"housing":{"kind":"other"}}"#;
/// let answer = rules::machine::calculate_line(line);
/// assert!(answer.starts_with(r#"{"id":"a","error":{"code":"no_parameters","field":"date","#));
/// ```
#[must_use]
pub fn calculate_line(line: &str) -> String {
    let mut out = String::with_capacity(8 * 1024);
    answer_text(line, Options::default(), &mut out);
    out
}

/// Appends the answer to one line of bytes to `out`, without a newline. Whether there is an answer:
/// a line with only white space has none.
pub fn answer_bytes(line: &[u8], options: Options, out: &mut String) -> bool {
    match std::str::from_utf8(line) {
        Ok(text) if text.trim().is_empty() => return false,
        Ok(text) => answer_text(text, options, out),
        Err(_) => answer::write_problem(out, None, &Problem::new(Code::InvalidJson, "")),
    }
    true
}

/// The household of one line of bytes, for whoever counts many; `None` for a line with only white space.
///
/// # Errors
/// Why the line cannot be calculated, with the code and field that an answer would have.
#[must_use]
pub fn household(line: &[u8]) -> Option<Result<Household, Problem>> {
    let not_json = || Problem::new(Code::InvalidJson, "");
    let text = match std::str::from_utf8(line) {
        Ok(text) if text.trim().is_empty() => return None,
        Ok(text) => text,
        Err(_) => return Some(Err(not_json())),
    };
    let document = Document::parse(text).ok_or_else(not_json);
    Some(document.and_then(|document| Ok(read::situation(&document)?.household)))
}

fn answer_text(line: &str, options: Options, out: &mut String) {
    let Some(document) = Document::parse(line) else {
        return answer::write_problem(out, None, &Problem::new(Code::InvalidJson, ""));
    };
    match read::situation(&document) {
        Ok(named) => {
            let (outcome, trace) = calculate_with_trace(&named.household);
            answer::write_result(out, named.id, &named.household, &outcome, &trace, options.curve);
        }
        Err(problem) => {
            let id = document.root().get("id").and_then(json::Node::text);
            answer::write_problem(out, id, &problem);
        }
    }
}
