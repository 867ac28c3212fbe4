//! Options of the simulation (section 11.1). The defaults start a usable demo without a network.

use crate::credentials::Credentials;
use crate::ids::Ids;
use crate::watch::Watch;
use serde_json::Value;
use std::path::PathBuf;

/// All options. Every field can be set by itself: `Config { time_scale: 0.01, ..Config::default() }`.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address in all URLs that the backend gives out, without a slash at the end (`--public-url`).
    /// Without it, [`serve`](crate::serve) takes the address that it listens on.
    pub public_url: Option<String>,
    /// What is there at the first start (`--seed demo|empty|<file>`).
    pub seed: SeedFrom,
    /// Where the state is kept between starts (`--state memory|<file>`).
    pub state: StateIn,
    /// Which program is simulated (`--shape`).
    pub shape: Shape,
    /// Seconds that the backend's clock is ahead of the machine's (`--clock-offset`).
    pub clock_offset: i64,
    /// What hangs, retries and bursts are multiplied by: 1 is as slow as real systems, 0 is at once (`--time-scale`).
    pub time_scale: f64,
    /// Where identifiers come from (`--ids random|seeded:<n>`).
    pub ids: Ids,
    /// Who may call, and what they may do.
    pub credentials: Credentials,
    /// The object types to seed, each with one published version (S67).
    pub object_types: Vec<ObjectType>,
    /// Who looks on.
    pub watch: Option<Watch>,
    /// Whether the portal beside it serves real people: then the simulation refuses to start.
    pub production: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            public_url: None,
            seed: SeedFrom::Demo,
            state: StateIn::Memory,
            shape: Shape::OpenZaak,
            clock_offset: 0,
            time_scale: 1.0,
            ids: Ids::Random,
            credentials: Credentials::demo(),
            object_types: Vec::new(),
            watch: None,
            production: false,
        }
    }
}

/// A type of objects with the JSON Schema of its data.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct ObjectType {
    /// Its name, such as `Mijlpaal`.
    pub name: String,
    /// The number of the published version; lower numbers become drafts without content.
    pub version: u32,
    /// The JSON Schema of `record.data`.
    pub schema: Value,
}

/// What is there at the first start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeedFrom {
    /// The set of rule S21.
    Demo,
    /// Channels of notifications only.
    Empty,
    /// A JSON file with a [`Seed`](crate::seed::Seed).
    File(PathBuf),
}

impl SeedFrom {
    /// Reads `demo`, `empty` or the name of a file.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text {
            "demo" => Self::Demo,
            "empty" => Self::Empty,
            file => Self::File(file.into()),
        }
    }
}

/// Where the state is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StateIn {
    /// In memory: it is gone when the process ends.
    Memory,
    /// In a file that is written after each commit and read at the start.
    File(PathBuf),
}

impl StateIn {
    /// Reads `memory` or the name of a file.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text == "memory" { Self::Memory } else { Self::File(text.into()) }
    }
}

/// Which program is simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Open Zaak 1.30 with its extras.
    OpenZaak,
    /// The standard alone, Zaken 1.6.
    Standard,
}

impl Shape {
    /// Reads `openzaak-1.30` or `vng-1.6`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "openzaak-1.30" => Some(Self::OpenZaak),
            "vng-1.6" => Some(Self::Standard),
            _ => None,
        }
    }
}

/// Why the simulation did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// It never runs beside real people.
    #[error("the simulated backend does not run beside a portal in production")]
    Production,
    /// The time scale is negative or no number.
    #[error("the time scale must be 0 or more")]
    TimeScale,
    /// A file cannot be read or written.
    #[error("{file}: {error}", file = .0.display(), error = .1)]
    File(PathBuf, std::io::Error),
    /// A file holds something else.
    #[error("{file}: not right at line {line}", file = .0.display(), line = .1.line())]
    Content(PathBuf, serde_json::Error),
    /// The seed names a duration or date that is none.
    #[error("the seed has a wrong {0}")]
    Seed(&'static str),
    /// The client for notifications cannot be made, or the listener has no address.
    #[error("the network cannot be used: {0}")]
    Network(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_from_plain_texts() {
        assert_eq!((SeedFrom::parse("demo"), SeedFrom::parse("empty")), (SeedFrom::Demo, SeedFrom::Empty));
        assert_eq!(SeedFrom::parse("town.json"), SeedFrom::File("town.json".into()));
        assert_eq!((StateIn::parse("memory"), StateIn::parse("state.json")), (StateIn::Memory, StateIn::File("state.json".into())));
        assert_eq!((Shape::parse("openzaak-1.30"), Shape::parse("vng-1.6")), (Some(Shape::OpenZaak), Some(Shape::Standard)));
        assert_eq!(Shape::parse("other"), None);
    }
}
