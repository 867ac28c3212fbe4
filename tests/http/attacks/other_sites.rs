//! Whatever another site makes a browser post: refused before anything is looked at.

use super::{Scene, fields, told};
use crate::table::CALLS;
use http::{Method, header};
use tests::client::{FORM, encode};
use tests::{Client, Engine, on_sqlite};

on_sqlite!(nothing_is_posted_from_elsewhere, nothing_changes_by_asking);

/// Everything else that takes a form.
const OTHERS: [&str; 5] = ["/session/demo", "/session/end", "/session/language", "/session/left", "/calculator"];

async fn from_elsewhere(client: &mut Client, path: &str, form: &[(&str, &str)], site: Option<&str>, origin: Option<&str>) -> u16 {
    let mut request = client.request(Method::POST, path).header(header::CONTENT_TYPE, FORM);
    for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
        request = if let Some(value) = value { request.header(name, value) } else { request };
    }
    client.ask(request.body(encode(form)).unwrap()).await.status.as_u16()
}

async fn nothing_is_posted_from_elsewhere(engine: Engine) {
    let scene = Scene::start(engine).await;
    let (own, near) = (format!("http://{}", scene.app.address), format!("http://evil.{}", scene.app.address));
    let from = [
        (Some("cross-site"), None),
        (Some("same-site"), None),
        (Some("cross-site"), Some(own.as_str())),
        (None, Some("https://evil.example")),
        (None, Some("null")),
        (None, Some(near.as_str())),
        (None, Some("")),
    ];
    let (before, mut tried) = (scene.app.contents().await, 0);
    let mut forms = Vec::new();
    for call in CALLS {
        forms.push((call.path, scene.form(call), scene.browser(call.allowed[0])));
    }
    for path in OTHERS {
        forms.push((path, Vec::new(), scene.browser(crate::table::Who::Owner)));
    }
    for (path, form, mut client) in forms {
        for (site, origin) in from {
            assert_eq!(from_elsewhere(&mut client, path, &fields(&form), site, origin).await, 403, "{path} {site:?} {origin:?}");
            tried += 1;
        }
    }
    assert_eq!(before, scene.app.contents().await);
    told("forms posted from other sites", tried, 350);
}

async fn nothing_changes_by_asking(engine: Engine) {
    let scene = Scene::start(engine).await;
    let (before, mut tried) = (scene.app.contents().await, 0);
    for call in CALLS {
        let mut client = scene.browser(call.allowed[0]);
        let form = encode(&fields(&scene.form(call)));
        let address = format!("{}?{}", call.path, String::from_utf8_lossy(&form));
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH] {
            let request = client.request(method.clone(), &address).header(header::CONTENT_TYPE, FORM).header("sec-fetch-site", "same-origin");
            let page = client.ask(request.body(form.clone()).unwrap()).await;
            assert!(page.status.is_client_error(), "{method} {}: {}", call.path, page.status);
            tried += 1;
        }
    }
    assert_eq!(before, scene.app.contents().await);
    told("server functions asked by another method", tried, 250);
}
