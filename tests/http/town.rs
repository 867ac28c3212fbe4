//! The town of the demo: some forty residents in every state and both languages, so that every screen shows something.

use crate::pages::{is_well_made, nothing_was_missing};
use std::collections::BTreeSet;
use tests::app::id;
use tests::{Client, Engine, TestApp, database, on_both_engines};

on_both_engines!(the_town_is_busy, every_page_of_every_resident_opens);

async fn the_town_is_busy(engine: Engine) {
    let app = TestApp::town(engine).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, 40);
    let mut seen: BTreeSet<(&str, bool)> = BTreeSet::new();
    for caseworker in ["marieke", "daan", "ilse"] {
        let mut client = app.sign_in(caseworker).await;
        for show in ["team", "mine", "unassigned", "waiting", "invited", "concluded"] {
            let page = client.open(&format!("/work?show={show}")).await;
            is_well_made(&page, show);
            seen.insert((show, page.html.contains("<tbody")));
        }
    }
    for show in ["team", "mine", "unassigned", "waiting", "invited", "concluded"] {
        assert!(seen.contains(&(show, true)), "somebody has something to show for {show}");
    }
    assert!(app.sign_in("petra").await.open("/divide?show=team").await.shows("Haast:"), "something cannot wait");
    for state in ["new", "in_review", "waiting", "concluded"] {
        assert!(app.number(&format!("SELECT COUNT(*) FROM review WHERE state = '{state}'")).await > 1, "{state}");
    }
    for (sql, meaning) in [
        ("SELECT COUNT(*) FROM draft WHERE by_staff = 0", "drafts"),
        ("SELECT COUNT(*) FROM scan WHERE number > 1", "second versions"),
        ("SELECT COUNT(*) FROM scan WHERE channel <> 'own'", "intakes at the desk"),
        ("SELECT COUNT(*) FROM request WHERE settled_at IS NULL", "small requests"),
        ("SELECT COUNT(*) FROM ask WHERE state = 'answered'", "answered questions"),
        ("SELECT COUNT(*) FROM ask WHERE state = 'open'", "open questions"),
        ("SELECT COUNT(*) FROM group_decision", "groups"),
        ("SELECT COUNT(*) FROM note", "notes"),
    ] {
        assert!(app.number(sql).await > 0, "the town has {meaning}");
    }
    // Nobody acts before they were there, and the newest came before now.
    let before = format!("SELECT COUNT(*) FROM event WHERE at > {}", tests::app::MONDAY);
    assert_eq!(app.number(&before).await, 0);
}

/// Opens a page if it is there, and looks at it.
async fn look(client: &mut Client, path: &str) -> bool {
    let page = client.get(path).await;
    assert!(page.status == 200 || page.status == 404, "{path}: {} {}", page.status, page.words());
    is_well_made(&page, path);
    page.status == 200
}

async fn every_page_of_every_resident_opens(engine: Engine) {
    let app = TestApp::town(engine).await;
    let residents = database::texts(&app.url, "SELECT id FROM resident ORDER BY id").await;
    let mut opened = 0;
    for resident in &residents {
        let mut client = app.stranger();
        client.post("/session/demo", &[("person", resident)]).await;
        for path in [
            "",
            "/start",
            "/profile",
            "/ask",
            "/group",
            "/intake",
            "/intake/check",
            "/intake/send",
            "/sent/1",
            "/sent/1/copy",
            "/sent/1/picture",
            "/sent/2/copy",
            "/sent/2/picture",
        ] {
            opened += usize::from(look(&mut client, &format!("/r/{resident}{path}")).await);
        }
    }
    for caseworker in ["marieke", "daan", "ilse"] {
        let mut client = app.sign_in(caseworker).await;
        let mut theirs = BTreeSet::new();
        for show in ["team", "waiting", "invited", "concluded"] {
            let listed = client.open(&format!("/work?show={show}")).await.addresses();
            theirs.extend(listed.into_iter().filter(|a| residents.iter().any(|r| *a == format!("/work/{r}"))));
        }
        assert!(theirs.len() > 8, "{caseworker} has {theirs:?}");
        for review in &theirs {
            for path in ["", "/ask", "/version/1", "/version/2"] {
                opened += usize::from(look(&mut client, &format!("{review}{path}")).await);
            }
        }
    }
    assert!(opened > 300, "{opened} pages");
    assert!(app.sign_in("samira").await.open(&format!("/r/{}", id("samira"))).await.shows(&app.dutch().t("home-begin")), "somebody is about to begin");
    nothing_was_missing();
}
