//! Keeping answers: at once, exactly once, never over somebody else's, and never lost.

use domain::intake::Kept;
use service::intake::{DraftView, Way};
use tests::app::{MINUTE, id};
use tests::{Engine, Filling, TestApp, on_both_engines};

on_both_engines!(
    an_answer_is_kept_at_once,
    the_same_change_twice_is_one_change,
    two_tabs_do_not_overwrite_each_other,
    a_conflict_is_told_again_when_nobody_heard_it,
    the_same_answer_twice_is_no_conflict,
    a_draft_that_is_gone_loses_nothing_typed,
    skipping_a_question_is_an_answer,
    a_domain_is_skipped_and_taken_up_again,
    a_question_that_is_not_asked_any_more_keeps_its_answer,
    the_same_question_is_open_after_signing_in_again,
    starting_twice_is_one_draft,
    the_buttons_beside_a_number_count,
    somebody_elses_draft_is_out_of_reach,
);

/// The draft of a resident as it is kept.
pub async fn draft_of(app: &TestApp, story: &str) -> Option<DraftView> {
    let actor = app.service.person(id(story)).await.unwrap().into();
    app.service.draft(&actor, id(story), Way::Own).await.unwrap().ok()
}

/// The text that is kept at a step.
async fn text_at(app: &TestApp, story: &str, step: &str) -> Option<String> {
    match &draft_of(app, story).await?.draft.kept.get(step)?.kept {
        Kept::Given(raw) => Some(raw.text.clone()),
        Kept::Skipped => None,
    }
}

async fn an_answer_is_kept_at_once(engine: Engine) {
    let mut app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let before = henk.see("K8").await;
    assert!(before.shows(&app.dutch().t("status-nothing")) && before.field("base") == "0");
    let kept = henk.type_text("K8", "My garden").await;
    assert!(kept.location().ends_with("/intake/K9"), "{}", kept.location());
    let page = henk.see("K8").await;
    let at = app.dutch().with("status-kept", &[("time", "10:00".into())]);
    assert!(page.shows(&at), "{at}: {}", page.words());
    assert!(page.html.contains("My garden") && page.field("base") == "1");
    assert!(!page.words().to_lowercase().contains("verstuurd"), "kept is not sent");
    // It is on disk: another process finds it.
    app.restart().await;
    assert_eq!(text_at(&app, "henk", "K8").await.as_deref(), Some("My garden"));
}

async fn the_same_change_twice_is_one_change(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "My garden"), ("key", "change-1"), ("go", "next")]).await;
    for _ in 0..3 {
        assert_eq!(henk.post_form(&form).await.status, 303);
    }
    let draft = draft_of(&app, "henk").await.unwrap().draft;
    assert_eq!(draft.kept["K8"].version, 1);
    assert!(draft.kept["K8"].other.is_none(), "a repetition is no conflict");
    // A script that never heard the answer sends the same key again, later, after another change.
    henk.type_text("K8", "My allotment").await;
    henk.post_form(&form).await;
    assert_eq!(text_at(&app, "henk", "K8").await.as_deref(), Some("My allotment"));
}

async fn two_tabs_do_not_overwrite_each_other(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    for pick in ["other", "kept"] {
        let text = format!("from one {pick}");
        let first = one.form("K8", &[("text", &text), ("go", "next")]).await;
        let first: Vec<_> = first.into_iter().map(|(n, v)| (n, v.clone())).collect();
        let second = other.form("K8", &[("text", "from the other"), ("go", "next")]).await;
        one.post_form(&first).await;
        let answered = other.post_form(&second).await;
        assert!(answered.location().ends_with("/intake/K8"), "the person chooses first: {}", answered.location());
        let choice = other.see("K8").await;
        assert!(choice.shows(&app.dutch().t("conflict-title")) && choice.posts_to("/api/answer/pick"));
        assert!(choice.shows(&text) && choice.shows("from the other"), "both are there");
        let picked = [("resident", other.resident), ("way", "intake"), ("step", "K8"), ("version", &choice.field("version")), ("pick", pick)];
        let chosen = other.client.submit("/api/answer/pick", &picked).await;
        assert!(!chosen.shows(&app.dutch().t("conflict-title")));
        let expected = if pick == "other" { "from the other" } else { &text };
        assert_eq!(text_at(&app, "henk", "K8").await.as_deref(), Some(expected));
    }
    // Choosing in a stale tab changes nothing.
    let stale = [("resident", other.resident), ("way", "intake"), ("step", "K8"), ("version", "1"), ("pick", "kept")];
    let before = app.contents().await;
    other.client.submit("/api/answer/pick", &stale).await;
    assert_eq!(before, app.contents().await);
}

async fn a_conflict_is_told_again_when_nobody_heard_it(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    let late = other.form("K8", &[("text", "from the other"), ("key", "k"), ("go", "stay")]).await;
    one.type_text("K8", "from one").await;
    let late: Vec<(&str, &str)> = late.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    for _ in 0..2 {
        let reply: serde_json::Value = serde_json::from_str(&other.client.post_as_script("/api/answer/keep", &late).await.html).unwrap();
        assert_eq!((reply["conflict"].as_bool(), reply["version"].as_i64()), (Some(true), Some(1)), "{reply}");
    }
    let answer = draft_of(&app, "henk").await.unwrap().draft.kept.remove("K8").unwrap();
    assert!(answer.other.is_some() && answer.version == 1);
}

async fn the_same_answer_twice_is_no_conflict(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    let first = one.form("K8", &[("text", "My garden"), ("go", "next")]).await;
    let second = other.form("K8", &[("text", "My garden"), ("go", "next")]).await;
    one.post_form(&first).await;
    let kept = other.post_form(&second).await;
    assert!(kept.location().ends_with("/intake/K9"), "{}", kept.location());
    assert!(draft_of(&app, "henk").await.unwrap().draft.kept["K8"].other.is_none());
}

async fn a_draft_that_is_gone_loses_nothing_typed(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    let form = other.form("K8", &[("text", "Typed in an old tab"), ("go", "next")]).await;
    let draft = one.draft().await;
    one.client.submit("/api/draft/discard", &[("resident", one.resident), ("way", "intake"), ("draft", &draft)]).await;
    // Another draft is there by now: the old tab must not write into it.
    one.client.submit("/api/draft/start", &[("resident", one.resident)]).await;
    let answered = other.post_form(&form).await;
    assert_eq!(answered.location(), format!("/r/{}", other.resident));
    let home = other.client.open(answered.location()).await;
    assert!(home.shows(&app.dutch().t("notice-conflict-draft")) && home.shows("Typed in an old tab"), "{}", home.words());
    assert!(draft_of(&app, "henk").await.unwrap().draft.kept.is_empty());
    let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(other.client.post_as_script("/api/answer/keep", &fields).await.status, 409);
}

async fn skipping_a_question_is_an_answer(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.skip("G1").await;
    henk.choose("G2", "unknown").await;
    let page = henk.see("G1").await;
    assert!(page.shows(&app.dutch().t("question-skipped")));
    let draft = draft_of(&app, "henk").await.unwrap().draft;
    assert!(matches!(draft.kept["G1"].kept, Kept::Skipped) && !draft.kept.contains_key("G3"));
    let check = henk.see("check").await;
    let words = check.words();
    for (question, state) in [("G1", app.dutch().t("answer-skipped")), ("G2", app.dutch().attr("G2", "o-unknown")), ("G4", app.dutch().t("answer-open"))] {
        let row = format!("{} {state}", app.dutch().t(question));
        assert!(words.contains(&row), "{row}: {words}");
    }
    // A skip is taken back by answering.
    henk.choose("G1", "short").await;
    assert!(!henk.see("G1").await.shows(&app.dutch().t("question-skipped")));
}

async fn a_domain_is_skipped_and_taken_up_again(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("G1", "short").await;
    let skipped = henk.keep("money", &[("go", "skip_domain")]).await;
    assert!(skipped.location().ends_with("/intake/body"), "{}", skipped.location());
    let check = henk.see("check").await;
    assert!(check.shows(&app.dutch().t("check-domain-skipped")) && !check.shows(&app.dutch().t("G4")));
    let opening = henk.see("money").await;
    assert!(opening.shows(&app.dutch().t("opening-skipped")));
    henk.keep("money", &[("text", "words of no question"), ("go", "next")]).await;
    assert!(matches!(&draft_of(&app, "henk").await.unwrap().draft.kept["money"].kept, Kept::Given(raw) if raw.is_empty()));
    henk.keep("money", &[("go", "skip_domain")]).await;
    let taken = henk.keep("money", &[("go", "take_up")]).await;
    assert!(taken.location().ends_with("/intake/G1"), "{}", taken.location());
    assert_eq!(henk.see("G1").await.ticked("choices[]"), ["short"], "what was answered before is still there");
}

async fn a_question_that_is_not_asked_any_more_keeps_its_answer(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let led = henk.choose("W1", "paid").await;
    assert!(led.location().ends_with("/intake/W1a"));
    henk.keep("W1a", &[("number", "12")]).await;
    let form = henk.form("W1a", &[("number", "16"), ("go", "next")]).await;
    henk.choose("W1", "nothing").await;
    // A form that was open in another tab still arrives: kept, and the resident goes on where it is open.
    let late = henk.post_form(&form).await;
    assert_eq!(late.status, 303);
    henk.client.open(late.location()).await;
    let page = henk.see("W1a").await;
    assert!(page.shows(&app.dutch().t("elsewhere-title")), "{}", page.words());
    assert!(!henk.see("check").await.shows(&app.dutch().t("W1a")), "it does not count");
    henk.choose("W1", "paid").await;
    assert_eq!(henk.see("W1a").await.field("number"), "16");
}

async fn the_same_question_is_open_after_signing_in_again(engine: Engine) {
    let mut app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let led = henk.choose("W3", "months").await;
    let open = led.location().to_owned();
    app.clock.advance(3 * 24 * 60 * MINUTE);
    app.restart().await;
    let mut later = app.sign_in("henk").await;
    let home = later.open(&format!("/r/{}", id("henk"))).await;
    assert!(home.shows(&app.dutch().t("home-go-on")), "going on comes first: {}", home.words());
    let overview = later.open(&format!("/r/{}/intake", id("henk"))).await;
    assert!(overview.addresses().contains(&open), "{open}");
    let again = later.post("/api/draft/start", &[("resident", id("henk"))]).await;
    assert_eq!(again.location(), open);
}

async fn starting_twice_is_one_draft(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.sign_in("henk").await, app.sign_in("henk").await);
    let form = [("resident", id("henk"))];
    let (first, second) = tokio::join!(one.post("/api/draft/start", &form), other.post("/api/draft/start", &form));
    assert_eq!((first.status.as_u16(), first.location()), (303, second.location()));
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 1);
    let mut henk = Filling { client: one, resident: id("henk"), way: "intake" };
    henk.type_text("K8", "My garden").await;
    other.submit("/api/draft/start", &form).await;
    assert_eq!(text_at(&app, "henk", "K8").await.as_deref(), Some("My garden"));
}

async fn the_buttons_beside_a_number_count(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "paid").await;
    for (number, bump, expected) in [("", "1", "1"), ("8", "1", "9"), ("9", "-1", "8"), ("2147483647", "1", "2147483647"), ("eight", "1", "eight")] {
        let stays = henk.keep("W1a", &[("number", number), ("bump", bump)]).await;
        assert!(stays.location().ends_with("/intake/W1a"), "{}", stays.location());
        assert_eq!(henk.see("W1a").await.field("number"), expected, "{number} {bump}");
    }
}

async fn somebody_elses_draft_is_out_of_reach(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut henk, mut samira) = (app.filling("henk").await, app.filling("samira").await);
    henk.type_text("K8", "My garden").await;
    let draft = henk.draft().await;
    let before = app.contents().await;
    // Samira's own resident id, Henk's draft: her own draft is not touched either.
    let mixed = [("resident", samira.resident), ("way", "intake"), ("draft", draft.as_str()), ("step", "K8"), ("base", "0"), ("text", "hers"), ("go", "next")];
    samira.client.submit("/api/answer/keep", &mixed).await;
    samira.client.submit("/api/draft/discard", &mixed[..3]).await;
    samira.client.submit("/api/draft/send", &mixed[..3]).await;
    assert_eq!(before, app.contents().await);
}
