//! Small requests, and the resident's answers to the caseworker.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::request::RequestKind;
use leptos::prelude::*;
use service::Error;
use service::intake::Way;

/// Sends a small request.
#[server(prefix = "/api", endpoint = "request/send")]
pub async fn send_request(
    #[server(default)] resident: String,
    #[server(default)] kind: String,
    #[server(default)] about: String,
    #[server(default)] phone: String,
    #[server(default)] form_key: String,
    #[server(default)] neighbourhood: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let Some(kind) = RequestKind::parse(&kind) else {
        go::refuse(&Error::NotFound);
        return Ok(());
    };
    let here = if about.is_empty() { address::request(&resident, kind) } else { address::step_help(&resident, Way::Own, &about) };
    let form = Form::new(format!("request/{resident}/{}", kind.as_str()), here).field("phone", &phone).field("neighbourhood", &neighbourhood);
    let sent = async { service.send_request(visitor.actor()?, &resident, kind, &about, &phone, &form_key, &neighbourhood).await };
    form.done(&visitor, sent.await, |reference| address::request_sent(&resident, &reference), "").await
}

/// Starts answering the question about answers.
#[server(prefix = "/api", endpoint = "ask/start")]
pub async fn start_answering(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let started = async { service.start_answering(visitor.actor()?, &resident).await };
    match started.await {
        Ok(view) => {
            let first = view.walk().steps.first().map(domain::intake::Step::id).unwrap_or_default();
            go::to(&address::step(&resident, Way::Own, &first));
        }
        Err(Error::Conflict(_)) => go::to(&address::home(&resident)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// What the resident says about the group.
#[server(prefix = "/api", endpoint = "group/reply")]
pub async fn reply_to_group(#[server(default)] resident: String, #[server(default)] decision: String, #[server(default)] reply: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("group/{resident}"), address::group(&resident)).field("reply", &reply);
    let replied = async { service.reply_to_group(visitor.actor()?, &resident, &decision, &reply).await };
    form.done(&visitor, replied.await, |()| address::group(&resident), "notice-reply-sent").await
}
