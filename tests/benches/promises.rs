//! A caseworker's list of promises over 120 residents with 10 lines each, as a ratio to pages of the intake measured in
//! the same run: `cargo bench -p tests --bench promises`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]

use domain::access::{Actor, Role};
use domain::agreement::Answer;
use service::Service;
use service::agreement::{Scribbled, Sending};
use service::resident::Invitation;
use std::time::{Duration, Instant};
use tests::app::id;
use tests::database::has_postgres;
use tests::{Client, Engine, TestApp};

const RESIDENTS: usize = 120;
const ROUNDS: usize = 200;
const PAIRS: [&str; 5] = ["pair-course", "pair-debt_talk", "pair-buddy", "pair-companion", "pair-calculation"];

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let engines = if has_postgres() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] };
    for engine in engines {
        let app = TestApp::start(engine).await;
        let bsns = (0..100_000).map(|n| format!("9999{n:05}")).filter(|bsn| service::resident::bsn(bsn, true).is_some()).skip(10).take(RESIDENTS);
        for bsn in bsns {
            agreed(&app.service, &bsn).await;
        }
        assert_eq!(app.number("SELECT COUNT(*) FROM agreement_line").await, i64::try_from(RESIDENTS * 10).unwrap());
        let mut henk = app.filling("henk").await;
        henk.choose("L1", "fair").await;
        let (question, mut daan) = (henk.at("L1"), app.sign_in("daan").await);
        let intake = p99(&mut henk.client, &question).await;
        let worklist = p99(&mut daan, "/work?show=invited").await;
        for (page, from) in [("0", "1 t/m 50"), ("11", "551 t/m 600"), ("99", "551 t/m 600")] {
            let shown = daan.open(&format!("/work/promises?show=team&page={page}")).await;
            assert!(shown.shows(from), "{}", shown.words());
        }
        let promises = p99(&mut daan, "/work/promises?show=team").await;
        let caseload = p99(&mut daan, "/work/caseload?show=team").await;
        let ratio = |time: Duration, to: Duration| time.as_secs_f64() / to.as_secs_f64();
        println!(
            "{engine:?}: promises of {RESIDENTS} residents, p99 {promises:?}: {:.1} times a question page ({intake:?}), {:.1} times the worklist ({worklist:?}); the caseload {caseload:?}",
            ratio(promises, intake),
            ratio(promises, worklist)
        );
    }
}

/// A resident with ten agreed lines.
async fn agreed(service: &Service, bsn: &str) {
    let caseworker = Actor { person: id("daan").into(), role: Role::Caseworker, team: Some("werk".into()), acts_for: None };
    let invitation = Invitation {
        first_name: "Bram".into(),
        last_name: "Proef".into(),
        bsn: bsn.into(),
        phone: "0612345678".into(),
        language: "nl".into(),
        route: Some(domain::intake::Route::Whole),
        team: "werk".into(),
    };
    let resident = service.invite(&caseworker, &invitation).await.unwrap();
    let actor = Actor { person: resident.clone(), role: Role::Resident, team: None, acts_for: None };
    service.start_from(&caseworker, &resident, &PAIRS.map(ToOwned::to_owned), false).await.unwrap();
    service
        .send_sheet(&caseworker, &resident, &Sending { revision: 1, sure: Some(service.settings.agreement.thinking_days), ..Sending::default() })
        .await
        .unwrap();
    let version = service.agreement(&actor, &resident).await.unwrap().proposed().unwrap().version.clone();
    let typed = Scribbled { number: 1, ..Scribbled::default() };
    for line in &version.text.lines {
        service.answer_line(&actor, &resident, &line.id, Answer::Agree, &typed).await.unwrap();
    }
    let revision = service.agreement(&actor, &resident).await.unwrap().revision;
    service.send_sheet(&actor, &resident, &Sending { typed, revision, ..Sending::default() }).await.unwrap();
}

/// The time within which 99 of 100 answers came.
async fn p99(client: &mut Client, path: &str) -> Duration {
    client.open(path).await;
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let started = Instant::now();
        client.open(path).await;
        times.push(started.elapsed());
    }
    times.sort();
    times[ROUNDS * 99 / 100 - 1]
}
