//! What caseworkers and coordinators do with a review.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::access::Role;
use domain::review::Group;
use leptos::prelude::*;
use service::Error;
use service::review::{AskContent, Contact, Filter, HandOver, Order};

fn form(resident: &str) -> Form {
    Form::new(format!("review/{resident}"), address::review(resident))
}

fn seen(caseworker: &str) -> Option<&str> {
    (!caseworker.is_empty()).then_some(caseworker)
}

/// Looks for residents by name or reference. What was typed stays with the session: a name never stands in an address.
#[server(prefix = "/api", endpoint = "work/find")]
pub async fn find_residents(#[server(default)] find: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let sought = find.trim().chars().take(service::review::LONGEST_FIND).collect::<String>();
    let next = if sought.is_empty() { address::WORK.to_owned() } else { address::work(Filter::Found, Order::Oldest, 0) };
    let kept = async { service.keep_sought(visitor.session.as_ref().ok_or(Error::SignedOut)?, visitor.actor()?, &sought).await };
    match kept.await {
        Ok(()) => super::go::to(&next),
        Err(error) => super::go::refuse(&error),
    }
    Ok(())
}

/// Takes the review.
#[server(prefix = "/api", endpoint = "review/take")]
pub async fn take_review(#[server(default)] resident: String, #[server(default)] seen_caseworker: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let taken = async { service.take(visitor.actor()?, &resident, seen(&seen_caseworker)).await };
    form(&resident).done(&visitor, taken.await, |()| address::review(&resident), "notice-taken").await
}

/// Hands the review over to a caseworker (`person:id`) or a team (`team:id`).
#[server(prefix = "/api", endpoint = "review/hand-over")]
pub async fn hand_over_review(#[server(default)] resident: String, #[server(default)] seen_caseworker: String, #[server(default)] to: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let target = match to.split_once(':') {
        Some(("person", id)) => Some(HandOver::Caseworker(id.to_owned())),
        Some(("team", id)) => Some(HandOver::Team(id.to_owned())),
        _ => None,
    };
    let coordinator = visitor.actor().is_ok_and(|a| a.role == Role::Coordinator);
    let back = if coordinator { address::DIVIDE } else { address::WORK };
    let here = if coordinator { Form::new("divide", address::DIVIDE) } else { form(&resident) };
    let handed = async { service.hand_over(visitor.actor()?, &resident, seen(&seen_caseworker), target).await };
    let outcome = handed.await;
    here.told_on(if coordinator { "divide" } else { "work" }).done(&visitor, outcome, |()| back.to_owned(), "notice-handed-over").await
}

/// Asks the resident about answers.
#[server(prefix = "/api", endpoint = "review/ask")]
pub async fn ask_resident(
    #[server(default)] resident: String,
    #[server(default)] reason: String,
    #[server(default)] questions: Vec<String>,
    #[server(default)] message: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = Form::new(format!("ask/{resident}"), address::pick_questions(&resident))
        .field("reason", &reason)
        .field("message", &message)
        .list("questions", &questions);
    let content = AskContent { reason, questions, message: message.trim().to_owned() };
    let asked = async { service.ask(visitor.actor()?, &resident, content).await };
    form.told_on(format!("review/{resident}")).done(&visitor, asked.await, |()| address::review(&resident), "notice-asked").await
}

/// Withdraws the question about answers.
#[server(prefix = "/api", endpoint = "review/withdraw-ask")]
pub async fn withdraw_ask(#[server(default)] resident: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let withdrawn = async { service.withdraw_ask(visitor.actor()?, &resident).await };
    form(&resident).done(&visitor, withdrawn.await, |()| address::review(&resident), "notice-ask-withdrawn").await
}

/// Sets the group.
#[server(prefix = "/api", endpoint = "review/group")]
pub async fn set_group(#[server(default)] resident: String, #[server(default)] group: String, #[server(default)] group_reason: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = form(&resident).field("group", &group).field("group_reason", &group_reason);
    let set = async { service.set_group(visitor.actor()?, &resident, Group::parse(&group), &group_reason).await };
    form.done(&visitor, set.await, |()| address::review(&resident), "notice-group-set").await
}

/// Writes a private note.
#[server(prefix = "/api", endpoint = "review/note")]
pub async fn write_note(#[server(default)] resident: String, #[server(default)] note: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let form = form(&resident).field("note", &note);
    let written = async { service.write_note(visitor.actor()?, &resident, &note).await };
    form.done(&visitor, written.await, |()| address::review(&resident), "notice-note-kept").await
}

/// How contact went (`spoken`, `no_answer`, `undo`) about a small request, or about the signal of what was sent when
/// `request` is empty.
#[server(prefix = "/api", endpoint = "review/contact")]
pub async fn record_contact(#[server(default)] resident: String, #[server(default)] request: String, #[server(default)] contact: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let kept = async {
        let contact = Contact::parse(&contact).ok_or(Error::NotFound)?;
        service.contact(visitor.actor()?, &resident, (!request.is_empty()).then_some(&request), contact).await.map(|()| contact)
    };
    let outcome = kept.await;
    let notice = match outcome {
        Ok(Contact::Spoken) => "notice-spoken",
        Ok(Contact::NoAnswer) => "notice-no-answer",
        Ok(Contact::Undo) => "notice-settled-undone",
        Err(_) => "",
    };
    form(&resident).done(&visitor, outcome, |_| address::review(&resident), notice).await
}

/// Concludes the review, or opens it again.
#[server(prefix = "/api", endpoint = "review/conclude")]
pub async fn conclude(#[server(default)] resident: String, #[server(default)] again: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let concluded = async { service.conclude(visitor.actor()?, &resident, !again.is_empty()).await };
    let notice = if again.is_empty() { "notice-concluded" } else { "notice-reopened" };
    form(&resident).done(&visitor, concluded.await, |()| address::review(&resident), notice).await
}
