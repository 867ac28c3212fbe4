//! One volunteer: what they can do, what they learned, a thank-you, and stopping.

use crate::components::{Back, FieldError, Icon, MainButton, Notice, ProblemSummary, QuietButton, Select, TextInput, frame};
use crate::format::{self, full_day};
use crate::pages::load::{load, param};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::intake::Domain;
use domain::volunteer::Available;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::domain_text;
use service::typed::Typed;
use service::volunteer::VolunteerView;

/// The languages that a volunteer can speak, as codes of the texts `language-…`.
const LANGUAGES: [&str; 7] = ["nl", "en", "ar", "uk", "ti", "tr", "pl"];

/// One volunteer.
#[component]
pub fn VolunteerPage() -> impl IntoView {
    let person = param("person");
    load(
        |visitor, service| async move {
            let volunteer = service.volunteer(visitor.actor()?, &person).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("volunteer/{person}")).await?,
                None => Typed::default(),
            };
            Ok((volunteer, typed))
        },
        |(volunteer, typed): (VolunteerView, Typed)| {
            let words = visitor().words;
            let label = |field: &str| words.t(&format!("volunteer-{field}"));
            let problems = typed.problems.iter().map(|p| (p.field.to_string(), format::problem(&words, p, &label(&p.field)))).collect();
            frame(words.t("volunteers-title")).wide().faulty(!typed.problems.is_empty()).show(view! {
                <div class="md-topline"><Back href=address::VOLUNTEERS label=words.t("volunteers-title") /></div>
                <Notice key=typed.notice.clone() />
                <ProblemSummary problems=problems />
                <h1 class="nl-heading nl-heading--level-1" translate="no">{volunteer.name.clone()}</h1>
                <About volunteer=volunteer.clone() typed=typed.clone() />
                {known(&words, &volunteer, &typed)}
            })
        },
    )
}

/// A box to tick in a list.
fn tick(name: &'static str, value: String, text: String, checked: bool, invalid: bool) -> AnyView {
    view! {
        <label class="md-check">
            <input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" name=name value=value checked=checked aria-invalid=invalid.then_some("true") />
            <span>{text}</span>
        </label>
    }
    .into_any()
}

/// What they can do. What was typed and not taken goes before what is known.
#[component]
fn About(volunteer: VolunteerView, typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let about = volunteer.about;
    let retyped = typed.fields.contains_key("neighbourhood") && !typed.problems.is_empty();
    let has = |list: &str, value: &str, known: bool| if retyped { typed.list(list).iter().any(|v| v == value) } else { known };
    let no_language = typed.problem("languages").is_some();
    let languages = LANGUAGES.map(|code| {
        tick("languages[]", code.to_owned(), words.t(&format!("language-{code}")), has("languages", code, about.languages.contains(code)), no_language)
    });
    let available = Available::ALL.iter().map(|a| {
        tick(
            "available[]",
            a.as_str().to_owned(),
            words.t(&format!("available-{}", a.as_str())),
            has("available", a.as_str(), about.available.contains(a)),
            false,
        )
    });
    let topics =
        Domain::ALL.map(|d| tick("topics[]", d.as_str().to_owned(), domain_text(&words, d), has("topics", d.as_str(), about.topics.contains(&d)), false));
    let near = service().content.volunteers.neighbourhoods.iter().map(|n| (n.clone(), n.clone())).collect::<Vec<_>>();
    let near = std::iter::once((String::new(), words.t("volunteer-anywhere"))).chain(near).collect();
    let chosen = if retyped { typed.field("neighbourhood").unwrap_or_default().to_owned() } else { about.neighbourhood.clone() };
    let error = |field: &str, label: &str| typed.problem(field).map(|p| format::problem(&words, p, label));
    let (languages_label, near_label) = (words.t("volunteer-languages"), words.t("volunteer-neighbourhood"));
    let languages_error = error("languages", &languages_label);
    let peer = if retyped { typed.field("peer") == Some("yes") } else { about.peer };
    view! {
        <form class="md-form md-form--dense" method="post" action=api::KeepVolunteer::url() novalidate>
            <input type="hidden" name="person" value=volunteer.person />
            <fieldset class="md-mini" id="languages" aria-describedby=no_language.then_some("languages-error")>
                <legend class="utrecht-form-label">{languages_label.clone()}</legend>
                <FieldError id="languages-error" text=languages_error />
                {languages.into_iter().collect_view()}
            </fieldset>
            <Select id="neighbourhood" label=near_label.clone() options=near chosen=chosen error=error("neighbourhood", &near_label) />
            <fieldset class="md-mini"><legend class="utrecht-form-label">{words.t("volunteer-available")}</legend>{available.collect_view()}</fieldset>
            <fieldset class="md-mini"><legend class="utrecht-form-label">{words.t("volunteer-topics")}</legend>{topics.into_iter().collect_view()}</fieldset>
            <fieldset class="md-mini"><legend class="utrecht-form-label">{words.t("volunteer-who")}</legend>{tick("peer", "yes".to_owned(), words.t("volunteer-peer"), peer, false)}</fieldset>
            <div class="md-actions"><MainButton label=words.t("keep") /></div>
        </form>
    }
}

/// Training, thanks and stopping: for who is a volunteer already.
fn known(words: &Words, volunteer: &VolunteerView, typed: &Typed) -> Option<AnyView> {
    (!volunteer.about.languages.is_empty()).then(|| {
        let person = || view! { <input type="hidden" name="person" value=volunteer.person.clone() /> };
        let courses = service().content.volunteers.courses.iter().map(|c| (c.clone(), c.clone())).collect();
        let label = |field: &str| words.t(&format!("volunteer-{field}"));
        let error = |field: &str| typed.problem(field).map(|p| format::problem(words, p, &label(field)));
        let day = typed.field("day").map_or_else(|| service().clock.today().format("%-d-%-m-%Y").to_string(), ToOwned::to_owned);
        let done = volunteer.training.iter().map(|(course, day)| view! { <li class="md-bond__line">{course.clone()} " · " {full_day(words, *day)}</li> }).collect_view();
        view! {
            <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("training-title")}</h2>
            <ul class="md-bond__lines">{done}</ul>
            <form class="md-form md-form--dense" method="post" action=api::TrainVolunteer::url() novalidate>
                {person()}
                <Select id="course" label=label("course") options=courses chosen=typed.field("course").unwrap_or_default().to_owned() error=error("course") />
                <TextInput id="day" label=label("day") value=day error=error("day") />
                <QuietButton label=words.t("volunteer-train") kind="secondary" />
            </form>
            <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t("volunteer-thank")}</h2>
            <form class="md-form md-form--dense" method="post" action=api::ThankVolunteer::url() novalidate>
                {person()}
                <TextInput id="words" label=label("words") help=words.t("volunteer-words-help") value=typed.field("words").unwrap_or_default().to_owned() error=error("words") />
                <QuietButton label=words.t("volunteer-thank-button") kind="secondary" icon="heart" />
            </form>
            <details class="md-quiet">
                <summary class="md-quiet-summary"><Icon name="hand-stop" size="sm" /><span>{words.t("volunteer-end")}</span></summary>
                <p class="nl-paragraph">{words.t("volunteer-end-text")}</p>
                <form method="post" action=api::EndVolunteer::url()>{person()} <QuietButton label=words.t("volunteer-end-button") kind="secondary" /></form>
            </details>
        }
        .into_any()
    })
}
