//! What can be wrong in the file of a municipality, and what should stand there.

use std::fmt;

/// What is wrong with a line of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another header, or another number of columns.
    Columns,
    /// Not `municipality.scheme` or `municipality.scheme.field`.
    Id,
    /// Not a day.
    Day,
    /// Not a number, below zero, or too many decimals.
    Value,
    /// A unit that does not fit the field.
    Unit,
    /// Not a word for confidence, or a value that is both given and unknown.
    Confidence,
    /// No source for a value.
    Source,
    /// The same field twice on one day.
    Twice,
}

/// A mistake in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

impl Fault {
    /// What is wrong and what should stand there, in English, for whoever keeps the file.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Columns => "the columns must be id, name, legal_ref, valid_from, value, unit, source and confidence, with every quote closed",
            Self::Id => "the id must be municipality.scheme, or municipality.scheme.field with single, single_parent, couple, pct or years",
            Self::Day => "valid_from must be an existing day, written as 2026-01-31",
            Self::Value => "the value must be a number of zero or more: euros with at most 2 decimals, a percentage with at most 3, whole years",
            Self::Unit => "the unit does not fit: amounts start with EUR, pct with %, years with years",
            Self::Confidence => {
                "confidence must be verified-primary, verified-secondary, derived, projected or unchecked; unknown where there is no value, and only there"
            }
            Self::Source => "the source is empty: say where the value was read, also of an unknown one",
            Self::Twice => "this field has a value for this day on an earlier line",
        }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault.reason())
    }
}

impl std::error::Error for FileProblem {}
