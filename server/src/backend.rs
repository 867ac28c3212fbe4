//! `portal backend`: setting up the connection with the municipality's systems, and the simulated ones for the demo.

use anyhow::{Context as _, Result, bail};
use app::address;
use backend_sim::{Config, Credentials, Ids, ObjectType, SeedFrom, Shape, StateIn};
use clap::{Args, Subcommand};
use service::clock::{Clock, SystemClock};
use service::settings::{BackendKind, Mode, Secret, Settings};
use service::sync::types::OBJECT_TYPES;
use service::sync::zgw::Zgw;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// Setting up the connection.
#[derive(Debug, Subcommand)]
pub enum BackendCommand {
    /// Say what is missing or wrong before anything can be delivered.
    Check,
    /// Install and publish our object types (needs `backend.zgw.types_key`).
    InstallTypes,
    /// Subscribe to what happens to cases (needs `http.public_url` and `backend.webhook_secret`).
    Subscribe,
}

/// The simulated municipal backend.
#[derive(Debug, Args)]
pub struct Simulated {
    /// Address and port to listen on.
    #[arg(long, default_value = "127.0.0.1:3001")]
    listen: String,
    /// The address in all URLs that it gives out.
    #[arg(long)]
    public_url: Option<String>,
    /// What is there at first: demo, empty or a file.
    #[arg(long, default_value = "demo")]
    seed: String,
    /// Where its state is kept: memory or a file.
    #[arg(long, default_value = "memory")]
    state: String,
    /// Which program it is like: openzaak-1.30 or vng-1.6.
    #[arg(long, default_value = "openzaak-1.30", value_parser = shape)]
    shape: Shape,
    /// Seconds that its clock is ahead.
    #[arg(long, default_value_t = 0, allow_hyphen_values = true)]
    clock_offset: i64,
    /// What hangs and retries are multiplied by.
    #[arg(long, default_value_t = 1.0)]
    time_scale: f64,
    /// Where ids come from: random or seeded:<n>.
    #[arg(long, default_value = "random", value_parser = ids)]
    ids: Ids,
    /// A file with the credentials of who may call.
    #[arg(long)]
    credentials: Option<PathBuf>,
}

fn shape(text: &str) -> Result<Shape, String> {
    Shape::parse(text).ok_or_else(|| "openzaak-1.30 or vng-1.6".to_owned())
}

fn ids(text: &str) -> Result<Ids, String> {
    Ids::parse(text).ok_or_else(|| "random or seeded:<n>".to_owned())
}

/// The object types of the product, for a backend that has them installed.
#[must_use]
pub fn object_types() -> Vec<ObjectType> {
    let of = |kind: &service::sync::types::ObjectType| {
        let (version, schema) = (u32::try_from(kind.version).unwrap_or(1), serde_json::from_str(kind.schema).unwrap_or_default());
        ObjectType { name: kind.name.to_owned(), version, schema }
    };
    OBJECT_TYPES.iter().map(of).collect()
}

/// Runs the simulation until it is stopped.
///
/// # Errors
/// What stands in the way of starting.
pub async fn simulate(options: Simulated) -> Result<()> {
    let credentials = match &options.credentials {
        Some(file) => Credentials::read(file).with_context(|| file.display().to_string())?,
        None => Credentials::demo(),
    };
    let config = Config {
        watch: None,
        public_url: options.public_url,
        seed: SeedFrom::parse(&options.seed),
        state: StateIn::parse(&options.state),
        shape: options.shape,
        clock_offset: options.clock_offset,
        time_scale: options.time_scale,
        ids: options.ids,
        credentials,
        object_types: object_types(),
        production: false,
    };
    let listener = TcpListener::bind(&options.listen).await.with_context(|| options.listen.clone())?;
    println!("The simulated municipal backend is ready: http://{}/_sim/staff", listener.local_addr()?);
    Ok(backend_sim::serve(config, listener).await?)
}

/// In the demo: starts the simulation beside the portal and points the settings at it.
///
/// # Errors
/// When it cannot be started; outside the demo.
pub async fn beside(settings: &mut Settings) -> Result<Option<backend_sim::SimHandle>> {
    if settings.backend.kind != BackendKind::Simulated {
        return Ok(None);
    }
    if settings.mode == Mode::Production {
        bail!("backend.kind: the simulated backend is not for real people");
    }
    let listen = &settings.backend.simulated_listen;
    let listener = TcpListener::bind(listen).await.with_context(|| format!("backend.simulated_listen {listen}"))?;
    let state = settings.database.url.strip_prefix("sqlite://").map(|path| PathBuf::from(path).with_extension("backend.json"));
    let state = state.map_or(StateIn::Memory, StateIn::File);
    let sim = backend_sim::start(Config { state, object_types: object_types(), ..Config::default() }, listener)?;
    let root = |path: &str| format!("{}{path}", sim.url());
    let backend = &mut settings.backend;
    backend.kind = BackendKind::Zgw;
    if backend.webhook_secret.is_empty() {
        backend.webhook_secret = Secret::from(service::form_key().as_str());
    }
    let zgw = &mut backend.zgw;
    zgw.cases = root("/zaken/api/v1");
    zgw.documents = root("/documenten/api/v1");
    zgw.catalogue = root("/catalogi/api/v1");
    zgw.objects = root("/objecten/api/v2");
    zgw.contacts = root("/klantinteracties/api/v1");
    zgw.notifications = root("/notificaties/api/v1");
    zgw.client_id = "portal".into();
    (zgw.secret, zgw.objects_key, zgw.contacts_key) = ("demo-signing-secret".into(), "demo-objects-key".into(), "demo-contacts-key".into());
    zgw.rsin = "002220647".into();
    println!("The simulated municipal backend: {}/_sim/staff", sim.url());
    Ok(Some(sim))
}

/// Subscribes the portal that listens at `address` to the simulation, once it answers.
pub async fn subscribe_demo(settings: Settings, portal: String) {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let Ok(zgw) = Zgw::open(&settings.backend, clock) else { return };
    let callback = format!("{portal}{}", address::WEBHOOK);
    for _ in 0..20 {
        if zgw.subscribe(&callback, settings.backend.webhook_secret.reveal()).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    tracing::warn!("the simulated backend does not tell what happens to cases: reading at night does");
}

/// Runs a command.
///
/// # Errors
/// What is missing or wrong, in plain words.
pub async fn run(command: &BackendCommand, settings: &Settings) -> Result<()> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    if let BackendCommand::Check = command {
        let Some(backend) = service::sync::open(settings, &clock).map_err(anyhow::Error::msg)? else {
            println!("backend.kind = \"none\": nothing is delivered.");
            return Ok(());
        };
        let wrong = backend.check().await;
        for line in &wrong {
            println!("{line}");
        }
        if wrong.is_empty() {
            println!("Everything is there: what residents send can be delivered.");
            return Ok(());
        }
        bail!("{} things to mend", wrong.len());
    }
    let zgw = Zgw::open(&settings.backend, clock).map_err(anyhow::Error::msg)?;
    let failed = |failure: service::sync::Failure| anyhow::anyhow!("the backend refuses: {}", failure.code());
    match command {
        BackendCommand::InstallTypes => {
            for line in zgw.install_types().await.map_err(failed)? {
                println!("{line}.");
            }
        }
        BackendCommand::Subscribe | BackendCommand::Check => {
            let url = settings.http.public_url.as_deref().context("http.public_url: needed, the backend calls it")?;
            let secret = &settings.backend.webhook_secret;
            if secret.is_empty() || settings.backend.zgw.notifications.is_empty() {
                bail!("backend.webhook_secret and backend.zgw.notifications: needed to subscribe");
            }
            let callback = format!("{}{}", url.trim_end_matches('/'), address::WEBHOOK);
            println!("{}.", zgw.subscribe(&callback, secret.reveal()).await.map_err(failed)?);
        }
    }
    Ok(())
}
