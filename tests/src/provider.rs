//! An OpenID provider of the tests: right by default, and wrong in one way when told so. It has no pages: a test says
//! who signs in, and gets the address with which the provider sends the browser back.

use crate::app::MONDAY;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use http::{HeaderMap, StatusCode};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde_json::{Map, Value, json};
use service::auth::{Door, Level};
use service::settings::{GroupRole, Settings, StaffRole};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Who the portal is to it.
pub const CLIENT: &str = "portal";
const SECRET: &str = "a secret with : and %";

/// One way to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    /// None.
    #[default]
    Right,
    /// The token is for a try of somebody else.
    Nonce,
    /// From somebody else.
    Issuer,
    /// For somebody else.
    Audience,
    /// Signed with a key that is not its own, under the name of its own.
    Signature,
    /// Signed with a key that nobody knows.
    UnknownKey,
    /// Not signed.
    Unsigned,
    /// Signed with the client's secret instead of a key.
    Shared,
    /// Too old.
    Expired,
    /// Signed in long ago and remembered.
    Remembered,
    /// No token at all.
    NoToken,
    /// The token endpoint breaks.
    Broken,
    /// The token endpoint answers with a page.
    Unreadable,
    /// The token endpoint sends on to somebody else.
    Redirects,
    /// The keys cannot be read.
    NoKeys,
    /// Nothing answers.
    Down,
    /// Its document names an endpoint of somebody else.
    Foreign,
    /// Its document is somebody else's.
    OtherDocument,
}

struct Code {
    nonce: String,
    challenge: String,
    redirect: String,
    claims: Map<String, Value>,
}

#[derive(Default)]
struct Inside {
    fault: Fault,
    codes: BTreeMap<String, Code>,
    key: Option<(String, EncodingKey)>,
    client_key: Option<DecodingKey>,
    asked: Vec<&'static str>,
    spent: Duration,
}

/// A running provider.
pub struct Provider {
    /// Its address.
    pub issuer: String,
    inside: Arc<Mutex<Inside>>,
    server: JoinHandle<()>,
}

/// A new P-256 key in PKCS#8: what stands before the number is always the same.
fn new_key() -> Vec<u8> {
    let mut der = data_encoding::HEXLOWER.decode(b"3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420").unwrap();
    // The first byte keeps it below the order of the curve.
    der.push(1);
    der.extend(std::iter::repeat_with(|| fastrand::u8(..)).take(31));
    der
}

impl Provider {
    /// Starts a provider.
    pub async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let inside = Arc::new(Mutex::new(Inside::default()));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(document))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .layer(from_fn_with_state(inside.clone(), timed))
            .with_state((issuer.clone(), inside.clone()));
        let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        let provider = Self { issuer, inside, server };
        provider.rotate();
        provider
    }

    /// Opens a door of the portal with this provider behind it.
    pub fn open(&self, settings: &mut Settings, door: Door) {
        let sign_in = &mut settings.sign_in;
        let provider = match door {
            Door::Residents => &mut sign_in.residents,
            Door::Acting => &mut sign_in.acting,
            Door::Staff => &mut sign_in.staff,
            Door::Helpers => &mut sign_in.helpers,
        };
        provider.issuer.clone_from(&self.issuer);
        provider.client_id = CLIENT.into();
        provider.client_secret = SECRET.into();
        provider.scopes = vec!["openid".into(), "profile".into()];
        if matches!(door, Door::Residents | Door::Acting) {
            provider.least_level = Some(Level::Substantieel);
            provider.acr_values = vec![Level::Substantieel.urn().into()];
        }
        if door == Door::Staff {
            let rule = |group: &str, role, team: Option<&str>| GroupRole { group: group.into(), role, team: team.map(Into::into) };
            sign_in.roles = vec![
                rule("portal-coordinator", StaffRole::Coordinator, None),
                rule("portal-poort-*", StaffRole::Caseworker, Some("poort")),
                rule("portal-werk", StaffRole::Caseworker, Some("werk")),
                rule("portal-manager", StaffRole::ApplicationManager, None),
            ];
        }
        settings.http.public_url = Some("http://127.0.0.1:1".into());
        sign_in.check(true).unwrap();
    }

    /// The portal proves itself by signing from now on; gives its private key (PEM).
    #[must_use]
    pub fn expect_signed_client(&self) -> String {
        let key = new_key();
        let jwk = Jwk::from_encoding_key(&EncodingKey::from_ec_der(&key), Algorithm::ES256).unwrap();
        self.inside.lock().unwrap().client_key = Some(DecodingKey::from_jwk(&jwk).unwrap());
        format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", data_encoding::BASE64.encode(&key))
    }

    /// Signs with a new key from now on.
    pub fn rotate(&self) {
        self.inside.lock().unwrap().key = Some((format!("k{}", fastrand::u32(..)), EncodingKey::from_ec_der(&new_key())));
    }

    /// Is wrong in this way from now on.
    pub fn fault(&self, fault: Fault) {
        self.inside.lock().unwrap().fault = fault;
    }

    /// Which of its endpoints were asked.
    #[must_use]
    pub fn asked(&self) -> Vec<&'static str> {
        self.inside.lock().unwrap().asked.clone()
    }

    /// How long it worked on answers so far.
    #[must_use]
    pub fn spent(&self) -> Duration {
        self.inside.lock().unwrap().spent
    }

    /// Somebody with these claims signs in here after the portal sent them to `address`: where they are sent back to.
    #[must_use]
    pub fn signs_in(&self, address: &str, claims: &Value) -> String {
        let query = query(address);
        for (name, value) in [("response_type", "code"), ("client_id", CLIENT), ("code_challenge_method", "S256"), ("prompt", "login")] {
            assert_eq!(query[name], value, "{name}");
        }
        assert!(query["scope"].split(' ').any(|scope| scope == "openid"));
        for name in ["state", "nonce", "code_challenge"] {
            assert!(query[name].len() >= 43, "{name} is long enough");
        }
        let code = format!("c{:032x}", fastrand::u128(..));
        let mut inside = self.inside.lock().unwrap();
        let field = |name: &str| query[name].clone();
        let claims = claims.as_object().unwrap().clone();
        let known = Code { nonce: field("nonce"), challenge: field("code_challenge"), redirect: field("redirect_uri"), claims };
        inside.codes.insert(code.clone(), known);
        let path = query["redirect_uri"].strip_prefix("http://127.0.0.1:1").expect("our own address");
        format!("{path}?code={code}&state={}&iss={}", query["state"], form_urlencoded::byte_serialize(self.issuer.as_bytes()).collect::<String>())
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The fields of an address.
#[must_use]
pub fn query(address: &str) -> BTreeMap<String, String> {
    let (_, query) = address.split_once('?').expect("an address with fields");
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

async fn timed(State(inside): State<Arc<Mutex<Inside>>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let response = next.run(request).await;
    inside.lock().unwrap().spent += started.elapsed();
    response
}

type Here = State<(String, Arc<Mutex<Inside>>)>;

async fn document(State((issuer, inside)): Here) -> Response {
    let mut inside = inside.lock().unwrap();
    inside.asked.push("document");
    let keys = if inside.fault == Fault::Foreign { "http://169.254.169.254/keys".to_owned() } else { format!("{issuer}/keys") };
    let issuer_told = if inside.fault == Fault::OtherDocument { "https://other.example" } else { &issuer };
    if inside.fault == Fault::Down {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    Json(json!({
        "issuer": issuer_told, "authorization_endpoint": format!("{issuer}/authorize"), "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": keys, "end_session_endpoint": format!("{issuer}/end")
    }))
    .into_response()
}

async fn keys(State((_, inside)): Here) -> Response {
    let mut inside = inside.lock().unwrap();
    inside.asked.push("keys");
    if matches!(inside.fault, Fault::Down | Fault::NoKeys) {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    let (id, key) = inside.key.as_ref().unwrap();
    let mut jwk = Jwk::from_encoding_key(key, Algorithm::ES256).unwrap();
    jwk.common.key_id = Some(id.clone());
    Json(JwkSet { keys: vec![jwk] }).into_response()
}

async fn token(State((issuer, inside)): Here, headers: HeaderMap, Form(form): Form<BTreeMap<String, String>>) -> Response {
    let mut inside = inside.lock().unwrap();
    inside.asked.push("token");
    let refused = || (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    if !is_client(&inside, &issuer, &headers, &form) {
        return (StatusCode::UNAUTHORIZED, Json(json!({"error": "invalid_client"}))).into_response();
    }
    // A code is good once.
    let Some(code) = inside.codes.remove(&form["code"]) else { return refused() };
    let challenge = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(form["code_verifier"].as_bytes()));
    if challenge != code.challenge || form["redirect_uri"] != code.redirect || form["grant_type"] != "authorization_code" {
        return refused();
    }
    match inside.fault {
        Fault::Broken | Fault::Down => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Fault::Unreadable => "<html>Sorry".into_response(),
        Fault::Redirects => (StatusCode::TEMPORARY_REDIRECT, [("location", "http://169.254.169.254/token")]).into_response(),
        Fault::NoToken => Json(json!({"access_token": "a"})).into_response(),
        _ => Json(json!({"access_token": "a", "token_type": "Bearer", "id_token": id_token(&inside, &issuer, &code)})).into_response(),
    }
}

/// Whether the portal proved that it asks.
fn is_client(inside: &Inside, issuer: &str, headers: &HeaderMap, form: &BTreeMap<String, String>) -> bool {
    if let Some(key) = &inside.client_key {
        let mut validation = Validation::new(Algorithm::ES256);
        validation.validate_exp = false;
        validation.set_audience(&[issuer]);
        let told = form.get("client_assertion").and_then(|token| jsonwebtoken::decode::<Value>(token, key, &validation).ok());
        return told
            .is_some_and(|told| told.claims["sub"] == CLIENT && told.claims["iss"] == CLIENT && told.claims["exp"].as_i64() == Some(MONDAY / 1000 + 60));
    }
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let expected = format!("Basic {}", data_encoding::BASE64.encode(format!("{}:{}", encode(CLIENT), encode(SECRET)).as_bytes()));
    headers.get("authorization").is_some_and(|told| *told == expected)
}

fn id_token(inside: &Inside, issuer: &str, code: &Code) -> String {
    let (seconds, fault) = (MONDAY / 1000, inside.fault);
    let mut claims = json!({
        "iss": if fault == Fault::Issuer { "https://other.example" } else { issuer },
        "aud": if fault == Fault::Audience { "other" } else { CLIENT },
        "nonce": if fault == Fault::Nonce { "another" } else { &code.nonce },
        "iat": seconds,
        "exp": if fault == Fault::Expired { seconds - 60 } else { seconds + 300 },
        "auth_time": if fault == Fault::Remembered { seconds - 3600 } else { seconds },
        "sub": "a-subject",
    });
    claims.as_object_mut().unwrap().extend(code.claims.clone());
    let (id, key) = inside.key.as_ref().unwrap();
    let header = |id: &str| Header { kid: Some(id.to_owned()), ..Header::new(Algorithm::ES256) };
    let sign = |header: &Header, key: &EncodingKey| jsonwebtoken::encode(header, &claims, key).unwrap();
    match fault {
        Fault::Signature => sign(&header(id), &EncodingKey::from_ec_der(&new_key())),
        Fault::UnknownKey => sign(&header("unknown"), &EncodingKey::from_ec_der(&new_key())),
        Fault::Shared => sign(&Header { kid: Some(id.clone()), ..Header::new(Algorithm::HS256) }, &EncodingKey::from_secret(SECRET.as_bytes())),
        Fault::Unsigned => {
            let encode = |value: &Value| data_encoding::BASE64URL_NOPAD.encode(value.to_string().as_bytes());
            format!("{}.{}.", encode(&json!({"alg": "none", "kid": id})), encode(&claims))
        }
        _ => sign(&header(id), key),
    }
}
