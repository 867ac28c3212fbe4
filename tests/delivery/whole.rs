//! Without trouble: everything arrives, in order, and what was said goes along.

use crate::town::{Town, corrected, grouped, once};
use backend_sim::Count;
use tests::app::id;
use tests::{Engine, on_both_engines};

on_both_engines!(
    a_sent_self_scan_is_a_case,
    a_correction_belongs_to_the_same_case,
    after_concluding_a_new_case_goes_on_from_the_old_one,
    what_the_caseworker_wrote_is_a_contact,
    the_document_is_that_of_the_screen,
    many_at_once_and_no_duplicate,
);

async fn a_sent_self_scan_is_a_case(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    assert_eq!((town.waiting().await, town.sim.cases().len()), (1, 0), "nothing waits for the backend");
    town.deliver().await;
    assert_eq!(town.counts().await, [once()]);
    // As few calls as there are steps, and the look-ups of the types and of what has no key.
    let calls: Vec<String> = town.sim.log().into_iter().map(|entry| entry.route).collect();
    assert_eq!(calls.iter().filter(|route| route.ends_with(".create")).count(), 7, "{calls:?}");
    assert!(calls.len() <= 7 + 1 + 8, "{calls:?}");
    assert_eq!(calls.iter().rposition(|route| route == "status.create"), Some(calls.len() - 1), "the first status comes last: {calls:?}");
    assert!(!town.delivery.work_once().await.unwrap(), "nothing more to do");
}

async fn a_correction_belongs_to_the_same_case(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    town.deliver().await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.choose("W10", "help").await;
    assert_eq!(henk.send().await.status, 303);
    town.deliver().await;
    assert_eq!(town.counts().await, [corrected(1)]);
    let case = town.newest_case();
    assert!(case.starts_with(town.sim.url()), "{case}");
}

async fn after_concluding_a_new_case_goes_on_from_the_old_one(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    let mut daan = town.app.reviewing("daan", "henk").await;
    daan.submit("/api/review/conclude", &[("resident", id("henk")), ("again", "")]).await;
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.type_text("K8", "My dog").await;
    assert_eq!(henk.send().await.status, 303);
    town.deliver().await;
    assert_eq!(town.counts().await, [once(), once()]);
    let cases = town.sim.cases();
    assert_eq!(cases[0]["zaak"]["relevanteAndereZaken"][0]["aardRelatie"], "vervolg");
    assert_eq!(cases[0]["zaak"]["relevanteAndereZaken"][0]["url"], cases[1]["zaak"]["url"]);
}

async fn what_the_caseworker_wrote_is_a_contact(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My garden").await;
    let mut daan = town.app.reviewing("daan", "henk").await;
    let ask = [("resident", id("henk")), ("reason", "unclear"), ("questions[]", "K8"), ("message", "Which garden?")];
    daan.submit("/api/review/ask", &ask).await;
    daan.submit("/api/review/group", &[("resident", id("henk")), ("group", "2"), ("group_reason", "Because")]).await;
    town.deliver().await;
    assert_eq!(town.counts().await, [Count { contacts: 2, ..grouped() }]);
}

async fn the_document_is_that_of_the_screen(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My garden").await;
    let own = henk.client.bytes(&format!("/r/{}/sent/1/self-scan.pdf", henk.resident)).await;
    assert!(own.starts_with(b"%PDF-1.7"));
    town.deliver().await;
    let document = town.sim.log().into_iter().find(|entry| entry.route == "document.create");
    assert!(document.is_some());
    let mut daan = town.app.sign_in("daan").await;
    assert_eq!(daan.bytes(&format!("/work/{}/version/1/self-scan.pdf", id("henk"))).await, own, "the same bytes each time");
    for (mut other, path) in [
        (town.app.stranger(), format!("/r/{}/sent/1/self-scan.pdf", id("henk"))),
        (town.app.sign_in("samira").await, format!("/r/{}/sent/1/self-scan.pdf", id("henk"))),
        (town.app.sign_in("daan").await, format!("/r/{}/sent/1/self-scan.pdf", id("henk"))),
        (town.app.sign_in("marieke").await, format!("/work/{}/version/1/self-scan.pdf", id("henk"))),
        (town.app.sign_in("koen").await, format!("/work/{}/version/1/self-scan.pdf", id("henk"))),
    ] {
        assert!(matches!(other.get(&path).await.status.as_u16(), 401 | 404), "{path}");
    }
}

async fn many_at_once_and_no_duplicate(engine: Engine) {
    let town = Town::start(engine).await;
    let stories = ["henk", "samira", "yonas", "ria"];
    for story in stories {
        let mut filling = town.app.sent(story, "My words").await;
        // The same case twice: a version and its correction.
        filling.client.submit("/api/draft/start", &[("resident", filling.resident)]).await;
        filling.choose("W10", "help").await;
        assert_eq!(filling.send().await.status, 303);
    }
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let delivery = town.delivery.clone();
        workers.spawn(async move {
            let mut idle = 0;
            while idle < 20 {
                idle = if delivery.work_once().await.unwrap() { 0 } else { idle + 1 };
                tokio::time::sleep(std::time::Duration::from_millis(2)).await;
            }
        });
    }
    workers.join_all().await;
    assert_eq!(town.counts().await, vec![corrected(1); stories.len()]);
    assert_eq!(town.waiting().await, 0);
}
