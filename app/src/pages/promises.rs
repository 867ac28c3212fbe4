//! All promises of the municipality over all residents of a caseworker, late ones first; what waits for whom; and which
//! schemes are used.

use super::load::load;
use super::worklist::Pager;
use crate::address;
use crate::components::{Back, frame};
use crate::format::full_day;
use crate::visitor::{service, visitor};
use domain::agreement::Side;
use domain::task::Task;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use service::agreement::{CaseRow, Promise, Promised, Promises as Model, Show};
use service::content::Words;

/// The list.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let of = |name: &str| use_query_map().with_untracked(|q| q.get(name)).unwrap_or_default();
    let (show, page) = (Show::parse(&of("show")), of("page").parse::<usize>().unwrap_or(0).min(10_000));
    load(
        move |visitor, service| async move { service.promises(visitor.actor()?, show, page).await },
        move |found: Model| {
            let words = visitor().words;
            let sum = (found.late > 0).then(|| words.with("promises-late", &[("n", found.late.into())]));
            frame(words.t("promises-title")).wide().show(view! {
                <div class="md-topline"><Back href=address::WORK label=words.t("work-title") /></div>
                <div class="md-staffhead">
                    <h1 class="nl-heading nl-heading--level-1">{words.t("promises-title")}</h1>
                    <p class="md-staffhead__sum">{sum.map(|sum| view! { <strong>{sum}</strong> })}</p>
                </div>
                <nav class="md-tabs" aria-label=words.t("work-which")>
                    <ul class="md-tabs__list">
                        {Show::ALL
                            .map(|s| {
                                view! { <li><a class="md-tabs__link" href=address::promises(s, 0) aria-current=(s == show).then_some("page")>{words.t(&format!("promises-show-{}", s.as_str()))}</a></li> }
                            })
                            .collect_view()}
                    </ul>
                </nav>
                {promises(&words, &found)}
                <Pager total=found.total page=found.page to=move |page| address::promises(show, page) />
                {(found.page == 0).then(|| (cases(&words, &found.cases), schemes(&words, &found)))}
            })
        },
    )
}

fn promises(words: &Words, found: &Model) -> AnyView {
    let list = &found.promises;
    if list.is_empty() {
        return view! { <p class="md-empty">{words.t("promises-none")}</p> }.into_any();
    }
    let head = |key: &'static str| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(key)}</th> };
    view! {
        <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
            <caption class="utrecht-table__caption md-table__caption">{words.with("promises-caption", &[("n", found.total.into())])}</caption>
            <thead class="utrecht-table__header">
                <tr class="utrecht-table__row">{head("work-resident")} {head("promises-what")} {head("promises-goal")} {head("promises-by")} {head("work-status")}</tr>
            </thead>
            <tbody class="utrecht-table__body">{list.iter().map(|p| row(words, p)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(words: &Words, p: &Promise) -> AnyView {
    let badges = [(p.is_disputed(), "danger", "promises-not-done"), (p.late, "warning", "work-late")];
    let badges = badges.into_iter().filter(|(shown, ..)| *shown);
    let badges = badges
        .map(|(_, kind, key)| view! { <span class=format!("utrecht-status-badge utrecht-status-badge--{kind}")>{words.t(key)}</span> " " })
        .collect_view();
    let (href, what, lang, goal, progress) = match &p.what {
        Promised::Line { line, goal, view } => {
            let progress = words.t(&format!("going-{}", view.standing.progress.as_str().replace('_', "-")));
            (address::agreement_going_at(&p.resident, Side::Municipality, &line.id), line.text.clone(), Some(p.language.clone()), goal.clone(), progress)
        }
        Promised::Else("doing-answer") => {
            (address::agreement(&p.resident, Side::Municipality), words.clone().at_desk().t("doing-answer"), None, String::new(), String::new())
        }
        Promised::Else(key) => (address::review(&p.resident), words.clone().at_desk().t(key), None, String::new(), String::new()),
    };
    let other = lang.as_ref().is_some_and(|lang| !lang.is_empty() && lang != words.locale.language).then(|| words.t("resident-language"));
    let lang = lang.filter(|lang| !lang.is_empty());
    view! {
        <tr class="utrecht-table__row" class:md-row--urgent=p.late || p.is_disputed()>
            <th class="utrecht-table__header-cell md-row__name" scope="row"><a class="nl-link" href=href translate="no">{p.name.clone()}</a></th>
            <td class="utrecht-table__cell" data-label=words.t("promises-what")>
                <span dir="auto" lang=lang.clone()>{what}</span> {other.map(|text| view! { " " <span class="md-row__note">{text}</span> })}
            </td>
            <td class="utrecht-table__cell" data-label=words.t("promises-goal") dir="auto" lang=lang>{goal}</td>
            <td class="utrecht-table__cell" data-label=words.t("promises-by")>{full_day(words, p.by)}</td>
            <td class="utrecht-table__cell" data-label=words.t("work-status")>{badges} {progress}</td>
        </tr>
    }
    .into_any()
}

fn cases(words: &Words, list: &[CaseRow]) -> AnyView {
    let tasks = |case: &CaseRow| {
        let until = case.think_until.map(|day| full_day(words, day)).unwrap_or_default();
        let text = |task: &Task| words.with(&format!("task-{}", task.as_str()), &[("date", until.as_str().into())]);
        case.tasks.iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let rows = list
        .iter()
        .map(|case| {
            view! {
                <li class="md-task">
                    <a class="md-task__link" href=address::agreement(&case.resident, Side::Municipality)>
                        <span class="md-task__text"><span class="md-task__title" translate="no">{case.name.clone()}</span><span class="md-task__sub">{tasks(case)}</span></span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="waits">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="waits">{words.t("promises-waits")}</h2>
            {if list.is_empty() { view! { <p class="md-empty">{words.t("promises-waits-none")}</p> }.into_any() } else { view! { <ul class="md-tasks">{rows}</ul> }.into_any() }}
        </section>
    }
    .into_any()
}

/// How often each scheme helps a goal, and which one nobody uses.
fn schemes(words: &Words, found: &Model) -> AnyView {
    let all = service().content.agreement.schemes.clone();
    let name = |id: &str| words.find(&format!("support-{id}"), None, &[]).unwrap_or_else(|| id.to_owned());
    let rows = all
        .iter()
        .map(|scheme| {
            let n = found.schemes.get(&scheme.id).copied().unwrap_or(0);
            let text = if n == 0 { words.t("promises-scheme-unused") } else { words.with("promises-scheme-used", &[("n", n.into())]) };
            view! { <li>{name(&scheme.id)} ": " {text}</li> }
        })
        .collect_view();
    (found.agreed > 0)
        .then(|| {
            view! {
                <section aria-labelledby="schemes">
                    <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="schemes">{words.t("promises-schemes")}</h2>
                    <p class="nl-paragraph">{words.with("promises-agreed", &[("n", found.agreed.into())])}</p>
                    <ul class="md-block__list">{rows}</ul>
                </section>
            }
        })
        .into_any()
}
