//! The parts that are shared with a helper, to look at: nothing here can be answered, sent or changed.

use crate::address;
use crate::components::{Back, Icon, frame};
use crate::format::{full_day, moment_day, time};
use crate::pages::load::{load, param};
use crate::pages::sent::ProcessStep;
use crate::visitor::{speak_to_helper, visitor};
use domain::journey::At;
use leptos::prelude::*;
use service::calculation::Saved;
use service::clock::local;
use service::content::Words;
use service::file::File;
use service::mandate::{HelpedAgreement, HelpedJourney};

/// A page about one part, with the way back and the banner.
fn page(file: &File, title: &'static str, body: AnyView) -> AnyView {
    let words = visitor().words;
    // The tab says nobody's name.
    frame(words.t("helping-title")).helping(file.mark()).show(view! {
        <div class="md-topline"><Back href=address::helping(file.resident()) label=words.t("helped-back") /></div>
        <h1 class="nl-heading nl-heading--level-1">{words.t(title)}</h1>
        {body}
    })
}

/// What is agreed.
#[component]
pub fn HelpedAgreementPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move { service.helped_agreement(visitor.actor()?, &resident).await },
        |shared: HelpedAgreement| {
            speak_to_helper(&shared.file);
            let words = visitor().words;
            let body = view! {
                {shared.goals.is_empty().then(|| view! { <p class="md-empty">{words.t("helped-agreement-none")}</p> })}
                {shared
                    .goals
                    .iter()
                    .map(|(goal, lines)| {
                        let row = |(line, progress): &(domain::agreement::Line, domain::agreement::Progress)| {
                            view! {
                                <li class="md-bond__line">
                                    <p class="md-bond__mark">{words.t(&format!("agreement-doer-{}", line.doer.as_str()))}</p>
                                    <p class="md-bond__text" dir="auto">{line.text.clone()}</p>
                                    <p class="md-bond__date"><Icon name="calendar" size="sm" /><span>{full_day(&words, line.due)} " · " {words.t(&format!("going-{}", progress.as_str().replace('_', "-")))}</span></p>
                                </li>
                            }
                        };
                        view! {
                            <section class="md-bond">
                                <h2 class="md-bond__goal" dir="auto">{goal.title.clone()}</h2>
                                <ul class="md-bond__lines">{lines.iter().map(row).collect_view()}</ul>
                            </section>
                        }
                    })
                    .collect_view()}
                {shared.more.then(|| view! { <p class="nl-paragraph">{words.t("helped-agreement-more")}</p> })}
            };
            page(&shared.file, "part-agreements", body.into_any())
        },
    )
}

/// Where the resident is.
#[component]
pub fn HelpedJourneyPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move { service.helped_journey(visitor.actor()?, &resident).await },
        |shared: HelpedJourney| {
            speak_to_helper(&shared.file);
            let words = visitor().words;
            let step = |(number, (stage, at)): (usize, &(domain::journey::Stage, At))| {
                let title = words.t(&format!("stage-{}", stage.id.replace('_', "-")));
                let (state, meta) = match at {
                    At::Done(day) => ("checked", words.with("journey-done-on", &[("date", full_day(&words, *day).into())])),
                    At::Open => ("not-checked", words.t("journey-open")),
                    At::Now(_) => ("current", words.t("journey-here")),
                    At::Later => ("not-checked", words.with("journey-weeks", &[("n", i64::from(stage.weeks).into())])),
                };
                view! { <ProcessStep state=state number=number + 1 title=title meta=meta /> }
            };
            let appointment = |a: &service::appointment::Appointment| {
                let day = full_day(&words, local(a.starts_at).date_naive());
                view! { <li class="md-bond__line"><Icon name="calendar" size="sm" /> " " {words.with("appointment-next", &[("date", day.into()), ("time", time(a.starts_at).into())])}</li> }
            };
            let body = view! {
                <ol class="denhaag-process-steps md-steps">{shared.places.iter().enumerate().map(step).collect_view()}</ol>
                <ul class="md-bond__lines">{shared.appointments.iter().map(appointment).collect_view()}</ul>
            };
            page(&shared.file, "part-journey", body.into_any())
        },
    )
}

/// The calculations that the resident kept.
#[component]
pub fn HelpedCalculations() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move { service.helped_calculations(visitor.actor()?, &resident).await },
        |(file, saved): (File, Vec<Saved>)| {
            speak_to_helper(&file);
            let words = visitor().words;
            let body = view! {
                {saved.is_empty().then(|| view! { <p class="md-empty">{words.t("helped-calculations-none")}</p> })}
                <ul class="md-kept">{saved.iter().map(|one| calculation(&words, one)).collect_view()}</ul>
            };
            page(&file, "part-calculation", body.into_any())
        },
    )
}

fn calculation(words: &Words, saved: &Saved) -> AnyView {
    view! { <li class="md-kept__item">{crate::pages::calculations::what(words, saved)} <p class="md-kept__seen">{moment_day(words, saved.saved_at)}</p></li> }
        .into_any()
}
