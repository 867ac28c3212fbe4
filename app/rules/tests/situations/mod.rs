//! A line of the machine interface with everything in it, and ways to change one value of it.

use rules::machine::calculate_line;
use serde_json::{Value, json};

/// A situation with everything in it.
pub fn full() -> Value {
    json!({
        "id": "a", "date": "2026-10-01",
        "adults": [
            {"age": 32, "hours_per_week": 16.5, "hourly_wage_cents": 1550, "work_helps_activation": true,
             "disregard_months_used": 6, "single_parent_disregard_months_used": 30, "medically_limited_hours": false,
             "wage_subsidy_target_group": true, "wage_subsidy_months_used": 12, "more_hours_not_possible": true,
             "disregard_2027_months_used": 12},
            {"age": 66, "hours_per_week": 0, "hourly_wage_cents": 100},
        ],
        "children": [{"age": 3, "childcare": {"kind": "day_care", "hours_per_month": 70.25, "hourly_price_cents": 1080}}, {"age": 17}],
        "cost_sharing_housemates": 10, "housing": {"kind": "rent", "rent_cents": 72000},
        "assets_above_assistance_limit": false, "assets_above_allowance_limit": false,
        "assets_above_rent_allowance_limit": false,
    })
}

/// The value at a path of the interface, for instance `children[0].childcare.kind`.
pub fn at<'a>(situation: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('.').flat_map(|part| part.split('[')).fold(situation, |value, part| match part.strip_suffix(']') {
        Some(place) => &mut value[place.parse::<usize>().unwrap()],
        None => &mut value[part],
    })
}

/// The object that holds a path, and the last name of the path.
pub fn parent<'a>(situation: &'a mut Value, path: &'a str) -> (&'a mut Value, &'a str) {
    match path.rsplit_once('.') {
        Some((object, name)) => (at(situation, object), name),
        None => (situation, path),
    }
}

pub fn answer(line: &str) -> Value {
    let answer = calculate_line(line);
    assert!(!answer.contains('\n'));
    serde_json::from_str(&answer).unwrap()
}

pub fn expect(line: &str, code: &str, field: &str) {
    let answer = answer(line);
    assert_eq!(answer["error"]["code"], code, "{line}");
    assert_eq!(answer["error"]["field"], field, "{line}");
    assert!(!answer["error"]["message"].as_str().unwrap().is_empty());
}

/// The situation with one value changed.
pub fn with(path: &str, value: Value) -> String {
    let mut situation = full();
    let (object, name) = parent(&mut situation, path);
    object[name] = value;
    situation.to_string()
}
