//! Faults that are switched on (section 11.4): what is stored, and what the client sees.

use backend_sim::{BadBody, Fault, FaultRule, HangEnd};
use conformance::answer::text;
use conformance::types::{case_body, document_body, object_body, relation_body};
use conformance::{Answer, Target, fresh, simulation};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Sends a create with a fault switched on once; gives what came, and whether the case is there afterwards.
async fn create(t: &Target, fault: Fault) -> (reqwest::Result<Answer>, bool) {
    let types = t.types().await;
    let number = fresh::number();
    t.sim().add_fault(FaultRule::on("zaak.create", fault).times(1));
    let zaken = format!("{}/zaken", t.roots.zaken);
    let (auth, body) = (t.authorization(&zaken), case_body(&types, &number));
    let headers = [("authorization", auth.as_str()), ("accept-crs", "EPSG:4326"), ("content-crs", "EPSG:4326")];
    let answer = t.send(Method::POST, &zaken, &headers, Some(&body)).await;
    (answer, t.sim().count(&number).cases == 1)
}

#[tokio::test]
async fn dropped_before_or_after() {
    let t = simulation!("dropped_before_or_after");
    let (answer, stored) = create(&t, Fault::DropBefore).await;
    assert!(answer.is_err() && !stored);
    let (answer, stored) = create(&t, Fault::DropAfter).await;
    assert!(answer.is_err() && stored);
    let log = t.sim().log();
    let dropped: Vec<_> = log.iter().filter(|entry| entry.status.is_none()).collect();
    assert_eq!(dropped.iter().map(|e| (e.fault.as_deref(), e.stored)).collect::<Vec<_>>(), [(Some("drop_before"), false), (Some("drop_after"), true)]);
}

#[tokio::test]
async fn an_error_before_or_after() {
    let t = simulation!("an_error_before_or_after");
    let (answer, stored) = create(&t, Fault::Error500Before).await;
    answer.unwrap().refused(500, "error");
    assert!(!stored);
    let (answer, stored) = create(&t, Fault::Error500After).await;
    answer.unwrap().refused(500, "error");
    assert!(stored);
}

#[tokio::test]
async fn a_hang_ends_in_an_error_an_answer_or_a_cut() {
    let t = simulation!("a_hang_ends_in_an_error_an_answer_or_a_cut");
    let started = Instant::now();
    let (answer, stored) = create(&t, Fault::Hang { seconds: 19.0, stored: None, then: HangEnd::Error }).await;
    answer.unwrap().refused(500, "error");
    assert!(stored && started.elapsed() >= Duration::from_millis(190));
    let (answer, stored) = create(&t, Fault::Hang { seconds: 1.0, stored: Some(false), then: HangEnd::Cut }).await;
    assert!(answer.is_err() && !stored);
    let (answer, stored) = create(&t, Fault::Hang { seconds: 1.0, stored: None, then: HangEnd::Answer }).await;
    assert!(answer.unwrap().status == 201 && stored);
}

#[tokio::test]
async fn a_hang_of_the_objects_api_stores_nothing() {
    let t = simulation!("a_hang_of_the_objects_api_stores_nothing");
    t.sim().add_fault(serde_json::from_value(json!({ "match": { "route": "object.create" }, "fault": "hang" })).unwrap());
    let uuid = uuid::Uuid::new_v4().to_string();
    t.post(&format!("{}/objects", t.roots.objecten), &object_body(&t.object_types[0], &uuid)).await.refused(500, "error");
    assert_eq!(t.sim().count(&uuid).objects, 0);
}

#[tokio::test]
async fn too_much_says_when_to_come_back() {
    let t = simulation!("too_much_says_when_to_come_back");
    let (answer, stored) = create(&t, Fault::TooMany { retry_after: 7, as_date: false }).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status, answer.header("retry-after"), stored), (429, "7", false));
    let (answer, stored) = create(&t, Fault::Unavailable { retry_after: 7, as_date: true }).await;
    let answer = answer.unwrap();
    assert!(answer.status == 503 && answer.header("retry-after").ends_with(" GMT") && !stored);
}

#[tokio::test]
async fn answers_that_cannot_be_read() {
    let t = simulation!("answers_that_cannot_be_read");
    let broken = |variant, stored| Fault::BadJson { variant, stored };
    let (answer, stored) = create(&t, broken(BadBody::Half, true)).await;
    let answer = answer.unwrap();
    assert!(answer.status == 201 && !answer.bytes.is_empty() && answer.body.is_null() && stored);
    let (answer, stored) = create(&t, broken(BadBody::Empty, true)).await;
    let answer = answer.unwrap();
    assert!(answer.status == 201 && answer.bytes.is_empty() && stored);
    let (answer, stored) = create(&t, broken(BadBody::Cut, true)).await;
    assert!(answer.is_err() && stored, "the body breaks off");
    for wanted in [true, false] {
        let (answer, stored) = create(&t, broken(BadBody::ProxyPage, wanted)).await;
        let answer = answer.unwrap();
        assert!(answer.status == 502 && answer.header("content-type") == "text/html" && stored == wanted);
    }
}

#[tokio::test]
async fn a_slow_body_comes_byte_by_byte() {
    let t = simulation!("a_slow_body_comes_byte_by_byte");
    t.sim().add_fault(FaultRule::on("zaak.create", Fault::SlowBody { millis: 100 }).times(1));
    let zaken = format!("{}/zaken", t.roots.zaken);
    let body = case_body(&t.types().await, &fresh::number());
    let request = t.http.post(&zaken).header("authorization", t.authorization(&zaken)).json(&body);
    let started = Instant::now();
    let mut response = request.header("accept-crs", "EPSG:4326").header("content-crs", "EPSG:4326").send().await.unwrap();
    let head = started.elapsed();
    assert_eq!(response.status(), 201);
    let first = response.chunk().await.unwrap().unwrap();
    let mut whole = first.to_vec();
    while let Some(chunk) = response.chunk().await.unwrap() {
        whole.extend_from_slice(&chunk);
    }
    assert!(first.len() < whole.len() / 2, "the rest was on its way");
    assert!(started.elapsed() > head + Duration::from_millis(500));
    assert!(serde_json::from_slice::<Value>(&whole).unwrap()["url"].is_string());
}

#[tokio::test]
async fn revoked_until_lifted() {
    let t = simulation!("revoked_until_lifted");
    let id = t.sim().add_fault(FaultRule::on("*", Fault::Revoked));
    let lists = [format!("{}/zaken", t.roots.zaken), format!("{}/objects", t.roots.objecten), format!("{}/partijen", t.roots.klant)];
    for _ in 0..2 {
        t.get(&lists[0]).await.refused(403, "invalid-jwt-signature");
        t.get(&lists[1]).await.refused(401, "authentication_failed");
        t.get(&lists[2]).await.refused(401, "authentication_failed");
    }
    t.sim().lift_faults(Some(id));
    for list in &lists {
        assert_eq!(t.get(list).await.status, 200);
    }
}

#[tokio::test]
async fn a_stale_look_up_finds_nothing_for_a_while() {
    let t = simulation!("a_stale_look_up_finds_nothing_for_a_while");
    let types = t.types().await;
    let (case, document, object) = (t.case(&types).await, t.document(&types).await, t.object().await);
    t.post(&format!("{}/zaakinformatieobjecten", t.roots.zaken), &relation_body(&case, &document)).await.ok(201);
    t.sim().add_fault(FaultRule::on("*.find", Fault::StaleFind { seconds: 100.0 }));
    let zaken = format!("{}/zaken?identificatie={}", t.roots.zaken, text(&case, "identificatie"));
    let relations = format!("{}/zaakinformatieobjecten?zaak={}", t.roots.zaken, text(&case, "url"));
    assert_eq!(t.get(&zaken).await.ok(200)["count"], 0);
    assert_eq!(t.get(&relations).await.ok(200), json!([]));
    t.get(text(&object, "url")).await.refused(404, "not_found");
    assert_eq!(t.get(text(&case, "url")).await.status, 200, "reading by URL is no look-up");
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(t.get(&zaken).await.ok(200)["count"], 1);
}

#[tokio::test]
async fn faults_hit_the_call_they_name() {
    let t = simulation!("faults_hit_the_call_they_name");
    let types = t.types().await;
    let (ours, other) = (fresh::number(), fresh::number());
    let (zaken, documents) = (format!("{}/zaken", t.roots.zaken), format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten));
    let case = t.post(&zaken, &case_body(&types, &ours)).await.ok(201);
    t.sim().add_fault(FaultRule::on("*.create", Fault::Error500Before).nth(2).about(&ours));
    t.post(&documents, &document_body(&types, &format!("{other}-PDF"))).await.ok(201);
    let document = t.post(&documents, &document_body(&types, &format!("{ours}-PDF"))).await.ok(201);
    let relations = format!("{}/zaakinformatieobjecten", t.roots.zaken);
    t.post(&relations, &relation_body(&case, &document)).await.refused(500, "error");
    t.post(&relations, &relation_body(&case, &document)).await.ok(201);
    let faults = t.sim().faults();
    assert_eq!((faults[0].seen, faults[0].applied), (3, 1));
    // By our reference, through the case that a part names.
    let reference = text(&case["kenmerken"][0], "kenmerk").to_owned();
    t.sim().lift_faults(None);
    t.sim().add_fault(FaultRule::on("status.create", Fault::Error500Before).about(&reference));
    t.set_status(&case, &types.statuses[0], -5000).await.refused(500, "error");
}

#[tokio::test]
async fn every_step_can_be_made_to_fail() {
    let t = simulation!("every_step_can_be_made_to_fail");
    let types = t.types().await;
    let (case, object) = (t.case(&types).await, t.object().await);
    let zaken = &t.roots.zaken;
    let calls = [
        ("zaak.create", Method::POST, format!("{zaken}/zaken")),
        ("document.create", Method::POST, format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten)),
        ("zio.create", Method::POST, format!("{zaken}/zaakinformatieobjecten")),
        ("rol.create", Method::POST, format!("{zaken}/rollen")),
        ("object.create", Method::POST, format!("{}/objects", t.roots.objecten)),
        ("object.patch", Method::PATCH, text(&object, "url").to_owned()),
        ("zaakobject.create", Method::POST, format!("{zaken}/zaakobjecten")),
        ("status.create", Method::POST, format!("{zaken}/statussen")),
        ("eigenschap.create", Method::POST, format!("{}/zaakeigenschappen", text(&case, "url"))),
        ("registreren", Method::POST, format!("{zaken}/zaak_registreren")),
        ("klantcontact.create", Method::POST, format!("{}/klantcontacten", t.roots.klant)),
        ("klantcontact.create", Method::POST, format!("{}/maak-klantcontact", t.roots.klant)),
        ("zaak.find", Method::GET, format!("{zaken}/zaken")),
        ("document.find", Method::GET, format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten)),
        ("zio.find", Method::GET, format!("{zaken}/zaakinformatieobjecten")),
        ("rol.find", Method::GET, format!("{zaken}/rollen")),
        ("object.find", Method::GET, text(&object, "url").to_owned()),
        ("zaakobject.find", Method::GET, format!("{zaken}/zaakobjecten")),
        ("status.find", Method::GET, format!("{zaken}/statussen")),
        ("klantcontact.find", Method::GET, format!("{}/klantcontacten", t.roots.klant)),
        ("catalogi.*", Method::GET, format!("{}/zaaktypen", t.roots.catalogi)),
    ];
    for (step, method, url) in calls {
        t.sim().add_fault(FaultRule::on(step, Fault::Error500Before));
        t.call(method, &url, Some(&json!({}))).await.refused(500, "error");
        t.sim().lift_faults(None);
    }
}
