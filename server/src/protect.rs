//! Around every answer: cross-site refusal, security headers, no trace of personal pages, pages for bare refusals.

use crate::left::IS_KEPT;
use app::Visitor;
use app::api::go::ERROR_NUMBER;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use service::Service;
use std::time::Instant;

/// Where browsers report what the policy refused.
pub const REPORTS: &str = "/reports/policy";

/// Refuses a change that another site asks for.
pub async fn same_site(State(service): State<Service>, request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_ours(&service, request.headers()) {
        return next.run(request).await;
    }
    tracing::warn!(route = route(request.uri().path()), "refused a cross-site request");
    StatusCode::FORBIDDEN.into_response()
}

/// Browsers say where a request comes from; one that says nothing has no cookies of another site to misuse
/// (they are `SameSite=Lax`).
fn is_ours(service: &Service, headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    match (text(&HeaderName::from_static("sec-fetch-site")), text(&header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None) => true,
        (None, Some(origin)) => match &service.settings.http.public_url {
            Some(url) => origin == url.trim_end_matches('/'),
            None => origin.split_once("://").map(|(_, host)| host) == text(&header::HOST),
        },
    }
}

/// Sets the headers of every answer.
pub async fn headers(State(service): State<Service>, request: Request, next: Next) -> Response {
    let nonce = request.extensions().get::<Visitor>().map(|v| v.nonce.clone()).unwrap_or_default();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri {REPORTS}"
    );
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set("content-security-policy", &policy);
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    if service.settings.http.secure() {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// The headers of what is no page: files, bare refusals, answers to machines. Files that we built ourselves have a type of their
/// own and nothing of anybody; they carry no byte more than they need.
pub async fn bare(State(service): State<Service>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let built = headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().ends_with(b"immutable"));
    let mut set = |name: &'static str, value: &'static str| {
        if !headers.contains_key(name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    if !built {
        set("x-content-type-options", "nosniff");
        set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        set("referrer-policy", "same-origin");
    }
    if service.settings.http.secure() {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    response
}

/// One line in the log for each request: which page, what came of it, how long. Not for "talk to somebody now".
pub async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = route(request.uri().path());
    let started = Instant::now();
    let response = next.run(request).await;
    if route != app::address::TALK {
        tracing::debug!(%method, route, status = response.status().as_u16(), ms = started.elapsed().as_millis(), "request");
    }
    response
}

/// An address without what tells one resident or answer from another: words stay, ids and steps do not.
fn route(path: &str) -> String {
    let word = |part: &str| part.len() < 20 && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    path.split('/').map(|part| if word(part) { part } else { "…" }).collect::<Vec<_>>().join("/")
}

/// The header with which server functions mark an error of their own machinery.
const UNREAD: &str = "serverfnerror";

/// Puts a page around a refusal that a browser would show bare, in the visitor's language.
pub async fn pages(State(pages): State<axum::Router>, request: Request, next: Next) -> Response {
    let wants_page = request.headers().get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|a| a.contains("text/html"));
    let headers = request.headers().clone();
    let mut response = next.run(request).await;
    // A form that could not even be read: why would travel in the address, or stand in the body in words of the inside.
    let unread = response.headers_mut().remove(UNREAD).is_some();
    if unread && !wants_page {
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response.headers_mut().remove(header::LOCATION);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        *response.body_mut() = axum::body::Body::empty();
    }
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/html"));
    let refused = response.status().is_client_error() || response.status().is_server_error();
    if !wants_page || (!unread && (is_page || !refused)) {
        return response;
    }
    let status = if unread { StatusCode::UNPROCESSABLE_ENTITY } else { response.status() };
    let number = response.headers().get(ERROR_NUMBER).and_then(|v| v.to_str().ok()).unwrap_or("0");
    let number = if response.headers().contains_key(IS_KEPT) { "kept" } else { number };
    let wait = response.headers().get(header::RETRY_AFTER).cloned();
    let mut page = Request::builder().method(Method::GET).uri(format!("/refused/{}/{number}", status.as_u16()));
    if let Some(copied) = page.headers_mut() {
        *copied = headers;
        copied.remove(header::CONTENT_LENGTH);
        copied.remove(header::CONTENT_TYPE);
    }
    let Ok(page) = page.body(axum::body::Body::empty()) else { return status.into_response() };
    match tower::ServiceExt::oneshot(pages, page).await {
        Ok(mut page) => {
            if let Some(wait) = wait {
                page.headers_mut().insert(header::RETRY_AFTER, wait);
            }
            page
        }
        Err(never) => match never {},
    }
}
