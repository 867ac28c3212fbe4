//! Calendar files: one appointment for whoever signed in, and the subscription for whoever knows its address.

use crate::session::failed;
use app::Visitor;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use service::{Error, Service};

/// One appointment.
pub async fn file(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, appointment)): Path<(String, String)>) -> Response {
    let made = async { service.appointment_file(visitor.actor()?, &resident, &appointment).await };
    match made.await {
        Ok(text) => answer(text),
        Err(Error::SignedOut) => StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => failed(&error),
    }
}

/// The appointments behind a secret address. Whatever is wrong looks the same: not found.
pub async fn subscribed(State(service): State<Service>, Path(name): Path<String>) -> Response {
    let Some(token) = name.strip_suffix(".ics") else { return StatusCode::NOT_FOUND.into_response() };
    match service.subscribed(token).await {
        Ok(text) => answer(text),
        Err(Error::Busy) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn answer(text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"appointment.ics\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, text).into_response()
}
