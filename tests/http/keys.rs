//! Master keys while the portal runs: a new one, everything wrapped with it, one that is lost, and a resident's that is deleted.

use service::Service;
use service::keys::{KeyRing, Locked, Rotation};
use std::time::Duration;
use tests::app::id;
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(keys_rotate_while_people_work, a_rotation_that_was_killed_goes_on, what_does_not_open_is_told_and_left, a_deleted_key_takes_everything_along);

/// Adds a master key to the key file of a running portal.
fn add(app: &TestApp, id: &str) {
    let file = app.folder().join("keys.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(file, KeyRing::with_new_key(&text, id).unwrap()).unwrap();
}

/// A process of its own, as `portal keys rotate` is one.
async fn beside(app: &TestApp) -> Service {
    server::startup::open((*app.service.settings).clone(), app.clock.clone()).await.unwrap()
}

async fn wrapped_with(app: &TestApp, id: &str) -> i64 {
    app.number(&format!("SELECT COUNT(*) FROM resident WHERE master_key = '{id}'")).await
}

async fn keys_rotate_while_people_work(engine: Engine) {
    let app = TestApp::town(engine).await;
    let mut henk = app.filling("henk").await;
    henk.type_text("K8", "Before").await;
    let all = wrapped_with(&app, "test").await;
    assert!(all > 35, "{all}");
    add(&app, "second");
    let other = beside(&app).await;
    let working = async {
        for n in 0..20 {
            henk.type_text("K8", &format!("Words {n}")).await;
        }
        henk
    };
    let (done, mut henk) = tokio::join!(other.rotate_keys(), working);
    assert_eq!(done.unwrap(), Rotation { wrapped: all.try_into().unwrap(), ..Rotation::default() });
    assert_eq!((wrapped_with(&app, "test").await, wrapped_with(&app, "second").await), (0, all));
    assert!(henk.see("K8").await.html.contains("Words 19"), "the portal that ran all along reads with the new key");
    assert_eq!(app.service.keys.current(), "second", "and uses it from now on");
    let mut daan = app.sign_in("daan").await;
    daan.open("/work").await;
    assert_eq!(other.rotate_keys().await.unwrap(), Rotation::default(), "a second time there is nothing to do");
    assert_eq!(other.keys_in_use().await.unwrap(), [("second".to_owned(), all)]);
    other.db.close().await;
}

async fn a_rotation_that_was_killed_goes_on(engine: Engine) {
    let app = TestApp::town(engine).await;
    let all = wrapped_with(&app, "test").await;
    add(&app, "second");
    let other = beside(&app).await;
    // Cut off again and again, each time a little later.
    let mut rounds = 0;
    while wrapped_with(&app, "test").await > 0 {
        let _ = tokio::time::timeout(Duration::from_millis(3 + rounds), other.rotate_keys()).await;
        rounds += 1;
        assert!(rounds < 500, "it gets on");
        assert_eq!(app.number("SELECT COUNT(*) FROM resident WHERE master_key IN ('test', 'second')").await, all, "each row has one or the other");
    }
    assert!(other.rotate_keys().await.unwrap().locked.is_empty());
    other.db.close().await;
    for story in ["henk", "samira", "yonas", "ria"] {
        app.sign_in(story).await.open(&format!("/r/{}", id(story))).await;
    }
}

async fn what_does_not_open_is_told_and_left(engine: Engine) {
    let app = TestApp::start(engine).await;
    app.change(format!("UPDATE resident SET master_key = 'gone' WHERE id = '{}'", id("samira"))).await;
    let hex = if engine == Engine::Sqlite { "X'0102'" } else { "'\\x0102'::bytea" };
    app.change(format!("UPDATE resident SET wrapped_key = {hex} WHERE id = '{}'", id("yonas"))).await;
    add(&app, "second");
    let other = beside(&app).await;
    let before = app.contents().await;
    let done = other.rotate_keys().await.unwrap();
    assert_eq!(done.locked, [(id("samira").to_owned(), Locked::Lost), (id("yonas").to_owned(), Locked::Damaged)]);
    let after = app.contents().await;
    for story in ["samira", "yonas"] {
        let row = |contents: &str| contents.lines().find(|l| l.starts_with("resident ") && l.contains(id(story))).unwrap().to_owned();
        assert_eq!(row(&before), row(&after), "{story}");
    }
    other.db.close().await;
    // Everybody else goes on, and so does the worklist.
    app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
    let mut marieke = app.sign_in("marieke").await;
    let page = marieke.open("/work?show=team").await;
    assert!(!page.shows("Samira El Amrani"));
    // A key file that cannot be read, or finds nobody any more, is not taken.
    for text in ["current = 1".to_owned(), KeyRing::new_file("other").unwrap()] {
        std::fs::write(app.folder().join("keys.toml"), text).unwrap();
        assert!(app.service.keys.try_unwrap(id("samira"), "gone", &[]).is_err());
        app.sign_in("henk").await.open(&format!("/r/{}", id("henk"))).await;
    }
}

async fn a_deleted_key_takes_everything_along(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden").await;
    let erased = app.service.db.write(|tx| Box::pin(async move { service::rights::erase(tx, id("henk")).await }));
    erased.await.unwrap();
    assert_eq!(henk.client.get(&format!("/r/{}", id("henk"))).await.status, 401, "every session of theirs is over");
    assert_eq!(app.stranger().post("/session/demo", &[("person", id("henk"))]).await.status, 404);
    let mut daan = app.sign_in("daan").await;
    assert_eq!(daan.get(&format!("/work/{}", id("henk"))).await.status, 404, "as if there were nobody");
    assert!(!daan.open("/work?show=all").await.shows("Henk"));
    assert_eq!(app.number("SELECT COUNT(*) FROM resident").await, 3, "the key, and what it was the key of");
    add(&app, "second");
    let other = beside(&app).await;
    let done = other.rotate_keys().await.unwrap();
    assert!(done.locked.is_empty() && done.wrapped == 3, "{done:?}");
    other.db.close().await;
}
