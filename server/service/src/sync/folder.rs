//! A folder as the municipal backend: one JSON and one PDF for each item, for a municipality without such systems.
//! Writing a file again gives the same file; a file is there whole or not at all.

use super::message::Message;
use super::{Api, CaseState, Failure, Found, Item, MunicipalBackend, Remote, Step};
use crate::whole_file;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use serde_json::json;
use std::path::{Path, PathBuf};

/// The folder.
pub struct Folder {
    folder: PathBuf,
}

impl Folder {
    /// The folder at `folder`; it is made when it is not there.
    ///
    /// # Errors
    /// Names the setting when it cannot be made.
    pub fn open(folder: &Path) -> Result<Self, String> {
        std::fs::create_dir_all(folder).map_err(|error| format!("backend.folder {}: {error}", folder.display()))?;
        Ok(Self { folder: folder.to_path_buf() })
    }

    fn path(&self, step: Step, item: &Item) -> PathBuf {
        let name = match (&item.message, step) {
            (Message::Contact(contact), _) => format!("{}-contact-{}.json", item.identification, contact.number),
            (_, Step::Document) => format!("{}-{}.pdf", item.identification, item.seq),
            _ => format!("{}-{}.json", item.identification, item.seq),
        };
        self.folder.join(name)
    }

    async fn write(&self, step: Step, item: &Item) -> Result<Remote, Failure> {
        let path = self.path(step, item);
        let bytes = match (&item.message, step) {
            (_, Step::Document) => item.document.clone().ok_or_else(|| Failure::Refused("no-document".to_owned()))?,
            (message, _) => content(message, item)?,
        };
        whole_file::write(&path, &bytes).await.map_err(|_| Failure::Unknown("folder".to_owned()))?;
        Ok(Remote(path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()))
    }
}

/// What the JSON file holds: the data of the item, and whose it is.
fn content(message: &Message, item: &Item) -> Result<Vec<u8>, Failure> {
    let value = match message {
        Message::Submission(s) | Message::Correction(s) => json!({
            "kind": message.kind(), "case": item.identification, "bsn": item.bsn, "follows": item.follows, "sentOn": s.sent_on, "data": s.data,
        }),
        Message::Contact(contact) => json!({
            "kind": message.kind(), "case": item.identification, "bsn": item.bsn, "at": contact.at, "subject": contact.subject, "text": contact.text,
        }),
        Message::Record(record) => json!({
            "kind": message.kind(), "case": item.identification, "bsn": item.bsn, "at": record.at, "data": record.data,
        }),
    };
    serde_json::to_vec_pretty(&value).map_err(|_| Failure::Refused("json".to_owned()))
}

impl MunicipalBackend for Folder {
    fn steps(&self, message: &Message) -> &'static [Step] {
        match message {
            // The document first: who finds the JSON file finds the document.
            Message::Submission(_) | Message::Correction(_) => &[Step::Document, Step::Change],
            Message::Record(record) if record.document.is_some() => &[Step::Document, Step::Change],
            Message::Record(_) => &[Step::Change],
            Message::Contact(_) => &[Step::Contact],
        }
    }

    fn api(&self, _: Step) -> Api {
        Api::Folder
    }

    fn find<'a>(&'a self, step: Step, item: &'a Item) -> BoxFuture<'a, Result<Found, Failure>> {
        async move {
            let path = self.path(step, item);
            let there = tokio::fs::try_exists(&path).await.map_err(|_| Failure::Unknown("folder".to_owned()))?;
            let name = || path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            Ok(if there { Found::Ours(Remote(name())) } else { Found::Nothing })
        }
        .boxed()
    }

    fn send<'a>(&'a self, step: Step, item: &'a Item) -> BoxFuture<'a, Result<Remote, Failure>> {
        self.write(step, item).boxed()
    }

    fn read<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Option<CaseState>, Failure>> {
        async { Ok(None) }.boxed()
    }

    fn check(&self) -> BoxFuture<'_, Vec<String>> {
        async move {
            let probe = self.folder.join(".check");
            let done = match tokio::fs::write(&probe, b"").await {
                Ok(()) => tokio::fs::remove_file(&probe).await,
                Err(error) => Err(error),
            };
            done.err().map(|error| format!("backend.folder {}: {error}", self.folder.display())).into_iter().collect()
        }
        .boxed()
    }
}
