//! Answers as a list: strengths first, every state in its own words, a link to change where that is possible.

use super::Icon;
use crate::visitor::visitor;
use domain::intake::AnswerState;
use leptos::prelude::*;

/// One row: question, answer in words, state, and where to change it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Its id on the page, to come back to.
    pub id: Option<String>,
    /// The question.
    pub question: String,
    /// The answer; empty unless given.
    pub answer: String,
    /// The language of both, where it is not the page's.
    pub lang: Option<String>,
    /// Its state.
    pub state: AnswerState,
    /// Where to change it.
    pub change: Option<String>,
    /// Somebody other than the resident filled it in: who.
    pub by: Option<String>,
    /// What is still wrong with it, in words.
    pub problem: Option<String>,
}

/// Answers with their questions.
#[component]
pub fn AnswerList(rows: Vec<Row>) -> impl IntoView {
    let words = visitor().words;
    let row = move |row: Row| {
        let (class, text) = match row.state {
            AnswerState::Skipped => ("utrecht-data-list__item md-answer md-answer--skipped", words.t("answer-skipped")),
            AnswerState::Open => ("utrecht-data-list__item md-answer md-answer--open", words.t("answer-open")),
            AnswerState::Given | AnswerState::Unknown => ("utrecht-data-list__item md-answer", row.answer),
        };
        let lang = row.lang.clone().filter(|_| matches!(row.state, AnswerState::Given | AnswerState::Unknown));
        let change = if row.state == AnswerState::Open { words.t("answer-fill-in") } else { words.t("answer-change") };
        view! {
            <div class=class id=row.id.clone()>
                <dt class="utrecht-data-list__item-key md-answer__question" lang=row.lang.clone()>{row.question.clone()}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd md-answer__value" dir="auto">
                    <span lang=lang>{text}</span>
                    {row.by.map(|by| view! { <span class="md-answer__by">{by}</span> })}
                    {row.problem.map(|text| view! { <span class="md-answer__problem"><Icon name="alert-triangle" size="sm" />{text}</span> })}
                </dd>
                {row
                    .change
                    .map(|href| {
                        view! {
                            <dd class="utrecht-data-list__actions utrecht-data-list__actions--html-dd md-answer__action">
                                <a class="nl-link" href=href>{change}<span class="md-visually-hidden">": " {row.question}</span></a>
                            </dd>
                        }
                    })}
            </div>
        }
    };
    let copy = rows.iter().all(|r| r.change.is_none());
    let class = if copy { "utrecht-data-list md-answers md-answers--copy" } else { "utrecht-data-list utrecht-data-list--rows md-answers" };
    view! { <dl class=class>{rows.into_iter().map(row).collect_view()}</dl> }
}

/// Strengths, first in every domain.
#[component]
pub fn Strengths(list: Vec<String>) -> impl IntoView {
    let words = visitor().words;
    (!list.is_empty()).then(|| {
        view! {
            <div class="md-strengths">
                <h3 class="md-strengths__title">
                    <Icon name="star" />
                    <span>{words.t("strengths-title")}</span>
                </h3>
                <ul class="md-strengths__list">{list.into_iter().map(|text| view! { <li dir="auto">{text}</li> }).collect_view()}</ul>
            </div>
        }
    })
}
