//! The front page, for whoever is not signed in, and the page after signing out.

use crate::components::{Icon, LinkButton, frame};
use crate::visitor::visitor;
use crate::{address, api};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// What Meedoen is, and one next step. Who is signed in goes to their own home.
#[component]
pub fn Front() -> impl IntoView {
    let visitor = visitor();
    let words = visitor.words.clone();
    if let (Some(session), Some(_)) = (&visitor.session, use_context::<ResponseOptions>()) {
        api::go::to(&api::home_of(&session.actor));
    }
    let fact = |icon: &'static str, key: &str| view! { <li><Icon name=icon /><span>{words.t(key)}</span></li> };
    frame(words.t("front-title")).show(view! {
        <div class="md-opening">
            <h1 class="nl-heading nl-heading--level-1">{words.t("front-title")}</h1>
            <p class="nl-paragraph nl-paragraph--lead">{words.t("front-lead")}</p>
            <ul class="md-facts">{fact("list", "front-fact-pieces")} {fact("eye-off", "front-fact-yours")} {fact("phone", "front-fact-phone")}</ul>
            <div class="md-actions md-actions--start">
                <LinkButton label=words.t("sign-in") href=address::SIGN_IN />
            </div>
        </div>
        <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="open">{words.t("front-open")}</h2>
        <ul class="md-tasks" aria-labelledby="open">
            {super::home::row("calculator", words.t("calculator-title"), words.t("calculator-sub"), None, address::CALCULATOR.to_owned())}
        </ul>
    })
}

/// After signing out: what stays, and how to come back.
#[component]
pub fn SignedOut() -> impl IntoView {
    let words = visitor().words;
    frame(words.t("gone-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("gone-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("gone-text")}</p>
        <div class="md-actions md-actions--start">
            <LinkButton label=words.t("sign-in-again") href=address::SIGN_IN />
        </div>
    })
}
