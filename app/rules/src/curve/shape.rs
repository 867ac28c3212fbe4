//! The shape of a curve in words: where it stands still, where it drops, and why.

use super::{Curve, Kept, Point};
use crate::law::disregard::Kind;
use crate::money::Cents;
use crate::outcome::{HouseholdOutcome, Outcome};
use crate::rule::Rule;
use crate::threshold::Threshold;

/// Keeping less than this of each extra euro counts as standing still. Allowances are whole euros, so
/// over one hour at the minimum wage a few cents in a euro are only rounding.
const FLAT_CENTS_PER_EURO: i64 = 10;

/// Losing more than this over an hour counts as a drop; less is the rounding of an allowance.
const DROP: Cents = Cents(-100);

/// How a stretch of hours runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// More hours leave more.
    Rise,
    /// More hours leave hardly anything.
    Flat,
    /// More hours leave less.
    Drop,
}

/// Hours in a row with the same shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its shape.
    pub shape: Shape,
    /// From where to where, and what is kept in all.
    pub kept: Kept,
    /// Why so little is kept, the largest loss first; empty for a rise that loses nothing.
    pub causes: Vec<Cause>,
}

/// Why less is kept than is earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An amount falls (or the cost of childcare rises), by this much per month.
    Falls(Rule, Cents),
    /// There is benefit and nothing of the extra wage is disregarded: no disregard applies.
    NothingDisregarded,
    /// There is benefit and the disregard has reached its maximum.
    DisregardAtMaximum,
    /// A limit of the law is passed.
    Passes(Threshold),
}

/// The curve as stretches that follow each other from 0 to 40 hours.
#[must_use]
pub fn stretches(curve: &Curve) -> Vec<Stretch> {
    let mut runs: Vec<(Shape, i64, i64)> = Vec::new();
    for Point { hours: to, .. } in curve.points().iter().skip(1) {
        let Some(kept) = curve.kept(to - 1, *to) else {
            continue;
        };
        let shape = shape(&kept);
        match runs.last_mut() {
            Some((same, _, end)) if *same == shape => *end = *to,
            _ => runs.push((shape, to - 1, *to)),
        }
    }
    runs.into_iter().filter_map(|(shape, from, to)| stretch(curve, shape, from, to)).collect()
}

fn shape(kept: &Kept) -> Shape {
    if kept.change < DROP {
        Shape::Drop
    } else if kept.change.0 * 100 < kept.extra_wage.0 * FLAT_CENTS_PER_EURO {
        Shape::Flat
    } else {
        Shape::Rise
    }
}

fn stretch(curve: &Curve, shape: Shape, from: i64, to: i64) -> Option<Stretch> {
    let (before, after) = (curve.at(from)?, curve.at(to)?);
    let mut causes = losses(&before.household, &after.household);
    causes.extend(no_disregard(before, after));
    causes.extend(before.passed.different_from(after.passed).map(Cause::Passes));
    Some(Stretch { shape, kept: curve.kept(from, to)?, causes })
}

/// The amounts that fall between two points and the cost that rises, the largest first.
fn losses(before: &HouseholdOutcome, after: &HouseholdOutcome) -> Vec<Cause> {
    let mut losses: Vec<(Rule, Cents)> = Vec::new();
    for (rule, amount) in [
        (Rule::Assistance, before.assistance - after.assistance),
        (Rule::HealthcareAllowance, before.healthcare_allowance - after.healthcare_allowance),
        (Rule::RentAllowance, before.rent_allowance - after.rent_allowance),
        (Rule::ChildBudget, before.child_budget - after.child_budget),
        (Rule::ChildcareAllowance, before.childcare_allowance - after.childcare_allowance),
        (Rule::ChildcareCost, after.childcare_cost - before.childcare_cost),
        (Rule::TaxSettlement, before.tax_settlement - after.tax_settlement),
    ] {
        if amount.0 > 0 {
            // Seven at most: a sort of the library would be larger than the rest of this file.
            let smaller = losses.iter().position(|(_, other)| *other < amount);
            losses.insert(smaller.unwrap_or(losses.len()), (rule, amount));
        }
    }
    let named = |(rule, amount)| Cause::Falls(rule, amount);
    losses.into_iter().map(named).collect()
}

/// Why the whole extra wage is deducted from a benefit, if it is.
fn no_disregard(before: &Outcome, after: &Outcome) -> Option<Cause> {
    let extra = &after.adults.first.disregard;
    if before.household.assistance.0 == 0 {
        None
    } else if extra.kind == Kind::None {
        Some(Cause::NothingDisregarded)
    } else if extra.at_maximum {
        Some(Cause::DisregardAtMaximum)
    } else {
        None
    }
}
