//! How a page gets its data: one use case, then the view; an error becomes its own page with its status.

use super::access::GiveReason;
use super::not_found::{Broken, NotFoundBody, SignedOutBody};
use crate::visitor::{Visitor, service, visitor};
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;
use service::{Error, Service};

/// A part of the address; empty when it is not there.
pub fn param(name: &str) -> String {
    use_params_map().with_untracked(|params| params.get(name)).unwrap_or_default()
}

/// Loads with `fetch`, then shows. Whatever fails becomes a page of its own.
pub fn load<T, F, V>(fetch: impl FnOnce(Visitor, Service) -> F + Send + 'static, show: impl FnOnce(T) -> V + Send + 'static) -> impl IntoView
where
    T: Send + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
    V: IntoView + 'static,
{
    let (visitor, service) = (visitor(), service());
    Suspend::new(async move {
        match fetch(visitor, service).await {
            Ok(value) => show(value).into_any(),
            Err(error) => failed(&error),
        }
    })
}

fn failed(error: &Error) -> AnyView {
    let status = |code| {
        if let Some(options) = use_context::<ResponseOptions>() {
            options.set_status(code);
        }
    };
    match error {
        Error::SignedOut => {
            status(StatusCode::UNAUTHORIZED);
            view! { <SignedOutBody /> }.into_any()
        }
        Error::NeedsReason => {
            status(StatusCode::FORBIDDEN);
            view! { <GiveReason /> }.into_any()
        }
        Error::NotFound | Error::Conflict(_) | Error::Invalid(_) => {
            status(StatusCode::NOT_FOUND);
            view! { <NotFoundBody /> }.into_any()
        }
        Error::Busy => {
            status(StatusCode::SERVICE_UNAVAILABLE);
            view! { <Broken number=String::new() /> }.into_any()
        }
        Error::Internal(number) => {
            status(StatusCode::INTERNAL_SERVER_ERROR);
            view! { <Broken number=number.clone() /> }.into_any()
        }
    }
}
