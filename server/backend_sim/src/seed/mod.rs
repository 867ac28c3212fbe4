//! What is there at the first start (S21, S22, S67).

pub mod rows;
pub mod variant;

use serde::{Deserialize, Serialize};

/// A catalogue with its types; a seed file holds this as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// The short name of the catalogue (domein).
    pub domain: String,
    /// The number of the municipality.
    pub rsin: String,
    /// Case types.
    pub case_types: Vec<CaseType>,
    /// Document types, by their title (omschrijving).
    pub document_types: Vec<String>,
}

/// A version of a case type (zaaktype).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseType {
    /// Its name for programs (identificatie).
    pub name: String,
    /// Its name for people (omschrijving).
    pub title: String,
    /// How long a case takes (doorlooptijd), such as `P8W`.
    pub period: String,
    /// The first day it is valid.
    pub begins: String,
    /// The last day it is valid.
    #[serde(default)]
    pub ends: Option<String>,
    /// Whether it is not published yet.
    #[serde(default)]
    pub concept: bool,
    /// Its statuses, in order; the last one ends the case.
    pub statuses: Vec<String>,
    /// Its roles: the name and the generic name.
    pub roles: Vec<(String, String)>,
    /// Its properties: the name and the length of the text.
    pub properties: Vec<(String, u32)>,
    /// Its results: the name and how long files are kept, such as `P10Y`.
    pub results: Vec<(String, String)>,
}

impl Seed {
    /// The set of rule S21.
    #[must_use]
    pub fn demo() -> Self {
        Self {
            domain: "PARTP".to_owned(),
            rsin: "002220647".to_owned(),
            case_types: vec![CaseType::intake("2024-01-01")],
            document_types: vec!["Self-scan samenvatting".to_owned()],
        }
    }
}

impl CaseType {
    /// The case type `brede-intake`, valid from a day.
    #[must_use]
    pub fn intake(begins: &str) -> Self {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        Self {
            name: "brede-intake".to_owned(),
            title: "Brede intake self-scan".to_owned(),
            period: "P8W".to_owned(),
            begins: begins.to_owned(),
            ends: None,
            concept: false,
            statuses: ["Ontvangen", "In behandeling", "Afgehandeld"].map(str::to_owned).into(),
            roles: vec![pair("Inwoner", "initiator"), pair("Gemachtigde helper", "belanghebbende"), pair("Behandelaar", "behandelaar")],
            properties: vec![("portaalreferentie".to_owned(), 36)],
            results: vec![pair("Afgehandeld", "P10Y")],
        }
    }
}
