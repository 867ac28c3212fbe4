//! What is on the table, with what this side thinks of it.

use super::answering::{Buttons, OwnLine, Said};
use super::parts::{Differences, doer_words, goal_block, in_order, line_body, today};
use super::sending::{Else, Sending, sends};
use super::words_for;
use crate::api;
use crate::components::Icon;
use crate::format::{full_day, moment_day};
use domain::agreement::{Goal, Line, Side, Text, Version};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Agreement, VersionView};
use service::content::Words;
use service::typed::Typed;

/// One line as this side sees it now.
#[derive(Clone)]
pub struct Row {
    /// The words that count for this side: its own when it changed them.
    pub line: Line,
    /// What stands there on the table, when this side changed it.
    pub was: Option<Line>,
    /// Not on the table yet.
    pub new: bool,
    /// This side wants it gone.
    pub gone: bool,
}

/// The lines of a goal: those of the own sheet, and those that this side wants gone.
fn rows(agreement: &Agreement, table: Option<&Version>, goal: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = agreement
        .sheet
        .text
        .lines_of(goal)
        .map(|line| {
            let was = table.and_then(|v| v.text.line(&line.id));
            Row { line: line.clone(), was: was.filter(|was| !was.says_the_same(line)).cloned(), new: was.is_none(), gone: false }
        })
        .collect();
    let gone = table.iter().flat_map(|v| v.text.lines_of(goal)).filter(|line| agreement.sheet.text.line(&line.id).is_none());
    rows.extend(gone.map(|line| Row { line: line.clone(), was: None, new: false, gone: true }));
    rows
}

/// All goals of both texts, once each.
fn goals(agreement: &Agreement, table: Option<&Version>) -> Vec<Goal> {
    let mut all = Text { goals: table.map(|v| v.text.goals.clone()).unwrap_or_default(), ..Text::default() };
    for goal in &agreement.sheet.text.goals {
        match all.goals.iter_mut().find(|g| g.id == goal.id) {
            Some(known) => known.clone_from(goal),
            None => all.goals.push(goal.clone()),
        }
    }
    in_order(agreement, &all)
}

/// The proposal with the buttons of this side.
#[component]
pub fn Proposal(agreement: Agreement, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let id = agreement.file.resident().to_owned();
    let table = agreement.current().map(|v| v.version.clone());
    let open = agreement.proposed().cloned();
    let blocks: Vec<AnyView> = goals(&agreement, table.as_ref())
        .into_iter()
        .map(|goal| {
            let lines = rows(&agreement, table.as_ref(), &goal.id);
            // Beside what is agreed, only what would change is shown here.
            let shown = lines.into_iter().filter(|row| open.is_some() || table.is_none() || row.new || row.gone || row.was.is_some());
            (goal, shown.map(|row| (row.line.doer, row_view(&words, &agreement, open.as_ref(), row, &typed))).collect::<Vec<_>>())
        })
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(goal, lines)| goal_block(&words, "table", &goal, None, lines))
        .collect();
    let before = open.as_ref().and_then(|v| agreement.version(v.based_on)).map(|v| v.version.text.clone());
    let number = table.as_ref().map_or(0, |v| v.number);
    let stays: Vec<Line> = table.as_ref().filter(|_| open.is_none()).map(|v| unchanged(&v.text, &agreement.sheet.text)).unwrap_or_default();
    let action = if sends(&agreement) { api::SendAgreement::url() } else { api::KeepSheet::url() };
    let go = |key: &'static str, to: &'static str, icon: &'static str| {
        view! {
            <button class="nl-button nl-button--secondary" type="submit" formaction=api::KeepSheet::url() name="go" value=to>
                <span class="nl-button__icon-start"><Icon name=icon /></span>
                <span class="nl-button__label">{words.t(key)}</span>
            </button>
        }
    };
    view! {
        <section aria-labelledby="table">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="table">{heading(&words, open.as_ref())}</h2>
            {agreement.moved.then(|| view! { <p class="md-note" role="status"><Icon name="info-circle" /><span>{words.t("agreement-moved")}</span></p> })}
            <Standing agreement=agreement.clone() />
            {open
                .clone()
                .zip(before)
                .map(|(open, before)| {
                    let title = words.with("agreement-different", &[("n", open.based_on.into())]);
                    view! { <Differences before=before now=open.version.text side=side title=title /> }
                })}
            // One form: whichever button is used, what stands typed goes along.
            <form method="post" action=action novalidate>
                <button class="md-default-submit" type="submit" formaction=api::KeepSheet::url() tabindex="-1" aria-hidden="true">{words.t("agreement-keep-words")}</button>
                <input type="hidden" name="resident" value=id.clone() />
                <input type="hidden" name="number" value=number />
                <input type="hidden" name="revision" value=agreement.revision />
                {blocks}
                {(!stays.is_empty()).then(|| view! { <Stays lines=stays side=side /> })}
                <div class="md-actions md-actions--start md-no-print">
                    {go("agreement-propose-own", "new", "plus")}
                    {(side == Side::Municipality).then(|| go("agreement-start", "start", "list-check"))}
                </div>
                <Sending agreement=agreement.clone() typed=typed.clone() />
            </form>
            <Else agreement=agreement typed=typed />
        </section>
    }
}

/// The lines of what is agreed that a proposal leaves as they are.
fn unchanged(agreed: &Text, own: &Text) -> Vec<Line> {
    agreed.lines.iter().filter(|line| own.line(&line.id).is_some_and(|now| now.says_the_same(line))).cloned().collect()
}

/// What stays as it is, to look at.
#[component]
fn Stays(lines: Vec<Line>, side: Side) -> impl IntoView {
    let words = words_for(side);
    let title = words.with("agreement-stays", &[("n", lines.len().into())]);
    let row = |line: &Line| view! { <li>{doer_words(&words, line.doer)} ": " <span dir="auto">{line.text.clone()}</span></li> };
    view! {
        <details class="md-field">
            <summary class="md-quiet-summary"><span>{title}</span></summary>
            <ul class="md-block__list">{lines.iter().map(row).collect_view()}</ul>
        </details>
    }
}

fn heading(words: &Words, open: Option<&VersionView>) -> String {
    open.map_or_else(|| words.t("agreement-concept"), |v| words.with("agreement-proposal", &[("n", v.version.number.into())]))
}

/// Who proposed, until when the other side thinks, and that nothing follows from silence.
#[component]
fn Standing(agreement: Agreement) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let Some(view) = agreement.proposed().cloned() else {
        return view! { <p class="nl-paragraph nl-paragraph--lead">{words.t("agreement-concept-text")}</p> }.into_any();
    };
    let version = &view.version;
    let args = [("date", moment_day(&words, view.sign.at).into()), ("until", full_day(&words, version.think_until).into())];
    let mine = version.proposer == side;
    let silent = version.silent(today());
    let key = match (mine, silent) {
        (true, false) => "agreement-you-proposed",
        (true, true) => "agreement-no-answer-yet",
        (false, false) => "agreement-they-proposed",
        (false, true) => "agreement-time-passed",
    };
    let could_not = version.answers.could_not.last().cloned();
    let look_back = version.text.look_back.map(|day| words.with("agreement-look-back-on", &[("date", full_day(&words, day).into())]));
    view! {
        <p class="nl-paragraph nl-paragraph--lead">{words.with(key, &args)}</p>
        <p class="nl-paragraph">{words.t("agreement-nothing-by-silence")} {(!mine).then(|| format!(" {}", words.t("agreement-when-silent")))}</p>
        {look_back.map(|text| view! { <p class="nl-paragraph">{text}</p> })}
        {could_not
            .map(|(reason, sign)| {
                view! {
                    <p class="md-note md-note--plain">
                        <span>{words.with("agreement-could-not-said", &[("date", moment_day(&words, sign.at).into())])} " " <q dir="auto">{reason}</q></span>
                    </p>
                }
            })}
    }
    .into_any()
}

fn row_view(words: &Words, agreement: &Agreement, open: Option<&VersionView>, row: Row, typed: &Typed) -> AnyView {
    let id = row.line.id.clone();
    let was = row.was.clone();
    let body = if row.gone {
        view! { <p class="md-bond__text"><del dir="auto">{row.line.text.clone()}</del></p> }.into_any()
    } else {
        line_body(words, agreement.side, &row.line)
    };
    let own = row.new || row.gone || was.is_some();
    // Who changes a line says nothing about the words that were there.
    let answerable = open.filter(|_| !own);
    let past = (!row.gone && row.line.due < today()).then(|| words.t("agreement-day-passed"));
    view! {
        <li class="md-bond__line" id=format!("line-{id}") class:md-bond__line--own=own && agreement.current().is_some()>
            {(own && agreement.current().is_some()).then(|| view! { <p class="md-bond__mark"><Icon name="pencil" size="sm" /><span>{words.t(if row.gone { "agreement-own-gone" } else { "agreement-own" })}</span></p> })}
            {body}
            {past.map(|text| view! { <p class="md-bond__late"><Icon name="alert-circle" size="sm" /><span>{text}</span></p> })}
            {was.map(|was| view! { <p class="md-bond__more">{words.t("agreement-was")} ": " <del dir="auto">{was.text}</del></p> })}
            {answerable.map(|view| view! { <Said agreement=agreement.clone() version=view.version.clone() line=row.line.clone() /> })}
            {answerable.map(|view| view! { <Buttons agreement=agreement.clone() view=view.clone() line=row.line.clone() typed=typed.clone() /> })}
            <OwnLine agreement=agreement.clone() row=row.clone() />
        </li>
    }
    .into_any()
}
