//! Asks the device of a helper for a passkey: to sign in, or to make one.
//!
//! It fetches the question, hands it to the browser's own window, and posts what the device answered. Where a browser
//! cannot do this the button stays hidden, and a code by e-mail is the way.

use gloo_events::EventListener;
use js_sys::{Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CredentialCreationOptions, CredentialRequestOptions, CredentialsContainer, Headers, HtmlButtonElement, HtmlElement, PublicKeyCredentialCreationOptions,
    PublicKeyCredentialRequestOptions, RequestInit, RequestRedirect, Response, UrlSearchParams, Window,
};

#[wasm_bindgen]
extern "C" {
    /// Both read what a server wrote as JSON; browsers have them since 2023 to 2025.
    #[wasm_bindgen(js_namespace = PublicKeyCredential, js_name = parseCreationOptionsFromJSON, catch)]
    fn creation_options(json: &JsValue) -> Result<PublicKeyCredentialCreationOptions, JsValue>;
    #[wasm_bindgen(js_namespace = PublicKeyCredential, js_name = parseRequestOptionsFromJSON, catch)]
    fn request_options(json: &JsValue) -> Result<PublicKeyCredentialRequestOptions, JsValue>;
}

/// What went wrong, as the person hears it.
enum Fault {
    /// They stopped, it took too long, or the portal cannot be reached.
    Stopped,
    /// The portal does not know what the device answered.
    Failed,
}

/// The place on the page, with where to ask and what to say.
#[derive(Clone)]
struct Place {
    element: HtmlElement,
    button: HtmlButtonElement,
    window: Window,
}

/// Shows the button, where the browser can do it.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(place) = Place::find() else { return };
    place.element.set_hidden(false);
    let button = place.button.clone();
    EventListener::new(&button, "click", move |_| {
        let place = place.clone();
        spawn_local(async move { place.pressed().await });
    })
    .forget();
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

impl Place {
    fn find() -> Option<Self> {
        let window = web_sys::window()?;
        let element: HtmlElement = window.document()?.get_element_by_id("passkey")?.dyn_into().ok()?;
        let button = element.query_selector("button").ok()??.dyn_into().ok()?;
        let place = Self { element, button, window };
        let able = get(&place.window, "PublicKeyCredential")?;
        let reads = if place.makes() { "parseCreationOptionsFromJSON" } else { "parseRequestOptionsFromJSON" };
        get(&able, reads)?.is_function().then_some(place)
    }

    fn data(&self, name: &str) -> String {
        self.element.dataset().get(name).unwrap_or_default()
    }

    fn makes(&self) -> bool {
        self.data("kind") == "create"
    }

    fn say(&self, key: &str) {
        if let Ok(Some(line)) = self.element.query_selector("[role=status]") {
            line.set_text_content(Some(&if key.is_empty() { String::new() } else { self.data(key) }));
        }
    }

    async fn pressed(&self) {
        self.button.set_disabled(true);
        self.say("busy");
        let said = match self.ask().await {
            Ok(next) => self.window.location().assign(&next).map_or("failed", |()| ""),
            Err(Fault::Stopped) => "stopped",
            Err(Fault::Failed) => "failed",
        };
        self.say(said);
        self.button.set_disabled(false);
    }

    /// Gives where to go on.
    async fn ask(&self) -> Result<String, Fault> {
        let question = self.post(&self.data("begin"), &[]).await.map_err(|_| Fault::Stopped)?;
        // Signing in, the question has a name; making one, it is the session's.
        let attempt = get(&question, "attempt").and_then(|attempt| attempt.as_string()).unwrap_or_default();
        let options = get(&question, "options").unwrap_or_else(|| question.clone());
        let credentials = self.window.navigator().credentials();
        let promise = if self.makes() { make(&credentials, &options) } else { show(&credentials, &options) };
        let answer = JsFuture::from(promise.map_err(|_| Fault::Stopped)?).await.map_err(|_| Fault::Stopped)?;
        let as_json: Function = get(&answer, "toJSON").and_then(|function| function.dyn_into().ok()).ok_or(Fault::Stopped)?;
        let answer = as_json.call0(&answer).and_then(|answer| JSON::stringify(&answer)).map_err(|_| Fault::Stopped)?;
        let (answer, next) = (String::from(answer), self.data("next"));
        let back = if self.makes() { "" } else { &next };
        let done = self.post(&self.data("finish"), &[("attempt", &attempt), ("answer", &answer), ("back", back)]).await?;
        Ok(get(&done, "to").and_then(|to| to.as_string()).unwrap_or(next))
    }

    /// Posts a form; what the portal answered, when it took it.
    async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Result<JsValue, Fault> {
        let response = self.send(address, fields).await.ok_or(Fault::Stopped)?;
        match response.status() {
            // A form that was taken leads on to a page, which tells once what happened: to whoever looks at it.
            0 => return Ok(JsValue::NULL),
            409 => return Err(Fault::Failed),
            _ if !response.ok() => return Err(Fault::Stopped),
            _ => {}
        }
        let text = JsFuture::from(response.text().map_err(|_| Fault::Stopped)?).await.map_err(|_| Fault::Stopped)?;
        Ok(JSON::parse(&text.as_string().unwrap_or_default()).unwrap_or(JsValue::NULL))
    }

    async fn send(&self, address: &str, fields: &[(&str, &str)]) -> Option<Response> {
        let form = UrlSearchParams::new().ok()?;
        for (name, value) in fields {
            form.append(name, value);
        }
        let headers = Headers::new().ok()?;
        headers.set("accept", "application/json").ok()?;
        headers.set("content-type", "application/x-www-form-urlencoded").ok()?;
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_redirect(RequestRedirect::Manual);
        init.set_headers(&headers);
        init.set_body(&String::from(form.to_string()).into());
        JsFuture::from(self.window.fetch_with_str_and_init(address, &init)).await.ok()?.dyn_into().ok()
    }
}

fn make(credentials: &CredentialsContainer, options: &JsValue) -> Result<Promise, JsValue> {
    let asked = CredentialCreationOptions::new();
    asked.set_public_key(&creation_options(options)?);
    credentials.create_with_options(&asked)
}

fn show(credentials: &CredentialsContainer, options: &JsValue) -> Result<Promise, JsValue> {
    let asked = CredentialRequestOptions::new();
    asked.set_public_key(&request_options(options)?);
    credentials.get_with_options(&asked)
}
