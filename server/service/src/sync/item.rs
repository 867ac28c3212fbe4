//! The message that is next, opened, with everything that its steps need.

use super::lease::Lease;
use super::message::{Message, Paper};
use super::outbox::{document_place, payload_place};
use super::worker::Delivery;
use super::{Item, Step};
use crate::keys::Context;
use crate::{Error, Result, Service};
use std::collections::BTreeMap;

impl Delivery {
    /// The oldest message of a case that is not done, opened; `None` when all are.
    pub(super) async fn item(&self, lease: &Lease) -> Result<Option<Item>> {
        type Row = (String, i64, String, Vec<u8>, Option<Vec<u8>>);
        let service = &self.service;
        let row: Option<Row> =
            sqlx::query_as("SELECT id, seq, kind, sealed_payload, sealed_document FROM outbox WHERE delivery = $1 AND done_at IS NULL ORDER BY seq LIMIT 1")
                .bind(&lease.delivery)
                .fetch_optional(service.db.read())
                .await?;
        let Some((id, seq, kind, sealed, document)) = row else { return Ok(None) };
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
        let follows = match &lease.follows {
            Some(before) => self.address_of(before).await?,
            None => None,
        };
        let (delivery, identification) = (lease.delivery.clone(), lease.identification.clone());
        Ok(Some(Item { delivery, identification, follows, id, seq, message, refs, bsn, document }))
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
    async fn file_for_delivery(&self, resident: &str) -> Result<(crate::file::File, Option<String>)> {
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
