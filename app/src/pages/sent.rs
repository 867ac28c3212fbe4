//! After sending: reference, what happens now and when; and the six-axis picture.

use super::load::{load, param};
use crate::components::{Back, Foot, Icon, LinkButton, Picture, frame};
use crate::format::{full_day, iso_day, moment_day, time};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::intake::picture;
use domain::review::State;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::clock::local;
use service::file::File;
use service::intake::SentView;
use service::review::Home;
use service::sync::queue::Arrival;

async fn own(visitor: crate::Visitor, service: service::Service, resident: String, number: String) -> Result<(File, SentView, Option<SentView>), Error> {
    let number = number.parse().map_err(|_| Error::NotFound)?;
    service.own_scan(visitor.actor()?, &resident, number).await
}

/// The confirmation of a sent version: how far it is, or which version took its place.
#[component]
pub fn SentPage() -> impl IntoView {
    let (resident, number) = (param("resident"), param("number"));
    load(
        |visitor, service| async move {
            let number: i64 = number.parse().map_err(|_| Error::NotFound)?;
            let home = service.home(visitor.actor()?, &resident).await?;
            let there = home.sent.iter().any(|sent| sent.scan.number == number);
            let arrival = service.own_arrival(visitor.actor()?, &resident, number).await?;
            if there { Ok((home, number, arrival)) } else { Err(Error::NotFound) }
        },
        |(home, number, arrival): (Home, i64, Option<Arrival>)| {
            let words = visitor().words;
            let id = home.file.resident().to_owned();
            let newest = home.sent.first().map_or(number, |sent| sent.scan.number);
            let state = home.standing.as_ref().map_or(State::New, |standing| standing.state);
            // What was asked by a tap of its own is promised by a day of its own.
            let promise = |request: &service::request::Request| {
                let key = format!("request-{}", request.kind.as_str().replace('_', "-"));
                words.attr_with(&key, "sent", &[("by", words.with("by-date", &[("date", iso_day(&words, &request.due_on).into())]).into())])
            };
            let open: Vec<String> = home.requests.iter().filter(|request| request.settled.is_none()).map(promise).collect();
            let Some(sent) = home.sent.into_iter().find(|sent| sent.scan.number == number) else { return view! { <super::NotFound /> }.into_any() };
            let at = words.with("sent-at", &[("date", full_day(&words, local(sent.sent_at).date_naive()).into()), ("time", time(sent.sent_at).into())]);
            frame(words.t("sent-title")).show(view! {
                <div class="md-done">
                    <span class="md-done__mark"><Icon name="check" size="xl" /></span>
                    <h1 class="nl-heading nl-heading--level-1">{words.t("sent-title")}</h1>
                    <p class="nl-paragraph nl-paragraph--lead">{at}</p>
                    <dl class="md-reference">
                        <dt>{words.t("reference")}</dt>
                        <dd><bdi dir="ltr" translate="no">{sent.reference.clone()}</bdi></dd>
                    </dl>
                </div>
                {super::queue::arrival_here(arrival.as_ref())}
                {if newest > number {
                    let text = words.with("sent-replaced", &[("n", newest.into())]);
                    view! { <p class="md-note"><a class="nl-link" href=address::sent(&id, newest)>{text}</a></p> }.into_any()
                } else {
                    view! { <Next sent=sent state=state /> }.into_any()
                }}
                {open.into_iter().map(|text| view! { <p class="md-note"><Icon name="phone" /><span>{text}</span></p> }).collect_view()}
                <div class="md-actions md-actions--start">
                    <LinkButton label=words.t("to-overview-button") href=address::home(&id) />
                    <LinkButton label=words.t("sent-copy") href=address::copy(&id, number) kind="secondary" icon="printer" />
                    <a class="nl-button nl-button--secondary" href=address::paper(&id, number) download="">
                        <span class="nl-button__icon-start"><Icon name="file-text" /></span>
                        <span class="nl-button__label">{words.t("paper-download")}</span>
                    </a>
                </div>
                <p class="md-foot"><Foot href=address::picture(&id, number) label=words.t("picture-heading") icon="chart-radar" /></p>
                <form class="md-foot" method="post" action=api::StartDraft::url()>
                    <input type="hidden" name="resident" value=id.clone() />
                    <button class="nl-link md-link md-link-button" type="submit">
                        <Icon name="pencil" />
                        <span>{words.t("change-something")}</span>
                    </button>
                </form>
            })
        },
    )
}

/// What happens now and by when.
#[component]
fn Next(sent: SentView, state: State) -> impl IntoView {
    let words = visitor().words;
    let due = iso_day(&words, &sent.due_on);
    // The step that is being done; everything before it is done.
    let current = match state {
        State::New | State::InReview => 2,
        State::WaitingForResident => 3,
        State::Concluded => 5,
    };
    let mark = |number: usize| match number.cmp(&current) {
        std::cmp::Ordering::Less => "checked",
        std::cmp::Ordering::Equal => "current",
        std::cmp::Ordering::Greater => "not-checked",
    };
    let reading = if state == State::New { words.with("sent-step-before", &[("date", due.clone().into())]) } else { words.t("sent-step-reading") };
    view! {
        <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="next">{words.t(if state == State::Concluded { "sent-concluded" } else { "sent-next" })}</h2>
        <ol class="denhaag-process-steps md-steps">
            <ProcessStep state="checked" number=1 title=words.t("sent-step-1") meta=moment_day(&words, sent.sent_at) />
            <ProcessStep state=mark(2) number=2 title=words.t("sent-step-2") meta=reading />
            <ProcessStep state=mark(3) number=3 title=words.t("sent-step-3") meta=words.with("sent-step-hear", &[("date", due.into())]) />
            <ProcessStep state=mark(4) number=4 title=words.t("sent-step-4") meta=words.t("sent-step-talk") />
        </ol>
    }
}

/// One step of a process, in words and as a mark.
#[component]
pub fn ProcessStep(state: &'static str, number: usize, title: String, meta: String) -> impl IntoView {
    let mark = if state == "checked" { view! { <Icon name="check" size="sm" /> }.into_any() } else { number.to_string().into_any() };
    view! {
        <li class=format!("denhaag-process-steps__step denhaag-process-steps__step--{state}") aria-current=(state == "current").then_some("step")>
            <div class="denhaag-process-steps__step-header">
                <span class=format!("denhaag-step-marker denhaag-step-marker--{state}")>{mark}</span>
                <p class=format!("denhaag-process-steps__step-heading denhaag-process-steps__step-heading--{state}")>{title}</p>
            </div>
            <p class="denhaag-process-steps__step-meta">{meta}</p>
        </li>
    }
}

/// The six-axis picture with its list, and the version before as a second line.
#[component]
pub fn PicturePage() -> impl IntoView {
    let (resident, number) = (param("resident"), param("number"));
    load(
        move |visitor, service| own(visitor, service, resident, number),
        |(file, sent, before): (File, SentView, Option<SentView>)| {
            let (words, service) = (visitor().words, service());
            let intake = &service.content.intake;
            let axes = |s: &SentView| picture(intake, &s.facts(intake));
            frame(words.t("picture-heading")).show(view! {
                <div class="md-topline"><Back href=address::sent(file.resident(), sent.scan.number) label=words.t("back") /></div>
                <h1 class="nl-heading nl-heading--level-1">{words.t("picture-heading")}</h1>
                <p class="nl-paragraph nl-paragraph--lead">{words.t("picture-lead")}</p>
                <Picture now=axes(&sent) now_at=sent.sent_at before=before.as_ref().map(|b| (axes(b), b.sent_at)) />
                <p class="md-note md-note--plain">{words.t("picture-note")}</p>
            })
        },
    )
}
