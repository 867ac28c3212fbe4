//! The state file: written whole after each commit, read at the start (section 11.1).

use crate::config::StartError;
use crate::store::Store;
use std::fs::{File, create_dir_all, rename};
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// Reads the state; none when there is no file yet.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn read(path: &Path) -> Result<Option<Store>, StartError> {
    match std::fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|error| StartError::Content(path.to_owned(), error)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StartError::File(path.to_owned(), error)),
    }
}

/// Writes the state beside the file, then puts it in place: the file is whole at every moment. Makes its folder.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, store: &Store) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    if let Some(folder) = path.parent() {
        create_dir_all(folder)?;
    }
    let mut file = BufWriter::new(File::create(&beside)?);
    serde_json::to_writer(&mut file, store)?;
    file.flush()?;
    rename(beside, path)
}
