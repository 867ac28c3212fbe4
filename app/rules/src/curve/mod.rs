//! What is left at each whole number of hours, 0 to 40, and the shape of that line.
//!
//! One household gives up to four lines: as told, after the months of the first disregard, after the
//! months of all disregards, and under the next law on disregards.

mod shape;

use crate::calculate::{calculate_at, disregard_kinds};
use crate::money::{Cents, Fraction, Hours};
use crate::outcome::Outcome;
use crate::rule_set::{self, RuleSet};
use crate::situation::{Household, Situation};
pub use shape::{Cause, Shape, Stretch, stretches};

/// The last whole hour of a curve.
pub const LAST_HOUR: i64 = 40;

/// Under which circumstances a curve holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scenario {
    /// As the resident told.
    Now,
    /// The months of letter n are used up; another disregard follows.
    AfterFirstMonths,
    /// All months of all disregards are used up.
    AfterAllMonths,
    /// The first day on which another article on disregards is in force (art. 34a: 2027-01-01).
    NextLaw,
}

/// One whole hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Hours per week of the first adult.
    pub hours: i64,
    /// The month at those hours.
    pub outcome: Outcome,
}

/// What is left at each whole number of hours of the first adult, everything else as told.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Under which circumstances.
    pub scenario: Scenario,
    /// By which rules; a projection must be shown as one.
    pub rules: &'static RuleSet,
    points: Vec<Point>,
}

/// What is left of an extra wage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Hours per week before.
    pub from: i64,
    /// Hours per week after.
    pub to: i64,
    /// Change of what is left, cents per month; may be below zero.
    pub change: Cents,
    /// Extra gross wage with holiday pay, cents per month.
    pub extra_wage: Cents,
}

impl Kept {
    /// How many cents of each extra euro are kept, rounded half up, not clipped: below 0 is a loss.
    /// `None` without an extra wage.
    #[must_use]
    pub fn cents_per_euro(&self) -> Option<i64> {
        let wage = u32::try_from(self.extra_wage.0).ok().and_then(std::num::NonZeroU32::new)?;
        Some(Fraction::whole(self.change.0).times(100).over(wage).half_up())
    }
}

impl Curve {
    /// The curve of a household.
    #[must_use]
    pub fn of(household: &Household, scenario: Scenario) -> Self {
        let point = |hours| Point { hours, outcome: calculate_at(household, Hours::whole(hours)) };
        Self { scenario, rules: household.rules(), points: (0..=LAST_HOUR).map(point).collect() }
    }

    /// The 41 points, from 0 hours.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The month at a whole number of hours; `None` outside 0 to 40.
    #[must_use]
    pub fn at(&self, hours: i64) -> Option<&Outcome> {
        self.points.get(usize::try_from(hours).ok()?).map(|point| &point.outcome)
    }

    /// What is kept when hours go from one whole number to another; `None` outside 0 to 40.
    #[must_use]
    pub fn kept(&self, from: i64, to: i64) -> Option<Kept> {
        let (before, after) = (self.at(from)?, self.at(to)?);
        let wage = |outcome: &Outcome| outcome.gross_with_holiday_pay(&self.rules.holiday_pay);
        Some(Kept { from, to, change: after.household.disposable_income - before.household.disposable_income, extra_wage: wage(after) - wage(before) })
    }

    /// The step of `width` hours that pays best, starting at `from` hours or more; the earliest of equals.
    #[must_use]
    pub fn best_step(&self, from: i64, width: i64) -> Option<Kept> {
        let steps = (from.max(0)..=LAST_HOUR - width).filter_map(|start| self.kept(start, start + width));
        steps.fold(None, |best: Option<Kept>, step| match best {
            // Compared as fractions: change / wage, without rounding.
            Some(best) if share(&step, &best) <= share(&best, &step) => Some(best),
            _ => Some(step),
        })
    }
}

/// The change of one step, weighed by the wage of the other.
fn share(step: &Kept, other: &Kept) -> i128 {
    i128::from(step.change.0) * i128::from(other.extra_wage.0)
}

/// All curves that differ from one another, in the order of [`Scenario`]; the first is [`Scenario::Now`].
#[must_use]
pub fn curves(household: &Household) -> Vec<Curve> {
    let now = std::iter::once(Curve::of(household, Scenario::Now));
    let others = [Scenario::AfterFirstMonths, Scenario::AfterAllMonths, Scenario::NextLaw];
    let others = others.into_iter().filter_map(|scenario| {
        let later = in_scenario(household, scenario)?;
        Some(Curve::of(&later, scenario))
    });
    now.chain(others).collect()
}

/// The household under other circumstances; `None` when these do not come or change nothing.
#[must_use]
pub fn in_scenario(household: &Household, scenario: Scenario) -> Option<Household> {
    let changed = |change: fn(&mut Situation)| {
        let mut situation = household.situation().clone();
        change(&mut situation);
        situation.check().ok()
    };
    let kinds = |household: &Household| disregard_kinds(household);
    let differs = |later: &Household| kinds(later) != kinds(household);
    match scenario {
        Scenario::Now => Some(household.clone()),
        Scenario::AfterAllMonths => changed(use_all_months).filter(differs),
        Scenario::AfterFirstMonths => {
            let last = changed(use_all_months)?;
            changed(use_first_months).filter(differs).filter(|later| kinds(later) != kinds(&last))
        }
        Scenario::NextLaw => {
            let mut situation = household.situation().clone();
            situation.date = rule_set::next_regime(situation.date)?.first_day;
            situation.check().ok()
        }
    }
}

fn use_first_months(situation: &mut Situation) {
    for adult in situation.adults.iter_mut() {
        adult.disregard_months_used = crate::situation::MONTHS_N;
    }
}

fn use_all_months(situation: &mut Situation) {
    use_first_months(situation);
    for adult in situation.adults.iter_mut() {
        adult.single_parent_disregard_months_used = crate::situation::MONTHS_R;
        adult.wage_subsidy_months_used = crate::situation::MONTHS_Z;
        adult.disregard_2027_months_used = crate::situation::MONTHS_2027;
    }
}
