//! Helpers: inviting, saying yes, filling in, reading through and sending, ending; and everything that must not work.

use tests::app::{MINUTE, id};
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(
    from_invitation_to_sending,
    only_what_is_shared_is_seen,
    what_was_not_read_is_not_sent,
    ending_works_on_the_next_click,
    what_was_typed_is_kept_for_the_resident,
    a_new_choice_replaces_the_old_one,
    a_mandate_ends_by_itself,
    two_residents_one_helper,
    filling_in_together_is_recorded,
    a_helper_may_begin,
    what_was_sent_before_stays_the_residents,
    what_a_helper_takes_away_is_read_first,
    lines_of_what_is_not_shared_stay_out
);

const WORK: (&str, &str) = ("work", "fill_in");

async fn from_invitation_to_sending(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let home = both.helper.open("/helping").await;
    assert!(home.shows("Henk") && !home.shows("de Vries"), "the first name: {}", home.words());
    let mut fatma = both.filling();
    let page = fatma.see("W1").await;
    assert!(page.html.contains("md-helper-banner md-helped--1") && page.shows("U helpt Henk"), "{}", page.words());
    assert!(page.html.contains("autocomplete=\"off\""));
    fatma.choose("W1", "volunteer").await;
    fatma.type_text("W1b", "In the garden of the school").await;
    let home = both.resident.open(&format!("/r/{}", both.id)).await;
    assert!(home.shows("Fatma Yıldız vulde 2 antwoorden voor u in."), "{}", home.words());
    let check = both.resident.open(&format!("/r/{}/intake/check", both.id)).await;
    assert_eq!(check.words().matches("Fatma Yıldız").count(), 2, "each is marked: {}", check.words());
    let send = both.resident.open(&format!("/r/{}/intake/send", both.id)).await;
    assert!(send.shows(&words.t("send-helped")) && send.html.contains("/intake/W1b?back=send"), "{}", send.words());
    let form = send.form("/api/draft/send");
    let (draft, read) = (form.field("draft"), form.field("read"));
    let sent = both.resident.submit("/api/draft/send", &[("resident", both.id), ("way", "intake"), ("draft", &draft), ("read", &read)]).await;
    assert!(sent.words().contains("MD-"), "{}", sent.words());
    let back = both.resident.open(&format!("/r/{}/access", both.id)).await;
    assert!(back.shows(&words.t("filled-in-title")) && back.shows("Fatma Yıldız, 23 november"), "{}", back.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM helped_answer").await, 2);
}

async fn only_what_is_shared_is_seen(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    henk.choose("W6", "neat").await;
    henk.choose("G2", "stress").await;
    henk.type_text("K8", "My garden").await;
    let both = app.helped("henk", "fatma", &[("work", "see"), ("money", "fill_in")]).await;
    let mut fatma = both.filling();
    let check = fatma.see("check").await;
    assert!(!check.shows("My garden"), "{}", check.words());
    assert!(!check.html.contains("/helping/W6?back=check"), "looking at work is not changing it");
    for (step, status) in [("W6", 404), ("K8", 404), ("B5", 404), ("send", 404), ("strength", 404), ("G2", 200), ("money", 200)] {
        assert_eq!(fatma.client.get(&fatma.at(step)).await.status, status, "{step}");
    }
    let draft = fatma.see("G2").await.field("draft");
    let before = app.contents().await;
    for step in ["W6", "K8", "B5", "Z4", "S7", "strength", "work"] {
        let form = [("resident", both.id), ("way", "helping"), ("draft", &draft), ("step", step), ("base", "0"), ("text", "changed"), ("go", "next")];
        assert_eq!(fatma.client.post("/api/answer/keep", &form).await.status, 404, "{step}");
    }
    for (path, form) in [
        ("/api/draft/send", vec![("resident", both.id), ("way", "helping"), ("draft", draft.as_str())]),
        ("/api/draft/send", vec![("resident", both.id), ("way", "intake"), ("draft", draft.as_str())]),
        ("/api/draft/discard", vec![("resident", both.id), ("way", "helping"), ("draft", draft.as_str())]),
        ("/api/answer/pick", vec![("resident", both.id), ("way", "helping"), ("step", "G2"), ("version", "1"), ("pick", "kept")]),
        ("/api/helper/invite", vec![("resident", both.id), ("way", "code"), WORK]),
    ] {
        assert_eq!(fatma.client.post(path, &form).await.status, 404, "{path}");
    }
    assert_eq!(app.contents().await, before);
    for path in ["agreements", "journey", "calculation"] {
        assert_eq!(fatma.client.get(&format!("/r/{}/helping/{path}", both.id)).await.status, 404, "{path} is not shared");
    }
}

async fn what_was_not_read_is_not_sent(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let mut fatma = both.filling();
    fatma.choose("W6", "neat").await;
    let form = both.resident.open(&format!("/r/{}/intake/send", both.id)).await.form("/api/draft/send");
    let (draft, read) = (form.field("draft"), form.field("read"));
    app.clock.advance(MINUTE);
    fatma.choose("W6", "hands").await;
    for read in [read.as_str(), ""] {
        let form = [("resident", both.id), ("way", "intake"), ("draft", draft.as_str()), ("read", read)];
        let page = both.resident.submit("/api/draft/send", &form).await;
        assert!(page.shows(&app.dutch().t("notice-conflict-helped")), "{}", page.words());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM scan").await, 0);
    let read = both.resident.open(&format!("/r/{}/intake/send", both.id)).await.form("/api/draft/send").field("read");
    let sent = both.resident.post("/api/draft/send", &[("resident", both.id), ("way", "intake"), ("draft", &draft), ("read", &read)]).await;
    assert!(sent.location().contains("/sent/1"), "{}", sent.location());
}

async fn ending_works_on_the_next_click(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[WORK, ("parts[]", "journey"), ("parts[]", "agreements"), ("parts[]", "calculation")]).await;
    let paths = ["", "/W1", "/check", "/stopped", "/journey", "/agreements", "/calculation"].map(|p| format!("/r/{}/helping{p}", both.id));
    for path in &paths {
        let page = both.helper.open(path).await;
        assert!(page.shows("U helpt Henk") && page.header("cache-control") == "no-store", "{path}: {}", page.words());
    }
    let ended = both.end().await;
    assert!(ended.shows(&app.dutch().t("notice-helper-ended")) && !ended.posts_to("/api/helper/end"));
    for path in &paths {
        let page = both.helper.get(path).await;
        assert_eq!((page.status.as_u16(), page.shows("Henk")), (404, false), "{path}");
    }
    let home = both.helper.open("/helping").await;
    assert!(home.shows("De hulp aan Henk is gestopt op 23 november.") && !home.addresses().iter().any(|to| to.contains(both.id)), "{}", home.words());
    let mandate = app.text("SELECT id FROM mandate").await;
    let again = both.resident.submit("/api/helper/end", &[("resident", both.id), ("mandate", &mandate)]).await;
    assert!(again.shows(&app.dutch().t("notice-helper-ended")), "ending twice is no error");
    let nothing = both.resident.submit("/api/helper/end", &[("resident", both.id), ("mandate", "x")]).await;
    assert!(nothing.shows(&app.dutch().t("notice-conflict-mandate")), "{}", nothing.words());
    // The helper may stop too.
    let mut both = app.helped("henk", "joop", &[WORK]).await;
    both.helper.submit("/api/helping/stop", &[("resident", both.id)]).await;
    assert_eq!(both.helper.get(&paths[0]).await.status, 404);
}

async fn what_was_typed_is_kept_for_the_resident(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    let mut both = app.helped("henk", "fatma", &[("strength", "fill_in")]).await;
    let mut fatma = both.filling();
    let form = fatma.form("K8", &[("text", "Halfway through a sentence"), ("go", "next")]).await;
    both.end().await;
    let refused = fatma.post_form(&form).await;
    assert_eq!((refused.status.as_u16(), refused.shows("Halfway")), (404, false));
    let home = both.resident.open(&format!("/r/{}", both.id)).await;
    assert!(home.shows("Er staat nog een tekst van een helper voor u klaar."), "{}", home.words());
    let page = both.resident.open(&format!("/r/{}/helpers", both.id)).await;
    assert!(page.shows("Halfway through a sentence") && page.shows("Fatma Yıldız was nog aan het typen"), "{}", page.words());
    let left = page.form("/api/helper/left").field("left");
    both.resident.submit("/api/helper/left", &[("resident", both.id), ("left", &left), ("go", "take_over")]).await;
    let answer = both.resident.open(&format!("/r/{}/intake/K8", both.id)).await;
    assert_eq!(answer.text_area(), "Halfway through a sentence");
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_left").await, 0);
    // Much later, or outside what was shared, nothing is kept.
    let foreign: Vec<(String, String)> = form.iter().map(|(n, v)| (n.clone(), if n == "step" { "G2".to_owned() } else { v.clone() })).collect();
    assert_eq!(fatma.post_form(&foreign).await.status, 404);
    app.clock.advance(16 * MINUTE);
    let mut late = tests::Filling { client: app.sign_in("fatma").await, resident: both.id, way: "helping" };
    assert_eq!(late.post_form(&form).await.status, 404);
    assert_eq!(app.number("SELECT COUNT(*) FROM helper_left").await, 0);
}

async fn a_new_choice_replaces_the_old_one(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    app.helped("henk", "fatma", &[WORK]).await;
    let mut both = app.helped("henk", "fatma", &[("money", "fill_in")]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM mandate WHERE withdrawn_at IS NULL").await, 1);
    assert_eq!(both.helper.get(&format!("/r/{}/helping/W1", both.id)).await.status, 404, "the old one is over");
    both.helper.open(&format!("/r/{}/helping/G1", both.id)).await;
    // Another helper with the same scope stands beside her; neither sees what the other wrote, and Henk chooses.
    let other = app.helped("henk", "joop", &[("money", "fill_in")]).await;
    let (mut fatma, mut joop) = (both.filling(), other.filling());
    let (one, two) = (fatma.form("G2", &[("choices[]", "stress")]).await, joop.form("G2", &[("choices[]", "fine")]).await);
    fatma.post_form(&one).await;
    joop.post_form(&two).await;
    let page = joop.see("G2").await;
    assert!(
        page.shows("Er zijn twee antwoorden op deze vraag. Henk kiest welke klopt.") && !page.shows("Fatma") && !page.posts_to("/api/answer/pick"),
        "{}",
        page.words()
    );
    let page = both.resident.open(&format!("/r/{}/intake/G2", both.id)).await;
    assert!(page.posts_to("/api/answer/pick"), "{}", page.words());
}

async fn a_mandate_ends_by_itself(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.filling("henk").await;
    // Over the night in which the clock goes forward: from 23 November, 125 days, to and including 28 March 2027.
    let both = app.helped("henk", "fatma", &[WORK, ("days", "125")]).await;
    let until = app.number("SELECT until_at FROM mandate").await;
    assert_eq!(service::clock::local(until).to_rfc3339(), "2027-03-29T00:00:00+02:00");
    let path = format!("/r/{}/helping", both.id);
    app.clock.advance(until - app.service.clock.now() - 1);
    assert_eq!(app.sign_in("fatma").await.get(&path).await.status, 200, "the last moment");
    app.clock.advance(1);
    assert_eq!(app.sign_in("fatma").await.get(&path).await.status, 404);
    app.clock.advance(-400 * 24 * 60 * MINUTE);
    assert_eq!(app.sign_in("fatma").await.get(&path).await.status, 404, "a clock before the beginning opens nothing");
}

async fn two_residents_one_helper(engine: Engine) {
    let app = TestApp::start(engine).await;
    for story in ["henk", "samira"] {
        app.filling(story).await.type_text("K8", &format!("The words of {story}")).await;
    }
    let one = app.helped("henk", "fatma", &[("strength", "fill_in")]).await;
    let two = app.helped("samira", "fatma", &[("strength", "fill_in")]).await;
    let mut fatma = one.filling();
    let of_henk = fatma.see("K8").await;
    let mut beside = tests::Filling { client: fatma.client.clone(), resident: two.id, way: "helping" };
    let of_samira = beside.see("K8").await;
    assert!(of_henk.shows("U helpt Henk") && of_samira.shows("U helpt Samira"));
    assert!(of_henk.html.contains("md-helped--1") && of_samira.html.contains("md-helped--2"), "each a colour of their own");
    assert_eq!((of_henk.text_area().as_str(), of_samira.text_area().as_str()), ("The words of henk", "The words of samira"));
    assert!(of_henk.html.contains("data-copy-key=\"\"") && of_samira.html.contains("data-copy-key=\"\""), "nothing is kept on the phone");
    // A form of one with the address of the other: the draft belongs to neither.
    let mut form = fatma.form("K8", &[("text", "Tulips and daffodils"), ("go", "next")]).await;
    for (name, value) in &mut form {
        if name == "resident" {
            *value = two.id.to_owned();
        }
    }
    let before = app.contents().await;
    let page = fatma.post_form(&form).await;
    assert_eq!((page.status.as_u16(), page.location().to_owned()), (303, format!("/r/{}/helping", two.id)), "that draft is not of this resident");
    assert_eq!(app.contents().await, before);
}

async fn filling_in_together_is_recorded(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sign_in("henk").await;
    let path = format!("/r/{}/helpers", id("henk"));
    let empty = henk.submit("/api/helper/together", &[("resident", id("henk")), ("with", " "), ("go", "begin")]).await;
    assert!(empty.shows(&app.dutch().t("problem-empty-with")), "{}", empty.words());
    henk.submit("/api/helper/together", &[("resident", id("henk")), ("with", "my sister Truus"), ("go", "begin")]).await;
    assert!(henk.open(&format!("/r/{}", id("henk"))).await.shows("U vult nu samen in met my sister Truus."));
    henk.submit("/api/helper/together", &[("resident", id("henk")), ("go", "end")]).await;
    assert!(!henk.open(&path).await.shows("my sister Truus"));
    assert!(henk.open(&format!("/r/{}/access", id("henk"))).await.shows("Samen met my sister Truus, 23 november"));
    assert!(!app.contents().await.contains("Truus"), "sealed");
    assert_eq!(app.number("SELECT COUNT(*) FROM event WHERE kind = 'together'").await, 1);
}

async fn a_helper_may_begin(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut both = app.helped("samira", "joop", &[("money", "see"), WORK]).await;
    let page = both.helper.open(&format!("/r/{}/helping", both.id)).await;
    assert!(page.posts_to("/api/helping/begin"));
    let page = both.helper.submit("/api/helping/begin", &[("resident", both.id)]).await;
    assert!(page.shows("U helpt Samira"), "{}", page.words());
    assert_eq!(app.number("SELECT COUNT(*) FROM draft").await, 1);
    // Who may only look begins nothing.
    let mut only = app.helped("yonas", "joop", &[("people", "see")]).await;
    assert!(!only.helper.open(&format!("/r/{}/helping", only.id)).await.posts_to("/api/helping/begin"));
    assert_eq!(only.helper.post("/api/helping/begin", &[("resident", only.id)]).await.status, 404);
}

async fn what_was_sent_before_stays_the_residents(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.sent("henk", "My garden").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    both.resident.submit("/api/draft/start", &[("resident", both.id)]).await;
    both.helper.submit("/api/helping/begin", &[("resident", both.id)]).await;
    assert!(app.number("SELECT COUNT(*) FROM answer").await > 0);
    assert_eq!(app.number(&format!("SELECT COUNT(*) FROM answer WHERE kept_by <> '{}'", both.id)).await, 0, "she filled in nothing");
    let send = both.resident.open(&format!("/r/{}/intake/send", both.id)).await;
    assert!(!send.shows(&app.dutch().t("send-helped")) && !send.shows("Ingevuld door"), "{}", send.words());
    let draft = send.form("/api/draft/send").field("draft");
    both.resident.submit("/api/draft/send", &[("resident", both.id), ("way", "intake"), ("draft", &draft)]).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM helped_answer").await, 0, "no falsehood is kept");
}

async fn what_a_helper_takes_away_is_read_first(engine: Engine) {
    let app = TestApp::start(engine).await;
    let words = app.dutch();
    app.filling("henk").await.choose("W6", "neat").await;
    let mut both = app.helped("henk", "fatma", &[WORK]).await;
    let mut fatma = both.filling();
    let at = format!("/r/{}/intake/send", both.id);
    let form = both.resident.open(&at).await.form("/api/draft/send");
    let (draft, mut read) = (form.field("draft"), form.field("read"));
    app.clock.advance(5 * MINUTE);
    // An answer taken back, a domain skipped as a whole, and taken up again: each is told, and sent only when it was read. The
    // last two are stamped by a clock that runs behind.
    let skipped = words.t("send-helped-skipped");
    let taken_up = words.t("send-helped-taken-up");
    for (step, go, told) in [("W6", "take_up", words.t("W6")), ("work", "skip_domain", skipped), ("work", "take_up", taken_up)] {
        fatma.keep(step, &[("go", go)]).await;
        let form = [("resident", both.id), ("way", "intake"), ("draft", draft.as_str()), ("read", read.as_str())];
        let page = both.resident.submit("/api/draft/send", &form).await;
        assert!(page.shows(&words.t("notice-conflict-helped")), "{step} {go}: {}", page.words());
        let page = both.resident.open(&at).await;
        assert!(page.shows(&words.t("send-helped")) && page.shows(&told) && page.shows("Fatma Yıldız"), "{step} {go}: {}", page.words());
        assert!(page.html.contains(&format!("/r/{}/intake/{step}", both.id)), "{step} can be changed in one tap");
        read = page.form("/api/draft/send").field("read");
        app.clock.advance(-MINUTE);
    }
    // What Henk answers himself is his.
    let mut henk = tests::Filling { client: both.resident.clone(), resident: both.id, way: "intake" };
    henk.choose("W6", "neat").await;
    let sent = both.resident.post("/api/draft/send", &[("resident", both.id), ("way", "intake"), ("draft", &draft), ("read", &read)]).await;
    assert!(sent.location().contains("/sent/1"), "{}", sent.location());
    assert!(both.resident.open(&format!("{}/copy", sent.location())).await.shows(&words.t("W6")));
    assert!(both.resident.open(&format!("/r/{}/access", both.id)).await.shows(&words.t("domain-work")));
}

async fn lines_of_what_is_not_shared_stay_out(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut bond = app.bond().await;
    bond.municipality_does("start", &[("chosen[]", "pair-course")]).await;
    let revision = bond.daan.open(&bond.work()).await.form("/api/agreement/send").field("revision");
    let (text, title) = ("The helper goes along to the debt counsellor.", "Out of debt");
    let line = [("doer", "helper"), ("text", text), ("goal", "new"), ("goal_title", title), ("domain", "money"), ("due", "3")];
    let line: Vec<(&str, &str)> = [("revision", revision.as_str()), ("line", "")].into_iter().chain(line).collect();
    bond.municipality_does("line", &line).await;
    bond.municipality_sends().await;
    bond.agree(&app).await;
    let mut both = app.helped("henk", "fatma", &[("work", "see"), ("parts[]", "agreements")]).await;
    let page = both.helper.open(&format!("/r/{}/helping/agreements", both.id)).await;
    assert!(!page.shows(text) && !page.shows(title), "{}", page.words());
    assert!(page.shows(&app.dutch().t("helped-agreement-more")), "{}", page.words());
    let mut both = app.helped("henk", "fatma", &[("money", "see"), ("parts[]", "agreements")]).await;
    assert!(both.helper.open(&format!("/r/{}/helping/agreements", both.id)).await.shows(text));
}
