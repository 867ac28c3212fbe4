//! The home of helpers: whom they help, each in a colour of their own, and what waits.

use super::until_words;
use crate::components::{Icon, LinkButton, Notice, frame};
use crate::pages::load::load;
use crate::visitor::visitor;
use crate::address;
use leptos::prelude::*;
use service::content::Words;
use service::mandate::{Helped, Waiting};
use service::typed::Typed;
use service::Error;

/// The home of helpers.
#[component]
pub fn Helping() -> impl IntoView {
    load(
        |visitor, service| async move {
            let session = visitor.session.clone().ok_or(Error::SignedOut)?;
            let (helped, waiting) = service.helped(&session.actor).await?;
            let typed = service.typed(&session, "helping").await?;
            Ok((session.name, helped, waiting, typed))
        },
        |(name, helped, waiting, typed): (String, Vec<Helped>, Vec<Waiting>, Typed)| {
            let words = visitor().words;
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            let none = helped.is_empty();
            let to_confirm = waiting.iter().filter(|w| !w.asked).count();
            frame(words.t("helping-title")).show(view! {
                <Notice key=typed.notice />
                <h1 class="nl-heading nl-heading--level-1">{words.with("home-greeting", &[("name", first.into())])}</h1>
                {(to_confirm > 0).then(|| view! { <p class="md-note"><Icon name="hourglass" /><span>{words.with("helping-waits", &[("n", to_confirm.into())])}</span></p> })}
                {if none {
                    view! {
                        <p class="nl-paragraph nl-paragraph--lead">{words.t("helping-none")}</p>
                        <ul class="md-facts">
                            <li><Icon name="lock" /><span>{words.t("helping-fact-invite")}</span></li>
                            <li><Icon name="eye" /><span>{words.t("helping-fact-see")}</span></li>
                            <li><Icon name="send" /><span>{words.t("helping-fact-send")}</span></li>
                        </ul>
                    }
                        .into_any()
                } else {
                    view! {
                        <p class="nl-paragraph nl-paragraph--lead">{words.t("helping-whom")}</p>
                        <ul class="md-tasks">{helped.iter().map(|one| row(&words, one)).collect_view()}</ul>
                    }
                        .into_any()
                }}
                <div class="md-actions md-actions--start">
                    <LinkButton label=words.t("helping-code") href=address::JOIN kind="secondary" icon="user-plus" />
                </div>
            })
        },
    )
}

fn row(words: &Words, one: &Helped) -> AnyView {
    let mandate = &one.mandate;
    view! {
        <li class="md-task">
            <a class=format!("md-task__link md-helped md-helped--{}", mandate.colour) href=address::helping(&mandate.resident)>
                <Icon name="user" size="lg" />
                <span class="md-task__text">
                    <span class="md-task__title" translate="no">{one.name.clone()}</span>
                    <span class="md-task__sub">{until_words(words, mandate.until)}</span>
                </span>
                <Icon name="chevron-right" size="sm" />
            </a>
        </li>
    }
    .into_any()
}
