//! A resident asked to be deleted: what there is, what can go, what stays and until when; the caseworker decides and it is done.

use super::load::{load, param};
use crate::components::{Back, FieldError, Icon, Notice, ProblemSummary, QuietButton, RadioList, Textarea, frame};
use crate::format::{self, full_day, iso_day, moment_day};
use crate::visitor::visitor;
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::clock::local;
use service::content::Words;
use service::rights::HeldKind;
use service::rights::erasure::{Asked, Choice, Decided};
use service::typed::Typed;

/// The decision.
#[component]
pub fn ErasurePage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let asked = service.erasure_asked(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("erasure/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((asked, typed))
        },
        |(asked, typed): (Asked, Typed)| {
            let words = visitor().words;
            let resident = asked.file.resident().to_owned();
            let name = asked.file.profile.full_name();
            let due = iso_day(&words, &asked.request.due_on);
            let lead = words.with("erasure-lead", &[("date", moment_day(&words, asked.request.sent_at).into()), ("by", due.into())]);
            let label = |field: &str| words.t(&format!("erasure-{field}"));
            let anchor = |field: &str| if field == "choice" { "choice-1".to_owned() } else { field.to_owned() };
            let summary = typed.problems.iter().map(|p| (anchor(&p.field), format::problem(&words, p, &label(&p.field)))).collect();
            frame(words.t("erasure-title")).wide().faulty(!typed.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::review(&resident) label=words.t("review-title") /></div>
                <ProblemSummary problems=summary />
                <Notice key=typed.notice.clone() />
                <h1 class="nl-heading nl-heading--level-1">{words.t("erasure-title")}": "<span translate="no">{name}</span></h1>
                <p class="nl-paragraph nl-paragraph--lead">{lead}</p>
                <WhatThereIs held=asked.held.clone() until=asked.until />
                <Decision asked=asked typed=typed />
            })
        },
    )
}

/// Until when the record stays, in words.
fn until_words(words: &Words, until: Option<i64>) -> String {
    match until {
        Some(at) => words.with("erasure-until", &[("date", full_day(words, local(at).date_naive()).into())]),
        None => words.t("erasure-until-open"),
    }
}

/// What there is: what can go, what stays and until when, and what always stays.
#[component]
fn WhatThereIs(held: Vec<HeldKind>, until: Option<i64>) -> impl IntoView {
    let words = visitor().words;
    let list = |may_go: bool| {
        let those: Vec<HeldKind> = held.iter().copied().filter(|held| held.may_go == may_go && held.count > 0).collect();
        if those.is_empty() {
            return view! { <p class="nl-paragraph">{words.t("erasure-none")}</p> }.into_any();
        }
        let row = |held: HeldKind| view! { <dt>{words.t(&format!("erasure-held-{}", held.kind))}</dt><dd>{held.count}</dd> };
        view! { <dl class="md-reference">{those.into_iter().map(row).collect_view()}</dl> }.into_any()
    };
    let head = |key: &str| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t(key)}</h2> };
    let always = ["log", "backend"].map(|kind| {
        view! { <p class="nl-paragraph"><strong>{words.t(&format!("erasure-held-{kind}"))}</strong>". "{words.t(&format!("erasure-why-{kind}"))}</p> }
    });
    view! {
        {head("erasure-may-go")}
        {list(true)}
        {head("erasure-stays")}
        <p class="nl-paragraph">{words.t("erasure-why-record")} " " {until_words(&words, until)}</p>
        {list(false)}
        {head("erasure-always-stays")}
        {always.collect_view()}
    }
}

/// The form.
#[component]
fn Decision(asked: Asked, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &words.t(&format!("erasure-{field}"))));
    let open = asked.in_the_way.is_empty();
    let some = asked.held.iter().any(|held| held.may_go && held.count > 0);
    let choices = Choice::ALL.into_iter().filter(|choice| match choice {
        Choice::Everything => open,
        Choice::Part => some,
        Choice::Nothing => true,
    });
    let option = |choice: Choice| {
        let key = format!("erasure-choice-{}", choice.as_str());
        (choice.as_str().to_owned(), words.t(&key), words.attr(&key, "sub"))
    };
    let (wrong_why, wrong_sure) = (error("why"), error("sure"));
    let ticked = typed.field("sure").is_some_and(|value| !value.is_empty());
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("erasure-decide")}</h2>
        {(!open)
            .then(|| {
                view! {
                    <div class="md-note">
                        <Icon name="info-circle" />
                        <p>
                            {words.t("erasure-not-everything")}
                            {asked.in_the_way.iter().map(|what| view! { " " {words.t(&format!("erasure-in-the-way-{what}"))} }).collect_view()}
                        </p>
                    </div>
                }
            })}
        {asked.in_the_way.iter().any(|what| what == "helper")
            .then(|| {
                view! {
                    <form class="md-actions md-actions--start" method="post" action=api::EndHelpers::url()>
                        <input type="hidden" name="resident" value=asked.file.resident().to_owned() />
                        <QuietButton label=words.t("erasure-end-helpers") kind="secondary" />
                    </form>
                }
            })}
        <form class="md-form md-form--dense" method="post" action=api::DecideErasure::url() novalidate>
            <input type="hidden" name="resident" value=asked.file.resident().to_owned() />
            <input type="hidden" name="request" value=asked.request.id.clone() />
            <RadioList name="choice" label=words.t("erasure-choice") options=choices.map(option).collect() chosen=typed.field("choice").unwrap_or_default().to_owned() error=error("choice") />
            <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=wrong_why.is_some()>
                <label class="utrecht-form-label utrecht-form-field__label" for="why">{words.t("erasure-why")}</label>
                <p class="utrecht-form-field-description">{words.t("erasure-why-help")}</p>
                <FieldError id="why-error" text=wrong_why.clone() />
                <Textarea id="why" name="why" value=typed.field("why").unwrap_or_default().to_owned() rows=4 invalid=wrong_why.is_some() described_by=if wrong_why.is_some() { "why-error" } else { "" } />
            </div>
            {(open || some)
                .then(|| {
                    view! {
                        <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=wrong_sure.is_some()>
                            <FieldError id="sure-error" text=wrong_sure.clone() />
                            <label class="md-check">
                                <input class="utrecht-checkbox utrecht-checkbox--html-input" id="sure" type="checkbox" name="sure" value="yes" checked=ticked aria-invalid=wrong_sure.is_some().then_some("true") aria-describedby=wrong_sure.is_some().then_some("sure-error") />
                                <span>{words.t("erasure-sure")}</span>
                            </label>
                        </div>
                    }
                })}
            <div class="md-actions md-actions--start">
                <button class="nl-button nl-button--primary" type="submit"><span class="nl-button__label">{words.t("erasure-button")}</span></button>
            </div>
        </form>
    }
}

/// What was decided about the resident's own requests, on the page of everything that is held.
#[component]
pub fn Decisions(decided: Vec<Decided>) -> impl IntoView {
    let words = visitor().words;
    let one = |decided: Decided| {
        let key = format!("erasure-decided-{}", decided.choice.as_str());
        view! {
            <div class="md-letter">
                <p class="nl-paragraph">{words.with(&key, &[("date", moment_day(&words, decided.at).into())])} " " {until_words(&words, decided.until)}</p>
                <p class="nl-paragraph" dir="auto">{decided.reason}</p>
                <p class="nl-paragraph">{words.t("erasure-disagree")}</p>
            </div>
        }
    };
    decided.into_iter().map(one).collect_view()
}
