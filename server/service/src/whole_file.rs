//! A file with somebody's data: nobody but its owner reads it, and it is there whole or not at all.

use std::io;
use std::path::Path;
use tokio::io::AsyncWriteExt as _;

/// Writes `bytes` to `path`, through a file beside it that ends in `.part`. A file that is there is replaced.
///
/// # Errors
/// What the system says.
pub(crate) async fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let half = path.with_extension("part");
    let mut file = tokio::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&half).await?;
    file.write_all(bytes).await?;
    file.sync_all().await?;
    drop(file);
    tokio::fs::rename(&half, path).await
}
