//! What the municipality's systems hear of mandates: that there is one, and that it ended. Written with the change.

use super::{Row, mandate};
use crate::file::File;
use crate::sync::outbox::Queued;
use crate::{Result, Service};
use domain::mandate::Mandate;
use sqlx::AnyConnection;

/// The columns of a mandate, in the order of [`Row`].
macro_rules! columns {
    () => {
        "id, resident, helper, kind, scope, colour, made_by, from_at, until_at, withdrawn_at"
    };
}
pub(crate) use columns;

impl Service {
    /// Writes the message about a mandate that was made or ended just now. The caller has opened the file.
    pub(super) async fn tell_mandate(&self, tx: &mut AnyConnection, file: &File, mandate: &Mandate) -> Result<()> {
        Queued::about_the_case(self.queue_mandate(file, mandate)?.into_iter().collect(), tx).await
    }

    /// The same for several, each of one of `files`.
    pub(super) async fn tell_mandates(&self, tx: &mut AnyConnection, files: &[File], rows: Vec<Row>) -> Result<()> {
        for row in rows {
            let mandate = mandate(row)?;
            if let Some(file) = files.iter().find(|file| file.resident() == mandate.resident) {
                self.tell_mandate(tx, file, &mandate).await?;
            }
        }
        Ok(())
    }

    /// The mandates of a resident that hold now. The caller has opened the file.
    pub(crate) async fn mandates_now(&self, tx: &mut AnyConnection, file: &File) -> Result<Vec<Mandate>> {
        let sql = concat!("SELECT ", columns!(), " FROM mandate WHERE resident = $1 AND withdrawn_at IS NULL AND until_at > $2 ORDER BY from_at, id");
        let rows: Vec<Row> = sqlx::query_as(sql).bind(file.resident()).bind(self.clock.now()).fetch_all(tx).await?;
        rows.into_iter().map(mandate).collect()
    }

    /// The files of the residents whom `helper` helps, or who invited them. One that does not open (logged there) is left out:
    /// of that resident nothing can be told, and the others' mandates end all the same.
    pub(super) async fn helped_files(&self, helper: &str) -> Result<Vec<File>> {
        let sql = "SELECT r.id FROM resident r WHERE EXISTS (SELECT 1 FROM mandate m WHERE m.resident = r.id AND m.helper = $1 AND m.withdrawn_at IS NULL) OR \
                   EXISTS (SELECT 1 FROM helper_invitation i WHERE i.resident = r.id AND i.helper = $1 AND i.settled_at IS NULL)";
        let residents: Vec<(String,)> = sqlx::query_as(sql).bind(helper).fetch_all(self.db.read()).await?;
        let mut files = Vec::new();
        for (resident,) in residents {
            files.extend(self.file_of(&resident).await.ok());
        }
        Ok(files)
    }
}
