//! Objects and object types (S60 to S67).

use conformance::answer::{rows, text};
use conformance::types::object_body;
use conformance::{simulation, target};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

#[tokio::test]
async fn s60_objects_take_our_uuid() {
    let t = target!("s60_objects_take_our_uuid", Objects);
    let objects = format!("{}/objects", t.roots.objecten);
    for uuid in [Uuid::new_v4().to_string(), Uuid::now_v7().to_string()] {
        let object = t.post(&objects, &object_body(&t.object_types[0], &uuid)).await.ok(201);
        assert_eq!((&object["uuid"], &object["record"]["index"]), (&json!(uuid), &json!(1)));
        t.post(&objects, &object_body(&t.object_types[0], &uuid)).await.wrong("uuid", "unique");
        assert_eq!(t.get(&format!("{objects}/{uuid}")).await.ok(200)["record"]["data"], object["record"]["data"]);
    }
    let mut without = object_body(&t.object_types[0], &Uuid::new_v4().to_string());
    without.as_object_mut().unwrap().remove("uuid");
    assert!(t.post(&objects, &without).await.ok(201)["uuid"].is_string());
}

#[tokio::test]
async fn s61_history_has_all_records() {
    let t = target!("s61_history_has_all_records", Objects);
    let object = t.object().await;
    let url = text(&object, "url");
    let patch = json!({ "record": { "startAt": conformance::token::today(), "data": { "status": "in_behandeling" } } });
    t.call(Method::PATCH, url, Some(&patch)).await.ok(200);
    let records = rows(&t.get(&format!("{url}/history")).await.ok(200));
    assert_eq!(records.iter().map(|r| r["index"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((&records[0]["endAt"], &records[1]["endAt"]), (&patch["record"]["startAt"], &Value::Null));
    assert_eq!(t.again(&object).await["record"]["index"], 2);
}

#[tokio::test]
async fn s61_the_record_of_today_is_shown() {
    let t = simulation!("s61_the_record_of_today_is_shown");
    let object = t.object().await;
    let later = json!({ "record": { "startAt": "2099-01-01", "data": { "status": "afgehandeld" } } });
    t.call(Method::PATCH, text(&object, "url"), Some(&later)).await.ok(200);
    assert_eq!(t.again(&object).await["record"]["index"], 1, "the second record has not begun");
}

#[tokio::test]
async fn s62_a_change_is_merged_into_a_new_record() {
    let t = target!("s62_a_change_is_merged_into_a_new_record", Objects);
    let object = t.object().await;
    let url = text(&object, "url");
    let patch = json!({ "record": { "data": { "status": "in_behandeling", "answers": { "list": [3], "b": null } } } });
    let second = t.call(Method::PATCH, url, Some(&patch)).await;
    assert_eq!(second.header("etag"), "");
    let second = second.ok(200);
    assert_eq!(second["record"]["index"], 2);
    assert_eq!(second["record"]["data"]["answers"], json!({ "a": 1, "list": [3], "b": null }));
    assert_eq!(second["record"]["data"]["submissionId"], object["uuid"]);
    let headers = [("authorization", t.authorization(url)), ("content-crs", "EPSG:4326".to_owned()), ("if-match", "\"never\"".to_owned())];
    let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let third = t.send(Method::PATCH, url, &headers, Some(&patch)).await.unwrap().ok(200);
    assert_eq!(third["record"]["index"], 3, "the same change again makes another record");
}

#[tokio::test]
async fn s63_data_fits_its_schema() {
    let t = target!("s63_data_fits_its_schema", Objects);
    let mut body = object_body(&t.object_types[0], &Uuid::new_v4().to_string());
    body["record"]["data"]["status"] = json!("onbekend");
    let refused = t.post(&format!("{}/objects", t.roots.objecten), &body).await;
    refused.wrong("nonFieldErrors", "invalid-json-schema");
    let object = t.object().await;
    let wrong = json!({ "record": { "data": { "status": "onbekend" } } });
    t.call(Method::PATCH, text(&object, "url"), Some(&wrong)).await.wrong("nonFieldErrors", "invalid-json-schema");
    assert_eq!(t.again(&object).await["record"]["index"], 1);
}

#[tokio::test]
async fn s63_type_and_uuid_stay() {
    let t = target!("s63_type_and_uuid_stay", Objects);
    let object = t.object().await;
    let other = json!({ "uuid": Uuid::new_v4(), "record": {} });
    t.call(Method::PATCH, text(&object, "url"), Some(&other)).await.wrong("uuid", "immutable-field");
    if t.is_simulated() {
        let other = json!({ "type": t.object_types[1], "record": {} });
        t.call(Method::PATCH, text(&object, "url"), Some(&other)).await.wrong("type", "immutable-field");
    }
}

#[tokio::test]
async fn s64_references_are_kept() {
    let t = target!("s64_references_are_kept", Objects);
    let objects = format!("{}/objects", t.roots.objecten);
    let mut body = object_body(&t.object_types[0], &Uuid::new_v4().to_string());
    let case = format!("{}/zaken/{}", t.roots.zaken, Uuid::new_v4());
    body["record"]["references"] = json!([{ "type": "zaak", "url": case }]);
    assert_eq!(t.post(&objects, &body).await.ok(201)["record"]["references"], body["record"]["references"]);
    body["uuid"] = json!(Uuid::new_v4());
    body["record"]["references"] = json!([{ "type": "zaak", "url": format!("{case}{}", "x".repeat(200)) }]);
    assert_eq!(t.post(&objects, &body).await.status, 400);
}

#[tokio::test]
async fn s65_objects_are_found_by_their_data_and_go_for_good() {
    let t = target!("s65_objects_are_found_by_their_data_and_go_for_good", Objects);
    let object = t.object().await;
    let objects = format!("{}/objects", t.roots.objecten);
    let by_data = format!("{objects}?type={}&data_attr=submissionId__exact__{}", t.object_types[0], text(&object, "uuid"));
    let found = t.get(&by_data).await.ok(200);
    assert_eq!((&found["count"], &rows(&found)[0]["url"]), (&json!(1), &object["url"]));
    let url = text(&object, "url");
    assert_eq!(t.call(Method::DELETE, url, None).await.status, 204);
    t.get(url).await.refused(404, "not_found");
    assert_eq!(t.get(&format!("{url}/history")).await.status, 404);
    assert_eq!(t.get(&by_data).await.ok(200)["count"], 0);
}

#[tokio::test]
async fn s66_a_version_is_drafted_then_published() {
    let t = target!("s66_a_version_is_drafted_then_published", Objects, ObjectTypes);
    let key = format!("Token {}", t.keys[1]);
    let types = format!("{}/objecttypes", t.roots.objecten);
    let name = format!("Conformance {}", Uuid::new_v4());
    let made = t.call_as(&key, Method::POST, &types, Some(&json!({ "name": name, "namePlural": name }))).await;
    assert_eq!(made.header("location"), text(&made.body, "url"));
    let of = made.ok(201);
    let draft = json!({ "status": "draft", "jsonSchema": conformance::target::schema() });
    let version = t.call_as(&key, Method::POST, &format!("{}/versions", text(&of, "url")), Some(&draft)).await.ok(201);
    assert_eq!((&version["version"], &version["status"], &version["publishedAt"]), (&json!(1), &json!("draft"), &Value::Null));
    let url = text(&version, "url");
    let published = t.call_as(&key, Method::PATCH, url, Some(&json!({ "status": "published" }))).await.ok(200);
    assert_eq!(published["status"], "published");
    assert_eq!(published["jsonSchema"], draft["jsonSchema"]);
    t.call_as(&key, Method::PATCH, url, Some(&json!({ "jsonSchema": { "type": "object" } }))).await;
    assert_eq!(t.call_as(&key, Method::GET, url, None).await.ok(200)["jsonSchema"], draft["jsonSchema"], "it stays as it is");
    assert_eq!(t.post(&types, &json!({ "name": name, "namePlural": name })).await.status, 403, "the portal's own key makes no types");
}

#[tokio::test]
async fn s67_the_types_of_the_product_are_seeded() {
    let t = simulation!("s67_the_types_of_the_product_are_seeded", backend_sim::Config::default());
    let types = rows(&t.get(&format!("{}/objecttypes", t.roots.objecten)).await.ok(200));
    let mut names: Vec<&str> = types.iter().map(|of| text(of, "name")).collect();
    names.sort_unstable();
    assert_eq!(names, ["Hulpmachtiging", "Mijlpaal", "SelfScanInzending", "Wederkerigheidsafspraak", "ZonderRechten"]);
    for of in &types {
        let version = t.get(of["versions"][0].as_str().unwrap()).await.ok(200);
        assert_eq!((&version["status"], &version["version"]), (&json!("published"), &json!(1)));
    }
}
