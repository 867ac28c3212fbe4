//! Buttons and links. One main button a screen.

use super::Icon;
use leptos::prelude::*;

/// The one main button of a screen.
#[component]
pub fn MainButton(
    #[prop(into)] label: String,
    /// Value of the field `go`; nothing when the form has only this button.
    #[prop(optional)]
    go: &'static str,
    /// Icon before the word.
    #[prop(optional)]
    icon: &'static str,
    /// Larger, for the one act that counts.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let class = if big { "nl-button nl-button--primary md-actions__main md-actions__big" } else { "nl-button nl-button--primary md-actions__main" };
    view! {
        <button class=class type="submit" name=(!go.is_empty()).then_some("go") value=(!go.is_empty()).then_some(go)>
            {(!icon.is_empty()).then(|| view! { <span class="nl-button__icon-start"><Icon name=icon /></span> })}
            <span class="nl-button__label">{label}</span>
        </button>
    }
}

/// A quieter button beside the main one. `kind` is `subtle` or `secondary`.
#[component]
pub fn QuietButton(
    #[prop(into)] label: String,
    #[prop(optional)] go: &'static str,
    #[prop(default = "subtle")] kind: &'static str,
    #[prop(optional)] icon: &'static str,
) -> impl IntoView {
    view! {
        <button class=format!("nl-button nl-button--{kind}") type="submit" name=(!go.is_empty()).then_some("go") value=(!go.is_empty()).then_some(go)>
            {(!icon.is_empty()).then(|| view! { <span class="nl-button__icon-start"><Icon name=icon /></span> })}
            <span class="nl-button__label">{label}</span>
        </button>
    }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn LinkButton(
    #[prop(into)] label: String,
    #[prop(into)] href: String,
    #[prop(default = "primary")] kind: &'static str,
    #[prop(optional)] icon: &'static str,
) -> impl IntoView {
    let main = if kind == "primary" { " md-actions__main" } else { "" };
    view! {
        <a class=format!("nl-button nl-button--{kind}{main}") href=href>
            {(!icon.is_empty()).then(|| view! { <span class="nl-button__icon-start"><Icon name=icon /></span> })}
            <span class="nl-button__label">{label}</span>
        </a>
    }
}

/// The link back, top of the page.
#[component]
pub fn Back(#[prop(into)] href: String, #[prop(into)] label: String) -> impl IntoView {
    view! {
        <a class="nl-link md-link md-back" href=href>
            <Icon name="arrow-left" />
            <span>{label}</span>
        </a>
    }
}

/// A quiet link at the foot of the page.
#[component]
pub fn Foot(#[prop(into)] href: String, #[prop(into)] label: String, #[prop(into)] icon: String) -> impl IntoView {
    view! {
        <a class="nl-link md-link" href=href>
            <Icon name=icon />
            <span>{label}</span>
        </a>
    }
}
