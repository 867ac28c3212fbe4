//! What is wrong: a summary on top with focus, and the same words beside the field.

use super::Icon;
use crate::visitor::visitor;
use leptos::prelude::*;

/// All problems of a form: the id of each field and what to do.
#[component]
pub fn ProblemSummary(problems: Vec<(String, String)>) -> impl IntoView {
    let words = visitor().words;
    (!problems.is_empty()).then(|| {
        view! {
            <div class="utrecht-alert utrecht-alert--error md-error-summary" role="group" aria-labelledby="error-title">
                <div class="utrecht-alert__content">
                    <div class="utrecht-alert__message">
                        <h2 class="nl-heading nl-heading--level-2 md-error-summary__title" id="error-title" tabindex="-1" autofocus>
                            <Icon name="alert-triangle" />
                            <span>{words.t("problem-title")}</span>
                        </h2>
                        <ul class="md-error-summary__list">
                            {problems.into_iter().map(|(id, text)| view! { <li><a class="nl-link" href=format!("#{id}")>{text}</a></li> }).collect_view()}
                        </ul>
                    </div>
                </div>
            </div>
        }
    })
}

/// What is wrong with one field, beside it.
#[component]
pub fn FieldError(#[prop(into)] id: String, text: Option<String>) -> impl IntoView {
    text.map(|text| {
        view! {
            <p class="utrecht-form-field-error-message md-error" id=id>
                <Icon name="alert-triangle" size="sm" />
                <span>{text}</span>
            </p>
        }
    })
}
