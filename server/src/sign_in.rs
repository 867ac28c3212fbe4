//! To the provider and back. The browser holds the try in a sealed cookie; nothing of it is in an address of ours.

use crate::left::Entered;
use crate::session::{failed, to};
use crate::{cookie, session};
use app::{Visitor, address, api};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use domain::access::{Actor, Role};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use service::auth::{Answer, Door, Refusal, SignedIn};
use service::{Error, Service};

/// Seconds for which the browser holds a try.
const HOLDS: u32 = 600;

#[derive(Deserialize, Default)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// Sends the browser to the provider of a door.
pub async fn begin(State(service): State<Service>, Path(door): Path<String>, Query(query): Query<Back>) -> Response {
    let Some(door) = Door::parse(&door) else { return StatusCode::NOT_FOUND.into_response() };
    let back = if address::is_own_path(&query.back) { query.back } else { String::new() };
    match service.begin_sign_in(door, &back).await {
        Ok(begun) => {
            let Ok(address) = HeaderValue::from_str(&begun.address) else { return refused(Refusal::Provider("address")) };
            let mut response = StatusCode::SEE_OTHER.into_response();
            response.headers_mut().insert(header::LOCATION, address);
            let secure = service.settings.http.secure();
            cookie::set(response.headers_mut(), cookie::try_name(secure), &begun.cookie, secure, Some(HOLDS));
            response
        }
        Err(refusal) => {
            tracing::warn!(door = door.as_str(), code = refusal.code(), "no sign-in begun");
            refused(refusal)
        }
    }
}

/// Takes the browser back from the provider.
pub async fn finish(
    State(service): State<Service>,
    Extension(visitor): Extension<Visitor>,
    Path(door): Path<String>,
    answer: Result<Query<Answer>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let Some(door) = Door::parse(&door) else { return StatusCode::NOT_FOUND.into_response() };
    let secure = service.settings.http.secure();
    let answer = answer.map(|Query(answer)| answer).unwrap_or_default();
    let mut response = match service.finish_sign_in(door, cookie::get(&headers, cookie::try_name(secure)), &answer).await {
        Ok(proven) => match enter(&service, &visitor, &proven, &headers).await {
            Ok((token, page)) => {
                let mut response = to(&page);
                cookie::set(response.headers_mut(), cookie::session_name(secure), &token, secure, None);
                response.extensions_mut().insert(Entered { token });
                response
            }
            Err(error) => failed(&error),
        },
        Err(refusal) => refused(refusal),
    };
    // Good for one answer, whatever came of it.
    cookie::set(response.headers_mut(), cookie::try_name(secure), "", secure, Some(0));
    response
}

/// A new session for each sign-in: the one before ends, whoever's it was.
pub async fn enter(service: &Service, visitor: &Visitor, proven: &SignedIn, headers: &HeaderMap) -> Result<(String, String), Error> {
    if let Some(old) = cookie::get(headers, cookie::session_name(service.settings.http.secure())) {
        service.end_session(old).await?;
    }
    let token = service.asked_from(&visitor.origin).sign_in_proven(proven, Some(visitor.locale().language)).await?;
    let session = service.session(&token).await?.ok_or(Error::SignedOut)?;
    if let Some(resident) = session.actor.resident() {
        // What changed in the case system meanwhile: read later, nobody waits for it.
        service.ask_to_read_cases(resident).await?;
    }
    Ok((token, leads_to(&session.actor, &proven.back)))
}

/// Where somebody goes after signing in: the page where they were when it is theirs, else their home.
pub fn leads_to(actor: &Actor, back: &str) -> String {
    let home = api::home_of(actor);
    // Whoever answers an invitation goes on with it, as far as they may.
    let theirs = is_theirs(back, &home) || (actor.role == Role::Helper && is_theirs(back, address::JOIN));
    if theirs { back.to_owned() } else { home }
}

/// Whether a page to come back to is this person's: another person on the same browser begins at home.
fn is_theirs(back: &str, home: &str) -> bool {
    match back.strip_prefix(home) {
        Some(rest) => rest.is_empty() || rest.starts_with(['/', '?']),
        None => false,
    }
}

/// The page that tells why; whom it is about travels nowhere.
fn refused(refusal: Refusal) -> Response {
    match refusal {
        Refusal::Busy => session::failed(&Error::Busy),
        refusal => to(&address::not_signed_in(refusal.page())),
    }
}

#[cfg(test)]
mod tests {
    use super::is_theirs;

    #[test]
    fn only_their_own_page_is_gone_back_to() {
        for (back, theirs) in
            [("/r/anna", true), ("/r/anna/intake/W1", true), ("/r/anna?x", true), ("/r/annabel", false), ("/r/ben", false), ("", false), ("/work", false)]
        {
            assert_eq!(is_theirs(back, "/r/anna"), theirs, "{back}");
        }
    }
}
