//! Appointments: made by a caseworker, seen and cancelled by both, as a file and in a subscription that tells nothing.

use tests::app::{MINUTE, id};
use tests::{Client, Engine, Page, TestApp, on_both_engines};

on_both_engines!(
    an_appointment_is_made_once_and_seen_by_both,
    what_is_missing_is_said,
    either_side_cancels_once,
    a_subscription_is_secret_revocable_and_says_nothing,
);

async fn make(daan: &mut Client, changed: &[(&str, &str)], key: &str) -> Page {
    let mut form =
        vec![("resident", id("henk")), ("way", "desk"), ("day", "1 12 2026"), ("time", "14:30"), ("minutes", "30"), ("about", "Uw cursus"), ("form_key", key)];
    for (name, value) in changed {
        form.retain(|(n, _)| n != name);
        form.push((name, value));
    }
    daan.submit("/api/appointment/make", &form).await
}

async fn an_appointment_is_made_once_and_seen_by_both(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut daan, mut henk) = (app.sign_in("daan").await, app.sign_in("henk").await);
    let path = format!("/r/{}/appointments", id("henk"));
    assert!(henk.open(&path).await.shows(&app.dutch().t("appointments-none")));
    make(&mut daan, &[], "k").await;
    make(&mut daan, &[], "k").await;
    assert_eq!(app.number("SELECT COUNT(*) FROM appointment").await, 1, "a double tap is one");
    assert!(!app.contents().await.contains("Uw cursus"), "what it is about is sealed");
    let page = henk.open(&path).await;
    assert!(page.shows("1 december 2026 om 14:30") && page.shows("Uw cursus") && page.shows("Daan Visser"), "{}", page.words());
    assert!(henk.open(&format!("/r/{}/journey", id("henk"))).await.shows("1 december 2026 om 14:30"));
    let file = page.addresses().into_iter().find(|a| a.ends_with("appointment.ics")).unwrap();
    let text = String::from_utf8(henk.bytes(&file).await).unwrap();
    assert!(text.contains("DTSTART:20261201T133000Z") && text.contains("DTEND:20261201T140000Z"), "{text}");
    assert!(!text.contains("cursus") && !text.contains("Henk") && !text.contains("Daan"), "{text}");
    assert!(app.sign_in("samira").await.bytes(&file).await.is_empty());
    // Past: it moves to what was.
    app.clock.advance(9 * 24 * 60 * MINUTE);
    let mut henk = app.sign_in("henk").await;
    let later = henk.open(&path).await;
    assert!(later.shows(&app.dutch().t("appointments-were")) && !later.posts_to("/api/appointment/cancel"));
}

async fn what_is_missing_is_said(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut daan = app.sign_in("daan").await;
    let words = app.dutch();
    for (field, value, key) in [("day", "31 2 2027", "problem-not-a-date"), ("day", "1 1 2020", "problem-past"), ("time", "half twee", "problem-not-a-time")] {
        let page = make(&mut daan, &[(field, value)], "k").await;
        assert!(page.shows(&words.t(key)) && page.field(field) == value && page.field("about") == "Uw cursus", "{key}: {}", page.words());
    }
    // An hour that the clock skips in spring, and one of this morning that has passed.
    for (day, time) in [("28 3 2027", "2:30"), ("23 11 2026", "9:00")] {
        assert!(make(&mut daan, &[("way", "phone"), ("day", day), ("time", time)], "k").await.shows(&words.t("problem-not-a-time")), "{day} {time}");
    }
    assert!(make(&mut daan, &[("way", "")], "k").await.html.contains("<title>Fout:"));
    assert_eq!(app.number("SELECT COUNT(*) FROM appointment").await, 0);
}

async fn either_side_cancels_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut daan, mut henk) = (app.sign_in("daan").await, app.sign_in("henk").await);
    make(&mut daan, &[], "k").await;
    let appointment = format!("{}-k", id("henk"));
    let form = [("resident", id("henk")), ("appointment", appointment.as_str())];
    let before = henk.open(&format!("/r/{}/appointments", id("henk"))).await;
    assert!(before.shows("Wilt u dit gesprek afzeggen? Ja, zeg dit gesprek af"), "two taps: {}", before.words());
    let page = henk.submit("/api/appointment/cancel", &form).await;
    assert!(page.shows("U zegde dit af op 23 november"), "{}", page.words());
    assert!(page.shows(&app.dutch().t("notice-appointment-cancelled")), "{}", page.words());
    assert!(daan.submit("/api/appointment/cancel", &form).await.shows(&app.dutch().t("notice-conflict-appointment")));
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'appointment_cancelled'").await, 1);
    let foreign = [("resident", id("samira")), ("appointment", appointment.as_str())];
    assert!(
        app.sign_in("samira").await.submit("/api/appointment/cancel", &foreign).await.shows(&app.dutch().t("notice-conflict-appointment")),
        "not by naming oneself"
    );
}

async fn a_subscription_is_secret_revocable_and_says_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut daan, mut henk) = (app.sign_in("daan").await, app.sign_in("henk").await);
    make(&mut daan, &[], "k").await;
    let page = henk.submit("/api/calendar/make", &[("resident", id("henk"))]).await;
    assert!(page.html.contains("href=\"webcal://") && page.html.contains("readonly"), "to tap and to copy");
    let address = page.html.split("/calendar/").nth(1).map(|rest| format!("/calendar/{}.ics", rest.split(".ics").next().unwrap())).unwrap();
    let mut calendar = app.stranger();
    let text = String::from_utf8(calendar.bytes(&address).await).unwrap();
    assert!(text.contains("DTSTART:20261201T133000Z") && !text.contains("cursus") && !text.contains("Henk") && !text.contains(id("henk")), "{text}");
    let token = address.trim_start_matches("/calendar/").trim_end_matches(".ics").to_owned();
    assert!(token.len() >= 43 && !app.contents().await.contains(&token), "the address is kept as a hash only");
    // A cancelled one is told as cancelled, so that calendars take it away.
    let appointment = format!("{}-k", id("henk"));
    henk.submit("/api/appointment/cancel", &[("resident", id("henk")), ("appointment", &appointment)]).await;
    assert!(String::from_utf8(calendar.bytes(&address).await).unwrap().contains("STATUS:CANCELLED"));
    // A new address stops the old one, and revoking stops it too.
    henk.submit("/api/calendar/make", &[("resident", id("henk"))]).await;
    assert_eq!(calendar.get(&address).await.status, 404);
    henk.submit("/api/calendar/revoke", &[("resident", id("henk"))]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM calendar_address").await, 0);
    for wrong in ["/calendar/x.ics", "/calendar/x", "/calendar/.ics"] {
        assert_eq!(calendar.get(wrong).await.status, 404, "{wrong}");
    }
}
