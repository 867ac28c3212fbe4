//! Volunteers: what the coordinator keeps, what a volunteer answers and writes down, and thanks.

use super::go::{Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use domain::intake::Domain;
use domain::volunteer::{Available, Volunteer};
use leptos::prelude::*;

/// Keeps what is known of a volunteer.
#[server(prefix = "/api", endpoint = "volunteer/keep")]
pub async fn keep_volunteer(
    #[server(default)] person: String,
    #[server(default)] languages: Vec<String>,
    #[server(default)] neighbourhood: String,
    #[server(default)] available: Vec<String>,
    #[server(default)] topics: Vec<String>,
    #[server(default)] peer: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let offered = |code: &&String| !code.is_empty() && code.len() <= 8;
    let volunteer = Volunteer {
        languages: languages.iter().filter(offered).cloned().collect(),
        neighbourhood: neighbourhood.clone(),
        available: available.iter().filter_map(|name| Available::parse(name)).collect(),
        topics: topics.iter().filter_map(|name| Domain::parse(name)).collect(),
        peer: peer == "yes",
    };
    let kept = async { service.keep_volunteer(visitor.actor()?, &person, &volunteer).await };
    let here = address::volunteer(&person);
    let form = Form::new(format!("volunteer/{person}"), here.clone()).list("languages", &languages).field("neighbourhood", &neighbourhood);
    let form = form.list("available", &available).list("topics", &topics).field("peer", &peer);
    form.done(&visitor, kept.await, |()| here, "notice-volunteer-kept").await
}

/// A volunteer did a course.
#[server(prefix = "/api", endpoint = "volunteer/train")]
pub async fn train_volunteer(#[server(default)] person: String, #[server(default)] course: String, #[server(default)] day: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let trained = async { service.train_volunteer(visitor.actor()?, &person, &course, &day).await };
    let here = address::volunteer(&person);
    let form = Form::new(format!("volunteer/{person}"), here.clone()).field("course", &course).field("day", &day);
    form.done(&visitor, trained.await, |()| here, "notice-volunteer-kept").await
}

/// The coordinator thanks a volunteer.
#[server(prefix = "/api", endpoint = "volunteer/thank")]
pub async fn thank_volunteer(#[server(default)] person: String, #[server(default)] words: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let thanked = async { service.thank_volunteer(visitor.actor()?, &person, &words).await };
    let here = address::volunteer(&person);
    Form::new(format!("volunteer/{person}"), here.clone()).field("words", &words).done(&visitor, thanked.await, |()| here, "notice-volunteer-thanked").await
}

/// A volunteer stops.
#[server(prefix = "/api", endpoint = "volunteer/end")]
pub async fn end_volunteer(#[server(default)] person: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let ended = async { service.end_volunteer(visitor.actor()?, &person).await };
    Form::new("volunteers", address::VOLUNTEERS).done(&visitor, ended.await, |()| address::VOLUNTEERS.to_owned(), "notice-volunteer-ended").await
}

/// The coordinator proposes a volunteer to a resident who would like a buddy.
#[server(prefix = "/api", endpoint = "volunteer/propose")]
pub async fn propose_volunteer(#[server(default)] resident: String, #[server(default)] person: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let proposed = async { service.propose_volunteer(visitor.actor()?, &resident, &person).await };
    Form::new("volunteers", address::VOLUNTEERS).done(&visitor, proposed.await, |()| address::VOLUNTEERS.to_owned(), "notice-volunteer-proposed").await
}

/// The coordinator takes a proposal back.
#[server(prefix = "/api", endpoint = "volunteer/withdraw")]
pub async fn withdraw_volunteer(#[server(default)] invitation: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let withdrawn = async { service.withdraw_volunteer(visitor.actor()?, &invitation).await };
    Form::new("volunteers", address::VOLUNTEERS).done(&visitor, withdrawn.await, |()| address::VOLUNTEERS.to_owned(), "notice-proposal-withdrawn").await
}

/// A volunteer answers a proposal.
#[server(prefix = "/api", endpoint = "volunteer/answer")]
pub async fn answer_proposal(#[server(default)] invitation: String, #[server(default)] answer: String, #[server(default)] promise: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let yes = answer == "yes";
    let answered = async { service.answer_proposal(visitor.actor()?, &invitation, yes, promise == "yes").await };
    let notice = if yes { "notice-joined" } else { "notice-proposal-no" };
    Form::new("helping", address::HELPING).done(&visitor, answered.await, |()| address::HELPING.to_owned(), notice).await
}

/// A helper writes down contact: when, how long, how.
#[server(prefix = "/api", endpoint = "helping/contact")]
pub async fn log_contact(
    #[server(default)] resident: String,
    #[server(default)] day: String,
    #[server(default)] minutes: String,
    #[server(default)] way: String,
) -> Answer {
    let (visitor, service) = (visitor(), service());
    let recorded = async { service.record_contact(visitor.actor()?, &resident, &day, &minutes, &way).await };
    let here = address::helping_contact(&resident);
    let form = Form::new(format!("contact/{resident}"), here.clone()).field("day", &day).field("minutes", &minutes).field("way", &way);
    form.done(&visitor, recorded.await, |()| here, "notice-contact").await
}

/// A helper takes away what they wrote down by mistake.
#[server(prefix = "/api", endpoint = "helping/contact-remove")]
pub async fn remove_contact(#[server(default)] resident: String, #[server(default)] contact: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let removed = async { service.remove_contact(visitor.actor()?, &resident, &contact).await };
    let here = address::helping_contact(&resident);
    Form::new(format!("contact/{resident}"), here.clone()).done(&visitor, removed.await, |()| here, "notice-contact-gone").await
}

/// The resident thanks their helper, in one tap.
#[server(prefix = "/api", endpoint = "helper/thank")]
pub async fn thank_helper(#[server(default)] resident: String, #[server(default)] mandate: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let thanked = async { service.thank_helper(visitor.actor()?, &resident, &mandate).await };
    let here = address::helpers(&resident);
    Form::new(format!("helpers/{resident}"), here.clone()).done(&visitor, thanked.await, |()| here, "notice-thanked").await
}
