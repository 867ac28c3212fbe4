//! Documents, objects and properties of a case (S35, S41, S42).

use conformance::answer::text;
use conformance::types::{link_body, relation_body};
use conformance::{simulation, target};
use serde_json::json;

#[tokio::test]
async fn s35_a_document_is_in_a_case_once() {
    let t = target!("s35_a_document_is_in_a_case_once");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    let relations = format!("{}/zaakinformatieobjecten", t.roots.zaken);
    let made = t.post(&relations, &relation_body(&case, &document)).await.ok(201);
    t.post(&relations, &relation_body(&case, &document)).await.wrong("nonFieldErrors", "unique");
    let both = format!("{relations}?zaak={}&informatieobject={}", text(&case, "url"), text(&document, "url"));
    let found = t.get(&both).await.ok(200);
    assert_eq!(found.as_array().unwrap().len(), 1, "a plain list with one row: {found}");
    assert_eq!(found[0]["url"], made["url"]);
    let other = t.case(&types).await;
    t.post(&relations, &relation_body(&other, &document)).await.ok(201);
}

#[tokio::test]
async fn s35_a_document_that_is_not_there_is_refused() {
    let t = target!("s35_a_document_that_is_not_there_is_refused");
    let case = t.case(&t.types().await).await;
    let nowhere = json!({ "url": format!("{}/enkelvoudiginformatieobjecten/{}", t.roots.documenten, uuid::Uuid::new_v4()) });
    let answer = t.post(&format!("{}/zaakinformatieobjecten", t.roots.zaken), &relation_body(&case, &nowhere)).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.params()[0].0, "informatieobject");
}

#[tokio::test]
async fn s41_an_identical_object_is_linked_again() {
    let t = target!("s41_an_identical_object_is_linked_again", Objects);
    let (case, object) = (t.case(&t.types().await).await, t.object().await);
    let links = format!("{}/zaakobjecten", t.roots.zaken);
    let first = t.post(&links, &link_body(&case, &object)).await.ok(201);
    let second = t.post(&links, &link_body(&case, &object)).await.ok(201);
    assert_ne!(first["url"], second["url"]);
    let found = t.get(&format!("{links}?zaak={}&object={}", text(&case, "url"), text(&object, "url"))).await.ok(200);
    assert_eq!(found["count"], 2);
    assert_eq!(t.get(text(&first, "url")).await.ok(200)["object"], object["url"]);
}

#[tokio::test]
async fn s41_an_object_that_cannot_be_read_is_refused() {
    let t = target!("s41_an_object_that_cannot_be_read_is_refused", Objects);
    let (case, mut object) = (t.case(&t.types().await).await, t.object().await);
    object["url"] = json!(format!("{}/objects/{}", t.roots.objecten, uuid::Uuid::new_v4()));
    t.post(&format!("{}/zaakobjecten", t.roots.zaken), &link_body(&case, &object)).await.wrong("object", "bad-url");
    assert_eq!(t.again(&case).await["zaakobjecten"], json!([]));
}

#[tokio::test]
async fn s41_without_credentials_of_its_own_the_case_system_reads_nothing() {
    let t = simulation!("s41_without_credentials_of_its_own_the_case_system_reads_nothing");
    let (case, object) = (t.case(&t.types().await).await, t.object().await);
    let links = format!("{}/zaakobjecten", t.roots.zaken);
    t.sim().switch(|s| s.no_object_credentials = true);
    let refused = t.post(&links, &link_body(&case, &object)).await;
    refused.wrong("object", "bad-url");
    assert!(refused.body.to_string().contains(text(&object, "url")), "the reason repeats the URL (S12)");
    t.sim().switch(|s| s.no_object_credentials = false);
    t.post(&links, &link_body(&case, &object)).await.ok(201);
}

#[tokio::test]
async fn s41_data_that_does_not_fit_the_named_version_is_refused() {
    let t = simulation!("s41_data_that_does_not_fit_the_named_version_is_refused");
    let (case, object) = (t.case(&t.types().await).await, t.object().await);
    let versions = format!("{}/versions", t.object_types[0]);
    let strict = json!({ "status": "draft", "jsonSchema": { "type": "object", "required": ["elsewhere"] } });
    let key = format!("Token {}", t.keys[1]);
    let version = t.call_as(&key, reqwest::Method::POST, &versions, Some(&strict)).await.ok(201);
    let mut link = link_body(&case, &object);
    link["objectTypeOverigeDefinitie"]["url"] = version["url"].clone();
    let answer = t.post(&format!("{}/zaakobjecten", t.roots.zaken), &link).await;
    assert_eq!(answer.params()[0].1, "invalid-schema");
}

#[tokio::test]
async fn s42_an_identical_property_is_stored_again() {
    let t = target!("s42_an_identical_property_is_stored_again");
    let types = t.types().await;
    let case = t.case(&types).await;
    let properties = format!("{}/zaakeigenschappen", text(&case, "url"));
    let body = json!({ "zaak": case["url"], "eigenschap": types.property, "waarde": "02049ead-0ec9-4d97-b66f-783597437191" });
    let first = t.post(&properties, &body).await.ok(201);
    t.post(&properties, &body).await.ok(201);
    assert_eq!(first["naam"], "portaalreferentie");
    let list = t.get(&properties).await.ok(200);
    assert_eq!(list.as_array().unwrap().len(), 2, "a plain list");
    assert_eq!(t.get(text(&first, "url")).await.ok(200)["waarde"], body["waarde"]);
}
