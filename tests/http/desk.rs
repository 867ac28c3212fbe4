//! The intake at the desk, by phone or from paper: marked as such, and sent with the resident's recorded agreement.

use tests::app::{id, test_bsn};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    a_desk_intake_needs_the_agreement,
    screens_at_the_desk_speak_to_the_caseworker,
    what_the_channel_tells_is_not_asked,
    desk_and_own_draft_do_not_meet,
    both_sent_at_once_are_two_versions,
    a_caseworker_cannot_send_for_the_resident,
    inviting_checks_every_field,
    inviting_again_finds_the_resident
);

async fn a_desk_intake_needs_the_agreement(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut desk = app.at_desk("daan", "henk").await;
    let words = app.dutch();
    let page = desk.see("K8").await;
    let mark = words.with("desk-mark", &[("name", "Henk de Vries".into()), ("channel", words.t("channel-desk").into())]);
    assert!(page.shows(&mark), "{mark}: {}", page.words());
    desk.type_text("K8", "Told at the desk").await;
    let draft = desk.draft().await;
    for agreement in ["", "   "] {
        let form = [("resident", desk.resident), ("way", "desk"), ("draft", draft.as_str()), ("agreement", agreement)];
        let page = desk.client.submit("/api/draft/send", &form).await;
        assert!(page.shows(&words.t("problem-not-agreed")), "{}", page.words());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 0);
    let form = [("resident", desk.resident), ("way", "desk"), ("draft", draft.as_str()), ("agreement", "Read aloud, said yes")];
    let review = desk.client.submit("/api/draft/send", &form).await;
    assert_eq!(desk.client.here, format!("/work/{}", id("henk")));
    assert!(review.shows(&words.t("channel-desk")) && review.shows("Told at the desk"));
    // The resident reads it, with how it came about and what they agreed to.
    let mut henk = app.sign_in("henk").await;
    let copy = henk.open(&format!("/r/{}/sent/1/copy", id("henk"))).await;
    assert!(copy.shows(&words.t("channel-desk")) && copy.shows("Read aloud, said yes"), "{}", copy.words());
}

async fn screens_at_the_desk_speak_to_the_caseworker(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut desk, mut own) = (app.at_desk("daan", "henk").await, app.filling("henk").await);
    let (words, name) = (app.dutch(), "Henk de Vries");
    for (screen, key) in
        [("", "overview-title"), ("/work", "opening-kept"), ("/Z3", "proposals-lead"), ("/check", "check-title"), ("/stopped", "stopped-title")]
    {
        let page = desk.client.open(&format!("/r/{}/desk{screen}", id("henk"))).await;
        assert!(page.shows(&words.attr(key, "desk")) && !page.shows(&words.t(key)), "{screen}: {}", page.words());
        assert!(page.shows(name) || screen == "/stopped", "for whom: {}", page.words());
        let page = own.client.open(&format!("/r/{}/intake{screen}", id("henk"))).await;
        assert!(page.shows(&words.t(key)) && !page.shows(&words.attr(key, "desk")), "{screen}: {}", page.words());
    }
}

async fn what_the_channel_tells_is_not_asked(engine: Engine) {
    let app = TestApp::start(engine).await;
    for (staff, story, channel, first) in [("daan", "henk", "desk", "B3"), ("daan", "yonas", "phone", "B3"), ("ilse", "ria", "paper", "B1")] {
        let mut staff = app.sign_in(staff).await;
        let started = staff.post("/api/desk/start", &[("resident", id(story)), ("channel", channel)]).await;
        assert_eq!(started.location(), format!("/r/{}/desk/{first}", id(story)), "{channel}");
    }
    // The resident's own next version begins without what only the desk told.
    let mut desk = app.at_desk("daan", "henk").await;
    desk.choose("W3", "later").await;
    let draft = desk.draft().await;
    desk.client.submit("/api/draft/send", &[("resident", desk.resident), ("way", "desk"), ("draft", &draft), ("agreement", "Said yes")]).await;
    let mut own = app.filling("henk").await;
    assert!(own.see("B1").await.ticked("choices[]").is_empty() && own.see("B2").await.ticked("choices[]").is_empty());
    assert_eq!(own.see("W3").await.ticked("choices[]"), ["later"]);
}

async fn desk_and_own_draft_do_not_meet(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My own words").await;
    let mut desk = app.at_desk("daan", "henk").await;
    assert!(!desk.see("K8").await.html.contains("My own words"));
    desk.type_text("K8", "Told at the desk").await;
    assert!(henk.see("K8").await.html.contains("My own words"));
    // The resident's draft is not at the desk, and the other way round.
    let (own, other) = (henk.draft().await, desk.draft().await);
    let before = app.contents().await;
    let form = |way, draft| [("resident", id("henk")), ("way", way), ("draft", draft), ("step", "K8"), ("base", "1"), ("text", "mixed up"), ("go", "next")];
    desk.client.post("/api/answer/keep", &form("desk", &own)).await;
    henk.client.post("/api/answer/keep", &form("intake", &other)).await;
    assert_eq!(before, app.contents().await);
}

async fn both_sent_at_once_are_two_versions(engine: Engine) {
    let app = TestApp::start(engine).await;
    for story in ["henk", "yonas"] {
        let mut own = app.filling(story).await;
        own.type_text("K8", "My own words").await;
        let mut desk = app.at_desk("daan", story).await;
        desk.type_text("K8", "Told at the desk").await;
        let (draft, at_desk) = (own.draft().await, desk.draft().await);
        let form = [("resident", own.resident), ("way", "intake"), ("draft", draft.as_str())];
        let other = [("resident", own.resident), ("way", "desk"), ("draft", at_desk.as_str()), ("agreement", "Said yes")];
        let (one, two) = tokio::join!(own.client.post("/api/draft/send", &form), desk.client.post("/api/draft/send", &other));
        assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303), "{} {}", one.words(), two.words());
        let mut copies = Vec::new();
        for number in [1, 2] {
            copies.push(own.client.open(&format!("/r/{}/sent/{number}/copy", own.resident)).await.words());
        }
        assert!(["My own words", "Told at the desk"].iter().all(|said| copies.iter().filter(|c| c.contains(said)).count() == 1), "{copies:?}");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM scan WHERE number IN (1, 2)").await, 4);
    let newest = "SELECT COUNT(*) FROM review v JOIN scan s ON s.id = v.scan WHERE s.number = 2";
    assert_eq!(app.number(newest).await, 2, "the review is about the newest");
}

async fn a_caseworker_cannot_send_for_the_resident(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My own words").await;
    let draft = henk.draft().await;
    let mut daan = app.sign_in("daan").await;
    for way in ["intake", "desk"] {
        let form = [("resident", id("henk")), ("way", way), ("draft", draft.as_str()), ("agreement", "He said yes")];
        daan.post("/api/draft/send", &form).await;
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 0);
}

async fn inviting_checks_every_field(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut daan = app.sign_in("daan").await;
    let residents = app.number("SELECT COUNT(*) FROM resident").await;
    let (long, bsn) = ("x".repeat(61), test_bsn(50));
    let wrong = [("first_name", ""), ("last_name", &long), ("bsn", "123456789"), ("phone", "12"), ("language", "nl"), ("route", ""), ("team", "nobody")];
    let page = daan.submit("/api/resident/invite", &wrong).await;
    for key in ["problem-empty-first-name", "problem-bsn", "problem-phone", "problem-empty-route", "problem-unknown-choice", "problem-title"] {
        assert!(page.shows(&app.dutch().t(key)), "{key}: {}", page.words());
    }
    assert_eq!((page.field("bsn"), page.field("last_name")), ("123456789".to_owned(), long.clone()));
    assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, residents);
    let right = [("first_name", "Noor"), ("last_name", "Test"), ("bsn", bsn.as_str()), ("phone", ""), ("language", "nl"), ("route", "short"), ("team", "werk")];
    let review = daan.submit("/api/resident/invite", &right).await;
    assert!(review.shows("Noor Test") && !review.html.contains(&bsn), "nobody sees a BSN");
    assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, residents + 1);
    let invited = daan.open("/work?show=invited").await;
    assert!(invited.shows("Noor Test"));
    assert!(!daan.open("/work/invite").await.html.contains(&bsn), "the form is empty again");
}

async fn inviting_again_finds_the_resident(engine: Engine) {
    let app = TestApp::start(engine).await;
    let residents = app.number("SELECT COUNT(*) FROM resident").await;
    let mut daan = app.sign_in("daan").await;
    let bsn = test_bsn(1);
    let again = [("first_name", "H"), ("last_name", "V"), ("bsn", bsn.as_str()), ("language", "nl"), ("route", "short"), ("team", "poort")];
    let review = daan.submit("/api/resident/invite", &again).await;
    assert_eq!(daan.here, format!("/work/{}", id("henk")));
    assert!(review.shows("Henk de Vries"), "the name that is known stays");
    assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, residents);
    let mut henk = app.filling("henk").await;
    assert!(!henk.see("check").await.shows(&app.dutch().t("W2")), "the short route from now on");
}
