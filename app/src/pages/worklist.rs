//! The worklist: urgent first, filters and order in the address, dense.

use super::load::load;
use crate::components::{Icon, LinkButton, Notice, frame};
use crate::format::iso_day;
use crate::visitor::visitor;
use crate::{address, api};
use domain::access::{Actor, Role};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use service::Error;
use service::content::Words;
use service::review::{Filter, LONGEST_FIND, Listing, Order, PAGE, SOUGHT, Work, WorkRow};
use service::typed::Typed;

/// A page of the worklist.
#[component]
pub fn Worklist() -> impl IntoView {
    let query = use_query_map();
    let of = |name: &str| query.with_untracked(|q| q.get(name)).unwrap_or_default();
    let (filter, order) = (Filter::parse(&of("show")), Order::parse(&of("order")));
    let page = of("page").parse::<usize>().unwrap_or(0).min(10_000);
    load(
        move |visitor, service| async move {
            let actor = visitor.actor()?.clone();
            if actor.role == Role::Coordinator {
                return Err(Error::NotFound);
            }
            let (typed, sought) = match &visitor.session {
                Some(session) => (service.typed(session, "work").await?, service.typed(session, SOUGHT).await?),
                None => Default::default(),
            };
            let find = sought.field("find").unwrap_or_default().to_owned();
            let listing = Listing { filter, order, page: Some(page), find: &find };
            Ok((service.worklist(&actor, listing).await?, actor, typed, find))
        },
        move |(work, actor, typed, find): (Work, Actor, Typed, String)| {
            let words = visitor().words;
            let caption = words.with("work-caption", &[("n", work.total.into())]);
            let urgent = work.rows.iter().filter(|r| is_urgent(r)).count();
            let rows = work.rows.iter().map(|row| table_row(&words, &work, row, &actor)).collect_view();
            let empty = work.rows.is_empty();
            frame(words.t("work-title")).wide().show(view! {
                    <Notice key=typed.notice.clone() />
                    <div class="md-staffhead">
                        <h1 class="nl-heading nl-heading--level-1">{words.t("work-title")}</h1>
                        <p class="md-staffhead__sum">{(urgent > 0).then(|| view! { <strong>{words.with("work-urgent", &[("n", urgent.into())])}</strong> })}</p>
                        <LinkButton label=words.t("caseload-title") href=address::CASELOAD kind="secondary" icon="walk" />
                        <LinkButton label=words.t("promises-title") href=address::PROMISES kind="secondary" icon="heart-handshake" />
                        <LinkButton label=words.t("invite-title") href=address::INVITE kind="secondary" icon="plus" />
                    </div>
                    <Find find=if filter == Filter::Found { find } else { String::new() } />
                    <Tabs counts=work.counts.clone() filter=filter order=order />
                    {if empty {
                        view! { <p class="md-empty">{words.t(&format!("work-empty-{}", filter.as_str()))}</p> }.into_any()
                    } else {
                        view! {
                            <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
                                <caption class="utrecht-table__caption md-table__caption">{caption}</caption>
                                <thead class="utrecht-table__header">
                                    <tr class="utrecht-table__row">
                                        <SortHeader words=words.clone() key="work-resident" to=Some(Order::Name) filter=filter order=order />
                                        <SortHeader words=words.clone() key="work-signal" to=None filter=filter order=order />
                                        <SortHeader words=words.clone() key="work-status" to=None filter=filter order=order />
                                        <SortHeader words=words.clone() key="work-days" to=Some(if order == Order::Oldest { Order::Newest } else { Order::Oldest }) filter=filter order=order />
                                        <SortHeader words=words.clone() key="work-due" to=Some(Order::Due) filter=filter order=order />
                                        <SortHeader words=words.clone() key="work-group" to=None filter=filter order=order />
                                        <SortHeader words=words.clone() key="work-who" to=None filter=filter order=order />
                                    </tr>
                                </thead>
                                <tbody class="utrecht-table__body">{rows}</tbody>
                            </table>
                            <Pager total=work.total page=page to=move |page| address::work(filter, order, page) />
                        }
                            .into_any()
                    }}
                })
        },
    )
}

/// Whether somebody must act the same day or this week.
pub fn is_urgent(row: &WorkRow) -> bool {
    row.signal > 0
}

/// The badge of what cannot wait, with its kind.
pub fn signal_badge(words: &Words, row: &WorkRow) -> Option<(&'static str, String)> {
    match row.signal {
        2 if row.urgent_late_days > 0 => Some(("danger", words.with("signal-direct-late", &[("n", row.urgent_late_days.into())]))),
        2 => Some(("danger", words.t("signal-direct"))),
        1 => Some(("warning", words.t("signal-week"))),
        _ => None,
    }
}

#[component]
fn Tabs(counts: Vec<(Filter, usize)>, filter: Filter, order: Order) -> impl IntoView {
    let words = visitor().words;
    let tab = |(f, n): (Filter, usize)| {
        view! {
            <li>
                <a class="md-tabs__link" href=address::work(f, order, 0) aria-current=(f == filter).then_some("page")>
                    {words.t(&format!("work-show-{}", f.as_str()))} " " <span class="nl-number-badge">{n}</span>
                </a>
            </li>
        }
    };
    view! { <nav class="md-tabs" aria-label=words.t("work-which")><ul class="md-tabs__list">{counts.into_iter().map(tab).collect_view()}</ul></nav> }
}

#[component]
fn SortHeader(words: Words, key: &'static str, to: Option<Order>, filter: Filter, order: Order) -> impl IntoView {
    let sorted = match (key, order) {
        ("work-days", Order::Oldest) => Some("descending"),
        ("work-days", Order::Newest) | ("work-resident", Order::Name) | ("work-due", Order::Due) => Some("ascending"),
        _ => None,
    };
    let text = words.t(key);
    view! {
        <th class="utrecht-table__header-cell" scope="col" aria-sort=sorted>
            {match to {
                Some(to) => view! { <a class="md-sort" href=address::work(filter, to, 0)>{text}<Icon name=if sorted.is_some() { "chevron-down" } else { "selector" } size="sm" /></a> }.into_any(),
                None => text.into_any(),
            }}
        </th>
    }
}

fn table_row(words: &Words, work: &Work, row: &WorkRow, actor: &Actor) -> AnyView {
    let requests = (row.requests > 0).then(|| ("neutral", words.with("signal-requests", &[("n", row.requests.into())])));
    let objections = (row.objections > 0).then(|| ("neutral", words.with("signal-objections", &[("n", row.objections.into())])));
    let answered = row.answered.then(|| ("neutral", words.t("signal-answered")));
    let signals = [signal_badge(words, row), requests, objections, answered].into_iter().flatten();
    let who = match &row.caseworker {
        Some(id) if *id == actor.person => words.t("work-me"),
        Some(id) => work.staff.get(id).map_or_else(|| words.t("work-nobody"), |p| p.name.clone()),
        None => words.t("work-nobody"),
    };
    let status = row.state.map_or_else(|| words.t("state-invited"), |s| words.t(&format!("state-{}", s.as_str().replace('_', "-"))));
    let version = row.number.filter(|n| *n > 1).map(|n| words.with("work-version", &[("n", n.into())]));
    let due = row.due_on.as_ref().map_or_else(String::new, |d| iso_day(words, d));
    let cell = |key: &'static str| words.t(key);
    let urgent = row.signal == 2;
    view! {
        <tr class="utrecht-table__row" class:md-row--urgent=urgent>
            <th class="utrecht-table__header-cell md-row__name" scope="row">
                <a class="nl-link" href=address::review(&row.resident) translate="no">{row.name.clone()}</a>
                {version.map(|v| view! { " " <span class="md-row__note">{v}</span> })}
            </th>
            <td class="utrecht-table__cell" data-label=cell("work-signal")>
                {signals.map(|(kind, text)| view! { <span class=format!("utrecht-status-badge utrecht-status-badge--{kind}")>{text}</span> " " }).collect_view()}
            </td>
            <td class="utrecht-table__cell" data-label=cell("work-status")>{status}</td>
            <td class="utrecht-table__cell md-num" data-label=cell("work-days")>{row.days}</td>
            <td class="utrecht-table__cell" data-label=cell("work-due")>
                {due} {(row.late_days > 0).then(|| view! { " " <span class="utrecht-status-badge utrecht-status-badge--warning">{words.t("work-late")}</span> })}
            </td>
            <td class="utrecht-table__cell md-num" data-label=cell("work-group")>{row.group.map_or_else(|| "–".to_owned(), |g| g.to_string())}</td>
            <td class="utrecht-table__cell" data-label=cell("work-who")>{who}</td>
        </tr>
    }
    .into_any()
}

/// Looking for a resident by name or reference.
#[component]
fn Find(find: String) -> impl IntoView {
    let words = visitor().words;
    view! {
        <form class="md-filters" method="post" action=api::FindResidents::url() role="search">
            <div class="md-filter md-filter--grow">
                <label class="utrecht-form-label" for="find">{words.t("work-find")}</label>
                <input class="utrecht-textbox utrecht-textbox--html-input" id="find" name="find" type="search" autocomplete="off" maxlength=LONGEST_FIND.to_string() value=find.clone() />
            </div>
            <button class="nl-button nl-button--secondary" type="submit">{words.t("work-find-go")}</button>
            {(!find.is_empty()).then(|| view! { <a class="nl-link" href=address::WORK>{words.t("work-find-stop")}</a> })}
        </form>
    }
}

/// The pages of a list; `to` makes the address of one.
#[component]
pub fn Pager(total: usize, page: usize, to: impl Fn(usize) -> String) -> impl IntoView {
    let words = visitor().words;
    let (first, last) = (page * PAGE + 1, ((page + 1) * PAGE).min(total));
    let info = words.with("pager-info", &[("from", first.into()), ("to", last.into()), ("all", total.into())]);
    let before =
        (page > 0).then(|| view! { <a class="nl-link md-link" href=to(page - 1)><Icon name="arrow-left" /><span>{words.t("pager-before")}</span></a> });
    let next =
        (last < total).then(|| view! { <a class="nl-link md-link" href=to(page + 1)><span>{words.t("pager-next")}</span><Icon name="arrow-right" /></a> });
    (total > PAGE).then(|| {
        view! {
            <nav class="md-pager" aria-label=words.t("pager-label")>
                {before}
                <span class="md-pager__info">{info}</span>
                {next}
            </nav>
        }
    })
}
