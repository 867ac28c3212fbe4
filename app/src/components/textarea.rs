//! The one text area. Leptos 0.8 does not escape its children, so this does.

use leptos::prelude::*;

/// A text area whose `value` is shown as text, whatever it holds.
#[component]
pub fn Textarea(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    /// Lines on the screen.
    rows: u32,
    /// Ids of what describes it.
    #[prop(into, optional)]
    described_by: String,
    /// Whether something is wrong with it.
    #[prop(optional)]
    invalid: bool,
) -> impl IntoView {
    // A first line break would be swallowed by the parser; so one is put before it.
    let escaped = format!("\n{}", value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
    view! {
        <textarea
            class="utrecht-textarea utrecht-textarea--html-textarea md-textarea"
            id=id
            name=name
            rows=rows
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            aria-invalid=invalid.then_some("true")
            dir="auto"
        >
            {escaped}
        </textarea>
    }
}
