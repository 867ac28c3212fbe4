//! The journey: one screen that follows from what happened, for both sides; the caseload; feedback without a name.

use domain::agreement::Party;
use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    the_journey_follows_what_happened,
    what_comes_first_is_done_first,
    a_day_that_passed_is_said,
    the_caseworker_sees_the_same_line_but_no_draft,
    history_has_filters,
    a_saved_calculation_stands_in_the_own_history_alone,
    who_has_not_been_spoken_to_stands_first,
    the_yearly_conversation_has_its_own_clock,
    one_tap_is_counted_without_a_name,
    changing_group_says_what_changes,
);

const DAY: i64 = 24 * 60 * MINUTE;

fn own(story: &str) -> String {
    format!("/r/{}/journey", id(story))
}

async fn the_journey_follows_what_happened(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let first = henk.open(&own("henk")).await;
    assert!(first.shows("Stap 1 van 4: U vertelt hoe het gaat") && first.shows("Vertel hoe het met u gaat"), "{}", first.words());
    assert_eq!(first.html.matches("aria-current=\"step\"").count(), 1);
    app.sent("henk", "My garden").await;
    let read = henk.open(&own("henk")).await;
    assert!(read.shows("Stap 2 van 4: Wij praten met elkaar") && read.shows("Wij lezen uw antwoorden Uiterlijk 7 december 2026"), "{}", read.words());
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/journey/spoken", &[("resident", id("henk")), ("way", "phone")]).await;
    daan.submit("/api/journey/spoken", &[("resident", id("henk")), ("way", "phone")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'spoken'").await, 1, "twice is one conversation");
    daan.submit("/api/review/group", &[("resident", id("henk")), ("group", "2"), ("group_reason", "Because")]).await;
    let group = henk.open(&own("henk")).await;
    assert!(group.shows("Stap 4 van 6: Wij maken samen afspraken") && group.shows("Lees in welke groep u zit"), "the stages of group 2: {}", group.words());
    let mut bond = app.bond().await;
    bond.propose().await;
    let answer = henk.open(&own("henk")).await;
    assert!(answer.shows("Geef antwoord op het voorstel") && answer.shows("Uiterlijk 30 november 2026"), "{}", answer.words());
    bond.agree(&app).await;
    let busy = henk.open(&own("henk")).await;
    assert!(
        busy.shows("Stap 5 van 6: Leren en proberen") && busy.shows("Wij zoeken een cursus en betalen die. Uiterlijk 22 februari 2027"),
        "{}",
        busy.words()
    );
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    for line in &text.lines {
        let mark = [("line", line.id.as_str()), ("mark", "done")];
        if line.doer == Party::Resident {
            bond.resident_does("mark", &mark).await
        } else {
            bond.municipality_does("mark", &mark).await
        };
    }
    assert!(henk.open(&own("henk")).await.shows("Stap 6 van 6: Samen terugkijken"));
}

async fn what_comes_first_is_done_first(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(&app).await;
    bond.municipality_does("start", &[("chosen[]", "pair-buddy")]).await;
    bond.municipality_sends().await;
    daan.submit("/api/review/ask", &[("resident", id("henk")), ("reason", "unclear"), ("questions[]", "K8"), ("message", "Which garden?")]).await;
    let page = bond.henk.open(&own("henk")).await;
    let part = page.html.split("id=\"todo\"").nth(1).unwrap().split("id=\"doing\"").next().unwrap();
    assert_eq!(part.matches("md-task__link").count(), 3, "three at most");
    let words = page.words();
    let at = |text: &str| words.find(text).unwrap_or_else(|| panic!("{text}: {words}"));
    assert!(at("Beantwoord een vraag van de gemeente") < at("Geef antwoord op het voorstel"));
    assert!(at("Geef antwoord op het voorstel") < at("Ik neem mijn brieven mee"), "then the line with the first date");
}

async fn a_day_that_passed_is_said(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(&app).await;
    app.clock.advance(40 * DAY);
    let mut henk = app.sign_in("henk").await;
    let page = henk.open(&own("henk")).await;
    assert!(page.shows("De gemeente is te laat. Dit zou klaar zijn op 7 december 2026."), "{}", page.words());
    assert!(page.shows("Die dag is voorbij.") && page.shows("De datum was 7 december 2026"));
}

async fn the_caseworker_sees_the_same_line_but_no_draft(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    let mut daan = app.sign_in("daan").await;
    let page = daan.open(&format!("/work/{}/journey", id("henk"))).await;
    assert!(page.shows("Stap 1 van 4:") && page.shows("De inwoner hoeft nu niets te doen."), "that there is a draft is the resident's own: {}", page.words());
    assert!(henk.client.open(&own("henk")).await.shows("Ga verder"));
    assert_eq!(daan.get(&own("henk")).await.status, 404, "each side has its own address");
}

async fn history_has_filters(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut bond = app.bond().await;
    bond.propose().await;
    let all = bond.henk.open(&format!("{}/history", own("henk"))).await;
    assert!(all.shows("Een voorstel voor afspraken: versie 1") && all.shows("Daan Visser"), "{}", all.words());
    let only = bond.henk.open(&format!("{}/history?show=answers", own("henk"))).await;
    assert!(!only.shows("Een voorstel voor afspraken") && only.html.contains("aria-current=\"page\""));
    assert!(bond.henk.open(&format!("{}/history?show=contact", own("henk"))).await.shows(&app.dutch().t("history-none")));
    assert!(bond.henk.open(&format!("{}/history?show=nonsense", own("henk"))).await.shows("Een voorstel voor afspraken: versie 1"));
}

async fn a_saved_calculation_stands_in_the_own_history_alone(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let form = [("resident", id("henk")), ("step", "answer"), ("household", "alone"), ("age", "27"), ("hours", "8"), ("plan", "20")];
    henk.submit("/api/calculation/save", &form).await;
    assert!(henk.open(&format!("{}/history", own("henk"))).await.shows("U bewaarde een berekening"));
    let seen = app.sign_in("daan").await.open(&format!("/work/{}/journey/history", id("henk"))).await;
    assert!(!seen.shows("berekening"), "{}", seen.words());
}

async fn who_has_not_been_spoken_to_stands_first(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.sent("yonas", "Music").await;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/review/take", &[("resident", id("yonas")), ("seen_caseworker", "")]).await;
    daan.submit("/api/journey/spoken", &[("resident", id("henk")), ("way", "desk")]).await;
    let page = daan.open("/work/caseload").await.words();
    assert!(page.find("Yonas").unwrap() < page.find("Henk").unwrap(), "{page}");
    assert!(page.contains("1 nog niet gesproken") && page.contains("23 november 2026"));
    let mut bond = app.bond().await;
    bond.propose().await;
    let waits = daan.open("/work/caseload?by=waits").await;
    assert!(waits.shows("Beide kanten zijn aan zet") && waits.shows("De inwoner wacht op ons"), "{}", waits.words());
    assert!(!app.sign_in("marieke").await.open("/work/caseload?show=team").await.shows("Henk"));
}

async fn the_yearly_conversation_has_its_own_clock(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("ria", "My garden").await;
    let mut ilse = app.reviewing("ilse", "ria").await;
    ilse.submit("/api/review/group", &[("resident", id("ria")), ("group", "3"), ("group_reason", "Because")]).await;
    let mut ria = app.sign_in("ria").await;
    let page = ria.open(&own("ria")).await;
    assert!(page.shows("De gemeente: Wij praten elk jaar met u · Uiterlijk 23 november 2027") && page.shows("Wandelgroep"), "{}", page.words());
    app.clock.advance(366 * DAY);
    let mut ilse = app.sign_in("ilse").await;
    assert!(ilse.open("/work/caseload").await.shows("Jaarlijks gesprek was voor 23 november 2027"));
    assert!(app.sign_in("ria").await.open(&own("ria")).await.shows("De gemeente is te laat. Dit zou klaar zijn op 23 november 2027."));
    ilse.submit("/api/journey/spoken", &[("resident", id("ria")), ("way", "home")]).await;
    assert!(ilse.open("/work/caseload").await.shows("Jaarlijks gesprek voor 24 november 2028"), "and begins again");
}

async fn one_tap_is_counted_without_a_name(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let form = [("resident", id("henk")), ("stage", "intake"), ("feeling", "soso")];
    assert!(henk.submit("/api/journey/feeling", &form).await.shows(&app.dutch().t("notice-feeling")));
    henk.submit("/api/journey/feeling", &form).await;
    let count = |feeling: &str| {
        format!("SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) FROM feeling WHERE stage = 'intake' AND month = '2026-11' AND feeling = '{feeling}'")
    };
    assert_eq!(app.number(&count("soso")).await, 1, "twice is once");
    // The last answer wins, from another session too.
    let mut again = app.sign_in("henk").await;
    again.submit("/api/journey/feeling", &[("resident", id("henk")), ("stage", "intake"), ("feeling", "good")]).await;
    assert_eq!((app.number(&count("soso")).await, app.number(&count("good")).await), (0, 1));
    let contents = app.contents().await;
    let marks: Vec<&str> = contents.lines().filter(|row| row.starts_with("feeling_mark")).collect();
    assert!(!marks.is_empty() && marks.iter().all(|row| !row.contains(id("henk"))), "the mark is nobody's name: {marks:?}");
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE by_person = 'd0000000000000000000000000000002'").await, 0, "nothing tells who it was");
    let mut koen = app.sign_in("koen").await;
    let counted = koen.open("/manage").await;
    assert!(counted.shows(&app.dutch().t("feelings-none")), "a count of one tells who it was: {}", counted.words());
    app.change("UPDATE feeling SET number = 5 WHERE feeling = 'good'".to_owned()).await;
    let counted = koen.open("/manage").await;
    assert!(
        counted.shows("Laatste twaalf maanden, alleen aantallen") && counted.html.contains(">5</td>") && counted.shows("minder dan 5"),
        "{}",
        counted.words()
    );
    app.clock.advance(366 * 24 * 60 * MINUTE);
    assert!(app.sign_in("koen").await.open("/manage").await.shows(&app.dutch().t("feelings-none")), "a year later it no longer counts");
    let mut henk = app.sign_in("henk").await;
    for (stage, feeling) in [("nowhere", "good"), ("intake", "angry")] {
        assert_eq!(henk.post("/api/journey/feeling", &[("resident", id("henk")), ("stage", stage), ("feeling", feeling)]).await.status, 404);
    }
}

async fn changing_group_says_what_changes(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    for group in ["2", "1"] {
        daan.submit("/api/review/group", &[("resident", id("henk")), ("group", group), ("group_reason", "Because")]).await;
        app.clock.advance(MINUTE);
    }
    let mut henk = app.sign_in("henk").await;
    let page = henk.open(&format!("/r/{}/group", id("henk"))).await;
    assert!(page.shows(&app.dutch().t("group-means-1")) && page.shows("Hiervoor was het:") && page.posts_to("/api/group/reply"), "{}", page.words());
}
