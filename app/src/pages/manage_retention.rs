//! What is due to be told and deleted, for the application manager: counts, never whose.

use crate::visitor::visitor;
use leptos::prelude::*;
use service::rights::Planned;

/// What the daily job would do today: counts, never whose.
#[component]
pub fn Retention(plan: Vec<Planned>) -> impl IntoView {
    let words = visitor().words;
    let label = |key: &str| words.t(&format!("manage-retention-{key}"));
    let row = |planned: Planned| {
        let days = match (planned.days, planned.days % 365) {
            (0, _) => words.t("manage-kept-for-good"),
            (days, 0) => words.with("manage-years", &[("years", i64::from(days / 365).into())]),
            (days, _) => words.with("manage-days", &[("days", i64::from(days).into())]),
        };
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
