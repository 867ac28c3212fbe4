//! How fast the portal is, as ratios measured in one run on one machine: `cargo bench -p tests --bench load`.
//! On SQLite, and on PostgreSQL too when TEST_POSTGRES is set (`cargo xtask postgres -- cargo bench -p tests --bench load`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]

#[path = "load/crowd.rs"]
mod crowd;
#[path = "load/memory.rs"]
mod memory;
#[path = "load/wire.rs"]
mod wire;

use crowd::Crowd;
use std::io::Write as _;
use std::time::{Duration, Instant};
use tests::database::has_postgres;
use tests::{Engine, TestApp};
use wire::{Wire, bare};

const READING: Duration = Duration::from_secs(5);
const KEEPING: Duration = Duration::from_secs(8);
const RESIDENTS: usize = 2_200;

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let engines = if has_postgres() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] };
    for engine in engines {
        println!("== {engine:?}");
        let app = TestApp::start(engine).await;
        let crowd = Crowd::gather(&app, RESIDENTS).await;
        reading(&app, &crowd).await;
        keeping(&app, &crowd).await;
        if engine == Engine::Sqlite {
            memory::measure(&app, &crowd).await;
        }
        sending(&app, &crowd).await;
    }
}

/// Reading a question page, as a ratio to a bare handler that gives as many bytes, compressed in the same way.
async fn reading(app: &TestApp, crowd: &Crowd) {
    let page = crowd.page(app, 0).await;
    let bare_address = bare(page.clone()).await;
    let cookie = crowd.people[0].cookie.clone();
    let path = crowd.people[0].question.clone();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // In turn, so that both meet the same machine.
    for _ in 0..2 {
        ours.push(wire::rate(app.address, &path, &cookie, 16, READING).await);
        theirs.push(wire::rate(bare_address, "/", "", 16, READING).await);
    }
    let (ours, theirs) = (best(&ours), best(&theirs));
    println!("reading a question page ({} bytes): {ours:.0}/s; bare handler {theirs:.0}/s; ratio {:.2} (aim 0.15)", page.len(), ours / theirs);
}

fn best(rates: &[f64]) -> f64 {
    rates.iter().copied().fold(0.0, f64::max)
}

/// Keeping an answer (POST, redirect, GET) with 200 residents at once, as a ratio to single commits of the disk.
async fn keeping(app: &TestApp, crowd: &Crowd) {
    let disk = disk_commits(app);
    let until = Instant::now() + KEEPING;
    let work = crowd.people.iter().take(200).cloned().map(|person| {
        let address = app.address;
        tokio::spawn(async move {
            let mut wire = Wire::open(address).await;
            let mut times = Vec::new();
            let mut turn = 0_usize;
            while Instant::now() < until {
                turn += 1;
                let started = Instant::now();
                let next = wire.keep(&person, turn).await;
                let kept = started.elapsed();
                wire.get(&next, &person.cookie).await;
                times.push((kept, started.elapsed()));
            }
            times
        })
    });
    let work: Vec<_> = work.collect();
    let mut times = Vec::new();
    for task in work {
        times.extend(task.await.unwrap());
    }
    let rate = times.len() as f64 / KEEPING.as_secs_f64();
    let (mut post, mut whole): (Vec<_>, Vec<_>) = times.into_iter().unzip();
    println!(
        "keeping an answer, 200 residents: {rate:.0}/s; disk alone {disk:.0} commits/s; ratio {:.1} (aim 5); p99 of the POST {:?}, with redirect and GET {:?}",
        rate / disk,
        p99(&mut post),
        p99(&mut whole)
    );
}

fn p99(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() * 99 / 100).copied().unwrap_or_default()
}

/// How many small writes a second the disk takes when each is flushed by itself.
fn disk_commits(app: &TestApp) -> f64 {
    let mut file = std::fs::File::create(app.folder().join("commits")).unwrap();
    let (started, mut commits) = (Instant::now(), 0_u32);
    while started.elapsed() < Duration::from_secs(2) {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_all().unwrap();
        commits += 1;
    }
    f64::from(commits) / started.elapsed().as_secs_f64()
}

/// Everybody sends, 64 at a time: nothing lost, nothing doubled.
async fn sending(app: &TestApp, crowd: &Crowd) {
    let started = Instant::now();
    let mut tasks = Vec::new();
    for chunk in crowd.people.chunks(crowd.people.len().div_ceil(64)) {
        let (chunk, address) = (chunk.to_vec(), app.address);
        tasks.push(tokio::spawn(async move {
            let mut wire = Wire::open(address).await;
            for person in &chunk {
                wire.send(person).await;
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let took = started.elapsed();
    let scans = app.number("SELECT COUNT(*) FROM scan").await;
    let residents = app.number("SELECT COUNT(DISTINCT resident) FROM scan").await;
    let reviews = app.number("SELECT COUNT(*) FROM review").await;
    let drafts = app.number("SELECT COUNT(*) FROM draft").await;
    println!("{RESIDENTS} residents send: {took:.1?}; {scans} versions of {residents} residents, {reviews} reviews, {drafts} drafts left");
    assert_eq!((scans, residents, reviews, drafts), (RESIDENTS as i64, RESIDENTS as i64, RESIDENTS as i64, 0), "nothing lost, nothing doubled");
}
