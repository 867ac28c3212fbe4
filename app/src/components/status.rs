//! "Kept at 14:03": the line that tells where an answer is. The script changes its words while typing.

use super::Icon;
use crate::format::kept_words;
use crate::visitor::visitor;
use leptos::prelude::*;

/// The status line: kept at a moment, or nothing kept yet.
#[component]
pub fn StatusLine(
    /// When the answer was kept, in milliseconds.
    kept_at: Option<i64>,
    /// Other answers of this draft are kept.
    #[prop(optional)]
    earlier: bool,
    /// Somebody else changed it too.
    #[prop(optional)]
    conflict: bool,
) -> impl IntoView {
    let words = visitor().words;
    let (class, icon, text) = match (conflict, kept_at) {
        (true, _) => ("md-status md-status--conflict", "alert-triangle", words.t("status-conflict")),
        (false, Some(at)) => ("md-status md-status--kept", "check", kept_words(&words, at)),
        (false, None) if earlier => ("md-status md-status--kept md-status--empty", "check", words.t("status-earlier")),
        (false, None) => ("md-status md-status--kept md-status--empty", "device-floppy", words.t("status-nothing")),
    };
    view! {
        <p class=class role="status" data-status="">
            <Icon name=icon size="sm" />
            <span data-status-text="">{text}</span>
        </p>
    }
}
