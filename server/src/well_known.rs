//! Where to report a weakness, and what browsers report about the content policy.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, header};
use service::Service;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many reports are written to the log; all are counted.
const LOGGED: u64 = 100;
const LARGEST: usize = 16 * 1024;
/// Days for which the contact holds; it is made afresh each time.
const HOLDS: i64 = 180;

static REPORTS: AtomicU64 = AtomicU64::new(0);

/// Reports of the content policy since the start.
pub fn reports() -> u64 {
    REPORTS.load(Ordering::Relaxed)
}

/// Takes a report of a browser: which rule, never the page or what stood there.
pub async fn policy(request: Request) -> Response {
    let Ok(body) = to_bytes(request.into_body(), LARGEST).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let report: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
    let rule = report.pointer("/csp-report/effective-directive").or_else(|| report.pointer("/csp-report/violated-directive"));
    let rule: String = rule.and_then(|rule| rule.as_str()).unwrap_or("unknown").chars().filter(|c| c.is_ascii_lowercase() || *c == '-').take(40).collect();
    if REPORTS.fetch_add(1, Ordering::Relaxed) < LOGGED {
        tracing::warn!(rule, "a browser refused something by the content policy");
    }
    StatusCode::NO_CONTENT.into_response()
}

/// `security.txt` (RFC 9116), when the settings say whom to tell.
pub async fn security(State(service): State<Service>) -> Response {
    let contact = &service.settings.http.security_contact;
    if contact.is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let expires = service.clock.now() + HOLDS * 24 * 60 * 60_000;
    let expires = chrono::DateTime::from_timestamp_millis(expires).unwrap_or_default().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let languages = service.settings.municipality.languages.join(", ");
    let base = service.settings.http.base_url();
    let text = format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: {languages}\nCanonical: {base}/.well-known/security.txt\n");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
