//! Keeping something longer.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use service::Error;
use service::rights::Kind;

/// The resident keeps something longer.
#[server(prefix = "/api", endpoint = "rights/keep-longer")]
pub async fn keep_longer(#[server(default)] resident: String, #[server(default)] kind: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let Some(kind) = Kind::parse(&kind) else {
        go::refuse(&Error::NotFound);
        return Ok(());
    };
    let kept = async { service.keep_longer(visitor.actor()?, &resident, kind).await };
    let here = address::home(&resident);
    Form::new(format!("home/{resident}"), here.clone()).done(&visitor, kept.await, |()| here, "notice-kept-longer").await
}
