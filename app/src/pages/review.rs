//! One resident's self-scan, to be read in a few minutes: signals, what matters most, strengths, wishes, topics,
//! answers with what was skipped, and what changed since the version before.

use super::agreement::doer_words;
use super::calculations::what;
use super::load::{load, param};
use super::review_actions::{Actions, label_of};
use super::review_answers::{AllAnswers, Differences, Proposals};
use super::review_signals::Signals;
use crate::address;
use crate::components::{Back, Icon, Notice, Picture, ProblemSummary, frame};
use crate::format::{self, dial, full_day, iso_day, moment, telephone};
use crate::visitor::{service, visitor};
use domain::agreement::{Party, Side};
use domain::intake::{TopicKind, outcomes, picture};
use leptos::prelude::*;
use service::content::Words;
use service::intake::{SentView, domain_text, strengths_of};
use service::review::ReviewPage as Model;
use service::typed::Typed;

/// The review of a resident.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let page = service.review(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("review/{resident}")).await?,
                None => Typed::default(),
            };
            Ok((page, typed))
        },
        |(page, typed): (Model, Typed)| {
            let words = visitor().words;
            let name = page.file.profile.full_name();
            let phone = page.file.profile.phone.clone();
            let newest = page.sent.first().cloned();
            let before = page.sent.get(1).cloned();
            let problems = typed
                .problems
                .iter()
                .map(|p| (if p.field == "group" { "group-1".to_owned() } else { p.field.to_string() }, format::problem(&words, p, &label_of(&p.field, &words))))
                .collect();
            frame(words.t("review-title")).wide().faulty(!typed.problems.is_empty()).show(view! {
                <div class="md-topline">
                    <Back href=address::WORK label=words.t("work-title") />
                    {newest.as_ref().map(|sent| view! { <Meta sent=sent.clone() words=words.clone() /> })}
                </div>
                <ProblemSummary problems=problems />
                <Notice key=typed.notice.clone() />
                <div class="md-staffhead">
                    <h1 class="nl-heading nl-heading--level-1"><span translate="no">{name}</span></h1>
                    <p class="md-staffhead__sum">
                        {(!phone.is_empty()).then(|| view! { <a class="nl-link" href=dial(&phone)><bdi dir="ltr">{telephone(&phone)}</bdi></a> " · " })}
                        {summary(&page, &words)}
                    </p>
                </div>
                <div class="md-review">
                    <div class="md-review__reading">
                        {(page.objections > 0).then(|| view! {
                            <p class="md-note">
                                <Icon name="hand-stop" />
                                <span>{words.t("event-objected")} ". " <a class="nl-link" href=address::desk_helpers(page.file.resident())>{words.t("objections-title")}</a></span>
                            </p>
                        })}
                        <Signals page=page.clone() words=words.clone() />
                        {match newest {
                            Some(sent) => view! { <Reading sent=sent before=before page=page.clone() words=words.clone() /> }.into_any(),
                            None => view! { <p class="md-empty">{words.t("review-nothing")}</p> }.into_any(),
                        }}
                        {(!page.cases.is_empty()).then(|| view! {
                            <section class="md-block" aria-labelledby="que">
                                <h2 class="nl-heading nl-heading--level-2" id="que">{words.t("review-cases")}</h2>
                                {super::queue::cases(&words, &page.cases)}
                            </section>
                        })}
                        {(!page.calculations.is_empty()).then(|| view! { <Calculations page=page.clone() words=words.clone() /> })}
                    </div>
                    <Actions page=page typed=typed />
                </div>
            })
        },
    )
}

#[component]
fn Meta(sent: SentView, words: Words) -> impl IntoView {
    view! {
        <p class="md-meta">
            {words.t("reference-short")} " " <bdi dir="ltr" translate="no">{sent.reference.clone()}</bdi> " · "
            {words.with("work-version", &[("n", sent.scan.number.into())])} " · " {words.with("review-sent", &[("at", moment(&words, sent.sent_at).into())])}
        </p>
    }
}

fn summary(page: &Model, words: &Words) -> String {
    let mut parts = Vec::new();
    if let Some(standing) = &page.standing {
        parts.push(words.t(&format!("state-{}", standing.state.as_str().replace('_', "-"))));
        parts.push(words.with("review-due", &[("date", iso_day(words, &standing.due_on).into())]));
    } else {
        parts.push(words.t("state-invited"));
    }
    if let Some(sent) = page.sent.first() {
        parts.push(super::copy::how_filled_in(words, sent, page.helped.get(&sent.id)));
    }
    let profile = &page.file.profile;
    let language = if profile.language.is_empty() { "nl" } else { &profile.language };
    parts.push(words.t(&format!("language-{language}")));
    parts.push(words.t(&format!("contact-{}", profile.contact.as_str())));
    parts.join(" · ")
}

#[component]
fn Reading(sent: SentView, before: Option<SentView>, page: Model, words: Words) -> impl IntoView {
    let service = service();
    let intake = &service.content.intake;
    let axes = |s: &SentView| picture(intake, &s.facts(intake));
    let strong: Vec<String> =
        strengths_of(intake, &sent, &words).into_iter().map(|(d, list)| format!("{}: {}", domain_text(&words, d), list.join(", "))).collect();
    let wishes = wishes(&sent, &words);
    let important: Vec<String> = sent.scan.most_important.iter().map(|d| domain_text(&words, *d)).collect();
    let plain = |list: Vec<String>| list.into_iter().map(|t| view! { <li dir="auto">{t}</li> }).collect_view();
    let none = || view! { <p class="md-none">{words.t("review-none")}</p> }.into_any();
    let resident = page.file.resident().to_owned();
    view! {
        <section class="md-block" aria-labelledby="imp">
            <h2 class="nl-heading nl-heading--level-2" id="imp">{words.t("review-important")}</h2>
            {if important.is_empty() { none() } else { view! { <ol class="md-block__list">{plain(important)}</ol> }.into_any() }}
        </section>
        <div class="md-block__pair">
            <section class="md-block" aria-labelledby="str">
                <h2 class="nl-heading nl-heading--level-2" id="str">{words.t("review-strengths")}</h2>
                {if strong.is_empty() { none() } else { view! { <ul class="md-block__list md-block__list--plain">{plain(strong)}</ul> }.into_any() }}
            </section>
            <section class="md-block" aria-labelledby="wis">
                <h2 class="nl-heading nl-heading--level-2" id="wis">{words.t("review-wishes")}</h2>
                {if wishes.is_empty() { none() } else { view! { <ul class="md-block__list md-block__list--plain">{plain(wishes)}</ul> }.into_any() }}
            </section>
        </div>
        <Topics sent=sent.clone() words=words.clone() />
        {before.clone().map(|b| view! { <Differences before=b now=sent.clone() words=words.clone() /> })}
        {match page.agreement.agreed() {
            Some(_) => view! { <Agreed page=page.clone() words=words.clone() /> }.into_any(),
            None => view! { <Proposals sent=sent.clone() words=words.clone() /> }.into_any(),
        }}
        <section class="md-block" aria-labelledby="pic">
            <h2 class="nl-heading nl-heading--level-2" id="pic">{words.t("review-picture")}</h2>
            <div class="md-block__picture"><Picture now=axes(&sent) now_at=sent.sent_at before=before.as_ref().map(|b| (axes(b), b.sent_at)) /></div>
        </section>
        <AllAnswers sent=sent.clone() words=words.clone() />
        <p class="md-foot">
            {page.sent.first().map(|s| view! { <a class="nl-link md-link" href=address::review_paper(&resident, s.scan.number) download=""><Icon name="file-text" /><span>{words.t("paper-download")}</span></a> })}
            {page.sent.iter().map(|s| view! { <a class="nl-link md-link" href=address::review_version(&resident, s.scan.number)><Icon name="printer" /><span>{words.with("review-print", &[("n", s.scan.number.into())])}</span></a> }).collect_view()}
        </p>
    }
}

/// What is agreed, and how it goes: it takes the place of what could be talked about.
#[component]
fn Agreed(page: Model, words: Words) -> impl IntoView {
    let Some(agreed) = page.agreement.agreed().map(|v| v.version.clone()) else { return ().into_any() };
    let side = Side::Municipality;
    let resident = page.file.resident().to_owned();
    let row = |line: &domain::agreement::Line| {
        let view = page.agreement.lines.get(&line.id);
        let going = view.map(|l| words.t(&format!("going-{}", l.standing.progress.as_str().replace('_', "-"))));
        let late = view.is_some_and(|l| l.doer == Party::Municipality && l.is_late(service().clock.today()));
        let by = words.with("agreement-by", &[("date", full_day(&words, line.due).into())]);
        view! {
            <li>
                {doer_words(&words.clone().at_desk(), line.doer)} ": " <a class="nl-link" dir="auto" href=address::agreement_going_at(&resident, side, &line.id)>{line.text.clone()}</a>
                " · " {by} " · " {going}
                {late.then(|| view! { " " <span class="utrecht-status-badge utrecht-status-badge--warning">{words.t("work-late")}</span> })}
            </li>
        }
    };
    view! {
        <section class="md-block" aria-labelledby="agr">
            <h2 class="nl-heading nl-heading--level-2" id="agr">{words.t("agreement-agreed")}</h2>
            <ul class="md-block__list">{agreed.text.lines.iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Calculations that the resident shows.
#[component]
fn Calculations(page: Model, words: Words) -> impl IntoView {
    let list = page.calculations.iter().map(|saved| view! { <li class="md-kept__item">{what(&words, saved)}</li> }).collect_view();
    view! {
        <section class="md-block" aria-labelledby="cal">
            <h2 class="nl-heading nl-heading--level-2" id="cal">{words.t("review-calculations")}</h2>
            <ul class="md-kept">{list}</ul>
        </section>
    }
}

fn wishes(sent: &SentView, words: &Words) -> Vec<String> {
    let service = service();
    let intake = &service.content.intake;
    let facts = sent.facts(intake);
    let wish = |q: &&domain::intake::Question| q.choice == Some(domain::intake::Choice::Wish);
    intake
        .questions()
        .filter(wish)
        .filter_map(|q| Some(format!("{}: {}", domain_text(words, q.domain?), service::intake::option_text(words, q, facts.choices(&q.id).first()?))))
        .collect()
}

/// Topics with their rule; the same words that the resident can read.
#[component]
fn Topics(sent: SentView, words: Words) -> impl IntoView {
    let service = service();
    let intake = &service.content.intake;
    let list = outcomes(intake, &sent.facts(intake), &sent.scan.most_important);
    let topic = |o: domain::intake::Outcome<'_>| {
        let key = format!("topic-{}", o.topic.id);
        let domain = o.domain.map(|d| domain_text(&words, d)).unwrap_or_default();
        let args = [("domain", domain.into())];
        let kind = match o.topic.kind {
            TopicKind::Signal => Some(("danger", "topic-kind-signal")),
            TopicKind::Advice => Some(("neutral", "topic-kind-advice")),
            TopicKind::Condition => Some(("neutral", "topic-kind-condition")),
            TopicKind::Task => Some(("neutral", "topic-kind-task")),
            TopicKind::Request => Some(("neutral", "topic-kind-request")),
            TopicKind::Topic if o.topic.first => Some(("warning", "topic-kind-first")),
            TopicKind::Topic | TopicKind::Note => None,
        };
        view! {
            <li class="md-topic">
                <p class="md-topic__title">
                    {words.with(&key, &args)} " "
                    {kind.map(|(class, key)| view! { <span class=format!("utrecht-status-badge utrecht-status-badge--{class}")>{words.t(key)}</span> })}
                </p>
                <p class="md-topic__why">{words.attr_with(&key, "why", &args)} " " <span class="md-topic__rule">{words.with("topic-rule", &[("id", o.topic.id.as_str().into())])}</span></p>
            </li>
        }
    };
    let empty = list.is_empty();
    view! {
        <section class="md-block" aria-labelledby="top">
            <h2 class="nl-heading nl-heading--level-2" id="top">{words.t("review-topics")}</h2>
            <p class="md-block__note">{words.t("review-topics-note")}</p>
            {if empty { view! { <p class="md-none">{words.t("review-none")}</p> }.into_any() } else { view! { <ul class="md-topics">{list.into_iter().map(topic).collect_view()}</ul> }.into_any() }}
        </section>
    }
}
