//! Confidentiality of cases and documents (vertrouwelijkheidaanduiding), from open to top secret.

use serde::{Deserialize, Serialize};

/// A level of confidentiality, in rising order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// For everybody (openbaar).
    #[serde(rename = "openbaar")]
    Open,
    /// For many (beperkt openbaar).
    #[serde(rename = "beperkt_openbaar")]
    LimitedOpen,
    /// For the organisation (intern).
    #[serde(rename = "intern")]
    Internal,
    /// For those who work on the case (zaakvertrouwelijk).
    #[serde(rename = "zaakvertrouwelijk")]
    CaseConfidential,
    /// For those who need it (vertrouwelijk).
    #[serde(rename = "vertrouwelijk")]
    Confidential,
    /// For few (confidentieel).
    #[serde(rename = "confidentieel")]
    Restricted,
    /// Secret (geheim).
    #[serde(rename = "geheim")]
    Secret,
    /// Top secret (zeer geheim).
    #[serde(rename = "zeer_geheim")]
    TopSecret,
}

impl Level {
    /// The names in the same order, as requests write them.
    pub const NAMES: [&'static str; 8] =
        ["openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim", "zeer_geheim"];

    /// Reads a name; an unknown one counts as the highest, so that it never opens anything.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        serde_json::from_value(serde_json::Value::from(name)).unwrap_or(Self::TopSecret)
    }
}
