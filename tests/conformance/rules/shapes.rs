//! Answers of the main resources against the API descriptions: what must be there is there, and of the right type.

use conformance::answer::text;
use conformance::openapi::{Api, description};
use conformance::types::{contact_body, link_body, relation_body, role_body};
use conformance::{Callback, fresh, simulation, target};
use reqwest::Method;
use serde_json::{Value, json};

#[track_caller]
fn fits(api: Api, method: &str, path: &str, status: u16, body: &Value) {
    let faults = description(api).faults(method, path, status, body);
    assert_eq!(faults, Vec::<String>::new(), "{method} {path}: {body}");
}

#[tokio::test]
async fn described_cases() {
    let t = target!("described_cases");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    fits(Api::Zaken, "post", "/zaken", 201, &case);
    let zaken = &t.roots.zaken;
    let relation = t.post(&format!("{zaken}/zaakinformatieobjecten"), &relation_body(&case, &document)).await.ok(201);
    fits(Api::Zaken, "post", "/zaakinformatieobjecten", 201, &relation);
    let role = t.post(&format!("{zaken}/rollen"), &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    fits(Api::Zaken, "post", "/rollen", 201, &role);
    let property = json!({ "zaak": case["url"], "eigenschap": types.property, "waarde": "1" });
    let property = t.post(&format!("{}/zaakeigenschappen", text(&case, "url")), &property).await.ok(201);
    fits(Api::Zaken, "post", "/zaken/{zaak_uuid}/zaakeigenschappen", 201, &property);
    fits(Api::Zaken, "post", "/statussen", 201, &t.set_status(&case, &types.statuses[0], -5000).await.ok(201));
    let result = json!({ "zaak": case["url"], "resultaattype": types.result });
    fits(Api::Zaken, "post", "/resultaten", 201, &t.post(&format!("{zaken}/resultaten"), &result).await.ok(201));
    for list in ["zaken", "rollen", "statussen", "resultaten", "zaakobjecten"] {
        let filter = if list == "zaken" { format!("identificatie={}", text(&case, "identificatie")) } else { format!("zaak={}", text(&case, "url")) };
        fits(Api::Zaken, "get", &format!("/{list}"), 200, &t.get(&format!("{zaken}/{list}?{filter}")).await.ok(200));
    }
    let relations = t.get(&format!("{zaken}/zaakinformatieobjecten?zaak={}", text(&case, "url"))).await.ok(200);
    fits(Api::Zaken, "get", "/zaakinformatieobjecten", 200, &relations);
    fits(Api::Zaken, "get", "/zaken/{uuid}", 200, &t.again(&case).await);
    let refused = t.post(&format!("{zaken}/zaken"), &json!({})).await;
    fits(Api::Zaken, "post", "/zaken", 400, &refused.body);
}

#[tokio::test]
async fn described_documents() {
    let t = target!("described_documents");
    let document = t.document(&t.types().await).await;
    fits(Api::Documenten, "post", "/enkelvoudiginformatieobjecten", 201, &document);
    fits(Api::Documenten, "get", "/enkelvoudiginformatieobjecten/{uuid}", 200, &t.again(&document).await);
    let list = format!("{}/enkelvoudiginformatieobjecten?identificatie={}", t.roots.documenten, text(&document, "identificatie"));
    fits(Api::Documenten, "get", "/enkelvoudiginformatieobjecten", 200, &t.get(&list).await.ok(200));
}

#[tokio::test]
async fn described_types() {
    let t = simulation!("described_types");
    let lists = ["catalogussen", "zaaktypen", "statustypen", "roltypen", "resultaattypen", "eigenschappen", "informatieobjecttypen"];
    for list in lists {
        let found = t.get(&format!("{}/{list}", t.roots.catalogi)).await.ok(200);
        assert_ne!(found["count"], 0, "{list}");
        fits(Api::Catalogi, "get", &format!("/{list}"), 200, &found);
        fits(Api::Catalogi, "get", &format!("/{list}/{{uuid}}"), 200, &t.get(text(&found["results"][0], "url")).await.ok(200));
    }
}

#[tokio::test]
async fn described_objects() {
    let t = target!("described_objects", Objects);
    let object = t.object().await;
    fits(Api::Objecten, "post", "/objects", 201, &object);
    let url = text(&object, "url");
    let patch = json!({ "record": { "data": { "status": "in_behandeling" } } });
    fits(Api::Objecten, "patch", "/objects/{uuid}", 200, &t.call(Method::PATCH, url, Some(&patch)).await.ok(200));
    fits(Api::Objecten, "get", "/objects/{uuid}", 200, &t.get(url).await.ok(200));
    fits(Api::Objecten, "get", "/objects/{uuid}/history", 200, &t.get(&format!("{url}/history")).await.ok(200));
    fits(Api::Objecten, "get", "/objects", 200, &t.get(&format!("{}/objects?pageSize=1", t.roots.objecten)).await.ok(200));
    fits(Api::Objecten, "get", "/objecttypes/{uuid}", 200, &t.get(&t.object_types[0]).await.ok(200));
    let case = t.case(&t.types().await).await;
    let link = t.post(&format!("{}/zaakobjecten", t.roots.zaken), &link_body(&case, &object)).await.ok(201);
    fits(Api::Zaken, "post", "/zaakobjecten", 201, &link);
}

#[tokio::test]
async fn described_contacts() {
    let t = target!("described_contacts", Contacts);
    let klant = &t.roots.klant;
    let person = conformance::examples::exchange("17.2").request;
    let person = t.post(&format!("{klant}/partijen"), &person).await.ok(201);
    fits(Api::Klant, "post", "/partijen", 201, &person);
    let contact = t.post(&format!("{klant}/klantcontacten"), &contact_body()).await.ok(201);
    fits(Api::Klant, "post", "/klantcontacten", 201, &contact);
    let participant = json!({ "wasPartij": { "uuid": person["uuid"] }, "hadKlantcontact": { "uuid": contact["uuid"] }, "rol": "klant", "initiator": true });
    fits(Api::Klant, "post", "/betrokkenen", 201, &t.post(&format!("{klant}/betrokkenen"), &participant).await.ok(201));
    fits(
        Api::Klant,
        "get",
        "/klantcontacten",
        200,
        &t.get(&format!("{klant}/klantcontacten?hadBetrokkene__wasPartij__uuid={}", text(&person, "uuid"))).await.ok(200),
    );
    fits(Api::Klant, "get", "/partijen/{uuid}", 200, &t.again(&person).await);
}

#[tokio::test]
async fn described_subscriptions() {
    let t = target!("described_subscriptions", Callback);
    let callback = Callback::start(&t).await;
    let made = crate::subscriptions::to_cases(&t, &callback).await;
    fits(Api::Notificaties, "post", "/abonnement", 201, &made);
    fits(Api::Notificaties, "get", "/abonnement", 200, &t.get(&format!("{}/abonnement", t.roots.notificaties)).await.ok(200));
    fits(Api::Notificaties, "get", "/kanaal", 200, &t.get(&format!("{}/kanaal", t.roots.notificaties)).await.ok(200));
    t.call(Method::DELETE, text(&made, "url"), None).await;
}

#[test]
fn a_request_that_is_not_as_described_is_found() {
    let of = |body: Value| description(Api::Zaken).request_faults("POST", "/zaken", &body);
    let good = json!({
        "identificatie": "P-1", "bronorganisatie": "002220647", "verantwoordelijkeOrganisatie": "002220647", "zaaktype": "http://a.example/1",
        "startdatum": "2026-11-21", "kenmerken": [{ "kenmerk": "1", "bron": "Inwonerportaal" }],
    });
    assert_eq!(of(good.clone()), Vec::<String>::new());
    let with = |field: &str, value: Value| {
        let mut body = good.clone();
        body[field] = value;
        of(body)
    };
    for (field, value) in [
        ("identificatie", json!("x".repeat(41))),
        ("identificatie", json!(7)),
        ("startdatum", json!("21-11-2026")),
        ("startdatum", Value::Null),
        ("vertrouwelijkheidaanduiding", json!("secret")),
        ("uuid", json!("d0000000-0000-4000-8000-000000000001")),
        ("kleur", json!("blauw")),
        ("kenmerken", json!([{ "kenmerk": "1", "bron": "Inwonerportaal", "kleur": "blauw" }])),
        ("kenmerken", json!([{ "kenmerk": "1" }])),
        ("zaaktype", json!("no address")),
    ] {
        assert_eq!(with(field, value.clone()).len(), 1, "{field}: {value}: {:?}", with(field, value.clone()));
    }
    assert_eq!(description(Api::Zaken).request_faults("POST", "/nothing", &json!({})).len(), 1);
}
