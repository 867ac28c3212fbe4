//! Bad input: a clear answer on a page, what was typed still there, nothing half done.

use crate::answers::draft_of;
use domain::intake::Kept;
use http::{Method, header};
use tests::app::id;
use tests::client::{FORM, encode};
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    what_does_not_fit_is_kept_and_shown_with_what_to_do,
    choices_that_are_not_offered_are_refused,
    an_unknown_step_is_not_found,
    too_much_at_once_gets_a_page,
    a_form_that_cannot_be_read_gets_a_page,
    nonsense_in_any_field_breaks_nothing,
    nonsense_in_addresses_breaks_nothing,
    the_profile_says_what_is_wrong,
    a_profile_changed_elsewhere_is_not_overwritten,
);

/// No inside of the machine on the page or in where it leads.
pub fn tells_nothing_of_the_inside(page: &Page) {
    // A nonce is random letters, and now and then they spell one of these.
    let parts = page.html.split(" nonce=\"").enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once('"').map_or("", |(_, rest)| rest) });
    let words = parts.collect::<String>().to_lowercase();
    for inside in ["panicked", "serde", "deserial", "sqlx", "stack backtrace", ".rs:", "__err", "missing field", "invalid utf"] {
        assert!(!words.contains(inside), "{inside}: {}", page.html);
    }
    let location = page.location();
    assert!(location.is_empty() || location.starts_with('/') || location.starts_with("http://127.0.0.1"), "{location}");
    assert!(!location.contains("err"), "{location}");
}

async fn what_does_not_fit_is_kept_and_shown_with_what_to_do(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "paid").await;
    for (typed, key, args) in [
        ("abc", "problem-not-a-number", ("max", 40)),
        ("0", "problem-too-low", ("min", 1)),
        ("41", "problem-too-high", ("max", 40)),
        ("99999999999", "problem-too-high", ("max", 40)),
    ] {
        let back = henk.keep("W1a", &[("number", typed)]).await;
        assert!(back.location().ends_with("/intake/W1a"), "{}", back.location());
        let page = henk.see("W1a").await;
        let message = app.dutch().with(key, &[(args.0, i64::from(args.1).into()), ("what", app.dutch().t("W1a").into())]);
        assert!(page.words().matches(&message).count() >= 2, "in the summary and beside the field: {message}: {}", page.words());
        assert_eq!(page.field("number"), typed);
        assert!(page.shows(&app.dutch().t("problem-title")) && page.html.contains("aria-invalid=\"true\"") && page.html.contains("href=\"#number-1\""));
    }
    let long = "ä".repeat(10_000);
    henk.type_text("K8", &long).await;
    let page = henk.see("K8").await;
    assert!(page.shows(&app.dutch().with("problem-too-long", &[("max", 300_i64.into()), ("what", "".into())])), "{}", page.words());
    assert!(page.html.contains(&long), "what was typed is still there");
    let Kept::Given(raw) = draft_of(&app, "henk").await.unwrap().draft.kept["K8"].kept.clone() else { panic!("kept as typed") };
    assert_eq!(raw.text, long);
    // English, with the label's words.
    henk.client.submit("/session/language", &[("language", "en"), ("back", "/")]).await;
    let message = app.english().with("problem-too-high", &[("max", 40_i64.into()), ("what", "".into())]);
    assert!(henk.see("W1a").await.shows(&message), "{message}");
}

async fn choices_that_are_not_offered_are_refused(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    for (step, choices, key) in [
        ("W2", &["millionaire"][..], "problem-unknown-choice"),
        ("W2", &["now", "never"], "problem-too-many"),
        ("W1", &["paid", "nothing"], "problem-stands-alone"),
        ("W1", &[], "problem-empty-choices"),
        ("L1", &["<b>good</b>"], "problem-unknown-choice"),
    ] {
        let fields: Vec<(&str, &str)> = choices.iter().map(|c| ("choices[]", *c)).collect();
        let back = henk.keep(step, &fields).await;
        assert!(back.location().ends_with(&format!("/intake/{step}")), "{}", back.location());
        let page = henk.see(step).await;
        let message = app.dutch().with(key, &[("max", 1_i64.into()), ("what", app.dutch().t(step).into())]);
        assert!(page.shows(&message), "{choices:?}: {message}: {}", page.words());
    }
    henk.choose("W2", "never").await;
    assert_eq!(henk.see("W2").await.ticked("choices[]"), ["never"]);
}

async fn an_unknown_step_is_not_found(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let draft = henk.draft().await;
    let before = app.contents().await;
    for step in ["X1", "W1-paid", "L2", "L2-flying", "W99", "'; DROP TABLE answer; --", "..", "check"] {
        let form = [("resident", henk.resident), ("way", "intake"), ("draft", &draft), ("step", step), ("text", "x"), ("go", "next")];
        let page = henk.client.post("/api/answer/keep", &form).await;
        assert_eq!(page.status, 404, "{step}: {}", page.words());
        assert!(page.is_page());
    }
    assert_eq!(henk.client.get(&henk.at("X1")).await.status, 404);
    assert_eq!(before, app.contents().await);
}

async fn too_much_at_once_gets_a_page(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let before = app.contents().await;
    let form = henk.form("K8", &[("go", "next")]).await;
    let huge = "x".repeat(100_000);
    let mut fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("text", &huge));
    for path in ["/api/answer/keep", "/session/language", "/session/demo"] {
        let page = henk.client.post(path, &fields).await;
        assert_eq!(page.status, 413, "{path}");
        assert!(page.is_page() && page.shows(&app.dutch().t("refused-too-large")), "{}", page.html);
    }
    assert_eq!(before, app.contents().await);
    assert!(henk.see("K8").await.html.contains("My garden"));
}

/// Bodies that are no form, or not the form that is expected.
const UNREADABLE: &[(&str, &[u8])] = &[
    (FORM, b"resident=%FF%FE&text=%C3%28"),
    (FORM, b"\xff\xfe\x00\x01"),
    (FORM, b"lines[0][pair][x][y][z]=1&lines[0][pair]=own"),
    (FORM, b"choices[a][b]=c&choices=1"),
    (FORM, b"choices[][][][]=1"),
    (FORM, b"lines[99999999999999999999][pair]=own"),
    (FORM, b"text[0]=a&text[1]=b"),
    (FORM, b"[[[[[[=]]]]]"),
    (FORM, b"&&&===&&&"),
    (FORM, b""),
    ("application/json", b"{\"resident\":1}"),
    ("multipart/form-data; boundary=x", b"--x\r\ncontent-disposition: form-data; name=\"resident\"\r\n\r\n1\r\n--x--"),
    ("text/plain", b"resident=1"),
    ("nonsense", b"\0"),
];

async fn a_form_that_cannot_be_read_gets_a_page(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let before = app.contents().await;
    let own = ["/session/demo", "/session/language"].map(|path| (path, Method::POST));
    for (path, _) in server_fn::axum::server_fn_paths().chain(own) {
        for (kind, body) in UNREADABLE {
            let page = raw(&mut henk.client, path, kind, body).await;
            assert!(page.status.is_client_error() || page.status == 303, "{path} {kind} {}: {} {}", body.escape_ascii(), page.status, page.words());
            assert!(page.status == 303 || page.is_page(), "{path} {kind} {}: {}", body.escape_ascii(), page.html);
            tells_nothing_of_the_inside(&page);
            // A script gets a status, and as little of the inside; so does a browser that does not say where it was.
            for hidden in [header::ACCEPT, header::REFERER] {
                let mut request = henk.client.request(Method::POST, path).header(header::CONTENT_TYPE, *kind).body(body.to_vec().into()).unwrap();
                request.headers_mut().remove(&hidden);
                let page = henk.client.ask(request).await;
                assert!(page.status.is_client_error() || page.status == 303, "{path} {kind} without {hidden}: {} {}", page.status, page.html);
                tells_nothing_of_the_inside(&page);
            }
        }
        let read = henk.client.get(path).await;
        assert!(read.status.is_client_error() && read.is_page(), "GET {path}: {}", read.status);
    }
    assert_eq!(before, app.contents().await);
}

async fn raw(client: &mut Client, path: &str, kind: &str, body: &[u8]) -> Page {
    let request = client.request(Method::POST, path).header(header::CONTENT_TYPE, kind).header("sec-fetch-site", "same-origin");
    client.ask(request.body(body.to_vec().into()).unwrap()).await
}

/// What nobody should type, in any field.
const NONSENSE: &[&str] =
    &["", "\0", "\u{202e}\u{feff}", "💥", "' OR 1=1 --", "-1", "99999999999999999999", "%00%0d%0aSet-Cookie: a=b", "../../..", "person:", "<script>"];

async fn nonsense_in_any_field_breaks_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.reviewing("daan", "henk").await;
    let mut people = vec![app.sign_in("henk").await, app.sign_in("daan").await];
    for call in crate::table::CALLS {
        for nonsense in NONSENSE {
            for at in 0..call.form.len() {
                let value = |(n, (name, value)): (usize, &(&'static str, &'static str))| {
                    let known = value.replace("{resident}", id("henk"));
                    (*name, if n == at { (*nonsense).to_owned() } else { known })
                };
                let form: Vec<(&str, String)> = call.form.iter().enumerate().map(value).collect();
                let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
                for client in &mut people {
                    let page = client.post(call.path, &form).await;
                    assert!(!page.status.is_server_error(), "{} {form:?}: {}", call.path, page.words());
                    tells_nothing_of_the_inside(&page);
                }
            }
        }
    }
    for client in &mut people {
        assert!(!client.get("/").await.status.is_server_error());
    }
}

async fn nonsense_in_addresses_breaks_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let own = id("henk");
    let long = "a".repeat(5_000);
    let mut paths: Vec<String> = [
        "/%00",
        "/%FF",
        "/r/%00",
        "/r/%ff%fe/intake",
        "//evil.example",
        "/work?page=-1",
        "/work?page=99999999999999999999",
        "/assets/..%2f..%2fkeys.toml",
        "/assets/%00",
        "/refused/99999/0",
        "/refused/0/%3Cscript%3E",
    ]
    .map(ToOwned::to_owned)
    .to_vec();
    for end in [
        "%00",
        "intake/%00",
        "intake/W1?back=%00&back[]=1",
        "intake/%F0%9F%92%A5",
        "sent/-1",
        "sent/9223372036854775808",
        "sent/1e3/copy",
        "request/%00",
        "requests/%00",
        "intake/B5/help",
    ] {
        paths.push(format!("/r/{own}/{end}"));
    }
    paths.push(format!("/r/{long}"));
    paths.push(format!("/r/{own}/intake/{long}?{long}"));
    for path in paths {
        let page = henk.client.get(&path).await;
        assert!(page.status.is_client_error() || matches!(page.status.as_u16(), 200 | 303), "{path}: {}", page.status);
        tells_nothing_of_the_inside(&page);
        assert!(!page.html.contains("<script>"), "{path}");
    }
    let mut daan = app.sign_in("daan").await;
    assert_eq!(daan.get("/work?page=99999999999999999999&show=nonsense&order=%00").await.status, 200);
}

async fn the_profile_says_what_is_wrong(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let path = format!("/r/{}/profile", id("henk"));
    let base = henk.open(&path).await.field("base");
    let wrong = [
        ("resident", id("henk")),
        ("base", &base),
        ("called", &"H".repeat(41)),
        ("phone", "12"),
        ("email", "henk@"),
        ("language", "tlh"),
        ("contact", "sms"),
        ("ticked[]", "paper"),
    ];
    let page = henk.submit("/api/profile/keep", &wrong).await;
    for key in ["problem-phone", "problem-email", "problem-unknown-choice", "problem-title"] {
        assert!(page.shows(&app.dutch().t(key)), "{key}: {}", page.words());
    }
    assert_eq!((page.field("phone"), page.field("email"), page.field("called").len()), ("12".to_owned(), "henk@".to_owned(), 41));
    assert!(page.ticked("ticked[]").contains(&"paper".to_owned()));
    let stored = app.service.open_file(&app.service.person(id("henk")).await.unwrap().into(), domain::access::Action::KeepProfile, id("henk")).await.unwrap();
    assert_ne!(stored.profile.email, "henk@");
    let right = encode(&[("resident", id("henk")), ("base", &base), ("phone", "06-12 34 56 78"), ("contact", "sms"), ("language", "nl")]);
    assert_eq!(raw(&mut henk, "/api/profile/keep", FORM, &right).await.location(), path);
    let kept = henk.open(&path).await;
    assert!(kept.shows(&app.dutch().t("notice-profile-kept")), "{}", kept.words());
    assert_eq!(kept.field("phone"), "06 12 34 56 78");
}

async fn a_profile_changed_elsewhere_is_not_overwritten(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let path = format!("/r/{}/profile", id("henk"));
    let base = henk.open(&path).await.field("base");
    let keep = |called: &'static str| [("resident", id("henk")), ("base", base.as_str()), ("called", called), ("language", "nl"), ("contact", "portal")];
    assert!(henk.submit("/api/profile/keep", &keep("Hendrik")).await.shows(&app.dutch().t("notice-profile-kept")));
    let stale = henk.submit("/api/profile/keep", &keep("Hein")).await;
    assert!(stale.shows(&app.dutch().t("notice-conflict-profile")) && stale.field("called") == "Hein", "{}", stale.words());
    assert!(henk.open(&format!("/r/{}", id("henk"))).await.shows("Hendrik"));
}
