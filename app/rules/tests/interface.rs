//! The machine interface on odd input: what is JSON, ids, numbers, the curve, and any text at all.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod situations;

use proptest::prelude::*;
use rules::machine::{Options, answer_bytes, calculate_line};
use serde_json::{Value, json};
use situations::{answer, expect, full, with};

#[test]
fn the_full_situation_is_fine() {
    assert_eq!(answer(&full().to_string())["rule_set"], "2026-H2");
}

#[test]
fn not_json() {
    let twice = r#"{"id":"a","id":"b"}"#;
    let hidden_twice = r#"{"id":"a","housing":{"kind":"other","k\u0069nd":"other"}}"#;
    let wrong = ["{", "", "nul", "[]", "3", "\"text\"", "{\"id\":NaN}", "{\"id\":Infinity}", "{'id':1}", "{\"id\":01}"];
    let more = ["{\"id\":1.}", "{\"id\":.5}", "{\"id\":+1}", "{\"id\":\"\u{1}\"}", "{\"id\":\"\\x\"}", "{} {}", "{\"a\":1,}", "[1,]"];
    for line in wrong.iter().chain(&more).chain(&[twice, hidden_twice]) {
        expect(line, "invalid_json", "");
        assert_eq!(answer(line)["id"], Value::Null);
    }
    let mut out = String::new();
    assert!(answer_bytes(b"{\"id\":\"\xff\"}", Options::default(), &mut out));
    assert!(out.contains("invalid_json"));
    assert!(!answer_bytes(b" \t\r", Options::default(), &mut out));
}

#[test]
fn deep_nesting_and_many_keys_are_just_unknown_fields() {
    let deep = format!("{{\"id\":\"a\",\"x\":{}{}}}", "[".repeat(200_000), "]".repeat(200_000));
    expect(&deep, "unknown_field", "x");
    let keys: Vec<String> = (0..20_000).map(|number| format!("\"k{number}\":0")).collect();
    expect(&format!("{{{}}}", keys.join(",")), "unknown_field", "k0");
    expect(&format!("{{{},\"k7\":0}}", keys.join(",")), "invalid_json", "");
}

#[test]
fn the_id_comes_back_with_an_error() {
    assert_eq!(answer(&with("date", json!("x")))["id"], "a");
    assert_eq!(answer(&with("id", json!(7)))["id"], Value::Null);
    let odd = "\"\\\n\u{7}é";
    assert_eq!(answer(&json!({ "id": odd }).to_string())["id"], odd);
}

#[test]
fn numbers_are_judged_by_their_value() {
    let line = |hours: &str| full().to_string().replace("\"hours_per_week\":16.5", &format!("\"hours_per_week\":{hours}"));
    let usual = calculate_line(&line("16.5"));
    for same in ["16.50", "16.500", "1.65e1", "165E-1"] {
        assert_eq!(calculate_line(&line(same)), usual, "{same}");
    }
}

#[test]
fn the_curve_has_41_points_that_agree_with_single_lines() {
    let mut out = String::new();
    answer_bytes(full().to_string().as_bytes(), Options { curve: true }, &mut out);
    let answered: Value = serde_json::from_str(&out).unwrap();
    let points = answered["curve"].as_array().unwrap();
    assert_eq!(points.len(), 41);
    for (hour, point) in points.iter().enumerate() {
        assert_eq!(point["hours_per_week"], hour);
        assert!(point.get("trace").is_none());
        let single = answer(&with("adults[0].hours_per_week", json!(hour)));
        assert_eq!((&point["adults"], &point["household"]), (&single["adults"], &single["household"]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// Whatever comes in, one JSON object goes out.
    #[test]
    fn any_text_gives_one_answer(line in "[\\[\\]{}\",:0-9a-z\\\\. -]{0,60}|\\PC{0,40}") {
        let answer: Value = serde_json::from_str(&calculate_line(&line)).unwrap();
        prop_assert!(answer["error"]["code"].is_string());
    }

    /// Whatever becomes of a good line on its way, one line goes out: an answer or a code.
    #[test]
    fn a_changed_line_gives_one_answer(changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>(), 0_u8..3), 1..4), curve in proptest::bool::weighted(0.02)) {
        let mut line = full().to_string().into_bytes();
        for (at, byte, how) in changes {
            let at = at.index(line.len());
            match how {
                0 => line[at] = byte,
                1 => line.insert(at, byte),
                _ => _ = line.remove(at),
            }
        }
        // A line break ends a line before it comes here.
        line.retain(|byte| *byte != b'\n');
        let mut out = String::new();
        let some = answer_bytes(&line, Options { curve }, &mut out);
        prop_assert!(some && !out.contains('\n'));
        let answered: Value = serde_json::from_str(&out).unwrap();
        prop_assert!(answered["error"]["code"].is_string() != answered["household"].is_object(), "{}", out);
    }

    /// The reader agrees with another one about what is JSON (apart from keys that stand twice).
    #[test]
    fn the_reader_agrees_with_serde(text in "[\\[\\]{}\":,0-9eE.+\\\\utrfalsn -]{0,24}") {
        let line = format!("{{\"id\":\"a\",\"x\":{text}}}");
        let ours = answer(&line)["error"]["code"] != "invalid_json";
        let theirs = serde_json::from_str::<Value>(&line);
        match theirs {
            // Serde keeps the last of two equal keys; the only equal keys these letters can make are short.
            Ok(_) => prop_assert!(ours || line.matches('"').count() >= 8, "{}", line),
            // Serde refuses numbers that do not fit a double; they are JSON all the same.
            Err(error) => prop_assert!(!ours || error.to_string().contains("number out of range"), "{} {}", line, error),
        }
    }
}
