//! A case with its parts in one call (S48).

use conformance::answer::text;
use conformance::token::moment;
use conformance::types::{Types, case_body, role_body, status_body};
use conformance::{Target, fresh, target};
use serde_json::{Value, json};

async fn body(t: &Target, types: &Types, number: &str) -> Value {
    let document = t.document(types).await;
    let nothing = json!({});
    let part = |mut part: Value| {
        part.as_object_mut().unwrap().remove("zaak");
        part
    };
    json!({
        "zaak": case_body(types, number),
        "rollen": [part(role_body(&nothing, &types.initiator, &fresh::bsn()))],
        "zaakinformatieobjecten": [{ "informatieobject": document["url"], "titel": "PDF" }],
        "zaakobjecten": [],
        "status": part(status_body(&nothing, &types.statuses[0], &moment(-5000))),
    })
}

#[tokio::test]
async fn s48_a_case_with_its_parts_in_one_call() {
    let t = target!("s48_a_case_with_its_parts_in_one_call", Extras);
    let types = t.types().await;
    let (url, number) = (format!("{}/zaak_registreren", t.roots.zaken), fresh::number());
    let request = body(&t, &types, &number).await;
    let made = t.post(&url, &request).await.ok(201);
    assert_eq!(made["zaak"]["rollen"], json!([made["rollen"][0]["url"]]));
    assert_eq!(made["zaak"]["zaakinformatieobjecten"], json!([made["zaakinformatieobjecten"][0]["url"]]));
    assert_eq!(made["zaak"]["status"], made["status"]["url"]);
    assert_eq!(made["zaakobjecten"], json!([]));
    assert_eq!(t.get(text(&made["zaak"], "url")).await.ok(200)["identificatie"], number);
    t.post(&url, &request).await.wrong("zaak.identificatie", "identificatie-niet-uniek");
}

#[tokio::test]
async fn s48_it_is_all_or_nothing() {
    let t = target!("s48_it_is_all_or_nothing", Extras);
    let types = t.types().await;
    let number = fresh::number();
    let mut request = body(&t, &types, &number).await;
    request["rollen"][0]["betrokkeneIdentificatie"]["inpBsn"] = json!("123456789");
    assert_eq!(t.post(&format!("{}/zaak_registreren", t.roots.zaken), &request).await.status, 400);
    assert_eq!(t.get(&format!("{}/zaken?identificatie={number}", t.roots.zaken)).await.ok(200)["count"], 0);
}
