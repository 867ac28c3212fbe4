//! Cases: make, find, read, remove (S30 to S34, S49).

use conformance::answer::{rows, text};
use conformance::token::signed;
use conformance::types::{case_body, link_body, relation_body, role_body};
use conformance::{fresh, simulation, target};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn s30_a_new_case_is_empty_and_due() {
    let t = target!("s30_a_new_case_is_empty_and_due");
    let types = t.types().await;
    let mut body = case_body(&types, &fresh::number());
    body["startdatum"] = json!("2026-11-21");
    let case = t.post(&format!("{}/zaken", t.roots.zaken), &body).await.ok(201);
    assert_eq!(case["uiterlijkeEinddatumAfdoening"], "2027-01-16");
    assert_eq!(case["archiefstatus"], "nog_te_archiveren");
    for name in ["status", "resultaat", "einddatum"] {
        assert!(case[name].is_null(), "{name}");
    }
    for name in ["rollen", "zaakinformatieobjecten", "zaakobjecten", "eigenschappen", "deelzaken"] {
        assert_eq!(case[name], json!([]), "{name}");
    }
    assert_eq!(case["kenmerken"], body["kenmerken"]);
}

#[tokio::test]
async fn s30_a_case_shows_its_parts() {
    let t = target!("s30_a_case_shows_its_parts", Objects);
    let types = t.types().await;
    let (case, document, object) = (t.case(&types).await, t.document(&types).await, t.object().await);
    let zaken = &t.roots.zaken;
    let url = |row: &Value| json!([row["url"]]);
    let relation = t.post(&format!("{zaken}/zaakinformatieobjecten"), &relation_body(&case, &document)).await.ok(201);
    let role = t.post(&format!("{zaken}/rollen"), &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    let link = t.post(&format!("{zaken}/zaakobjecten"), &link_body(&case, &object)).await.ok(201);
    let property = json!({ "zaak": case["url"], "eigenschap": types.property, "waarde": "1" });
    let property = t.post(&format!("{}/zaakeigenschappen", text(&case, "url")), &property).await.ok(201);
    let status = t.set_status(&case, &types.statuses[0], -5000).await.ok(201);
    let result = json!({ "zaak": case["url"], "resultaattype": types.result });
    let result = t.post(&format!("{zaken}/resultaten"), &result).await.ok(201);
    let now = t.again(&case).await;
    assert_eq!((&now["zaakinformatieobjecten"], &now["rollen"]), (&url(&relation), &url(&role)));
    assert_eq!((&now["zaakobjecten"], &now["eigenschappen"]), (&url(&link), &url(&property)));
    assert_eq!((&now["status"], &now["resultaat"]), (&status["url"], &result["url"]));
}

#[tokio::test]
async fn s31_a_number_is_used_once() {
    let t = target!("s31_a_number_is_used_once");
    let types = t.types().await;
    let (zaken, number) = (format!("{}/zaken", t.roots.zaken), fresh::number());
    t.post(&zaken, &case_body(&types, &number)).await.ok(201);
    t.post(&zaken, &case_body(&types, &number)).await.wrong("identificatie", "identificatie-niet-uniek");
    let found = t.get(&format!("{zaken}?identificatie={number}&bronorganisatie=002220647")).await.ok(200);
    assert_eq!(found["count"], 1, "nothing was stored the second time");
}

#[tokio::test]
async fn s32_fields_are_checked() {
    let t = target!("s32_fields_are_checked");
    let types = t.types().await;
    let with = async |name: &str, value: Value| {
        let mut body = case_body(&types, &fresh::number());
        body[name] = value;
        t.post(&format!("{}/zaken", t.roots.zaken), &body).await
    };
    with("bronorganisatie", json!("123456789")).await.wrong("bronorganisatie", "invalid");
    with("bronorganisatie", json!("123")).await.wrong("bronorganisatie", "min_length");
    with("identificatie", json!("P".repeat(41))).await.wrong("identificatie", "max_length");
    with("omschrijving", json!("o".repeat(81))).await.wrong("omschrijving", "max_length");
    with("startdatum", json!("yesterday")).await.wrong("startdatum", "invalid");
    let unknown = format!("{}/zaaktypen/{}", t.roots.catalogi, uuid::Uuid::new_v4());
    let answer = with("zaaktype", json!(unknown)).await;
    // Nobody has rights on a type that is not there: real systems may say so first.
    assert!([400, 403].contains(&answer.status), "{}", answer.body);
}

#[tokio::test]
async fn s33_a_case_is_found_by_its_number() {
    let t = target!("s33_a_case_is_found_by_its_number");
    let types = t.types().await;
    let (case, _) = (t.case(&types).await, t.case(&types).await);
    let number = text(&case, "identificatie");
    let found = t.get(&format!("{}/zaken?identificatie={number}&bronorganisatie=002220647", t.roots.zaken)).await.ok(200);
    assert_eq!(found["count"], 1);
    assert_eq!(rows(&found)[0]["url"], case["url"]);
    let other = t.get(&format!("{}/zaken?identificatie={number}&bronorganisatie=517439943", t.roots.zaken)).await.ok(200);
    assert_eq!(other["count"], 0);
}

#[tokio::test]
async fn s33_a_reference_finds_all_that_carry_it() {
    let t = target!("s33_a_reference_finds_all_that_carry_it", Extras);
    let types = t.types().await;
    let ours = uuid::Uuid::new_v4().to_string();
    for _ in 0..2 {
        let mut body = case_body(&types, &fresh::number());
        body["kenmerken"] = json!([{ "kenmerk": ours, "bron": "Inwonerportaal" }]);
        t.post(&format!("{}/zaken", t.roots.zaken), &body).await.ok(201);
    }
    let found = t.get(&format!("{}/zaken?kenmerk=Inwonerportaal:{ours}", t.roots.zaken)).await.ok(200);
    assert_eq!(found["count"], 2);
    assert_eq!(t.get(&format!("{}/zaken?kenmerk=Elders:{ours}", t.roots.zaken)).await.ok(200)["count"], 0);
}

#[tokio::test]
async fn s34_a_person_finds_cases_in_any_role() {
    let t = target!("s34_a_person_finds_cases_in_any_role");
    let types = t.types().await;
    let (first, second, bsn) = (t.case(&types).await, t.case(&types).await, fresh::bsn());
    let roles = format!("{}/rollen", t.roots.zaken);
    t.post(&roles, &role_body(&first, &types.initiator, &bsn)).await.ok(201);
    t.post(&roles, &role_body(&second, &types.helper, &bsn)).await.ok(201);
    let person = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn";
    let found = rows(&t.post(&format!("{}/zaken/_zoek", t.roots.zaken), &json!({ person: bsn })).await.ok(200));
    for case in [&first, &second] {
        assert!(found.iter().any(|row| row["url"] == case["url"]), "{found:?}");
    }
    let same = rows(&t.get(&format!("{}/zaken?{person}={bsn}", t.roots.zaken)).await.ok(200));
    assert_eq!(same.len(), found.len());
}

#[tokio::test]
async fn s49_a_case_that_is_not_there_and_one_that_may_not_go() {
    let t = target!("s49_a_case_that_is_not_there_and_one_that_may_not_go");
    let case = t.case(&t.types().await).await;
    t.get(&format!("{}/zaken/{}", t.roots.zaken, uuid::Uuid::new_v4())).await.refused(404, "not_found");
    t.call(Method::DELETE, text(&case, "url"), None).await.refused(403, "permission_denied");
}

#[tokio::test]
async fn s49_a_case_of_another_type_is_not_shown() {
    let t = simulation!("s49_a_case_of_another_type_is_not_shown");
    let case = t.case(&t.types().await).await;
    let elsewhere = ("elsewhere".to_owned(), "secret of elsewhere".to_owned());
    let answer = t.call_as(&format!("Bearer {}", signed(&elsewhere, 0, 300)), Method::GET, text(&case, "url"), None).await;
    assert!([403, 404].contains(&answer.status));
}

#[tokio::test]
async fn s49_a_case_removed_by_staff_is_gone_with_its_parts() {
    let t = simulation!("s49_a_case_removed_by_staff_is_gone_with_its_parts");
    let types = t.types().await;
    let case = t.case(&types).await;
    let role = t.post(&format!("{}/rollen", t.roots.zaken), &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    let status = t.set_status(&case, &types.statuses[0], -5000).await.ok(201);
    t.sim().act(&backend_sim::Act::RemoveCase { case: text(&case, "identificatie").to_owned() }).unwrap();
    for row in [&case, &role, &status] {
        t.get(text(row, "url")).await.refused(404, "not_found");
    }
}
