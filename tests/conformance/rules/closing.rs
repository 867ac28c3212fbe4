//! Statuses and results of a case, to its end (S43 to S47).

use conformance::answer::{rows, text};
use conformance::token::moment;
use conformance::types::{link_body, relation_body, role_body, status_body};
use conformance::{Target, fresh, simulation, target};
use serde_json::{Value, json};

#[tokio::test]
async fn s43_a_moment_has_one_status() {
    let t = target!("s43_a_moment_has_one_status");
    let types = t.types().await;
    let case = t.case(&types).await;
    let statuses = format!("{}/statussen", t.roots.zaken);
    let at = moment(-5000);
    t.post(&statuses, &status_body(&case, &types.statuses[0], &at)).await.ok(201);
    for same in [at.clone(), at.replace("+00:00", "Z")] {
        t.post(&statuses, &status_body(&case, &types.statuses[0], &same)).await.wrong("nonFieldErrors", "unique");
    }
    assert_eq!(t.get(&format!("{statuses}?zaak={}", text(&case, "url"))).await.ok(200)["count"], 1);
}

#[tokio::test]
async fn s44_no_status_comes_from_the_future() {
    let t = target!("s44_no_status_comes_from_the_future");
    let types = t.types().await;
    let case = t.case(&types).await;
    t.set_status(&case, &types.statuses[0], 300_000).await.wrong("datumStatusGezet", "date-in-future");
    assert!(t.again(&case).await["status"].is_null());
}

#[tokio::test]
async fn s44_the_latest_by_date_is_the_current_one() {
    let t = target!("s44_the_latest_by_date_is_the_current_one");
    let types = t.types().await;
    let case = t.case(&types).await;
    let newer = t.set_status(&case, &types.statuses[1], -5000).await.ok(201);
    assert_eq!(newer["indicatieLaatstGezetteStatus"], true);
    let older = t.set_status(&case, &types.statuses[0], -86_400_000).await.ok(201);
    assert_eq!(older["indicatieLaatstGezetteStatus"], false);
    assert_eq!(t.again(&case).await["status"], newer["url"]);
}

#[tokio::test]
async fn s13_statuses_are_listed_by_date() {
    let t = simulation!("s13_statuses_are_listed_by_date");
    let types = t.types().await;
    let case = t.case(&types).await;
    let newer = t.set_status(&case, &types.statuses[1], -5000).await.ok(201);
    let older = t.set_status(&case, &types.statuses[0], -86_400_000).await.ok(201);
    let listed = rows(&t.get(&format!("{}/statussen?zaak={}", t.roots.zaken, text(&case, "url"))).await.ok(200));
    assert_eq!(listed.iter().map(|s| &s["url"]).collect::<Vec<_>>(), [&newer["url"], &older["url"]]);
}

#[tokio::test]
async fn s45_the_end_wants_a_result() {
    let t = target!("s45_the_end_wants_a_result");
    let types = t.types().await;
    let case = t.case(&types).await;
    let last = types.statuses.last().unwrap();
    t.set_status(&case, last, -3000).await.wrong("nonFieldErrors", "resultaat-does-not-exist");
    let result = json!({ "zaak": case["url"], "resultaattype": types.result, "toelichting": "x" });
    t.post(&format!("{}/resultaten", t.roots.zaken), &result).await.ok(201);
    t.set_status(&case, last, -2000).await.ok(201);
    let closed = t.again(&case).await;
    assert!(closed["einddatum"].is_string());
    if t.is_simulated() {
        assert_eq!(closed["archiefnominatie"], "vernietigen");
        assert!(text(&closed, "archiefactiedatum") > text(&closed, "einddatum"));
    }
}

async fn closed(t: &Target) -> (Value, conformance::types::Types) {
    let types = t.types().await;
    let case = t.case(&types).await;
    let result = json!({ "zaak": case["url"], "resultaattype": types.result });
    t.post(&format!("{}/resultaten", t.roots.zaken), &result).await.ok(201);
    t.set_status(&case, types.statuses.last().unwrap(), -2000).await.ok(201);
    (case, types)
}

#[tokio::test]
async fn s46_a_closed_case_takes_nothing() {
    let t = target!("s46_a_closed_case_takes_nothing");
    let (case, types) = closed(&t).await;
    let before = t.again(&case).await;
    let zaken = &t.roots.zaken;
    let document = t.document(&types).await;
    t.post(&format!("{zaken}/rollen"), &role_body(&case, &types.helper, &fresh::bsn())).await.refused(403, "permission_denied");
    t.post(&format!("{zaken}/zaakinformatieobjecten"), &relation_body(&case, &document)).await.refused(403, "permission_denied");
    let property = json!({ "zaak": case["url"], "eigenschap": types.property, "waarde": "1" });
    t.post(&format!("{}/zaakeigenschappen", text(&case, "url")), &property).await.refused(403, "permission_denied");
    t.set_status(&case, &types.statuses[1], -1000).await.refused(403, "permission_denied");
    assert_eq!(t.again(&case).await, before);
}

#[tokio::test]
async fn s46_a_closed_case_takes_no_object() {
    let t = target!("s46_a_closed_case_takes_no_object", Objects);
    let (case, _) = closed(&t).await;
    let object = t.object().await;
    t.post(&format!("{}/zaakobjecten", t.roots.zaken), &link_body(&case, &object)).await.refused(403, "permission_denied");
}

#[tokio::test]
async fn s46_staff_reopen_a_case() {
    let t = simulation!("s46_staff_reopen_a_case");
    let (case, types) = closed(&t).await;
    let uuid = text(&case, "uuid").to_owned();
    t.sim().act(&backend_sim::Act::SetStatus { case: uuid, number: Some(2), explanation: String::new() }).unwrap();
    assert!(t.again(&case).await["einddatum"].is_null());
    t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.helper, &fresh::bsn())).await.ok(201);
}

#[tokio::test]
async fn s47_a_case_has_one_result() {
    let t = target!("s47_a_case_has_one_result");
    let types = t.types().await;
    let case = t.case(&types).await;
    let results = format!("{}/resultaten", t.roots.zaken);
    let body = json!({ "zaak": case["url"], "resultaattype": types.result, "toelichting": "x" });
    let result = t.post(&results, &body).await.ok(201);
    assert_eq!(t.again(&case).await["resultaat"], result["url"]);
    assert_eq!(t.post(&results, &body).await.status, 400);
    assert_eq!(t.get(&format!("{results}?zaak={}", text(&case, "url"))).await.ok(200)["count"], 1);
}
