//! The rules of the contract, each with its number, against the simulation or real systems.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

mod bodies;
mod cases;
mod catalogue;
mod closing;
mod contacts;
mod control;
mod documents;
mod duplicates;
mod extras;
mod faults;
mod general;
mod notifications;
mod objects;
mod overlap;
mod parts;
mod people;
mod recorded;
mod shapes;
mod speed;
mod standard;
mod state;
mod subscriptions;
mod switches;
mod tokens;

/// The rules of the contract.
const RULES: [u32; 56] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50,
    51, 52, 60, 61, 62, 63, 64, 65, 66, 67, 70, 71, 72, 73, 74,
];

/// The rules on notifications.
const NOTIFICATIONS: std::ops::RangeInclusive<u32> = 80..=85;

#[test]
fn every_rule_has_a_test_with_its_number() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let all: String = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let missing: Vec<u32> = RULES.into_iter().chain(NOTIFICATIONS).filter(|rule| !all.contains(&format!("async fn s{rule:02}_"))).collect();
    assert_eq!(missing, Vec::<u32>::new());
}
