//! Everything that happened with a resident, of one kind or of all: for the resident and for the caseworker.

use super::agreement::words_for;
use super::journey::with_journey;
use crate::address;
use crate::components::{Back, frame};
use crate::format::moment_day;
use crate::visitor::service;
use domain::agreement::Side;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::content::Words;
use service::event::{Event, EventKind};
use service::journey::Journey;

/// Everything that happened, for the resident.
#[component]
pub fn HistoryPage() -> impl IntoView {
    history(Side::Resident)
}

/// Everything that happened, for the caseworker.
#[component]
pub fn WorkHistoryPage() -> impl IntoView {
    history(Side::Municipality)
}

/// The kinds of history that can be shown apart.
const KINDS: [&str; 4] = ["all", "answers", "agreement", "contact"];

fn of_kind(kind: EventKind, show: &str) -> bool {
    use EventKind as E;
    match show {
        "answers" => matches!(kind, E::Sent | E::Asked | E::AskWithdrawn | E::Invited),
        "agreement" => matches!(kind, E::Proposed | E::Answered | E::Agreed | E::ProposalWithdrawn | E::CouldNotAnswer | E::Marked | E::LookedBack),
        "contact" => matches!(
            kind,
            E::Spoken
                | E::AppointmentMade
                | E::AppointmentCancelled
                | E::RequestSent
                | E::RequestSettled
                | E::RequestClosed
                | E::NoAnswer
                | E::GroupSet
                | E::GroupReply
        ),
        _ => true,
    }
}

fn history(side: Side) -> impl IntoView {
    let show = use_query_map().with_untracked(|q| q.get("show")).unwrap_or_default();
    let show = KINDS.into_iter().find(|kind| *kind == show).unwrap_or("all");
    with_journey(side, move |journey, _| {
        let words = words_for(side);
        let id = journey.file.resident().to_owned();
        let tab = |kind: &'static str| {
            let href = address::history(&id, side, if kind == "all" { "" } else { kind });
            view! { <li><a class="nl-link" href=href aria-current=(kind == show).then_some("page")>{words.t(&format!("history-show-{kind}"))}</a></li> }
        };
        let found: Vec<Event> = journey.events.iter().filter(|e| of_kind(e.kind, show)).cloned().collect();
        let empty = found.is_empty();
        frame(words.t("journey-history")).show(view! {
            <div class="md-topline"><Back href=address::journey(&id, side) label=words.t("journey-title") /></div>
            <h1 class="nl-heading nl-heading--level-1">{words.t("journey-history")}</h1>
            <nav aria-label=words.t("history-which")><ul class="md-kinds">{KINDS.map(tab).collect_view()}</ul></nav>
            {if empty { view! { <p class="md-empty">{words.t("history-none")}</p> }.into_any() } else { events(&words, &journey, found.iter()) }}
        })
    })
}

/// Events as a list: what, when, who.
pub(super) fn events<'a>(words: &Words, journey: &Journey, list: impl Iterator<Item = &'a Event>) -> AnyView {
    let row = |event: &Event| {
        let who = if event.by == journey.file.resident() {
            words.t("agreement-side-resident")
        } else {
            journey.staff.get(&event.by).map_or_else(|| words.t("agreement-side-municipality"), |p| p.name.clone())
        };
        let detail = service().event_detail(words, &journey.staff, journey.file.resident(), event);
        let line = line_of(journey, event).map(|text| view! { <p class="md-bond__more" dir="auto"><q>{text}</q></p> });
        let family = if journey.side == Side::Resident { "happened" } else { "event" };
        let text = words.with(&format!("{family}-{}", event.kind.as_str().replace('_', "-")), &[("detail", detail.into()), ("name", who.clone().into())]);
        view! { <li class="md-bond__line"><p class="md-bond__text">{text}</p>{line}<p class="md-bond__date"><span>{moment_day(words, event.at)} " · " {who}</span></p></li> }
    };
    view! { <ul class="md-bond__lines">{list.map(row).collect_view()}</ul> }.into_any()
}

/// The line that something was told about, in the words that it had last.
fn line_of(journey: &Journey, event: &Event) -> Option<String> {
    let (_, id) = event.detail.split_once('/').filter(|_| event.kind == EventKind::Marked)?;
    journey.agreement.versions.iter().find_map(|v| v.version.text.line(id)).map(|line| line.text.clone())
}
