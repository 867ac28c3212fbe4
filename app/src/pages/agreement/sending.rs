//! Sending what this side thinks: one button that says what it does, the same number of taps for a yes and for a no.

use super::parts::today;
use super::words_for;
use crate::api;
use crate::components::{FieldError, Icon, OptionRow, RadioList, Textarea};
use crate::format::{self, full_day};
use crate::visitor::{service, visitor};
use chrono::Days;
use domain::agreement::{Answer, Doubt, Side};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::Agreement;
use service::content::Words;
use service::typed::Typed;

/// What this side would say about each line if it sent now: yes, no or let's talk, and nothing yet.
fn counts(agreement: &Agreement) -> (usize, usize, usize) {
    let Some(view) = agreement.proposed() else { return (0, 0, 0) };
    let (mut yes, mut no, mut open) = (0, 0, 0);
    for line in &view.version.text.lines {
        let kept = agreement.sheet.answers.get(&line.id).map(|a| a.answer);
        match kept.or_else(|| view.version.answers.of(&line.id, agreement.side).map(|g| g.answer)) {
            Some(Answer::Agree) => yes += 1,
            Some(_) => no += 1,
            None => open += 1,
        }
    }
    (yes, no, open)
}

/// Every line was answered with yes before, and another version came: its whole text is confirmed once more.
fn confirms(agreement: &Agreement) -> bool {
    let side = agreement.side;
    agreement.proposed().is_some_and(|v| !agreement.has_sheet() && v.version.all_agreed_by(side) && !v.version.answers.confirmed.contains_key(&side))
}

/// Whether there is something to send.
pub fn sends(agreement: &Agreement) -> bool {
    agreement.has_sheet() || confirms(agreement)
}

/// The end of the form: what would be sent, and the button.
#[component]
pub fn Sending(agreement: Agreement, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let changes = agreement.sheet.changes(agreement.current().map(|v| &v.version));
    let (yes, no, open) = counts(&agreement);
    let written = agreement.has_sheet();
    let label = match (changes, no + open) {
        (true, _) => "agreement-send-proposal",
        (false, 0) => "agreement-send-yes",
        (false, _) => "agreement-send-answers",
    };
    let sum =
        (!changes && agreement.proposed().is_some()).then(|| words.with("agreement-sum", &[("yes", yes.into()), ("no", no.into()), ("open", open.into())]));
    let proposes = changes && side == Side::Municipality;
    let eyes =
        service().settings.agreement.four_eyes && side == Side::Municipality && written && visitor().actor().is_ok_and(|a| a.person == agreement.sheet.by);
    sends(&agreement).then(|| {
        view! {
            <div class="md-bond__send md-no-print" id="agreement-lines">
                {(changes && written).then(|| view! { <LookBackDay agreement=agreement.clone() typed=typed.clone() /> })}
                {sum.map(|sum| view! { <p class="nl-paragraph">{sum}</p> })}
                <p class="nl-paragraph">{words.t(&format!("{label}-text"))}</p>
                {eyes.then(|| view! { <p class="md-note"><Icon name="eye" /><span>{words.t("agreement-four-eyes")}</span></p> })}
                {proposes.then(|| view! { <Think agreement=agreement.clone() typed=typed.clone() /> })}
                <div class="md-actions md-actions--start">
                    <button class="nl-button nl-button--primary md-actions__main md-actions__big" type="submit">
                        <span class="nl-button__icon-start"><Icon name="send" /></span>
                        <span class="nl-button__label">{words.t(label)}</span>
                    </button>
                </div>
            </div>
        }
    })
}

/// What else can be done with it: throw the own words away, take the proposal from the table, record that the resident
/// cannot answer.
#[component]
pub fn Else(agreement: Agreement, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let proposed = agreement.proposed().cloned();
    let mine = proposed.as_ref().filter(|v| v.version.proposer == side).map(|v| v.version.number);
    let waits = proposed.filter(|v| side == Side::Municipality && v.version.waits_for(Side::Resident)).map(|v| v.version.number);
    let id = agreement.file.resident().to_owned();
    view! {
        <div class="md-no-print">
            {agreement.has_sheet()
                .then(|| {
                    view! {
                        <form method="post" action=api::DiscardSheet::url()>
                            <input type="hidden" name="resident" value=id.clone() />
                            <button class="nl-button nl-button--subtle" type="submit"><span class="nl-button__label">{words.t("agreement-discard")}</span></button>
                        </form>
                    }
                })}
            {mine.map(|number| one_button(&words, &id, number, api::WithdrawAgreement::url(), "agreement-withdraw"))}
            {waits.map(|number| view! { <CouldNot id=id.clone() number=number typed=typed.clone() /> })}
        </div>
    }
}

fn one_button(words: &Words, id: &str, number: i64, action: &'static str, key: &str) -> AnyView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="resident" value=id.to_owned() />
            <input type="hidden" name="number" value=number />
            <button class="nl-button nl-button--subtle" type="submit"><span class="nl-button__label">{words.t(key)}</span></button>
        </form>
    }
    .into_any()
}

/// How long the resident gets to think, and what is odd about the proposal: it is sent only when somebody says that it
/// is meant so.
#[component]
fn Think(agreement: Agreement, typed: Typed) -> impl IntoView {
    let words = words_for(agreement.side);
    let days = service().settings.agreement.thinking_days;
    let options: Vec<(String, String, String)> = [days, days.max(7) * 2, days.max(7) * 3]
        .into_iter()
        .map(|n| (n.to_string(), words.with("agreement-think-days", &[("n", i64::try_from(n).unwrap_or_default().into())]), String::new()))
        .collect();
    let error = typed.problem("think").map(|p| format::problem(&words, p, &words.t("agreement-think")));
    let kept = agreement.sheet.think.map(|days| days.to_string());
    let typed_days = typed.field("think").map(ToOwned::to_owned).into_iter().chain(kept);
    let chosen = typed_days.into_iter().find(|think| options.iter().any(|(days, ..)| days == think)).unwrap_or_else(|| days.to_string());
    let answer_by = today().checked_add_days(Days::new(chosen.parse().unwrap_or(days))).unwrap_or_default();
    let doubts: Vec<String> = agreement
        .sheet
        .text
        .doubts(agreement.current().map(|v| &v.version.text), answer_by)
        .into_iter()
        .map(|doubt| match doubt {
            Doubt::OneSided(goal) => words.with("doubt-one-sided", &[("goal", goal.title.clone().into())]),
            Doubt::DueBeforeAnswer(line) => words.with("doubt-due", &[("line", line.text.clone().into()), ("date", full_day(&words, line.due).into())]),
        })
        .collect();
    let wrong = typed.problem("sure").map(|_| words.t("sure-needed"));
    let invalid = wrong.is_some();
    view! {
        <RadioList name="think" field="typed[think]" label=words.t("agreement-think") options=options chosen=chosen.clone() error=error />
        {(!doubts.is_empty())
            .then(|| {
                view! {
                    <div class="md-note md-below">
                        <Icon name="alert-circle" />
                        <div>
                            <ul class="md-block__list">{doubts.into_iter().map(|text| view! { <li dir="auto">{text}</li> }).collect_view()}</ul>
                            <FieldError id="sure-error" text=wrong />
                            <OptionRow id="agreement-sure" name="sure" value=chosen.clone() label=words.t("sure-send") checked=false many=true invalid=invalid described_by="sure-error" />
                        </div>
                    </div>
                }
            })}
    }
}

/// When both look back: a day that belongs to the text.
#[component]
fn LookBackDay(agreement: Agreement, typed: Typed) -> impl IntoView {
    let words = words_for(agreement.side);
    let now = agreement.sheet.text.look_back.map(|day| day.format("%-d-%-m-%Y").to_string()).unwrap_or_default();
    let value = typed.field("look_back").map_or(now, ToOwned::to_owned);
    let error = typed.problem("look_back").map(|p| format::problem(&words, p, &words.t("agreement-look-back")));
    view! {
        <div class="md-bond__day">
            <input type="hidden" name="typed[asks_day]" value="yes" />
            <label class="utrecht-form-label" for="agreement-look_back">{words.t("agreement-look-back")}</label>
            <p class="utrecht-form-field-description" id="look-back-help">{words.t("agreement-look-back-help")}</p>
            <FieldError id="look-back-error" text=error.clone() />
            <div class="md-add__row">
                <input class="utrecht-textbox utrecht-textbox--html-input" id="agreement-look_back" name="typed[look_back]" type="text" inputmode="numeric" autocomplete="off" dir="ltr" value=value aria-describedby="look-back-help" aria-invalid=error.map(|_| "true") />
                <button class="nl-button nl-button--secondary" type="submit" formaction=api::KeepSheet::url()><span class="nl-button__label">{words.t("agreement-look-back-keep")}</span></button>
            </div>
        </div>
    }
}

/// The resident cannot answer now: recorded with the reason, so that somebody talks about it.
#[component]
fn CouldNot(id: String, number: i64, typed: Typed) -> impl IntoView {
    let words = words_for(Side::Municipality);
    let label = words.t("agreement-could-not-reason");
    let error = typed.problem("could_not").map(|p| format::problem(&words, p, &label));
    view! {
        <details class="md-act" open=error.is_some()>
            <summary class="md-act__summary"><Icon name="note" /><span>{words.t("agreement-could-not")}</span><Icon name="chevron-down" size="sm" /></summary>
            <form class="md-act__body" method="post" action=api::CouldNotAnswer::url() novalidate>
                <input type="hidden" name="resident" value=id />
                <input type="hidden" name="number" value=number />
                <label class="utrecht-form-label" for="agreement-could_not">{label}</label>
                <FieldError id="could-not-error" text=error.clone() />
                <Textarea id="agreement-could_not" name="could_not" value=typed.field("could_not").unwrap_or_default().to_owned() rows=2 invalid=error.is_some() described_by=if error.is_some() { "could-not-error" } else { "" } />
                <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("agreement-could-not-keep")}</span></button>
            </form>
        </details>
    }
}
