//! The calculator's form, posted without a script: the page comes back with the next screen. Nothing is kept, and no
//! amount stands in an address.

use crate::{cookie, render, session};
use app::Visitor;
use app::visitor::Posted;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use leptos::prelude::provide_context;
use service::Service;

/// The most bytes of the form; it has some forty short fields.
const LONGEST: usize = 16 * 1024;

/// Shows the screen after a post; a field `language` shows the same screen in that language.
pub async fn posted(service: Service, request: Request, context: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LONGEST).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let fields: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    let wanted = fields.iter().find(|(name, _)| name == "language").and_then(|(_, code)| session::offered(&service, code));
    if let (Some(locale), Some(visitor)) = (wanted, parts.extensions.get_mut::<Visitor>()) {
        if let Some(session) = &visitor.session
            && let Err(error) = service.set_language(session, locale.language).await
        {
            return session::failed(&error);
        }
        visitor.words = service.content.texts.words(locale);
    }
    let posted = Posted(fields);
    let mut response = render::page(Request::from_parts(parts, axum::body::Body::empty()), move || {
        context();
        provide_context(posted.clone());
    })
    .await;
    if let Some(locale) = wanted {
        cookie::set(response.headers_mut(), cookie::LANGUAGE, locale.language, service.settings.http.secure(), Some(cookie::YEAR));
    }
    response
}
