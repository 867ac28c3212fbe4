//! What sets a cookie: signing in to the demo, signing out, the language, one's own phone.

use crate::cookie;
use crate::left::Entered;
use crate::sign_in;
use app::{Visitor, address};
use axum::extract::{Extension, Form, Query, State};
use axum::response::{Html, IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use service::content::Locale;
use service::{Error, Service};

/// Goes on to one of our own pages.
pub fn to(path: &str) -> Response {
    let own = if address::is_own_path(path) { path } else { address::FRONT };
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(value) = HeaderValue::from_str(own) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

pub fn failed(error: &Error) -> Response {
    match error {
        Error::NotFound | Error::NeedsReason => StatusCode::NOT_FOUND,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
    .into_response()
}

#[derive(Deserialize)]
pub struct SignIn {
    #[serde(default)]
    person: String,
    /// The page where somebody was before signing in; empty for none.
    #[serde(default)]
    back: String,
}

/// Signs in as a person of the demo. Does not exist outside the demo.
pub async fn demo(State(service): State<Service>, Extension(visitor): Extension<Visitor>, headers: HeaderMap, Form(form): Form<SignIn>) -> Response {
    if !service.settings.demo_sign_in() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let secure = service.settings.http.secure();
    let name = cookie::session_name(secure);
    // A new session for each sign-in: the one before ends, whoever's it was.
    if let Some(old) = cookie::get(&headers, name)
        && let Err(error) = service.end_session(old).await
    {
        return failed(&error);
    }
    let signed_in = async {
        let person = service.person(&form.person).await?;
        let token = service.asked_from(&visitor.origin).sign_in(&person.id, Some(visitor.locale().language)).await?;
        // What changed in the case system meanwhile: read later, nobody waits for it.
        service.ask_to_read_cases(&person.id).await?;
        Ok((sign_in::leads_to(&person.into(), &form.back), token))
    };
    match signed_in.await {
        Ok((home, token)) => {
            let mut response = to(&home);
            cookie::set(response.headers_mut(), name, &token, secure, None);
            response.extensions_mut().insert(Entered { token });
            response
        }
        Err(error) => {
            tracing::warn!(door = "demo", code = if matches!(error, Error::NotFound) { "unknown" } else { "busy" }, "not signed in");
            failed(&error)
        }
    }
}

/// The page that asks how long it may stay.
#[derive(Deserialize)]
pub struct Shown {
    /// The mandate with which a helper opened it.
    #[serde(default)]
    mandate: String,
}

/// Seconds until the page goes: the session ends by itself, or a helper's page is over. Asking is no sign of life.
pub async fn left(State(service): State<Service>, Query(shown): Query<Shown>, headers: HeaderMap) -> Response {
    seconds(&service, &shown, &headers, false).await
}

/// Somebody is still there: seconds until the session ends now.
pub async fn stay(State(service): State<Service>, Query(shown): Query<Shown>, headers: HeaderMap) -> Response {
    seconds(&service, &shown, &headers, true).await
}

async fn seconds(service: &Service, shown: &Shown, headers: &HeaderMap, stay: bool) -> Response {
    let token = cookie::get(headers, cookie::session_name(service.settings.http.secure())).unwrap_or_default();
    match service.seconds_left(token, &shown.mandate, stay).await {
        Ok(seconds) => ([(header::CACHE_CONTROL, "no-store")], seconds.to_string()).into_response(),
        Err(error) => failed(&error),
    }
}

/// Signs out: the session ends here, the browser forgets what it kept, and the provider hears it from the next page.
pub async fn end(State(service): State<Service>, Extension(visitor): Extension<Visitor>, headers: HeaderMap) -> Response {
    let secure = service.settings.http.secure();
    let name = cookie::session_name(secure);
    let ended = async {
        let elsewhere = match &visitor.session {
            Some(session) => service.sign_out_at(session).await?,
            None => None,
        };
        if let Some(token) = cookie::get(&headers, name) {
            service.end_session(token).await?;
        }
        Ok(elsewhere)
    };
    let elsewhere: Option<String> = match ended.await {
        Ok(elsewhere) => elsewhere,
        Err(error) => return failed(&error),
    };
    let mut response = match elsewhere {
        // A form may lead to ourselves only (`form-action`), and the provider leads on to who knows where.
        Some(address) => on_to(&visitor, &address),
        None => to(address::SIGNED_OUT),
    };
    cookie::set(response.headers_mut(), name, "", secure, Some(0));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

/// A bare page that leads on by itself, and by a link for who waits.
fn on_to(visitor: &Visitor, address: &str) -> Response {
    let escape = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    let (address, locale) = (escape(address), visitor.locale());
    let (title, go) = (escape(&visitor.words.t("gone-title")), escape(&visitor.words.t("sign-out-elsewhere")));
    let (language, direction) = (locale.language, locale.direction());
    let html = format!(
        "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta http-equiv=\"refresh\" content=\"0; url={address}\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p><a href=\"{address}\">{go}</a></p></main></body></html>"
    );
    Html(html).into_response()
}

#[derive(Deserialize)]
pub struct Language {
    #[serde(default)]
    language: String,
    #[serde(default)]
    back: String,
}

/// The language with this code, when the municipality offers it.
pub fn offered(service: &Service, code: &str) -> Option<Locale> {
    let settings = &service.settings.municipality;
    Locale::parse(code, settings.form).filter(|_| settings.languages.iter().any(|offered| offered == code))
}

/// Switches the language and comes back to the same page.
pub async fn language(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Form(form): Form<Language>) -> Response {
    let mut response = to(&form.back);
    let Some(locale) = offered(&service, &form.language) else { return response };
    if let Some(session) = &visitor.session
        && let Err(error) = service.set_language(session, locale.language).await
    {
        return failed(&error);
    }
    cookie::set(response.headers_mut(), cookie::LANGUAGE, locale.language, service.settings.http.secure(), Some(cookie::YEAR));
    response
}
