//! The table of section 4, row by row: what a duplicate gives, and how the first one is found again.

use conformance::answer::{rows, text};
use conformance::token::moment;
use conformance::types::{case_body, contact_body, document_body, link_body, object_body, relation_body, role_body, status_body};
use conformance::{Answer, Target, fresh, target};
use reqwest::Method;
use serde_json::{Value, json};

/// Sends a create twice; the second must be refused with this code on this field, and the look-up finds one.
async fn refused(t: &Target, url: &str, body: &Value, name: &str, code: &str, find: &str) {
    let first = t.post(url, body).await.ok(201);
    t.post(url, body).await.wrong(name, code);
    let found = rows(&t.get(find).await.ok(200));
    assert_eq!(found.iter().map(|row| &row["url"]).collect::<Vec<_>>(), [&first["url"]], "{find}");
}

/// Sends a create twice; both are stored, and the look-up finds two.
async fn stored_twice(t: &Target, url: &str, body: &Value, find: &str) {
    t.post(url, body).await.ok(201);
    t.post(url, body).await.ok(201);
    assert_eq!(rows(&t.get(find).await.ok(200)).len(), 2, "{find}");
}

#[tokio::test]
async fn row_case() {
    let t = target!("row_case");
    let (url, number) = (format!("{}/zaken", t.roots.zaken), fresh::number());
    let find = format!("{url}?identificatie={number}&bronorganisatie=002220647");
    refused(&t, &url, &case_body(&t.types().await, &number), "identificatie", "identificatie-niet-uniek", &find).await;
}

#[tokio::test]
async fn row_document() {
    let t = target!("row_document");
    let (url, number) = (format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), fresh::number());
    let find = format!("{url}?identificatie={number}&bronorganisatie=002220647");
    refused(&t, &url, &document_body(&t.types().await, &number), "identificatie", "identificatie-niet-uniek", &find).await;
}

#[tokio::test]
async fn row_case_document() {
    let t = target!("row_case_document");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    let url = format!("{}/zaakinformatieobjecten", t.roots.zaken);
    let find = format!("{url}?zaak={}&informatieobject={}", text(&case, "url"), text(&document, "url"));
    refused(&t, &url, &relation_body(&case, &document), "nonFieldErrors", "unique", &find).await;
}

#[tokio::test]
async fn row_status() {
    let t = target!("row_status");
    let types = t.types().await;
    let case = t.case(&types).await;
    let url = format!("{}/statussen", t.roots.zaken);
    let find = format!("{url}?zaak={}", text(&case, "url"));
    refused(&t, &url, &status_body(&case, &types.statuses[0], &moment(-5000)), "nonFieldErrors", "unique", &find).await;
}

#[tokio::test]
async fn row_initiator() {
    let t = target!("row_initiator");
    let types = t.types().await;
    let case = t.case(&types).await;
    let url = format!("{}/rollen", t.roots.zaken);
    let find = format!("{url}?zaak={}&roltype={}", text(&case, "url"), types.initiator);
    refused(&t, &url, &role_body(&case, &types.initiator, &fresh::bsn()), "roltype", "max-occurences", &find).await;
}

#[tokio::test]
async fn row_other_role() {
    let t = target!("row_other_role");
    let types = t.types().await;
    let case = t.case(&types).await;
    let url = format!("{}/rollen", t.roots.zaken);
    let find = format!("{url}?zaak={}&roltype={}", text(&case, "url"), types.helper);
    stored_twice(&t, &url, &role_body(&case, &types.helper, &fresh::bsn()), &find).await;
}

#[tokio::test]
async fn row_case_object() {
    let t = target!("row_case_object", Objects);
    let (case, object) = (t.case(&t.types().await).await, t.object().await);
    let url = format!("{}/zaakobjecten", t.roots.zaken);
    let find = format!("{url}?zaak={}&object={}", text(&case, "url"), text(&object, "url"));
    stored_twice(&t, &url, &link_body(&case, &object), &find).await;
}

#[tokio::test]
async fn row_case_property() {
    let t = target!("row_case_property");
    let types = t.types().await;
    let case = t.case(&types).await;
    let url = format!("{}/zaakeigenschappen", text(&case, "url"));
    let body = json!({ "zaak": case["url"], "eigenschap": types.property, "waarde": "1" });
    stored_twice(&t, &url, &body, &url).await;
}

#[tokio::test]
async fn row_register() {
    let t = target!("row_register", Extras);
    let types = t.types().await;
    let number = fresh::number();
    let status = json!({ "statustype": types.statuses[0], "datumStatusGezet": moment(-5000) });
    let body = json!({ "zaak": case_body(&types, &number), "rollen": [], "zaakinformatieobjecten": [], "zaakobjecten": [], "status": status });
    let url = format!("{}/zaak_registreren", t.roots.zaken);
    t.post(&url, &body).await.ok(201);
    t.post(&url, &body).await.wrong("zaak.identificatie", "identificatie-niet-uniek");
    assert_eq!(t.get(&format!("{}/zaken?identificatie={number}", t.roots.zaken)).await.ok(200)["count"], 1);
}

#[tokio::test]
async fn row_object() {
    let t = target!("row_object", Objects);
    let (url, uuid) = (format!("{}/objects", t.roots.objecten), uuid::Uuid::new_v4().to_string());
    let body = object_body(&t.object_types[0], &uuid);
    t.post(&url, &body).await.ok(201);
    t.post(&url, &body).await.wrong("uuid", "unique");
    assert_eq!(t.get(&format!("{url}/{uuid}")).await.ok(200)["record"]["index"], 1);
}

#[tokio::test]
async fn row_object_change() {
    let t = target!("row_object_change", Objects);
    let object = t.object().await;
    let url = text(&object, "url");
    let patch = json!({ "record": { "data": { "status": "in_behandeling" } } });
    for index in [2, 3] {
        let Answer { status, body, .. } = t.call(Method::PATCH, url, Some(&patch)).await;
        assert_eq!((status, &body["record"]["index"]), (200, &json!(index)));
    }
    assert_eq!(t.get(&format!("{url}/history")).await.ok(200)["count"], 3);
}

#[tokio::test]
async fn row_contact() {
    let t = target!("row_contact", Contacts);
    let (url, number) = (format!("{}/klantcontacten", t.roots.klant), fresh::reference());
    let mut body = contact_body();
    body["referentienummer"] = json!(number);
    refused(&t, &url, &body, "referentienummer", "unique", &format!("{url}?referentienummer={number}")).await;
}

#[tokio::test]
async fn row_person() {
    let t = target!("row_person", Contacts);
    let person = json!({ "soortPartij": "persoon", "indicatieActief": true, "partijIdentificatie": null, "digitaleAdressen": null,
        "voorkeursDigitaalAdres": null, "rekeningnummers": null, "voorkeursRekeningnummer": null });
    let person = t.post(&format!("{}/partijen", t.roots.klant), &person).await.ok(201);
    let bsn = fresh::bsn();
    let body = json!({
        "identificeerdePartij": { "uuid": person["uuid"] },
        "partijIdentificator": { "codeObjecttype": "natuurlijk_persoon", "codeSoortObjectId": "bsn", "objectId": bsn, "codeRegister": "brp" },
    });
    let url = format!("{}/partij-identificatoren", t.roots.klant);
    let first = t.post(&url, &body).await;
    assert!([201, 400].contains(&first.status), "a number may be somebody's already on a real target");
    let again = t.post(&url, &body).await;
    assert_eq!(again.status, 400);
    assert!(again.params().iter().all(|(name, code)| name == "__all__" && code == "invalid"));
    let find = format!("{}/partijen?partijIdentificator__codeSoortObjectId=bsn&partijIdentificator__objectId={bsn}", t.roots.klant);
    assert_eq!(t.get(&find).await.ok(200)["count"], 1);
}
