//! What is held about a resident: seen, taken along, deleted; and how long it is kept.

use service::rights::Swept;
use tests::app::{MINUTE, id, test_bsn};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    the_resident_sees_and_takes_along_everything,
    nobody_else_does,
    a_draft_is_deleted_at_once,
    deletion_of_the_rest_is_asked_for,
    a_draft_is_kept_half_a_year_and_told_about_before,
    one_tap_keeps_it,
    who_comes_back_keeps_everything,
    a_file_is_deleted_after_two_years,
    what_the_resident_did_last_counts_for_the_file,
    a_dry_run_changes_nothing,
    the_job_may_be_killed,
    what_was_told_about_an_earlier_end_does_not_count,
    everything_is_listed_however_old,
);

const DAY: i64 = 24 * 60 * MINUTE;

fn swept(told: usize, deleted: usize, waiting: usize) -> Swept {
    Swept { told, deleted, waiting }
}

async fn the_resident_sees_and_takes_along_everything(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden of before").await;
    let resident = henk.resident;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/review/group", &[("resident", resident), ("group", "2"), ("group_reason", "Because of the reason")]).await;
    daan.submit("/api/review/note", &[("resident", resident), ("note", "Secret note")]).await;
    henk.client.submit("/api/request/send", &[("resident", resident), ("kind", "appointment"), ("phone", "0612345678"), ("form_key", "k1")]).await;
    henk.client.submit("/api/draft/start", &[("resident", resident)]).await;
    henk.type_text("K8", "My garden of now").await;
    let page = henk.client.open(&format!("/r/{resident}/data")).await;
    let json = henk.client.open(&format!("/r/{resident}/data/everything.json")).await;
    assert_eq!(json.header("content-disposition"), "attachment; filename=\"everything.json\"");
    assert_eq!((page.header("cache-control"), json.header("cache-control")), ("no-store", "no-store"));
    let data: serde_json::Value = serde_json::from_str(&json.html).unwrap();
    for part in ["profile", "draft", "sent", "letters", "calculations", "events", "notes", "made_at"] {
        assert!(data.get(part).is_some(), "{part}");
    }
    for words in ["My garden of before", "My garden of now", "Because of the reason", "0612345678", "Vries"] {
        assert!(page.shows(words), "{words} on the screen: {}", page.words());
        assert!(json.html.contains(words), "{words} in the data");
    }
    assert!(!page.shows("Secret note") && !json.html.contains("Secret note"), "notes are the municipality's own; how many is told");
    assert_eq!(data["notes"]["count"], 1);
    assert!(!page.html.contains(&test_bsn(1)) && !json.html.contains(&test_bsn(1)));
    assert!(page.shows("U kwam in groep 2") && page.shows("Daan Visser leest uw antwoorden") && !page.shows("()"), "whole sentences: {}", page.words());
    let pdf = henk.client.bytes(&format!("/r/{resident}/data/everything.pdf")).await;
    assert!(pdf.starts_with(b"%PDF") && pdf.len() > 5000, "{}", pdf.len());
    assert!(henk.client.open(&format!("/r/{resident}")).await.addresses().contains(&format!("/r/{resident}/data")), "one tap from home");
}

async fn nobody_else_does(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.reviewing("daan", "henk").await;
    for story in ["samira", "fatma", "daan", "marieke", "petra", "koen"] {
        let mut client = app.sign_in(story).await;
        for page in ["data", "data/everything.json", "data/everything.pdf", "access"] {
            assert_eq!(client.get(&format!("/r/{}/{page}", id("henk"))).await.status, 404, "{story} {page}");
        }
    }
    for page in ["data", "data/everything.json", "data/everything.pdf", "access"] {
        assert_eq!(app.stranger().get(&format!("/r/{}/{page}", id("henk"))).await.status, 401, "{page}");
    }
}

async fn a_draft_is_deleted_at_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let page = henk.client.open(&format!("/r/{}/data", henk.resident)).await;
    let form = page.form("/api/draft/discard");
    let fields = ["resident", "way", "draft"].map(|name| (name, form.field(name)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(henk.client.post("/api/draft/discard", &fields).await.status, 303);
    assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM answer)").await, 0);
    assert!(!henk.client.open(&format!("/r/{}/data", henk.resident)).await.posts_to("/api/draft/discard"));
}

async fn deletion_of_the_rest_is_asked_for(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let page = henk.client.open(&format!("/r/{}/data", henk.resident)).await;
    let ask = format!("/r/{}/request/erasure", henk.resident);
    assert!(page.addresses().contains(&ask) && page.shows("24 maanden"), "what stays, why and how long: {}", page.words());
    let page = henk.client.open(&ask).await;
    assert!(page.shows(&app.dutch().attr("request-erasure", "text")), "{}", page.words());
    let key = page.field("form_key");
    let sent = henk.client.submit("/api/request/send", &[("resident", henk.resident), ("kind", "erasure"), ("phone", ""), ("form_key", &key)]).await;
    assert!(sent.shows("V"), "{}", sent.words());
    assert!(daan.open(&format!("/work/{}", henk.resident)).await.shows(&app.dutch().attr("request-erasure", "staff")));
    assert_eq!(app.number("SELECT COUNT(*) FROM request WHERE kind = 'erasure' AND due_on = '2026-12-21'").await, 1, "twenty working days");
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 1, "nothing goes by itself");
}

async fn a_draft_is_kept_half_a_year_and_told_about_before(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.type_text("K8", "My garden").await;
    let run = || app.service.sweep_retention(false);
    assert_eq!(run().await.unwrap(), swept(0, 0, 0));
    app.clock.advance(149 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 0, 0));
    app.clock.advance(2 * DAY);
    assert_eq!(run().await.unwrap(), swept(1, 0, 0));
    let home = app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
    assert!(home.posts_to("/api/rights/keep-longer") && home.shows("U hebt vragen ingevuld en niet verstuurd."), "{}", home.words());
    app.clock.advance(29 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 0, 1), "a day before its time");
    app.clock.advance(2 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 1, 0));
    assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM retention_notice)").await, 0);
    // Nobody told them: a portal that stood still for a year tells first.
    let app = TestApp::start(engine).await;
    app.filling("henk").await.type_text("K8", "My garden").await;
    app.clock.advance(400 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(1, 0, 0));
    app.clock.advance(29 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 0, 1));
    app.clock.advance(2 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 1, 0));
}

async fn one_tap_keeps_it(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.type_text("K8", "My garden").await;
    app.clock.advance(151 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    let mut henk = app.sign_in("henk").await;
    let page = henk.submit("/api/rights/keep-longer", &[("resident", id("henk")), ("kind", "draft")]).await;
    assert!(page.shows(&app.dutch().t("notice-kept-longer")) && !page.posts_to("/api/rights/keep-longer"), "{}", page.words());
    app.clock.advance(149 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 0, 0), "it counts from the tap");
    app.clock.advance(2 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(1, 0, 0), "and is told again");
    assert_eq!(app.sign_in("henk").await.post("/api/rights/keep-longer", &[("resident", id("henk")), ("kind", "nonsense")]).await.status, 404);
}

async fn who_comes_back_keeps_everything(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.type_text("K8", "My garden").await;
    app.clock.advance(151 * DAY);
    app.service.sweep_retention(false).await.unwrap();
    app.clock.advance(20 * DAY);
    app.filling("henk").await.type_text("K8", "My garden again").await;
    app.clock.advance(60 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 0, 0));
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 1);
}

async fn a_file_is_deleted_after_two_years(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.others_are_active("henk").await;
    let henk = app.sent("henk", "My garden").await;
    let open = app.sent("samira", "Still waiting").await;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.post("/api/review/conclude", &[("resident", henk.resident), ("again", "")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM review WHERE state = 'concluded'").await, 1);
    app.clock.advance(735 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(1, 0, 0), "only what was concluded");
    app.clock.advance(31 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 1, 0));
    assert_eq!(app.stranger().post("/session/demo", &[("person", henk.resident)]).await.status, 404);
    assert_eq!(app.sign_in("daan").await.get(&format!("/work/{}", henk.resident)).await.status, 404);
    app.sign_in("samira").await.open(&format!("/r/{}", open.resident)).await;
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 0, 0));
    assert!(app.service.verify_access_log(&[]).await.unwrap().faults.is_empty(), "who looked stays");
}

async fn what_the_resident_did_last_counts_for_the_file(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.others_are_active("henk").await;
    let run = || app.service.sweep_retention(false);
    // Half-way, and never sent: the draft has an end of its own, and the file counts from when he was last at it.
    app.clock.advance(600 * DAY);
    app.filling("henk").await.type_text("K8", "My garden").await;
    app.clock.advance(151 * DAY);
    assert_eq!(run().await.unwrap(), swept(1, 0, 0));
    app.clock.advance(31 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 1, 0), "the draft");
    assert_eq!(run().await.unwrap(), swept(0, 0, 0), "the file is not two years old");
    // Kept calculations and helpers count too.
    let app = TestApp::start(engine).await;
    app.others_are_active("henk").await;
    let run = || app.service.sweep_retention(false);
    app.change(format!("UPDATE resident SET active_at = active_at - {} WHERE id = '{}'", 700 * DAY, id("henk"))).await;
    app.change(format!("DELETE FROM event WHERE resident = '{}'", id("henk"))).await;
    let mut henk = app.sign_in("henk").await;
    let form = [("resident", id("henk")), ("step", "answer"), ("household", "alone"), ("age", "27"), ("hours", "8"), ("plan", "12")];
    henk.submit("/api/calculation/save", &form).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM calculation").await, 1);
    app.clock.advance(100 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 0, 0));
    let mut both = app.helped("henk", "fatma", &[("work", "see")]).await;
    both.end().await;
    app.clock.advance(240 * DAY);
    assert_eq!(run().await.unwrap(), swept(1, 0, 0), "the calculation");
    app.clock.advance(31 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 1, 0));
    app.clock.advance(420 * DAY);
    assert_eq!(run().await.unwrap(), swept(0, 0, 0), "until the help ended counts");
    app.clock.advance(15 * DAY);
    assert_eq!(run().await.unwrap(), swept(1, 0, 0), "two years of silence");
}

async fn a_dry_run_changes_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.type_text("K8", "My garden").await;
    app.clock.advance(151 * DAY);
    let before = app.contents().await;
    assert_eq!(app.service.sweep_retention(true).await.unwrap(), swept(1, 0, 0));
    assert_eq!(app.contents().await, before);
    app.service.sweep_retention(false).await.unwrap();
    app.clock.advance(31 * DAY);
    let before = app.contents().await;
    assert_eq!(app.service.sweep_retention(true).await.unwrap(), swept(0, 1, 0));
    assert_eq!(app.contents().await, before);
}

async fn the_job_may_be_killed(engine: Engine) {
    let app = TestApp::town(engine).await;
    let drafts = app.number("SELECT COUNT(DISTINCT resident) FROM draft").await;
    assert!(drafts >= 5, "{drafts}");
    app.clock.advance(200 * DAY);
    for wait in 0..30 {
        let _ = tokio::time::timeout(std::time::Duration::from_millis(wait), app.service.sweep_retention(false)).await;
    }
    app.service.sweep_retention(false).await.unwrap();
    let told = "SELECT COUNT(*) FROM retention_notice WHERE kind = 'draft' AND noticed_at IS NOT NULL";
    assert_eq!(app.number(told).await, drafts, "each was told once");
    app.clock.advance(31 * DAY);
    for wait in 0..30 {
        let _ = tokio::time::timeout(std::time::Duration::from_millis(wait), app.service.sweep_retention(false)).await;
    }
    app.service.sweep_retention(false).await.unwrap();
    assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM answer)").await, 0);
}

async fn what_was_told_about_an_earlier_end_does_not_count(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.others_are_active("henk").await;
    let mut henk = app.sent("henk", "My garden").await;
    let resident = henk.resident;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.post("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
    app.clock.advance(701 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(1, 0, 0));
    assert!(app.sign_in("henk").await.open(&format!("/r/{resident}")).await.posts_to("/api/rights/keep-longer"));
    // Henk comes back before its day, by what is no change of his profile: something happened.
    app.clock.advance(20 * DAY);
    henk.client = app.sign_in("henk").await;
    henk.client.submit("/api/helper/together", &[("resident", resident), ("with", "my sister"), ("go", "begin")]).await;
    assert!(!henk.client.open(&format!("/r/{resident}")).await.posts_to("/api/rights/keep-longer"), "nothing is about to go");
    // Silent again: another notice, with another day.
    app.clock.advance(705 * DAY);
    assert_eq!(app.service.sweep_retention(true).await.unwrap(), swept(1, 0, 0));
    let koen = app.service.person(id("koen")).await.unwrap().into();
    let plan = app.service.retention_plan(&koen).await.unwrap();
    let file = plan.iter().find(|planned| planned.kind == "file").unwrap();
    assert_eq!((file.told, file.waiting, file.deleted), (1, 0, 0));
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(1, 0, 0));
    let due = app.service.deleted_soon(&app.service.person(resident).await.unwrap().into(), resident).await.unwrap();
    assert_eq!(due.iter().map(|due| due.deleted_at).collect::<Vec<_>>(), [app.service.clock.now() + 30 * DAY], "a day that is still to come");
    app.clock.advance(31 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap(), swept(0, 1, 0));
    assert_eq!(app.number(&format!("SELECT COUNT(*) FROM scan WHERE resident = '{resident}'")).await, 0);
}

async fn everything_is_listed_however_old(engine: Engine) {
    let app = TestApp::start(engine).await;
    let resident = id("henk");
    let mut both = app.helped("henk", "fatma", &[("work", "see")]).await;
    let form = [("resident", resident), ("way", "link"), ("name", "Neighbour Ali"), ("work", "see")];
    let page = both.resident.submit("/api/helper/invite", &form).await;
    let invitation = page.form("/api/helper/take-back").field("invitation");
    both.resident.submit("/api/helper/take-back", &[("resident", resident), ("invitation", &invitation)]).await;
    let code = app.invited(&mut both.resident, "henk", &[("work", "see")]).await;
    let mut joop = app.sign_in("joop").await;
    joop.submit("/api/helper/join", &[("code", &code), ("name", "Joop of next door"), ("promise", "yes")]).await;
    let actor = app.service.person(resident).await.unwrap().into();
    for n in 0..60 {
        app.service.begin_together(&actor, resident, &format!("sister {n}")).await.unwrap();
        app.clock.advance(1000);
    }
    for n in 0..220 {
        app.change(format!("INSERT INTO event (id, resident, kind, detail, by_person, at) VALUES ('e{n}', '{resident}', 'spoken', '', '{resident}', {n})"))
            .await;
    }
    // Long after the mandate ended and the invitations closed; the daily job stood still.
    app.clock.advance(800 * DAY);
    let mut henk = app.sign_in("henk").await;
    let json = henk.open(&format!("/r/{resident}/data/everything.json")).await;
    let data: serde_json::Value = serde_json::from_str(&json.html).unwrap();
    let helpers = data["helpers"].as_array().unwrap();
    let has = |name: &str, value: &str| helpers.iter().any(|one| one[name] == value);
    assert!(has("helper", "Fatma Yıldız"), "who helped, however long ago");
    for (who, outcome) in [("Neighbour Ali", "taken_back"), ("Joop of next door", "expired"), ("Somebody kind", "confirmed")] {
        assert!(helpers.iter().any(|one| one["invited"] == who && one["outcome"] == outcome), "{who} {outcome}: {helpers:#?}");
    }
    assert!(has("together_with", "sister 0") && has("together_with", "sister 59"));
    let spoken = data["events"].as_array().unwrap().iter().filter(|event| event["what"] == "spoken").count();
    assert_eq!(spoken, 220);
    let page = henk.open(&format!("/r/{resident}/data")).await;
    for words in ["Neighbour Ali", "Joop of next door", "sister 0"] {
        assert!(page.shows(words), "{words}");
    }
}
