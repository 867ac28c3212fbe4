//! Notifications of the municipal backend: answered at once, worked on later.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, header};
use service::Service;
use service::sync::inbox::Taken;

/// The largest notification, in bytes: the standard's are under two kB.
const LARGEST: usize = 64 * 1024;

/// Takes a notification, as the standard writes it or as a CloudEvent.
pub async fn take(State(service): State<Service>, request: Request) -> Response {
    let secret = request.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer ")).map(ToOwned::to_owned);
    let Ok(body) = to_bytes(request.into_body(), LARGEST).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let status = match service.take_notification(secret.as_deref(), &body).await {
        Ok(Taken::NotFromThem) => StatusCode::FORBIDDEN,
        Ok(Taken::NotUnderstood) => StatusCode::BAD_REQUEST,
        Ok(Taken::Yes) => StatusCode::NO_CONTENT,
        // It comes again.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    };
    status.into_response()
}
