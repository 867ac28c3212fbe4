//! For whoever watches the portal: is it alive, can it work.

use axum::extract::State;
use http::StatusCode;
use service::Service;

/// The process answers.
pub async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The store answers too.
pub async fn ready(State(service): State<Service>) -> StatusCode {
    match service.db.ping().await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
