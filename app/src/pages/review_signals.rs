//! What cannot wait, above everything else of a review: who to call about what, and how the call went.

use crate::components::Icon;
use crate::format::{dial, iso_day, moment, telephone};
use crate::visitor::service;
use crate::{address, api};
use domain::agreement::Side;
use domain::intake::Kept;
use domain::request::RequestKind;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::event::EventKind;
use service::intake::SentView;
use service::request::Request;
use service::review::{Contact, ReviewPage};

/// What cannot wait: requests that were sent by their own tap, and the signal of the scan; then what was settled.
#[component]
pub fn Signals(page: ReviewPage, words: Words) -> impl IntoView {
    let resident = page.file.resident().to_owned();
    let phone = page.file.profile.phone.clone();
    let call = |number: &str| match number {
        "" => view! { <strong>{words.t("review-no-phone")}</strong> }.into_any(),
        number => view! { <a class="nl-link" href=dial(number)><bdi dir="ltr">{telephone(number)}</bdi></a> }.into_any(),
    };
    let contact = |request: String, ways: &[(Contact, &'static str)]| {
        let buttons = ways.iter().map(|(way, kind)| {
            view! {
                <button class=format!("nl-button nl-button--{kind}") type="submit" name="contact" value=way.as_str()>
                    <span class="nl-button__label">{words.t(&format!("review-{}", way.as_str().replace('_', "-")))}</span>
                </button>
            }
        });
        view! {
            <form class="md-signal__acts" method="post" action=api::RecordContact::url()>
                <input type="hidden" name="resident" value=resident.clone() />
                <input type="hidden" name="request" value=request />
                {buttons.collect_view()}
            </form>
        }
    };
    let said = page.sent.first().map(|sent| signal_answers(sent, &words)).unwrap_or_default();
    let open = [(Contact::Spoken, "secondary"), (Contact::NoAnswer, "subtle")];
    let undo = [(Contact::Undo, "subtle")];
    let title = |r: &Request| words.attr(&format!("request-{}", r.kind.as_str().replace('_', "-")), "staff");
    let waiting = page.requests.iter().filter(|r| r.settled.is_none()).map(|r| {
        let number = if r.content.phone.is_empty() { &phone } else { &r.content.phone };
        let id = format!("req-{}", r.reference);
        view! {
            <section class="md-signal" aria-labelledby=id>
                <h2 class="md-signal__title" id=id.clone()><Icon name="phone" /><span>{title(r)} " · " {words.with("by-date", &[("date", iso_day(&words, &r.due_on).into())])}</span></h2>
                {if r.content.about.is_empty() && r.kind == RequestKind::Urgent {
                    view! { <Said list=said.clone() /> }.into_any()
                } else {
                    view! { <p class="md-signal__text" dir="auto">{r.content.about.clone()}</p> }.into_any()
                }}
                <p class="md-signal__text">{call(number)} " · " {words.with("review-sent", &[("at", moment(&words, r.sent_at).into())])} " · " {r.reference.clone()}</p>
                {if r.kind == RequestKind::Erasure {
                    view! { <p class="md-signal__acts"><a class="nl-button nl-button--secondary" href=address::erasure(&resident)><span class="nl-button__label">{words.t("erasure-decide")}</span></a></p> }.into_any()
                } else {
                    let plans = (r.kind == RequestKind::Appointment).then(|| talk_plan(&resident, &words));
                    view! { {contact(r.id.clone(), &open)} {plans} }.into_any()
                }}
            </section>
        }
    });
    let settled = page.requests.iter().filter_map(|r| Some((r, r.settled.as_ref()?))).map(|(r, (by, at))| {
        let who = page.staff.get(by).map_or_else(String::new, |p| p.name.clone());
        // A talk that was planned is not one that was held.
        let planned = page.events.iter().any(|e| e.kind == EventKind::RequestClosed && e.detail == r.reference);
        let over = if planned || r.kind.needs_no_talk() { "review-closed" } else { "review-settled" };
        view! {
            <div class="md-settled">
                <Icon name="check" size="sm" />
                <span>{title(r)} " · " {words.with(over, &[("name", who.into()), ("at", moment(&words, *at).into())])}</span>
                {(r.kind != RequestKind::Erasure).then(|| contact(r.id.clone(), &undo))}
            </div>
        }
    });
    // An open request of the resident says the same, with more: settling it settles the signal too.
    let asked = page.requests.iter().any(|r| r.settled.is_none() && r.kind == RequestKind::Urgent);
    let standing = page.standing.as_ref().filter(|_| !asked);
    let signal = standing.map_or(0, |s| s.signal);
    let key = if signal == 2 { "signal-direct" } else { "signal-week" };
    view! {
        {waiting.collect_view()}
        {(signal > 0)
            .then(|| {
                view! {
                    <section class="md-signal" aria-labelledby="sig">
                        <h2 class="md-signal__title" id="sig"><Icon name="alert-triangle" /><span>{words.t(key)}</span></h2>
                        <Said list=said.clone() />
                        <p class="md-signal__text">{call(&phone)} " · " {words.t("review-signal-text")}</p>
                        {contact(String::new(), &open)}
                    </section>
                }
            })}
        {settled.collect_view()}
    }
}

/// Where a talk is planned.
fn talk_plan(resident: &str, words: &Words) -> AnyView {
    view! { <p class="md-signal__acts"><a class="nl-button nl-button--secondary" href=address::appointments(resident, Side::Municipality)><span class="nl-button__label">{words.t("talk-plan")}</span></a></p> }
    .into_any()
}

/// What the resident said that cannot wait.
#[component]
fn Said(list: Vec<String>) -> impl IntoView {
    view! { <ul class="md-signal__said">{list.into_iter().map(|text| view! { <li dir="auto">{text}</li> }).collect_view()}</ul> }
}

/// The answers for which a signal stands: those that showed a help block or offered an urgent request.
fn signal_answers(sent: &SentView, words: &Words) -> Vec<String> {
    let service = service();
    let urgent = |r: &domain::intake::RequestRule| r.request.signal() > 0;
    let asks = |answer: &&domain::intake::ScanAnswer| {
        let Some((question, _)) = service.content.intake.step(&answer.step) else { return false };
        let Some(Kept::Given(raw)) = &answer.kept else { return false };
        let chose = |any: &[String]| raw.choices.iter().any(|c| any.contains(c));
        question.blocks.iter().any(|b| chose(&b.any)) || question.requests.iter().any(|r| urgent(r) && chose(&r.any))
    };
    let said = |answer: &domain::intake::ScanAnswer| {
        let (_, asked) = answer.in_language(words.locale.language);
        format!("{} {}", asked.question, asked.answer)
    };
    sent.scan.answers.iter().filter(asks).map(said).collect()
}
