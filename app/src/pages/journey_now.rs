//! Both lists of the journey: what the resident does now, what the municipality does, and what comes later.

use crate::components::Icon;
use crate::format::{full_day, moment_day, time, week_day};
use crate::visitor::service;
use crate::{address, api};
use domain::agreement::{Line, Mark, Side};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::appointment::Appointment;
use service::clock::local;
use service::content::Words;
use service::intake::Way;
use service::journey::{Doing, Journey, Todo};

fn today() -> chrono::NaiveDate {
    service().clock.today()
}

/// The next appointment; that one was asked for; or where to ask.
pub(super) fn next_appointment(words: &Words, journey: &Journey) -> AnyView {
    let text = match (journey.now.appointments.first(), journey.now.asked) {
        (Some(a), _) => next_talk(words, a),
        (None, Some(at)) => words.with("appointment-asked", &[("date", moment_day(words, at).into())]),
        (None, None) => words.t("appointment-no-next"),
    };
    view! { <p class="md-bond__own"><a class="nl-link md-link" href=address::appointments(journey.file.resident(), journey.side)><Icon name="calendar" /><span>{text}</span></a></p> }.into_any()
}

/// When the next talk is, in words.
pub(super) fn next_talk(words: &Words, a: &Appointment) -> String {
    words.with("appointment-next", &[("date", week_day(words, local(a.starts_at).date_naive()).into()), ("time", time(a.starts_at).into())])
}

/// What both sides do later, folded.
pub(super) fn later(words: &Words, journey: &Journey) -> AnyView {
    let now = &journey.now;
    let all = now.later.len() + now.later_doings.len();
    if all == 0 {
        return ().into_any();
    }
    let own = now.later.iter().map(|line| {
        let help = help_mark(words, journey, line).map(|text| format!(" · {text}"));
        view! { <li><strong>{super::agreement::doer_words(words, line.doer)}</strong> ": " <span dir="auto">{line.text.clone()}</span> " · " {by_day(words, line.due)} {help}</li> }
    });
    let ours = now.later_doings.iter().map(|doing| {
        let text = match &doing.what {
            Ok(line) => line.text.clone(),
            Err(key) => words.t(key),
        };
        view! { <li><strong>{words.t("agreement-doer-municipality")}</strong> ": " <span dir="auto">{text}</span> " · " {by_day(words, doing.by)}</li> }
    });
    view! {
        <details class="md-field">
            <summary class="md-quiet-summary"><span>{words.with("journey-later", &[("n", all.into())])}</span></summary>
            <ul class="md-block__list">{own.collect_view()} {ours.collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn by_day(words: &Words, day: chrono::NaiveDate) -> String {
    words.with(if day < today() { "journey-was-by" } else { "journey-by" }, &[("date", full_day(words, day).into())])
}

/// What is needed for a line that cannot be done now.
fn help_mark(words: &Words, journey: &Journey, line: &Line) -> Option<String> {
    let need = journey.agreement.lines.get(&line.id)?.standing.need?;
    Some(format!("{}. {}", words.t("going-cannot-now"), words.t(&format!("need-{}", need.as_str().replace('_', "-")))))
}

/// What the resident does now.
pub(super) fn todos(words: &Words, journey: &Journey) -> AnyView {
    if journey.now.todos.is_empty() {
        return view! { <p class="nl-paragraph">{words.t("journey-nothing-to-do")}</p> }.into_any();
    }
    let rows = journey.now.todos.iter().map(|todo| todo_row(words, journey, todo)).collect_view();
    view! { <ol class="md-tasks">{rows}</ol> }.into_any()
}

fn todo_row(words: &Words, journey: &Journey, todo: &Todo) -> AnyView {
    let (id, side) = (journey.file.resident(), journey.side);
    let staff = side == Side::Municipality;
    let review = || address::review(id);
    let by = |day: chrono::NaiveDate| by_day(words, day);
    let (icon, title, sub, href) = match todo {
        Todo::Begin => ("pencil", words.t("home-begin"), String::new(), address::start(id)),
        Todo::GoOn => ("pencil", words.t("home-go-on"), String::new(), address::overview(id, Way::Own)),
        Todo::Ask => ("help", words.t("todo-ask"), String::new(), if staff { review() } else { address::ask(id) }),
        Todo::Answer(until) => ("messages", words.t("todo-answer"), by(*until), address::agreement(id, side)),
        Todo::Group => ("users", words.t("todo-group"), String::new(), if staff { review() } else { address::group(id) }),
        Todo::LookBack => ("history", words.t("agreement-look-back"), String::new(), address::agreement_look_back(id, side)),
        Todo::Line(line) => (
            "circle-dashed",
            line.text.clone(),
            help_mark(words, journey, line).or_else(|| next_step(words, journey, line)).unwrap_or_else(|| by(line.due)),
            address::agreement_going_at(id, side, &line.id),
        ),
    };
    view! {
        <li class="md-task">
            <a class="md-task__link" href=href>
                <Icon name=icon size="lg" />
                <span class="md-task__text">
                    <span class="md-task__title" dir="auto">{title}</span>
                    {(!sub.is_empty()).then(|| view! { <span class="md-task__sub">{sub}</span> })}
                </span>
                <Icon name="chevron-right" size="sm" />
            </a>
        </li>
    }
    .into_any()
}

/// The first small step of a line that is not done, for the resident.
fn next_step(words: &Words, journey: &Journey, line: &domain::agreement::Line) -> Option<String> {
    let step = journey.agreement.order.steps.get(&line.id)?.iter().find(|step| !step.done)?;
    Some(words.with("steps-next", &[("step", step.text.clone().into())]))
}

/// What the municipality does, with a date each; a date that passed is said, and so can the resident say that it did not
/// happen.
pub(super) fn doings(words: &Words, journey: &Journey) -> AnyView {
    if journey.now.doings.is_empty() {
        return view! { <p class="nl-paragraph">{words.t("journey-municipality-nothing")}</p> }.into_any();
    }
    let (id, side) = (journey.file.resident(), journey.side);
    let row = |doing: &Doing| {
        let late = doing.by < today();
        let by = words.with(if late { "journey-late" } else { "journey-by" }, &[("date", full_day(words, doing.by).into())]);
        let text = match &doing.what {
            Ok(line) => view! { <a class="nl-link" dir="auto" href=address::agreement_going_at(id, side, &line.id)>{line.text.clone()}</a> }.into_any(),
            Err(key) => words.t(key).into_any(),
        };
        let asked = doing.asked.map(|at| words.with("doing-asked", &[("date", moment_day(words, at).into())]));
        view! {
            <li class="md-bond__line">
                <p class="md-bond__text">{text}</p>
                {asked.map(|text| view! { <p class="md-bond__more">{text}</p> })}
                <p class=if late { "md-bond__late" } else { "md-bond__date" }><Icon name=if late { "alert-circle" } else { "calendar" } size="sm" /><span>{by}</span></p>
                {doing.what.as_ref().ok().and_then(|line| not_done(words, journey, line, late))}
            </li>
        }
    };
    view! { <ul class="md-bond__lines">{journey.now.doings.iter().take(6).map(row).collect_view()}</ul> }.into_any()
}

/// For the resident: one tap to say that what is late did not happen, or that this was said.
fn not_done(words: &Words, journey: &Journey, line: &Line, late: bool) -> Option<AnyView> {
    let standing = journey.agreement.lines.get(&line.id)?.standing;
    if standing.not_done == Some(Side::Resident) {
        return Some(view! { <p class="md-bond__more">{words.t("journey-not-done-said")}</p> }.into_any());
    }
    (late && journey.side == Side::Resident).then(|| {
        view! {
            <form class="md-marks" method="post" action=api::MarkLine::url()>
                <input type="hidden" name="resident" value=journey.file.resident().to_owned() />
                <input type="hidden" name="line" value=line.id.clone() />
                <button class="nl-button nl-button--secondary md-marks__one" type="submit" name="mark" value=Mark::NotDone.as_str()>
                    <span class="nl-button__label">{words.t("journey-not-done")} <span class="md-visually-hidden" dir="auto">": " {line.text.clone()}</span></span>
                </button>
            </form>
        }
        .into_any()
    })
}
