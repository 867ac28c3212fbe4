//! Data keys and what they seal.

use crate::{Error, Result};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

const NONCE: usize = 24;
/// First byte of every ciphertext, so that a later form can be told apart.
const FORM: u8 = 1;

/// Where a sealed value belongs: it opens nowhere else.
pub struct Context(Vec<u8>);

impl Context {
    /// The context of a value of `kind` at `place` (row id, column, step).
    #[must_use]
    pub fn new(kind: &str, place: &[&str]) -> Self {
        let mut bytes = kind.as_bytes().to_vec();
        for part in place {
            bytes.push(0);
            bytes.extend_from_slice(part.as_bytes());
        }
        Self(bytes)
    }
}

/// The key of one resident's data. Never printed, wiped when dropped.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

impl DataKey {
    /// A new random key.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn generate() -> Result<Self> {
        let mut bytes = Zeroizing::new([0u8; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|e| Error::internal(format_args!("randomness: {e}")))?;
        Ok(Self(bytes))
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// Seals `plain` for the place `context`.
    ///
    /// # Errors
    /// When the machine has no randomness.
    pub fn seal(&self, context: &Context, plain: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0u8; NONCE];
        getrandom::fill(&mut nonce).map_err(|e| Error::internal(format_args!("randomness: {e}")))?;
        let cipher = XChaCha20Poly1305::new(&Key::from(*self.0));
        let payload = Payload { msg: plain, aad: &context.0 };
        let body = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| Error::internal("sealing failed"))?;
        let mut sealed = Vec::with_capacity(1 + NONCE + body.len());
        sealed.push(FORM);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&body);
        Ok(sealed)
    }

    /// Opens what was sealed for the place `context`.
    ///
    /// # Errors
    /// When it was sealed with another key or for another place, or was changed.
    pub fn open(&self, context: &Context, sealed: &[u8]) -> Result<Vec<u8>> {
        self.try_open(context, sealed).map(|plain| plain.to_vec()).ok_or_else(|| Error::internal("a sealed value does not open"))
    }

    /// Opens what may come from anybody, such as a cookie: what does not open is nobody's fault and no line in the log.
    #[must_use]
    pub fn try_open(&self, context: &Context, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (form, rest) = sealed.split_first()?;
        let (nonce, body) = rest.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new(&Key::from(*self.0));
        let opened = cipher.decrypt(&XNonce::from(nonce), Payload { msg: body, aad: &context.0 }).ok().filter(|_| *form == FORM);
        opened.map(Zeroizing::new)
    }

    /// Seals a value as JSON.
    ///
    /// # Errors
    /// See [`DataKey::seal`].
    pub fn seal_json(&self, context: &Context, value: &impl Serialize) -> Result<Vec<u8>> {
        let plain = Zeroizing::new(serde_json::to_vec(value)?);
        self.seal(context, &plain)
    }

    /// Opens a value sealed as JSON.
    ///
    /// # Errors
    /// See [`DataKey::open`]; also when it is not of the type asked for.
    pub fn open_json<T: DeserializeOwned>(&self, context: &Context, sealed: &[u8]) -> Result<T> {
        let plain = Zeroizing::new(self.open(context, sealed)?);
        Ok(serde_json::from_slice(&plain)?)
    }

    /// A key derived from this one for one use elsewhere, such as the copy on the resident's own phone.
    ///
    /// # Errors
    /// Never for the length asked; kept so that nothing panics.
    pub fn derive(&self, purpose: &str) -> Result<[u8; 32]> {
        let mut out = [0u8; 32];
        hkdf::Hkdf::<sha2::Sha256>::new(None, self.bytes()).expand(purpose.as_bytes(), &mut out).map_err(|_| Error::internal("key derivation failed"))?;
        Ok(out)
    }
}
