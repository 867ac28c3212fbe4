//! Signing in and out: cookies, how long a session lives, the demo that exists nowhere else, and the language.

use service::settings::Mode;
use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    the_cookie_is_out_of_reach,
    signing_out_ends_the_session,
    a_session_is_never_taken_over,
    a_session_ends_by_itself,
    staff_have_their_own_hours,
    the_demo_exists_in_the_demo_only,
    the_language_is_switched_and_the_page_stays,
    signed_out_in_the_middle_loses_nothing,
    one_browser_one_person,
);

async fn the_cookie_is_out_of_reach(engine: Engine) {
    let app = TestApp::start(engine).await;
    let page = app.stranger().post("/session/demo", &[("person", id("henk"))]).await;
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("meedoen=") && cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"), "{cookie}");
    assert!(!cookie.contains("Domain") && !cookie.contains("Max-Age") && !cookie.contains("Expires"), "gone with the browser: {cookie}");
    let token = cookie.split(['=', ';']).nth(1).unwrap();
    assert!(token.len() >= 43, "{token}");
    assert!(!app.contents().await.contains(token), "the database knows its hash only");
    let app = TestApp::with(engine, |settings| settings.http.public_url = Some("https://meedoen.example".into())).await;
    let mut client = app.stranger();
    let request = client.request(http::Method::POST, "/session/demo").header("origin", "https://meedoen.example").header("content-type", tests::client::FORM);
    let page = client.ask(request.body(tests::client::encode(&[("person", id("henk"))])).unwrap()).await;
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-meedoen=") && cookie.contains("; Secure") && !cookie.contains("Domain"), "{cookie}");
}

async fn signing_out_ends_the_session(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let kept = henk.clone();
    let page = henk.post("/session/end", &[]).await;
    assert_eq!(page.location(), "/signed-out");
    assert!(page.header("clear-site-data").contains("storage"), "nothing stays on the phone");
    assert!(henk.cookies.is_empty());
    let mut thief = kept;
    assert_eq!(thief.get(&format!("/r/{}", id("henk"))).await.status, 401, "the token is worth nothing any more");
    assert!(henk.open("/signed-out").await.shows(&app.dutch().t("gone-title")));
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 0);
    assert_eq!(app.stranger().post("/session/end", &[]).await.status, 303, "whoever was not signed in goes the same way");
}

async fn a_session_is_never_taken_over(engine: Engine) {
    let app = TestApp::start(engine).await;
    // A token that somebody planted is not the one that comes out of signing in.
    let mut client = app.stranger();
    client.cookies.insert("meedoen".into(), "planted".into());
    client.post("/session/demo", &[("person", id("henk"))]).await;
    assert_ne!(client.cookies["meedoen"], "planted");
    // Signing in again ends the session before.
    let mut before = client.clone();
    client.post("/session/demo", &[("person", id("samira"))]).await;
    assert_eq!(before.get(&format!("/r/{}", id("henk"))).await.status, 401);
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 1);
    for token in ["", "x", &"a".repeat(5000), "'; DROP TABLE session; --"] {
        let mut guesser = app.stranger();
        guesser.cookies.insert("meedoen".into(), token.into());
        assert_eq!(guesser.get(&format!("/r/{}", id("henk"))).await.status, 401);
    }
}

async fn a_session_ends_by_itself(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    // Somebody who goes on stays signed in, up to twelve hours.
    for _ in 0..(12 * 6) {
        app.clock.advance(10 * MINUTE);
        henk.see("K8").await;
    }
    app.clock.advance(MINUTE);
    assert_eq!(henk.client.get(&henk.at("K8")).await.status, 401, "twelve hours and a minute");
    let mut henk = app.filling("henk").await;
    app.clock.advance(14 * MINUTE);
    henk.see("K8").await;
    app.clock.advance(16 * MINUTE);
    let page = henk.client.get(&henk.at("K8")).await;
    assert_eq!(page.status, 401);
    assert!(page.shows(&app.dutch().t("signed-out-title")) && page.addresses().contains(&format!("/sign-in?back={}", henk.at("K8"))));
    assert_eq!(app.number("SELECT COUNT(*) FROM session").await, 0, "what ended is gone from the store");
}

async fn staff_have_their_own_hours(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.session.staff_idle_minutes = 45).await;
    let mut daan = app.sign_in("daan").await;
    app.clock.advance(44 * MINUTE);
    assert_eq!(daan.get("/work").await.status, 200);
    app.clock.advance(46 * MINUTE);
    assert_eq!(daan.get("/work").await.status, 401);
    app.sign_in("daan").await;
    app.clock.advance(13 * 60 * MINUTE);
    assert_eq!(app.service.sweep_sessions().await.unwrap(), 1);
}

async fn the_demo_exists_in_the_demo_only(engine: Engine) {
    let app = TestApp::with(engine, |settings| {
        settings.mode = Mode::Test;
        settings.http.public_url = Some("http://meedoen.example".into());
    })
    .await;
    let mut client = app.stranger();
    for person in [id("henk"), "", "nobody"] {
        let request = client.request(http::Method::POST, "/session/demo").header("content-type", tests::client::FORM);
        let page = client.ask(request.body(tests::client::encode(&[("person", person)])).unwrap()).await;
        assert_eq!((page.status.as_u16(), page.header("set-cookie")), (404, ""));
        assert!(page.is_page());
    }
    assert_eq!(client.get("/sign-in").await.status, 404);
    assert!(!client.open("/help").await.shows(&app.dutch().t("demo-bar")));
    let demo = TestApp::start(engine).await;
    assert!(demo.stranger().open("/help").await.shows(&demo.dutch().t("demo-bar")), "the demo says on every page that it is one");
    assert!(demo.stranger().open("/sign-in").await.shows("Henk de Vries"));
    assert_eq!(demo.stranger().post("/session/demo", &[("person", "nobody")]).await.status, 404);
}

async fn the_language_is_switched_and_the_page_stays(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let page = henk.see("K8").await;
    let back = page.form("/session/language").field("back");
    assert_eq!(back, henk.at("K8"));
    let english = henk.client.submit("/session/language", &[("language", "en"), ("back", &back)]).await;
    assert!(english.html.contains("<html lang=\"en\"") && english.shows(&app.english().t("K8")), "{}", english.words());
    // The next session of the same browser starts in the same language, before and after signing in.
    henk.client.post("/session/end", &[]).await;
    assert!(henk.client.open("/").await.html.contains("<html lang=\"en\""));
    for back in ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1", "", "evil", "/%0d%0aLocation:x"]
    {
        let page = app.stranger().post("/session/language", &[("language", "nl"), ("back", back)]).await;
        assert_eq!((page.status.as_u16(), page.location()), (303, "/"), "{back:?}");
    }
    for language in ["tlh", "", "nl; Domain=evil.example", "../../etc"] {
        let page = app.stranger().post("/session/language", &[("language", language), ("back", "/help")]).await;
        assert_eq!((page.location(), page.header("set-cookie")), ("/help", ""), "{language:?}");
    }
    let mut english = app.stranger();
    let request = english.request(http::Method::GET, "/").body(Vec::new().into()).map(|mut r: http::Request<_>| {
        r.headers_mut().insert("accept-language", "fr-FR, en-GB;q=0.8, nl;q=0.5".parse().unwrap());
        r
    });
    assert!(english.ask(request.unwrap()).await.html.contains("<html lang=\"en\""), "the first language of the browser that is on offer");
}

async fn signed_out_in_the_middle_loses_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let form = henk.form("K9", &[("choices[]", "little"), ("go", "next")]).await;
    app.clock.advance(20 * MINUTE);
    let page = henk.post_form(&form).await;
    assert_eq!(page.status, 401);
    assert!(page.is_page() && page.shows(&app.dutch().t("signed-out-kept")));
    let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(henk.client.post_as_script("/api/answer/keep", &fields).await.status, 401, "the script hears it and keeps its copy");
    let mut again = app.filling("henk").await;
    assert!(again.see("K8").await.html.contains("My garden"));
    assert_eq!(again.client.post("/api/draft/start", &[("resident", again.resident)]).await.location(), again.at("K10"), "what was posted too late is there");
}

async fn one_browser_one_person(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "Henk's words"), ("go", "next")]).await;
    // Samira signs in on the same phone; Henk's page is still open in another tab.
    henk.client.post("/session/demo", &[("person", id("samira"))]).await;
    assert_eq!(henk.post_form(&form).await.status, 404);
    henk.client.post("/api/draft/start", &[("resident", id("samira"))]).await;
    assert_eq!(henk.post_form(&form).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM answer").await, 0, "no value of one in the other");
}
