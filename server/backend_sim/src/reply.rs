//! What goes over the wire: status, headers, bytes, and in what manner (section 11.4).

use crate::api::Api;
use crate::call::{Answer, Payload};
use crate::connection::Line;
use crate::crs::CRS;
use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::stream::{self, StreamExt as _};
use serde_json::Value;
use std::convert::Infallible;
use std::time::Duration;
use uuid::Uuid;

/// How the bytes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// All at once.
    Whole,
    /// The head at once, then one byte at a time, with a pause before each.
    Slow(Duration),
    /// The head and half of the bytes, then the connection closes.
    Half,
    /// Not a byte: the connection closes.
    HangUp,
}

/// An answer on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// How it goes.
    pub manner: Manner,
}

impl Reply {
    /// The connection closes without a byte.
    #[must_use]
    pub const fn hang_up() -> Self {
        Self { status: 0, headers: Vec::new(), body: Vec::new(), manner: Manner::HangUp }
    }

    /// A good answer of `api`.
    #[must_use]
    pub fn good(api: Api, answer: &Answer) -> Self {
        let mut headers = headers(api);
        let body = match &answer.payload {
            Payload::Nothing => Vec::new(),
            Payload::Bytes(bytes) => {
                headers.push(("content-type", "application/octet-stream".to_owned()));
                bytes.clone()
            }
            Payload::Json(json) => {
                headers.push(("content-type", "application/json".to_owned()));
                let location = json.get("url").and_then(Value::as_str).filter(|_| answer.status == 201);
                headers.extend(location.map(|url| ("location", url.to_owned())));
                json.to_string().into_bytes()
            }
        };
        Self { status: answer.status, headers, body, manner: Manner::Whole }
    }

    /// A refusal of `api`. `host` is the root of the host, `problem_json` the switch of S11.
    #[must_use]
    pub fn bad(api: Api, problem: &Problem, host: &str, instance: Uuid, problem_json: bool) -> Self {
        let kind = if problem_json && api != Api::Objecten { "application/problem+json" } else { "application/json" };
        let mut headers = headers(api);
        headers.push(("content-type", kind.to_owned()));
        headers.extend(problem.header.clone());
        Self { status: problem.status, headers, body: problem.body(api, host, instance).to_string().into_bytes(), manner: Manner::Whole }
    }

    /// The page of a proxy in between.
    #[must_use]
    pub fn proxy_page() -> Self {
        let body = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>".to_vec();
        Self { status: 502, headers: vec![("content-type", "text/html".to_owned())], body, manner: Manner::Whole }
    }

    /// The answer for the connection `line`. Without one (a router that is not served by this crate) a cut becomes a broken body.
    #[must_use]
    pub fn response(self, line: Option<&Line>) -> Response {
        let length = self.body.len();
        let body = match self.manner {
            Manner::Whole => Body::from(self.body),
            Manner::Slow(pause) => {
                let bytes = stream::iter(self.body).then(move |byte| async move {
                    tokio::time::sleep(pause).await;
                    Ok::<_, Infallible>(Bytes::copy_from_slice(&[byte]))
                });
                Body::from_stream(bytes)
            }
            Manner::Half => {
                let half = self.body.get(..length / 2).map(Bytes::copy_from_slice).unwrap_or_default();
                Body::from_stream(stream::iter([Ok(half), Err(std::io::ErrorKind::ConnectionAborted)]).map(|part| part.map_err(std::io::Error::from)))
            }
            Manner::HangUp => {
                if let Some(line) = line {
                    line.cut();
                }
                Body::from_stream(stream::iter([Err::<Bytes, _>(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))]))
            }
        };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(HeaderName::from_static(name), value);
            }
        }
        if matches!(self.manner, Manner::Slow(_) | Manner::Half) {
            response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        response
    }
}

fn headers(api: Api) -> Vec<(&'static str, String)> {
    let mut headers = vec![("api-version", api.version().to_owned())];
    if matches!(api, Api::Objecten | Api::Zaken) {
        headers.push(("content-crs", CRS.to_owned()));
    }
    headers
}
