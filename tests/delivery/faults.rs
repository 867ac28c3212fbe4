//! Every step with every fault, and a worker that dies at any moment: one of everything at the end.

use crate::town::{Town, corrected, grouped, once};
use backend_sim::{BadBody, Fault, FaultRule, HangEnd};
use service::settings::ZgwSettings;
use service::sync::worker::Delivery;
use std::time::Duration;
use tests::{Engine, on_both_engines};

on_both_engines!(
    every_step_with_every_fault,
    a_worker_that_dies_at_any_moment,
    an_outage_of_an_hour,
    withdrawn_credentials_hold_everything_and_lose_nothing,
    a_schema_that_refuses_stops_the_case_until_somebody_looks,
    a_case_that_is_closed_meanwhile_goes_on_in_a_new_one,
    a_case_that_was_removed_is_not_made_again,
    somebody_elses_case_with_our_number_is_not_adopted,
    a_clock_that_is_behind_is_waited_for,
    an_address_that_is_wrong_loses_nothing,
    a_contact_that_may_have_arrived_is_looked_up,
);

const STEPS: [&str; 7] = ["zaak.create", "document.create", "zio.create", "rol.create", "object.create", "zaakobject.create", "status.create"];

pub fn faults() -> Vec<Fault> {
    let hang = |stored| Fault::Hang { seconds: 60.0, stored: Some(stored), then: HangEnd::Error };
    let bad = |variant| Fault::BadJson { variant, stored: true };
    vec![
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Error500Before,
        Fault::Error500After,
        hang(true),
        hang(false),
        Fault::TooMany { retry_after: 3, as_date: false },
        Fault::Unavailable { retry_after: 3, as_date: true },
        bad(BadBody::Half),
        bad(BadBody::Empty),
        bad(BadBody::Cut),
        bad(BadBody::ProxyPage),
        Fault::BadJson { variant: BadBody::ProxyPage, stored: false },
    ]
}

/// The people who send, one after another; each pair of step and fault is somebody's.
const STORIES: [&str; 4] = ["henk", "samira", "yonas", "ria"];

async fn every_step_with_every_fault(engine: Engine) {
    for (at, fault) in faults().into_iter().enumerate() {
        // A fresh town for each fault; in it every step has that fault, and the look-ups after it are stale for a while.
        let town = Town::start(engine).await;
        for step in STEPS {
            town.sim.add_fault(FaultRule::on(step, fault.clone()).times(2));
        }
        if at % 3 == 0 {
            for find in ["zaak.find", "document.find", "zio.find", "rol.find", "status.find"] {
                town.sim.add_fault(FaultRule::on(find, Fault::StaleFind { seconds: 5.0 }).times(1));
            }
        }
        let mut filling = town.app.sent(STORIES[at % STORIES.len()], "My words").await;
        town.deliver().await;
        assert_eq!(town.counts().await, [once()], "{fault:?}");
        // A correction has two steps of its own.
        town.sim.add_fault(FaultRule::on("object.patch", fault.clone()).times(2));
        town.sim.add_fault(FaultRule::on("document.create", fault.clone()).times(1));
        filling.client = town.app.sign_in(STORIES[at % STORIES.len()]).await;
        filling.client.submit("/api/draft/start", &[("resident", filling.resident)]).await;
        filling.choose("W10", "help").await;
        assert_eq!(filling.send().await.status, 303);
        town.deliver().await;
        assert_eq!(town.counts().await, [corrected(1)], "{fault:?}");
    }
}

async fn a_worker_that_dies_at_any_moment(engine: Engine) {
    let town = Town::start(engine).await;
    let mut random = fastrand::Rng::with_seed(7);
    for story in STORIES {
        town.app.sent(story, "My words").await;
    }
    let mut died = 0;
    for _ in 0..400 {
        if town.waiting().await == 0 {
            break;
        }
        let fault = random.choice(faults()).unwrap();
        if random.f64() < 0.3 {
            town.sim.add_fault(FaultRule::on(random.choice(STEPS).unwrap(), fault).times(1));
        }
        // The worker is gone in the middle of whatever it did; its lease runs out.
        let moment = Duration::from_micros(random.u64(100..30_000));
        died += u32::from(tokio::time::timeout(moment, town.delivery.work_once()).await.is_err());
        town.app.clock.advance(if random.bool() { 121_000 } else { 5_000 });
    }
    town.sim.lift_faults(None);
    town.deliver().await;
    assert!(died > 20, "{died}");
    assert_eq!(town.counts().await, vec![once(); STORIES.len()]);
}

async fn an_outage_of_an_hour(engine: Engine) {
    let town = Town::start(engine).await;
    town.sim.add_fault(FaultRule::on("*", Fault::DropBefore));
    for story in STORIES {
        town.app.sent(story, "My words").await;
    }
    let before = town.sim.log().len();
    for _ in 0..60 {
        while town.delivery.work_once().await.unwrap() {}
        town.app.service.raise_alerts().await.unwrap();
        town.app.clock.advance(60_000);
    }
    let tried = town.sim.log().len() - before;
    assert!(tried < 250, "a backend that is down is not stormed: {tried} calls in an hour");
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!((queue.waiting, queue.alerts.clone()), (4, vec![(1, 4)]), "after a quarter of an hour somebody is told");
    // The resident has a reference and a copy all the time.
    let mut henk = town.app.sign_in("henk").await;
    let page = henk.open(&format!("/r/{}/sent/1", tests::app::id("henk"))).await;
    assert!(page.shows(&town.app.dutch().t("arrival-on-the-way")), "{}", page.words());
    town.sim.lift_faults(None);
    town.deliver().await;
    assert_eq!(town.counts().await, vec![once(); STORIES.len()]);
    assert!(town.app.service.queue_figures().await.unwrap().alerts.is_empty());
    let page = henk.open(&format!("/r/{}/sent/1", tests::app::id("henk"))).await;
    assert!(!page.shows(&town.app.dutch().t("arrival-on-the-way")), "{}", page.words());
}

async fn withdrawn_credentials_hold_everything_and_lose_nothing(engine: Engine) {
    let town = Town::start(engine).await;
    town.sim.add_fault(FaultRule::on("object.create", Fault::Revoked));
    for story in STORIES {
        town.app.sent(story, "My words").await;
    }
    for _ in 0..30 {
        while town.delivery.work_once().await.unwrap() {}
        town.app.clock.advance(1_000);
    }
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!((queue.waiting, queue.stopped), (4, 0));
    assert!(queue.rows.iter().all(|row| row.attempts == 0), "it says nothing about these rows: {queue:?}");
    let tries = town.sim.log().iter().filter(|entry| entry.route == "object.create").count();
    assert!(tries <= 24, "the circuit holds the others back: {tries}");
    town.sim.lift_faults(None);
    town.deliver().await;
    assert_eq!(town.counts().await, vec![once(); STORIES.len()]);
}

async fn a_schema_that_refuses_stops_the_case_until_somebody_looks(engine: Engine) {
    let refuses = |config: &mut backend_sim::Config| config.object_types[0].schema["required"].as_array_mut().unwrap().push("something-new".into());
    let town = Town::with(engine, refuses).await;
    town.app.sent("henk", "My words").await;
    town.deliver().await;
    assert_eq!(town.states().await, ["stopped"]);
    let mut koen = town.app.sign_in("koen").await;
    let page = koen.open("/manage").await;
    assert!(page.shows("invalid-json-schema"), "{}", page.words());
    let tries = || town.sim.log().iter().filter(|entry| entry.route == "object.create").count();
    let before = tries();
    town.app.clock.advance(3_600_000);
    assert!(!town.delivery.work_once().await.unwrap(), "not by itself");
    koen.submit("/api/queue/try-again", &[("delivery", "")]).await;
    town.deliver().await;
    assert_eq!((tries(), town.states().await), (before + 1, vec!["stopped".to_owned()]));
}

async fn a_case_that_is_closed_meanwhile_goes_on_in_a_new_one(engine: Engine) {
    let town = Town::start(engine).await;
    let mut henk = town.app.sent("henk", "My words").await;
    town.deliver().await;
    town.sim.act(&backend_sim::Act::Close { case: town.newest_number(), explanation: String::new() }).unwrap();
    henk.client.submit("/api/draft/start", &[("resident", henk.resident)]).await;
    henk.choose("W10", "help").await;
    assert_eq!(henk.send().await.status, 303);
    town.deliver().await;
    assert_eq!(town.states().await, ["done", "done"]);
    let counts = town.counts().await;
    assert_eq!((counts[0].cases, counts[0].case_documents, counts[1]), (1, 1, once()), "{counts:?}");
}

async fn a_case_that_was_removed_is_not_made_again(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My words").await;
    town.deliver().await;
    town.sim.act(&backend_sim::Act::RemoveCase { case: town.newest_number() }).unwrap();
    town.app.clock.advance(25 * 3_600_000);
    town.delivery.read_open_cases().await.unwrap();
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["removed".to_owned()], 0));
    assert_eq!(town.app.service.queue_figures().await.unwrap().alerts, [(3, 1)]);
    assert!(!town.delivery.work_once().await.unwrap());
}

async fn somebody_elses_case_with_our_number_is_not_adopted(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.sent("henk", "My words").await;
    town.deliver().await;
    town.app.sent("samira", "My words").await;
    // Samira's case gets the number that Henk's has in the backend.
    let (number,): (String,) = sqlx::query_as("SELECT identification FROM delivery WHERE state = 'done'").fetch_one(town.app.service.db.read()).await.unwrap();
    for change in [
        String::from("UPDATE delivery SET identification = 'P-OTHER' WHERE state = 'done'"),
        format!("UPDATE delivery SET identification = '{number}' WHERE state = 'waiting'"),
    ] {
        town.app.change(change).await;
    }
    town.deliver().await;
    assert_eq!((town.states().await, town.sim.cases().len()), (vec!["done".to_owned(), "stopped".to_owned()], 1));
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!(queue.rows[0].code, "not-ours");
}

async fn a_clock_that_is_behind_is_waited_for(engine: Engine) {
    let town = Town::start(engine).await;
    town.app.clock.advance(60_000);
    town.app.sent("henk", "My words").await;
    for _ in 0..5 {
        while town.delivery.work_once().await.unwrap() {}
        town.app.clock.advance(500);
    }
    let queue = town.app.service.queue_figures().await.unwrap();
    assert_eq!((queue.waiting, queue.rows[0].code.as_str()), (1, "date-in-future"), "{queue:?}");
    town.sim.clock().advance(70);
    town.deliver().await;
    assert_eq!(town.counts().await, [once()]);
}

async fn an_address_that_is_wrong_loses_nothing(engine: Engine) {
    // Nobody listens, an API that is not there, and an object type that is not there.
    let closed = |zgw: &mut ZgwSettings, _: &str| zgw.cases = "http://127.0.0.1:9/zaken/api/v1".into();
    let nowhere = |zgw: &mut ZgwSettings, root: &str| zgw.cases = format!("{root}/zaken/api/v9");
    let documents = |zgw: &mut ZgwSettings, root: &str| zgw.documents = format!("{root}/documenten/api/v9");
    let objects = |zgw: &mut ZgwSettings, root: &str| zgw.objects = format!("{root}/objecten/api/v9");
    type Wrong = fn(&mut ZgwSettings, &str);
    let all: [(Wrong, &str, &str); 4] =
        [(closed, "waiting", "connect"), (nowhere, "stopped", "not_found"), (documents, "stopped", "not_found"), (objects, "stopped", "no-object-type")];
    for (wrong, state, code) in all {
        let town = Town::start(engine).await;
        town.app.sent("henk", "My words").await;
        let mut settings = (*town.app.service.settings).clone();
        wrong(&mut settings.backend.zgw, town.sim.url());
        let backend = service::sync::open(&settings, &town.app.service.clock).unwrap().unwrap();
        let astray = Delivery::new(town.app.service.clone(), backend);
        for _ in 0..3 {
            while astray.work_once().await.unwrap() {}
            town.app.clock.advance(1_000);
        }
        assert_eq!(town.states().await, [state]);
        assert_eq!(town.app.service.queue_figures().await.unwrap().rows[0].code, code);
        // The setting is put right, and somebody tries again.
        let mut koen = town.app.sign_in("koen").await;
        koen.submit("/api/queue/try-again", &[("delivery", "")]).await;
        town.deliver().await;
        assert_eq!(town.counts().await, [once()], "{code}");
    }
}

async fn a_contact_that_may_have_arrived_is_looked_up(engine: Engine) {
    for fault in faults() {
        let town = Town::start(engine).await;
        town.app.sent("henk", "My words").await;
        let mut daan = town.app.reviewing("daan", "henk").await;
        town.sim.add_fault(FaultRule::on("klantcontact.create", fault.clone()).times(2));
        daan.submit("/api/review/group", &[("resident", tests::app::id("henk")), ("group", "2"), ("group_reason", "Because")]).await;
        town.deliver().await;
        assert_eq!(town.counts().await, [grouped()], "{fault:?}");
    }
}
