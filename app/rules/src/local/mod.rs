//! Schemes of a municipality (minimaregelingen, individuele inkomenstoeslag, kwijtschelding) as data.
//!
//! They are never part of what is left each month: they are information lines beside it. An amount is
//! unknown until the municipality fills it in; until then the line says that it may change.

mod fault;
mod file;

use crate::confidence::Confidence;
use crate::day::Day;
use crate::law::income_supplement;
use crate::money::{Cents, Fraction, Rate};
use crate::outcome::Outcome;
use crate::pair::Pair;
use crate::situation::{Adult, Household};
pub use fault::{Fault, FileProblem};
pub use file::{Schemes, Value};

/// A scheme on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Identifier within the municipality, for instance `iit`.
    pub id: String,
    /// Description by the municipality.
    pub name: String,
    /// Law, ordinance or policy.
    pub legal_ref: String,
    /// Unit of the amounts, for instance `EUR/12 months`; empty when no amount is known.
    pub unit: String,
    /// For a single person.
    pub single: Option<Cents>,
    /// For a single parent.
    pub single_parent: Option<Cents>,
    /// For a couple.
    pub couple: Option<Cents>,
    /// For each adult.
    pub per_adult: Option<Cents>,
    /// Income of at most this share of the norm.
    pub income_limit: Option<Rate>,
    /// Years of low income.
    pub years: Option<i64>,
    /// The least sure of these values.
    pub confidence: Confidence,
}

/// Kinds of household that schemes tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// Alleenstaande.
    Single,
    /// Alleenstaande ouder.
    SingleParent,
    /// Gehuwden.
    Couple,
}

impl Recipient {
    /// The kind of a household.
    #[must_use]
    pub const fn of(adults: &Pair<Adult>, with_child: bool) -> Self {
        match (adults.second.is_some(), with_child) {
            (true, _) => Self::Couple,
            (false, true) => Self::SingleParent,
            (false, false) => Self::Single,
        }
    }
}

/// Whether a household stays within the income limit of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Income is within the limit.
    Within,
    /// Income is above the limit: what the scheme gives may be lost.
    Above,
    /// The municipality has given no limit: this may change.
    MayChange,
}

/// One information line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The scheme.
    pub scheme: Scheme,
    /// The amount for this household in cents per `scheme.unit`; `None` is unknown.
    pub amount: Option<Cents>,
    /// Within the limit or not.
    pub standing: Standing,
}

impl Scheme {
    /// The amount for a kind of household, in cents per `unit`; `None` is unknown.
    #[must_use]
    pub fn amount(&self, recipient: Recipient) -> Option<Cents> {
        let per_household = match recipient {
            Recipient::Single => self.single,
            Recipient::SingleParent => self.single_parent,
            Recipient::Couple => self.couple,
        };
        let adults = if recipient == Recipient::Couple { 2 } else { 1 };
        per_household.or_else(|| self.per_adult.map(|one| Cents(one.0 * adults)))
    }

    /// The terms of art. 36, if the municipality has given them.
    #[must_use]
    pub fn terms(&self) -> Option<income_supplement::Terms> {
        Some(income_supplement::Terms { years: self.years?, income_limit: self.income_limit? })
    }

    /// Where an income stands against the limit; both in cents per month.
    #[must_use]
    pub fn standing(&self, income: Cents, norm: Cents) -> Standing {
        standing(self.income_limit, income, norm)
    }
}

/// Where an income stands against a limit in percent of the norm; both in cents per month.
#[must_use]
pub fn standing(limit: Option<Rate>, income: Cents, norm: Cents) -> Standing {
    match limit {
        None => Standing::MayChange,
        Some(limit) if (limit.of(norm.0) - Fraction::whole(income.0)).is_below(0) => Standing::Above,
        Some(_) => Standing::Within,
    }
}

/// The income that schemes look at: wages with holiday pay plus benefit, in cents per month.
#[must_use]
pub fn income(outcome: &Outcome) -> Cents {
    outcome.adults.iter().map(|adult| adult.net_wage + adult.holiday_entitlement).sum::<Cents>() + outcome.household.assistance
}

/// The information lines for a result: [`income`] against the norm.
#[must_use]
pub fn lines(schemes: &Schemes, household: &Household, outcome: &Outcome) -> Vec<Line> {
    let situation = household.situation();
    let recipient = Recipient::of(&situation.adults, !situation.children.is_empty());
    let income = income(outcome);
    schemes
        .on(situation.date)
        .into_iter()
        .map(|scheme| Line { amount: scheme.amount(recipient), standing: scheme.standing(income, outcome.household.assistance_norm), scheme })
        .collect()
}

/// The last day of an amount that is set for a year.
const fn end_of_year(day: Day) -> Day {
    Day::packed(day.year() * 10_000 + 1231)
}
