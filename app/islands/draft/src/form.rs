//! The form on the page: its fields, the status line, the small comforts.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, UrlSearchParams};

/// The document of this page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The question's form with the words of its page.
#[derive(Clone)]
pub struct Form {
    /// The form itself.
    pub element: HtmlFormElement,
    words: HtmlElement,
    status: Option<Element>,
}

impl Form {
    /// The form on this page, if it has one.
    pub fn find() -> Option<Self> {
        let document = document()?;
        let element = document.query_selector("form[data-draft]").ok()??.dyn_into().ok()?;
        let words = document.get_element_by_id("keeper")?.dyn_into().ok()?;
        Some(Self { element, words, status: document.query_selector("[data-status]").ok()? })
    }

    /// Something that the page says to this script.
    pub fn word(&self, name: &str) -> String {
        self.words.dataset().get(name).unwrap_or_default()
    }

    /// All fields as they are posted; a button that was pressed is one of them.
    pub fn fields(&self, button: Option<&(String, String)>) -> Result<UrlSearchParams, JsValue> {
        let fields = UrlSearchParams::new()?;
        let data = FormData::new_with_form(&self.element)?;
        let entries = js_sys::try_iter(&data)?.ok_or(JsValue::NULL)?;
        for entry in entries {
            let pair: js_sys::Array = entry?.dyn_into()?;
            if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
                fields.append(&name, &value);
            }
        }
        match button {
            Some((name, value)) => fields.set(name, value),
            None => fields.set("go", "stay"),
        }
        Ok(fields)
    }

    /// The value of a hidden field.
    pub fn value(&self, name: &str) -> String {
        self.input(name).map(|i| i.value()).unwrap_or_default()
    }

    /// Changes a hidden field.
    pub fn set_value(&self, name: &str, value: &str) {
        if let Some(input) = self.input(name) {
            input.set_value(value);
        }
    }

    fn input(&self, name: &str) -> Option<HtmlInputElement> {
        self.element.query_selector(&format!("input[name=\"{name}\"]")).ok()??.dyn_into().ok()
    }

    /// Changes the status line: `kept`, `keeping`, `offline` or `conflict`, with its words.
    pub fn say(&self, state: &str, words: &str) {
        let Some(status) = &self.status else { return };
        status.set_class_name(&format!("md-status md-status--{state}"));
        if let Ok(Some(text)) = status.query_selector("[data-status-text]") {
            text.set_text_content(Some(words));
        }
    }

    /// One up or down beside a number, without loading the page again.
    pub fn bump(&self, by: i32) -> bool {
        let Some(input) = self.input("number") else { return false };
        let now: i32 = input.value().trim().parse().unwrap_or(0);
        input.set_value(&(now + by).max(0).to_string());
        true
    }

    /// An option that stands alone unticks the others, and the other way round.
    pub fn untick(&self, changed: &HtmlInputElement) {
        if changed.type_() != "checkbox" || !changed.checked() {
            return;
        }
        let alone = changed.has_attribute("data-alone");
        let Ok(boxes) = self.element.query_selector_all("input[type=checkbox][name=\"choices[]\"]") else { return };
        for at in 0..boxes.length() {
            let Some(other) = boxes.get(at).and_then(|b| b.dyn_into::<HtmlInputElement>().ok()) else { continue };
            if other != *changed && (alone || other.has_attribute("data-alone")) {
                other.set_checked(false);
            }
        }
    }

    /// Tells how many characters are left.
    pub fn count(&self, area: &HtmlTextAreaElement) {
        let Some(line) = document().and_then(|d| d.get_element_by_id("count")) else { return };
        let max: i32 = line.get_attribute("data-max").and_then(|m| m.parse().ok()).unwrap_or(0);
        let typed = i32::try_from(area.value().chars().count()).unwrap_or(i32::MAX);
        let words = self.word("left").replace("{n}", &max.saturating_sub(typed).max(0).to_string()).replace("{max}", &max.to_string());
        line.set_text_content(Some(&words));
    }
}
