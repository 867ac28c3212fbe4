//! The coordinator's volunteers: who would like a buddy, who could help, who has contact. No answer of anybody is here.

use crate::components::{Back, Icon, Notice, QuietButton, frame};
use crate::format::{full_day, moment_day};
use crate::pages::load::load;
use crate::visitor::visitor;
use crate::{address, api};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::typed::Typed;
use service::volunteer::{Match, Pair, Suggested, VolunteerView, Volunteers};

/// Volunteers to choose from for one resident: more is a list that nobody reads.
const SHOWN: usize = 3;

/// The volunteers.
#[component]
pub fn VolunteersPage() -> impl IntoView {
    load(
        |visitor, service| async move {
            let volunteers = service.volunteers(visitor.actor()?).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, "volunteers").await?,
                None => Typed::default(),
            };
            Ok((volunteers, typed))
        },
        |(all, typed): (Volunteers, Typed)| {
            let words = visitor().words;
            let silent = all.pairs.iter().filter(|p| p.silent).count();
            let empty = |none: bool, key: &'static str| none.then(|| view! { <p class="md-empty">{words.t(key)}</p> });
            frame(words.t("volunteers-title")).wide().show(view! {
                <div class="md-topline"><Back href=address::DIVIDE label=words.t("divide-title") /></div>
                <Notice key=typed.notice />
                <div class="md-staffhead"><h1 class="nl-heading nl-heading--level-1">{words.t("volunteers-title")}</h1></div>
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("matches-title")}</h2>
                {empty(all.matches.is_empty(), "matches-none")}
                {all.matches.iter().map(|m| match_card(&words, m)).collect_view()}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("pairs-title")}</h2>
                {(silent > 0).then(|| view! { <p class="md-note"><Icon name="alert-circle" /><span>{words.with("pairs-silent", &[("n", silent.into())])}</span></p> })}
                {empty(all.pairs.is_empty(), "pairs-none")}
                {(!all.pairs.is_empty()).then(|| pairs(&words, &all.pairs))}
                <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("volunteers-list")}</h2>
                {empty(all.volunteers.is_empty(), "volunteers-none")}
                <ul class="md-tasks">{all.volunteers.iter().map(|v| volunteer(&words, v)).collect_view()}</ul>
                {(!all.others.is_empty())
                    .then(|| {
                        let row = |(id, name): &(String, String)| {
                            let unproven = all.by_mail.contains(id).then(|| format!(" · {}", words.t("volunteer-by-mail")));
                            view! { <li><a class="nl-link" href=address::volunteer(id) translate="no">{name.clone()}</a> {unproven}</li> }
                        };
                        view! {
                            <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("volunteers-others")}</h2>
                            <p class="nl-paragraph">{words.t("volunteers-others-text")}</p>
                            <ul class="md-scope">{all.others.iter().map(row).collect_view()}</ul>
                        }
                    })}
            })
        },
    )
}

fn match_card(words: &Words, m: &Match) -> AnyView {
    let asked = words.with("match-asked", &[("date", moment_day(words, m.asked_at).into())]);
    let body = match &m.proposed {
        Some(proposed) => {
            let key = if proposed.answered { "match-waits-resident" } else { "match-waits-volunteer" };
            view! {
                <p class="nl-paragraph">{words.with(key, &[("name", proposed.name.clone().into())])}</p>
                <form method="post" action=api::WithdrawVolunteer::url()>
                    <input type="hidden" name="invitation" value=proposed.invitation.clone() />
                    <QuietButton label=words.t("match-withdraw") kind="secondary" />
                </form>
            }
            .into_any()
        }
        None if m.suggested.is_empty() => view! { <p class="nl-paragraph">{words.t("match-nobody")}</p> }.into_any(),
        None => view! { <ul class="md-bond__lines">{m.suggested.iter().take(SHOWN).map(|c| suggested(words, &m.resident, c)).collect_view()}</ul> }.into_any(),
    };
    view! {
        <section class="md-bond">
            <h3 class="md-bond__goal"><Icon name="user" /><span translate="no">{m.name.clone()}</span></h3>
            <p class="md-bond__status">{asked}</p>
            {body}
        </section>
    }
    .into_any()
}

fn suggested(words: &Words, resident: &str, c: &Suggested) -> AnyView {
    let fits = [(c.fit.language, "fit-language"), (c.fit.neighbourhood, "fit-neighbourhood"), (c.fit.topic, "fit-topic")];
    let fits: Vec<String> = fits.into_iter().filter(|(yes, _)| *yes).map(|(_, key)| words.t(key)).collect();
    // What does not fit is said where it counts: without a language in common nobody helps anybody.
    let speaks = (!c.fit.language).then(|| view! { <span class="utrecht-status-badge utrecht-status-badge--warning">{words.t("fit-no-language")}</span> " " });
    let when: Vec<String> = c.available.iter().map(|a| words.t(&format!("available-{}", a.as_str()))).collect();
    let fits = fits.into_iter().chain(when).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="md-bond__line">
            <p class="md-bond__text"><strong translate="no">{c.name.clone()}</strong> " " {words.with("volunteer-helps", &[("n", c.helps.into())])}</p>
            <p class="md-bond__mark">{speaks} {fits}</p>
            <form method="post" action=api::ProposeVolunteer::url()>
                <input type="hidden" name="resident" value=resident.to_owned() />
                <input type="hidden" name="person" value=c.person.clone() />
                <QuietButton label=words.with("match-propose", &[("name", c.name.clone().into())]) kind="secondary" />
            </form>
        </li>
    }
    .into_any()
}

fn pairs(words: &Words, pairs: &[Pair]) -> AnyView {
    let head = |key: &'static str| view! { <th class="utrecht-table__header-cell" scope="col">{words.t(key)}</th> };
    let row = |p: &Pair| {
        let last = p.last.map_or_else(|| words.t("couple-first"), |day| full_day(words, day));
        view! {
            <tr class="utrecht-table__row" class:md-row--urgent=p.silent>
                <th class="utrecht-table__header-cell md-row__name" scope="row" translate="no">{p.volunteer.clone()}</th>
                <td class="utrecht-table__cell" data-label=words.t("work-resident") translate="no">{p.resident.clone()}</td>
                <td class="utrecht-table__cell" data-label=words.t("couple-since")>{full_day(words, p.since)}</td>
                <td class="utrecht-table__cell" data-label=words.t("couple-last")>
                    {p.silent.then(|| view! { <span class="utrecht-status-badge utrecht-status-badge--warning">{words.t("couple-silent")}</span> " " })} {last}
                </td>
                <td class="utrecht-table__cell md-num" data-label=words.t("couple-times")>{p.times}</td>
            </tr>
        }
    };
    view! {
        <table class="utrecht-table utrecht-table--html-table md-table md-table--stack">
            <caption class="utrecht-table__caption md-table__caption">{words.with("pairs-caption", &[("n", pairs.len().into())])}</caption>
            <thead class="utrecht-table__header">
                <tr class="utrecht-table__row">{head("couple-volunteer")} {head("work-resident")} {head("couple-since")} {head("couple-last")} {head("couple-times")}</tr>
            </thead>
            <tbody class="utrecht-table__body">{pairs.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn volunteer(words: &Words, v: &VolunteerView) -> AnyView {
    let near = if v.about.neighbourhood.is_empty() { words.t("volunteer-anywhere") } else { v.about.neighbourhood.clone() };
    let sub =
        [near, words.with("volunteer-trained", &[("n", v.training.len().into())]), words.with("volunteer-thanked", &[("n", v.thanked.into())])].join(" · ");
    crate::pages::home::row("user", v.name.clone(), sub, v.about.peer.then(|| words.t("volunteer-peer")), address::volunteer(&v.person))
}
