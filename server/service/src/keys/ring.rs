//! Master keys: read from the key file of the configuration, or made for the demo.

use super::{Context, DataKey};
use crate::{Error, Result};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

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
    /// There is a key with this id, or it cannot be one.
    #[error("`{0}` cannot be the id of a new key: take letters, digits, - and _, and one that is not in the file")]
    Taken(String),
}

const HEADING: &str = "# Master keys of the portal. Whoever has this file can read the database: keep it apart from it, and back it up.\n";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    current: String,
    lookup: String,
    master: BTreeMap<String, String>,
}

/// What a key file holds.
struct Keys {
    current: String,
    master: BTreeMap<String, DataKey>,
}

/// The master keys by id, and the key of keyed hashes. A key that is not known yet is looked for in the file again, so that
/// keys are rotated while the portal runs.
pub struct KeyRing {
    keys: RwLock<Arc<Keys>>,
    lookup: DataKey,
    file: Option<PathBuf>,
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = self.keys();
        write!(f, "KeyRing(current {}, {} keys)", keys.current, keys.master.len())
    }
}

/// Why a data key does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// Its master key is not in the key file.
    Lost,
    /// It was changed, or belongs to somebody else.
    Damaged,
}

fn decode(name: &str, text: &str) -> Result<DataKey, KeyRingError> {
    let bytes = zeroize::Zeroizing::new(data_encoding::BASE64.decode(text.trim().as_bytes()).unwrap_or_default());
    DataKey::from_bytes(&bytes).ok_or_else(|| KeyRingError::Length(name.to_owned()))
}

fn read(text: &str) -> Result<(Keys, DataKey), KeyRingError> {
    let file: KeyFile = toml::from_str(text).map_err(|e| KeyRingError::Form(e.message().to_owned()))?;
    let lookup = decode("lookup", &file.lookup)?;
    let master = file.master.iter().map(|(id, text)| Ok((id.clone(), decode(id, text)?))).collect::<Result<BTreeMap<_, _>, KeyRingError>>()?;
    match master.contains_key(&file.current) {
        true => Ok((Keys { current: file.current, master }, lookup)),
        false => Err(KeyRingError::NoCurrent(file.current)),
    }
}

fn encode(key: &DataKey) -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new(data_encoding::BASE64.encode(key.bytes()))
}

impl KeyRing {
    /// Reads a key file (TOML): `current`, `lookup` and the table `master` of ids to 32 bytes in base64.
    ///
    /// # Errors
    /// Says which key is wrong, never its value.
    pub fn parse(text: &str) -> Result<Self, KeyRingError> {
        let (keys, lookup) = read(text)?;
        Ok(Self { keys: RwLock::new(Arc::new(keys)), lookup, file: None })
    }

    /// The same, from a file that is read again when a key is not known.
    ///
    /// # Errors
    /// See [`KeyRing::parse`].
    pub fn open(file: &Path) -> Result<Self, KeyRingError> {
        let text = std::fs::read_to_string(file).map_err(|e| KeyRingError::Form(e.to_string()))?;
        Ok(Self { file: Some(file.to_owned()), ..Self::parse(&text)? })
    }

    fn keys(&self) -> Arc<Keys> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the file again. One that cannot be used changes nothing.
    fn refresh(&self) {
        let Some(Ok(text)) = self.file.as_ref().map(std::fs::read_to_string) else { return };
        match read(&text) {
            Ok((keys, lookup)) if lookup.bytes() == self.lookup.bytes() => *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys),
            Ok(_) => tracing::error!("the key file has another lookup key now: nobody would be found by it, so it is not taken"),
            Err(error) => tracing::error!(%error, "the key file was changed and cannot be read"),
        }
    }

    /// The text of a key file with one more master key, which becomes the current one.
    ///
    /// # Errors
    /// When it is no key file, or has a key with this id.
    pub fn with_new_key(text: &str, id: &str) -> Result<String, KeyRingError> {
        read(text)?;
        let mut file: toml::Table = toml::from_str(text).map_err(|e| KeyRingError::Form(e.message().to_owned()))?;
        let good = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        let Some(toml::Value::Table(master)) = file.get_mut("master").filter(|master| good && master.get(id).is_none()) else {
            return Err(KeyRingError::Taken(id.to_owned()));
        };
        let key = DataKey::generate().map_err(|e| KeyRingError::Form(e.to_string()))?;
        master.insert(id.to_owned(), toml::Value::String(encode(&key).to_string()));
        file.insert("current".into(), toml::Value::String(id.to_owned()));
        toml::to_string(&file).map(|text| format!("{HEADING}{text}")).map_err(|e| KeyRingError::Form(e.to_string()))
    }

    /// A new key file with one master key, as text.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn new_file(id: &str) -> Result<String> {
        let (lookup, master) = (DataKey::generate()?, DataKey::generate()?);
        Ok(format!("{HEADING}current = \"{id}\"\nlookup = \"{}\"\n\n[master]\n{id} = \"{}\"\n", *encode(&lookup), *encode(&master)))
    }

    /// The id of the key that new data keys are wrapped with.
    #[must_use]
    pub fn current(&self) -> String {
        self.keys().current.clone()
    }

    /// Whether there is a master key with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.keys().master.contains_key(id)
    }

    /// Wraps a resident's data key: the id of the master key and the wrapped key.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn wrap(&self, resident: &str, key: &DataKey) -> Result<(String, Vec<u8>)> {
        let keys = self.keys();
        let master = keys.master.get(&keys.current).ok_or_else(|| Error::internal("the current master key is missing"))?;
        Ok((keys.current.clone(), master.seal(&Context::new("data-key", &[resident]), key.bytes())?))
    }

    /// Unwraps a resident's data key.
    ///
    /// # Errors
    /// When the master key is not in the file, or the wrapped key belongs to another resident.
    pub fn unwrap(&self, resident: &str, master_key: &str, wrapped: &[u8]) -> Result<DataKey> {
        self.try_unwrap(resident, master_key, wrapped).map_err(|locked| match locked {
            Locked::Lost => Error::internal(format_args!("master key {master_key} is missing")),
            Locked::Damaged => Error::internal(format_args!("the data key of resident {resident} does not open")),
        })
    }

    /// The same, for who reports what does not open.
    ///
    /// # Errors
    /// Why it stays locked.
    pub fn try_unwrap(&self, resident: &str, master_key: &str, wrapped: &[u8]) -> Result<DataKey, Locked> {
        let mut keys = self.keys();
        if !keys.master.contains_key(master_key) {
            self.refresh();
            keys = self.keys();
        }
        let master = keys.master.get(master_key).ok_or(Locked::Lost)?;
        let bytes = master.try_open(&Context::new("data-key", &[resident]), wrapped).ok_or(Locked::Damaged)?;
        DataKey::from_bytes(&bytes).ok_or(Locked::Damaged)
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
    fn a_new_key_is_added_and_the_old_one_stays() {
        let text = KeyRing::new_file("1").unwrap();
        let more = KeyRing::with_new_key(&text, "2").unwrap();
        assert!(more.starts_with("# Master keys"));
        let (old, new) = (KeyRing::parse(&text).unwrap(), KeyRing::parse(&more).unwrap());
        assert_eq!((old.current().as_str(), new.current().as_str()), ("1", "2"));
        let key = DataKey::generate().unwrap();
        let (id, wrapped) = old.wrap("anna", &key).unwrap();
        assert_eq!(new.unwrap("anna", &id, &wrapped).unwrap().bytes(), key.bytes());
        assert_eq!(old.lookup_hash("bsn", "1"), new.lookup_hash("bsn", "1"));
        for id in ["1", "", "a b", "a\"b"] {
            assert!(matches!(KeyRing::with_new_key(&text, id), Err(KeyRingError::Taken(_))), "{id}");
        }
        assert_eq!(old.try_unwrap("anna", "2", &wrapped).unwrap_err(), Locked::Lost);
        assert_eq!(old.try_unwrap("ben", "1", &wrapped).unwrap_err(), Locked::Damaged);
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
