//! A word about what just happened.

use super::Icon;
use crate::visitor::visitor;
use leptos::prelude::*;

/// What happened, by the key of its text; nothing for an empty key. A conflict is no success.
#[component]
pub fn Notice(
    key: String,
    /// In the words for a caseworker with the resident.
    #[prop(optional)]
    desk: bool,
) -> impl IntoView {
    let words = if desk { visitor().words.at_desk() } else { visitor().words };
    let conflict = key.starts_with("notice-conflict-");
    let (class, icon) = if conflict { ("md-note", "info-circle") } else { ("md-note md-note--ok", "check") };
    (!key.is_empty()).then(|| {
        view! {
            <p class=class role="status">
                <Icon name=icon />
                <span>{words.t(&key)}</span>
            </p>
        }
    })
}
