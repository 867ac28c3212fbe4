//! Every server function and every page, with everybody, on somebody else's data: refused, and nothing changed.

use crate::table::{ACTING, CALLS, PAGES, PEOPLE, See, Who};
use domain::agreement::Party;
use domain::intake::Domain;
use domain::mandate::Part;
use std::collections::{BTreeMap, BTreeSet};
use tests::app::{id, test_bsn};
use tests::bond::line_of;
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    server_functions_refuse_everybody_else,
    scripts_are_refused_too,
    who_acts_for_somebody_may_less,
    pages_are_seen_by_nobody_else,
    whose_file_exists_is_not_told
);

/// The patterns of all routes, read where they are written.
fn routes() -> BTreeSet<&'static str> {
    include_str!("../../app/src/routes.rs").split("path!(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn no_server_function_and_no_page_is_forgotten() {
    let listed: BTreeSet<&str> = CALLS.iter().map(|c| c.path).collect();
    let there: BTreeSet<&str> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(listed, there, "one row in CALLS for each server function");
    let listed: BTreeSet<&str> = PAGES.iter().map(|(pattern, ..)| *pattern).collect();
    assert_eq!(listed, routes(), "one row in PAGES for each route");
    assert!(server_fn::axum::server_fn_paths().all(|(_, method)| method == http::Method::POST), "a GET changes nothing");
}

/// Henk, with something of everything: sent, under review with a group and a question, a request, and two drafts.
pub async fn henk(app: &TestApp) -> BTreeMap<&'static str, String> {
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let resident = henk.resident;
    let group = [("resident", resident), ("group", "2"), ("group_reason", "Because")];
    daan.submit("/api/review/group", &group).await;
    henk.client.submit("/api/request/send", &[("resident", resident), ("kind", "erasure"), ("form_key", "k0")]).await;
    let erasure = daan.open(&format!("/work/{resident}/erasure")).await.field("request");
    let request = [("resident", resident), ("kind", "urgent"), ("phone", "0612345678"), ("form_key", "k1")];
    let requested = henk.client.submit("/api/request/send", &request).await;
    let reference = henk.client.here.rsplit('/').next().unwrap().to_owned();
    assert!(requested.shows(&reference));
    let ask = [("resident", resident), ("reason", "unclear"), ("questions[]", "K8"), ("message", "Which garden?")];
    daan.submit("/api/review/ask", &ask).await;
    henk.client.submit("/api/draft/start", &[("resident", resident)]).await;
    henk.choose("B5", "home").await;
    two_answers(app).await;
    let mut desk = app.at_desk("daan", "henk").await;
    desk.type_text("K8", "My garden").await;
    let calculation = [("resident", resident), ("step", "answer"), ("household", "alone"), ("age", "27"), ("hours", "8"), ("plan", "12")];
    let calculation = henk.client.submit("/api/calculation/save", &calculation).await.field("calculation");
    let decision = henk.client.open(&format!("/r/{resident}/group")).await.field("decision");
    let profile = henk.client.open(&format!("/r/{resident}/profile")).await.field("base");
    let review = daan.open(&format!("/work/{resident}")).await;
    let (draft, desk) = (henk.draft().await, desk.draft().await);
    let bond = agreed(app).await;
    let invitation = mandated(app).await;
    BTreeMap::from([
        ("resident", resident.to_owned()),
        ("draft", draft),
        ("desk", desk),
        ("calculation", calculation),
        ("decision", decision),
        ("reference", reference),
        ("profile", profile),
        ("request", review.field("request")),
        ("erasure", erasure),
        ("caseworker", id("daan").to_owned()),
        ("bsn", test_bsn(1)),
        ("key", "k2".to_owned()),
        ("invitation", invitation),
        ("mandate", "nothing".to_owned()),
        ("volunteer", id("fatma").to_owned()),
    ])
    .into_iter()
    .chain(bond)
    .collect()
}

/// Joop helps with everything that can be shared; somebody else has a code.
async fn mandated(app: &TestApp) -> String {
    let all = Domain::ALL.map(|domain| (domain.as_str(), "fill_in"));
    let scope: Vec<(&str, &str)> = all.into_iter().chain(Part::WHOLE.map(|part| ("parts[]", part.as_str()))).collect();
    let mut both = app.helped("henk", "joop", &scope).await;
    app.invited(&mut both.resident, "henk", &[("work", "see")]).await;
    both.resident.open(&format!("/r/{}/helpers", both.id)).await.form("/api/helper/take-back").field("invitation")
}

/// Henk and Daan agreed, a line is done, and a next version is on the table.
async fn agreed(app: &TestApp) -> Vec<(&'static str, String)> {
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let done = line_of(&text, Party::Resident, 1);
    bond.resident_does("mark", &[("line", &done), ("mark", "done")]).await;
    bond.municipality_does("start", &[("chosen[]", "pair-buddy")]).await;
    bond.municipality_sends().await;
    let slot =
        [("resident", bond.resident), ("way", "phone"), ("day", "2 12 2026"), ("time", "9"), ("minutes", "15"), ("about", "My garden"), ("form_key", "a1")];
    bond.daan.submit("/api/appointment/make", &slot).await;
    vec![
        ("appointment", format!("{}-a1", bond.resident)),
        ("line", line_of(&text, Party::Resident, 0)),
        ("ours", line_of(&text, Party::Municipality, 0)),
        ("done", done),
        ("goal", text.goals[0].id.clone()),
        ("revision", "0".to_owned()),
    ]
}

/// Two answers of Henk to one question, so that there is something to choose between.
async fn two_answers(app: &TestApp) {
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    let (first, second) = (one.form("W6", &[("choices[]", "neat")]).await, other.form("W6", &[("choices[]", "hands")]).await);
    one.post_form(&first).await;
    other.post_form(&second).await;
}

/// `{name}` replaced by what was prepared.
pub fn filled(text: &str, with: &BTreeMap<&str, String>) -> String {
    with.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

pub(crate) async fn send(client: &mut Client, path: &str, form: &[(&str, &str)], with: &BTreeMap<&str, String>, as_script: bool) -> Page {
    let form: Vec<(String, String)> = form.iter().map(|(name, value)| (filled(name, with), filled(value, with))).collect();
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    if as_script { client.post_as_script(path, &form).await } else { client.post(path, &form).await }
}

async fn refuse_everybody_else(engine: Engine, as_script: bool) {
    let app = TestApp::with_mail(engine).await;
    let with = henk(&app).await;
    let mut people = vec![(None, app.stranger())];
    for (who, story) in PEOPLE {
        people.push((Some(who), app.sign_in(story).await));
    }
    let before = app.contents().await;
    let mut refused = 0;
    for call in CALLS {
        for (who, client) in people.iter_mut().filter(|(who, _)| who.is_none_or(|w| !call.allowed.contains(&w))) {
            let page = send(client, call.path, call.form, &with, as_script).await;
            let expected = if who.is_some() { 404 } else { 401 };
            assert_eq!(page.status, expected, "{who:?} calls {}: {}", call.path, page.words());
            assert!(as_script || page.is_page(), "{who:?} gets no page from {}", call.path);
            refused += 1;
        }
        assert_eq!(before, app.contents().await, "{} changed something", call.path);
    }
    assert!(refused > 150, "{refused}");
    // The other way round: the rows are plausible, for those who may get through.
    for call in CALLS.iter().filter(|c| !matches!(c.path, "/api/draft/discard" | "/api/draft/send")) {
        for (who, client) in people.iter_mut().filter(|(who, _)| who.is_some_and(|w| call.allowed.contains(&w))) {
            let page = send(client, call.path, call.form, &with, false).await;
            assert_eq!(page.status, 303, "{who:?} may call {}: {}", call.path, page.words());
        }
    }
    assert_ne!(before, app.contents().await);
}

async fn server_functions_refuse_everybody_else(engine: Engine) {
    refuse_everybody_else(engine, false).await;
}

async fn scripts_are_refused_too(engine: Engine) {
    refuse_everybody_else(engine, true).await;
}

/// Who acts for Henk may what the lists say, and who acts for Samira nothing of his.
async fn who_acts_for_somebody_may_less(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let with = henk(&app).await;
    let (mut acting, mut another) = (app.sign_in_acting("henk").await, app.sign_in_acting("samira").await);
    let before = app.contents().await;
    let mut wrong = Vec::new();
    for (_, address, see) in PAGES.iter().filter(|(.., see)| matches!(see, See::Only(_))) {
        let filled = filled(address, &with);
        let may = ACTING.contains(address);
        assert!(!may || matches!(see, See::Only(who) if who.contains(&Who::Owner)), "{address}: more than the resident");
        for (client, may) in [(&mut acting, may), (&mut another, false)] {
            let status = client.get(&filled).await.status.as_u16();
            if !(if may { status == 200 } else { matches!(status, 401 | 404) }) {
                wrong.push(format!("{address}: {status}"));
            }
        }
    }
    for call in CALLS {
        let may = ACTING.contains(&call.path) && call.allowed.contains(&Who::Owner);
        assert_eq!(send(&mut another, call.path, call.form, &with, false).await.status, 404, "{}", call.path);
        if !may {
            let status = send(&mut acting, call.path, call.form, &with, false).await.status;
            if status != 404 {
                wrong.push(format!("{}: {status}", call.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(before, app.contents().await, "nothing changed");
    // Talks are between the resident and the municipality: they stand on the resident's own home only.
    let slot = [("way", "desk"), ("day", "30 11 2026"), ("time", "10:00"), ("minutes", "30"), ("about", "Uw cursus"), ("form_key", "t")];
    let slot: Vec<(&str, &str)> = slot.into_iter().chain([("resident", id("henk"))]).collect();
    app.sign_in("daan").await.submit("/api/appointment/make", &slot).await;
    let home = format!("/r/{}", id("henk"));
    assert!(app.sign_in("henk").await.open(&home).await.shows("Gesprek op maandag 30 november"));
    let theirs = acting.open(&home).await;
    assert!(!theirs.shows("Gesprek op") && !theirs.addresses().iter().any(|to| to.contains("/journey") || to.contains("/appointments")), "{}", theirs.words());
    for call in CALLS.iter().filter(|call| ACTING.contains(&call.path) && call.allowed.contains(&Who::Owner)) {
        if !matches!(call.path, "/api/draft/discard" | "/api/draft/send") {
            assert_eq!(send(&mut acting, call.path, call.form, &with, false).await.status, 303, "{}", call.path);
        }
    }
}

async fn pages_are_seen_by_nobody_else(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let with = henk(&app).await;
    let before = app.contents().await;
    let mut people = vec![(None, app.stranger())];
    for (who, story) in PEOPLE {
        people.push((Some(who), app.sign_in(story).await));
    }
    for (_, address, see) in PAGES {
        let address = filled(address, &with);
        for (who, client) in &mut people {
            let page = client.get(&address).await;
            let expected: &[u16] = match (see, *who) {
                (See::All, None) => &[200],
                (See::All, Some(_)) => &[200, 303],
                (See::Only([]), _) => &[401, 404],
                (See::Only(_), None) => &[401],
                (See::Only(who_may), Some(who)) if who_may.contains(&who) => &[200],
                (See::Only(_), Some(_)) => &[404],
            };
            assert!(expected.contains(&page.status.as_u16()), "{who:?} opens {address}: {} {}", page.status, page.words());
            assert!(page.status == 303 || page.is_page(), "{who:?} gets no page at {address}");
            let helping = *who == Some(crate::table::Who::Mandated) && address.starts_with("/r/");
            assert!(!helping || page.status != 200 || page.shows("U helpt Henk"), "no banner at {address}: {}", page.words());
            assert!(page.status == 200 || !page.html.contains("My garden"), "{who:?} reads an answer at {address}");
        }
    }
    assert_eq!(before, app.contents().await, "a GET changed something");
}

async fn whose_file_exists_is_not_told(engine: Engine) {
    let app = TestApp::start(engine).await;
    henk(&app).await;
    let mut samira = app.sign_in("samira").await;
    for page in ["", "/intake", "/sent/1", "/profile"] {
        let there = samira.get(&format!("/r/{}{page}", id("henk"))).await;
        let nowhere = samira.get(&format!("/r/{}{page}", "0".repeat(32))).await;
        assert_eq!((there.status, there.words()), (nowhere.status, nowhere.words()), "{page}");
    }
}
