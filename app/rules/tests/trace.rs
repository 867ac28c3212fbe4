//! The trace of a known household: article, inputs, rounding, confidence and parameters, not only amounts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use rules::parameter::PARAMETERS;
use rules::trace::{Entry, Rounding, Trace, Value};
use rules::{Adult, Cents, Child, Childcare, ChildcareKind, Confidence, Day, Euros, Hours, Rate, Rule, Situation, Threshold, calculate_with_trace};

/// The second household of examples.json: a single parent at 16.5 hours with two children in childcare.
fn parent(date: &str) -> Situation {
    let care = |kind, hours, price| Childcare { kind, hours_per_month: Hours::whole(hours), hourly_price: Cents(price) };
    let adult = Adult { disregard_months_used: 6, single_parent_disregard_months_used: 4, ..Adult::new(32, Hours(1_650), Cents(1_550)) };
    let mut situation = Situation::single(Day::parse(date).unwrap(), adult, Some(Cents(72_000)));
    situation.children = vec![
        Child { age: 3, childcare: Some(care(ChildcareKind::DayCare, 70, 1_080)) },
        Child { age: 8, childcare: Some(care(ChildcareKind::AfterSchool, 40, 1_025)) },
    ];
    situation
}

fn trace(situation: Situation) -> Trace {
    calculate_with_trace(&situation.check().unwrap()).1
}

fn input(entry: &Entry, name: &str) -> Value {
    entry.inputs.iter().find(|(input, _)| *input == name).unwrap().1
}

#[test]
fn the_wage_explains_itself() {
    let trace = trace(parent("2026-10-01"));
    let gross = trace.find(Rule::GrossWage, Some(0)).unwrap();
    assert_eq!((gross.amount, gross.article, gross.rounding), (Cents(110_825), "-", Rounding::HalfUpToCent));
    assert_eq!(input(gross, "hours_per_week"), Value::Hours(Hours(1_650)));
    let tax = trace.find(Rule::PayrollTax, Some(0)).unwrap();
    assert!(tax.article.starts_with("Wet LB 1964 art. 20a"));
    assert_eq!(tax.rounding, Rounding::PayrollTable);
    assert_eq!(input(tax, "table_year_wage_euro"), Value::Euros(Euros(13_284)));
    assert_eq!(tax.confidence, Confidence::VerifiedPrimary);
}

#[test]
fn the_disregard_names_its_letter_and_its_doubt() {
    let trace = trace(parent("2026-10-01"));
    let r = trace.find(Rule::Disregard, Some(0)).unwrap();
    assert_eq!((r.amount, r.article), (Cents(14_672), "Participatiewet art. 31 lid 2 sub r"));
    assert_eq!(input(r, "share_pct"), Value::Rate(Rate(12_500)));
    assert_eq!(input(r, "maximum_cents"), Value::Cents(Cents(18_017)));
    assert_eq!(r.parameters, ["pw.vrijl.r.pct", "pw.vrijl.r.max"]);
    assert_eq!(r.confidence, Confidence::Derived);
}

#[test]
fn doubt_travels_to_the_total() {
    let confidence = |date, rule| trace(parent(date)).find(rule, None).unwrap().confidence;
    // January 2026: the maximum was read in the law; rent and childcare amounts in quotations of it.
    assert_eq!(confidence("2026-03-01", Rule::Assistance), Confidence::VerifiedPrimary);
    assert_eq!(confidence("2026-03-01", Rule::DisposableIncome), Confidence::VerifiedSecondary);
    // July 2026: the maximum is derived, so the benefit and all that rests on it.
    assert_eq!(confidence("2026-10-01", Rule::AssistanceNorm), Confidence::VerifiedPrimary);
    assert_eq!(confidence("2026-10-01", Rule::Assistance), Confidence::Derived);
    assert_eq!(confidence("2026-10-01", Rule::RentAllowance), Confidence::Derived);
    assert_eq!(confidence("2026-10-01", Rule::ChildBenefit), Confidence::VerifiedPrimary);
    assert_eq!(confidence("2027-02-01", Rule::DisposableIncome), Confidence::Projected);
    let outcome = calculate_with_trace(&parent("2026-10-01").check().unwrap()).0;
    assert_eq!(outcome.confidence, Confidence::Derived);
}

#[test]
fn the_allowances_name_income_and_rounding() {
    let trace = trace(parent("2026-10-01"));
    for (rule, rounding, article) in [
        (Rule::HealthcareAllowance, Rounding::YearHalfUpMonthDown, "Wet op de zorgtoeslag art. 2"),
        (Rule::RentAllowance, Rounding::MonthDownToEuro, "Wet op de huurtoeslag art. 13, 16-21"),
        (Rule::ChildBudget, Rounding::MonthDownToEuro, "Wet op het kindgebonden budget art. 2"),
        (Rule::ChildcareAllowance, Rounding::MonthDownToEuro, "Wet kinderopvang art. 1.6, 1.7; Besluit kinderopvangtoeslag"),
    ] {
        let entry = trace.find(rule, None).unwrap();
        assert_eq!((entry.rounding, entry.article), (rounding, article));
        assert_eq!(input(entry, "assessment_income_euro"), Value::Euros(Euros(21_691)));
    }
    let credit = trace.find(Rule::CombinationCredit, None).unwrap();
    assert_eq!(credit.article, "Wet IB 2001 art. 8.14a, 8.8");
}

#[test]
fn limits_that_were_passed_are_named() {
    let at = |hours, assets| {
        let mut situation = parent("2026-10-01");
        situation.adults.first.hours_per_week = Hours::whole(hours);
        situation.assets_above_assistance_limit = assets;
        trace(situation).thresholds().collect::<Vec<_>>()
    };
    assert_eq!(at(16, false), []);
    assert_eq!(at(0, false), [Threshold::ChildcareWithoutWork]);
    assert_eq!(at(16, true), [Threshold::AssistanceAssets]);
    assert_eq!(at(40, false)[0], Threshold::AssistanceEndsByIncome);
}

/// The limits that need odd numbers to be met.
#[test]
fn rare_limits_are_named_too() {
    let mut rich = parent("2026-10-01");
    rich.adults.first.hours_per_week = Hours::whole(60);
    rich.adults.first.hourly_wage = Cents(2_200);
    assert!(trace(rich).thresholds().any(|threshold| matches!(threshold, Threshold::ChildcareBand(band) if band > 3)));
    let mut combined = parent("2026-10-01");
    combined.adults.first.hourly_wage = Cents(1_499);
    let ended = (1_500..4_000).any(|hours| {
        combined.adults.first.hours_per_week = Hours(hours);
        trace(combined.clone()).thresholds().any(|threshold| threshold == Threshold::AssistanceEndsByCombinationCredit)
    });
    assert!(ended);
    let small = (2_500..4_500).any(|hours| {
        let adult = Adult::new(40, Hours(hours), Cents(2_000));
        let mut situation = Situation::single(Day::parse("2026-10-01").unwrap(), adult, Some(Cents(40_000)));
        situation.children.clear();
        trace(situation).thresholds().any(|threshold| threshold == Threshold::HealthcareBelowMinimum)
    });
    assert!(small);
}

/// Every parameter that a trace names exists, so that a page can show its source.
#[test]
fn named_parameters_exist() {
    for date in ["2026-03-01", "2026-10-01", "2027-02-01"] {
        for entry in trace(parent(date)).entries() {
            for id in entry.parameters {
                let known = match id.split_once('*') {
                    None => PARAMETERS.iter().any(|row| row.id == *id),
                    Some((start, _)) => PARAMETERS.iter().any(|row| row.id.starts_with(start)),
                };
                assert!(known, "{id}");
            }
        }
    }
}
