//! Small requests: each leaves by its own tap with its own reference, and nothing else of the draft goes along.

use tests::app::{MONDAY, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    an_urgent_answer_offers_a_request_of_its_own,
    nothing_leaves_without_its_own_tap,
    a_double_tap_is_one_request,
    a_request_says_what_is_wrong_with_the_number,
    a_request_is_settled_once,
    a_call_without_an_answer_stays_open_and_a_mistake_is_undone,
    talking_to_somebody_is_always_there,
);

async fn an_urgent_answer_offers_a_request_of_its_own(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "Private words").await;
    let led = henk.choose("B5", "food").await;
    assert_eq!(led.location(), henk.at("B5/help"));
    let words = app.dutch();
    let help = henk.client.open(led.location()).await;
    assert!(help.shows("14 035") && help.shows(&words.attr("B5", "o-food")) && help.posts_to("/api/request/send"));
    let form = help.form("/api/request/send");
    let fields = ["resident", "kind", "about", "form_key", "phone"].map(|name| (name, form.field(name)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let sent = henk.client.submit("/api/request/send", &fields).await;
    assert!(sent.html.contains("V-") && sent.shows(&words.t("today")), "a reference, and when: {}", sent.words());
    let mut daan = app.sign_in("daan").await;
    let list = daan.open("/work").await;
    assert!(list.shows("Henk de Vries") && list.shows(&words.with("signal-requests", &[("n", 1_i64.into())])), "{}", list.words());
    let review = daan.open(&format!("/work/{}", id("henk"))).await;
    assert!(review.shows(&words.attr("B5", "o-food")) && !review.html.contains("Private words"), "this one answer and nothing else");
    assert!(review.shows(&words.t("review-nothing")), "the intake itself was not sent");
}

async fn nothing_leaves_without_its_own_tap(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    for (step, option) in [("B5", "home"), ("G2", "failing"), ("G2a", "bailiff"), ("S1", "no_fixed_place"), ("H1", "very_bad"), ("H1a", "yes"), ("B2", "talk")]
    {
        let led = henk.choose(step, option).await;
        henk.client.open(led.location()).await;
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 0);
    let mut daan = app.sign_in("daan").await;
    let words = app.dutch();
    for show in ["team", "unassigned", "invited"] {
        let page = daan.open(&format!("/work?show={show}")).await;
        assert!(!page.shows(&words.t("signal-direct")) && !page.shows(&words.t("signal-week")), "{show}");
    }
    henk.send().await;
    assert!(daan.open("/work").await.shows(&words.t("signal-direct")), "after sending, the same signal");
}

async fn a_double_tap_is_one_request(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let path = format!("/r/{}/request/appointment", id("henk"));
    let key = henk.open(&path).await.field("form_key");
    let form = [("resident", id("henk")), ("kind", "appointment"), ("phone", "0612345678"), ("form_key", key.as_str())];
    let mut other = henk.clone();
    let (a, b) = tokio::join!(henk.post("/api/request/send", &form), other.post("/api/request/send", &form));
    assert_eq!((a.status.as_u16(), b.status.as_u16()), (303, 303));
    assert_eq!(henk.post("/api/request/send", &form).await.location(), a.location(), "the same reference");
    assert_eq!(a.location(), b.location(), "both taps are shown the same request");
    henk.open(a.location()).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 1);
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'request_sent'").await, 1);
    // The key of somebody else's form does not find their request.
    let mut samira = app.sign_in("samira").await;
    let foreign = [("resident", id("samira")), ("kind", "appointment"), ("phone", ""), ("form_key", key.as_str())];
    let page = samira.post("/api/request/send", &foreign).await;
    assert!(!page.location().contains(a.location()), "{}", page.location());
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 1);
}

async fn a_request_says_what_is_wrong_with_the_number(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    for (kind, phone, key) in [("urgent", "", "problem-phone-needed"), ("urgent", "12", "problem-phone"), ("appointment", "call me", "problem-phone")] {
        let form = [("resident", id("henk")), ("kind", kind), ("phone", phone), ("form_key", "k")];
        let page = henk.submit("/api/request/send", &form).await;
        assert_eq!(henk.here, format!("/r/{}/request/{kind}", id("henk")));
        assert!(page.shows(&app.dutch().t(key)), "{key}: {}", page.words());
        assert_eq!(page.field("phone"), phone);
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM request").await, 0);
    for key in ["", &"k".repeat(65)] {
        let form = [("resident", id("henk")), ("kind", "appointment"), ("phone", ""), ("form_key", key)];
        assert_eq!(henk.post("/api/request/send", &form).await.status, 404);
    }
}

async fn a_request_is_settled_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let form = [("resident", id("henk")), ("kind", "call_this_week"), ("phone", "0612345678"), ("form_key", "k")];
    henk.submit("/api/request/send", &form).await;
    let reference_page = henk.here.clone();
    let mut daan = app.sign_in("daan").await;
    let request = daan.open(&format!("/work/{}", id("henk"))).await.field("request");
    let settle = [("resident", id("henk")), ("request", request.as_str()), ("contact", "spoken")];
    // A request of somebody else is not settled by naming another resident.
    daan.submit("/api/review/contact", &[("resident", id("yonas")), ("request", request.as_str()), ("contact", "spoken")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM request WHERE settled_at IS NULL").await, 1);
    daan.submit("/api/review/contact", &settle).await;
    daan.submit("/api/review/contact", &settle).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'request_settled'").await, 1);
    assert!(!daan.open("/work").await.shows("Henk de Vries"));
    let words = app.dutch();
    let settled = words.with("request-settled", &[("at", ::app::format::moment(&words, MONDAY).into())]);
    assert!(henk.open(&reference_page).await.shows(&settled), "{settled}");
}

async fn a_call_without_an_answer_stays_open_and_a_mistake_is_undone(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    henk.submit("/api/request/send", &[("resident", id("henk")), ("kind", "urgent"), ("phone", "0612345678"), ("form_key", "k")]).await;
    let mut daan = app.sign_in("daan").await;
    let review = format!("/work/{}", id("henk"));
    let request = daan.open(&review).await.field("request");
    let mut tell = async |contact: &str| {
        let page = daan.post("/api/review/contact", &[("resident", id("henk")), ("request", request.as_str()), ("contact", contact)]).await;
        if page.status == 404 { page } else { daan.open(&review).await }
    };
    let open = "SELECT COUNT(*) FROM request WHERE settled_at IS NULL";
    let events = |kind: &str| format!("SELECT COUNT(*) FROM event WHERE kind = '{kind}'");
    assert!(tell("no_answer").await.shows("Bewaard: geen gehoor. Dit blijft open."));
    assert_eq!((app.number(open).await, app.number(&events("no_answer")).await), (1, 1));
    let settled = tell("spoken").await;
    assert!(settled.shows("Bewaard: u sprak de inwoner.") && settled.shows("Daan") && settled.shows("Zet terug"));
    assert_eq!(app.number(open).await, 0);
    assert!(tell("undo").await.shows("Dit staat weer open."));
    assert_eq!((app.number(open).await, app.number(&events("settled_undone")).await), (1, 1));
    tell("undo").await;
    assert_eq!(app.number(&events("settled_undone")).await, 1, "a second tap changes nothing");
    assert_eq!(tell("nonsense").await.status, 404);
}

async fn talking_to_somebody_is_always_there(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    for step in ["H1", "H2", "H9"] {
        let back = henk.at(step);
        assert!(henk.see(step).await.addresses().contains(&format!("/talk?back={back}")), "{step}");
        assert!(henk.client.open(&format!("/talk?back={back}")).await.addresses().contains(&back), "{step}: and back");
    }
    let before = app.contents().await;
    assert!(henk.client.open("/talk").await.shows("113"));
    assert!(app.stranger().open("/talk").await.shows("0800 0113"));
    assert_eq!(before, app.contents().await, "nobody keeps that it was opened");
}
