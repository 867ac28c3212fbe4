//! The systems of the municipality.

use super::Secret;
use serde::Deserialize;
use std::path::PathBuf;

/// What stands in for the municipal backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackendKind {
    /// Nothing leaves the portal.
    None,
    /// A folder with a file for each item, for a municipality without such systems.
    #[default]
    Folder,
    /// The simulated backend, beside the portal: for the demo and for trials, never for real people.
    Simulated,
    /// The case system and what stands around it, over the Dutch open standards (ZGW, Objecten, Klantinteracties).
    Zgw,
}

/// The municipal backend.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backend {
    /// Which.
    pub kind: BackendKind,
    /// The folder, for `folder`.
    pub folder: PathBuf,
    /// Where the simulated backend listens, for `simulated`.
    pub simulated_listen: String,
    /// How many cases are worked on at the same time in this process.
    pub workers: usize,
    /// Most calls a second of this process, all APIs together; 0 is no limit.
    pub calls_per_second: u32,
    /// Shortens every wait by this factor. For tests: production refuses anything but 1.
    pub time_scale: f64,
    /// The secret that notifications must carry (`Authorization: Bearer …`); without one none is taken.
    pub webhook_secret: Secret,
    /// The systems, for `zgw`.
    pub zgw: ZgwSettings,
}

impl Default for Backend {
    fn default() -> Self {
        Self {
            kind: BackendKind::Folder,
            folder: "data/outbox".into(),
            simulated_listen: "127.0.0.1:3001".into(),
            workers: 4,
            calls_per_second: 20,
            time_scale: 1.0,
            webhook_secret: Secret::default(),
            zgw: ZgwSettings::default(),
        }
    }
}

/// The systems of the municipality over the open standards.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ZgwSettings {
    /// Root of the Zaken API, such as `https://zaken.example.test/zaken/api/v1`.
    pub cases: String,
    /// Root of the Documenten API.
    pub documents: String,
    /// Root of the Catalogi API.
    pub catalogue: String,
    /// Root of the Objecten API.
    pub objects: String,
    /// Root of the Notificaties API, to subscribe at; empty when somebody else subscribes us.
    pub notifications: String,
    /// Root of the Klantinteracties API; empty when there is none: then messages to residents are not registered.
    pub contacts: String,
    /// Who we are to the ZGW APIs, and the secret that signs.
    pub client_id: String,
    /// See `client_id`.
    pub secret: Secret,
    /// Key of the Objecten API.
    pub objects_key: Secret,
    /// Key of the Klantinteracties API.
    pub contacts_key: Secret,
    /// Key of an administrator of object types, only for `portal backend install-types`.
    pub types_key: Secret,
    /// The municipality's number (RSIN).
    pub rsin: String,
    /// The catalogue that holds the types: its `domein`.
    pub catalogue_domain: String,
    /// The `identificatie` of the case type of the intake.
    pub case_type: String,
    /// The `omschrijving` of the document type.
    pub document_type: String,
    /// The `omschrijving` of the document type of a signed agreement; may be the same.
    pub agreement_document_type: String,
    /// The `omschrijving` of the status that a signed agreement gives the case; skipped where the case type has none.
    pub agreed_status: String,
    /// Confidentiality of cases and documents (vertrouwelijkheidaanduiding).
    pub confidentiality: String,
    /// Name of the object type.
    pub object_type: String,
}

impl Default for ZgwSettings {
    fn default() -> Self {
        let empty = String::new;
        Self {
            cases: empty(),
            documents: empty(),
            catalogue: empty(),
            objects: empty(),
            notifications: empty(),
            contacts: empty(),
            client_id: empty(),
            secret: Secret::default(),
            objects_key: Secret::default(),
            contacts_key: Secret::default(),
            types_key: Secret::default(),
            rsin: empty(),
            catalogue_domain: "PARTP".into(),
            case_type: "brede-intake".into(),
            document_type: "Self-scan samenvatting".into(),
            agreement_document_type: "Self-scan samenvatting".into(),
            agreed_status: "Afspraak vastgelegd".into(),
            confidentiality: "vertrouwelijk".into(),
            object_type: "SelfScanInzending".into(),
        }
    }
}

impl ZgwSettings {
    /// The roots under which addresses may be called: each ends in a slash, so that no other host begins with it.
    #[must_use]
    pub fn roots(&self) -> Vec<String> {
        let roots = [&self.cases, &self.documents, &self.catalogue, &self.objects, &self.contacts, &self.notifications];
        roots.into_iter().filter(|root| !root.is_empty()).map(|root| format!("{}/", root.trim_end_matches('/'))).collect()
    }
}
