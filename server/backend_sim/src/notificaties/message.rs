//! The messages that subscribers get (S81, S83).

use super::switches::NotificationSwitches;
use crate::clock::Moment;
use crate::store::Row;
use crate::tx::{Event, set};
use chrono::SecondsFormat;
use serde_json::{Value, json};
use uuid::Uuid;

/// Who publishes the events of cases.
const SOURCE: &str = "urn:nld:oin:00000001823288444000:zakensysteem";

/// The longest message that a webhook should take is 64 KiB.
const OVERSIZED: usize = 65 * 1024;

/// The message of the trial at registration: fixed values on foreign hosts.
#[must_use]
pub fn trial() -> Value {
    json!({
        "kanaal": "test",
        "hoofdObject": "http://some.hoofdobject.nl/",
        "resource": "some_resource",
        "resourceUrl": "http://some.resource.nl/",
        "actie": "create",
        "aanmaakdatum": "2019-01-01T12:00:00Z",
        "kenmerken": {},
    })
}

/// Whether a subscription asks for `event` as a notification.
#[must_use]
pub fn wanted(subscription: &Row, event: &Event) -> bool {
    let channels = subscription.body.get("kanalen").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    channels.iter().any(|channel| {
        let filters = channel.get("filters").and_then(Value::as_object).into_iter().flatten();
        channel.get("naam").and_then(Value::as_str) == Some(event.channel)
            && filters.into_iter().all(|(name, value)| value == "" || event.attributes.get(name) == Some(value))
    })
}

/// Whether a subscription asks for this CloudEvent.
#[must_use]
pub fn wanted_event(subscription: &Row, event: &Value) -> bool {
    let asked = subscription.body.get("sendCloudevents").and_then(Value::as_bool).unwrap_or_default();
    let filters = subscription.body.get("cloudeventFilters").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let kind = event.get("type").and_then(Value::as_str).unwrap_or_default();
    let part = |filter: &Value| filter.get("typeSubstring").and_then(Value::as_str).is_some_and(|part| kind.contains(part));
    asked && (filters.is_empty() || filters.iter().any(part))
}

/// A notification as example 15.3.
#[must_use]
pub fn notification(event: &Event, at: Moment, switches: &NotificationSwitches) -> Value {
    let elsewhere = |url: &str| {
        let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        if switches.foreign_host { format!("https://elders.example.test/{path}") } else { url.to_owned() }
    };
    let mut message = json!({
        "actie": event.action.word(),
        "kanaal": if switches.unknown_channel { "onbekend-kanaal" } else { event.channel },
        "resource": if switches.unknown_resource { "onbekende-resource" } else { event.resource },
        "kenmerken": event.attributes,
        "hoofdObject": elsewhere(&event.main),
        "resourceUrl": elsewhere(&event.url),
        "aanmaakdatum": at.to_rfc3339_opts(SecondsFormat::Millis, true),
    });
    if switches.oversized {
        set(&mut message, "opvulling", "x".repeat(OVERSIZED).into());
    }
    message
}

/// A CloudEvent as example 16.3: that of another system as it came, or one about a case.
#[must_use]
pub fn cloud_event(event: &Event, at: Moment, id: Uuid) -> Option<Value> {
    if event.channel == "cloudevents" {
        return Some(event.attributes.clone());
    }
    let (_, case) = event.main.rsplit_once('/').filter(|_| event.channel == "zaken")?;
    let kind = if event.resource == "zaak" && event.action == crate::tx::Action::Create { "zaak-geregistreerd" } else { "zaak-gemuteerd" };
    Some(json!({
        "id": id,
        "data": event.attributes,
        "time": at.to_rfc3339_opts(SecondsFormat::Millis, true),
        "type": format!("nl.overheid.zaken.{kind}"),
        "source": SOURCE,
        "subject": case,
        "specversion": "1.0",
        "datacontenttype": "application/json",
    }))
}
