//! `portal keys`: add a master key, wrap everything with it, see which keys are needed.

use crate::startup;
use anyhow::{Context as _, Result, bail};
use service::clock::SystemClock;
use service::keys::{KeyRing, Locked};
use service::settings::Settings;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Adds a key to a file, by way of a new file in its place: a portal that reads at that moment reads the old or the new one.
pub fn add(file: &Path, id: &str) -> Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    let new = KeyRing::with_new_key(&text, id).with_context(|| format!("{}", file.display()))?;
    let beside = file.with_extension("new");
    let mut out = std::fs::OpenOptions::new();
    out.write(true).create_new(true);
    std::os::unix::fs::OpenOptionsExt::mode(&mut out, 0o600);
    let written = out.open(&beside).and_then(|mut out| out.write_all(new.as_bytes()).and_then(|()| out.sync_all()));
    written.with_context(|| format!("{}", beside.display()))?;
    std::fs::set_permissions(&beside, std::fs::metadata(file)?.permissions())?;
    std::fs::rename(&beside, file)?;
    println!(
        "`{id}` is the current key of {}. Back it up, start every portal again that has a copy of it, then run `portal keys rotate`. Keep the older keys as long as there are backups that need them.",
        file.display()
    );
    Ok(())
}

pub async fn rotate(settings: Settings) -> Result<()> {
    let service = startup::open(settings, Arc::new(SystemClock)).await?;
    let done = service.rotate_keys().await?;
    service.db.close().await;
    println!("{} data keys are wrapped with `{}` now, {} were changed meanwhile.", done.wrapped, service.keys.current(), done.skipped);
    for (resident, locked) in &done.locked {
        let why = if *locked == Locked::Lost { "its master key is not in the key file" } else { "the wrapped key does not open" };
        println!("resident {resident}: {why}; nothing was changed");
    }
    if done.locked.is_empty() { Ok(()) } else { bail!("the data of {} residents cannot be read", done.locked.len()) }
}

pub async fn status(settings: Settings) -> Result<()> {
    let service = startup::look(settings, Arc::new(SystemClock)).await?;
    let in_use = service.keys_in_use().await?;
    service.db.close().await;
    let mut missing = 0;
    for (id, residents) in in_use {
        let note = match id.as_str() {
            id if service.keys.has(id) => {
                if id == service.keys.current() {
                    "current"
                } else {
                    "older: run `portal keys rotate`"
                }
            }
            _ => {
                missing += 1;
                "MISSING from the key file"
            }
        };
        println!("{id:<20} {residents:>7} residents  {note}");
    }
    if missing == 0 { Ok(()) } else { bail!("{missing} master keys are missing") }
}
