//! Forms that are too large, too deep, of the wrong shape, or no text: every server function, and every field of each.

use super::{Scene, fields, told};
use crate::bad_input::tells_nothing_of_the_inside;
use crate::table::{CALLS, Call};
use http::{Method, header};
use tests::client::{FORM, encode};
use tests::{Client, Engine, Page, on_both_engines, on_sqlite};

on_sqlite!(what_is_too_large_or_too_deep_is_refused);
on_both_engines!(no_shape_of_a_field_breaks_anything);

async fn raw(client: &mut Client, path: &str, kind: &str, body: Vec<u8>) -> Page {
    let request = client.request(Method::POST, path).header(header::CONTENT_TYPE, kind).header("sec-fetch-site", "same-origin");
    client.ask(request.body(body.into()).unwrap()).await
}

/// Refused or led on; never an error of ours, never anything of the inside.
fn holds(page: &Page, what: &str) {
    assert!(page.status.is_client_error() || page.status == 303, "{what}: {} {}", page.status, page.words());
    assert!(page.status == 303 || page.is_page(), "{what}: no page: {}", page.html);
    tells_nothing_of_the_inside(page);
}

/// Bodies larger or deeper than any form: what it is, its type, the body, and the status when only one will do.
fn monsters(form: &[u8]) -> Vec<(&'static str, &'static str, Vec<u8>, Option<u16>)> {
    let with = |more: String| [form, b"&", more.as_bytes()].concat();
    let nested = |open: &str, close: &str, times: usize| format!("{}1{}", open.repeat(times), close.repeat(times)).into_bytes();
    vec![
        ("one large field", FORM, with(format!("text={}", "x".repeat(100_000))), Some(413)),
        ("a large name", FORM, with(format!("{}=1", "n".repeat(60_000))), None),
        ("many fields", FORM, with("a=1&".repeat(15_000)), None),
        ("many of a list", FORM, with("choices[]=1&".repeat(5_000)), None),
        ("a deep name", FORM, with(format!("lines{}=1", "[a]".repeat(15_000))), None),
        ("open brackets", FORM, with(format!("lines{}=1", "[".repeat(50_000))), None),
        ("a list with a far end", FORM, with("lines[4294967295][pair]=own&choices[18446744073709551615]=1".into()), None),
        ("deep JSON", "application/json", nested("[", "]", 30_000), None),
        ("deep JSON of objects", "application/json", nested("{\"resident\":", "}", 4_000), None),
        ("large JSON", "application/json", nested("[", "]", 60_000), Some(413)),
    ]
}

async fn what_is_too_large_or_too_deep_is_refused(engine: Engine) {
    let mut scene = Scene::start(engine).await;
    let mut tried = 0;
    for call in CALLS {
        let form = scene.form(call);
        let mut client = scene.browser(call.allowed[0]);
        for (what, kind, body, status) in monsters(&encode(&fields(&form))) {
            let page = raw(&mut client, call.path, kind, body).await;
            holds(&page, &format!("{} with {what}", call.path));
            assert!(status.is_none_or(|status| page.status == status), "{} with {what}: {}", call.path, page.status);
            tried += 1;
        }
    }
    for (_, client) in &mut scene.people {
        assert!(!client.get("/").await.status.is_server_error());
    }
    told("forms that are too large or too deep", tried, 500);
}

/// One field of a form in shapes that nobody expects; the others are as they should be.
fn shapes(form: &[(String, String)], at: usize) -> Vec<(&'static str, Vec<u8>)> {
    let (name, value) = &form[at];
    let others: Vec<(&str, &str)> = form.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, (name, value))| (name.as_str(), value.as_str())).collect();
    let plain = |more: &[(&str, &str)]| encode(&[&others, more].concat()).to_vec();
    let bytes = |more: String| [&encode(&others)[..], b"&", more.as_bytes()].concat();
    let control: String = (0..32u8).chain([127]).map(char::from).chain(['\u{85}', '\u{9f}', '\u{2028}', '\u{202e}', '\u{fffe}', '\u{10ffff}']).collect();
    vec![
        ("not there", plain(&[])),
        ("there twice", plain(&[(name, value), (name, value)])),
        ("a list", plain(&[(&format!("{name}[]"), value), (&format!("{name}[]"), "b")])),
        ("a map", plain(&[(&format!("{name}[a][b]"), value)])),
        ("both a text and a map", plain(&[(name, value), (&format!("{name}[a]"), value)])),
        ("all control characters", plain(&[(name, &format!("{value}{control}"))])),
        ("no UTF-8", bytes(format!("{name}=%C3%28%FF%FE%ED%A0%80"))),
        ("no UTF-8 in its name", bytes(format!("%FF{name}=1"))),
        ("broken escapes", bytes(format!("{name}=%&{name}=%G1&{name}=%2"))),
        ("long", plain(&[(name, &"ä".repeat(12_000))])),
    ]
}

async fn no_shape_of_a_field_breaks_anything(engine: Engine) {
    let mut scene = Scene::start(engine).await;
    let mut tried = 0;
    // What ends or empties something comes last, so that the others still find it.
    let ends = |call: &&Call| call.path.ends_with("/discard") || call.path.ends_with("/send") || call.path.ends_with("/withdraw");
    for call in CALLS.iter().filter(|call| !ends(call)).chain(CALLS.iter().filter(ends)) {
        let form = scene.form(call);
        let mut client = scene.browser(call.allowed[0]);
        for at in 0..form.len() {
            for (what, body) in shapes(&form, at) {
                let page = raw(&mut client, call.path, FORM, body).await;
                holds(&page, &format!("{} with a field {} that is {what}", call.path, form[at].0));
                tried += 1;
            }
        }
    }
    for (address, allowed) in scene.personal() {
        for who in allowed {
            let page = scene.browser(*who).get(&address).await;
            assert!(!page.status.is_server_error(), "{address} afterwards: {}", page.words());
        }
    }
    for (_, client) in &mut scene.people {
        assert!(!client.get("/").await.status.is_server_error());
    }
    told("fields in a shape that nobody expects", tried, 1_500);
}
