//! Saying why one looks at a colleague's resident.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use leptos::prelude::*;

/// A caseworker gives a reason, and goes on to the review.
#[server(prefix = "/api", endpoint = "access/reason")]
pub async fn give_reason(#[server(default)] resident: String, #[server(default)] reason: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let here = address::review(&resident);
    let form = Form::new(format!("reason/{resident}"), here.clone()).field("reason", &reason);
    let given = async { service.give_reason(visitor.actor()?, &resident, &reason).await };
    form.done(&visitor, given.await, |()| here, "").await
}
