//! A helper set up at the desk, with the resident there; and what the resident objected to.

use super::card::{account_notes, helper_card, who_asks};
use super::code::Code;
use super::invite::problems;
use super::scope::{ScopeFields, ScopeList};
use crate::components::{Back, FieldError, Icon, MainButton, Notice, ProblemSummary, QuietButton, TextInput, Textarea, frame};
use crate::format::{self, moment_day};
use crate::pages::access::line_words;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::mandate::{Helpers, Invitation, Objection};
use service::typed::Typed;

/// Helpers of a resident, at the desk.
#[component]
pub fn DeskHelpers() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let actor = visitor.actor()?;
            let helpers = service.helpers(actor, &resident, true).await?;
            let objections = service.objections(actor, &resident).await?;
            let (invite, list) = match &visitor.session {
                Some(session) => {
                    (service.typed(session, &format!("helper-invite/{resident}")).await?, service.typed(session, &format!("helpers/{resident}")).await?)
                }
                None => Default::default(),
            };
            Ok((helpers, objections, invite, list))
        },
        |(helpers, objections, invite, list): (Helpers, Vec<Objection>, Typed, Typed)| {
            let words = visitor().words;
            let id = helpers.file.resident().to_owned();
            let agreement = words.t("desk-agreement");
            let error = invite.problem("agreement").map(|p| format::problem(&words, p, &agreement));
            let name = words.t("helper-name");
            let name_error = invite.problem("name").map(|p| format::problem(&words, p, &name));
            let open = helpers.invitations.iter().map(|i| invitation(&words, &helpers, i)).collect_view();
            frame(words.t("desk-helpers-title")).wide().faulty(!invite.problems.is_empty() || !list.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::review(&id) label=words.t("to-review") /></div>
                <Notice key=list.notice.clone() desk=true />
                <ProblemSummary problems=problems(&words, &invite).into_iter().chain(answer_problem(&words, &list)).collect() />
                <h1 class="nl-heading nl-heading--level-1">{words.t("desk-helpers-title")} ": " <span translate="no">{helpers.file.profile.full_name()}</span></h1>
                {objections_list(&words, &helpers, &objections, &list)}
                {open}
                {helpers.now.iter().map(|h| helper_card(&words.clone().at_desk(), &helpers, h, true)).collect_view()}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("desk-helper-new")}</h2>
                <p class="nl-paragraph">{words.t("desk-helpers-lead")}</p>
                <form class="md-form md-form--dense" method="post" action=api::InviteHelper::url() novalidate autocomplete="off">
                    <input type="hidden" name="resident" value=id.clone() />
                    <TextInput id="name" label=name value=invite.field("name").unwrap_or_default().to_owned() error=name_error />
                    <ScopeFields typed=invite.clone() desk=true />
                    <TextInput id="agreement" label=agreement.clone() help=words.t("desk-agreement-help") value=invite.field("agreement").unwrap_or_default().to_owned() error=error />
                    <div class="md-actions"><MainButton label=words.t("desk-helper-make") /></div>
                </form>
            })
        },
    )
}

fn invitation(words: &Words, helpers: &Helpers, invitation: &Invitation) -> AnyView {
    let id = helpers.file.resident();
    let hidden = || {
        view! {
            <input type="hidden" name="resident" value=id.to_owned() />
            <input type="hidden" name="invitation" value=invitation.id.clone() />
        }
    };
    let button = |answer: &'static str, label: String| {
        view! { <button class="nl-button nl-button--secondary" type="submit" name="answer" value=answer><span class="nl-button__label">{label}</span></button> }
    };
    let body = match &invitation.answered {
        Some(_) => view! {
            <p class="nl-paragraph"><strong>{words.with("desk-confirm", &[("name", who_asks(helpers, invitation).into())])}</strong></p>
            {account_notes(&words.clone().at_desk(), helpers, invitation)}
            <form class="md-actions md-actions--start" method="post" action=api::ConfirmHelper::url()>
                {hidden()} {button("yes", words.t("desk-confirm-yes"))} {button("no", words.t("desk-confirm-no"))}
            </form>
        }
        .into_any(),
        None => view! {
            <Code invitation=invitation.clone() />
            <form method="post" action=api::TakeBackInvitation::url()>{hidden()} <QuietButton label=words.t("code-take-back") /></form>
        }
        .into_any(),
    };
    view! { <section class="md-bond" id=format!("i-{}", invitation.id)>{body} <ScopeList scope=invitation.scope.clone() /></section> }.into_any()
}

/// What is wrong with the answer to an objection, at its field.
fn answer_problem(words: &Words, typed: &Typed) -> Option<(String, String)> {
    let text = format::problem(words, typed.problem("answer")?, &words.t("objection-answer"));
    Some((format!("answer-{}", typed.field("objection").unwrap_or_default()), text))
}

/// What the resident objected to: about whom, what was tapped, in their words; and the answer that they read.
fn objections_list(words: &Words, helpers: &Helpers, objections: &[Objection], typed: &Typed) -> Option<AnyView> {
    let row = |objection: &Objection| {
        let name = helpers.people.get(&objection.about).map(|p| p.name.clone()).unwrap_or_default();
        let head = words.with("objection-about", &[("name", name.into()), ("date", moment_day(words, objection.at).into())]);
        let about_you = visitor().actor().is_ok_and(|actor| actor.person == objection.about);
        let line = objection.line.as_ref().map(|line| view! { <p class="md-bond__who">{line_words(&words.clone().at_desk(), line)}</p> });
        let due = objection.due_on.as_ref().filter(|_| objection.settled_at.is_none());
        let due = due.map(|due| format!(". {}", words.with("objection-due", &[("date", format::iso_day(words, due).into())])));
        let rest = match (objection.settled_at, about_you) {
            (Some(_), _) => view! { <p class="nl-paragraph" dir="auto">{objection.answer.clone()}</p> }.into_any(),
            (None, true) => view! { <p class="nl-paragraph">{words.t("objection-about-you")}</p> }.into_any(),
            (None, false) => settling(words, helpers.file.resident(), objection, typed),
        };
        view! {
            <li class="md-bond__line">
                <p class="md-bond__text">{head} {due}</p>
                {line}
                {(!objection.text.is_empty()).then(|| view! { <blockquote class="md-request__quote" dir="auto">{objection.text.clone()}</blockquote> })}
                {rest}
            </li>
        }
    };
    (!objections.is_empty()).then(|| {
        view! {
            <section class="md-bond" aria-labelledby="objections">
                <h2 class="md-bond__goal" id="objections"><Icon name="hand-stop" /><span>{words.t("objections-title")}</span></h2>
                <ul class="md-bond__lines">{objections.iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// Answering it: a sentence, and done.
fn settling(words: &Words, resident: &str, objection: &Objection, typed: &Typed) -> AnyView {
    let typed = typed.clone();
    let typed = if typed.field("objection") == Some(objection.id.as_str()) { typed } else { Typed::default() };
    let error = answer_problem(words, &typed).map(|(_, text)| text);
    let id = format!("answer-{}", objection.id);
    let wrong = format!("{id}-error");
    view! {
        <form class="md-form--dense" method="post" action=api::SettleObjection::url() novalidate>
            <input type="hidden" name="resident" value=resident.to_owned() />
            <input type="hidden" name="objection" value=objection.id.clone() />
            <div class="utrecht-form-field" class:utrecht-form-field--invalid=error.is_some()>
                <label class="utrecht-form-label" for=id.clone()>{words.t("objection-answer")}</label>
                <FieldError id=wrong.clone() text=error.clone() />
                <Textarea id=id name="answer" value=typed.field("answer").unwrap_or_default().to_owned() rows=2 invalid=error.is_some() described_by=if error.is_some() { wrong } else { String::new() } />
            </div>
            <QuietButton label=words.t("objection-settle") kind="secondary" />
        </form>
    }
    .into_any()
}
