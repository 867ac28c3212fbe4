//! Helping as both see it: what stands on their pages while it goes on, when it stops, and when it is looked back on.

use tests::app::{MINUTE, id};
use tests::{Client, Engine, Filling, TestApp, on_both_engines};

on_both_engines!(
    an_open_page_asks_whether_the_help_goes_on,
    who_helps_is_said_before_sending,
    only_the_resident_opens_a_new_version,
    the_caseworker_reads_that_a_helper_filled_in,
    a_topic_is_skipped_in_the_residents_name,
    the_helper_reads_that_it_stopped,
    what_is_typed_when_less_is_shared_is_the_residents,
    every_change_is_kept_for_looking_back,
    a_helper_goes_on_where_they_were
);

const WORK: (&str, &str) = ("work", "fill_in");
const STRENGTH: (&str, &str) = ("strength", "fill_in");

/// What a page of this resident asks about itself: `/session/left?mandate=…`.
async fn asks(helper: &mut Client, path: &str) -> String {
    let page = helper.open(path).await;
    let asks = page.addresses().into_iter().find(|to| to.starts_with("/session/left?mandate="));
    asks.unwrap_or_else(|| panic!("{path} asks nothing: {}", page.words()))
}

async fn an_open_page_asks_whether_the_help_goes_on(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[WORK, ("parts[]", "journey")]).await;
    let pages = ["", "/W1", "/check", "/stopped", "/journey", "/contact"].map(|page| format!("/r/{}/helping{page}", both.id));
    let ask = asks(&mut both.helper, &pages[0]).await;
    for page in &pages {
        assert_eq!(asks(&mut both.helper, page).await, ask, "{page}");
    }
    assert!(!both.helper.open("/helping").await.html.contains("?mandate="), "her own page shows nobody's data");
    assert_eq!(both.helper.open(&ask).await.html, "900");
    app.clock.advance(14 * MINUTE);
    assert_eq!(both.helper.open(&ask).await.html, "60", "asking is no sign of life");
    both.helper.open(&pages[0]).await;
    assert_eq!(both.helper.open(&ask).await.html, "900");
    // To everybody else it says what it says of a mandate that never was.
    for story in ["joop", "henk", "daan"] {
        assert_eq!(app.sign_in(story).await.open(&ask).await.html, "0", "{story}");
    }
    assert_eq!(app.stranger().open(&ask).await.html, "0");
    assert_eq!(both.helper.open("/session/left?mandate=nonsense").await.html, "0");
    let mut henk = app.sign_in("henk").await;
    assert!(!henk.open(&pages[1].replace("helping", "intake")).await.html.contains("?mandate="));
    // Another choice is another mandate: what was open with the old one goes.
    both = app.helped("henk", "fatma", &[STRENGTH]).await;
    assert_eq!(both.helper.open(&ask).await.html, "0");
    let ask = asks(&mut both.helper, &pages[0]).await;
    both.end().await;
    assert_eq!(both.helper.open(&ask).await.html, "0");
    assert_eq!(both.helper.post(&ask, &[]).await.html, "0", "staying does not help");
}

async fn who_helps_is_said_before_sending(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.filling("henk").await;
    henk.choose("Z4", "people").await;
    // What he wants to share is said there, and nothing of it is chosen for him.
    let invite = henk.client.open(&format!("/r/{}/helpers/invite", henk.resident)).await;
    assert!(invite.shows("Bij de vragen koos u wat een maatje mag zien: Mensen om mij heen."), "{}", invite.words());
    assert!(!invite.html.contains("value=\"see\" selected") && !invite.html.contains("value=\"fill_in\" selected"));
    let mut nobody = henk.see("send").await;
    assert!(nobody.shows("Een maatje ziet alleen: Mensen om mij heen"), "{}", nobody.words());
    henk.keep("Z4", &[("go", "next")]).await;
    nobody = henk.see("send").await;
    assert!(nobody.shows(&words.t("send-fact-not-shared")), "{}", nobody.words());
    let mut both = app.helped("henk", "fatma", &[WORK, ("money", "fill_in")]).await;
    let untrue = [words.t("send-fact-not-shared"), "Kiest u niets?".to_owned()];
    for step in ["send", "Z4"] {
        let page = henk.see(step).await;
        assert!(page.shows("Fatma Yıldız ziet: Werk, Geld. Wijzig"), "{step}: {}", page.words());
        assert!(untrue.iter().all(|text| !page.shows(text)), "{step}: {}", page.words());
    }
    henk.send().await;
    let copy = format!("/r/{}/sent/1/copy", henk.resident);
    let page = both.resident.open(&copy).await;
    assert!(page.shows("Fatma Yıldız ziet: Werk, Geld.") && !page.shows(&words.t("copy-shared")), "{}", page.words());
    both.end().await;
    let page = both.resident.open(&copy).await;
    assert!(!page.shows("Fatma") && page.shows(&words.t("copy-shared")), "{}", page.words());
}

async fn only_the_resident_opens_a_new_version(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "My garden").await;
    henk.choose("W1", "volunteer").await;
    henk.send().await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let page = both.helper.open(&format!("/r/{}/helping", both.id)).await;
    assert!(page.shows("Henk heeft de antwoorden verstuurd op 23 november."), "{}", page.words());
    assert!(page.shows("Vrijwilligerswerk") && !page.shows("My garden"), "what is shared of it: {}", page.words());
    assert!(!page.posts_to("/api/helping/begin") && !page.shows("Lees de vraag voor"), "{}", page.words());
    let again = both.helper.submit("/api/helping/begin", &[("resident", both.id)]).await;
    assert!(again.shows("Henk heeft de antwoorden verstuurd"), "{}", again.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 0, "nothing was opened");
    // Once he opened one himself there are the questions.
    both.resident.submit("/api/draft/start", &[("resident", both.id)]).await;
    let page = both.helper.open(&format!("/r/{}/helping", both.id)).await;
    assert!(page.shows("Lees de vraag voor") && !page.shows("verstuurd op"), "{}", page.words());
    // Who only reads gets no rules of filling in.
    let mut reader = app.helped("henk", "joop", &[("work", "see")]).await;
    let page = reader.helper.open(&format!("/r/{}/helping", reader.id)).await;
    assert!(!page.shows("Lees de vraag voor") && page.shows(&app.dutch().t("promise-secret")), "{}", page.words());
    let check = reader.helper.open(&format!("/r/{}/helping/check", reader.id)).await;
    assert!(check.shows(&app.dutch().t("check-partly-helping")) && !check.shows("My garden"), "{}", check.words());
}

async fn the_caseworker_reads_that_a_helper_filled_in(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    both.filling().choose("W6", "neat").await;
    let form = both.resident.open(&format!("/r/{}/intake/send", both.id)).await.form("/api/draft/send");
    let (draft, read) = (form.field("draft"), form.field("read"));
    both.resident.submit("/api/draft/send", &[("resident", both.id), ("way", "intake"), ("draft", &draft), ("read", &read)]).await;
    let mut daan = app.sign_in("daan").await;
    for page in ["", "/version/1"] {
        let page = daan.open(&format!("/work/{}{page}", both.id)).await;
        assert!(page.shows("Ingevuld met hulp van een helper (Werk)") && !page.shows("Zelf ingevuld"), "{}", page.words());
        assert!(!page.shows("Fatma"), "who it is, stays with Henk: {}", page.words());
    }
    // Where she says who it is, he is told first.
    let object = both.resident.open(&format!("/r/{}/access/{}", both.id, id("fatma"))).await;
    assert!(object.shows(&app.dutch().t("object-named")), "{}", object.words());
    assert!(!both.resident.open(&format!("/r/{}/access/{}", both.id, id("daan"))).await.shows(&app.dutch().t("object-named")));
    // The next version is his own.
    both.resident.submit("/api/draft/start", &[("resident", both.id)]).await;
    Filling { client: both.resident.clone(), resident: both.id, way: "intake" }.send().await;
    let page = daan.open(&format!("/work/{}", both.id)).await;
    assert!(page.shows("Zelf ingevuld") && !page.shows("hulp van een helper"), "{}", page.words());
}

async fn a_topic_is_skipped_in_the_residents_name(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await.choose("W6", "neat").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let mut fatma = both.filling();
    let page = fatma.see("work").await;
    assert!(page.shows("Henk wil het hier niet over hebben") && !page.shows("Hier wil ik"), "{}", page.words());
    assert!(page.shows("Heeft Henk dat zelf gezegd?"), "asked before it is done: {}", page.words());
    let asked = page.html.split("<details class=\"md-quiet\"").nth(1).and_then(|rest| rest.split("</details>").next()).unwrap();
    assert!(asked.contains("value=\"skip_domain\""), "the button stands behind the question");
    fatma.keep("work", &[("go", "skip_domain")]).await;
    let check = both.resident.open(&format!("/r/{}/intake/check", both.id)).await;
    assert!(check.shows("Dit onderwerp is overgeslagen. Dat mag. Ingevuld door Fatma Yıldız"), "{}", check.words());
    let home = both.resident.open(&format!("/r/{}", both.id)).await;
    assert!(home.shows("Fatma Yıldız veranderde 1 onderwerp: overslaan, of toch invullen.") && !home.shows("1 antwoord"), "{}", home.words());
    assert!(home.addresses().contains(&format!("/r/{}/intake/send", both.id)), "one tap to reading and sending");
}

async fn the_helper_reads_that_it_stopped(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[STRENGTH]).await;
    let home = both.helper.open("/helping").await;
    assert!(home.shows("Henk zei ja."), "{}", home.words());
    let form = both.filling().form("K8", &[("text", "Halfway"), ("go", "next")]).await;
    both.end().await;
    both.filling().post_form(&form).await;
    let home = both.helper.open("/helping").await;
    assert!(home.shows("De hulp aan Henk is gestopt op 23 november. Wat u nog typte, ligt bij Henk klaar."), "{}", home.words());
    assert!(!home.shows(&words.t("helping-none")) && !home.addresses().iter().any(|to| to.contains(both.id)), "{}", home.words());
    // Any click of hers says so, without a name; to others it is an address that leads nowhere.
    let path = format!("/r/{}/helping/K8", both.id);
    for path in [&path, &format!("/r/{}/helping", both.id)] {
        let page = both.helper.get(path).await;
        assert_eq!(page.status, 404);
        assert!(page.shows(&words.t("help-stopped-title")) && page.shows(&words.t("help-stopped-left")) && !page.shows("Henk"), "{}", page.words());
    }
    for story in ["joop", "samira", "daan"] {
        let page = app.sign_in(story).await.get(&path).await;
        assert!(page.status == 404 && page.shows(&words.t("not-found-title")) && !page.shows(&words.t("help-stopped-title")), "{story}");
    }
    let elsewhere = both.helper.get(&format!("/r/{}/helping", id("samira"))).await;
    assert!(elsewhere.shows(&words.t("not-found-title")), "{}", elsewhere.words());
    app.clock.advance(25 * 60 * MINUTE);
    let mut fatma = app.sign_in("fatma").await;
    assert!(fatma.get(&path).await.shows(&words.t("not-found-title")), "a day later it is an address like any other");
    assert!(fatma.open("/helping").await.shows("De hulp aan Henk is gestopt"));
    app.clock.advance(7 * 24 * 60 * MINUTE);
    assert!(app.sign_in("fatma").await.open("/helping").await.shows(&words.t("helping-none")), "not for ever");
    // A no is told too, and of whom is not; who stops by themselves knows.
    let (mut henk, mut joop) = (app.sign_in("henk").await, app.sign_in("joop").await);
    let code = app.invited(&mut henk, "henk", &[WORK]).await;
    joop.submit("/api/helper/join", &[("code", &code), ("name", "Joop"), ("promise", "yes")]).await;
    let waits = joop.open("/helping").await;
    assert!(waits.shows(&words.t("code-look-again")), "{}", waits.words());
    let invitation = henk.open(&format!("/r/{}/helpers", id("henk"))).await.form("/api/helper/confirm").field("invitation");
    henk.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "no")]).await;
    let home = joop.open("/helping").await;
    assert!(home.shows("De ander zei nee op 1 december.") && !home.shows("Henk") && !home.shows(&words.t("helping-none")), "{}", home.words());
    // What the coordinator took back, nobody said no to.
    let mut fatma = app.sign_in("fatma").await;
    app.clock.advance(MINUTE);
    app.change(format!(
        "INSERT INTO helper_invitation (id, resident, way, helper, promised_at, scope, days, made_by, made_at, expires_at, settled_at, outcome) \
         SELECT 'withdrawn', resident, 'proposal', '{}', made_at, scope, days, made_by, made_at, expires_at, {}, 'withdrawn' FROM helper_invitation LIMIT 1",
        id("fatma"),
        app.service.clock.now()
    ))
    .await;
    let home = fatma.open("/helping").await;
    assert!(home.shows("trok de gemeente een voorstel voor u terug.") && !home.shows("De ander zei nee"), "{}", home.words());
    let mut both = app.helped("samira", "joop", &[WORK]).await;
    both.helper.submit("/api/helping/stop", &[("resident", both.id)]).await;
    assert!(!both.helper.open("/helping").await.shows("Samira"));
}

async fn what_is_typed_when_less_is_shared_is_the_residents(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[STRENGTH]).await;
    let mut filling = both.filling();
    let form = filling.form("K8", &[("text", "Halfway"), ("go", "next")]).await;
    let code = app.invited(&mut both.resident, "henk", &[WORK]).await;
    both.helper.submit("/api/helper/join", &[("code", &code), ("name", "Fatma"), ("promise", "yes")]).await;
    let path = format!("/r/{}/helpers", both.id);
    let invitation = both.resident.open(&path).await.form("/api/helper/confirm").field("invitation");
    both.resident.submit("/api/helper/confirm", &[("resident", both.id), ("invitation", &invitation), ("answer", "yes")]).await;
    assert_eq!(filling.post_form(&form).await.status, 404);
    let page = both.resident.open(&path).await;
    assert!(page.shows("Halfway"), "{}", page.words());
}

async fn every_change_is_kept_for_looking_back(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.filling("henk").await;
    let both = app.helped("henk", "fatma", &[WORK, STRENGTH]).await;
    let mut fatma = both.filling();
    fatma.choose("W6", "neat").await;
    fatma.type_text("K8", "Hers").await;
    // What he changes afterwards was hers all the same.
    app.clock.advance(5 * MINUTE);
    henk.choose("W6", "hands").await;
    henk.type_text("K8", "His own").await;
    let told = |page: &tests::Page| {
        for (topic, question) in [("Werk: 1 keer", words.t("W6")), ("Eigen kracht: 1 keer", words.t("K8"))] {
            assert!(page.shows(topic) && page.shows(&question), "{}", page.words());
        }
        assert_eq!(page.words().matches("Fatma Yıldız, 23 november om 10:00").count(), 2, "{}", page.words());
    };
    let access = format!("/r/{}/access", both.id);
    let page = henk.client.open(&access).await;
    assert!(page.shows("vulde iets voor u in bij Werk") && page.shows("vulde iets voor u in bij Eigen kracht"), "{}", page.words());
    told(&page);
    henk.send().await;
    told(&henk.client.open(&access).await);
    assert_eq!(app.number("SELECT COUNT(*) FROM helped_answer").await, 2);
    assert!(!app.contents().await.contains("Hers"), "who and when, never what");
    let data = henk.client.open(&format!("/r/{}/data/everything.json", both.id)).await.html;
    assert!(data.contains("\"filled_in\": \"W6\""), "{data}");
}

async fn a_helper_goes_on_where_they_were(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W1", "volunteer").await;
    let both = app.helped("henk", "fatma", &[WORK, STRENGTH]).await;
    let mut fatma = both.filling();
    let hub = format!("/r/{}/helping", both.id);
    assert!(!fatma.client.open(&hub).await.shows("Verder met"), "she has not begun");
    fatma.type_text("K8", "My garden").await;
    let go_on = |page: &tests::Page| page.addresses().into_iter().find(|to| to.starts_with(&format!("{hub}/K")));
    let stopped = fatma.see("stopped").await;
    let next = go_on(&stopped).expect("on with the same question");
    assert!(next.ends_with("/K9"), "{next}: {}", stopped.words());
    let page = fatma.client.open(&hub).await;
    assert!(page.shows("Verder met: Eigen kracht · vraag") && page.addresses().contains(&next), "{}", page.words());
    // Kept while she types, and not gone on: it is this question.
    fatma.keep("K9", &[("text", "Ha"), ("go", "stay")]).await;
    assert_eq!(go_on(&fatma.see("stopped").await).as_deref(), Some(next.as_str()));
    // Henk is still where he was.
    assert!(henk.client.open(&format!("/r/{}/intake", both.id)).await.addresses().iter().any(|to| to.contains("/intake/W")));
}
