//! People in a case (S36 to S40).

use conformance::answer::{rows, text};
use conformance::types::role_body;
use conformance::{fresh, simulation, target};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn s36_a_case_has_one_initiator() {
    let t = target!("s36_a_case_has_one_initiator");
    let types = t.types().await;
    let case = t.case(&types).await;
    let roles = format!("{}/rollen", t.roots.zaken);
    let role = t.post(&roles, &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    assert_eq!((&role["omschrijving"], &role["omschrijvingGeneriek"]), (&json!("Inwoner"), &json!("initiator")));
    t.post(&roles, &role_body(&case, &types.initiator, &fresh::bsn())).await.wrong("roltype", "max-occurences");
    let found = t.get(&format!("{roles}?zaak={}&roltype={}", text(&case, "url"), types.initiator)).await.ok(200);
    assert_eq!(found["count"], 1);
}

#[tokio::test]
async fn s37_other_identical_roles_are_stored_again() {
    let t = target!("s37_other_identical_roles_are_stored_again");
    let types = t.types().await;
    let (case, bsn) = (t.case(&types).await, fresh::bsn());
    let roles = format!("{}/rollen", t.roots.zaken);
    let mut body = role_body(&case, &types.helper, &bsn);
    body["indicatieMachtiging"] = json!("gemachtigde");
    let first = t.post(&roles, &body).await.ok(201);
    let second = t.post(&roles, &body).await.ok(201);
    assert_ne!(first["url"], second["url"]);
}

#[tokio::test]
async fn s38_a_number_that_fails_the_eleven_test_is_refused() {
    let t = target!("s38_a_number_that_fails_the_eleven_test_is_refused");
    let types = t.types().await;
    let case = t.case(&types).await;
    let answer = t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.initiator, "123456789")).await;
    answer.wrong("betrokkeneIdentificatie.inpBsn", "invalid");
    assert_eq!(t.again(&case).await["rollen"], json!([]));
}

#[tokio::test]
async fn only_test_numbers_are_taken() {
    let t = simulation!("only_test_numbers_are_taken");
    let types = t.types().await;
    let case = t.case(&types).await;
    // It passes the eleven-test and could be somebody.
    let somebody = "111222333";
    let roles = format!("{}/rollen", t.roots.zaken);
    t.post(&roles, &role_body(&case, &types.initiator, somebody)).await.wrong("betrokkeneIdentificatie.inpBsn", "sim-only-test-bsn");
    let mut object = conformance::types::object_body(&t.object_types[0], &uuid::Uuid::new_v4().to_string());
    object["record"]["data"]["bsn"] = json!(somebody);
    t.post(&format!("{}/objects", t.roots.objecten), &object).await.wrong("bsn", "sim-only-test-bsn");
    let number =
        json!({ "partijIdentificator": { "codeObjecttype": "natuurlijk_persoon", "codeSoortObjectId": "bsn", "objectId": somebody, "codeRegister": "brp" } });
    t.post(&format!("{}/partij-identificatoren", t.roots.klant), &number).await.wrong("partijIdentificator.objectId", "sim-only-test-bsn");
}

#[tokio::test]
async fn s39_a_mandate_wants_its_mark() {
    let t = target!("s39_a_mandate_wants_its_mark", Extras);
    let types = t.types().await;
    let case = t.case(&types).await;
    let mut body = role_body(&case, &types.helper, &fresh::bsn());
    body["authenticatieContext"] = json!({
        "source": "digid", "levelOfAssurance": "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
        "representee": { "identifierType": "bsn", "identifier": fresh::bsn() }, "mandate": { "services": [{ "id": "urn:test:dienst:intake" }] },
    });
    let roles = format!("{}/rollen", t.roots.zaken);
    body["indicatieMachtiging"] = json!("");
    t.post(&roles, &body).await.wrong("nonFieldErrors", "indicatie-machtiging-invalid");
    body["indicatieMachtiging"] = json!("gemachtigde");
    let role = t.post(&roles, &body).await.ok(201);
    assert_eq!(role["authenticatieContext"]["mandate"], body["authenticatieContext"]["mandate"]);
}

#[tokio::test]
async fn s40_roles_are_listed_by_case_and_type() {
    let t = target!("s40_roles_are_listed_by_case_and_type");
    let types = t.types().await;
    let case = t.case(&types).await;
    let roles = format!("{}/rollen", t.roots.zaken);
    t.post(&roles, &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    let helper = t.post(&roles, &role_body(&case, &types.helper, &fresh::bsn())).await.ok(201);
    let found = t.get(&format!("{roles}?zaak={}&roltype={}", text(&case, "url"), types.helper)).await.ok(200);
    assert_eq!(rows(&found).iter().map(|r| &r["url"]).collect::<Vec<_>>(), [&helper["url"]]);
    assert_eq!(t.call(Method::DELETE, text(&helper, "url"), None).await.status, 204);
    t.get(text(&helper, "url")).await.refused(404, "not_found");
}

#[tokio::test]
async fn s40_a_role_ends_on_a_day() {
    let t = target!("s40_a_role_ends_on_a_day", Extras);
    let types = t.types().await;
    let (case, bsn) = (t.case(&types).await, fresh::bsn());
    let role = t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.helper, &bsn)).await.ok(201);
    let mut body = role_body(&case, &types.helper, &bsn);
    body["beginGeldigheid"] = json!("2026-11-21");
    body["eindeGeldigheid"] = json!("2026-11-30");
    let ended = t.call(Method::PUT, text(&role, "url"), Some(&body)).await.ok(200);
    assert_eq!((&ended["eindeGeldigheid"], &ended["url"]), (&json!("2026-11-30"), &role["url"]));
}
