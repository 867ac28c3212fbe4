//! Ending a mandate: asks nothing, and works on the next click.

use super::keeps;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use sqlx::AnyConnection;

impl Service {
    /// The resident ends a mandate; a caseworker at the desk one that was made there. One that is over is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn end_mandate(&self, actor: &Actor, resident: &str, mandate: &str) -> Result<()> {
        self.open_file(actor, keeps(actor), resident).await?;
        let (desk, by, now) = (i64::from(actor.role == Role::Caseworker), actor.person.clone(), self.clock.now());
        let (resident, mandate) = (resident.to_owned(), mandate.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE id = $3 AND resident = $4 AND withdrawn_at IS NULL \
                               AND ($5 = 0 OR way = 'desk')";
                    sqlx::query(sql).bind(now).bind(by).bind(mandate).bind(resident).bind(desk).execute(tx).await?;
                    Ok(())
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
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE resident = $3 AND helper = $2 AND withdrawn_at IS NULL";
                    sqlx::query(sql).bind(now).bind(by).bind(resident).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }
}

/// The account of a helper ends: their mandates, what they answered, and their sessions.
///
/// # Errors
/// [`Error::NotFound`] when there is no such helper.
pub(crate) async fn end_account(tx: &mut AnyConnection, helper: &str, by: &str, now: i64) -> Result<()> {
    let known: Option<(String,)> = sqlx::query_as("SELECT id FROM person WHERE id = $1 AND role = 'helper'").bind(helper).fetch_optional(&mut *tx).await?;
    if known.is_none() {
        return Err(Error::NotFound);
    }
    for sql in [
        "UPDATE mandate SET withdrawn_at = $1, withdrawn_by = $2 WHERE helper = $3 AND withdrawn_at IS NULL",
        "UPDATE helper_invitation SET settled_at = $1, outcome = 'declined' WHERE $2 <> '' AND helper = $3 AND settled_at IS NULL",
    ] {
        sqlx::query(sql).bind(now).bind(by).bind(helper).execute(&mut *tx).await?;
    }
    sqlx::query("DELETE FROM session WHERE person = $1").bind(helper).execute(tx).await?;
    Ok(())
}
