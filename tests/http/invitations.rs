//! Inviting a helper: by code, by link, at the desk; and everything that must not work.

use tests::app::{MINUTE, id};
use tests::helping::code_on;
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    a_code_gives_nothing_by_itself,
    codes_work_once_and_not_for_long,
    a_link_is_for_one_named_person,
    bad_codes_get_a_clear_message,
    the_desk_sets_one_up_with_the_resident,
    the_account_is_shown_before_the_yes,
    a_code_tells_nobody_whose_it_is,
    the_resident_reads_how_the_desk_made_it,
    nobody_at_the_desk_makes_themselves_a_helper,
    that_the_municipality_hears_of_it_is_said,
    invitations_that_became_nothing_go_after_a_month
);

const DAY: i64 = 24 * 60 * MINUTE;
const WORK: (&str, &str) = ("work", "fill_in");

async fn a_code_gives_nothing_by_itself(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let (mut henk, mut fatma) = (app.sign_in("henk").await, app.sign_in("fatma").await);
    let code = app.invited(&mut henk, "henk", &[WORK]).await;
    let before = app.contents().await;
    for path in [format!("/join/{}", code.replace('-', "")), "/join".to_owned(), format!("/r/{}/helping", id("henk"))] {
        let page = fatma.get(&path).await;
        assert!(!page.shows("Henk"), "{path}: {}", page.words());
    }
    let stranger = app.stranger().get(&format!("/join/{}", code.replace('-', ""))).await;
    assert!(stranger.status == 200 && !stranger.shows("Henk"));
    assert_eq!(app.contents().await, before, "looking uses nothing up");
    assert!(!before.contains(&code) && !before.contains(&code.replace('-', "")), "the code itself is nowhere in the store");
    let without = fatma.submit("/api/helper/join", &[("code", &code), ("name", "Fatma"), ("promise", "")]).await;
    assert!(without.shows(&app.dutch().t("problem-empty-promise")), "{}", without.words());
    assert_eq!(without.field("name"), "Fatma", "nothing typed is lost");
    let joined = fatma.submit("/api/helper/join", &[("code", &code), ("name", "Fatma Yıldız"), ("promise", "yes")]).await;
    assert!(!joined.shows("Henk"), "not before the yes: {}", joined.words());
    for path in ["helping", "helping/W1", "helping/check", "helping/journey", "intake/W1", ""] {
        assert_eq!(fatma.get(format!("/r/{}/{path}", id("henk")).trim_end_matches('/')).await.status, 404, "{path}");
    }
    let invitation = henk.open(&format!("/r/{}/helpers", id("henk"))).await.form("/api/helper/confirm").field("invitation");
    let no = henk.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "no")]).await;
    assert!(no.shows(&app.dutch().t("notice-helper-no")));
    assert_eq!(fatma.get(&format!("/r/{}/helping", id("henk"))).await.status, 404);
    let late = henk.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "yes")]).await;
    assert!(late.shows(&app.dutch().t("notice-conflict-invitation")), "{}", late.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM mandate").await, 0);
}

async fn codes_work_once_and_not_for_long(engine: Engine) {
    let app = TestApp::start(engine).await;
    let unknown = app.dutch().t("problem-code");
    let mut henk = app.sign_in("henk").await;
    let join = |code: String| [("code", code), ("name", "Joop".to_owned()), ("promise", "yes".to_owned())];
    let answer = |code: &str| join(code.to_owned());
    let code = app.invited(&mut henk, "henk", &[WORK]).await;
    let (mut fatma, mut joop) = (app.sign_in("fatma").await, app.sign_in("joop").await);
    let as_pairs = |form: &[(&'static str, String); 3]| form.clone().map(|(n, v)| (n, v));
    let first = as_pairs(&answer(&code.to_lowercase().replace('-', " ")));
    let first: Vec<(&str, &str)> = first.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(fatma.post("/api/helper/join", &first).await.location(), "/helping");
    let again = as_pairs(&answer(&code));
    let again: Vec<(&str, &str)> = again.iter().map(|(n, v)| (*n, v.as_str())).collect();
    for client in [&mut fatma, &mut joop] {
        assert!(client.submit("/api/helper/join", &again).await.shows(&unknown), "it works once");
    }
    // Another one expires, a third is taken back.
    let late = app.invited(&mut henk, "henk", &[WORK]).await;
    let back = app.invited(&mut henk, "henk", &[WORK]).await;
    let invitation = henk.open(&format!("/r/{}/helpers", id("henk"))).await.form("/api/helper/take-back").field("invitation");
    henk.submit("/api/helper/take-back", &[("resident", id("henk")), ("invitation", &invitation)]).await;
    assert!(joop.submit("/api/helper/join", &[("code", &back), ("name", "Joop"), ("promise", "yes")]).await.shows(&unknown), "taken back");
    app.clock.advance(-5 * MINUTE);
    assert!(joop.submit("/api/helper/join", &[("code", &late), ("name", "Joop"), ("promise", "yes")]).await.shows(&unknown), "a clock that goes back");
    app.clock.advance(66 * MINUTE);
    let mut joop = app.sign_in("joop").await;
    assert!(joop.submit("/api/helper/join", &[("code", &late), ("name", "Joop"), ("promise", "yes")]).await.shows(&unknown), "too old");
}

async fn a_link_is_for_one_named_person(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (mut henk, mut fatma) = (app.sign_in("henk").await, app.sign_in("fatma").await);
    let form = [("resident", id("henk")), ("way", "link"), ("name", ""), WORK, ("days", "7"), ("parts[]", "journey")];
    let without = henk.submit("/api/helper/invite", &form).await;
    assert!(without.shows("Hoe heet uw helper?") && without.html.contains("md-error"), "{}", without.words());
    assert!(without.html.contains("<option value=\"fill_in\" selected"), "what was chosen is still there");
    let form = [("resident", id("henk")), ("way", "link"), ("name", "My niece Fatma"), WORK, ("days", "7"), ("parts[]", "journey")];
    let page = henk.submit("/api/helper/invite", &form).await;
    let link = page.html.split("/join/").nth(1).and_then(|r| r.split('"').next()).unwrap().to_owned();
    assert_eq!(link.len(), 26, "{link}");
    fatma.submit("/api/helper/join", &[("code", &link), ("name", "Fatma from next door"), ("promise", "yes")]).await;
    let page = henk.open(&format!("/r/{}/helpers", id("henk"))).await;
    assert!(
        page.shows("Fatma Yıldız wil u helpen") && page.shows("Deze persoon noemt zich Fatma from next door.") && page.shows("U vroeg dit aan My niece Fatma."),
        "{}",
        page.words()
    );
    assert!(page.shows("Dit duurt 7 dagen."));
}

async fn bad_codes_get_a_clear_message(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.limits.sign_in = Some(8)).await;
    let words = app.dutch();
    let mut henk = app.sign_in("henk").await;
    let code = app.invited(&mut henk, "henk", &[WORK]).await;
    let own = henk.open("/join").await;
    assert!(own.shows(&words.t("join-resident")) && !own.posts_to("/api/helper/join"));
    assert_eq!(henk.post("/api/helper/join", &[("code", &code), ("name", "Henk"), ("promise", "yes")]).await.status, 404);
    let mut daan = app.sign_in("daan").await;
    assert!(daan.open("/join").await.shows(&words.t("join-staff")));
    assert_eq!(daan.post("/api/helper/join", &[("code", &code), ("name", "Daan"), ("promise", "yes")]).await.status, 404);
    let mut fatma = app.sign_in("fatma").await;
    let mut refused = 0;
    for n in 0..20 {
        let page = fatma.post("/api/helper/join", &[("code", &format!("AAAA-{n:04}")), ("name", "Fatma"), ("promise", "yes")]).await;
        refused += u32::from(page.status == 429);
    }
    assert!(refused >= 12, "guessing stops: {refused}");
    for form in [
        vec![("resident", id("henk")), ("way", "code")],
        vec![("resident", id("henk")), ("way", "code"), ("work", "send")],
        vec![("resident", id("henk")), ("way", "code"), WORK, ("days", "366")],
        vec![("resident", id("henk")), ("way", "code"), WORK, ("parts[]", "profile")],
    ] {
        let page = henk.submit("/api/helper/invite", &form).await;
        assert!(page.shows("Fout:") || page.html.contains("md-error-summary"), "{form:?}: {}", page.words());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_invitation").await, 1);
}

async fn the_desk_sets_one_up_with_the_resident(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let path = format!("/work/{}/helpers", id("henk"));
    let without = daan.submit("/api/helper/invite", &[("resident", id("henk")), WORK]).await;
    assert!(without.html.contains("md-error-summary"), "the resident has to agree: {}", without.words());
    let page = daan.submit("/api/helper/invite", &[("resident", id("henk")), WORK, ("agreement", "Read aloud, said yes")]).await;
    let code = code_on(&page);
    let mut joop = app.sign_in("joop").await;
    joop.submit("/api/helper/join", &[("code", &code), ("name", "Joop Mulder"), ("promise", "yes")]).await;
    let page = daan.open(&path).await;
    assert!(page.shows("Joop Mulder antwoordde."), "{}", page.words());
    let invitation = page.form("/api/helper/confirm").field("invitation");
    daan.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "yes")]).await;
    joop.open(&format!("/r/{}/helping", id("henk"))).await;
    let mut henk = app.sign_in("henk").await;
    let page = henk.open(&format!("/r/{}/helpers", id("henk"))).await;
    assert!(page.shows("Daan Visser van de gemeente regelde dit met u"), "{}", page.words());
    // What Henk arranges alone is not for the desk to see or to end.
    let both = app.helped("henk", "fatma", &[WORK]).await;
    let page = daan.open(&path).await;
    assert!(page.shows("Joop Mulder") && !page.shows("Fatma"), "{}", page.words());
    app.change("UPDATE mandate SET id = 'x' WHERE way = 'code'".to_owned()).await;
    let page = daan.submit("/api/helper/end", &[("resident", id("henk")), ("mandate", "x")]).await;
    assert!(page.shows(&words.t("notice-conflict-mandate")) && !page.shows(&words.t("notice-helper-ended")), "{}", page.words());
    let mut fatma = both.helper;
    fatma.open(&format!("/r/{}/helping", id("henk"))).await;
    assert_eq!(app.sign_in("marieke").await.get(&path).await.status, 404);
}

async fn the_account_is_shown_before_the_yes(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.sign_in("henk").await;
    let path = format!("/r/{}/helpers", id("henk"));
    for (said, account, shown) in [("Mijn nicht Fatma", "Joop Mulder", true), ("joop  MULDER", "Joop Mulder", false), ("Joop Mulder", "", true)] {
        app.change(format!("UPDATE person SET name = '{account}' WHERE id = '{}'", id("joop"))).await;
        let mut joop = app.sign_in("joop").await;
        let code = app.invited(&mut henk, "henk", &[WORK]).await;
        joop.submit("/api/helper/join", &[("code", &code), ("name", said), ("promise", "yes")]).await;
        let page = henk.open(&path).await;
        let told = if account.is_empty() { words.t("confirm-account-none") } else { words.with("confirm-says", &[("name", said.into())]) };
        assert_eq!(page.shows(&told), shown, "{said} {account}: {}", page.words());
        let who = if account.is_empty() { said } else { account };
        assert!(page.shows(&format!("{who} wil u helpen")), "the account goes before what was typed: {}", page.words());
        let invitation = page.form("/api/helper/confirm").field("invitation");
        henk.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "no")]).await;
    }
}

async fn a_code_tells_nobody_whose_it_is(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.sign_in("henk").await;
    let (used, old) = (app.invited(&mut henk, "henk", &[WORK]).await, app.invited(&mut henk, "henk", &[WORK]).await);
    let mut joop = app.sign_in("joop").await;
    let father = [("code", used.as_str()), ("name", " henk  DE vries"), ("promise", "yes")];
    let joined = joop.submit("/api/helper/join", &father).await;
    assert!(joined.shows(&words.t("notice-joined")), "father and son may have one name: {}", joined.words());
    let page = henk.open(&format!("/r/{}/helpers", id("henk"))).await;
    assert!(page.shows(&words.t("confirm-same-name")), "{}", page.words());
    app.clock.advance(61 * MINUTE);
    let mut fatma = app.sign_in("fatma").await;
    for code in [&used, &old] {
        for name in ["Henk de Vries", "Somebody else"] {
            let page = fatma.submit("/api/helper/join", &[("code", code), ("name", name), ("promise", "yes")]).await;
            assert!(page.shows(&words.t("problem-code")), "{name}: {}", page.words());
        }
    }
}

async fn the_resident_reads_how_the_desk_made_it(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let said = "Read aloud at the counter, he nodded twice";
    let page = daan.submit("/api/helper/invite", &[("resident", id("henk")), WORK, ("agreement", said)]).await;
    let mut joop = app.sign_in("joop").await;
    joop.submit("/api/helper/join", &[("code", &code_on(&page)), ("name", "Joop Mulder"), ("promise", "yes")]).await;
    let invitation = daan.open(&format!("/work/{}/helpers", id("henk"))).await.form("/api/helper/confirm").field("invitation");
    daan.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "yes")]).await;
    joop.open(&format!("/r/{}/helping", id("henk"))).await;
    assert!(!app.contents().await.contains(said), "sealed");
    app.service.note_reminders().await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM reminder WHERE occasion LIKE 'helper/%'").await, 1, "and a message by the channel of the resident");
    let (home, list) = (format!("/r/{}", id("henk")), format!("/r/{}/helpers", id("henk")));
    let mut henk = app.sign_in("henk").await;
    let notice = words.with("asks-desk", &[("n", 1_i64.into())]);
    for _ in 0..2 {
        assert!(henk.open(&home).await.shows(&notice), "until it is seen");
    }
    let page = henk.open(&list).await;
    assert!(page.shows(said) && page.shows("Daan") && page.shows("23 november") && page.posts_to("/api/helper/end"), "{}", page.words());
    let seen = page.form("/api/helper/seen").field("mandate");
    henk.submit("/api/helper/seen", &[("resident", id("henk")), ("mandate", &seen)]).await;
    assert!(!henk.open(&home).await.shows(&notice), "seen");
    assert!(henk.open(&list).await.shows(said), "and still there to read");
    let data = henk.open(&format!("/r/{}/data/everything.json", id("henk"))).await.html;
    assert!(data.contains(said), "{data}");
    assert!(henk.open(&format!("/r/{}/data", id("henk"))).await.shows(said));
    let mandate = henk.open(&list).await.form("/api/helper/end").field("mandate");
    henk.submit("/api/helper/end", &[("resident", id("henk")), ("mandate", &mandate)]).await;
    assert_eq!(joop.get(&format!("/r/{}/helping", id("henk"))).await.status, 404);
}

async fn nobody_at_the_desk_makes_themselves_a_helper(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut daan = app.reviewing("daan", "henk").await;
    let path = format!("/work/{}/helpers", id("henk"));
    let name = app.text(&format!("SELECT name FROM person WHERE id = '{}'", id("daan"))).await;
    for (account, said) in [(name.to_uppercase(), "Joop"), ("Joop Mulder".to_owned(), name.as_str())] {
        app.change(format!("UPDATE person SET name = '{account}' WHERE id = '{}'", id("joop"))).await;
        let page = daan.submit("/api/helper/invite", &[("resident", id("henk")), WORK, ("agreement", "He said yes")]).await;
        let mut joop = app.sign_in("joop").await;
        joop.submit("/api/helper/join", &[("code", &code_on(&page)), ("name", said), ("promise", "yes")]).await;
        let invitation = daan.open(&path).await.form("/api/helper/confirm").field("invitation");
        let page = daan.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "yes")]).await;
        assert!(page.shows(&app.dutch().t("notice-conflict-yourself")), "{}", page.words());
        assert_eq!(app.number("SELECT COUNT(*) FROM mandate").await, 0);
        daan.submit("/api/helper/confirm", &[("resident", id("henk")), ("invitation", &invitation), ("answer", "no")]).await;
    }
}

async fn that_the_municipality_hears_of_it_is_said(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    let mut henk = app.sign_in("henk").await;
    assert!(henk.open(&format!("/r/{}/helpers/invite", id("henk"))).await.shows(&words.t("helper-rules-told")));
    let page = henk.open("/privacy").await;
    assert!(page.shows("De gemeente hoort dat u hulp krijgt en waarbij."), "{}", page.words());
}

async fn invitations_that_became_nothing_go_after_a_month(engine: Engine) {
    let app = TestApp::start(engine).await;
    // Fatma helps for 125 days; Joop answered a code at the desk and was confirmed there.
    let mut both = app.helped("henk", "fatma", &[("work", "see"), ("days", "125")]).await;
    let mut daan = app.sign_in("daan").await;
    let invite = [("resident", both.id), ("agreement", "Henk said yes to me"), ("work", "see"), ("days", "125")];
    let code = code_on(&daan.submit("/api/helper/invite", &invite).await);
    let mut joop = app.sign_in("joop").await;
    joop.submit("/api/helper/join", &[("code", &code), ("name", "Joop"), ("promise", "yes")]).await;
    let desk = daan.open(&format!("/work/{}/helpers", both.id)).await.form("/api/helper/confirm").field("invitation");
    daan.submit("/api/helper/confirm", &[("resident", both.id), ("invitation", &desk), ("answer", "yes")]).await;
    app.invited(&mut both.resident, "henk", &[("work", "see")]).await;
    let rows = async || {
        app.service.sweep_retention(false).await.unwrap();
        app.number("SELECT COUNT(*) FROM helper_invitation").await
    };
    assert_eq!(app.number("SELECT COUNT(*) FROM mandate WHERE withdrawn_at IS NULL").await, 2);
    assert_eq!(rows().await, 3);
    app.clock.advance(29 * DAY);
    assert_eq!(rows().await, 3);
    app.clock.advance(2 * DAY);
    app.service.sweep_retention(true).await.unwrap();
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_invitation").await, 3, "a dry run");
    assert_eq!(rows().await, 1, "how Henk agreed at the desk stays as long as what it was about");
    app.clock.advance(120 * DAY);
    assert_eq!(rows().await, 1);
    app.clock.advance(10 * DAY);
    assert_eq!(rows().await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM mandate").await, 2);
}
