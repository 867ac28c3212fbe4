//! One version as it was, years later too: large letters, on paper, as a file; who confirmed exactly this text.

use super::parts::{Differences, goal_block, line_body, side_words};
use super::{with_agreement, words_for};
use crate::address;
use crate::components::{Back, Icon, LinkButton, frame};
use crate::format::{full_day, moment};
use crate::visitor::service;
use domain::agreement::Side;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::agreement::{Agreement, hash};

/// A version, for the resident.
#[component]
pub fn AgreementVersion() -> impl IntoView {
    page(Side::Resident)
}

/// A version, for the caseworker.
#[component]
pub fn WorkAgreementVersion() -> impl IntoView {
    page(Side::Municipality)
}

fn page(side: Side) -> impl IntoView {
    let number = crate::pages::load::param("number");
    let large = use_query_map().with_untracked(|q| q.get("large")).is_some();
    with_agreement(side, |resident| format!("agreement-version/{resident}"), move |agreement, _| body(&agreement, number.parse().unwrap_or(0), large))
}

fn body(agreement: &Agreement, number: i64, large: bool) -> AnyView {
    let side = agreement.side;
    let words = words_for(side);
    let Some(view) = agreement.version(number).cloned() else { return view! { <crate::pages::NotFound /> }.into_any() };
    let id = agreement.file.resident().to_owned();
    let text = view.version.text.clone();
    let blocks: Vec<AnyView> = text
        .goals
        .iter()
        .map(|goal| {
            let lines =
                text.lines_of(&goal.id).map(|line| (line.doer, view! { <li class="md-bond__line">{line_body(&words, side, line)}</li> }.into_any())).collect();
            goal_block(&words, "then", goal, None, lines)
        })
        .collect();
    let before = agreement.version(view.based_on).map(|v| v.version.text.clone());
    let confirmed = Side::ALL.map(|who| {
        let said = view.version.answers.confirmed.get(&who).map_or_else(
            || words.t("agreement-not-confirmed"),
            |c| {
                let name = if who == Side::Resident {
                    agreement.file.profile.full_name()
                } else {
                    agreement.staff.get(&c.sign.by).map_or_else(String::new, |p| p.name.clone())
                };
                words.with("agreement-confirmed", &[("name", name.into()), ("at", moment(&words, c.sign.at).into())])
            },
        );
        view! { <dt>{side_words(&words, who)}</dt> <dd>{said}</dd> }
    });
    let title = words.with("agreement-version", &[("n", number.into())]);
    frame(title.clone())
        .show(view! {
            <div class="md-print-only md-letterhead"><p>{words.t("portal-name")} " " {service().content.municipality.place.clone()}</p></div>
            <div class="md-topline"><Back href=address::agreement(&id, side) label=words.t("agreement-title") /></div>
            <h1 class="nl-heading nl-heading--level-1">{title}</h1>
            <dl class="md-reference">
                <dt>{words.t("copy-name")}</dt>
                <dd translate="no">{agreement.file.profile.full_name()}</dd>
                <dt>{words.t("agreement-state")}</dt>
                <dd>{words.t(&format!("agreement-state-{}", view.version.state.as_str()))}</dd>
                {confirmed}
                {text.look_back.map(|day| view! { <dt>{words.t("agreement-look-back")}</dt><dd>{full_day(&words, day)}</dd> })}
            </dl>
            <div class="md-actions md-actions--start md-no-print">
                <LinkButton
                    label=words.t(if large { "agreement-normal-print" } else { "agreement-large-print" })
                    href=format!("{}{}", address::agreement_version(&id, side, number), if large { "" } else { "?large=yes" })
                    kind="secondary"
                    icon="eye"
                />
                <LinkButton label=words.t("agreement-file") href=address::agreement_paper(&id, side, number) kind="secondary" icon="download" />
            </div>
            <p class="md-print-hint md-no-print"><Icon name="printer" /><span>{words.t("agreement-print-hint")}</span></p>
            {before.map(|before| view! { <Differences before=before now=text.clone() side=side title=words.with("agreement-different", &[("n", view.based_on.into())]) /> })}
            <div class:md-large=large>{blocks}</div>
            <p class="md-bond__more">{words.t("agreement-hash")} ": " <code class="md-bond__hash" dir="ltr" translate="no">{hash(&text)}</code></p>
        })
        .into_any()
}
