//! What happens to a call, in the order of rule S09, with the faults of section 11.4 around it.

use crate::api::Api;
use crate::call::{Answer, Call, Caller};
use crate::evidence::{LogEntry, names};
use crate::fault::{BadBody, Fault, HangEnd};
use crate::problem::Problem;
use crate::reply::{Manner, Reply};
use crate::route::{self, Route};
use crate::shared::{Shared, State};
use crate::turn::{Keep, Outcome};
use crate::watch::Seen;
use crate::{clock, future};
use axum::http::HeaderMap;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// A request as it came in.
pub struct Request {
    /// The HTTP method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The query as it stood in the URL.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; none when it is longer than the limit.
    pub body: Option<Vec<u8>>,
}

/// A request with what could be made of it before anything was checked.
struct Arrived {
    request: Request,
    query: Vec<(String, String)>,
    body: Result<Value, Problem>,
}

/// Answers a request.
pub async fn answer(shared: Arc<Shared>, request: Request) -> Reply {
    let arrived = read(request);
    let found = route::find(shared.config.shape, &arrived.request.method, &arrived.request.path);
    if let (Some(watch), Ok((route, _)), Ok(body)) = (&shared.config.watch, &found, &arrived.body)
        && route.has_body()
    {
        watch.show(Seen { method: route.method, root: route.api.root(), path: route.path, body });
    }
    let (number, fault) = note(&shared, &arrived, found.as_ref().ok().map(|(route, _)| *route));
    let api = Api::of(&arrived.request.path).map_or(Api::Zaken, |(api, _)| api);
    let (reply, stored) = match (found, &arrived.request.body) {
        (Err(_), _) if matches!(fault, Some(Fault::DropBefore | Fault::DropAfter)) => (Reply::hang_up(), false),
        (Err(problem), _) => (shared.refuse(api, &problem), false),
        (Ok(_), None) => (shared.refuse(api, &Problem::too_large()), false),
        (Ok((route, ids)), Some(_)) => with_fault(&shared, route, ids, arrived, fault).await,
    };
    if let Some(entry) = shared.lock().evidence.log.get_mut(number) {
        entry.status = (reply.manner != Manner::HangUp).then_some(reply.status);
        entry.stored = stored;
    }
    reply
}

fn read(request: Request) -> Arrived {
    let query = form_urlencoded::parse(request.query.as_bytes()).into_owned().collect();
    let kind = request.headers.get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let json = kind == "application/json" || kind.ends_with("+json");
    let bytes = request.body.as_deref().unwrap_or_default();
    let body = match request.method.as_str() {
        "POST" | "PUT" | "PATCH" if !json => Err(Problem::wrong_media_type()),
        "POST" | "PUT" | "PATCH" => serde_json::from_slice(bytes).map_err(|_| Problem::broken_json()),
        _ => Ok(Value::Null),
    };
    Arrived { request, query, body }
}

/// Writes the call down and picks its fault. Gives the place in the log.
fn note(shared: &Shared, arrived: &Arrived, route: Option<&'static Route>) -> (usize, Option<Fault>) {
    let request = &arrived.request;
    let mut state = shared.lock();
    let State { store, faults, evidence, .. } = &mut *state;
    let step = route.map_or("", |route| route.step);
    let about = |ours: &str| {
        let body = arrived.body.as_ref().unwrap_or(&Value::Null).to_string();
        let texts = || arrived.query.iter().map(|(_, value)| value.as_str()).chain([request.path.as_str(), body.as_str()]);
        names(store, ours).iter().any(|name| texts().any(|text| text.contains(name)))
    };
    let fault = faults.pick(&request.method, step, about, shared.config.time_scale);
    let query = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
    evidence.urls.push(format!("{}{}{query}", shared.root, request.path));
    let number = evidence.log.len();
    evidence.log.push(LogEntry {
        number: number + 1,
        at: clock::written(shared.clock.now()),
        method: request.method.clone(),
        route: step.to_owned(),
        status: None,
        fault: fault.as_ref().and_then(|f| json!(f).get("name").and_then(Value::as_str).map(str::to_owned)),
        stored: false,
    });
    (number, fault)
}

/// The fault decides whether anything happens, and what is seen of it. Also says whether something was stored.
async fn with_fault(shared: &Arc<Shared>, route: &'static Route, ids: Vec<String>, arrived: Arrived, fault: Option<Fault>) -> (Reply, bool) {
    let now = shared.clock.now();
    let retry = |seconds: u64, as_date: bool| if as_date { clock::http_date(now, seconds) } else { seconds.to_string() };
    let before = match &fault {
        Some(Fault::DropBefore) => return (Reply::hang_up(), false),
        Some(Fault::Error500Before) => Some(Problem::server_error()),
        Some(Fault::TooMany { retry_after, as_date }) => Some(Problem::too_many(retry(*retry_after, *as_date))),
        Some(Fault::Unavailable { retry_after, as_date }) => Some(Problem::unavailable(retry(*retry_after, *as_date))),
        Some(Fault::Revoked) if route.api.signed() => Some(Problem::forbidden("invalid-jwt-signature")),
        Some(Fault::Revoked) => Some(Problem::wrong_key()),
        _ => None,
    };
    if let Some(problem) = before {
        return (shared.refuse(route.api, &problem), false);
    }
    let keep = match &fault {
        Some(Fault::Hang { stored, .. }) => stored.unwrap_or(route.api != Api::Objecten),
        Some(Fault::BadJson { stored, .. }) => *stored,
        _ => true,
    };
    let outcome = run(shared, route, ids, arrived, if keep { Keep::Yes } else { Keep::No }).await;
    let stored = outcome.stored;
    let reply = match &outcome.result {
        Ok(answer) => shared.good(route, answer),
        Err(problem) => shared.refuse(route.api, problem),
    };
    (after(shared, route, reply, &outcome, fault).await, stored)
}

/// What is seen of a call that happened.
async fn after(shared: &Shared, route: &Route, mut reply: Reply, outcome: &Outcome, fault: Option<Fault>) -> Reply {
    let good = outcome.result.is_ok();
    match fault {
        Some(Fault::DropAfter) => Reply::hang_up(),
        Some(Fault::Error500After) if good => shared.refuse(route.api, &Problem::server_error()),
        Some(Fault::Hang { seconds, then, .. }) => {
            tokio::time::sleep(shared.scaled(seconds)).await;
            match then {
                HangEnd::Error => shared.refuse(route.api, &Problem::server_error()),
                HangEnd::Answer => reply,
                HangEnd::Cut => Reply::hang_up(),
            }
        }
        Some(Fault::BadJson { variant: BadBody::ProxyPage, .. }) => Reply::proxy_page(),
        Some(Fault::BadJson { variant, .. }) if good => {
            match variant {
                BadBody::Half => reply.body.truncate(reply.body.len() / 2),
                BadBody::Empty => reply.body.clear(),
                BadBody::Cut | BadBody::ProxyPage => reply.manner = Manner::Half,
            }
            reply
        }
        Some(Fault::SlowBody { millis }) => {
            let pause = Duration::from_millis(millis).mul_f64(shared.config.time_scale);
            Reply { manner: Manner::Slow(pause), ..reply }
        }
        Some(Fault::StaleFind { .. }) if good => match outcome.result.as_ref().ok().and_then(Answer::json) {
            Some(Value::Array(_)) => shared.good(route, &Answer::ok(json!([]))),
            Some(list) if list.get("results").is_some() => {
                shared.good(route, &Answer::ok(json!({ "count": 0, "next": null, "previous": null, "results": [] })))
            }
            _ => shared.refuse(route.api, &Problem::not_found()),
        },
        _ => reply,
    }
}

/// The call without faults: the token, then as many turns as it takes (a callback to try, a commit to wait for).
async fn run(shared: &Arc<Shared>, route: &'static Route, ids: Vec<String>, arrived: Arrived, keep: Keep) -> Outcome {
    let header = arrived.request.headers.get("authorization").and_then(|v| v.to_str().ok());
    let caller = {
        let state = shared.lock();
        let caller = crate::token::caller(route.api, header, &state.credentials, shared.clock.now());
        caller.map(|caller| if state.switches.rights_withdrawn { Caller::Nobody } else { caller })
    };
    let caller = match caller {
        Ok(caller) => caller,
        Err(problem) => return Outcome { result: Err(problem), stored: false },
    };
    let (body, fault) = match arrived.body {
        Ok(body) => (body, None),
        Err(problem) => (Value::Null, Some(problem)),
    };
    let call = Call { route, ids, query: arrived.query, body, caller };
    shared.turns(&call, &arrived.request.headers, fault.as_ref(), keep).await
}

impl Shared {
    /// A good answer, as the switches want it.
    fn good(&self, route: &Route, answer: &Answer) -> Reply {
        if !self.lock().switches.future {
            return Reply::good(route.api, answer);
        }
        let mut later = answer.clone();
        if let crate::call::Payload::Json(body) = &mut later.payload {
            future::change(body);
        }
        Reply::good(route.api, &later)
    }

    /// A refusal, as the switches want it.
    pub(crate) fn refuse(&self, api: Api, problem: &Problem) -> Reply {
        let (instance, problem_json) = {
            let mut state = self.lock();
            (state.store.new_id(), state.switches.problem_json)
        };
        Reply::bad(api, problem, &self.root, instance, problem_json)
    }
}
