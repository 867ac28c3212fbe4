//! One try to sign in: begun here, answered by the provider, good once and for ten minutes.

use super::token::Expected;
use super::{Door, Refusal};
use crate::keys::Context;
use crate::person::Person;
use crate::{Error, Service};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// How long the person may be at the provider, in milliseconds.
const HOLDS: i64 = 10 * 60_000;
/// What the key of tries is derived for.
const KEY: &str = "sign-in-try";

/// What the browser takes along to the provider and back, sealed.
#[derive(Serialize, Deserialize)]
struct Try {
    door: Door,
    state: String,
    nonce: String,
    verifier: String,
    at: i64,
    back: String,
}

/// A try that begins.
pub struct Begun {
    /// Where the browser goes: the provider.
    pub address: String,
    /// What it holds until it comes back.
    pub cookie: String,
}

/// What the provider sent back with the browser.
#[derive(Default, Deserialize)]
pub struct Answer {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    iss: Option<String>,
    error: Option<String>,
}

/// Somebody who is proven.
pub struct SignedIn {
    /// Where they came in.
    pub door: Door,
    /// Who.
    pub person: Person,
    /// The resident for whom they act.
    pub acts_for: Option<String>,
    /// The page where they were; empty for none.
    pub back: String,
    /// What lets the provider sign them out without asking again; only where it tells no number of a person.
    pub(crate) hint: Option<String>,
}

impl SignedIn {
    /// Somebody who came in by a door without telling how to sign out there again, and where they were.
    #[must_use]
    pub const fn new(door: Door, person: Person, acts_for: Option<String>, back: String) -> Self {
        Self { door, person, acts_for, back, hint: None }
    }
}

/// A text of 256 random bits.
fn random() -> Result<String, Refusal> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| Refusal::from(Error::internal(format_args!("randomness: {e}"))))?;
    Ok(data_encoding::BASE64URL_NOPAD.encode(&bytes))
}

impl Service {
    /// Begins a try at a door. `back` is the page to come back to.
    ///
    /// # Errors
    /// When the door is closed or its provider does not answer.
    pub async fn begin_sign_in(&self, door: Door, back: &str) -> Result<Begun, Refusal> {
        let client = self.providers.client(door)?;
        let now = self.clock.now();
        let discovery = client.discovery(now).await?;
        let begun = Try { door, state: random()?, nonce: random()?, verifier: random()?, at: now, back: back.to_owned() };
        let challenge = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(begun.verifier.as_bytes()));
        let settings = &client.settings;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query
            .append_pair("response_type", "code")
            .append_pair("client_id", &settings.client_id)
            .append_pair("redirect_uri", &client.redirect)
            .append_pair("scope", &settings.scopes.join(" "))
            .append_pair("state", &begun.state)
            .append_pair("nonce", &begun.nonce)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256");
        if !settings.acr_values.is_empty() {
            query.append_pair("acr_values", &settings.acr_values.join(" "));
        }
        if settings.always_ask {
            query.append_pair("prompt", "login");
        }
        let endpoint = &discovery.authorization_endpoint;
        let address = format!("{endpoint}{}{}", if endpoint.contains('?') { '&' } else { '?' }, query.finish());
        let sealed = self.keys.session_key(KEY)?.seal_json(&Context::new(KEY, &[]), &begun)?;
        Ok(Begun { address, cookie: data_encoding::BASE64URL_NOPAD.encode(&sealed) })
    }

    /// Takes the answer of a provider to a try of this browser. The caller takes the cookie away, whatever comes of it.
    ///
    /// # Errors
    /// Why nobody is signed in. It is in the log, without what the provider told about the person.
    pub async fn finish_sign_in(&self, door: Door, cookie: Option<&str>, answer: &Answer) -> Result<SignedIn, Refusal> {
        let outcome = self.finish(door, cookie, answer).await;
        match &outcome {
            Ok(found) => tracing::info!(door = door.as_str(), person = %found.person.id, role = found.person.role.as_str(), "signed in"),
            Err(refusal) => tracing::warn!(door = door.as_str(), code = refusal.code(), "not signed in"),
        }
        outcome
    }

    async fn finish(&self, door: Door, cookie: Option<&str>, answer: &Answer) -> Result<SignedIn, Refusal> {
        let client = self.providers.client(door)?;
        let begun = cookie.and_then(|cookie| self.read_try(cookie)).ok_or(Refusal::Again)?;
        let now = self.clock.now();
        let same = bool::from(begun.state.as_bytes().ct_eq(answer.state.as_bytes()));
        if begun.door != door || !same || now - begun.at > HOLDS || now < begun.at {
            return Err(Refusal::Again);
        }
        // A provider that says who it is must be the one that was asked (RFC 9207).
        if answer.iss.as_ref().is_some_and(|iss| *iss != client.settings.issuer) {
            return Err(Refusal::Untrusted("issuer-of-answer"));
        }
        match answer.error.as_deref() {
            Some("access_denied") => return Err(Refusal::Cancelled),
            Some(_) => return Err(Refusal::Provider("error")),
            None if answer.code.is_empty() => return Err(Refusal::Provider("no-code")),
            None => {}
        }
        let tokens = client.exchange(&answer.code, &begun.verifier, now).await?;
        let now = self.clock.now();
        let claims = client.claims(&tokens, &Expected { nonce: &begun.nonce, begun: begun.at, now }).await?;
        let (person, acts_for) = self.who(door, &client.settings, &claims).await?;
        // The token of a resident may hold a BSN, and a hint travels in an address.
        let hint = matches!(door, Door::Staff | Door::Helpers).then_some(tokens.id_token);
        Ok(SignedIn { door, person, acts_for, back: begun.back, hint })
    }

    fn read_try(&self, cookie: &str) -> Option<Try> {
        let sealed = data_encoding::BASE64URL_NOPAD.decode(cookie.as_bytes()).ok().filter(|sealed| sealed.len() > 40)?;
        let key = self.keys.session_key(KEY).ok()?;
        serde_json::from_slice(&key.try_open(&Context::new(KEY, &[]), &sealed)?).ok()
    }

    /// Where the browser goes to sign out at the provider too, when it has such a place.
    pub async fn provider_sign_out(&self, door: Door, hint: Option<&str>) -> Option<String> {
        let client = self.providers.client(door).ok()?;
        let endpoint = client.discovery(self.clock.now()).await.ok()?.end_session_endpoint.clone()?;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("client_id", &client.settings.client_id).append_pair("post_logout_redirect_uri", &client.signed_out);
        if let Some(hint) = hint {
            query.append_pair("id_token_hint", hint);
        }
        Some(format!("{endpoint}{}{}", if endpoint.contains('?') { '&' } else { '?' }, query.finish()))
    }
}
