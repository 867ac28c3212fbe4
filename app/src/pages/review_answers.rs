//! What was sent, answer by answer: all of it, what changed since the version before, and what the resident wants.

use super::copy::{pair_item, scan_rows};
use crate::components::Icon;
use crate::visitor::service;
use domain::intake::{AnswerState, Change, Domain, difference};
use leptos::prelude::*;
use service::content::Words;
use service::intake::{SentView, domain_text, pair_text};

#[component]
pub fn Differences(before: SentView, now: SentView, words: Words) -> impl IntoView {
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
pub fn Proposals(sent: SentView, words: Words) -> impl IntoView {
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
pub fn AllAnswers(sent: SentView, words: Words) -> impl IntoView {
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
