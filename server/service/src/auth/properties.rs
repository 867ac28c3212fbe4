//! Claims as anything at all: whatever a provider sends is read or refused, and only what is right counts.

use super::claims::{self, Claims};
use super::token::{Expected, check};
use super::{Level, SKEW};
use crate::settings::{Path, Provider};
use proptest::prelude::*;
use serde_json::{Value, json};

const NOW: i64 = 1_795_424_400_000;

/// Any JSON, of a depth and breadth that no token has.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (NOW / 1000 - 900..NOW / 1000 + 900).prop_map(Value::from),
        "us|https://p|n|s|9999[0-9]{5}|[\\s\\S]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("bsn|digid|us|[a-z.]{0,4}", inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn good() -> Claims {
    let seconds = NOW / 1000;
    json!({"iss": "https://p", "aud": "us", "nonce": "n", "exp": seconds + 300, "iat": seconds, "sub": "s", "auth_time": seconds})
        .as_object()
        .cloned()
        .unwrap_or_default()
}

/// What the standard says about one claim, said once more in another way.
fn is_right(name: &str, value: &Value) -> bool {
    // Seconds, give or take one: the edge itself has a test of its own.
    let after = |least: i64| value.as_f64().is_some_and(|s| s * 1000.0 > (least - 1000) as f64);
    let before = |most: i64| value.as_f64().is_some_and(|s| s * 1000.0 < (most + 1000) as f64);
    match name {
        "iss" => value == "https://p",
        "nonce" => value == "n",
        "aud" => value == "us" || value.as_array().is_some_and(|all| all.len() == 1 && all[0] == "us"),
        "azp" => value == "us",
        "sub" => value.as_str().is_some_and(|sub| !sub.is_empty()),
        "exp" => after(NOW - SKEW),
        "iat" => after(NOW - 600_000) && before(NOW + SKEW),
        "nbf" => !value.is_number() || before(NOW + SKEW),
        "auth_time" => !value.is_number() || after(NOW - 1000 - SKEW),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_token_with_one_claim_of_anything_counts_only_when_it_is_right(name in "iss|aud|azp|nonce|exp|iat|nbf|sub|auth_time", value in anything()) {
        let mut claims = good();
        claims.insert(name.clone(), value.clone());
        let expected = Expected { nonce: "n", begun: NOW - 1000, now: NOW };
        if check(&claims, "https://p", "us", true, &expected).is_ok() {
            prop_assert!(is_right(&name, &value), "{} {}", name, value);
        }
        claims.remove(&name);
        let without = check(&claims, "https://p", "us", true, &expected);
        prop_assert_eq!(without.is_ok(), matches!(name.as_str(), "azp" | "nbf" | "auth_time"), "without {}", name);
    }

    #[test]
    fn what_is_read_of_any_claims_is_clean(value in anything(), deep in proptest::collection::vec("bsn|digid|us|[a-z.]{0,4}", 0..4)) {
        let told: Claims = [("digid".to_owned(), value)].into_iter().collect();
        let mut parts = vec!["digid".to_owned()];
        parts.extend(deep);
        for path in [Path::Deep(parts), Path::Name("digid".into()), Path::Deep(Vec::new())] {
            if let Some(text) = claims::text(&told, &path) {
                prop_assert!(!text.is_empty() && text.len() <= 1000 && !text.chars().any(char::is_control) && text.trim() == text);
            }
            if let Ok(bsn) = claims::bsn(&told, &path) {
                let digits: Vec<u32> = bsn.chars().filter_map(|c| c.to_digit(10)).collect();
                let sum: u32 = digits.iter().take(8).zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
                prop_assert!(digits.len() == 9 && bsn.len() == 9 && sum % 11 == digits[8] && sum > 0);
            }
            let _ = claims::list(&told, &path);
            let mut provider = Provider { least_level: Some(Level::Hoog), ..Provider::default() };
            provider.claims.level = path;
            prop_assert!(claims::level(&told, &provider).is_err(), "nothing here is a level");
        }
    }

    #[test]
    fn no_text_is_taken_for_a_token(text in "[A-Za-z0-9_.=-]{0,80}|[\\s\\S]{0,40}") {
        let told = jsonwebtoken::decode_header(&text);
        prop_assert!(told.is_err() || text.matches('.').count() == 2);
    }
}
