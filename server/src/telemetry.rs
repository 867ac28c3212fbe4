//! The log: one line an event, no personal data. Residents and staff appear by our own id, nobody by a name.

use service::settings::Log;
use tracing_subscriber::EnvFilter;

/// Starts logging to standard error.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&log.filter).map_err(|e| anyhow::anyhow!("log.filter: {e}"))?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start (in tests) keeps the first.
    let _ = if log.json { builder.json().try_init() } else { builder.try_init() };
    Ok(())
}
