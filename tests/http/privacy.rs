//! What a person entered is in no log, in no address, and nowhere in the database in the clear.

use data_encoding::{BASE64, HEXLOWER};
use tests::app::{id, test_bsn};
use tests::{Client, Engine, Filling, TestApp, database, log, on_both_engines};

on_both_engines!(nothing_entered_is_in_the_clear, a_private_answer_is_only_the_residents);

/// Everything that somebody enters in this test; each can be recognised anywhere.
const ENTERED: [(&str, &str); 17] = [
    ("first name", "Voornaamdoorn"),
    ("last name", "Achternaamdoorn"),
    ("called", "Roepnaamdoorn"),
    ("phone", "0687654321"),
    ("e-mail", "postdoorn@voorbeeld.example"),
    ("answer", "antwoorddoorn"),
    ("other", "anders-doorn"),
    ("conflicting answer", "tweedetabdoorn"),
    ("proposal of the municipality", "gemeentedoorn"),
    ("proposal of the resident", "inwonerdoorn"),
    ("note", "notitiedoorn"),
    ("reason of the group", "redendoorn"),
    ("reply", "weerwoorddoorn"),
    ("question about answers", "vraagdoorn"),
    ("agreement", "akkoorddoorn"),
    ("refused number", "06nummerdoorn"),
    ("refused note", "teveeldoorn"),
];

fn entered(what: &str) -> &'static str {
    ENTERED.iter().find(|(name, _)| *name == what).map(|(_, value)| *value).unwrap()
}

/// Looks for everything that was entered, as it is and in the ways that machines write it.
fn holds_nothing_entered(place: &str, text: &str, bsn: &str) {
    let lower = text.to_lowercase();
    for (what, value) in ENTERED.into_iter().chain([("BSN", bsn), ("name in the demo", "Henk de Vries"), ("phone in the demo", "0610007919")]) {
        let base64 = BASE64.encode(value.as_bytes());
        // Base64 depends on what stands before: the middle of it is the same one time in three.
        let written =
            [value.to_lowercase(), HEXLOWER.encode(value.as_bytes()), base64.trim_end_matches('=').to_lowercase(), value.replace('@', "%40").to_lowercase()];
        for form in written {
            assert!(!lower.contains(&form), "the {what} is in {place}: …{}…", excerpt(&lower, &form));
        }
    }
}

fn excerpt(text: &str, found: &str) -> String {
    let at = text.find(found).unwrap_or_default();
    text[at.saturating_sub(80)..].chars().take(200).collect()
}

/// The whole way of a resident who enters all of it.
async fn fill_in(app: &TestApp, henk: &mut Filling) {
    let resident = henk.resident;
    let profile = henk.client.open(&format!("/r/{resident}/profile")).await.field("base");
    let wrong = [("resident", resident), ("base", &profile), ("phone", entered("refused number")), ("language", "nl"), ("contact", "sms")];
    henk.client.submit("/api/profile/keep", &wrong).await;
    let right = [
        ("resident", resident),
        ("base", &profile),
        ("called", entered("called")),
        ("phone", entered("phone")),
        ("email", entered("e-mail")),
        ("language", "nl"),
        ("contact", "sms"),
    ];
    henk.client.submit("/api/profile/keep", &right).await;
    henk.type_text("K8", entered("answer")).await;
    henk.keep("W6", &[("choices[]", "other"), ("text", entered("other"))]).await;
    let lines = [
        ("lines[0][pair]", "own"),
        ("lines[0][wanted]", "yes"),
        ("lines[0][municipality]", entered("proposal of the municipality")),
        ("lines[0][resident]", entered("proposal of the resident")),
    ];
    henk.keep("Z3", &lines).await;
    henk.choose("B5", "home").await;
    let request = [("resident", resident), ("kind", "urgent"), ("about", "K8"), ("phone", entered("phone")), ("form_key", "k1")];
    henk.client.submit("/api/request/send", &request).await;
    let mut other = app.filling("henk").await;
    let (one, two) = (
        henk.form("H8", &[("text", entered("answer")), ("go", "next")]).await,
        other.form("H8", &[("text", entered("conflicting answer")), ("go", "next")]).await,
    );
    henk.post_form(&one).await;
    other.post_form(&two).await;
    let choice = henk.see("H8").await;
    let pick = [("resident", resident), ("way", "intake"), ("step", "H8"), ("version", &choice.field("version")), ("pick", "other")];
    henk.client.submit("/api/answer/pick", &pick).await;
    let sent = henk.send().await;
    assert_eq!(sent.location(), format!("/r/{resident}/sent/1"));
    for page in ["", "/sent/1/copy", "/sent/1/picture"] {
        henk.client.open(&format!("/r/{resident}{page}")).await;
    }
}

/// What a caseworker enters about it.
async fn review(daan: &mut Client, henk: &mut Filling) {
    let resident = henk.resident;
    daan.submit("/api/review/note", &[("resident", resident), ("note", entered("note"))]).await;
    let too_long = format!("{} {}", entered("refused note"), "x".repeat(2000));
    daan.submit("/api/review/note", &[("resident", resident), ("note", &too_long)]).await;
    daan.submit("/api/review/group", &[("resident", resident), ("group", "2"), ("group_reason", entered("reason of the group"))]).await;
    let decision = henk.client.open(&format!("/r/{resident}/group")).await.field("decision");
    henk.client.submit("/api/group/reply", &[("resident", resident), ("decision", &decision), ("reply", entered("reply"))]).await;
    let ask = [("resident", resident), ("reason", "unclear"), ("questions[]", "K8"), ("message", entered("question about answers"))];
    daan.submit("/api/review/ask", &ask).await;
    henk.client.submit("/api/ask/start", &[("resident", resident)]).await;
    henk.type_text("K8", &format!("{} again", entered("answer"))).await;
    for path in ["/work", "/work?show=mine", &format!("/work/{resident}"), &format!("/work/{resident}/version/1")] {
        daan.open(path).await;
    }
}

async fn nothing_entered_is_in_the_clear(engine: Engine) {
    log::everything();
    let app = TestApp::start(engine).await;
    let bsn = test_bsn(77);
    let mut henk = app.filling("henk").await;
    fill_in(&app, &mut henk).await;
    let mut daan = app.reviewing("daan", "henk").await;
    review(&mut daan, &mut henk).await;
    for bsn in [bsn.as_str(), "999999999"] {
        let name = [("first_name", entered("first name")), ("last_name", entered("last name")), ("bsn", bsn)];
        let rest = [("phone", entered("phone")), ("language", "nl"), ("route", "whole"), ("team", "werk")];
        daan.submit("/api/resident/invite", &[&name[..], &rest].concat()).await;
    }
    let mut desk = app.at_desk("daan", "yonas").await;
    desk.type_text("K8", entered("answer")).await;
    let draft = desk.draft().await;
    let agreed = [("resident", id("yonas")), ("way", "desk"), ("draft", draft.as_str()), ("agreement", entered("agreement"))];
    desk.client.submit("/api/draft/send", &agreed).await;
    // The log down to the smallest word, of a portal that also met bad input.
    daan.post("/api/answer/keep", &[("text", entered("answer")), ("lines[0][x][y]", entered("answer"))]).await;
    let logged = log::text();
    assert!(logged.contains("INSERT INTO answer"), "the log is listened to");
    holds_nothing_entered("the log", &logged, &bsn);
    for client in [&henk.client, &daan, &desk.client] {
        // What dials a number goes to no server.
        let addresses: Vec<&str> = client.addresses.iter().map(String::as_str).filter(|a| !a.starts_with("tel:")).collect();
        holds_nothing_entered("an address", &addresses.join("\n"), &bsn);
    }
    holds_nothing_entered("the database", &database::contents(&app.url, engine, &[]).await, &bsn);
    if engine == Engine::Sqlite {
        app.service.db.close().await;
        let files =
            std::fs::read_dir(app.folder()).unwrap().map(|e| e.unwrap().path()).filter(|p| p.file_name().unwrap().to_string_lossy().starts_with("portal.db"));
        for file in files {
            holds_nothing_entered("a file of the database", &String::from_utf8_lossy(&std::fs::read(&file).unwrap()), &bsn);
        }
    }
}

async fn a_private_answer_is_only_the_residents(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.intake.switched_on = vec!["S7".into()]).await;
    let words = app.dutch();
    let mut henk = app.filling("henk").await;
    let page = henk.see("S7").await;
    assert!(page.shows(&words.t("exit")) && page.addresses().iter().any(|a| a.starts_with("https://")), "a way out in one tap");
    let led = henk.choose("S7", "no").await;
    let help = henk.client.open(led.location()).await;
    assert!(help.shows("0800 2000") && !help.posts_to("/api/request/send"), "who to call, and nothing to send");
    henk.send().await;
    let question = words.t("S7");
    assert!(!henk.client.open(&format!("/r/{}/sent/1/copy", henk.resident)).await.shows(&question), "somebody else may open the copy");
    let mut daan = app.reviewing("daan", "henk").await;
    for path in ["", "/ask", "/version/1"] {
        let page = daan.open(&format!("/work/{}{path}", henk.resident)).await;
        assert!(!page.shows(&question) && !page.html.contains("q-S7"), "{path}");
    }
    // Not asked when somebody sits beside the resident.
    let mut samira = app.filling("samira").await;
    samira.choose("B1", "together").await;
    assert!(samira.see("S7").await.shows(&words.t("elsewhere-title")));
    assert!(!samira.see("check").await.shows(&question));
}
