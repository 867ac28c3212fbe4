//! The coordinator divides the work: who has how much, and to whom the rest goes. No content of anybody's answers.

use super::load::load;
use super::worklist::{Pager, signal_badge};
use crate::components::{Icon, frame};
use crate::format::iso_day;
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::{Action, Role};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use service::content::Words;
use service::mandate::Reported;
use service::review::{Filter, Listing, Work, WorkRow};
use service::typed::Typed;

/// Divide the work.
#[component]
pub fn Divide() -> impl IntoView {
    let query = use_query_map();
    let of = |name: &str| query.with_untracked(|q| q.get(name)).unwrap_or_default();
    let (show, page) = (of("show"), of("page").parse::<usize>().unwrap_or(0).min(10_000));
    let filter = if show == "team" { Filter::Team } else { Filter::Unassigned };
    load(
        move |visitor, service| async move {
            let actor = visitor.actor()?.clone();
            if !domain::access::may(&actor, Action::DivideWork, None) {
                return Err(service::Error::NotFound);
            }
            let everything = service.worklist(&actor, Listing::default()).await?;
            let shown = service.worklist(&actor, Listing { filter, page: Some(page), ..Listing::default() }).await?;
            let reported = service.reported_colleagues(&actor).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, "divide").await?,
                None => Typed::default(),
            };
            Ok((everything, shown, reported, typed))
        },
        move |(everything, shown, reported, typed): (Work, Work, Vec<Reported>, Typed)| {
            let words = visitor().words;
            let targets = targets(&everything, &words);
            let wrong = typed.problem("to").map(|_| words.t("divide-choose"));
            let notice = if typed.notice.is_empty() { wrong } else { Some(words.t(&typed.notice)) };
            let rows = shown.rows.iter().map(|r| row(r, &shown, &targets, &words)).collect_view();
            let empty = shown.rows.is_empty();
            let tab = |f: Filter, key: &'static str| {
                let n = everything.counts.iter().find(|(x, _)| *x == f).map_or(0, |(_, n)| *n);
                view! { <li><a class="md-tabs__link" href=address::divide(f, 0) aria-current=(f == filter).then_some("page")>{words.t(key)} " " <span class="nl-number-badge">{n}</span></a></li> }
            };
            frame(words.t("divide-title")).wide().show(view! {
                    <div class="md-staffhead"><h1 class="nl-heading nl-heading--level-1">{words.t("divide-title")}</h1> <a class="nl-link md-link" href=address::VOLUNTEERS>{words.t("volunteers-title")}</a></div>
                    {notice.map(|text| view! { <p class="md-note" role="status"><Icon name="info-circle" /><span>{text}</span></p> })}
                    {colleagues(&words, &reported)}
                    <Load everything=everything.clone() words=words.clone() />
                    <nav class="md-tabs" aria-label=words.t("work-which")><ul class="md-tabs__list">{tab(Filter::Unassigned, "work-show-unassigned")} {tab(Filter::Team, "divide-all")}</ul></nav>
                    {if empty {
                        view! { <p class="md-empty">{words.t("divide-empty")}</p> }.into_any()
                    } else {
                        view! {
                            <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
                                <caption class="utrecht-table__caption md-table__caption">{words.with("work-caption", &[("n", shown.total.into())])}</caption>
                                <thead class="utrecht-table__header">
                                    <tr class="utrecht-table__row">
                                        {["work-resident", "work-signal", "work-status", "work-days", "work-team", "work-who", "divide-to"].into_iter().map(|k| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(k)}</th> }).collect_view()}
                                    </tr>
                                </thead>
                                <tbody class="utrecht-table__body">{rows}</tbody>
                            </table>
                            <Pager total=shown.total page=page to=move |page| address::divide(filter, page) />
                        }
                            .into_any()
                    }}
                })
        },
    )
}

/// What residents reported about a caseworker: somebody else answers it, by a day. Its words are not here.
fn colleagues(words: &Words, reported: &[Reported]) -> Option<AnyView> {
    let row = |one: &Reported| {
        let date = one.due_on.as_ref().map(|due| iso_day(words, due)).unwrap_or_default();
        let args = [("resident", one.resident.as_str().into()), ("name", one.about.as_str().into()), ("date", date.into())];
        view! { <li class="md-bond__line">{words.with("divide-reported", &args)}</li> }
    };
    (!reported.is_empty()).then(|| {
        view! {
            <section class="md-bond" aria-labelledby="reported">
                <h2 class="md-bond__goal" id="reported"><Icon name="hand-stop" /><span>{words.t("divide-reported-title")}</span></h2>
                <p class="nl-paragraph">{words.t("divide-reported-text")}</p>
                <ul class="md-bond__lines">{reported.iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn targets(work: &Work, words: &Words) -> Vec<(String, String)> {
    let service = service();
    let people = work.staff.values().filter(|p| p.role == Role::Caseworker).map(|p| (format!("person:{}", p.id), p.name.clone()));
    people.chain(service.settings.teams.iter().map(|t| (format!("team:{}", t.id), words.with("review-team", &[("team", t.name.as_str().into())])))).collect()
}

/// How much each caseworker has.
#[component]
fn Load(everything: Work, words: Words) -> impl IntoView {
    let service = service();
    let person = |p: &service::person::Person| {
        let mine: Vec<&WorkRow> = everything.rows.iter().filter(|r| r.caseworker.as_ref() == Some(&p.id)).collect();
        let late = mine.iter().filter(|r| r.late_days > 0).count();
        let team = p.team.as_deref().map(|t| service.settings.team_name(t).to_owned()).unwrap_or_default();
        view! {
            <tr class="utrecht-table__row">
                <th class="utrecht-table__header-cell" scope="row" translate="no">{p.name.clone()}</th>
                <td class="utrecht-table__cell" data-label=words.t("work-team")>{team}</td>
                <td class="utrecht-table__cell md-num" data-label=words.t("divide-open")>{mine.len()}</td>
                <td class="utrecht-table__cell md-num" data-label=words.t("divide-late")>{late}</td>
            </tr>
        }
    };
    view! {
        <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
            <caption class="utrecht-table__caption md-table__caption">{words.t("divide-load")}</caption>
            <thead class="utrecht-table__header">
                <tr class="utrecht-table__row">
                    {["divide-person", "work-team", "divide-open", "divide-late"].into_iter().map(|k| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(k)}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody class="utrecht-table__body">{everything.staff.values().filter(|p| p.role == Role::Caseworker).map(person).collect_view()}</tbody>
        </table>
    }
}

fn row(row: &WorkRow, work: &Work, targets: &[(String, String)], words: &Words) -> AnyView {
    let service = service();
    let status = row.state.map_or_else(|| words.t("state-invited"), |s| words.t(&format!("state-{}", s.as_str().replace('_', "-"))));
    let who = row.caseworker.as_ref().and_then(|id| work.staff.get(id)).map_or_else(|| words.t("work-nobody"), |p| p.name.clone());
    let team = row.team.as_deref().map(|t| service.settings.team_name(t).to_owned()).unwrap_or_default();
    let urgent = row.signal == 2;
    let select = format!("to-{}", row.resident);
    view! {
        <tr class="utrecht-table__row" class:md-row--urgent=urgent>
            <th class="utrecht-table__header-cell md-row__name" scope="row" translate="no">{row.name.clone()}</th>
            <td class="utrecht-table__cell" data-label=words.t("work-signal")>{signal_badge(words, row).map(|(kind, text)| view! { <span class=format!("utrecht-status-badge utrecht-status-badge--{kind}")>{text}</span> })}</td>
            <td class="utrecht-table__cell" data-label=words.t("work-status")>{status}</td>
            <td class="utrecht-table__cell md-num" data-label=words.t("work-days")>{row.days}</td>
            <td class="utrecht-table__cell" data-label=words.t("work-team")>{team}</td>
            <td class="utrecht-table__cell" data-label=words.t("work-who")>{who}</td>
            <td class="utrecht-table__cell" data-label=words.t("divide-to")>
                <form class="md-divide" method="post" action=api::HandOverReview::url()>
                    <input type="hidden" name="resident" value=row.resident.clone() />
                    <input type="hidden" name="seen_caseworker" value=row.caseworker.clone().unwrap_or_default() />
                    <label class="md-visually-hidden" for=select.clone()>{words.with("divide-to-for", &[("name", row.name.as_str().into())])}</label>
                    <select class="utrecht-select utrecht-select--html-select" id=select name="to">
                        <option value="">{words.t("review-choose")}</option>
                        {targets.iter().map(|(value, text)| view! { <option value=value.clone()>{text.clone()}</option> }).collect_view()}
                    </select>
                    <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("divide-give")}</span></button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}
