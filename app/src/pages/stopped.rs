//! "Stop and go on later": what is kept, how to come back, and signing out.

use super::load::{load, param};
use crate::components::{Icon, LinkButton, QuietButton, frame};
use crate::visitor::{speak_to_helper, visitor};
use crate::{address, api};
use leptos::prelude::*;
use service::Error;
use service::intake::{DraftView, Way};

/// After stopping.
#[component]
pub fn Stopped() -> impl IntoView {
    let (resident, way) = (param("resident"), param("way"));
    load(
        |visitor, service| async move {
            let way = Way::parse(&way).ok_or(Error::NotFound)?;
            let view = service.draft(visitor.actor()?, &resident, way).await?.map_err(|_| Error::NotFound)?;
            Ok((view, way))
        },
        |(view, way): (DraftView, Way)| {
            speak_to_helper(&view.file);
            let words = visitor().words;
            let resident = view.file.resident().to_owned();
            frame(words.t(if way == Way::Help { "helping-title" } else { "stopped-title" })).helping(view.file.mark()).show(view! {
                <div class="md-done">
                    <span class="md-done__mark"><Icon name="device-floppy" size="xl" /></span>
                    <h1 class="nl-heading nl-heading--level-1">{words.t("stopped-title")}</h1>
                    <p class="nl-paragraph nl-paragraph--lead">{words.t("stopped-text")}</p>
                </div>
                <div class="md-actions md-actions--start">
                    <LinkButton label=words.t("stopped-go-on") href=address::step(&resident, way, &view.resume_at()) />
                    {if way == Way::Help {
                        view! { <a class="nl-button nl-button--secondary" href=address::HELPING><span class="nl-button__label">{words.t("helping-title")}</span></a> }.into_any()
                    } else if way == Way::Own {
                        view! { <form method="post" action=api::SIGN_OUT><QuietButton label=words.t("sign-out") kind="secondary" icon="logout" /></form> }.into_any()
                    } else {
                        view! { <a class="nl-button nl-button--secondary" href=address::review(&resident)><span class="nl-button__label">{words.t("to-review")}</span></a> }.into_any()
                    }}
                </div>
            })
        },
    )
}
