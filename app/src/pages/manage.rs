//! The home of the application manager: how the portal is set up and how much there is, never whose.

use super::load::load;
use super::manage_retention::Retention;
use crate::components::{Notice, frame};
use crate::visitor::visitor;
use domain::access::Action;
use domain::journey::Feeling;
use leptos::prelude::*;
use service::content::Words;
use service::rights::Planned;
use service::sync::queue::Queue;
use service::typed::Typed;
use std::collections::BTreeMap;

/// Counts, settings by the key of their text, the queue, feelings, the retention, and what just happened.
type Managed = (service::person::Counts, Vec<(&'static str, String)>, Queue, Felt, Vec<Planned>, Typed);

/// Settings and counts.
#[component]
pub fn Manage() -> impl IntoView {
    load(
        |visitor, service| async move {
            service.allow(visitor.actor()?, Action::Operate)?;
            let counts = service.counts().await?;
            let queue = service.queue(visitor.actor()?).await?;
            let plan = service.retention_plan(visitor.actor()?).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, "manage").await?,
                None => Typed::default(),
            };
            let settings = &service.settings;
            let facts = vec![
                ("manage-mode", format!("{:?}", settings.mode).to_lowercase()),
                ("manage-database", format!("{:?}", service.db.engine())),
                ("manage-municipality", service.content.municipality.name.clone()),
                ("manage-content", service.content.version.clone()),
                ("manage-languages", settings.municipality.languages.join(", ")),
                ("manage-key", service.keys.current()),
                ("manage-version", env!("CARGO_PKG_VERSION").to_owned()),
            ];
            let feelings = service.feelings(visitor.actor()?).await?;
            Ok((counts, facts, queue, feelings, plan, typed))
        },
        |(counts, facts, queue, feelings, plan, typed): Managed| {
            let words = visitor().words;
            let number = |key: &'static str, n: i64| view! { <tr class="utrecht-table__row"><th class="utrecht-table__header-cell" scope="row">{words.t(key)}</th><td class="utrecht-table__cell md-num">{n}</td></tr> };
            frame(words.t("manage-title")).wide().show(view! {
                    <h1 class="nl-heading nl-heading--level-1">{words.t("manage-title")}</h1>
                    <Notice key=typed.notice />
                    {super::queue::queue(&words, &queue)}
                    {felt(&words, &feelings)}
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("manage-setup")}</h2>
                    <dl class="md-reference">{facts.into_iter().map(|(key, value)| view! { <dt>{words.t(key)}</dt><dd><bdi dir="ltr">{value}</bdi></dd> }).collect_view()}</dl>
                    <table class="utrecht-table utrecht-table--html-table md-table">
                        <caption class="utrecht-table__caption md-table__caption">{words.t("manage-counts")}</caption>
                        <tbody class="utrecht-table__body">
                            {number("manage-residents", counts.residents)} {number("manage-drafts", counts.drafts)} {number("manage-scans", counts.scans)}
                            {number("manage-requests", counts.requests)} {number("manage-sessions", counts.sessions)}
                        </tbody>
                    </table>
                    <Retention plan=plan />
                })
        },
    )
}

/// How many residents found each stage how.
type Felt = Vec<(String, BTreeMap<Feeling, i64>)>;

/// How residents find each step of the journey: counts of a year, nobody's name.
fn felt(words: &Words, feelings: &Felt) -> AnyView {
    let heading = view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("feelings-title")}</h2> };
    if feelings.iter().all(|(_, counts)| counts.is_empty()) {
        return view! { {heading} <p class="nl-paragraph">{words.t("feelings-none")}</p> }.into_any();
    }
    let head = |feeling: Feeling| view! { <th class="utrecht-table__header-cell md-num" scope="col">{words.t(&format!("feeling-{}", feeling.as_str()))}</th> };
    let row = |(stage, counts): &(String, BTreeMap<Feeling, i64>)| {
        let count = |feeling: Feeling| view! { <td class="utrecht-table__cell md-num">{counts.get(&feeling).map_or_else(|| words.t("feelings-few"), ToString::to_string)}</td> };
        view! {
            <tr class="utrecht-table__row">
                <th class="utrecht-table__header-cell" scope="row">{words.t(&format!("stage-{}", stage.replace('_', "-")))}</th>
                {Feeling::ALL.map(count).collect_view()}
            </tr>
        }
    };
    view! {
        {heading}
        <table class="utrecht-table utrecht-table--html-table md-table">
            <caption class="utrecht-table__caption md-table__caption">{words.t("feelings-caption")}</caption>
            <thead class="utrecht-table__header">
                <tr class="utrecht-table__row"><th class="utrecht-table__header-cell" scope="col">{words.t("feelings-stage")}</th> {Feeling::ALL.map(head).collect_view()}</tr>
            </thead>
            <tbody class="utrecht-table__body">{feelings.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
