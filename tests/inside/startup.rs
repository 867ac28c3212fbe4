//! Starting: what stands in the way is named, and keys can be changed while old data stays readable.

use domain::access::{Action, Actor, Role};
use service::Error;
use service::clock::FixedClock;
use service::keys::KeyRing;
use service::settings::Settings;
use std::path::Path;
use std::sync::Arc;
use tests::app::{MONDAY, id};
use tests::{Engine, database, on_both_engines};

on_both_engines!(a_new_master_key_leaves_old_data_readable);

/// Something wrong in the settings.
type Change = Box<dyn FnOnce(&mut Settings)>;

/// Settings of a demo in a folder of its own, with a key file.
fn settings(folder: &Path, url: &str) -> Settings {
    let mut settings = server::config::parse("mode = \"demo\"", &[]).unwrap();
    settings.database.url = url.to_owned();
    let keys = folder.join("keys.toml");
    if !keys.exists() {
        std::fs::write(&keys, KeyRing::new_file("first").unwrap()).unwrap();
    }
    settings.keys.file = Some(keys);
    settings
}

#[tokio::test]
async fn what_stands_in_the_way_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let url = database::fresh(Engine::Sqlite, folder.path()).await;
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "current = \"a\"\nlookup = \"secret-that-must-not-be-shown\"\n[master]\na = \"also-secret\"\n").unwrap();
    let content = folder.path().join("content");
    std::fs::create_dir_all(content.join("intake")).unwrap();
    std::fs::write(content.join("intake/route.toml"), "domains = 7").unwrap();
    let cases: [(&str, Change); 6] = [
        ("keys.file", Box::new(|s| s.keys.file = Some("nowhere/keys.toml".into()))),
        ("`lookup` is not 32 bytes", Box::new(|s| s.keys.file = Some(broken))),
        ("database.url", Box::new(|s| s.database.url = "sqlite:///proc/nowhere/portal.db".into())),
        ("intake.switched_on: the question `S77` does not exist", Box::new(|s| s.intake.switched_on = vec!["S77".into()])),
        ("intake/route.toml:1", Box::new(|s| s.municipality.content = Some(content))),
        ("keys.file", Box::new(|s| (s.mode, s.keys.file) = (service::settings::Mode::Production, None))),
    ];
    for (named, change) in cases {
        let mut settings = settings(folder.path(), &url);
        change(&mut settings);
        let error = match server::startup::open(settings, Arc::new(FixedClock::at(MONDAY))).await {
            Ok(_) => panic!("{named} should stand in the way"),
            Err(error) => format!("{error:#}"),
        };
        // A folder that cannot be made is named by its path.
        assert!(error.contains(named) || (named == "database.url" && error.contains("the folder")), "{named}: {error}");
        assert!(!error.contains("secret"), "no value of a key: {error}");
    }
    let site = server::assets::Site::open(Path::new("nowhere")).unwrap_err();
    assert!(format!("{site:#}").contains("http.site"), "{site:#}");
}

/// The key file of `ids`, each with its own line out of an older file where there is one.
fn ring(old: &str, current: &str, with_old: bool) -> String {
    let fresh = KeyRing::new_file(current).unwrap();
    let line = |text: &str, start: &str| text.lines().find(|l| l.starts_with(start)).unwrap().to_owned();
    let master = [line(&fresh, &format!("{current} = ")), if with_old { line(old, "first = ") } else { String::new() }].join("\n");
    format!("current = \"{current}\"\n{}\n[master]\n{master}\n", line(old, "lookup = "))
}

async fn a_new_master_key_leaves_old_data_readable(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let url = database::fresh(engine, folder.path()).await;
    let clock = Arc::new(FixedClock::at(MONDAY));
    let old = settings(folder.path(), &url);
    let service = server::startup::open(old, clock.clone()).await.unwrap();
    service.make_demo(false).await.unwrap();
    service.db.close().await;
    let henk = Actor { person: id("henk").into(), role: Role::Resident, team: None, acts_for: None };
    let daan = Actor { person: id("daan").into(), role: Role::Caseworker, team: Some("werk".into()), acts_for: None };
    let keys = folder.path().join("keys.toml");
    let first = std::fs::read_to_string(&keys).unwrap();
    std::fs::write(&keys, ring(&first, "second", true)).unwrap();
    let service = server::startup::open(settings(folder.path(), &url), clock.clone()).await.unwrap();
    assert_eq!(service.open_file(&henk, Action::ReadOwn, id("henk")).await.unwrap().profile.first_name, "Henk");
    let invitation = service::resident::Invitation {
        first_name: "Noor".into(),
        last_name: "Test".into(),
        bsn: tests::app::test_bsn(90),
        route: Some(domain::intake::Route::Whole),
        ..Default::default()
    };
    let noor = service.invite(&daan, &invitation).await.unwrap();
    assert_eq!(database::texts(&url, &format!("SELECT master_key FROM resident WHERE id = '{noor}'")).await, ["second"]);
    // BSNs are still found: the key of the hashes stays.
    let again = service::resident::Invitation { bsn: tests::app::test_bsn(1), ..invitation };
    assert_eq!(service.invite(&daan, &again).await.unwrap(), id("henk"));
    service.db.close().await;
    // Without the old key its data is out of reach, and nobody is told more than a number.
    std::fs::write(&keys, ring(&first, "third", false)).unwrap();
    let service = server::startup::open(settings(folder.path(), &url), clock).await.unwrap();
    assert!(matches!(service.open_file(&henk, Action::ReadOwn, id("henk")).await, Err(Error::Internal(_))));
}
