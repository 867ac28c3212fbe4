//! The answer: what is left now and with each plan, why, and what to do.

use crate::months::{Line, line};
use crate::part::Part;
use crate::plan::{Assumed, Plans};
use crate::report::{Report, reports};
use rules::curve::{Curve, Kept, Stretch, curves, stretches};
use rules::trace::{Entry, Trace};
use rules::{Cents, Hours, Household, Outcome, Rule, calculate_with_trace};

/// One month with its explanation.
#[derive(Debug, Clone)]
pub struct Side {
    /// The household.
    pub household: Household,
    /// Every amount.
    pub outcome: Outcome,
    /// Every explanation.
    pub trace: Trace,
}

impl Side {
    fn of(household: &Household) -> Self {
        let (outcome, trace) = calculate_with_trace(household);
        Self { household: household.clone(), outcome, trace }
    }

    /// Hours of the first adult.
    #[must_use]
    pub fn hours(&self) -> Hours {
        self.household.situation().adults.first.hours_per_week
    }

    /// What is left each month.
    #[must_use]
    pub fn left(&self) -> Cents {
        self.outcome.household.disposable_income
    }

    /// The amount of a part.
    #[must_use]
    pub fn amount(&self, part: Part) -> Cents {
        let household = &self.outcome.household;
        match part {
            Part::Wage => self.outcome.adults.iter().map(|adult| adult.net_wage + adult.holiday_entitlement).sum(),
            Part::Assistance => household.assistance,
            Part::Healthcare => household.healthcare_allowance,
            Part::Rent => household.rent_allowance,
            Part::ChildBudget => household.child_budget,
            Part::ChildBenefit => household.child_benefit,
            Part::Childcare => household.childcare_allowance,
            Part::ChildcareCost => Cents(-household.childcare_cost.0),
            Part::Settlement => household.tax_settlement,
        }
    }
}

/// One plan against now.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The month.
    pub side: Side,
    /// How much more is left, cents per month; below zero is less.
    pub change: Cents,
    /// Cents kept of each extra euro of wage; `None` without an extra wage.
    pub cents_per_euro: Option<i64>,
}

/// Everything that the page shows.
#[derive(Debug, Clone)]
pub struct Answer {
    /// As it is.
    pub now: Side,
    /// The first plan.
    pub plan: Plan,
    /// Two more, if they were asked for.
    pub others: Vec<Plan>,
    /// What is left at 0 to 40 hours, under each circumstance that differs.
    pub curves: Vec<Curve>,
    /// The shape of the first.
    pub stretches: Vec<Stretch>,
    /// From the present hours on: the four hours that pay best.
    pub best: Option<Kept>,
    /// Month by month.
    pub line: Line,
    /// What to report.
    pub reports: Vec<Report>,
    /// What was not known.
    pub assumed: Vec<Assumed>,
    /// The minimum wage per hour, when the wage that was typed is below it.
    pub below_minimum: Option<Cents>,
}

/// Hours of the step that is looked for.
const STEP: i64 = 4;

impl Answer {
    /// The answer for these households; `None` when there is no plan.
    #[must_use]
    pub fn of(plans: &Plans) -> Option<Self> {
        let now = Side::of(&plans.now);
        let compare = |household: &Household| {
            let side = Side::of(household);
            let change = side.left() - now.left();
            let wages = |side: &Side| side.outcome.gross_with_holiday_pay(&side.household.rules().holiday_pay);
            let kept = Kept { from: 0, to: 0, change, extra_wage: wages(&side) - wages(&now) };
            Plan { cents_per_euro: kept.cents_per_euro(), change, side }
        };
        let mut all = plans.plans.iter().map(compare);
        let plan = all.next()?;
        let others = all.collect();
        let curves = curves(&plan.side.household);
        let first = curves.first()?;
        let from = now.hours().0 / 100;
        Some(Self {
            stretches: stretches(first),
            best: first.best_step(from, STEP).filter(|best| best.change > Cents(0)),
            line: line(&plans.now, &plan.side.household),
            reports: reports(&now, &plan.side),
            assumed: plans.assumed.clone(),
            below_minimum: plans.below_minimum,
            now,
            plan,
            others,
            curves,
        })
    }

    /// The same entry of the trace now and with the plan, for explaining one part.
    pub fn explained(&self, part: Part) -> impl Iterator<Item = (Option<&Entry>, &Entry)> {
        let of = |rule: Rule| self.plan.side.trace.entries().iter().filter(move |entry| entry.rule == rule);
        part.rules().iter().flat_map(move |rule| of(*rule)).map(|entry| (self.now.trace.find(entry.rule, entry.adult), entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;
    use crate::part::Band;
    use crate::turn::EXAMPLE;
    use rules::Day;

    fn answer(fields: &[(&str, &str)]) -> Answer {
        Answer::of(&Plans::of(&Form::of(fields.iter().copied()), Day::parse("2026-11-22").unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn parts_and_bands_add_up_to_what_is_left() {
        for hours in ["0", "8", "16", "24", "36"] {
            let mut fields = EXAMPLE.to_vec();
            fields.extend([("plan", hours), ("childcare", "after_school"), ("care_hours", "60"), ("care_children", "2")]);
            let answer = answer(&fields);
            let side = &answer.plan.side;
            assert_eq!(Part::ALL.into_iter().map(|part| side.amount(part)).sum::<Cents>(), side.left());
            assert_eq!(Band::ALL.into_iter().map(|band| band.amount(side)).sum::<Cents>(), side.left());
            assert_eq!(answer.plan.change, side.left() - answer.now.left());
        }
    }

    #[test]
    fn four_hours_more_say_what_the_law_leaves() {
        let answer = answer(&EXAMPLE);
        // 25% of four hours at the minimum wage, net and with holiday pay, while n lasts.
        let kept = answer.curves[0].kept(12, 16).unwrap();
        assert_eq!((answer.plan.change, answer.plan.cents_per_euro), (kept.change, kept.cents_per_euro()));
        assert!(answer.plan.change > Cents(0) && answer.others.is_empty());
        assert!(answer.best.unwrap().from >= 12);
    }

    #[test]
    fn every_amount_of_the_plan_is_explained_by_an_article() {
        let answer = answer(&EXAMPLE);
        for part in Part::ALL {
            let entries: Vec<_> = answer.explained(part).collect();
            assert!(entries.iter().any(|(_, entry)| entry.amount.0.abs() == answer.plan.side.amount(part).0.abs()) || part == Part::Wage, "{part:?}");
            assert!(entries.iter().all(|(now, entry)| !entry.article.is_empty() && now.is_some_and(|now| now.rule == entry.rule)), "{part:?}");
        }
        let wage: Cents = answer.explained(Part::Wage).filter(|(_, e)| matches!(e.rule, Rule::NetWage | Rule::HolidayEntitlement)).map(|(_, e)| e.amount).sum();
        assert_eq!(wage, answer.plan.side.amount(Part::Wage));
    }

    #[test]
    fn up_to_three_plans() {
        let mut fields = EXAMPLE.to_vec();
        fields.extend([("plan_2", "24"), ("plan_3", "32")]);
        let answer = answer(&fields);
        assert_eq!(answer.others.iter().map(|plan| plan.side.hours()).collect::<Vec<_>>(), [Hours::whole(24), Hours::whole(32)]);
    }
}
