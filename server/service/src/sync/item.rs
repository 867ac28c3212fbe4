//! The message that is next, opened, with everything that its steps need.

use super::lease::Lease;
use super::message::{Message, Paper, Submission};
use super::outbox::{document_place, payload_place};
use super::record::Record;
use super::worker::Delivery;
use super::{Item, Step};
use crate::file::File;
use crate::keys::Context;
use crate::{Error, Result, Service};
use serde_json::Value;
use std::collections::BTreeMap;

impl Delivery {
    /// The oldest message of a case that is not done, opened; `None` when all are.
    pub(super) async fn item(&self, lease: &Lease) -> Result<Option<Item>> {
        type Row = (String, i64, String, i64, i64, Vec<u8>, Option<Vec<u8>>);
        let service = &self.service;
        let row: Option<Row> =
            sqlx::query_as("SELECT id, seq, kind, created_at, passed_on, sealed_payload, sealed_document FROM outbox WHERE delivery = $1 AND done_at IS NULL ORDER BY seq LIMIT 1")
                .bind(&lease.delivery)
                .fetch_optional(service.db.read())
                .await?;
        let Some((id, seq, kind, written, passed_on, sealed, document)) = row else { return Ok(None) };
        let (file, bsn) = service.file_for_delivery(&lease.resident).await?;
        let message: Message = file.key.open_json::<Message>(&payload_place(&id), &sealed)?.as_kind(&kind);
        let mut refs = self.refs("case", &lease.delivery).await?;
        refs.extend(self.refs("message", &id).await?);
        if let Some(record) = message.record() {
            refs.extend(self.refs("record", &record.id).await?);
        }
        let document = match (document, message.paper().filter(|_| !refs.contains_key(&Step::Document))) {
            (_, None) => None,
            (Some(sealed), _) => Some(file.key.open(&document_place(&id), &sealed)?),
            (None, Some(paper)) => {
                // Made once and kept: every later try sends the same bytes.
                let made = match paper {
                    Paper::Scan(scan) => service.document_of(&file, scan).await?,
                    Paper::Agreement(number) => service.agreement_document_of(&file, number).await?,
                };
                let (sealed, row) = (file.key.seal(&document_place(&id), &made)?, id.clone());
                let kept = service.with_lease(lease, move |tx| {
                    Box::pin(async move {
                        sqlx::query("UPDATE outbox SET sealed_document = $1 WHERE id = $2").bind(sealed).bind(row).execute(tx).await?;
                        Ok(())
                    })
                });
                if kept.await?.is_err() {
                    return Err(Error::Conflict("lease"));
                }
                Some(made)
            }
        };
        let said_since = match &message {
            Message::Record(record) if lease.records_only || passed_on == 1 => self.record_since(&file, &id, record, written).await?,
            Message::Correction(correction) if passed_on == 1 => self.version_before(lease, &file, correction, seq).await?,
            _ => None,
        };
        let follows = match &lease.follows {
            Some(before) => self.address_of(before).await?,
            None => None,
        };
        let (delivery, identification) = (lease.delivery.clone(), lease.identification.clone());
        Ok(Some(Item { delivery, identification, follows, id, seq, message, said_since, refs, bsn, document }))
    }

    /// What another message said of a record since the message `id` was written at `written`.
    async fn record_since(&self, file: &File, id: &str, record: &Record, written: i64) -> Result<Option<Value>> {
        let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(
            "SELECT o.id, o.sealed_payload FROM outbox o JOIN delivery d ON d.id = o.delivery \
             WHERE d.resident = $1 AND o.id <> $2 AND o.kind = $3 AND o.created_at > $4 ORDER BY o.created_at DESC, o.id DESC",
        )
        .bind(file.resident())
        .bind(id)
        .bind(record.of.as_str())
        .bind(written)
        .fetch_all(self.service.db.read())
        .await?;
        for (id, sealed) in rows {
            match file.key.open_json::<Message>(&payload_place(&id), &sealed)? {
                Message::Record(since) if since.id == record.id => return Ok(Some(since.data)),
                _ => {}
            }
        }
        Ok(None)
    }

    /// What the object of this case says already, if that is of a newer version than this one.
    async fn version_before(&self, lease: &Lease, file: &File, correction: &Submission, seq: i64) -> Result<Option<Value>> {
        let number = |data: &Value| data.get("version").and_then(Value::as_i64).unwrap_or_default();
        let rows: Vec<(String, Vec<u8>)> =
            sqlx::query_as("SELECT id, sealed_payload FROM outbox WHERE delivery = $1 AND seq < $2 AND kind IN ('submission', 'correction')")
                .bind(&lease.delivery)
                .bind(seq)
                .fetch_all(self.service.db.read())
                .await?;
        let mut newest = None;
        for (id, sealed) in rows {
            let before: Message = file.key.open_json(&payload_place(&id), &sealed)?;
            let data = before.submission().map(|before| before.data.clone());
            newest = newest.into_iter().chain(data).max_by_key(number);
        }
        Ok(newest.filter(|data| number(data) > number(&correction.data)))
    }

    /// The address of a case, unless it was removed: the case system refuses a link to what is not there.
    async fn address_of(&self, delivery: &str) -> Result<Option<String>> {
        let row: Option<(String,)> = sqlx::query_as(
            "SELECT r.url FROM remote_ref r JOIN delivery d ON d.id = r.local_id \
             WHERE r.local_kind = 'case' AND r.local_id = $1 AND r.step = 'case' AND d.state <> 'removed'",
        )
        .bind(delivery)
        .fetch_optional(self.service.db.read())
        .await?;
        Ok(row.map(|(url,)| url))
    }

    async fn refs(&self, kind: &str, id: &str) -> Result<BTreeMap<Step, String>> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT step, url FROM remote_ref WHERE local_kind = $1 AND local_id = $2")
            .bind(kind)
            .bind(id)
            .fetch_all(self.service.db.read())
            .await?;
        Ok(rows.into_iter().filter_map(|(step, url)| Some((Step::parse(&step)?, url))).collect())
    }
}

impl Service {
    /// The file and the citizen service number of a resident, for delivering what the resident sent: nobody asks but the
    /// worker.
    async fn file_for_delivery(&self, resident: &str) -> Result<(File, Option<String>)> {
        let file = self.file_of(resident).await?;
        let row: Option<(Option<Vec<u8>>,)> =
            sqlx::query_as("SELECT sealed_bsn FROM resident WHERE id = $1").bind(resident).fetch_optional(self.db.read()).await?;
        let bsn = match row.and_then(|(sealed,)| sealed) {
            Some(sealed) => Some(String::from_utf8_lossy(&file.key.open(&Context::new("bsn", &[resident]), &sealed)?).into_owned()),
            None => None,
        };
        Ok((file, bsn))
    }
}
