//! From a code to claims that are proven: the exchange, the signature, and everything that a token must say.

use super::claims::Claims;
use super::client_proof::Proof;
use super::provider::Client;
use super::{Refusal, SKEW};
use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;
use serde_json::Value;
use subtle::ConstantTimeEq as _;

/// A token issued longer ago than this is not the answer to a code of just now, in milliseconds.
const OLDEST: i64 = 10 * 60_000;
/// Signatures that count: with a key of the provider's own, never with a shared secret.
const ALGORITHMS: [Algorithm; 8] =
    [Algorithm::RS256, Algorithm::RS384, Algorithm::RS512, Algorithm::PS256, Algorithm::PS384, Algorithm::ES256, Algorithm::ES384, Algorithm::EdDSA];

#[derive(Deserialize)]
pub struct Tokens {
    pub id_token: String,
    access_token: Option<String>,
}

/// What the token must answer to.
pub struct Expected<'a> {
    pub nonce: &'a str,
    /// When the try began, in milliseconds.
    pub begun: i64,
    pub now: i64,
}

impl Client {
    /// Exchanges a code for tokens.
    ///
    /// # Errors
    /// When the provider does not answer or refuses.
    pub async fn exchange(&self, code: &str, verifier: &str, now: i64) -> Result<Tokens, Refusal> {
        let discovery = self.discovery(now).await?;
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect),
            ("client_id", &self.settings.client_id),
            ("code_verifier", verifier),
        ];
        let proof = self.proof.fields(&self.settings, now).map_err(Refusal::Provider)?;
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).extend_pairs(proof).finish();
        let mut call = self.post(&discovery.token_endpoint).header("content-type", "application/x-www-form-urlencoded").body(form);
        if matches!(self.proof, Proof::Secret) {
            let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            call = call.basic_auth(encode(&self.settings.client_id), Some(encode(self.settings.client_secret.reveal())));
        }
        self.ask(call).await.map(|(_, tokens)| tokens)
    }

    /// The claims of the ID token, and those of the userinfo endpoint where the settings say so.
    ///
    /// # Errors
    /// What is wrong with them.
    pub async fn claims(&self, tokens: &Tokens, expected: &Expected<'_>) -> Result<Claims, Refusal> {
        let mut claims = self.proven(&tokens.id_token, expected.now).await?;
        check(&claims, &self.settings.issuer, &self.settings.client_id, self.settings.always_ask, expected).map_err(Refusal::Untrusted)?;
        if self.settings.userinfo {
            let discovery = self.discovery(expected.now).await?;
            let (Some(address), Some(token)) = (&discovery.userinfo_endpoint, &tokens.access_token) else { return Err(Refusal::Provider("no-userinfo")) };
            let (_, more): (_, Claims) = self.ask(self.get(address).bearer_auth(token)).await?;
            if more.get("sub") != claims.get("sub") {
                return Err(Refusal::Untrusted("userinfo-of-somebody-else"));
            }
            // What is signed counts before what is not.
            for (name, value) in more {
                claims.entry(name).or_insert(value);
            }
        }
        Ok(claims)
    }

    async fn proven(&self, token: &str, now: i64) -> Result<Claims, Refusal> {
        let header = decode_header(token).map_err(|_| Refusal::Untrusted("unreadable"))?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(Refusal::Untrusted("algorithm"));
        }
        let kid = header.kid.as_deref();
        let mut keys = self.keys(now, false).await?;
        if find(&keys, kid, header.alg).is_none() {
            keys = self.keys(now, true).await?;
        }
        let key = find(&keys, kid, header.alg).and_then(|jwk| DecodingKey::from_jwk(jwk).ok()).ok_or(Refusal::Untrusted("unknown-key"))?;
        let mut validation = Validation::new(header.alg);
        // Everything that a token says is checked below, by our own clock.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.required_spec_claims.clear();
        decode::<Claims>(token, &key, &validation).map(|data| data.claims).map_err(|_| Refusal::Untrusted("signature"))
    }
}

/// The key that a token names; without a name, the only one that can have signed it.
fn find<'a>(keys: &'a JwkSet, kid: Option<&str>, algorithm: Algorithm) -> Option<&'a Jwk> {
    let family = |jwk: &&Jwk| DecodingKey::from_jwk(jwk).is_ok_and(|key| algorithm.family() == key.family());
    let signs = |jwk: &&Jwk| jwk.common.public_key_use.as_ref().is_none_or(|us| *us == PublicKeyUse::Signature);
    let named = |jwk: &&Jwk| kid.is_none_or(|kid| jwk.common.key_id.as_deref() == Some(kid));
    let mut fitting = keys.keys.iter().filter(named).filter(signs).filter(family);
    let first = fitting.next()?;
    (kid.is_some() || fitting.next().is_none()).then_some(first)
}

/// Everything that a token must say.
pub(super) fn check(claims: &Claims, issuer: &str, client: &str, always_ask: bool, expected: &Expected<'_>) -> Result<(), &'static str> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    let time = |name: &str| claims.get(name).and_then(Value::as_f64).map(|seconds| (seconds * 1000.0) as i64);
    if text("iss") != Some(issuer) {
        return Err("issuer");
    }
    let (ours, others) = match claims.get("aud") {
        Some(Value::String(one)) => (one == client, false),
        Some(Value::Array(many)) => (many.iter().any(|one| one == client), many.len() > 1),
        _ => (false, false),
    };
    let party = claims.get("azp");
    if !ours || party.is_some_and(|azp| azp != client) || (others && party.is_none()) {
        return Err("audience");
    }
    let nonce = text("nonce").unwrap_or_default();
    if expected.nonce.is_empty() || !bool::from(nonce.as_bytes().ct_eq(expected.nonce.as_bytes())) {
        return Err("nonce");
    }
    if time("exp").is_none_or(|exp| exp <= expected.now - SKEW) {
        return Err("expired");
    }
    if time("iat").is_none_or(|iat| iat > expected.now + SKEW || iat < expected.now - OLDEST) || time("nbf").is_some_and(|nbf| nbf > expected.now + SKEW) {
        return Err("issued");
    }
    if always_ask && time("auth_time").is_some_and(|at| at < expected.begun - SKEW) {
        return Err("remembered");
    }
    if text("sub").is_none_or(|sub| sub.is_empty() || sub.len() > 255) {
        return Err("subject");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: i64 = 1_795_424_400_000;

    fn checked(change: impl FnOnce(&mut Claims)) -> Result<(), &'static str> {
        let seconds = NOW / 1000;
        let mut claims = json!({"iss": "https://p", "aud": "us", "nonce": "n", "exp": seconds + 300, "iat": seconds, "sub": "s", "auth_time": seconds})
            .as_object()
            .unwrap()
            .clone();
        change(&mut claims);
        check(&claims, "https://p", "us", true, &Expected { nonce: "n", begun: NOW - 1000, now: NOW })
    }

    #[test]
    fn everything_that_a_token_says_is_checked() {
        assert_eq!(checked(|_| {}), Ok(()));
        let seconds = NOW / 1000;
        let wrong = [
            ("iss", json!("https://q"), "issuer"),
            ("iss", json!("https://p/"), "issuer"),
            ("iss", json!(null), "issuer"),
            ("aud", json!("other"), "audience"),
            ("aud", json!(["other"]), "audience"),
            ("aud", json!(["us", "other"]), "audience"),
            ("aud", json!(null), "audience"),
            ("azp", json!("other"), "audience"),
            ("nonce", json!("m"), "nonce"),
            ("nonce", json!(""), "nonce"),
            ("nonce", json!(null), "nonce"),
            ("exp", json!(seconds - 31), "expired"),
            ("exp", json!("later"), "expired"),
            ("exp", json!(null), "expired"),
            ("iat", json!(seconds + 60), "issued"),
            ("iat", json!(seconds - 3600), "issued"),
            ("iat", json!(null), "issued"),
            ("nbf", json!(seconds + 60), "issued"),
            ("auth_time", json!(seconds - 3600), "remembered"),
            ("sub", json!(""), "subject"),
            ("sub", json!(7), "subject"),
        ];
        for (name, value, code) in wrong {
            assert_eq!(checked(|claims| _ = claims.insert(name.into(), value.clone())), Err(code), "{name} {value}");
        }
        assert_eq!(checked(|claims| claims.extend(json!({"aud": ["us", "other"], "azp": "us"}).as_object().unwrap().clone())), Ok(()));
        assert_eq!(checked(|claims| _ = claims.remove("auth_time")), Ok(()), "a provider may leave it out");
        assert_eq!(checked(|claims| _ = claims.insert("exp".into(), json!(seconds - 29))), Ok(()), "clocks differ a little");
    }
}
