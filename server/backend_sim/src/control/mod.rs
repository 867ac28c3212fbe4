//! Control and evidence under `/_sim` (section 11.5): JSON for tests, pages for people.

mod page;
mod view;

use crate::clock;
use crate::fault::FaultRule;
use crate::faults::glob;
use crate::handle::SimHandle;
use crate::problem::Problem;
use crate::route::ROUTES;
use crate::seed::{Seed, variant::Variant};
use crate::shared::Shared;
use crate::staff::Act;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::sync::Arc;

type Sim = State<Arc<Shared>>;

/// All routes under `/_sim`.
pub fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(|| async { Redirect::to("/_sim/staff") }))
        .route("/log", get(log))
        .route("/count", get(count))
        .route("/urls", get(|State(sim): Sim| async move { Json(sim.lock().evidence.urls.clone()) }))
        .route("/deliveries", get(|State(sim): Sim| async move { Json(sim.lock().mailbox.tally()) }))
        .route("/reset", post(reset))
        .route("/seed", post(seed))
        .route("/clock", get(now).post(set_clock))
        .route("/switches", get(switches).post(set_switches))
        .route("/faults", get(faults).post(add_fault).delete(lift_faults))
        .route("/faults/lift", post(lift_faults))
        .route("/staff", get(staff).post(act))
}

/// What a form or a JSON body says; empty fields of a form count as left out.
struct Said {
    value: Value,
    form: bool,
}

impl Said {
    fn read(headers: &HeaderMap, body: &Bytes) -> Result<Self, Refused> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Ok(Self { value: serde_json::from_slice(body).map_err(|error| Refused { why: error.to_string(), form: false })?, form: false });
        }
        let mut fields = Map::new();
        for (name, text) in form_urlencoded::parse(body).filter(|(_, text)| !text.is_empty()) {
            let value = match text.as_ref() {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                number if matches!(name.as_ref(), "number" | "times" | "id") => number.parse::<u64>().map_or(Value::from(number), Value::from),
                other => Value::from(other),
            };
            fields.insert(name.into_owned(), value);
        }
        Ok(Self { value: Value::Object(fields), form: true })
    }

    fn parse<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        serde_json::from_value(self.value.clone()).map_err(|error| self.refused(error.to_string()))
    }

    fn refused(&self, why: String) -> Refused {
        Refused { why, form: self.form }
    }

    /// Back to the page for a form, `json` otherwise.
    fn answer(&self, page: &str, json: Value) -> Response {
        if self.form { Redirect::to(page).into_response() } else { Json(json).into_response() }
    }
}

/// A request to `/_sim` that cannot be done: a page for a form, JSON otherwise.
struct Refused {
    why: String,
    form: bool,
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        if self.form {
            return (StatusCode::BAD_REQUEST, Html(view::refused(&self.why))).into_response();
        }
        (StatusCode::BAD_REQUEST, Json(json!({ "error": self.why }))).into_response()
    }
}

/// The wrong fields with their codes and words, or the code of the whole.
fn words(problem: &Problem) -> String {
    let params: Vec<String> = problem.params.iter().map(|p| format!("{} ({}: {})", p.reason, p.name, p.code)).collect();
    if params.is_empty() { problem.words.0.to_owned() } else { params.join(" ") }
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

async fn log(State(sim): Sim, headers: HeaderMap) -> Response {
    let log = sim.lock().evidence.log.clone();
    if wants_page(&headers) { Html(view::log(&log)).into_response() } else { Json(log).into_response() }
}

#[derive(Deserialize)]
struct Ours {
    portaal: String,
}

async fn count(State(sim): Sim, Query(Ours { portaal }): Query<Ours>) -> impl IntoResponse {
    Json(crate::evidence::count(&sim.lock().store, &portaal))
}

async fn reset(State(sim): Sim) -> Result<StatusCode, Refused> {
    sim.reset().map_err(|error| Refused { why: error.to_string(), form: false })?;
    Ok(StatusCode::NO_CONTENT)
}

/// `{"variant": …}` puts a variant on top (S22); a [`Seed`] adds a catalogue.
async fn seed(State(sim): Sim, headers: HeaderMap, body: Bytes) -> Result<StatusCode, Refused> {
    let (said, handle) = (Said::read(&headers, &body)?, SimHandle(sim));
    let done = if said.value.get("variant").is_some() { handle.vary(&said.parse::<Variant>()?) } else { handle.seed(&said.parse::<Seed>()?) };
    done.map_err(|error| said.refused(error.to_string()))?;
    Ok(StatusCode::NO_CONTENT)
}

async fn now(State(sim): Sim) -> Json<Value> {
    Json(json!({ "now": clock::written(sim.clock.now()) }))
}

/// How the clock is set: ahead of the machine, further, or standing still.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetClock {
    ahead_seconds: Option<i64>,
    advance_seconds: Option<i64>,
    stand_at: Option<String>,
}

async fn set_clock(State(sim): Sim, headers: HeaderMap, body: Bytes) -> Result<Json<Value>, Refused> {
    let said = Said::read(&headers, &body)?;
    let set: SetClock = said.parse()?;
    if let Some(text) = &set.stand_at {
        sim.clock.stand_at(clock::moment(text).ok_or_else(|| said.refused("stand_at is no moment".to_owned()))?);
    }
    if let Some(seconds) = set.ahead_seconds {
        sim.clock.set_ahead(seconds);
    }
    if let Some(seconds) = set.advance_seconds {
        sim.clock.advance(seconds);
    }
    Ok(now(State(sim)).await)
}

async fn switches(State(sim): Sim) -> Json<Value> {
    Json(json!(sim.lock().switches))
}

/// The switches that are named change; the others stay.
async fn set_switches(State(sim): Sim, headers: HeaderMap, body: Bytes) -> Result<Response, Refused> {
    let said = Said::read(&headers, &body)?;
    let mut state = sim.lock();
    let mut all = json!(state.switches);
    overlay(&mut all, &said.value);
    state.switches = serde_json::from_value(all).map_err(|error| said.refused(error.to_string()))?;
    let now = json!(state.switches);
    Ok(said.answer("/_sim/faults", now))
}

fn overlay(all: &mut Value, named: &Value) {
    match (all, named) {
        (Value::Object(all), Value::Object(named)) => {
            for (name, value) in named {
                overlay(all.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
        (place, value) => place.clone_from(value),
    }
}

async fn faults(State(sim): Sim, headers: HeaderMap) -> Response {
    let state = sim.lock();
    if wants_page(&headers) {
        return Html(view::faults(state.faults.active(), &state.switches)).into_response();
    }
    Json(json!(state.faults.active())).into_response()
}

async fn add_fault(State(sim): Sim, headers: HeaderMap, body: Bytes) -> Result<Response, Refused> {
    let said = Said::read(&headers, &body)?;
    let rule: FaultRule = if said.form {
        let at = |name: &str| said.value.get(name).cloned();
        let rule = json!({ "match": { "route": at("route"), "aggregate": at("aggregate") }, "times": at("times"), "fault": at("fault") });
        serde_json::from_value(rule).map_err(|error| said.refused(error.to_string()))?
    } else {
        said.parse()?
    };
    if let Some(pattern) = rule.matching.route.as_deref().filter(|pattern| !ROUTES.iter().any(|route| glob(pattern, route.step))) {
        return Err(said.refused(format!("no step is called {pattern}")));
    }
    let id = sim.lock().faults.add(rule);
    Ok(said.answer("/_sim/faults", json!({ "id": id })))
}

/// Lifts the fault with this number, or all.
#[derive(Default, Deserialize)]
struct Lift {
    id: Option<u64>,
}

async fn lift_faults(State(sim): Sim, headers: HeaderMap, body: Bytes) -> Result<Response, Refused> {
    let said = if body.is_empty() { Said { value: json!({}), form: wants_page(&headers) } } else { Said::read(&headers, &body)? };
    let lift: Lift = said.parse()?;
    sim.lock().faults.lift(lift.id);
    Ok(said.answer("/_sim/faults", Value::Null))
}

async fn staff(State(sim): Sim, headers: HeaderMap) -> Response {
    let cases = sim.cases();
    if wants_page(&headers) {
        let withdrawn = sim.lock().switches.rights_withdrawn;
        return Html(view::cases(&cases, withdrawn)).into_response();
    }
    Json(cases).into_response()
}

async fn act(State(sim): Sim, headers: HeaderMap, body: Bytes) -> Result<Response, Refused> {
    let said = Said::read(&headers, &body)?;
    let act: Act = said.parse()?;
    let made = sim.staff(&act).map_err(|problem| said.refused(words(&problem)))?;
    Ok(said.answer("/_sim/staff", made))
}
