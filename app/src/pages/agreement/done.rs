//! The moment after a line is done; and what is needed when it cannot be done now.

use super::parts::{done_of, line_body, side_words};
use super::{with_agreement, words_for};
use crate::components::{Back, FieldError, Icon, LinkButton, MainButton, OptionRow, ProblemSummary, TextInput, Textarea, frame};
use crate::{address, api, format};
use domain::ProblemCode;
use domain::agreement::{Need, Party, Progress, Side};
use leptos::prelude::*;
use server_fn::ServerFn;
use service::agreement::Agreement;
use service::typed::Typed;

/// A line is done, for the resident.
#[component]
pub fn DonePage() -> impl IntoView {
    done(Side::Resident)
}

/// A line is done, for the caseworker.
#[component]
pub fn WorkDonePage() -> impl IntoView {
    done(Side::Municipality)
}

/// A line cannot be done now, for the resident.
#[component]
pub fn TellPage() -> impl IntoView {
    tell(Side::Resident)
}

/// A line cannot be done now, for the caseworker.
#[component]
pub fn WorkTellPage() -> impl IntoView {
    tell(Side::Municipality)
}

fn done(side: Side) -> impl IntoView {
    let line = crate::pages::load::param("line");
    with_agreement(side, |resident| format!("agreement/{resident}"), move |agreement, _| done_body(&agreement, &line))
}

fn done_body(agreement: &Agreement, id: &str) -> AnyView {
    let side = agreement.side;
    let words = words_for(side);
    let is_done = agreement.lines.get(id).is_some_and(|v| v.standing.progress == Progress::Done);
    let Some(line) = agreement.agreed().and_then(|v| v.version.text.line(id)).filter(|_| is_done) else {
        return view! { <crate::pages::NotFound /> }.into_any();
    };
    // Praise is for the resident: what the municipality promised, it owes.
    let own = side == Side::Resident && line.doer.side() == Some(side);
    let resident = agreement.file.resident().to_owned();
    let title = words.t(if own { "done-title" } else { "done-title-other" });
    frame(title.clone())
        .show(view! {
            <div class="md-done">
                <span class="md-done__mark"><Icon name="check" size="xl" /></span>
                <h1 class="nl-heading nl-heading--level-1">{title}</h1>
                <blockquote class="md-request__quote" dir="auto">{line.text.clone()}</blockquote>
                <p class="nl-paragraph nl-paragraph--lead">{done_of(&words, agreement.lines.values().map(|v| v.standing))}</p>
                <p class="nl-paragraph">{words.t("done-seen")}</p>
            </div>
            <div class="md-actions md-actions--start"><LinkButton label=words.t("agreement-title") href=address::agreement(&resident, side) /></div>
        })
        .into_any()
}

fn tell(side: Side) -> impl IntoView {
    let line = crate::pages::load::param("line");
    let form = line.clone();
    with_agreement(side, move |resident| format!("agreement-tell/{resident}/{form}"), move |agreement, typed| tell_body(&agreement, &line, &typed))
}

fn tell_body(agreement: &Agreement, id: &str, typed: &Typed) -> AnyView {
    let side = agreement.side;
    let words = words_for(side);
    let Some(line) = agreement.agreed().and_then(|v| v.version.text.line(id)).filter(|l| l.doer.side() != Some(side.other())) else {
        return view! { <crate::pages::NotFound /> }.into_any();
    };
    let resident = agreement.file.resident().to_owned();
    let label = words.t("tell-words");
    // The municipality says why, and when it does what it promised; the resident does not have to.
    let owes = line.doer == Party::Municipality;
    let label = if owes { words.t("tell-why") } else { label };
    let says = |p: &domain::Problem| match p.field.as_ref() {
        "need" => words.t("tell-choose"),
        "new_day" => format::problem(&words, p, &words.t("tell-new-day")),
        _ if p.code == ProblemCode::Empty => words.with("problem-empty", &[("what", label.clone().into())]),
        _ => format::problem(&words, p, &label),
    };
    let wrong = |field: &str| typed.problem(field).map(says);
    let (error, need_error, day_error) = (wrong("words"), wrong("need"), wrong("new_day"));
    let anchor = |p: &domain::Problem| if p.field == "need" { "need-more-time".to_owned() } else { p.field.to_string() };
    let summary: Vec<(String, String)> = typed.problems.iter().map(|p| (anchor(p), says(p))).collect();
    let chosen = typed.field("need").unwrap_or_default().to_owned();
    frame(words.t("tell-title"))
        .faulty(!summary.is_empty())
        .show(view! {
            <div class="md-topline"><Back href=address::agreement_going_at(&resident, side, id) label=words.t("agreement-title") /></div>
            <ProblemSummary problems=summary />
            <h1 class="nl-heading nl-heading--level-1">{words.t("tell-title")}</h1>
            <div class="md-letter">{line_body(&words, side, line)}</div>
            <p class="nl-paragraph">{words.t(if owes { "tell-lead-owes" } else { "tell-lead" })}</p>
            <form class="md-form" method="post" action=api::MarkLine::url() novalidate>
                <input type="hidden" name="resident" value=resident.clone() />
                <input type="hidden" name="line" value=id.to_owned() />
                <input type="hidden" name="mark" value="cannot_now" />
                <input type="hidden" name="told" value="yes" />
                {owes.then(|| view! { <input type="hidden" name="need" value=Need::MoreTime.as_str() /> })}
                {(!owes).then(|| view! {
                <fieldset class="md-side md-field" aria-describedby=need_error.is_some().then_some("need-error")>
                    <legend class="utrecht-form-label">{words.t("tell-need")}</legend>
                    <FieldError id="need-error" text=need_error.clone() />
                    <div class="md-options">
                        {Need::ALL
                            .into_iter()
                            .map(|need| {
                                let key = need.as_str().replace('_', "-");
                                view! { <OptionRow id=format!("need-{key}") name="need" value=need.as_str() label=words.t(&format!("need-{key}")) checked=need.as_str() == chosen invalid=need_error.is_some() /> }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
                })}
                <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=error.is_some()>
                    <label class="utrecht-form-label utrecht-form-field__label" for="words">{label}</label>
                    <FieldError id="words-error" text=error.clone() />
                    <Textarea id="words" name="words" value=typed.field("words").unwrap_or_default().to_owned() rows=3 invalid=error.is_some() described_by=if error.is_some() { "words-error" } else { "" } />
                </div>
                {owes.then(|| view! { <TextInput id="new_day" label=words.t("tell-new-day") value=typed.field("new_day").unwrap_or_default().to_owned() help=words.t("agreement-look-back-help") error=day_error inputmode="numeric" /> })}
                <div class="md-actions"><MainButton label=words.t("tell-send") icon="send" /></div>
                <p class="md-note md-note--plain">{words.with("tell-seen", &[("who", side_words(&words, side.other()).into())])}</p>
            </form>
        })
        .into_any()
}
