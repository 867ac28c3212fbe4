//! Printing, and a file of the answer that is made on the phone and goes nowhere by itself.

use crate::screen::document;
use calculator::Words;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, CssStyleSheet, File, FilePropertyBag, HtmlAnchorElement, ShareData, Url};

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Shares the answer as a file, or downloads it where sharing does not exist.
pub fn file(words: &Words) {
    let part = |id: &str| document().and_then(|d| d.get_element_by_id(id)).map(|e| e.inner_html()).unwrap_or_default();
    let class = document().and_then(|d| d.body()).map(|b| b.class_name()).unwrap_or_default();
    let title = words.t("title");
    let text = [
        "<!DOCTYPE html><html lang=\"",
        words.language(),
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>",
        title,
        "</title><style>",
        &style().unwrap_or_default(),
        "</style></head><body class=\"",
        &class,
        "\"><main class=\"utrecht-page-body__content md-main\">",
        &part("answer-lead"),
        &part("answer-rest"),
        "</main></body></html>",
    ]
    .concat();
    let _ = give(&text, &[words.t("file-name"), ".html"].concat(), title);
}

/// The rules of this page's style sheet, so that the file looks the same.
fn style() -> Option<String> {
    let sheet: CssStyleSheet = document()?.style_sheets().get(0)?.dyn_into().ok()?;
    let rules = sheet.css_rules().ok()?;
    Some((0..rules.length()).filter_map(|at| rules.get(at)).map(|rule| rule.css_text()).collect())
}

fn give(text: &str, name: &str, title: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let parts = Array::of1(&text.into());
    let kind = FilePropertyBag::new();
    kind.set_type("text/html");
    let file = File::new_with_str_sequence_and_options(&parts, name, &kind)?;
    let share = ShareData::new();
    share.set_title(title);
    Reflect::set(&share, &"files".into(), &Array::of1(&file))?;
    let navigator = window.navigator();
    let can = Reflect::has(&navigator, &"canShare".into()).unwrap_or(false) && navigator.can_share_with_data(&share);
    if can {
        // Somebody may change their mind while sharing: that is no error.
        let nothing = Closure::new(|_: JsValue| ());
        let _ = navigator.share_with_data(&share).catch(&nothing);
        nothing.forget();
        return Ok(());
    }
    let options = BlobPropertyBag::new();
    options.set_type("text/html");
    let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)?;
    let link: HtmlAnchorElement = document().ok_or(JsValue::NULL)?.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
