//! The intake at the desk, by phone or from paper, and inviting a resident.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::intake::{Channel, Route};
use leptos::prelude::*;
use service::Error;
use service::intake::Way;
use service::resident::Invitation;

/// Starts an intake with a resident, or goes on with it.
#[server(prefix = "/api", endpoint = "desk/start")]
pub async fn start_at_desk(#[server(default)] resident: String, #[server(default)] channel: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let started = async {
        let channel = Channel::parse(&channel).filter(|c| Channel::BY_STAFF.contains(c)).ok_or(Error::NotFound)?;
        service.start_draft(visitor.actor()?, &resident, Way::Desk, channel).await
    };
    match started.await {
        Ok(view) => go::to(&address::step(&resident, Way::Desk, &view.resume_at())),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// Invites a resident to the intake.
#[server(prefix = "/api", endpoint = "resident/invite")]
pub async fn invite_resident(
    #[server(default)] first_name: String,
    #[server(default)] last_name: String,
    #[server(default)] bsn: String,
    #[server(default)] phone: String,
    #[server(default)] language: String,
    #[server(default)] route: String,
    #[server(default)] team: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new("invite", address::INVITE)
        .field("first_name", &first_name)
        .field("last_name", &last_name)
        .field("bsn", &bsn)
        .field("phone", &phone)
        .field("language", &language)
        .field("route", &route)
        .field("team", &team);
    let invitation = Invitation { first_name, last_name, bsn, phone, language, route: Route::parse(&route), team };
    let invited = async { service.invite(visitor.actor()?, &invitation).await };
    let outcome = invited.await;
    let form = match &outcome {
        Ok(id) => form.told_on(format!("review/{id}")),
        Err(_) => form,
    };
    form.done(&visitor, outcome, |id| address::review(&id), "notice-invited").await
}
