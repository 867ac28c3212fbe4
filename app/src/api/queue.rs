//! The queue to the municipal backend.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use leptos::prelude::*;

/// Tries again at once: one case, or everything that waits or stopped.
#[server(prefix = "/api", endpoint = "queue/try-again")]
pub async fn try_again(#[server(default)] delivery: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let tried = async { service.try_again(visitor.actor()?, Some(delivery.as_str()).filter(|id| !id.is_empty())).await };
    Form::new("manage", address::MANAGE).done(&visitor, tried.await, |()| address::MANAGE.to_owned(), "notice-trying-again").await
}
