//! The worked examples: every one that can be calculated agrees.

use rules::machine::{Verdict, check_cases};

const CASES: &str = include_str!("cases.json");

#[test]
fn every_worked_example_agrees() {
    let report = check_cases(CASES);
    let text = report.to_string();
    let wrong: Vec<&str> = text.lines().filter(|line| line.contains("\tFAIL\t")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(text.lines().last(), Some("cases=142 ok=124 fail=0 skip=18 gate_fail=0"));
    assert_eq!(report.exit_code(), 0);
}

#[test]
fn thirteen_of_the_skipped_examples_would_gate() {
    let report = check_cases(CASES);
    let gating = report.rows().iter().filter(|row| row.verdict == Verdict::Skip && row.gates).count();
    assert_eq!(gating, 13);
}
