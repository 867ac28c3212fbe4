//! Volunteers: kept by the coordinator, matched on what fits, confirmed by both, seen and thanked; never content.

use tests::app::{MINUTE, id};
use tests::{Client, Engine, TestApp, on_both_engines};

on_both_engines!(
    from_wish_to_buddy,
    a_buddy_is_no_talk_with_the_municipality,
    silence_is_seen,
    a_volunteer_who_stops,
    bad_input_of_the_coordinator,
    a_late_yes_leaves_time_to_confirm,
    one_bad_key_ends_nobody_elses_stop
);

async fn keep(petra: &mut Client, story: &str, languages: &[&str], neighbourhood: &str) {
    let mut form = vec![("person", id(story)), ("neighbourhood", neighbourhood), ("available[]", "evening"), ("topics[]", "strength")];
    form.extend(languages.iter().map(|l| ("languages[]", *l)));
    let page = petra.submit("/api/volunteer/keep", &form).await;
    assert!(page.html.contains("md-note--ok"), "{}", page.words());
}

/// Henk would like a buddy from Oost.
async fn wish(app: &TestApp) -> Client {
    let mut henk = app.sent("henk", "My garden").await.client;
    let form = [("resident", id("henk")), ("kind", "buddy"), ("phone", ""), ("form_key", "b1"), ("neighbourhood", "Oost")];
    henk.submit("/api/request/send", &form).await;
    henk
}

async fn from_wish_to_buddy(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = wish(&app).await;
    let mut petra = app.sign_in("petra").await;
    keep(&mut petra, "fatma", &["nl", "tr"], "Oost").await;
    keep(&mut petra, "joop", &["pl"], "Noord").await;
    let page = petra.open("/divide/volunteers").await;
    assert!(page.shows("Henk de Vries") && page.shows("Zelfde taal · Zelfde wijk · 's Avonds"), "{}", page.words());
    assert!(page.shows("Spreekt de taal niet 's Avonds Stel Joop") && page.words().matches("Spreekt de taal niet").count() == 1, "{}", page.words());
    assert!(page.words().find("Stel Fatma").unwrap() < page.words().find("Stel Joop").unwrap(), "who fits best comes first");
    assert!(!page.shows("My garden"));
    let page = petra.submit("/api/volunteer/propose", &[("resident", id("henk")), ("person", id("fatma"))]).await;
    assert!(page.shows("Fatma Yıldız is gevraagd"), "{}", page.words());
    let twice = petra.submit("/api/volunteer/propose", &[("resident", id("henk")), ("person", id("joop"))]).await;
    assert!(twice.shows(&app.dutch().t("notice-conflict-proposal")), "{}", twice.words());
    // Taken back in one tap as it was made, and made again.
    let invitation = page.form("/api/volunteer/withdraw").field("invitation");
    let back = petra.submit("/api/volunteer/withdraw", &[("invitation", &invitation)]).await;
    assert!(back.shows(&app.dutch().t("notice-proposal-withdrawn")) && back.shows("Stel Fatma"), "{}", back.words());
    petra.submit("/api/volunteer/propose", &[("resident", id("henk")), ("person", id("fatma"))]).await;
    // The volunteer sees a language, and neither who nor why.
    let mut fatma = app.sign_in("fatma").await;
    let page = fatma.open("/helping").await;
    assert!(page.shows("Wilt u iemand helpen?") && page.shows("Nederlands"), "{}", page.words());
    for word in ["Henk", "Oost", "kracht"] {
        assert!(!page.shows(word), "{word}: {}", page.words());
    }
    let invitation = page.form("/api/volunteer/answer").field("invitation");
    let without = fatma.submit("/api/volunteer/answer", &[("invitation", &invitation), ("answer", "yes")]).await;
    assert!(without.shows(&app.dutch().t("problem-empty-promise")), "{}", without.words());
    assert!(!henk.open(&format!("/r/{}/helpers", id("henk"))).await.shows("Fatma"), "not before she said yes");
    let mut joop = app.sign_in("joop").await;
    joop.submit("/api/volunteer/answer", &[("invitation", &invitation), ("answer", "yes"), ("promise", "yes")]).await;
    assert!(!henk.open(&format!("/r/{}/helpers", id("henk"))).await.shows("Fatma"), "another cannot answer for her");
    fatma.submit("/api/volunteer/answer", &[("invitation", &invitation), ("answer", "yes"), ("promise", "yes")]).await;
    let page = henk.open(&format!("/r/{}/helpers", id("henk"))).await;
    // Henk reads who proposes her, what she speaks, and how they meet.
    for said in
        ["De gemeente stelt Fatma Yıldız voor", "Spreekt: Nederlands, Turks", "Helpt in de wijk Oost", "Dan brengt de gemeente u en Fatma Yıldız bij elkaar."]
    {
        assert!(page.shows(said), "{said}: {}", page.words());
    }
    // He chooses what she sees.
    let form = [("resident", id("henk")), ("invitation", invitation.as_str()), ("answer", "yes"), ("parts[]", "journey"), ("days", "90")];
    let page = henk.submit("/api/helper/confirm", &form).await;
    assert!(page.shows("Fatma Yıldız") && page.shows("Mijn stappen"), "{}", page.words());
    assert!(fatma.open(&format!("/r/{}/helping", id("henk"))).await.shows("De gemeente brengt u en Henk bij elkaar."));
    assert!(petra.open("/divide/volunteers").await.shows(&app.dutch().t("couple-first")));
    fatma.open(&format!("/r/{}/helping/journey", id("henk"))).await;
    assert_eq!(fatma.get(&format!("/r/{}/helping/check", id("henk"))).await.status, 404);
    let page = petra.open("/divide/volunteers").await;
    assert!(page.shows("Niemand wacht op een maatje.") && page.shows("1 koppel"), "{}", page.words());
    // Who feels seen stays.
    let mandate = henk.open(&format!("/r/{}/helpers", id("henk"))).await.form("/api/helper/thank").field("mandate");
    for _ in 0..2 {
        henk.submit("/api/helper/thank", &[("resident", id("henk")), ("mandate", &mandate)]).await;
    }
    petra.submit("/api/volunteer/thank", &[("person", id("fatma")), ("words", "What a good start")]).await;
    petra.submit("/api/volunteer/train", &[("person", id("fatma")), ("course", "Geld en post"), ("day", "20-11-2026")]).await;
    let home = fatma.open("/helping").await;
    assert!(home.shows("zei dank u wel") && home.shows("What a good start") && home.shows("Geld en post · gedaan op 20 november 2026"), "{}", home.words());
    assert!(petra.open("/divide/volunteers").await.shows("1 training · 2 keer bedankt"));
}

async fn a_buddy_is_no_talk_with_the_municipality(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    app.sent("ria", "My garden").await;
    let group = [("resident", id("ria")), ("group", "3"), ("group_reason", "Because")];
    app.reviewing("ilse", "ria").await.submit("/api/review/group", &group).await;
    app.clock.advance(30 * 24 * 60 * MINUTE);
    let (mut ria, mut fatma, mut petra) = (app.sign_in("ria").await, app.sign_in("fatma").await, app.sign_in("petra").await);
    let wish = [("resident", id("ria")), ("kind", "buddy"), ("phone", ""), ("form_key", "b1")];
    let sent = ria.submit("/api/request/send", &wish).await;
    let request = ria.here.clone();
    assert!(sent.html.contains("V-"), "{}", sent.words());
    keep(&mut petra, "fatma", &["nl"], "").await;
    petra.submit("/api/volunteer/propose", &[("resident", id("ria")), ("person", id("fatma"))]).await;
    let invitation = fatma.open("/helping").await.form("/api/volunteer/answer").field("invitation");
    fatma.submit("/api/volunteer/answer", &[("invitation", &invitation), ("answer", "yes"), ("promise", "yes")]).await;
    // A yes does not have to share anything.
    let form = [("resident", id("ria")), ("invitation", invitation.as_str()), ("answer", "yes")];
    assert!(ria.submit("/api/helper/confirm", &form).await.shows(&words.t("notice-helper-yes")));
    let page = fatma.open(&format!("/r/{}/helping", id("ria"))).await;
    assert!(page.shows("U helpt Ria") && !page.shows("vragen"), "{}", page.words());
    assert_eq!(fatma.get(&format!("/r/{}/helping/check", id("ria"))).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM request WHERE settled_at IS NULL").await, 0, "the wish is fulfilled");
    // A year after the group was set: the yearly conversation stays where it was.
    assert!(app.sign_in("ilse").await.open("/work/caseload").await.shows("Jaarlijks gesprek voor 23 november 2027"));
    let journey = ria.open(&format!("/r/{}/journey", id("ria"))).await;
    assert!(journey.shows("De gemeente: Wij praten elk jaar met u · Uiterlijk 23 november 2027"), "{}", journey.words());
    let history = ria.open(&format!("/r/{}/journey/history?show=contact", id("ria"))).await;
    assert!(history.shows("Uw vraag is klaar") && !history.shows(&words.t("happened-request-settled")), "{}", history.words());
    let page = ria.open(&request).await;
    assert!(page.shows("Dit is klaar sinds") && !page.shows("gesproken"), "{}", page.words());
}

async fn silence_is_seen(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut both = app.helped("henk", "fatma", &[("work", "see")]).await;
    app.change("UPDATE mandate SET way = 'proposal'".to_owned()).await;
    let path = format!("/r/{}/helping/contact", both.id);
    let page = both.helper.open(&path).await;
    assert!(page.shows("U helpt Henk") && !page.html.contains("<textarea"), "no field for content");
    for (day, minutes, way) in [("", "", ""), ("24-11-2026", "10", "phone"), ("20-11-2026", "0", "phone"), ("20-11-2026", "10", "mail")] {
        let page = both.helper.submit("/api/helping/contact", &[("resident", both.id), ("day", day), ("minutes", minutes), ("way", way)]).await;
        assert!(page.html.contains("md-error-summary"), "{day} {minutes} {way}: {}", page.words());
    }
    let form = [("resident", both.id), ("day", "20-11-2026"), ("minutes", "45"), ("way", "visit")];
    for _ in 0..2 {
        let page = both.helper.submit("/api/helping/contact", &form).await;
        assert!(page.shows("20 november 2026 · 45 minuten · Thuis"), "{}", page.words());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_contact").await, 1, "a second tap is the same contact");
    let mut petra = app.sign_in("petra").await;
    let page = petra.open("/divide/volunteers").await;
    assert!(page.shows("20 november 2026") && !page.shows("Te lang stil"), "{}", page.words());
    app.change("UPDATE mandate SET until_at = until_at * 2".to_owned()).await;
    app.clock.advance(31 * 24 * 60 * MINUTE);
    let mut petra = app.sign_in("petra").await;
    let page = petra.open("/divide/volunteers").await;
    assert!(page.shows("Te lang stil") && page.shows("Bij 1 koppel is het te lang stil."), "{}", page.words());
    // What a resident arranged alone is not the coordinator's.
    app.change("UPDATE mandate SET way = 'code'".to_owned()).await;
    assert!(petra.open("/divide/volunteers").await.shows("Er zijn nog geen koppels via de gemeente."));
}

async fn a_volunteer_who_stops(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut petra = app.sign_in("petra").await;
    keep(&mut petra, "fatma", &["nl"], "").await;
    let mut both = app.helped("henk", "fatma", &[("parts[]", "journey")]).await;
    let mut samira = app.sign_in("samira").await;
    let code = app.invited(&mut samira, "samira", &[("work", "see")]).await;
    both.helper.submit("/api/helper/join", &[("code", &code), ("name", "Fatma"), ("promise", "yes")]).await;
    petra.submit("/api/volunteer/end", &[("person", id("fatma"))]).await;
    assert_eq!(both.helper.get(&format!("/r/{}/helping/journey", both.id)).await.status, 401, "the session ended");
    let mut again = app.sign_in("fatma").await;
    assert_eq!(again.get(&format!("/r/{}/helping/journey", both.id)).await.status, 404);
    assert!(!again.open("/helping").await.shows("Henk"));
    assert!(!samira.open(&format!("/r/{}/helpers", id("samira"))).await.posts_to("/api/helper/confirm"), "nothing to confirm any more");
    assert!(both.resident.open(&format!("/r/{}/helpers", both.id)).await.shows("gestopt op 23 november"));
    assert!(!petra.open("/divide/volunteers").await.shows("Alle vrijwilligers Fatma"));
}

async fn bad_input_of_the_coordinator(engine: Engine) {
    let app = TestApp::start(engine).await;
    wish(&app).await;
    let mut petra = app.sign_in("petra").await;
    let page = petra.submit("/api/volunteer/keep", &[("person", id("fatma")), ("neighbourhood", "Atlantis"), ("topics[]", "money")]).await;
    assert!(page.shows(&app.dutch().t("problem-empty-languages")) && page.shows(&app.dutch().t("problem-unknown-choice")), "{}", page.words());
    assert_eq!(page.ticked("topics[]"), ["money"], "nothing chosen is lost");
    for person in ["daan", "henk", "petra"] {
        assert_eq!(petra.post("/api/volunteer/keep", &[("person", id(person)), ("languages[]", "nl")]).await.status, 404, "{person} is no helper");
        assert_eq!(petra.post("/api/volunteer/end", &[("person", id(person))]).await.status, 404, "{person}");
    }
    assert_eq!(petra.post("/api/volunteer/propose", &[("resident", id("henk")), ("person", id("fatma"))]).await.status, 404, "no volunteer yet");
    let thanks = petra.submit("/api/volunteer/thank", &[("person", id("fatma")), ("words", "Well done")]).await;
    assert!(thanks.shows(&app.dutch().t("notice-conflict-volunteer")), "{}", thanks.words());
    keep(&mut petra, "fatma", &["nl"], "").await;
    for (course, day) in [("Juggling", "20-11-2026"), ("Geld en post", "tomorrow"), ("Geld en post", "24-11-2026")] {
        let page = petra.submit("/api/volunteer/train", &[("person", id("fatma")), ("course", course), ("day", day)]).await;
        assert!(page.html.contains("md-error-summary"), "{course} {day}: {}", page.words());
    }
    assert_eq!(petra.post("/api/volunteer/propose", &[("resident", &"0".repeat(32)), ("person", id("fatma"))]).await.status, 404);
}

async fn a_late_yes_leaves_time_to_confirm(engine: Engine) {
    let app = TestApp::start(engine).await;
    wish(&app).await;
    let mut petra = app.sign_in("petra").await;
    keep(&mut petra, "fatma", &["nl"], "").await;
    petra.submit("/api/volunteer/propose", &[("resident", id("henk")), ("person", id("fatma"))]).await;
    app.clock.advance(27 * 24 * 60 * MINUTE);
    let mut fatma = app.sign_in("fatma").await;
    let invitation = fatma.open("/helping").await.form("/api/volunteer/answer").field("invitation");
    fatma.submit("/api/volunteer/answer", &[("invitation", &invitation), ("answer", "yes"), ("promise", "yes")]).await;
    app.clock.advance(13 * 24 * 60 * MINUTE);
    let mut henk = app.sign_in("henk").await;
    let form = [("resident", id("henk")), ("invitation", invitation.as_str()), ("answer", "yes"), ("parts[]", "journey"), ("days", "30")];
    let page = henk.submit("/api/helper/confirm", &form).await;
    assert!(page.shows(&app.dutch().t("notice-helper-yes")), "{}", page.words());
}

async fn one_bad_key_ends_nobody_elses_stop(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut petra = app.sign_in("petra").await;
    keep(&mut petra, "fatma", &["nl"], "").await;
    for story in ["henk", "samira"] {
        app.helped(story, "fatma", &[("work", "see")]).await;
    }
    // The key of one resident does not open.
    app.change(format!("UPDATE resident SET wrapped_key = sealed_profile WHERE id = '{}'", id("samira"))).await;
    let page = petra.post("/api/volunteer/end", &[("person", id("fatma"))]).await;
    assert_eq!(page.status, 303, "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM mandate WHERE withdrawn_at IS NULL").await, 0);
}
