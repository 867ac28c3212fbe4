//! Passkeys of helpers: made on a device, shown to sign in, and every answer that proves nothing.

use crate::by_mail::helper;
use serde_json::Value;
use tests::app::MINUTE;
use tests::device::Device;
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    a_helper_makes_one_and_signs_in,
    a_device_that_was_left_open_makes_none,
    an_answer_counts_once,
    what_proves_nothing_signs_nobody_in,
    one_is_made_by_its_own_helper_only,
    one_that_was_removed_opens_nothing,
    who_has_no_name_of_its_own_has_none,
);

const HERE: &str = "http://localhost:1";

async fn question(client: &mut Client) -> (String, Value) {
    let asked: Value = serde_json::from_str(&client.post("/sign-in/passkey/begin", &[]).await.html).unwrap();
    (asked["attempt"].as_str().unwrap().to_owned(), asked["options"].clone())
}

async fn answers(client: &mut Client, attempt: &str, answer: &str) -> Page {
    client.post("/sign-in/passkey/finish", &[("attempt", attempt), ("answer", answer)]).await
}

/// Signs in with what the device shows, after `change` had its way with it.
async fn shows(app: &TestApp, device: &mut Device, change: impl FnOnce(&mut Value)) -> u16 {
    let mut client = app.stranger();
    let (attempt, options) = question(&mut client).await;
    let mut answer: Value = serde_json::from_str(&device.show(&options)).unwrap();
    change(&mut answer);
    let page = answers(&mut client, &attempt, &answer.to_string()).await;
    assert_eq!(client.cookies.contains_key("meedoen"), page.status == 200, "a session, or none: {}", page.html);
    page.status.as_u16()
}

async fn made(client: &mut Client, device: &mut Device) -> Page {
    let options: Value = serde_json::from_str(&client.post_as_script("/api/passkey/begin", &[]).await.html).unwrap();
    assert_eq!(options["authenticatorSelection"]["residentKey"], "required", "the device finds it by itself");
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    client.submit("/api/passkey/finish", &[("answer", &device.make(&options))]).await
}

/// A helper with a passkey.
async fn with_one(app: &TestApp) -> (Client, Device) {
    let (mut wim, mut device) = (helper(app, "wim@voorbeeld.example", "Wim Bakker").await, Device::new(HERE));
    let page = made(&mut wim, &mut device).await;
    assert!(page.shows(&app.dutch().t("notice-passkey-made")), "{}", page.words());
    (wim, device)
}

async fn a_device_that_was_left_open_makes_none(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let (mut wim, mut device) = (helper(&app, "wim@voorbeeld.example", "Wim Bakker").await, Device::new(HERE));
    for _ in 0..2 {
        app.clock.advance(8 * MINUTE);
        wim.open("/helping/passkeys").await;
    }
    let page = wim.open("/helping/passkeys").await;
    assert!(
        page.shows(&app.dutch().t("passkeys-again")) && page.addresses().contains(&"/sign-in/by-mail?back=/helping/passkeys".to_owned()),
        "{}",
        page.words()
    );
    assert_eq!(wim.post_as_script("/api/passkey/begin", &[]).await.status, 409);
    // With a new code it goes on.
    let (code, _) = crate::by_mail::asks(&app, &mut wim, "wim@voorbeeld.example").await;
    wim.post("/sign-in/by-mail/code", &[("code", &code)]).await;
    assert!(made(&mut wim, &mut device).await.shows(&app.dutch().t("notice-passkey-made")));
}

async fn a_helper_makes_one_and_signs_in(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let (mut wim, mut device) = with_one(&app).await;
    assert!(wim.open("/helping/passkeys").await.posts_to("/api/passkey/remove"));
    let mut again = app.stranger();
    let (attempt, options) = question(&mut again).await;
    assert!(options["allowCredentials"].as_array().is_none_or(Vec::is_empty), "nobody says who they are before they proved it");
    let page = again.post("/sign-in/passkey/finish", &[("attempt", &attempt), ("answer", &device.show(&options)), ("back", "/join/ABCD2345")]).await;
    assert_eq!((page.status.as_u16(), page.html.as_str()), (200, "{\"to\":\"/join/ABCD2345\"}"));
    assert!(again.open("/helping").await.shows("Wim"));
    assert_eq!(app.number("SELECT COUNT(*) FROM passkey WHERE used_at IS NOT NULL").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE subject LIKE 'mail:%'").await, 1);
    // Another device of the same helper; the same one twice is refused.
    let mut tablet = Device::new(HERE);
    assert!(made(&mut wim, &mut tablet).await.shows(&app.dutch().t("notice-passkey-made")));
    assert!(made(&mut wim, &mut tablet).await.shows(&app.dutch().t("notice-conflict-passkey")));
    assert_eq!(app.number("SELECT COUNT(*) FROM passkey").await, 2);
    assert_eq!(shows(&app, &mut tablet, |_| {}).await, 200);
}

async fn an_answer_counts_once(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let (_, mut device) = with_one(&app).await;
    let mut client = app.stranger();
    let (attempt, options) = question(&mut client).await;
    let answer = device.show(&options);
    let (mut one, mut two) = (client.clone(), client.clone());
    let (a, b) = tokio::join!(answers(&mut one, &attempt, &answer), answers(&mut two, &attempt, &answer));
    let mut both = [a.status.as_u16(), b.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [200, 409]);
    assert_eq!(answers(&mut client, &attempt, &answer).await.status, 409, "and never again");
    let (attempt, options) = question(&mut client).await;
    let answer = device.show(&options);
    app.clock.advance(6 * MINUTE);
    assert_eq!(answers(&mut client, &attempt, &answer).await.status, 409, "too late");
    app.service.sweep_sessions().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM passkey_try").await, 0);
}

async fn what_proves_nothing_signs_nobody_in(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let (_, device) = with_one(&app).await;
    let changed = |change: fn(&mut Device)| {
        let mut other = device.clone();
        change(&mut other);
        other
    };
    let mut stranger = Device::new(HERE);
    stranger.handle.clone_from(&device.handle);
    let liars: [(&str, Device); 6] = [
        ("another site", changed(|d| d.origin = "http://localhost.evil.example".into())),
        ("another port", changed(|d| d.origin = "http://localhost:2".into())),
        ("bound to another name", changed(|d| d.party = "evil.example".into())),
        ("nobody recognised", changed(|d| d.recognises = false)),
        ("for somebody else", changed(|d| d.handle = "0NAAAAAAAAAAAAAAAAAAAg".into())),
        ("a device that nobody knows", stranger),
    ];
    for (what, mut liar) in liars {
        assert_eq!(shows(&app, &mut liar, |_| {}).await, 409, "{what}");
    }
    let mut copy = device.clone();
    let fields = ["/response/signature", "/response/authenticatorData", "/response/clientDataJSON", "/response/userHandle", "/id", "/rawId"];
    for field in fields {
        for wrong in ["", "AAAA", "\u{0}", "x".repeat(2000).as_str()] {
            let status = shows(&app, &mut copy, |answer| *answer.pointer_mut(field).unwrap() = wrong.into()).await;
            // The id is written twice; only one of them is read.
            assert!(status == 409 || (field == "/id" && status == 200), "{field} {wrong:?}: {status}");
        }
    }
    let mut client = app.stranger();
    for answer in ["", "{}", "[]", "null", "\"x\"", &"[".repeat(3000)] {
        let (attempt, _) = question(&mut client).await;
        assert_eq!(answers(&mut client, &attempt, answer).await.status, 409, "{answer:.20}");
    }
    assert_eq!(answers(&mut client, "nothing", &copy.clone().show(&serde_json::json!({"challenge": "AAAA"}))).await.status, 409);
    // A copy of the device whose counter lags behind the real one.
    let mut real = device.clone();
    real.counter = 500;
    assert_eq!(shows(&app, &mut real, |_| {}).await, 200);
    let mut clone = device.clone();
    clone.counter = 100;
    assert_eq!(shows(&app, &mut clone, |_| {}).await, 409, "a counter that goes back");
    assert_eq!(shows(&app, &mut real, |_| {}).await, 200, "the real one goes on");
}

async fn one_is_made_by_its_own_helper_only(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    for story in ["henk", "daan", "koen"] {
        let mut client = app.sign_in(story).await;
        assert_eq!(client.get("/helping/passkeys").await.status, 404, "{story}");
        assert_eq!(client.post("/api/passkey/begin", &[]).await.status, 404, "{story}");
        assert_eq!(client.post("/api/passkey/finish", &[("answer", "{}")]).await.status, 404, "{story}");
    }
    let mut stranger = app.stranger();
    assert_eq!(stranger.post("/api/passkey/begin", &[]).await.status, 401);
    let (mut wim, mut ben) = (helper(&app, "wim@voorbeeld.example", "Wim Bakker").await, helper(&app, "ben@voorbeeld.example", "Ben Kok").await);
    // An answer to a question that somebody else was asked, and one to no question.
    let options: Value = serde_json::from_str(&wim.post_as_script("/api/passkey/begin", &[]).await.html).unwrap();
    let mut device = Device::new(HERE);
    let answer = device.make(&options);
    ben.submit("/api/passkey/finish", &[("answer", &answer)]).await;
    for (what, change) in [
        ("another site", (|d: &mut Device| d.origin = "http://evil.example".into()) as fn(&mut Device)),
        ("another name", |d| d.party = "evil.example".into()),
        ("nobody recognised", |d| d.recognises = false),
    ] {
        let mut liar = Device::new(HERE);
        change(&mut liar);
        assert!(made(&mut wim, &mut liar).await.shows(&app.dutch().t("notice-conflict-passkey")), "{what}");
    }
    wim.submit("/api/passkey/finish", &[("answer", &answer)]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM passkey").await, 0, "the question was answered before, or another took its place");
    for n in 0..11 {
        let page = wim.post_as_script("/api/passkey/begin", &[]).await;
        assert_eq!(page.status, if n < 10 { 200 } else { 409 }, "{n}");
        if n < 10 {
            let options: Value = serde_json::from_str(&page.html).unwrap();
            wim.submit("/api/passkey/finish", &[("answer", &Device::new(HERE).make(&options))]).await;
        }
    }
}

async fn one_that_was_removed_opens_nothing(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let (mut wim, mut device) = with_one(&app).await;
    let id = wim.open("/helping/passkeys").await.form("/api/passkey/remove").field("passkey");
    let mut ben = helper(&app, "ben@voorbeeld.example", "Ben Kok").await;
    ben.submit("/api/passkey/remove", &[("passkey", &id)]).await;
    assert_eq!(shows(&app, &mut device, |_| {}).await, 200, "somebody else removes nothing");
    let page = wim.submit("/api/passkey/remove", &[("passkey", &id)]).await;
    assert!(page.shows(&app.dutch().t("notice-passkey-gone")) && page.shows(&app.dutch().t("passkeys-none")), "{}", page.words());
    assert_eq!(shows(&app, &mut device, |_| {}).await, 409);
    // The coordinator ends a volunteer: what they made ends too.
    let (mut ben_device, mut petra) = (Device::new(HERE), app.sign_in("petra").await);
    made(&mut ben, &mut ben_device).await;
    let row = petra.open("/divide/volunteers").await.addresses();
    assert!(row.iter().any(|address| address.starts_with("/divide/volunteers/")));
    let person = tests::database::texts(&app.url, "SELECT id FROM person WHERE name = 'Ben Kok'").await;
    petra.submit("/api/volunteer/end", &[("person", &person[0])]).await;
    assert_eq!(shows(&app, &mut ben_device, |_| {}).await, 409);
    assert_eq!(ben.get("/helping").await.status, 401);
}

async fn who_has_no_name_of_its_own_has_none(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.sign_in.helpers_by_mail = true).await;
    let mut client = app.stranger();
    assert!(!client.open("/sign-in/by-mail").await.html.contains("id=\"passkey\""), "a number is no name that a passkey can be bound to");
    assert_eq!(client.post("/sign-in/passkey/begin", &[]).await.status, 404);
}
