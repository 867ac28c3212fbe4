//! What holds for all APIs (S01, S07 to S15).

use conformance::answer::{rows, text};
use conformance::types::{case_body, contact_body, object_body, relation_body};
use conformance::{fresh, simulation, target};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn s01_resources_have_absolute_urls() {
    let t = target!("s01_resources_have_absolute_urls");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    assert!(text(&case, "url").starts_with(&format!("{}/zaken/", t.roots.zaken)));
    assert!(text(&case, "url").ends_with(text(&case, "uuid")));
    assert!(text(&document, "url").starts_with(&format!("{}/enkelvoudiginformatieobjecten/", t.roots.documenten)));
    assert!(text(&case, "zaaktype").starts_with(&t.roots.catalogi));
    let relation = t.post(&format!("{}/zaakinformatieobjecten", t.roots.zaken), &relation_body(&case, &document)).await.ok(201);
    assert_eq!((&relation["zaak"], &relation["informatieobject"]), (&case["url"], &document["url"]));
    assert_eq!(t.again(&case).await["identificatie"], case["identificatie"]);
}

#[tokio::test]
async fn s01_a_new_object_has_a_location() {
    let t = target!("s01_a_new_object_has_a_location", Objects);
    let uuid = uuid::Uuid::new_v4().to_string();
    let answer = t.post(&format!("{}/objects", t.roots.objecten), &object_body(&t.object_types[0], &uuid)).await;
    assert_eq!(answer.header("location"), text(&answer.body, "url"));
    assert_eq!(answer.ok(201)["uuid"], uuid);
}

#[tokio::test]
async fn s07_cases_want_the_coordinate_system() {
    let t = target!("s07_cases_want_the_coordinate_system");
    let types = t.types().await;
    let zaken = format!("{}/zaken", t.roots.zaken);
    let case = t.case(&types).await;
    let bearer = format!("Bearer {}", t.token());
    let auth = ("authorization", bearer.as_str());
    let (accept, content) = (("accept-crs", "EPSG:4326"), ("content-crs", "EPSG:4326"));
    let body = case_body(&types, &fresh::number());
    let ask = async |method: Method, url: &str, headers: &[(&str, &str)], body: Option<&Value>| t.send(method, url, headers, body).await.unwrap();
    ask(Method::POST, &zaken, &[auth], Some(&body)).await.refused(412, "precondition_failed");
    ask(Method::POST, &zaken, &[auth, accept], Some(&body)).await.refused(412, "precondition_failed");
    ask(Method::POST, &zaken, &[auth, content], Some(&body)).await.refused(412, "precondition_failed");
    ask(Method::GET, &zaken, &[auth], None).await.refused(412, "precondition_failed");
    ask(Method::GET, text(&case, "url"), &[auth], None).await.refused(412, "precondition_failed");
    assert_eq!(ask(Method::GET, text(&case, "url"), &[auth, accept], None).await.status, 200);
    assert_eq!(ask(Method::GET, &zaken, &[auth, ("accept-crs", "EPSG:28992")], None).await.status, 406);
    let person = json!({ "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn": fresh::bsn() });
    ask(Method::POST, &format!("{zaken}/_zoek"), &[auth], Some(&person)).await.refused(412, "precondition_failed");
    if t.extras {
        ask(Method::POST, &format!("{}/zaak_registreren", t.roots.zaken), &[auth], Some(&json!({ "zaak": body }))).await.refused(412, "precondition_failed");
    }
}

#[tokio::test]
async fn s07_objects_want_it_on_writes_only() {
    let t = target!("s07_objects_want_it_on_writes_only", Objects);
    let objects = format!("{}/objects", t.roots.objecten);
    let key = t.authorization(&objects);
    let body = object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string());
    t.send(Method::POST, &objects, &[("authorization", &key)], Some(&body)).await.unwrap().refused(412, "precondition_failed");
    let object = t.post(&objects, &body).await.ok(201);
    let patch = json!({ "record": { "data": {} } });
    t.send(Method::PATCH, text(&object, "url"), &[("authorization", &key)], Some(&patch)).await.unwrap().refused(412, "precondition_failed");
    let answer = t.send(Method::GET, text(&object, "url"), &[("authorization", &key)], None).await.unwrap();
    assert_eq!((answer.status, answer.header("content-crs")), (200, "EPSG:4326"));
}

#[tokio::test]
async fn s08_the_others_work_without_it() {
    let t = target!("s08_the_others_work_without_it");
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    let bearer = format!("Bearer {}", t.token());
    let relations = format!("{}/zaakinformatieobjecten", t.roots.zaken);
    let answer = t.send(Method::POST, &relations, &[("authorization", &bearer)], Some(&relation_body(&case, &document))).await.unwrap();
    answer.ok(201);
    for part in ["rollen", "statussen", "resultaten", "zaakobjecten", "zaakinformatieobjecten"] {
        let url = format!("{}/{part}?zaak={}", t.roots.zaken, text(&case, "url"));
        assert_eq!(t.send(Method::GET, &url, &[("authorization", &bearer)], None).await.unwrap().status, 200, "{part}");
    }
}

#[tokio::test]
async fn s09_checks_come_in_order() {
    let t = simulation!("s09_checks_come_in_order");
    let types = t.types().await;
    let zaken = format!("{}/zaken", t.roots.zaken);
    let mut body = case_body(&types, &fresh::number());
    body["vertrouwelijkheidaanduiding"] = json!("zeer_geheim");
    body["bronorganisatie"] = json!("123");
    let bad = format!("Bearer {}", conformance::token::signed(&(t.client.0.clone(), "x".to_owned()), 0, 300));
    // Everything is wrong: the token is told first, then the right, the headers, the JSON, the fields.
    t.send(Method::POST, &zaken, &[("authorization", &bad)], Some(&body)).await.unwrap().refused(403, "invalid-jwt-signature");
    let good = format!("Bearer {}", t.token());
    t.send(Method::POST, &zaken, &[("authorization", &good)], Some(&body)).await.unwrap().refused(403, "permission_denied");
    body["vertrouwelijkheidaanduiding"] = json!("vertrouwelijk");
    t.send(Method::POST, &zaken, &[("authorization", &good)], Some(&body)).await.unwrap().refused(412, "precondition_failed");
    t.post(&zaken, &body).await.wrong("bronorganisatie", "invalid");
}

#[tokio::test]
async fn s10_errors_have_one_shape() {
    let t = target!("s10_errors_have_one_shape");
    let mut body = case_body(&t.types().await, "X");
    body["bronorganisatie"] = json!("123");
    let answer = t.post(&format!("{}/zaken", t.roots.zaken), &body).await;
    answer.refused(400, "invalid");
    answer.wrong("bronorganisatie", "invalid");
    answer.wrong("bronorganisatie", "min_length");
    assert!(text(&answer.body, "type").ends_with("/ref/fouten/ValidationError/"));
    assert!(text(&answer.body, "instance").starts_with("urn:uuid:"));
    assert_eq!(answer.body["status"], 400);
    assert!(answer.body["invalidParams"].is_array() && answer.body["title"].is_string() && answer.body["detail"].is_string());
}

#[tokio::test]
async fn s10_objects_spell_the_list_with_an_underscore() {
    let t = target!("s10_objects_spell_the_list_with_an_underscore", Objects);
    let object = t.object().await;
    let again = object_body(&t.object_types[0], text(&object, "uuid"));
    let answer = t.post(&format!("{}/objects", t.roots.objecten), &again).await;
    assert!(answer.body["invalid_params"].is_array() && answer.body["invalidParams"].is_null(), "{}", answer.body);
    assert!(answer.header("content-type").starts_with("application/json"));
}

#[tokio::test]
async fn s13_lists_are_paged_or_plain() {
    let t = target!("s13_lists_are_paged_or_plain");
    let types = t.types().await;
    let case = t.case(&types).await;
    let of_case = async |part: &str| t.get(&format!("{}/{part}?zaak={}", t.roots.zaken, text(&case, "url"))).await.ok(200);
    for part in ["rollen", "statussen", "resultaten", "zaakobjecten"] {
        let list = of_case(part).await;
        assert!(list["count"].is_u64() && list["results"].is_array() && list["next"].is_null() && list["previous"].is_null(), "{part}");
    }
    assert!(of_case("zaakinformatieobjecten").await.is_array());
    assert!(t.get(&format!("{}/zaakeigenschappen", text(&case, "url"))).await.ok(200).is_array());
    let unknown = t.get(&format!("{}/zaken?portaal=x", t.roots.zaken)).await;
    unknown.wrong("nonFieldErrors", "unknown-parameters");
}

#[tokio::test]
async fn s13_pages_follow_each_other_newest_first() {
    let t = simulation!("s13_pages_follow_each_other_newest_first");
    let types = t.types().await;
    let (first, second, third) = (t.case(&types).await, t.case(&types).await, t.case(&types).await);
    let page = t.get(&format!("{}/zaken?pageSize=2", t.roots.zaken)).await.ok(200);
    assert_eq!(page["count"], 3);
    let urls = |page: &Value| rows(page).iter().map(|row| row["url"].clone()).collect::<Vec<_>>();
    assert_eq!(urls(&page), [third["url"].clone(), second["url"].clone()]);
    let next = t.get(text(&page, "next")).await.ok(200);
    assert_eq!(urls(&next), [first["url"].clone()]);
    assert!(next["next"].is_null() && text(&next, "previous").contains("page=1"));
    assert_eq!(t.get(&format!("{}/zaken?page=9", t.roots.zaken)).await.status, 404);
}

#[tokio::test]
async fn s14_what_is_not_there_and_what_is_not_understood() {
    let t = target!("s14_what_is_not_there_and_what_is_not_understood");
    let zaken = format!("{}/zaken", t.roots.zaken);
    t.get(&format!("{zaken}/{}", uuid::Uuid::new_v4())).await.refused(404, "not_found");
    assert_eq!(t.call(Method::PATCH, &format!("{}/statussen", t.roots.zaken), Some(&json!({}))).await.status, 405);
    let bearer = format!("Bearer {}", t.token());
    let post = |kind: &'static str, body: &'static str| {
        let request = t.http.post(&zaken).header("authorization", &bearer).header("content-type", kind);
        request.header("accept-crs", "EPSG:4326").header("content-crs", "EPSG:4326").body(body).send()
    };
    assert_eq!(post("application/xml", "<zaak/>").await.unwrap().status(), 415);
    assert_eq!(post("application/json", "{\"identificatie\":").await.unwrap().status(), 400);
}

#[tokio::test]
async fn s15_values_come_back_normalised() {
    let t = target!("s15_values_come_back_normalised");
    let types = t.types().await;
    assert_eq!(t.get(&types.case).await.ok(200)["doorlooptijd"], "P56D");
    let case = t.case(&types).await;
    let at = conformance::token::moment(-3_600_000);
    let status = t.post(&format!("{}/statussen", t.roots.zaken), &conformance::types::status_body(&case, &types.statuses[0], &at)).await.ok(201);
    assert_eq!(text(&status, "datumStatusGezet"), at.replace("+00:00", "Z"), "microseconds stay, the zone becomes Z");
}

#[tokio::test]
async fn s15_times_of_contacts_come_back_normalised() {
    let t = target!("s15_times_of_contacts_come_back_normalised", Contacts);
    let contact = t.post(&format!("{}/klantcontacten", t.roots.klant), &contact_body()).await.ok(201);
    assert_eq!(contact["plaatsgevondenOp"], "2026-11-21T19:19:46.196158Z");
}
