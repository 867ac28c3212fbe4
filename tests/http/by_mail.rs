//! Helpers who sign in by e-mail: a code that works once, for a while, in the browser that asked.

use tests::app::{MINUTE, id};
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    a_helper_signs_in_by_code,
    the_link_works_in_the_browser_that_asked,
    a_wrong_code_is_counted,
    a_code_ends,
    one_of_two_wins,
    too_many_codes_wait,
    what_is_no_address_is_given_back,
    an_invitation_goes_on_after_signing_in,
    what_was_posted_too_late_comes_back_by_mail_too,
    a_mail_that_does_not_leave_is_told,
    nobody_learns_who_is_known,
    where_it_is_closed_it_is_not_there,
);

const WIM: &str = "wim@voorbeeld.example";

/// The mails to an address, each with its code and its link; in no order.
pub fn mails(app: &TestApp, to: &str) -> Vec<(String, String)> {
    let Ok(files) = std::fs::read_dir(app.folder().join("messages")) else { return Vec::new() };
    let read = |file: std::io::Result<std::fs::DirEntry>| serde_json::from_slice::<serde_json::Value>(&std::fs::read(file.unwrap().path()).unwrap()).unwrap();
    let mine = files.map(read).filter(|mail| mail["to"] == to && mail["channel"] == "email");
    mine.map(|mail| {
        let text = mail["text"].as_str().unwrap();
        let code = text.split("code is: ").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        let link = text.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        assert!(mail["subject"].as_str().unwrap().contains(&code), "readable without opening it");
        (code, link.strip_prefix("http://localhost:1").unwrap().to_owned())
    })
    .collect()
}

/// Asks for a code; gives it with its link.
pub async fn asks(app: &TestApp, client: &mut Client, address: &str) -> (String, String) {
    let known = address.trim().to_lowercase();
    let before = mails(app, &known);
    let page = client.post("/sign-in/by-mail", &[("email", address)]).await;
    assert_eq!((page.status.as_u16(), page.location()), (303, "/sign-in/by-mail/code"), "{}", page.words());
    mails(app, &known).into_iter().find(|mail| !before.contains(mail)).expect("a mail")
}

async fn types(client: &mut Client, code: &str) -> Page {
    client.post("/sign-in/by-mail/code", &[("code", code)]).await
}

/// A helper who signed in by mail and said what they are called.
pub async fn helper(app: &TestApp, address: &str, name: &str) -> Client {
    let mut client = app.stranger();
    let (code, _) = asks(app, &mut client, address).await;
    assert_eq!(types(&mut client, &code).await.location(), "/helping");
    client.submit("/api/helper/name", &[("name", name)]).await;
    client
}

async fn a_helper_signs_in_by_code(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut wim = app.stranger();
    assert!(wim.open("/sign-in").await.addresses().contains(&"/sign-in/by-mail".to_owned()));
    let (code, _) = asks(&app, &mut wim, " Wim@Voorbeeld.example ").await;
    let waiting = wim.open("/sign-in/by-mail/code").await;
    assert!(waiting.posts_to("/sign-in/by-mail/code") && !waiting.html.contains(&code));
    let page = types(&mut wim, &code.to_lowercase().replace('-', " ")).await;
    assert_eq!(page.location(), "/helping");
    assert!(!wim.cookies.contains_key("meedoen-mail"), "the try is over");
    let welcome = wim.open("/helping").await;
    assert!(welcome.shows(&app.dutch().t("welcome-title")) && welcome.posts_to("/api/helper/name"));
    let empty = wim.submit("/api/helper/name", &[("name", " ")]).await;
    assert!(empty.html.contains("aria-invalid"), "{}", empty.words());
    let home = wim.submit("/api/helper/name", &[("name", "Wim Bakker")]).await;
    assert!(home.shows("Wim") && home.shows(&app.dutch().t("helping-none")), "{}", home.words());
    wim.submit("/api/helper/name", &[("name", "Samira El Amrani")]).await;
    assert!(wim.open("/helping").await.shows("Wim"), "a name stays: residents say yes to it");
    // The next time, however it is written: the same person.
    let mut again = app.stranger();
    let (code, _) = asks(&app, &mut again, WIM).await;
    assert_eq!(types(&mut again, &code).await.location(), "/helping");
    assert!(again.open("/helping").await.shows("Wim"));
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE subject LIKE 'mail:%'").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM session WHERE door = 'helpers' AND sealed_hint IS NULL").await, 2);
    assert!(!app.contents().await.to_lowercase().contains("voorbeeld.example"), "the address is kept nowhere");
    // Out again: there is no provider to go to.
    assert_eq!(again.post("/session/end", &[]).await.location(), "/signed-out");
}

async fn the_link_works_in_the_browser_that_asked(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let (mut wim, mut scanner) = (app.stranger(), app.stranger());
    let (_, link) = asks(&app, &mut wim, WIM).await;
    for _ in 0..7 {
        let page = scanner.get(&link).await;
        assert_eq!((page.status.as_u16(), page.location()), (303, "/sign-in/by-mail/code"), "{}", page.words());
        assert!(!scanner.cookies.contains_key("meedoen"));
    }
    assert!(scanner.open("/sign-in/by-mail/code").await.shows(&app.dutch().t("mail-code-over")), "it says where the code works");
    // Somebody else's link in a browser that waits for its own code.
    let mut other = app.stranger();
    let (own, _) = asks(&app, &mut other, "ben@voorbeeld.example").await;
    assert_eq!(other.get(&link).await.location(), "/sign-in/by-mail/code");
    assert_eq!(types(&mut other, &own).await.location(), "/helping", "that one still works");
    assert_eq!(wim.get(&link).await.location(), "/helping");
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE subject LIKE 'mail:%'").await, 2);
    assert_eq!(wim.get(&link).await.location(), "/sign-in/by-mail/code", "once");
}

async fn a_wrong_code_is_counted(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut wim = app.stranger();
    let (code, _) = asks(&app, &mut wim, WIM).await;
    let empty = types(&mut wim, " - ").await;
    assert!(empty.shows(&app.dutch().t("problem-empty-code")), "nothing typed is no try: {}", empty.words());
    for n in 0..4 {
        let wrong = types(&mut wim, "AAAA-AAA2").await;
        assert_eq!(wrong.status, 200);
        assert!(wrong.shows(&app.dutch().t("problem-code")) && wrong.field("code") == "AAAA-AAA2", "{n}: {}", wrong.words());
    }
    assert!(types(&mut wim, "AAAA-AAA2").await.shows(&app.dutch().t("mail-code-over")), "the last one says that it is over");
    assert_eq!(types(&mut wim, &code).await.location(), "/sign-in/by-mail/code", "even for the right one");
    assert!(!wim.cookies.contains_key("meedoen"));
    let (code, _) = asks(&app, &mut wim, WIM).await;
    assert_eq!(types(&mut wim, &code).await.location(), "/helping", "a new one works");
}

async fn a_code_ends(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut wim = app.stranger();
    let (code, _) = asks(&app, &mut wim, WIM).await;
    let mut copy = wim.clone();
    assert_eq!(types(&mut wim, &code).await.location(), "/helping");
    assert_eq!(types(&mut copy, &code).await.location(), "/sign-in/by-mail/code", "once");
    let (late, _) = asks(&app, &mut copy, WIM).await;
    app.clock.advance(-MINUTE);
    assert_ne!(types(&mut copy.clone(), &late).await.location(), "/helping", "a clock that goes back gives nothing");
    app.clock.advance(16 * MINUTE);
    assert_eq!(types(&mut copy, &late).await.location(), "/sign-in/by-mail/code", "too old");
    app.service.sweep_sessions().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM mail_try").await, 0);
}

async fn one_of_two_wins(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut wim = app.stranger();
    let (code, _) = asks(&app, &mut wim, WIM).await;
    let (mut one, mut two) = (wim.clone(), wim);
    let (a, b) = tokio::join!(types(&mut one, &code), types(&mut two, &code));
    let in_ = [a, b].iter().filter(|page| page.location() == "/helping").count();
    assert_eq!((in_, app.number("SELECT COUNT(*) FROM session").await), (1, 1));
}

async fn too_many_codes_wait(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut wim = app.stranger();
    for _ in 0..3 {
        asks(&app, &mut wim, WIM).await;
    }
    let page = wim.post("/sign-in/by-mail", &[("email", WIM)]).await;
    assert!(page.status == 200 && page.shows(&app.dutch().with("problem-too-often", &[("minutes", 15_i64.into())])), "{}", page.words());
    assert_eq!(mails(&app, WIM).len(), 3);
    // Somebody elsewhere used those up: the owner of the address asks from their own place.
    app.change("UPDATE mail_try SET origin = 'elsewhere'".to_owned()).await;
    asks(&app, &mut wim, WIM).await;
    app.change("UPDATE mail_try SET origin = 'elsewhere'".to_owned()).await;
    for n in 0..17 {
        let copy =
            format!("INSERT INTO mail_try SELECT id || 'x{n}', subject, code_hash, sealed_back, tries, made_at, expires_at, 'x{n}' FROM mail_try LIMIT 1");
        app.change(copy).await;
    }
    assert_eq!(wim.post("/sign-in/by-mail", &[("email", WIM)]).await.status, 200, "however many places: nobody's mailbox is filled");
    asks(&app, &mut wim, "ben@voorbeeld.example").await;
    app.clock.advance(15 * MINUTE);
    asks(&app, &mut wim, WIM).await;
    // One place that writes to the whole town.
    let app = TestApp::with(engine, |settings| {
        settings.sign_in.helpers_by_mail = true;
        settings.limits.mail = Some(4);
    })
    .await;
    let mut bot = app.stranger();
    for n in 0..8 {
        let status = bot.post("/sign-in/by-mail", &[("email", &format!("n{n}@voorbeeld.example"))]).await.status;
        assert_eq!(status, if n < 4 { 303 } else { 429 }, "{n}");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM mail_try").await, 4);
}

async fn what_is_no_address_is_given_back(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut wim = app.stranger();
    for typed in ["wim", "wim@", "w im@a.example", "wim@a.example,ben@a.example", "wim@a.example\r\nBcc: b@a.example", "wím@a.example", "<b>@a.example"] {
        let page = wim.post("/sign-in/by-mail?back=/join/ABCD", &[("email", typed)]).await;
        assert!(page.status == 200 && page.shows(&app.dutch().t("problem-email")), "{typed}: {}", page.words());
        assert!(page.html.contains("aria-invalid=\"true\"") && page.posts_to("/sign-in/by-mail?back=/join/ABCD"), "{typed}");
    }
    assert!(wim.post("/sign-in/by-mail", &[("email", "wim@")]).await.field("email") == "wim@", "what was typed stands there");
    let page = wim.post("/sign-in/by-mail", &[]).await;
    assert!(page.shows(&app.dutch().t("problem-empty-email")));
    assert_eq!(app.number("SELECT COUNT(*) FROM mail_try").await, 0);
    assert_eq!(wim.post("/sign-in/by-mail", &[("email", &"a".repeat(9000))]).await.status, 413);
}

async fn what_was_posted_too_late_comes_back_by_mail_too(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    app.filling("henk").await;
    let mut wim = helper(&app, WIM, "Wim Bakker").await;
    let mut henk = app.sign_in("henk").await;
    let code = app.invited(&mut henk, "henk", &[("strength", "fill_in")]).await;
    wim.submit("/api/helper/join", &[("code", &code), ("name", "Wim Bakker"), ("promise", "yes")]).await;
    let invitation = henk.open(&format!("/r/{}/helpers", id("henk"))).await.form("/api/helper/confirm").field("invitation");
    henk.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "yes")]).await;
    wim.submit("/api/helping/begin", &[("resident", id("henk"))]).await;
    let mut filling = tests::Filling { client: wim, resident: id("henk"), way: "helping" };
    let form = filling.form("K8", &[("text", "Typed by Wim"), ("go", "next")]).await;
    app.clock.advance(16 * MINUTE);
    let page = filling.post_form(&form).await;
    assert!(page.status == 401 && page.shows(&app.dutch().t("signed-out-kept")), "{}", page.words());
    let (code, _) = asks(&app, &mut filling.client, WIM).await;
    assert_ne!(types(&mut filling.client, &code).await.location(), "/helping", "on with the same questions");
    assert!(filling.see("K8").await.html.contains("Typed by Wim"));
}

async fn an_invitation_goes_on_after_signing_in(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let mut henk = app.sign_in("henk").await;
    let code = app.invited(&mut henk, "henk", &[("work", "fill_in")]).await;
    let mut wim = app.stranger();
    let invited = wim.open(&format!("/join/{code}")).await;
    let door = invited.addresses().into_iter().find(|a| a.starts_with("/sign-in?back=")).expect("a way in");
    let by_mail = wim.open(&door).await.addresses().into_iter().find(|a| a.starts_with("/sign-in/by-mail")).expect("by mail");
    let page = wim.open(&by_mail).await;
    let form = page.tags("form").find(|form| form.contains("by-mail")).and_then(|form| tests::page::attribute(form, "action")).unwrap();
    assert_eq!(wim.post(&form, &[("email", WIM)]).await.location(), "/sign-in/by-mail/code");
    let (mailed, _) = mails(&app, WIM).remove(0);
    assert!(!app.contents().await.contains(&code), "whose invitation somebody answers is sealed");
    assert_eq!(types(&mut wim, &mailed).await.location(), format!("/join/{code}"), "back to it");
    wim.submit("/api/helper/join", &[("code", &code), ("name", "Wim Bakker"), ("promise", "yes")]).await;
    assert!(wim.open("/helping").await.shows("Wim"), "who answered an invitation has a name");
    let asked = henk.open(&format!("/r/{}/helpers", id("henk"))).await;
    assert!(asked.shows(&app.dutch().t("confirm-account-none")), "nobody checked this name: {}", asked.words());
    let confirm = asked.form("/api/helper/confirm").field("invitation");
    henk.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &confirm), ("answer", "yes")]).await;
    wim.open(&format!("/r/{}/helping", id("henk"))).await;
    // Only that: not a page of anybody.
    for back in [format!("/r/{}", id("henk")), "/work".into(), "//evil.example".into(), "/joined".into()] {
        let mut client = app.stranger();
        app.clock.advance(16 * MINUTE);
        assert_eq!(client.post(&format!("/sign-in/by-mail?back={back}"), &[("email", "ben@voorbeeld.example")]).await.status, 303);
        let code = mails(&app, "ben@voorbeeld.example").into_iter().map(|(code, _)| code);
        let mut landed = String::new();
        for code in code {
            let page = types(&mut client, &code).await;
            if page.status == 303 && !page.location().starts_with("/sign-in") {
                landed = page.location().to_owned();
            }
        }
        assert_eq!(landed, "/helping", "{back}");
    }
}

async fn a_mail_that_does_not_leave_is_told(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    let folder = app.folder().join("messages");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, "no folder").unwrap();
    let mut wim = app.stranger();
    let page = wim.post("/sign-in/by-mail", &[("email", WIM)]).await;
    assert!(page.status == 200 && page.shows(&app.dutch().t("problem-not-sent")) && page.field("email") == WIM, "{}", page.words());
    assert!(!wim.cookies.contains_key("meedoen-mail"));
    assert_eq!(app.number("SELECT COUNT(*) FROM mail_try").await, 0, "it counts for nothing");
}

async fn nobody_learns_who_is_known(engine: Engine) {
    let app = TestApp::with_mail(engine).await;
    helper(&app, WIM, "Wim Bakker").await;
    app.clock.advance(16 * MINUTE);
    let mut pages = Vec::new();
    for address in [WIM, "stranger@voorbeeld.example"] {
        let mut client = app.stranger();
        asks(&app, &mut client, address).await;
        let waiting = client.open("/sign-in/by-mail/code").await;
        let wrong = types(&mut client, "AAAA-AAA2").await;
        pages.push((waiting.words(), wrong.words()));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(app.number("SELECT COUNT(*) FROM person WHERE subject LIKE 'mail:%'").await, 1, "asking makes nobody");
}

async fn where_it_is_closed_it_is_not_there(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut wim = app.stranger();
    assert!(!wim.open("/sign-in").await.addresses().iter().any(|a| a.contains("by-mail")));
    assert_eq!(wim.get("/sign-in/by-mail").await.status, 404);
    assert_eq!(wim.post("/sign-in/by-mail", &[("email", WIM)]).await.status, 404);
    assert_eq!(wim.post("/sign-in/passkey/begin", &[]).await.status, 404);
    assert_eq!(wim.post("/sign-in/passkey/finish", &[("attempt", "a"), ("answer", "{}")]).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM mail_try").await + app.number("SELECT COUNT(*) FROM passkey_try").await, 0);
}
