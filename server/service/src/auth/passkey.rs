//! Passkeys of helpers who sign in by e-mail: a device of their own instead of a code (WebAuthn, by `webauthn-rs`).
//!
//! The question to a device stands in the store and is good for one answer. The device finds the passkey by itself, so
//! nobody says who they are before they proved it. It asks for a finger, a face or a PIN each time.

use super::{Door, SignedIn};
use crate::access::Outcome;
use crate::session::Session;
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::{Action, Role};
use serde_json::{Value, json};
use sqlx::AnyConnection;
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PasskeyRegistration, Url};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// How long a device may take, in milliseconds.
const HOLDS: i64 = 5 * 60_000;
/// How long after signing in a passkey may be made, in milliseconds.
const FRESH: i64 = 15 * 60_000;
/// The most passkeys of one person.
pub const MOST_PASSKEYS: usize = 10;

/// A passkey as its owner sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasskeyView {
    /// Its id.
    pub id: String,
    /// When it was made.
    pub made_at: i64,
    /// When it was used last.
    pub used_at: Option<i64>,
}

/// A question to a device, for somebody who signs in.
#[derive(serde::Serialize)]
pub struct Question {
    /// Names the try.
    pub attempt: String,
    /// What the browser asks the device, as `PublicKeyCredential.parseRequestOptionsFromJSON` takes it.
    pub options: Value,
}

/// Whoever answers it wrong hears no more than that.
fn refused(why: impl std::fmt::Display) -> Error {
    tracing::warn!(%why, "a passkey was refused");
    Error::Conflict("passkey")
}

impl Service {
    /// Ourselves as devices know us; `None` where helpers do not sign in by e-mail, or the portal has no name of its own.
    fn relying_party(&self) -> Option<Webauthn> {
        let url = Url::parse(&self.settings.http.base_url()).ok().filter(|_| self.settings.sign_in.helpers_by_mail)?;
        WebauthnBuilder::new(url.domain()?, &url).ok()?.rp_name("Meedoen").build().ok()
    }

    /// Whether helpers can sign in with a passkey.
    #[must_use]
    pub fn takes_passkeys(&self) -> bool {
        self.relying_party().is_some()
    }

    fn with_passkeys(&self, session: &Session) -> Result<Webauthn> {
        self.allow(&session.actor, Action::Help)?;
        self.relying_party().ok_or(Error::NotFound)
    }

    /// Whether this session began just now: a device that was left open makes no key that stays.
    #[must_use]
    pub fn makes_passkey(&self, session: &Session) -> bool {
        self.clock.now() - session.begun_at <= FRESH
    }

    /// The passkeys of a helper, newest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever can have none.
    pub async fn passkeys(&self, session: &Session) -> Result<Vec<PasskeyView>> {
        self.with_passkeys(session)?;
        let rows: Vec<(String, i64, Option<i64>)> = sqlx::query_as("SELECT id, made_at, used_at FROM passkey WHERE person = $1 ORDER BY made_at DESC, id")
            .bind(&session.actor.person)
            .fetch_all(self.db.read())
            .await?;
        Ok(rows.into_iter().map(|(id, made_at, used_at)| PasskeyView { id, made_at, used_at }).collect())
    }

    /// Asks a device for a new passkey: what the browser hands on to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever can have none; [`Error::Conflict`] when there are too many, or who signed in did so too
    /// long ago.
    pub async fn begin_passkey(&self, session: &Session) -> Result<Value> {
        let party = self.with_passkeys(session)?;
        if !self.makes_passkey(session) {
            return Err(Error::Conflict("passkey-late"));
        }
        let person = &session.actor.person;
        let have = self.credentials_of(person).await?;
        if have.len() >= MOST_PASSKEYS {
            return Err(Error::Conflict("passkeys"));
        }
        let handle = Uuid::parse_str(person).map_err(|_| Error::internal("a person has another kind of id"))?;
        let name = if session.name.is_empty() { "Meedoen" } else { &session.name };
        let have = have.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let (options, state) = party.start_passkey_registration(handle, name, name, Some(have)).map_err(Error::internal)?;
        let mut options = serde_json::to_value(options)?;
        // So that the device can find it by itself, without being told for whom.
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut) {
            selection.insert("residentKey".into(), json!("required"));
            selection.insert("requireResidentKey".into(), json!(true));
        }
        // One question for each session: the next one takes its place.
        self.ask_device(session.token_hash.clone(), Some(person.clone()), serde_json::to_string(&state)?).await?;
        Ok(options.get_mut("publicKey").map(Value::take).unwrap_or_default())
    }

    /// Keeps the passkey that a device made.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever can have none; [`Error::Conflict`] when it is not the answer to our question.
    pub async fn finish_passkey(&self, session: &Session, answer: &str) -> Result<()> {
        let party = self.with_passkeys(session)?;
        let person = session.actor.person.clone();
        let state = self.answered(&session.token_hash, Some(&person)).await?.ok_or_else(|| refused("no question"))?;
        let state: PasskeyRegistration = serde_json::from_str(&state)?;
        let answer = serde_json::from_str(answer).map_err(|_| refused("unread"))?;
        let passkey = party.finish_passkey_registration(&answer, &state).map_err(refused)?;
        let (id, credential, now) = (id_of(passkey.cred_id()), serde_json::to_string(&passkey)?, self.clock.now());
        let insert = sqlx::query("INSERT INTO passkey (id, person, credential, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING");
        let insert = insert.bind(id).bind(person).bind(credential).bind(now);
        let new = self.db.write(move |tx| Box::pin(async move { Ok(insert.execute(tx).await?.rows_affected() > 0) }));
        if !new.await? {
            return Err(refused("known already"));
        }
        self.log_access(&session.actor, "MakePasskey", "", Outcome::Done).await
    }

    /// Takes a passkey away. One that is gone is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever can have none.
    pub async fn remove_passkey(&self, session: &Session, id: &str) -> Result<()> {
        self.with_passkeys(session)?;
        let delete = sqlx::query("DELETE FROM passkey WHERE id = $1 AND person = $2").bind(id.to_owned()).bind(session.actor.person.clone());
        self.db.run(delete).await?;
        self.log_access(&session.actor, "RemovePasskey", "", Outcome::Done).await
    }

    /// Asks any device for a passkey of ours.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there are none.
    pub async fn begin_passkey_sign_in(&self) -> Result<Question> {
        let party = self.relying_party().ok_or(Error::NotFound)?;
        let (options, state) = party.start_discoverable_authentication().map_err(Error::internal)?;
        let attempt = new_opaque_id();
        self.ask_device(attempt.clone(), None, serde_json::to_string(&state)?).await?;
        Ok(Question { attempt, options: serde_json::to_value(options.public_key)? })
    }

    /// Takes the answer of a device.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there are no passkeys; [`Error::Conflict`] for every answer that proves nothing: which, only
    /// the log says.
    pub async fn finish_passkey_sign_in(&self, attempt: &str, answer: &str) -> Result<SignedIn> {
        let party = self.relying_party().ok_or(Error::NotFound)?;
        let state = self.answered(attempt, None).await?.ok_or_else(|| refused("no question"))?;
        let state: DiscoverableAuthentication = serde_json::from_str(&state)?;
        let answer = serde_json::from_str(answer).map_err(|_| refused("unread"))?;
        let (handle, credential) = party.identify_discoverable_authentication(&answer).map_err(refused)?;
        let (id, handle) = (id_of(credential), handle.simple().to_string());
        let now = self.clock.now();
        let (person, why) = self
            .db
            .write(move |tx| {
                Box::pin(async move {
                    // Locked until its counter is written: of two answers at the same moment the second sees the first.
                    let lock = "UPDATE passkey SET used_at = used_at WHERE id = $1 AND person = $2 RETURNING credential";
                    let row: Option<(String,)> = sqlx::query_as(lock).bind(&id).bind(&handle).fetch_optional(&mut *tx).await?;
                    let Some((known,)) = row else { return Ok((None, "unknown".to_owned())) };
                    let mut passkey: Passkey = serde_json::from_str(&known)?;
                    let proven = match party.finish_discoverable_authentication_v2(&answer, state, &passkey) {
                        Ok(proven) => proven,
                        Err(error) => return Ok((None, error.to_string())),
                    };
                    passkey.update_credential(&proven);
                    used(tx, &id, &serde_json::to_string(&passkey)?, now).await?;
                    Ok((Some(handle), String::new()))
                })
            })
            .await?;
        let person = self.person(&person.ok_or_else(|| refused(why))?).await?;
        if person.role != Role::Helper {
            return Err(refused("no helper"));
        }
        tracing::info!(door = "passkey", person = %person.id, "signed in");
        Ok(SignedIn::new(Door::Helpers, person, None, String::new()))
    }

    async fn credentials_of(&self, person: &str) -> Result<Vec<Passkey>> {
        let rows: Vec<(String,)> = sqlx::query_as("SELECT credential FROM passkey WHERE person = $1").bind(person).fetch_all(self.db.read()).await?;
        rows.iter().map(|(credential,)| Ok(serde_json::from_str(credential)?)).collect()
    }

    async fn ask_device(&self, id: String, person: Option<String>, state: String) -> Result<()> {
        let sql = "INSERT INTO passkey_try (id, person, state, expires_at) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (id) DO UPDATE SET person = excluded.person, state = excluded.state, expires_at = excluded.expires_at";
        self.db.run(sqlx::query(sql).bind(id).bind(person).bind(state).bind(self.clock.now() + HOLDS)).await
    }

    /// The question that this answers. It is gone then.
    async fn answered(&self, id: &str, person: Option<&str>) -> Result<Option<String>> {
        let (id, person, now) = (id.to_owned(), person.map(ToOwned::to_owned), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "DELETE FROM passkey_try WHERE id = $1 RETURNING person, state, expires_at";
                    let row: Option<(Option<String>, String, i64)> = sqlx::query_as(sql).bind(id).fetch_optional(tx).await?;
                    Ok(row.filter(|(whose, _, until)| *whose == person && *until > now).map(|(_, state, _)| state))
                })
            })
            .await
    }
}

fn id_of(credential: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(credential)
}

async fn used(tx: &mut AnyConnection, id: &str, credential: &str, now: i64) -> Result<()> {
    sqlx::query("UPDATE passkey SET credential = $1, used_at = $2 WHERE id = $3").bind(credential).bind(now).bind(id).execute(tx).await?;
    Ok(())
}
