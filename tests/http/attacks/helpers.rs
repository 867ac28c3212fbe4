//! Every server function, page and file as a helper who may not: generated from the list of server functions, the routes and
//! the questions, so that a new one cannot be forgotten.

use crate::access::{filled, henk, send};
use crate::table::{CALLS, Call, PAGES, See, Who};
use domain::intake::Domain;
use std::collections::{BTreeMap, BTreeSet};
use tests::app::{MINUTE, id};
use tests::{Client, Engine, TestApp, database, on_both_engines};

on_both_engines!(server_functions_refuse_helpers, every_question_refuses_helpers, pages_and_files_refuse_helpers);

/// What is wrong with a helper: the name, and how their mandate differs from one over everything that can be shared.
const HELPERS: [(&str, &str); 7] = [
    ("expired", "until_at = {hour ago}"),
    ("withdrawn", "withdrawn_at = {hour ago}"),
    ("expired a moment ago", "until_at = {moment ago}"),
    ("withdrawn a moment ago", "withdrawn_at = {moment ago}"),
    ("wrong scope", "scope = '{\"domains\":{\"people\":\"see\"},\"parts\":[]}'"),
    ("foreign", "resident = '{other}'"),
    ("guardian", "kind = 'guardian'"),
];
/// What any mandate that holds allows: saying that there was contact, and stopping.
const ANY_MANDATE: [&str; 3] = ["/api/helping/contact", "/api/helping/contact-remove", "/api/helping/stop"];

/// A signed-in helper for each.
async fn helpers(app: &TestApp) -> Vec<(&'static str, Client)> {
    let now = app.service.clock.now();
    let mut all = Vec::new();
    for (n, (name, differs)) in HELPERS.into_iter().enumerate() {
        let person = format!("{:032x}", 0xa77ac0 + n);
        let differs = differs.replace("{hour ago}", &(now - 60 * MINUTE).to_string()).replace("{moment ago}", &(now - MINUTE).to_string());
        let differs = differs.replace("{other}", id("samira"));
        app.change(format!("INSERT INTO person (id, role, name, created_at) VALUES ('{person}', 'helper', 'Helper {n}', 0)")).await;
        app.change(format!(
            "INSERT INTO mandate (id, resident, helper, kind, scope, colour, way, made_by, promised_at, from_at, until_at) \
             SELECT 'attack-{n}', resident, '{person}', kind, scope, colour, way, made_by, promised_at, from_at - {}, until_at FROM mandate WHERE helper = '{}'",
            180 * MINUTE,
            id("joop")
        ))
        .await;
        app.change(format!("UPDATE mandate SET {differs} WHERE id = 'attack-{n}'")).await;
        let mut client = app.stranger();
        assert_eq!(client.post("/session/demo", &[("person", &person)]).await.location(), "/helping", "{name}");
        all.push((name, client));
    }
    all
}

/// Everything that visitors change, but for what a helper typed when it had just ended: that is kept for the resident.
async fn contents(app: &TestApp) -> String {
    database::contents(&app.url, app.engine, &["session", "typed", "ended_session", "access_log", "helper_left", "passkey_try"]).await
}

/// A call in each way that a draft can be opened, where it has a way.
fn in_every_way(call: &Call) -> Vec<Vec<(&'static str, &'static str)>> {
    let ways = ["intake", "desk", "helping", "nonsense"];
    let is_way = |(name, value): &(&str, &str)| *name == "way" && ways.contains(value);
    if !call.form.iter().any(is_way) {
        return vec![call.form.to_vec()];
    }
    let with = |way: &'static str| call.form.iter().map(|field| if is_way(field) { ("way", way) } else { *field }).collect();
    ways.map(with).to_vec()
}

async fn server_functions_refuse_helpers(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let with = henk(&app).await;
    let mut helpers = helpers(&app).await;
    let before = contents(&app).await;
    let mut calls = 0;
    for path in server_fn::axum::server_fn_paths().map(|(path, _)| path).collect::<BTreeSet<_>>() {
        let rows: Vec<&Call> = CALLS.iter().filter(|call| call.path == path).collect();
        assert!(!rows.is_empty(), "no plausible call of {path}");
        for (name, client) in &mut helpers {
            if *name == "wrong scope" && ANY_MANDATE.contains(&path) {
                continue;
            }
            for call in &rows {
                for form in in_every_way(call) {
                    for as_script in [false, true] {
                        let page = send(client, path, &form, &with, as_script).await;
                        // What every helper may do finds nothing here to do it with; a script that asks a device gets its question.
                        let asks = as_script && path == "/api/passkey/begin";
                        let expected: u16 = match call.allowed.contains(&Who::Helper) {
                            true if asks => 200,
                            true => 303,
                            false => 404,
                        };
                        assert_eq!(page.status, expected, "{name} calls {path} with {form:?}: {}", page.words());
                        // The words, not the HTML: four letters turn up in a random nonce sooner or later.
                        let words = page.words();
                        assert!(!page.html.contains("My garden") && !words.contains("Henk"), "{name} reads something from {path}: {words}");
                        calls += 1;
                    }
                }
            }
        }
        assert_eq!(before, contents(&app).await, "{path} changed something");
    }
    println!("{calls} calls of server functions");
    assert!(calls > 1_200, "{calls}");
}

/// Every step that an answer can be kept for, with its domain.
fn steps(app: &TestApp) -> BTreeMap<String, Option<Domain>> {
    let mut all: BTreeMap<String, Option<Domain>> = Domain::ALL.into_iter().map(|domain| (domain.as_str().to_owned(), Some(domain))).collect();
    for question in app.service.content.intake.questions() {
        let parts = question.parts.iter().map(|part| format!("{}-{part}", question.id));
        let ids: Vec<String> = if question.parts.is_empty() { vec![question.id.clone()] } else { parts.collect() };
        all.extend(ids.into_iter().map(|id| (id, question.domain)));
    }
    all
}

async fn every_question_refuses_helpers(engine: Engine) {
    let app = TestApp::start(engine).await;
    let with = henk(&app).await;
    let mut helpers = helpers(&app).await;
    let before = contents(&app).await;
    let (all, mut calls) = (steps(&app), 0);
    for step in all.keys() {
        let change =
            [("resident", id("henk")), ("way", "helping"), ("draft", &with["draft"]), ("step", step), ("base", "9"), ("text", "changed"), ("go", "next")];
        let skip = [("resident", id("henk")), ("way", "helping"), ("draft", &with["draft"]), ("step", step), ("base", "9"), ("go", "skip")];
        for (name, client) in &mut helpers {
            for form in [&change[..], &skip[..]] {
                assert_eq!(client.post("/api/answer/keep", form).await.status, 404, "{name} keeps {step}");
                calls += 1;
            }
        }
    }
    assert_eq!(before, contents(&app).await);
    assert!(all.len() > 80 && calls > 1_100, "{} steps, {calls} calls", all.len());
    println!("{calls} answers of {} steps", all.len());
    // What was typed a moment after the end is kept for Henk, for what had been shared and nothing else.
    let kept = app.number("SELECT COUNT(*) FROM helper_left").await;
    let others = app.number("SELECT COUNT(DISTINCT helper) FROM helper_left").await;
    assert!(kept > 0 && kept <= 40 && others == 2, "{kept} of {others}");
}

/// The files with a resident in their address, read where they are written.
fn files() -> Vec<&'static str> {
    let all = include_str!("../../../server/src/router.rs").split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|route| route.contains("{resident}")).collect()
}

async fn pages_and_files_refuse_helpers(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut with = henk(&app).await;
    with.insert("number", "1".to_owned());
    let mut helpers = helpers(&app).await;
    let before = contents(&app).await;
    let pages = PAGES.iter().filter(|(_, address, see)| address.contains("{resident}") && *see != See::All).map(|(_, address, _)| *address);
    let (mut visits, files) = (0, files());
    assert!(files.len() >= 8, "{files:?}");
    for address in pages.chain(files) {
        let address = filled(address, &with);
        for (name, client) in &mut helpers {
            let page = client.get(&address).await;
            // With a mandate over anything there is a page that says so, a place for contact, and what is shared.
            let any = ["/helping", "/helping/contact", "/helping/check", "/helping/stopped"].iter().any(|end| address.ends_with(end));
            let expected: u16 = if *name == "wrong scope" && any { 200 } else { 404 };
            assert_eq!(page.status, expected, "{name} opens {address}: {}", page.words());
            assert!(!page.html.contains("My garden"), "{name} reads something at {address}");
            assert!(expected == 200 || !page.words().contains("Henk"), "{name} reads a name at {address}");
            visits += 1;
        }
    }
    assert_eq!(before, contents(&app).await, "looking changed something");
    println!("{visits} visits of pages and files");
    assert!(visits > 500, "{visits}");
}
