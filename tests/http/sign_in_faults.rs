//! Every wrong answer of a provider: nobody is signed in, nothing is kept, and the person reads what to do.

use crate::sign_in::{refused, resident, start};
use serde_json::json;
use service::auth::{Door, Level};
use tests::app::{MINUTE, id, test_bsn};
use tests::provider::Fault;
use tests::{Engine, log, on_both_engines};

on_both_engines!(
    no_wrong_answer_gets_in,
    a_level_below_or_none_is_refused,
    a_state_of_somebody_else_is_refused,
    a_code_is_good_once,
    a_try_is_good_for_ten_minutes,
    stopping_is_told_neutrally,
    a_new_key_is_found,
    a_provider_that_is_down_comes_back,
    no_address_of_somebody_else_is_called,
    a_flood_of_tries_keeps_nothing,
);

async fn no_wrong_answer_gets_in(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    // The first one fetches keys; each wrong one after it is about the token.
    assert_eq!(app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await.location(), format!("/r/{}", id("henk")));
    let before = app.number("SELECT COUNT(*) FROM session").await;
    for fault in [
        Fault::Nonce,
        Fault::Issuer,
        Fault::Audience,
        Fault::Signature,
        Fault::UnknownKey,
        Fault::Unsigned,
        Fault::Shared,
        Fault::Expired,
        Fault::Remembered,
        Fault::NoToken,
        Fault::Broken,
        Fault::Unreadable,
        Fault::Redirects,
    ] {
        provider.fault(fault);
        let mut client = app.stranger();
        let page = client.sign_in_at(&provider, Door::Residents, &resident(1)).await;
        refused(&page, "failed");
        assert!(!client.cookies.contains_key("meedoen-try"), "{fault:?}: the try is over");
        assert!(client.open(page.location()).await.shows(&app.dutch().t("not-signed-in-failed")), "{fault:?}");
        assert_eq!(app.number("SELECT COUNT(*) FROM session").await, before, "{fault:?}");
    }
    let logged = log::text();
    for code in ["nonce", "issuer", "audience", "signature", "unknown-key", "unreadable", "algorithm", "expired", "remembered", "down"] {
        assert!(logged.contains(&format!("code=\"{code}\"")), "{code} is in the log");
    }
    assert!(!logged.contains(&test_bsn(1)), "a number is not");
    for claims in
        [json!({}), json!({"bsn": "123"}), json!({"bsn": ["999993653"]}), json!({"bsn": {"x": 1}}), json!({"bsn": format!("s00000001:{}", test_bsn(1))})]
    {
        provider.fault(Fault::Right);
        let mut told = claims.clone();
        told["acr"] = json!(Level::Hoog.urn());
        refused(&app.stranger().sign_in_at(&provider, Door::Residents, &told).await, "failed");
    }
}

async fn a_level_below_or_none_is_refused(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    for level in [json!(Level::Basis.urn()), json!(Level::Midden.urn()), json!(""), json!(null), json!("hoog"), json!(30), json!([Level::Hoog.urn()])] {
        let told = json!({"bsn": test_bsn(1), "acr": level});
        refused(&app.stranger().sign_in_at(&provider, Door::Residents, &told).await, "level");
    }
    let none = json!({"bsn": test_bsn(1)});
    let page = app.stranger().sign_in_at(&provider, Door::Residents, &none).await;
    refused(&page, "level");
    assert!(app.stranger().open(page.location()).await.shows(&app.dutch().t("not-signed-in-level")));
    let high = json!({"bsn": test_bsn(1), "acr": Level::Hoog.urn()});
    assert_eq!(app.stranger().sign_in_at(&provider, Door::Residents, &high).await.location(), format!("/r/{}", id("henk")));
}

async fn a_state_of_somebody_else_is_refused(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents, Door::Staff], |_| {}).await;
    let (mut henk, mut thief) = (app.stranger(), app.stranger());
    let (his, begun) = (henk.get("/sign-in/residents").await, thief.get("/sign-in/residents").await);
    let (for_henk, for_thief) = (provider.signs_in(his.location(), &resident(1)), provider.signs_in(begun.location(), &resident(0)));
    // A thief gives Henk the end of their own try, or takes his.
    refused(&henk.clone().get(&for_thief).await, "again");
    refused(&thief.clone().get(&for_henk).await, "again");
    refused(&app.stranger().get(&for_henk).await, "again");
    for changed in
        [for_henk.replace("state=", "state=x"), for_henk.replace("state=", "stat="), format!("{for_henk}&state=x"), "/sign-in/residents/return".into()]
    {
        refused(&henk.clone().get(&changed).await, "again");
    }
    refused(&henk.clone().get(&for_henk.replace("residents", "staff")).await, "again");
    refused(&henk.clone().get(&for_henk.replace("iss=http", "iss=https")).await, "failed");
    let mut bent = henk.clone();
    let cookie = bent.cookies["meedoen-try"].clone();
    for value in ["", "x", "AAAA", &cookie[..cookie.len() - 4], &format!("{cookie}A"), &"A".repeat(4000)] {
        bent.cookies.insert("meedoen-try".into(), value.to_owned());
        refused(&bent.clone().get(&for_henk).await, "again");
    }
    assert!(provider.asked().iter().all(|asked| *asked == "document"), "no code went out: {:?}", provider.asked());
    assert_eq!(henk.get(&for_henk).await.location(), format!("/r/{}", id("henk")));
}

async fn a_code_is_good_once(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    let mut henk = app.stranger();
    let begun = henk.get("/sign-in/residents").await;
    let back = provider.signs_in(begun.location(), &resident(1));
    let mut copied = henk.clone();
    assert_eq!(henk.get(&back).await.status, 303);
    refused(&henk.get(&back).await, "again");
    refused(&copied.get(&back).await, "failed");
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 1);
    // A code of one try with the state of another.
    let (one, mut other) = (app.stranger().get("/sign-in/residents").await, app.stranger());
    let begun = other.get("/sign-in/residents").await;
    let (stolen, own) = (provider.signs_in(one.location(), &resident(1)), provider.signs_in(begun.location(), &resident(0)));
    let code = |address: &str| tests::provider::query(address)["code"].clone();
    refused(&other.get(&own.replace(&code(&own), &code(&stolen))).await, "failed");
}

async fn a_try_is_good_for_ten_minutes(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    let mut henk = app.stranger();
    app.clock.advance(-11 * MINUTE);
    let begun = henk.get("/sign-in/residents").await;
    app.clock.advance(11 * MINUTE);
    let page = henk.get(&provider.signs_in(begun.location(), &resident(1))).await;
    refused(&page, "again");
    assert!(henk.open(page.location()).await.shows(&app.dutch().t("not-signed-in-again")));
}

async fn stopping_is_told_neutrally(engine: Engine) {
    let (app, _provider) = start(engine, &[Door::Residents], |_| {}).await;
    for (error, reason) in
        [("access_denied", "cancelled"), ("server_error", "failed"), ("login_required", "failed"), ("%3Cscript%3E", "failed"), ("", "failed")]
    {
        let mut henk = app.stranger();
        let begun = henk.get("/sign-in/residents").await;
        let state = tests::provider::query(begun.location())["state"].clone();
        let page = henk.get(&format!("/sign-in/residents/return?error={error}&error_description=Secret+words&state={state}")).await;
        refused(&page, reason);
        let page = henk.open(page.location()).await;
        assert!(page.shows(&app.dutch().attr(&format!("not-signed-in-{reason}"), "title")) && !page.html.contains("Secret"), "{}", page.words());
        assert!(page.addresses().contains(&"/sign-in".to_owned()), "and can begin again");
    }
    refused(&app.stranger().get("/sign-in/residents/return?error=access_denied").await, "again");
    assert!(!log::text().contains("Secret words"));
}

async fn a_new_key_is_found(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    assert_eq!(app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await.location(), format!("/r/{}", id("henk")));
    app.clock.advance(11_000);
    provider.rotate();
    assert_eq!(app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await.location(), format!("/r/{}", id("henk")), "asked for again");
    // Somebody who makes up names of keys does not make the portal ask each time.
    provider.fault(Fault::UnknownKey);
    let asked = |provider: &tests::Provider| provider.asked().iter().filter(|a| **a == "keys").count();
    let before = asked(&provider);
    for _ in 0..5 {
        refused(&app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await, "failed");
    }
    assert_eq!(asked(&provider), before);
}

async fn a_provider_that_is_down_comes_back(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    provider.fault(Fault::Down);
    let page = app.stranger().get("/sign-in/residents").await;
    refused(&page, "failed");
    let page = app.stranger().open(page.location()).await;
    assert!(page.shows(&app.dutch().attr("not-signed-in-failed", "title")) && page.html.contains("tel:"), "another way is there");
    let asked = provider.asked().len();
    for _ in 0..10 {
        refused(&app.stranger().get("/sign-in/residents").await, "failed");
    }
    assert_eq!(provider.asked().len(), asked, "nobody waits for what did not answer just now");
    app.stranger().open("/calculator").await;
    provider.fault(Fault::Right);
    app.clock.advance(6_000);
    assert_eq!(app.stranger().sign_in_at(&provider, Door::Residents, &resident(1)).await.status, 303);
    // Known addresses and keys of an hour ago do while it is down; a code needs it.
    app.clock.advance(61 * MINUTE);
    provider.fault(Fault::Down);
    assert_eq!(app.stranger().get("/sign-in/residents").await.location().split('?').next(), Some(format!("{}/authorize", provider.issuer).as_str()));
    provider.fault(Fault::NoKeys);
}

async fn no_address_of_somebody_else_is_called(engine: Engine) {
    for fault in [Fault::Foreign, Fault::OtherDocument] {
        let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
        provider.fault(fault);
        refused(&app.stranger().get("/sign-in/residents").await, "failed");
        assert_eq!(provider.asked(), ["document"], "{fault:?}");
    }
}

async fn a_flood_of_tries_keeps_nothing(engine: Engine) {
    let (app, provider) = start(engine, &[Door::Residents], |_| {}).await;
    let before = app.contents().await;
    for n in 0..tests::times("TRIES", 200) {
        let mut client = app.stranger();
        client.get("/sign-in/residents").await;
        let page = client.get(&format!("/sign-in/residents/return?code={n}&state={n}")).await;
        refused(&page, "again");
    }
    assert_eq!((app.contents().await, app.number("SELECT COUNT(*) FROM session").await), (before, 0));
    assert_eq!(provider.asked(), ["document"], "the provider hears nothing of it");
}
