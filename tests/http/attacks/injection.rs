//! Line breaks that would make a header or a line of the log, and headers that say what no browser says.

use super::{Scene, fields, told};
use crate::bad_input::tells_nothing_of_the_inside;
use crate::table::{CALLS, PAGES};
use http::{HeaderName, HeaderValue, Method, header};
use tests::app::id;
use tests::client::{FORM, encode};
use tests::{Client, Engine, Page, TestApp, log, on_both_engines, on_sqlite};

on_both_engines!(no_field_makes_a_header_or_a_line);
on_sqlite!(no_address_makes_a_header_or_a_line, no_header_is_believed_or_repeated);

/// What would follow a line break.
const FORGED: &str = "\r\nSet-Cookie: meedoen=forged\r\nX-Forged: 1\r\n\r\n\nFORGED ERROR somebody signed in\u{1b}[2K";

/// No header of ours was forged, and none repeats it.
fn is_not_forged(page: &Page, what: &str) {
    assert!(page.header("x-forged").is_empty(), "{what}");
    for (name, value) in &page.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        assert!(!value.contains("forged") && !value.contains("FORGED"), "{what}: {name}: {value}");
    }
    tells_nothing_of_the_inside(page);
}

/// No line of the log begins with what somebody sent, and no terminal does what they want.
fn no_line_is_forged() {
    let log = log::text();
    assert!(!log.lines().any(|line| line.trim_start().starts_with("FORGED")), "a line of the log was forged");
    assert!(!log.contains("\u{1b}[2K"), "the log writes to the terminal");
}

async fn no_field_makes_a_header_or_a_line(engine: Engine) {
    let scene = Scene::start(engine).await;
    let mut tried = 0;
    for call in CALLS {
        let form = scene.form(call);
        for at in 0..form.len() {
            let mut forged = form.clone();
            forged[at].1 = format!("{}{FORGED}", form[at].1);
            for who in call.allowed {
                let page = scene.browser(*who).post(call.path, &fields(&forged)).await;
                is_not_forged(&page, call.path);
                assert!(!page.status.is_server_error(), "{} {}: {}", call.path, form[at].0, page.words());
                tried += 1;
            }
        }
    }
    let mut client = scene.browser(crate::table::Who::Owner);
    for (path, name) in [("/session/demo", "person"), ("/session/language", "language"), ("/session/language", "back"), ("/calculator", "step")] {
        is_not_forged(&client.post(path, &[(name, FORGED)]).await, path);
        tried += 1;
    }
    no_line_is_forged();
    told("fields with what would be a header or a line of the log", tried, 200);
}

async fn no_address_makes_a_header_or_a_line(engine: Engine) {
    let mut scene = Scene::start(engine).await;
    let forged: String = form_urlencoded::byte_serialize(FORGED.as_bytes()).collect();
    let forged = forged.replace('+', "%20");
    let mut tried = 0;
    let mut addresses: Vec<String> = Vec::new();
    for (_, address, _) in PAGES {
        addresses.extend([address.replace("{resident}", &forged), format!("{address}?back={forged}&show={forged}&order={forged}&page={forged}")]);
    }
    for door in ["residents", "staff", &forged] {
        addresses.push(format!("/sign-in/{door}?back={forged}"));
        addresses.push(format!("/sign-in/{door}/return?code={forged}&state={forged}&error={forged}&iss={forged}"));
    }
    for file in ["assets", "fonts", "icons", "calendar", "refused/404"] {
        addresses.push(format!("/{file}/{forged}"));
    }
    for address in addresses {
        let address = address.replace("{resident}", id("henk"));
        for (_, client) in scene.people.iter_mut().take(4) {
            let page = client.get(&address).await;
            is_not_forged(&page, &address);
            assert!(!page.status.is_server_error(), "{address}");
            tried += 1;
        }
    }
    no_line_is_forged();
    told("addresses with what would be a header or a line of the log", tried, 500);
}

/// Headers that a browser of theirs may send, and what they would like us to believe.
const HEADERS: [(&str, &str); 14] = [
    ("host", "forged.example"),
    ("x-forwarded-host", "forged.example"),
    ("x-forwarded-for", "<script>forged</script>"),
    ("x-forwarded-for", "10.9.8.7"),
    ("x-forwarded-proto", "https"),
    ("forwarded", "for=forged;host=forged.example"),
    ("x-original-url", "/work"),
    ("x-rewrite-url", "/work"),
    ("x-http-method-override", "DELETE"),
    ("referer", "https://forged.example/\"><script>forged</script>"),
    ("user-agent", "\"><script>forged</script>${jndi:ldap://forged.example}"),
    ("accept-language", "forged,\"><script>;q=9,%00"),
    ("cookie", "meedoen-language=\"><script>forged</script>; meedoen=forged; meedoen-try=forged"),
    ("x-kept", "1"),
];

async fn asked(client: &mut Client, method: Method, path: &str, name: &'static str, value: &'static str) -> Page {
    let body = if method == Method::POST { encode(&[("resident", id("henk"))]) } else { Vec::new().into() };
    let mut request = client.request(method, path).header(header::CONTENT_TYPE, FORM).header("sec-fetch-site", "same-origin").body(body).unwrap();
    request.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    client.ask(request).await
}

async fn no_header_is_believed_or_repeated(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let home = format!("/r/{}", id("henk"));
    let mut tried = 0;
    let before = app.contents().await;
    for (name, value) in HEADERS {
        for path in ["/", "/help", "/sign-in", "/calculator", "/nowhere", "/refused/500/1", home.as_str(), "/work"] {
            for client in [&mut henk, &mut app.stranger()] {
                let page = asked(client, Method::GET, path, name, value).await;
                is_not_forged(&page, name);
                assert!(!page.html.contains("forged"), "{path} repeats {name}");
                assert!(path != "/work" || page.status.is_client_error(), "{name}: {}", page.status);
                tried += 1;
            }
        }
        for path in ["/api/answer/keep", "/api/draft/send", "/session/language", "/session/demo"] {
            let page = asked(&mut app.stranger(), Method::POST, path, name, value).await;
            is_not_forged(&page, name);
            assert!(!page.html.contains("forged") && !page.status.is_server_error(), "{path} repeats {name}");
            tried += 1;
        }
    }
    assert_eq!(before, app.contents().await);
    app.service.flush_access_log().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM access_log WHERE origin <> '127.0.0.1'").await, 0, "an address that anybody could write is not believed");
    no_line_is_forged();
    told("requests with a forged header", tried, 250);
}
