//! The state file: what was answered 2xx outlives the process (section 11.1).

use backend_sim::{Config, Ids, SeedFrom, StateIn};
use conformance::answer::text;
use conformance::types::case_body;
use conformance::{Target, fresh, simulation};
use serde_json::json;
use std::path::PathBuf;

fn file() -> PathBuf {
    std::env::temp_dir().join(format!("backend-sim-{}.json", uuid::Uuid::new_v4()))
}

#[tokio::test]
async fn what_was_answered_is_still_there() {
    let path = file();
    let config = || Config {
        state: StateIn::File(path.clone()),
        ids: Ids::Seeded(7),
        public_url: Some("https://backend.example.test".to_owned()),
        ..conformance::target::config()
    };
    if conformance::target::is_real() {
        conformance::skip::skip("what_was_answered_is_still_there", "only against the simulation");
        return;
    }
    // The URLs carry the public address; the calls go to where it listens.
    let serve = async || {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = format!("http://{}", listener.local_addr().unwrap());
        (backend_sim::start(config(), listener).unwrap(), here)
    };
    let plain = simulation!("what_was_answered_is_still_there");
    let bearer = format!("Bearer {}", plain.token());
    let (first, here) = serve().await;
    let types = plain.call_as(&bearer, reqwest::Method::GET, &format!("{here}/catalogi/api/v1/zaaktypen"), None).await.ok(200);
    let mut types_of = plain.types().await;
    types_of.case = text(&types["results"][0], "url").to_owned();
    let number = fresh::number();
    let made = plain.call_as(&bearer, reqwest::Method::POST, &format!("{here}/zaken/api/v1/zaken"), Some(&case_body(&types_of, &number))).await.ok(201);
    assert!(text(&made, "url").starts_with("https://backend.example.test/zaken/api/v1/zaken/"));
    first.stop();
    let (second, here) = serve().await;
    assert_eq!(second.count(&number).cases, 1);
    let again = plain.call_as(&bearer, reqwest::Method::POST, &format!("{here}/zaken/api/v1/zaken"), Some(&case_body(&types_of, &number))).await;
    again.wrong("identificatie", "identificatie-niet-uniek");
    let other = plain.call_as(&bearer, reqwest::Method::POST, &format!("{here}/zaken/api/v1/zaken"), Some(&case_body(&types_of, &fresh::number()))).await;
    assert_ne!(other.ok(201)["uuid"], made["uuid"], "the series of identifiers goes on where it was");
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn a_killed_backend_stores_nothing_more() {
    let t = simulation!("a_killed_backend_stores_nothing_more");
    let (types, number) = (t.types().await, fresh::number());
    t.sim().switch(|s| s.commit_delay_ms = 600);
    let zaken = format!("{}/zaken", t.roots.zaken);
    let (auth, body) = (t.authorization(&zaken), case_body(&types, &number));
    let headers = [("authorization", auth.as_str()), ("accept-crs", "EPSG:4326"), ("content-crs", "EPSG:4326")];
    let kill = async {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        t.sim().stop();
    };
    let (answer, ()) = tokio::join!(t.send(reqwest::Method::POST, &zaken, &headers, Some(&body)), kill);
    assert!(answer.is_err());
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    assert_eq!(t.sim().count(&number).cases, 0);
}

#[tokio::test]
async fn a_stopped_backend_answers_no_more_and_frees_its_address() {
    let t = simulation!("a_stopped_backend_answers_no_more_and_frees_its_address");
    let url = format!("{}/zaken", t.roots.zaken);
    assert_eq!(t.get(&url).await.status, 200);
    t.sim().stop();
    assert!(t.send(reqwest::Method::GET, &url, &[], None).await.is_err());
    let address = t.sim().url().strip_prefix("http://").unwrap();
    for _ in 0..100 {
        if tokio::net::TcpListener::bind(address).await.is_ok() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the address is still taken");
}

#[tokio::test]
async fn the_router_can_be_served_by_others() {
    let t = simulation!("the_router_can_be_served_by_others");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let here = format!("http://{}", listener.local_addr().unwrap());
    let (router, handle) = backend_sim::Sim::new(Config { public_url: Some(here.clone()), ..conformance::target::config() }).unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let bearer = format!("Bearer {}", t.token());
    let types = format!("{here}/catalogi/api/v1/zaaktypen");
    let found = t.call_as(&bearer, reqwest::Method::GET, &types, None).await.ok(200);
    assert!(text(&found["results"][0], "url").starts_with(&here));
    handle.add_fault(backend_sim::FaultRule::on("catalogi.*", backend_sim::Fault::DropBefore));
    assert!(t.send(reqwest::Method::GET, &types, &[], None).await.is_err(), "cut, though not without a byte");
}

#[tokio::test]
async fn seeds_come_from_nothing_or_from_a_file() {
    let t = simulation!("seeds_come_from_nothing_or_from_a_file", Config { seed: SeedFrom::Empty, ..conformance::target::config() });
    assert_eq!(t.get(&format!("{}/zaaktypen", t.roots.catalogi)).await.ok(200)["count"], 0);
    let path = file();
    let seed = json!({ "domain": "ANDER", "rsin": "002220647", "case_types": [], "document_types": ["Brief"] });
    std::fs::write(&path, seed.to_string()).unwrap();
    let t = Target::simulated(Config { seed: SeedFrom::File(path.clone()), ..conformance::target::config() }).await;
    assert_eq!(t.get(&format!("{}/informatieobjecttypen", t.roots.catalogi)).await.ok(200)["results"][0]["omschrijving"], "Brief");
    std::fs::write(&path, "{").unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    assert!(backend_sim::start(Config { seed: SeedFrom::File(path.clone()), ..Config::default() }, listener).is_err());
    std::fs::remove_file(path).unwrap();
}
