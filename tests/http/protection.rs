//! What stands around every answer: headers, the policy for scripts, refusal of other sites, caching of built files.

use http::{Method, header};
use std::collections::BTreeSet;
use tests::app::id;
use tests::client::{FORM, encode};
use tests::page::attribute;
use tests::{Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    every_answer_has_the_headers,
    what_is_no_page_has_headers_too,
    each_page_has_a_nonce_of_its_own,
    a_page_loads_only_what_it_needs,
    other_sites_change_nothing,
    personal_pages_are_not_stored,
    built_files_are_cached_for_good,
    the_portal_says_how_it_is,
);

const HEADERS: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("cache-control", "no-store"),
];

async fn every_answer_has_the_headers(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let mut answers: Vec<Page> = Vec::new();
    for path in ["/", "/help", "/nowhere", "/sign-in", "/work", &format!("/r/{}", id("henk")), &henk.at("K8"), &henk.at("nowhere")] {
        answers.push(henk.client.get(path).await);
        answers.push(app.stranger().get(path).await);
    }
    answers.push(henk.client.post("/api/answer/keep", &[("resident", id("samira"))]).await);
    answers.push(henk.client.post("/api/answer/keep", &[("text", &"x".repeat(100_000))]).await);
    answers.push(henk.client.post("/api/draft/start", &[("resident", id("henk"))]).await);
    answers.push(henk.client.post("/session/end", &[]).await);
    for page in answers {
        for (name, value) in HEADERS {
            assert_eq!(page.header(name), value, "{name}: {} {}", page.status, page.words());
        }
        let policy = page.header("content-security-policy");
        for part in
            ["default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "'strict-dynamic' 'wasm-unsafe-eval'"]
        {
            assert!(policy.contains(part), "{part}: {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(page.header("server").is_empty() && page.header("x-powered-by").is_empty());
        assert!(page.header("strict-transport-security").is_empty(), "not over plain http");
    }
    let app = TestApp::with(engine, |settings| settings.http.public_url = Some("https://meedoen.example".into())).await;
    assert_eq!(app.stranger().open("/").await.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

async fn what_is_no_page_has_headers_too(engine: Engine) {
    let app = TestApp::with(engine, |settings| {
        settings.http.public_url = Some("https://meedoen.example".into());
        settings.http.security_contact = "mailto:s@meedoen.example".into();
    })
    .await;
    let mut client = app.stranger();
    for path in
        ["/favicon.svg", "/robots.txt", "/assets/nothing.js", "/calendar/nothing", "/metrics", "/.well-known/security.txt", "/health/live", "/session/left"]
    {
        let page = client.get(path).await;
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path} {}", page.status);
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert!(page.header("strict-transport-security").starts_with("max-age="), "{path}");
    }
}

/// The nonce that a policy allows.
fn nonce(page: &Page) -> String {
    let policy = page.header("content-security-policy");
    policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default().to_owned()
}

async fn each_page_has_a_nonce_of_its_own(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let mut seen = BTreeSet::new();
    for _ in 0..20 {
        let page = henk.see("K8").await;
        let nonce = nonce(&page);
        assert!(nonce.len() >= 22, "{nonce}");
        let scripts: Vec<&str> = page.tags("script").collect();
        assert!(!scripts.is_empty() && scripts.iter().all(|tag| attribute(tag, "nonce").as_deref() == Some(&nonce)), "{scripts:?}");
        assert!(seen.insert(nonce), "a nonce stands for one answer");
    }
}

/// Only the few lines that ask whether somebody is still there, and no file.
fn loads_no_script(page: &Page) -> bool {
    page.tags("script").count() == 1 && !page.html.contains("/assets/draft") && page.html.contains("getElementById('idle')")
}

async fn a_page_loads_only_what_it_needs(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    let mut daan = app.reviewing("daan", "henk").await;
    let resident = henk.resident;
    for path in ["/help".to_owned(), "/privacy".to_owned(), format!("/r/{resident}"), format!("/r/{resident}/profile"), format!("/r/{resident}/sent/1/copy")] {
        let page = henk.client.open(&path).await;
        assert!(loads_no_script(&page) && !page.html.contains(".wasm"), "{path} needs no script");
        assert!(!page.html.contains("staff"), "{path} needs no style sheet of staff");
    }
    assert!(henk.see("K8").await.html.contains("/assets/draft-0000000000.js"));
    for path in ["/work".to_owned(), format!("/work/{resident}")] {
        let page = daan.open(&path).await;
        assert!(loads_no_script(&page) && page.html.contains("/assets/staff.hilversum-0000000000.css"), "{path}");
    }
    // Nothing inline that the policy would refuse, and nothing from elsewhere.
    for page in [henk.see("K8").await, henk.see("check").await, daan.open(&format!("/work/{resident}")).await] {
        assert!(!page.html.contains(" style=\"") && page.tags("style").next().is_none() && !page.html.contains(" onclick="));
        let loaded = page.tags("link").filter_map(|t| attribute(t, "href")).chain(page.tags("img").filter_map(|t| attribute(t, "src")));
        assert!(loaded.into_iter().all(|address| address.starts_with('/')));
    }
}

async fn other_sites_change_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "from elsewhere"), ("go", "next")]).await;
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let own = format!("http://{}", app.address);
    let before = app.contents().await;
    for (site, origin, passes) in [
        (Some("cross-site"), None, false),
        (Some("same-site"), None, false),
        (Some("cross-site"), Some(own.as_str()), false),
        (None, Some("https://evil.example"), false),
        (None, Some("null"), false),
        (None, Some(&*format!("http://evil.{}", app.address)), false),
        (Some("same-origin"), None, true),
        (None, Some(own.as_str()), true),
    ] {
        let mut request = henk.client.request(Method::POST, "/api/answer/keep").header(header::CONTENT_TYPE, FORM);
        for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
            request = if let Some(value) = value { request.header(name, value) } else { request };
        }
        let page = henk.client.ask(request.body(encode(&form)).unwrap()).await;
        if passes {
            assert_eq!(page.status, 303, "{site:?} {origin:?}");
        } else {
            assert_eq!(page.status, 403, "{site:?} {origin:?}");
            assert!(page.is_page() && page.shows(&app.dutch().t("refused-cross-site")), "{}", page.words());
            assert_eq!(before, app.contents().await, "{site:?} {origin:?}");
        }
    }
    // Following a link from elsewhere is fine.
    let link = henk.client.request(Method::GET, "/help").header("sec-fetch-site", "cross-site").body(Vec::new().into()).unwrap();
    assert_eq!(henk.client.ask(link).await.status, 200);
}

async fn personal_pages_are_not_stored(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    for path in ["", "/profile", "/sent/1", "/sent/1/copy", "/sent/1/picture"] {
        let page = henk.client.open(&format!("/r/{}{path}", henk.resident)).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(page.html.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        assert!(!page.html.contains("<title>Henk"), "{path}: no name in the title");
    }
}

async fn built_files_are_cached_for_good(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut client = app.stranger();
    let sheet = client.get("/assets/portal.hilversum-0000000000.css").await;
    assert_eq!((sheet.status.as_u16(), sheet.header("cache-control")), (200, "public, max-age=31536000, immutable"));
    assert!(sheet.header("content-type").starts_with("text/css") && sheet.header("set-cookie").is_empty());
    let request = client.request(Method::GET, "/assets/portal.hilversum-0000000000.css").header(header::ACCEPT_ENCODING, "gzip, br");
    let compressed = client.ask(request.body(Vec::new().into()).unwrap()).await;
    assert_eq!((compressed.header("content-encoding"), compressed.html.as_str()), ("br", "brotli"), "the twin, not compressed again");
    assert_eq!(client.get("/robots.txt").await.html, "User-agent: *\nDisallow: /\n");
    for path in ["/assets/nothing.css", "/assets/../manifest.json", "/assets/%2e%2e/manifest.json", "/manifest.json", "/fonts/../keys.toml"] {
        assert_eq!(client.get(path).await.status, 404, "{path}");
    }
}

async fn the_portal_says_how_it_is(engine: Engine) {
    let app = TestApp::start(engine).await;
    assert_eq!(app.stranger().get("/health/live").await.status, 204);
    assert_eq!(app.stranger().get("/health/ready").await.status, 204);
    app.service.db.close().await;
    assert_eq!(app.stranger().get("/health/live").await.status, 204);
    assert_eq!(app.stranger().get("/health/ready").await.status, 503);
    // The store is gone: a page all the same, with nothing of the inside.
    let page = app.stranger().post("/session/demo", &[("person", id("henk"))]).await;
    assert!(page.status.is_server_error() && page.is_page(), "{} {}", page.status, page.html);
}
