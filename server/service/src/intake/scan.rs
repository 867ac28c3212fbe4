//! What was sent, opened.

use crate::file::File;
use crate::keys::Context;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use domain::intake::{Facts, SelfScan, Visibility};

/// A sent self-scan with what is known about its sending.
#[derive(Debug, Clone)]
pub struct SentView {
    /// Row id.
    pub id: String,
    /// What the resident can name at the desk.
    pub reference: String,
    /// When it was sent, in milliseconds.
    pub sent_at: i64,
    /// Who sent it.
    pub sent_by: String,
    /// ISO date by which the resident hears something.
    pub due_on: String,
    /// The request for a second look that it answered.
    pub ask: Option<String>,
    /// What was sent.
    pub scan: SelfScan,
}

impl SentView {
    /// What staff may see: without the answers that only the resident sees.
    #[must_use]
    pub fn for_staff(mut self) -> Self {
        self.scan.answers.retain(|a| a.visible != Visibility::I);
        self
    }

    /// What who opened `file` may see.
    fn for_reader(self, file: &File) -> Self {
        if file.own { self } else { self.for_staff() }
    }

    /// The answers as facts, for topics and the picture.
    #[must_use]
    pub fn facts(&self, intake: &domain::intake::Intake) -> Facts {
        Facts::of_all(intake, &self.scan.kept())
    }
}

/// What the resident gets after sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The reference.
    pub reference: String,
    /// The version.
    pub number: i64,
}

pub(crate) fn scan_place(id: &str) -> Context {
    Context::new("scan", &[id])
}

type Row = (String, String, i64, String, String, Option<String>, Vec<u8>);

impl Service {
    /// Every version that a resident sent, newest first. The caller has opened the file.
    pub(crate) async fn scans(&self, file: &File, most: i64) -> Result<Vec<SentView>> {
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, reference, sent_at, sent_by, due_on, ask, sealed_scan FROM scan WHERE resident = $1 ORDER BY number DESC LIMIT $2")
                .bind(file.resident())
                .bind(most)
                .fetch_all(self.db.read())
                .await?;
        rows.into_iter().map(|row| open(file, row)).collect()
    }

    pub(crate) async fn latest_scan(&self, file: &File) -> Result<Option<SentView>> {
        Ok(self.scans(file, 1).await?.pop())
    }

    /// One version that this resident sent, for the resident.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the actor may not.
    pub async fn own_scan(&self, actor: &Actor, resident: &str, number: i64) -> Result<(File, SentView, Option<SentView>)> {
        let file = self.open_file(actor, Action::ReadOwn, resident).await?;
        let scans = self.scans(&file, 100).await?;
        let at = scans.iter().position(|s| s.scan.number == number).ok_or(Error::NotFound)?;
        let mut from = scans.into_iter().skip(at);
        let sent = from.next().ok_or(Error::NotFound)?.for_reader(&file);
        let before = from.next().map(|before| before.for_reader(&file));
        Ok((file, sent, before))
    }
}

fn open(file: &File, (id, reference, sent_at, sent_by, due_on, ask, sealed): Row) -> Result<SentView> {
    let scan = file.key.open_json(&scan_place(&id), &sealed)?;
    Ok(SentView { id, reference, sent_at, sent_by, due_on, ask, scan })
}
