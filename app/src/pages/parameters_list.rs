//! The tables of amounts: all of a day by subject, and what differs between two days.

use crate::format::{law_day, law_value};
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use rules::local;
use rules::parameter::{Decimal, Parameter};
use rules::parameter_diff::{Change, changes, standing_on};
use rules::{Confidence, Day, Subject};
use service::content::Words;

/// What stands on a day for everybody; each municipality has its own schemes.
pub fn national(day: Day) -> impl Iterator<Item = &'static Parameter> {
    standing_on(day).filter(|row| Subject::of(row.id) != Subject::Local)
}

/// Everything that stands on a day, under its subject, after a list of the subjects.
#[component]
pub fn Groups(day: Day) -> impl IntoView {
    let words = visitor().words;
    let of = |subject: Subject| {
        let mut rows: Vec<&Parameter> = national(day).filter(|row| Subject::of(row.id) == subject).collect();
        rows.sort_by_key(|row| Subject::place(row.id));
        rows
    };
    let mut groups: Vec<(Subject, Vec<Row>)> = Subject::ALL.into_iter().map(|subject| (subject, of(subject).into_iter().map(Row::from).collect())).collect();
    groups.push((Subject::Local, service().content.schemes.standing_on(day).map(Row::from).collect()));
    groups.retain(|(_, rows)| !rows.is_empty());
    let link = |(subject, rows): &(Subject, Vec<_>)| {
        let count = words.with("parameters-n", &[("n", rows.len().into())]);
        let name = words.t(&format!("parameters-subject-{}", subject.as_str()));
        view! { <li><a class="nl-link" href=format!("#{}", subject.as_str())>{name}</a> " " <span class="md-row__note">{count}</span></li> }
    };
    let heads = ["parameters-name", "parameters-value", "parameters-law", "parameters-from", "parameters-confidence", "parameters-source"];
    let table = |(subject, rows): &(Subject, Vec<Row>)| {
        let rows = rows.iter().map(|row| amount_row(&words, row)).collect_view();
        let name = words.t(&format!("parameters-subject-{}", subject.as_str()));
        view! {
            <section aria-labelledby=subject.as_str()>
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id=subject.as_str()>{name.clone()}</h2>
                {table(&words, name, &heads, rows)}
            </section>
        }
    };
    view! {
        <nav aria-labelledby="subjects">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="subjects">{words.t("parameters-groups")}</h2>
            <ul class="md-jump">{groups.iter().map(link).collect_view()}</ul>
        </nav>
        {groups.iter().map(table).collect_view()}
    }
}

/// What is new or another amount on the later day; what has no amount there folds out below.
#[component]
pub fn Changes(before: Day, after: Day) -> impl IntoView {
    let words = visitor().words;
    let mut all = changes(before, after);
    all.retain(|change| Subject::of(change.id) != Subject::Local);
    all.sort_by_key(|change| Subject::place(change.id));
    let (changed, ended): (Vec<Change>, Vec<Change>) = all.into_iter().partition(|change| change.after.is_some());
    let args = || [("before", law_day(&words, before).into()), ("after", law_day(&words, after).into())];
    let title = words.with("parameters-changed", &args());
    let heads = ["parameters-name", "parameters-was", "parameters-is", "parameters-confidence", "parameters-source"];
    let rows = |changes: &[Change]| changes.iter().map(|change| change_row(&words, change)).collect_view();
    let count = words.with("parameters-changed-count", &[("n", changed.len().into())]);
    let ended_count = words.with("parameters-ended", &[("n", ended.len().into()), ("date", law_day(&words, after).into())]);
    view! {
        <section aria-labelledby="changed">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="changed">{title.clone()}</h2>
            <p class="nl-paragraph">{count}</p>
            {(!changed.is_empty()).then(|| table(&words, title, &heads, rows(&changed)))}
            {(!ended.is_empty()).then(|| view! {
                <details class="md-ended">
                    <summary class="md-quiet-summary"><span>{ended_count.clone()}</span></summary>
                    {table(&words, ended_count, &heads, rows(&ended))}
                </details>
            })}
        </section>
    }
}

/// A table that is a stack of cards on a phone. Its name is said, not shown: the heading above it says the same.
fn table(words: &Words, name: String, heads: &[&'static str], rows: impl IntoView + 'static) -> AnyView {
    let heads = heads.iter().map(|key| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(key)}</th> }).collect_view();
    view! {
        <table class="utrecht-table utrecht-table--html-table md-table md-table--stack md-table--cards">
            <caption class="md-visually-hidden">{name}</caption>
            <thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>
            <tbody class="utrecht-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// One line of a table, of the law or of the municipality.
struct Row {
    id: String,
    name: String,
    value: Option<Decimal>,
    unit: String,
    legal_ref: String,
    valid_from: Day,
    confidence: Confidence,
    source: String,
}

impl From<&Parameter> for Row {
    fn from(row: &Parameter) -> Self {
        let own = ToOwned::to_owned;
        let (id, name, unit, legal_ref, source) = (own(row.id), own(row.name), own(row.unit), own(row.legal_ref), own(row.source));
        Self { id, name, value: row.value, unit, legal_ref, valid_from: row.valid_from, confidence: row.confidence, source }
    }
}

impl From<&local::Value> for Row {
    fn from(row: &local::Value) -> Self {
        let (id, name, unit, legal_ref, source) = (row.id.clone(), row.name.clone(), row.unit.clone(), row.legal_ref.clone(), row.source.clone());
        Self { id, name, value: row.value, unit, legal_ref, valid_from: row.valid_from, confidence: row.confidence, source }
    }
}

fn amount_row(words: &Words, row: &Row) -> AnyView {
    view! {
        <tr class="utrecht-table__row">
            {name_cell(row)}
            <td class="utrecht-table__cell md-num" data-label=words.t("parameters-value")>{law_value(words, row.value, &row.unit)}</td>
            <td class="utrecht-table__cell" data-label=words.t("parameters-law") lang="nl">{row.legal_ref.clone()}</td>
            <td class="utrecht-table__cell md-num" data-label=words.t("parameters-from")>{law_day(words, row.valid_from)}</td>
            {sure_cells(words, row)}
        </tr>
    }
    .into_any()
}

fn change_row(words: &Words, change: &Change) -> Option<AnyView> {
    let newest = Row::from(change.newest()?);
    let value = |row: Option<&Parameter>| row.map_or_else(|| words.t("parameters-no-amount"), |row| law_value(words, row.value, row.unit));
    let row = view! {
        <tr class="utrecht-table__row">
            {name_cell(&newest)}
            <td class="utrecht-table__cell md-num" data-label=words.t("parameters-was")>{value(change.before)}</td>
            <td class="utrecht-table__cell md-num" data-label=words.t("parameters-is")>{value(change.after)}</td>
            {sure_cells(words, &newest)}
        </tr>
    };
    Some(row.into_any())
}

/// The Dutch description, with the id by which the law of the calculator knows it.
fn name_cell(row: &Row) -> AnyView {
    view! {
        <th class="utrecht-table__header-cell md-row__name" scope="row">
            <span lang="nl">{row.name.clone()}</span> " " <code class="md-row__id" translate="no">{row.id.clone()}</code>
        </th>
    }
    .into_any()
}

/// How sure an amount is and where it was read; sources are notes in English.
fn sure_cells(words: &Words, row: &Row) -> AnyView {
    let sure = words.t(&format!("parameters-confidence-{}", row.confidence.as_str()));
    let kind = if row.confidence == Confidence::Unknown { "neutral" } else { "warning" };
    let sure = if row.confidence.needs_a_mark() {
        view! { <span class=format!("utrecht-status-badge utrecht-status-badge--{kind}")>{sure}</span> }.into_any()
    } else {
        sure.into_any()
    };
    view! {
        <td class="utrecht-table__cell" data-label=words.t("parameters-confidence")>{sure}</td>
        <td class="utrecht-table__cell md-row__source" data-label=words.t("parameters-source")><span lang="en">{row.source.clone()}</span></td>
    }
    .into_any()
}
