//! One resident's self-scan, to be read in a few minutes: signals, what matters most, strengths, wishes, topics,
//! answers with what was skipped, and what changed since the version before.

use super::calculations::what;
use super::copy::{pair_item, scan_rows};
use super::load::{load, param};
use super::review_actions::{Actions, label_of};
use super::review_signals::Signals;
use crate::address;
use crate::components::{Back, Icon, Notice, Picture, ProblemSummary, frame};
use crate::format::{self, dial, iso_day, moment, telephone};
use crate::visitor::{service, visitor};
use domain::intake::{AnswerState, Change, Domain, TopicKind, difference, outcomes, picture};
use leptos::prelude::*;
use service::content::Words;
use service::intake::{SentView, domain_text, pair_text, strengths_of};
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
        parts.push(words.t(&format!("channel-{}", sent.scan.channel.as_str())));
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
        <Proposals sent=sent.clone() words=words.clone() />
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

#[component]
fn Differences(before: SentView, now: SentView, words: Words) -> impl IntoView {
    let said = |a: &domain::intake::ScanAnswer| {
        let (lang, asked) = a.in_language(words.locale.language);
        let lang = (lang != words.locale.language).then(|| lang.to_owned());
        let answer = match a.state {
            AnswerState::Skipped => words.t("answer-skipped"),
            AnswerState::Open => words.t("answer-open"),
            AnswerState::Given | AnswerState::Unknown => asked.answer,
        };
        (asked.question, answer, lang)
    };
    let row = |change: &Change<'_>| {
        let ((question, new, lang), old) = match change {
            Change::Added(new) => (said(new), words.t("answer-open")),
            Change::Removed(old) => ((said(old).0, words.t("review-not-asked"), said(old).2), said(old).1),
            Change::Changed(old, new) => (said(new), said(old).1),
        };
        view! {
            <div class="utrecht-data-list__item md-qa">
                <dt class="utrecht-data-list__item-key" lang=lang.clone()>{question}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd" dir="auto">
                    <span lang=lang>{new}</span>
                    <span class="md-qa__before">{words.with("review-was", &[("answer", old.into())])}</span>
                </dd>
            </div>
        }
    };
    let changes = difference(&before.scan, &now.scan);
    let count = words.with("review-changes", &[("n", changes.len().into())]);
    view! {
        <section class="md-block" aria-labelledby="dif">
            <h2 class="nl-heading nl-heading--level-2" id="dif">{words.t("review-difference")}</h2>
            <details class="md-domain" open=changes.len() <= 12>
                <summary class="md-domain__summary"><Icon name="arrows-exchange" /><span>{count}</span></summary>
                <dl class="utrecht-data-list md-qas">{changes.iter().map(row).collect_view()}</dl>
            </details>
        </section>
    }
}

#[component]
fn Proposals(sent: SentView, words: Words) -> impl IntoView {
    (!sent.scan.proposals.is_empty()).then(|| {
        let item = |p: &domain::intake::Proposal| pair_item(&words, &in_staff_words(&p.line, &sent, &words), true);
        view! {
            <section class="md-block" aria-labelledby="pro">
                <h2 class="nl-heading nl-heading--level-2" id="pro">{words.t("copy-proposals")}</h2>
                <ul class="md-block__list md-block__list--plain">{sent.scan.proposals.iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}

/// A proposal that the resident left as it was, in the words of the caseworker; what was changed stays as written.
fn in_staff_words(line: &domain::intake::Line, sent: &SentView, words: &Words) -> domain::intake::Line {
    let service = service();
    let Some(pair) = service.content.intake.pairs.iter().find(|p| p.id == line.pair) else { return line.clone() };
    let form = service.settings.municipality.form;
    let Some(theirs) = service::content::Locale::parse(&sent.scan.language, form).map(|l| service.content.texts.words(l)) else { return line.clone() };
    let side = |said: &str, side: &str| if said == pair_text(&theirs, pair, side) { pair_text(words, pair, side) } else { said.to_owned() };
    domain::intake::Line { municipality: side(&line.municipality, "municipality"), resident: side(&line.resident, "resident"), ..line.clone() }
}

#[component]
fn AllAnswers(sent: SentView, words: Words) -> impl IntoView {
    let service = service();
    let count = |state: AnswerState| sent.scan.answers.iter().filter(|a| a.state == state).count();
    let note = words.with("review-counts", &[("skipped", count(AnswerState::Skipped).into()), ("open", count(AnswerState::Open).into())]);
    let groups: Vec<Option<Domain>> = std::iter::once(None).chain(Domain::ALL.into_iter().map(Some)).collect();
    let group = |domain: Option<Domain>| {
        let rows = scan_rows(&sent.scan, &words, domain);
        let skipped = domain.is_some_and(|d| sent.scan.skipped_domains.contains(&d));
        if rows.is_empty() && !skipped {
            return None;
        }
        let title = domain.map_or_else(|| words.t("part-start"), |d| domain_text(&words, d));
        let icon =
            domain.and_then(|d| service.content.intake.domains.iter().find(|(c, _)| c.id == d)).map_or_else(|| "flag".to_owned(), |(c, _)| c.icon.clone());
        let given = rows.iter().filter(|r| matches!(r.state, AnswerState::Given | AnswerState::Unknown)).count();
        let sum = if skipped { words.t("answer-skipped") } else { words.with("review-domain-sum", &[("given", given.into()), ("all", rows.len().into())]) };
        let qa = |r: crate::components::Row| {
            let (class, text) = match r.state {
                AnswerState::Skipped => ("utrecht-data-list__item md-qa md-qa--skipped", words.t("answer-skipped-staff")),
                AnswerState::Open => ("utrecht-data-list__item md-qa md-qa--open", words.t("answer-open")),
                AnswerState::Given | AnswerState::Unknown => ("utrecht-data-list__item md-qa", r.answer),
            };
            let lang = r.lang.clone().filter(|_| matches!(r.state, AnswerState::Given | AnswerState::Unknown));
            view! {
                <div class=class>
                    <dt class="utrecht-data-list__item-key" lang=r.lang>{r.question}</dt>
                    <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd" dir="auto" lang=lang>{text}</dd>
                </div>
            }
        };
        let important = domain.is_some_and(|d| sent.scan.most_important.contains(&d));
        Some(view! {
            <details class="md-domain" open=important>
                <summary class="md-domain__summary"><Icon name=icon /><span>{title}</span><span class="md-domain__count">{sum}</span><Icon name="chevron-down" size="sm" /></summary>
                <dl class="utrecht-data-list md-qas">{rows.into_iter().map(qa).collect_view()}</dl>
            </details>
        })
    };
    view! {
        <section class="md-block" aria-labelledby="ans">
            <h2 class="nl-heading nl-heading--level-2" id="ans">{words.t("review-answers")}</h2>
            <p class="md-block__note">{note}</p>
            {groups.into_iter().map(group).collect_view()}
        </section>
    }
}
