//! Looking back: who filled in what, by the day; and objecting, which loses no words and waits for somebody else.

use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    the_resident_looks_back_and_objects,
    objecting_again_loses_no_words,
    whom_it_is_about_settles_no_objection,
    looking_back_is_by_the_day_on_the_wall
);

const WORK: (&str, &str) = ("work", "fill_in");

async fn the_resident_looks_back_and_objects(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut both = app.helped("henk", "fatma", &[("strength", "see"), ("parts[]", "journey")]).await;
    both.helper.open(&format!("/r/{}/helping/journey", both.id)).await;
    let page = both.resident.open(&format!("/r/{}/access", both.id)).await;
    assert!(page.shows("Fatma Yıldız") && page.shows("keek naar uw stappen") && page.shows("gebruikte uw code"), "{}", page.words());
    let path = format!("/r/{}/access/{}", both.id, id("fatma"));
    let tapped = format!("{path}?line=2026-11-23/HelpSeeJourney");
    assert!(page.addresses().contains(&tapped), "each line by itself: {:?}", page.addresses());
    let object = both.resident.open(&tapped).await;
    let line = object.form("/api/helper/object").field("line");
    assert!(object.shows("Het gaat over Fatma Yıldız.") && object.shows("23 november · keek naar uw stappen"), "{}", object.words());
    let nowhere = both.resident.open(&format!("{path}?line=2026-11-23/ReadSent")).await;
    assert_eq!(nowhere.form("/api/helper/object").field("line"), "", "she did no such thing");
    let long = "x".repeat(501);
    let form = [("resident", both.id), ("about", id("fatma")), ("objection", long.as_str())];
    let too_long = both.resident.submit("/api/helper/object", &form).await;
    assert_eq!(too_long.text_area(), long, "nothing typed is lost");
    let form = [("resident", both.id), ("about", id("fatma")), ("line", line.as_str()), ("objection", "She read too much")];
    let page = both.resident.submit("/api/helper/object", &form).await;
    assert!(page.shows("Over Fatma Yıldız, 23 november. Wij zoeken het uit."), "{}", page.words());
    let told = page.html.split("id=\"objected\"").nth(1).unwrap().to_owned();
    assert!(told.contains("She read too much") && told.contains("23 november · keek naar uw stappen"), "his own words: {told}");
    assert!(page.shows("Wilt u dat Fatma Yıldız nu stopt?") && page.posts_to("/api/helper/end"), "{}", page.words());
    let mut daan = app.reviewing("daan", "henk").await;
    let review = daan.open(&format!("/work/{}", both.id)).await;
    assert!(review.shows("De inwoner meldde dat er iets niet klopt. Melding van de inwoner") && !review.shows("She read too much"), "{}", review.words());
    let desk = daan.open(&format!("/work/{}/helpers", both.id)).await;
    assert!(desk.shows("She read too much") && desk.shows("23 november · keek naar de stappen"), "{}", desk.words());
    let objection = desk.form("/api/helper/settle-objection").field("objection");
    let words = app.dutch();
    for (answer, wrong) in [("  ", words.t("problem-empty-answer")), (long.as_str(), "500".to_owned())] {
        let form = [("resident", both.id), ("objection", objection.as_str()), ("answer", answer)];
        let page = daan.submit("/api/helper/settle-objection", &form).await;
        assert!(page.shows(&wrong) && page.posts_to("/api/helper/settle-objection"), "one tap is no answer: {}", page.words());
        assert_eq!(page.text_area(), answer, "nothing typed is lost");
    }
    let form = [("resident", both.id), ("objection", objection.as_str()), ("answer", "She stops today")];
    daan.submit("/api/helper/settle-objection", &form).await;
    assert!(!daan.open(&format!("/work/{}", both.id)).await.shows("niet klopt. Melding"), "settled");
    let page = both.resident.open(&format!("/r/{}/access", both.id)).await;
    assert!(page.shows("Dit is opgelost.") && page.shows("Ons antwoord: She stops today"), "{}", page.words());
    assert!(!page.shows("Wilt u dat") && !app.contents().await.contains("She stops today"), "sealed: {}", page.words());
    // Everything about helpers is held and told. That it goes with the file: `erased.rs`.
    let data = both.resident.open(&format!("/r/{}/data/everything.json", both.id)).await.html;
    assert!(data.contains("\"helper\": \"Fatma Yıldız\"") && data.contains("She read too much") && data.contains("She stops today"), "{data}");
}

async fn objecting_again_loses_no_words(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    for text in ["She read too much", "", "And she told my sister"] {
        both.resident.submit("/api/helper/object", &[("resident", both.id), ("about", id("fatma")), ("objection", text)]).await;
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM objection").await, 2, "a tap without words adds nothing");
    // It waits on the worklists of the team and of the coordinator, with a day by which Henk hears something.
    app.change("UPDATE review SET state = 'concluded', due_on = '2027-12-31'".to_owned()).await;
    let due = service::clock::local(app.service.clock.now()).date_naive();
    let due = domain::calendar::add_working_days(due, app.service.settings.intake.answer_days);
    for who in ["daan", "petra"] {
        let actor = app.service.person(id(who)).await.unwrap().into();
        let work = app.service.worklist(&actor, service::review::Listing::default()).await.unwrap();
        let row = work.rows.iter().find(|row| row.resident == both.id).expect("it waits there");
        assert_eq!((row.requests, row.objections, row.due_on.clone()), (0, 2, Some(due.to_string())), "{who}");
    }
    let mut daan = app.sign_in("daan").await;
    let work = daan.open("/work").await;
    assert!(work.shows("2 meldingen") && !work.shows("verzoek"), "{}", work.words());
    let petra = app.sign_in("petra").await.open("/divide").await;
    assert!(!petra.shows(&app.dutch().t("divide-reported-title")), "about a helper the caseworker answers: {}", petra.words());
    let desk = daan.open(&format!("/work/{}/helpers", both.id)).await;
    assert!(desk.shows("She read too much") && desk.shows("And she told my sister"), "{}", desk.words());
    for _ in 0..2 {
        let objection = daan.open(&format!("/work/{}/helpers", both.id)).await.form("/api/helper/settle-objection").field("objection");
        daan.submit("/api/helper/settle-objection", &[("resident", both.id), ("objection", &objection), ("answer", "We talked")]).await;
    }
    let actor = app.service.person(id("daan")).await.unwrap().into();
    let work = app.service.worklist(&actor, service::review::Listing::default()).await.unwrap();
    assert!(work.rows.iter().all(|row| row.resident != both.id), "dealt with");
}

async fn whom_it_is_about_settles_no_objection(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await.client;
    let mut daan = app.reviewing("daan", "henk").await;
    henk.submit("/api/helper/object", &[("resident", id("henk")), ("about", id("daan")), ("objection", "He looked for no reason")]).await;
    let path = format!("/work/{}/helpers", id("henk"));
    let desk = daan.open(&path).await;
    assert!(
        !desk.posts_to("/api/helper/settle-objection") && !desk.shows("He looked for no reason") && desk.shows(&app.dutch().t("objection-about-you")),
        "{}",
        desk.words()
    );
    // It reaches the coordinator, with its day and without its words, who gives Henk to somebody else.
    let petra = app.sign_in("petra").await.open("/divide").await;
    assert!(petra.shows("Henk de Vries, over Daan Visser. Antwoord uiterlijk 7 december."), "{}", petra.words());
    assert!(!petra.shows("for no reason"), "{}", petra.words());
    app.change(format!("UPDATE resident SET caseworker = '{}' WHERE id = '{}'", id("ilse"), id("henk"))).await;
    let mut ilse = app.sign_in("ilse").await;
    let objection = app.text("SELECT id FROM objection").await;
    let form = [("resident", id("henk")), ("objection", objection.as_str()), ("answer", "We talked")];
    assert_eq!(daan.post("/api/helper/settle-objection", &form).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM objection WHERE settled_at IS NULL").await, 1);
    assert_eq!(ilse.post("/api/helper/settle-objection", &form).await.status, 303);
    assert_eq!(app.number("SELECT COUNT(*) FROM objection WHERE settled_at IS NULL").await, 0);
}

async fn looking_back_is_by_the_day_on_the_wall(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let both = app.helped("henk", "fatma", &[WORK]).await;
    // At half past midnight in the Netherlands it is still the day before in Greenwich.
    app.clock.advance((14 * 60 + 30) * MINUTE);
    let mut fatma = tests::Filling { client: app.sign_in("fatma").await, resident: both.id, way: "helping" };
    fatma.choose("W6", "neat").await;
    fatma.keep("work", &[("go", "skip_domain")]).await;
    let page = app.sign_in("henk").await.open(&format!("/r/{}/access", both.id)).await;
    assert!(page.shows("Fatma Yıldız, 24 november"), "{}", page.words());
    assert!(page.shows(&app.dutch().t("filled-in-topic")) && !page.shows(" work") && !page.shows("work:"), "no names of ours: {}", page.words());
}
