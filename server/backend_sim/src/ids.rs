//! Identifiers that the backend hands out: random, or the same series every time.

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

/// Where identifiers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ids {
    /// Another series every time.
    #[default]
    Random,
    /// The series of this number.
    Seeded(u64),
}

impl Ids {
    /// Reads `random` or `seeded:<n>`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "random" => Some(Self::Random),
            Some(("seeded", number)) => number.parse().ok().map(Self::Seeded),
            _ => None,
        }
    }

    /// The identifier at place `at` of the series (a uuid of version 4).
    #[must_use]
    pub fn at(self, at: u64) -> Uuid {
        let bits = match self {
            Self::Random => fastrand::u128(..),
            Self::Seeded(series) => fastrand::Rng::with_seed(series.rotate_left(32) ^ at).u128(..),
        };
        Builder::from_random_bytes(bits.to_be_bytes()).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_can_be_had_again() {
        let series = Ids::parse("seeded:7").unwrap();
        assert_eq!(series.at(3), series.at(3));
        assert_ne!(series.at(3), series.at(4));
        assert_eq!(series.at(3).get_version_num(), 4);
        assert_ne!(Ids::Random.at(3), Ids::Random.at(3));
        assert_eq!(Ids::parse("seeded:x"), None);
    }
}
