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

/// Of so many forms at most for each session: the oldest goes.
const MOST_FORMS: i64 = 50;
/// The longest name of a form, in bytes.
const LONGEST_NAME: usize = 200;

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
        // No form of ours has such a name: it was made of what somebody sent.
        if form.len() > LONGEST_NAME {
            return Ok(());
        }
        let key = self.keys.session_key(&session.token_hash)?;
        let sealed = key.seal_json(&Context::new("typed", &[form]), typed)?;
        let (session, form, now) = (session.token_hash.clone(), form.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let keep = "INSERT INTO typed (session, form, sealed_typed, at) VALUES ($1, $2, $3, $4) \
                                ON CONFLICT (session, form) DO UPDATE SET sealed_typed = excluded.sealed_typed, at = excluded.at";
                    sqlx::query(keep).bind(&session).bind(form).bind(sealed).bind(now).execute(&mut *tx).await?;
                    let oldest =
                        "DELETE FROM typed WHERE session = $1 AND form NOT IN (SELECT form FROM typed WHERE session = $1 ORDER BY at DESC, form LIMIT $2)";
                    sqlx::query(oldest).bind(session).bind(MOST_FORMS).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// What was typed into `form` a moment ago and not taken; nothing for most visits. A mere word about what happened is told
    /// once: whoever loads the page again has read it.
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
        let mere = typed.problems.is_empty() && typed.fields.is_empty();
        if mere {
            // Only that word: what somebody typed meanwhile in another tab stays. A word told twice does less harm than no page.
            let read = "DELETE FROM typed WHERE session = $1 AND form = $2 AND at = $3";
            let _ = self.db.run(sqlx::query(read).bind(session.token_hash.clone()).bind(form.to_owned()).bind(at)).await;
        }
        let shown_for = if mere { NOTICE_FOR } else { TYPED_FOR };
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
