//! The home of a resident: one next step, then everything else.

use super::data::DeletedSoon;
use super::journey_now::next_talk;
use super::load::{load, param};
use super::mandate::HelpersAsk;
use crate::components::{Foot, Icon, frame};
use crate::format::{full_day, iso_day, moment_day};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::access::Role;
use domain::agreement::Side;
use domain::request::RequestKind;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::content::Words;
use service::intake::Way;
use service::journey::Todo;
use service::mandate::Asks;
use service::review::Home as Model;
use service::rights::Due;
use service::typed::Typed;

/// The home of a resident.
#[component]
pub fn Home() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let home = service.home(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("home/{resident}")).await?,
                None => Typed::default(),
            };
            let due = service.deleted_soon(visitor.actor()?, &resident).await?;
            let asks = service.helpers_ask(visitor.actor()?, &resident).await?;
            Ok((home, typed, due, asks))
        },
        |(home, typed, due, asks): (Model, Typed, Vec<Due>, Asks)| {
            let (own, words) = (visitor().actor().is_ok_and(|actor| actor.role == Role::Resident), visitor().words);
            let greeting = words.with("home-greeting", &[("name", home.file.profile.greeting().into())]);
            let id = home.file.resident().to_owned();
            frame(words.t("home-title")).show(view! {
                <Gone typed=typed />
                <h1 class="nl-heading nl-heading--level-1">{greeting}</h1>
                <DeletedSoon due=due />
                <HelpersAsk id=id.clone() asks=asks />
                <NextStep home=home.clone() />
                <Also home=home.clone() own=own />
                <p class="md-foot">
                    {own.then(|| view! { <Foot href=address::profile(&id) label=words.t("profile-title") icon="user" /> })}
                    {own.then(|| view! { <Foot href=address::data(&id) label=words.t("held-title") icon="lock" /> })}
                    <Foot href=address::access(&id) label=words.t("access-title") icon="eye" />
                    <Foot href=address::HELP label=words.t("help-title") icon="help-circle" />
                </p>
            })
        },
    )
}

/// The draft was sent or thrown away elsewhere while something was typed here: it is shown, not lost.
#[component]
fn Gone(typed: Typed) -> impl IntoView {
    let words = visitor().words;
    let text: Vec<String> = ["text", "number"].iter().filter_map(|f| typed.field(f)).filter(|t| !t.is_empty()).map(ToOwned::to_owned).collect();
    (!typed.notice.is_empty()).then(|| {
        view! {
            <div class="md-note" role="status">
                <Icon name="info-circle" />
                <div>
                    <p>{words.t(&typed.notice)}</p>
                    {(!text.is_empty()).then(|| view! { <p>{words.t("notice-you-typed")} " " <q dir="auto">{text.join(" ")}</q></p> })}
                </div>
            </div>
        }
    })
}

/// Whether the decision on the group is the next thing to read.
fn group_comes_first(home: &Model) -> bool {
    matches!(home.now.todos.first(), Some(Todo::Group))
}

/// What the resident does first, as on the journey; else what the municipality does now. Below it the next talk, and what
/// the municipality is late with.
#[component]
fn NextStep(home: Model) -> impl IntoView {
    let words = visitor().words;
    let id = home.file.resident().to_owned();
    // Who acts for the resident has no journey of theirs to read.
    let late = home.now.late(service().clock.today()).filter(|_| home.file.own).map(|_| words.t("home-late"));
    let talk = home.now.appointments.first().map(|a| next_talk(&words, a));
    let note = |icon: &'static str, text: String, href: String| {
        view! { <p class="md-bond__own"><a class="nl-link md-link" href=href><Icon name=icon /><span>{text}</span></a></p> }
    };
    view! {
        {first_card(&words, &home)}
        {talk.map(|text| note("calendar", text, address::appointments(&id, Side::Resident)))}
        {late.map(|text| note("alert-circle", text, address::journey(&id, Side::Resident)))}
    }
}

fn first_card(words: &Words, home: &Model) -> AnyView {
    let id = home.file.resident().to_owned();
    let card = |title: String, text: String, cue: &str, href: String| {
        view! {
            <section class="md-next" aria-labelledby="next-title">
                <p class="md-next__label">{words.t(if home.now.todos.is_empty() { "home-now" } else { "home-next" })}</p>
                <h2 class="nl-heading nl-heading--level-2 md-next__title" id="next-title">
                    <a class="md-next__link" dir="auto" href=href>{title}</a>
                </h2>
                <p class="md-next__text">{text}</p>
                <span class="md-next__cue" aria-hidden="true">{words.t(cue)} " " <Icon name="arrow-right" /></span>
            </section>
        }
        .into_any()
    };
    let by = |key: &str, day| words.with(key, &[("date", full_day(words, day).into())]);
    let today = service().clock.today();
    match home.now.todos.first() {
        Some(Todo::Ask) => card(words.t("home-asked"), words.t("home-asked-text"), "home-cue-look", address::ask(&id)),
        Some(Todo::Answer(until)) => {
            let key = if *until < today { "home-answer-passed" } else { "home-answer-text" };
            card(words.t("todo-answer"), by(key, *until), "home-cue-look", address::agreement(&id, Side::Resident))
        }
        Some(Todo::Group) => {
            let date = home.decisions.first().map(|d| moment_day(words, d.at)).unwrap_or_default();
            card(words.t("home-group"), words.with("home-group-sub", &[("date", date.into())]), "home-cue-look", address::group(&id))
        }
        Some(Todo::GoOn) => {
            let (updated, done, all) = home.draft.unwrap_or_default();
            let (title, text) = if home.sent.is_empty() {
                let args = [("done", done.into()), ("all", all.into()), ("date", moment_day(words, updated).into())];
                (words.t("home-go-on"), words.with("home-go-on-text", &args))
            } else {
                (words.t("home-change"), words.t("home-change-text"))
            };
            card(title, text, "home-cue-go-on", address::overview(&id, Way::Own))
        }
        Some(Todo::Begin) => card(words.t("home-begin"), words.t("home-begin-text"), "home-cue-begin", address::start(&id)),
        Some(Todo::LookBack) => {
            card(words.t("agreement-look-back"), words.t("home-look-back-text"), "home-cue-look", address::agreement_look_back(&id, Side::Resident))
        }
        Some(Todo::Line(line)) => {
            let key = if line.due < today { "journey-was-by" } else { "journey-by" };
            card(line.text.clone(), by(key, line.due), "home-cue-look", address::agreement_going_at(&id, Side::Resident, &line.id))
        }
        None => nothing_first(words, home, card),
    }
}

/// Nothing is for the resident to do: what the municipality does with what was sent.
fn nothing_first(words: &Words, home: &Model, card: impl Fn(String, String, &str, String) -> AnyView) -> AnyView {
    let Some(sent) = home.sent.first() else {
        return view! { <div class="md-empty"><p class="nl-paragraph">{words.t("home-nothing")}</p></div> }.into_any();
    };
    let concluded = home.standing.as_ref().is_some_and(|s| s.state == domain::review::State::Concluded);
    let key = match (concluded, home.late) {
        (true, _) => "home-sent-concluded",
        (false, true) => "home-sent-late",
        (false, false) => "home-sent-text",
    };
    let text = words.with(key, &[("date", iso_day(words, &sent.due_on).into())]);
    card(words.t("home-sent"), text, "home-cue-look", address::sent(home.file.resident(), sent.scan.number))
}

/// Everything else: the group, what was sent, small requests, changing something.
#[component]
fn Also(home: Model, own: bool) -> impl IntoView {
    let words = visitor().words;
    let id = home.file.resident().to_owned();
    let mut rows: Vec<AnyView> = Vec::new();
    if own {
        rows.push(row("walk", words.t("journey-title"), words.t("home-journey-sub"), None, address::journey(&id, Side::Resident)));
        rows.push(row("heart-handshake", words.t("agreement-title"), words.t("home-agreement-sub"), None, address::agreement(&id, Side::Resident)));
    }
    if let Some(decision) = home.decisions.first().filter(|_| !group_comes_first(&home)) {
        rows.push(row(
            "users",
            words.t("home-group"),
            words.with("home-group-sub", &[("date", moment_day(&words, decision.at).into())]),
            None,
            address::group(&id),
        ));
    }
    for request in home.requests.iter().filter(|r| r.settled.is_none()) {
        let title = words.attr(&format!("request-{}", request.kind.as_str().replace('_', "-")), "asked");
        let sub = words.with("home-request-sub", &[("date", iso_day(&words, &request.due_on).into())]);
        rows.push(row("phone", title, sub, None, address::request_sent(&id, &request.reference)));
    }
    if own {
        rows.push(row("user-plus", words.t("helpers-title"), words.t("home-helpers-sub"), None, address::helpers(&id)));
    }
    for sent in &home.sent {
        let title = words.with("home-sent-version", &[("n", sent.scan.number.into())]);
        rows.push(row("file-text", title, moment_day(&words, sent.sent_at), None, address::sent(&id, sent.scan.number)));
    }
    for (kind, icon) in [(RequestKind::Appointment, "calendar"), (RequestKind::Buddy, "users")] {
        if !home.requests.iter().any(|r| r.kind == kind && r.settled.is_none()) {
            rows.push(row(icon, words.t(&format!("request-{}", kind.as_str().replace('_', "-"))), String::new(), None, address::request(&id, kind)));
        }
    }
    if home.calculations > 0 {
        let sub = words.with("home-calculations", &[("n", home.calculations.into())]);
        rows.push(row("calculator", words.t("calculations-title"), sub, None, address::calculations(&id)));
    }
    rows.push(row("calculator", words.t("calculator-title"), words.t("calculator-sub"), None, address::CALCULATOR.to_owned()));
    let change = (!home.sent.is_empty() && home.draft.is_none() && !home.asks.iter().any(service::review::Ask::is_open)).then(|| {
        view! {
            <form class="md-actions md-actions--start" method="post" action=api::StartDraft::url()>
                <input type="hidden" name="resident" value=id.clone() />
                <button class="nl-button nl-button--secondary" type="submit">
                    <span class="nl-button__icon-start"><Icon name="pencil" /></span>
                    <span class="nl-button__label">{words.t("change-something")}</span>
                </button>
            </form>
        }
    });
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="also">{words.t("home-also")}</h2>
        <ul class="md-tasks" aria-labelledby="also">{rows}</ul>
        {change}
    }
}

/// A row of a list: the whole row is a link.
pub fn row(icon: &str, title: String, sub: String, status: Option<String>, href: String) -> AnyView {
    let icon = icon.to_owned();
    view! {
        <li class="md-task">
            <a class="md-task__link" href=href>
                <Icon name=icon size="lg" />
                <span class="md-task__text">
                    <span class="md-task__title">{title}</span>
                    {(!sub.is_empty()).then(|| view! { <span class="md-task__sub">{sub}</span> })}
                </span>
                {status.map(|text| view! { <span class="md-task__status md-task__status--new"><span>{text}</span></span> })}
                <Icon name="chevron-right" size="sm" />
            </a>
        </li>
    }
    .into_any()
}
