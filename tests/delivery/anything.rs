//! Notifications made of anything: taken, or not understood; and whatever is taken is about an address of theirs.

use crate::town::{SECRET, Town};
use http::StatusCode;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeMap;
use tests::{Engine, database, on_sqlite, times};

on_sqlite!(any_notification_is_taken_or_not_understood);

/// Values of a notification: plausible, of the wrong type, and addresses that only look like theirs.
fn values(root: &str) -> impl Strategy<Value = Value> + use<> {
    let (one, two, three) = (format!("{root}/zaken/1"), format!("{root}.evil.example/zaken/1"), root.replace("http://", "http://x@"));
    let leaf = prop_oneof![
        3 => Just(Value::from(one)),
        1 => Just(Value::from(two)),
        1 => Just(Value::from(three)),
        2 => "zaken|test|documenten|status|create|2026-11-23T10:00:0[0-9]Z|[\\s\\S]{0,30}".prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<f64>().prop_map(Value::from),
    ];
    let deep = leaf.clone().prop_recursive(3, 12, 3, |inner| prop::collection::vec(inner, 0..3).prop_map(Value::from));
    prop_oneof![6 => leaf, 1 => deep]
}

fn bodies(root: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    let name = "actie|kanaal|resource|hoofdObject|resourceUrl|aanmaakdatum|kenmerken|id|source|type|subject|specversion|[a-z]{0,4}";
    let object = prop::collection::btree_map(name, values(root), 0..12).prop_map(|map: BTreeMap<String, Value>| Value::Object(map.into_iter().collect()));
    let whole = ("zaken|test|anders", "create|update|", values(root), values(root), "2026-11-23T10:00:0[0-9]Z").prop_map(|(channel, action, case, about, at)| {
        serde_json::json!({"kanaal": channel, "actie": action, "resource": "status", "hoofdObject": case, "resourceUrl": about, "aanmaakdatum": at})
    });
    let text = prop_oneof![object, whole].prop_map(|value| value.to_string().into_bytes());
    prop_oneof![6 => text, 1 => prop::collection::vec(any::<u8>(), 0..120)]
}

async fn any_notification_is_taken_or_not_understood(engine: Engine) {
    let town = Town::start(engine).await;
    let root = format!("{}/zaken/api/v1", town.sim.url());
    let (mut runner, mut taken) = (TestRunner::deterministic(), 0);
    for _ in 0..times("FORMS", 600) {
        let body = bodies(&root).new_tree(&mut runner).unwrap().current();
        let status = town.app.stranger().tell("/webhook/notifications", Some(SECRET), &body).await;
        assert!(matches!(status, StatusCode::NO_CONTENT | StatusCode::BAD_REQUEST), "{status}: {}", body.escape_ascii());
        taken += usize::from(status == StatusCode::NO_CONTENT);
    }
    assert!(taken > 20, "{taken}: some are as they should be");
    let kept = database::texts(&town.app.url, "SELECT case_url FROM inbox_event").await;
    assert!(!kept.is_empty() && kept.iter().all(|case| case.starts_with(&format!("{root}/"))), "{kept:?}");
}
