//! Wet op het kindgebonden budget art. 2: child budget (kindgebonden budget).

use crate::confidence::Confidence;
use crate::law::minimum_award::{self, awarded};
use crate::money::{Euros, Fraction, MONTHS};
use crate::parameter::{Missing, Source, amounts};
use crate::rule::Rule;
use crate::threshold::Threshold;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet op het kindgebonden budget art. 2";

amounts! {
    /// Supplements, threshold and taper.
    Shared {
        /// Extra for a child of 12 to 15.
        extra_12: Euros = "kgb.12_15",
        /// Extra for a child of 16 or 17.
        extra_16: Euros = "kgb.16_17",
        /// Extra without a partner (alleenstaande-ouderkop).
        extra_single: Euros = "kgb.alo",
        /// Share of the income above the threshold that is taken off.
        taper: Rate = "kgb.taper",
        /// Threshold income without a partner.
        threshold: Euros = "kgb.drempel",
        /// How much higher it is with a partner.
        threshold_partner: Euros = "kgb.partner_plus",
    }
}
amounts! {
    /// Since 2024: every child the same.
    PerChild {
        /// For each child.
        each: Euros = "kgb.base",
    }
}
amounts! {
    /// Until 2023: the first child and the next.
    FirstAndNext {
        /// For the first child.
        first: Euros = "kgb.base_first",
        /// For each further child.
        next: Euros = "kgb.base_next",
    }
}

/// All amounts of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// For the first child.
    pub first: Euros,
    /// For each further child.
    pub next: Euros,
    /// The rest.
    pub shared: Shared,
    /// The least sure of all.
    pub confidence: Confidence,
}

impl Amounts {
    /// Reads the amounts that stand on the day of `source`.
    ///
    /// # Errors
    /// [`Missing`] names the first parameter without a value.
    pub const fn read(source: Source) -> Result<Self, Missing> {
        let shared = match Shared::read(source) {
            Ok(shared) => shared,
            Err(missing) => return Err(missing),
        };
        let (first, next, base) = match PerChild::read(source) {
            Ok(amounts) => (amounts.each, amounts.each, amounts.confidence),
            Err(missing) => match FirstAndNext::read(source) {
                Ok(amounts) => (amounts.first, amounts.next, amounts.confidence),
                Err(_) => return Err(missing),
            },
        };
        Ok(Self { first, next, shared, confidence: shared.confidence.weakest(base) })
    }
}

/// The budget of a year and of a month.
#[derive(Clone, Copy, Debug)]
pub struct ChildBudget {
    /// Supplements for older children, whole euros per year.
    pub for_age: Euros,
    /// Euros per year, exact: the law does not round it.
    pub year: Fraction,
    /// Whole euros per month.
    pub month: Euros,
    /// What took it away, if something did.
    pub threshold: Option<Threshold>,
}

/// The budget of a year before income counts, whole euros.
struct FullYear {
    children: i64,
    for_age: Euros,
    maximum: Euros,
}

fn full_year(amounts: &Amounts, ages: impl Iterator<Item = i64>, with_partner: bool) -> FullYear {
    let shared = &amounts.shared;
    let mut full = FullYear { children: 0, for_age: Euros(0), maximum: Euros(0) };
    for age in ages {
        let each = if full.children == 0 { amounts.first } else { amounts.next };
        let extra = match age {
            12..=15 => shared.extra_12,
            16..=17 => shared.extra_16,
            _ => Euros(0),
        };
        full.children += 1;
        full.for_age = full.for_age + extra;
        full.maximum = full.maximum + each + extra;
    }
    if full.children > 0 && !with_partner {
        full.maximum = full.maximum + shared.extra_single;
    }
    full
}

/// The budget for children of these ages: the month rounded down to the euro.
pub fn child_budget(
    amounts: &Amounts,
    minimum: &minimum_award::Amounts,
    ages: impl Iterator<Item = i64>,
    with_partner: bool,
    income: Euros,
    assets_above_limit: bool,
    sink: &mut impl Sink,
) -> ChildBudget {
    let shared = &amounts.shared;
    let full = full_year(amounts, ages, with_partner);
    let partner = if with_partner { shared.threshold_partner } else { Euros(0) };
    let reduction = shared.taper.of(income.above(shared.threshold + partner).0);
    let year = (Fraction::whole(full.maximum.0) - reduction).or_zero();
    let award = awarded(minimum, year, Euros(year.over(MONTHS).floor()));
    let (month, threshold) =
        if assets_above_limit { (Euros(0), None) } else { (award.amount, award.below_minimum.then_some(Threshold::ChildBudgetBelowMinimum)) };
    sink.record(|| {
        Entry::new(Rule::ChildBudget, ARTICLE, month.cents())
            .input("children", full.children)
            .input("with_partner", with_partner)
            .input("maximum_year_euro", full.maximum)
            .input("assessment_income_euro", income)
            .input("assets_above_limit", assets_above_limit)
            .uses(PARAMETERS, amounts.confidence.weakest(minimum.confidence))
            .rounded(Rounding::MonthDownToEuro)
    });
    ChildBudget { for_age: full.for_age, year, month, threshold }
}

/// The parameters of the rule.
const PARAMETERS: &[&str] = &["kgb.base", "kgb.12_15", "kgb.16_17", "kgb.alo", "kgb.taper", "kgb.drempel", "kgb.partner_plus", "toeslag.min"];
