//! A labelled text field or list.

use super::FieldError;
use leptos::prelude::*;

/// A text field with its label always visible above it.
#[component]
pub fn TextInput(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    /// One short sentence under the label.
    #[prop(into, optional)]
    help: String,
    /// What is wrong, in words.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// `tel`, `email` or `numeric`.
    #[prop(optional)]
    inputmode: &'static str,
    /// What browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let described: Vec<String> = [(!help.is_empty()).then(|| help_id.clone()), error.as_ref().map(|_| error_id.clone())].into_iter().flatten().collect();
    let invalid = error.is_some();
    view! {
        <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=invalid>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{label}</label>
            {(!help.is_empty()).then(|| view! { <p class="utrecht-form-field-description" id=help_id>{help}</p> })}
            <FieldError id=error_id text=error />
            <input
                class="utrecht-textbox utrecht-textbox--html-input"
                class:utrecht-textbox--invalid=invalid
                id=id.clone()
                name=id
                type="text"
                value=value
                inputmode=(!inputmode.is_empty()).then_some(inputmode)
                autocomplete=autocomplete
                dir=if inputmode.is_empty() { "auto" } else { "ltr" }
                aria-describedby=(!described.is_empty()).then(|| described.join(" "))
                aria-invalid=invalid.then_some("true")
            />
        </div>
    }
}

/// A list to choose one from: value, text, language of the text.
#[component]
pub fn Select(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    options: Vec<(String, String)>,
    #[prop(into)] chosen: String,
    /// One short sentence under the label.
    #[prop(into, optional)]
    help: String,
    #[prop(optional_no_strip)] error: Option<String>,
    /// Whether it is wrong by what is said of the group that it stands in.
    #[prop(optional)]
    wrong: bool,
    /// Whether the options are names of languages, each in itself.
    #[prop(optional)]
    languages: bool,
) -> impl IntoView {
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let invalid = error.is_some();
    let described: Vec<String> = [(!help.is_empty()).then(|| help_id.clone()), invalid.then(|| error_id.clone())].into_iter().flatten().collect();
    view! {
        <div class="utrecht-form-field md-field" class:utrecht-form-field--invalid=invalid>
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{label}</label>
            {(!help.is_empty()).then(|| view! { <p class="utrecht-form-field-description" id=help_id>{help}</p> })}
            <FieldError id=error_id text=error />
            <select
                class="utrecht-select utrecht-select--html-select"
                id=id.clone()
                name=id
                aria-describedby=(!described.is_empty()).then(|| described.join(" "))
                aria-invalid=(invalid || wrong).then_some("true")
            >
                {options
                    .into_iter()
                    .map(|(value, text)| {
                        let selected = value == chosen;
                        let lang = (languages && !value.is_empty()).then(|| value.clone());
                        view! { <option value=value selected=selected lang=lang>{text}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// One of a few, each with its words and a note: the dense list of staff pages. The first one's id is `{name}-1`.
#[component]
pub fn RadioList(
    name: &'static str,
    #[prop(into)] label: String,
    /// Value, text and note; an empty note is left out.
    options: Vec<(String, String, String)>,
    #[prop(into)] chosen: String,
    #[prop(optional_no_strip)] error: Option<String>,
    /// What the field is called in the form, where that is not its name.
    #[prop(optional)]
    field: Option<&'static str>,
) -> impl IntoView {
    let invalid = error.is_some();
    let error_id = format!("{name}-error");
    view! {
        <fieldset class="md-mini" aria-describedby=invalid.then(|| error_id.clone())>
            <legend class="utrecht-form-label">{label}</legend>
            <FieldError id=error_id.clone() text=error />
            {options
                .into_iter()
                .enumerate()
                .map(|(at, (value, text, note))| {
                    let checked = value == chosen;
                    view! {
                        <label class="md-check">
                            <input
                                class="utrecht-radio-button utrecht-radio-button--html-input"
                                id=format!("{name}-{}", at + 1)
                                type="radio"
                                name=field.unwrap_or(name)
                                value=value
                                checked=checked
                                aria-invalid=invalid.then_some("true")
                            />
                            <span>{text} {(!note.is_empty()).then(|| view! { " " <span class="md-block__note">{note}</span> })}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}
