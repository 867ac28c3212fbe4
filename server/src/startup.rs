//! Starts and stops the portal. Tests start the same thing on a port of their own.

use crate::assets::Site;
use crate::{backend, config, router};
use anyhow::{Context as _, Result, bail};
use service::Service;
use service::auth::Providers;
use service::clock::{Clock, SystemClock};
use service::content::Content;
use service::db::Db;
use service::keys::KeyRing;
use service::settings::{Mode, Settings};
use service::sync::{self, worker::Delivery};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// Opens everything that the use cases need, and brings the database to the newest version.
///
/// # Errors
/// Names the setting that stands in the way.
pub async fn open(settings: Settings, clock: Arc<dyn Clock>) -> Result<Service> {
    let parts = parts(&settings)?;
    prepare_folder(&settings.database.url)?;
    let db = Db::open(&settings.database.url).await.context("database.url")?;
    Ok(together(settings, clock, parts, db))
}

/// The same, with the database as it is: whoever only looks changes nothing.
///
/// # Errors
/// Names the setting that stands in the way, or says that the database is not at the newest version.
pub async fn look(settings: Settings, clock: Arc<dyn Clock>) -> Result<Service> {
    let parts = parts(&settings)?;
    let Some(db) = Db::open_as_it_is(&settings.database.url).await.context("database.url")? else {
        bail!("database.url: not at the newest version (portal migrate)");
    };
    Ok(together(settings, clock, parts, db))
}

type Parts = (Content, KeyRing, Providers);

fn parts(settings: &Settings) -> Result<Parts> {
    let content = Content::load(settings).map_err(|findings| {
        let list: Vec<String> = findings.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("the content does not hold together:\n{}", list.join("\n"))
    })?;
    for question in &settings.intake.switched_on {
        if content.intake.question(question).is_none() {
            bail!("intake.switched_on: the question `{question}` does not exist");
        }
    }
    Ok((content, keys(settings)?, Providers::new(settings).map_err(anyhow::Error::msg)?))
}

fn together(settings: Settings, clock: Arc<dyn Clock>, (content, keys, providers): Parts, db: Db) -> Service {
    Service {
        providers: Arc::new(providers),
        access: Arc::default(),
        origin: "portal".into(),
        db,
        keys: Arc::new(keys),
        clock,
        content: Arc::new(content),
        settings: Arc::new(settings),
        circuits: Arc::default(),
        messenger: None,
    }
}

/// Makes the folder of an SQLite file.
///
/// # Errors
/// When it cannot be made.
pub fn prepare_folder(url: &str) -> Result<()> {
    let Some(path) = url.strip_prefix("sqlite://") else { return Ok(()) };
    let file = Path::new(path.split('?').next().unwrap_or(path));
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display())),
        _ => Ok(()),
    }
}

/// The keys of the key file or of the environment; in the demo a key file is made beside the database when none is set.
fn keys(settings: &Settings) -> Result<KeyRing> {
    if !settings.keys.text.is_empty() {
        return KeyRing::parse(settings.keys.text.reveal()).context("keys.text");
    }
    let path = match (&settings.keys.file, settings.mode) {
        (Some(path), _) => path.clone(),
        (None, Mode::Demo) => {
            let database = settings.database.url.strip_prefix("sqlite://").unwrap_or("data/portal.db");
            let path = Path::new(database.split('?').next().unwrap_or(database)).with_extension("demo-keys.toml");
            if !path.exists() {
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                std::fs::write(&path, KeyRing::new_file("demo")?)?;
            }
            path
        }
        (None, _) => bail!("keys.file: needed outside the demo"),
    };
    KeyRing::open(&path).with_context(|| format!("keys.file {}", path.display()))
}

/// Serves until told to stop, then lets running requests finish.
///
/// # Errors
/// Names the setting that stands in the way.
pub async fn serve(mut settings: Settings, town: bool) -> Result<()> {
    config::may_serve(&settings)?;
    let simulated = backend::beside(&mut settings).await?;
    let mut service = open(settings, Arc::new(SystemClock)).await?;
    service.messenger = service::reminder::open(&service.settings).map_err(anyhow::Error::msg)?;
    if service.settings.mode == Mode::Demo && !service.has_demo_people().await? {
        service.make_demo(town).await?;
    }
    let site = Site::open(&service.settings.http.site)?;
    let listener = TcpListener::bind(&service.settings.http.listen).await.with_context(|| format!("http.listen {}", service.settings.http.listen))?;
    let address = listener.local_addr()?;
    println!("Meedoen is ready: http://{address}");
    let sweeper = tokio::spawn(sweep(service.clone()));
    let _delivering = deliver(&service)?;
    let reminding = tokio::spawn(service.clone().remind());
    if simulated.is_some() {
        tokio::spawn(backend::subscribe_demo((*service.settings).clone(), format!("http://{address}")));
    }
    axum::serve(listener, router(service.clone(), site).into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(stop()).await?;
    sweeper.abort();
    reminding.abort();
    if let Err(error) = service.flush_access_log().await {
        tracing::error!(%error, "the last lines of the log of access");
    }
    service.db.close().await;
    Ok(())
}

/// Delivers to the municipal backend until it is dropped.
///
/// # Errors
/// Names the setting that stands in the way.
pub fn deliver(service: &Service) -> Result<JoinSet<()>> {
    let mut tasks = JoinSet::new();
    let Some(backend) = sync::open(&service.settings, &service.clock).map_err(anyhow::Error::msg)? else { return Ok(tasks) };
    let delivery = Delivery::new(service.clone(), backend);
    for _ in 0..service.settings.backend.workers.max(1) {
        let worker = delivery.clone();
        tasks.spawn(async move { worker.run().await });
    }
    let (watcher, follower) = (delivery.clone(), delivery);
    tasks.spawn(async move { watcher.watch().await });
    tasks.spawn(async move { follower.follow().await });
    Ok(tasks)
}

/// Clears away what nobody can use any more, and what was kept long enough, once an hour.
async fn sweep(service: Service) {
    let mut hour = tokio::time::interval(Duration::from_secs(60 * 60));
    loop {
        hour.tick().await;
        if let Err(error) = service.sweep_sessions().await {
            tracing::warn!(%error, "sweeping sessions");
        }
        match service.sweep_retention(false).await {
            Ok(swept) => tracing::info!(told = swept.told, deleted = swept.deleted, waiting = swept.waiting, "retention"),
            Err(error) => tracing::warn!(%error, "retention"),
        }
        if let Err(error) = service.cut_access_log(false).await {
            tracing::warn!(%error, "retention of the log of access");
        }
    }
}

async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
