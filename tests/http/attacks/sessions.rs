//! Sessions that are none: never begun, ended, replaced, expired, planted, guessed. Every server function, page and file.

use super::{Scene, fields, told};
use crate::table::{CALLS, Who};
use std::collections::BTreeMap;
use tests::app::{MINUTE, id};
use tests::{Client, Engine, on_both_engines};

on_both_engines!(whatever_is_no_session_opens_nothing);

/// A browser for each who may do something, with a session that is none any more.
type Thieves = BTreeMap<&'static str, Vec<(Option<Who>, Client)>>;

/// Of each person: the cookie from before they signed out, and from before they signed in again.
async fn stolen(scene: &Scene) -> Thieves {
    let mut thieves = Thieves::new();
    for (who, story) in crate::table::PEOPLE {
        let mut one = scene.app.sign_in(story).await;
        thieves.entry("ended").or_default().push((Some(who), one.clone()));
        one.post("/session/end", &[]).await;
        let mut one = scene.app.sign_in(story).await;
        thieves.entry("replaced").or_default().push((Some(who), one.clone()));
        one.post("/session/demo", &[("person", id(story))]).await;
    }
    thieves
}

/// Cookies that were never given out: none, planted before somebody signs in with them, and guessed.
async fn invented(scene: &Scene) -> Thieves {
    let with = |token: &str| {
        let mut client = scene.app.stranger();
        client.cookies.insert("meedoen".into(), token.into());
        client
    };
    let planted = "A".repeat(43);
    // Whoever signs in with it gets another one.
    with(&planted).post("/session/demo", &[("person", id("henk"))]).await;
    let guessed = ["x".to_owned(), "A".repeat(5000), "'; DROP TABLE session; --".to_owned(), "%00%0d%0a".to_owned()];
    Thieves::from([
        ("none", vec![(None, scene.app.stranger())]),
        ("planted", vec![(None, with(&planted))]),
        ("guessed", guessed.iter().map(|token| (None, with(token))).collect()),
    ])
}

/// Everything asked for by who has no session: refused, and nothing changed.
async fn open_nothing(scene: &Scene, thieves: Thieves) -> usize {
    let (before, mut tried) = (scene.app.contents().await, 0);
    for (kind, clients) in thieves {
        for (who, mut client) in clients {
            let theirs = |allowed: &[Who]| who.is_none_or(|who| allowed.contains(&who));
            for call in CALLS.iter().filter(|call| theirs(call.allowed)) {
                let page = client.post(call.path, &fields(&scene.form(call))).await;
                assert_eq!(page.status, 401, "a session that is {kind} ({who:?}) calls {}: {}", call.path, page.words());
                tried += 1;
            }
            for (address, _) in scene.personal().into_iter().filter(|(_, allowed)| theirs(allowed)) {
                let page = client.get(&address).await;
                assert_eq!(page.status, 401, "a session that is {kind} ({who:?}) opens {address}: {}", page.words());
                assert!(!page.html.contains("My garden"), "{address}");
                tried += 1;
            }
        }
        assert_eq!(before, scene.app.contents().await, "a session that is {kind} changed something");
    }
    tried
}

async fn whatever_is_no_session_opens_nothing(engine: Engine) {
    let scene = Scene::start(engine).await;
    let mut tried = open_nothing(&scene, stolen(&scene).await).await;
    tried += open_nothing(&scene, invented(&scene).await).await;
    // Everybody goes away for longer than a session of staff holds.
    scene.app.clock.advance(61 * MINUTE);
    let expired = scene.people.iter().map(|(who, client)| (Some(*who), client.clone())).collect();
    tried += open_nothing(&scene, Thieves::from([("expired", expired)])).await;
    told("calls, pages and files asked for with a session that is none", tried, 1_000);
}
