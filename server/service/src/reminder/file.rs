//! A folder as the messenger: one JSON file for each message, there whole or not at all. Text messages always go this
//! way: the municipality's own provider empties the folder.

use super::{Message, Messenger};
use crate::whole_file;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};

/// The folder.
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// The folder at `folder`; it is made when it is not there.
    ///
    /// # Errors
    /// Names the setting when it cannot be made.
    pub fn open(folder: &Path) -> Result<Self, String> {
        std::fs::create_dir_all(folder).map_err(|error| format!("messages.folder {}: {error}", folder.display()))?;
        Ok(Self { folder: folder.to_path_buf() })
    }

    pub(super) async fn write(&self, message: &Message) -> Result<(), String> {
        // The name tells nothing, and the same occasion gives the same file.
        let name: String = data_encoding::HEXLOWER.encode(&Sha256::digest(message.key.as_bytes())).chars().take(32).collect();
        let path = self.folder.join(format!("{name}.json"));
        let value = serde_json::json!({ "channel": message.channel.as_str(), "to": message.to, "subject": message.subject, "text": message.text });
        let bytes = serde_json::to_vec_pretty(&value).map_err(|_| "json".to_owned())?;
        whole_file::write(&path, &bytes).await.map_err(|_| "folder".to_owned())
    }
}

impl Messenger for Files {
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Result<(), String>> {
        self.write(message).boxed()
    }
}
