//! What a resident sent, as a file to keep: for the resident and for the caseworker.

use crate::session::failed;
use app::Visitor;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use service::{Error, Result, Service};

/// The resident's own copy.
pub async fn own(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, number)): Path<(String, i64)>) -> Response {
    let made = async { service.asked_from(&visitor.origin).own_document(visitor.actor()?, &resident, number).await };
    answer(made.await, "self-scan.pdf")
}

/// The caseworker's copy.
pub async fn review(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, number)): Path<(String, i64)>) -> Response {
    let made = async { service.asked_from(&visitor.origin).review_document(visitor.actor()?, &resident, number).await };
    answer(made.await, "self-scan.pdf")
}

/// A version of an agreement, for whoever stands on one of its sides.
pub async fn agreement(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, number)): Path<(String, i64)>) -> Response {
    let made = async { service.asked_from(&visitor.origin).agreement_document(visitor.actor()?, &resident, number).await };
    answer(made.await, "agreement.pdf")
}

/// A file with a name that says nothing about anybody.
fn answer(made: Result<Vec<u8>>, name: &'static str) -> Response {
    match made {
        Ok(bytes) => {
            let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).unwrap_or(HeaderValue::from_static("attachment"));
            let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")), (header::CONTENT_DISPOSITION, disposition)];
            (headers, bytes).into_response()
        }
        Err(Error::SignedOut) => StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => failed(&error),
    }
}
