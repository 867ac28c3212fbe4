//! What can be switched for the backend as a whole (S11, S12, S16, S85).

use backend_sim::Config;
use conformance::answer::text;
use conformance::types::{case_body, document_body, object_body, relation_body, role_body};
use conformance::{Callback, fresh, simulation};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

#[tokio::test]
async fn s11_errors_change_their_content_type() {
    let t = simulation!("s11_errors_change_their_content_type");
    let missing = uuid::Uuid::new_v4();
    let (case, object) = (format!("{}/zaken/{missing}", t.roots.zaken), format!("{}/objects/{missing}", t.roots.objecten));
    assert_eq!(t.get(&case).await.header("content-type"), "application/json");
    t.sim().switch(|s| s.problem_json = true);
    assert_eq!(t.get(&case).await.header("content-type"), "application/problem+json");
    assert_eq!(t.get(&object).await.header("content-type"), "application/json");
}

#[tokio::test]
async fn s12_reasons_repeat_values() {
    let t = simulation!("s12_reasons_repeat_values");
    let types = t.types().await;
    let case = t.case(&types).await;
    let number = text(&case, "identificatie");
    let again = t.post(&format!("{}/zaken", t.roots.zaken), &case_body(&types, number)).await;
    assert!(text(&again.body["invalidParams"][0], "reason").contains(number));
    let mut object = object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string());
    object["record"]["data"]["status"] = json!("een geheim");
    let refused = t.post(&format!("{}/objects", t.roots.objecten), &object).await;
    assert!(text(&refused.body["invalid_params"][0], "reason").contains("een geheim"));
}

#[tokio::test]
async fn s16_answers_of_a_later_version() {
    let t = simulation!("s16_answers_of_a_later_version");
    let case = t.case(&t.types().await).await;
    t.sim().switch(|s| s.future = true);
    let later = t.again(&case).await;
    assert!(later["veldVanLater"].is_object(), "an unknown field");
    assert!(case["uiterlijkeEinddatumAfdoening"].is_string() && later["uiterlijkeEinddatumAfdoening"].is_null(), "null where it may be");
    assert_eq!(later["archiefstatus"], "waarde_van_later", "an unknown word in an enumeration");
    assert_eq!((&later["identificatie"], &later["kenmerken"]), (&case["identificatie"], &case["kenmerken"]));
    let list = t.get(&format!("{}/zaken", t.roots.zaken)).await.ok(200);
    assert!(list["veldVanLater"].is_object() && list["results"][0]["veldVanLater"].is_object());
}

#[tokio::test]
async fn s85_without_the_broker_cases_stay_and_objects_do_not() {
    let t = simulation!("s85_without_the_broker_cases_stay_and_objects_do_not");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    t.sim().switch(|s| s.broker_down = true);
    let started = Instant::now();
    let number = fresh::number();
    t.post(&format!("{}/zaken", t.roots.zaken), &case_body(&types, &number)).await.refused(500, "error");
    assert!(started.elapsed() >= Duration::from_millis(190), "it hangs 19 seconds, at a hundredth");
    t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.initiator, &fresh::bsn())).await.refused(500, "error");
    t.post(&format!("{}/zaakinformatieobjecten", t.roots.zaken), &relation_body(&case, &document)).await.refused(500, "error");
    let documents = format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten);
    t.post(&documents, &document_body(&types, &number)).await.refused(500, "error");
    let uuid = uuid::Uuid::new_v4().to_string();
    t.post(&format!("{}/objects", t.roots.objecten), &object_body(&t.object_types[0], &uuid)).await.refused(500, "error");
    t.sim().switch(|s| s.broker_down = false);
    let count = t.sim().count(&number);
    assert_eq!((count.cases, count.documents), (1, 0), "the document has the same number, not one that begins with it");
    assert_eq!(t.get(&format!("{documents}?identificatie={number}")).await.ok(200)["count"], 1);
    let now = t.again(&case).await;
    let lengths = |name: &str| now[name].as_array().map(Vec::len);
    assert_eq!((lengths("rollen"), lengths("zaakinformatieobjecten")), (Some(1), Some(1)));
    t.get(&format!("{}/objects/{uuid}", t.roots.objecten)).await.refused(404, "not_found");
}

#[tokio::test]
async fn s85_without_notifications_only_a_relation_stays() {
    let t = simulation!("s85_without_notifications_only_a_relation_stays");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    t.sim().switch(|s| s.no_notifications = true);
    let number = fresh::number();
    t.post(&format!("{}/zaken", t.roots.zaken), &case_body(&types, &number)).await.refused(500, "error");
    t.post(&format!("{}/zaakinformatieobjecten", t.roots.zaken), &relation_body(&case, &document)).await.refused(500, "error");
    t.set_status(&case, &types.statuses[0], -5000).await.refused(500, "error");
    t.sim().switch(|s| s.no_notifications = false);
    assert_eq!(t.sim().count(&number).cases, 0);
    let now = t.again(&case).await;
    assert_eq!((now["zaakinformatieobjecten"].as_array().map(Vec::len), &now["status"]), (Some(1), &Value::Null));
}

#[tokio::test]
async fn the_backend_refuses_production_and_wrong_scales() {
    let t = simulation!("the_backend_refuses_production_and_wrong_scales");
    let listener = async || tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let production = Config { production: true, ..Config::default() };
    assert!(backend_sim::start(production, listener().await).is_err());
    assert!(backend_sim::start(Config { time_scale: -1.0, ..Config::default() }, listener().await).is_err());
    // An unreachable callback is told at once.
    let mut request = json!({ "callbackUrl": "http://127.0.0.1:1/webhook", "auth": "x", "kanalen": [] });
    let abonnement = format!("{}/abonnement", t.roots.notificaties);
    t.post(&abonnement, &request).await.wrong("callbackUrl", "invalid-callback-url");
    let callback = Callback::start(&t).await;
    request["callbackUrl"] = json!(callback.url);
    request["auth"] = json!(callback.secret);
    request["kanalen"] = json!([{ "naam": "nergens", "filters": {} }]);
    assert_eq!(t.post(&abonnement, &request).await.status, 400);
}
