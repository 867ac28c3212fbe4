//! The report on a file of worked examples, one line per example.

use std::fmt;

use super::Got;
use crate::machine::escape::write_text;
use crate::machine::json::{Kind, Node};

/// What came out of one example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every value agrees.
    Ok,
    /// A value differs or cannot be calculated.
    Fail,
    /// There are no parameters, where that is allowed.
    Skip,
}

/// One example.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What was expected, as JSON.
    pub expected: String,
    /// What came out, as JSON; `None` when nothing did.
    pub got: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why it is not ok; may be empty.
    pub message: String,
    /// Whether a failure counts (reliability A or B).
    pub gates: bool,
}

impl Row {
    pub(super) fn new(id: &str, reliability: &str) -> Self {
        Self { id: id.to_owned(), expected: String::new(), got: None, verdict: Verdict::Fail, message: String::new(), gates: matches!(reliability, "A" | "B") }
    }

    pub(super) fn ok(self) -> Self {
        self.judged(Verdict::Ok, "")
    }

    pub(super) fn fail(self, message: &str) -> Self {
        self.judged(Verdict::Fail, message)
    }

    pub(super) fn skip(self, message: &str) -> Self {
        self.judged(Verdict::Skip, message)
    }

    fn judged(mut self, verdict: Verdict, message: &str) -> Self {
        self.verdict = verdict;
        let prefix = match (self.gates, message.is_empty()) {
            (true, _) => "",
            (false, true) => "reported only",
            (false, false) => "reported only: ",
        };
        // Tabs and line ends separate fields and rows.
        self.message = format!("{prefix}{message}").replace(['\t', '\n', '\r'], " ");
        self.id = self.id.replace(['\t', '\n', '\r'], " ");
        self
    }
}

/// All examples of a file.
#[derive(Clone, Debug)]
pub struct Report {
    rows: Vec<Row>,
    readable: bool,
}

impl Report {
    pub(super) fn of(rows: Vec<Row>) -> Self {
        Self { rows, readable: true }
    }

    pub(super) fn unreadable() -> Self {
        Self { rows: Vec::new(), readable: false }
    }

    /// The examples in the order of the file.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many examples have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }

    /// How many failures count.
    #[must_use]
    pub fn gate_failures(&self) -> usize {
        self.rows.iter().filter(|row| row.gates && row.verdict == Verdict::Fail).count()
    }

    /// The exit code of the command: 0, 1 with failures that count, 2 when the file is no file of examples.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match (self.readable, self.gate_failures()) {
            (false, _) => 2,
            (true, 0) => 0,
            (true, _) => 1,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            let verdict = match row.verdict {
                Verdict::Ok => "ok",
                Verdict::Fail => "FAIL",
                Verdict::Skip => "skip",
            };
            let got = row.got.as_deref().unwrap_or("null");
            writeln!(f, "{}\t{}\t{got}\t{verdict}\t{}", row.id, row.expected, row.message)?;
        }
        write!(
            f,
            "cases={} ok={} fail={} skip={} gate_fail={}",
            self.rows.len(),
            self.count(Verdict::Ok),
            self.count(Verdict::Fail),
            self.count(Verdict::Skip),
            self.gate_failures(),
        )
    }
}

/// Writes a value on one line, numbers as they stood in the file.
pub(super) fn write_compact(out: &mut String, node: Node<'_, '_>) {
    match node.kind() {
        Kind::Null => out.push_str("null"),
        Kind::Bool(value) => out.push_str(if value { "true" } else { "false" }),
        Kind::Number(text) => out.push_str(text),
        Kind::Text(text) => write_text(out, text),
        // Expected values are flat; a container inside them is never right and is shown as such.
        Kind::Array => out.push_str("[]"),
        Kind::Object => {
            out.push('{');
            for (place, (key, value)) in node.entries().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_text(out, key);
                out.push(':');
                match value.kind() {
                    Kind::Object => out.push_str("{}"),
                    _ => write_compact(out, value),
                }
            }
            out.push('}');
        }
    }
}

/// Writes the values that came out, in the order of what was expected.
pub(super) fn write_got(values: &[(&str, Got)]) -> String {
    let mut out = String::from("{");
    for (place, (key, value)) in values.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write_text(&mut out, key);
        out.push(':');
        match value {
            Got::Number(number) => number.write(&mut out),
            Got::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        }
    }
    out.push('}');
    out
}
