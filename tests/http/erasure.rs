//! A resident asks to be deleted; the caseworker sees what can go, decides, and it is done. The application manager sees counts.

use domain::agreement::Party;
use service::access::Fault;
use tests::app::{MINUTE, id};
use tests::bond::line_of;
use tests::{Client, Engine, Filling, Page, TestApp, database, on_both_engines};

on_both_engines!(
    what_can_go_goes_and_the_resident_reads_why_the_rest_stays,
    everything_goes_only_when_nothing_is_going_on,
    everything_goes,
    part_takes_what_was_never_sent,
    the_day_until_which_it_stays_is_the_day_it_goes,
    it_is_settled_by_deciding_only,
    the_manager_sees_counts,
    old_lines_of_the_log_go,
);

const DAY: i64 = 24 * 60 * MINUTE;

/// Henk sent his answers and asks to be deleted; Daan has his review.
async fn asked(app: &TestApp) -> (Filling, Client) {
    let mut henk = app.sent("henk", "My garden").await;
    let daan = app.reviewing("daan", "henk").await;
    let form = [("resident", henk.resident), ("kind", "erasure"), ("form_key", "k1")];
    henk.client.submit("/api/request/send", &form).await;
    (henk, daan)
}

async fn decide(daan: &mut Client, resident: &str, choice: &str, why: &str, sure: &str) -> Page {
    let request = daan.open(&format!("/work/{resident}/erasure")).await.field("request");
    let form = [("resident", resident), ("request", &request), ("choice", choice), ("why", why), ("sure", sure)];
    daan.submit("/api/rights/decide-erasure", &form).await
}

async fn what_can_go_goes_and_the_resident_reads_why_the_rest_stays(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let (mut henk, mut daan) = asked(&app).await;
    let resident = henk.resident;
    henk.client.submit("/api/draft/start", &[("resident", resident)]).await;
    henk.type_text("K8", "Never sent").await;
    let calculation = [("resident", resident), ("step", "answer"), ("household", "alone"), ("age", "27"), ("hours", "8"), ("plan", "12")];
    henk.client.submit("/api/calculation/save", &calculation).await;
    let review = daan.open(&format!("/work/{resident}")).await;
    let page = format!("/work/{resident}/erasure");
    assert!(review.addresses().contains(&page), "one tap from the review");
    let page = daan.open(&page).await;
    for key in ["draft", "calculations", "sent", "letters", "profile", "log", "backend"] {
        assert!(page.shows(&words.t(&format!("erasure-held-{key}"))), "{key}: {}", page.words());
    }
    assert!(page.shows(&words.t("erasure-choice-part")) && !page.shows(&words.t("erasure-held-agreements")), "what there is not is not listed");
    assert!(!page.html.contains("Never sent"), "a draft is seen by nobody");
    let wrong = decide(&mut daan, resident, "part", "", "").await;
    for key in ["problem-empty-why", "problem-empty-sure"] {
        assert_eq!(wrong.words().matches(&words.t(key)).count(), 2, "{key} in the summary and beside the field: {}", wrong.words());
    }
    assert_eq!(wrong.ticked("choice"), ["part"]);
    assert!(decide(&mut daan, resident, "", "Because", "yes").await.shows(&words.t("problem-empty-choice")));
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 1);
    let done = decide(&mut daan, resident, "part", "Uw dossier is nog nodig", "yes").await;
    assert!(done.shows(&words.t("notice-erasure-decided")) && !done.addresses().contains(&format!("/work/{resident}/erasure")), "{}", done.words());
    assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM answer) + (SELECT COUNT(*) FROM calculation)").await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 1);
    assert!(!app.contents().await.contains("Uw dossier is nog nodig"), "the reason is sealed");
    let data = henk.client.open(&format!("/r/{resident}/data")).await;
    assert!(
        data.shows("Op 23 november verwijderden wij wat weg kon. Dat is: wat u niet verstuurde") && data.shows("Uw dossier is nog nodig"),
        "{}",
        data.words()
    );
    assert!(data.shows(&words.t("erasure-until-open")) && data.shows(&words.t("erasure-disagree")));
    let number = database::texts(&app.url, "SELECT reference FROM request WHERE kind = 'erasure'").await.concat();
    let answered = henk.client.open(&format!("/r/{resident}/requests/{number}")).await;
    assert!(
        answered.shows("Uw dossier is nog nodig") && answered.shows(&words.t("request-over")),
        "the answer stands where it was asked: {}",
        answered.words()
    );
    let looked = henk.client.open(&format!("/r/{resident}/access")).await;
    assert!(looked.shows(&words.t("access-did-erase")), "{}", looked.words());
    daan.submit("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
    assert!(henk.client.open(&format!("/r/{resident}/data")).await.shows("Het blijft in Meedoen tot 22 november 2028."));
}

async fn everything_goes_only_when_nothing_is_going_on(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let (henk, mut daan) = asked(&app).await;
    let page = daan.open(&format!("/work/{}/erasure", henk.resident)).await;
    assert!(page.shows(&words.t("erasure-in-the-way-review")) && !page.shows(&words.t("erasure-choice-everything")), "{}", page.words());
    let before = app.contents().await;
    let forced = decide(&mut daan, henk.resident, "everything", "", "yes").await;
    assert!(forced.shows(&words.t("notice-conflict-erasure")), "{}", forced.words());
    assert_eq!(before, app.contents().await, "nothing half done");
}

async fn everything_goes(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let (mut henk, mut daan) = asked(&app).await;
    let resident = henk.resident;
    henk.client.submit("/api/calendar/make", &[("resident", resident)]).await;
    daan.submit("/api/review/note", &[("resident", resident), ("note", "A note")]).await;
    daan.submit("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
    let page = daan.open(&format!("/work/{resident}/erasure")).await;
    assert!(page.shows(&words.t("erasure-choice-everything")) && !page.shows(&words.t("erasure-not-everything")), "{}", page.words());
    assert!(decide(&mut daan, resident, "everything", "", "").await.shows(&words.t("problem-empty-sure")));
    let done = decide(&mut daan, resident, "everything", "", "yes").await;
    assert!(done.shows(&words.t("notice-erased")) && !done.shows("Henk"), "{}", done.words());
    assert_eq!(henk.client.get(&format!("/r/{resident}")).await.status, 401, "signed out everywhere");
    assert_eq!(app.stranger().post("/session/demo", &[("person", resident)]).await.status, 404);
    for page in ["", "/erasure", "/version/1", "/journey", "/agreement", "/appointments"] {
        assert_eq!(daan.get(&format!("/work/{resident}{page}")).await.status, 404, "{page}");
    }
    for page in ["/work", "/work?show=team", "/work/caseload?show=team", "/work/promises?show=team"] {
        assert!(!daan.open(page).await.shows("Henk"), "{page}");
    }
    app.sign_in("petra").await.open("/divide").await;
    app.sign_in("koen").await.open("/manage").await;
    assert_eq!(app.number("SELECT COUNT(*) FROM erasure WHERE choice = 'everything'").await, 1, "that it was done stays");
    let gone =
        format!("SELECT (SELECT COUNT(*) FROM calendar_address) + (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM session WHERE person = '{resident}')");
    assert_eq!(app.number(&gone).await, 0);
    assert!(app.service.verify_access_log(&[]).await.unwrap().faults.is_empty());
    assert_eq!(app.service.rotate_keys().await.unwrap().locked, []);
}

async fn part_takes_what_was_never_sent(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let (mut henk, mut daan) = asked(&app).await;
    let resident = henk.resident;
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(&app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let mine = line_of(&text, Party::Resident, 0);
    bond.resident_does("steps", &[("line", &mine), ("step_1", "I look up the address")]).await;
    let own = [("revision", "0"), ("line", ""), ("doer", "resident"), ("text", "I swim"), ("goal", "new"), ("goal_title", "Swim"), ("due", "3")];
    bond.resident_does("line", &own).await;
    henk.client.submit("/api/helper/together", &[("resident", resident), ("with", "my sister"), ("go", "begin")]).await;
    let mut both = app.helped("henk", "fatma", &[("work", "see")]).await;
    app.invited(&mut both.resident, "henk", &[("work", "see")]).await;
    let left = format!("SELECT 'left', id, '{}', 'K8', sealed_profile, active_at FROM resident WHERE id = '{resident}'", id("fatma"));
    app.change(format!("INSERT INTO helper_left (id, resident, helper, step, sealed_kept, at) {left}")).await;
    assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM agreement_sheet WHERE side = 'resident') + (SELECT COUNT(*) FROM agreement_order)").await, 2);
    // What a helper changed in a draft that was thrown away, and in the one that was sent.
    for draft in ["'thrown-away'", "(SELECT draft FROM scan)"] {
        let changed = format!("SELECT {draft}, id, 'S7', '{}', active_at FROM resident WHERE id = '{resident}'", id("fatma"));
        app.change(format!("INSERT INTO helped_answer (draft, resident, step, helper, at) {changed}")).await;
    }
    let page = daan.open(&format!("/work/{resident}/erasure")).await;
    let (may_go, stays) = page.html.split_once(&words.t("erasure-stays")).unwrap();
    for key in ["agreement-own", "helper-notes"] {
        assert!(may_go.contains(&words.t(&format!("erasure-held-{key}"))), "{key}: {}", page.words());
    }
    assert!(stays.contains(&words.t("erasure-held-helpers")), "{}", page.words());
    decide(&mut daan, resident, "part", "The rest is needed", "yes").await;
    for table in ["agreement_sheet WHERE side = 'resident'", "agreement_order", "together", "helper_left", "helper_invitation WHERE settled_at IS NOT NULL"] {
        assert_eq!(app.number(&format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM helped_answer").await, 1, "of what was sent it stays");
    let kept = "SELECT (SELECT COUNT(*) FROM mandate) + (SELECT COUNT(*) FROM agreement_version) + (SELECT COUNT(*) FROM helper_invitation)";
    assert_eq!(app.number(kept).await, 3, "who helps, what was agreed, and who may still answer");
    henk.client.open(&format!("/r/{resident}/helpers")).await;
    henk.client.open(&format!("/r/{resident}/agreement")).await;
}

async fn the_day_until_which_it_stays_is_the_day_it_goes(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.others_are_active("henk").await;
    let (mut henk, mut daan) = asked(&app).await;
    let resident = henk.resident;
    daan.submit("/api/review/conclude", &[("resident", resident), ("again", "")]).await;
    app.clock.advance(500 * DAY);
    let mut daan = app.sign_in("daan").await;
    let page = daan.open(&format!("/work/{resident}/erasure")).await;
    // 500 days after 23 November 2026 is 6 April 2028; 730 more is 6 April 2030.
    assert!(page.shows("6 april 2030"), "deciding counts as something that happened: {}", page.words());
    decide(&mut daan, resident, "nothing", "Alles is nog nodig", "").await;
    app.clock.advance(10 * DAY);
    henk.client = app.sign_in("henk").await;
    let told = henk.client.open(&format!("/r/{resident}/data")).await;
    assert!(told.shows("Het blijft in Meedoen tot 6 april 2030."), "{}", told.words());
    // One tap keeps it longer, and the day that is told moves along.
    app.change(format!("INSERT INTO retention_notice (resident, kind, extended_at) VALUES ('{resident}', 'file', {})", app.service.clock.now())).await;
    let told = henk.client.open(&format!("/r/{resident}/data")).await;
    assert!(told.shows("Het blijft in Meedoen tot 16 april 2030."), "{}", told.words());
    // And that is the day on which it goes.
    app.clock.advance(701 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap().told, 1);
    let soon = app.sign_in("henk").await.open(&format!("/r/{resident}")).await;
    app.clock.advance(28 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap().waiting, 1);
    app.clock.advance(2 * DAY);
    assert_eq!(app.service.sweep_retention(false).await.unwrap().deleted, 1);
    assert!(soon.shows("17 april"), "told on the 17th of March, a day late, and so a day later: {}", soon.words());
}

async fn it_is_settled_by_deciding_only(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (henk, mut daan) = asked(&app).await;
    let request = daan.open(&format!("/work/{}/erasure", henk.resident)).await.field("request");
    let before = app.contents().await;
    for contact in ["spoken", "undo"] {
        daan.post("/api/review/contact", &[("resident", henk.resident), ("request", &request), ("contact", contact)]).await;
    }
    assert_eq!(before, app.contents().await);
    decide(&mut daan, henk.resident, "nothing", "Alles is nog nodig", "").await;
    assert!(daan.open("/work/caseload").await.shows("1 nog niet gesproken"), "deciding is no talk with the resident");
    let again = [("resident", henk.resident), ("request", request.as_str()), ("choice", "nothing"), ("why", "Again"), ("sure", "")];
    let settled = app.contents().await;
    assert_eq!(daan.post("/api/rights/decide-erasure", &again).await.status, 404, "once");
    assert_eq!(daan.get(&format!("/work/{}/erasure", henk.resident)).await.status, 404);
    daan.post("/api/review/contact", &[("resident", henk.resident), ("request", &request), ("contact", "undo")]).await;
    assert_eq!(settled, app.contents().await);
}

async fn the_manager_sees_counts(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.type_text("K8", "My garden").await;
    app.filling("samira").await.type_text("K8", "My balcony").await;
    app.clock.advance(151 * DAY);
    let row = |page: &Page, key: &str| {
        let words = page.words();
        let name = app.dutch().t(&format!("manage-kept-{key}"));
        let rest = words.split_once(&name).unwrap_or_else(|| panic!("{name}: {words}")).1;
        rest.split_whitespace().take(5).collect::<Vec<_>>().join(" ")
    };
    let before = app.contents().await;
    let page = app.sign_in("koen").await.open("/manage").await;
    assert_eq!(row(&page, "draft"), "180 dagen 2 0 0");
    assert!(row(&page, "calculations").starts_with("1 jaar 0 0 0") && row(&page, "log").starts_with("5 jaar – – 0"));
    assert_eq!(before, app.contents().await, "looking deletes nothing");
    app.service.sweep_retention(false).await.unwrap();
    assert_eq!(row(&app.sign_in("koen").await.open("/manage").await, "draft"), "180 dagen 0 2 0");
    app.clock.advance(31 * DAY);
    let page = app.sign_in("koen").await.open("/manage").await;
    assert_eq!(row(&page, "draft"), "180 dagen 0 0 2");
    assert!(!page.shows("Henk") && !page.html.contains(id("henk")), "never whose");
    // Who looks for somebody else's counts gets nothing.
    let daan = app.service.person(id("daan")).await.unwrap().into();
    assert!(app.service.retention_plan(&daan).await.is_err());
}

async fn old_lines_of_the_log_go(engine: Engine) {
    let app = TestApp::start(engine).await;
    let look = async || {
        app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
        app.service.flush_access_log().await.unwrap();
    };
    look().await;
    app.clock.advance(DAY);
    look().await;
    app.clock.advance(1825 * DAY);
    look().await;
    let lines = app.number("SELECT COUNT(*) FROM access_log").await;
    let chains = database::texts(&app.url, "SELECT DISTINCT chain FROM access_log ORDER BY chain").await;
    assert_eq!(chains.len(), 3);
    let dry = app.service.cut_access_log(true).await.unwrap();
    assert!(dry > 0 && app.number("SELECT COUNT(*) FROM access_log").await == lines, "a dry run");
    assert_eq!(app.service.cut_access_log(false).await.unwrap(), dry);
    assert_eq!(database::texts(&app.url, "SELECT DISTINCT chain FROM access_log ORDER BY chain").await, chains[1..], "whole chains, the oldest");
    let told = app.service.verify_access_log(&[]).await.unwrap();
    assert_eq!(told.faults, [], "what the portal took out is no fault");
    assert_eq!(app.number("SELECT COUNT(*) FROM access_log WHERE activity = 'CutLog'").await, 1, "and is in the log");
    assert_eq!(app.service.cut_access_log(false).await.unwrap(), 0);
    // Somebody else takes out a chain and writes down that it was in order.
    let tied = database::texts(&app.url, &format!("SELECT before FROM access_log WHERE chain = '{}' AND number = 1", chains[2])).await.remove(0);
    app.change(format!("DELETE FROM access_log WHERE chain = '{}'", chains[1])).await;
    app.change(format!("INSERT INTO access_log_cut (hash, seal, at) SELECT '{tied}', seal, at FROM access_log_cut")).await;
    assert_eq!(app.service.verify_access_log(&[]).await.unwrap().faults, [Fault::Untied(chains[2].clone())]);
    app.change("DELETE FROM access_log_cut".into()).await;
    assert_eq!(app.service.verify_access_log(&[]).await.unwrap().faults.len(), 1, "the chain that was tied to it is gone too");
}
