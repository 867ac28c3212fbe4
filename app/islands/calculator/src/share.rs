//! Printing, and a file of the answer that is made on the phone and goes nowhere by itself.

use crate::screen::document;
use calculator::Words;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlElement, HtmlLinkElement, Response, ShareData, Url};

/// Prints the page with everything open.
pub fn print(root: &HtmlElement) {
    open_all(root);
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

fn open_all(root: &HtmlElement) {
    let Ok(all) = root.query_selector_all("#answer-rest details") else { return };
    for at in 0..all.length() {
        if let Some(details) = all.get(at).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            let _ = details.set_attribute("open", "");
        }
    }
}

/// Shares the answer as a file, or downloads it where sharing does not exist.
pub fn file(root: &HtmlElement, words: &Words) {
    open_all(root);
    let part = |id: &str| document().and_then(|d| d.get_element_by_id(id)).map(|e| e.inner_html()).unwrap_or_default();
    let body = part("answer-lead") + &part("answer-rest");
    let (title, language, name) = (words.t("title").to_owned(), words.language().to_owned(), words.t("file-name").to_owned() + ".html");
    spawn_local(async move {
        let style = style().await.unwrap_or_default();
        let text = format!(
            "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{style}</style></head>\
             <body class=\"utrecht-root utrecht-document {}\"><main class=\"utrecht-page-body__content md-main\">{body}</main></body></html>",
            theme()
        );
        let _ = give(&text, &name, &title).await;
    });
}

fn theme() -> String {
    document().and_then(|d| d.body()).map(|b| b.class_name()).unwrap_or_default()
}

/// The style sheet of this page; without a connection the file goes without.
async fn style() -> Option<String> {
    let link: HtmlLinkElement = document()?.query_selector("link[rel=stylesheet]").ok()??.dyn_into().ok()?;
    let response: Response = JsFuture::from(web_sys::window()?.fetch_with_str(&link.href())).await.ok()?.dyn_into().ok()?;
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

async fn give(text: &str, name: &str, title: &str) -> Result<(), JsValue> {
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
        // The resident may change their mind; that is no error.
        return JsFuture::from(navigator.share_with_data(&share)).await.map(|_| ());
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
