//! The file in which a municipality keeps its schemes: the columns of the national parameter files.
//!
//! Identifiers are `municipality.scheme.field` with the fields `single`, `single_parent`, `couple`, `pct` and
//! `years`, or `municipality.scheme` for an amount per adult. An empty value is unknown.

use std::fmt;

use super::{Scheme, end_of_year};
use crate::confidence::Confidence;
use crate::csv;
use crate::day::Day;
use crate::money::{Cents, Rate};
use crate::parameter::PARAMETERS;

/// The columns, in order.
const HEADER: &str = "id,name,legal_ref,valid_from,value,unit,source,confidence";

/// The values of a municipality.
#[derive(Clone, Debug, Default)]
pub struct Schemes {
    values: Vec<Value>,
}

#[derive(Clone, Debug)]
struct Value {
    scheme: String,
    field: Field,
    name: String,
    legal_ref: String,
    valid_from: Day,
    valid_until: Day,
    unit: String,
    confidence: Confidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Single(Option<Cents>),
    SingleParent(Option<Cents>),
    Couple(Option<Cents>),
    PerAdult(Option<Cents>),
    IncomeLimit(Option<Rate>),
    Years(Option<i64>),
    /// A line that only says that amounts are unknown.
    Unknown,
}

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

impl Schemes {
    /// Reads the file of a municipality.
    ///
    /// # Errors
    /// The first line with a mistake.
    pub fn parse(text: &str) -> Result<Self, FileProblem> {
        let (schemes, problems) = Self::read(text);
        problems.first().map_or(Ok(schemes), |first| Err(*first))
    }

    /// Every mistake in the file of a municipality, by line; without one the file can be used. Where the columns
    /// do not hold, what follows cannot be read: that is the only mistake then.
    #[must_use]
    pub fn problems(text: &str) -> Vec<FileProblem> {
        Self::read(text).1
    }

    fn read(text: &str) -> (Self, Vec<FileProblem>) {
        let mut schemes = Self::default();
        let columns = |line| vec![FileProblem { line, fault: Fault::Columns }];
        let lines = match csv::lines(text) {
            Ok((header, lines)) if header.join(",") == HEADER => lines,
            Ok(_) => return (schemes, columns(1)),
            Err(line) => return (schemes, columns(line)),
        };
        let mut problems = Vec::new();
        for (line, fields) in lines {
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            if let Err(fault) = schemes.add(&fields) {
                problems.push(FileProblem { line, fault });
            }
        }
        (schemes, problems)
    }

    /// How many values were read.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.values.len()
    }

    /// The values that are compiled in for a municipality, by the first part of their ids (`hvs` is Hilversum).
    #[must_use]
    pub fn built_in(municipality: &str) -> Self {
        let mut schemes = Self::default();
        let own = PARAMETERS.iter().filter(|row| row.id.split('.').next() == Some(municipality));
        for row in own {
            let (from, value) = (row.valid_from.to_string(), row.value.map(|value| value.to_string()));
            let value = value.unwrap_or_default();
            let confidence = row.confidence.as_str();
            let fields = [row.id, row.name, row.legal_ref, &from, &value, row.unit, row.source, confidence];
            // A built-in line that this version cannot read says nothing about the others.
            let _ = schemes.add(&fields);
        }
        schemes
    }

    fn add(&mut self, fields: &[&str]) -> Result<(), Fault> {
        let [id, name, legal_ref, from, value, unit, source, confidence] = *fields else {
            return Err(Fault::Columns);
        };
        let mut parts = id.split('.');
        let (Some(municipality), Some(scheme), field, None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(Fault::Id);
        };
        if municipality.is_empty() || scheme.is_empty() {
            return Err(Fault::Id);
        }
        let valid_from = Day::parse(from).ok_or(Fault::Day)?;
        let confidence = confidence_of(confidence, value)?;
        if source.trim().is_empty() {
            return Err(Fault::Source);
        }
        let field = read_field(field, value, unit)?;
        let same = |one: &&Value| one.scheme == scheme && std::mem::discriminant(&one.field) == std::mem::discriminant(&field);
        if self.values.iter().filter(same).any(|one| one.valid_from == valid_from) {
            return Err(Fault::Twice);
        }
        let of_a_year = unit.contains("year") && unit.starts_with("EUR") || unit.contains("12 months");
        self.values.push(Value {
            scheme: scheme.to_owned(),
            field,
            name: name.to_owned(),
            legal_ref: legal_ref.to_owned(),
            valid_from,
            valid_until: if of_a_year { end_of_year(valid_from) } else { Day::LAST },
            unit: unit.to_owned(),
            confidence,
        });
        Ok(())
    }

    /// The schemes on a day. A value counts from its day until the next one of the same field; an amount
    /// for a year or twelve months only in its own calendar year.
    #[must_use]
    pub fn on(&self, day: Day) -> Vec<Scheme> {
        let mut schemes: Vec<Scheme> = Vec::new();
        for value in self.values.iter().filter(|value| value.valid_from <= day) {
            let known = schemes.iter().position(|scheme| scheme.id == value.scheme);
            let place = known.unwrap_or_else(|| {
                schemes.push(empty(value));
                schemes.len() - 1
            });
            if let Some(scheme) = schemes.get_mut(place)
                && value.valid_until >= day
                && self.is_newest(value, day)
            {
                put(scheme, value);
            }
        }
        schemes
    }

    fn is_newest(&self, value: &Value, day: Day) -> bool {
        let later = |one: &&Value| one.valid_from > value.valid_from && one.valid_from <= day;
        let kind = std::mem::discriminant(&value.field);
        !self.values.iter().filter(later).any(|one| one.scheme == value.scheme && std::mem::discriminant(&one.field) == kind)
    }
}

fn empty(value: &Value) -> Scheme {
    Scheme {
        id: value.scheme.clone(),
        name: value.name.clone(),
        legal_ref: value.legal_ref.clone(),
        unit: String::new(),
        single: None,
        single_parent: None,
        couple: None,
        per_adult: None,
        income_limit: None,
        years: None,
        confidence: Confidence::VerifiedPrimary,
    }
}

fn put(scheme: &mut Scheme, value: &Value) {
    scheme.confidence = scheme.confidence.weakest(value.confidence);
    match value.field {
        Field::Single(amount) => scheme.single = amount,
        Field::SingleParent(amount) => scheme.single_parent = amount,
        Field::Couple(amount) => scheme.couple = amount,
        Field::PerAdult(amount) => scheme.per_adult = amount,
        Field::IncomeLimit(limit) => return scheme.income_limit = limit,
        Field::Years(years) => return scheme.years = years,
        Field::Unknown => return,
    }
    scheme.unit.clone_from(&value.unit);
}

fn confidence_of(word: &str, value: &str) -> Result<Confidence, Fault> {
    let all =
        [Confidence::VerifiedPrimary, Confidence::VerifiedSecondary, Confidence::Derived, Confidence::Projected, Confidence::Unchecked, Confidence::Unknown];
    let confidence = all.into_iter().find(|one| one.as_str() == word).ok_or(Fault::Confidence)?;
    if (confidence == Confidence::Unknown) == value.is_empty() { Ok(confidence) } else { Err(Fault::Confidence) }
}

fn read_field(field: Option<&str>, value: &str, unit: &str) -> Result<Field, Fault> {
    let number = |start: &str, decimals| match value {
        "" => Ok(None),
        _ if !unit.starts_with(start) => Err(Fault::Unit),
        text => scaled(text, decimals).map(Some).ok_or(Fault::Value),
    };
    let amount = || number("EUR", 2).map(|value| value.map(Cents));
    match field {
        Some("single") => amount().map(Field::Single),
        Some("single_parent") => amount().map(Field::SingleParent),
        Some("couple") => amount().map(Field::Couple),
        Some("pct") => number("%", 3).map(|value| Field::IncomeLimit(value.map(Rate))),
        Some("years") => number("years", 0).map(Field::Years),
        None => amount().map(Field::PerAdult),
        Some(_) if value.is_empty() => Ok(Field::Unknown),
        Some(_) => Err(Fault::Id),
    }
}

/// A number that is not negative, with at most `decimals` decimals, in that unit.
fn scaled(text: &str, decimals: u32) -> Option<i64> {
    let (mantissa, own) = csv::decimal(text)?;
    let factor = 10_i64.checked_pow(decimals.checked_sub(own)?)?;
    mantissa.checked_mul(factor).filter(|number| *number >= 0)
}
