//! The trace: for each amount the rule, the article, the inputs, the parameters and the rounding.
//!
//! Rules write to a [`Sink`]. With [`NoTrace`] the writing compiles to nothing, so a fast
//! calculation pays nothing for being explainable.

use crate::confidence::Confidence;
use crate::money::{Cents, Count, Euros, Hours, Rate};
use crate::rule::Rule;
use crate::threshold::Threshold;

/// Where rules leave their explanation.
pub trait Sink {
    /// Takes one entry; `entry` is only called by a sink that keeps it.
    fn record(&mut self, entry: impl FnOnce() -> Entry);
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTrace;

impl Sink for NoTrace {
    #[inline(always)]
    fn record(&mut self, _: impl FnOnce() -> Entry) {}
}

/// Keeps every entry, in the order of the calculation.
#[derive(Clone, Debug)]
pub struct Trace {
    entries: Vec<Entry>,
    /// What every amount with parameters is in doubt at least.
    base: Confidence,
}

impl Trace {
    /// An empty trace; `base` is the doubt about the rule set as a whole.
    #[must_use]
    pub const fn starting_at(base: Confidence) -> Self {
        Self { entries: Vec::new(), base }
    }

    /// The entries in the order of the calculation.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The first entry about `rule`, of one adult where the rule is per adult.
    #[must_use]
    pub fn find(&self, rule: Rule, adult: Option<usize>) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.rule == rule && entry.adult == adult)
    }

    /// The limits of the law that this result has passed.
    pub fn thresholds(&self) -> impl Iterator<Item = Threshold> + '_ {
        self.entries.iter().filter_map(|entry| entry.threshold)
    }

    /// The confidence an entry inherits: of its own adult, or of all adults for the household.
    fn inherited(&self, entry: &Entry) -> Confidence {
        let needs = entry.rule.rests_on();
        let own = if entry.parameters.is_empty() { entry.confidence } else { entry.confidence.weakest(self.base) };
        self.entries
            .iter()
            .filter(|earlier| needs.contains(&earlier.rule))
            .filter(|earlier| entry.adult.is_none() || earlier.adult == entry.adult)
            .fold(own, |weakest, earlier| weakest.weakest(earlier.confidence))
    }
}

impl Sink for Trace {
    fn record(&mut self, entry: impl FnOnce() -> Entry) {
        let mut entry = entry();
        entry.confidence = self.inherited(&entry);
        self.entries.push(entry);
    }
}

/// Adds the place of the adult to every entry, so that a rule about one adult need not know it.
pub(crate) struct OfAdult<'a, S> {
    pub sink: &'a mut S,
    pub adult: usize,
}

impl<S: Sink> Sink for OfAdult<'_, S> {
    #[inline(always)]
    fn record(&mut self, entry: impl FnOnce() -> Entry) {
        let adult = self.adult;
        self.sink.record(|| Entry { adult: Some(adult), ..entry() });
    }
}

/// The one rounding of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// A sum of whole amounts; nothing to round.
    None,
    /// To the nearest cent, a half upwards.
    HalfUpToCent,
    /// Brackets down, credits up to the euro; then a twelfth to the nearest cent.
    PayrollTable,
    /// Brackets down, credits up to the euro.
    YearTax,
    /// Down to the euro.
    DownToEuro,
    /// Up to the euro.
    UpToEuro,
    /// The year to the nearest euro, then the month down to the euro.
    YearHalfUpMonthDown,
    /// The month down to the euro, the year not rounded.
    MonthDownToEuro,
}

impl Rounding {
    /// The name on the machine interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::HalfUpToCent => "half_up_to_cent",
            Self::PayrollTable => "brackets_down_credits_up_month_half_up_to_cent",
            Self::YearTax => "brackets_down_credits_up_to_euro",
            Self::DownToEuro => "down_to_euro",
            Self::UpToEuro => "up_to_euro",
            Self::YearHalfUpMonthDown => "year_half_up_to_euro_month_down_to_euro",
            Self::MonthDownToEuro => "month_down_to_euro",
        }
    }
}

/// The value of an input, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount in cents.
    Cents(Cents),
    /// An amount in whole euros.
    Euros(Euros),
    /// A percentage.
    Rate(Rate),
    /// Hours.
    Hours(Hours),
    /// A plain number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

macro_rules! value_from {
    ($($variant:ident($kind:ty)),+) => { $(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self::$variant(value)
            }
        }
    )+ };
}
value_from!(Cents(Cents), Euros(Euros), Rate(Rate), Hours(Hours), Number(i64), Flag(bool));

impl From<Count> for Value {
    fn from(count: Count) -> Self {
        Self::Number(count.0)
    }
}

/// One place for all the pushes: inlined into every rule they would double the size of the page's code.
#[inline(never)]
fn keep(inputs: &mut Vec<(&'static str, Value)>, name: &'static str, value: Value) {
    inputs.push((name, value));
}

/// One amount explained.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The rule.
    pub rule: Rule,
    /// Which adult, for a rule about one adult.
    pub adult: Option<usize>,
    /// Article of law; "-" where none applies.
    pub article: &'static str,
    /// The amount, in cents.
    pub amount: Cents,
    /// What went in, by name.
    pub inputs: Vec<(&'static str, Value)>,
    /// The parameters the rule used.
    pub parameters: &'static [&'static str],
    /// How it was rounded.
    pub rounding: Rounding,
    /// The least sure of its parameters and of the results it rests on.
    pub confidence: Confidence,
    /// What a reader should know; may be empty.
    pub note: &'static str,
    /// The limit of the law that this entry is about.
    pub threshold: Option<Threshold>,
}

impl Entry {
    /// An entry without inputs, parameters or rounding yet.
    #[must_use]
    pub const fn new(rule: Rule, article: &'static str, amount: Cents) -> Self {
        Self {
            rule,
            adult: None,
            article,
            amount,
            inputs: Vec::new(),
            parameters: &[],
            rounding: Rounding::None,
            confidence: Confidence::VerifiedPrimary,
            note: "",
            threshold: None,
        }
    }

    /// Adds an input.
    #[must_use]
    pub fn input(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        keep(&mut self.inputs, name, value.into());
        self
    }

    /// Names the parameters and how sure they are.
    #[must_use]
    pub fn uses(mut self, parameters: &'static [&'static str], confidence: Confidence) -> Self {
        self.parameters = parameters;
        self.confidence = self.confidence.weakest(confidence);
        self
    }

    /// Names the rounding.
    #[must_use]
    pub fn rounded(mut self, rounding: Rounding) -> Self {
        self.rounding = rounding;
        self
    }

    /// Adds what a reader should know.
    #[must_use]
    pub fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}
