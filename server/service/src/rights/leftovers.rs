//! What nobody needs any more and nobody is asked about: the daily job takes it away.

use super::retention::DAY;
use crate::{Error, Result, Service};

/// How long an invitation of a helper is kept after it closed, in milliseconds: to look back on what happened lately.
const INVITATION: i64 = 30 * DAY;
/// How long a notification of the municipal backend is kept after it was worked on, in milliseconds: one that comes again is known.
const NOTIFICATION: i64 = 30 * DAY;
/// How long the account of a helper or of who acts for somebody is kept without anything that it is for, in milliseconds: since it
/// was made or its passkey was last used.
const ACCOUNT: i64 = 365 * DAY;

impl Service {
    pub(super) async fn clear_leftovers(&self) -> Result<()> {
        self.clear_invitations().await?;
        let sql = "DELETE FROM inbox_event WHERE done_at < $1";
        self.db.run(sqlx::query(sql).bind(self.clock.now() - NOTIFICATION)).await?;
        self.clear_accounts().await
    }

    /// How somebody agreed at the desk stays until a month after the mandate that came of it: it shows that they did.
    async fn clear_invitations(&self) -> Result<()> {
        let sql = "DELETE FROM helper_invitation WHERE COALESCE(settled_at, expires_at) < $1 AND (sealed_agreement IS NULL OR NOT EXISTS (\
                   SELECT 1 FROM mandate m WHERE m.resident = helper_invitation.resident AND m.helper = helper_invitation.helper \
                   AND m.from_at = helper_invitation.settled_at AND COALESCE(m.withdrawn_at, m.until_at) >= $1))";
        self.db.run(sqlx::query(sql).bind(self.clock.now() - INVITATION)).await
    }

    /// Accounts that nothing refers to but their own passkeys. Whoever comes back is made known again.
    async fn clear_accounts(&self) -> Result<()> {
        let sql = "SELECT p.id FROM person p WHERE p.subject IS NOT NULL AND p.role IN ('helper', 'representative') AND p.created_at < $1 \
                   AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person = p.id AND COALESCE(k.used_at, k.made_at) >= $1) \
                   AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.helper = p.id) AND NOT EXISTS (SELECT 1 FROM helper_invitation i WHERE i.helper = p.id)";
        let old: Vec<(String,)> = sqlx::query_as(sql).bind(self.clock.now() - ACCOUNT).fetch_all(self.db.read()).await?;
        for (person,) in old {
            let cleared = self.db.write(move |tx| {
                Box::pin(async move {
                    for sql in ["DELETE FROM passkey_try WHERE person = $1", "DELETE FROM passkey WHERE person = $1", "DELETE FROM person WHERE id = $1"] {
                        sqlx::query(sql).bind(&person).execute(&mut *tx).await.map_err(|error| match error {
                            // A session, a volunteer's sheet, something that they wrote: then the account stays, and its passkeys too.
                            sqlx::Error::Database(fault) if fault.is_foreign_key_violation() => Error::Conflict("account"),
                            error => error.into(),
                        })?;
                    }
                    Ok(())
                })
            });
            cleared.await.or_else(|error| if matches!(error, Error::Conflict("account")) { Ok(()) } else { Err(error) })?;
        }
        Ok(())
    }
}
