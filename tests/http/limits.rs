//! What comes too often, what browsers report, and where a weakness is reported.

use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    signing_in_too_often_waits,
    sending_is_counted_per_person,
    the_calculator_is_counted,
    reports_hold_nothing_of_the_page,
    a_weakness_has_an_address
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
