//! What the simulation can do wrong with notifications, and how it tries again (S81, S82, S84).

use crate::subscriptions::{body, to_cases};
use backend_sim::{Config, NotificationSwitches};
use conformance::answer::text;
use conformance::types::role_body;
use conformance::{Callback, Target, fresh, simulation};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

async fn subscribed(t: &Target, switches: NotificationSwitches) -> Callback {
    let callback = Callback::start(t).await;
    to_cases(t, &callback).await;
    t.sim().switch(|s| s.notifications = switches);
    callback
}

async fn quiet(t: &Target) {
    for _ in 0..500 {
        if t.sim().deliveries().waiting == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
}

#[tokio::test]
async fn s81_every_action_has_its_word() {
    let t = simulation!("s81_every_action_has_its_word");
    let callback = Callback::start(&t).await;
    let channels = json!([{ "naam": "zaken", "filters": {} }, { "naam": "documenten", "filters": {} }, { "naam": "objecten", "filters": {} }]);
    t.post(&format!("{}/abonnement", t.roots.notificaties), &body(&callback, &channels)).await.ok(201);
    let types = t.types().await;
    let (case, object) = (t.case(&types).await, t.object().await);
    t.document(&types).await;
    let mut role = role_body(&case, &types.helper, &fresh::bsn());
    let url = text(&t.post(&format!("{}/rollen", t.roots.zaken), &role).await.ok(201), "url").to_owned();
    role["eindeGeldigheid"] = json!("2026-11-30");
    t.call(Method::PUT, &url, Some(&role)).await.ok(200);
    t.call(Method::DELETE, &url, None).await;
    t.call(Method::PATCH, text(&object, "url"), Some(&json!({ "record": {} }))).await.ok(200);
    let got = callback.until("seven messages", |all| all.len() >= 7).await;
    let mut told: Vec<String> = got.iter().map(|r| format!("{} {}", text(&r.body, "resource"), text(&r.body, "actie"))).collect();
    told.sort();
    let mut wanted = ["zaak create", "enkelvoudiginformatieobject create", "object create", "object partial_update", "rol create", "rol update", "rol destroy"];
    wanted.sort_unstable();
    assert_eq!(told, wanted);
}

#[tokio::test]
async fn s82_what_is_refused_comes_again() {
    let t = simulation!("s82_what_is_refused_comes_again", Config { time_scale: 0.001, ..conformance::target::config() });
    let callback = subscribed(&t, NotificationSwitches::default()).await;
    callback.plan(&[500, 500]);
    let case = t.case(&t.types().await).await;
    let got = callback.until("the third try", |all| all.len() == 3).await;
    assert!(got.iter().all(|r| r.body["resourceUrl"] == case["url"]));
    quiet(&t).await;
    assert_eq!((t.sim().deliveries().delivered, t.sim().deliveries().failed), (1, 2));
}

#[tokio::test]
async fn s82_what_takes_too_long_comes_again() {
    let t = simulation!("s82_what_takes_too_long_comes_again");
    let callback = subscribed(&t, NotificationSwitches::default()).await;
    callback.plan(&[conformance::callback::LATE]);
    t.case(&t.types().await).await;
    callback.until("the second try", |all| all.len() == 2).await;
    quiet(&t).await;
    assert_eq!((t.sim().deliveries().delivered, t.sim().deliveries().failed), (1, 1));
}

#[tokio::test]
async fn s82_after_the_last_try_it_is_dropped() {
    let t = simulation!("s82_after_the_last_try_it_is_dropped", Config { time_scale: 0.0, ..conformance::target::config() });
    let callback = subscribed(&t, NotificationSwitches::default()).await;
    callback.plan(&[500; 8]);
    t.case(&t.types().await).await;
    callback.until("eight tries", |all| all.len() == 8).await;
    quiet(&t).await;
    let tally = t.sim().deliveries();
    assert_eq!((tally.delivered, tally.failed, tally.dropped, tally.waiting), (0, 8, 1, 0));
}

#[tokio::test]
async fn s83_cases_are_told_as_cloudevents_too() {
    let t = simulation!("s83_cases_are_told_as_cloudevents_too");
    let callback = Callback::start(&t).await;
    let mut request = body(&callback, &json!([]));
    request["sendCloudevents"] = json!(true);
    t.post(&format!("{}/abonnement", t.roots.notificaties), &request).await.ok(201);
    let case = t.case(&t.types().await).await;
    let got = callback.until("the event", |all| !all.is_empty()).await;
    assert_eq!(got[0].body["subject"], case["uuid"]);
    assert!(text(&got[0].body, "type").starts_with("nl.overheid.zaken.") && got[0].body["dataref"].is_null());
}

#[tokio::test]
async fn s84_messages_get_lost() {
    let t = simulation!("s84_messages_get_lost");
    let callback = subscribed(&t, NotificationSwitches { lose_next: 1, ..NotificationSwitches::default() }).await;
    let types = t.types().await;
    t.case(&types).await;
    let second = t.case(&types).await;
    let got = callback.until("the second", |all| !all.is_empty()).await;
    quiet(&t).await;
    assert_eq!((callback.received().len(), &got[0].body["resourceUrl"]), (1, &second["url"]));
    assert_eq!(t.sim().deliveries().lost, 1);
}

#[tokio::test]
async fn s84_messages_come_twice() {
    let t = simulation!("s84_messages_come_twice");
    let callback = subscribed(&t, NotificationSwitches { twice: true, ..NotificationSwitches::default() }).await;
    t.case(&t.types().await).await;
    let got = callback.until("both", |all| all.len() == 2).await;
    assert_eq!(got[0].body, got[1].body);
}

#[tokio::test]
async fn s84_a_burst_comes_in_reverse() {
    let t = simulation!("s84_a_burst_comes_in_reverse", Config { time_scale: 0.5, ..conformance::target::config() });
    let callback = subscribed(&t, NotificationSwitches { reversed: true, ..NotificationSwitches::default() }).await;
    let types = t.types().await;
    let case = t.case(&types).await;
    let status = t.set_status(&case, &types.statuses[0], -5000).await.ok(201);
    let got = callback.until("both", |all| all.len() == 2).await;
    assert_eq!(got.iter().map(|r| &r.body["resourceUrl"]).collect::<Vec<_>>(), [&status["url"], &case["url"]]);
}

#[tokio::test]
async fn s84_messages_come_late() {
    let t = simulation!("s84_messages_come_late");
    let callback = subscribed(&t, NotificationSwitches { delay_seconds: 100.0, ..NotificationSwitches::default() }).await;
    t.case(&t.types().await).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(callback.received().len(), 0);
    callback.until("the late one", |all| all.len() == 1).await;
}

#[tokio::test]
async fn s84_messages_are_not_what_they_should_be() {
    let t = simulation!("s84_messages_are_not_what_they_should_be");
    let all = NotificationSwitches {
        wrong_secret: true,
        foreign_host: true,
        oversized: true,
        unknown_channel: true,
        unknown_resource: true,
        ..NotificationSwitches::default()
    };
    let callback = subscribed(&t, all).await;
    t.case(&t.types().await).await;
    let got = callback.until("the odd one", |all| !all.is_empty()).await.remove(0);
    assert_ne!(got.authorization, callback.secret);
    assert!(text(&got.body, "resourceUrl").starts_with("https://elders.example.test/zaken/api/v1/zaken/"));
    assert!(got.length > 65 * 1024);
    assert_eq!((text(&got.body, "kanaal"), text(&got.body, "resource")), ("onbekend-kanaal", "onbekende-resource"));
}
