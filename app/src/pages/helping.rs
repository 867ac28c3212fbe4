//! The home of helpers. Residents invite; until one does there is nothing to see.

use super::load::load;
use crate::components::{Icon, frame};
use crate::visitor::visitor;
use domain::access::Role;
use leptos::prelude::*;
use service::Error;

/// The home of helpers.
#[component]
pub fn Helping() -> impl IntoView {
    load(
        |visitor, _| async move {
            let session = visitor.session.as_ref().ok_or(Error::SignedOut)?;
            if session.actor.role == Role::Helper { Ok(session.name.clone()) } else { Err(Error::NotFound) }
        },
        |name: String| {
            let words = visitor().words;
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            frame(words.t("helping-title")).show(view! {
                <h1 class="nl-heading nl-heading--level-1">{words.with("home-greeting", &[("name", first.into())])}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("helping-none")}</p>
                <ul class="md-facts">
                    <li><Icon name="lock" /><span>{words.t("helping-fact-invite")}</span></li>
                    <li><Icon name="eye" /><span>{words.t("helping-fact-see")}</span></li>
                    <li><Icon name="send" /><span>{words.t("helping-fact-send")}</span></li>
                </ul>
            })
        },
    )
}
