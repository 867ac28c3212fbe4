//! Tokens, keys, rights (S02 to S06).

use conformance::answer::text;
use conformance::token::{signed, signed_claims};
use conformance::types::{case_body, role_body, status_body};
use conformance::{fresh, simulation, target};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn s02_each_fault_of_a_token_has_its_code() {
    let t = target!("s02_each_fault_of_a_token_has_its_code");
    let zaken = format!("{}/zaken", t.roots.zaken);
    let ask = async |token: String| t.call_as(&format!("Bearer {token}"), Method::GET, &zaken, None).await;
    ask("x.y.z".to_owned()).await.refused(403, "jwt-decode-error");
    let other = (t.client.0.clone(), "another secret altogether".to_owned());
    ask(signed(&other, 0, 300)).await.refused(403, "invalid-jwt-signature");
    ask(signed(&t.client, -7200, 300)).await.refused(403, "jwt-expired");
    ask(signed(&t.client, -340, -40)).await.refused(403, "jwt-expiredsignatureerror");
    assert_eq!(ask(signed(&t.client, 30, 300)).await.status, 200);
    let nobody = ("nobody-knows-me".to_owned(), "secret".to_owned());
    ask(signed(&nobody, 0, 300)).await.refused(403, "invalid-client-identifier");
    ask(signed_claims(&t.client, &json!({ "iat": 1 }))).await.refused(403, "missing-client-identifier");
}

#[tokio::test]
async fn s02_every_signed_api_checks_its_token() {
    let t = target!("s02_every_signed_api_checks_its_token");
    let lists = [
        format!("{}/zaken", t.roots.zaken),
        format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten),
        format!("{}/zaaktypen", t.roots.catalogi),
        format!("{}/abonnement", t.roots.notificaties),
    ];
    for list in lists.iter().filter(|url| !url.starts_with('/')) {
        t.call_as("Bearer x.y.z", Method::GET, list, None).await.refused(403, "jwt-decode-error");
    }
}

#[tokio::test]
async fn s03_no_token_is_refused() {
    let t = target!("s03_no_token_is_refused");
    let answer = t.send(Method::GET, &format!("{}/zaken", t.roots.zaken), &[("accept-crs", "EPSG:4326")], None).await.unwrap();
    assert!([401, 403].contains(&answer.status), "{}", answer.status);
    if t.is_simulated() {
        answer.refused(403, "permission_denied");
    }
}

#[tokio::test]
async fn s04_objects_tell_a_wrong_key_from_a_missing_right() {
    let t = target!("s04_objects_tell_a_wrong_key_from_a_missing_right", Objects, ForeignType);
    let objects = format!("{}/objects", t.roots.objecten);
    let answer = t.call_as("Token nobody-knows-me", Method::GET, &objects, None).await;
    answer.refused(401, "authentication_failed");
    assert_eq!(answer.header("www-authenticate"), "Token");
    let foreign = json!({ "type": t.object_types[1], "record": { "typeVersion": 1, "startAt": "2026-11-21", "data": {} } });
    t.post(&objects, &foreign).await.refused(403, "permission_denied");
}

#[tokio::test]
async fn s04_a_key_that_may_only_read_does_not_write() {
    let t = simulation!("s04_a_key_that_may_only_read_does_not_write");
    let object = t.object().await;
    let url = text(&object, "url");
    assert_eq!(t.call_as("Token reads only", Method::GET, url, None).await.status, 200);
    t.call_as("Token reads only", Method::PATCH, url, Some(&json!({ "record": {} }))).await.refused(403, "permission_denied");
}

#[tokio::test]
async fn s05_contacts_want_a_good_key() {
    let t = target!("s05_contacts_want_a_good_key", Contacts);
    let parties = format!("{}/partijen", t.roots.klant);
    assert_eq!(t.call_as("Token nobody-knows-me", Method::GET, &parties, None).await.status, 401);
    assert_eq!(t.send(Method::GET, &parties, &[], None).await.unwrap().status, 401);
    assert_eq!(t.get(&parties).await.status, 200);
}

#[tokio::test]
async fn s06_making_a_case_gives_its_first_status_and_no_more() {
    let t = target!("s06_making_a_case_gives_its_first_status_and_no_more", Limited);
    let types = t.types().await;
    let limited = || format!("Bearer {}", signed(&t.limited, 0, 300));
    let zaken = format!("{}/zaken", t.roots.zaken);
    let case = t.call_as(&limited(), Method::POST, &zaken, Some(&case_body(&types, &fresh::number()))).await.ok(201);
    let statuses = format!("{}/statussen", t.roots.zaken);
    let status = |millis: i64| status_body(&case, &types.statuses[0], &conformance::token::moment(millis));
    t.call_as(&limited(), Method::POST, &statuses, Some(&status(-5000))).await.ok(201);
    t.call_as(&limited(), Method::POST, &statuses, Some(&status(-4000))).await.refused(403, "permission_denied");
    let roles = format!("{}/rollen", t.roots.zaken);
    let role = role_body(&case, &types.initiator, &fresh::bsn());
    t.call_as(&limited(), Method::POST, &roles, Some(&role)).await.refused(403, "permission_denied");
    assert_eq!(t.call_as(&limited(), Method::GET, text(&case, "url"), None).await.status, 403);
}

#[tokio::test]
async fn s06_confidentiality_above_the_right_is_refused() {
    let t = target!("s06_confidentiality_above_the_right_is_refused");
    let mut body = case_body(&t.types().await, &fresh::number());
    body["vertrouwelijkheidaanduiding"] = json!("zeer_geheim");
    t.post(&format!("{}/zaken", t.roots.zaken), &body).await.refused(403, "permission_denied");
}

#[tokio::test]
async fn s06_each_scope_is_asked_for() {
    let t = simulation!("s06_each_scope_is_asked_for");
    let types = t.types().await;
    let elsewhere = ("elsewhere".to_owned(), "secret of elsewhere".to_owned());
    let bearer = || format!("Bearer {}", signed(&elsewhere, 0, 300));
    for url in [
        format!("{}/zaaktypen", t.roots.catalogi),
        format!("{}/enkelvoudiginformatieobjecten", t.roots.documenten),
        format!("{}/abonnement", t.roots.notificaties),
    ] {
        t.call_as(&bearer(), Method::GET, &url, None).await.refused(403, "permission_denied");
    }
    let zaken = format!("{}/zaken", t.roots.zaken);
    t.call_as(&bearer(), Method::POST, &zaken, Some(&case_body(&types, &fresh::number()))).await.refused(403, "permission_denied");
    t.case(&types).await;
    assert_eq!(t.call_as(&bearer(), Method::GET, &zaken, None).await.ok(200)["count"], 0, "cases of other types are not listed");
}
