//! Sending what this side thinks: one button that says what it does, the same number of taps for a yes and for a no.

use super::words_for;
use crate::api;
use crate::components::{FieldError, Icon, RadioList, Textarea};
use crate::format;
use crate::visitor::{service, visitor};
use domain::agreement::{Answer, Side};
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

/// The block at the end: what would be sent, and the button.
#[component]
pub fn Sending(agreement: Agreement, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let current = agreement.current().map(|v| v.version.clone());
    let changes = agreement.sheet.changes(current.as_ref());
    let (yes, no, open) = counts(&agreement);
    let (written, proposed) = (agreement.has_sheet(), agreement.proposed().cloned());
    // All was answered before, and another version came: its whole text is confirmed once more.
    let confirm = proposed.as_ref().is_some_and(|v| !written && v.version.all_agreed_by(side) && !v.version.answers.confirmed.contains_key(&side));
    let label = match (changes, no + open) {
        (true, _) => "agreement-send-proposal",
        (false, 0) => "agreement-send-yes",
        (false, _) => "agreement-send-answers",
    };
    let sum = (!changes && proposed.is_some()).then(|| words.with("agreement-sum", &[("yes", yes.into()), ("no", no.into()), ("open", open.into())]));
    let eyes =
        service().settings.agreement.four_eyes && side == Side::Municipality && written && visitor().actor().is_ok_and(|a| a.person == agreement.sheet.by);
    let mine = proposed.as_ref().filter(|v| v.version.proposer == side).map(|v| v.version.number);
    let waits = proposed.filter(|v| side == Side::Municipality && v.version.waits_for(Side::Resident)).map(|v| v.version.number);
    let id = agreement.file.resident().to_owned();
    view! {
        <div class="md-bond__send md-no-print" id="agreement-lines">
            {(written || confirm)
                .then(|| {
                    view! {
                        {(changes && written).then(|| view! { <LookBackDay agreement=agreement.clone() typed=typed.clone() /> })}
                        {sum.map(|sum| view! { <p class="nl-paragraph">{sum}</p> })}
                        <p class="nl-paragraph">{words.t(&format!("{label}-text"))}</p>
                        {eyes.then(|| view! { <p class="md-note"><Icon name="eye" /><span>{words.t("agreement-four-eyes")}</span></p> })}
                        <SendForm agreement=agreement.clone() typed=typed.clone() label=label proposes=changes />
                    }
                })}
            {(written && !confirm)
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

/// The form that really sends.
#[component]
fn SendForm(agreement: Agreement, typed: Typed, label: &'static str, proposes: bool) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let number = agreement.current().map_or(0, |v| v.version.number);
    let days = service().settings.agreement.thinking_days;
    let options: Vec<(String, String, String)> = [days, days.max(7) * 2, days.max(7) * 3]
        .into_iter()
        .map(|n| (n.to_string(), words.with("agreement-think-days", &[("n", i64::try_from(n).unwrap_or_default().into())]), String::new()))
        .collect();
    let error = typed.problem("think").map(|p| format::problem(&words, p, &words.t("agreement-think")));
    view! {
        <form method="post" action=api::SendAgreement::url() novalidate>
            <input type="hidden" name="resident" value=agreement.file.resident().to_owned() />
            <input type="hidden" name="number" value=number />
            <input type="hidden" name="revision" value=agreement.revision />
            {(proposes && side == Side::Municipality).then(|| view! { <RadioList name="think" label=words.t("agreement-think") options=options chosen=days.to_string() error=error /> })}
            <div class="md-actions md-actions--start">
                <button class="nl-button nl-button--primary md-actions__main md-actions__big" type="submit">
                    <span class="nl-button__icon-start"><Icon name="send" /></span>
                    <span class="nl-button__label">{words.t(label)}</span>
                </button>
            </div>
        </form>
    }
}

/// When both look back: a day that belongs to the text.
#[component]
fn LookBackDay(agreement: Agreement, typed: Typed) -> impl IntoView {
    let side = agreement.side;
    let words = words_for(side);
    let now = agreement.sheet.text.look_back.map(|day| day.format("%-d-%-m-%Y").to_string()).unwrap_or_default();
    let value = typed.field("look_back").map_or(now, ToOwned::to_owned);
    let error = typed.problem("look_back").map(|p| format::problem(&words, p, &words.t("agreement-look-back")));
    view! {
        <form class="md-bond__day" method="post" action=api::SetLookBack::url() novalidate>
            <input type="hidden" name="resident" value=agreement.file.resident().to_owned() />
            <input type="hidden" name="revision" value=agreement.revision />
            <label class="utrecht-form-label" for="agreement-look_back">{words.t("agreement-look-back")}</label>
            <p class="utrecht-form-field-description" id="look-back-help">{words.t("agreement-look-back-help")}</p>
            <FieldError id="look-back-error" text=error.clone() />
            <div class="md-add__row">
                <input class="utrecht-textbox utrecht-textbox--html-input" id="agreement-look_back" name="look_back" type="text" inputmode="numeric" autocomplete="off" dir="ltr" value=value aria-describedby="look-back-help" aria-invalid=error.map(|_| "true") />
                <button class="nl-button nl-button--secondary" type="submit"><span class="nl-button__label">{words.t("agreement-look-back-keep")}</span></button>
            </div>
        </form>
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
