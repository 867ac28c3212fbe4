//! How often somebody may do something that costs: signing in, sending, the public calculator. Counted in this process, per
//! address and, for who is signed in, per session; a bucket fills again evenly.

use crate::{cookie, visit};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, Method, StatusCode, header};
use service::Service;
use service::access::network;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// So many buckets at most: beyond that the full ones go, which remember nothing. When that is not enough, somebody invents
/// sessions, and whoever has no bucket yet is counted by address.
const MOST: usize = 50_000;
/// How often a minute where nothing is set.
const USUAL: u32 = 60;
/// Codes by e-mail: each is a letter to somebody.
const MAILS: u32 = 5;
const MINUTE: f64 = 60_000.0;
/// How long between two looks for full ones, in milliseconds.
const SWEEP: i64 = 1_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Act {
    SignIn,
    /// Having a code mailed.
    Mail,
    /// Typing a code of somebody who asks for help.
    Join,
    Send,
    Calculate,
    /// Asking for what one may not see: each leaves a line in the log of access.
    Refused,
}

/// How much is left, and when it was counted.
struct Bucket {
    left: f64,
    most: f64,
    at: i64,
}

#[derive(Default)]
struct Buckets {
    all: HashMap<(Act, String), Bucket>,
    /// When the full ones were thrown away last.
    swept_at: i64,
}

/// Every bucket of this process.
#[derive(Clone, Default)]
pub struct Limits(Arc<Mutex<Buckets>>);

impl Limits {
    /// Takes one out of the bucket of `who` at the address `origin`, that holds `most` and fills in a minute. Gives how many seconds
    /// to wait when it is empty.
    fn take(&self, act: Act, who: String, origin: &str, most: u32, now: i64) -> Result<(), u64> {
        let most = f64::from(most);
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.all.len() >= MOST && now - buckets.swept_at >= SWEEP {
            buckets.all.retain(|_, bucket| (now - bucket.at) as f64 <= MINUTE);
            buckets.swept_at = now;
        }
        let known = buckets.all.len() < MOST || buckets.all.contains_key(&(act, who.clone()));
        let bucket = buckets.all.entry((act, if known { who } else { origin.to_owned() })).or_insert(Bucket { left: most, most, at: now });
        bucket.left = (bucket.left + (now - bucket.at).max(0) as f64 / MINUTE * most).min(most);
        bucket.at = now;
        if bucket.left < 1.0 {
            return Err(((1.0 - bucket.left) / most * 60.0).ceil() as u64);
        }
        bucket.left -= 1.0;
        Ok(())
    }
}

impl Limits {
    /// Takes one out of a bucket; how many seconds to wait when it is empty.
    fn spend(&self, service: &Service, act: Act, who: String, origin: &str) -> Result<(), u64> {
        let rules = &service.settings.limits;
        let (set, usual) = match act {
            Act::SignIn | Act::Join => (rules.sign_in, USUAL),
            Act::Mail => (rules.mail, MAILS),
            Act::Send => (rules.send, USUAL),
            Act::Calculate => (rules.calculate, USUAL),
            Act::Refused => (rules.refused, USUAL),
        };
        let Some(most) = rules.of(set, usual, service.settings.mode) else { return Ok(()) };
        self.take(act, who, origin, most, service.clock.now())
    }

    /// Whether nothing is left for `who`, and nothing came back yet.
    fn is_empty(&self, act: Act, who: &str, now: i64) -> bool {
        let buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = buckets.all.get(&(act, who.to_owned()));
        bucket.is_some_and(|bucket| bucket.left + (now - bucket.at).max(0) as f64 / MINUTE * bucket.most < 1.0)
    }
}

/// What a request does that is counted.
fn act(request: &Request) -> Option<Act> {
    let path = request.uri().path();
    match path {
        app::address::BY_MAIL if request.method() == Method::POST => Some(Act::Mail),
        _ if path.starts_with("/sign-in/") && !path.starts_with("/sign-in/refused/") => Some(Act::SignIn),
        app::api::DEMO_SIGN_IN => Some(Act::SignIn),
        "/api/helper/join" => Some(Act::Join),
        app::address::CALCULATOR if request.method() == Method::POST => Some(Act::Calculate),
        "/api/request/send" | "/api/draft/send" | "/api/resident/invite" | "/api/calculation/save" | "/api/helper/invite" | "/api/helper/object" => {
            Some(Act::Send)
        }
        _ => None,
    }
}

/// Refuses what comes too often.
pub async fn limit(State((service, limits)): State<(Service, Limits)>, request: Request, next: Next) -> Response {
    // Who is signed in is counted by their session, so that an office behind one address is not one person.
    let session = cookie::get(request.headers(), cookie::session_name(service.settings.http.secure()));
    let session = session.map(|token| service.keys.lookup_hash("limit", token));
    let origin = network(&visit::origin(&service, &request));
    if let Some(act) = act(&request) {
        let who = session.clone().filter(|_| act == Act::Send).unwrap_or_else(|| origin.clone());
        if let Err(seconds) = limits.spend(&service, act, who, &origin) {
            return too_often(act, seconds);
        }
    }
    let Some(session) = session else { return next.run(request).await };
    if limits.is_empty(Act::Refused, &session, service.clock.now()) {
        return too_often(Act::Refused, 1);
    }
    let response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        // What is refused next is refused before anything is looked up.
        let _ = limits.spend(&service, Act::Refused, session, &origin);
    }
    response
}

fn too_often(act: Act, seconds: u64) -> Response {
    tracing::warn!(?act, "refused: too often");
    let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
    if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let limits = Limits::default();
        let take = |who: &str, now| limits.take(Act::SignIn, who.into(), "here", 6, now);
        assert_eq!((0..6).map(|_| take("a", 0)).collect::<Vec<_>>(), vec![Ok(()); 6]);
        assert_eq!(take("a", 0), Err(10));
        assert_eq!(take("b", 0), Ok(()), "somebody else");
        assert_eq!(limits.take(Act::Send, "a".into(), "here", 6, 0), Ok(()), "something else");
        assert_eq!(take("a", 10_000), Ok(()));
        assert_eq!(take("a", 10_000), Err(10));
        assert_eq!(take("a", -10_000), Err(10), "a clock that goes back gives nothing");
        assert_eq!((0..6).map(|_| take("a", 10_000_000)).collect::<Vec<_>>(), vec![Ok(()); 6]);
        assert!(take("a", 10_000_000).is_err(), "never more than full");
    }

    #[test]
    fn invented_sessions_are_counted_by_address() {
        let limits = Limits::default();
        let send = |who: String, origin: &str, now| limits.take(Act::Send, who, origin, 60, now);
        let passed = (0..MOST + 500).filter(|n| send(format!("s{n}"), "10.0.0.1", 0).is_ok()).count();
        assert_eq!(passed, MOST + 60);
        assert!(limits.0.lock().unwrap().all.len() <= MOST + 1);
        assert_eq!(send("s1".into(), "10.0.0.1", 0), Ok(()), "who was there before goes on");
        assert_eq!(send("new".into(), "10.0.0.2", 0), Ok(()), "and so does another address");
        assert_eq!(send("late".into(), "10.0.0.1", 60_001), Ok(()), "a minute later the buckets are gone");
        assert!(limits.0.lock().unwrap().all.len() < 10);
    }
}
