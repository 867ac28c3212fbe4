//! The journey on one screen: where am I, what do I do now, what does the municipality do and by when, what was, what
//! may come. For the caseworker the same.

use super::agreement::words_for;
use super::history::events;
use super::journey_now::{doings, later, next_appointment, todos};
use super::load::{load, param};
use super::sent::ProcessStep;
use crate::components::{Back, Icon, Notice, frame};
use crate::format::full_day;
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::agreement::Side;
use domain::appointment;
use domain::journey::{At, Feeling, Stage};
use domain::review::Group;
use domain::task::Turn;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::content::Words;
use service::journey::Journey;
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
        {journey.agreement.agreed().is_some().then(|| super::agreement::other_language(&words, &journey.file.profile.language, side))}
        <WhereNow journey=journey.clone() />
        <div class="md-bond__sides md-bond__sides--close">
            <section aria-labelledby="todo">
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="todo">{words.t("journey-you")}</h2>
                {todos(&words, &journey)}
            </section>
            <section aria-labelledby="doing">
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="doing">{words.t("journey-municipality")}</h2>
                {doings(&words, &journey)}
            </section>
        </div>
        {next_appointment(&words, &journey)}
        {later(&words, &journey)}
        <section aria-labelledby="line">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="line">{words.t("journey-line")}</h2>
            <ol class="denhaag-process-steps md-steps">{journey.places.iter().enumerate().map(|(at, (stage, place))| step(&words, at + 1, stage, *place, journey.now.turn())).collect_view()}</ol>
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
                        // What a stage means is told to the resident; a caseworker knows.
                        {(journey.side == Side::Resident).then(|| view! { <p>{words.attr(&format!("stage-{}", stage.id.replace('_', "-")), "text")}</p> })}
                        <p>{words.with(key, &[("date", full_day(&words, by).into())])}</p>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

fn step(words: &Words, number: usize, stage: &Stage, at: At, turn: Turn) -> AnyView {
    let title = words.t(&format!("stage-{}", stage.id.replace('_', "-")));
    let (state, meta) = match at {
        At::Done(day) => ("checked", words.with("journey-done-on", &[("date", full_day(words, day).into())])),
        At::Open => ("not-checked", words.t("journey-open")),
        At::Now(_) => ("current", words.t(&format!("journey-turn-{}", turn.as_str()))),
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
