//! Every page in every language: all words and icons are there, one heading, no id twice, every field with its label.

use domain::intake::{Route, Step, Switches, Walk};
use std::collections::BTreeSet;
use tests::app::id;
use tests::page::attribute;
use tests::{Client, Engine, Filling, Page, TestApp, log, on_both_engines};

on_both_engines!(
    every_page_has_its_words,
    every_question_in_every_language,
    next_leads_through_everything_to_sending,
    the_short_route_leads_to_sending,
    who_takes_part_is_a_setting,
    a_municipality_lays_its_own_content_over,
);

/// What every page of the portal holds to.
pub fn is_well_made(page: &Page, at: &str) {
    assert!(page.is_page(), "{at}");
    assert_eq!(page.html.matches("<h1").count(), 1, "{at} has one heading: {}", page.words());
    assert!(page.html.contains("<title>") && page.html.contains("href=\"#main\"") && page.html.contains("lang=\""), "{at}");
    let mut ids = BTreeSet::new();
    for tag in page.html.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| tag) {
        if let Some(id) = attribute(tag, "id") {
            assert!(ids.insert(id.clone()), "{at}: the id {id} stands there twice");
        }
    }
    for tag in page.tags("textarea") {
        assert!(tag.contains("md-textarea"), "{at}: a text area of its own kind: {tag}");
    }
    let labels: BTreeSet<String> = page.tags("label").filter_map(|tag| attribute(tag, "for")).collect();
    let fields = page.tags("input").chain(page.tags("select")).chain(page.tags("textarea"));
    for field in fields.filter(|tag| !tag.contains("type=\"hidden\"") && !tag.contains("type=\"radio\"") && !tag.contains("type=\"checkbox\"")) {
        let id = attribute(field, "id").unwrap_or_default();
        assert!(labels.contains(&id), "{at}: a field without a label: {field}");
    }
    for (tag, name) in [("a", "href"), ("form", "action")] {
        assert!(page.tags(tag).all(|t| attribute(t, name).is_some_and(|a| !a.is_empty())), "{at}: a {tag} that leads nowhere");
    }
}

/// Nothing was missing so far, in any test of this process.
pub fn nothing_was_missing() {
    let log = log::text();
    let missing: Vec<&str> = log.lines().filter(|line| line.contains("text missing") || line.contains("icon missing")).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

async fn speak(client: &mut Client, language: &str) {
    client.post("/session/language", &[("language", language), ("back", "/")]).await;
}

/// Pages that everybody can open.
const OPEN: [&str; 17] = [
    "/",
    "/sign-in",
    "/signed-out",
    "/help",
    "/talk",
    "/privacy",
    "/accessibility",
    "/calculator/parameters?date=2026-07-01&before=2026-01-01",
    "/calculator/parameters?date=2027-01-01&before=2026-07-01",
    "/calculator/parameters?date=x&before=2030-01-01",
    "/nowhere",
    "/r/x",
    "/refused/403/0",
    "/refused/408/0",
    "/refused/413/0",
    "/refused/422/0",
    "/refused/500/ABC",
];

/// Henk with something of everything, and Daan; with the page of a request that Henk sent.
async fn busy_people(app: &TestApp) -> (Client, Client, String) {
    let mut henk = app.filling("henk").await;
    henk.choose("B5", "home").await;
    henk.send().await;
    let mut henk = app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let resident = henk.resident;
    daan.submit("/api/review/group", &[("resident", resident), ("group", "3"), ("group_reason", "Because")]).await;
    henk.client.submit("/api/request/send", &[("resident", resident), ("kind", "buddy"), ("phone", ""), ("form_key", "k1")]).await;
    let requested = henk.client.here.clone();
    daan.submit("/api/review/ask", &[("resident", resident), ("reason", "changed"), ("questions[]", "L2"), ("message", "Look")]).await;
    henk.client.submit("/api/draft/start", &[("resident", resident)]).await;
    // An agreement, and a change of it with two kept answers.
    let mut bond = app.bond().await;
    bond.propose().await;
    bond.agree(app).await;
    let text = app.agreement("henk", "henk").await.agreed().unwrap().version.text.clone();
    let line = &text.lines[0];
    let other = [("revision", "0"), ("line", &line.id), ("doer", "municipality"), ("text", "Wij bellen."), ("goal", &line.goal), ("due", "6")];
    bond.municipality_does("line", &other).await;
    bond.municipality_does("start", &[("chosen[]", "pair-buddy"), ("chosen[]", "pair-childcare")]).await;
    bond.municipality_sends().await;
    bond.answers(2, &line.id, "talk").await;
    let revision = app.agreement("henk", "henk").await.revision.to_string();
    let own = [
        ("revision", revision.as_str()),
        ("line", ""),
        ("doer", "helper"),
        ("text", "Mijn buurman helpt."),
        ("goal", "new"),
        ("goal_title", "Tuin"),
        ("due", "3"),
    ];
    bond.resident_does("line", &own).await;
    let slot = [("resident", resident), ("way", "desk"), ("day", "2 12 2026"), ("time", "9:15"), ("minutes", "30"), ("about", "Course"), ("form_key", "a1")];
    bond.daan.submit("/api/appointment/make", &slot).await;
    (henk.client, daan, requested)
}

async fn every_page_has_its_words(engine: Engine) {
    for form in [service::settings::Form::U, service::settings::Form::Je] {
        let app = TestApp::with(engine, |settings| settings.municipality.form = form).await;
        let (mut henk, mut daan, requested) = busy_people(&app).await;
        let resident = id("henk");
        let own = [
            "",
            "/start",
            "/profile",
            "/ask",
            "/group",
            "/sent/1",
            "/sent/1/copy",
            "/sent/2/picture",
            "/intake",
            "/intake/stopped",
            "/intake/send",
            "/intake/B5/help",
            "/appointments",
            "/journey",
            "/journey/history",
            "/journey/history?show=agreement",
            "/agreement",
            "/agreement/line/new",
            "/agreement/order",
            "/agreement/look-back",
            "/agreement/version/1",
            "/agreement/version/2",
        ];
        let mut pages: Vec<String> = own.iter().map(|p| format!("/r/{resident}{p}")).collect();
        pages.extend(["urgent", "call_this_week", "appointment", "buddy"].map(|kind| format!("/r/{resident}/request/{kind}")));
        pages.push(requested);
        let mut staff: Vec<String> = [
            "",
            "/ask",
            "/version/1",
            "/journey",
            "/journey/history?show=contact",
            "/agreement",
            "/agreement/start",
            "/agreement/line/new",
            "/agreement/look-back",
            "/agreement/version/2",
        ]
        .iter()
        .map(|p| format!("/work/{resident}{p}"))
        .collect();
        staff.extend(["team", "mine", "unassigned", "waiting", "invited", "concluded"].map(|show| format!("/work?show={show}")));
        staff.extend(
            ["/work/invite", "/work/caseload", "/work/caseload?show=team&by=waits", "/work/promises", "/work/promises?show=team"].map(ToOwned::to_owned),
        );
        for language in ["nl", "en"] {
            visit(&mut henk, language, &pages).await;
            visit(&mut daan, language, &staff).await;
            visit(&mut app.sign_in("petra").await, language, &["/divide".to_owned(), "/divide?show=team".to_owned()]).await;
            visit(&mut app.sign_in("koen").await, language, &["/manage".to_owned()]).await;
            visit(&mut app.sign_in("fatma").await, language, &["/helping".to_owned()]).await;
            visit(&mut app.stranger(), language, &OPEN.map(ToOwned::to_owned)).await;
        }
    }
    nothing_was_missing();
}

async fn visit(client: &mut Client, language: &str, paths: &[String]) {
    speak(client, language).await;
    for path in paths {
        let page = client.get(path).await;
        is_well_made(&page, path);
        assert!(page.html.contains(&format!("<html lang=\"{language}\"")), "{path} in {language}");
    }
}

async fn every_question_in_every_language(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.intake.switched_on = vec!["S7".into()]).await;
    let mut henk = app.filling("henk").await;
    // Answers that bring every follow-up onto the way.
    let opens = [
        "B1=together",
        "W1=paid,volunteer",
        "W2=now",
        "W3=months",
        "W5=less_money",
        "W8=diploma,other_country",
        "G1=short",
        "G2=failing",
        "G3=never",
        "G7=yes",
        "G8=with_help",
    ];
    let more = [
        "L5=always",
        "L6=cannot",
        "H1=very_bad",
        "H2=much",
        "H3=not_now",
        "S1=children",
        "S2=yes",
        "S3=rarely",
        "S3a=yes",
        "S4=nobody",
        "K1=yes",
        "K4=no",
        "K5=not_now",
        "K6=other",
    ];
    for line in opens.iter().chain(&more) {
        let (step, options) = line.split_once('=').unwrap();
        let fields: Vec<(&str, &str)> = options.split(',').map(|o| ("choices[]", o)).collect();
        henk.keep(step, &fields).await;
    }
    henk.choose("L2-stairs", "not_now").await;
    speak(&mut henk.client, "nl").await;
    let draft = crate::answers::draft_of(&app, "henk").await.unwrap();
    let steps: Vec<String> = draft.walk().steps.iter().map(Step::id).collect();
    let asked = steps.len();
    assert!(asked > 95, "{asked} screens: {steps:?}");
    for language in ["nl", "en"] {
        let paths: Vec<String> = steps.iter().map(|step| henk.at(step)).collect();
        visit(&mut henk.client, language, &paths).await;
    }
    nothing_was_missing();
}

/// Answers a page as somebody in a hurry does: the first choice, a number, a word.
async fn answer_first(filling: &mut Filling, step: &str, page: &Page) -> String {
    let form = page.form("/api/answer/keep");
    let first = form.tags("input").find(|t| attribute(t, "name").as_deref() == Some("choices[]")).and_then(|t| attribute(t, "value"));
    let mut fields: Vec<(&str, &str)> = first.iter().map(|c| ("choices[]", c.as_str())).collect();
    if form.html.contains("name=\"number\"") {
        fields.push(("number", "8"));
    }
    if form.html.contains("name=\"text\"") {
        fields.push(("text", "A word"));
    }
    filling.keep(step, &fields).await.location().to_owned()
}

/// From the first screen to the last by nothing but the main button; the steps that were seen.
async fn go_through(app: &TestApp, story: &str, language: &str) -> Vec<String> {
    let mut filling = app.filling(story).await;
    speak(&mut filling.client, language).await;
    let started = filling.client.post("/api/draft/start", &[("resident", filling.resident)]).await;
    let (mut path, mut seen) = (started.location().to_owned(), Vec::new());
    while !path.ends_with("/send") {
        let page = filling.client.open(&path).await;
        is_well_made(&page, &path);
        let step = path.rsplit('/').next().unwrap().to_owned();
        assert!(seen.len() < 200 && (step == "help" || !seen.contains(&step)), "{step} after {seen:?}");
        seen.push(step.clone());
        let onward = page.addresses().into_iter().rfind(|a| a.contains("/intake/") && !a.contains("stopped") && !a.contains("back="));
        path = if page.posts_to("/api/answer/keep") && page.form("/api/answer/keep").field("go") != "skip_domain" {
            answer_first(&mut filling, &step, &page).await
        } else {
            onward.unwrap_or_else(|| panic!("no way on from {path}: {}", page.words()))
        };
    }
    let sent = filling.send().await;
    assert!(sent.location().contains("/sent/"), "{}", sent.location());
    seen
}

async fn next_leads_through_everything_to_sending(engine: Engine) {
    let app = TestApp::start(engine).await;
    let seen = go_through(&app, "henk", "nl").await;
    assert!(seen.len() > 70 && ["B1", "work", "K10", "check", "Z2", "Z3", "Z4"].iter().all(|s| seen.contains(&(*s).to_owned())), "{seen:?}");
    assert_eq!(go_through(&app, "samira", "en").await, seen, "the same way in every language");
}

async fn the_short_route_leads_to_sending(engine: Engine) {
    let app = TestApp::start(engine).await;
    let seen = go_through(&app, "ria", "nl").await;
    let walk = Walk::new(&app.service.content.intake, Route::Short, &Switches::default(), &domain::intake::Answers::new());
    assert!(walk.steps.iter().map(Step::id).all(|step| step == "send" || seen.contains(&step)), "{seen:?}");
    assert!(!["W1a", "W2", "W8", "G5"].iter().any(|s| seen.contains(&(*s).to_owned())), "{seen:?}");
    let copy = app.sign_in("ria").await.open(&format!("/r/{}/sent/1/copy", id("ria"))).await;
    assert!(!copy.shows(&app.dutch().t("W2")));
}

async fn who_takes_part_is_a_setting(engine: Engine) {
    for participation in [service::settings::Participation::Invited, service::settings::Participation::Everyone] {
        let app = TestApp::with(engine, |settings| settings.intake.participation = participation).await;
        let uninvited = "UPDATE resident SET invited_at = NULL, invited_by = NULL";
        app.service.db.write(move |tx| Box::pin(async move { Ok(sqlx::query(uninvited).execute(tx).await?.rows_affected()) })).await.unwrap();
        let mut henk = app.sign_in("henk").await;
        let everyone = participation == service::settings::Participation::Everyone;
        assert_eq!(henk.open(&format!("/r/{}", id("henk"))).await.shows(&app.dutch().t("home-begin")), everyone);
        let started = henk.post("/api/draft/start", &[("resident", id("henk"))]).await;
        assert_eq!(started.status, if everyone { 303 } else { 404 });
    }
}

async fn a_municipality_lays_its_own_content_over(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("nl")).unwrap();
    std::fs::write(folder.path().join("nl/own.ftl"), "front-title = Welkom in Houten\n").unwrap();
    let facts = "id = \"houten\"\nname = \"Gemeente Houten\"\nplace = \"Houten\"\nwebsite = \"https://www.houten.nl\"\n[phone]\nmunicipality = \"030 639 2611\"\ngeldfit = \"0800 8115\"\nsuicide = \"0800 0113\"\nsuicide_short = \"113\"\nsafe = \"0800 2000\"\nemergency = \"112\"\n[address]\nvisit = [\"Onderdoor 25\"]\npost = [\"Postbus 30\"]\n";
    std::fs::write(folder.path().join("municipality.toml"), facts).unwrap();
    let own = folder.path().to_path_buf();
    let app = TestApp::with(engine, |settings| settings.municipality.content = Some(own)).await;
    let page = app.stranger().open("/").await;
    assert!(page.shows("Welkom in Houten") && page.shows("030 639 2611") && !page.shows("Hilversum"), "{}", page.words());
}
