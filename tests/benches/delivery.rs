//! How fast what residents send reaches the municipal backend: `cargo bench -p tests --bench delivery`.
//! On SQLite, and on PostgreSQL too when TEST_POSTGRES is set (`cargo xtask postgres -- cargo bench -p tests --bench delivery`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]

#[path = "load/crowd.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod crowd;
#[path = "../delivery/town.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod town;
#[path = "load/wire.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod wire;

use backend_sim::{Fault, FaultRule};
use crowd::Crowd;
use std::time::{Duration, Instant};
use tests::database::has_postgres;
use tests::{Engine, TestApp};
use town::Town;
use wire::Wire;

/// How many send.
const RESIDENTS: usize = 2_200;
/// How long the backend takes for a write, in milliseconds.
const ANSWER: u64 = 20;
/// How often sending is measured.
const TURNS: usize = 3;
/// Workers in this process.
const WORKERS: usize = 16;
/// Most calls a second after the outage.
const RATE: u32 = 400;

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let engines = if has_postgres() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] };
    for engine in engines {
        println!("== {engine:?}");
        // In turns, so that a busy moment of the machine counts for both.
        let (mut without, mut with, mut last) = (Vec::new(), Vec::new(), None);
        for _ in 0..TURNS {
            let app = TestApp::start(engine).await;
            let crowd = Crowd::gather(&app, RESIDENTS).await;
            without.push(send(&app, &crowd).await);
            let town = Town::start(engine).await;
            let crowd = Crowd::gather(&town.app, RESIDENTS).await;
            with.push(send(&town.app, &crowd).await);
            last = Some(town);
        }
        let (town, without, with) = (last.unwrap(), median(without), median(with));
        println!(
            "{RESIDENTS} send, median of {TURNS}: {without:.1?} without an outbox, {with:.1?} with one; ratio {:.2} (aim 1.2)",
            with.as_secs_f64() / without.as_secs_f64()
        );
        outage(&town).await;
        deliver(&town).await;
    }
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

/// Everybody sends, 64 at a time.
async fn send(app: &TestApp, crowd: &Crowd) -> Duration {
    let started = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for chunk in crowd.people.chunks(crowd.people.len().div_ceil(64)) {
        let (chunk, address) = (chunk.to_vec(), app.address);
        tasks.spawn(async move {
            let mut wire = Wire::open(address).await;
            for person in &chunk {
                wire.send(person).await;
            }
        });
    }
    tasks.join_all().await;
    started.elapsed()
}

/// An hour without a backend, with everybody waiting: how often it is called in that hour.
async fn outage(town: &Town) {
    town.sim.add_fault(FaultRule::on("*", Fault::DropBefore));
    for _ in 0..60 {
        while town.delivery.work_once().await.unwrap() {}
        town.app.clock.advance(60_000);
    }
    println!("an hour without a backend: {} calls for {RESIDENTS} that wait", town.sim.log().len());
    town.sim.lift_faults(None);
    town.sim.switch(|switches| switches.commit_delay_ms = ANSWER);
}

/// Everything that waits, at most so many calls a second.
async fn deliver(town: &Town) {
    let mut service = town.app.service.clone();
    let mut settings = (*service.settings).clone();
    settings.backend.calls_per_second = RATE;
    service.settings = settings.into();
    let backend = service::sync::open(&service.settings, &service.clock).unwrap().unwrap();
    let delivery = service::sync::worker::Delivery::new(service, backend);
    // The waits of those who tried during the outage are over.
    town.app.clock.advance(3_600_000);
    town.sim.clock().advance(3_600);
    let (before, started) = (town.sim.log().len(), Instant::now());
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..WORKERS {
        let delivery = delivery.clone();
        tasks.spawn(async move {
            loop {
                if !delivery.work_once().await.unwrap_or(false) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            }
        });
    }
    // The clock of the portal runs along, so that what failed under load is tried again.
    let mut last = Instant::now();
    while town.waiting().await > 0 {
        assert!(started.elapsed() < Duration::from_secs(600), "stuck: {:?}", town.app.service.queue_figures().await.unwrap().rows.first());
        tokio::time::sleep(Duration::from_millis(100)).await;
        town.app.clock.advance(i64::try_from(last.elapsed().as_millis()).unwrap());
        last = Instant::now();
    }
    tasks.abort_all();
    let (took, calls) = (started.elapsed(), town.sim.log().len() - before);
    println!(
        "delivering with answers after {ANSWER} ms, at most {RATE} calls a second: {took:.0?}; {:.1} calls for each; {:.0} calls a second; {} MB in all, the backend included",
        calls as f64 / RESIDENTS as f64,
        calls as f64 / took.as_secs_f64(),
        resident_megabytes()
    );
    let counts = town.counts().await;
    assert!(counts.len() == RESIDENTS && counts.iter().all(|count| *count == town::once()), "one of everything");
}

fn resident_megabytes() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok().and_then(|text| text.split_whitespace().nth(1)?.parse::<u64>().ok());
    pages.unwrap_or_default() * 4096 / 1_000_000
}
