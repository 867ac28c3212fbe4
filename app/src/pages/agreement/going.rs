//! How what is agreed goes: each side's lines with one tap, what is late in plain words, and what may be changed.

use super::parts::{done_of, goal_block, in_order, line_body, side_words, talk_links, today};
use super::small::{small_steps, steps_link};
use super::words_for;
use crate::components::{Icon, LinkButton};
use crate::format::{day, full_day, moment_day};
use crate::{address, api};
use domain::agreement::{Line, Mark, Party, Progress, Side, Standing};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Agreement, LineView, Pace};
use service::clock::local;
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
            <LookedBack agreement=agreement.clone() />
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

/// How each side looked back, once it did.
#[component]
fn LookedBack(agreement: Agreement) -> impl IntoView {
    let words = words_for(agreement.side);
    let row = |(who, said): (&Side, &service::agreement::LookBack)| {
        let text = words.with("look-back-said", &[("who", side_words(&words, *who).into()), ("date", moment_day(&words, said.sign.at).into())]);
        let more = (!said.evaluation.words.is_empty()).then(|| said.evaluation.words.clone());
        view! { <li>{text} {more.map(|more| view! { " " <q dir="auto">{more}</q> })}</li> }
    };
    (!agreement.look_back.is_empty()).then(|| view! { <ul class="md-block__list">{agreement.look_back.iter().map(row).collect_view()}</ul> })
}

/// Every goal has a status in words: one without open lines is not silently finished.
fn goal_status(words: &Words, agreement: &Agreement, goal: &str, lines: &[&Line]) -> String {
    let standings: Vec<Standing> = lines.iter().filter_map(|l| agreement.lines.get(&l.id)).map(|v| v.standing).collect();
    let pace = agreement.order.pace(goal);
    let sum = done_of(words, standings.iter().copied());
    let open = standings.iter().any(|s| s.is_open());
    if pace == Pace::Now || !open { sum } else { format!("{sum} {}", words.t(&format!("goal-pace-{}", pace.as_str()))) }
}

fn line_view(words: &Words, agreement: &Agreement, line: &Line) -> AnyView {
    let side = agreement.side;
    let Some(view) = agreement.lines.get(&line.id).copied() else { return ().into_any() };
    let last = agreement.told.iter().find(|told| told.line == line.id && !told.words.is_empty()).cloned();
    let open = agreement.proposed().is_none();
    let id = agreement.file.resident().to_owned();
    let done = !view.standing.is_open();
    let talks = side == Side::Municipality && view.standing.progress == Progress::CannotNow && line.doer != Party::Municipality;
    let (main, rare) = marks(side, line, view);
    let steps = side == Side::Resident && line.doer == Party::Resident && !done;
    view! {
        <li class="md-bond__line" id=format!("now-{}", line.id) class:md-bond__line--done=done>
            {line_body(words, side, line)}
            <p class="md-bond__state"><Icon name=state_icon(view.standing.progress) size="sm" /><span>{state(words, agreement, line, view)}</span></p>
            {late(words, line, view, agreement).into_iter().map(|text| view! { <p class="md-bond__late"><Icon name="alert-circle" size="sm" /><span>{text}</span></p> }).collect_view()}
            {last.map(|told| view! { <p class="md-bond__more">{side_words(words, told.side)} ": " <q dir="auto">{told.words}</q></p> })}
            {steps.then(|| small_steps(words, agreement, line))}
            {talks.then(|| talk_links(words, agreement))}
            {mark_form(words, &id, line, &main)}
            {(open || !rare.is_empty() || steps)
                .then(|| {
                    view! {
                        <details class="md-no-print">
                            <summary class="md-quiet-summary"><span>{words.t("agreement-more")} <span class="md-visually-hidden" dir="auto">": " {line.text.clone()}</span></span></summary>
                            {mark_form(words, &id, line, &rare)}
                            {steps.then(|| steps_link(words, agreement, line))}
                            {open.then(|| view! {
                                <p class="md-bond__own">
                                    <a class="nl-link md-link" href=address::agreement_line(&id, side, &line.id)>
                                        <Icon name="pencil" size="sm" />
                                        <span>{words.t("agreement-other-words")} <span class="md-visually-hidden" dir="auto">": " {line.text.clone()}</span></span>
                                    </a>
                                </p>
                            })}
                        </details>
                    }
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

/// How far a line is, as it was told last: when it was done, what is needed, which day it becomes instead.
fn state(words: &Words, agreement: &Agreement, line: &Line, view: LineView) -> String {
    let standing = view.standing;
    let plain = words.t(&format!("going-{}", standing.progress.as_str().replace('_', "-")));
    let told = agreement.told.iter().find(|told| told.line == line.id && told.mark.as_str() == standing.progress.as_str());
    let Some(told) = told else { return plain };
    let on = local(told.at).date_naive();
    let mut text = match standing.progress {
        Progress::Done if on > view.due && line.doer == Party::Municipality => {
            words.with("going-done-late", &[("date", day(words, on).into()), ("n", (on - view.due).num_days().into())])
        }
        Progress::Done => words.with("going-done-on", &[("date", day(words, on).into())]),
        _ => plain.clone(),
    };
    // Both sides say something else: then it says who said this.
    if standing.not_done.is_some() {
        text = words.with("going-said", &[("who", side_words(words, told.side).into()), ("date", day(words, on).into()), ("what", plain.clone().into())]);
    }
    if let Some(new_day) = told.new_day {
        return format!("{text}. {}", words.with("going-new-day", &[("date", full_day(words, new_day).into())]));
    }
    match standing.need {
        Some(need) => format!("{text}. {}", words.t(&format!("need-{}", need.as_str().replace('_', "-")))),
        None => text,
    }
}

/// What is late, and what the other side says was not done, in plain words: the one does not take the other's place. The
/// resident's own lines are never called late when the pace says later.
fn late(words: &Words, line: &Line, view: LineView, agreement: &Agreement) -> Vec<String> {
    let date = [("date", full_day(words, line.due).into())];
    let own_pace = agreement.order.pace(&line.goal) != Pace::Now;
    let passed = match line.doer {
        _ if !view.is_late(today()) => None,
        Party::Municipality => Some(words.with("late-municipality", &date)),
        Party::Resident if own_pace => None,
        Party::Resident => Some(words.with("late-resident", &date)),
        Party::Helper | Party::Other => Some(words.with("late-others", &date)),
    };
    let claimed = view.standing.not_done.map(|who| {
        let said = agreement.told.iter().find(|told| told.line == line.id && told.mark == Mark::NotDone);
        let on = said.map_or(view.changed_at, |told| told.at);
        words.with(&format!("late-not-done-{}", who.as_str()), &[("date", moment_day(words, on).into())])
    });
    passed.into_iter().chain(claimed).collect()
}

/// A mark that can be given with one tap: its text and its icon.
type Tap = (Mark, &'static str, &'static str);

/// The marks that this side can give this line: those of every day, and those that are rare.
fn marks(side: Side, line: &Line, view: LineView) -> (Vec<Tap>, Vec<Tap>) {
    let own = line.doer.side() == Some(side);
    let theirs = line.doer.side() == Some(side.other());
    let (progress, disputed) = (view.standing.progress, view.standing.not_done.is_some());
    let (mut main, mut rare): (Vec<Tap>, Vec<Tap>) = (Vec::new(), Vec::new());
    if !theirs && progress != Progress::NoLongerNeeded {
        if progress == Progress::Done {
            rare.push((Mark::Busy, "mark-not-done-yet", "refresh"));
        } else {
            main.push((Mark::Done, "mark-done", "check"));
            if progress != Progress::Busy {
                main.push((Mark::Busy, "mark-busy", "hourglass"));
            }
            if progress != Progress::CannotNow {
                main.push((Mark::Cannot(domain::agreement::Need::Help), "mark-cannot", "hand-stop"));
            }
        }
    }
    if !own && view.standing.not_done == Some(side) {
        main.push((Mark::DoneAfterAll, "mark-done-after-all", "check"));
    } else if !own && progress == Progress::NoLongerNeeded {
        main.push((Mark::DoneAfterAll, "mark-needed-after-all", "refresh"));
    } else if theirs && !disputed && (progress == Progress::Done || view.due < today()) {
        // Before its date there is nothing to say that was not done.
        main.push((Mark::NotDone, if side == Side::Resident { "mark-not-done-municipality" } else { "mark-not-done-resident" }, "alert-circle"));
    }
    if theirs && !disputed && !progress.is_over() {
        rare.push((Mark::NotNeeded, "mark-not-needed", "x"));
    }
    (main, rare)
}

fn mark_form(words: &Words, id: &str, line: &Line, taps: &[Tap]) -> Option<AnyView> {
    let hint = line.text.clone();
    let button = |(mark, key, icon): &Tap| {
        view! {
            <button class="nl-button nl-button--secondary md-marks__one" type="submit" name="mark" value=mark.as_str()>
                <Icon name=*icon />
                <span class="nl-button__label">{words.t(key)} <span class="md-visually-hidden" dir="auto">": " {hint.clone()}</span></span>
            </button>
        }
    };
    (!taps.is_empty()).then(|| {
        view! {
            <form class="md-marks md-no-print" method="post" action=api::MarkLine::url()>
                <input type="hidden" name="resident" value=id.to_owned() />
                <input type="hidden" name="line" value=line.id.clone() />
                {taps.iter().map(button).collect_view()}
            </form>
        }
        .into_any()
    })
}
