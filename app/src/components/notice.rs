//! A word about what just happened.

use super::Icon;
use crate::visitor::visitor;
use leptos::prelude::*;

/// What happened, by the key of its text; nothing for an empty key. A conflict is no success.
#[component]
pub fn Notice(key: String) -> impl IntoView {
    let words = visitor().words;
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
