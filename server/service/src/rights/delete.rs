//! What goes with a file: every row of the resident, the key last. There is no list of what is left, because nothing is: the
//! row of the resident goes too, and every table about residents refers to it. A table that is missing here makes the deletion
//! fail as a whole, and a write that was prepared before it fails after it.
//!
//! Outside of these stay the line in `erasure`, which proves that it was done to who has the number of the request, and the log
//! of access, which has no content and a term of its own. The case system needs nothing of ours: what it has was delivered
//! before, and it looks nothing up here.

use crate::{Error, Result};
use sqlx::AnyConnection;
use std::time::Duration;

/// In an order in which nothing refers to what is gone.
const OF_A_FILE: [&str; 39] = [
    "DELETE FROM helper_contact WHERE mandate IN (SELECT id FROM mandate WHERE resident = $1)",
    "DELETE FROM mandate WHERE resident = $1",
    "DELETE FROM helper_invitation WHERE resident = $1",
    "DELETE FROM helper_left WHERE resident = $1",
    "DELETE FROM helped_answer WHERE resident = $1",
    "DELETE FROM together WHERE resident = $1",
    "DELETE FROM objection WHERE resident = $1",
    "DELETE FROM inbox_event WHERE case_url IN (SELECT f.url FROM remote_ref f JOIN delivery d ON d.id = f.local_id WHERE d.resident = $1)",
    "DELETE FROM remote_ref WHERE resident = $1",
    "DELETE FROM sync_alert WHERE delivery IN (SELECT id FROM delivery WHERE resident = $1)",
    "DELETE FROM case_status WHERE delivery IN (SELECT id FROM delivery WHERE resident = $1)",
    "DELETE FROM outbox WHERE delivery IN (SELECT id FROM delivery WHERE resident = $1)",
    "DELETE FROM delivery WHERE resident = $1",
    "DELETE FROM agreement_look_back WHERE resident = $1",
    "DELETE FROM agreement_mark WHERE resident = $1",
    "DELETE FROM agreement_line WHERE resident = $1",
    "DELETE FROM agreement_order WHERE resident = $1",
    "DELETE FROM agreement_sheet WHERE resident = $1",
    "DELETE FROM agreement_version WHERE resident = $1",
    "DELETE FROM appointment WHERE resident = $1",
    "DELETE FROM calendar_address WHERE resident = $1",
    "DELETE FROM reminder WHERE resident = $1",
    "DELETE FROM retention_notice WHERE resident = $1",
    "DELETE FROM look_reason WHERE resident = $1",
    "DELETE FROM calculation WHERE resident = $1",
    "DELETE FROM note WHERE resident = $1",
    "DELETE FROM event WHERE resident = $1",
    "DELETE FROM group_decision WHERE resident = $1",
    "DELETE FROM ask WHERE resident = $1",
    "DELETE FROM request WHERE resident = $1",
    "DELETE FROM review WHERE resident = $1",
    // With its answers and the keys of what was kept.
    "DELETE FROM draft WHERE resident = $1",
    "DELETE FROM scan WHERE resident = $1",
    "DELETE FROM ended_session WHERE person = $1 OR acts_for = $1",
    // What staff typed about the resident and was not taken; what the resident typed goes with the session.
    "DELETE FROM typed WHERE form LIKE '%/' || $1 || '%'",
    "DELETE FROM session WHERE person = $1 OR acts_for = $1",
    "UPDATE erasure SET sealed_reason = NULL WHERE resident = $1",
    // The data key: whatever is sealed with it, in a document or a copy of a table, is unreadable for good.
    "DELETE FROM resident WHERE id = $1",
    "DELETE FROM person WHERE id = $1",
];

/// Keeps everybody else from writing anything about a resident until this transaction ends: a row that refers to the resident's
/// waits for it on PostgreSQL, because a unique column changes; on SQLite there is one writer. What was written before is seen
/// by whatever is asked after this.
///
/// # Errors
/// [`Error::NotFound`] when there is no such resident any more.
pub(super) async fn hold(tx: &mut AnyConnection, resident: &str) -> Result<()> {
    let held = sqlx::query("UPDATE resident SET bsn_hash = id WHERE id = $1").bind(resident).execute(tx).await?;
    if held.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Deletes everything of a resident, for good. The transaction holds the resident ([`hold`]) where something may be going on.
///
/// # Errors
/// [`Error::Busy`] when something of the resident would be left, or the store does not answer.
pub async fn erase(tx: &mut AnyConnection, resident: &str) -> Result<()> {
    for sql in OF_A_FILE {
        sqlx::query(sql).bind(resident).execute(&mut *tx).await.map_err(|error| match error {
            // Somebody writes at this moment, or a table is missing above.
            sqlx::Error::Database(fault) if fault.is_foreign_key_violation() => {
                tracing::error!("something of an erased resident would be left");
                Error::Busy
            }
            error => error.into(),
        })?;
    }
    Ok(())
}

/// How often deleting gives way to whoever writes at the same moment: it takes rows of many tables.
const GIVES_WAY: u32 = 5;

/// Does `job`, a transaction that deletes, again when somebody else was in its way.
///
/// # Errors
/// Those of the last try.
pub(super) async fn giving_way<T, F: Future<Output = Result<T>>>(job: impl Fn() -> F) -> Result<T> {
    for times in 0..GIVES_WAY {
        match job().await {
            Err(Error::Busy) => tokio::time::sleep(Duration::from_millis(fastrand::u64(10..=50) << times)).await,
            done => return done,
        }
    }
    job().await
}
