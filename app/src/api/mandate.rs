//! Helpers: inviting, joining, confirming, ending; and what a helper does.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::Problem;
use domain::access::Role;
use domain::intake::{Channel, Domain};
use domain::mandate::{Scope, typed_days};
use leptos::prelude::*;
use service::Error;
use service::intake::Way;
use service::mandate::{Joined, NewInvitation};

/// The page of the helpers of a resident, for who asks: the resident, or a caseworker at the desk.
fn helpers_page(resident: &str) -> String {
    let desk = visitor().actor().is_ok_and(|actor| actor.role == Role::Caseworker);
    if desk { address::desk_helpers(resident) } else { address::helpers(resident) }
}

/// What somebody chose to share and for how long, from the fields as typed; the form keeps those fields.
fn chosen(form: Form, domains: [String; 6], parts: &[String], days: &str) -> (Form, Result<Scope, Problem>, Result<u32, Problem>) {
    let domains = || Domain::ALL.into_iter().zip(domains.iter().map(String::as_str));
    let form = domains().fold(form.list("parts", parts).field("days", days), |form, (domain, choice)| form.field(domain.as_str(), choice));
    (form, Scope::typed(domains(), parts), typed_days(days))
}

/// Invites a helper.
#[server(prefix = "/api", endpoint = "helper/invite")]
pub async fn invite_helper(
    #[server(default)] resident: String,
    #[server(default)] way: String,
    #[server(default)] name: String,
    #[server(default)] work: String,
    #[server(default)] money: String,
    #[server(default)] body: String,
    #[server(default)] mind: String,
    #[server(default)] people: String,
    #[server(default)] strength: String,
    #[server(default)] parts: Vec<String>,
    #[server(default)] days: String,
    #[server(default)] agreement: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let here =
        if visitor.actor().is_ok_and(|actor| actor.role == Role::Caseworker) { address::desk_helpers(&resident) } else { address::invite_helper(&resident) };
    let form = Form::new(format!("helper-invite/{resident}"), here).field("way", &way).field("name", &name).field("agreement", &agreement);
    let (form, scope, days) = chosen(form, [work, money, body, mind, people, strength], &parts, &days);
    let way = service::mandate::Way::parse(&way).unwrap_or(service::mandate::Way::Code);
    let new = NewInvitation { way, name, scope, days, agreement };
    let invited = async { service.invite_helper(visitor.actor()?, &resident, &new).await };
    form.done(&visitor, invited.await, |id| format!("{}#i-{id}", helpers_page(&resident)), "").await
}

/// Takes an invitation back.
#[server(prefix = "/api", endpoint = "helper/take-back")]
pub async fn take_back_invitation(#[server(default)] resident: String, #[server(default)] invitation: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let done = async { service.take_back_invitation(visitor.actor()?, &resident, &invitation).await };
    let here = helpers_page(&resident);
    Form::new(format!("helpers/{resident}"), here.clone()).done(&visitor, done.await, |()| here, "notice-taken-back").await
}

/// A helper says who they are and promises secrecy.
#[server(prefix = "/api", endpoint = "helper/join")]
pub async fn join_as_helper(#[server(default)] code: String, #[server(default)] name: String, #[server(default)] promise: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new("join", address::JOIN).field("code", &code).field("name", &name).field("promise", &promise);
    let joined = async { service.join(visitor.actor()?, &code, &name, promise == "yes").await };
    form.told_on("helping").done(&visitor, joined.await, |()| address::HELPING.to_owned(), "notice-joined").await
}

/// The resident says whether this is who they meant.
#[server(prefix = "/api", endpoint = "helper/confirm")]
pub async fn confirm_helper(
    #[server(default)] resident: String,
    #[server(default)] invitation: String,
    #[server(default)] answer: String,
    #[server(default)] work: String,
    #[server(default)] money: String,
    #[server(default)] body: String,
    #[server(default)] mind: String,
    #[server(default)] people: String,
    #[server(default)] strength: String,
    #[server(default)] parts: Vec<String>,
    #[server(default)] days: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let here = helpers_page(&resident);
    let form = Form::new(format!("helpers/{resident}"), here.clone()).field("invitation", &invitation);
    let (form, scope, days) = chosen(form, [work, money, body, mind, people, strength], &parts, &days);
    let confirmed = async {
        let actor = visitor.actor()?;
        match answer.as_str() {
            "yes" | "no" => service.confirm_helper(actor, &resident, &invitation, answer == "yes", Some((scope, days))).await,
            // Neither button: refused like any call that no page makes.
            _ => service.helpers(actor, &resident, actor.role == Role::Caseworker).await.and(Err(Error::Conflict("invitation"))),
        }
    };
    let outcome = confirmed.await;
    let notice = match &outcome {
        Ok(Joined::Confirmed { replaced: false }) => "notice-helper-yes",
        Ok(Joined::Confirmed { replaced: true }) => "notice-helper-again",
        _ => "notice-helper-no",
    };
    form.done(&visitor, outcome, |_| here, notice).await
}

/// Ends a mandate. Asks nothing.
#[server(prefix = "/api", endpoint = "helper/end")]
pub async fn end_mandate(#[server(default)] resident: String, #[server(default)] mandate: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let ended = async { service.end_mandate(visitor.actor()?, &resident, &mandate).await };
    let here = helpers_page(&resident);
    Form::new(format!("helpers/{resident}"), here.clone()).done(&visitor, ended.await, |()| here, "notice-helper-ended").await
}

/// The resident has read what was arranged at the desk.
#[server(prefix = "/api", endpoint = "helper/seen")]
pub async fn see_desk_helper(#[server(default)] resident: String, #[server(default)] mandate: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let seen = async { service.see_desk_helper(visitor.actor()?, &resident, &mandate).await };
    let here = address::helpers(&resident);
    Form::new(format!("helpers/{resident}"), here.clone()).done(&visitor, seen.await, |()| here, "").await
}

/// The resident takes over, or throws away, what a helper still typed when it had ended.
#[server(prefix = "/api", endpoint = "helper/left")]
pub async fn settle_left(#[server(default)] resident: String, #[server(default)] left: String, #[server(default)] go: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let settled = async { service.settle_left(visitor.actor()?, &resident, &left, go == "take_over").await };
    let (here, notice) = (address::helpers(&resident), if go == "take_over" { "notice-left-taken" } else { "notice-left-gone" });
    Form::new(format!("helpers/{resident}"), here.clone()).done(&visitor, settled.await, |()| here, notice).await
}

/// The resident fills in with somebody beside them, or alone again; from `back`, to go on there.
#[server(prefix = "/api", endpoint = "helper/together")]
pub async fn fill_in_together(
    #[server(default)] resident: String,
    #[server(default)] with: String,
    #[server(default)] go: String,
    #[server(default)] back: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let done = async {
        let actor = visitor.actor()?;
        if go == "end" { service.end_together(actor, &resident).await } else { service.begin_together(actor, &resident, &with).await }
    };
    let form = Form::new(format!("helpers/{resident}"), address::helpers(&resident) + "#together").field("with", &with);
    // Where somebody goes on, the line that is gone tells enough.
    let notice = match (back.is_empty(), go.as_str()) {
        (false, _) => "",
        (true, "end") => "notice-together-ended",
        (true, _) => "notice-together",
    };
    form.done(&visitor, done.await, |()| if back.is_empty() { address::helpers(&resident) } else { back }, notice).await
}

/// The resident objects to what somebody did.
#[server(prefix = "/api", endpoint = "helper/object")]
pub async fn object(
    #[server(default)] resident: String,
    #[server(default)] about: String,
    #[server(default)] line: String,
    #[server(default)] objection: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let objected = async { service.object(visitor.actor()?, &resident, &about, &line, &objection).await };
    let form = Form::new(format!("object/{resident}"), address::object(&resident, &about, &line)).field("objection", &objection);
    let seen = address::access(&resident) + "#objected";
    form.told_on(format!("access/{resident}")).done(&visitor, objected.await, |()| seen, "notice-objected").await
}

/// A caseworker has dealt with an objection, and answers it.
#[server(prefix = "/api", endpoint = "helper/settle-objection")]
pub async fn settle_objection(#[server(default)] resident: String, #[server(default)] objection: String, #[server(default)] answer: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let settled = async { service.settle_objection(visitor.actor()?, &resident, &objection, &answer).await };
    let here = address::desk_helpers(&resident);
    let form = Form::new(format!("helpers/{resident}"), here.clone()).field("objection", &objection).field("answer", &answer);
    form.done(&visitor, settled.await, |()| here, "notice-objection-settled").await
}

/// A helper begins an intake with a resident, or goes on with it.
#[server(prefix = "/api", endpoint = "helping/begin")]
pub async fn begin_helping(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let begun = async { service.start_draft(visitor.actor()?, &resident, Way::Help, Channel::Own).await };
    match begun.await {
        Ok(view) => go::to(&address::step(&resident, Way::Help, &view.resume_at())),
        Err(Error::Conflict(_)) => go::to(&address::helping(&resident)),
        Err(error) => go::refuse(&error),
    }
    Ok(())
}

/// A helper stops.
#[server(prefix = "/api", endpoint = "helping/stop")]
pub async fn stop_helping(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let stopped = async { service.stop_helping(visitor.actor()?, &resident).await };
    Form::new("helping", address::HELPING).done(&visitor, stopped.await, |()| address::HELPING.to_owned(), "notice-stopped-helping").await
}
