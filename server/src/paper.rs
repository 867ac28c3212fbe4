//! What a resident sent, as a file to keep: for the resident and for the caseworker.

use crate::session::failed;
use app::Visitor;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use service::{Error, Result, Service};

const PDF: &str = "application/pdf";

/// The resident's own copy.
pub async fn own(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, number)): Path<(String, i64)>) -> Response {
    let made = async { service.asked_from(&visitor.origin).own_document(visitor.actor()?, &resident, number).await };
    file(made.await, PDF, "attachment; filename=\"self-scan.pdf\"")
}

/// The caseworker's copy.
pub async fn review(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, number)): Path<(String, i64)>) -> Response {
    let made = async { service.asked_from(&visitor.origin).review_document(visitor.actor()?, &resident, number).await };
    file(made.await, PDF, "attachment; filename=\"self-scan.pdf\"")
}

/// A version of an agreement, for whoever stands on one of its sides.
pub async fn agreement(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path((resident, number)): Path<(String, i64)>) -> Response {
    let made = async { service.asked_from(&visitor.origin).agreement_document(visitor.actor()?, &resident, number).await };
    file(made.await, PDF, "attachment; filename=\"agreement.pdf\"")
}

/// Everything that is held about a resident, as a document.
pub async fn held(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path(resident): Path<String>) -> Response {
    let made = async { service.asked_from(&visitor.origin).held_document(visitor.actor()?, &resident, &visitor.words).await };
    file(made.await, PDF, "attachment; filename=\"everything.pdf\"")
}

/// The same for machines.
pub async fn held_data(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path(resident): Path<String>) -> Response {
    let made = async {
        let held = service.asked_from(&visitor.origin).held(visitor.actor()?, &resident, &visitor.words).await?;
        Ok(serde_json::to_vec_pretty(&held.data)?)
    };
    file(made.await, "application/json", "attachment; filename=\"everything.json\"")
}

/// A file with a name that says nothing about anybody.
fn file(made: Result<Vec<u8>>, kind: &'static str, name: &'static str) -> Response {
    match made {
        Ok(bytes) => {
            let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, HeaderValue::from_static(name))];
            (headers, bytes).into_response()
        }
        Err(Error::SignedOut) => StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => failed(&error),
    }
}
