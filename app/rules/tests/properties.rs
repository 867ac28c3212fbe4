//! What holds for every household: pieces add up, nothing is below zero, and no amount jumps except at
//! a limit of the law that the trace names.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod households;

use households::household;
use proptest::prelude::*;
use rules::trace::Trace;
use rules::{Cents, Hours, Household, Outcome, Passed, Rule, Threshold, calculate, calculate_at, calculate_with_trace};

/// Steps that are not limits of the law stay below this (interface.md section 10).
const STEP: i64 = 2_500;

/// The amounts of the household by the rule that gave them.
fn amounts(outcome: &Outcome) -> [(Rule, Cents); 13] {
    let one = &outcome.household;
    [
        (Rule::AssistanceNorm, one.assistance_norm),
        (Rule::Assistance, one.assistance),
        (Rule::AssistancePaidMonthly, one.assistance_paid_monthly),
        (Rule::AssistanceGrossYear, one.assistance_gross_year),
        (Rule::AssessmentIncomeYear, one.assessment_income_year),
        (Rule::HealthcareAllowance, one.healthcare_allowance),
        (Rule::RentAllowance, one.rent_allowance),
        (Rule::ChildBudget, one.child_budget),
        (Rule::ChildBenefit, one.child_benefit),
        (Rule::ChildcareAllowance, one.childcare_allowance),
        (Rule::ChildcareCost, one.childcare_cost),
        (Rule::TaxSettlement, one.tax_settlement),
        (Rule::DisposableIncome, one.disposable_income),
    ]
}

fn income(outcome: &Outcome) -> i64 {
    outcome.adults.iter().map(|adult| adult.net_wage.0 + adult.holiday_entitlement.0).sum()
}

/// Entries about `rule`, of one adult or of the household.
fn entries(trace: &Trace, rule: Rule, adult: Option<usize>) -> Vec<Cents> {
    let about = trace.entries().iter().filter(|entry| entry.rule == rule && entry.adult == adult);
    about.map(|entry| entry.amount).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn pieces_add_up(household in household()) {
        let outcome = calculate(&household);
        let one = &outcome.household;
        let sum = income(&outcome) + one.assistance.0 + one.healthcare_allowance.0 + one.rent_allowance.0
            + one.child_budget.0 + one.child_benefit.0 + one.childcare_allowance.0 - one.childcare_cost.0
            + one.tax_settlement.0;
        prop_assert_eq!(one.disposable_income.0, sum);
        for adult in outcome.adults.iter() {
            prop_assert_eq!(adult.gross_wage.0, adult.net_wage.0 + adult.payroll_tax.0);
            let base = adult.net_wage + adult.holiday_entitlement;
            prop_assert!(adult.disregard.amount <= base);
        }
        prop_assert!(one.assistance <= one.assistance_norm);
        prop_assert!(one.assistance_gross_year.0 <= one.assessment_income_year.0);
    }

    #[test]
    fn only_the_settlement_and_the_total_may_be_below_zero(household in household()) {
        let outcome = calculate(&household);
        for (rule, amount) in amounts(&outcome) {
            if !matches!(rule, Rule::TaxSettlement | Rule::DisposableIncome) {
                prop_assert!(amount.0 >= 0, "{:?} {:?}", rule, amount);
            }
        }
        let one = &outcome.household;
        if one.disposable_income.0 < 0 {
            prop_assert!(one.childcare_cost.0 > one.childcare_allowance.0);
        }
        prop_assert!(one.assistance.0 == 0 || one.tax_settlement.0 == 0);
    }

    #[test]
    fn the_trace_says_what_the_result_says(household in household()) {
        let (outcome, trace) = calculate_with_trace(&household);
        prop_assert_eq!(outcome, calculate(&household));
        prop_assert_eq!(outcome, calculate_at(&household, household.situation().adults.first.hours_per_week));
        for (rule, amount) in amounts(&outcome) {
            prop_assert_eq!(entries(&trace, rule, None), vec![amount], "{:?}", rule);
        }
        for (place, adult) in outcome.adults.iter().enumerate() {
            for (rule, amount) in [
                (Rule::GrossWage, adult.gross_wage),
                (Rule::PayrollTax, adult.payroll_tax),
                (Rule::NetWage, adult.net_wage),
                (Rule::HolidayEntitlement, adult.holiday_entitlement),
                (Rule::Disregard, adult.disregard.amount),
            ] {
                prop_assert_eq!(entries(&trace, rule, Some(place)), vec![amount], "{:?}", rule);
            }
        }
        for entry in trace.entries() {
            prop_assert!(!entry.article.is_empty());
            prop_assert!(entry.adult.is_none_or(|adult| adult < 2));
        }
        for threshold in trace.thresholds() {
            prop_assert!(outcome.passed.contains(threshold), "{:?}", threshold);
        }
        prop_assert_eq!(outcome.passed.different_from(Passed::default()).count(), trace.thresholds().count());
    }

    #[test]
    fn doubt_about_an_input_is_doubt_about_the_result(household in household()) {
        let (outcome, trace) = calculate_with_trace(&household);
        let total = trace.find(Rule::DisposableIncome, None).unwrap();
        prop_assert!(total.confidence >= outcome.confidence);
        for entry in trace.entries() {
            for needed in trace.entries().iter().filter(|other| entry.rule.rests_on().contains(&other.rule)) {
                if entry.adult.is_none() || entry.adult == needed.adult {
                    prop_assert!(entry.confidence >= needed.confidence, "{:?} on {:?}", entry.rule, needed.rule);
                }
            }
            if household.rules().projection && !entry.parameters.is_empty() {
                prop_assert!(entry.confidence.needs_a_mark());
            }
        }
    }

    #[test]
    fn the_disregard_needs_a_wage_and_stays_below_its_maximum(household in household()) {
        for (place, adult) in calculate(&household).adults.iter().enumerate() {
            let (_, trace) = calculate_with_trace(&household);
            let entry = trace.find(Rule::Disregard, Some(place)).unwrap();
            let maximum = entry.inputs.iter().find(|(name, _)| *name == "maximum_cents");
            if let Some((_, rules::trace::Value::Cents(maximum))) = maximum {
                prop_assert!(adult.disregard.amount <= *maximum);
            }
            if adult.gross_wage.0 == 0 {
                prop_assert_eq!(adult.disregard.amount, Cents(0));
            }
        }
    }
}

/// Walks from 0 to 60 hours in hundredths of an hour.
fn walk(household: &Household) -> Result<(), TestCaseError> {
    let mut before = calculate_at(household, Hours(0));
    for hours in 1..=6_000 {
        let after = calculate_at(household, Hours(hours));
        let earned: i64 = after.adults.iter().zip(before.adults.iter()).map(|(a, b)| a.gross_wage.0 - b.gross_wage.0).sum();
        let change = after.household.disposable_income.0 - before.household.disposable_income.0;
        if after.passed == before.passed {
            let rest = change.abs() - earned;
            prop_assert!(rest < STEP, "{} hundredths of an hour: {} cents at once\n{:?}\n{:?}", hours, change, before, after);
        } else {
            let named = after.passed.different_from(before.passed).count();
            prop_assert!(named > 0);
        }
        before = after;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_jump_over_hours_but_at_limits_that_the_trace_names(household in household()) {
        walk(&household)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_jump_over_rent(household in household(), rent in 0_i64..500_000) {
        let with_rent = |rent| {
            let mut situation = household.situation().clone();
            situation.rent = Some(Cents(rent));
            calculate(&situation.check().unwrap()).household.disposable_income.0
        };
        let change = with_rent(rent + 1) - with_rent(rent);
        prop_assert!((0..=200).contains(&change), "{}", change);
    }

    #[test]
    fn at_the_end_of_the_benefit_the_limit_is_named(household in household()) {
        let outcome = calculate(&household);
        let named = [
            Threshold::AssistanceEndsByIncome,
            Threshold::AssistanceEndsByCombinationCredit,
            Threshold::AssistanceAssets,
        ];
        let passed = named.into_iter().filter(|one| outcome.passed.contains(*one)).count();
        prop_assert_eq!(passed, usize::from(outcome.household.assistance.0 == 0));
    }
}
