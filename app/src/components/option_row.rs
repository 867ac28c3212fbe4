//! One option of a question: the whole row can be tapped.

use super::Icon;
use leptos::prelude::*;

/// A radio button or checkbox with its word, and an icon where there is one.
#[component]
pub fn OptionRow(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] label: String,
    checked: bool,
    /// One of many instead of one of one.
    #[prop(optional)]
    many: bool,
    #[prop(into, optional_no_strip)] icon: Option<String>,
    #[prop(into, optional_no_strip)] description: Option<String>,
    #[prop(optional)] invalid: bool,
    /// The id of what is wrong with it, where no fieldset around it says so.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// Opens the short text field after it.
    #[prop(optional)]
    other: bool,
    /// Cannot go with another option: the script unticks the others.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let (kind, class) = if many {
        ("checkbox", "utrecht-checkbox utrecht-checkbox--html-input md-option__input")
    } else {
        ("radio", "utrecht-radio-button utrecht-radio-button--html-input md-option__input")
    };
    view! {
        <label class="md-option" class:md-option--other=other>
            <input class=class id=id type=kind name=name value=value checked=checked aria-invalid=invalid.then_some("true") aria-describedby=described_by.filter(|_| invalid) data-alone=alone.then_some("") />
            {icon.map(|icon| view! { <Icon name=icon size="lg" /> })}
            <span class="md-option__text">
                <span class="md-option__label">{label}</span>
                {description.map(|text| view! { <span class="md-option__description">{text}</span> })}
            </span>
        </label>
    }
}
