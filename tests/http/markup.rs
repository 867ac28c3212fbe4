//! Markup in any field is shown as text, on every page where it comes out.

use tests::app::{id, test_bsn};
use tests::page::unescape;
use tests::{Client, Engine, Filling, Page, TestApp, on_both_engines};

on_both_engines!(a_residents_words_stay_words, a_caseworkers_words_stay_words, what_was_not_taken_is_shown_as_words, line_breaks_and_other_scripts_survive);

/// Ends a text area, an attribute, a script and a comment.
const EVIL: &str = "</textarea><script>alert(1)</script>\"'--><img src=x onerror=alert(1)>&lt;b&gt;";
/// The same idea in the room that a name has.
const SHORT: &str = "\"><script>alert(1)</script>";

/// Nothing of it became markup, and it is there to read.
fn is_shown_as_words(page: &Page, evil: &str, at: &str) {
    assert!(!page.html.contains("<script>alert") && page.tags("img").next().is_none() && !page.html.contains("--><img"), "{at}: {}", page.html);
    assert!(unescape(&page.html).contains(evil), "{at} shows it: {}", page.words());
}

/// Somebody whose every text is evil, and who sends it.
async fn evil_resident(app: &TestApp) -> Filling {
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "volunteer").await;
    for (step, fields) in [
        ("W1b", &[("text", EVIL), ("number", "3")][..]),
        ("W6", &[("choices[]", "other"), ("text", EVIL)]),
        ("K8", &[("text", EVIL)]),
        ("H8", &[("text", EVIL)]),
        ("B1", &[("choices[]", "together")]),
        ("B1a", &[("choices[]", "buddy"), ("text", EVIL)]),
        ("B1b", &[("choices[]", "agree")]),
    ] {
        henk.keep(step, fields).await;
        if step.len() > 1 && fields.iter().any(|(_, v)| *v == EVIL) {
            is_shown_as_words(&henk.see(step).await, EVIL, step);
        }
    }
    let lines = [("lines[0][pair]", "strong_side"), ("lines[0][wanted]", "yes"), ("lines[0][municipality]", EVIL), ("lines[0][resident]", EVIL)];
    let own = [("lines[1][pair]", "own"), ("lines[1][wanted]", "yes"), ("lines[1][municipality]", EVIL), ("lines[1][resident]", EVIL)];
    henk.keep("Z3", &[lines, own].concat()).await;
    is_shown_as_words(&henk.see("Z3").await, EVIL, "Z3");
    henk
}

async fn a_residents_words_stay_words(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = evil_resident(&app).await;
    let resident = henk.resident;
    is_shown_as_words(&henk.see("check").await, EVIL, "check");
    henk.send().await;
    is_shown_as_words(&henk.client.open(&format!("/r/{resident}/sent/1/copy")).await, EVIL, "copy");
    let base = henk.client.open(&format!("/r/{resident}/profile")).await.field("base");
    let profile = [("resident", resident), ("base", &base), ("called", SHORT), ("language", "nl"), ("contact", "portal"), ("address", "as_set")];
    is_shown_as_words(&henk.client.submit("/api/profile/keep", &profile).await, SHORT, "profile");
    is_shown_as_words(&henk.client.open(&format!("/r/{resident}")).await, SHORT, "home");
    let mut daan = app.reviewing("daan", "henk").await;
    let group = [("resident", resident), ("group", "2"), ("group_reason", "Because")];
    daan.submit("/api/review/group", &group).await;
    let decision = henk.client.open(&format!("/r/{resident}/group")).await.field("decision");
    let reply = [("resident", resident), ("decision", decision.as_str()), ("reply", EVIL)];
    is_shown_as_words(&henk.client.submit("/api/group/reply", &reply).await, EVIL, "group");
    for path in ["", "/ask", "/version/1"] {
        is_shown_as_words(&daan.open(&format!("/work/{resident}{path}")).await, EVIL, path);
    }
    // A second version, for the difference.
    henk.client.submit("/api/draft/start", &[("resident", resident)]).await;
    henk.type_text("K8", &format!("Again {EVIL}")).await;
    henk.send().await;
    is_shown_as_words(&daan.open(&format!("/work/{resident}")).await, &format!("Again {EVIL}"), "difference");
    // The answer that a small request is about, in the other language too.
    henk.client.submit("/session/language", &[("language", "en"), ("back", "/")]).await;
    is_shown_as_words(&henk.client.open(&format!("/r/{resident}/sent/2/copy")).await, EVIL, "copy in English");
}

async fn a_caseworkers_words_stay_words(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let resident = henk.resident;
    let mut daan = app.reviewing("daan", "henk").await;
    is_shown_as_words(&daan.submit("/api/review/note", &[("resident", resident), ("note", EVIL)]).await, EVIL, "note");
    let group = [("resident", resident), ("group", "2"), ("group_reason", EVIL)];
    is_shown_as_words(&daan.submit("/api/review/group", &group).await, EVIL, "group");
    is_shown_as_words(&henk.client.open(&format!("/r/{resident}/group")).await, EVIL, "group for the resident");
    let ask = [("resident", resident), ("reason", "other"), ("questions[]", "K8"), ("message", EVIL)];
    is_shown_as_words(&daan.submit("/api/review/ask", &ask).await, EVIL, "asked");
    is_shown_as_words(&henk.client.open(&format!("/r/{resident}/ask")).await, EVIL, "asked, for the resident");
    let bsn = test_bsn(60);
    let invite = [("first_name", SHORT), ("last_name", SHORT), ("bsn", bsn.as_str()), ("language", "nl"), ("route", "whole"), ("team", "werk")];
    is_shown_as_words(&daan.submit("/api/resident/invite", &invite).await, SHORT, "review");
    is_shown_as_words(&daan.open("/work?show=invited").await, SHORT, "worklist");
    let somebody =
        daan.clone().open("/work?show=invited").await.addresses().into_iter().filter(|a| a.starts_with("/work/") && !a.contains('?')).collect::<Vec<_>>();
    assert!(somebody.len() > 1, "{somebody:?}");
    let mut desk = app.at_desk("daan", "yonas").await;
    let draft = desk.draft().await;
    let send = [("resident", desk.resident), ("way", "desk"), ("draft", draft.as_str()), ("agreement", EVIL)];
    desk.client.submit("/api/draft/send", &send).await;
    is_shown_as_words(&desk.client.open(&format!("/work/{}/version/1", id("yonas"))).await, EVIL, "agreement");
    is_shown_as_words(&app.sign_in("yonas").await.open(&format!("/r/{}/sent/1/copy", id("yonas"))).await, EVIL, "agreement, for the resident");
}

/// Sends a form that is refused, and looks at the page that it comes back to.
async fn refused(client: &mut Client, path: &str, form: &[(&str, &str)], evil: &str) {
    let page = client.submit(path, form).await;
    is_shown_as_words(&page, evil, path);
}

async fn what_was_not_taken_is_shown_as_words(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let resident = henk.resident;
    let mut daan = app.reviewing("daan", "henk").await;
    refused(&mut daan, "/api/review/group", &[("resident", resident), ("group", ""), ("group_reason", EVIL)], EVIL).await;
    let long = format!("{EVIL}{}", "n".repeat(2000));
    refused(&mut daan, "/api/review/note", &[("resident", resident), ("note", &long)], EVIL).await;
    refused(&mut daan, "/api/review/ask", &[("resident", resident), ("reason", ""), ("message", EVIL)], EVIL).await;
    refused(&mut daan, "/api/resident/invite", &[("first_name", EVIL), ("bsn", EVIL), ("phone", EVIL), ("team", EVIL)], EVIL).await;
    let profile = [("resident", resident), ("called", EVIL), ("phone", EVIL), ("email", EVIL), ("language", EVIL), ("ticked[]", EVIL)];
    refused(&mut henk.client, "/api/profile/keep", &profile, EVIL).await;
    refused(&mut henk.client, "/api/request/send", &[("resident", resident), ("kind", "urgent"), ("phone", EVIL), ("form_key", "k")], EVIL).await;
    // Typed into a draft that is gone.
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", EVIL), ("go", "next")]).await;
    let draft = henk.draft().await;
    henk.client.submit("/api/draft/discard", &[("resident", resident), ("way", "intake"), ("draft", &draft)]).await;
    let home = henk.post_form(&form).await;
    is_shown_as_words(&henk.client.open(home.location()).await, EVIL, "home");
    // Answers that do not fit: a choice and a number that are markup.
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "paid").await;
    henk.keep("W1a", &[("number", EVIL)]).await;
    is_shown_as_words(&henk.see("W1a").await, EVIL, "number");
    henk.choose("W2", EVIL).await;
    for step in ["W2", "check"] {
        assert!(!henk.see(step).await.html.contains("<script>alert"), "{step}");
    }
    let nowhere = henk.client.get("/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert!(!nowhere.html.contains("<script>alert"));
}

async fn line_breaks_and_other_scripts_survive(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let text = "\n\nEerste regel\r\nالعربية ትግርኛ Україна 🌱\n  ingesprongen";
    henk.type_text("K8", text).await;
    let page = henk.see("K8").await;
    let kept = text.replace("\r\n", "\n");
    assert!(page.html.contains(&format!(">\n{kept}</textarea>")) || unescape(&page.html).contains(&kept), "{}", page.html);
    // One line break after the tag is swallowed by browsers: there is one more than was typed.
    let area = page.html.split("<textarea").nth(1).unwrap().split_once('>').unwrap().1;
    assert!(area.starts_with("\n\n\nEerste"), "{:?}", &area[..20]);
    assert!(page.html.contains("dir=\"auto\""));
    henk.send().await;
    assert!(henk.client.open(&format!("/r/{}/sent/1/copy", henk.resident)).await.shows("العربية ትግርኛ Україна 🌱"));
}
