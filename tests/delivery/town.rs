//! A portal with the simulated municipal backend beside it, both on one clock.

use backend_sim::{Config, Count, SimHandle};
use service::clock::{Clock as _, SystemClock};
use service::settings::{BackendKind, Secret, Settings};
use service::sync::worker::Delivery;
use tests::app::MONDAY;
use tests::{Engine, TestApp, described};

/// The secret that notifications carry.
pub const SECRET: &str = "the-webhook-secret";
/// Every wait of the portal is shortened by this.
pub const SCALE: f64 = 60.0;

/// Both, and the worker between them.
pub struct Town {
    pub app: TestApp,
    pub sim: SimHandle,
    pub delivery: Delivery,
}

/// The settings of a portal that delivers to `sim`.
pub fn settings(sim: &SimHandle, settings: &mut Settings) {
    let root = |path: &str| format!("{}{path}", sim.url());
    let backend = &mut settings.backend;
    (backend.kind, backend.time_scale, backend.calls_per_second) = (BackendKind::Zgw, SCALE, 0);
    backend.webhook_secret = Secret::from(SECRET);
    let zgw = &mut backend.zgw;
    zgw.cases = root("/zaken/api/v1");
    zgw.documents = root("/documenten/api/v1");
    zgw.catalogue = root("/catalogi/api/v1");
    zgw.objects = root("/objecten/api/v2");
    zgw.contacts = root("/klantinteracties/api/v1");
    zgw.client_id = "portal".into();
    zgw.secret = Secret::from("demo-signing-secret");
    zgw.objects_key = Secret::from("demo-objects-key");
    zgw.contacts_key = Secret::from("demo-contacts-key");
    zgw.rsin = "002220647".into();
}

impl Town {
    pub async fn start(engine: Engine) -> Self {
        Self::with(engine, |_| {}).await
    }

    /// A town whose backend is set up in another way.
    pub async fn with(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let clock_offset = (MONDAY - SystemClock.now()) / 1000;
        let mut config = Config { time_scale: 0.02, clock_offset, object_types: server::backend::object_types(), ..Config::default() };
        config.watch = Some(described::watch());
        change(&mut config);
        let sim = backend_sim::start(config, listener).unwrap();
        let app = TestApp::with(engine, |s| settings(&sim, s)).await;
        let backend = service::sync::open(&app.service.settings, &app.service.clock).unwrap().unwrap();
        let delivery = Delivery::new(app.service.clone(), backend);
        Self { app, sim, delivery }
    }

    /// Works until nothing waits any more, the clock running on; fails when that takes longer than a day.
    pub async fn deliver(&self) {
        for round in 0..4_000 {
            if self.delivery.work_once().await.unwrap_or(false) {
                continue;
            }
            if self.waiting().await == 0 {
                assert_eq!(described::faults(), Vec::<String>::new(), "what was sent is not as the APIs are described");
                return;
            }
            self.app.clock.advance(if round < 1_000 { 2_000 } else { 30_000 });
        }
        let queue = self.app.service.queue_figures().await.unwrap();
        panic!("something waits for ever: {queue:?}\n{:?}", self.sim.log().iter().rev().take(8).collect::<Vec<_>>());
    }

    /// Lets time pass on both sides.
    pub fn later(&self, millis: i64) {
        self.app.clock.advance(millis);
        self.sim.clock().set_ahead((self.app.clock.now() - SystemClock.now()) / 1000);
    }

    pub async fn waiting(&self) -> i64 {
        self.app.service.queue_figures().await.unwrap().waiting
    }

    /// What the backend has for each case, by our id, oldest first.
    pub async fn counts(&self) -> Vec<Count> {
        let ids: Vec<(String,)> = sqlx::query_as("SELECT id FROM delivery ORDER BY id").fetch_all(self.app.service.db.read()).await.unwrap();
        ids.iter().map(|(id,)| self.sim.count(id)).collect()
    }

    /// Our ids of the cases, oldest first, with their states.
    pub async fn states(&self) -> Vec<String> {
        let rows: Vec<(String,)> = sqlx::query_as("SELECT state FROM delivery ORDER BY id").fetch_all(self.app.service.db.read()).await.unwrap();
        rows.into_iter().map(|(state,)| state).collect()
    }

    /// The address of the newest case in the backend.
    pub fn newest_case(&self) -> String {
        self.sim.cases()[0]["zaak"]["url"].as_str().unwrap().to_owned()
    }

    /// The name by which its staff know it.
    pub fn newest_number(&self) -> String {
        self.sim.cases()[0]["identificatie"].as_str().unwrap().to_owned()
    }
}

/// What there is of one version that was sent: one of everything.
pub fn once() -> Count {
    Count { cases: 1, documents: 1, case_documents: 1, initiators: 1, objects: 1, records: 1, case_objects: 1, statuses: 1, ..Count::default() }
}

/// The same with a group: a message to the resident, and three milestones: a talk that is no longer next, grouped, and agreements to come.
pub fn grouped() -> Count {
    Count { contacts: 1, objects: 4, records: 4, ..once() }
}

/// The same after `corrections` newer versions.
pub fn corrected(corrections: usize) -> Count {
    Count { documents: 1 + corrections, case_documents: 1 + corrections, records: 1 + corrections, ..once() }
}
