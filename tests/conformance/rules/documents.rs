//! Documents (S50 to S52).

use conformance::answer::{rows, text};
use conformance::types::{document_body, document_of};
use conformance::{fresh, simulation, target};
use serde_json::json;

#[tokio::test]
async fn s50_a_document_gives_its_bytes_back() {
    let t = target!("s50_a_document_gives_its_bytes_back");
    let body = document_of(&t.types().await, &fresh::number(), b"%PDF-1.4\n%\xe2\xe3\n%%EOF\n");
    let document = t.post(&format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), &body).await.ok(201);
    assert_eq!(document["versie"], 1);
    assert_eq!(document["integriteit"], body["integriteit"]);
    let content = t.get(text(&document, "inhoud")).await;
    assert_eq!((content.status, content.bytes.as_slice()), (200, &b"%PDF-1.4\n%\xe2\xe3\n%%EOF\n"[..]));
    assert_eq!(t.again(&document).await["bestandsomvang"], body["bestandsomvang"]);
}

#[tokio::test]
async fn s51_a_number_is_used_once_and_finds_its_document() {
    let t = target!("s51_a_number_is_used_once_and_finds_its_document");
    let types = t.types().await;
    let (documents, number) = (format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), fresh::number());
    let made = t.post(&documents, &document_body(&types, &number)).await.ok(201);
    t.post(&documents, &document_body(&types, &number)).await.wrong("identificatie", "identificatie-niet-uniek");
    let found = t.get(&format!("{documents}?identificatie={number}&bronorganisatie=002220647")).await.ok(200);
    assert_eq!(found["count"], 1);
    assert_eq!(rows(&found)[0]["url"], made["url"]);
}

#[tokio::test]
async fn s52_the_size_must_be_right() {
    let t = target!("s52_the_size_must_be_right");
    let mut body = document_body(&t.types().await, &fresh::number());
    body["bestandsomvang"] = json!(20);
    let answer = t.post(&format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), &body).await;
    assert_eq!(answer.status, 400);
    assert!(answer.params().iter().any(|(_, code)| code == "file-size"), "{:?}", answer.params());
}

#[tokio::test]
async fn s52_eight_mebibytes_go_in_one_request() {
    let t = target!("s52_eight_mebibytes_go_in_one_request");
    let body = document_of(&t.types().await, &fresh::number(), &vec![b'x'; 8 << 20]);
    let document = t.post(&format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), &body).await.ok(201);
    assert_eq!(document["bestandsomvang"], 8 << 20);
}

#[tokio::test]
async fn s52_above_the_limit_is_too_large() {
    let t = simulation!("s52_above_the_limit_is_too_large");
    let body = document_of(&t.types().await, &fresh::number(), &vec![b'x'; 100_000]);
    t.sim().switch(|s| s.upload_limit = 50_000);
    assert_eq!(t.post(&format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), &body).await.status, 413);
}
