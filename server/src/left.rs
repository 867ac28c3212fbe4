//! What a session that just ended still posted: kept by [`keep`], and posted again by [`give_back`] after signing in.

use crate::cookie;
use crate::visit::Sender;
use app::address;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use domain::request::RequestKind;
use http::{HeaderValue, Method, StatusCode, header};
use service::Service;
use service::left::Ended;

/// What is kept, and what it is posted to again: typing, and asking for something small. Sending and throwing away are
/// done again by who is signed in; what was typed beside such a button is kept.
const KEPT: [(&str, &str); 18] = [
    ("/api/answer/keep", "/api/answer/keep"),
    ("/api/profile/keep", "/api/profile/keep"),
    ("/api/request/send", "/api/request/send"),
    ("/api/group/reply", "/api/group/reply"),
    ("/api/calculation/save", "/api/calculation/save"),
    ("/api/agreement/answer", "/api/agreement/answer"),
    ("/api/agreement/keep", "/api/agreement/keep"),
    ("/api/agreement/send", "/api/agreement/keep"),
    ("/api/agreement/remove", "/api/agreement/keep"),
    ("/api/agreement/restore", "/api/agreement/keep"),
    ("/api/agreement/line", "/api/agreement/line"),
    ("/api/agreement/mark", "/api/agreement/mark"),
    ("/api/agreement/order", "/api/agreement/order"),
    ("/api/agreement/steps", "/api/agreement/steps"),
    ("/api/agreement/look-back", "/api/agreement/look-back"),
    ("/api/helping/contact", "/api/helping/contact"),
    ("/api/helper/settle-objection", "/api/helper/settle-objection"),
    ("/api/review/note", "/api/review/note"),
];
const FORM: &str = "application/x-www-form-urlencoded";
/// The header that tells the page around a refusal that what was typed is kept.
pub const IS_KEPT: &str = "x-kept";

/// Somebody who signed in with this request; travels with the answer, never to the browser.
#[derive(Clone)]
pub struct Entered {
    pub token: String,
}

/// Keeps what an ended session posts. Gives the answer to it.
pub async fn keep(service: &Service, ended: &Ended, request: Request) -> Result<Response, Request> {
    let again = KEPT.iter().find(|(posted, _)| *posted == request.uri().path()).map(|(_, again)| *again);
    let is_form = request.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(FORM.as_bytes()));
    let (Some(path), true, true) = (again, is_form, *request.method() == Method::POST) else { return Err(request) };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    let Ok(form) = to_bytes(request.into_body(), service.settings.http.max_body_kb * 1024).await else { return Ok(response) };
    if !asks_to_be_deleted(&form) && service.keep_left(ended, path, &form).await.is_ok() {
        response.headers_mut().insert(IS_KEPT, HeaderValue::from_static("1"));
    }
    Ok(response)
}

/// Nobody asks for that unasked, whoever has the device meanwhile.
fn asks_to_be_deleted(form: &[u8]) -> bool {
    form_urlencoded::parse(form).any(|(name, value)| name == "kind" && value == RequestKind::Erasure.as_str())
}

/// After signing in: posts again what was kept, through the same gates as ever, and goes where that leads.
pub async fn give_back(State((service, pages)): State<(Service, Router)>, request: Request, next: Next) -> Response {
    let from = Sender::of(&request);
    let mut response = next.run(request).await;
    let Some(Entered { token }) = response.extensions_mut().remove::<Entered>() else { return response };
    let leads = match service.session(&token).await {
        Ok(Some(session)) => match service.take_left(&session.actor).await {
            Ok(Some(mut left)) => {
                let (path, form) = (left.path.clone(), std::mem::take(&mut left.form));
                let led = post(&service, pages, from, &token, &path, form).await;
                // Not now, or not without a reason first: it is there for the rest of its time.
                if led.is_none()
                    && let Err(error) = service.put_left_back(left).await
                {
                    tracing::warn!(%error, "what was posted too late is not kept any longer");
                }
                led
            }
            _ => None,
        },
        _ => None,
    };
    match leads {
        Some(location) if response.status().is_redirection() => {
            response.headers_mut().insert(header::LOCATION, location);
        }
        // A script asked, and goes where the answer says.
        Some(location) => {
            let answer = Json(serde_json::json!({ "to": location.to_str().unwrap_or(address::FRONT) })).into_response();
            response.headers_mut().remove(header::CONTENT_LENGTH);
            *response.body_mut() = answer.into_body();
        }
        None => {}
    }
    response
}

async fn post(service: &Service, pages: Router, from: Sender, token: &str, path: &str, form: Vec<u8>) -> Option<HeaderValue> {
    let cookie = format!("{}={token}", cookie::session_name(service.settings.http.secure()));
    let request = Request::builder().method(Method::POST).uri(path).header(header::COOKIE, cookie).header(header::CONTENT_TYPE, FORM);
    let mut request = request.header(header::ACCEPT, "text/html").body(Body::from(form)).ok()?;
    from.put_on(&mut request);
    let done = tower::ServiceExt::oneshot(pages, request).await.ok()?;
    let location = done.headers().get(header::LOCATION)?.clone();
    (done.status() == StatusCode::SEE_OTHER && location.to_str().is_ok_and(address::is_own_path)).then_some(location)
}

#[cfg(test)]
mod tests {
    use super::KEPT;

    #[test]
    fn what_is_kept_is_posted_to_what_is_there() {
        let there: Vec<&str> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
        let missing: Vec<&str> = KEPT.iter().flat_map(|(posted, again)| [*posted, *again]).filter(|path| !there.contains(path)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
