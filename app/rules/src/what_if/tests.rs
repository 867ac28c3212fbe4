//! Small towns of which every number was worked out by hand from their curves.

use super::*;
use crate::situation::{Adult, Child};
use crate::{Day, Pair};
use Shown::{AllButFew, Exactly, Few, Hidden};

/// Somebody of 35 at the minimum wage of July 2026, who rents; `used` months of letter n.
fn single(hours: i64, used: i64) -> Situation {
    let adult = Adult { disregard_months_used: used, ..Adult::new(35, Hours(hours), Cents(1_499)) };
    Situation::single(Day::parse("2026-10-01").unwrap(), adult, Some(Cents(65_000)))
}

fn couple(hours: i64) -> Situation {
    let partner = Adult::new(35, Hours(0), Cents(1_499));
    Situation { adults: Pair { first: single(hours, 0).adults.first, second: Some(partner) }, rent: None, ..single(0, 0) }
}

fn count(question: Question, town: &[(usize, Situation)]) -> WhatIf {
    let mut what_if = WhatIf::new(question);
    for (times, situation) in town {
        let household = situation.clone().check().unwrap();
        (0..*times).for_each(|_| what_if.add(&household));
    }
    what_if
}

fn question() -> Question {
    Question::new(20, 4).unwrap()
}

fn kept(situation: &Situation, scenario: Scenario, from: i64, to: i64) -> Kept {
    let household = in_scenario(&situation.clone().check().unwrap(), scenario).unwrap();
    Curve::of(&household, scenario).kept(from, to).unwrap()
}

#[test]
fn a_question_has_its_limits() {
    assert!(Question::new(1, 1).is_some() && Question::new(100, 40).is_some());
    for (less_than, step) in [(0, 4), (101, 4), (20, 0), (20, 41)] {
        assert_eq!(Question::new(less_than, step), None);
    }
}

#[test]
fn groups_are_by_adults_children_and_rent() {
    let child = |situation: Situation| Situation { children: vec![Child { age: 8, childcare: None }], ..situation };
    for (situation, kind, rents) in [
        (single(0, 0), Kind::Single, true),
        (child(single(0, 0)), Kind::SingleParent, true),
        (couple(0), Kind::Couple, false),
        (child(couple(0)), Kind::CoupleWithChild, false),
    ] {
        assert_eq!(Group::of(&situation), Group { kind, rents });
    }
}

/// Ten singles at 0 hours whose months of n are used up keep nothing of the first steps. Ten at 24 hours have no benefit
/// any more: the step from 24 to 28 keeps 95 cents, the last one, from 36 to 40, less than 20 (tests/curve.rs).
#[test]
fn steps_begin_at_the_present_hours() {
    let at_0 = count(question(), &[(10, single(0, 6))]);
    let row = at_0.tables()[0].all;
    assert_eq!((row.households, row.little, row.percentage, row.mostly), (Exactly(10), AllButFew, None, Some((0, 4))));
    let at_24 = count(question(), &[(10, single(2_400, 6))]);
    assert_eq!(at_24.tables()[0].all.mostly, Some((36, 40)));
    let strict = count(Question::new(10, 4).unwrap(), &[(10, single(2_400, 6))]);
    let row = strict.tables()[0].all;
    assert_eq!((row.little, row.mostly), (Few, None), "nobody keeps less than 10 cents there");
}

#[test]
fn hours_between_two_points_begin_at_the_next_one() {
    assert_eq!([0, 1, 100, 1_650, 3_600].map(|hours| first_whole_hour(Hours(hours))), [0, 1, 1, 17, 36]);
    let town = count(question(), &[(5, single(3_600, 6)), (3, single(3_601, 6)), (2, single(4_500, 6))]);
    assert_eq!((town.tables()[0].all.households, town.without_room()), (Exactly(5), 5));
}

#[test]
fn cents_kept_are_the_sums_of_all_households() {
    let (alone, pair) = (single(0, 6), couple(0));
    let town = count(question(), &[(6, alone.clone()), (18, pair.clone())]);
    let (one, other) = (kept(&alone, Scenario::Now, 0, 40), kept(&pair, Scenario::Now, 0, 40));
    let [table, ..] = town.tables();
    let cents: Vec<Option<i64>> = table.groups.iter().map(|(_, row)| row.cents_kept).collect();
    assert_eq!(cents, [one.cents_per_euro(), other.cents_per_euro()]);
    let both = Kept { change: Cents(6 * one.change.0 + 18 * other.change.0), extra_wage: Cents(6 * one.extra_wage.0 + 18 * other.extra_wage.0), ..one };
    assert_eq!(table.all.cents_kept, both.cents_per_euro());
}

/// 30 renters and 12 owners whose months are used up keep nothing of the first steps, nor do three couples, a small
/// group. 20 owners who work 36 hours at 40 euro keep more than 20 cents of the one step that is left to them.
#[test]
fn the_table_of_a_town() {
    let owner = Situation { rent: None, ..single(0, 6) };
    let high_wage = Adult { hourly_wage: Cents(4_000), ..single(3_600, 6).adults.first };
    let comfortable = Situation { adults: Pair { first: high_wage, second: None }, ..owner.clone() };
    let town = count(question(), &[(30, single(0, 6)), (20, comfortable), (12, owner), (3, couple(0))]);
    let [now, after, next] = town.tables();
    assert_eq!(now.scenario, Scenario::Now);
    assert!(!now.projection && !after.projection && next.projection);
    let shown: Vec<_> = now.groups.iter().map(|(group, row)| (group.kind, group.rents, row.households, row.little, row.percentage)).collect();
    assert_eq!(
        shown,
        [(Kind::Single, false, Exactly(32), Exactly(12), Some(38)), (Kind::Single, true, Hidden, Hidden, None), (Kind::Couple, false, Few, Few, None),]
    );
    assert_eq!((now.all.households, now.all.little, now.all.percentage), (Exactly(65), Exactly(45), Some(69)));
    let hidden: Vec<Row> = now.groups.iter().skip(1).map(|(_, row)| *row).collect();
    assert!(hidden.iter().all(|row| row.mostly.is_none() && row.cents_kept.is_none()), "a hidden row says nothing else either");
}

#[test]
fn every_regime_counts_the_same_households() {
    let in_2027 = Situation { date: Day::parse("2027-03-01").unwrap(), ..single(0, 0) };
    let town = count(question(), &[(10, single(0, 0)), (10, in_2027)]);
    let tables = town.tables();
    assert!(tables.iter().all(|table| table.all.households == Exactly(20)));
    // Without months left both lose the disregard: what is kept to 40 hours falls.
    assert!(tables[1].all.cents_kept <= tables[0].all.cents_kept);
}
