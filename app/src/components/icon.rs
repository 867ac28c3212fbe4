//! Line icons (Tabler, MIT), drawn into the page. Always beside a word, so hidden from screen readers.

use leptos::prelude::*;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::OnceLock;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../style/icons"]
#[include = "*.svg"]
struct Files;

/// Icons that point somewhere, and so turn around in languages written from right to left.
const MIRRORED: &[&str] = &["arrow-left", "arrow-right", "chevron-left", "chevron-right", "send", "logout", "player-skip-forward"];

/// The outlines of every icon by name.
fn outlines() -> &'static BTreeMap<String, String> {
    static OUTLINES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    OUTLINES.get_or_init(|| {
        let outline = |text: &str| text.split("d=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>().join(" ");
        Files::iter().filter_map(|name| Some((name.strip_suffix(".svg")?.to_owned(), outline(&String::from_utf8_lossy(&Files::get(&name)?.data))))).collect()
    })
}

/// Whether there is an icon with this name.
#[must_use]
pub fn icon_exists(name: &str) -> bool {
    outlines().contains_key(name)
}

/// The outline of an icon, for pages that are drawn elsewhere; empty when there is none.
#[must_use]
pub fn icon_outline(name: &str) -> &'static str {
    outlines().get(name).map_or("", String::as_str)
}

/// An icon. `size` is `sm`, `lg` or `xl`, or nothing for the usual one.
#[component]
pub fn Icon(#[prop(into)] name: String, #[prop(optional)] size: &'static str) -> impl IntoView {
    let mut class = String::from("md-icon");
    if !size.is_empty() {
        class.push_str(" md-icon--");
        class.push_str(size);
    }
    if MIRRORED.contains(&name.as_str()) {
        class.push_str(" md-icon--mirror");
    }
    let outline = outlines().get(&name).map_or("", String::as_str);
    if outline.is_empty() {
        tracing::error!(name, "icon missing");
    }
    view! {
        <svg class=class aria-hidden="true" focusable="false" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
            <path d=outline></path>
        </svg>
    }
}
