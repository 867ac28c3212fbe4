//! Ending a mandate: asks nothing, and works on the next click.

use super::{Row, columns, keeps};
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use sqlx::AnyConnection;

impl Service {
    /// The resident ends a mandate; a caseworker at the desk one that was made there. One that was ended is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not; [`Error::Conflict`] when there is none that they may end.
    pub async fn end_mandate(&self, actor: &Actor, resident: &str, mandate: &str) -> Result<()> {
        let file = self.open_file(actor, keeps(actor), resident).await?;
        let (service, desk, by, now) = (self.clone(), i64::from(actor.role == Role::Caseworker), actor.person.clone(), self.clock.now());
        let (resident, mandate) = (resident.to_owned(), mandate.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = concat!(
                        "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE id = $3 AND resident = $4 AND withdrawn_at IS NULL \
                         AND ($5 = 0 OR way = 'desk') RETURNING ",
                        columns!()
                    );
                    let ended: Vec<Row> = sqlx::query_as(sql).bind(now).bind(by).bind(&mandate).bind(&resident).bind(desk).fetch_all(&mut *tx).await?;
                    if ended.is_empty() {
                        let sql = "SELECT COUNT(*) FROM mandate WHERE id = $1 AND resident = $2 AND withdrawn_at IS NOT NULL AND ($3 = 0 OR way = 'desk')";
                        let (over,): (i64,) = sqlx::query_as(sql).bind(mandate).bind(resident).bind(desk).fetch_one(tx).await?;
                        return if over > 0 { Ok(()) } else { Err(Error::Conflict("mandate")) };
                    }
                    service.tell_mandates(tx, &[file], ended).await
                })
            })
            .await
    }

    /// The helper stops.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is nothing to stop.
    pub async fn stop_helping(&self, actor: &Actor, resident: &str) -> Result<()> {
        // Through the same door as everything that a helper does: what is over cannot be stopped.
        self.open_file(actor, Action::HelpContact, resident).await?;
        let file = self.file_of(resident).await?;
        let (service, resident, by, now) = (self.clone(), resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = concat!(
                        "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE resident = $3 AND helper = $2 AND withdrawn_at IS NULL RETURNING ",
                        columns!()
                    );
                    let ended: Vec<Row> = sqlx::query_as(sql).bind(now).bind(by).bind(resident).fetch_all(&mut *tx).await?;
                    service.tell_mandates(tx, &[file], ended).await
                })
            })
            .await
    }

    /// A caseworker ends everything that helpers have of a resident who asked to be deleted: the municipality's systems hear it
    /// before the rest goes. What is over is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not, or the resident did not ask.
    pub async fn end_helpers(&self, actor: &Actor, resident: &str) -> Result<()> {
        let file = self.erasure_asked(actor, resident).await?.file;
        let (service, resident, by, now) = (self.clone(), resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE helper_invitation SET settled_at = $1, outcome = 'taken_back' WHERE resident = $2 AND settled_at IS NULL";
                    sqlx::query(sql).bind(now).bind(&resident).execute(&mut *tx).await?;
                    let sql = concat!(
                        "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE resident = $3 AND withdrawn_at IS NULL AND until_at > $1 RETURNING ",
                        columns!()
                    );
                    let ended: Vec<Row> = sqlx::query_as(sql).bind(now).bind(by).bind(resident).fetch_all(&mut *tx).await?;
                    service.tell_mandates(tx, &[file], ended).await
                })
            })
            .await
    }

    /// The account of a helper ends: their mandates, what they answered, and their sessions; with `also` in the same
    /// transaction.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such helper.
    pub(crate) async fn end_account(&self, helper: &str, by: &str, also: &'static str) -> Result<()> {
        let (service, files, now) = (self.clone(), self.helped_files(helper).await?, self.clock.now());
        let (helper, by) = (helper.to_owned(), by.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query(also).bind(now).bind(&helper).execute(&mut *tx).await?;
                    let ended = end_all(tx, &helper, &by, now).await?;
                    service.tell_mandates(tx, &files, ended).await
                })
            })
            .await
    }
}

/// Ends everything of a helper; gives the mandates that held.
async fn end_all(tx: &mut AnyConnection, helper: &str, by: &str, now: i64) -> Result<Vec<Row>> {
    let known: Option<(String,)> = sqlx::query_as("SELECT id FROM person WHERE id = $1 AND role = 'helper'").bind(helper).fetch_optional(&mut *tx).await?;
    if known.is_none() {
        return Err(Error::NotFound);
    }
    // Invitations first: this waits for a yes that is being written now, and what that made is ended after it.
    let sql = "UPDATE helper_invitation SET settled_at = $1, outcome = 'declined' WHERE helper = $2 AND settled_at IS NULL";
    sqlx::query(sql).bind(now).bind(helper).execute(&mut *tx).await?;
    let sql = concat!("UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE helper = $3 AND withdrawn_at IS NULL RETURNING ", columns!());
    let ended: Vec<Row> = sqlx::query_as(sql).bind(now).bind(by).bind(helper).fetch_all(&mut *tx).await?;
    sqlx::query("DELETE FROM passkey WHERE person = $1").bind(helper).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM session WHERE person = $1").bind(helper).execute(tx).await?;
    Ok(ended)
}
