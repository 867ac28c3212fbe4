//! What every page of the agreement shows: a goal with both sides beside each other, and a line in it.

use super::words_for;
use crate::address;
use crate::components::{Back, Icon, Notice, ProblemSummary};
use crate::format::{dial, full_day, telephone};
use crate::visitor::service;
use domain::agreement::{Difference, Goal, Line, Party, Progress, Side, Standing, Text, differences};
use leptos::prelude::*;
use service::agreement::Agreement;
use service::content::Words;

/// A goal with its lines in one `part` of the page: what each side does, beside each other and equal; below them what others do.
pub fn goal_block(words: &Words, part: &str, goal: &Goal, below: Option<AnyView>, lines: Vec<(Party, AnyView)>) -> AnyView {
    let (mut we, mut they, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (doer, line) in lines {
        match doer {
            Party::Municipality => we.push(line),
            Party::Resident => they.push(line),
            Party::Helper | Party::Other => others.push(line),
        }
    }
    let side = |id: String, icon: &'static str, title: String, lines: Vec<AnyView>| {
        let none = lines.is_empty();
        view! {
            <div class="md-bond__side">
                <h3 class="md-bond__who" id=id><Icon name=icon /><span>{title}</span></h3>
                {none.then(|| view! { <p class="md-bond__none">{words.t("agreement-nothing-here")}</p> })}
                <ul class="md-bond__lines">{lines}</ul>
            </div>
        }
    };
    let other = (!others.is_empty()).then(|| side(format!("{part}-o-{}", goal.id), "users", words.t("agreement-others-do"), others));
    view! {
        <section class="md-bond" aria-labelledby=format!("{part}-g-{}", goal.id)>
            <h2 class="nl-heading nl-heading--level-2 md-bond__goal" id=format!("{part}-g-{}", goal.id)>
                <Icon name="target" size="lg" />
                <span dir="auto">{goal.title.clone()}</span>
            </h2>
            {below}
            <div class="md-bond__sides">
                {side(format!("{part}-w-{}", goal.id), "building-community", words.t("proposals-we"), we)}
                {side(format!("{part}-r-{}", goal.id), "user", words.t("proposals-me"), they)}
            </div>
            {other}
        </section>
    }
    .into_any()
}

/// The words of a line, its date, and what else is known of it.
pub fn line_body(words: &Words, side: Side, line: &Line) -> AnyView {
    let more = |key: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <p class="md-bond__more">{words.t(key)} ": " <span dir="auto">{text.to_owned()}</span></p> })
    };
    let doer =
        line.doer.side().is_none().then(|| view! { <span class="md-bond__doer">{words.t(&format!("agreement-doer-{}", line.doer.as_str()))} ": "</span> });
    let scheme = (!line.scheme.is_empty()).then(|| words.find(&format!("support-{}", line.scheme), None, &[])).flatten();
    let support = match (scheme, line.pillar) {
        (Some(scheme), _) => Some(scheme),
        // A pillar is a word of the municipality's own.
        (None, Some(pillar)) if side == Side::Municipality => Some(words.t(&format!("pillar-{}", pillar.as_str().replace('_', "-")))),
        _ => None,
    };
    view! {
        <p class="md-bond__text">{doer} <span dir="auto">{line.text.clone()}</span></p>
        <p class="md-bond__date"><Icon name="calendar" size="sm" /><span>{words.with("agreement-by", &[("date", full_day(words, line.due).into())])}</span></p>
        {support.map(|text| view! { <p class="md-bond__more">{words.t("agreement-support")} ": " {text}</p> })}
        {more("agreement-basis", &line.legal_basis)}
        {more("agreement-note", &line.note)}
    }
    .into_any()
}

/// The top of a page about the agreement: the way back, what was wrong or what happened, the title and what it is for.
#[component]
pub fn Top(
    /// Whose agreement.
    resident: String,
    side: Side,
    title: String,
    lead: String,
    /// The fields that are wrong, and what is wrong there.
    #[prop(optional)]
    problems: Vec<(String, String)>,
    /// What happened: the key of a notice, or empty.
    #[prop(optional)]
    notice: String,
) -> impl IntoView {
    view! {
        <div class="md-topline"><Back href=address::agreement(&resident, side) label=words_for(side).t("agreement-title") /></div>
        <ProblemSummary problems=problems />
        <Notice key=notice desk=side == Side::Municipality />
        <h1 class="nl-heading nl-heading--level-1">{title}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{lead}</p>
    }
}

/// How many are done, apart from how many are no longer needed: what was let go is not done.
pub fn done_of(words: &Words, lines: impl Iterator<Item = Standing>) -> String {
    let (mut done, mut gone, mut all) = (0_usize, 0_usize, 0_usize);
    for line in lines {
        all += 1;
        done += usize::from(line.progress == Progress::Done && !line.is_open());
        gone += usize::from(line.progress == Progress::NoLongerNeeded && !line.is_open());
    }
    let key = match (done == all, gone) {
        (true, _) => "goal-all-done",
        (false, 0) => "goal-done-of",
        (false, _) => "goal-done-of-gone",
    };
    words.with(key, &[("done", done.into()), ("all", all.into()), ("gone", gone.into())])
}

/// For a caseworker with something to talk about: where to plan it, and the number to call.
pub fn talk_links(words: &Words, agreement: &Agreement) -> AnyView {
    let (id, phone) = (agreement.file.resident(), agreement.file.profile.phone.clone());
    view! {
        <p class="md-bond__own md-no-print">
            <a class="nl-link md-link" href=address::appointments(id, Side::Municipality)><Icon name="calendar" size="sm" /><span>{words.t("talk-plan")}</span></a>
            {(!phone.is_empty()).then(|| view! { <a class="nl-link md-link" href=dial(&phone)><Icon name="phone" size="sm" /><bdi dir="ltr">{telephone(&phone)}</bdi></a> })}
        </p>
    }
    .into_any()
}

/// Who somebody is on these pages.
pub fn doer_words(words: &Words, doer: Party) -> String {
    words.t(&format!("agreement-doer-{}", doer.as_str()))
}

/// The name of a side: "U" and "De gemeente" for the resident, "De inwoner" and "De gemeente" for a caseworker.
pub fn side_words(words: &Words, side: Side) -> String {
    words.t(&format!("agreement-side-{}", side.as_str()))
}

/// What differs between two texts, in plain words.
#[component]
pub fn Differences(before: Text, now: Text, side: Side, title: String) -> impl IntoView {
    let words = words_for(side);
    let who = |line: &Line| doer_words(&words, line.doer);
    let on = |line: &Line| words.with("agreement-by", &[("date", full_day(&words, line.due).into())]);
    let rows: Vec<AnyView> = differences(&before, &now)
        .into_iter()
        .map(|difference| match difference {
            Difference::Added(line) => view! { <li><strong>{words.t("difference-added")}</strong> " " {who(line)} ": " <ins dir="auto">{line.text.clone()}</ins> " " {on(line)}</li> }.into_any(),
            Difference::Removed(line) => view! { <li><strong>{words.t("difference-removed")}</strong> " " {who(line)} ": " <del dir="auto">{line.text.clone()}</del></li> }.into_any(),
            Difference::Changed(old, new) => {
                let moved = (old.due != new.due).then(|| words.with("difference-date", &[("date", full_day(&words, old.due).into()), ("to", full_day(&words, new.due).into())]));
                let reworded = old.text != new.text;
                let doer = (old.doer != new.doer).then(|| words.with("difference-doer", &[("who", who(old).into()), ("to", who(new).into())]));
                view! {
                    <li>
                        <strong>{words.t("difference-changed")}</strong> " " {who(new)} ": "
                        {if reworded {
                            view! { <del dir="auto">{old.text.clone()}</del> " " <ins dir="auto">{new.text.clone()}</ins> }.into_any()
                        } else {
                            view! { <span dir="auto">{new.text.clone()}</span> }.into_any()
                        }}
                        " " {moved} " " {doer}
                    </li>
                }
                .into_any()
            }
            Difference::Goal(old, new) => view! { <li><strong>{words.t("difference-goal")}</strong> " " <del dir="auto">{old.title.clone()}</del> " " <ins dir="auto">{new.title.clone()}</ins></li> }.into_any(),
            Difference::LookBack(Some(on)) => view! { <li>{words.with("difference-look-back", &[("date", full_day(&words, on).into())])}</li> }.into_any(),
            Difference::LookBack(None) => view! { <li>{words.t("difference-no-look-back")}</li> }.into_any(),
        })
        .collect();
    (!rows.is_empty())
        .then(|| view! { <div class="md-note md-note--plain"><div><p><strong>{title}</strong></p><ul class="md-block__list">{rows}</ul></div></div> })
}

/// Goals in the order that the resident wants.
pub fn in_order(agreement: &Agreement, text: &Text) -> Vec<Goal> {
    let mut goals = text.goals.clone();
    goals.sort_by_key(|goal| agreement.order.place(&goal.id));
    goals
}

/// Today in the Netherlands.
pub fn today() -> chrono::NaiveDate {
    service().clock.today()
}
