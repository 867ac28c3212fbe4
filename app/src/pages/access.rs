//! Who looked at a resident's data, for the resident; and the question why, for a caseworker who looks at a colleague's.

use super::load::{load, param};
use crate::components::{Back, FieldError, Icon, MainButton, Notice, ProblemSummary, Textarea, frame};
use crate::format::{self, moment_day};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::ProblemCode;
use domain::access::Role;
use domain::intake::Domain;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::access::Look;
use service::content::Words;
use service::intake::domain_text;
use service::mandate::LookingBack;
use service::person::Person;
use service::typed::Typed;

/// Everybody who looked, newest first; the resident's own visits in one line.
#[component]
pub fn Access() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let actor = visitor.actor()?;
            let own = actor.role == Role::Resident;
            let looks = service.looks(actor, &resident).await?;
            let helped = if own { service.looking_back(actor, &resident).await? } else { LookingBack::default() };
            let notice = match &visitor.session {
                Some(session) => service.typed(session, &format!("access/{resident}")).await?.notice,
                None => String::new(),
            };
            Ok((looks, helped, notice, own, resident))
        },
        |(looks, helped, notice, is_resident, resident): (Vec<Look>, LookingBack, String, bool, String)| {
            let words = visitor().words;
            let (own, others): (Vec<Look>, Vec<Look>) = looks.into_iter().partition(|look| look.by.is_none());
            let own_days = own.iter().map(|look| format::moment_day(&words, look.at)).collect::<std::collections::BTreeSet<_>>().len();
            let none = others.is_empty();
            frame(words.t("access-title")).show(view! {
                <div class="md-topline"><Back href=address::home(&resident) label=words.t("to-overview") /></div>
                <Notice key=notice />
                <h1 class="nl-heading nl-heading--level-1">{words.t("access-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("access-lead")}</p>
                {none.then(|| view! { <p class="md-empty">{words.t("access-nobody")}</p> })}
                {(!none)
                    .then(|| {
                        view! {
                            <ul class="md-tasks">{others.into_iter().map(|look| view! { <Row look=look resident=is_resident.then(|| resident.clone()) /> }).collect_view()}</ul>
                        }
                    })}
                <p class="nl-paragraph">{words.with("access-own", &[("days", i64::try_from(own_days).unwrap_or(i64::MAX).into())])}</p>
                {super::mandate::filled_in(&words, &resident, &helped)}
                <p class="nl-paragraph">{words.t("access-wrong")}</p>
            })
        },
    )
}

/// The name and the team, as the resident knows them.
fn who(words: &Words, person: &Person) -> String {
    if person.name.is_empty() {
        return words.t("access-somebody");
    }
    match (&person.team, person.role) {
        (Some(team), Role::Caseworker) => {
            words.with("access-caseworker", &[("name", person.name.clone().into()), ("team", service().settings.team_name(team).to_owned().into())])
        }
        _ => person.name.clone(),
    }
}

/// A line of who looked, by itself ([`Look::line`]): the day and what was done.
pub fn line_words(words: &Words, line: &str) -> String {
    let (day, activity) = line.split_once('/').unwrap_or((line, ""));
    format!("{} · {}", format::iso_day(words, day), what(words, activity))
}

/// What an action is called for the resident.
fn what(words: &Words, activity: &str) -> String {
    let filled = activity.strip_prefix("HelpFillIn").and_then(|domain| Domain::parse(&domain.to_lowercase()));
    if let Some(domain) = filled {
        return words.with("access-did-fill-in", &[("name", domain_text(words, domain).into())]);
    }
    words.t(match activity {
        "ReadSent" => "access-did-read",
        "Review" => "access-did-review",
        "HandOver" | "DivideWork" => "access-did-divide",
        "FillInAtDesk" => "access-did-desk",
        "SignIn" => "access-did-sign-in",
        "FillIn" | "Send" | "SendRequest" | "ReplyToGroup" | "Calculate" | "ReadOwn" => "access-did-for-you",
        "GiveReason" => "access-did-reason",
        "HelpSeeIntake" => "access-did-see-intake",
        "HelpSeeAgreements" => "access-did-see-agreements",
        "HelpSeeJourney" => "access-did-see-journey",
        "HelpSeeCalculation" => "access-did-see-calculation",
        "HelpContact" => "access-did-help",
        "JoinAsHelper" => "access-did-join",
        "MakeMandate" => "access-did-mandate",
        "Erase" => "access-did-erase",
        _ => "access-did-other",
    })
}

#[component]
fn Row(
    look: Look,
    /// Whose data, for who may object.
    #[prop(optional_no_strip)]
    resident: Option<String>,
) -> impl IntoView {
    let words = visitor().words;
    let object = resident.zip(look.by.as_ref().filter(|by| !by.name.is_empty())).map(|(resident, by)| address::object(&resident, &by.id, &look.line()));
    let name = look.by.as_ref().map(|person| who(&words, person)).unwrap_or_default();
    view! {
        <li class="md-task">
            <div class="md-task__link">
                <Icon name="eye" size="lg" />
                <span class="md-task__text">
                    <span class="md-task__title" translate="no">{name.clone()}</span>
                    <span class="md-task__sub">{moment_day(&words, look.at)} " · " {what(&words, &look.activity)}</span>
                    {object.map(|href| view! { <a class="nl-link md-link" href=href>{words.t("object-link")}<span class="md-visually-hidden">": " {name.clone()}</span></a> })}
                    {look.reason.map(|reason| view! { <span class="md-task__sub">{words.t("access-reason")} " " <q dir="auto">{reason}</q></span> })}
                </span>
            </div>
        </li>
    }
}

/// A caseworker says why they look at a colleague's resident. Nothing of the resident is on this page.
#[component]
pub fn GiveReason() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("reason/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((resident, typed))
        },
        |(resident, typed): (String, Typed)| {
            let words = visitor().words;
            let label = words.t("look-why-label");
            let error = typed.problem("reason").map(|p| match p.code {
                ProblemCode::Empty => words.t("look-why-empty"),
                _ => format::problem(&words, p, &label),
            });
            let summary: Vec<(String, String)> = error.clone().map(|text| ("reason".to_owned(), text)).into_iter().collect();
            frame(words.t("look-why-title")).faulty(error.is_some()).show(view! {
                <div class="md-topline"><Back href=address::WORK label=words.t("work-title") /></div>
                <ProblemSummary problems=summary />
                <h1 class="nl-heading nl-heading--level-1">{words.t("look-why-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("look-why-lead")}</p>
                <form class="md-form" method="post" action=api::GiveReason::url() novalidate>
                    <input type="hidden" name="resident" value=resident />
                    <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=error.is_some()>
                        <label class="utrecht-form-label utrecht-form-field__label" for="reason">{label.clone()}</label>
                        <FieldError id="reason-error" text=error.clone() />
                        <Textarea id="reason" name="reason" value=typed.field("reason").unwrap_or_default().to_owned() rows=3 invalid=error.is_some() described_by=if error.is_some() { "reason-error" } else { "" } />
                    </div>
                    <div class="md-actions"><MainButton label=words.t("look-why-go-on") /></div>
                </form>
            })
        },
    )
}
