//! Help, talking to somebody now, privacy and the accessibility statement.

use crate::address;
use crate::components::{Back, Icon, frame};
use crate::format::dial;
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::Service;
use service::content::{Arg, Words};

/// Every telephone number as an argument of a text.
pub fn numbers(service: &Service) -> Vec<(String, String)> {
    service.content.municipality.phone.iter().map(|(name, number)| (name.clone(), number.replace(' ', "\u{a0}"))).collect()
}

/// One help block: what to do, and the numbers as large links. `level` 1 when it is the page itself.
#[component]
pub fn HelpBlock(#[prop(into)] id: String, #[prop(default = 2)] level: u8) -> impl IntoView {
    let (words, service) = (visitor().words, service());
    let numbers = numbers(&service);
    let args: Vec<(&str, Arg<'_>)> = numbers.iter().map(|(name, number)| (name.as_str(), number.as_str().into())).collect();
    let key = format!("block-{id}");
    let lines: Vec<String> =
        service.content.intake.blocks.iter().find(|b| b.id == id).map(|b| b.lines.iter().map(|l| l.phone.clone()).collect()).unwrap_or_default();
    let title_id = format!("{key}-title");
    let class = if id == "urgent" { "md-help md-help--urgent" } else { "md-help" };
    let title = words.t(&key);
    let phones = lines.into_iter().enumerate().filter_map(|(at, name)| {
        let number = numbers.iter().find(|(n, _)| *n == name)?.1.clone();
        let label = words.find(&key, Some(&format!("call-{}", name.replace('_', "-"))), &args).unwrap_or_else(|| words.t("footer-call"));
        let says = label.contains(&number);
        let class = if at == 0 { "md-phone md-phone--primary" } else { "md-phone" };
        Some(view! {
            <li>
                <a class=class href=dial(&number)>
                    <Icon name="phone" />
                    <span>{label} {(!says).then(|| view! { " " <bdi dir="ltr">{number.clone()}</bdi> })}</span>
                </a>
            </li>
        })
    });
    view! {
        <section class=class aria-labelledby=title_id>
            {if level == 1 {
                view! { <h1 class="nl-heading nl-heading--level-1 md-help__title" id=title_id.clone()>{title}</h1> }.into_any()
            } else {
                view! { <h2 class="nl-heading nl-heading--level-2 md-help__title" id=title_id.clone()>{title}</h2> }.into_any()
            }}
            <p class="nl-paragraph">{words.attr_with(&key, "text", &args)}</p>
            <ul class="md-help__phones">{phones.collect_view()}</ul>
        </section>
    }
}

/// Help: by phone, at the desk, with somebody.
#[component]
pub fn Help() -> impl IntoView {
    let (words, service) = (visitor().words, service());
    let visit = service.content.municipality.address.visit.clone();
    frame(words.t("help-title")).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{words.t("help-title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.t("help-lead")}</p>
        <ul class="md-help__phones"><Phone name="municipality" label=words.t("footer-call") /></ul>
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("help-visit")}</h2>
        <address class="md-address" translate="no">{visit.into_iter().map(|line| view! { <span>{line}</span><br /> }).collect_view()}</address>
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("help-together")}</h2>
        <p class="nl-paragraph">{words.t("help-together-text")}</p>
        <p class="nl-paragraph">{words.t("help-paper-text")}</p>
    })
}

#[component]
fn Phone(name: &'static str, label: String) -> impl IntoView {
    let number = service().content.municipality.phone.get(name).cloned().unwrap_or_default();
    view! {
        <li>
            <a class="md-phone md-phone--primary" href=dial(&number)>
                <Icon name="phone" />
                <span>{label} " " <bdi dir="ltr">{number.clone()}</bdi></span>
            </a>
        </li>
    }
}

/// "I want to talk to somebody now". Nobody keeps that it was opened.
#[component]
pub fn Talk() -> impl IntoView {
    let words = visitor().words;
    let back = use_query_map().with_untracked(|q| q.get("back")).filter(|path| address::is_own_path(path)).unwrap_or_else(|| address::FRONT.to_owned());
    frame(words.t("talk-title")).show(view! {
        <div class="md-topline"><Back href=back label=words.t("back") /></div>
        <HelpBlock id="talk" level=1 />
        <p class="md-help__note">{words.t("talk-not-logged")}</p>
    })
}

/// What happens with personal data.
#[component]
pub fn Privacy() -> impl IntoView {
    let words = visitor().words;
    view! { <Article words=words key="privacy" parts=6 /> }
}

/// The accessibility statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let words = visitor().words;
    view! { <Article words=words key="accessibility" parts=5 /> }
}

#[component]
fn Article(words: Words, key: &'static str, parts: usize) -> impl IntoView {
    let title = words.t(&format!("{key}-title"));
    frame(title.clone()).show(view! {
        <h1 class="nl-heading nl-heading--level-1">{title}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{words.attr(&format!("{key}-title"), "lead")}</p>
        {(1..=parts)
            .map(|n| {
                view! {
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t(&format!("{key}-{n}"))}</h2>
                    <p class="nl-paragraph">{words.attr(&format!("{key}-{n}"), "text")}</p>
                }
            })
            .collect_view()}
    })
}
