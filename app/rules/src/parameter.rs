//! The dated parameters: every amount and percentage with its unit, source and confidence.
//!
//! The tables are made by `build.rs` from `data/*.csv`. A lookup that finds no value for a day says
//! so; it never takes the amount of another period.

use crate::confidence::Confidence;
use crate::day::Day;
use crate::money::{Cents, Count, Euros, Rate};

pub use crate::generated::{HISTORY, PARAMETERS};

/// One parameter on one day, as in the parameter files.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Identifier, for instance `pw.vrijl.n.max`.
    pub id: &'static str,
    /// Dutch description.
    pub name: &'static str,
    /// Article of law.
    pub legal_ref: &'static str,
    /// First day.
    pub valid_from: Day,
    /// Last day: the day before the next amount, or the end of the half-year or year for which such
    /// an amount is set (`data/periods.csv`).
    pub valid_until: Day,
    /// The value in `unit`; `None` is unknown.
    pub value: Option<Decimal>,
    /// Unit, for instance `EUR/month` or `%`.
    pub unit: &'static str,
    /// Where it was read.
    pub source: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

/// An exact decimal number: `mantissa / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits.
    pub mantissa: i64,
    /// How many of them stand behind the point.
    pub decimals: u32,
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.mantissa.unsigned_abs(), width = self.decimals as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.decimals as usize);
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// No usable value for a parameter on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The parameter.
    pub id: &'static str,
    /// The day asked for.
    pub on: Day,
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no parameters: {} on {}", self.id, self.on)
    }
}

impl std::error::Error for Missing {}

/// Where and on which day to look.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    day: Day,
    with_history: bool,
}

impl Source {
    /// The national parameters on a day.
    #[must_use]
    pub const fn national(day: Day) -> Self {
        Self { day, with_history: false }
    }

    /// The same with the amounts of 2023, which only worked examples may use.
    pub(crate) const fn with_history(day: Day) -> Self {
        Self { day, with_history: true }
    }

    /// The day of this source.
    #[must_use]
    pub const fn day(self) -> Day {
        self.day
    }

    /// The parameter that stands on the day.
    ///
    /// # Errors
    /// [`Missing`] when there is none for that day or its value is unknown.
    pub const fn find(self, id: &'static str) -> Result<&'static Parameter, Missing> {
        let mut found = newest(&PARAMETERS, id, self.day);
        if found.is_none() && self.with_history {
            found = newest(&HISTORY, id, self.day);
        }
        match found {
            Some(parameter) if parameter.value.is_some() => Ok(parameter),
            _ => Err(Missing { id, on: self.day }),
        }
    }
}

/// The national parameter with this id on a day; also when its value is unknown.
#[must_use]
pub const fn standing(id: &str, day: Day) -> Option<&'static Parameter> {
    newest(&PARAMETERS, id, day)
}

/// The newest row of `id` not after `day`, if it still stands. `table` is sorted by id and day.
const fn newest(table: &'static [Parameter], id: &str, day: Day) -> Option<&'static Parameter> {
    let mut best: Option<&'static Parameter> = None;
    let mut rest = table;
    // Halving with patterns: a constant cannot use `partition_point`.
    while !rest.is_empty() {
        let (before, after) = rest.split_at(rest.len() / 2);
        if let [middle, after @ ..] = after {
            let order = compare(middle.id, id);
            if order < 0 || (order == 0 && !day.is_before(middle.valid_from)) {
                best = Some(middle);
                rest = after;
            } else {
                rest = before;
            }
        }
    }
    match best {
        Some(row) if compare(row.id, id) == 0 && !row.valid_until.is_before(day) => Some(row),
        _ => None,
    }
}

/// Below, at or above zero as `a` comes before, is, or comes after `b`.
const fn compare(a: &str, b: &str) -> i32 {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a, b) {
            ([], []) => return 0,
            ([], _) => return -1,
            (_, []) => return 1,
            ([x, rest_a @ ..], [y, rest_b @ ..]) => {
                if *x != *y {
                    return *x as i32 - *y as i32;
                }
                (a, b) = (rest_a, rest_b);
            }
        }
    }
}

/// The mantissa with exactly `decimals` decimals, if the value has no more than that and its unit
/// starts as it should.
const fn scaled(parameter: &Parameter, unit: &str, decimals: u32) -> Option<i64> {
    if !starts_with(parameter.unit, unit) {
        return None;
    }
    match parameter.value {
        Some(value) if value.decimals <= decimals => Some(value.mantissa * 10_i64.pow(decimals - value.decimals)),
        Some(value) => {
            let factor = 10_i64.pow(value.decimals - decimals);
            if value.mantissa % factor == 0 { Some(value.mantissa / factor) } else { None }
        }
        None => None,
    }
}

const fn starts_with(text: &str, start: &str) -> bool {
    let (mut text, mut start) = (text.as_bytes(), start.as_bytes());
    while let ([x, rest_text @ ..], [y, rest_start @ ..]) = (text, start) {
        if *x != *y {
            return false;
        }
        (text, start) = (rest_text, rest_start);
    }
    start.is_empty()
}

impl Cents {
    pub(crate) const fn from_parameter(parameter: &Parameter) -> Option<Self> {
        match scaled(parameter, "EUR", 2) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }
}

impl Euros {
    pub(crate) const fn from_parameter(parameter: &Parameter) -> Option<Self> {
        match scaled(parameter, "EUR", 0) {
            Some(euros) => Some(Self(euros)),
            None => None,
        }
    }
}

impl Rate {
    pub(crate) const fn from_parameter(parameter: &Parameter) -> Option<Self> {
        match scaled(parameter, "%", 3) {
            Some(thousandths) => Some(Self(thousandths)),
            None => None,
        }
    }
}

impl Count {
    pub(crate) const fn from_parameter(parameter: &Parameter) -> Option<Self> {
        match scaled(parameter, "", 0) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }
}

/// Declares the amounts of one rule: a struct with a field per parameter, read for one day.
///
/// The struct also holds the weakest confidence of its parameters and lists their ids, so that a
/// trace can name them.
macro_rules! amounts {
    (
        $(#[$about:meta])*
        $name:ident { $( $(#[$field_about:meta])* $field:ident: $kind:ident = $id:literal, )+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name {
            $( $(#[$field_about])* #[doc = concat!("Parameter `", $id, "`.")] pub $field: $crate::money::$kind, )+
            /// The least sure of these parameters.
            pub confidence: $crate::confidence::Confidence,
        }

        impl $name {
            /// The parameters of this rule.
            pub const PARAMETERS: &'static [&'static str] = &[$($id),+];

            /// Reads the amounts that stand on the day of `source`.
            ///
            /// # Errors
            /// [`Missing`](crate::parameter::Missing) names the first parameter without a value.
            pub const fn read(
                source: $crate::parameter::Source,
            ) -> Result<Self, $crate::parameter::Missing> {
                let mut confidence = $crate::confidence::Confidence::VerifiedPrimary;
                $(
                    let parameter = match source.find($id) {
                        Ok(parameter) => parameter,
                        Err(missing) => return Err(missing),
                    };
                    confidence = confidence.weakest(parameter.confidence);
                    let $field = match $crate::money::$kind::from_parameter(parameter) {
                        Some(value) => value,
                        None => return Err($crate::parameter::Missing { id: $id, on: source.day() }),
                    };
                )+
                Ok(Self { $($field,)+ confidence })
            }
        }
    };
}
pub(crate) use amounts;
