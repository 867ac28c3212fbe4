//! Signing in by e-mail and with a passkey, for helpers. What was typed comes back with the page; nothing of it is in an
//! address of ours but the code in the link of the mail, which works in the browser that asked only.

use crate::left::Entered;
use crate::{cookie, render, session, sign_in};
use app::{Visitor, address};
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Extension, Form, Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use domain::Problem;
use http::{HeaderMap, StatusCode};
use leptos::prelude::provide_context;
use serde::Deserialize;
use service::typed::Typed;
use service::{Error, Service};

/// The most bytes of the forms.
const LONGEST: usize = 4 * 1024;
/// Seconds for which the browser waits for a code.
const HOLDS: u32 = 15 * 60;

/// A form that is posted to its own page.
async fn read(request: Request) -> Result<(http::request::Parts, impl Fn(&str) -> String), StatusCode> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LONGEST).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let fields: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    Ok((parts, move |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone()).unwrap_or_default()))
}

/// The page again, with what was typed and what is wrong with it.
async fn again(parts: http::request::Parts, typed: Typed, context: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    let show = move || {
        context();
        provide_context(typed.clone());
    };
    render::page(Request::from_parts(parts, Body::empty()), show).await
}

fn typed(field: &str, value: &str, problems: Vec<Problem>) -> Typed {
    Typed { fields: [(field.to_owned(), vec![value.to_owned()])].into(), problems, notice: String::new() }
}

/// Sends a code to the address that was typed.
pub async fn send(service: Service, request: Request, context: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    let (parts, field) = match read(request).await {
        Ok(read) => read,
        Err(status) => return status.into_response(),
    };
    let Some(visitor) = parts.extensions.get::<Visitor>().cloned() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let email = field("email");
    let query = parts.uri.query().unwrap_or_default();
    let back = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "back").map(|(_, back)| back.into_owned());
    let back = back.filter(|back| address::is_own_path(back)).unwrap_or_default();
    let base = service.settings.http.base_url();
    let sent = service.asked_from(&visitor.origin).send_code(&email, &back, &visitor.words, |code| format!("{base}{}", address::mail_link(code))).await;
    match sent {
        Ok(token) => {
            let secure = service.settings.http.secure();
            let mut response = session::to(address::MAIL_CODE);
            cookie::set(response.headers_mut(), cookie::mail_name(secure), &token, secure, Some(HOLDS));
            response
        }
        Err(Error::Invalid(problems)) => again(parts, typed("email", &email, problems), context).await,
        Err(error) => session::failed(&error),
    }
}

/// Takes the code that was typed.
pub async fn take(service: Service, request: Request, context: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    let (parts, field) = match read(request).await {
        Ok(read) => read,
        Err(status) => return status.into_response(),
    };
    let Some(visitor) = parts.extensions.get::<Visitor>().cloned() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let (code, headers) = (field("code"), parts.headers.clone());
    match redeem(&service, &visitor, &headers, &code).await {
        Ok(response) => response,
        Err(Error::Invalid(problems)) => again(parts, typed("code", &code, problems), context).await,
        // The page says that nothing waits any more, and leads to the beginning.
        Err(Error::Conflict(_)) => session::to(address::MAIL_CODE),
        Err(error) => session::failed(&error),
    }
}

/// The link of the mail: in the browser that asked, the same as typing the code.
pub async fn link(State(service): State<Service>, Extension(visitor): Extension<Visitor>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    match redeem(&service, &visitor, &headers, &code).await {
        Ok(response) => response,
        Err(Error::Invalid(_) | Error::Conflict(_)) => session::to(address::MAIL_CODE),
        Err(error) => session::failed(&error),
    }
}

async fn redeem(service: &Service, visitor: &Visitor, headers: &HeaderMap, code: &str) -> Result<Response, Error> {
    let secure = service.settings.http.secure();
    let proven = service.take_code(cookie::get(headers, cookie::mail_name(secure)), code).await?;
    let (token, page) = sign_in::enter(service, visitor, &proven, headers).await?;
    let mut response = session::to(&page);
    cookie::set(response.headers_mut(), cookie::session_name(secure), &token, secure, None);
    cookie::set(response.headers_mut(), cookie::mail_name(secure), "", secure, Some(0));
    response.extensions_mut().insert(Entered { token });
    Ok(response)
}

/// What to ask a device, for whoever it belongs to.
pub async fn passkey_begin(State(service): State<Service>) -> Response {
    match service.begin_passkey_sign_in().await {
        Ok(question) => Json(question).into_response(),
        Err(error) => session::failed(&error),
    }
}

#[derive(Deserialize)]
pub struct Device {
    #[serde(default)]
    attempt: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    back: String,
}

/// Takes what a device answered, and says where to go on.
pub async fn passkey_finish(
    State(service): State<Service>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    Form(device): Form<Device>,
) -> Response {
    let entered = async {
        let mut proven = service.finish_passkey_sign_in(&device.attempt, &device.answer).await?;
        proven.back = if address::is_own_path(&device.back) { device.back } else { String::new() };
        sign_in::enter(&service, &visitor, &proven, &headers).await
    };
    match entered.await {
        Ok((token, page)) => {
            let mut response = Json(serde_json::json!({ "to": page })).into_response();
            let secure = service.settings.http.secure();
            cookie::set(response.headers_mut(), cookie::session_name(secure), &token, secure, None);
            response.extensions_mut().insert(Entered { token });
            response
        }
        Err(Error::Conflict(_)) => StatusCode::CONFLICT.into_response(),
        Err(error) => session::failed(&error),
    }
}
