//! Calls to the municipal backend: a fresh token for each, the headers of the standard, no redirects, and what the
//! answers mean. Bodies, texts and addresses with data are never logged.

use super::rate::Rate;
use crate::clock::Clock;
use crate::settings::{Backend, Secret};
use crate::sync::Failure;
use jsonwebtoken::{EncodingKey, Header, encode};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// Longest time to connect, for a whole call, and for one that carries a document.
const CONNECT: Duration = Duration::from_secs(5);
const TOTAL: Duration = Duration::from_secs(30);
const UPLOAD: Duration = Duration::from_secs(60);
/// The largest answer that is read, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;
/// Seconds for which a token holds.
const TOKEN: i64 = 300;
/// How long to wait when asked to, in seconds at most, and when not told how long.
const LONGEST_WAIT: u64 = 3_600;
const A_WHILE: Duration = Duration::from_secs(10);

/// How a call proves who it is from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// A signed token (ZGW APIs).
    Token,
    /// The key of the Objects API.
    ObjectsKey,
    /// The key of the contacts API.
    ContactsKey,
    /// The key of an administrator of object types.
    TypesKey,
}

/// One call.
pub struct Call<'a> {
    /// Method.
    pub method: Method,
    /// Absolute address under one of the configured roots.
    pub url: String,
    /// Query parameters; never a value of a person.
    pub query: Vec<(&'static str, String)>,
    /// Body.
    pub body: Option<&'a Value>,
    /// Who it is from.
    pub proof: Proof,
}

/// The client for all APIs.
pub struct Http {
    client: Client,
    clock: Arc<dyn Clock>,
    client_id: String,
    secret: EncodingKey,
    objects_key: Secret,
    contacts_key: Secret,
    types_key: Secret,
    roots: Vec<String>,
    scale: f64,
    rate: Rate,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    iat: i64,
    exp: i64,
    client_id: &'a str,
    user_id: &'a str,
    user_representation: &'a str,
}

#[derive(Deserialize, Default)]
struct Problem {
    #[serde(default)]
    code: String,
    #[serde(default, rename = "invalidParams", alias = "invalid_params")]
    invalid: Vec<Invalid>,
}

#[derive(Deserialize)]
struct Invalid {
    #[serde(default)]
    code: String,
}

impl Http {
    /// A client for the roots of `settings`, all calls together at most as many a second as they say.
    ///
    /// # Errors
    /// When the machine has no TLS.
    pub fn new(backend: &Backend, clock: Arc<dyn Clock>) -> Result<Self, String> {
        // Whoever comes first in this process installs it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .user_agent(concat!("meedoen/", env!("CARGO_PKG_VERSION")))
            .no_proxy()
            .build()
            .map_err(|_| "backend: no TLS on this machine".to_owned())?;
        let settings = &backend.zgw;
        Ok(Self {
            client,
            clock,
            client_id: settings.client_id.clone(),
            secret: EncodingKey::from_secret(settings.secret.reveal().as_bytes()),
            objects_key: settings.objects_key.clone(),
            contacts_key: settings.contacts_key.clone(),
            types_key: settings.types_key.clone(),
            roots: settings.roots(),
            scale: backend.time_scale,
            rate: Rate::new(backend.calls_per_second),
        })
    }

    /// Today, an ISO date.
    pub fn today(&self) -> String {
        self.clock.today().to_string()
    }

    /// Makes a call and reads its answer.
    ///
    /// # Errors
    /// What the answer means (contract, section 8).
    pub async fn call<T: DeserializeOwned>(&self, call: Call<'_>) -> Result<T, Failure> {
        let (status, body) = self.raw(call).await?;
        // Half an answer after a write says nothing about whether it was stored.
        serde_json::from_slice(&body).map_err(|_| Failure::Unknown(format!("unreadable-{status}")))
    }

    async fn raw(&self, call: Call<'_>) -> Result<(u16, Vec<u8>), Failure> {
        if !self.roots.iter().any(|root| call.url.starts_with(root.as_str())) {
            return Err(Failure::Refused("foreign-address".to_owned()));
        }
        let upload = call.body.is_some_and(|body| body.get("inhoud").is_some());
        let limit = if upload { UPLOAD } else { TOTAL };
        let request = self.request(&call)?.timeout(limit.div_f64(self.scale.max(1.0)).max(Duration::from_millis(500)));
        self.rate.turn().await;
        let response =
            request.send().await.map_err(|error| if error.is_connect() || error.is_builder() { Failure::NotSent("connect") } else { unknown(&error) })?;
        let status = response.status();
        if status.is_success() {
            return Ok((status.as_u16(), read(response).await?));
        }
        let wait = retry_after(&response);
        let problem: Problem = read(response).await.ok().and_then(|body| serde_json::from_slice(&body).ok()).unwrap_or_default();
        Err(meaning(status, &problem, wait))
    }

    fn request(&self, call: &Call<'_>) -> Result<RequestBuilder, Failure> {
        let mut request = self.client.request(call.method.clone(), &call.url).query(&call.query);
        request = match call.proof {
            Proof::Token => request.bearer_auth(self.token()?),
            Proof::ObjectsKey => request.header("Authorization", format!("Token {}", self.objects_key.reveal())),
            Proof::TypesKey => request.header("Authorization", format!("Token {}", self.types_key.reveal())),
            Proof::ContactsKey => request.header("Authorization", format!("Token {}", self.contacts_key.reveal())),
        };
        request = request.header("Content-Crs", "EPSG:4326").header("Accept-Crs", "EPSG:4326").header("Accept", "application/json");
        Ok(match call.body {
            Some(body) => request.json(body),
            None => request,
        })
    }

    fn token(&self) -> Result<String, Failure> {
        let now = self.clock.now() / 1000;
        let claims = Claims {
            iss: &self.client_id,
            iat: now,
            exp: now + TOKEN,
            client_id: &self.client_id,
            user_id: "inwonerportaal",
            user_representation: "Inwonerportaal",
        };
        encode(&Header::default(), &claims, &self.secret).map_err(|_| Failure::Refused("token".to_owned()))
    }
}

fn unknown(error: &reqwest::Error) -> Failure {
    Failure::Unknown(if error.is_timeout() { "time-out" } else { "connection-cut" }.to_owned())
}

/// The body of an answer, up to a limit.
async fn read(mut response: Response) -> Result<Vec<u8>, Failure> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|error| unknown(&error))? {
        body.extend_from_slice(&part);
        if body.len() > LARGEST {
            return Err(Failure::Unknown("too-large".to_owned()));
        }
    }
    Ok(body)
}

fn retry_after(response: &Response) -> Option<Duration> {
    let header = response.headers().get("retry-after")?.to_str().ok()?.trim();
    let seconds = match header.parse::<u64>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let until = chrono::DateTime::parse_from_rfc2822(header).ok()?.timestamp();
            let now = chrono::DateTime::parse_from_rfc2822(response.headers().get("date")?.to_str().ok()?).ok()?.timestamp();
            u64::try_from(until - now).unwrap_or(0)
        }
    };
    Some(Duration::from_secs(seconds.min(LONGEST_WAIT)))
}

/// What an answer that is no success means: by code and name only, in both spellings.
fn meaning(status: StatusCode, problem: &Problem, wait: Option<Duration>) -> Failure {
    let code = |fallback: &str| {
        let first = problem.invalid.first().map(|invalid| invalid.code.as_str()).filter(|code| !code.is_empty());
        let code = first.or(Some(problem.code.as_str()).filter(|code| !code.is_empty()));
        // A code is a word. Whatever else stands there could hold a value.
        let is_word = |code: &&str| code.len() <= 60 && code.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '_'));
        code.map_or(fallback, |code| Some(code).filter(is_word).unwrap_or("other")).to_owned()
    };
    let has = |wanted: &str| problem.invalid.iter().any(|invalid| invalid.code == wanted);
    match status.as_u16() {
        429 => Failure::Later(wait.unwrap_or(A_WHILE)),
        503 if wait.is_some() => Failure::Later(wait.unwrap_or(A_WHILE)),
        400 if has("date-in-future") => Failure::Clock,
        400 if has("identificatie-niet-uniek") || has("max-occurences") || has("unique") => Failure::Taken(code("taken")),
        401 => Failure::Credentials(code("authentication_failed")),
        403 => Failure::Credentials(code("permission_denied")),
        404 => Failure::Removed,
        300..=399 => Failure::Refused("redirect".to_owned()),
        400..=499 => Failure::Refused(code(status.as_str())),
        _ => Failure::Unknown(code(status.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(status: u16, body: &str) -> Failure {
        meaning(StatusCode::from_u16(status).unwrap(), &serde_json::from_str(body).unwrap_or_default(), None)
    }

    #[test]
    fn each_answer_has_its_meaning_in_both_spellings() {
        let one = |list: &str, name: &str, code: &str| format!(r#"{{"code":"invalid","{list}":[{{"name":"{name}","code":"{code}","reason":"999993653"}}]}}"#);
        assert_eq!(of(400, &one("invalidParams", "identificatie", "identificatie-niet-uniek")), Failure::Taken("identificatie-niet-uniek".into()));
        assert_eq!(of(400, &one("invalid_params", "uuid", "unique")), Failure::Taken("unique".into()));
        assert_eq!(of(400, &one("invalidParams", "roltype", "max-occurences")), Failure::Taken("max-occurences".into()));
        assert_eq!(of(400, &one("invalidParams", "datumStatusGezet", "date-in-future")), Failure::Clock);
        assert_eq!(of(400, &one("invalidParams", "object", "bad-url")), Failure::Refused("bad-url".into()));
        assert_eq!(of(400, "<html>"), Failure::Refused("400".into()));
        assert_eq!(of(412, r#"{"code":"precondition_failed"}"#), Failure::Refused("precondition_failed".into()));
        assert_eq!(of(403, r#"{"code":"jwt-expired"}"#), Failure::Credentials("jwt-expired".into()));
        assert_eq!(of(401, r#"{"code":"authentication_failed"}"#), Failure::Credentials("authentication_failed".into()));
        assert_eq!(of(404, ""), Failure::Removed);
        assert_eq!(of(500, r#"{"code":"error"}"#), Failure::Unknown("error".into()));
        assert_eq!(of(502, "<html>"), Failure::Unknown("502".into()));
        assert_eq!(of(302, ""), Failure::Refused("redirect".into()));
        assert_eq!(meaning(StatusCode::TOO_MANY_REQUESTS, &Problem::default(), Some(Duration::from_secs(7))), Failure::Later(Duration::from_secs(7)));
        assert_eq!(of(400, r#"{"code":"een BSN 999993653 in een code"}"#), Failure::Refused("other".into()), "a code is a word");
    }
}
