//! What comes too often, what browsers report, and where a weakness is reported.

use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    signing_in_too_often_waits,
    sending_is_counted_per_person,
    the_calculator_is_counted,
    reports_hold_nothing_of_the_page,
    a_weakness_has_an_address,
    only_what_our_own_proxy_saw_counts,
    asking_for_what_one_may_not_see_ends,
    what_a_session_typed_is_bounded,
);

async fn signing_in_too_often_waits(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.limits.sign_in = Some(5)).await;
    let mut client = app.stranger();
    for _ in 0..5 {
        assert_eq!(client.post("/session/demo", &[("person", "nobody")]).await.status, 404);
    }
    let page = client.post("/session/demo", &[("person", id("henk"))]).await;
    assert_eq!((page.status.as_u16(), page.header("retry-after"), page.header("set-cookie")), (429, "12", ""));
    assert!(page.is_page() && page.shows(&app.dutch().t("refused-too-often")));
    assert_eq!(client.get("/sign-in/residents/return?code=a").await.status, 429, "every step of it");
    client.open("/sign-in").await;
    client.open("/help").await;
    app.clock.advance(MINUTE);
    assert_eq!(client.post("/session/demo", &[("person", id("henk"))]).await.status, 303);
    // A header that anybody can write does not make somebody else.
    for n in 0..10 {
        let request =
            client.request(http::Method::POST, "/session/demo").header("content-type", tests::client::FORM).header("x-forwarded-for", format!("10.0.0.{n}"));
        let status = client.ask(request.body(tests::client::encode(&[("person", "nobody")])).unwrap()).await.status;
        assert_eq!(status, if n < 4 { 404 } else { 429 }, "{n}");
    }
}

/// Tries to sign in as nobody, sent on by a proxy that wrote `lines`.
async fn forwarded(app: &TestApp, lines: &[&str]) -> u16 {
    let mut client = app.stranger();
    let mut request = client.request(http::Method::POST, "/session/demo").header("content-type", tests::client::FORM);
    for line in lines {
        request = request.header("x-forwarded-for", *line);
    }
    client.ask(request.body(tests::client::encode(&[("person", "nobody")])).unwrap()).await.status.as_u16()
}

async fn only_what_our_own_proxy_saw_counts(engine: Engine) {
    let limited = async || {
        let app = TestApp::with(engine, |settings| {
            settings.limits.sign_in = Some(2);
            settings.http.behind_proxy = true;
        });
        app.await
    };
    // A proxy that adds a line of its own below the one that the visitor sent, and one that adds to that line.
    let app = limited().await;
    let mut seen = Vec::new();
    for n in 0..4 {
        let (own, forged) = (format!("10.0.0.{n}"), format!("10.0.1.{n}, 203.0.113.7"));
        seen.push(if n % 2 == 0 { forwarded(&app, &[&own, "203.0.113.7"]).await } else { forwarded(&app, &[&forged]).await });
    }
    assert_eq!(seen, [404, 404, 429, 429]);
    // Some proxies write the port too.
    let app = limited().await;
    let mut seen = Vec::new();
    for line in ["203.0.113.7:51234", "203.0.113.7:51235", "203.0.113.7", "203.0.113.8:51234", "[2001:db8::1]:51234"] {
        seen.push(forwarded(&app, &[line]).await);
    }
    assert_eq!(seen, [404, 404, 429, 404, 404]);
    // Whoever has one IPv6 address has all of its network.
    let app = limited().await;
    let mut seen = Vec::new();
    for n in 0..4 {
        seen.push(forwarded(&app, &[&format!("2001:db8:0:7:{n}::{n}")]).await);
    }
    seen.push(forwarded(&app, &["2001:db8:0:8::1"]).await);
    assert_eq!(seen, [404, 404, 429, 429, 404]);
}

async fn asking_for_what_one_may_not_see_ends(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.limits.refused = Some(4)).await;
    let mut henk = app.sign_in("henk").await;
    let lines = async || app.number("SELECT COUNT(*) FROM access_log WHERE outcome = 'refused'").await;
    let mut seen = Vec::new();
    for n in 0..6 {
        let other = format!("/r/{:032x}", n + 1_000);
        seen.push(if n % 2 == 0 {
            henk.get(&other).await.status.as_u16()
        } else {
            henk.post("/api/draft/start", &[("resident", id("samira"))]).await.status.as_u16()
        });
    }
    assert_eq!(seen, [404, 404, 404, 404, 429, 429]);
    assert_eq!(lines().await, 4, "and the log does not grow with it");
    assert_eq!(henk.get(&format!("/r/{}", id("henk"))).await.status, 429, "until some time has passed");
    app.sign_in("samira").await.open(&format!("/r/{}", id("samira"))).await;
    app.clock.advance(MINUTE / 2);
    henk.open(&format!("/r/{}", id("henk"))).await;
}

async fn what_a_session_typed_is_bounded(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut daan = app.sign_in("daan").await;
    // Wrong in itself, and about nobody whom he may see: nothing is kept.
    let long = "x".repeat(5_000);
    daan.post("/api/review/hand-over", &[("resident", "nobody"), ("to", "")]).await;
    let mut henk = app.sign_in("henk").await;
    henk.post("/api/agreement/answer", &[("resident", id("samira")), ("number", "1"), ("answer", "l:talk"), ("typed[remarks][line-l]", &long)]).await;
    henk.post("/api/agreement/mark", &[("resident", id("samira")), ("line", "l"), ("mark", "cannot_now"), ("told", "yes"), ("words", &long)]).await;
    henk.post("/api/agreement/steps", &[("resident", id("samira")), ("line", "l"), ("step_1", &long)]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM typed").await, 0);
    // The oldest forms go.
    let mut filling = app.filling("henk").await;
    let session = app.service.session(filling.client.cookies.get("meedoen").unwrap()).await.unwrap().unwrap();
    let typed = service::typed::Typed::notice("notice-taken");
    for n in 0..60 {
        app.clock.advance(1);
        app.service.keep_typed(&session, &format!("form/{n}"), &typed).await.unwrap();
    }
    app.service.keep_typed(&session, &"x".repeat(201), &typed).await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM typed").await, 50);
    assert!(app.service.typed(&session, "form/59").await.unwrap() == typed);
    filling.see("K8").await;
}

async fn sending_is_counted_per_person(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.limits.send = Some(3)).await;
    let (mut henk, mut samira) = (app.sign_in("henk").await, app.sign_in("samira").await);
    let request =
        |story: &str, key: String| [("resident", id(story).to_owned()), ("kind", "appointment".to_owned()), ("phone", String::new()), ("form_key", key)];
    for n in 0..5 {
        let form = request("henk", format!("k{n}"));
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let status = henk.post("/api/request/send", &form).await.status;
        assert_eq!(status, if n < 3 { 303 } else { 429 }, "{n}");
    }
    let form = request("samira", "s1".into());
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(samira.post("/api/request/send", &form).await.status, 303, "somebody else at the same address");
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 4);
}

async fn the_calculator_is_counted(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.limits.calculate = Some(2)).await;
    let mut client = app.stranger();
    for n in 0..4 {
        let status = client.post("/calculator", &[("step", "household")]).await.status;
        assert_eq!(status == 429, n >= 2, "{n}: {status}");
    }
    client.open("/calculator").await;
}

async fn reports_hold_nothing_of_the_page(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut client = app.stranger();
    let policy = client.open("/help").await.header("content-security-policy").to_owned();
    assert!(policy.ends_with("report-uri /reports/policy"), "{policy}");
    for body in [
        "{\"csp-report\":{\"effective-directive\":\"script-src-elem\",\"document-uri\":\"https://x/r/Reportdoorn\",\"script-sample\":\"Reportdoorn\"}}",
        "{\"csp-report\":{\"violated-directive\":\"REPORT\\nDOORN\"}}",
        "not json",
        "",
        "[[[[",
    ] {
        assert_eq!(client.tell("/reports/policy", None, body.as_bytes()).await, 204, "{body}");
    }
    assert_eq!(client.tell("/reports/policy", None, &vec![b'a'; 20_000]).await, 413);
    let log = tests::log::text();
    assert!(log.contains("script-src-elem") && !log.contains("Reportdoorn") && !log.contains("DOORN"));
}

async fn a_weakness_has_an_address(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.http.security_contact = "mailto:veilig@voorbeeld.example".into()).await;
    let text = app.stranger().open("/.well-known/security.txt").await;
    assert!(text.header("content-type").starts_with("text/plain"));
    assert!(text.html.starts_with("Contact: mailto:veilig@voorbeeld.example\nExpires: 2027-05-22T"), "{}", text.html);
    assert_eq!(TestApp::start(engine).await.stranger().get("/.well-known/security.txt").await.status, 404);
}
