//! The recorded answers of real programs: those of the simulation have their shape.

use conformance::answer::text;
use conformance::examples::{differences, exchange, read};
use conformance::token::moment;
use conformance::types::{Types, case_body, contact_body, document_body, link_body, object_body, relation_body, role_body, status_body};
use conformance::{Answer, Callback, Target, fresh, simulation};
use reqwest::Method;
use serde_json::{Value, json};

/// The answer has the shape of the recorded one with this number, and its status, code and wrong fields.
#[track_caller]
fn like(number: &str, answer: &Answer) -> Value {
    let recorded = exchange(number);
    assert!(recorded.statuses.contains(&answer.status), "{number}: {} {}", answer.status, answer.body);
    assert_eq!(differences(&recorded.answer, &answer.body, ""), Vec::<String>::new(), "{number}: {}", answer.body);
    if answer.status >= 400 {
        let of = |body: &Value| {
            let list = body["invalidParams"].as_array().or_else(|| body["invalid_params"].as_array()).cloned().unwrap_or_default();
            list.iter().map(|p| format!("{} {}", p["name"], p["code"])).collect::<Vec<_>>()
        };
        assert_eq!(of(&recorded.answer), of(&answer.body), "{number}");
        assert!(recorded.answer["code"].is_null() || recorded.answer["code"] == answer.body["code"], "{number}: {}", answer.body);
    }
    answer.body.clone()
}

#[tokio::test]
async fn every_recorded_body_is_read() {
    let all: Vec<_> = (1..=20).flat_map(|n| read(&format!("{n:02}"))).collect();
    assert!(all.len() > 110, "{}", all.len());
    assert!(all.iter().all(|e| !e.statuses.is_empty()), "each has a status");
    let with_body = all.iter().filter(|e| !e.answer.is_null()).count();
    assert!(with_body > 80, "{with_body}");
}

/// Exchanges with an answer that is not the backend's to give: our own webhook (15, 16.3 are calls to us), the rights of an
/// application, which are part of the credentials here, and the login.
const ELSEWHERE: [&str; 2] = ["19.", "20."];

#[test]
fn every_recorded_answer_is_compared() {
    let here = include_str!("recorded.rs");
    let all = (1..=20).flat_map(|n| read(&format!("{n:02}")));
    let missing: Vec<String> = all
        .filter(|e| !e.answer.is_null() && !ELSEWHERE.iter().any(|other| e.number.starts_with(other)))
        .map(|e| e.number)
        .filter(|number| !here.contains(&format!("\"{number}\"")))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[tokio::test]
async fn recorded_01_02_types_and_cases() {
    let t = simulation!("recorded_01_02_types_and_cases");
    let types = t.types().await;
    let url = format!("{}/zaaktypen?identificatie=brede-intake&datumGeldigheid=2026-11-21&status=definitief", t.roots.catalogi);
    like("01.1", &t.get(&url).await);
    let (zaken, number) = (format!("{}/zaken", t.roots.zaken), fresh::number());
    let body = case_body(&types, &number);
    like("02.1", &t.post(&zaken, &body).await);
    like("02.2", &t.post(&zaken, &body).await);
    like("02.3", &t.get(&format!("{zaken}?identificatie={number}&bronorganisatie=002220647")).await);
    let reference = text(&body["kenmerken"][0], "kenmerk");
    like("02.4", &t.get(&format!("{zaken}?kenmerk=Inwonerportaal:{reference}")).await);
    let auth = t.authorization(&zaken);
    like("02.5", &t.send(Method::POST, &zaken, &[("authorization", &auth)], Some(&body)).await.unwrap());
    t.sim().switch(|s| s.commit_delay_ms = 200);
    let other = case_body(&types, &fresh::number());
    let (first, second) = tokio::join!(t.post(&zaken, &other), t.post(&zaken, &other));
    like("02.6", if first.status == 500 { &first } else { &second });
    t.sim().switch(|s| {
        s.commit_delay_ms = 0;
        s.broker_down = true;
    });
    let number_8 = fresh::number();
    like("02.8", &t.post(&zaken, &case_body(&types, &number_8)).await);
    like("02.7", &t.get(&format!("{zaken}?identificatie={}", text(&other, "identificatie"))).await);
    like("02.9", &t.get(&format!("{zaken}?identificatie={number_8}")).await);
    let mut bad = case_body(&types, "X");
    bad["bronorganisatie"] = json!("123");
    like("02.10", &t.post(&zaken, &bad).await);
    like("02.11", &t.get(&format!("{zaken}/{}", uuid::Uuid::new_v4())).await);
    let case = t.get(&format!("{zaken}?identificatie={number}")).await.body["results"][0].clone();
    like("02.12", &t.call(Method::DELETE, text(&case, "url"), None).await);
}

#[tokio::test]
async fn recorded_03_to_05_documents_and_roles() {
    let t = simulation!("recorded_03_to_05_documents_and_roles");
    let types = t.types().await;
    let (documents, number) = (format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten), fresh::number());
    let body = document_body(&types, &number);
    let document = like("03.1", &t.post(&documents, &body).await);
    like("09.1", &t.post(&documents, &document_body(&types, &fresh::number())).await);
    like("03.2", &t.post(&documents, &body).await);
    like("03.3", &t.get(&format!("{documents}?identificatie={number}&bronorganisatie=002220647")).await);
    let case = t.case(&types).await;
    let relations = format!("{}/zaakinformatieobjecten", t.roots.zaken);
    like("04.1", &t.post(&relations, &relation_body(&case, &document)).await);
    like("04.2", &t.post(&relations, &relation_body(&case, &document)).await);
    let roles = format!("{}/rollen", t.roots.zaken);
    let of = |example: &str, kind: &str| {
        let mut request = exchange(example).request;
        request["zaak"] = case["url"].clone();
        request["roltype"] = json!(kind);
        request
    };
    for (number, kind) in [("05.1", &types.initiator), ("05.2", &types.initiator), ("05.3", &types.helper)] {
        like(number, &t.post(&roles, &of(number, kind)).await);
    }
    like("05.4", &t.get(&format!("{roles}?zaak={}", text(&case, "url"))).await);
    for number in ["05.5", "05.7", "05.8", "05.9"] {
        like(number, &t.post(&roles, &of(number, &types.helper)).await);
    }
    let by_person = "betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=999990421";
    like("05.6", &t.get(&format!("{roles}?zaak={}&roltype={}&{by_person}", text(&case, "url"), types.helper)).await);
    close(&t, &case, &types).await;
    like("05.10", &t.post(&roles, &role_body(&case, &types.helper, &fresh::bsn())).await);
}

async fn close(t: &Target, case: &Value, types: &Types) {
    let result = json!({ "zaak": case["url"], "resultaattype": types.result, "toelichting": "x" });
    like("11.3", &t.post(&format!("{}/resultaten", t.roots.zaken), &result).await);
    like("08.7", &t.set_status(case, types.statuses.last().unwrap(), -1000).await);
}

#[tokio::test]
async fn recorded_06_07_10_18_objects() {
    let t = simulation!("recorded_06_07_10_18_objects");
    let (objects, uuid) = (format!("{}/objects", t.roots.objecten), uuid::Uuid::new_v4().to_string());
    let mut body = object_body(&t.object_types[0], &uuid);
    body["record"]["data"]["bsn"] = json!("999993653");
    let object = like("06.1", &t.post(&objects, &body).await);
    like("06.2", &t.post(&objects, &body).await);
    let mut referring = object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string());
    let case = t.case(&t.types().await).await;
    referring["record"]["references"] = json!([{ "type": "zaak", "url": case["url"] }]);
    like("06.4", &t.post(&objects, &referring).await);
    let key = t.authorization(&objects);
    like("06.5", &t.send(Method::POST, &objects, &[("authorization", &key)], Some(&body)).await.unwrap());
    let mut unknown = object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string());
    unknown["record"]["data"]["status"] = json!("onbekend");
    like("06.6", &t.post(&objects, &unknown).await);
    like("06.7", &t.call_as("Token wrong", Method::GET, &objects, None).await);
    let foreign = json!({ "type": t.object_types[1], "record": { "typeVersion": 1, "startAt": "2026-11-21", "data": {} } });
    like("06.8", &t.post(&objects, &foreign).await);
    like("06.11", &t.get(&format!("{objects}/{}", uuid::Uuid::new_v4())).await);
    like("06.9", &t.post(&objects, &object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string())).await);
    t.sim().switch(|s| s.broker_down = true);
    like("06.10", &t.post(&objects, &object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string())).await);
    t.sim().switch(|s| s.broker_down = false);
    let links = format!("{}/zaakobjecten", t.roots.zaken);
    like("07.1", &t.post(&links, &link_body(&case, &object)).await);
    like("07.2", &t.post(&links, &link_body(&case, &object)).await);
    t.sim().switch(|s| s.no_object_credentials = true);
    like("07.4", &t.post(&links, &link_body(&case, &object)).await);
    let url = text(&object, "url");
    like("10.1", &t.call(Method::PATCH, url, Some(&exchange("10.1").request)).await);
    like("10.2", &t.get(&format!("{url}/history")).await);
    like("10.3", &t.get(&format!("{objects}?type={}&data_attr=submissionId__exact__{uuid}", t.object_types[0])).await);
    like("10.4", &t.get(&format!("{objects}?data_attrs=submissionId__exact__{uuid}&pageSize=10")).await);
    like("10.5", &t.call(Method::DELETE, url, None).await);
    like("10.6", &t.get(url).await);
    let admin = format!("Token {}", t.keys[1]);
    like("18.1", &t.get(&t.object_types[0]).await);
    let version = like("18.2", &t.call_as(&admin, Method::POST, &format!("{}/versions", t.object_types[0]), Some(&exchange("18.2").request)).await);
    like("18.3", &t.call_as(&admin, Method::PATCH, text(&version, "url"), Some(&exchange("18.3").request)).await);
    like("18.4", &t.call_as(&admin, Method::POST, &format!("{}/objecttypes", t.roots.objecten), Some(&exchange("18.4").request)).await);
}

#[tokio::test]
async fn recorded_08_09_11_12_13_statuses_and_reading_back() {
    let t = simulation!("recorded_08_09_11_12_13_statuses_and_reading_back");
    let types = t.types().await;
    let case = t.case(&types).await;
    let statuses = format!("{}/statussen", t.roots.zaken);
    let body = status_body(&case, &types.statuses[0], &moment(-9000));
    like("08.1", &t.post(&statuses, &body).await);
    like("08.2", &t.post(&statuses, &body).await);
    like("08.3", &t.set_status(&case, &types.statuses[1], -8000).await);
    like("08.4", &t.set_status(&case, &types.statuses[1], 300_000).await);
    like("08.5", &t.set_status(&case, &types.statuses[0], -86_400_000).await);
    like("08.6", &t.set_status(&case, &types.statuses[2], -7000).await);
    let document = t.document(&types).await;
    let mut register = exchange("09.2").request;
    register["zaak"] = case_body(&types, &fresh::number());
    register["rollen"][0]["roltype"] = json!(types.initiator);
    register["zaakinformatieobjecten"][0]["informatieobject"] = document["url"].clone();
    register["status"]["statustype"] = json!(types.statuses[0]);
    register["status"]["datumStatusGezet"] = json!(moment(-5000));
    let url = format!("{}/zaak_registreren", t.roots.zaken);
    like("09.2", &t.post(&url, &register).await);
    like("09.3", &t.post(&url, &register).await);
    let property = json!({ "zaak": case["url"], "eigenschap": types.property, "waarde": "02049ead-0ec9-4d97-b66f-783597437191" });
    let properties = format!("{}/zaakeigenschappen", text(&case, "url"));
    like("11.1", &t.post(&properties, &property).await);
    like("11.2", &t.post(&properties, &property).await);
    t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.initiator, "999993653")).await.ok(201);
    like("12.1", &t.post(&format!("{}/zaken/_zoek", t.roots.zaken), &exchange("12.1").request).await);
    let (_, query) = exchange("12.2").url.split_once('?').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    like("12.2", &t.get(&format!("{}/zaken?{query}", t.roots.zaken)).await);
    let zaken = format!("{}/zaken", t.roots.zaken);
    like("13.1", &t.call_as("Bearer x.y.z", Method::GET, &zaken, None).await);
    let other = (t.client.0.clone(), "another secret altogether".to_owned());
    like("13.2", &t.call_as(&format!("Bearer {}", conformance::token::signed(&other, 0, 300)), Method::GET, &zaken, None).await);
    for (number, made, ends) in [("13.3", -7200, 300), ("13.4", -340, -40), ("13.5", 30, 300)] {
        let token = conformance::token::signed(&t.client, made, ends);
        like(number, &t.call_as(&format!("Bearer {token}"), Method::GET, &zaken, None).await);
    }
}

#[tokio::test]
async fn recorded_14_to_16_subscriptions() {
    let t = simulation!("recorded_14_to_16_subscriptions");
    let abonnement = format!("{}/abonnement", t.roots.notificaties);
    like("14.1", &t.get(&format!("{}/kanaal", t.roots.notificaties)).await);
    let callback = Callback::start(&t).await;
    let open = Callback::start(&t).await;
    open.open();
    let of = |number: &str, callback: &Callback| {
        let mut request = exchange(number).request;
        request["callbackUrl"] = json!(callback.url);
        request["auth"] = json!(callback.secret);
        request
    };
    like("14.2", &t.post(&abonnement, &of("14.2", &open)).await);
    let mut cases = of("14.3", &callback);
    cases["kanalen"][0]["filters"]["zaaktype"] = json!(t.types().await.case);
    like("14.3", &t.post(&abonnement, &cases).await);
    like("14.4", &t.post(&abonnement, &of("14.4", &callback)).await);
    like("16.1", &t.post(&abonnement, &of("16.1", &callback)).await);
    assert_eq!(callback.trials()[0].body, exchange("15.1").request);
    let types = t.types().await;
    let case = t.case(&types).await;
    t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    let got = callback.until("the role", |all| all.iter().any(|r| r.body["resource"] == "rol")).await;
    let role = got.iter().find(|r| r.body["resource"] == "rol").unwrap();
    assert_eq!(differences(&exchange("15.3").request, &role.body, ""), Vec::<String>::new());
    like("16.2", &t.post(&format!("{}/cloudevents", t.roots.notificaties), &exchange("16.2").request).await);
    let id = exchange("16.3").request["id"].clone();
    let got = callback.until("the event", |all| all.iter().any(|r| r.body["id"] == id)).await;
    assert_eq!(got.iter().find(|r| r.body["id"] == id).unwrap().body, exchange("16.3").request);
}

#[tokio::test]
async fn recorded_17_contacts() {
    let t = simulation!("recorded_17_contacts");
    let klant = &t.roots.klant;
    let post = async |number: &str, path: &str, request: &Value| like(number, &t.post(&format!("{klant}/{path}"), request).await);
    let find = "partijIdentificator__codeSoortObjectId=bsn&partijIdentificator__objectId=999993653";
    like("17.1", &t.get(&format!("{klant}/partijen?{find}")).await);
    let person = post("17.2", "partijen", &exchange("17.2").request).await;
    let mut identify = exchange("17.3").request;
    identify["identificeerdePartij"]["uuid"] = person["uuid"].clone();
    post("17.3", "partij-identificatoren", &identify).await;
    post("17.4", "partij-identificatoren", &identify).await;
    let contact = post("17.5", "klantcontacten", &contact_body()).await;
    let mut participant = exchange("17.6").request;
    participant["wasPartij"]["uuid"] = person["uuid"].clone();
    participant["hadKlantcontact"]["uuid"] = contact["uuid"].clone();
    post("17.6", "betrokkenen", &participant).await;
    let mut subject = exchange("17.7").request;
    subject["klantcontact"]["uuid"] = contact["uuid"].clone();
    post("17.7", "onderwerpobjecten", &subject).await;
    let mut whole = exchange("17.8").request;
    whole["betrokkene"]["wasPartij"]["uuid"] = person["uuid"].clone();
    post("17.8", "maak-klantcontact", &whole).await;
    like("17.9", &t.get(&format!("{klant}/klantcontacten?hadBetrokkene__wasPartij__uuid={}", text(&person, "uuid"))).await);
    for number in ["17.10", "17.11"] {
        post(number, "klantcontacten", &exchange(number).request).await;
    }
    like("17.12", &t.get(&format!("{klant}/klantcontacten?referentienummer=162903735")).await);
    post("17.13", "klantcontacten", &exchange("17.13").request).await;
    post("17.14", "klantcontacten", &exchange("17.14").request).await;
    like("17.15", &t.get(&format!("{klant}/klantcontacten/{}", uuid::Uuid::new_v4())).await);
    like("17.16", &t.get(&format!("{klant}/klantcontacten?metadata=portaalId__exact__1")).await);
}
