//! A helper set up at the desk, with the resident there; and what the resident objected to.

use super::card::{account_notes, helper_card};
use super::code::Code;
use super::invite::problems;
use super::scope::{ScopeFields, ScopeList};
use crate::components::{Back, Icon, MainButton, Notice, ProblemSummary, QuietButton, TextInput, frame};
use crate::format::{self, moment_day};
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
            frame(words.t("desk-helpers-title")).wide().faulty(!invite.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::review(&id) label=words.t("to-review") /></div>
                <Notice key=list.notice desk=true />
                <ProblemSummary problems=problems(&words, &invite) />
                <h1 class="nl-heading nl-heading--level-1">{words.t("desk-helpers-title")} ": " <span translate="no">{helpers.file.profile.full_name()}</span></h1>
                {objections_list(&words, &id, &helpers, &objections)}
                {open}
                {helpers.now.iter().map(|h| helper_card(&words.clone().at_desk(), &helpers, h, true)).collect_view()}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("desk-helper-new")}</h2>
                <p class="nl-paragraph">{words.t("desk-helpers-lead")}</p>
                <form class="md-form md-form--dense" method="post" action=api::InviteHelper::url() novalidate autocomplete="off">
                    <input type="hidden" name="resident" value=id.clone() />
                    <TextInput id="name" label=name value=invite.field("name").unwrap_or_default().to_owned() error=name_error />
                    <ScopeFields typed=invite.clone() />
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
        Some((_, said)) => view! {
            <p class="nl-paragraph"><strong>{words.with("desk-confirm", &[("name", said.clone().into())])}</strong></p>
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

/// What the resident objected to: about whom, in their words.
fn objections_list(words: &Words, id: &str, helpers: &Helpers, objections: &[Objection]) -> Option<AnyView> {
    let row = |objection: &Objection| {
        let name = helpers.people.get(&objection.about).map(|p| p.name.clone()).unwrap_or_default();
        let head = words.with("objection-about", &[("name", name.into()), ("date", moment_day(words, objection.at).into())]);
        let about_you = visitor().actor().is_ok_and(|actor| actor.person == objection.about);
        let settle = objection.settled_at.is_none().then(|| {
            if about_you {
                return view! { <p class="nl-paragraph">{words.t("objection-about-you")}</p> }.into_any();
            }
            view! {
                <form method="post" action=api::SettleObjection::url()>
                    <input type="hidden" name="resident" value=id.to_owned() />
                    <input type="hidden" name="objection" value=objection.id.clone() />
                    <QuietButton label=words.t("objection-settle") kind="secondary" />
                </form>
            }
            .into_any()
        });
        let due = objection.due_on.as_ref().filter(|_| objection.settled_at.is_none());
        let due = due.map(|due| format!(". {}", words.with("objection-due", &[("date", format::iso_day(words, due).into())])));
        view! {
            <li class="md-bond__line">
                <p class="md-bond__text">{head} {due}</p>
                {(!objection.text.is_empty()).then(|| view! { <blockquote class="md-request__quote" dir="auto">{objection.text.clone()}</blockquote> })}
                {settle}
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
