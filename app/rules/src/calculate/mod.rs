//! One month of one household, rule after rule, in the order of `interface.md` section 6.

mod home;
mod limits;
mod person;

use crate::law::assessment_income::assessment_income;
use crate::law::assistance::assistance;
use crate::law::child_benefit::child_benefit;
use crate::law::disposable_income::{Parts, disposable_income};
use crate::law::gross_assistance::gross_assistance;
use crate::law::holiday_reserve::paid_monthly;
use crate::law::year_wage::year_wage;
use crate::money::{Cents, Euros, Hours};
use crate::outcome::{HouseholdOutcome, Outcome};
use crate::pair::Place;
use crate::situation::Household;
use crate::trace::{NoTrace, Sink, Trace};
pub use person::disregard_kinds;

/// Calculates one month.
#[must_use]
pub fn calculate(household: &Household) -> Outcome {
    at_hours(household, household.situation().adults.first.hours_per_week, &mut NoTrace)
}

/// The same with the explanation of every amount.
#[must_use]
pub fn calculate_with_trace(household: &Household) -> (Outcome, Trace) {
    let mut trace = Trace::starting_at(household.rules().confidence());
    let outcome = at_hours(household, household.situation().adults.first.hours_per_week, &mut trace);
    (outcome, trace)
}

/// Calculates one month with other hours of the first adult; hours are kept within 0 to 60.
#[must_use]
pub fn calculate_at(household: &Household, hours_of_first: Hours) -> Outcome {
    at_hours(household, hours_of_first.clamp(Hours(0), Hours::whole(60)), &mut NoTrace)
}

/// The allowances of a household at an income, cents per month. Childcare counts by its hours of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AllowancesAt {
    /// Healthcare allowance.
    pub healthcare: Cents,
    /// Rent allowance.
    pub rent: Cents,
    /// Child budget.
    pub child_budget: Cents,
    /// Childcare allowance.
    pub childcare: Cents,
}

impl AllowancesAt {
    /// All together.
    #[must_use]
    pub fn sum(self) -> Cents {
        self.healthcare + self.rent + self.child_budget + self.childcare
    }
}

/// What the household has a right to when its assessment income of the year is `income`: the settlement after the
/// year, when months were not all alike.
#[must_use]
pub fn allowances_at(household: &Household, income: Euros) -> AllowancesAt {
    let all_work = household.situation().adults.iter().all(|adult| adult.hours_per_week.0 > 0);
    let found = home::allowances(household.rules(), household.situation(), income, all_work, &mut NoTrace);
    AllowancesAt {
        healthcare: found.healthcare.month.cents(),
        rent: found.rent.month.cents(),
        child_budget: found.budget.month.cents(),
        childcare: found.childcare.allowance.cents(),
    }
}

fn at_hours(household: &Household, hours_of_first: Hours, sink: &mut impl Sink) -> Outcome {
    let (rules, situation) = (household.rules(), household.situation());
    let hours = situation.adults.as_ref().map(|place, adult| match place {
        Place::First => hours_of_first,
        Place::Second => adult.hours_per_week,
    });
    let adults = person::wages_of_all(rules, situation, hours, sink);
    let year_wages = adults.map(|_, adult| year_wage(&rules.holiday_pay, adult.gross_wage));
    let taxes = person::year_taxes(rules, situation, year_wages, sink);
    let norm = home::norm(rules, situation, sink);
    let means = home::means(situation, norm, &adults, &taxes);
    let (assistance, ended_by) = assistance(means, sink);
    let paid = paid_monthly(&rules.reserve, assistance, sink);
    let gross = gross_assistance(&rules.tax, assistance, taxes.map(|_, tax| tax.parts), sink);
    let gross_total: Euros = gross.iter().copied().sum();
    let income = assessment_income(year_wages.iter().copied().sum(), gross_total, sink);
    let all_work = hours.iter().all(|hours| hours.0 > 0);
    let allowances = home::allowances(rules, situation, income, all_work, sink);
    let benefit = child_benefit(&rules.child_benefit, situation.children.iter().map(|child| child.age), sink);
    let settled = home::settlement(rules, assistance, &adults, &taxes, sink);
    let mut result = HouseholdOutcome {
        assistance_norm: norm,
        assistance,
        assistance_paid_monthly: paid,
        assistance_gross_year: gross_total.cents(),
        assessment_income_year: income.cents(),
        healthcare_allowance: allowances.healthcare.month.cents(),
        rent_allowance: allowances.rent.month.cents(),
        child_budget: allowances.budget.month.cents(),
        child_benefit: benefit,
        childcare_allowance: allowances.childcare.allowance.cents(),
        childcare_cost: allowances.childcare.cost,
        tax_settlement: settled,
        disposable_income: Cents(0),
    };
    result.disposable_income = disposable_income(&parts(means.income, &result), sink);
    let passed = limits::thresholds(situation, ended_by, &allowances, sink);
    Outcome { adults, household: result, passed, confidence: limits::confidence(rules, &adults, &result) }
}

const fn parts(wages: Cents, result: &HouseholdOutcome) -> Parts {
    Parts {
        wages,
        assistance: result.assistance,
        healthcare_allowance: result.healthcare_allowance,
        rent_allowance: result.rent_allowance,
        child_budget: result.child_budget,
        child_benefit: result.child_benefit,
        childcare_allowance: result.childcare_allowance,
        childcare_cost: result.childcare_cost,
        tax_settlement: result.tax_settlement,
    }
}
