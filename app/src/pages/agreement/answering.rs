//! Answering a line: three equal buttons, with room for words; or other words of one's own.

use super::parts::side_words;
use super::proposal::Row;
use super::words_for;
use crate::components::{FieldError, Icon, Textarea};
use crate::{address, api, format};
use domain::agreement::{Answer, Line, Side, Version};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::{Agreement, VersionView};
use service::typed::Typed;

/// The icon of an answer.
pub const fn icon(answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => "check",
        Answer::Disagree => "x",
        Answer::Talk => "messages",
    }
}

/// What both sides said about a line, one below the other.
#[component]
pub fn Said(version: Version, line: Line, side: Side, hidden: bool) -> impl IntoView {
    let words = words_for(side);
    let said = |who: Side| {
        let given = version.answers.of(&line.id, who);
        let text = match given {
            Some(given) if given.answer == Answer::Agree && line.proposer == who => words.t("agreement-said-proposed"),
            Some(given) => words.t(&format!("agreement-said-{}", given.answer.as_str())),
            None => words.t("agreement-said-nothing"),
        };
        let more = given.map(|g| g.words.clone()).filter(|w| !w.is_empty());
        let icon = given.map_or("circle-dashed", |g| icon(g.answer));
        view! {
            <li>
                <Icon name=icon size="sm" />
                <span>{side_words(&words, who)} ": " {text} {more.map(|more| view! { " " <q dir="auto">{more}</q> })}</span>
            </li>
        }
    };
    (!hidden).then(|| view! { <ul class="md-bond__said">{Side::ALL.map(said).collect_view()}</ul> })
}

/// The three buttons, equal in everything. An answer is kept at once and sent later.
#[component]
pub fn Buttons(agreement: Agreement, view: VersionView, row: Row, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let (id, line, number) = (agreement.file.resident().to_owned(), row.line.id.clone(), view.version.number);
    let theirs = view.version.text.line(&line).cloned();
    let mine = theirs.as_ref().is_some_and(|l| l.proposer == side);
    let own = row.was.is_some() || row.gone;
    if mine && !own {
        return ().into_any();
    }
    let kept = agreement.sheet.answers.get(&line).cloned();
    let sent = view.version.answers.of(&line, side).map(|g| (g.answer, g.words.clone()));
    let now = if own { None } else { kept.clone().map(|k| (k.answer, k.words)).or(sent) };
    let label = theirs.map(|l| l.text).unwrap_or_default();
    let hidden = move || view! { <input type="hidden" name="resident" value=id.clone() /> <input type="hidden" name="number" value=number /> <input type="hidden" name="line" value=line.clone() /> };
    let button = |answer: Answer| {
        let pressed = now.as_ref().is_some_and(|(said, _)| *said == answer);
        view! {
            <button class="nl-button nl-button--secondary md-equal__one" type="submit" name="answer" value=answer.as_str() aria-pressed=if pressed { "true" } else { "false" }>
                <Icon name=icon(answer) />
                <span class="nl-button__label">{words.t(&format!("agreement-{}", answer.as_str()))}</span>
            </button>
        }
    };
    let unsent = kept.is_some();
    let wordy = now.clone().filter(|(answer, _)| *answer != Answer::Agree);
    let line_id = row.line.id.clone();
    let wrong = typed.problem("words").filter(|_| typed.field("line") == Some(&line_id)).map(|p| format::problem(&words, p, &words.t("agreement-words")));
    let typed_words = typed.field("words").filter(|_| wrong.is_some()).map(ToOwned::to_owned);
    view! {
        <form class="md-no-print" method="post" action=api::AnswerLine::url() aria-label=words.with("agreement-answer-to", &[("line", label.into())])>
            {hidden()}
            <div class="md-equal">{Answer::ALL.map(button).collect_view()}</div>
        </form>
        {wordy
            .map(|(answer, said)| {
                let field = format!("words-{line_id}");
                let error = format!("{field}-error");
                let text = typed_words.unwrap_or(said);
                view! {
                    <form class="md-no-print md-equal__words" method="post" action=api::AnswerLine::url() novalidate>
                        {hidden()}
                        <input type="hidden" name="answer" value=answer.as_str() />
                        <label class="utrecht-form-label" for=field.clone()>{words.t("agreement-words")}</label>
                        <FieldError id=error.clone() text=wrong.clone() />
                        <Textarea id=field name="words" value=text rows=2 invalid=wrong.is_some() described_by=if wrong.is_some() { error } else { String::new() } />
                        <button class="nl-button nl-button--subtle" type="submit"><span class="nl-button__label">{words.t("agreement-keep-words")}</span></button>
                    </form>
                }
            })}
        {unsent.then(|| view! { <p class="md-bond__more md-no-print">{words.t("agreement-not-sent")}</p> })}
    }
    .into_any()
}

/// Other words for this line, or taking it away: both open a change of one's own.
#[component]
pub fn OwnLine(agreement: Agreement, row: Row) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let id = agreement.file.resident().to_owned();
    let (line, revision) = (row.line.id.clone(), agreement.revision);
    let key = if row.new || row.line.proposer == side { "agreement-change-own" } else { "agreement-other-words" };
    let hint = view! { <span class="md-visually-hidden" dir="auto">": " {row.line.text.clone()}</span> };
    (!row.gone).then(|| {
        view! {
            <div class="md-bond__own md-no-print">
                <a class="nl-link md-link" href=address::agreement_line(&id, side, &line)><Icon name="pencil" size="sm" /><span>{words.t(key)} {hint}</span></a>
                {(row.new || row.line.proposer == side)
                    .then(|| {
                        view! {
                            <form method="post" action=api::RemoveLine::url()>
                                <input type="hidden" name="resident" value=id.clone() />
                                <input type="hidden" name="line" value=line.clone() />
                                <input type="hidden" name="revision" value=revision />
                                <button class="md-quiet" type="submit"><Icon name="trash" size="sm" /><span>{words.t("agreement-take-away")}</span></button>
                            </form>
                        }
                    })}
            </div>
        }
    })
}
