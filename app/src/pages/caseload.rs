//! The caseload: who waits for whom, and who has not been spoken to.

use super::load::load;
use crate::address;
use crate::components::{Back, frame};
use crate::format::full_day;
use crate::visitor::{service, visitor};
use domain::agreement::Side;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::agreement::Show;
use service::content::Words;
use service::journey::{By, Caseload, CaseloadRow};

/// The caseload.
#[component]
pub fn CaseloadPage() -> impl IntoView {
    let query = use_query_map();
    let of = |name: &str| query.with_untracked(|q| q.get(name)).unwrap_or_default();
    let (show, by) = (Show::parse(&of("show")), By::parse(&of("by")));
    load(
        move |visitor, service| async move { service.caseload(visitor.actor()?, show, by).await },
        move |found: Caseload| {
            let words = visitor().words;
            let never = (found.never > 0).then(|| words.with("caseload-never", &[("n", found.never.into())]));
            let head = |key: &'static str| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(key)}</th> };
            let tab = |s: Show| view! { <li><a class="md-tabs__link" href=address::caseload(s, by) aria-current=(s == show).then_some("page")>{words.t(&format!("promises-show-{}", s.as_str()))}</a></li> };
            let order = |b: By| view! { <li><a class="nl-link" href=address::caseload(show, b) aria-current=(b == by).then_some("true")>{words.t(&format!("caseload-by-{}", b.as_str()))}</a></li> };
            let empty = found.rows.is_empty();
            frame(words.t("caseload-title")).wide().show(view! {
                <div class="md-topline"><Back href=address::WORK label=words.t("work-title") /></div>
                <div class="md-staffhead">
                    <h1 class="nl-heading nl-heading--level-1">{words.t("caseload-title")}</h1>
                    <p class="md-staffhead__sum">{never.map(|text| view! { <strong>{text}</strong> })}</p>
                </div>
                <nav class="md-tabs" aria-label=words.t("work-which")><ul class="md-tabs__list">{Show::ALL.map(tab).collect_view()}</ul></nav>
                <nav aria-label=words.t("caseload-order")><ul class="md-filter">{By::ALL.map(order).collect_view()}</ul></nav>
                {if empty {
                    view! { <p class="md-empty">{words.t("caseload-none")}</p> }.into_any()
                } else {
                    view! {
                        <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
                            <caption class="utrecht-table__caption md-table__caption">{words.with("caseload-caption", &[("n", found.rows.len().into())])}</caption>
                            <thead class="utrecht-table__header">
                                <tr class="utrecht-table__row">{head("work-resident")} {head("work-group")} {head("caseload-spoken")} {head("caseload-waits")}</tr>
                            </thead>
                            <tbody class="utrecht-table__body">{found.rows.iter().map(|r| row(&words, r)).collect_view()}</tbody>
                        </table>
                    }
                        .into_any()
                }}
            })
        },
    )
}

fn row(words: &Words, r: &CaseloadRow) -> AnyView {
    let today = service().clock.today();
    let spoken = r.spoken.map_or_else(|| words.t("caseload-not-spoken"), |day| full_day(words, day));
    let yearly = r.yearly.map(|day| {
        let key = if day < today { "caseload-yearly-late" } else { "caseload-yearly" };
        (day < today, words.with(key, &[("date", full_day(words, day).into())]))
    });
    let waits = words.t(&format!("caseload-waits-{}", r.turn.as_str()));
    view! {
        <tr class="utrecht-table__row" class:md-row--urgent=r.late>
            <th class="utrecht-table__header-cell md-row__name" scope="row"><a class="nl-link" href=address::journey(&r.resident, Side::Municipality) translate="no">{r.name.clone()}</a></th>
            <td class="utrecht-table__cell md-num" data-label=words.t("work-group")>{r.group.map_or_else(|| "–".to_owned(), |g| g.to_string())}</td>
            <td class="utrecht-table__cell" data-label=words.t("caseload-spoken")>
                {spoken}
                {yearly.map(|(late, text)| if late { view! { " " <span class="utrecht-status-badge utrecht-status-badge--warning">{text}</span> }.into_any() } else { view! { " · " <span class="md-row__note">{text}</span> }.into_any() })}
            </td>
            <td class="utrecht-table__cell" data-label=words.t("caseload-waits")>
                {r.late.then(|| view! { <span class="utrecht-status-badge utrecht-status-badge--warning">{words.t("caseload-late")}</span> " " })} {waits}
            </td>
        </tr>
    }
    .into_any()
}
