//! The shape of the standard alone (section 11.1): no extras, and the sequence of section 7 passes all the same.

use backend_sim::{Config, Shape};
use conformance::answer::text;
use conformance::types::{link_body, relation_body, role_body};
use conformance::{Target, fresh, simulation};
use reqwest::Method;
use serde_json::json;

fn standard() -> Config {
    Config { shape: Shape::Standard, ..conformance::target::config() }
}

/// Steps 2 to 8 of section 7.
async fn submit(t: &Target) {
    let types = t.types().await;
    let (case, document) = (t.case(&types).await, t.document(&types).await);
    let zaken = &t.roots.zaken;
    t.post(&format!("{zaken}/zaakinformatieobjecten"), &relation_body(&case, &document)).await.ok(201);
    t.post(&format!("{zaken}/rollen"), &role_body(&case, &types.initiator, &fresh::bsn())).await.ok(201);
    let object = t.object().await;
    t.post(&format!("{zaken}/zaakobjecten"), &link_body(&case, &object)).await.ok(201);
    t.set_status(&case, &types.statuses[0], -5000).await.ok(201);
    assert!(t.again(&case).await["status"].is_string());
}

#[tokio::test]
async fn the_default_calls_pass_in_both_shapes() {
    submit(&simulation!("the_default_calls_pass_in_both_shapes")).await;
    submit(&simulation!("the_default_calls_pass_in_both_shapes", standard())).await;
}

#[tokio::test]
async fn the_standard_has_no_extras() {
    let t = simulation!("the_standard_has_no_extras", standard());
    let types = t.types().await;
    let case = t.case(&types).await;
    let zaken = &t.roots.zaken;
    t.post(&format!("{zaken}/zaak_registreren"), &json!({})).await.refused(404, "not_found");
    for query in ["kenmerk=a:b", "rol__machtiging=eigen", "pageSize=10"] {
        t.get(&format!("{zaken}/zaken?{query}")).await.wrong("nonFieldErrors", "unknown-parameters");
    }
    let mut body = role_body(&case, &types.helper, &fresh::bsn());
    body["authenticatieContext"] = json!({ "source": "digid", "levelOfAssurance": "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard" });
    let role = t.post(&format!("{zaken}/rollen"), &body).await.ok(201);
    assert!(role.get("authenticatieContext").is_none());
    assert_eq!(t.call(Method::PUT, text(&role, "url"), Some(&body)).await.status, 405);
    assert_eq!(t.call(Method::DELETE, text(&role, "url"), None).await.status, 204);
}
