//! Sending: one version and one review, whatever is tapped how often; and nothing that was sent ever changes.

use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    sending_gives_a_reference_and_a_copy,
    two_taps_at_once_send_once,
    many_taps_and_tabs_send_once,
    an_answer_that_does_not_fit_is_in_the_way,
    two_answers_to_one_question_are_in_the_way,
    what_was_sent_never_changes,
    nothing_says_sent_before_it_is,
    a_draft_is_seen_by_no_staff,
    what_was_never_asked_is_not_sent,
    profile_and_preferences_come_from_the_answers,
    half_skipped_and_unknown_are_told_apart,
);

async fn sending_gives_a_reference_and_a_copy(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let sent = henk.client.open(&format!("/r/{}/sent/1", henk.resident)).await;
    let words = app.dutch();
    assert!(sent.shows(&words.t("sent-title")) && sent.shows(&words.t("sent-next")));
    let reference = sent.reference("MD");
    let due = words.with("date-day", &[("day", 7_i64.into()), ("month", words.t("month-12").into())]);
    assert!(sent.shows(&due), "ten working days after 23 November is {due}: {}", sent.words());
    let copy = henk.client.open(&format!("/r/{}/sent/1/copy", henk.resident)).await;
    assert!(copy.shows(&reference) && copy.shows("My garden") && copy.shows(&words.t("K8")));
    assert!(copy.html.contains("md-no-print"), "made to print");
    let picture = henk.client.open(&format!("/r/{}/sent/1/picture", henk.resident)).await;
    assert!(picture.html.contains("<svg") && picture.shows(&words.t("picture-note")));
    // The confirmation is still there later, in another session.
    let mut later = app.sign_in("henk").await;
    assert!(later.open(&format!("/r/{}", id("henk"))).await.shows(&words.t("home-sent")));
    assert!(later.open(&format!("/r/{}/sent/1", id("henk"))).await.shows(&reference));
}

async fn two_taps_at_once_send_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    for story in ["henk", "samira", "yonas"] {
        let (mut one, mut other) = (app.filling(story).await, app.filling(story).await);
        one.type_text("K8", "My garden").await;
        let draft = one.draft().await;
        let form = [("resident", one.resident), ("way", "intake"), ("draft", draft.as_str())];
        let (a, b) = tokio::join!(one.client.post("/api/draft/send", &form), other.client.post("/api/draft/send", &form));
        let page = format!("/r/{}/sent/1", one.resident);
        assert_eq!((a.location(), b.location()), (page.as_str(), page.as_str()), "both taps are shown what was sent");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 3);
    assert_eq!(app.number("SELECT COUNT(*) FROM review").await, 3);
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'sent'").await, 3);
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 0);
}

async fn many_taps_and_tabs_send_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let draft = henk.draft().await;
    let mut taps = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (mut client, draft, resident) = (henk.client.clone(), draft.clone(), henk.resident);
        taps.spawn(async move { client.post("/api/draft/send", &[("resident", resident), ("way", "intake"), ("draft", &draft)]).await });
    }
    let pages = taps.join_all().await;
    assert!(pages.iter().all(|p| p.status == 303), "{:?}", pages.iter().map(|p| p.status).collect::<Vec<_>>());
    // An hour later the old tab is still there.
    app.clock.advance(10 * MINUTE);
    let late = henk.client.post("/api/draft/send", &[("resident", henk.resident), ("way", "intake"), ("draft", &draft)]).await;
    assert_eq!(late.location(), format!("/r/{}/sent/1", henk.resident), "it finds what was sent");
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'sent'").await, 1);
}

async fn an_answer_that_does_not_fit_is_in_the_way(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "paid").await;
    henk.keep("W1a", &[("number", "a lot")]).await;
    let page = henk.see("send").await;
    assert!(page.shows(&app.dutch().t("send-obstacles")) && page.shows(&app.dutch().t("W1a")));
    assert!(!page.posts_to("/api/draft/send"), "there is nothing to tap");
    assert!(page.addresses().contains(&format!("/r/{}/intake/W1a?back=send", henk.resident)), "the way there");
    let refused = henk.send().await;
    assert_eq!(refused.location(), henk.at("send"));
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 0);
    // Mended by way of the change link, which leads back.
    let page = henk.client.open(&format!("/r/{}/intake/W1a?back=send", henk.resident)).await;
    let form = page.form("/api/answer/keep");
    assert_eq!((form.field("back"), form.field("number")), ("send".to_owned(), "a lot".to_owned()));
    let back = henk.keep("W1a?back=send", &[("number", "12")]).await;
    assert_eq!(back.location(), henk.at("send"), "where the link was");
    let back = henk.keep("W1a?back=check", &[("number", "12")]).await;
    assert_eq!(back.location(), format!("{}#a-W1a", henk.at("check")), "at the answer that was changed");
    assert_eq!(henk.client.open(&format!("/r/{}/intake/W1a?back=//evil", henk.resident)).await.form("/api/answer/keep").field("back"), "", "nowhere else");
    assert_eq!(henk.send().await.location(), format!("/r/{}/sent/1", henk.resident));
}

async fn two_answers_to_one_question_are_in_the_way(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    let (a, b) = (one.form("W6", &[("choices[]", "neat")]).await, other.form("W6", &[("choices[]", "hands")]).await);
    one.post_form(&a).await;
    other.post_form(&b).await;
    let page = one.see("send").await;
    assert!(page.shows(&app.dutch().t("send-obstacles")) && page.shows(&app.dutch().t("W6")));
    let refused = one.send().await;
    assert_eq!(refused.location(), one.at("check"));
    assert!(one.see("check").await.shows(&app.dutch().t("conflict-title")));
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 0);
}

async fn what_was_sent_never_changes(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let copy = format!("/r/{}/sent/1/copy", henk.resident);
    let before = henk.client.open(&copy).await.words();
    let stored = app.contents().await.lines().find(|row| row.starts_with("scan ")).unwrap().to_owned();
    app.clock.advance(2 * 24 * 60 * MINUTE);
    // "I want to change something" starts from a copy.
    let mut henk = app.filling("henk").await;
    let page = henk.see("K8").await;
    assert!(page.html.contains("My garden"));
    henk.type_text("K8", "My children").await;
    henk.choose("W3", "year").await;
    assert!(!henk.client.open(&copy).await.html.contains("My children"));
    assert_eq!(henk.send().await.location(), format!("/r/{}/sent/2", henk.resident));
    assert_eq!(henk.client.open(&copy).await.words(), before);
    assert!(app.contents().await.contains(&stored), "not one byte of it");
    let second = henk.client.open(&format!("/r/{}/sent/2/copy", henk.resident)).await;
    assert!(second.shows("My children") && !second.shows("My garden"));
    // The caseworker sees the new one, and what changed.
    let mut daan = app.sign_in("daan").await;
    let review = daan.open(&format!("/work/{}", id("henk"))).await;
    let was = app.dutch().with("review-was", &[("answer", "My garden".into())]);
    assert!(review.shows("My children") && review.shows(&was) && review.shows(&app.dutch().t("review-difference")), "{}", review.words());
    assert!(daan.open(&format!("/work/{}/version/1", id("henk"))).await.shows("My garden"));
}

async fn nothing_says_sent_before_it_is(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let says = |words: &str| {
        let words: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).collect();
        words.windows(2).any(|pair| pair[1].eq_ignore_ascii_case("verstuurd") && pair[0] != "niet")
    };
    for path in ["", "/start", "/intake", "/intake/K8", "/intake/check", "/intake/send", "/intake/stopped", "/profile"] {
        let page = henk.client.open(&format!("/r/{}{path}", henk.resident)).await;
        assert!(!says(&page.words()), "{path}: {}", page.words());
    }
    assert!(henk.see("send").await.shows(&app.dutch().t("send-title")));
    henk.send().await;
    let sent = henk.client.open(&format!("/r/{}/sent/1", henk.resident)).await;
    assert!(says(&sent.words()) && !sent.html.contains("data-status"), "and then nothing says kept");
}

async fn a_draft_is_seen_by_no_staff(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "Sent words").await;
    app.reviewing("daan", "henk").await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.type_text("K8", "Never sent words").await;
    henk.choose("B5", "home").await;
    let mut yonas = app.filling("yonas").await;
    yonas.type_text("K8", "Never sent words").await;
    let resident = id("henk");
    for story in ["daan", "marieke", "ilse", "petra", "koen"] {
        let mut staff = app.sign_in(story).await;
        let mut paths = vec!["/work".to_owned(), "/divide".to_owned(), "/divide?show=team".to_owned(), "/manage".to_owned(), "/".to_owned()];
        paths.extend(["mine", "unassigned", "waiting", "invited", "concluded"].map(|show| format!("/work?show={show}")));
        paths.extend(["", "/ask", "/version/1", "/version/2"].map(|page| format!("/work/{resident}{page}")));
        paths.extend(["/intake", "/intake/K8", "/intake/check", "/desk", "/desk/K8"].map(|page| format!("/r/{resident}{page}")));
        paths.push(format!("/work/{}", id("yonas")));
        for path in paths {
            let page = staff.get(&path).await;
            assert!(!page.html.contains("Never sent"), "{story} reads it at {path}");
            assert!(!page.shows(&app.dutch().t("signal-direct")), "{story} sees the signal of a draft at {path}");
        }
    }
}

async fn what_was_never_asked_is_not_sent(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "paid").await;
    henk.keep("W1a", &[("number", "37")]).await;
    henk.choose("W1", "nothing").await;
    henk.send().await;
    let copy = henk.client.open(&format!("/r/{}/sent/1/copy", henk.resident)).await;
    let words = copy.words();
    assert!(!copy.shows(&app.dutch().t("W1a")) && !words.split_whitespace().any(|word| word == "37"), "{words}");
}

async fn profile_and_preferences_come_from_the_answers(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("B2", "read_to_me").await;
    henk.choose("B4", "call").await;
    henk.choose("H3", "with_help").await;
    henk.choose("H3a", "small_steps").await;
    let before = henk.client.open(&format!("/r/{}/profile", henk.resident)).await;
    assert!(!before.ticked("ticked[]").contains(&"read_aloud".to_owned()), "a draft changes nothing yet");
    henk.send().await;
    let after = henk.client.open(&format!("/r/{}/profile", henk.resident)).await;
    let ticked = after.ticked("ticked[]");
    assert!(["read_aloud", "small_steps"].iter().all(|t| ticked.contains(&(*t).to_owned())), "{ticked:?}");
    assert_eq!(after.ticked("contact"), ["phone"]);
    // The language helps at once, without sending.
    let mut samira = app.filling("samira").await;
    samira.choose("K6", "english").await;
    assert!(samira.see("K8").await.html.contains("<html lang=\"en\""));
}

async fn half_skipped_and_unknown_are_told_apart(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.skip("G1").await;
    henk.choose("G2", "unknown").await;
    henk.keep("people", &[("go", "skip_domain")]).await;
    henk.send().await;
    let words = app.dutch();
    let copy = henk.client.open(&format!("/r/{}/sent/1/copy", henk.resident)).await.words();
    let mut daan = app.sign_in("daan").await;
    let review = daan.open(&format!("/work/{}", id("henk"))).await.words();
    for (page, skipped) in [(&copy, words.t("answer-skipped")), (&review, words.t("answer-skipped-staff"))] {
        for row in [
            format!("{} {skipped}", words.t("G1")),
            format!("{} {}", words.t("G2"), words.attr("G2", "o-unknown")),
            format!("{} {}", words.t("G4"), words.t("answer-open")),
        ] {
            assert!(page.contains(&row), "{row}: {page}");
        }
    }
    assert!(copy.contains(&words.t("check-domain-skipped")));
    let actor = app.service.person(id("daan")).await.unwrap().into();
    let scan = app.service.review(&actor, id("henk")).await.unwrap().sent.remove(0).scan;
    let state = |step: &str| format!("{:?}", scan.answer(step).unwrap().state);
    assert_eq!([state("G1"), state("G2"), state("G4")], ["Skipped", "Unknown", "Open"]);
    assert_eq!(scan.skipped_domains, [domain::intake::Domain::People]);
}
