//! One month of one household, rule after rule, in the order of `interface.md` section 6.

use crate::confidence::Confidence;
use crate::law::annual_tax::{AnnualTax, annual_tax};
use crate::law::assessment_income::assessment_income;
use crate::law::assistance::{Means, assistance};
use crate::law::assistance_norm::{Composition, assistance_norm};
use crate::law::child_benefit::child_benefit;
use crate::law::child_budget::{ChildBudget, child_budget};
use crate::law::childcare::{ChildcareResult, childcare};
use crate::law::combination_credit::{self, combination_credit};
use crate::law::disposable_income::{Parts, disposable_income};
use crate::law::disregard::{Terms, disregard};
use crate::law::gross_assistance::gross_assistance;
use crate::law::gross_wage::gross_wage;
use crate::law::healthcare_allowance::{HealthcareAllowance, healthcare_allowance};
use crate::law::holiday_entitlement::holiday_entitlement;
use crate::law::holiday_reserve::paid_monthly;
use crate::law::net_wage::net_wage;
use crate::law::payroll_tax::payroll_tax;
use crate::law::rent_allowance::{RentAllowance, Tenancy, rent_allowance};
use crate::law::tax_settlement::{Paid, tax_settlement};
use crate::law::year_wage::year_wage;
use crate::money::{Cents, Euros, Hours};
use crate::outcome::{AdultOutcome, HouseholdOutcome, Outcome};
use crate::pair::{Pair, Place};
use crate::rule::Rule;
use crate::rule_set::{Disregards, RuleSet};
use crate::situation::{Adult, Household, Situation};
use crate::threshold::{Passed, Threshold};
use crate::trace::{Entry, NoTrace, OfAdult, Sink, Trace};

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

/// The allowances of a month, before they become amounts.
struct Allowances {
    healthcare: HealthcareAllowance,
    rent: RentAllowance,
    budget: ChildBudget,
    childcare: ChildcareResult,
}

fn at_hours(household: &Household, hours_of_first: Hours, sink: &mut impl Sink) -> Outcome {
    let (rules, situation) = (household.rules(), household.situation());
    let hours = situation.adults.as_ref().map(|place, adult| match place {
        Place::First => hours_of_first,
        Place::Second => adult.hours_per_week,
    });
    let adults = situation.adults.as_ref().map(|place, adult| {
        let hours = if place == Place::First { hours_of_first } else { adult.hours_per_week };
        wages(rules, situation, adult, hours, &mut OfAdult { sink, adult: place.index() })
    });
    let year_wages = adults.map(|_, adult| year_wage(&rules.holiday_pay, adult.gross_wage));
    let taxes = year_taxes(rules, situation, year_wages, sink);
    let norm = norm(rules, situation, sink);
    let means = means(situation, norm, &adults, &taxes);
    let (assistance, ended_by) = assistance(means, sink);
    let paid = paid_monthly(&rules.reserve, assistance, sink);
    let gross = gross_assistance(&rules.tax, assistance, taxes.map(|_, tax| tax.parts), sink);
    let gross_total: Euros = gross.iter().copied().sum();
    let income = assessment_income(year_wages.iter().copied().sum(), gross_total, sink);
    let all_work = hours.iter().all(|hours| hours.0 > 0);
    let allowances = allowances(rules, situation, income, all_work, sink);
    let benefit = child_benefit(&rules.child_benefit, situation.children.iter().map(|child| child.age), sink);
    let settled = settlement(rules, assistance, &adults, &taxes, sink);
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
    let passed = thresholds(situation, ended_by, &allowances, sink);
    Outcome { adults, household: result, passed, confidence: confidence(rules, &adults, &result) }
}

/// Steps 1 to 5: from hours to disregard.
fn wages(rules: &RuleSet, situation: &Situation, adult: &Adult, hours: Hours, sink: &mut impl Sink) -> AdultOutcome {
    let gross = gross_wage(hours, adult.hourly_wage, sink);
    let tax = payroll_tax(&rules.tax, gross, sink);
    let net = net_wage(gross, tax, sink);
    let entitlement = holiday_entitlement(&rules.entitlement, net, sink);
    let disregard = disregard(terms(rules, situation, adult), net + entitlement, sink);
    AdultOutcome { gross_wage: gross, payroll_tax: tax, net_wage: net, holiday_entitlement: entitlement, disregard }
}

/// The disregard of an adult who has a wage.
fn terms(rules: &RuleSet, situation: &Situation, adult: &Adult) -> Terms {
    match &rules.disregards {
        Disregards::Article31(amounts) => {
            let single = situation.adults.second.is_none();
            let youngest = situation.children.iter().map(|child| child.age).min().filter(|_| single);
            amounts.terms(amounts.which(adult, youngest))
        }
        Disregards::Article34a(amounts) => amounts.terms(amounts.which(adult)),
    }
}

/// The tax of the year of each adult, with the combination credit for the one who may have it.
fn year_taxes(rules: &RuleSet, situation: &Situation, wages: Pair<Euros>, sink: &mut impl Sink) -> Pair<AnnualTax> {
    let limit = rules.combination_child.younger_than.0;
    let with_young_child = situation.children.iter().any(|child| child.age < limit);
    let who = with_young_child.then(|| combination_credit::who(wages));
    wages.map(|place, wage| {
        let credit = if who == Some(place) { combination_credit(&rules.combination, wage) } else { Euros(0) };
        annual_tax(&rules.tax, wage, credit, &mut OfAdult { sink, adult: place.index() })
    })
}

fn norm(rules: &RuleSet, situation: &Situation, sink: &mut impl Sink) -> Cents {
    let who = Composition {
        ages: situation.adults.as_ref().map(|_, adult| adult.age),
        with_child: !situation.children.is_empty(),
        housemates: u32::try_from(situation.cost_sharing_housemates).unwrap_or(0),
    };
    assistance_norm(&rules.norms, &rules.sharing, who, sink)
}

fn means(situation: &Situation, norm: Cents, adults: &Pair<AdultOutcome>, taxes: &Pair<AnnualTax>) -> Means {
    Means {
        norm,
        income: adults.iter().map(|adult| adult.net_wage + adult.holiday_entitlement).sum(),
        disregarded: adults.iter().map(|adult| adult.disregard.amount).sum(),
        assets_above_limit: situation.assets_above_assistance_limit,
        combination_credit: taxes.iter().map(|tax| tax.combination_used).sum(),
    }
}

/// Steps 13 to 16 and 18.
fn allowances(
    rules: &RuleSet,
    situation: &Situation,
    income: Euros,
    all_work: bool,
    sink: &mut impl Sink,
) -> Allowances {
    let with_partner = situation.adults.second.is_some();
    let assets = situation.assets_above_allowance_limit;
    let ages = || situation.children.iter().map(|child| child.age);
    let children = i64::try_from(situation.children.len()).unwrap_or(i64::MAX);
    let tenancy = Tenancy {
        rent: situation.rent,
        persons: situation.adults.count() + children,
        oldest: situation.adults.iter().map(|adult| adult.age).max().unwrap_or_default(),
        with_child: children > 0,
        income,
        assets_above_limit: assets || situation.assets_above_rent_allowance_limit,
    };
    let minimum = &rules.minimum;
    Allowances {
        healthcare: healthcare_allowance(&rules.healthcare, minimum, with_partner, income, assets, sink),
        rent: rent_allowance(&rules.rent, minimum, tenancy, sink),
        budget: child_budget(&rules.child_budget, minimum, ages(), with_partner, income, assets, sink),
        childcare: childcare(&rules.childcare, minimum, &situation.children, all_work, income, sink),
    }
}

fn settlement(
    rules: &RuleSet,
    assistance: Cents,
    adults: &Pair<AdultOutcome>,
    taxes: &Pair<AnnualTax>,
    sink: &mut impl Sink,
) -> Cents {
    let paid = |adult: &AdultOutcome, tax: &AnnualTax| Paid {
        gross: adult.gross_wage,
        net_with_entitlement: adult.net_wage + adult.holiday_entitlement,
        due: tax.due,
    };
    let adults = Pair {
        first: paid(&adults.first, &taxes.first),
        second: adults.second.as_ref().zip(taxes.second.as_ref()).map(|(adult, tax)| paid(adult, tax)),
    };
    tax_settlement(&rules.holiday_pay, assistance, adults, sink)
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

/// Collects the limits that were passed, and names them in the trace.
fn thresholds(
    situation: &Situation,
    ended_by: Option<Threshold>,
    allowances: &Allowances,
    sink: &mut impl Sink,
) -> Passed {
    let assets = situation.assets_above_allowance_limit;
    let rent_assets = situation.rent.is_some() && (assets || situation.assets_above_rent_allowance_limit);
    let single = [
        ended_by,
        allowances.healthcare.threshold,
        allowances.rent.threshold,
        allowances.budget.threshold,
        assets.then_some(Threshold::AllowanceAssets),
        rent_assets.then_some(Threshold::RentAllowanceAssets),
    ];
    let mut passed = Passed::default();
    for threshold in single.into_iter().flatten().chain(allowances.childcare.thresholds()) {
        passed.add(threshold);
        sink.record(|| Entry {
            threshold: Some(threshold),
            ..Entry::new(Rule::Threshold, threshold.article(), Cents(0))
        });
    }
    passed
}

/// The least sure parameter among the rules that gave an amount.
fn confidence(rules: &RuleSet, adults: &Pair<AdultOutcome>, result: &HouseholdOutcome) -> Confidence {
    let used = [
        (result.assistance, rules.norms.confidence),
        (result.healthcare_allowance, rules.healthcare.confidence),
        (result.rent_allowance, rules.rent.confidence),
        (result.child_budget, rules.child_budget.confidence),
        (result.child_benefit, rules.child_benefit.confidence),
        (result.childcare_cost, rules.childcare.confidence),
    ];
    let household = used
        .into_iter()
        .filter(|(amount, _)| amount.0 != 0)
        .fold(rules.confidence(), |weakest, (_, confidence)| weakest.weakest(confidence));
    adults.iter().fold(household, |weakest, adult| weakest.weakest(adult.disregard.confidence))
}
