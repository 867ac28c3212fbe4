//! The six complete households of `examples.json`, to the cent.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use rules::machine::calculate_line;
use serde_json::Value;

#[test]
fn six_households_to_the_cent() {
    let examples: Value = serde_json::from_str(include_str!("examples.json")).unwrap();
    let examples = examples.as_array().unwrap();
    assert_eq!(examples.len(), 6);
    for example in examples {
        let answer = calculate_line(&example["input"].to_string());
        let mut answer: Value = serde_json::from_str(&answer).unwrap();
        let trace = answer.as_object_mut().unwrap().remove("trace");
        assert!(trace.is_some_and(|trace| trace.as_array().is_some_and(|entries| entries.len() >= 18)));
        assert_eq!(answer, example["output"], "{}", example["note"]);
    }
}
