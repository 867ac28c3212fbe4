//! Wet kinderopvang art. 1.6, 1.7 and Besluit kinderopvangtoeslag: childcare allowance and cost (kinderopvangtoeslag).

use crate::confidence::Confidence;
use crate::day::Day;
use crate::generated::CHILDCARE_TABLES;
use crate::law::minimum_award::{self, awarded};
use crate::money::{CENTS, Cents, Euros, Fraction, Hours, Rate};
use crate::parameter::{Missing, Source, amounts};
use crate::rule::Rule;
use crate::situation::{Child, Childcare, ChildcareKind};
use crate::threshold::Threshold;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet kinderopvang art. 1.6, 1.7; Besluit kinderopvangtoeslag";

/// The percentages from an income on, to the next band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Lowest income of the band.
    pub from: Euros,
    /// First child.
    pub first: Rate,
    /// Every other child.
    pub next: Rate,
}

/// The table of one year; the bands follow each other without a gap, the first from 0.
#[derive(Clone, Copy, Debug)]
pub struct ChildcareTable {
    pub(crate) valid_from: Day,
    pub(crate) valid_until: Day,
    pub(crate) confidence: Confidence,
    pub(crate) bands: &'static [Band],
}

amounts! {
    /// Hours and prices that count at most.
    Maxima {
        /// Hours per month and child.
        hours: Count = "kot.max_hours",
        /// Price per hour, day care.
        day_care: Cents = "kot.max_dagopvang",
        /// Price per hour, after school.
        after_school: Cents = "kot.max_bso",
        /// Price per hour, childminder.
        childminder: Cents = "kot.max_gastouder",
    }
}

/// All amounts of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// What counts at most.
    pub maxima: Maxima,
    /// Percentages by income.
    pub bands: &'static [Band],
    /// The least sure of all.
    pub confidence: Confidence,
}

impl Amounts {
    /// Reads the amounts that stand on the day of `source`.
    ///
    /// # Errors
    /// [`Missing`] names the first parameter without a value.
    pub const fn read(source: Source) -> Result<Self, Missing> {
        let maxima = match Maxima::read(source) {
            Ok(maxima) => maxima,
            Err(missing) => return Err(missing),
        };
        let mut tables: &[ChildcareTable] = &CHILDCARE_TABLES;
        while let [table, rest @ ..] = tables {
            if !source.day().is_before(table.valid_from) && !table.valid_until.is_before(source.day()) {
                let confidence = maxima.confidence.weakest(table.confidence);
                return Ok(Self { maxima, bands: table.bands, confidence });
            }
            tables = rest;
        }
        Err(Missing { id: "kot.table", on: source.day() })
    }

    /// The band of an income and its place in the table.
    #[must_use]
    pub fn band(&self, income: Euros) -> (usize, Band) {
        let later = self.bands.partition_point(|band| band.from <= income);
        let place = later.saturating_sub(1);
        let none = Band { from: Euros(0), first: Rate(0), next: Rate(0) };
        (place, self.bands.get(place).copied().unwrap_or(none))
    }

    /// The hours of a month that count for one child.
    #[must_use]
    pub fn hours_counted(&self, hours: Hours) -> Hours {
        hours.min(Hours::whole(self.maxima.hours.0))
    }

    /// The cost that counts for one child, in cents per month, exact.
    #[must_use]
    pub fn eligible(&self, care: &Childcare) -> Fraction {
        let maximum = match care.kind {
            ChildcareKind::DayCare => self.maxima.day_care,
            ChildcareKind::AfterSchool => self.maxima.after_school,
            ChildcareKind::Childminder => self.maxima.childminder,
        };
        cost(self.hours_counted(care.hours_per_month), care.hourly_price.at_most(maximum))
    }
}

/// Hours (in hundredths) times a price, in cents, exact.
fn cost(hours: Hours, price: Cents) -> Fraction {
    Fraction::whole(hours.0).times(price.0).over(CENTS)
}

/// Cost and allowance of a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChildcareResult {
    /// What the childcare costs, in cents.
    pub cost: Cents,
    /// The allowance in whole euros.
    pub allowance: Euros,
    /// The place of the income in the table, when there is something to pay for.
    pub band: Option<usize>,
    /// The allowance was too small to be awarded.
    pub below_minimum: bool,
    /// There is childcare, but not every adult works.
    pub without_work: bool,
}

/// Cost and allowance at an income: the month rounded down to the euro, on the sum of the children.
///
/// Childcare counts only when every adult works. The first child is the one with the most hours; equal:
/// the higher cost that counts; equal: the earlier in the list.
pub fn childcare(
    amounts: &Amounts,
    minimum: &minimum_award::Amounts,
    children: &[Child],
    all_adults_work: bool,
    income: Euros,
    sink: &mut impl Sink,
) -> ChildcareResult {
    let care = || children.iter().filter_map(|child| child.childcare.as_ref());
    let result = if care().next().is_none() {
        ChildcareResult::default()
    } else if !all_adults_work {
        ChildcareResult { without_work: true, ..ChildcareResult::default() }
    } else {
        let (place, band) = amounts.band(income);
        let month = Euros(paid(amounts, band, care()).over(CENTS).floor());
        let award = awarded(minimum, Fraction::whole(month.0 * 12), month);
        let total = care().map(|care| cost(care.hours_per_month, care.hourly_price)).fold(Fraction::whole(0), |a, b| a + b);
        ChildcareResult { cost: Cents(total.half_up()), allowance: award.amount, band: Some(place), below_minimum: award.below_minimum, without_work: false }
    };
    record(amounts, income, &result, sink);
    result
}

/// The allowance over all children, in cents, exact.
fn paid<'a>(amounts: &Amounts, band: Band, care: impl Iterator<Item = &'a Childcare>) -> Fraction {
    let mut total = Fraction::whole(0);
    let mut first: Option<(Hours, Fraction)> = None;
    for care in care {
        let eligible = amounts.eligible(care);
        total = total + eligible.percentage(band.next);
        // Strictly more only: of equal children the earlier one stays first.
        let is_first = first.is_none_or(|(hours, cost)| care.hours_per_month > hours || (care.hours_per_month == hours && (cost - eligible).is_below(0)));
        if is_first {
            first = Some((care.hours_per_month, eligible));
        }
    }
    let extra = Rate(band.first.0 - band.next.0);
    first.map_or(total, |(_, eligible)| total + eligible.percentage(extra))
}

fn record(amounts: &Amounts, income: Euros, result: &ChildcareResult, sink: &mut impl Sink) {
    sink.record(|| {
        Entry::new(Rule::ChildcareCost, ARTICLE, result.cost)
            .input("without_work", result.without_work)
            .rounded(Rounding::HalfUpToCent)
            .note("counts only when every adult works")
    });
    sink.record(|| {
        let (_, band) = amounts.band(income);
        Entry::new(Rule::ChildcareAllowance, ARTICLE, result.allowance.cents())
            .input("assessment_income_euro", income)
            .input("first_child_pct", band.first)
            .input("next_children_pct", band.next)
            .uses(PARAMETERS, amounts.confidence)
            .rounded(Rounding::MonthDownToEuro)
    });
}

impl ChildcareResult {
    /// The limits that this result has passed.
    pub fn thresholds(&self) -> impl Iterator<Item = Threshold> {
        let band = self.band.and_then(|place| u8::try_from(place).ok()).filter(|place| *place > 0);
        [
            self.without_work.then_some(Threshold::ChildcareWithoutWork),
            self.below_minimum.then_some(Threshold::ChildcareBelowMinimum),
            band.map(Threshold::ChildcareBand),
        ]
        .into_iter()
        .flatten()
    }
}

/// The parameters of the rule; `*` stands for the bands by income.
const PARAMETERS: &[&str] = &["kot.max_hours", "kot.max_dagopvang", "kot.max_bso", "kot.max_gastouder", "kot*.first.*", "kot*.next.*", "toeslag.min"];
