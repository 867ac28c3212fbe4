//! The caseworker's part: who has a review, what was decided and why, and what the resident says to it.

use domain::access::{Actor, Role};
use domain::intake::Route;
use domain::request::RequestKind;
use service::resident::Invitation;
use tests::app::{MINUTE, id, test_bsn};
use tests::{Client, Engine, TestApp, on_both_engines};

on_both_engines!(
    a_review_is_taken_once,
    handing_over_follows_what_was_seen,
    the_coordinator_divides_without_reading,
    the_group_has_a_reason_and_one_reply,
    notes_stay_with_the_municipality,
    concluding_and_opening_again,
    what_is_missing_is_said_beside_what_was_typed,
    urgent_first_and_every_filter_in_the_address,
    finding_a_resident_by_name_or_number,
    dividing_more_than_one_page,
    everything_has_who_and_when,
);

async fn a_review_is_taken_once(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.teams.truncate(3)).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.sign_in("daan").await;
    let seen = daan.open(&format!("/work/{}", id("henk"))).await.form("/api/review/take").field("seen_caseworker");
    let take = [("resident", id("henk")), ("seen_caseworker", seen.as_str())];
    let page = daan.submit("/api/review/take", &take).await;
    assert!(page.shows(&app.dutch().t("notice-taken")) && !page.posts_to("/api/review/take"));
    // Whoever saw nobody there is told that somebody is.
    let mut petra = app.sign_in("petra").await;
    let late = petra.submit("/api/review/hand-over", &[("resident", id("henk")), ("seen_caseworker", ""), ("to", &format!("person:{}", id("ilse")))]).await;
    assert!(late.shows(&app.dutch().t("notice-conflict-caseworker")), "{}", late.words());
    assert_eq!(app.number(&format!("SELECT COUNT(*) FROM resident WHERE caseworker = '{}'", id("daan"))).await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'taken'").await, 1);
    // Two at once: one of them has it.
    app.sent("yonas", "Music").await;
    let (mut one, mut other) = (daan.clone(), daan);
    let form = [("resident", id("yonas")), ("seen_caseworker", "")];
    tokio::join!(one.submit("/api/review/take", &form), other.submit("/api/review/take", &form));
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'taken'").await, 2);
}

async fn hand_over(client: &mut Client, seen: &str, to: &str) -> tests::Page {
    client.submit("/api/review/hand-over", &[("resident", id("henk")), ("seen_caseworker", seen), ("to", to)]).await
}

async fn handing_over_follows_what_was_seen(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let words = app.dutch();
    for to in ["", "nonsense", "person", "person:nobody", "team:nobody", &format!("person:{}", id("samira")), &format!("person:{}", id("petra"))] {
        let page = daan.post("/api/review/hand-over", &[("resident", id("henk")), ("seen_caseworker", id("daan")), ("to", to)]).await;
        assert!(page.status == 404 || page.location() == format!("/work/{}", id("henk")), "{to}: {} {}", page.status, page.location());
    }
    assert!(daan.open(&format!("/work/{}", id("henk"))).await.shows(&words.t("problem-empty-to")));
    assert!(hand_over(&mut daan, "", &format!("person:{}", id("ilse"))).await.shows(&words.t("notice-conflict-caseworker")), "stale");
    hand_over(&mut daan, id("daan"), &format!("person:{}", id("ilse"))).await;
    assert_eq!(daan.here, "/work", "it is not theirs any more");
    assert_eq!(daan.get(&format!("/work/{}", id("henk"))).await.status, 404);
    let mut ilse = app.sign_in("ilse").await;
    let review = ilse.open(&format!("/work/{}", id("henk"))).await;
    assert!(review.shows("My garden") && review.shows("Inkomen"));
    hand_over(&mut ilse, id("ilse"), "team:werk").await;
    assert!(daan.open("/work?show=unassigned").await.shows("Henk de Vries"));
    assert_eq!(ilse.get(&format!("/work/{}", id("henk"))).await.status, 404);
}

async fn the_coordinator_divides_without_reading(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut petra = app.sign_in("petra").await;
    let page = petra.open("/divide").await;
    assert!(page.shows("Henk de Vries") && !page.html.contains("My garden"));
    let done = hand_over(&mut petra, "", &format!("person:{}", id("daan"))).await;
    assert!(done.shows(&app.dutch().t("notice-handed-over")) && !done.html.contains(&format!("to-{}", id("henk"))), "not unassigned any more");
    let nobody = hand_over(&mut petra, id("daan"), "").await;
    assert!(nobody.shows(&app.dutch().t("divide-choose")), "{}", nobody.words());
    assert!(app.sign_in("daan").await.open("/work?show=mine").await.shows("Henk de Vries"));
}

async fn the_group_has_a_reason_and_one_reply(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let words = app.dutch();
    let group = [("resident", henk.resident), ("group", "2"), ("group_reason", "First the debts, then a job")];
    assert!(daan.submit("/api/review/group", &group).await.shows(&words.t("notice-group-set")));
    let path = format!("/r/{}/group", henk.resident);
    let page = henk.client.open(&path).await;
    assert!(page.shows("First the debts, then a job") && page.shows(&words.t("group-2")) && page.shows("Daan Visser"));
    let decision = page.field("decision");
    let empty = henk.client.submit("/api/group/reply", &[("resident", henk.resident), ("decision", &decision), ("reply", " ")]).await;
    assert!(empty.shows(&words.t("problem-empty-reply")));
    let reply = |text| [("resident", henk.resident), ("decision", decision.as_str()), ("reply", text)];
    let mut other = henk.client.clone();
    let said = reply("I see it otherwise");
    let (a, b) = tokio::join!(henk.client.submit("/api/group/reply", &said), other.submit("/api/group/reply", &said));
    assert!(a.shows("I see it otherwise") && b.shows("I see it otherwise"));
    let again = henk.client.submit("/api/group/reply", &reply("A second time")).await;
    assert!(again.shows(&words.t("notice-conflict-reply")) && again.shows("I see it otherwise"), "{}", again.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'group_reply'").await, 1);
    assert!(daan.open(&format!("/work/{}", henk.resident)).await.shows("I see it otherwise"));
    // A decision of somebody else cannot be answered.
    let mut samira = app.sent("samira", "Music").await;
    let foreign = samira.client.post("/api/group/reply", &[("resident", samira.resident), ("decision", &decision), ("reply", "x")]).await;
    assert_ne!(foreign.status, 200);
    assert_eq!(app.number("SELECT COUNT(*) FROM group_decision WHERE replied_at IS NOT NULL").await, 1);
}

async fn notes_stay_with_the_municipality(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let page = daan.submit("/api/review/note", &[("resident", henk.resident), ("note", "Called, no answer")]).await;
    assert!(page.shows("Called, no answer") && page.shows(&app.dutch().t("notice-note-kept")));
    for path in ["", "/sent/1", "/sent/1/copy", "/profile"] {
        assert!(!henk.client.open(&format!("/r/{}{path}", henk.resident)).await.html.contains("no answer"));
    }
    assert!(!daan.open(&format!("/work/{}/version/1", henk.resident)).await.html.contains("no answer"), "not on the printed copy");
}

async fn concluding_and_opening_again(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let words = app.dutch();
    let mut daan = app.sign_in("daan").await;
    let conclude = |again| [("resident", id("henk")), ("again", again)];
    assert!(daan.submit("/api/review/conclude", &conclude("")).await.shows(&words.t("notice-conflict-review")), "take it first");
    let mut daan = app.reviewing("daan", "henk").await;
    assert!(daan.submit("/api/review/conclude", &conclude("")).await.shows(&words.t("state-concluded")));
    assert!(daan.submit("/api/review/conclude", &conclude("")).await.shows(&words.t("notice-conflict-review")));
    assert!(daan.open("/work?show=concluded").await.shows("Henk de Vries"));
    let home = henk.client.open(&format!("/r/{}", henk.resident)).await;
    assert!(home.shows(&words.with("home-sent-concluded", &[("date", "".into())])), "{}", home.words());
    assert!(daan.submit("/api/review/conclude", &conclude("yes")).await.shows(&words.t("state-in-review")));
    daan.submit("/api/review/conclude", &conclude("")).await;
    // A new version wakes it.
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "Something new").await;
    henk.send().await;
    assert!(daan.open("/work?show=mine").await.shows("Henk de Vries"));
}

async fn what_is_missing_is_said_beside_what_was_typed(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let words = app.dutch();
    let page = daan.submit("/api/review/group", &[("resident", id("henk")), ("group", ""), ("group_reason", "A reason without a group")]).await;
    assert!(page.shows(&words.t("problem-empty-group")) && page.html.contains("A reason without a group"));
    let page = daan.submit("/api/review/group", &[("resident", id("henk")), ("group", "3"), ("group_reason", "")]).await;
    assert!(page.shows(&words.t("problem-empty-group-reason")) && page.ticked("group") == ["3"]);
    let long = "z".repeat(2001);
    let page = daan.submit("/api/review/note", &[("resident", id("henk")), ("note", &long)]).await;
    assert!(page.shows(&words.with("problem-too-long", &[("max", 2000_i64.into()), ("what", "".into())])) && page.html.contains(&long));
    assert_eq!(app.number("SELECT (SELECT COUNT(*) FROM note) + (SELECT COUNT(*) FROM group_decision)").await, 0);
}

async fn urgent_first_and_every_filter_in_the_address(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    app.clock.advance(MINUTE);
    let mut yonas = app.filling("yonas").await;
    yonas.choose("B5", "food").await;
    yonas.send().await;
    let mut daan = app.sign_in("daan").await;
    let place = |html: &str, name: &str| html.find(name).unwrap_or(usize::MAX);
    for order in ["oldest", "newest", "name", "due"] {
        let page = daan.open(&format!("/work?show=team&order={order}")).await;
        assert!(place(&page.html, "Yonas Tesfay") < place(&page.html, "Henk de Vries"), "urgent first in the order {order}");
        assert!(page.shows(&app.dutch().t("signal-direct")));
    }
    let shown = [("team", true), ("unassigned", true), ("mine", false), ("waiting", false), ("invited", false), ("concluded", false)];
    for (filter, there) in shown {
        assert_eq!(daan.open(&format!("/work?show={filter}")).await.shows("Yonas Tesfay"), there, "{filter}");
    }
    // Settled: somebody spoke with him.
    let review = daan.open(&format!("/work/{}", id("yonas"))).await;
    assert!(review.shows(&app.dutch().t("signal-direct")));
    let settled = daan.submit("/api/review/contact", &[("resident", id("yonas")), ("request", ""), ("contact", "spoken")]).await;
    assert!(!settled.shows(&app.dutch().t("review-signal-text")));
    let page = daan.open("/work?show=team&order=name").await;
    assert!(place(&page.html, "Henk de Vries") < place(&page.html, "Yonas Tesfay"));
    // Ten working days later it is late.
    app.clock.advance(16 * 24 * 60 * MINUTE);
    let mut daan = app.sign_in("daan").await;
    assert!(daan.open("/work?show=team").await.shows(&app.dutch().t("work-late")));
}

async fn finding_a_resident_by_name_or_number(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    daan.submit("/api/review/conclude", &[("resident", id("henk")), ("again", "")]).await;
    let reference = daan.open(&format!("/work/{}", id("henk"))).await.reference("MD");
    let mut yonas = app.filling("yonas").await;
    let asked = [("resident", id("yonas")), ("kind", "appointment"), ("form_key", "a-key"), ("about", ""), ("phone", "")];
    let request = yonas.client.submit("/api/request/send", &asked).await.reference("V");
    // By any part of the name in any order and case, or by the number; also when nothing is open any more or nothing was sent yet.
    for (find, whom) in [
        ("HENK", "Henk de Vries"),
        ("vries  hen", "Henk de Vries"),
        (&reference.to_lowercase(), "Henk de Vries"),
        ("tesf", "Yonas Tesfay"),
        (&request, "Yonas Tesfay"),
    ] {
        let page = daan.submit("/api/work/find", &[("find", find)]).await;
        assert_eq!(daan.here, "/work?show=found&order=oldest", "nothing personal in the address");
        assert!(page.shows(whom) && page.tags("input").any(|tag| tag.contains(&format!("value=\"{find}\""))), "{find}: {}", page.words());
        assert_eq!(page.shows("Henk de Vries"), whom == "Henk de Vries", "only who was looked for");
        assert!(page.addresses().iter().all(|address| !address.to_lowercase().contains("hen")), "{:?}", page.addresses());
    }
    let words = app.dutch();
    for find in ["nobody", "Ria", &"x".repeat(5000)] {
        let page = daan.submit("/api/work/find", &[("find", find)]).await;
        assert!(page.shows(&words.t("work-empty-found")), "{find}: another team, or nobody: {}", page.words());
    }
    // What was looked for is one's own, sealed, and forgotten when asked.
    daan.submit("/api/work/find", &[("find", "Tesfay")]).await;
    assert!(!app.sign_in("daan").await.open("/work?show=found").await.html.contains("Tesfay"), "another session");
    assert!(!tests::database::contents(&app.url, engine, &[]).await.contains("Tesfay"));
    let page = daan.submit("/api/work/find", &[("find", " ")]).await;
    assert_eq!(daan.here, "/work");
    assert!(page.is_page() && daan.open("/work?show=found").await.shows(&words.t("work-empty-found")));
    assert_eq!(app.sign_in("petra").await.post("/api/work/find", &[("find", "Henk")]).await.status, 404);
}

async fn dividing_more_than_one_page(engine: Engine) {
    let app = TestApp::start(engine).await;
    let daan = Actor { person: id("daan").into(), role: Role::Caseworker, team: Some("werk".into()), acts_for: None };
    for n in 0..55 {
        let invitation = Invitation {
            first_name: "Bram".into(),
            last_name: format!("Proef{n:02}"),
            bsn: test_bsn(n + 100),
            phone: "0612345678".into(),
            language: "nl".into(),
            route: Some(Route::Whole),
            team: "werk".into(),
        };
        let resident = app.service.invite(&daan, &invitation).await.unwrap();
        let actor = Actor { person: resident.clone(), role: Role::Resident, team: None, acts_for: None };
        app.service.send_request(&actor, &resident, RequestKind::Appointment, "", "", &resident, "").await.unwrap();
        app.clock.advance(MINUTE / 60);
    }
    let mut petra = app.sign_in("petra").await;
    let first = petra.open("/divide").await;
    let counted = first.tags("span").count();
    assert!(counted > 0 && first.html.contains("nl-number-badge\">55<"), "everybody is counted, not one page: {}", first.words());
    let shown = |page: &tests::Page| (0..55).filter(|n| page.shows(&format!("Proef{n:02}"))).count();
    assert_eq!(shown(&first), 50);
    let second = petra.open("/divide?show=unassigned&page=1").await;
    assert_eq!(shown(&second), 5, "{}", second.words());
    assert!(second.addresses().contains(&"/divide?show=unassigned".to_owned()), "{:?}", second.addresses());
}

async fn everything_has_who_and_when(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let group = [("resident", id("henk")), ("group", "1"), ("group_reason", "Because")];
    daan.submit("/api/review/group", &group).await;
    let review = daan.submit("/api/review/conclude", &[("resident", id("henk")), ("again", "")]).await;
    let history = review.html.split("md-history").nth(1).unwrap().to_owned();
    let times = history.matches("<time").count();
    assert_eq!(times, 5, "invited, sent, taken, group, concluded: {history}");
    assert!(history.matches("Daan Visser").count() >= 3);
}
