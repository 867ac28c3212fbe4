//! Keeping something longer, and deciding about a request to be deleted.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use service::Error;
use service::rights::Kind;
use service::rights::erasure::{Choice, Typed};

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

/// A caseworker decides about a resident's request to be deleted, and it is carried out.
#[server(prefix = "/api", endpoint = "rights/decide-erasure")]
pub async fn decide_erasure(
    #[server(default)] resident: String,
    #[server(default)] request: String,
    #[server(default)] choice: String,
    #[server(default)] why: String,
    #[server(default)] sure: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("erasure/{resident}"), address::erasure(&resident)).field("choice", &choice).field("why", &why).field("sure", &sure);
    let typed = Typed { request: &request, choice: &choice, reason: &why, sure: !sure.is_empty() };
    let decided = async { service.decide_erasure(visitor.actor()?, &resident, &typed).await }.await;
    match decided {
        // There is no review to go back to.
        Ok(Choice::Everything) => form.told_on("work").done(&visitor, Ok(()), |()| address::WORK.to_owned(), "notice-erased").await,
        decided => form.told_on(format!("review/{resident}")).done(&visitor, decided, |_| address::review(&resident), "notice-erasure-decided").await,
    }
}

/// A caseworker ends the help for a resident who asked to be deleted, so that everything can go.
#[server(prefix = "/api", endpoint = "rights/end-helpers")]
pub async fn end_helpers(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let ended = async { service.end_helpers(visitor.actor()?, &resident).await }.await;
    let here = address::erasure(&resident);
    Form::new(format!("erasure/{resident}"), here.clone()).done(&visitor, ended, |()| here, "notice-helpers-ended").await
}
