//! Answering a line: three equal buttons, with room for words; or other words of one's own.

use super::parts::{side_words, talk_links};
use super::proposal::Row;
use super::words_for;
use crate::components::{FieldError, Icon, Textarea};
use crate::{api, format};
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

/// What both sides said about a line, one below the other; what this side chose and did not send yet in its own place.
#[component]
pub fn Said(agreement: Agreement, version: Version, line: Line) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let said = |who: Side| {
        let given = version.answers.of(&line.id, who);
        let chosen = agreement.sheet.answers.get(&line.id).filter(|_| who == side);
        let of = |answer: Answer| words.t(&format!("agreement-said-{}", answer.as_str()));
        let (icon, text) = match (chosen, given) {
            (Some(chosen), _) => {
                let label = words.t(&format!("agreement-{}", chosen.answer.as_str())).to_lowercase();
                (icon(chosen.answer), words.with("agreement-chose", &[("answer", label.into())]))
            }
            (None, Some(given)) => {
                let proposed = given.answer == Answer::Agree && line.proposer == who;
                let text = if proposed { words.t("agreement-said-proposed") } else { of(given.answer) };
                (icon(given.answer), format!("{}: {text}", side_words(&words, who)))
            }
            (None, None) => ("circle-dashed", format!("{}: {}", side_words(&words, who), words.t("agreement-said-nothing"))),
        };
        let more = given.filter(|_| chosen.is_none()).map(|g| g.words.clone()).filter(|w| !w.is_empty());
        view! {
            <li>
                <Icon name=icon size="sm" />
                <span>{text} {more.map(|more| view! { " " <q dir="auto">{more}</q> })}</span>
            </li>
        }
    };
    let talks = side == Side::Municipality && version.answers.of(&line.id, Side::Resident).is_some_and(|given| given.answer != Answer::Agree);
    view! {
        <ul class="md-bond__said">{Side::ALL.map(said).collect_view()}</ul>
        {talks.then(|| talk_links(&words, &agreement))}
    }
}

/// The three buttons, equal in everything. An answer is kept at once and sent later.
#[component]
pub fn Buttons(agreement: Agreement, view: VersionView, line: Line, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    if line.proposer == side {
        return ().into_any();
    }
    let kept = agreement.sheet.answers.get(&line.id).map(|kept| (kept.answer, kept.words.clone()));
    let sent = view.version.answers.of(&line.id, side).map(|g| (g.answer, g.words.clone()));
    let now = kept.or(sent);
    let button = |answer: Answer| {
        let pressed = now.as_ref().is_some_and(|(said, _)| *said == answer);
        view! {
            <button class="nl-button nl-button--secondary md-equal__one" type="submit" formaction=api::AnswerLine::url() name="answer" value=format!("{}:{}", line.id, answer.as_str()) aria-pressed=if pressed { "true" } else { "false" }>
                <Icon name=icon(answer) />
                <span class="nl-button__label">{words.t(&format!("agreement-{}", answer.as_str()))}</span>
            </button>
        }
    };
    let field = format!("remark-{}", line.id);
    let wordy = now.clone().filter(|(answer, said)| *answer != Answer::Agree || !said.is_empty());
    let wrong = typed.problem(&field).map(|p| format::problem(&words, p, &words.t("agreement-words")));
    let typed_words = typed.field(&field).map(ToOwned::to_owned);
    view! {
        <div class="md-equal md-no-print" role="group" aria-label=words.with("agreement-answer-to", &[("line", line.text.clone().into())])>{Answer::ALL.map(button).collect_view()}</div>
        {wordy
            .map(|(_, said)| {
                let error = format!("{field}-error");
                let text = typed_words.unwrap_or(said);
                view! {
                    <div class="md-no-print md-equal__words">
                        <label class="utrecht-form-label" for=field.clone()>{words.t("agreement-words")}</label>
                        <FieldError id=error.clone() text=wrong.clone() />
                        <Textarea id=field.clone() name=format!("typed[remarks][line-{}]", line.id) value=text rows=2 invalid=wrong.is_some() described_by=if wrong.is_some() { error } else { String::new() } />
                        <button class="nl-button nl-button--subtle" type="submit" formaction=api::KeepSheet::url() name="go" value=format!("at:{}", line.id)><span class="nl-button__label">{words.t("agreement-keep-words")}</span></button>
                    </div>
                }
            })}
    }
    .into_any()
}

/// Other words for this line, taking it away, or taking such a change back. All of it goes with what stands typed.
#[component]
pub fn OwnLine(agreement: Agreement, row: Row) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let own = row.new || row.line.proposer == side;
    let act = |action: &'static str, name: &'static str, value: String, icon: &'static str, key: &'static str| {
        view! {
            <button class="md-textbutton" type="submit" formaction=action name=name value=value>
                <Icon name=icon size="sm" />
                <span>{words.t(key)} <span class="md-visually-hidden" dir="auto">": " {row.line.text.clone()}</span></span>
            </button>
        }
    };
    let id = row.line.id.clone();
    let words_key = if own { "agreement-change-own" } else { "agreement-other-words" };
    view! {
        <div class="md-bond__own md-no-print">
            {(!row.gone).then(|| act(api::KeepSheet::url(), "go", format!("line:{id}"), "pencil", words_key))}
            {(!row.gone && own).then(|| act(api::RemoveLine::url(), "line", id.clone(), "trash", "agreement-take-away"))}
            {row.gone.then(|| act(api::RestoreLine::url(), "line", id.clone(), "refresh", "agreement-keep-after-all"))}
            {row.was.is_some().then(|| act(api::RestoreLine::url(), "line", id.clone(), "refresh", "agreement-undo-words"))}
        </div>
    }
}
