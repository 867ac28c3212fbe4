//! Calculations that a resident keeps: nobody else sees one unless it is shown; what was kept does not change.

use tests::app::id;
use tests::{Client, Engine, TestApp, on_both_engines};

on_both_engines!(
    a_calculation_is_kept_and_shown_by_choice,
    what_is_wrong_is_not_kept_and_stays_on_the_screen,
    the_same_calculation_is_kept_once_and_there_is_an_end,
    the_intake_fills_in_when_the_resident_wants_that,
);

/// The example of the calculator, with a plan.
fn example(plan: &str) -> Vec<(&'static str, String)> {
    let told = [("household", "alone"), ("age", "27"), ("children", "0"), ("home", "rent"), ("rent", "650"), ("hours", "12"), ("wage_unknown", "yes")];
    let fixed = told.into_iter().chain([("step", "answer"), ("housemates", "0"), ("months", "none"), ("letter", "none"), ("savings", "under")]);
    fixed.map(|(name, value)| (name, value.to_owned())).chain([("plan", plan.to_owned()), ("resident", id("henk").to_owned())]).collect()
}

async fn save(henk: &mut Client, plan: &str, more: &[(&str, &str)]) -> tests::Page {
    let fields = example(plan);
    let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.extend(more);
    henk.submit("/api/calculation/save", &form).await
}

async fn a_calculation_is_kept_and_shown_by_choice(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await.client;
    let words = app.dutch();
    let list = save(&mut henk, "16", &[]).await;
    assert_eq!(henk.here, format!("/r/{}/calculations", id("henk")));
    assert!(list.shows(&words.t("notice-calculation-saved")) && list.shows(&words.t("calculations-hidden")), "{}", list.words());
    assert!(list.shows("Van 12 naar 16 uur") && list.shows(&rules::version()), "{}", list.words());
    let mut daan = app.reviewing("daan", "henk").await;
    let review = format!("/work/{}", id("henk"));
    assert!(!daan.open(&review).await.shows(&words.t("review-calculations")), "not without the resident");
    let one = list.field("calculation");
    let show = |shown| [("resident", id("henk")), ("calculation", one.as_str()), ("shown", shown)];
    let list = henk.submit("/api/calculation/show", &show("yes")).await;
    assert!(list.shows(&words.t("calculations-shown")) && list.shows(&words.t("notice-calculation-shown")));
    let page = daan.open(&review).await;
    assert!(page.shows(&words.t("review-calculations")) && page.shows("Van 12 naar 16 uur") && page.shows(&words.t("calculator-part-assistance")));
    assert!(!page.html.contains("name=\"rent\""), "amounts, not what was typed");
    henk.submit("/api/calculation/show", &show("no")).await;
    assert!(!daan.open(&review).await.shows(&words.t("review-calculations")));
    // Nothing of it stands in the clear.
    let stored = app.contents().await;
    assert!(!stored.contains("assistance") && !stored.contains("housemates"), "{stored}");
    let gone = henk.submit("/api/calculation/discard", &[("resident", id("henk")), ("calculation", &one)]).await;
    assert!(gone.shows(&words.t("calculations-none")));
    assert_eq!(app.number("SELECT COUNT(*) FROM calculation").await, 0);
}

async fn what_is_wrong_is_not_kept_and_stays_on_the_screen(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let page = save(&mut henk, "zestien", &[]).await;
    assert_eq!(henk.here, "/calculator");
    assert_eq!((page.field("plan"), page.field("rent")), ("zestien".to_owned(), "650".to_owned()));
    assert!(page.shows(&app.dutch().t("calculator-problem-title")), "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM calculation").await, 0);
}

async fn the_same_calculation_is_kept_once_and_there_is_an_end(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    save(&mut henk, "16", &[]).await;
    let list = save(&mut henk, "16", &[("shown", "yes")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM calculation").await, 1);
    assert!(list.shows(&app.dutch().t("calculations-shown")), "the last tap counts");
    for plan in 17..36 {
        save(&mut henk, &plan.to_string(), &[]).await;
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM calculation").await, 20);
    let page = save(&mut henk, "40", &[]).await;
    assert!(page.shows(&app.dutch().t("notice-conflict-calculations")) && page.field("plan") == "40", "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM calculation").await, 20);
}

async fn the_intake_fills_in_when_the_resident_wants_that(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.filling("henk").await;
    assert!(!henk.client.open("/calculator").await.shows(&words.t("calculation-begin")), "nothing to fill in yet");
    henk.choose("S1", "partner").await;
    henk.choose("W1", "paid").await;
    henk.keep("W1a", &[("number", "9")]).await;
    let start = henk.client.open("/calculator").await;
    assert!(start.shows(&words.t("calculation-begin")) && start.field("hours").is_empty(), "not by itself");
    let first = henk.client.post("/calculator", &[("from_intake", "yes")]).await;
    assert_eq!((first.ticked("household"), first.field("hours"), first.field("housemates")), (vec!["partner".to_owned()], "9".to_owned(), "0".to_owned()));
    // Nobody else gets it, and nothing goes back into the intake.
    for mut other in [app.stranger(), app.sign_in("samira").await, app.sign_in("daan").await] {
        let page = other.post("/calculator", &[("from_intake", "yes")]).await;
        assert!(page.ticked("household").is_empty() && page.field("hours").is_empty());
    }
    henk.client.post("/calculator", &[("step", "household"), ("household", "alone"), ("go", "next")]).await;
    assert_eq!(henk.see("S1").await.ticked("choices[]"), ["partner"]);
}
