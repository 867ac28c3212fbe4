//! Kills the real process in the middle of its work, starts it again, and looks for everything that it had confirmed:
//! each answer and each version is there exactly once, and nothing is half done.
//!
//! Ten rounds on each database; `ROUNDS=200 cargo test --package tests --test kill -- --nocapture` for more. The
//! process is `PORTAL`, else the one that cargo built.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "a test that cannot go on stops")]

mod delivery;
mod ledger;
mod process;
mod proof;

use ledger::Ledger;
use process::World;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tests::{Engine, on_both_engines};
use tokio::task::JoinSet;

on_both_engines!(what_was_confirmed_survives);

/// Residents who are busy at once.
const RESIDENTS: usize = 16;

fn rounds() -> usize {
    std::env::var("ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(10)
}

async fn what_was_confirmed_survives(engine: Engine) {
    let world = World::new(engine).await;
    let mut portal = world.start().await;
    let mut ledgers = world.residents(&portal, RESIDENTS).await;
    for round in 1..=rounds() {
        let stop = Arc::new(AtomicBool::new(false));
        let mut busy = JoinSet::new();
        for ledger in ledgers.drain(..) {
            busy.spawn(burst(ledger, Arc::clone(&stop)));
        }
        // Any moment: right at the start, in the middle, or after a while.
        tokio::time::sleep(Duration::from_millis(fastrand::u64(5..1_000))).await;
        portal.kill().await;
        stop.store(true, Ordering::SeqCst);
        ledgers = busy.join_all().await;
        ledgers.sort_by(|a, b| a.resident.cmp(&b.resident));
        portal = world.start().await;
        proof::nothing_is_half_done(&world).await;
        for ledger in &mut ledgers {
            ledger.client.moved(portal.address);
            proof::everything_confirmed_is_there(ledger, round).await;
        }
        proof::nothing_is_half_done(&world).await;
    }
    let (answers, sent): (u64, u64) = ledgers.iter().fold((0, 0), |(a, s), l| (a + l.answers, s + l.sends));
    println!("{engine:?}: killed {} times; {answers} confirmed answers and {sent} confirmed sends, each there exactly once", rounds());
    let rounds = u64::try_from(rounds()).unwrap();
    assert!(answers > rounds * 5 && sent > rounds / 4, "too little happened to prove anything: {answers} answers, {sent} sends");
    portal.kill().await;
}

/// Fills in and sends until nobody answers any more.
async fn burst(mut ledger: Ledger, stop: Arc<AtomicBool>) -> Ledger {
    while !stop.load(Ordering::SeqCst) {
        if ledger.act().await.is_err() {
            break;
        }
    }
    ledger
}
