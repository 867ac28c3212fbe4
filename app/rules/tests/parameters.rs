//! The parameters are the files as they were given, and nothing is filled in.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use rules::law::payroll_tax;
use rules::parameter::{HISTORY, PARAMETERS, Source};
use rules::parameter_diff::changes;
use rules::rule_set::{self, Disregards, RULE_SETS};
use rules::situation::{MONTHS_2027, MONTHS_N, MONTHS_R, MONTHS_Z};
use rules::{Confidence, Day};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn find(id: &'static str, on: &str) -> Option<String> {
    let found = Source::national(day(on)).find(id).ok()?;
    found.value.map(|value| value.to_string())
}

#[test]
fn all_rows_are_there() {
    let own = include_str!("../data/params-own.csv").lines().count() - 1;
    assert_eq!(PARAMETERS.len(), 471 + own);
    assert_eq!(HISTORY.len(), 28);
    for row in PARAMETERS.iter().chain(&HISTORY) {
        assert!(!row.unit.is_empty() && !row.source.is_empty() && !row.legal_ref.is_empty(), "{}", row.id);
        assert!(row.valid_from <= row.valid_until, "{}", row.id);
        assert_eq!(row.value.is_none(), row.confidence == Confidence::Unknown, "{}", row.id);
    }
}

#[test]
fn every_value_is_the_one_in_the_file() {
    let text = include_str!("../data/params.csv");
    for row in PARAMETERS.iter() {
        let Some(value) = row.value else { continue };
        let written = format!(",{value},");
        let line = text.lines().find(|line| line.starts_with(&format!("{},", row.id)) && line.contains(&format!(",{},", row.valid_from)));
        // Values in exponents and our own rows are compared by hand.
        if let Some(line) = line.filter(|line| !line.contains("e-7")) {
            assert!(line.contains(&written), "{line} has no {written}");
        }
    }
}

#[test]
fn an_amount_stands_only_for_its_own_period() {
    assert_eq!(find("pw.norm.single_21_aow", "2026-06-30").as_deref(), Some("1401.50"));
    assert_eq!(find("pw.norm.single_21_aow", "2026-07-01").as_deref(), Some("1419.46"));
    assert_eq!(find("pw.norm.single_21_aow", "2024-06-30"), None);
    assert_eq!(find("pw.norm.single_21_aow", "2027-01-01"), None, "the next half-year is not known");
    assert_eq!(find("ahk.max", "2026-12-31").as_deref(), Some("3115"));
    assert_eq!(find("ahk.max", "2024-05-01"), None, "a year without amounts between two with");
    assert_eq!(find("pw.vrijl.n.pct", "2026-10-01").as_deref(), Some("25"), "stands until the law changes");
    assert_eq!(find("kb.0_5", "2025-08-01"), None, "known to be unknown");
    assert_eq!(find("hvs.iit.couple", "2026-01-01"), None);
    assert!(payroll_tax::Amounts::read(Source::national(day("2024-01-01"))).is_err());
}

#[test]
fn rule_sets_follow_each_other_and_no_other_day_is_accepted() {
    let names: Vec<&str> = RULE_SETS.iter().map(|set| set.name).collect();
    assert_eq!(names, ["2026-H1", "2026-H2", "2027-projected"]);
    for (date, name) in [
        ("2026-01-01", Some("2026-H1")),
        ("2026-06-30", Some("2026-H1")),
        ("2026-07-01", Some("2026-H2")),
        ("2026-12-31", Some("2026-H2")),
        ("2027-01-01", Some("2027-projected")),
        ("2027-12-31", Some("2027-projected")),
        ("2025-12-31", None),
        ("2028-01-01", None),
    ] {
        assert_eq!(rule_set::on(day(date)).map(|set| set.name), name);
    }
    assert_eq!(rule_set::next_regime(day("2026-10-01")).map(|set| set.first_day), Some(day("2027-01-01")));
    assert!(rule_set::next_regime(day("2027-10-01")).is_none());
}

#[test]
fn the_months_of_the_form_are_those_of_the_law() {
    for set in &RULE_SETS {
        match &set.disregards {
            Disregards::Article31(amounts) => {
                let months = &amounts.conditions;
                assert_eq!((months.n_months.0, months.r_months.0, months.z_months.0), (MONTHS_N, MONTHS_R, MONTHS_Z));
            }
            Disregards::Article34a(amounts) => assert_eq!(amounts.months.months.0, MONTHS_2027),
        }
    }
}

#[test]
fn what_is_derived_or_projected_is_marked() {
    let [first, second, projected] = &RULE_SETS;
    let derived = |set: &rules::RuleSet| match &set.disregards {
        Disregards::Article31(amounts) => amounts.n.confidence.needs_a_mark(),
        Disregards::Article34a(amounts) => amounts.months.confidence.needs_a_mark(),
    };
    assert!(!derived(first) && derived(second));
    assert!(projected.projection && projected.confidence() == Confidence::Projected);
    assert_eq!(first.confidence(), Confidence::VerifiedPrimary);
}

#[test]
fn the_new_half_year_changes_norms_and_not_tax() {
    let changes = changes(day("2026-01-01"), day("2026-07-01"));
    let of = |id: &str| changes.iter().find(|change| change.id == id);
    let norm = of("pw.norm.single_21_aow").unwrap();
    let value = |row: Option<&rules::parameter::Parameter>| row.unwrap().value.unwrap().to_string();
    assert_eq!((value(norm.before), value(norm.after)), ("1401.50".into(), "1419.46".into()));
    assert!(of("ahk.max").is_none() && of("kgb.base").is_none());
    assert!(changes.iter().all(|change| { ["pw.", "wml.", "kb."].iter().any(|start| change.id.starts_with(start)) }));
    assert!(changes.windows(2).all(|pair| pair[0].id < pair[1].id));
}
