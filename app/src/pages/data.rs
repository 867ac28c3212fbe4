//! Everything that is held about a resident: to see, to take along, to correct, and to have deleted.

use super::erasure::Decisions;
use super::home::row;
use super::load::{load, param};
use crate::components::{Back, Icon, QuietButton, frame};
use crate::format::moment_day;
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::request::RequestKind;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::rights::erasure::Decided;
use service::rights::{Due, Held, Part};

/// What is held.
#[component]
pub fn Data() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let held = service.held(visitor.actor()?, &resident, &visitor.words).await?;
            Ok((held, service.erasures(visitor.actor()?, &resident).await?))
        },
        |(held, decided): (Held, Vec<Decided>)| {
            let words = visitor().words;
            let id = held.file.resident().to_owned();
            let days = &service().settings.retention;
            let stays = words.with("held-stays", &[("months", (i64::from(days.file_days) / 30).into())]);
            frame(words.t("held-title")).show(view! {
                <div class="md-topline"><Back href=address::home(&id) label=words.t("to-overview") /></div>
                <h1 class="nl-heading nl-heading--level-1">{words.t("held-title")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("held-lead")}</p>
                <ul class="md-tasks">
                    {row("download", words.t("held-pdf"), words.t("held-pdf-sub"), None, address::data_pdf(&id))}
                    {row("download", words.t("held-json"), words.t("held-json-sub"), None, address::data_json(&id))}
                    {row("eye", words.t("access-title"), String::new(), None, address::access(&id))}
                    {row("pencil", words.t("held-correct"), words.t("held-correct-sub"), None, address::profile(&id))}
                </ul>
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("held-what")}</h2>
                {held.parts.iter().map(|part| view! { <Kind part=part.clone() /> }).collect_view()}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("held-delete")}</h2>
                {held
                    .draft
                    .map(|draft| {
                        view! {
                            <p class="nl-paragraph">{words.t("held-delete-draft-text")}</p>
                            <form class="md-actions md-actions--start" method="post" action=api::DiscardDraft::url()>
                                <input type="hidden" name="resident" value=id.clone() />
                                <input type="hidden" name="way" value="intake" />
                                <input type="hidden" name="draft" value=draft />
                                <QuietButton label=words.t("held-delete-draft") kind="secondary" icon="trash" />
                            </form>
                        }
                    })}
                <p class="nl-paragraph">{stays}</p>
                <Decisions decided=decided />
                <ul class="md-tasks">{row("trash", words.t("request-erasure"), words.t("held-erasure-sub"), None, address::request(&id, RequestKind::Erasure))}</ul>
            })
        },
    )
}

/// One kind, folded: what and its value.
#[component]
fn Kind(part: Part) -> impl IntoView {
    let words = visitor().words;
    let title = words.t(&format!("held-{}", part.kind));
    if part.pairs.is_empty() {
        return view! { <p class="nl-paragraph"><strong>{title}</strong> ": " {words.t("held-nothing")}</p> }.into_any();
    }
    let count = i64::try_from(part.pairs.len()).unwrap_or(i64::MAX);
    view! {
        <details class="md-why">
            <summary class="md-why__summary"><Icon name="list" size="sm" /><span>{title} " (" {count} ")"</span></summary>
            <dl class="md-reference">{part.pairs.into_iter().map(|said| {
                let value = if said.value.is_empty() { words.t("answer-open").into_any() } else { view! { <span lang=said.language>{said.value}</span> }.into_any() };
                view! { <dt lang=said.language dir="auto">{said.what}</dt><dd dir="auto">{value}</dd> }
            }).collect_view()}</dl>
        </details>
    }
    .into_any()
}

/// What will be deleted soon, on the home of the resident: one tap keeps it.
#[component]
pub fn DeletedSoon(due: Vec<Due>) -> impl IntoView {
    let words = visitor().words;
    let one = move |due: Due| {
        let kind = due.kind.as_str();
        view! {
            <div class="md-note" role="status">
                <Icon name="hourglass" />
                <form method="post" action=api::KeepLonger::url()>
                    <p>{words.with(&format!("soon-{kind}"), &[("date", moment_day(&words, due.deleted_at).into())])}</p>
                    <input type="hidden" name="resident" value=due.resident.clone() />
                    <input type="hidden" name="kind" value=kind />
                    <QuietButton label=words.t("soon-keep") kind="secondary" />
                </form>
            </div>
        }
    };
    due.into_iter().map(one).collect_view()
}
