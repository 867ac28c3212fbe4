//! Faults that can be switched on, per call (section 11.4).

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum Fault {
    /// The request is read, nothing happens, the connection closes without a byte.
    DropBefore,
    /// Everything happens, the connection closes without a byte.
    DropAfter,
    /// Nothing happens; 500.
    #[serde(rename = "error_500_before")]
    Error500Before,
    /// Everything happens; 500.
    #[serde(rename = "error_500_after")]
    Error500After,
    /// Nothing comes for a while.
    Hang {
        /// Seconds, before the time scale.
        #[serde(default = "hang_seconds")]
        seconds: f64,
        /// Whether it is stored; without it: all but the Objects API store.
        #[serde(default)]
        stored: Option<bool>,
        /// What comes then.
        #[serde(default)]
        then: HangEnd,
    },
    /// 429.
    TooMany {
        /// Seconds in `Retry-After`.
        #[serde(default = "retry_seconds")]
        retry_after: u64,
        /// Whether `Retry-After` is a date.
        #[serde(default)]
        as_date: bool,
    },
    /// 503.
    Unavailable {
        /// Seconds in `Retry-After`.
        #[serde(default = "retry_seconds")]
        retry_after: u64,
        /// Whether `Retry-After` is a date.
        #[serde(default)]
        as_date: bool,
    },
    /// An answer that cannot be read.
    BadJson {
        /// How it is broken.
        #[serde(default)]
        variant: BadBody,
        /// Whether it is stored.
        #[serde(default = "yes")]
        stored: bool,
    },
    /// The head at once, then one byte at a time.
    SlowBody {
        /// Milliseconds for each byte, before the time scale.
        #[serde(default = "byte_millis")]
        millis: u64,
    },
    /// The credentials are no longer good.
    Revoked,
    /// A look-up finds nothing, although it is there.
    StaleFind {
        /// For how many seconds after the first such look-up, before the time scale.
        #[serde(default = "stale_seconds")]
        seconds: f64,
    },
}

/// What comes after a hang.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HangEnd {
    /// 500.
    #[default]
    Error,
    /// The answer as if nothing had happened.
    Answer,
    /// The connection closes without a byte.
    Cut,
}

/// How an answer is broken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadBody {
    /// Half of the JSON, as if it were all.
    #[default]
    Half,
    /// No body.
    Empty,
    /// The HTML page of a proxy, with 502.
    ProxyPage,
    /// The length of all of it, half of it, and the connection closes.
    Cut,
}

const fn hang_seconds() -> f64 {
    19.0
}

const fn retry_seconds() -> u64 {
    1
}

const fn byte_millis() -> u64 {
    100
}

const fn stale_seconds() -> f64 {
    30.0
}

const fn yes() -> bool {
    true
}

/// Which calls a fault applies to; what is left out matches all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Match {
    /// The HTTP method.
    pub method: Option<String>,
    /// The step; `*` at the begin or the end stands for anything.
    pub route: Option<String>,
    /// The number of the matching call at which it begins; the first is 1.
    pub nth: Option<u32>,
    /// Our identificatie, kenmerk or uuid.
    pub aggregate: Option<String>,
}

/// A fault with the calls it applies to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRule {
    /// Which calls.
    #[serde(default, rename = "match")]
    pub matching: Match,
    /// How often. Without it: until it is lifted, or once when `nth` is given.
    #[serde(default)]
    pub times: Option<u32>,
    /// What goes wrong: a name, or an object with `name` and settings.
    #[serde(deserialize_with = "named")]
    pub fault: Fault,
}

impl FaultRule {
    /// `fault` at the step `route`, until it is lifted.
    #[must_use]
    pub fn on(route: &str, fault: Fault) -> Self {
        Self { matching: Match { route: Some(route.to_owned()), ..Match::default() }, times: None, fault }
    }

    /// The same, `times` times.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// The same, from the `nth` matching call on.
    #[must_use]
    pub fn nth(mut self, nth: u32) -> Self {
        self.matching.nth = Some(nth);
        self
    }

    /// The same, only for one of our identificaties, kenmerken or uuids.
    #[must_use]
    pub fn about(mut self, aggregate: &str) -> Self {
        self.matching.aggregate = Some(aggregate.to_owned());
        self
    }
}

fn named<'de, D: Deserializer<'de>>(from: D) -> Result<Fault, D::Error> {
    let value = Value::deserialize(from)?;
    let value = if value.is_string() { json!({ "name": value }) } else { value };
    serde_json::from_value(value).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_by_name_or_with_settings() {
        let rule: FaultRule = serde_json::from_str(r#"{ "match": { "route": "zaak.*", "nth": 2 }, "fault": "drop_after" }"#).unwrap();
        assert_eq!(rule.fault, Fault::DropAfter);
        let rule: FaultRule = serde_json::from_str(r#"{ "fault": { "name": "hang", "seconds": 3, "then": "cut" } }"#).unwrap();
        assert_eq!(rule.fault, Fault::Hang { seconds: 3.0, stored: None, then: HangEnd::Cut });
        assert!(serde_json::from_str::<FaultRule>(r#"{ "fault": "explode" }"#).is_err());
        assert!(serde_json::from_str::<FaultRule>(r#"{ "match": { "root": "x" }, "fault": "revoked" }"#).is_err());
    }
}
