//! Appointments: see, ask for, cancel, as a calendar file and in a calendar subscription.

use super::agreement::words_for;
use super::load::{load, param};
use crate::components::{Back, Icon, LinkButton, MainButton, Notice, OptionRow, ProblemSummary, Select, TextInput, frame};
use crate::format::{self, moment_day, time, week_day};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::Role;
use domain::agreement::Side;
use domain::appointment::{MINUTES, Way};
use domain::request::RequestKind;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::appointment::Appointment;
use service::clock::local;
use service::content::Words;
use service::request::Request;
use service::typed::Typed;
use std::collections::BTreeMap;

/// Appointments, for the resident.
#[component]
pub fn AppointmentsPage() -> impl IntoView {
    page(Side::Resident)
}

/// Appointments, for the caseworker.
#[component]
pub fn WorkAppointmentsPage() -> impl IntoView {
    page(Side::Municipality)
}

/// Everything that the page shows.
struct Model {
    side: Side,
    id: String,
    name: String,
    all: Vec<Appointment>,
    subscribed: bool,
    asked: Option<Request>,
    staff: BTreeMap<String, String>,
    typed: Typed,
}

fn page(side: Side) -> impl IntoView {
    let resident = param("resident");
    load(
        move |visitor, service| async move {
            let actor = visitor.actor()?;
            if (actor.role == Role::Caseworker) != (side == Side::Municipality) {
                return Err(Error::NotFound);
            }
            let (file, all, subscribed, asked) = service.appointments(actor, &resident).await?;
            let staff = service.staff().await?.into_iter().map(|(id, person)| (id, person.name)).collect();
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("appointments/{resident}")).await?,
                None => Typed::default(),
            };
            Ok(Model { side, id: resident, name: file.profile.full_name(), all, subscribed, asked, staff, typed })
        },
        body,
    )
}

fn label_of(field: &str, words: &Words) -> String {
    words.t(&format!("appointment-{field}"))
}

fn body(model: Model) -> impl IntoView {
    let Model { side, id, name, all, subscribed, asked, staff, typed } = model;
    let words = words_for(side);
    let now = service().clock.now();
    let (come, were): (Vec<_>, Vec<_>) = all.into_iter().partition(|a| a.comes(now));
    let problems: Vec<(String, String)> = typed
        .problems
        .iter()
        .map(|p| match p.field.as_ref() {
            "way" => ("way-1".to_owned(), format::problem(&words, p, &label_of("way", &words))),
            "sure" => ("sure".to_owned(), words.t("appointment-odd")),
            field => (field.to_owned(), format::problem(&words, p, &label_of(field, &words))),
        })
        .collect();
    let title = words.t("appointments-title");
    let empty = come.is_empty();
    let cards = |list: &[Appointment]| list.iter().map(|a| card(&words, side, &id, a, &staff, now)).collect_view();
    let past = (!were.is_empty()).then(|| {
        view! {
            <section aria-labelledby="were">
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="were">{words.t("appointments-were")}</h2>
                <ul class="md-bond__lines">{cards(&were)}</ul>
            </section>
        }
    });
    frame(title.clone()).faulty(!problems.is_empty()).show(view! {
        <div class="md-topline"><Back href=address::journey(&id, side) label=words.t("journey-title") /></div>
        <ProblemSummary problems=problems />
        <Notice key=typed.notice.clone() desk=side == Side::Municipality />
        <h1 class="nl-heading nl-heading--level-1">{title} {(side == Side::Municipality).then(|| view! { ": " <span translate="no">{name}</span> })}</h1>
        {empty.then(|| view! { <p class="nl-paragraph nl-paragraph--lead">{words.t("appointments-none")}</p> })}
        {asked.as_ref().map(|request| {
            let args = [("date", moment_day(&words, request.sent_at).into()), ("until", format::iso_day(&words, &request.due_on).into())];
            view! { <p class="md-note md-note--plain"><Icon name="info-circle" /><span>{words.with("appointment-asked-until", &args)}</span></p> }
        })}
        <ul class="md-bond__lines">{cards(&come)}</ul>
        {match side {
            Side::Resident => {
                view! {
                    {asked.is_none().then(|| view! { <div class="md-actions md-actions--start">
                        <LinkButton label=words.t("request-appointment") href=address::request(&id, RequestKind::Appointment) kind="secondary" icon="calendar" />
                    </div> })}
                    <Subscription id=id.clone() subscribed=subscribed fresh=typed.field("calendar").map(ToOwned::to_owned) />
                }
                    .into_any()
            }
            Side::Municipality => view! { <Make id=id.clone() typed=typed.clone() /> }.into_any(),
        }}
        {past}
    })
}

fn card(words: &Words, side: Side, id: &str, a: &Appointment, staff: &BTreeMap<String, String>, now: i64) -> AnyView {
    let day = week_day(words, local(a.starts_at).date_naive());
    let when = words.with("appointment-when", &[("date", day.into()), ("time", time(a.starts_at).into()), ("minutes", a.minutes.into())]);
    let how = words.t(&format!("appointment-way-{}", a.way.as_str()));
    let with = staff.get(&a.made_by).cloned().unwrap_or_default();
    let place = (a.way == Way::Desk).then(|| service().content.municipality.address.visit.join(", "));
    let cancelled = a.cancelled.as_ref().map(|(by, at)| {
        let who = staff.get(by).cloned().unwrap_or_default();
        let key = if by == id { "appointment-cancelled-resident" } else { "appointment-cancelled" };
        words.with(key, &[("who", who.into()), ("date", moment_day(words, *at).into())])
    });
    let hint = when.clone();
    view! {
        <li class="md-bond__line">
            <p class="md-bond__text"><strong>{when}</strong></p>
            <p class="md-bond__date"><Icon name="user" size="sm" /><span>{how} {place.map(|p| view! { ": " {p} })} " · " <span translate="no">{with}</span></span></p>
            {(!a.about.is_empty()).then(|| view! { <p class="md-bond__more" dir="auto">{a.about.clone()}</p> })}
            {cancelled.map(|text| view! { <p class="md-bond__late"><Icon name="x" size="sm" /><span>{text}</span></p> })}
            {a.comes(now)
                .then(|| {
                    view! {
                        <div class="md-marks">
                            <a class="nl-button nl-button--secondary md-marks__one" href=address::appointment_file(id, side, &a.id) download="">
                                <Icon name="download" />
                                <span class="nl-button__label">{words.t("appointment-file")} <span class="md-visually-hidden">": " {hint.clone()}</span></span>
                            </a>
                            // Two taps: a talk that is cancelled by mistake is gone.
                            <details>
                                <summary class="md-quiet-summary"><Icon name="x" size="sm" /><span>{words.t("appointment-cancel")} <span class="md-visually-hidden">": " {hint.clone()}</span></span></summary>
                                <form method="post" action=api::CancelAppointment::url()>
                                    <input type="hidden" name="resident" value=id.to_owned() />
                                    <input type="hidden" name="appointment" value=a.id.clone() />
                                    <p class="nl-paragraph">{words.t("appointment-cancel-sure")}</p>
                                    <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("appointment-cancel-yes")}</span></button>
                                </form>
                            </details>
                        </div>
                    }
                })}
        </li>
    }
    .into_any()
}

/// The address for a calendar: shown once, revocable, without anything personal.
#[component]
fn Subscription(id: String, subscribed: bool, fresh: Option<String>) -> impl IntoView {
    let words = visitor().words;
    let button = |action: &'static str, key: &str| {
        view! {
            <form method="post" action=action>
                <input type="hidden" name="resident" value=id.clone() />
                <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t(key)}</span></button>
            </form>
        }
    };
    let base = service().settings.http.base_url();
    view! {
        <section aria-labelledby="calendar">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="calendar">{words.t("calendar-title")}</h2>
            <p class="nl-paragraph">{words.t("calendar-text")}</p>
            {fresh
                .map(|path| {
                    let whole = format!("{base}{path}");
                    // What a phone opens in its calendar; the address itself is there to copy.
                    let tap = whole.split_once("://").map_or_else(|| path.clone(), |(_, rest)| format!("webcal://{rest}"));
                    view! {
                        <div class="md-note md-note--plain">
                            <div>
                                <p><a class="nl-link" href=tap>{words.t("calendar-open")}</a></p>
                                <label class="utrecht-form-label" for="calendar-link">{words.t("calendar-copy")}</label>
                                <input class="utrecht-textbox utrecht-textbox--html-input" id="calendar-link" type="text" readonly dir="ltr" translate="no" value=whole />
                            </div>
                        </div>
                    }
                })}
            <div class="md-actions md-actions--start">
                {button(api::MakeCalendarAddress::url(), if subscribed { "calendar-again" } else { "calendar-make" })}
                {subscribed.then(|| button(api::RevokeCalendarAddress::url(), "calendar-revoke"))}
            </div>
        </section>
    }
}

/// Makes an appointment.
#[component]
fn Make(id: String, typed: Typed) -> impl IntoView {
    let words = words_for(Side::Municipality);
    let faulty = !typed.problems.is_empty();
    let value = |field: &str| if faulty { typed.field(field).unwrap_or_default().to_owned() } else { String::new() };
    let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label_of(field, &words)));
    let minutes: Vec<(String, String)> = MINUTES.iter().map(|n| (n.to_string(), words.with("appointment-n-minutes", &[("n", (*n).into())]))).collect();
    let chosen = if faulty { value("minutes") } else { "30".to_owned() };
    let way = value("way");
    let way_error = error("way");
    view! {
        <section aria-labelledby="make">
            <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="make">{words.t("appointment-make")}</h2>
            <form class="md-form" method="post" action=api::MakeAppointment::url() novalidate>
                <input type="hidden" name="resident" value=id />
                <input type="hidden" name="form_key" value=service::form_key() />
                <fieldset class="md-side md-field" aria-describedby=way_error.is_some().then_some("way-error")>
                    <legend class="utrecht-form-label">{words.t("appointment-way")}</legend>
                    <crate::components::FieldError id="way-error" text=way_error.clone() />
                    <div class="md-options">
                        {Way::ALL
                            .into_iter()
                            .enumerate()
                            .map(|(at, w)| view! { <OptionRow id=format!("way-{}", at + 1) name="way" value=w.as_str() label=words.t(&format!("appointment-way-{}", w.as_str())) checked=w.as_str() == way invalid=way_error.is_some() /> })
                            .collect_view()}
                    </div>
                </fieldset>
                <TextInput id="day" label=words.t("appointment-day") value=value("day") help=words.t("agreement-look-back-help") error=error("day") inputmode="numeric" />
                <TextInput id="time" label=words.t("appointment-time") value=value("time") help=words.t("appointment-time-help") error=error("time") inputmode="numeric" />
                <Select id="minutes" label=words.t("appointment-minutes") options=minutes chosen=chosen error=error("minutes") />
                <TextInput id="about" label=words.t("appointment-about") value=value("about") help=words.t("appointment-about-help") error=error("about") />
                {typed.problem("sure").map(|_| view! {
                    <div class="md-field">
                        <crate::components::FieldError id="sure-error" text=Some(words.t("appointment-odd")) />
                        <OptionRow id="sure" name="sure" value="yes" label=words.t("appointment-sure") checked=false many=true invalid=true described_by="sure-error" />
                    </div>
                })}
                <div class="md-actions"><MainButton label=words.t("appointment-make") icon="calendar" /></div>
            </form>
        </section>
    }
}
