//! After sending: reference, what happens now and when; and the six-axis picture.

use super::load::{load, param};
use crate::components::{Back, Foot, Icon, LinkButton, Picture, frame};
use crate::format::{full_day, iso_day, moment_day, time};
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::intake::picture;
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::clock::local;
use service::file::File;
use service::intake::SentView;

async fn own(visitor: crate::Visitor, service: service::Service, resident: String, number: String) -> Result<(File, SentView, Option<SentView>), Error> {
    let number = number.parse().map_err(|_| Error::NotFound)?;
    service.own_scan(visitor.actor()?, &resident, number).await
}

/// The confirmation of a sent version.
#[component]
pub fn SentPage() -> impl IntoView {
    let (resident, number) = (param("resident"), param("number"));
    load(
        move |visitor, service| own(visitor, service, resident, number),
        |(file, sent, _): (File, SentView, Option<SentView>)| {
            let words = visitor().words;
            let id = file.resident().to_owned();
            let number = sent.scan.number;
            let due = iso_day(&words, &sent.due_on);
            let at = words.with("sent-at", &[("date", full_day(&words, local(sent.sent_at).date_naive()).into()), ("time", time(sent.sent_at).into())]);
            let before = words.with("sent-step-before", &[("date", due.clone().into())]);
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
                <h2 class="nl-heading nl-heading--level-2 md-section__heading" id="next">{words.t("sent-next")}</h2>
                <ol class="denhaag-process-steps md-steps">
                    <ProcessStep state="checked" number=1 title=words.t("sent-step-1") meta=moment_day(&words, sent.sent_at) />
                    <ProcessStep state="current" number=2 title=words.t("sent-step-2") meta=before.clone() />
                    <ProcessStep state="not-checked" number=3 title=words.t("sent-step-3") meta=words.with("sent-step-hear", &[("date", due.into())]) />
                    <ProcessStep state="not-checked" number=4 title=words.t("sent-step-4") meta=words.t("sent-step-talk") />
                </ol>
                <div class="md-actions md-actions--start">
                    <LinkButton label=words.t("to-overview-button") href=address::home(&id) />
                    <LinkButton label=words.t("sent-copy") href=address::copy(&id, number) kind="secondary" icon="printer" />
                </div>
                <p class="md-foot"><Foot href=address::picture(&id, number) label=words.t("picture-heading") icon="chart-radar" /></p>
                <form method="post" action=api::StartDraft::url()>
                    <input type="hidden" name="resident" value=id.clone() />
                    <button class="nl-button nl-button--subtle" type="submit">
                        <span class="nl-button__icon-start"><Icon name="pencil" /></span>
                        <span class="nl-button__label">{words.t("change-something")}</span>
                    </button>
                </form>
            })
        },
    )
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
