//! Kills the real process right after a call to the backend went wrong: every step with every fault. At the end there is one
//! of everything for each version that was sent.

use crate::ledger::Ledger;
use crate::process::{Portal, World};
use crate::rounds;
use backend_sim::{BadBody, Config, Count, Fault, FaultRule, HangEnd, SimHandle};
use std::fmt::Write as _;
use std::time::Duration;
use tests::app::{id, test_bsn};
use tests::{Client, Engine, database, described, on_both_engines};

on_both_engines!(every_step_with_every_fault_and_a_kill);

/// The steps of a first version, of a correction, and of a group: what the caseworker wrote, and its milestones.
const FIRST: [&str; 7] = ["zaak.create", "document.create", "zio.create", "rol.create", "object.create", "zaakobject.create", "status.create"];
const CORRECTION: [&str; 3] = ["document.create", "zio.create", "object.patch"];
const GROUP: [&str; 2] = ["klantcontact.create", "object.create"];
/// How long something may take before it is stuck.
const STUCK: Duration = Duration::from_secs(120);

fn faults() -> Vec<Fault> {
    let hang = |stored, then| Fault::Hang { seconds: 60.0, stored: Some(stored), then };
    let bad = |variant, stored| Fault::BadJson { variant, stored };
    vec![
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Error500Before,
        Fault::Error500After,
        hang(true, HangEnd::Error),
        hang(false, HangEnd::Cut),
        hang(true, HangEnd::Answer),
        Fault::TooMany { retry_after: 1, as_date: false },
        Fault::Unavailable { retry_after: 1, as_date: true },
        bad(BadBody::Half, true),
        bad(BadBody::Empty, true),
        bad(BadBody::Cut, true),
        bad(BadBody::ProxyPage, true),
        bad(BadBody::ProxyPage, false),
        Fault::SlowBody { millis: 100 },
        Fault::Revoked,
    ]
}

/// The settings of a portal that delivers to `sim`, with all waits shortened.
fn settings(sim: &SimHandle) -> String {
    let mut text = String::from("[log]\nfilter = \"debug\"\n[backend]\nkind = \"zgw\"\ntime_scale = 60.0\ncalls_per_second = 0\n[backend.zgw]\n");
    for (name, path) in [
        ("cases", "/zaken/api/v1"),
        ("documents", "/documenten/api/v1"),
        ("catalogue", "/catalogi/api/v1"),
        ("objects", "/objecten/api/v2"),
        ("contacts", "/klantinteracties/api/v1"),
    ] {
        writeln!(text, "{name} = \"{}{path}\"", sim.url()).unwrap();
    }
    text.push_str("client_id = \"portal\"\nsecret = \"demo-signing-secret\"\nobjects_key = \"demo-objects-key\"\n");
    text.push_str("contacts_key = \"demo-contacts-key\"\nrsin = \"002220647\"\n[[teams]]\nid = \"werk\"\nname = \"Werk\"\n");
    text
}

/// The portal, the backend, and how often the one was killed.
struct Trial {
    world: World,
    sim: SimHandle,
    portal: Portal,
    kills: usize,
}

async fn every_step_with_every_fault_and_a_kill(engine: Engine) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let config = Config { time_scale: 0.02, object_types: server::backend::object_types(), watch: Some(described::watch()), ..Config::default() };
    let sim = backend_sim::start(config, listener).unwrap();
    let world = World::with(engine, &settings(&sim)).await;
    let portal = world.start().await;
    let mut trial = Trial { world, sim, portal, kills: 0 };
    let mut pairs = 0;
    // On demand, as many times as there are tens of rounds.
    for round in 0..rounds().div_ceil(10) {
        pairs += trial.round(round).await;
    }
    trial.everything_is_there_once().await;
    println!("{engine:?}: {pairs} pairs of a step and a fault, the process killed {} times during them", trial.kills);
    trial.portal.kill().await;
}

impl Trial {
    /// Each fault has a resident, whose calls meet it at every step. Gives the number of pairs.
    async fn round(&mut self, round: usize) -> usize {
        // Nothing leaves until everybody has sent.
        let hold = self.sim.add_fault(FaultRule::on("zaak.create", Fault::Unavailable { retry_after: 1, as_date: false }));
        let mut residents = Vec::new();
        for n in 0..faults().len() {
            residents.push(self.newcomer(round * faults().len() + n).await);
        }
        for resident in &mut residents {
            self.send(resident).await;
        }
        let cases = self.cases(&residents).await;
        let first = self.rules(&cases, &FIRST);
        self.sim.lift_faults(Some(hold));
        self.kill_until_all_went_wrong(&first).await;
        let correction = self.rules(&cases, &CORRECTION);
        for resident in &mut residents {
            resident.client.moved(self.portal.address);
            self.send(resident).await;
        }
        self.kill_until_all_went_wrong(&correction).await;
        let group_steps = self.rules(&cases, &GROUP);
        let mut daan = self.caseworker().await;
        for resident in &residents {
            daan.submit("/api/review/take", &[("resident", &resident.resident), ("seen_caseworker", "")]).await;
            let group = [("resident", resident.resident.as_str()), ("group", "2"), ("group_reason", "Doornstruik as a reason")];
            assert_eq!(daan.submit("/api/review/group", &group).await.status, 200);
        }
        self.kill_until_all_went_wrong(&group_steps).await;
        self.until("all have arrived", async |trial| trial.count("SELECT COUNT(*) FROM delivery WHERE state = 'waiting'").await == 0).await;
        self.sim.lift_faults(None);
        first.len() + correction.len() + group_steps.len()
    }

    async fn caseworker(&self) -> Client {
        let mut daan = Client::new(self.portal.address);
        assert_eq!(daan.post("/session/demo", &[("person", id("daan"))]).await.status, 303);
        daan
    }

    async fn count(&self, sql: &str) -> i64 {
        database::number(&self.world.url, sql).await
    }

    /// Somebody who is invited, and signs in.
    async fn newcomer(&self, n: usize) -> Ledger {
        let (bsn, before) = (test_bsn(200 + n), database::texts(&self.world.url, "SELECT id FROM resident").await);
        let who =
            [("first_name", "Doorn"), ("last_name", "Doornstruik"), ("bsn", &bsn), ("phone", ""), ("language", "nl"), ("route", "whole"), ("team", "werk")];
        let page = self.caseworker().await.submit("/api/resident/invite", &who).await;
        assert!(page.shows("Doornstruik"), "{}", page.words());
        let now = database::texts(&self.world.url, "SELECT id FROM resident").await;
        let resident = now.into_iter().find(|id| !before.contains(id)).unwrap();
        let mut client = Client::new(self.portal.address);
        assert_eq!(client.post("/session/demo", &[("person", &resident)]).await.status, 303);
        Ledger::new(resident, client, 0)
    }

    async fn send(&self, resident: &mut Ledger) {
        while resident.draft.is_none() {
            resident.act().await.unwrap();
        }
        resident.keep("K8", &format!("Doornstruik {}", resident.sent), &format!("{:016x}", fastrand::u64(..))).await.unwrap();
        resident.send().await.unwrap();
    }

    /// Our ids of their cases.
    async fn cases(&self, residents: &[Ledger]) -> Vec<String> {
        let mut all = Vec::new();
        for resident in residents {
            let found = database::texts(&self.world.url, &format!("SELECT id FROM delivery WHERE resident = '{}'", resident.resident)).await;
            assert_eq!(found.len(), 1);
            all.extend(found);
        }
        all
    }

    /// The n-th fault for the n-th case, once at each of `steps`.
    fn rules(&self, cases: &[String], steps: &[&str]) -> Vec<u64> {
        let rule = |step: &&str, (case, fault): (&String, Fault)| self.sim.add_fault(FaultRule::on(step, fault).times(1).about(case));
        steps.iter().flat_map(|step| cases.iter().zip(faults()).map(move |pair| rule(step, pair))).collect()
    }

    fn went_wrong(&self, rules: &[u64]) -> usize {
        self.sim.faults().iter().filter(|fault| rules.contains(&fault.id) && fault.applied > 0).count()
    }

    /// Kills the process right after something went wrong, until everything has.
    async fn kill_until_all_went_wrong(&mut self, rules: &[u64]) {
        let mut wrong = 0;
        while wrong < rules.len() {
            self.until("something goes wrong", async |trial| trial.went_wrong(rules) > wrong).await;
            tokio::time::sleep(Duration::from_millis(fastrand::u64(..40))).await;
            self.portal.stop().await;
            wrong = self.went_wrong(rules);
            self.portal = self.world.start().await;
            self.kills += 1;
        }
    }

    async fn until(&self, what: &str, done: impl AsyncFn(&Self) -> bool) {
        let wait = async {
            while !done(self).await {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        if tokio::time::timeout(STUCK, wait).await.is_err() {
            let rows = "SELECT state || ' ' || step || ' ' || code FROM delivery WHERE state <> 'done'";
            let waiting = database::texts(&self.world.url, rows).await;
            panic!("{what}: not in {STUCK:?}; {waiting:?}\n{:?}", self.sim.log().iter().rev().take(8).collect::<Vec<_>>());
        }
    }

    async fn everything_is_there_once(&self) {
        assert_eq!(self.count("SELECT COUNT(*) FROM delivery WHERE state <> 'done'").await, 0);
        let kinds = "SELECT d.id || ' ' || COALESCE(SUM(CASE WHEN o.kind = 'correction' THEN 1 ELSE 0 END), 0) || ' ' || \
                     COALESCE(SUM(CASE WHEN o.kind = 'contact' THEN 1 ELSE 0 END), 0) || ' ' || \
                     COALESCE(SUM(CASE WHEN o.kind = 'milestone' THEN 1 ELSE 0 END), 0) FROM delivery d JOIN outbox o ON o.delivery = d.id \
                     WHERE NOT EXISTS (SELECT 1 FROM agreement_version v WHERE v.resident = d.resident) GROUP BY d.id";
        // Those who came in this test; some of the demo have agreements too.
        let cases = database::texts(&self.world.url, kinds).await;
        assert!(cases.len() >= faults().len());
        for case in cases {
            let (id, counts) = case.split_once(' ').unwrap();
            let counts: Vec<usize> = counts.split(' ').map(|count| count.parse().unwrap()).collect();
            let [corrections, contacts, milestones] = counts[..] else { panic!("{case}") };
            let one = Count { cases: 1, initiators: 1, case_objects: 1, statuses: 1, ..Count::default() };
            // Each milestone is told once, and so is an object of one record.
            let objects = Count { objects: 1 + milestones, records: 1 + corrections + milestones, ..one };
            let expected = Count { documents: 1 + corrections, case_documents: 1 + corrections, contacts, ..objects };
            assert_eq!(self.sim.count(id), expected, "{case}");
        }
        assert_eq!(described::faults(), Vec::<String>::new());
        // The log of all these processes, down to what the libraries say.
        let (log, urls) = (self.world.log(), self.sim.urls().join("\n"));
        assert!(log.contains("a step failed"), "the log is listened to");
        for entered in ["Doornstruik".to_owned(), test_bsn(200), test_bsn(201)] {
            assert!(!log.contains(&entered), "the log holds what was entered");
            assert!(!urls.contains(&entered), "an address holds what was entered");
        }
    }
}
