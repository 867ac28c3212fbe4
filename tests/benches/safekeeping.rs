//! What keeping things safe costs, as ratios measured in one run: `cargo bench -p tests --bench safekeeping`. `RESIDENTS` and `LINES`
//! make it smaller; on PostgreSQL too when TEST_POSTGRES is set.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]

#[path = "load/crowd.rs"]
#[allow(dead_code, reason = "the crowd has more than is measured here")]
mod crowd;

use crowd::Crowd;
use domain::access::{Action, Actor, Role};
use serde_json::json;
use service::auth::{Door, Level};
use service::keys::{Context, DataKey, KeyRing};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::app::{id, test_bsn};
use tests::database::has_postgres;
use tests::{Client, Engine, Provider, TestApp, database, times};

const WORKERS: usize = 50;

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let engines = if has_postgres() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] };
    for engine in engines {
        println!("== {engine:?}");
        signing_in(engine).await;
        sealing_and_logging(engine).await;
        rotating(engine).await;
        verifying(engine).await;
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// From the first tap to the first screen, beside what the provider itself takes of it.
async fn signing_in(engine: Engine) {
    let provider = Provider::start().await;
    let app = TestApp::with(engine, |settings| {
        provider.open(settings, Door::Residents);
        settings.limits.sign_in = Some(0);
    })
    .await;
    let claims = json!({"acr": Level::Substantieel.urn(), "bsn": test_bsn(1)});
    let (mut whole, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..times("ROUNDS", 200) {
        let (mut client, before, started) = (app.stranger(), provider.spent(), Instant::now());
        let begun = client.get("/sign-in/residents").await;
        let entered = client.get(&provider.signs_in(begun.location(), &claims)).await;
        client.open(entered.location()).await;
        whole.push(started.elapsed());
        theirs.push(provider.spent() - before);
    }
    let (whole, theirs) = (median(whole), median(theirs));
    println!(
        "signing in, from the first tap to the first screen: {whole:?}, of which the provider {theirs:?}: {:.1} times its own time",
        whole.as_secs_f64() / theirs.as_secs_f64()
    );
}

/// What a request would take without encryption and without the log: the measured request, less everything sealed that the page can
/// open opened once, and less a line of the log where it is waited for. The ratio is an upper bound.
async fn sealing_and_logging(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.sent("henk", "My garden, and a little more about it").await;
    let mut daan = app.reviewing("daan", "henk").await;
    henk.client.post("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.type_text("K8", "My garden").await;
    let (mut sealed, sent) = (sealed_of_henk(&app, false).await, sealed_of_henk(&app, true).await);
    let draft = opening(&sealed);
    sealed.extend(sent);
    let all = opening(&sealed);
    let (resident, caseworker) = (actor(Role::Resident, "henk", None), actor(Role::Caseworker, "daan", Some("werk")));
    let own = look(&app, &resident, Action::ReadOwn).await;
    let logged = look(&app, &caseworker, Action::ReadSent).await;
    let line = logged.saturating_sub(own);
    let question = henk.at("K8");
    let review = format!("/work/{}", henk.resident);
    for (what, client, path, opening, log) in [
        ("a question page of the resident", &mut henk.client, question.as_str(), draft, Duration::ZERO),
        ("the review of a caseworker", &mut daan, review.as_str(), all, line),
    ] {
        let with = page(client, path).await;
        let without = with.saturating_sub(opening + log);
        println!(
            "{what}: {with:?}; what is sealed opened once takes {opening:?}, a line of the log that is waited for {log:?}: at most {:.2} times a request without (aim 1.3)",
            with.as_secs_f64() / without.as_secs_f64()
        );
    }
}

fn actor(role: Role, story: &str, team: Option<&str>) -> Actor {
    Actor { person: id(story).into(), role, team: team.map(Into::into), acts_for: None }
}

/// The size of what is sealed of Henk, in bytes: what was sent, or the profile and the whole draft.
async fn sealed_of_henk(app: &TestApp, sent: bool) -> Vec<usize> {
    let henk = id("henk");
    let draft = [
        format!("SELECT CAST(LENGTH(sealed_profile) AS TEXT) FROM resident WHERE id = '{henk}'"),
        format!("SELECT CAST(LENGTH(a.sealed_kept) AS TEXT) FROM answer a JOIN draft d ON d.id = a.draft WHERE d.resident = '{henk}'"),
    ];
    let scans = [format!("SELECT CAST(LENGTH(sealed_scan) AS TEXT) FROM scan WHERE resident = '{henk}'")];
    let mut all = Vec::new();
    for sql in if sent { &scans[..] } else { &draft[..] } {
        all.extend(database::texts(&app.url, sql).await.iter().map(|size| size.parse::<usize>().unwrap()));
    }
    all
}

/// The time to open values of these sizes once.
fn opening(sizes: &[usize]) -> Duration {
    let (key, place) = (DataKey::generate().unwrap(), Context::new("bench", &["a"]));
    let sealed: Vec<Vec<u8>> = sizes.iter().map(|size| key.seal(&place, &vec![b'x'; *size]).unwrap()).collect();
    let rounds = (0..100).map(|_| {
        let started = Instant::now();
        for value in &sealed {
            std::hint::black_box(key.open(&place, value).unwrap());
        }
        started.elapsed()
    });
    median(rounds.collect())
}

async fn look(app: &TestApp, actor: &Actor, action: Action) -> Duration {
    let mut times = Vec::new();
    for _ in 0..200 {
        let started = Instant::now();
        app.service.open_file(actor, action, id("henk")).await.unwrap();
        times.push(started.elapsed());
    }
    median(times)
}

async fn page(client: &mut Client, path: &str) -> Duration {
    client.open(path).await;
    let mut times = Vec::new();
    for _ in 0..200 {
        let started = Instant::now();
        client.open(path).await;
        times.push(started.elapsed());
    }
    median(times)
}

/// The 99th percentile of pages of [`WORKERS`] residents until they are told to stop, and how many there were.
async fn work(app: &TestApp, crowd: &Crowd, stop: Arc<AtomicBool>) -> (Duration, usize) {
    let workers = crowd.people.iter().take(WORKERS).map(|person| {
        let (mut client, question, stop) = (app.stranger(), person.question.clone(), stop.clone());
        let (name, value) = person.cookie.split_once('=').unwrap();
        client.cookies.insert(name.to_owned(), value.to_owned());
        tokio::spawn(async move {
            let mut times = Vec::new();
            while !stop.load(Ordering::Relaxed) {
                let started = Instant::now();
                client.open(&question).await;
                times.push(started.elapsed());
            }
            times
        })
    });
    let mut all: Vec<Duration> = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        all.extend(worker.await.unwrap());
    }
    all.sort();
    (all[all.len() * 99 / 100], all.len())
}

/// Every resident's data key wrapped anew while people work, beside the same work without it.
async fn rotating(engine: Engine) {
    let residents = times("RESIDENTS", 2_200);
    let app = TestApp::start(engine).await;
    let crowd = Crowd::gather(&app, residents).await;
    let stop = Arc::new(AtomicBool::new(false));
    let quiet = tokio::join!(work(&app, &crowd, stop.clone()), async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        stop.store(true, Ordering::Relaxed);
    })
    .0;
    let file = app.folder().join("keys.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(file, KeyRing::with_new_key(&text, "second").unwrap()).unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let (busy, (took, done)) = tokio::join!(work(&app, &crowd, stop.clone()), async {
        // A process of its own, as `portal keys rotate` is one.
        let other = server::startup::open((*app.service.settings).clone(), app.clock.clone()).await.unwrap();
        let started = Instant::now();
        let done = other.rotate_keys().await.unwrap();
        let took = started.elapsed();
        other.db.close().await;
        stop.store(true, Ordering::Relaxed);
        (took, done)
    });
    assert!(done.wrapped >= residents && done.locked.is_empty(), "{done:?}");
    assert_eq!(app.number("SELECT COUNT(*) FROM resident WHERE master_key <> 'second'").await, 0);
    println!(
        "{} residents wrapped anew in {took:?} while {WORKERS} people read {} pages: 99 of 100 within {:?}, without it {:?}",
        done.wrapped, busy.1, busy.0, quiet.0
    );
}

/// Every line of a long log verified.
async fn verifying(engine: Engine) {
    let lines = times("LINES", 1_000_000);
    let app = TestApp::start(engine).await;
    let henk = actor(Role::Resident, "henk", None);
    for n in 0..lines {
        app.service.open_file(&henk, Action::ReadOwn, id("henk")).await.unwrap();
        if n % 2_000 == 0 {
            app.service.flush_access_log().await.unwrap();
        }
    }
    app.service.flush_access_log().await.unwrap();
    let started = Instant::now();
    let told = app.service.verify_access_log(&[]).await.unwrap();
    let took = started.elapsed();
    assert!(told.faults.is_empty() && told.lines >= lines as u64, "{told:?}");
    println!(
        "{} lines of the log of access verified in {took:?}: {:.0} a second (aim: a million in a minute)",
        told.lines,
        told.lines as f64 / took.as_secs_f64()
    );
}
