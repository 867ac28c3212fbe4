//! Subscriptions (S80, S81, S83).

use conformance::answer::text;
use conformance::{Callback, Target, target};
use reqwest::Method;
use serde_json::{Value, json};

pub(crate) fn body(callback: &Callback, channels: &Value) -> Value {
    json!({ "callbackUrl": callback.url, "auth": callback.secret, "kanalen": channels })
}

/// Subscribes a callback to the channel `zaken` for the case type of the tests.
pub(crate) async fn to_cases(t: &Target, callback: &Callback) -> Value {
    let filters = json!({ "zaaktype": t.types().await.case });
    let request = body(callback, &json!([{ "naam": "zaken", "filters": filters }]));
    t.post(&format!("{}/abonnement", t.roots.notificaties), &request).await.ok(201)
}

#[tokio::test]
async fn s80_the_callback_must_refuse_strangers() {
    let t = target!("s80_the_callback_must_refuse_strangers", Callback);
    let callback = Callback::start(&t).await;
    callback.open();
    let answer = t.post(&format!("{}/abonnement", t.roots.notificaties), &body(&callback, &json!([{ "naam": "zaken", "filters": {} }]))).await;
    answer.wrong("callbackUrl", "no-auth-on-callback-url");
}

#[tokio::test]
async fn s80_the_callback_must_take_its_secret() {
    let t = target!("s80_the_callback_must_take_its_secret", Callback);
    let callback = Callback::start(&t).await;
    let mut request = body(&callback, &json!([{ "naam": "zaken", "filters": {} }]));
    request["auth"] = json!("Bearer another");
    let answer = t.post(&format!("{}/abonnement", t.roots.notificaties), &request).await;
    answer.wrong("callbackUrl", "invalid-callback-url");
}

#[tokio::test]
async fn s80_a_subscription_is_made_read_changed_and_ended() {
    let t = target!("s80_a_subscription_is_made_read_changed_and_ended", Callback);
    let callback = Callback::start(&t).await;
    let made = to_cases(&t, &callback).await;
    assert!(made["auth"].is_null(), "the secret is not returned");
    assert_eq!((&made["callbackUrl"], &made["sendCloudevents"]), (&json!(callback.url), &json!(false)));
    let trials = callback.trials();
    assert_eq!(trials.len(), 2);
    assert_eq!((trials[0].authorization.as_str(), trials[1].authorization.as_str()), ("", callback.secret.as_str()));
    let url = text(&made, "url");
    assert_eq!(t.get(url).await.ok(200)["kanalen"], made["kanalen"]);
    let change = json!({ "kanalen": [{ "naam": "documenten", "filters": {} }], "callbackUrl": callback.url, "auth": callback.secret });
    let changed = t.call(Method::PATCH, url, Some(&change)).await.ok(200);
    assert_eq!(changed["kanalen"][0]["naam"], "documenten");
    let all = t.get(&format!("{}/abonnement", t.roots.notificaties)).await.ok(200);
    assert!(all.as_array().unwrap().iter().any(|row| row["url"] == made["url"]));
    assert_eq!(t.call(Method::DELETE, url, None).await.status, 204);
    assert_eq!(t.get(url).await.status, 404);
}

#[tokio::test]
async fn s80_the_filter_on_object_types_comes_back_in_camel_case() {
    let t = target!("s80_the_filter_on_object_types_comes_back_in_camel_case", Callback, Objects);
    let callback = Callback::start(&t).await;
    let request = body(&callback, &json!([{ "naam": "objecten", "filters": { "object_type": t.object_types[0] } }]));
    let made = t.post(&format!("{}/abonnement", t.roots.notificaties), &request).await.ok(201);
    assert_eq!(made["kanalen"][0]["filters"], json!({ "objectType": t.object_types[0] }));
    if t.is_simulated() {
        let object = t.object().await;
        let got = callback.until("the object", |all| !all.is_empty()).await;
        assert_eq!((&got[0].body["kanaal"], &got[0].body["resourceUrl"]), (&json!("objecten"), &object["url"]));
    }
    t.call(Method::DELETE, text(&made, "url"), None).await;
}

#[tokio::test]
async fn s80_channels_are_listed_plainly() {
    let t = target!("s80_channels_are_listed_plainly", Callback);
    let channels = t.get(&format!("{}/kanaal", t.roots.notificaties)).await.ok(200);
    let names: Vec<&str> = channels.as_array().unwrap().iter().map(|c| text(c, "naam")).collect();
    assert!(names.contains(&"zaken") && names.contains(&"documenten"), "{names:?}");
}

#[tokio::test]
async fn s81_subscribers_are_told_of_a_case_and_its_parts() {
    let t = target!("s81_subscribers_are_told_of_a_case_and_its_parts", Callback);
    let callback = Callback::start(&t).await;
    let subscription = to_cases(&t, &callback).await;
    let types = t.types().await;
    let case = t.case(&types).await;
    let status = t.set_status(&case, &types.statuses[0], -5000).await.ok(201);
    let about = |all: &[conformance::callback::Received], url: &Value| all.iter().find(|r| r.body["resourceUrl"] == *url).cloned();
    let got = callback.until("case and status", |all| about(all, &case["url"]).is_some() && about(all, &status["url"]).is_some()).await;
    let told = about(&got, &status["url"]).unwrap();
    assert_eq!((told.authorization.as_str(), told.content_type.as_str()), (callback.secret.as_str(), "application/json"));
    assert_eq!((&told.body["actie"], &told.body["kanaal"], &told.body["resource"]), (&json!("create"), &json!("zaken"), &json!("status")));
    assert_eq!(told.body["hoofdObject"], case["url"]);
    assert_eq!(told.body["kenmerken"]["zaaktype"], types.case.as_str());
    assert_eq!(told.body["kenmerken"]["bronorganisatie"], "002220647");
    assert_eq!(told.body["kenmerken"]["vertrouwelijkheidaanduiding"], "vertrouwelijk");
    assert!(told.body["aanmaakdatum"].is_string() && told.body["kenmerken"]["zaaktype.catalogus"].is_string());
    t.call(Method::DELETE, text(&subscription, "url"), None).await;
}

#[tokio::test]
async fn s83_other_systems_events_are_passed_on_as_cloudevents() {
    let t = target!("s83_other_systems_events_are_passed_on_as_cloudevents", Callback);
    let callback = Callback::start(&t).await;
    let mut request = body(&callback, &json!([]));
    request["sendCloudevents"] = json!(true);
    request["cloudeventFilters"] = json!([{ "typeSubstring": "nl.overheid.zaken" }]);
    let abonnement = format!("{}/abonnement", t.roots.notificaties);
    let made = t.post(&abonnement, &request).await.ok(201);
    assert_eq!(made["cloudeventFilters"], json!([{ "typeSubstring": "nl.overheid.zaken", "filters": {} }]));
    let id = uuid::Uuid::new_v4().to_string();
    let event = json!({
        "specversion": "1.0", "type": "nl.overheid.zaken.zaak-gemuteerd", "source": "urn:nld:oin:00000001823288444000:zakensysteem",
        "subject": uuid::Uuid::new_v4(), "id": id, "time": "2026-11-21T19:40:00Z", "dataref": "/zaken/api/v1/zaken/x",
        "datacontenttype": "application/json", "data": { "bronorganisatie": "002220647" },
    });
    let bearer = format!("Bearer {}", t.token());
    let request = t.http.post(format!("{}/cloudevents", t.roots.notificaties)).header("authorization", &bearer);
    let answer = request.header("content-type", "application/cloudevents+json").body(event.to_string()).send().await.unwrap();
    if answer.status() != 201 {
        conformance::skip::skip("s83_other_systems_events_are_passed_on_as_cloudevents", "the client may not publish events");
        return;
    }
    let got = callback.until("the event", |all| all.iter().any(|r| r.body["id"] == id.as_str())).await;
    let told = got.iter().find(|r| r.body["id"] == id.as_str()).unwrap();
    assert_eq!((told.content_type.as_str(), told.authorization.as_str()), ("application/cloudevents+json", callback.secret.as_str()));
    assert_eq!((&told.body["source"], &told.body["data"]), (&event["source"], &event["data"]));
    assert!(told.body["dataref"].is_null());
    t.call(Method::DELETE, text(&made, "url"), None).await;
}
