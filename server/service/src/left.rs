//! What somebody posted just after their session had ended: kept sealed for a quarter of an hour, and given to the
//! same server function once the same person is signed in again. Nobody else ever gets it.

use crate::keys::Context;
use crate::{Result, Service};
use domain::access::Actor;

/// How long it is kept, in milliseconds.
const KEPT: i64 = 15 * 60_000;

/// A session that ended by itself.
#[derive(Debug, Clone)]
pub struct Ended {
    pub(crate) token_hash: String,
    pub(crate) person: String,
    pub(crate) acts_for: Option<String>,
}

/// What somebody posted while signed out.
pub struct Left {
    /// The server function.
    pub path: String,
    /// The form.
    pub form: Vec<u8>,
    ended: Ended,
    sealed: Vec<u8>,
    at: i64,
}

/// Token hash, server function, sealed form, posted at.
type Posted = (String, Option<String>, Option<Vec<u8>>, Option<i64>);

fn place(token_hash: &str) -> Context {
    Context::new("left", &[token_hash])
}

impl Service {
    /// Ends a session that nobody used for too long, and remembers that it was there.
    pub(crate) async fn let_session_end(&self, ended: Ended) -> Result<()> {
        let now = self.clock.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(&ended.token_hash).execute(&mut *tx).await?;
                    sqlx::query("INSERT INTO ended_session (token_hash, person, acts_for, ended_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
                        .bind(ended.token_hash)
                        .bind(ended.person)
                        .bind(ended.acts_for)
                        .bind(now)
                        .execute(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// The session that this token once was, when it ended by itself a short while ago.
    pub(crate) async fn ended(&self, token_hash: &str) -> Result<Option<Ended>> {
        let row: Option<(String, Option<String>)> = sqlx::query_as("SELECT person, acts_for FROM ended_session WHERE token_hash = $1 AND ended_at > $2")
            .bind(token_hash)
            .bind(self.clock.now() - KEPT)
            .fetch_optional(self.db.read())
            .await?;
        Ok(row.map(|(person, acts_for)| Ended { token_hash: token_hash.to_owned(), person, acts_for }))
    }

    /// Keeps what an ended session posted to a server function. A later post takes the place of an earlier one.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn keep_left(&self, ended: &Ended, path: &str, form: &[u8]) -> Result<()> {
        let sealed = self.keys.session_key(&ended.token_hash)?.seal(&place(&ended.token_hash), form)?;
        let (token_hash, path, now) = (ended.token_hash.clone(), path.to_owned(), self.clock.now());
        self.db
            .run(
                sqlx::query("UPDATE ended_session SET path = $1, sealed_post = $2, posted_at = $3 WHERE token_hash = $4")
                    .bind(path)
                    .bind(sealed)
                    .bind(now)
                    .bind(token_hash),
            )
            .await
    }

    /// Takes what this person posted while signed out, out of the store.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn take_left(&self, actor: &Actor) -> Result<Option<Left>> {
        let (person, acts_for) = (actor.person.clone(), actor.acts_for.clone().unwrap_or_default());
        let rows: Vec<Posted> = self
            .db
            .write(move |tx| {
                Box::pin(async move {
                    Ok(sqlx::query_as(
                        "DELETE FROM ended_session WHERE person = $1 AND COALESCE(acts_for, '') = $2 RETURNING token_hash, path, sealed_post, posted_at",
                    )
                    .bind(person)
                    .bind(acts_for)
                    .fetch_all(tx)
                    .await?)
                })
            })
            .await?;
        let since = self.clock.now() - KEPT;
        let posted = rows.into_iter().filter_map(|(token, path, sealed, at)| Some((at.filter(|at| *at > since)?, token, path?, sealed?)));
        let Some((at, token_hash, path, sealed)) = posted.max_by_key(|(at, ..)| *at) else { return Ok(None) };
        let form = self.keys.session_key(&token_hash)?.open(&place(&token_hash), &sealed)?;
        let ended = Ended { token_hash, person: actor.person.clone(), acts_for: actor.acts_for.clone() };
        Ok(Some(Left { path, form, ended, sealed, at }))
    }

    /// Puts back what could not be taken now, for the rest of its time.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn put_left_back(&self, left: Left) -> Result<()> {
        self.db
            .run(
                sqlx::query(
                    "INSERT INTO ended_session (token_hash, person, acts_for, ended_at, path, sealed_post, posted_at) VALUES ($1, $2, $3, $4, $5, $6, $4) \
                     ON CONFLICT DO NOTHING",
                )
                .bind(left.ended.token_hash)
                .bind(left.ended.person)
                .bind(left.ended.acts_for)
                .bind(left.at)
                .bind(left.path)
                .bind(left.sealed),
            )
            .await
    }

    /// Deletes what nobody came back for.
    pub(crate) async fn sweep_left(&self) -> Result<u64> {
        let before = self.clock.now() - KEPT;
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "DELETE FROM ended_session WHERE ended_at < $1 AND COALESCE(posted_at, 0) < $1";
                    Ok(sqlx::query(sql).bind(before).execute(tx).await?.rows_affected())
                })
            })
            .await
    }
}
