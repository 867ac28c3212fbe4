//! Identical creates at the same moment (S17).

use conformance::answer::text;
use conformance::types::{case_body, object_body};
use conformance::{Target, fresh, target};
use serde_json::Value;

/// Sends the same create four times at once; gives the sorted statuses.
async fn four(t: &Target, url: &str, body: &Value) -> Vec<u16> {
    if t.is_simulated() {
        t.sim().switch(|s| s.commit_delay_ms = 200);
    }
    let answers = tokio::join!(t.post(url, body), t.post(url, body), t.post(url, body), t.post(url, body));
    let mut statuses = [answers.0.status, answers.1.status, answers.2.status, answers.3.status];
    statuses.sort_unstable();
    if t.is_simulated() {
        assert_eq!(statuses, [201, 500, 500, 500]);
    }
    assert_eq!(statuses[0], 201);
    assert!(statuses[1..].iter().all(|s| [400, 500].contains(s)), "{statuses:?}");
    statuses.into()
}

#[tokio::test]
async fn s17_one_of_four_identical_cases_is_stored() {
    let t = target!("s17_one_of_four_identical_cases_is_stored");
    let (zaken, number) = (format!("{}/zaken", t.roots.zaken), fresh::number());
    let body = case_body(&t.types().await, &number);
    four(&t, &zaken, &body).await;
    assert_eq!(t.get(&format!("{zaken}?identificatie={number}")).await.ok(200)["count"], 1);
    t.post(&zaken, &body).await.wrong("identificatie", "identificatie-niet-uniek");
}

#[tokio::test]
async fn s17_one_of_four_identical_objects_is_stored() {
    let t = target!("s17_one_of_four_identical_objects_is_stored", Objects);
    let (objects, uuid) = (format!("{}/objects", t.roots.objecten), uuid::Uuid::new_v4().to_string());
    let body = object_body(&t.object_types[0], &uuid);
    four(&t, &objects, &body).await;
    let object = t.get(&format!("{objects}/{uuid}")).await.ok(200);
    assert_eq!(t.get(&format!("{}/history", text(&object, "url"))).await.ok(200)["count"], 1);
    t.post(&objects, &body).await.wrong("uuid", "unique");
}
