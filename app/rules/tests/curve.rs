//! The curve over hours: where benefit ends, what is kept, and the words for its shape.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use rules::curve::{Cause, Curve, Scenario, Shape, curves, in_scenario, stretches};
use rules::{Adult, Cents, Child, Childcare, ChildcareKind, Day, Hours, Household, Pair, Rule, Situation, Threshold, calculate_at};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Somebody of 35 at the minimum wage of July 2026 whose months of n are used up.
fn adult() -> Adult {
    Adult { disregard_months_used: 6, ..Adult::new(35, Hours(0), Cents(1_499)) }
}

fn single() -> Situation {
    Situation::single(day("2026-10-01"), adult(), Some(Cents(65_000)))
}

fn first_hour_without_benefit(situation: &Situation) -> i64 {
    let household = situation.clone().check().unwrap();
    (0..=6_000).find(|hours| calculate_at(&household, Hours(*hours)).household.assistance.0 == 0).unwrap()
}

/// model.md section D, in hundredths of an hour: without a disregard and with n.
#[test]
fn benefit_ends_where_the_model_says() {
    let n = |mut situation: Situation| {
        situation.adults.first.disregard_months_used = 0;
        situation
    };
    let couple = Situation { adults: Pair { first: adult(), second: Some(adult()) }, ..single() };
    let sharer = Situation { cost_sharing_housemates: 1, ..single() };
    for (situation, without, with_n) in [(single(), 2_080, 2_510), (couple, 2_990, 3_460), (sharer, 1_480, 1_900)] {
        assert!((first_hour_without_benefit(&situation) - without).abs() < 10, "{without}");
        assert!((first_hour_without_benefit(&n(situation)) - with_n).abs() < 10, "{with_n}");
    }
}

/// The share kept after the benefit has ended. By hand, with 826.1 euro of year wage to an hour: rent
/// allowance takes 27 cents from 23,425 (28.4 hours), tax 35.75 less labour credit of 31.009 up to
/// 25,845 (31.3 hours) and of 1.95 from there, healthcare 13.73 and the general credit 6.398 from 29,736
/// (36 hours). So 100 - 24.6 - 10.0, 100 - 27 - 33.8 and 100 - 27 - 33.8 - 13.73 - 6.4.
#[test]
fn shares_after_the_benefit() {
    let situation = Situation { date: day("2026-03-01"), adults: Pair { first: Adult { hourly_wage: Cents(1_471), ..adult() }, second: None }, ..single() };
    let curve = Curve::of(&situation.check().unwrap(), Scenario::Now);
    for (from, share) in [(24, 95), (28, 65), (32, 39), (36, 19)] {
        assert_eq!(curve.kept(from, from + 4).unwrap().cents_per_euro(), Some(share), "{from}");
    }
    let best = curve.best_step(20, 4).unwrap();
    assert_eq!((best.from, best.to), (24, 28));
    assert_eq!(curve.kept(38, 42), None);
    assert_eq!(curve.at(-1), None);
}

fn causes(curve: &Curve, shape: Shape) -> Vec<(i64, i64, Vec<Cause>)> {
    let stretches = stretches(curve);
    let same = stretches.into_iter().filter(|stretch| stretch.shape == shape);
    same.map(|stretch| (stretch.kept.from, stretch.kept.to, stretch.causes)).collect()
}

#[test]
fn without_a_disregard_the_line_is_flat_until_the_benefit_ends() {
    let household = single().check().unwrap();
    let flat = causes(&Curve::of(&household, Scenario::Now), Shape::Flat);
    let (from, to, causes) = &flat[0];
    assert_eq!((*from, *to), (0, 20));
    assert!(causes.contains(&Cause::NothingDisregarded));
    assert!(matches!(causes[0], Cause::Falls(Rule::Assistance, Cents(fall)) if fall > 100_000), "{causes:?}");
}

#[test]
fn with_n_the_line_is_flat_from_the_maximum_and_the_rent_allowance_is_named() {
    let mut situation = single();
    situation.adults.first.disregard_months_used = 0;
    let curve = Curve::of(&situation.check().unwrap(), Scenario::Now);
    let not_rising = [causes(&curve, Shape::Flat), causes(&curve, Shape::Drop)].concat();
    assert!(not_rising.iter().any(|(_, _, causes)| causes.contains(&Cause::DisregardAtMaximum)));
    let rising = causes(&curve, Shape::Rise);
    let rent = |causes: &Vec<Cause>| causes.iter().any(|cause| matches!(cause, Cause::Falls(Rule::RentAllowance, _)));
    assert!(rising.iter().any(|(from, _, causes)| *from < 17 && rent(causes)), "{rising:?}");
}

#[test]
fn stretches_follow_each_other_over_all_hours() {
    for curve in curves(&parent().check().unwrap()) {
        let stretches = stretches(&curve);
        assert_eq!((stretches[0].kept.from, stretches[stretches.len() - 1].kept.to), (0, 40));
        for pair in stretches.windows(2) {
            assert_eq!(pair[0].kept.to, pair[1].kept.from);
            assert_ne!(pair[0].shape, pair[1].shape);
        }
    }
}

/// A single parent with a child in day care.
fn parent() -> Situation {
    let care = Childcare { kind: ChildcareKind::DayCare, hours_per_month: Hours::whole(100), hourly_price: Cents(1_300) };
    let mut situation = single();
    situation.adults.first.disregard_months_used = 0;
    situation.children = vec![Child { age: 3, childcare: Some(care) }, Child { age: 8, childcare: None }];
    situation
}

#[test]
fn the_first_hour_of_work_brings_the_cost_of_childcare() {
    let drops = causes(&Curve::of(&parent().check().unwrap(), Scenario::Now), Shape::Drop);
    let (from, to, causes) = &drops[0];
    assert_eq!((*from, *to), (0, 1));
    assert!(causes.contains(&Cause::Falls(Rule::ChildcareCost, Cents(130_000))));
    assert!(causes.contains(&Cause::Passes(Threshold::ChildcareWithoutWork)));
}

fn scenarios(household: &Household) -> Vec<(Scenario, &'static str)> {
    curves(household).iter().map(|curve| (curve.scenario, curve.rules.name)).collect()
}

#[test]
fn only_the_scenarios_that_come_and_change_something() {
    use Scenario::{AfterAllMonths, AfterFirstMonths, NextLaw, Now};
    let all = [(Now, "2026-H2"), (AfterFirstMonths, "2026-H2"), (AfterAllMonths, "2026-H2"), (NextLaw, "2027-projected")];
    assert_eq!(scenarios(&parent().check().unwrap()), all);
    assert_eq!(scenarios(&single().check().unwrap()), [all[0], all[3]]);
    let later = Situation { date: day("2027-03-01"), ..single() };
    assert_eq!(scenarios(&later.check().unwrap()), [(Now, "2027-projected"), (AfterAllMonths, "2027-projected")]);
}

#[test]
fn the_parent_goes_from_n_to_r_to_nothing_to_art_34a() {
    let household = parent().check().unwrap();
    let kinds: Vec<&str> = curves(&household).iter().map(|curve| curve.at(12).unwrap().adults.first.disregard.kind.as_str()).collect();
    assert_eq!(kinds, ["n", "r", "none", "34a-1a"]);
    let next = in_scenario(&household, Scenario::NextLaw).unwrap();
    assert_eq!(next.situation().date, day("2027-01-01"));
}
