//! Ask a resident about answers: why, which questions, and a message in one's own words.

use super::load::{load, param};
use crate::components::{Back, FieldError, Icon, Notice, ProblemSummary, RadioList, Textarea, frame};
use crate::format;
use crate::visitor::{service, visitor};
use crate::{address, api};
use domain::intake::{AnswerState, Domain, Question};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::Error;
use service::content::Words;
use service::intake::{SentView, domain_text};
use service::review::{REASONS, ReviewPage};
use service::typed::Typed;

/// The form to ask a resident.
#[component]
pub fn PickQuestions() -> impl IntoView {
    let resident = param("resident");
    load(
        |visitor, service| async move {
            let page = service.review(visitor.actor()?, &resident).await?;
            let typed = match &visitor.session {
                Some(session) => service.typed(session, &format!("ask/{resident}")).await?,
                None => Typed::default(),
            };
            let sent = page.sent.first().cloned().ok_or(Error::NotFound)?;
            Ok((page, sent, typed))
        },
        |(page, sent, typed): (ReviewPage, SentView, Typed)| {
            let words = visitor().words;
            let label = |field: &str| words.t(&format!("ask-{field}"));
            let error = |field: &str| typed.problem(field).map(|p| format::problem(&words, p, &label(field)));
            let anchor = |field: &str| match field {
                "reason" => "reason-1".to_owned(),
                "questions" => "questions-group".to_owned(),
                other => other.to_owned(),
            };
            let summary = typed.problems.iter().map(|p| (anchor(&p.field), format::problem(&words, p, &label(&p.field)))).collect();
            let reasons = REASONS.iter().map(|r| ((*r).to_owned(), words.t(&format!("ask-reason-{r}")), String::new())).collect();
            let resident = page.file.resident().to_owned();
            frame(words.t("ask-title")).wide().faulty(!typed.problems.is_empty()).show(view! {
                    <div class="md-topline"><Back href=address::review(&resident) label=words.t("to-review") /></div>
                    <ProblemSummary problems=summary />
                    <Notice key=typed.notice.clone() />
                    <h1 class="nl-heading nl-heading--level-1">{words.t("ask-title")}</h1>
                    <p class="nl-paragraph">{words.with("ask-lead", &[("name", page.file.profile.full_name().into())])}</p>
                    <form class="md-form md-form--dense" method="post" action=api::AskResident::url() novalidate>
                        <input type="hidden" name="resident" value=resident.clone() />
                        <RadioList name="reason" label=label("reason") options=reasons chosen=typed.field("reason").unwrap_or_default().to_owned() error=error("reason") />
                        <fieldset class="md-mini" id="questions-group" tabindex="-1" aria-describedby=error("questions").map(|_| "questions-error")>
                            <legend class="utrecht-form-label">{label("questions")}</legend>
                            <FieldError id="questions-error" text=error("questions") />
                            {Domain::ALL.into_iter().map(|d| questions_of(d, &sent, &typed, &words)).collect_view()}
                        </fieldset>
                        <div class="utrecht-form-field" class:utrecht-form-field--invalid=error("message").is_some()>
                            <label class="utrecht-form-label" for="message">{label("message")}</label>
                            <p class="utrecht-form-field-description" id="message-help">{words.t("ask-message-help")}</p>
                            <FieldError id="message-error" text=error("message") />
                            <Textarea id="message" name="message" value=typed.field("message").unwrap_or_default().to_owned() rows=5 invalid=error("message").is_some() described_by=if error("message").is_some() { "message-help message-error" } else { "message-help" } />
                        </div>
                        <div class="md-actions md-actions--start">
                            <button class="nl-button nl-button--primary" type="submit"><span class="nl-button__icon-start"><Icon name="send" /></span><span class="nl-button__label">{words.t("ask-send")}</span></button>
                        </div>
                    </form>
                })
        },
    )
}

fn questions_of(domain: Domain, sent: &SentView, typed: &Typed, words: &Words) -> AnyView {
    let service = service();
    let steps_of =
        |q: &Question| sent.scan.answers.iter().filter(|a| a.step == q.id || a.step.split('-').next() == Some(q.id.as_str())).cloned().collect::<Vec<_>>();
    let rows: Vec<AnyView> = service
        .content
        .intake
        .questions()
        .filter(|q| q.domain == Some(domain))
        .filter_map(|q| {
            let steps = steps_of(q);
            let first = steps.first()?;
            let said = steps
                .iter()
                .map(|a| match a.state {
                    AnswerState::Skipped => words.t("answer-skipped-staff"),
                    AnswerState::Open => words.t("answer-open"),
                    AnswerState::Given | AnswerState::Unknown => a.in_language(words.locale.language).1.answer,
                })
                .collect::<Vec<_>>()
                .join("; ");
            let (lang, asked) = first.in_language(words.locale.language);
            let lang = (lang != words.locale.language).then(|| lang.to_owned());
            let title = if q.parts.is_empty() { asked.question } else { words.t(&q.id) };
            let checked = typed.list("questions").contains(&q.id);
            let invalid = typed.problem("questions").is_some();
            Some(
                view! {
                    <label class="md-check">
                        <input class="utrecht-checkbox utrecht-checkbox--html-input" id=format!("q-{}", q.id) type="checkbox" name="questions[]" value=q.id.clone() checked=checked aria-invalid=invalid.then_some("true") />
                        <span lang=lang>{title} " " <span class="md-block__note" dir="auto">{said}</span></span>
                    </label>
                }
                .into_any(),
            )
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    let open = typed.list("questions").iter().any(|q| service.content.intake.question(q).is_some_and(|q| q.domain == Some(domain)))
        || sent.scan.most_important.contains(&domain);
    let n = rows.len();
    view! {
        <details class="md-domain" open=open>
            <summary class="md-domain__summary"><span>{domain_text(words, domain)}</span><span class="md-domain__count">{words.with("ask-count", &[("n", n.into())])}</span><Icon name="chevron-down" size="sm" /></summary>
            <div class="md-domain__body">{rows}</div>
        </details>
    }
    .into_any()
}
