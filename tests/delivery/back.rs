//! What comes back: notifications are hints, the truth is read; what was lost is found at night.

use crate::town::{SECRET, Town};
use backend_sim::Act;
use http::StatusCode;
use serde_json::{Value, json};
use tests::app::id;
use tests::{Engine, on_both_engines};

on_both_engines!(
    a_status_of_the_case_system_shows_for_the_resident,
    who_does_not_know_the_secret_is_refused,
    a_flood_and_other_hosts_do_nothing,
    what_was_lost_is_read_at_night,
    nothing_of_anybody_stands_in_an_address_or_the_log,
);

fn notification(url: &str) -> Value {
    json!({
        "actie": "create", "kanaal": "zaken", "resource": "status", "kenmerken": {}, "hoofdObject": url,
        "resourceUrl": format!("{url}/statussen/1"), "aanmaakdatum": "2026-11-23T10:00:00Z",
    })
}

impl Town {
    /// Tells the portal something, as the backend would.
    async fn tell(&self, secret: Option<&str>, body: &[u8]) -> StatusCode {
        self.app.stranger().tell("/webhook/notifications", secret, body).await
    }

    async fn told(&self, url: &str) {
        assert_eq!(self.tell(Some(SECRET), notification(url).to_string().as_bytes()).await, StatusCode::NO_CONTENT);
        self.delivery.read_notified().await.unwrap();
    }
}

async fn a_status_of_the_case_system_shows_for_the_resident(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My words").await;
    town.deliver().await;
    let (case, sent) = (town.newest_case(), format!("/r/{}/sent/1", id("henk")));
    town.sim.act(&Act::SetStatus { case: town.newest_number(), number: None, explanation: String::new() }).unwrap();
    assert!(!henk.client.open(&sent).await.shows("In behandeling"));
    town.told(&case).await;
    let page = henk.client.open(&sent).await;
    assert!(page.shows("In behandeling"), "{}", page.words());
    town.sim.act(&Act::Close { case: town.newest_number(), explanation: String::new() }).unwrap();
    let mut other = notification(&case);
    other["aanmaakdatum"] = json!("2026-11-23T10:00:01Z");
    assert_eq!(town.tell(Some(SECRET), other.to_string().as_bytes()).await, StatusCode::NO_CONTENT);
    assert_eq!(town.delivery.read_notified().await.unwrap(), 1);
    assert!(henk.client.open(&sent).await.shows("Afgehandeld"));
    let mut daan = town.app.sign_in("daan").await;
    assert!(daan.open(&format!("/work/{}", id("henk"))).await.shows("Afgehandeld"));
}

async fn who_does_not_know_the_secret_is_refused(engine: Engine) {
    let town = Town::start(engine).await;
    let test = json!({
        "kanaal": "test", "hoofdObject": "http://some.hoofdobject.nl/", "resource": "some_resource", "resourceUrl": "http://some.resource.nl/",
        "actie": "create", "aanmaakdatum": "2019-01-01T12:00:00Z", "kenmerken": {},
    });
    let test = test.to_string();
    for secret in [None, Some(""), Some("wrong"), Some("the-webhook-secre")] {
        assert_eq!(town.tell(secret, test.as_bytes()).await, StatusCode::FORBIDDEN, "{secret:?}");
    }
    assert_eq!(town.tell(Some(SECRET), test.as_bytes()).await, StatusCode::NO_CONTENT, "the trial of a subscription");
    assert_eq!(town.app.number("SELECT COUNT(*) FROM inbox_event").await, 0);
    for body in [&b"{"[..], b"[]", b"{\"kanaal\":1}", b"\xff\xfe"] {
        assert_eq!(town.tell(Some(SECRET), body).await, StatusCode::BAD_REQUEST);
    }
    assert_eq!(town.tell(Some(SECRET), &vec![b' '; 66_000]).await, StatusCode::PAYLOAD_TOO_LARGE);
}

async fn a_flood_and_other_hosts_do_nothing(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My words").await;
    town.deliver().await;
    let case = town.newest_case();
    for _ in 0..50 {
        assert_eq!(town.tell(Some(SECRET), notification(&case).to_string().as_bytes()).await, StatusCode::NO_CONTENT);
    }
    assert_eq!(town.app.number("SELECT COUNT(*) FROM inbox_event").await, 1, "the same notification is one");
    assert_eq!(town.delivery.read_notified().await.unwrap(), 1);
    let calls = town.sim.log().len();
    let root = format!("{}/zaken/api/v1", town.sim.url());
    let cunning = [
        format!("{root}.evil.example/zaken/1"),
        "http://169.254.169.254/latest".to_owned(),
        format!("{}@evil.example/", town.sim.url()),
        "file:///etc/passwd".to_owned(),
    ];
    for url in &cunning {
        assert_eq!(town.tell(Some(SECRET), notification(url).to_string().as_bytes()).await, StatusCode::BAD_REQUEST, "{url}");
    }
    // A case of the backend that is not ours is no business of ours.
    assert_eq!(town.tell(Some(SECRET), notification(&format!("{root}/zaken/somebody-elses")).to_string().as_bytes()).await, StatusCode::NO_CONTENT);
    assert_eq!((town.delivery.read_notified().await.unwrap(), town.sim.log().len()), (0, calls));
    // A CloudEvent about our case is the same hint, once.
    let event = json!({ "specversion": "1.0", "id": "1", "source": "urn:nld:oin:1", "type": "nl.overheid.zaken.zaak-gewijzigd", "subject": case });
    for _ in 0..3 {
        assert_eq!(town.tell(Some(SECRET), event.to_string().as_bytes()).await, StatusCode::NO_CONTENT);
    }
    assert_eq!(town.delivery.read_notified().await.unwrap(), 1);
}

async fn what_was_lost_is_read_at_night(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My words").await;
    town.deliver().await;
    town.sim.act(&Act::SetStatus { case: town.newest_number(), number: None, explanation: String::new() }).unwrap();
    // A resident who signs in asks for it too.
    let sent = format!("/r/{}/sent/1", id("henk"));
    let mut again = town.app.sign_in("henk").await;
    assert_eq!(town.delivery.read_notified().await.unwrap(), 1);
    assert!(again.open(&sent).await.shows("In behandeling"));
    town.sim.act(&Act::Close { case: town.newest_number(), explanation: String::new() }).unwrap();
    assert_eq!(town.delivery.read_open_cases().await.unwrap(), 0, "it was read today");
    town.app.clock.advance(21 * 3_600_000);
    assert_eq!(town.delivery.read_open_cases().await.unwrap(), 1);
    henk.client = town.app.sign_in("henk").await;
    assert!(henk.client.open(&sent).await.shows("Afgehandeld"));
    town.app.clock.advance(25 * 3_600_000);
    assert_eq!(town.delivery.read_open_cases().await.unwrap(), 0, "a closed case is read no more");
}

async fn nothing_of_anybody_stands_in_an_address_or_the_log(engine: Engine) {
    let town = Town::start(engine).await;
    town.sim.add_fault(backend_sim::FaultRule::on("*", backend_sim::Fault::Error500After).times(3));
    town.sim.add_fault(backend_sim::FaultRule::on("rol.create", backend_sim::Fault::DropAfter).times(1));
    town.app.sent("henk", "A-word-that-nobody-else-says").await;
    town.deliver().await;
    let bsn = tests::app::test_bsn(1);
    let rows = town.app.contents().await;
    for said in [bsn.as_str(), "A-word-that-nobody-else-says", "de Vries"] {
        assert!(!town.sim.urls().iter().any(|url| url.contains(said)), "an address holds {said}");
        assert!(!tests::log::text().contains(said), "the log holds {said}");
        assert!(!rows.contains(said), "the database holds {said} in the clear");
    }
}
