//! Posting a form the way a browser does, and reading the short answer.

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response, UrlSearchParams};

/// What the portal answered.
pub enum Reply {
    /// Kept: the version, the words for the status line, whether somebody else changed it, where to go on.
    Kept {
        /// The version now.
        version: String,
        /// The words for the status line.
        status: String,
        /// Somebody else changed the same answer.
        conflict: bool,
        /// Where to go on.
        next: String,
    },
    /// Answered, but not kept: signed out, or the draft is gone. Posting the form as a page tells more. Whether it was as if the
    /// page were not there.
    Refused(bool),
    /// No answer: no connection, or the portal is down. Trying again helps.
    Unreachable,
}

/// Posts `fields` to `address`.
pub async fn post(address: &str, fields: &UrlSearchParams) -> Reply {
    match send(address, fields).await {
        Ok(response) if response.ok() => read(&response).await.unwrap_or(Reply::Refused(false)),
        Ok(response) if response.status() >= 500 || response.status() == 408 => Reply::Unreachable,
        Ok(response) => Reply::Refused(response.status() == 404),
        Err(_) => Reply::Unreachable,
    }
}

async fn send(address: &str, fields: &UrlSearchParams) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    headers.set("content-type", "application/x-www-form-urlencoded")?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&String::from(fields.to_string()).into());
    // So that it still arrives when the page is being left.
    Reflect::set(&init, &"keepalive".into(), &true.into())?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.fetch_with_str_and_init(address, &init)).await?.dyn_into()
}

async fn read(response: &Response) -> Option<Reply> {
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let answer = JSON::parse(&text).ok()?;
    let field = |name: &str| Reflect::get(&answer, &name.into()).ok();
    Some(Reply::Kept {
        version: (field("version")?.as_f64()? as u32).to_string(),
        status: field("status")?.as_string()?,
        conflict: field("conflict")?.as_bool()?,
        next: field("next")?.as_string()?,
    })
}
