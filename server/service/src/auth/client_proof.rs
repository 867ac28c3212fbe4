//! How we prove to a provider that it is us who asks: a secret, or a signature (`private_key_jwt`).

use crate::settings::Provider;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::Serialize;

/// Seconds for which a signed proof holds.
const HOLDS: i64 = 60;
/// What a signed proof is called in the form.
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// The proof of one client.
pub enum Proof {
    /// Its secret, in the header of the call (`client_secret_basic`).
    Secret,
    /// Its private key, which signs a short-lived token for each call.
    Key { key: EncodingKey, algorithm: Algorithm, id: Option<String> },
}

#[derive(Serialize)]
struct Assertion<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    jti: String,
    iat: i64,
    exp: i64,
}

impl Proof {
    /// Reads the key of the settings, if there is one.
    ///
    /// # Errors
    /// Names the setting, never the key.
    pub fn of(provider: &Provider) -> Result<Self, String> {
        let Some(path) = &provider.client_key else { return Ok(Self::Secret) };
        let pem = std::fs::read(path).map_err(|e| format!("client_key {}: {e}", path.display()))?;
        let pem = zeroize::Zeroizing::new(pem);
        let (key, algorithm) = signing_key(&pem).ok_or_else(|| format!("client_key {}: no private key in PEM that can sign", path.display()))?;
        Ok(Self::Key { key, algorithm, id: Some(provider.client_key_id.clone()).filter(|id| !id.is_empty()) })
    }

    /// The fields that the call carries, and the secret for its header.
    ///
    /// # Errors
    /// When the key cannot sign.
    pub fn fields(&self, provider: &Provider, now: i64) -> Result<Vec<(&'static str, String)>, &'static str> {
        let Self::Key { key, algorithm, id } = self else { return Ok(Vec::new()) };
        let header = Header { kid: id.clone(), ..Header::new(*algorithm) };
        let iat = now / 1000;
        let jti = crate::new_opaque_id();
        let claims = Assertion { iss: &provider.client_id, sub: &provider.client_id, aud: &provider.issuer, jti, iat, exp: iat + HOLDS };
        let signed = encode(&header, &claims, key).map_err(|_| "cannot-sign")?;
        Ok(vec![("client_assertion_type", JWT_BEARER.to_owned()), ("client_assertion", signed)])
    }
}

/// A key with the algorithm that it signs with: found by signing, because the file does not say its curve.
fn signing_key(pem: &[u8]) -> Option<(EncodingKey, Algorithm)> {
    let signs = |key: &EncodingKey, algorithm| encode(&Header::new(algorithm), &serde_json::json!({}), key).is_ok();
    let keys = [
        (EncodingKey::from_rsa_pem(pem), Algorithm::RS256),
        (EncodingKey::from_ec_pem(pem), Algorithm::ES256),
        (EncodingKey::from_ec_pem(pem), Algorithm::ES384),
        (EncodingKey::from_ed_pem(pem), Algorithm::EdDSA),
    ];
    keys.into_iter().find_map(|(key, algorithm)| key.ok().filter(|key| signs(key, algorithm)).map(|key| (key, algorithm)))
}
