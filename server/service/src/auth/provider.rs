//! What is known of a provider: its addresses and keys, fetched when needed and kept for an hour.
//!
//! No address of a visitor or of a token is ever called: only the issuer of the settings, and what its own document
//! names under the origins of the settings. Redirects are not followed.

use super::client_proof::Proof;
use super::{Door, Refusal};
use crate::settings::{Provider, Settings, origin};
use jsonwebtoken::jwk::JwkSet;
use reqwest::RequestBuilder;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// How long what was fetched is used, in milliseconds; older is used only while the provider does not answer.
const FRESH: i64 = 60 * 60_000;
/// An unknown key asks for the keys again, this often at most, in milliseconds.
const KEYS_EVERY: i64 = 10_000;
/// After no answer nobody waits for the next one, for so many milliseconds.
const PAUSE: i64 = 5_000;
/// The longest that a provider may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The largest answer that is read, in bytes.
const LARGEST: usize = 256 * 1024;

/// The addresses of a provider, as its own document tells.
#[derive(Debug, Clone, Deserialize)]
pub struct Discovery {
    issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    pub end_session_endpoint: Option<String>,
}

#[derive(Default)]
struct Known {
    discovery: Option<(i64, Arc<Discovery>)>,
    keys: Option<(i64, Arc<JwkSet>)>,
    failed_at: Option<i64>,
}

/// One client of one provider.
pub struct Client {
    pub settings: Provider,
    /// Where the provider sends the person back, exactly.
    pub redirect: String,
    /// Where the provider sends the person after signing out.
    pub signed_out: String,
    pub proof: Proof,
    http: reqwest::Client,
    known: Mutex<Known>,
}

/// The providers of the doors that are open.
#[derive(Default)]
pub struct Providers(BTreeMap<Door, Client>);

impl Providers {
    /// Reads keys and makes the clients; asks no provider anything yet.
    ///
    /// # Errors
    /// Names the setting that stands in the way.
    pub fn new(settings: &Settings) -> Result<Self, String> {
        let mut clients = BTreeMap::new();
        for door in settings.sign_in.open() {
            let _ = rustls::crypto::ring::default_provider().install_default();
            let http = reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .timeout(TIMEOUT)
                .user_agent(concat!("meedoen/", env!("CARGO_PKG_VERSION")))
                .no_proxy()
                .build()
                .map_err(|_| "sign_in: no TLS on this machine".to_owned())?;
            let provider = settings.sign_in.provider(door).clone();
            let proof = Proof::of(&provider).map_err(|wrong| format!("sign_in.{}.{wrong}", door.as_str()))?;
            let home = settings.http.base_url();
            let redirect = format!("{home}/sign-in/{}/return", door.as_str());
            let client = Client { settings: provider, redirect, signed_out: format!("{home}/signed-out"), proof, http, known: Mutex::default() };
            clients.insert(door, client);
        }
        Ok(Self(clients))
    }

    /// The client of a door.
    ///
    /// # Errors
    /// [`Refusal::Again`] when the door is closed.
    pub fn client(&self, door: Door) -> Result<&Client, Refusal> {
        self.0.get(&door).ok_or(Refusal::Again)
    }
}

impl Client {
    /// The addresses of the provider.
    ///
    /// # Errors
    /// When it does not answer, or its document cannot be trusted.
    pub async fn discovery(&self, now: i64) -> Result<Arc<Discovery>, Refusal> {
        let mut known = self.known.lock().await;
        if let Some((at, found)) = &known.discovery
            && (now - at < FRESH || known.pauses(now))
        {
            return Ok(found.clone());
        }
        known.may_ask(now)?;
        match self.fetch_discovery().await {
            Ok(found) => {
                let found = Arc::new(found);
                known.discovery = Some((now, found.clone()));
                Ok(found)
            }
            Err(refusal) => {
                known.failed_at = Some(now);
                match &known.discovery {
                    Some((_, stale)) if matches!(refusal, Refusal::Provider(_)) => Ok(stale.clone()),
                    _ => Err(refusal),
                }
            }
        }
    }

    async fn fetch_discovery(&self) -> Result<Discovery, Refusal> {
        let issuer = &self.settings.issuer;
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let (_, found): (_, Discovery) = self.ask(self.http.get(address)).await?;
        if found.issuer != *issuer {
            return Err(Refusal::Untrusted("issuer-of-document"));
        }
        let origins = self.settings.origins();
        let named = [&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri];
        let maybe = found.userinfo_endpoint.iter().chain(&found.end_session_endpoint);
        let ours = |url: &String| origin(url).is_some_and(|origin| origins.contains(&origin));
        if named.into_iter().chain(maybe).all(ours) { Ok(found) } else { Err(Refusal::Untrusted("foreign-endpoint")) }
    }

    /// The keys of the provider; `fresher` asks again, because a token names a key that is not among them.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn keys(&self, now: i64, fresher: bool) -> Result<Arc<JwkSet>, Refusal> {
        let address = self.discovery(now).await?.jwks_uri.clone();
        let mut known = self.known.lock().await;
        if let Some((at, keys)) = &known.keys
            && now - at < if fresher { KEYS_EVERY } else { FRESH }
        {
            return Ok(keys.clone());
        }
        known.may_ask(now)?;
        match self.ask::<JwkSet>(self.http.get(address)).await {
            Ok((_, keys)) => {
                let keys = Arc::new(keys);
                known.keys = Some((now, keys.clone()));
                Ok(keys)
            }
            Err(refusal) => {
                known.failed_at = Some(now);
                // Keys of an hour ago still prove what they prove.
                known.keys.as_ref().filter(|_| !fresher).map(|(_, keys)| keys.clone()).ok_or(refusal)
            }
        }
    }

    /// A call to an address of the provider's document.
    pub fn post(&self, address: &str) -> RequestBuilder {
        self.http.post(address)
    }

    /// A call that reads.
    pub fn get(&self, address: &str) -> RequestBuilder {
        self.http.get(address)
    }

    /// Sends a call and reads its answer as JSON.
    ///
    /// # Errors
    /// [`Refusal::Provider`] `down` without an answer or with a 5xx, `refused` with any other that is no success.
    pub async fn ask<T: DeserializeOwned>(&self, call: RequestBuilder) -> Result<(u16, T), Refusal> {
        let mut response = call.send().await.map_err(|_| Refusal::Provider("down"))?;
        let status = response.status();
        if status.is_server_error() {
            return Err(Refusal::Provider("down"));
        }
        if !status.is_success() {
            return Err(Refusal::Provider("refused"));
        }
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|_| Refusal::Provider("down"))? {
            body.extend_from_slice(&part);
            if body.len() > LARGEST {
                return Err(Refusal::Provider("too-large"));
            }
        }
        serde_json::from_slice(&body).map(|value| (status.as_u16(), value)).map_err(|_| Refusal::Provider("unreadable"))
    }
}

impl Known {
    fn pauses(&self, now: i64) -> bool {
        self.failed_at.is_some_and(|at| now - at < PAUSE)
    }

    fn may_ask(&mut self, now: i64) -> Result<(), Refusal> {
        if self.pauses(now) {
            return Err(Refusal::Provider("down"));
        }
        self.failed_at = None;
        Ok(())
    }
}
