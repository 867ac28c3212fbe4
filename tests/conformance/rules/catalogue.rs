//! Types of cases and documents (S20 to S22).

use backend_sim::Variant;
use conformance::answer::{rows, text};
use conformance::types::case_body;
use conformance::{fresh, simulation, target};
use serde_json::json;

#[tokio::test]
async fn s20_types_are_found_by_what_they_belong_to() {
    let t = target!("s20_types_are_found_by_what_they_belong_to");
    let types = t.types().await;
    let root = &t.roots.catalogi;
    let case_type = t.get(&types.case).await.ok(200);
    let catalogue = t.get(text(&case_type, "catalogus")).await.ok(200);
    let found = t.get(&format!("{root}/catalogussen?domein={}&rsin={}", text(&catalogue, "domein"), text(&catalogue, "rsin"))).await.ok(200);
    assert_eq!(rows(&found)[0]["url"], catalogue["url"]);
    let here = format!("{root}/zaaktypen?identificatie=brede-intake&catalogus={}&status=definitief", text(&catalogue, "url"));
    assert!(rows(&t.get(&here).await.ok(200)).iter().any(|row| row["url"] == types.case.as_str()));
    for list in ["statustypen", "roltypen", "resultaattypen", "eigenschappen"] {
        let found = rows(&t.get(&format!("{root}/{list}?zaaktype={}", types.case)).await.ok(200));
        assert!(!found.is_empty() && found.iter().all(|row| row["zaaktype"] == types.case.as_str()), "{list}");
        assert_eq!(t.get(text(&found[0], "url")).await.ok(200)["url"], found[0]["url"]);
    }
    assert_eq!(t.get(&types.document).await.ok(200)["omschrijving"], "Self-scan samenvatting");
}

#[tokio::test]
async fn s21_the_seed_has_what_the_product_needs() {
    let t = simulation!("s21_the_seed_has_what_the_product_needs");
    let types = t.types().await;
    let case_type = t.get(&types.case).await.ok(200);
    let catalogue = t.get(text(&case_type, "catalogus")).await.ok(200);
    assert_eq!((&catalogue["domein"], &catalogue["rsin"]), (&json!("PARTP"), &json!("002220647")));
    assert_eq!((&case_type["vertrouwelijkheidaanduiding"], &case_type["beginGeldigheid"]), (&json!("vertrouwelijk"), &json!("2024-01-01")));
    assert_eq!((&case_type["doorlooptijd"], &case_type["concept"]), (&json!("P56D"), &json!(false)));
    let mut statuses = Vec::new();
    for url in case_type["statustypen"].as_array().unwrap() {
        let status = t.get(url.as_str().unwrap()).await.ok(200);
        statuses.push((status["volgnummer"].as_u64().unwrap(), text(&status, "omschrijving").to_owned()));
    }
    let named = |n: u64, name: &str| (n, name.to_owned());
    assert_eq!(statuses, [named(3, "Afgehandeld"), named(2, "In behandeling"), named(1, "Ontvangen")], "highest number first");
    let roles = rows(&t.get(&format!("{}/roltypen?zaaktype={}", t.roots.catalogi, types.case)).await.ok(200));
    let mut names: Vec<(&str, &str)> = roles.iter().map(|r| (text(r, "omschrijving"), text(r, "omschrijvingGeneriek"))).collect();
    names.sort_unstable();
    assert_eq!(names, [("Behandelaar", "behandelaar"), ("Gemachtigde helper", "belanghebbende"), ("Inwoner", "initiator")]);
    let property = t.get(&types.property).await.ok(200);
    assert_eq!((&property["naam"], &property["specificatie"]["lengte"]), (&json!("portaalreferentie"), &json!("36")));
    let result = t.get(&types.result).await.ok(200);
    assert_eq!((&result["archiefnominatie"], &result["archiefactietermijn"]), (&json!("vernietigen"), &json!("P10Y")));
}

#[tokio::test]
async fn s22_an_agreement_has_a_status_of_its_own() {
    let t = simulation!("s22_an_agreement_has_a_status_of_its_own");
    t.sim().vary(&Variant::AgreementStatus).unwrap();
    let types = t.types().await;
    let mut names = Vec::new();
    for url in &types.statuses {
        names.push(text(&t.get(url).await.ok(200), "omschrijving").to_owned());
    }
    assert_eq!(names, ["Ontvangen", "In behandeling", "Afspraak vastgelegd", "Afgehandeld"]);
}

#[tokio::test]
async fn s22_a_second_version_holds_from_its_day() {
    let t = simulation!("s22_a_second_version_holds_from_its_day");
    let first = t.types().await.case;
    t.sim().vary(&Variant::SecondVersion { begins: "2027-01-01".to_owned() }).unwrap();
    let on = async |day: &str| {
        let url = format!("{}/zaaktypen?identificatie=brede-intake&datumGeldigheid={day}&status=definitief", t.roots.catalogi);
        rows(&t.get(&url).await.ok(200)).iter().map(|row| text(row, "url").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(on("2026-12-31").await, std::slice::from_ref(&first));
    let later = on("2027-01-01").await;
    assert!(later.len() == 1 && later[0] != first);
}

#[tokio::test]
async fn s22_a_concept_is_never_chosen() {
    let t = simulation!("s22_a_concept_is_never_chosen");
    t.sim().vary(&Variant::Concept).unwrap();
    let mut types = t.types().await;
    let concepts = rows(&t.get(&format!("{}/zaaktypen?identificatie=brede-intake&status=concept", t.roots.catalogi)).await.ok(200));
    assert_eq!(concepts.len(), 1);
    types.case = text(&concepts[0], "url").to_owned();
    t.post(&format!("{}/zaken", t.roots.zaken), &case_body(&types, &fresh::number())).await.wrong("zaaktype", "not-published");
}

#[tokio::test]
async fn s22_no_version_may_be_valid() {
    let t = simulation!("s22_no_version_may_be_valid");
    t.sim().vary(&Variant::NoneValid).unwrap();
    let url = format!("{}/zaaktypen?identificatie=brede-intake&datumGeldigheid=2026-11-21&status=definitief", t.roots.catalogi);
    assert_eq!(t.get(&url).await.ok(200)["count"], 0);
}
