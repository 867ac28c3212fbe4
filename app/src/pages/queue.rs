//! What goes to the municipal backend: how far, in words for the resident, step by step for staff, as a list with a
//! button for the application manager.

use crate::api;
use crate::components::{Icon, QuietButton};
use crate::format::{iso_day, moment};
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::sync::queue::{Arrival, CaseRow, Queue, Sent};

/// "Onderweg", or when it arrived and what the case system says since.
pub fn arrival_text(words: &Words, arrival: &Arrival) -> String {
    let Some(at) = arrival.arrived_at else { return words.t("arrival-on-the-way") };
    let arrived = words.with("arrival-arrived", &[("at", moment(words, at).into())]);
    if !arrival.closed_on.is_empty() {
        let closed = [("date", iso_day(words, &arrival.closed_on).into()), ("status", arrival.status.as_str().into())];
        return format!("{arrived} {}", words.with("arrival-closed", &closed));
    }
    match arrival.status.as_str() {
        "" => arrived,
        status => format!("{arrived} {}", words.with("arrival-status", &[("status", status.into())])),
    }
}

/// The same as a line with its icon.
pub fn arrival_line(words: &Words, arrival: &Arrival) -> impl IntoView + use<> {
    let icon = if arrival.arrived_at.is_some() { "check" } else { "clock" };
    let text = arrival_text(words, arrival);
    view! { <p class="md-note md-note--plain"><Icon name=icon /><span>{text}</span></p> }
}

/// Every case of a resident with what went there, for the caseworker.
pub fn cases(words: &Words, cases: &[(CaseRow, Vec<Sent>)]) -> AnyView {
    let message = |sent: &Sent| {
        let steps: Vec<String> = sent.steps.iter().map(|(step, _)| words.t(&format!("step-{}", step.as_str().replace('_', "-")))).collect();
        let state = match sent.done_at {
            Some(at) => words.with("arrival-arrived", &[("at", moment(words, at).into())]),
            None => words.with("queue-since", &[("at", moment(words, sent.since).into())]),
        };
        view! {
            <li>
                {words.t(&format!("queue-{}", sent.kind))} ": " {state}
                {(sent.done_at.is_none() && !steps.is_empty()).then(|| view! { <span class="md-row__note">" " {words.with("queue-done", &[("steps", steps.join(", ").into())])}</span> })}
            </li>
        }
    };
    let case = |(row, sent): &(CaseRow, Vec<Sent>)| {
        let stuck = (row.state != "done" && !row.code.is_empty()).then(|| why(words, row));
        view! {
            <li class="md-kept__item">
                {case_number(words, row)}
                {(!row.status.is_empty()).then(|| view! { " · " <strong>{row.status.clone()}</strong> })}
                {stuck.map(|text| view! { <p class="md-row__note">{text}</p> })}
                <ul class="md-block__list md-block__list--plain">{sent.iter().map(message).collect_view()}</ul>
            </li>
        }
    };
    view! { <ul class="md-kept">{cases.iter().map(case).collect_view()}</ul> }.into_any()
}

/// How the case system knows it.
fn case_number(words: &Words, row: &CaseRow) -> AnyView {
    match row.identification.as_str() {
        "" => words.t("queue-no-case").into_any(),
        number => view! { <bdi dir="ltr" translate="no"><code>{number.to_owned()}</code></bdi> }.into_any(),
    }
}

/// What stands in the way: the step, the code, how often and when it is tried again.
fn why(words: &Words, row: &CaseRow) -> String {
    let step = if row.step.is_empty() { String::new() } else { words.t(&format!("step-{}", row.step.replace('_', "-"))) };
    let (at, left) = (moment(words, row.next_at), row.left);
    let args = [("step", step.into()), ("code", row.code.as_str().into()), ("n", row.attempts.into()), ("at", at.into()), ("left", left.into())];
    format!("{} {}", words.with(&format!("queue-why-{}", row.state), &args), hint(words, &row.code)).trim().to_owned()
}

/// What a code asks of the reader, where we know it.
fn hint(words: &Words, code: &str) -> String {
    let catalogue = code.starts_with("no-") && ["catalogue", "types", "-type", "-version"].iter().any(|end| code.ends_with(end));
    let name = if catalogue { "catalogue".to_owned() } else { code.replace('_', "-") };
    words.find(&format!("queue-code-{name}"), None, &[]).unwrap_or_default()
}

/// The whole queue, for the application manager.
pub fn queue(words: &Words, queue: &Queue) -> AnyView {
    let number = |key: &'static str, n: String| view! { <dt>{words.t(key)}</dt><dd>{n}</dd> };
    let oldest = queue.oldest.map_or_else(|| "–".to_owned(), |at| moment(words, at));
    let alerts: i64 = queue.alerts.iter().map(|(_, n)| n).sum();
    let open = service().circuits.open(service().clock.now());
    let circuit = |(api, code, until): &(service::sync::Api, String, i64)| {
        let args = [("api", api.as_str().into()), ("code", code.as_str().into()), ("at", moment(words, *until).into())];
        view! { <li><Icon name="alert-triangle" /><span>{words.with("queue-circuit", &args)} " " {hint(words, code)}</span></li> }
    };
    let row = |row: &CaseRow| {
        view! {
            <tr class="utrecht-table__row">
                <th class="utrecht-table__header-cell" scope="row">{case_number(words, row)}</th>
                <td class="utrecht-table__cell" data-label=words.t("queue-state")>{why(words, row)}</td>
                <td class="utrecht-table__cell" data-label=words.t("queue-waits")>{moment(words, row.since)}</td>
                <td class="utrecht-table__cell">{again(words, &row.id, label(row))}</td>
            </tr>
        }
    };
    let rows = queue.rows.iter().map(row).collect_view();
    let head = |key: &'static str| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(key)}</th> };
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="queue">{words.t("queue-title")}</h2>
        <p class="nl-paragraph">{words.t("queue-text")}</p>
        <dl class="md-reference">
            {number("queue-waiting", queue.waiting.to_string())} {number("queue-oldest", oldest)} {number("queue-stopped", queue.stopped.to_string())}
            {number("queue-alerts", alerts.to_string())}
        </dl>
        {(!open.is_empty()).then(|| view! { <ul class="md-facts">{open.iter().map(circuit).collect_view()}</ul> })}
        {if queue.rows.is_empty() {
            view! { <p class="nl-paragraph">{words.t("queue-empty")}</p> }.into_any()
        } else {
            view! {
                <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
                    <caption class="md-visually-hidden">{words.t("queue-title")}</caption>
                    <thead class="utrecht-table__header">
                        <tr class="utrecht-table__row">{head("queue-case")} {head("queue-state")} {head("queue-waits")} <td class="utrecht-table__cell"></td></tr>
                    </thead>
                    <tbody class="utrecht-table__body">{rows}</tbody>
                </table>
                {again(words, "", "queue-try-all")}
            }
                .into_any()
        }}
    }
    .into_any()
}

/// What the application manager can do about a case: for one that was removed, go on without it.
fn label(row: &CaseRow) -> &'static str {
    match (row.state.as_str(), row.left) {
        ("removed", 0) => "queue-try-seen",
        ("removed", _) => "queue-try-removed",
        _ => "queue-try",
    }
}

/// The button that tries again: one case, or all of them.
fn again(words: &Words, delivery: &str, label: &'static str) -> impl IntoView + use<> {
    let label = words.t(label);
    view! {
        <form method="post" action=api::TryAgain::url()>
            <input type="hidden" name="delivery" value=delivery.to_owned() />
            <QuietButton label=label kind="secondary" />
        </form>
    }
}

/// The words for what arrived, for the visitor of this page.
pub fn arrival_here(arrival: Option<&Arrival>) -> Option<AnyView> {
    let words = visitor().words;
    arrival.map(|arrival| arrival_line(&words, arrival).into_any())
}
