//! The log of access: what is written, that it cannot be changed unseen, who reads it, and the reason that is asked.

use service::access::Fault;
use tests::app::{MINUTE, id, test_bsn};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    every_look_is_written_before_it_is_seen,
    the_resident_reads_who_looked,
    a_colleague_says_why,
    a_change_is_found,
    days_and_processes_are_tied_together,
    lines_are_handed_out_without_a_name,
    a_log_that_cannot_be_written_shows_nothing,
);

async fn lines(app: &TestApp, condition: &str) -> i64 {
    app.service.flush_access_log().await.unwrap();
    app.number(&format!("SELECT COUNT(*) FROM access_log WHERE {condition}")).await
}

async fn every_look_is_written_before_it_is_seen(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.sign_in("daan").await;
    daan.open(&format!("/work/{}", id("henk"))).await;
    // No flush: what somebody else sees is in the store.
    let seen = format!("person = '{}' AND resident = '{}' AND activity = 'ReadSent' AND outcome = 'done' AND origin = '127.0.0.1'", id("daan"), id("henk"));
    assert!(app.number(&format!("SELECT COUNT(*) FROM access_log WHERE {seen}")).await > 0);
    let mut samira = app.sign_in("samira").await;
    assert_eq!(samira.get(&format!("/r/{}", id("henk"))).await.status, 404);
    assert!(lines(&app, &format!("person = '{}' AND resident = '{}' AND outcome = 'refused'", id("samira"), id("henk"))).await > 0, "the attempt too");
    assert!(lines(&app, &format!("person = '{0}' AND resident = '{0}' AND activity = 'Send'", id("henk"))).await > 0);
    assert!(lines(&app, &format!("person = '{}' AND activity = 'SignIn'", id("henk"))).await > 0);
    samira.get("/r/nonsense-of-an-address").await;
    samira.get(&format!("/r/{}", test_bsn(3))).await;
    assert_eq!(lines(&app, &format!("resident LIKE '%nonsense%' OR resident = '{}'", test_bsn(3))).await, 0, "what came from an address is not kept");
    assert_eq!(app.service.verify_access_log(&[]).await.unwrap().faults, []);
}

async fn the_resident_reads_who_looked(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let page = format!("/r/{}/access", id("henk"));
    assert!(henk.client.open(&page).await.shows(&app.dutch().t("access-nobody")));
    app.reviewing("daan", "henk").await.open(&format!("/work/{}", id("henk"))).await;
    let home = henk.client.open(&format!("/r/{}", id("henk"))).await;
    assert!(home.addresses().contains(&page), "one tap from home");
    let seen = henk.client.open(&page).await;
    assert!(seen.shows("Daan Visser, team Werk & Participatie"), "{}", seen.words());
    assert!(seen.shows(&app.dutch().t("access-did-read")) && seen.shows("U was zelf op 1 dag hier."));
    assert!(!seen.shows("Marieke") && !seen.shows(&app.dutch().t("access-did-desk")), "nobody filled in anything");
}

async fn a_colleague_says_why(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    app.reviewing("daan", "henk").await;
    // Marieke works in the same team from now on.
    app.change(format!("UPDATE person SET team = 'werk' WHERE id = '{}'", id("marieke"))).await;
    let mut marieke = app.sign_in("marieke").await;
    let review = format!("/work/{}", id("henk"));
    for page in [review.clone(), format!("{review}/version/1"), format!("{review}/ask")] {
        let asked = marieke.get(&page).await;
        assert_eq!(asked.status, 403, "{page}");
        assert!(asked.shows(&app.dutch().t("look-why-title")) && !asked.html.contains("My garden") && !asked.shows("Henk"), "{}", asked.words());
    }
    assert!(marieke.bytes(&format!("{review}/version/1/self-scan.pdf")).await.is_empty());
    assert_eq!(marieke.post("/api/review/note", &[("resident", id("henk")), ("note", "Called")]).await.status, 404);
    for reason in ["", "  ", "x", &"a".repeat(301)] {
        marieke.post("/api/access/reason", &[("resident", id("henk")), ("reason", reason)]).await;
        let again = marieke.get(&review).await;
        assert_eq!(again.status, 403);
        assert!(again.html.contains("reason-error"), "what is wrong stands beside it");
    }
    let page = marieke.submit("/api/access/reason", &[("resident", id("henk")), ("reason", "Daan is ziek vandaag")]).await;
    assert!(page.html.contains("My garden"));
    assert!(!app.contents().await.contains("Daan is ziek"), "the reason is sealed");
    let seen = henk.client.open(&format!("/r/{}/access", id("henk"))).await;
    assert!(seen.shows("Marieke Jansen, team Werk & Participatie") && seen.shows("Daan is ziek vandaag"), "{}", seen.words());
    app.clock.advance(9 * 60 * MINUTE);
    let mut marieke = app.sign_in("marieke").await;
    assert_eq!(marieke.get(&review).await.status, 403, "a reason holds for a working day");
    // A reason opens nothing that was closed.
    let mut ilse = app.sign_in("ilse").await;
    assert_eq!(ilse.post("/api/access/reason", &[("resident", id("henk")), ("reason", "Just looking")]).await.status, 404);
    assert_eq!(ilse.get(&review).await.status, 404);
}

async fn a_change_is_found(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.reviewing("daan", "henk").await.open(&format!("/work/{}", id("henk"))).await;
    app.service.flush_access_log().await.unwrap();
    let good = app.service.verify_access_log(&[]).await.unwrap();
    assert!(good.faults.is_empty() && good.lines > 10 && good.chains == 1, "{good:?}");
    let number = |n: i64| format!("number = {n}");
    for (column, value) in
        [("person", id("ilse")), ("resident", ""), ("outcome", "refused"), ("origin", "10.0.0.1"), ("activity", "ReadOwn2"), ("role", "helper")]
    {
        let before = tests::database::texts(&app.url, &format!("SELECT {column} FROM access_log WHERE {}", number(3))).await.remove(0);
        app.change(format!("UPDATE access_log SET {column} = '{value}' WHERE {}", number(3))).await;
        let told = app.service.verify_access_log(&[]).await.unwrap();
        assert!(matches!(told.faults.as_slice(), [Fault::Changed(_, 3)]), "{column}: {:?}", told.faults);
        app.change(format!("UPDATE access_log SET {column} = '{before}' WHERE {}", number(3))).await;
    }
    app.change(format!("UPDATE access_log SET at = at + 1 WHERE {}", number(4))).await;
    assert!(matches!(app.service.verify_access_log(&[]).await.unwrap().faults.as_slice(), [Fault::Changed(_, 4)]));
    app.change(format!("UPDATE access_log SET at = at - 1 WHERE {}", number(4))).await;
    // The end cut off is found by who kept the newest hash.
    let last = i64::try_from(good.lines).unwrap();
    app.change(format!("DELETE FROM access_log WHERE {}", number(last))).await;
    assert_eq!(app.service.verify_access_log(std::slice::from_ref(&good.head)).await.unwrap().faults, [Fault::Missing(good.head)]);
    app.change(format!("DELETE FROM access_log WHERE {}", number(5))).await;
    assert!(matches!(app.service.verify_access_log(&[]).await.unwrap().faults.as_slice(), [Fault::Gap(_, 6)]));
    app.change(format!("DELETE FROM access_log WHERE {}", number(1))).await;
    assert_eq!(app.service.verify_access_log(&[]).await.unwrap().faults.len(), 3);
}

async fn days_and_processes_are_tied_together(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
    app.service.flush_access_log().await.unwrap();
    let first = app.service.verify_access_log(&[]).await.unwrap();
    app.clock.advance(24 * 60 * MINUTE);
    app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
    app.service.flush_access_log().await.unwrap();
    app.clock.advance(MINUTE);
    let other = server::startup::open((*app.service.settings).clone(), app.clock.clone()).await.unwrap();
    other.sign_in(id("henk"), None).await.unwrap();
    other.flush_access_log().await.unwrap();
    other.db.close().await;
    let told = app.service.verify_access_log(&[first.head]).await.unwrap();
    assert_eq!((told.chains, told.faults.as_slice()), (3, [].as_slice()));
    // A whole day taken out is missed by the next.
    let days = tests::database::texts(&app.url, "SELECT DISTINCT chain FROM access_log ORDER BY chain").await;
    app.change(format!("DELETE FROM access_log WHERE chain = '{}'", days[1])).await;
    let told = app.service.verify_access_log(&[]).await.unwrap();
    assert_eq!(told.faults, [Fault::Untied(days[2].clone())]);
}

async fn lines_are_handed_out_without_a_name(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
    app.service.flush_access_log().await.unwrap();
    let lines = app.service.access_lines("", 0).await.unwrap();
    let mut traces = std::collections::BTreeSet::new();
    for line in &lines {
        let told = line.as_processing(&app.service.keys).unwrap();
        for name in ["trace_id", "operation_id", "status", "name", "start_time", "end_time"] {
            assert!(told[name].as_str().is_some_and(|text| !text.is_empty()), "{name}");
        }
        assert!(told["attributes"]["dpl.core.processing_activity_id"].as_str().unwrap().starts_with("urn:meedoen:activity:"));
        assert!(!told["attributes"]["dpl.core.data_subject_id"].as_str().unwrap().contains(id("henk")), "the subject is encrypted");
        traces.insert(told["trace_id"].to_string());
    }
    assert!(!lines.is_empty() && traces.len() == lines.len());
}

async fn a_log_that_cannot_be_written_shows_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    app.service.flush_access_log().await.unwrap();
    app.change("ALTER TABLE access_log RENAME TO away".into()).await;
    let page = daan.get(&format!("/work/{}", id("henk"))).await;
    assert_eq!(page.status, 503);
    assert!(!page.html.contains("My garden"));
    app.change("ALTER TABLE away RENAME TO access_log".into()).await;
    daan.open(&format!("/work/{}", id("henk"))).await;
    let told = app.service.verify_access_log(&[]).await.unwrap();
    assert_eq!(told.faults, [], "what waited was written");
}
