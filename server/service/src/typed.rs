//! What was typed into a form and not taken, or what just happened: kept for the next page, so that nothing typed is
//! lost and no error travels in an address or a cookie.

use crate::keys::Context;
use crate::session::Session;
use crate::{Result, Service};
use domain::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long what was typed is shown again, in milliseconds.
const TYPED_FOR: i64 = 30 * 60_000;
/// How long a word about what just happened is shown, in milliseconds.
const NOTICE_FOR: i64 = 20_000;

/// What a form held, what was wrong, and what just happened.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed {
    /// What was typed, by field; several for a list.
    pub fields: BTreeMap<String, Vec<String>>,
    /// What was wrong.
    pub problems: Vec<Problem>,
    /// Key of the text that says what happened; empty for none.
    pub notice: String,
}

impl Typed {
    /// Only a word about what happened.
    #[must_use]
    pub fn notice(key: &str) -> Self {
        Self { notice: key.to_owned(), ..Self::default() }
    }

    /// What was typed into a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.first().map(String::as_str)
    }

    /// All that was chosen in a list.
    #[must_use]
    pub fn list(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(&self, name: &str) -> Option<&Problem> {
        self.problems.iter().find(|p| p.field == name)
    }
}

impl Service {
    /// Keeps what was typed into `form` for this session.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn keep_typed(&self, session: &Session, form: &str, typed: &Typed) -> Result<()> {
        let key = self.keys.session_key(&session.token_hash)?;
        let sealed = key.seal_json(&Context::new("typed", &[form]), typed)?;
        let (session, form, now) = (session.token_hash.clone(), form.to_owned(), self.clock.now());
        self.db
            .run(
                sqlx::query(
                    "INSERT INTO typed (session, form, sealed_typed, at) VALUES ($1, $2, $3, $4) \
                         ON CONFLICT (session, form) DO UPDATE SET sealed_typed = excluded.sealed_typed, at = excluded.at",
                )
                .bind(session)
                .bind(form)
                .bind(sealed)
                .bind(now),
            )
            .await
    }

    /// What was typed into `form` a moment ago and not taken; nothing for most visits.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn typed(&self, session: &Session, form: &str) -> Result<Typed> {
        let row: Option<(Vec<u8>, i64)> = sqlx::query_as("SELECT sealed_typed, at FROM typed WHERE session = $1 AND form = $2")
            .bind(&session.token_hash)
            .bind(form)
            .fetch_optional(self.db.read())
            .await?;
        let Some((sealed, at)) = row else { return Ok(Typed::default()) };
        let typed: Typed = self.keys.session_key(&session.token_hash)?.open_json(&Context::new("typed", &[form]), &sealed)?;
        let shown_for = if typed.problems.is_empty() && typed.fields.is_empty() { NOTICE_FOR } else { TYPED_FOR };
        Ok(if self.clock.now() - at > shown_for { Typed::default() } else { typed })
    }

    /// Forgets what was typed into `form`: it was taken.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn forget_typed(&self, session: &Session, form: &str) -> Result<()> {
        let (session, form) = (session.token_hash.clone(), form.to_owned());
        self.db.run(sqlx::query("DELETE FROM typed WHERE session = $1 AND form = $2").bind(session).bind(form)).await
    }
}
