//! Control and evidence over HTTP, and what staff do (section 11.5).

use backend_sim::Act;
use conformance::answer::text;
use conformance::types::{link_body, relation_body, role_body};
use conformance::{Answer, Target, fresh, simulation};
use reqwest::Method;
use serde_json::{Value, json};

async fn sim(t: &Target, method: Method, path: &str, body: Option<&Value>) -> Answer {
    t.send(method, &format!("{}/_sim{path}", t.sim().url()), &[], body).await.unwrap()
}

#[tokio::test]
async fn one_submission_is_counted() {
    let t = simulation!("one_submission_is_counted");
    let types = t.types().await;
    let (case, document, object) = (t.case(&types).await, t.document(&types).await, t.object().await);
    t.case(&types).await;
    let zaken = &t.roots.zaken;
    t.post(&format!("{zaken}/zaakinformatieobjecten"), &relation_body(&case, &document)).await.ok(201);
    t.post(&format!("{zaken}/rollen"), &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    t.post(&format!("{zaken}/rollen"), &role_body(&case, &types.helper, &fresh::bsn())).await.ok(201);
    t.post(&format!("{zaken}/zaakobjecten"), &link_body(&case, &object)).await.ok(201);
    t.set_status(&case, &types.statuses[0], -5000).await.ok(201);
    let reference = json!({ "record": { "references": [{ "type": "zaak", "url": case["url"] }] } });
    t.call(Method::PATCH, text(&object, "url"), Some(&reference)).await.ok(200);
    let by_reference = text(&case["kenmerken"][0], "kenmerk");
    for ours in [text(&case, "identificatie"), text(&case, "uuid"), by_reference] {
        let count = sim(&t, Method::GET, &format!("/count?portaal={ours}"), None).await.ok(200);
        let wanted = json!({
            "cases": 1, "documents": 1, "case_documents": 1, "initiators": 1, "other_roles": 1, "objects": 1, "records": 2,
            "case_objects": 1, "statuses": 1, "properties": 0, "contacts": 0,
        });
        assert_eq!(count, wanted, "{ours}");
    }
}

#[tokio::test]
async fn calls_are_logged_without_what_they_carry() {
    let t = simulation!("calls_are_logged_without_what_they_carry");
    let types = t.types().await;
    let (case, bsn) = (t.case(&types).await, fresh::bsn());
    t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.initiator, &bsn)).await.ok(201);
    t.get(&format!("{}/zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={bsn}", t.roots.zaken)).await.ok(200);
    let log = sim(&t, Method::GET, "/log", None).await.ok(200);
    let last = log.as_array().unwrap().last().unwrap();
    assert_eq!((&last["route"], &last["status"], &last["stored"]), (&json!("zaak.find"), &json!(200), &json!(false)));
    assert!(!log.to_string().contains(&bsn));
    let urls = sim(&t, Method::GET, "/urls", None).await.ok(200);
    assert!(urls.as_array().unwrap().last().unwrap().as_str().unwrap().contains(&bsn), "the privacy test must see it here");
}

#[tokio::test]
async fn faults_and_switches_are_set_over_http() {
    let t = simulation!("faults_and_switches_are_set_over_http");
    let rule = json!({ "match": { "method": "GET", "route": "zaak.find", "nth": 1 }, "times": 1, "fault": "error_500_before" });
    let id = sim(&t, Method::POST, "/faults", Some(&rule)).await.ok(200)["id"].clone();
    let active = sim(&t, Method::GET, "/faults", None).await.ok(200);
    assert_eq!((&active[0]["id"], &active[0]["fault"]["name"], &active[0]["match"]["route"]), (&id, &json!("error_500_before"), &json!("zaak.find")));
    t.get(&format!("{}/zaken", t.roots.zaken)).await.refused(500, "error");
    assert_eq!(t.get(&format!("{}/zaken", t.roots.zaken)).await.status, 200);
    sim(&t, Method::DELETE, "/faults", None).await.ok(200);
    assert_eq!(sim(&t, Method::GET, "/faults", None).await.ok(200), json!([]));
    assert_eq!(sim(&t, Method::POST, "/faults", Some(&json!({ "fault": "explode" }))).await.status, 400);
    let unknown = json!({ "match": { "route": "zaak.creat" }, "fault": "revoked" });
    assert_eq!(sim(&t, Method::POST, "/faults", Some(&unknown)).await.status, 400, "a step that nothing is called by");
    let switched = sim(&t, Method::POST, "/switches", Some(&json!({ "future": true, "notifications": { "twice": true } }))).await.ok(200);
    assert_eq!((&switched["future"], &switched["notifications"]["twice"], &switched["broker_down"]), (&json!(true), &json!(true), &json!(false)));
    assert_eq!(sim(&t, Method::POST, "/switches", Some(&json!({ "fuutre": true }))).await.status, 400);
}

#[tokio::test]
async fn the_clock_is_set_over_http() {
    let t = simulation!("the_clock_is_set_over_http");
    sim(&t, Method::POST, "/clock", Some(&json!({ "stand_at": "2026-11-21T12:00:00Z", "advance_seconds": 90 }))).await.ok(200);
    assert_eq!(sim(&t, Method::GET, "/clock", None).await.ok(200)["now"], "2026-11-21T12:01:30Z");
    sim(&t, Method::POST, "/clock", Some(&json!({ "ahead_seconds": 7200 }))).await.ok(200);
    t.get(&format!("{}/zaken", t.roots.zaken)).await.refused(403, "jwt-expiredsignatureerror");
    sim(&t, Method::POST, "/reset", None).await;
    assert_eq!(t.get(&format!("{}/zaken", t.roots.zaken)).await.status, 200);
}

#[tokio::test]
async fn it_is_emptied_and_seeded_over_http() {
    let t = simulation!("it_is_emptied_and_seeded_over_http");
    let case = t.case(&t.types().await).await;
    assert_eq!(sim(&t, Method::POST, "/reset", None).await.status, 204);
    assert_eq!(t.get(text(&case, "url")).await.status, 404);
    assert_eq!(sim(&t, Method::POST, "/seed", Some(&json!({ "variant": "none_valid" }))).await.status, 204);
    let seed = json!({ "domain": "ANDER", "rsin": "002220647", "document_types": [], "case_types": [{
        "name": "bezwaar", "title": "Bezwaar", "period": "P6W", "begins": "2024-01-01", "statuses": ["Ontvangen", "Afgehandeld"],
        "roles": [["Bezwaarmaker", "initiator"]], "properties": [], "results": [["Afgehandeld", "P5Y"]],
    }] });
    assert_eq!(sim(&t, Method::POST, "/seed", Some(&seed)).await.status, 204);
    let found = t.get(&format!("{}/zaaktypen?identificatie=bezwaar", t.roots.catalogi)).await.ok(200);
    assert_eq!(found["results"][0]["doorlooptijd"], "P42D");
    assert_eq!(sim(&t, Method::POST, "/seed", Some(&json!({ "domain": "X" }))).await.status, 400);
}

#[tokio::test]
async fn staff_work_on_a_case() {
    let t = simulation!("staff_work_on_a_case");
    let types = t.types().await;
    let case = t.case(&types).await;
    let number = text(&case, "identificatie").to_owned();
    let act = async |body: Value| sim(&t, Method::POST, "/staff", Some(&body)).await;
    for wanted in [0, 1] {
        act(json!({ "act": "set_status", "case": number })).await.ok(200);
        let status = t.get(text(&t.again(&case).await, "status")).await.ok(200);
        assert_eq!(text(&status, "statustype"), types.statuses[wanted]);
    }
    let document = act(json!({ "act": "add_document", "case": number, "title": "Besluit" })).await.ok(200);
    assert_eq!(t.get(text(&document, "url")).await.ok(200)["titel"], "Besluit");
    let contact = act(json!({ "act": "add_contact", "case": number, "subject": "Uw intake", "text": "Bekeken" })).await.ok(200);
    assert_eq!(contact["onderwerpobject"]["onderwerpobjectidentificator"]["objectId"], case["uuid"]);
    act(json!({ "act": "close", "case": number, "explanation": "Klaar" })).await.ok(200);
    let closed = t.again(&case).await;
    assert!(closed["einddatum"].is_string() && closed["resultaat"].is_string());
    assert_eq!(act(json!({ "act": "set_status", "case": number })).await.status, 400, "there is no next status");
    let listed = sim(&t, Method::GET, "/staff", None).await.ok(200);
    assert_eq!((&listed[0]["identificatie"], &listed[0]["status"], &listed[0]["gesloten"]), (&json!(number), &json!("Afgehandeld"), &json!(true)));
    assert_eq!(t.sim().count(&number).contacts, 1);
    act(json!({ "act": "remove_case", "case": number })).await.ok(200);
    t.get(text(&case, "url")).await.refused(404, "not_found");
    assert_eq!(act(json!({ "act": "close", "case": number })).await.status, 400);
}

#[tokio::test]
async fn staff_withdraw_rights_and_publish_a_version() {
    let t = simulation!("staff_withdraw_rights_and_publish_a_version");
    let first = t.types().await.case;
    t.sim().act(&Act::WithdrawRights).unwrap();
    t.get(&format!("{}/zaken", t.roots.zaken)).await.refused(403, "permission_denied");
    t.get(&format!("{}/objects", t.roots.objecten)).await.refused(403, "permission_denied");
    t.sim().act(&Act::RestoreRights).unwrap();
    t.sim().act(&Act::PublishCaseType { begins: "2025-06-01".to_owned() }).unwrap();
    assert_ne!(t.types().await.case, first);
    assert!(t.sim().act(&Act::PublishCaseType { begins: "soon".to_owned() }).is_err());
}

#[tokio::test]
async fn pages_say_that_they_are_simulated() {
    let t = simulation!("pages_say_that_they_are_simulated");
    let case = t.case(&t.types().await).await;
    for (path, shown) in [("/staff", text(&case, "identificatie")), ("/faults", "Backend ligt eruit"), ("/log", "zaak.create")] {
        let page = t.send(Method::GET, &format!("{}/_sim{path}", t.sim().url()), &[("accept", "text/html")], None).await.unwrap();
        let html = String::from_utf8(page.bytes).unwrap();
        assert!(html.contains("nagebootst") && html.contains(shown) && html.contains("<html lang=\"nl\">"), "{path}");
    }
}

#[tokio::test]
async fn forms_do_what_json_does() {
    let t = simulation!("forms_do_what_json_does");
    let case = t.case(&t.types().await).await;
    let form = async |path: &str, body: String| {
        let request = t.http.post(format!("{}/_sim{path}", t.sim().url())).header("content-type", "application/x-www-form-urlencoded");
        let answer = request.header("accept", "text/html").body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.headers().get("location").map(|l| l.to_str().unwrap().to_owned()))
    };
    let to = |page: &str| (303, Some(page.to_owned()));
    assert_eq!(form("/staff", format!("act=set_status&case={}", text(&case, "uuid"))).await, to("/_sim/staff"));
    assert!(t.again(&case).await["status"].is_string());
    assert_eq!(form("/faults", "fault=drop_before&route=*&times=&aggregate=".to_owned()).await, to("/_sim/faults"));
    assert_eq!(t.sim().faults()[0].rule.times, None);
    assert_eq!(form("/faults/lift", "all=true".to_owned()).await, to("/_sim/faults"));
    assert!(t.sim().faults().is_empty());
    assert_eq!(form("/staff", format!("act=set_status&case={}&number=9", text(&case, "uuid"))).await, (400, None), "a page says why");
    assert_eq!(form("/switches", "broker_down=true".to_owned()).await, to("/_sim/faults"));
    assert!(t.sim().switches().broker_down);
}
