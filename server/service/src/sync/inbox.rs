//! Notifications of the municipal backend: hints, each kept once, answered at once and worked on later.

use crate::settings::BackendKind;
use crate::{Result, Service};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// What became of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It does not carry our secret.
    NotFromThem,
    /// It cannot be read, or is about an address that is not theirs.
    NotUnderstood,
    /// Kept, or kept before, or of no use to us.
    Yes,
}

/// A notification of the standard.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Notification {
    kanaal: String,
    resource: String,
    resource_url: String,
    actie: String,
    aanmaakdatum: String,
    hoofd_object: String,
}

/// The same as a CloudEvent (NL GOV profile).
#[derive(Deserialize)]
struct CloudEvent {
    id: String,
    source: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    subject: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Body {
    Notification(Notification),
    CloudEvent(CloudEvent),
}

/// The channel on which a new subscription is tried out; its addresses are samples on other hosts.
const TEST: &str = "test";
/// What ends in a case that we have to read again.
const CASES: &str = "zaken";

impl Service {
    /// Takes a notification: `secret` is what came with it, `body` what it says.
    ///
    /// # Errors
    /// When the store does not answer: then it comes again.
    pub async fn take_notification(&self, secret: Option<&str>, body: &[u8]) -> Result<Taken> {
        let settings = &self.settings.backend;
        if settings.webhook_secret.is_empty() || !settings.webhook_secret.is(secret.unwrap_or_default()) {
            return Ok(Taken::NotFromThem);
        }
        let Ok(body) = serde_json::from_slice::<Body>(body) else { return Ok(Taken::NotUnderstood) };
        let (key, case) = match &body {
            Body::Notification(n) if n.kanaal == TEST => return Ok(Taken::Yes),
            Body::Notification(n) => (key(&[&n.kanaal, &n.resource, &n.resource_url, &n.actie, &n.aanmaakdatum]), n.hoofd_object.clone()),
            Body::CloudEvent(e) => (key(&[&e.source, &e.id, &e.kind]), e.subject.clone()),
        };
        let ours = self.of_the_backend(&case);
        match &body {
            Body::Notification(n) if !ours || !self.of_the_backend(&n.resource_url) => return Ok(Taken::NotUnderstood),
            Body::Notification(n) if n.kanaal != CASES => return Ok(Taken::Yes),
            Body::CloudEvent(_) if !ours => return Ok(Taken::Yes),
            _ => {}
        }
        let now = self.clock.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query("INSERT INTO inbox_event (dedupe_key, case_url, received_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
                        .bind(key)
                        .bind(case)
                        .bind(now)
                        .execute(tx)
                        .await?;
                    Ok(Taken::Yes)
                })
            })
            .await
    }

    /// Asks to read the open cases of a resident who signs in, as if the backend had told of them.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn ask_to_read_cases(&self, resident: &str) -> Result<()> {
        let (resident, now) = (resident.to_owned(), self.clock.now());
        self.db
            .run(
                sqlx::query(
                    "INSERT INTO inbox_event (dedupe_key, case_url, received_at) SELECT 'sign-in/' || d.id, r.url, $1 FROM delivery d \
                         JOIN remote_ref r ON r.local_kind = 'case' AND r.local_id = d.id AND r.step = 'case' WHERE d.resident = $2 AND d.state <> 'removed' \
                         ON CONFLICT (dedupe_key) DO UPDATE SET received_at = excluded.received_at, done_at = NULL",
                )
                .bind(now)
                .bind(resident),
            )
            .await
    }

    /// Whether an address is one of the configured systems. Others are never called.
    fn of_the_backend(&self, url: &str) -> bool {
        self.settings.backend.kind == BackendKind::Zgw
            && url.len() <= 1000
            && self.settings.backend.zgw.roots().iter().any(|root| url.starts_with(root.as_str()))
    }
}

fn key(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    data_encoding::HEXLOWER.encode(&hash.finalize())
}
