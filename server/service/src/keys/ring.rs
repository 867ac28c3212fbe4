//! Master keys: read from the key file of the configuration, or made for the demo.

use super::{Context, DataKey};
use crate::{Error, Result};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Why a key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyRingError {
    /// Not of the right form.
    #[error("the key file is not valid: {0}")]
    Form(String),
    /// A key is not 32 bytes in base64.
    #[error("key `{0}` is not 32 bytes in base64")]
    Length(String),
    /// The current key is not in the file.
    #[error("current = \"{0}\" names no key of the file")]
    NoCurrent(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    current: String,
    lookup: String,
    master: BTreeMap<String, String>,
}

/// The master keys by id, and the key of keyed hashes.
pub struct KeyRing {
    current: String,
    master: BTreeMap<String, DataKey>,
    lookup: DataKey,
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeyRing(current {}, {} keys)", self.current, self.master.len())
    }
}

impl KeyRing {
    /// Reads a key file (TOML): `current`, `lookup` and the table `master` of ids to 32 bytes in base64.
    ///
    /// # Errors
    /// Says which key is wrong, never its value.
    pub fn parse(text: &str) -> Result<Self, KeyRingError> {
        let file: KeyFile = toml::from_str(text).map_err(|e| KeyRingError::Form(e.message().to_owned()))?;
        let decode = |name: &str, text: &str| {
            let bytes = zeroize::Zeroizing::new(data_encoding::BASE64.decode(text.trim().as_bytes()).unwrap_or_default());
            DataKey::from_bytes(&bytes).ok_or_else(|| KeyRingError::Length(name.to_owned()))
        };
        let lookup = decode("lookup", &file.lookup)?;
        let master = file.master.iter().map(|(id, text)| Ok((id.clone(), decode(id, text)?))).collect::<Result<BTreeMap<_, _>, KeyRingError>>()?;
        if !master.contains_key(&file.current) {
            return Err(KeyRingError::NoCurrent(file.current));
        }
        Ok(Self { current: file.current, master, lookup })
    }

    /// A new key file with one master key, as text.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn new_file(id: &str) -> Result<String> {
        let encode = |key: &DataKey| data_encoding::BASE64.encode(key.bytes());
        let (lookup, master) = (DataKey::generate()?, DataKey::generate()?);
        Ok(format!(
            "# Master keys of the portal. Whoever has this file can read the database: keep it apart from it, and back it up.\ncurrent = \"{id}\"\nlookup = \"{}\"\n\n[master]\n{id} = \"{}\"\n",
            encode(&lookup),
            encode(&master)
        ))
    }

    /// The id of the key that new data keys are wrapped with.
    #[must_use]
    pub fn current(&self) -> &str {
        &self.current
    }

    /// Wraps a resident's data key: the id of the master key and the wrapped key.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn wrap(&self, resident: &str, key: &DataKey) -> Result<(String, Vec<u8>)> {
        let master = self.master.get(&self.current).ok_or_else(|| Error::internal("the current master key is missing"))?;
        Ok((self.current.clone(), master.seal(&Context::new("data-key", &[resident]), key.bytes())?))
    }

    /// Unwraps a resident's data key.
    ///
    /// # Errors
    /// When the master key is not in the file, or the wrapped key belongs to another resident.
    pub fn unwrap(&self, resident: &str, master_key: &str, wrapped: &[u8]) -> Result<DataKey> {
        let master = self.master.get(master_key).ok_or_else(|| Error::internal(format_args!("master key {master_key} is missing")))?;
        let bytes = zeroize::Zeroizing::new(master.open(&Context::new("data-key", &[resident]), wrapped)?);
        DataKey::from_bytes(&bytes).ok_or_else(|| Error::internal("a data key has the wrong length"))
    }

    /// The key of what one session typed and was not taken. It goes with the session.
    ///
    /// # Errors
    /// Never in practice; see [`DataKey::derive`].
    pub fn session_key(&self, session: &str) -> Result<DataKey> {
        let bytes = zeroize::Zeroizing::new(self.lookup.derive(&format!("session/{session}"))?);
        DataKey::from_bytes(bytes.as_slice()).ok_or_else(|| Error::internal("a data key has the wrong length"))
    }

    /// The keyed hash by which a value such as a BSN is found without being read.
    #[must_use]
    pub fn lookup_hash(&self, kind: &str, value: &str) -> String {
        let Ok(mut mac) = Hmac::<sha2::Sha256>::new_from_slice(self.lookup.bytes()) else { return String::new() };
        mac.update(kind.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_round_trips_and_names_what_is_wrong() {
        let text = KeyRing::new_file("2026-11").unwrap();
        let ring = KeyRing::parse(&text).unwrap();
        let key = DataKey::generate().unwrap();
        let (id, wrapped) = ring.wrap("anna", &key).unwrap();
        assert_eq!(ring.unwrap("anna", &id, &wrapped).unwrap().bytes(), key.bytes());
        assert!(ring.unwrap("ben", &id, &wrapped).is_err(), "a data key belongs to one resident");
        assert!(ring.unwrap("anna", "lost", &wrapped).is_err());
        assert!(matches!(KeyRing::parse(&text.replace("current = \"2026-11\"", "current = \"other\"")), Err(KeyRingError::NoCurrent(id)) if id == "other"));
        assert!(matches!(KeyRing::parse("current=\"a\"\nlookup=\"x\"\n[master]\na=\"y\""), Err(KeyRingError::Length(key)) if key == "lookup"));
    }

    #[test]
    fn lookup_hashes_differ_by_kind_and_by_key() {
        let ring = KeyRing::parse(&KeyRing::new_file("a").unwrap()).unwrap();
        let other = KeyRing::parse(&KeyRing::new_file("a").unwrap()).unwrap();
        assert_eq!(ring.lookup_hash("bsn", "999993653"), ring.lookup_hash("bsn", "999993653"));
        assert_ne!(ring.lookup_hash("bsn", "999993653"), ring.lookup_hash("code", "999993653"));
        assert_ne!(ring.lookup_hash("bsn", "999993653"), other.lookup_hash("bsn", "999993653"));
    }
}
