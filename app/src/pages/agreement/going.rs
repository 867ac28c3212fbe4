//! How what is agreed goes: each side's lines with one tap, what is late in plain words, and what may be changed.

use super::parts::{goal_block, in_order, line_body, side_words, today};
use super::small::small_steps;
use super::words_for;
use crate::components::{Icon, LinkButton};
use crate::format::{full_day, moment_day};
use crate::{address, api};
use domain::agreement::{Line, Mark, Overdue, Party, Progress, Side};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Agreement, LineView, Pace};
use service::content::Words;

/// What is agreed, and how it goes.
#[component]
pub fn Going(agreement: Agreement) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let id = agreement.file.resident().to_owned();
    let Some(view) = agreement.agreed().cloned() else { return ().into_any() };
    let (text, number) = (view.version.text.clone(), view.version.number);
    let blocks: Vec<AnyView> = in_order(&agreement, &text)
        .into_iter()
        .map(|goal| {
            let lines: Vec<&Line> = text.lines_of(&goal.id).collect();
            let status = goal_status(&words, &agreement, &goal.id, &lines);
            let shown = lines.iter().map(|line| (line.doer, line_view(&words, &agreement, line))).collect();
            goal_block(&words, "now", &goal, Some(view! { <p class="md-bond__status">{status}</p> }.into_any()), shown)
        })
        .collect();
    let since = words.with("agreement-agreed-since", &[("n", number.into()), ("date", moment_day(&words, view.settled_at.unwrap_or(view.sign.at)).into())]);
    let look_back = text.look_back.map(|day| {
        let due = day <= today();
        let key = if due { "agreement-look-back-now" } else { "agreement-look-back-on" };
        (due, words.with(key, &[("date", full_day(&words, day).into())]))
    });
    view! {
        <section aria-labelledby="agreed">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="agreed">{words.t("agreement-agreed")}</h2>
            <p class="nl-paragraph nl-paragraph--lead">{since}</p>
            {blocks}
            {look_back.map(|(due, text)| {
                let href = address::agreement_look_back(&id, side);
                view! { <p class=if due { "md-note" } else { "md-note md-note--plain" }><Icon name="history" /><a class="nl-link" href=href>{text}</a></p> }
            })}
            <div class="md-actions md-actions--start md-no-print">
                <LinkButton label=words.t("agreement-print") href=address::agreement_version(&id, side, number) kind="secondary" icon="printer" />
                {(side == Side::Resident).then(|| view! { <LinkButton label=words.t("agreement-order") href=address::agreement_order(&id) kind="secondary" icon="arrows-sort" /> })}
                {(agreement.proposed().is_none() && !agreement.has_sheet())
                    .then(|| view! { <LinkButton label=words.t("agreement-propose-change") href=address::agreement_line(&id, side, "new") kind="secondary" icon="plus" /> })}
            </div>
        </section>
    }
    .into_any()
}

/// Every goal has a status in words: one without open lines is not silently finished.
fn goal_status(words: &Words, agreement: &Agreement, goal: &str, lines: &[&Line]) -> String {
    let over = lines.iter().filter(|l| agreement.lines.get(&l.id).is_some_and(|v| v.standing.progress.is_over())).count();
    let pace = agreement.order.pace(goal);
    if over == lines.len() {
        return words.t("goal-all-done");
    }
    let sum = words.with("goal-done-of", &[("done", over.into()), ("all", lines.len().into())]);
    if pace == Pace::Now { sum } else { format!("{sum} {}", words.t(&format!("goal-pace-{}", pace.as_str()))) }
}

fn line_view(words: &Words, agreement: &Agreement, line: &Line) -> AnyView {
    let side = agreement.side;
    let Some(view) = agreement.lines.get(&line.id).copied() else { return ().into_any() };
    let last = agreement.told.iter().find(|told| told.line == line.id && !told.words.is_empty()).cloned();
    let open = agreement.proposed().is_none();
    let id = agreement.file.resident().to_owned();
    let done = view.standing.progress.is_over();
    view! {
        <li class="md-bond__line" id=format!("now-{}", line.id) class:md-bond__line--done=done>
            {line_body(words, line)}
            <p class="md-bond__state">
                <Icon name=state_icon(view.standing.progress) size="sm" />
                <span>
                    {words.t(&format!("going-{}", view.standing.progress.as_str().replace('_', "-")))}
                    {view.standing.need.map(|need| view! { ". " {words.t(&format!("need-{}", need.as_str().replace('_', "-")))} })}
                </span>
            </p>
            {late(words, line, view, agreement).map(|text| view! { <p class="md-bond__late"><Icon name="alert-circle" size="sm" /><span>{text}</span></p> })}
            {last.map(|told| view! { <p class="md-bond__more">{side_words(words, told.side)} ": " <q dir="auto">{told.words}</q></p> })}
            {(!done).then(|| small_steps(words, agreement, line))}
            {marks(words, side, &id, line, view)}
            {open.then(|| view! {
                <p class="md-bond__own md-no-print">
                    <a class="nl-link md-link" href=address::agreement_line(&id, side, &line.id)>
                        <Icon name="pencil" size="sm" />
                        <span>{words.t("agreement-other-words")} <span class="md-visually-hidden" dir="auto">": " {line.text.clone()}</span></span>
                    </a>
                </p>
            })}
        </li>
    }
    .into_any()
}

const fn state_icon(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "circle-dashed",
        Progress::Busy => "hourglass",
        Progress::Done => "circle-check",
        Progress::CannotNow => "hand-stop",
        Progress::NoLongerNeeded => "x",
    }
}

/// What is late, in plain words; the resident's own lines are never called late when the pace says later.
fn late(words: &Words, line: &Line, view: LineView, agreement: &Agreement) -> Option<String> {
    let date = [("date", full_day(words, line.due).into())];
    let own_pace = agreement.order.pace(&line.goal) != Pace::Now;
    Some(match (view.overdue(today())?, line.doer, view.standing.not_done) {
        (Overdue::NotDone, _, Some(side)) => words.t(&format!("late-not-done-{}", side.as_str())),
        (Overdue::Passed, Party::Municipality, _) => words.with("late-municipality", &date),
        (Overdue::Passed, Party::Resident, _) if own_pace => return None,
        (Overdue::Passed, Party::Resident, _) => words.with("late-resident", &date),
        _ => words.with("late-others", &date),
    })
}

/// The marks that this side can give this line, one tap each.
fn marks(words: &Words, side: Side, id: &str, line: &Line, view: LineView) -> AnyView {
    let own = line.doer.side() == Some(side);
    let theirs = line.doer.side() == Some(side.other());
    let (progress, disputed) = (view.standing.progress, view.standing.not_done.is_some());
    let mut buttons: Vec<(Mark, &'static str, &'static str)> = Vec::new();
    if !theirs && progress != Progress::NoLongerNeeded {
        match progress {
            Progress::Done if !disputed => buttons.push((Mark::Busy, "mark-not-done-yet", "refresh")),
            _ => {
                buttons.push((Mark::Done, "mark-done", "check"));
                if progress != Progress::Busy {
                    buttons.push((Mark::Busy, "mark-busy", "hourglass"));
                }
                if progress != Progress::CannotNow {
                    buttons.push((Mark::Cannot(domain::agreement::Need::Help), "mark-cannot", "hand-stop"));
                }
            }
        }
    }
    if !own && view.standing.not_done == Some(side) {
        buttons.push((Mark::DoneAfterAll, "mark-done-after-all", "check"));
    } else if !own && progress == Progress::NoLongerNeeded {
        buttons.push((Mark::DoneAfterAll, "mark-needed-after-all", "refresh"));
    } else if theirs && !disputed && (progress == Progress::Done || view.due < today()) {
        // Before its date there is nothing to say that was not done.
        buttons.push((Mark::NotDone, if side == Side::Resident { "mark-not-done-municipality" } else { "mark-not-done-resident" }, "alert-circle"));
    }
    if theirs && !disputed && !progress.is_over() {
        buttons.push((Mark::NotNeeded, "mark-not-needed", "x"));
    }
    let hint = line.text.clone();
    let button = |(mark, key, icon): (Mark, &'static str, &'static str)| {
        view! {
            <button class=if mark == Mark::NotNeeded { "nl-button nl-button--subtle" } else { "nl-button nl-button--secondary md-marks__one" } type="submit" name="mark" value=mark.as_str()>
                <Icon name=icon />
                <span class="nl-button__label">{words.t(key)} <span class="md-visually-hidden" dir="auto">": " {hint.clone()}</span></span>
            </button>
        }
    };
    view! {
        <form class="md-marks md-no-print" method="post" action=api::MarkLine::url()>
            <input type="hidden" name="resident" value=id.to_owned() />
            <input type="hidden" name="line" value=line.id.clone() />
            {buttons.into_iter().map(button).collect_view()}
        </form>
    }
    .into_any()
}
