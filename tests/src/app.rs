//! The portal, started for one test.

use crate::{Client, Engine, database, entered, log, site};
use domain::access::Role;
use service::auth::{Door, SignedIn};
use service::clock::FixedClock;
use service::content::{Locale, Words};
use service::demo::featured;
use service::keys::KeyRing;
use service::person::Person;
use service::settings::{Form, Settings};
use service::{Service, db};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Monday 23 November 2026, ten o'clock in the morning in Hilversum.
pub const MONDAY: i64 = 1_795_424_400_000;
/// One minute in milliseconds.
pub const MINUTE: i64 = 60_000;

const SETTINGS: &str = r#"
mode = "demo"
[[teams]]
id = "poort"
name = "Poort"
[[teams]]
id = "werk"
name = "Werk & Participatie"
[[teams]]
id = "inkomen"
name = "Inkomen"
"#;

/// A running portal with the people of the demo.
pub struct TestApp {
    /// The use cases behind it, for what no visitor can do or see.
    pub service: Service,
    /// Its clock; stands at [`MONDAY`] until a test moves it.
    pub clock: Arc<FixedClock>,
    /// Where it listens.
    pub address: SocketAddr,
    /// Which database it is on.
    pub engine: Engine,
    /// The address of its database.
    pub url: String,
    folder: TempDir,
    server: JoinHandle<()>,
}

impl TestApp {
    /// Starts a portal.
    pub async fn start(engine: Engine) -> Self {
        Self::with(engine, |_| {}).await
    }

    /// Starts a portal with the whole town of the demo, whose people have been busy for weeks.
    pub async fn town(engine: Engine) -> Self {
        Self::begin(engine, |_| {}, true).await
    }

    /// Starts a portal with every way in that it can have beside the demo's: helpers sign in by e-mail too.
    pub async fn with_mail(engine: Engine) -> Self {
        Self::with(engine, |settings| {
            settings.sign_in.helpers_by_mail = true;
            // A passkey is bound to a name, and a number is none.
            settings.http.listen = "localhost:1".into();
        })
        .await
    }

    /// Starts a portal with other settings.
    pub async fn with(engine: Engine, change: impl FnOnce(&mut Settings)) -> Self {
        Self::begin(engine, change, false).await
    }

    async fn begin(engine: Engine, change: impl FnOnce(&mut Settings), town: bool) -> Self {
        log::listen();
        let folder = tempfile::tempdir().unwrap();
        let url = database::fresh(engine, folder.path()).await;
        let keys = folder.path().join("keys.toml");
        std::fs::write(&keys, KeyRing::new_file("test").unwrap()).unwrap();
        let mut settings = server::config::parse(SETTINGS, &[]).unwrap();
        settings.database.url.clone_from(&url);
        settings.keys.file = Some(keys);
        settings.http.site = site::fake(folder.path());
        // A test that is about delivering says to what.
        settings.backend.kind = service::settings::BackendKind::None;
        settings.messages.folder = folder.path().join("messages");
        change(&mut settings);
        let clock = Arc::new(FixedClock::at(MONDAY));
        let mut service = server::startup::open(settings, clock.clone()).await.unwrap();
        if service.settings.sign_in.helpers_by_mail {
            service.messenger = service::reminder::open(&service.settings).unwrap();
        }
        service.make_demo(town).await.unwrap();
        let (address, server) = serve(&service).await;
        Self { service, clock, address, engine, url, folder, server }
    }

    /// Somebody who has not signed in.
    #[must_use]
    pub fn stranger(&self) -> Client {
        Client::new(self.address)
    }

    /// Somebody of the demo who signs in, by the name of their story: `henk`, `daan`.
    pub async fn sign_in(&self, story: &str) -> Client {
        let mut client = self.stranger();
        let page = client.post("/session/demo", &[("person", id(story))]).await;
        assert_eq!(page.status, 303, "{story} signs in: {}", page.html);
        client
    }

    /// A browser of somebody who acts for the resident `story` by law or by mandate (DigiD Machtigen).
    pub async fn sign_in_acting(&self, story: &str) -> Client {
        let person = Person { id: format!("ac{}", &id(story)[2..]), role: Role::Representative, team: None, name: String::new() };
        self.change(format!("INSERT INTO person (id, role, name, created_at) VALUES ('{}', 'representative', '', 0) ON CONFLICT DO NOTHING", person.id)).await;
        let proven = SignedIn::new(Door::Acting, person, Some(id(story).into()), String::new());
        let token = self.service.sign_in_proven(&proven, Some("nl")).await.unwrap();
        let mut client = self.stranger();
        client.cookies.insert("meedoen".into(), token);
        client
    }

    /// For tests that last years: nobody but `story` is forgotten meanwhile.
    pub async fn others_are_active(&self, story: &str) {
        let years = 10 * 366 * 24 * 60 * MINUTE;
        self.change(format!("UPDATE resident SET active_at = active_at + {years} WHERE id <> '{}'", id(story))).await;
        self.change(format!("UPDATE person SET created_at = created_at + {years} WHERE role = 'helper'")).await;
    }

    /// The words of the Dutch pages, as this municipality says them.
    #[must_use]
    pub fn dutch(&self) -> Words {
        self.service.content.texts.words(Locale::dutch(Form::U))
    }

    /// The words of the English pages.
    #[must_use]
    pub fn english(&self) -> Words {
        self.service.content.texts.words(Locale::parse("en", Form::U).unwrap())
    }

    /// Everything in the database that visitors change, as text. Sessions and forms that were not taken are no part of it.
    pub async fn contents(&self) -> String {
        database::contents(&self.url, self.engine, &["session", "typed", "ended_session", "access_log"]).await
    }

    /// One number that a question to the database gives.
    pub async fn number(&self, sql: &str) -> i64 {
        database::number(&self.url, sql).await
    }

    /// One text that a question to the database gives.
    pub async fn text(&self, sql: &str) -> String {
        database::texts(&self.url, sql).await.swap_remove(0)
    }

    /// Changes the database behind the portal's back.
    pub async fn change(&self, sql: String) {
        let done = self.service.db.write(move |tx| {
            Box::pin(async move {
                sqlx::query(sqlx::AssertSqlSafe(sql)).execute(tx).await?;
                Ok(())
            })
        });
        done.await.unwrap();
    }

    /// The folder of this test: on SQLite the database is in it.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Stops answering and starts again on the same database, as after a restart of the machine.
    pub async fn restart(&mut self) {
        self.server.abort();
        self.service.db.close().await;
        self.service.db = db::Db::open(&self.url).await.unwrap();
        (self.address, self.server) = serve(&self.service).await;
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.server.abort();
        if !std::thread::panicking() {
            entered::not_in_log();
        }
    }
}

async fn serve(service: &Service) -> (SocketAddr, JoinHandle<()>) {
    let site = server::assets::Site::open(&service.settings.http.site).unwrap();
    let router = server::router(service.clone(), site);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    (address, tokio::spawn(async move { axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await.unwrap() }))
}

/// The id of somebody of the demo, by the name of their story.
#[must_use]
pub fn id(story: &str) -> &'static str {
    featured().iter().find(|p| p.story == story).map(|p| p.id).expect("somebody of the demo")
}

/// The n-th BSN of the test range; the demo gives the first ones to its residents in the order of the sign-in page.
#[must_use]
pub fn test_bsn(n: usize) -> String {
    let all = (0..100_000).map(|i| format!("9999{i:05}"));
    all.filter(|bsn| service::resident::bsn(bsn, true).is_some()).nth(n).unwrap()
}
