//! A question about the answers: one at a time, leading to exactly those questions, and the caseworker sees the difference.

use tests::app::id;
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    the_resident_sees_exactly_those_questions,
    answering_shows_the_difference,
    one_question_is_open_at_a_time,
    withdrawing_keeps_what_was_typed,
    an_open_draft_goes_on_as_it_is,
    a_version_sent_another_way_answers_too,
    asking_says_what_is_missing,
);

async fn ask(caseworker: &mut Client, resident: &str, questions: &[&str]) -> Page {
    let mut form = vec![("resident", id(resident)), ("reason", "unclear"), ("message", "Would you look again?")];
    form.extend(questions.iter().map(|q| ("questions[]", *q)));
    caseworker.submit("/api/review/ask", &form).await
}

async fn the_resident_sees_exactly_those_questions(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("G1", "left_over").await;
    henk.type_text("K8", "My garden").await;
    henk.send().await;
    let mut daan = app.reviewing("daan", "henk").await;
    ask(&mut daan, "henk", &["G1", "K8"]).await;
    let words = app.dutch();
    let home = henk.client.open(&format!("/r/{}", henk.resident)).await;
    assert!(home.shows(&words.t("home-asked")), "it comes first: {}", home.words());
    let page = henk.client.open(&format!("/r/{}/ask", henk.resident)).await;
    assert!(page.shows("Would you look again?") && page.shows("Daan Visser") && page.shows(&words.t("G1")) && page.shows(&words.t("K8")));
    assert!(page.shows("My garden"), "what was said stands beside it");
    let first = henk.client.post("/api/ask/start", &[("resident", henk.resident)]).await;
    assert_eq!(first.location(), henk.at("G1"));
    let question = henk.see("G1").await;
    assert!(question.shows("Would you look again?") && question.shows(&words.with("asked-by", &[("name", "Daan Visser".into())])), "{}", question.words());
    let next = henk.choose("G1", "short").await;
    assert_eq!(next.location(), henk.at("G1a"), "with what follows from the answer");
    let next = henk.choose("G1a", "rent").await;
    assert_eq!(next.location(), henk.at("K8"));
    let next = henk.type_text("K8", "My garden and my dog").await;
    assert_eq!(next.location(), henk.at("check"));
    let check = henk.see("check").await;
    assert!(check.shows(&words.t("G1")) && !check.shows(&words.t("W1")) && !check.shows(&words.t("G4")), "{}", check.words());
    let elsewhere = henk.see("W1").await;
    assert!(elsewhere.shows(&words.t("elsewhere-title")));
    let draft = henk.draft().await;
    let skip = [("resident", henk.resident), ("way", "intake"), ("draft", draft.as_str()), ("step", "work"), ("base", "0"), ("go", "skip_domain")];
    assert_eq!(henk.client.post("/api/answer/keep", &skip).await.status, 404, "no domain is skipped where nobody sees it");
}

async fn answering_shows_the_difference(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W3", "later").await;
    henk.type_text("K8", "My garden").await;
    henk.send().await;
    let mut daan = app.reviewing("daan", "henk").await;
    ask(&mut daan, "henk", &["K8"]).await;
    henk.client.submit("/api/ask/start", &[("resident", henk.resident)]).await;
    henk.type_text("K8", "My dog").await;
    assert_eq!(henk.send().await.location(), format!("/r/{}/sent/2", henk.resident));
    let words = app.dutch();
    let review = daan.open(&format!("/work/{}", id("henk"))).await;
    assert!(review.shows(&words.with("review-was", &[("answer", "My garden".into())])) && review.shows("My dog"));
    assert!(review.shows(&words.with("review-changes", &[("n", 1_i64.into())])), "only what was asked: {}", review.words());
    assert!(review.shows(&words.attr("W3", "o-later")), "what was not asked about was sent along unchanged");
    assert!(review.shows(&words.t("state-in-review")));
    assert_eq!(app.number("SELECT COUNT(*) FROM ask WHERE state = 'answered' AND answered_by IS NOT NULL").await, 1);
    assert_eq!(henk.client.get(&format!("/r/{}/ask", henk.resident)).await.status, 404, "nothing is asked any more");
    // The next question can be asked.
    assert!(!ask(&mut daan, "henk", &["W3"]).await.shows(&words.t("notice-conflict-ask")));
    assert_eq!(app.number("SELECT COUNT(*) FROM ask WHERE state = 'open'").await, 1);
}

async fn one_question_is_open_at_a_time(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let (mut one, mut other) = (daan.clone(), daan.clone());
    tokio::join!(ask(&mut one, "henk", &["K8"]), ask(&mut other, "henk", &["G1"]));
    assert_eq!(app.number("SELECT COUNT(*) FROM ask").await, 1);
    let third = ask(&mut daan, "henk", &["W3"]).await;
    assert!(third.shows(&app.dutch().t("notice-conflict-review")) || third.shows(&app.dutch().t("notice-conflict-ask")), "{}", third.words());
    assert!(third.html.contains("Would you look again?"), "what was typed is still there");
    assert_eq!(app.number("SELECT COUNT(*) FROM ask").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'asked'").await, 1);
}

async fn withdrawing_keeps_what_was_typed(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    ask(&mut daan, "henk", &["K8"]).await;
    henk.client.submit("/api/ask/start", &[("resident", henk.resident)]).await;
    henk.type_text("K8", "Half an answer").await;
    let review = daan.submit("/api/review/withdraw-ask", &[("resident", id("henk"))]).await;
    assert!(review.shows(&app.dutch().t("notice-ask-withdrawn")) && !review.html.contains("Half an answer"));
    assert!(henk.see("K8").await.html.contains("Half an answer"));
    assert!(henk.see("check").await.shows(&app.dutch().t("W1")), "an ordinary draft of all questions again");
    assert_eq!(henk.client.get(&format!("/r/{}/ask", henk.resident)).await.status, 404);
    let again = daan.submit("/api/review/withdraw-ask", &[("resident", id("henk"))]).await;
    assert!(again.shows(&app.dutch().t("notice-conflict-ask")), "{}", again.words());
    assert_eq!(henk.send().await.location(), format!("/r/{}/sent/2", henk.resident));
}

async fn an_open_draft_goes_on_as_it_is(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.type_text("H8", "A new thing").await;
    let mut daan = app.reviewing("daan", "henk").await;
    ask(&mut daan, "henk", &["K8"]).await;
    let first = henk.client.post("/api/ask/start", &[("resident", henk.resident)]).await;
    assert_eq!(first.location(), henk.at("K8"));
    henk.type_text("K8", "My dog").await;
    henk.send().await;
    let copy = henk.client.open(&format!("/r/{}/sent/2/copy", henk.resident)).await;
    assert!(copy.shows("My dog") && copy.shows("A new thing"), "{}", copy.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 0);
}

async fn a_version_sent_another_way_answers_too(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    ask(&mut daan, "henk", &["K8"]).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My dog").await;
    henk.send().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM ask WHERE state = 'answered'").await, 1);
    assert_eq!(henk.client.get(&format!("/r/{}/ask", henk.resident)).await.status, 404);
    assert!(daan.open(&format!("/work/{}", id("henk"))).await.shows(&app.dutch().t("state-in-review")));
}

async fn asking_says_what_is_missing(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let words = app.dutch();
    let page = daan.submit("/api/review/ask", &[("resident", id("henk")), ("reason", ""), ("message", "")]).await;
    for key in ["problem-empty-reason", "problem-empty-questions", "problem-empty-message"] {
        assert!(page.shows(&words.t(key)), "{key}: {}", page.words());
    }
    let long = "y".repeat(1001);
    let page = daan.submit("/api/review/ask", &[("resident", id("henk")), ("reason", "other"), ("questions[]", "K8"), ("message", &long)]).await;
    assert!(page.shows(&words.with("problem-too-long", &[("max", 1000_i64.into()), ("what", "".into())])) && page.html.contains(&long));
    assert_eq!((page.ticked("reason"), page.ticked("questions[]")), (vec!["other".to_owned()], vec!["K8".to_owned()]));
    assert_eq!(app.number("SELECT COUNT(*) FROM ask").await, 0);
}
