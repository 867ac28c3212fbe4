//! Looking back: both sides about the same lines, and the next version that starts from there.

use super::parts::{Top, side_words, today};
use super::{with_agreement, words_for};
use crate::components::{FieldError, Icon, MainButton, Textarea, frame};
use crate::{api, format};
use domain::agreement::{Helped, Line, Party, Side};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::Agreement;
use service::content::Words;
use service::typed::Typed;

/// Looking back, for the resident.
#[component]
pub fn LookBackPage() -> impl IntoView {
    with_agreement(Side::Resident, |resident| format!("look-back/{resident}"), body)
}

/// Looking back, for the caseworker.
#[component]
pub fn WorkLookBackPage() -> impl IntoView {
    with_agreement(Side::Municipality, |resident| format!("look-back/{resident}"), body)
}

fn body(agreement: Agreement, typed: Typed) -> AnyView {
    let side = agreement.side;
    let words = words_for(side);
    let Some(view) = agreement.agreed().cloned() else { return view! { <crate::pages::NotFound /> }.into_any() };
    let id = agreement.file.resident().to_owned();
    let text = view.version.text.clone();
    let choose = |line: &Line| words.with("look-back-choose", &[("line", line.text.clone().into())]);
    let wrong = |p: &domain::Problem| match text.line(p.field.trim_start_matches("line-")) {
        Some(line) => choose(line),
        None => format::problem(&words, p, &words.t("look-back-words")),
    };
    let anchor = |p: &domain::Problem| if p.field == "words" { "words".to_owned() } else { format!("helped-{}-yes", p.field.trim_start_matches("line-")) };
    let problems: Vec<(String, String)> = typed.problems.iter().map(|p| (anchor(p), wrong(p))).collect();
    let own = agreement.look_back.get(&side).map(|l| l.evaluation.clone());
    let next = !agreement.look_back.is_empty() && agreement.proposed().is_none();
    let today = today();
    let asked: Vec<&Line> = agreement.looked_at(&text, today).collect();
    let shown = asked.iter().enumerate().map(|(at, line)| (*line, line_row(&words, &agreement, at, line, &typed))).collect::<Vec<_>>();
    let (mut we, mut they, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (line, row) in shown {
        match line.doer {
            Party::Municipality => we.push(row),
            Party::Resident => they.push(row),
            Party::Helper | Party::Other => others.push(row),
        }
    }
    let part = |key: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty())
            .then(|| view! { <h2 class="nl-heading nl-heading--level-2 md-section__heading">{words.t(key)}</h2> <ul class="md-bond__lines">{rows}</ul> })
    };
    let parts = (part("proposals-we", we), part("proposals-me", they), part("agreement-others-do", others));
    let early = text.look_back.filter(|day| *day > today).map(|day| words.with("look-back-early", &[("date", format::full_day(&words, day).into())]));
    let other = agreement.look_back.get(&side.other()).map(|l| l.evaluation.words.clone()).filter(|said| !said.is_empty());
    let other = other.map(|said| view! { <p class="md-note md-note--plain"><span>{words.with("look-back-wrote", &[("who", side_words(&words, side.other()).into())])} " " <q dir="auto">{said}</q></span></p> });
    let said = typed.field("words").map(ToOwned::to_owned).or_else(|| own.map(|e| e.words)).unwrap_or_default();
    let title = words.t("look-back-title");
    let words_error = typed.problem("words").map(wrong);
    if asked.is_empty() {
        let first = text.lines.iter().map(|line| line.due).filter(|due| *due > today).min();
        let nothing =
            first.map_or_else(|| words.t("look-back-nothing"), |day| words.with("look-back-nothing-yet", &[("date", format::full_day(&words, day).into())]));
        return frame(title.clone()).show(view! { <Top resident=id side=side title=title lead=nothing notice=typed.notice.clone() /> {other} }).into_any();
    }
    frame(title.clone())
        .faulty(!problems.is_empty())
        .show(view! {
            <Top resident=id.clone() side=side title=title lead=words.t("look-back-lead") problems=problems notice=typed.notice.clone() />
            {early.map(|text| view! { <p class="nl-paragraph">{text}</p> })}
            {other}
            <form class="md-form" method="post" action=api::LookBack::url() novalidate>
                <input type="hidden" name="resident" value=id.clone() />
                <input type="hidden" name="number" value=view.version.number />
                {parts}
                <label class="utrecht-form-label" for="words">{words.t("look-back-words")}</label>
                <FieldError id="words-error" text=words_error.clone() />
                <Textarea id="words" name="words" value=said rows=3 invalid=words_error.is_some() described_by=if words_error.is_some() { "words-error" } else { "" } />
                <div class="md-actions"><MainButton label=words.t("look-back-send") icon="send" /></div>
            </form>
            {next
                .then(|| {
                    view! {
                        <form class="md-actions md-actions--start" method="post" action=api::NextVersion::url()>
                            <input type="hidden" name="resident" value=id.clone() />
                            <button class="nl-button nl-button--secondary" type="submit">
                                <span class="nl-button__icon-start"><Icon name="arrow-right" /></span>
                                <span class="nl-button__label">{words.t("look-back-next")}</span>
                            </button>
                        </form>
                    }
                })}
        })
        .into_any()
}

fn helped_words(words: &Words, helped: Helped) -> String {
    words.t(&format!("helped-{}", helped.as_str().replace('_', "-")))
}

/// One line with the equal answers, and what the other side said.
fn line_row(words: &Words, agreement: &Agreement, at: usize, line: &Line, typed: &Typed) -> AnyView {
    let side = agreement.side;
    let said = |who: Side| agreement.look_back.get(&who).and_then(|l| l.evaluation.lines.get(&line.id).copied());
    let typed_one = typed.field(&format!("helped-{}", line.id)).and_then(Helped::parse);
    let mine = if typed.problems.is_empty() { said(side) } else { typed_one };
    let wrong = typed.problem(&format!("line-{}", line.id)).map(|_| words.with("look-back-choose", &[("line", line.text.clone().into())]));
    let name = format!("helped[{at}]");
    let error = format!("helped-{}-error", line.id);
    let described = wrong.is_some().then(|| error.clone());
    let described_wrong = wrong.is_some().then_some("true");
    let other = said(side.other()).map(|helped| format!("{}: {}", side_words(words, side.other()), helped_words(words, helped)));
    view! {
        <li class="md-bond__line">
            <fieldset class="md-side" aria-describedby=described>
                <legend class="md-side__legend"><span dir="auto">{line.text.clone()}</span></legend>
                <p class="md-bond__date"><Icon name="calendar" size="sm" /><span>{words.with("agreement-by", &[("date", format::full_day(words, line.due).into())])}</span></p>
                <FieldError id=error.clone() text=wrong />
                <div class="md-equal md-equal--two">
                    {Helped::ALL
                        .into_iter()
                        .map(|helped| {
                            let id = format!("helped-{}-{}", line.id, helped.as_str());
                            view! {
                                <label class="md-option">
                                    <input class="utrecht-radio-button utrecht-radio-button--html-input md-option__input" type="radio" id=id name=name.clone() value=format!("{}:{}", line.id, helped.as_str()) checked=mine == Some(helped) aria-invalid=described_wrong />
                                    <span class="md-option__text"><span class="md-option__label">{helped_words(words, helped)}</span></span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </fieldset>
            {other.map(|text| view! { <p class="md-bond__more">{text}</p> })}
        </li>
    }
    .into_any()
}
