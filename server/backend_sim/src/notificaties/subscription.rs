//! Subscriptions (abonnement): the callback is tried before it is stored (S80).

use super::CHANNELS;
use crate::call::{Answer, Call, one};
use crate::field::Absent::{Empty, No, Nothing, Refused};
use crate::field::Form::{Flag, List, Object, Text, Url};
use crate::field::{Field, check, field, text};
use crate::kind::Kind;
use crate::listing::Test::Same;
use crate::listing::{chosen, filter};
use crate::problem::Problem;
use crate::tx::{Action, Event, Probe, Tx, set};
use serde_json::{Map, Value, json};

const FIELDS: &[Field] = &[
    field("callbackUrl", Url(200), Refused),
    field("auth", Text(1000), Refused),
    field("kanalen", List, Empty),
    field("sendCloudevents", Flag, No),
    field("cloudeventFilters", List, Empty),
];

const CHANNEL: &[Field] = &[field("naam", Text(50), Refused), field("filters", Object, Nothing)];

const EVENT_FILTER: &[Field] = &[field("typeSubstring", Text(255), Refused), field("filters", Object, Nothing)];

/// The fields of a subscription as they are kept; the names of filters as answers write them.
fn checked(request: &Value) -> Result<Map<String, Value>, Problem> {
    let mut body = check(FIELDS, request)?;
    let list = |body: &Map<String, Value>, name: &str| body.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut channels = Vec::new();
    for (at, channel) in list(&body, "kanalen").iter().enumerate() {
        let kept = check(CHANNEL, channel).map_err(|problem| problem.under(&format!("kanalen.{at}")))?;
        if !CHANNELS.iter().any(|(name, _)| *name == text(&kept, "naam")) {
            return Err(Problem::field(&format!("kanalen.{at}.naam"), "kanaal_naam", "Kanaal bestaat niet."));
        }
        let filters = kept.get("filters").and_then(Value::as_object).into_iter().flatten();
        let renamed: Map<String, Value> =
            filters.map(|(name, value)| (if name == "object_type" { "objectType".to_owned() } else { name.clone() }, value.clone())).collect();
        channels.push(json!({ "naam": text(&kept, "naam"), "filters": renamed }));
    }
    let mut events = Vec::new();
    for (at, filter) in list(&body, "cloudeventFilters").iter().enumerate() {
        events.push(Value::Object(check(EVENT_FILTER, filter).map_err(|problem| problem.under(&format!("cloudeventFilters.{at}")))?));
    }
    body.insert("kanalen".to_owned(), channels.into());
    body.insert("cloudeventFilters".to_owned(), events.into());
    Ok(body)
}

/// `POST abonnement` (S80). The callback is tried between the checks and the commit.
///
/// # Errors
/// 400 for wrong fields; the trial adds `no-auth-on-callback-url` and `invalid-callback-url`.
pub fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let mut body = checked(&call.body)?;
    let auth = body.remove("auth").unwrap_or_default();
    tx.probe = Some(Probe { url: text(&body, "callbackUrl").to_owned(), auth: auth.as_str().unwrap_or_default().to_owned() });
    let uuid = tx.store.new_id();
    Ok(Answer::created(tx.insert(Kind::Subscription, uuid, None, Value::Object(body), json!({ "auth": auth }))))
}

/// `PATCH abonnement/{uuid}` (S80).
///
/// # Errors
/// 404, and as [`create`].
pub fn patch(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let kept = tx.store.get(Kind::Subscription, call.id(0)?).cloned().ok_or(Problem::not_found())?;
    let mut whole = kept.body.clone();
    set(&mut whole, "auth", kept.hidden.get("auth").cloned().unwrap_or_default());
    for (name, value) in call.body.as_object().into_iter().flatten() {
        set(&mut whole, name, value.clone());
    }
    let mut body = checked(&whole)?;
    let auth = body.remove("auth").unwrap_or_default();
    if ["callbackUrl", "auth"].iter().any(|name| call.body.get(name).is_some()) {
        tx.probe = Some(Probe { url: text(&body, "callbackUrl").to_owned(), auth: auth.as_str().unwrap_or_default().to_owned() });
    }
    tx.store.update(Kind::Subscription, kept.uuid, |row| {
        for (name, value) in body {
            set(&mut row.body, &name, value);
        }
        row.hidden = json!({ "auth": auth });
    });
    one(tx, Kind::Subscription, kept.uuid)
}

/// `DELETE abonnement/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn delete(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let uuid = call.id(0)?;
    tx.store.get(Kind::Subscription, uuid).ok_or(Problem::not_found())?;
    tx.store.remove(Kind::Subscription, uuid);
    Ok(Answer::gone())
}

/// `GET abonnement`: a plain list.
///
/// # Errors
/// 400 `unknown-parameters`.
pub fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let rows = chosen(tx, call, Kind::Subscription, &[], false)?;
    Ok(Answer::ok(rows.into_iter().map(|row| row.body.clone()).collect()))
}

/// `GET abonnement/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Subscription, call.id(0)?)
}

/// `GET kanaal`: a plain list.
///
/// # Errors
/// 400 `unknown-parameters`.
pub fn channels(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    let rows = chosen(tx, call, Kind::Channel, &[filter("naam", Same)], false)?;
    Ok(Answer::ok(rows.into_iter().rev().map(|row| row.body.clone()).collect()))
}

/// `GET kanaal/{uuid}`.
///
/// # Errors
/// 404 when it is not there.
pub fn channel(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    one(tx, Kind::Channel, call.id(0)?)
}

/// `POST cloudevents`: an event of another system, passed on without `dataref` (S83).
///
/// # Errors
/// 400 without the fields that every event has.
pub fn publish(tx: &mut Tx<'_>, call: &Call) -> Result<Answer, Problem> {
    const EVENT: &[Field] =
        &[field("specversion", Text(50), Refused), field("type", Text(255), Refused), field("source", Text(255), Refused), field("id", Text(255), Refused)];
    check(EVENT, &call.body)?;
    let mut event = call.body.clone();
    event.as_object_mut().map(|map| map.remove("dataref"));
    let (url, attributes) = (call.text("source").to_owned(), event.clone());
    tx.events.push(Event { channel: "cloudevents", resource: "cloudevent", action: Action::Create, main: url.clone(), url, attributes });
    Ok(Answer::created(event))
}
