//! The fields of a question: options, a number, a text.

use crate::components::{FieldError, Icon, OptionRow, Textarea};
use crate::visitor::service;
use domain::intake::{Choice, Kind, Question, Raw};
use leptos::prelude::*;
use service::content::Words;
use service::intake::option_text;

/// Faces from very good to very bad: the icons of the scale.
const FACES: [(&str, &str); 5] = [("very_bad", "mood-cry"), ("bad", "mood-sad"), ("fair", "mood-empty"), ("good", "mood-smile"), ("very_good", "mood-happy")];

/// What is wrong with the fields of a question: the field and the words.
#[derive(Clone)]
pub struct Errors(pub Vec<(String, String)>);

impl Errors {
    fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone())
    }
}

/// Choices, number and text of a question, each with its own message.
#[component]
pub fn Fields(
    question: Question,
    part: Option<String>,
    raw: Raw,
    errors: Errors,
    words: Words,
    /// Whether somebody helps already: then nothing chosen is not nothing seen.
    shared: bool,
) -> impl IntoView {
    let invalid = !errors.0.is_empty();
    let wrong_choice = errors.of("choices");
    let many = question.choice == Some(Choice::Many);
    let own_help = words.find(&question.id, Some("help"), &[]).map(|help| if shared { words.t("sharing-later") } else { help });
    let help = match (own_help, many && question.max.is_none()) {
        (Some(help), true) => Some(format!("{help} {}", words.t("question-many"))),
        (None, true) => Some(words.t("question-many")),
        (help, false) => help,
    };
    let described = [help.as_ref().map(|_| "help"), wrong_choice.as_ref().map(|_| "choices-error")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let class = if invalid {
        "utrecht-form-fieldset md-question__field utrecht-form-fieldset--invalid md-question__field--invalid"
    } else {
        "utrecht-form-fieldset md-question__field"
    };
    let main = words.t(&question.id);
    let part = part.map(|p| words.attr(&question.id, &format!("p-{}", p.replace('_', "-"))));
    let lines = (1..9).filter_map(|n| words.find(&question.id, Some(&format!("p{n}")), &[])).collect::<Vec<_>>();
    view! {
        <div class=class>
            <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset" aria-describedby=(!described.is_empty()).then(|| described.clone())>
                <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend md-question__legend">
                    <h1 class="nl-heading nl-heading--level-1 md-question__title">
                        {main} {part.map(|text| view! { " " <span class="md-question__part">{text}</span> })}
                    </h1>
                </legend>
                {lines.into_iter().map(|line| view! { <p class="nl-paragraph">{line}</p> }).collect_view()}
                {help.map(|text| view! { <p class="utrecht-form-field-description md-question__help" id="help">{text}</p> })}
                <FieldError id="choices-error" text=wrong_choice.clone() />
                {question.choice.is_some().then(|| view! { <Options question=question.clone() raw=raw.clone() invalid=wrong_choice.is_some() error=errors.of("text") words=words.clone() /> })}
                {question.number.is_some().then(|| view! { <NumberField question=question.clone() value=raw.number.clone() error=errors.of("number") words=words.clone() /> })}
                {(question.text.is_some() && !question.text_is_other())
                    .then(|| view! { <TextField question=question.clone() value=raw.text.clone() error=errors.of("text") words=words.clone() /> })}
            </fieldset>
        </div>
    }
}

#[component]
fn Options(question: Question, raw: Raw, invalid: bool, error: Option<String>, words: Words) -> impl IntoView {
    let many = matches!(question.choice, Some(Choice::Many));
    let faces = question.choice == Some(Choice::Faces);
    let mut ids: Vec<String> = question.choices().map(|(id, _)| id.to_owned()).collect();
    if faces {
        ids.reverse();
    }
    let with_icons = question.options.iter().any(|o| o.icon.is_some());
    let class = match (faces, with_icons && many && question.options.len() > 6) {
        (true, _) => "md-options md-options--faces",
        (_, true) => "md-options md-options--grid",
        _ => "md-options",
    };
    let domains = question.kind != Kind::Ordinary || ids.iter().all(|id| domain::intake::Domain::parse(id).is_some());
    let service = service();
    let row = move |(at, id): (usize, String)| {
        let option = question.option(&id).cloned().unwrap_or_default();
        let icon = if faces { FACES.iter().find(|(f, _)| *f == id).map(|(_, icon)| (*icon).to_owned()) } else { option.icon.clone() };
        let icon = icon.or_else(|| domains.then(|| domain_icon(&service, &id)).flatten());
        let alone = many && at > 0 && question.stands_alone(&id);
        let first_alone = alone && !question.options.iter().take(at).any(|o| question.stands_alone(&o.id));
        let other = option.other;
        let label = option_text(&words, &question, &id);
        let text_label = words.find(&question.id, Some("text"), &[]).unwrap_or_else(|| words.t("other-what"));
        view! {
            {first_alone.then(|| view! { <p class="md-options__or">{words.t("or")}</p> })}
            <OptionRow
                id=format!("choices-{}", at + 1)
                name="choices[]"
                value=id.clone()
                label=label
                checked=raw.choices.contains(&id)
                many=many
                icon=icon
                invalid=invalid
                other=other
                alone=question.stands_alone(&id)
            />
            {other
                .then(|| {
                    let (wrong, error) = (error.is_some(), error.clone());
                    view! {
                        <div class="md-other">
                            <label class="utrecht-form-label" for="text-1">{text_label}</label>
                            <FieldError id="text-error" text=error />
                            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="text-1" name="text" value=raw.text.clone() autocomplete="off" dir="auto" aria-invalid=wrong.then_some("true") aria-describedby=wrong.then_some("text-error") />
                        </div>
                    }
                })}
        }
    };
    view! { <div class=class>{ids.into_iter().enumerate().map(row).collect_view()}</div> }
}

fn domain_icon(service: &service::Service, id: &str) -> Option<String> {
    let domain = domain::intake::Domain::parse(id)?;
    service.content.intake.domains.iter().find(|(c, _)| c.id == domain).map(|(c, _)| c.icon.clone())
}

#[component]
fn NumberField(question: Question, value: String, error: Option<String>, words: Words) -> impl IntoView {
    let invalid = error.is_some();
    let label = words.find(&question.id, Some("number"), &[]).unwrap_or_else(|| words.t("your-answer"));
    let unit = words.find(&question.id, Some("unit"), &[]).unwrap_or_default();
    let step = |value: &'static str, icon: &'static str, label: String| {
        view! {
            <button class="nl-button nl-button--secondary md-stepper__button" type="submit" name="bump" value=value>
                <span class="nl-button__icon-start"><Icon name=icon /></span>
                <span class="nl-button__label">{label}</span>
            </button>
        }
    };
    let alone = question.text.is_none();
    view! {
        {(!alone).then(|| view! { <p class="utrecht-form-label md-stepper__label">{label.clone()}</p> })}
        <FieldError id="number-error" text=error />
        <div class="md-stepper" data-stepper="">
            {step("-1", "minus", words.t("less"))}
            <div class="md-stepper__field">
                <label class="md-visually-hidden" for="number-1">{label}</label>
                <input
                    class="utrecht-textbox utrecht-textbox--html-input md-stepper__input"
                    class:utrecht-textbox--invalid=invalid
                    id="number-1"
                    name="number"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    value=value
                    dir="ltr"
                    aria-describedby=invalid.then_some("number-error")
                    aria-invalid=invalid.then_some("true")
                />
                <span class="md-stepper__unit" aria-hidden="true">{unit}</span>
            </div>
            {step("1", "plus", words.t("more"))}
        </div>
    }
}

#[component]
fn TextField(question: Question, value: String, error: Option<String>, words: Words) -> impl IntoView {
    let invalid = error.is_some();
    let own = words.find(&question.id, Some("text"), &[]);
    let shown = own.is_some() && (question.choice.is_some() || question.number.is_some());
    let label = own.unwrap_or_else(|| words.t("your-answer"));
    let field = question.text.unwrap_or(domain::intake::TextField { max: 300, short: false });
    let example = words.find(&question.id, Some("example"), &[]);
    let left = field.max.saturating_sub(value.chars().count());
    let class = if shown { "utrecht-form-label" } else { "md-visually-hidden" };
    view! {
        <div class="utrecht-form-field md-field">
            <label class=class for="text-1">{label}</label>
            <FieldError id="text-error" text=error />
            {if field.short {
                view! { <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id="text-1" name="text" value=value autocomplete="off" dir="auto" aria-invalid=invalid.then_some("true") aria-describedby=invalid.then_some("text-error") /> }
                    .into_any()
            } else {
                let described = if invalid { "text-error count" } else { "count" };
                let count = words.with("text-left", &[("n", left.into()), ("max", field.max.into())]);
                view! {
                    <Textarea id="text-1" name="text" value=value rows=4 described_by=described invalid=invalid />
                    <p class="md-counter" id="count" data-max=field.max.to_string()>{count}</p>
                }
                    .into_any()
            }}
        </div>
        {example
            .map(|text| {
                view! {
                    <p class="md-example">
                        <span class="md-example__label">{words.t("for-example")}</span>
                        " "
                        <q>{text}</q>
                    </p>
                }
            })}
    }
}
