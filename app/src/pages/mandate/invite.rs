//! The resident invites: what is shared, until when, and whether somebody sits beside them or gets a link.

use super::scope::ScopeFields;
use crate::components::{Back, Foot, Icon, MainButton, OptionRow, ProblemSummary, TextInput, frame};
use crate::format;
use crate::pages::load::{load, param};
use crate::visitor::visitor;
use crate::{address, api};
use domain::access::Action;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::mandate::Way;
use service::typed::Typed;

/// What is wrong with an invitation, with the id of the field.
pub fn problems(words: &Words, typed: &Typed) -> Vec<(String, String)> {
    let label = |field: &str| match field {
        "name" => words.t("helper-name"),
        "agreement" => words.t("desk-agreement"),
        "days" => words.t("helper-days"),
        _ => words.t("scope-title"),
    };
    let anchor = |field: &str| if field == "scope" { "work".to_owned() } else { field.to_owned() };
    typed.problems.iter().map(|p| (anchor(&p.field), format::problem(words, p, &label(&p.field)))).collect()
}

/// Invite a helper.
#[component]
pub fn InviteHelperPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            service.open_file(visitor.actor()?, Action::KeepHelpers, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("helper-invite/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((resident, typed))
        },
        |(resident, typed): (String, Typed)| {
            let words = visitor().words;
            let name = words.t("helper-name");
            let error = typed.problem("name").map(|p| format::problem(&words, p, &name));
            let link = typed.field("way") == Some(Way::Link.as_str());
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
                    <ScopeFields typed=typed.clone() />
                    <fieldset class="md-side md-field">
                        <legend class="utrecht-form-label">{words.t("helper-how")}</legend>
                        <div class="md-options">
                            <OptionRow id="way-code" name="way" value="code" label=words.t("helper-how-code") description=words.t("helper-how-code-sub") checked=!link />
                            <OptionRow id="way-link" name="way" value="link" label=words.t("helper-how-link") description=words.t("helper-how-link-sub") checked=link />
                        </div>
                    </fieldset>
                    <TextInput id="name" label=name help=words.t("helper-name-help") value=typed.field("name").unwrap_or_default().to_owned() error=error />
                    <div class="md-actions"><MainButton label=words.t("helper-agree") /></div>
                </form>
                <p class="md-foot"><Foot href=address::helpers(&resident) label=words.t("helper-rather-not") icon="arrow-left" /></p>
            })
        },
    )
}
