//! Who may call the backend, and what they may do (section 3, `examples/19-authorisation.http`).

use crate::level::Level;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// All credentials.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Credentials {
    /// Callers of the ZGW APIs, which sign a token per request.
    pub clients: Vec<Client>,
    /// Keys of the Objects API.
    pub object_keys: Vec<ObjectKey>,
    /// Keys of Open Klant.
    pub contact_keys: Vec<String>,
}

/// A caller of the ZGW APIs.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// The `client_id` in its tokens.
    pub id: String,
    /// What its tokens are signed with.
    pub secret: String,
    /// Whether it may do everything (heeftAlleAutorisaties).
    #[serde(default)]
    pub everything: bool,
    /// What it may do otherwise.
    #[serde(default)]
    pub rights: Vec<Right>,
}

/// One right (autorisatie) of a client.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// What it may do, such as `zaken.aanmaken`.
    pub scopes: Vec<String>,
    /// On which type: the `identificatie` of a case type, the `omschrijving` of a document type. Without it: on all.
    #[serde(default)]
    pub of: Option<String>,
    /// Up to which confidentiality (maxVertrouwelijkheidaanduiding). Without it: up to the highest.
    #[serde(default)]
    pub max: Option<Level>,
}

/// A key of the Objects API.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectKey {
    /// The key.
    pub key: String,
    /// What it may do with objects of each type, by the name of the type; `*` for all others.
    #[serde(default)]
    pub types: BTreeMap<String, Mode>,
    /// Whether it may make and change object types.
    #[serde(default)]
    pub administrator: bool,
}

/// What a key may do with the objects of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Read only.
    Read,
    /// Read and write.
    Write,
}

/// Why credentials could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CredentialsError {
    /// The file cannot be read.
    #[error("the credentials file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The file holds something else.
    #[error("the credentials file is not right at line {}", .0.line())]
    Content(#[from] serde_json::Error),
}

impl Credentials {
    /// What the demo uses: the client `portal` with the least rights it needs, and one key each.
    #[must_use]
    pub fn demo() -> Self {
        let right = |scopes: &[&str], of: Option<&str>, max: Option<Level>| Right {
            scopes: scopes.iter().map(|s| (*s).to_owned()).collect(),
            of: of.map(str::to_owned),
            max,
        };
        let rights = vec![
            right(&["zaken.aanmaken", "zaken.lezen", "zaken.bijwerken", "zaken.statussen.toevoegen"], Some("brede-intake"), Some(Level::Confidential)),
            right(&["documenten.aanmaken", "documenten.lezen"], Some("Self-scan samenvatting"), Some(Level::Confidential)),
            right(&["catalogi.lezen", "notificaties.consumeren"], None, None),
        ];
        let types = ["SelfScanInzending", "Wederkerigheidsafspraak", "Mijlpaal", "Hulpmachtiging"];
        Self {
            clients: vec![Client { id: "portal".to_owned(), secret: "demo-signing-secret".to_owned(), everything: false, rights }],
            object_keys: vec![
                ObjectKey { key: "demo-objects-key".to_owned(), types: types.map(|t| (t.to_owned(), Mode::Write)).into(), administrator: false },
                ObjectKey { key: "demo-objecttypes-key".to_owned(), types: BTreeMap::new(), administrator: true },
            ],
            contact_keys: vec!["demo-contacts-key".to_owned()],
        }
    }

    /// Reads credentials from a JSON file with the fields of this type.
    ///
    /// # Errors
    /// When the file cannot be read or holds something else; no error repeats a value of the file.
    pub fn read(path: &Path) -> Result<Self, CredentialsError> {
        Ok(serde_json::from_slice(&std::fs::read(path)?)?)
    }
}

impl Client {
    /// Whether it may do `scope` at all.
    #[must_use]
    pub fn has(&self, scope: &str) -> bool {
        self.everything || self.rights.iter().any(|right| right.scopes.iter().any(|s| s == scope))
    }

    /// Whether it may do `scope` on something of type `of` with confidentiality `level` (S06).
    #[must_use]
    pub fn may(&self, scope: &str, of: &str, level: Level) -> bool {
        let fits = |right: &&Right| right.of.as_deref().is_none_or(|o| o == of) && right.max.is_none_or(|max| level <= max);
        self.everything || self.rights.iter().filter(fits).any(|right| right.scopes.iter().any(|s| s == scope))
    }
}

impl ObjectKey {
    /// Whether it may read, or write, objects of the type named `of` (S04).
    #[must_use]
    pub fn may(&self, of: &str, mode: Mode) -> bool {
        let granted = self.types.get(of).or_else(|| self.types.get("*"));
        granted.is_some_and(|given| *given == Mode::Write || mode == Mode::Read)
    }
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ids: Vec<&str> = self.clients.iter().map(|c| c.id.as_str()).collect();
        f.debug_struct("Credentials").field("clients", &ids).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s06_a_right_holds_for_its_type_up_to_its_level() {
        let portal = Credentials::demo().clients.remove(0);
        assert!(portal.may("zaken.aanmaken", "brede-intake", Level::Confidential));
        assert!(!portal.may("zaken.aanmaken", "brede-intake", Level::Secret));
        assert!(!portal.may("zaken.aanmaken", "bezwaar", Level::Open));
        assert!(!portal.may("zaken.verwijderen", "brede-intake", Level::Open));
        assert!(portal.has("catalogi.lezen") && !portal.has("zaken.verwijderen"));
    }

    #[test]
    fn credentials_come_from_a_file_and_its_errors_tell_no_secret() {
        let path = std::env::temp_dir().join(format!("credentials-{}.json", uuid::Uuid::new_v4()));
        std::fs::write(&path, serde_json::to_vec(&Credentials::demo()).unwrap()).unwrap();
        let read = Credentials::read(&path).unwrap();
        assert_eq!((read.clients.len(), read.object_keys.len(), read.contact_keys.len()), (1, 2, 1));
        std::fs::write(&path, r#"{ "contact_keys": [{ "very": "secret" }] }"#).unwrap();
        let error = Credentials::read(&path).unwrap_err().to_string();
        assert!(error.contains("line 1") && !error.contains("secret"), "{error}");
        std::fs::remove_file(&path).unwrap();
        assert!(Credentials::read(&path).is_err());
    }

    #[test]
    fn no_secret_is_printed() {
        let printed = format!("{:?}", Credentials::demo());
        assert!(printed.contains("portal") && !printed.contains("secret") && !printed.contains("key"), "{printed}");
    }
}
