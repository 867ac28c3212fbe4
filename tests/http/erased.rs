//! What is left of a resident of whom everything was deleted: the database as if they had never been there, but for the line
//! that it was done and who looked. And what has to be over before that.

use service::settings::BackendKind;
use service::sync::worker::Delivery;
use std::collections::BTreeSet;
use tests::app::{MINUTE, id};
use tests::bond::line_of;
use tests::{Bond, Client, Engine, Page, TestApp, database, on_both_engines};

use domain::agreement::Party;

on_both_engines!(
    nothing_is_left_but_that_it_was_done,
    a_backup_brings_nobody_back,
    the_daily_job_leaves_nothing_either,
    what_is_going_on_is_over_first,
    the_end_of_a_mandate_arrives_first,
    others_who_write_at_that_moment_do_not_stand_in_the_way,
    who_never_sent_anything_does_not_stay_for_ever,
    accounts_that_nothing_refers_to_go,
);

const DAY: i64 = 24 * 60 * MINUTE;

/// Tables with nothing of a resident; every other one has something of Henk in these tests.
const OF_NOBODY: [&str; 10] =
    ["feeling", "feeling_mark", "volunteer", "volunteer_training", "volunteer_thanks", "access_log_cut", "typed", "mail_try", "passkey", "passkey_try"];
/// What stays: that it was done, and who looked (with a term of its own).
const STAYS: [&str; 3] = ["erasure", "access_log", "access_log_cut"];

/// A portal that delivers into a folder.
async fn delivering(engine: Engine) -> TestApp {
    TestApp::with(engine, |settings| {
        settings.backend.kind = BackendKind::Folder;
        settings.backend.folder = settings.keys.file.as_ref().unwrap().with_file_name("items");
    })
    .await
}

/// Everything that waits arrives; what the files say.
async fn arrives(app: &TestApp) -> String {
    let backend = service::sync::open(&app.service.settings, &app.service.clock).unwrap().unwrap();
    let delivery = Delivery::new(app.service.clone(), backend);
    while delivery.work_once().await.unwrap() {}
    let files = std::fs::read_dir(app.folder().join("items")).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect::<Vec<_>>().join("\n")
}

/// What is in the database of people: no sessions, and not what stays.
async fn rows(app: &TestApp) -> BTreeSet<String> {
    let contents = database::contents(&app.url, app.engine, &["session", "typed"]).await;
    contents.lines().filter(|line| !STAYS.iter().any(|table| line.starts_with(&format!("{table} ")))).map(ToOwned::to_owned).collect()
}

async fn asks(henk: &mut Client) {
    henk.submit("/api/request/send", &[("resident", id("henk")), ("kind", "erasure"), ("form_key", "k1")]).await;
}

async fn everything(daan: &mut Client) -> Page {
    let resident = id("henk");
    let request = daan.open(&format!("/work/{resident}/erasure")).await.field("request");
    let form = [("resident", resident), ("request", &request), ("choice", "everything"), ("why", "As you wished"), ("sure", "yes")];
    daan.submit("/api/rights/decide-erasure", &form).await
}

/// Henk and Daan agreed, and the municipality did what it promised.
async fn agreed_and_done(app: &TestApp) -> Bond {
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    for line in text.lines.iter().filter(|line| line.doer == Party::Municipality) {
        bond.municipality_does("mark", &[("line", &line.id), ("mark", "done")]).await;
    }
    let mine = line_of(&text, Party::Resident, 0);
    bond.resident_does("order", &[("place[0]", &format!("{}:1", text.goals[0].id)), ("pace[0]", &format!("{}:slow", text.goals[0].id))]).await;
    bond.resident_does("steps", &[("line", &mine), ("step_1", "I look up the address")]).await;
    let own = [("revision", "0"), ("line", ""), ("doer", "resident"), ("text", "I swim"), ("goal", "new"), ("goal_title", "Swim"), ("due", "3")];
    bond.resident_does("line", &own).await;
    bond
}

/// What Henk does himself, with a helper, until his second version is sent and a draft is open.
async fn fills_in(app: &TestApp) -> Client {
    let resident = id("henk");
    app.filling("henk").await;
    let scope = [("work", "fill_in"), ("parts[]", "journey")];
    let mut both = app.helped("henk", "fatma", &scope).await;
    both.filling().choose("W6", "neat").await;
    let form = both.resident.open(&format!("/r/{resident}/intake/send")).await.form("/api/draft/send");
    let (draft, read) = (form.field("draft"), form.field("read"));
    both.resident.submit("/api/draft/send", &[("resident", resident), ("way", "intake"), ("draft", &draft), ("read", &read)]).await;
    let contact = [("resident", resident), ("day", "20-11-2026"), ("minutes", "45"), ("way", "visit")];
    both.helper.submit("/api/helping/contact", &contact).await;
    app.invited(&mut both.resident, "henk", &[("work", "see")]).await;
    both.end().await;
    let mut henk = both.resident;
    henk.submit("/api/helper/object", &[("resident", resident), ("about", id("fatma")), ("objection", "She read too much")]).await;
    henk.submit("/api/helper/together", &[("resident", resident), ("with", "my sister Truus"), ("go", "begin")]).await;
    let calculation = [("resident", resident), ("step", "answer"), ("household", "alone"), ("age", "27"), ("hours", "8"), ("plan", "12")];
    henk.submit("/api/calculation/save", &calculation).await;
    henk.submit("/api/calendar/make", &[("resident", resident)]).await;
    let mut filling = app.filling("henk").await;
    filling.keep("K8", &[("text", "Never sent"), ("key", "key-1")]).await;
    henk
}

/// Henk with a row in every table that can be about a resident, and nothing going on; he asked to be deleted.
async fn with_everything(app: &TestApp) -> (Client, Client) {
    let resident = id("henk");
    let mut henk = fills_in(app).await;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/review/note", &[("resident", resident), ("note", "A note")]).await;
    daan.submit("/api/review/group", &[("resident", resident), ("group", "2"), ("group_reason", "Because")]).await;
    daan.submit("/api/review/ask", &[("resident", resident), ("reason", "unclear"), ("questions[]", "W6"), ("message", "Which?")]).await;
    daan.submit("/api/review/withdraw-ask", &[("resident", resident)]).await;
    agreed_and_done(app).await;
    let slot = [("resident", resident), ("way", "phone"), ("day", "2 12 2026"), ("time", "9"), ("minutes", "15"), ("about", "My garden"), ("form_key", "a1")];
    daan.submit("/api/appointment/make", &slot).await;
    daan.submit("/api/appointment/cancel", &[("resident", resident), ("appointment", &format!("{resident}-a1"))]).await;
    let desk = daan.open(&format!("/work/{resident}/helpers")).await;
    let objection = desk.form("/api/helper/settle-objection").field("objection");
    daan.submit("/api/helper/settle-objection", &[("resident", resident), ("objection", &objection), ("answer", "We talked about it")]).await;
    daan.submit("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
    asks(&mut henk).await;
    arrives(app).await;
    behind_the_back(app).await;
    (henk, daan)
}

/// Rows that take days, other systems or bad luck to come about.
async fn behind_the_back(app: &TestApp) {
    let (henk, daan, fatma) = (id("henk"), id("daan"), id("fatma"));
    for (table, values) in [
        ("helper_left (id, resident, helper, step, sealed_kept, at)", format!("'left', id, '{fatma}', 'K8', sealed_profile, active_at")),
        ("look_reason (id, person, resident, sealed_reason, at)", format!("'look', '{daan}', id, sealed_profile, active_at")),
        ("retention_notice (resident, kind, noticed_at)", "id, 'draft', active_at".to_owned()),
        ("reminder (resident, occasion, channel, due_at, attempts, code)", "id, 'appointment/1', 'email', active_at, 0, ''".to_owned()),
        ("ended_session (token_hash, person, ended_at)", "'hash', id, active_at".to_owned()),
        ("agreement_look_back (resident, number, side, sealed_evaluation, by_person, at)", "id, 1, 'resident', sealed_profile, id, active_at".to_owned()),
    ] {
        app.change(format!("INSERT INTO {table} SELECT {values} FROM resident WHERE id = '{henk}'")).await;
    }
    let case = format!("FROM delivery WHERE resident = '{henk}'");
    for (table, values) in [
        ("remote_ref (local_kind, local_id, step, url, at, resident)", "'case', id, 'case', 'https://zaken.example/' || id, since, resident"),
        ("remote_ref (local_kind, local_id, step, url, at, resident)", "'record', 'r' || id, 'record', 'https://objects.example/' || id, since, resident"),
        ("case_status (delivery, number, name, set_at, result, closed_on, read_at)", "id, 1, 'Received', '', '', '', since"),
        ("sync_alert (delivery, level, code, raised_at)", "id, 1, 'late', since"),
        (
            "inbox_event (dedupe_key, case_url, received_at)",
            "'sign-in/' || id, (SELECT url FROM remote_ref WHERE local_kind = 'case' AND local_id = delivery.id LIMIT 1), since",
        ),
    ] {
        app.change(format!("INSERT INTO {table} SELECT {values} {case}")).await;
    }
}

/// The rows of Henk before, in every table; and that none of them is left.
async fn leaves_nothing(app: &TestApp, others: &BTreeSet<String>, before: &BTreeSet<String>) {
    for table in database::tables().iter().filter(|table| !OF_NOBODY.contains(table) && !STAYS.contains(table) && **table != "session") {
        let his = before.difference(others).any(|row| row.starts_with(&format!("{table} ")));
        assert!(his, "`{table}` is new: let Henk have something in it, or say that it is of nobody");
    }
    let after = rows(app).await;
    let left: Vec<&String> = after.difference(others).collect();
    assert!(left.is_empty(), "left: {left:#?}");
    assert_eq!(&after, others, "and nothing of anybody else is gone");
    let all = database::contents(&app.url, app.engine, &["access_log"]).await;
    let named: Vec<&str> = all.lines().filter(|line| line.contains(id("henk"))).collect();
    assert!(named.iter().all(|line| line.starts_with("erasure ")), "{named:#?}");
    assert!(app.service.verify_access_log(&[]).await.unwrap().faults.is_empty());
}

/// Everything in the database that is not Henk's.
async fn without_henk(app: &TestApp) -> BTreeSet<String> {
    rows(app).await.into_iter().filter(|row| !row.contains(id("henk"))).collect()
}

async fn nothing_is_left_but_that_it_was_done(engine: Engine) {
    let app = delivering(engine).await;
    let others = without_henk(&app).await;
    let (mut henk, mut daan) = with_everything(&app).await;
    let before = rows(&app).await;
    let number = database::texts(&app.url, "SELECT reference FROM request WHERE kind = 'erasure'").await;
    let done = everything(&mut daan).await;
    assert!(done.shows(&app.dutch().t("notice-erased")), "{}", done.words());
    leaves_nothing(&app, &others, &before).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM erasure WHERE choice = 'everything' AND sealed_reason IS NULL").await, 1);
    assert_eq!(database::texts(&app.url, "SELECT request FROM erasure").await, number, "the number that the resident has");
    assert_eq!(henk.get(&format!("/r/{}", id("henk"))).await.status, 401, "signed out");
    assert!(!app.sign_in("fatma").await.open("/helping").await.shows("Henk"));
    assert!(matches!(app.service.erase_again(id("henk")).await, Err(service::Error::NotFound)));
}

async fn a_backup_brings_nobody_back(engine: Engine) {
    let app = delivering(engine).await;
    let others = without_henk(&app).await;
    with_everything(&app).await;
    let before = rows(&app).await;
    app.service.erase_again(id("henk")).await.unwrap();
    leaves_nothing(&app, &others, &before).await;
}

async fn the_daily_job_leaves_nothing_either(engine: Engine) {
    let app = delivering(engine).await;
    app.others_are_active("henk").await;
    let others = without_henk(&app).await;
    let (_, mut daan) = with_everything(&app).await;
    let request = daan.open(&format!("/work/{}/erasure", id("henk"))).await.field("request");
    let form = [("resident", id("henk")), ("request", &request), ("choice", "nothing"), ("why", "Not yet"), ("sure", "")];
    daan.submit("/api/rights/decide-erasure", &form).await;
    app.change("DELETE FROM answer".to_owned()).await;
    app.change("DELETE FROM kept_key".to_owned()).await;
    app.change("DELETE FROM draft".to_owned()).await;
    app.clock.advance(701 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM retention_notice WHERE kind = 'file'").await, 1);
    app.clock.advance(31 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    let after = rows(&app).await;
    assert_eq!(after, others);
    assert_eq!(app.number("SELECT COUNT(*) FROM erasure WHERE choice = 'nothing' AND sealed_reason IS NULL").await, 1, "what was decided, without the reason");
}

async fn what_is_going_on_is_over_first(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.others_are_active("henk").await;
    let words = app.dutch();
    let resident = id("henk");
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let mut bond = app.bond().await;
    bond.propose().await;
    let slot = [("resident", resident), ("way", "phone"), ("day", "2 12 2026"), ("time", "9"), ("minutes", "15"), ("about", ""), ("form_key", "a1")];
    daan.submit("/api/appointment/make", &slot).await;
    app.helped("henk", "fatma", &[("work", "see")]).await;
    henk.client.submit("/api/helper/object", &[("resident", resident), ("about", id("fatma")), ("objection", "")]).await;
    daan.submit("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
    asks(&mut henk.client).await;
    let path = format!("/work/{resident}/erasure");
    let expect = async |daan: &mut Client, kinds: &[&str]| {
        let page = daan.open(&path).await;
        for kind in ["review", "request", "delivery", "proposal", "agreement", "appointment", "helper", "objection"] {
            let told = page.shows(&words.t(&format!("erasure-in-the-way-{kind}")));
            assert_eq!(told, kinds.contains(&kind), "{kind} {kinds:?}: {}", page.words());
        }
        assert_eq!(page.shows(&words.t("erasure-choice-everything")), kinds.is_empty());
    };
    expect(&mut daan, &["proposal", "appointment", "helper", "objection"]).await;
    let before = app.contents().await;
    let forced = everything(&mut daan).await;
    assert!(forced.shows(&words.t("notice-conflict-erasure")), "{}", forced.words());
    assert_eq!(before, app.contents().await, "nothing half done");
    app.clock.advance(800 * DAY);
    app.change("UPDATE mandate SET until_at = until_at * 2".to_owned()).await;
    assert_eq!(app.service.sweep_retention(true).await.unwrap().told, 0, "the daily job waits for it too");
    app.clock.advance(-800 * DAY);
    let mut bond = app.bond().await;
    bond.agree(&app).await;
    expect(&mut daan, &["agreement", "appointment", "helper", "objection"]).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    for line in text.lines.iter().filter(|line| line.doer == Party::Municipality) {
        bond.municipality_does("mark", &[("line", &line.id), ("mark", "done")]).await;
    }
    daan.submit("/api/appointment/cancel", &[("resident", resident), ("appointment", &format!("{resident}-a1"))]).await;
    expect(&mut daan, &["helper", "objection"]).await;
    let objection = daan.open(&format!("/work/{resident}/helpers")).await.form("/api/helper/settle-objection").field("objection");
    daan.submit("/api/helper/settle-objection", &[("resident", resident), ("objection", &objection), ("answer", "We talked about it")]).await;
    expect(&mut daan, &["helper"]).await;
    let page = daan.submit("/api/rights/end-helpers", &[("resident", resident)]).await;
    assert!(page.shows(&words.t("notice-helpers-ended")), "{}", page.words());
    expect(&mut daan, &[]).await;
    assert!(everything(&mut daan).await.shows(&words.t("notice-erased")));
}

async fn the_end_of_a_mandate_arrives_first(engine: Engine) {
    let app = delivering(engine).await;
    let words = app.dutch();
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let mut both = app.helped("henk", "fatma", &[("work", "see")]).await;
    let code = app.invited(&mut both.resident, "henk", &[("work", "see")]).await;
    daan.submit("/api/review/conclude", &[("resident", both.id), ("again", "")]).await;
    // Without a request to be deleted this is the resident's alone.
    assert_eq!(daan.post("/api/rights/end-helpers", &[("resident", both.id)]).await.status, 404);
    asks(&mut henk.client).await;
    let withdrawn = |told: String| told.replace(' ', "").matches("\"withdrawnOn\":\"2026-11-23\"").count();
    assert_eq!(withdrawn(arrives(&app).await), 0);
    app.clock.advance(MINUTE);
    daan.submit("/api/rights/end-helpers", &[("resident", both.id)]).await;
    assert_eq!(both.helper.get(&format!("/r/{}/helping", both.id)).await.status, 404, "over at once");
    let mut joop = app.sign_in("joop").await;
    let late = joop.submit("/api/helper/join", &[("code", &code), ("name", "Joop"), ("promise", "yes")]).await;
    assert!(late.shows(&words.t("problem-code")), "{}", late.words());
    let page = daan.open(&format!("/work/{}/erasure", both.id)).await;
    assert!(page.shows(&words.t("erasure-in-the-way-delivery")) && !page.shows(&words.t("erasure-choice-everything")), "{}", page.words());
    assert_eq!(withdrawn(arrives(&app).await), 1, "the case system knows that it ended");
    assert!(everything(&mut daan).await.shows(&words.t("notice-erased")));
}

async fn others_who_write_at_that_moment_do_not_stand_in_the_way(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    for round in 0..5 {
        let mut henk = app.sent("henk", "My garden").await.client;
        let mut daan = if round == 0 { app.reviewing("daan", "henk").await } else { app.sign_in("daan").await };
        daan.submit("/api/review/conclude", &[("resident", id("henk")), ("again", "")]).await;
        asks(&mut henk).await;
        // Henk signs in on other devices and keeps his profile, over and over.
        let mut devices = [app.stranger(), app.stranger(), app.stranger()];
        let [one, two, three] = &mut devices;
        let comes = async |client: &mut Client| {
            for _ in 0..6 {
                client.post("/session/demo", &[("person", id("henk"))]).await;
                let asked = client
                    .post("/api/request/send", &[("resident", id("henk")), ("kind", "call_this_week"), ("phone", "0612345678"), ("form_key", "k9")])
                    .await;
                assert!(asked.status != 500 && asked.status != 503, "{}", asked.status);
            }
        };
        let (erased, ..) = tokio::join!(everything(&mut daan), comes(one), comes(two), comes(three));
        // Either it is done, or something came up first and stands in the way.
        let (done, later) = (erased.shows(&words.t("notice-erased")), erased.shows(&words.t("notice-conflict-erasure")));
        assert!(done || later, "{} {}", erased.status, erased.words());
        assert_eq!(app.number(&format!("SELECT COUNT(*) FROM resident WHERE id = '{}'", id("henk"))).await == 0, done);
        if done {
            return;
        }
        let open = daan.open(&format!("/work/{}", id("henk"))).await.form("/api/review/contact").field("request");
        daan.submit("/api/review/contact", &[("resident", id("henk")), ("request", &open), ("contact", "spoken")]).await;
    }
}

async fn who_never_sent_anything_does_not_stay_for_ever(engine: Engine) {
    let app = TestApp::start(engine).await;
    let there = async || app.number(&format!("SELECT COUNT(*) FROM resident WHERE id = '{}'", id("yonas"))).await;
    app.sign_in("yonas").await;
    app.clock.advance(701 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    let mut yonas = app.sign_in("yonas").await;
    let home = yonas.open(&format!("/r/{}", id("yonas"))).await;
    assert!(home.posts_to("/api/rights/keep-longer"), "told a month before: {}", home.words());
    yonas.submit("/api/rights/keep-longer", &[("resident", id("yonas")), ("kind", "file")]).await;
    for left in [1, 0] {
        app.clock.advance(31 * DAY);
        app.service.sweep_retention(false).await.unwrap();
        assert_eq!(there().await, left);
        app.clock.advance(701 * DAY);
        app.service.sweep_retention(false).await.unwrap();
    }
}

async fn accounts_that_nothing_refers_to_go(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let accounts = async || app.number("SELECT COUNT(*) FROM person WHERE subject LIKE 'mail:%'").await;
    crate::by_mail::helper(&app, "wim@voorbeeld.example", "Wim").await;
    let mut els = crate::by_mail::helper(&app, "els@voorbeeld.example", "Els").await;
    let mut henk = app.sign_in("henk").await;
    let code = app.invited(&mut henk, "henk", &[("work", "see")]).await;
    els.submit("/api/helper/join", &[("code", &code), ("name", "Els"), ("promise", "yes")]).await;
    app.change("UPDATE helper_invitation SET expires_at = expires_at * 2".to_owned()).await;
    app.change("DELETE FROM session".to_owned()).await;
    app.clock.advance(200 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    assert_eq!(accounts().await, 2);
    app.clock.advance(200 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    assert_eq!(accounts().await, 1, "Els was invited");
    let mut wim = app.stranger();
    crate::by_mail::asks(&app, &mut wim, "wim@voorbeeld.example").await;
}
