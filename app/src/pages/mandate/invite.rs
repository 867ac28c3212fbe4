//! The resident invites: what is shared, until when, and a code for who sits beside them or a link for somebody else.

use super::scope::ScopeFields;
use crate::components::{Back, Foot, Icon, ProblemSummary, TextInput, frame};
use crate::format;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use domain::intake::Domain;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::mandate::Way;
use service::typed::Typed;
use std::collections::BTreeSet;

/// What is wrong with an invitation, with the id of the field.
pub fn problems(words: &Words, typed: &Typed) -> Vec<(String, String)> {
    let label = |field: &str| match field {
        "name" => words.t("helper-name"),
        "agreement" => words.t("desk-agreement"),
        "days" => words.t("helper-days"),
        _ => words.t("scope-title"),
    };
    typed.problems.iter().map(|p| (p.field.to_string(), format::problem(words, p, &label(&p.field)))).collect()
}

/// Invite a helper.
#[component]
pub fn InviteHelperPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let wanted = service.wants_to_share(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("helper-invite/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((resident, wanted, typed))
        },
        |(resident, wanted, typed): (String, BTreeSet<Domain>, Typed)| {
            let words = visitor().words;
            let name = words.t("helper-name");
            let error = typed.problem("name").map(|p| format::problem(&words, p, &name));
            let way = |way: Way, label: String| {
                view! { <button class="nl-button nl-button--primary" type="submit" name="way" value=way.as_str()><span class="nl-button__label">{label}</span></button> }
            };
            frame(words.t("invite-helper-title")).faulty(!typed.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::helpers(&resident) label=words.t("helpers-title") /></div>
                <ProblemSummary problems=problems(&words, &typed) />
                <h1 class="nl-heading nl-heading--level-1">{words.t("invite-helper-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("helper-rules")}</p>
                <ul class="md-facts">
                    <li><Icon name="send" /><span>{words.t("helper-rules-send")}</span></li>
                    <li><Icon name="building-community" /><span>{words.t("helper-rules-told")}</span></li>
                    <li><Icon name="hand-stop" /><span>{words.t("helper-rules-stop")}</span></li>
                </ul>
                <form class="md-form" method="post" action=api::InviteHelper::url() novalidate autocomplete="off">
                    <input type="hidden" name="resident" value=resident.clone() />
                    // Enter in the name asks for a link: the name is for that.
                    <button class="md-default-submit" type="submit" name="way" value=Way::Link.as_str() tabindex="-1" aria-hidden="true">{words.t("helper-make-link")}</button>
                    <ScopeFields typed=typed.clone() wanted=wanted />
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("helper-how")}</h2>
                    <section class="md-bond" aria-labelledby="by-code">
                        <h3 class="md-bond__goal" id="by-code"><Icon name="users" /><span>{words.t("helper-how-code")}</span></h3>
                        <p class="nl-paragraph">{words.t("helper-how-code-sub")}</p>
                        {way(Way::Code, words.t("helper-make-code"))}
                    </section>
                    <section class="md-bond" aria-labelledby="by-link">
                        <h3 class="md-bond__goal" id="by-link"><Icon name="send" /><span>{words.t("helper-how-link")}</span></h3>
                        <p class="nl-paragraph">{words.t("helper-how-link-sub")}</p>
                        <TextInput id="name" label=name help=words.t("helper-name-help") value=typed.field("name").unwrap_or_default().to_owned() error=error />
                        {way(Way::Link, words.t("helper-make-link"))}
                    </section>
                </form>
                <p class="md-foot"><Foot href=address::helpers(&resident) label=words.t("helper-rather-not") icon="arrow-left" /></p>
            })
        },
    )
}
