//! A draft as a whole: start it, throw it away, send it.

use super::answer::gone;
use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::access::Action;
use domain::intake::{CHECK, Channel};
use leptos::prelude::*;
use service::Error;
use service::intake::Way;

/// Starts the intake, or goes on with it.
#[server(prefix = "/api", endpoint = "draft/start")]
pub async fn start_draft(#[server(default)] resident: String, #[server(default)] own_phone: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let started = async {
        let actor = visitor.actor()?;
        if let (Some(session), "yes" | "no") = (&visitor.session, own_phone.as_str()) {
            service.set_own_device(session, own_phone == "yes").await?;
        }
        service.start_draft(actor, &resident, Way::Own, Channel::Own).await
    };
    match started.await {
        Ok(view) => go::to(&address::step(&resident, Way::Own, &view.resume_at())),
        Err(Error::Conflict(_)) => go::to(&address::home(&resident)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// Says whether the phone is the resident's own, and goes on with the questions.
#[server(prefix = "/api", endpoint = "draft/own-phone")]
pub async fn own_phone(#[server(default)] resident: String, #[server(default)] own_phone: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let said = async {
        // Through the same door as the draft itself: it is about this resident's answers.
        service.open_file(visitor.actor()?, Action::FillIn, &resident).await?;
        match &visitor.session {
            Some(session) => service.set_own_device(session, own_phone == "yes").await,
            None => Err(Error::SignedOut),
        }
    };
    match said.await {
        Ok(()) => go::to(&address::overview(&resident, Way::Own)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// Throws the draft away.
#[server(prefix = "/api", endpoint = "draft/discard")]
pub async fn discard_draft(#[server(default)] resident: String, #[server(default)] way: String, #[server(default)] draft: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let discarded = async {
        let way = Way::parse(&way).ok_or(Error::NotFound)?;
        service.discard_draft(visitor.actor()?, &resident, way, &draft).await?;
        Ok(way)
    };
    match discarded.await {
        Ok(Way::Own | Way::Help) => go::to(&address::home(&resident)),
        Ok(Way::Desk) => go::to(&address::review(&resident)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// Sends the draft to the municipality.
#[server(prefix = "/api", endpoint = "draft/send")]
pub async fn send_draft(
    #[server(default)] resident: String,
    #[server(default)] way: String,
    #[server(default)] draft: String,
    #[server(default)] agreement: String,
    #[server(default)] read: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let Some(way) = Way::parse(&way) else {
        go::refuse(&Error::NotFound);
        return Ok(());
    };
    let language = visitor.locale().language;
    let sent = async { service.send(visitor.actor()?, &resident, way, &draft, Some(&agreement), read.parse().unwrap_or_default(), language).await };
    let outcome = sent.await;
    let (name, here) = match &outcome {
        Err(Error::Conflict("draft")) => gone(&resident, way == Way::Desk),
        Err(Error::Conflict("helped")) => (format!("send/{resident}/{}", way.as_str()), address::step(&resident, way, domain::intake::SEND)),
        Err(Error::Conflict(_)) => (format!("send/{resident}/{}", way.as_str()), address::step(&resident, way, CHECK)),
        _ => (format!("send/{resident}/{}", way.as_str()), address::step(&resident, way, domain::intake::SEND)),
    };
    let form = Form::new(name, here).field("agreement", &agreement);
    match way {
        Way::Own | Way::Help => form.done(&visitor, outcome, |receipt| address::sent(&resident, receipt.number), "").await,
        Way::Desk => form.told_on(format!("review/{resident}")).done(&visitor, outcome, |_| address::review(&resident), "notice-sent-at-desk").await,
    }
}
