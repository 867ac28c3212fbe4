//! The journey on one screen: where am I, what do I do now, what does the municipality do and by when, what was, what
//! may come. For the caseworker the same.

use super::agreement::words_for;
use super::history::events;
use super::load::{load, param};
use super::sent::ProcessStep;
use crate::components::{Back, Icon, Notice, frame};
use crate::format::{full_day, time};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::agreement::Side;
use domain::appointment;
use domain::journey::{At, Feeling, Stage};
use domain::review::Group;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::clock::local;
use service::content::Words;
use service::intake::Way;
use service::journey::{Doing, Journey, Todo};
use service::typed::Typed;

/// The journey, for the resident.
#[component]
pub fn JourneyPage() -> impl IntoView {
    with_journey(Side::Resident, body)
}

/// The journey, for the caseworker.
#[component]
pub fn WorkJourneyPage() -> impl IntoView {
    with_journey(Side::Municipality, body)
}

pub(super) fn with_journey<V: IntoView + 'static>(side: Side, show: impl FnOnce(Journey, Typed) -> V + Send + 'static) -> impl IntoView {
    let resident = param("resident");
    load(
        move |visitor, service| async move {
            let journey = service.journey(visitor.actor()?, &resident).await?;
            if journey.side != side {
                return Err(Error::NotFound);
            }
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("journey/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((journey, typed))
        },
        |(journey, typed): (Journey, Typed)| show(journey, typed),
    )
}

fn today() -> chrono::NaiveDate {
    service().clock.today()
}

fn body(journey: Journey, typed: Typed) -> impl IntoView {
    let side = journey.side;
    let words = words_for(side);
    let id = journey.file.resident().to_owned();
    let (home, label) = match side {
        Side::Resident => (address::home(&id), words.t("to-overview")),
        Side::Municipality => (address::review(&id), words.t("review-title")),
    };
    let name = (side == Side::Municipality).then(|| journey.file.profile.full_name());
    let stage = journey.places.iter().find(|(_, at)| matches!(at, At::Now(_))).map(|(stage, _)| stage.id.clone());
    frame(words.t("journey-title")).show(view! {
        <div class="md-topline"><Back href=home label=label /></div>
        <Notice key=typed.notice.clone() desk=side == Side::Municipality />
        <h1 class="nl-heading nl-heading--level-1">{words.t("journey-title")} {name.map(|name| view! { ": " <span translate="no">{name}</span> })}</h1>
        <WhereNow journey=journey.clone() />
        {next_appointment(&words, &journey)}
        <div class="md-bond__sides">
            <section aria-labelledby="todo">
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="todo">{words.t("journey-you")}</h2>
                {todos(&words, &journey)}
            </section>
            <section aria-labelledby="doing">
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="doing">{words.t("journey-municipality")}</h2>
                {doings(&words, &journey)}
            </section>
        </div>
        <section aria-labelledby="line">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="line">{words.t("journey-line")}</h2>
            <ol class="denhaag-process-steps md-steps">{journey.places.iter().enumerate().map(|(at, (stage, place))| step(&words, at + 1, stage, *place)).collect_view()}</ol>
        </section>
        {(journey.group == Some(Group::Three)).then(|| view! { <NearHome words=words.clone() /> })}
        <section aria-labelledby="was">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="was">{words.t("journey-was")}</h2>
            {events(&words, &journey, journey.events.iter().take(3))}
            <p class="nl-paragraph"><a class="nl-link" href=address::history(&id, side, "")>{words.t("journey-history")}</a></p>
        </section>
        {match side {
            Side::Resident => stage.map(|stage| view! { <Feelings id=id.clone() stage=stage /> }.into_any()),
            Side::Municipality => Some(view! { <Spoken id=id.clone() /> }.into_any()),
        }}
    })
}

/// Where somebody is now, in one sentence, with the day that is expected or has passed.
#[component]
fn WhereNow(journey: Journey) -> impl IntoView {
    let words = words_for(journey.side);
    let all = journey.places.len();
    let now = journey.places.iter().enumerate().find_map(|(n, (stage, at))| if let At::Now(by) = at { Some((n + 1, stage.clone(), *by)) } else { None });
    match now {
        None => view! { <p class="nl-paragraph nl-paragraph--lead">{words.t("journey-all-done")}</p> }.into_any(),
        Some((n, stage, by)) => {
            let key = if by < today() { "journey-expected-passed" } else { "journey-expected" };
            view! {
                <div class="md-note md-note--plain">
                    <Icon name="walk" size="lg" />
                    <div>
                        <p>{words.with("journey-step", &[("n", n.into()), ("all", all.into())])} " " <strong>{words.t(&format!("stage-{}", stage.id.replace('_', "-")))}</strong></p>
                        <p>{words.attr(&format!("stage-{}", stage.id.replace('_', "-")), "text")}</p>
                        <p>{words.with(key, &[("date", full_day(&words, by).into())])}</p>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

/// The next appointment, or where to ask for one.
fn next_appointment(words: &Words, journey: &Journey) -> AnyView {
    let text = match journey.appointments.first() {
        Some(a) => {
            let day = full_day(words, local(a.starts_at).date_naive());
            words.with("appointment-next", &[("date", day.into()), ("time", time(a.starts_at).into())])
        }
        None => words.t("appointment-no-next"),
    };
    view! { <p class="md-bond__own"><a class="nl-link md-link" href=address::appointments(journey.file.resident(), journey.side)><Icon name="calendar" /><span>{text}</span></a></p> }.into_any()
}

fn todos(words: &Words, journey: &Journey) -> AnyView {
    if journey.todos.is_empty() {
        return view! { <p class="nl-paragraph">{words.t("journey-nothing-to-do")}</p> }.into_any();
    }
    let rows = journey.todos.iter().map(|todo| todo_row(words, journey, todo)).collect_view();
    view! { <ol class="md-tasks">{rows}</ol> }.into_any()
}

fn todo_row(words: &Words, journey: &Journey, todo: &Todo) -> AnyView {
    let (id, side) = (journey.file.resident(), journey.side);
    let staff = side == Side::Municipality;
    let review = || address::review(id);
    let by = |day: chrono::NaiveDate| {
        let key = if day < today() { "journey-was-by" } else { "journey-by" };
        words.with(key, &[("date", full_day(words, day).into())])
    };
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
            next_step(words, journey, line).unwrap_or_else(|| by(line.due)),
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

/// What the municipality does, with a date each; a date that passed is said.
fn doings(words: &Words, journey: &Journey) -> AnyView {
    if journey.doings.is_empty() {
        return view! { <p class="nl-paragraph">{words.t("journey-municipality-nothing")}</p> }.into_any();
    }
    let row = |doing: &Doing| {
        let late = doing.by < today();
        let by = words.with(if late { "journey-late" } else { "journey-by" }, &[("date", full_day(words, doing.by).into())]);
        let text = match &doing.what {
            Ok(line) => view! { <span dir="auto">{line.text.clone()}</span> }.into_any(),
            Err(key) => words.t(key).into_any(),
        };
        view! {
            <li class="md-bond__line">
                <p class="md-bond__text">{text}</p>
                <p class=if late { "md-bond__late" } else { "md-bond__date" }><Icon name=if late { "alert-circle" } else { "calendar" } size="sm" /><span>{by}</span></p>
            </li>
        }
    };
    view! { <ul class="md-bond__lines">{journey.doings.iter().take(6).map(row).collect_view()}</ul> }.into_any()
}

fn step(words: &Words, number: usize, stage: &Stage, at: At) -> AnyView {
    let title = words.t(&format!("stage-{}", stage.id.replace('_', "-")));
    let (state, meta) = match at {
        At::Done(day) => ("checked", words.with("journey-done-on", &[("date", full_day(words, day).into())])),
        At::Now(_) => ("current", words.t(&format!("journey-who-{}", stage.who.as_str()))),
        At::Later => ("not-checked", words.with("journey-weeks", &[("n", i64::from(stage.weeks).into())])),
    };
    view! { <ProcessStep state=state number=number title=title meta=meta /> }.into_any()
}

/// Activities near home, as the municipality keeps them.
#[component]
fn NearHome(words: Words) -> impl IntoView {
    let service = service();
    let row = |activity: &domain::journey::Activity| {
        let key = format!("activity-{}", activity.id.replace('_', "-"));
        let (text, number) = (words.attr(&key, "text"), activity.phone.clone());
        let call = (!number.is_empty()).then(|| view! { " " <a class="nl-link" href=crate::format::dial(&number)><bdi dir="ltr">{number.clone()}</bdi></a> });
        view! { <li class="md-bond__line"><strong>{words.t(&key)}</strong> <p class="md-bond__text">{text} " " {activity.place.clone()} "." {call}</p></li> }
    };
    let rows = service.content.journey.activities.iter().map(row).collect_view();
    view! {
        <section aria-labelledby="near">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="near">{words.t("journey-near")}</h2>
            <p class="nl-paragraph">{words.t("journey-near-text")}</p>
            <ul class="md-bond__lines">{rows}</ul>
        </section>
    }
}

/// How this part is found: one tap, anonymous.
#[component]
fn Feelings(id: String, stage: String) -> impl IntoView {
    let words = visitor().words;
    let button = |feeling: Feeling| {
        let icon = match feeling {
            Feeling::Good => "mood-happy",
            Feeling::Soso => "mood-neutral",
            Feeling::Bad => "mood-sad",
        };
        view! {
            <button class="nl-button nl-button--secondary md-equal__one" type="submit" name="feeling" value=feeling.as_str()>
                <Icon name=icon />
                <span class="nl-button__label">{words.t(&format!("feeling-{}", feeling.as_str()))}</span>
            </button>
        }
    };
    view! {
        <form method="post" action=api::CountFeeling::url() aria-labelledby="feeling">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="feeling">{words.t("feeling-title")}</h2>
            <p class="nl-paragraph">{words.t("feeling-text")}</p>
            <input type="hidden" name="resident" value=id />
            <input type="hidden" name="stage" value=stage />
            <div class="md-equal">{Feeling::ALL.map(button).collect_view()}</div>
        </form>
    }
}

/// That the caseworker spoke with the resident: when and how, never what about.
#[component]
fn Spoken(id: String) -> impl IntoView {
    let words = visitor().words;
    let button = |way: appointment::Way| {
        view! {
            <button class="nl-button nl-button--secondary" type="submit" name="way" value=way.as_str()>
                <span class="nl-button__label">{words.t(&format!("talk-{}", way.as_str()))}</span>
            </button>
        }
    };
    view! {
        <form method="post" action=api::RecordTalk::url() aria-labelledby="spoken">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="spoken">{words.t("spoken-title")}</h2>
            <input type="hidden" name="resident" value=id />
            <div class="md-actions md-actions--start">{appointment::Way::ALL.map(button).collect_view()}</div>
        </form>
    }
}
