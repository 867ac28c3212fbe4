//! Forms made of anything: the machinery that reads them refuses or leads on.

use super::{Scene, told};
use crate::bad_input::tells_nothing_of_the_inside;
use crate::table::{CALLS, Who};
use http::{Method, header};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use tests::client::FORM;
use tests::{Engine, on_sqlite, times};

on_sqlite!(any_form_is_refused_or_leads_on, no_try_of_a_browser_can_be_changed);

/// Names and values of which forms are made, encoded or broken, and bytes.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let name = "resident|way|draft|step|base|text|number|choices\\[\\]|lines\\[[0-9]{1,3}\\]\\[(pair|wanted|x)\\]|place\\[[0-9a-z]{0,9}\\]|[a-z_]{1,8}(\\[[a-z0-9]{0,4}\\]){0,5}|[\\[\\]%&=;+]{0,6}";
    let value = "d0000000000000000000000000000002|[0-9-]{0,20}|intake|desk|yes|next|%[0-9A-G]{0,2}|[\\[\\]&=+%;,]{0,5}|\\PC{0,12}";
    let pairs = prop::collection::vec((name, value), 0..12);
    prop_oneof![
        4 => pairs.prop_map(|pairs| pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&").into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ]
}

async fn any_form_is_refused_or_leads_on(engine: Engine) {
    let scene = Scene::start(engine).await;
    let mut people = [scene.browser(Who::Owner), scene.browser(Who::Caseworker)];
    let mut runner = TestRunner::deterministic();
    let paths: Vec<&str> = CALLS.iter().map(|call| call.path).chain(["/calculator", "/session/language", "/session/demo"]).collect();
    let tries = times("FORMS", 800);
    for n in 0..tries {
        let body = bodies().new_tree(&mut runner).unwrap().current();
        let (path, client) = (paths[n % paths.len()], &mut people[n % 2]);
        let request = client.request(Method::POST, path).header(header::CONTENT_TYPE, FORM).header("sec-fetch-site", "same-origin");
        let page = client.ask(request.body(body.clone().into()).unwrap()).await;
        let fine = page.status.is_client_error() || page.status == 303 || path == "/calculator" && page.status == 200;
        assert!(fine, "{path} {}: {} {}", body.escape_ascii(), page.status, page.words());
        tells_nothing_of_the_inside(&page);
    }
    told("forms made of anything", tries, 800);
}

async fn no_try_of_a_browser_can_be_changed(engine: Engine) {
    let (app, provider) = crate::sign_in::start(engine, &[service::auth::Door::Residents], |settings| settings.limits.sign_in = Some(0)).await;
    let mut client = app.stranger();
    let begun = client.get("/sign-in/residents").await;
    let back = provider.signs_in(begun.location(), &crate::sign_in::resident(1));
    let (good, mut runner) = (client.cookies["meedoen-try"].clone(), TestRunner::deterministic());
    let tries = times("FORMS", 200);
    for _ in 0..tries {
        let (at, byte, cut) = (any::<prop::sample::Index>(), "[A-Za-z0-9_-]", any::<bool>()).new_tree(&mut runner).unwrap().current();
        let mut forged = good.clone();
        let at = at.index(forged.len());
        forged.replace_range(at..=at, if cut { "" } else { &byte });
        if forged == good {
            continue;
        }
        let mut forger = app.stranger();
        forger.cookies.insert("meedoen-try".into(), forged);
        assert_eq!(forger.get(&back).await.location(), "/sign-in/refused/again");
    }
    assert!(client.get(&back).await.location().starts_with("/r/"), "and the right one is good");
    told("changed cookies of a try to sign in", tries, 200);
}
