//! The file in which a municipality keeps its schemes: the columns of the national parameter files.
//!
//! Identifiers are `municipality.scheme.field` with the fields `single`, `single_parent`, `couple`, `pct` and
//! `years`, or `municipality.scheme` for an amount per adult. An empty value is unknown.

use super::fault::{Fault, FileProblem};
use super::{Scheme, end_of_year};
use crate::confidence::Confidence;
use crate::csv;
use crate::day::Day;
use crate::money::{Cents, Rate};
use crate::parameter::{Decimal, PARAMETERS};

/// The columns, in order.
const HEADER: &str = "id,name,legal_ref,valid_from,value,unit,source,confidence";

/// The values of a municipality.
#[derive(Clone, Debug, Default)]
pub struct Schemes {
    values: Vec<Value>,
}

/// One line of the file.
#[derive(Clone, Debug)]
pub struct Value {
    /// Identifier, as it stands in the file.
    pub id: String,
    scheme: String,
    field: Field,
    /// Description by the municipality.
    pub name: String,
    /// Law, ordinance or policy.
    pub legal_ref: String,
    /// First day.
    pub valid_from: Day,
    valid_until: Day,
    /// The value in `unit`; `None` is unknown.
    pub value: Option<Decimal>,
    /// Unit, for instance `EUR/12 months`.
    pub unit: String,
    /// Where it was read.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
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
            id: id.to_owned(),
            value: csv::decimal(value).map(|(mantissa, decimals)| Decimal { mantissa, decimals }),
            source: source.to_owned(),
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

    /// The lines that stand on a day, in the order of the file.
    pub fn standing_on(&self, day: Day) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(move |value| value.valid_from <= day && day <= value.valid_until && self.is_newest(value, day))
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
