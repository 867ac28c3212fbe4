//! Two things at the same moment: nothing is lost, nothing is doubled, and nobody sees an error of ours.

use crate::answers::draft_of;
use domain::intake::{Kept, Route};
use service::resident::Invitation;
use std::time::Duration;
use tests::app::{id, test_bsn};
use tests::{Client, Engine, Filling, Page, TestApp, on_both_engines};

on_both_engines!(
    two_tabs_at_the_same_moment_keep_both_answers,
    one_change_arriving_twice_at_once_is_one_change,
    an_answer_kept_while_sending_is_not_lost,
    discarding_while_filling_in_breaks_nothing,
    inviting_twice_at_once_is_one_resident,
    many_residents_at_once_lose_nothing,
    two_yeses_at_once_are_one_mandate,
    a_yes_while_the_account_ends_opens_nothing,
    two_coordinators_propose_one,
    small_steps_at_once_are_all_kept,
    sending_while_everything_is_deleted_is_one_or_the_other,
    a_write_that_began_before_the_end_leaves_nothing,
);

/// Sends two forms of one question at the same moment.
async fn both(one: &mut Filling, other: &mut Filling, first: &[(String, String)], second: &[(String, String)]) -> (Page, Page) {
    let pages = tokio::join!(one.post_form(first), other.post_form(second));
    assert!(pages.0.status == 303 && pages.1.status == 303, "{} {}", pages.0.words(), pages.1.words());
    pages
}

async fn two_tabs_at_the_same_moment_keep_both_answers(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    for round in 0..20 {
        let (first, second) = (format!("first {round}"), format!("second {round}"));
        let a = one.form("K8", &[("text", &first), ("go", "next")]).await;
        let b = other.form("K8", &[("text", &second), ("go", "next")]).await;
        let a: Vec<_> = a.iter().map(|(n, v)| (n.clone(), v.clone())).collect();
        both(&mut one, &mut other, &a, &b).await;
        let draft = draft_of(&app, "henk").await.unwrap().draft;
        let answer = &draft.kept["K8"];
        let text = |kept: &Kept| if let Kept::Given(raw) = kept { raw.text.clone() } else { String::new() };
        let mut there = vec![text(&answer.kept), answer.other.as_ref().map(|o| text(&o.kept)).unwrap_or_default()];
        there.sort();
        assert_eq!(there, [first, second], "round {round}: both are there to choose between");
        let pick = [("resident", one.resident), ("way", "intake"), ("step", "K8"), ("version", &answer.version.to_string()), ("pick", "kept")];
        one.client.submit("/api/answer/pick", &pick).await;
    }
}

async fn one_change_arriving_twice_at_once_is_one_change(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    for round in 0..20_i64 {
        let (text, key) = (format!("words {round}"), format!("key-{round}"));
        let form = one.form("K8", &[("text", &text), ("key", &key), ("go", "next")]).await;
        let form: Vec<_> = form.iter().map(|(n, v)| (n.clone(), v.clone())).collect();
        both(&mut one, &mut other, &form, &form).await;
        let draft = draft_of(&app, "henk").await.unwrap().draft;
        assert_eq!((draft.kept["K8"].version, draft.kept["K8"].other.is_none()), (round + 1, true), "round {round}");
    }
}

async fn an_answer_kept_while_sending_is_not_lost(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    for round in 0..12 {
        one.client.submit("/api/draft/start", &[("resident", one.resident)]).await;
        let text = format!("words of round {round}.");
        let form = one.form("K8", &[("text", &text), ("go", "next")]).await;
        let draft = one.draft().await;
        let send = [("resident", other.resident), ("way", "intake"), ("draft", draft.as_str())];
        let (kept, done) = tokio::join!(one.post_form(&form), other.client.post("/api/draft/send", &send));
        assert!(kept.status == 303 && done.status == 303, "{} {}", kept.words(), done.words());
        assert!(done.location().contains("/sent/"), "the tap that sends succeeds: {}", done.location());
        let home = format!("/r/{}", one.resident);
        // Told that the draft was gone, with the words on the page; or kept, and then in the draft or in what was sent.
        let told = kept.location() == home && one.client.open(&home).await.shows(&text);
        let in_draft =
            draft_of(&app, "henk").await.is_some_and(|view| matches!(&view.draft.kept.get("K8").map(|k| &k.kept), Some(Kept::Given(raw)) if raw.text == text));
        let in_sent = other.client.open(&format!("{}/copy", done.location())).await.shows(&text);
        assert!(told || in_draft || in_sent, "round {round}: {} {}", kept.location(), done.location());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 12);
}

async fn discarding_while_filling_in_breaks_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut other) = (app.filling("henk").await, app.filling("henk").await);
    for round in 0..10 {
        one.client.submit("/api/draft/start", &[("resident", one.resident)]).await;
        let form = one.form("K8", &[("text", &format!("words {round}")), ("go", "next")]).await;
        let form: Vec<_> = form.iter().map(|(n, v)| (n.clone(), v.clone())).collect();
        let draft = one.draft().await;
        let discard = [("resident", other.resident), ("way", "intake"), ("draft", draft.as_str())];
        let (kept, gone) = tokio::join!(one.post_form(&form), other.client.post("/api/draft/discard", &discard));
        assert!(kept.status == 303 && gone.status == 303, "{} {}", kept.words(), gone.words());
        assert!(draft_of(&app, "henk").await.is_none());
        assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM answer) + (SELECT COUNT(*) FROM kept_key)").await, 0);
    }
}

async fn inviting_twice_at_once_is_one_resident(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut one = app.sign_in("daan").await;
    let mut other = one.clone();
    for n in 0..5 {
        let bsn = test_bsn(100 + n);
        let form = [("first_name", "Noor"), ("last_name", "Test"), ("bsn", bsn.as_str()), ("language", "nl"), ("route", "whole"), ("team", "werk")];
        let before = app.number("SELECT COUNT(*) FROM resident").await;
        let (a, b) = tokio::join!(one.post("/api/resident/invite", &form), other.post("/api/resident/invite", &form));
        assert!(a.status == 303 && b.status == 303, "{} {}", a.words(), b.words());
        assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, before + 1);
        for page in [a, b] {
            one.open(page.location()).await;
        }
    }
}

async fn many_residents_at_once_lose_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut busy = tokio::task::JoinSet::new();
    for story in ["samira", "henk", "yonas", "ria"] {
        let mut filling = app.filling(story).await;
        busy.spawn(async move {
            for n in 0..25 {
                filling.type_text("K8", &format!("{story} {n}")).await;
            }
            filling
        });
    }
    for mut filling in busy.join_all().await {
        let text = filling.see("K8").await.text_area();
        let story = ["samira", "henk", "yonas", "ria"].into_iter().find(|s| id(s) == filling.resident).unwrap();
        assert_eq!(text, format!("{story} 24"), "each their own words");
    }
}

/// An invitation of a resident that a helper answered, ready to confirm.
async fn answered(app: &TestApp, henk: &mut tests::Client, fatma: &mut tests::Client) -> String {
    let code = app.invited(henk, "henk", &[("work", "see")]).await;
    fatma.submit("/api/helper/join", &[("code", &code), ("name", "Fatma"), ("promise", "yes")]).await;
    app.text("SELECT id FROM helper_invitation WHERE settled_at IS NULL ORDER BY promised_at DESC, made_at DESC LIMIT 1").await
}

async fn two_yeses_at_once_are_one_mandate(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut one, mut fatma) = (app.sign_in("henk").await, app.sign_in("fatma").await);
    let mut other = app.sign_in("henk").await;
    for round in 0..10 {
        let first = answered(&app, &mut one, &mut fatma).await;
        app.clock.advance(1);
        let second = answered(&app, &mut one, &mut fatma).await;
        assert_ne!(first, second);
        let yes = |invitation| [("resident", id("henk")), ("invitation", invitation), ("answer", "yes")];
        let (a, b) = (yes(first.as_str()), yes(second.as_str()));
        let (a, b) = tokio::join!(one.post("/api/helper/confirm", &a), other.post("/api/helper/confirm", &b));
        assert!(a.status == 303 && b.status == 303, "round {round}: {} {}", a.words(), b.words());
        assert_eq!(app.number("SELECT COUNT(*) FROM mandate WHERE withdrawn_at IS NULL").await, 1);
        let both = app.number("SELECT COUNT(*) FROM helper_invitation WHERE outcome = 'confirmed'").await;
        assert_eq!(both, 2 * (round + 1), "both were said");
    }
}

async fn a_yes_while_the_account_ends_opens_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut henk, mut petra) = (app.sign_in("henk").await, app.sign_in("petra").await);
    for round in 0..15 {
        petra.submit("/api/volunteer/keep", &[("person", id("fatma")), ("languages[]", "nl")]).await;
        let mut fatma = app.sign_in("fatma").await;
        let invitation = answered(&app, &mut henk, &mut fatma).await;
        let yes = [("resident", id("henk")), ("invitation", invitation.as_str()), ("answer", "yes")];
        let end = [("person", id("fatma"))];
        let (said, ended) = tokio::join!(henk.post("/api/helper/confirm", &yes), petra.post("/api/volunteer/end", &end));
        assert!(said.status == 303 && ended.status == 303, "{} {}", said.words(), ended.words());
        assert_eq!(app.number("SELECT COUNT(*) FROM mandate WHERE withdrawn_at IS NULL").await, 0, "round {round}: who stopped helps nobody");
    }
}

async fn two_coordinators_propose_one(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut one = app.sign_in("petra").await;
    let mut other = app.sign_in("petra").await;
    for story in ["fatma", "joop"] {
        one.submit("/api/volunteer/keep", &[("person", id(story)), ("languages[]", "nl")]).await;
    }
    let mut henk = app.sent("henk", "My garden").await.client;
    henk.submit("/api/request/send", &[("resident", id("henk")), ("kind", "buddy"), ("phone", ""), ("form_key", "b1"), ("neighbourhood", "")]).await;
    for round in 0..10 {
        let propose = |story| [("resident", id("henk")), ("person", id(story))];
        let (a, b) = (propose("fatma"), propose("joop"));
        let (a, b) = tokio::join!(one.post("/api/volunteer/propose", &a), other.post("/api/volunteer/propose", &b));
        assert!(a.status == 303 && b.status == 303, "{} {}", a.words(), b.words());
        assert_eq!(app.number("SELECT COUNT(*) FROM helper_invitation WHERE settled_at IS NULL").await, 1, "round {round}");
        app.change("UPDATE helper_invitation SET settled_at = 1, outcome = 'declined'".to_owned()).await;
    }
}

async fn small_steps_at_once_are_all_kept(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(&app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let lines: Vec<String> = text.lines.iter().filter(|line| line.doer == domain::agreement::Party::Resident).map(|line| line.id.clone()).collect();
    assert!(lines.len() >= 2);
    let (mut one, mut other) = (app.sign_in("henk").await, app.sign_in("henk").await);
    for round in 0..10 {
        let step = format!("I call {round}");
        let form = |line| [("resident", id("henk")), ("line", line), ("step_1", step.as_str())];
        let (a, b) = (form(lines[0].as_str()), form(lines[1].as_str()));
        let (a, b) = tokio::join!(one.post("/api/agreement/steps", &a), other.post("/api/agreement/steps", &b));
        assert!(a.status == 303 && b.status == 303, "{} {}", a.words(), b.words());
        let order = app.agreement("henk", "henk").await.order;
        for line in &lines[..2] {
            assert_eq!(order.steps[line][0].text, step, "round {round}");
        }
    }
    // A page that is old ticks the step that stood there, or none.
    let step = |text: &'static str| [("resident", id("henk")), ("line", lines[0].as_str()), ("small", text), ("done", "yes")];
    one.submit("/api/agreement/steps", &[("resident", id("henk")), ("line", &lines[0]), ("step_1", "I look it up"), ("step_2", "I call")]).await;
    other.submit("/api/agreement/steps", &[("resident", id("henk")), ("line", &lines[0]), ("step_1", "I call"), ("step_2", "I go there")]).await;
    one.submit("/api/agreement/step", &step("I look it up")).await;
    one.submit("/api/agreement/step", &step("I call")).await;
    let order = app.agreement("henk", "henk").await.order;
    let done: Vec<bool> = order.steps[&lines[0]].iter().map(|step| step.done).collect();
    assert_eq!(done, [true, false]);
}

/// Somebody new who sent a version, asked to be deleted, and is about to send another; Daan has concluded the first.
async fn about_to_send(app: &TestApp, daan: &mut Client, n: usize) -> Filling {
    let bsn = test_bsn(300 + n);
    let invited =
        Invitation { first_name: "Noor".into(), last_name: "Test".into(), bsn, language: "nl".into(), route: Some(Route::Whole), ..Invitation::default() };
    let actor = app.service.person(id("daan")).await.unwrap().into();
    let resident: &'static str = app.service.invite(&actor, &invited).await.unwrap().leak();
    let mut client = app.stranger();
    client.post("/session/demo", &[("person", resident)]).await;
    let mut filling = Filling { client, resident, way: "intake" };
    for round in 0..2 {
        filling.client.submit("/api/draft/start", &[("resident", resident)]).await;
        filling.type_text("K8", "My garden").await;
        if round == 0 {
            filling.send().await;
            daan.submit("/api/review/take", &[("resident", resident), ("seen_caseworker", "")]).await;
            daan.submit("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
            let key = format!("e{n}");
            filling.client.submit("/api/request/send", &[("resident", resident), ("kind", "erasure"), ("form_key", &key)]).await;
        }
    }
    filling
}

async fn sending_while_everything_is_deleted_is_one_or_the_other(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut daan = app.sign_in("daan").await;
    let (mut sent, mut erased) = (0, 0);
    for round in 0..24 {
        let mut filling = about_to_send(&app, &mut daan, round).await;
        let resident = filling.resident;
        let request = daan.open(&format!("/work/{resident}/erasure")).await.field("request");
        let draft = filling.draft().await;
        let send = [("resident", resident), ("way", "intake"), ("draft", draft.as_str())];
        let decide = [("resident", resident), ("request", request.as_str()), ("choice", "everything"), ("why", ""), ("sure", "yes")];
        // Deciding takes longer than sending: each time that begins a little later.
        let sending = async {
            tokio::time::sleep(Duration::from_millis(round as u64 * 4)).await;
            filling.client.post("/api/draft/send", &send).await
        };
        let (one, other) = tokio::join!(sending, daan.post("/api/rights/decide-erasure", &decide));
        assert!(one.status != 500 && other.status != 500, "round {round}: nobody sees an error of ours: {} {}", one.words(), other.words());
        let count = async |table: &str, column: &str| app.number(&format!("SELECT COUNT(*) FROM {table} WHERE {column} = '{resident}'")).await;
        if other.location() == "/work" {
            erased += 1;
            assert_eq!((count("resident", "id").await, count("scan", "resident").await, count("event", "resident").await), (0, 0, 0), "round {round}");
            assert!(!one.location().contains("/sent/2"), "round {round}: nothing that was sent is lost: {}", one.location());
        } else {
            sent += 1;
            assert_eq!((count("resident", "id").await, count("scan", "resident").await), (1, 2), "round {round}: {} {}", one.status, other.status);
            assert!(filling.client.open(&format!("/r/{resident}/sent/2/copy")).await.shows("My garden"), "round {round}: it can be read");
            assert_eq!(app.number(&format!("SELECT COUNT(*) FROM resident WHERE bsn_hash = id AND id = '{resident}'")).await, 0, "found by BSN as before");
        }
    }
    assert!(sent > 0 && erased > 0, "{sent} were sent, {erased} were deleted: the test meets both");
}

/// Whatever was prepared with a key that is gone meanwhile is not written: there is nobody it could be of.
async fn a_write_that_began_before_the_end_leaves_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.service.db.write(|tx| Box::pin(async move { service::rights::erase(tx, id("henk")).await })).await.unwrap();
    let samira = id("samira");
    for (table, columns, values) in [
        (
            "draft",
            "id, resident, by_staff, channel, route, at_step, started_by, revision, created_at, updated_at",
            format!("'x', $1, 0, 'own', 'whole', '', '{samira}', 1, 1, 1"),
        ),
        ("note", "id, resident, sealed_text, written_by, written_at", format!("'x', $1, (SELECT sealed_profile FROM resident LIMIT 1), '{samira}', 1")),
        ("calendar_address", "token_hash, resident, made_at", "'x', $1, 1".to_owned()),
        ("event", "id, resident, kind, detail, by_person, at", format!("'x', $1, 'sent', '', '{samira}', 1")),
    ] {
        let sql = format!("INSERT INTO {table} ({columns}) VALUES ({values})");
        let done = app.service.db.write(move |tx| {
            Box::pin(async move {
                sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id("henk")).execute(tx).await?;
                Ok(())
            })
        });
        assert_eq!(done.await, Err(service::Error::NotFound), "{table}");
    }
}
