//! What stands on the pages around helping: whose they are, how one gets there, and that nothing is said twice or for nobody.

use tests::app::id;
use tests::{Engine, Filling, TestApp, on_both_engines};

on_both_engines!(
    pages_of_a_helper_say_whose_they_are,
    together_is_said_on_every_page_of_the_questions,
    a_link_leads_through_the_demo_door,
    what_happened_is_told_once,
    contact_can_be_taken_away,
    somebody_who_helps_already,
    one_answer_changed_leads_back_to_sending,
    asking_for_help_is_easy_to_find
);

const WORK: (&str, &str) = ("work", "fill_in");
const STRENGTH: (&str, &str) = ("strength", "fill_in");

async fn pages_of_a_helper_say_whose_they_are(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.choose("W6", "neat").await;
    let all = [WORK, ("parts[]", "journey"), ("parts[]", "agreements"), ("parts[]", "calculation")];
    let mut both = app.helped("henk", "fatma", &all).await;
    let at = |page: &str| format!("/r/{}/helping{page}", both.id);
    let said = [
        ("", "De stappen van Henk"),
        ("", "De afspraken van Henk"),
        ("/check", "De antwoorden van Henk"),
        ("/check", "Versturen doet Henk zelf."),
        ("/W1", "Bewaard voor Henk"),
        ("/W1", "Henk slaat deze vraag over"),
        ("/stopped", "Bewaard voor Henk"),
        ("/journey", "De stappen van Henk"),
        ("/journey", "Henk vertelt hoe het gaat"),
        ("/agreements", "De afspraken van Henk"),
        ("/calculation", "De berekeningen van Henk"),
        ("/work", "Lees dit voor:"),
        ("/work", "Henk mag elke vraag overslaan"),
    ];
    let hers = ["Dit heeft u verteld", "Uw antwoorden", "Uw vragen", "Mijn stappen", "Mijn afspraken", "U vertelt", "u bent aan zet"];
    for (page, text) in said {
        let page = both.helper.open(&at(page)).await;
        assert!(page.shows(text), "{text}: {}", page.words());
        assert!(hers.iter().all(|own| !page.shows(own)), "{}", page.words());
        let tab = page.html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
        assert!(!tab.contains("Henk"), "no name in the tab: {tab}");
    }
    let own = both.resident.open(&format!("/r/{}/intake/check", both.id)).await;
    assert!(own.shows("Dit heeft u verteld"), "{}", own.words());
}

async fn together_is_said_on_every_page_of_the_questions(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("B1", "self").await;
    let begin = [("resident", id("henk")), ("with", "Buurvrouw Ans"), ("go", "begin")];
    let page = henk.client.submit("/api/helper/together", &begin).await;
    assert!(page.shows(&app.dutch().t("together-questions")) && page.addresses().contains(&format!("/r/{}/intake", henk.resident)), "{}", page.words());
    assert_eq!(henk.see("B1").await.ticked("choices[]"), ["together"], "said once is enough");
    henk.choose("G2", "failing").await;
    henk.choose("G2a", "bailiff").await;
    for step in ["W1", "work", "check", "send", "Z3", "G2a/help"] {
        let page = henk.see(step).await;
        assert!(page.shows("Samen met Buurvrouw Ans"), "{step}: {}", page.words());
    }
    let here = henk.at("W1");
    let mark = henk.see("W1").await.form("/api/helper/together");
    assert_eq!(mark.field("back"), here);
    let end = [("resident", id("henk")), ("go", "end"), ("back", here.as_str())];
    assert_eq!(henk.client.post("/api/helper/together", &end).await.location(), here, "on with the same question");
    assert!(!henk.see("W1").await.shows("Buurvrouw Ans"));
    let evil = [("resident", id("henk")), ("go", "end"), ("back", "//evil.example")];
    assert_eq!(henk.client.post("/api/helper/together", &evil).await.location(), "/");
    // Before the first question too.
    let mut samira = app.sign_in("samira").await;
    let page = samira.submit("/api/helper/together", &[("resident", id("samira")), ("with", "Ans"), ("go", "begin")]).await;
    assert!(page.addresses().contains(&format!("/r/{}/start", id("samira"))), "{}", page.words());
    assert_eq!(app.filling("samira").await.see("B1").await.ticked("choices[]"), ["together"]);
}

async fn a_link_leads_through_the_demo_door(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.sign_in("henk").await;
    let form = [("resident", id("henk")), ("way", "link"), ("name", "Fatma"), WORK];
    let page = henk.submit("/api/helper/invite", &form).await;
    let field = page.tags("input").find(|tag| tag.contains("readonly")).unwrap().to_owned();
    let link = tests::page::attribute(&field, "value").unwrap();
    let path = format!("/join/{}", link.split("/join/").nth(1).unwrap());
    let mut fatma = app.stranger();
    let stranger = fatma.open(&path).await;
    let sign_in = stranger.addresses().into_iter().find(|to| to.starts_with("/sign-in?back=")).unwrap();
    let back = fatma.open(&sign_in).await.form("/session/demo").field("back");
    assert_eq!(back, path);
    let there = fatma.post("/session/demo", &[("person", id("fatma")), ("back", &back)]).await;
    assert_eq!(there.location(), path);
    let page = fatma.open(&path).await;
    assert!(page.shows(&words.t("join-lead-link")) && !page.shows(&words.t("join-code")) && !page.shows("U kunt niets versturen"), "{}", page.words());
    assert!(!page.field("code").is_empty());
    let without = fatma.submit("/api/helper/join", &[("code", &page.field("code")), ("name", "Fatma Yıldız"), ("promise", "")]).await;
    assert!(without.shows(&words.t("problem-empty-promise")) && !without.shows(&words.t("join-code")), "{}", without.words());
    let wrong = fatma.submit("/api/helper/join", &[("code", "ABCD-234"), ("name", "Fatma"), ("promise", "yes")]).await;
    assert!(wrong.shows("Kijk eerst of u hem goed overtypte.") && wrong.shows("zoals ABCD-2345"), "{}", wrong.words());
    // Somebody else on the same browser begins at home, and no other site is gone to.
    for (story, back, home) in [("samira", path.as_str(), format!("/r/{}", id("samira"))), ("fatma", "//evil.example", "/helping".to_owned())] {
        let there = app.stranger().post("/session/demo", &[("person", id(story)), ("back", back)]).await;
        assert_eq!(there.location(), home, "{story} {back}");
    }
}

async fn what_happened_is_told_once(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    both.end().await;
    let page = both.resident.open(&format!("/r/{}/helpers", both.id)).await;
    assert!(!page.shows(&words.t("notice-helper-ended")) && !page.html.contains("md-note--ok"), "{}", page.words());
    let begin = [("resident", both.id), ("with", "Ans"), ("go", "begin")];
    assert!(both.resident.submit("/api/helper/together", &begin).await.shows(&words.t("notice-together")));
    assert!(!both.resident.open(&format!("/r/{}/helpers", both.id)).await.shows(&words.t("notice-together")));
}

async fn contact_can_be_taken_away(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let page = both.helper.open(&format!("/r/{}/helping/contact", both.id)).await;
    assert!(page.shows("Henk kan alles zien wat hier staat.") && !page.shows(&words.t("contact-list")), "{}", page.words());
    assert!(page.html.contains("<option value=\"\" selected"), "nothing is chosen for her");
    for (day, text) in [("24-11-2026", "problem-to-come"), ("1-1-2020", "problem-too-long-ago"), ("gisteren", "problem-not-a-date")] {
        let page = both.helper.submit("/api/helping/contact", &[("resident", both.id), ("day", day), ("minutes", "45"), ("way", "visit")]).await;
        assert!(page.shows(&words.t(text)), "{day}: {}", page.words());
    }
    let page = both.helper.submit("/api/helping/contact", &[("resident", both.id), ("day", "20-11-2026"), ("minutes", "45"), ("way", "visit")]).await;
    assert!(page.shows(&words.t("contact-list")), "{}", page.words());
    let contact = page.form("/api/helping/contact-remove").field("contact");
    // Not by another helper of the same resident.
    let mut joop = app.helped("henk", "joop", &[WORK]).await.helper;
    joop.submit("/api/helping/contact-remove", &[("resident", both.id), ("contact", &contact)]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_contact").await, 1);
    let page = both.helper.submit("/api/helping/contact-remove", &[("resident", both.id), ("contact", &contact)]).await;
    assert!(page.shows(&words.t("notice-contact-gone")) && !page.shows("20 november 2026"), "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_contact").await, 0);
}

async fn somebody_who_helps_already(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let code = app.invited(&mut both.resident, "henk", &[("money", "fill_in")]).await;
    both.helper.submit("/api/helper/join", &[("code", &code), ("name", "Fatma"), ("promise", "yes")]).await;
    let path = format!("/r/{}/helpers", both.id);
    let page = both.resident.open(&path).await;
    assert!(page.shows("Fatma Yıldız wil u helpen") && page.shows(&words.t("confirm-again")), "{}", page.words());
    let answers: Vec<&str> = page.tags("button").filter(|tag| tag.contains("name=\"answer\"")).collect();
    assert!(answers.len() == 2 && answers.iter().all(|tag| tag.contains("nl-button--secondary")), "a yes weighs no more than a no: {answers:?}");
    let invitation = page.form("/api/helper/confirm").field("invitation");
    let page = both.resident.submit("/api/helper/confirm", &[("resident", both.id), ("invitation", &invitation), ("answer", "yes")]).await;
    assert!(page.shows("Geld: lezen en invullen") && !page.shows(&words.t("helpers-before")), "who helps is nobody of before: {}", page.words());
    both.end().await;
    let page = both.resident.open(&path).await;
    assert!(page.shows(&words.t("helpers-before")) && page.words().matches("gestopt op").count() == 1, "{}", page.words());
}

async fn one_answer_changed_leads_back_to_sending(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[WORK, STRENGTH]).await;
    let mut fatma = both.filling();
    fatma.choose("W6", "neat").await;
    fatma.type_text("K8", "Hers").await;
    let send = both.resident.open(&format!("/r/{}/intake/send", both.id)).await;
    let helped = send.html.split("id=\"helped\"").nth(1).unwrap();
    let at = |text: &str| helped.find(text).unwrap_or_else(|| panic!("{text}: {helped}"));
    assert!(at(">Werk<") < at("/intake/W6?back=send") && at("/intake/W6?back=send") < at(">Eigen kracht<"), "by topic");
    let mut henk = Filling { client: both.resident.clone(), resident: both.id, way: "intake" };
    assert_eq!(henk.keep("K8?back=send", &[("text", "His own")]).await.location(), henk.at("send"));
    let send = henk.see("send").await;
    assert!(send.shows("Ingevuld door Fatma Yıldız") && !send.html.contains("/intake/K8?back=send"), "{}", send.words());
}

async fn asking_for_help_is_easy_to_find(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut samira = app.sign_in("samira").await;
    let helpers = format!("/r/{}/helpers", id("samira"));
    let home = samira.open(&format!("/r/{}", id("samira"))).await;
    assert!(home.addresses().contains(&helpers) && home.shows("Wie helpt mijVraag iemand om hulp"), "a row of its own: {}", home.words());
    let start = samira.open(&format!("/r/{}/start", id("samira"))).await;
    assert!(start.addresses().contains(&helpers) && start.shows("De gemeente ziet niets voordat u verstuurt"), "{}", start.words());
    for page in ["/", "/help"] {
        let page = app.stranger().open(page).await;
        assert!(!page.shows("Niemand ziet"), "{}", page.words());
    }
    assert!(app.stranger().open("/help").await.shows("Wie helpt mij"));
    // What is wrong with the choice stands at the group; a button for each way, and a name only for a link.
    let invite = samira.open(&format!("{helpers}/invite")).await;
    assert!(
        invite.shows(&words.t("helper-make-code")) && invite.shows(&words.t("helper-make-link")) && invite.shows(&words.t("scope-help-see")),
        "{}",
        invite.words()
    );
    assert_eq!(invite.words().matches("Alleen lezen kan hier niet.").count(), 1, "{}", invite.words());
    let nothing = samira.submit("/api/helper/invite", &[("resident", id("samira")), ("way", "code")]).await;
    assert!(nothing.html.contains("id=\"scope-error\"") && nothing.html.contains("href=\"#scope\""), "{}", nothing.words());
    let code = samira.submit("/api/helper/invite", &[("resident", id("samira")), ("way", "code"), WORK]).await;
    assert!(code.html.contains("md-code__letters"), "{}", code.words());
}
