//! A municipality without such systems: a folder with a file for each item.

use service::sync::worker::Delivery;
use tests::{Engine, TestApp, on_both_engines};

on_both_engines!(each_item_is_a_file);

async fn each_item_is_a_file(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("items");
    let app = TestApp::with(engine, |settings| {
        settings.backend.kind = service::settings::BackendKind::Folder;
        settings.backend.folder.clone_from(&path);
    })
    .await;
    let mut henk = app.sent("henk", "My garden").await;
    let backend = service::sync::open(&app.service.settings, &app.service.clock).unwrap().unwrap();
    let delivery = Delivery::new(app.service.clone(), backend);
    assert!(delivery.work_once().await.unwrap());
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.choose("W10", "help").await;
    assert_eq!(henk.send().await.status, 303);
    assert!(delivery.work_once().await.unwrap() && !delivery.work_once().await.unwrap());
    let mut names: Vec<String> = std::fs::read_dir(&path).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("P-")) && names[1].ends_with("-1.pdf") && names[2].ends_with("-2.json"), "{names:?}");
    let item: serde_json::Value = serde_json::from_slice(&std::fs::read(path.join(&names[2])).unwrap()).unwrap();
    assert_eq!((item["data"]["version"].as_i64(), item["data"]["wishes"][0]["wish"].as_str()), (Some(2), Some("help")));
    assert!(!item.to_string().contains("My garden"), "what was typed stands in the document only");
    let page = henk.client.open(&format!("/r/{}/sent/2", henk.resident)).await;
    assert!(!page.shows(&app.dutch().t("arrival-on-the-way")), "{}", page.words());
}
