//! A session that ends by itself: the warning, staying, and what was posted too late.

use tests::app::{MINUTE, id};
use tests::{Engine, Filling, TestApp, on_both_engines};

on_both_engines!(
    asking_how_long_is_no_sign_of_life,
    what_is_posted_too_late_comes_back,
    a_helper_loses_nothing_either,
    remarks_beside_the_button_that_sends_are_kept,
    nobody_else_gets_it,
    it_is_kept_for_a_quarter_of_an_hour,
    what_cannot_be_taken_now_is_there_for_its_time,
    sending_is_never_done_for_somebody,
    staying_signed_out_keeps_nothing,
);

async fn left(filling: &mut Filling) -> i64 {
    filling.client.open("/session/left").await.html.parse().unwrap()
}

async fn asking_how_long_is_no_sign_of_life(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    assert!(henk.see("K8").await.html.contains("id=\"idle\""), "the page asks in time");
    assert_eq!(left(&mut henk).await, 15 * 60);
    for minute in 1..=12 {
        app.clock.advance(MINUTE);
        assert_eq!(left(&mut henk).await, (15 - minute) * 60);
    }
    let page = henk.client.post("/session/left", &[]).await;
    assert_eq!((page.status.as_u16(), page.html.as_str(), page.header("cache-control")), (200, "900", "no-store"));
    app.clock.advance(15 * MINUTE);
    henk.see("K8").await;
    app.clock.advance(16 * MINUTE);
    assert_eq!(henk.client.post("/session/left", &[]).await.html, "0", "what is over stays over");
    assert_eq!(henk.client.get(&henk.at("K8")).await.status, 401);
    assert_eq!(app.stranger().open("/session/left").await.html, "0");
    assert!(!app.stranger().open("/help").await.html.contains("id=\"idle\""));
    let mut daan = app.sign_in("daan").await;
    assert_eq!(daan.open("/session/left").await.html, "3600");
}

async fn what_is_posted_too_late_comes_back(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "Posted too late"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    let page = henk.post_form(&form).await;
    assert_eq!(page.status, 401);
    assert!(page.shows(&app.dutch().t("signed-out-kept")), "{}", page.words());
    assert!(!app.contents().await.contains("Posted too late"));
    assert_eq!(app.number("SELECT COUNT(*) FROM answer").await, 0, "nothing is stored before they are back");
    app.clock.advance(10 * MINUTE);
    let back = henk.client.post("/session/demo", &[("person", id("henk"))]).await;
    assert_eq!(back.location(), henk.at("K9"), "on where it leads");
    assert!(henk.see("K8").await.html.contains("Posted too late"));
    assert_eq!(app.number("SELECT COUNT(*) FROM ended_session").await, 0);
    // The script of the page hears that it is signed out; what it posted is kept all the same. The last post counts.
    let form = henk.form("K8", &[("text", "From the script"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(henk.client.post_as_script("/api/answer/keep", &fields).await.status, 401);
    let changed: Vec<(&str, &str)> = fields.iter().map(|(n, v)| if *n == "text" { (*n, "At last") } else { (*n, *v) }).collect();
    assert_eq!(henk.client.post_as_script("/api/answer/keep", &changed).await.status, 401);
    henk.client.post("/session/demo", &[("person", id("henk"))]).await;
    assert!(henk.see("K8").await.html.contains("At last"));
}

async fn a_helper_loses_nothing_either(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let helping = app.helped("henk", "fatma", &[("strength", "fill_in")]).await;
    let mut fatma = helping.filling();
    fatma.client.submit("/api/helping/begin", &[("resident", id("henk"))]).await;
    let form = fatma.form("K8", &[("text", "Typed by Fatma"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    let page = fatma.post_form(&form).await;
    assert!(page.status == 401 && page.shows(&app.dutch().t("signed-out-kept")), "{} {}", page.status, page.words());
    assert!(!app.contents().await.contains("Typed by Fatma"));
    fatma.client.post("/session/demo", &[("person", id("fatma"))]).await;
    assert!(fatma.see("K8").await.html.contains("Typed by Fatma"));
    // What is asked for good is asked by who is signed in, whoever has the device meanwhile.
    let mut henk = app.sign_in("henk").await;
    app.clock.advance(16 * MINUTE);
    let asked = henk.post("/api/request/send", &[("resident", id("henk")), ("kind", "erasure"), ("form_key", "k1")]).await;
    assert!(!asked.shows(&app.dutch().t("signed-out-kept")), "{}", asked.words());
    henk.post("/session/demo", &[("person", id("henk"))]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 0);
}

async fn remarks_beside_the_button_that_sends_are_kept(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.propose().await;
    let line = app.agreement("henk", "henk").await.proposed().unwrap().version.text.lines[0].id.clone();
    bond.answers(1, &line, "talk").await;
    app.clock.advance(16 * MINUTE);
    let remark = format!("typed[remarks][line-{line}]");
    let sent = bond.henk.post("/api/agreement/send", &[("resident", bond.resident), ("number", "1"), ("revision", "1"), (&remark, "On Tuesday?")]).await;
    assert!(sent.status == 401 && sent.shows(&app.dutch().t("signed-out-kept")), "{} {}", sent.status, sent.words());
    let back = bond.henk.post("/session/demo", &[("person", id("henk"))]).await;
    assert_eq!(back.location(), bond.own());
    assert!(bond.henk.open(&bond.own()).await.html.contains("On Tuesday?"));
    let agreement = app.agreement("henk", "henk").await;
    assert_eq!(agreement.sheet.answers[&line].words, "On Tuesday?");
    assert!(agreement.proposed().unwrap().version.answers.of(&line, agreement.side).is_none(), "nothing was sent");
    // A helper's contact with the resident.
    let mut both = app.helped("henk", "fatma", &[("work", "see")]).await;
    app.clock.advance(16 * MINUTE);
    let contact = [("resident", id("henk")), ("day", "20 11 2026"), ("minutes", "30"), ("way", "phone")];
    assert_eq!(both.helper.post("/api/helping/contact", &contact).await.status, 401);
    both.helper.post("/session/demo", &[("person", id("fatma"))]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_contact").await, 1);
}

async fn nobody_else_gets_it(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "Words of Henk"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    henk.post_form(&form).await;
    for other in ["samira", "daan", "fatma"] {
        let page = henk.client.post("/session/demo", &[("person", id(other))]).await;
        assert_ne!(page.location(), henk.at("K9"), "{other}");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM answer").await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM ended_session WHERE sealed_post IS NOT NULL").await, 1);
    // Henk himself gets it, on whatever device; once.
    let mut elsewhere = app.sign_in("henk").await;
    assert!(elsewhere.open(&henk.at("K8")).await.html.contains("Words of Henk"));
    assert_eq!(app.stranger().post("/session/demo", &[("person", id("henk"))]).await.location(), format!("/r/{}", id("henk")));
}

async fn it_is_kept_for_a_quarter_of_an_hour(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "Too late"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    henk.post_form(&form).await;
    app.clock.advance(16 * MINUTE);
    assert_eq!(henk.client.clone().post("/session/demo", &[("person", id("henk"))]).await.location(), format!("/r/{}", id("henk")));
    assert_eq!(app.number("SELECT COUNT(*) FROM answer").await, 0);
    // And goes when nobody comes.
    let mut samira = app.filling("samira").await;
    let form = samira.form("K8", &[("text", "Too late"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    samira.post_form(&form).await;
    app.service.sweep_sessions().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM ended_session").await, 1);
    app.clock.advance(16 * MINUTE);
    app.service.sweep_sessions().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM ended_session").await, 0);
}

async fn what_cannot_be_taken_now_is_there_for_its_time(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.reviewing("daan", "henk").await;
    // A colleague's resident, whom Marieke opens with a reason that holds for a while.
    app.change(format!("UPDATE person SET team = 'werk' WHERE id = '{}'", id("marieke"))).await;
    let mut marieke = app.sign_in("marieke").await;
    let note = [("resident", id("henk")), ("note", "Called twice"), ("form_key", "n1")];
    marieke.submit("/api/access/reason", &[("resident", id("henk")), ("reason", "Daan is ziek vandaag")]).await;
    app.clock.advance(9 * 60 * MINUTE);
    assert_eq!(marieke.post("/api/review/note", &note).await.status, 401);
    let kept = "SELECT COUNT(*) FROM ended_session WHERE sealed_post IS NOT NULL";
    assert_eq!(app.number(kept).await, 1);
    marieke.post("/session/demo", &[("person", id("marieke"))]).await;
    assert_eq!((app.number("SELECT COUNT(*) FROM note").await, app.number(kept).await), (0, 1), "she has to say why again");
    // Ending every session ends that too.
    assert!(app.service.end_sessions(Some("")).await.is_err(), "nobody is not everybody");
    app.service.end_sessions(Some(id("marieke"))).await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM ended_session").await, 0);
}

async fn sending_is_never_done_for_somebody(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let draft = henk.draft().await;
    app.clock.advance(16 * MINUTE);
    for path in ["/api/draft/send", "/api/draft/discard"] {
        let page = henk.client.post(path, &[("resident", id("henk")), ("way", "intake"), ("draft", &draft)]).await;
        assert_eq!(page.status, 401);
        assert!(!page.shows(&app.dutch().t("signed-out-kept")));
    }
    henk.client.post("/session/demo", &[("person", id("henk"))]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 0);
    assert!(henk.see("K8").await.html.contains("My garden"));
}

async fn staying_signed_out_keeps_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "After signing out"), ("go", "next")]).await;
    let kept = henk.client.cookies.clone();
    henk.client.post("/session/end", &[]).await;
    // Somebody else with the old cookie: the session was ended by its owner.
    henk.client.cookies = kept;
    assert_eq!(henk.post_form(&form).await.status, 401);
    assert_eq!(app.number("SELECT COUNT(*) FROM ended_session").await, 0);
    henk.client.post("/session/demo", &[("person", id("henk"))]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM answer").await, 0);
}
