//! The home of the application manager: how the portal is set up and how much there is, never whose.

use super::load::load;
use crate::components::{Notice, frame};
use crate::visitor::visitor;
use domain::access::Action;
use leptos::prelude::*;
use service::rights::Planned;
use service::sync::queue::Queue;
use service::typed::Typed;

/// Counts, settings by the key of their text, the queue, the retention, and what just happened.
type Managed = (service::person::Counts, Vec<(&'static str, String)>, Queue, Vec<Planned>, Typed);

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
            Ok((counts, facts, queue, plan, typed))
        },
        |(counts, facts, queue, plan, typed): Managed| {
            let words = visitor().words;
            let number = |key: &'static str, n: i64| view! { <tr class="utrecht-table__row"><th class="utrecht-table__header-cell" scope="row">{words.t(key)}</th><td class="utrecht-table__cell md-num">{n}</td></tr> };
            frame(words.t("manage-title")).wide().show(view! {
                    <h1 class="nl-heading nl-heading--level-1">{words.t("manage-title")}</h1>
                    <Notice key=typed.notice />
                    {super::queue::queue(&words, &queue)}
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

/// What the daily job would do today: counts, never whose.
#[component]
fn Retention(plan: Vec<Planned>) -> impl IntoView {
    let words = visitor().words;
    let label = |key: &str| words.t(&format!("manage-retention-{key}"));
    let row = |planned: Planned| {
        let days = if planned.days == 0 { words.t("manage-kept-for-good") } else { words.with("manage-days", &[("days", i64::from(planned.days).into())]) };
        // The log tells nobody: its lines just go.
        let numbers = if planned.kind == "log" { [None, None, Some(planned.deleted)] } else { [planned.told, planned.waiting, planned.deleted].map(Some) };
        view! {
            <tr class="utrecht-table__row">
                <th class="utrecht-table__header-cell" scope="row">{words.t(&format!("manage-kept-{}", planned.kind))}</th>
                <td class="utrecht-table__cell" data-label=label("term")>{days}</td>
                {numbers
                    .into_iter()
                    .zip(["told", "waiting", "deleted"])
                    .map(|(number, key)| {
                        let shown = number.map_or_else(|| "–".to_owned(), |number| number.to_string());
                        view! { <td class="utrecht-table__cell md-num" data-label=label(key)>{shown}</td> }
                    })
                    .collect_view()}
            </tr>
        }
    };
    let heads = ["what", "term", "told", "waiting", "deleted"];
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("manage-retention")}</h2>
        <p class="nl-paragraph">{words.t("manage-retention-text")}</p>
        <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
            <caption class="utrecht-table__caption md-table__caption">{words.t("manage-retention-today")}</caption>
            <thead class="utrecht-table__header">
                <tr class="utrecht-table__row">
                    {heads.map(|key| view! { <th class="utrecht-table__header-cell" scope="col">{label(key)}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody class="utrecht-table__body">{plan.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
