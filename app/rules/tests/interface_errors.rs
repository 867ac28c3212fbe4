//! The error codes of the machine interface, field by field.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod situations;

use serde_json::{Value, json};
use situations::{answer, at, expect, full, parent, with};

#[test]
fn every_required_field_is_missed_and_every_other_may_be_absent() {
    let required = [
        "id",
        "date",
        "adults",
        "housing",
        "housing.kind",
        "housing.rent_cents",
        "adults[1].age",
        "adults[0].hours_per_week",
        "adults[0].hourly_wage_cents",
        "children[1].age",
        "children[0].childcare.kind",
        "children[0].childcare.hours_per_month",
        "children[0].childcare.hourly_price_cents",
    ];
    let optional = [
        "children",
        "cost_sharing_housemates",
        "assets_above_assistance_limit",
        "assets_above_allowance_limit",
        "assets_above_rent_allowance_limit",
        "children[0].childcare",
        "adults[0].work_helps_activation",
        "adults[0].disregard_months_used",
        "adults[0].single_parent_disregard_months_used",
        "adults[0].medically_limited_hours",
        "adults[0].wage_subsidy_target_group",
        "adults[0].wage_subsidy_months_used",
        "adults[0].more_hours_not_possible",
        "adults[0].disregard_2027_months_used",
    ];
    for path in required.iter().chain(&optional) {
        let mut situation = full();
        let (object, name) = parent(&mut situation, path);
        object.as_object_mut().unwrap().remove(name).unwrap();
        if required.contains(path) {
            expect(&situation.to_string(), "missing_field", path);
        } else {
            assert_eq!(answer(&situation.to_string())["id"], "a", "{path}");
        }
        expect(&with(path, Value::Null), "wrong_type", path);
    }
}

#[test]
fn unknown_fields_at_every_level() {
    for path in ["extra", "adults[1].extra", "children[0].extra", "children[0].childcare.extra", "housing.extra"] {
        expect(&with(path, json!(1)), "unknown_field", path);
    }
    expect(&with("housing", json!({"kind": "other", "rent_cents": 1})), "unknown_field", "housing.rent_cents");
}

#[test]
fn other_types() {
    for (path, value) in [
        ("id", json!(7)),
        ("date", json!(20_261_001)),
        ("adults", json!({})),
        ("adults[1]", json!([])),
        ("adults[0].age", json!("35")),
        ("adults[0].hours_per_week", json!(true)),
        ("children", json!(0)),
        ("children[0]", json!("x")),
        ("children[0].childcare", json!([])),
        ("housing", json!("rent")),
        ("housing.kind", json!(1)),
        ("adults[0].work_helps_activation", json!(1)),
        ("assets_above_allowance_limit", json!("true")),
        ("children[0].childcare.hours_per_month", json!("70")),
    ] {
        let mut situation = full();
        *at(&mut situation, path) = value;
        expect(&situation.to_string(), "wrong_type", path);
    }
    for number in ["35.0", "3.5e1", "1e2"] {
        let line = full().to_string().replace("\"age\":32", &format!("\"age\":{number}"));
        expect(&line, "wrong_type", "adults[0].age");
    }
}

#[test]
fn outside_the_range() {
    for (path, wrong) in [
        ("id", vec![json!(""), json!("x".repeat(65))]),
        ("adults", vec![json!([]), json!([full()["adults"][0], full()["adults"][0], full()["adults"][0]])]),
        ("adults[0].age", vec![json!(-1), json!(131)]),
        ("adults[0].hours_per_week", vec![json!(-0.01), json!(60.01), json!(12.345)]),
        ("adults[0].hourly_wage_cents", vec![json!(99), json!(20_001)]),
        ("adults[0].disregard_months_used", vec![json!(-1), json!(7)]),
        ("adults[0].single_parent_disregard_months_used", vec![json!(31)]),
        ("adults[0].wage_subsidy_months_used", vec![json!(13)]),
        ("adults[0].disregard_2027_months_used", vec![json!(13)]),
        ("children", vec![json!(vec![json!({"age": 1}); 11])]),
        ("children[1].age", vec![json!(-1), json!(18)]),
        ("children[0].childcare.hours_per_month", vec![json!(400.5), json!(0.001)]),
        ("children[0].childcare.hourly_price_cents", vec![json!(5_001)]),
        ("cost_sharing_housemates", vec![json!(11), json!(-1)]),
        ("housing.rent_cents", vec![json!(-1), json!(500_001)]),
    ] {
        for value in wrong {
            expect(&with(path, value), "out_of_range", path);
        }
    }
    let huge = full().to_string().replace("\"age\":32", "\"age\":99999999999999999999");
    expect(&huge, "out_of_range", "adults[0].age");
    let long = "é".repeat(64);
    assert_eq!(answer(&with("id", json!(long)))["id"], json!(long));
}

#[test]
fn values_ages_and_dates() {
    for date in ["2026-02-30", "2026-1-01", "01-10-2026", "2026-10-01 ", "2026-10-01T00:00", ""] {
        expect(&with("date", json!(date)), "invalid_value", "date");
    }
    for date in ["2025-12-31", "2028-01-01", "1999-01-01", "9999-12-31"] {
        expect(&with("date", json!(date)), "no_parameters", "date");
    }
    expect(&with("housing", json!({"kind": "boat"})), "invalid_value", "housing.kind");
    expect(&with("children[0].childcare.kind", json!("nanny")), "invalid_value", "children[0].childcare.kind");
    for age in [0, 17, 67, 130] {
        expect(&with("adults[1].age", json!(age)), "unsupported_age", "adults[1].age");
    }
}
