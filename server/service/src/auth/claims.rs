//! Reads the claims of a token by the paths of the settings: brokers differ.

use super::{Level, Refusal};
use crate::settings::{Path, Provider};
use serde_json::{Map, Value};

/// What a token says.
pub type Claims = Map<String, Value>;

/// The prefix with which some brokers mark a BSN, and the one of a number for foreigners (sofinummer), which is none.
const BSN_SECTOR: &str = "s00000000:";

/// The value at the end of a path.
pub fn at<'a>(claims: &'a Claims, path: &Path) -> Option<&'a Value> {
    let (first, rest) = path.parts().split_first()?;
    rest.iter().try_fold(claims.get(first)?, |value, part| value.get(part)).filter(|value| !value.is_null())
}

/// A text or a number, as text; nothing for anything else and for an empty text.
pub fn text(claims: &Claims, path: &Path) -> Option<String> {
    let text = match at(claims, path)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty() && text.len() <= 1000 && !text.chars().any(char::is_control)).then_some(text)
}

/// A list of texts; a single text is a list of one.
pub fn list(claims: &Claims, path: &Path) -> Vec<String> {
    match at(claims, path) {
        Some(Value::Array(values)) => values.iter().filter_map(|value| value.as_str().map(ToOwned::to_owned)).collect(),
        Some(Value::String(one)) => vec![one.clone()],
        _ => Vec::new(),
    }
}

/// A BSN that passes the eleven-test (elfproef).
///
/// # Errors
/// When there is none; its value is in no message.
pub fn bsn(claims: &Claims, path: &Path) -> Result<String, Refusal> {
    let told = text(claims, path).ok_or(Refusal::Untrusted("no-bsn"))?;
    crate::resident::bsn(told.strip_prefix(BSN_SECTOR).unwrap_or(&told), false).ok_or(Refusal::Untrusted("no-bsn"))
}

/// Refuses a level below the least one, and none at all.
///
/// # Errors
/// [`Refusal::Level`].
pub fn level(claims: &Claims, provider: &Provider) -> Result<(), Refusal> {
    let Some(least) = provider.least_level else { return Ok(()) };
    let told: Option<Level> = text(claims, &provider.claims.level).and_then(|value| provider.levels.get(&value).copied());
    if told.is_some_and(|level| level >= least) { Ok(()) } else { Err(Refusal::Level) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn claims(value: Value) -> Claims {
        value.as_object().unwrap().clone()
    }

    fn path(text: &str) -> Path {
        Path::Name(text.into())
    }

    #[test]
    fn claims_are_found_by_their_path() {
        let told = claims(json!({"a.b": "dots", "digid": {"bsn": "999993653", "deep": {"x": 20}}, "empty": " ", "null": null, "ctl": "a\nb"}));
        assert_eq!(text(&told, &path("a.b")).as_deref(), Some("dots"));
        assert_eq!(text(&told, &Path::Deep(vec!["digid".into(), "bsn".into()])).as_deref(), Some("999993653"));
        assert_eq!(text(&told, &Path::Deep(vec!["digid".into(), "deep".into(), "x".into()])).as_deref(), Some("20"));
        for name in ["empty", "null", "ctl", "digid", "gone"] {
            assert_eq!(text(&told, &path(name)), None, "{name}");
        }
        assert_eq!(text(&told, &Path::Deep(vec![])), None);
        let groups = claims(json!({"many": ["a", 1, "b"], "one": "a", "none": 3}));
        assert_eq!(list(&groups, &path("many")), ["a", "b"]);
        assert_eq!(list(&groups, &path("one")), ["a"]);
        assert!(list(&groups, &path("none")).is_empty());
    }

    #[test]
    fn only_a_bsn_is_a_bsn() {
        for (told, good) in [("999993653", true), ("s00000000:999993653", true), ("s00000001:999993653", false), ("999993654", false), ("abc", false)] {
            assert_eq!(bsn(&claims(json!({"bsn": told})), &path("bsn")).is_ok(), good, "{told}");
        }
        assert!(bsn(&claims(json!({"bsn": 999_993_653})), &path("bsn")).is_ok());
        assert!(bsn(&claims(json!({"bsn": ["999993653"]})), &path("bsn")).is_err());
    }

    #[test]
    fn the_level_is_compared_here() {
        let provider = Provider { least_level: Some(Level::Substantieel), ..Provider::default() };
        for told in Level::ALL {
            assert_eq!(level(&claims(json!({"acr": told.urn()})), &provider).is_ok(), told >= Level::Substantieel, "{told:?}");
        }
        for told in [json!({}), json!({"acr": "urn:unknown"}), json!({"acr": null}), json!({"acr": ["hoog"]}), json!({"acr": 30})] {
            assert_eq!(level(&claims(told.clone()), &provider), Err(Refusal::Level), "{told}");
        }
        let numeric = Provider { levels: [("25".to_owned(), Level::Substantieel)].into(), ..provider };
        assert!(level(&claims(json!({"acr": 25})), &numeric).is_ok());
        assert!(level(&claims(json!({})), &Provider::default()).is_ok(), "no level is asked for");
    }
}
