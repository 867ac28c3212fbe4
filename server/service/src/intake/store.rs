//! Sending on disk: the one transaction, which finds the first when a draft is sent twice.

use super::scan::Receipt;
use crate::event::{self, EventKind};
use crate::sync::outbox::{Queued, newest_case};
use crate::{Error, Result};
use domain::review::{self, State};
use sqlx::AnyConnection;

/// Everything the transaction writes, sealed beforehand.
pub(super) struct Sending {
    pub(super) resident: String,
    pub(super) draft: String,
    pub(super) revision: i64,
    pub(super) scan_id: String,
    pub(super) reference: String,
    pub(super) ask: Option<String>,
    pub(super) channel: &'static str,
    pub(super) sealed_scan: Vec<u8>,
    pub(super) number: i64,
    pub(super) by: String,
    pub(super) now: i64,
    pub(super) due_on: String,
    pub(super) signal: i64,
    pub(super) profile: Option<(Vec<u8>, i64)>,
    /// The message to the municipal backend.
    pub(super) message: Option<Queued>,
}

/// Writes a version that is sent, or finds that it was.
pub(super) async fn store(tx: &mut AnyConnection, mut s: Sending) -> Result<Receipt> {
    let sent: Option<(String, i64)> = sqlx::query_as("SELECT reference, number FROM scan WHERE draft = $1").bind(&s.draft).fetch_optional(&mut *tx).await?;
    if let Some((reference, number)) = sent {
        return Ok(Receipt { reference, number });
    }
    // Deleting first makes two sends of one draft wait for each other: the second finds nothing to delete.
    let ended = sqlx::query("DELETE FROM draft WHERE id = $1 AND revision = $2").bind(&s.draft).bind(s.revision).execute(&mut *tx).await?;
    if ended.rows_affected() == 0 {
        return Err(Error::Conflict("draft"));
    }
    // From here on nobody else begins a case for this resident.
    sqlx::query("UPDATE resident SET active_at = $1 WHERE id = $2").bind(s.now).bind(&s.resident).execute(&mut *tx).await?;
    sqlx::query(
        "INSERT INTO scan (id, resident, number, reference, draft, ask, sealed_scan, channel, sent_by, sent_at, due_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&s.scan_id)
    .bind(&s.resident)
    .bind(s.number)
    .bind(&s.reference)
    .bind(&s.draft)
    .bind(&s.ask)
    .bind(&s.sealed_scan)
    .bind(s.channel)
    .bind(&s.by)
    .bind(s.now)
    .bind(&s.due_on)
    .execute(&mut *tx)
    .await?;
    let (before, newest) = open_review(tx, &s).await?;
    if let Some(message) = s.message.take() {
        message.submitted(tx, before, newest.as_deref()).await?;
    }
    // A new version answers the open question, also when the resident did not come by way of it.
    sqlx::query("UPDATE ask SET state = 'answered', closed_at = $1, answered_by = $2 WHERE resident = $3 AND state = 'open'")
        .bind(s.now)
        .bind(&s.scan_id)
        .bind(&s.resident)
        .execute(&mut *tx)
        .await?;
    if let Some((sealed, base)) = &s.profile {
        // A profile changed by the resident meanwhile stays as they left it.
        sqlx::query("UPDATE resident SET sealed_profile = $1, profile_version = profile_version + 1 WHERE id = $2 AND profile_version = $3")
            .bind(sealed)
            .bind(&s.resident)
            .bind(base)
            .execute(&mut *tx)
            .await?;
    }
    event::record(tx, &s.resident, EventKind::Sent, &s.reference, &s.by, s.now).await?;
    Ok(Receipt { reference: s.reference, number: s.number })
}

/// Opens the review; gives its state until now, and the newest case at the municipal backend.
async fn open_review(tx: &mut AnyConnection, s: &Sending) -> Result<(Option<State>, Option<String>)> {
    let sql = concat!("SELECT v.state, r.caseworker, (", newest_case!("r.id"), ") FROM resident r LEFT JOIN review v ON v.resident = r.id WHERE r.id = $1");
    let (state, caseworker, newest): (Option<String>, Option<String>, Option<String>) = sqlx::query_as(sql).bind(&s.resident).fetch_one(&mut *tx).await?;
    let before = state.map(|state| State::parse(&state).unwrap_or(State::New));
    let taken = before.is_some() && caseworker.is_some();
    let state = review::next(before.unwrap_or(State::New), review::Event::Sent, taken).unwrap_or(State::New);
    sqlx::query(
        "INSERT INTO review (resident, scan, state, signal, group_number, received_at, state_at, due_on, version) VALUES ($1, $2, $3, $4, NULL, $5, $5, $6, 1) \
         ON CONFLICT (resident) DO UPDATE SET scan = excluded.scan, state = excluded.state, signal = excluded.signal, signal_settled_at = NULL, \
         received_at = excluded.received_at, state_at = excluded.state_at, due_on = excluded.due_on, version = review.version + 1",
    )
    .bind(&s.resident)
    .bind(&s.scan_id)
    .bind(state.as_str())
    .bind(s.signal)
    .bind(s.now)
    .bind(&s.due_on)
    .execute(tx)
    .await?;
    Ok((before, newest))
}
