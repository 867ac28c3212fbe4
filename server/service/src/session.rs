//! Server-side sessions: the cookie holds a random token, the database its hash.

use crate::access::Outcome;
use crate::auth::{Door, SignedIn};
use crate::keys::Context;
use crate::left::Ended;
use crate::person::Person;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use domain::profile::{Address, Profile};
use sha2::{Digest as _, Sha256};

/// How often "last seen" is written, in milliseconds: often enough for idle times in minutes.
const SEEN_EVERY: i64 = 60_000;
const MINUTE: i64 = 60_000;

/// A session with its person.
#[derive(Debug, Clone)]
pub struct Session {
    /// Who.
    pub actor: Actor,
    /// Name of staff and helpers; empty for residents.
    pub name: String,
    /// Whether the phone is the resident's own; `None` when not asked yet.
    pub own_device: Option<bool>,
    /// Language chosen in this session.
    pub language: Option<String>,
    /// The form of address of the resident's profile.
    pub address: Address,
    /// Where this person came in; `None` in the demo.
    pub door: Option<Door>,
    /// How the resident is called for whom this session acts.
    pub for_name: Option<String>,
    /// When this person proved who they are, in milliseconds.
    pub begun_at: i64,
    pub(crate) token_hash: String,
}

fn hash(token: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}

/// Person, role, team, name; created at, seen at; own device, language, address, door, acts for.
type Row = (String, String, Option<String>, String, i64, i64, Option<i64>, Option<String>, Option<String>, Option<String>, Option<String>);

/// How somebody came in, besides who they are.
#[derive(Default)]
struct Entry {
    door: Option<Door>,
    acts_for: Option<String>,
    hint: Option<String>,
}

impl Service {
    /// Starts a session for a person of the demo and gives the token for the cookie. `language` is what they read so far.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person.
    pub async fn sign_in(&self, person: &str, language: Option<&str>) -> Result<String> {
        let person = self.person(person).await?;
        self.begin_session(person, Entry::default(), language).await
    }

    /// Starts a session for somebody whom a provider proved, and gives the token for the cookie.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn sign_in_proven(&self, proven: &SignedIn, language: Option<&str>) -> Result<String> {
        let entry = Entry { door: Some(proven.door), acts_for: proven.acts_for.clone(), hint: proven.hint.clone() };
        self.begin_session(proven.person.clone(), entry, language).await
    }

    async fn begin_session(&self, person: Person, entry: Entry, language: Option<&str>) -> Result<String> {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes).map_err(|e| Error::internal(format_args!("randomness: {e}")))?;
        let token = data_encoding::BASE64URL_NOPAD.encode(&bytes);
        let profile = self.profile_of(&person).await?;
        let address = profile.address.as_str();
        let language = if profile.language.is_empty() { language.map(str::to_owned) } else { Some(profile.language) };
        let actor = Actor { acts_for: entry.acts_for.clone(), ..Actor::from(person.clone()) };
        self.log_access(&actor, "SignIn", actor.resident().unwrap_or_default(), Outcome::Done).await?;
        let (token_hash, now) = (hash(&token), self.clock.now());
        let seal = |hint: String| self.keys.session_key(&token_hash)?.seal(&Context::new("hint", &[]), hint.as_bytes());
        let sealed_hint = entry.hint.map(seal).transpose()?;
        self.db
            .run(
                sqlx::query(
                    "INSERT INTO session (token_hash, person, created_at, seen_at, language, address, door, acts_for, sealed_hint) \
                         VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)",
                )
                .bind(token_hash)
                .bind(person.id)
                .bind(now)
                .bind(language)
                .bind(address)
                .bind(entry.door.map(Door::as_str))
                .bind(entry.acts_for)
                .bind(sealed_hint),
            )
            .await?;
        Ok(token)
    }

    /// The session of a token, if it is alive.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn session(&self, token: &str) -> Result<Option<Session>> {
        Ok(self.find_session(token).await?.ok())
    }

    /// The session of a token if it is alive, else the one that it was until a short while ago.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn find_session(&self, token: &str) -> Result<Result<Session, Option<Ended>>> {
        let token_hash = hash(token);
        let row: Option<Row> = sqlx::query_as(
            "SELECT p.id, p.role, p.team, p.name, s.created_at, s.seen_at, s.own_device, s.language, s.address, s.door, s.acts_for \
             FROM session s JOIN person p ON p.id = s.person WHERE s.token_hash = $1",
        )
        .bind(&token_hash)
        .fetch_optional(self.db.read())
        .await?;
        let Some((person, role, team, name, created_at, seen_at, own_device, language, address, door, acts_for)) = row else {
            return Ok(Err(self.ended(&token_hash).await?));
        };
        let role = Role::parse(&role).ok_or_else(|| Error::internal("a person has an unknown role"))?;
        let now = self.clock.now();
        let rules = &self.settings.session;
        if now - seen_at > self.idle(role) || now - created_at > i64::from(rules.longest_hours) * 60 * MINUTE {
            let ended = Ended { token_hash, person, acts_for };
            self.let_session_end(ended.clone()).await?;
            return Ok(Err(Some(ended)));
        }
        if now - seen_at > SEEN_EVERY {
            self.touch(token_hash.clone(), now).await?;
        }
        let for_name = match &acts_for {
            Some(resident) => Some(self.name_of(resident).await?),
            None => None,
        };
        Ok(Ok(Session {
            actor: Actor { person, role, team, acts_for },
            name,
            own_device: own_device.map(|own| own != 0),
            language,
            address: address.as_deref().and_then(Address::parse).unwrap_or_default(),
            door: door.as_deref().and_then(Door::parse),
            for_name,
            begun_at: created_at,
            token_hash,
        }))
    }

    /// How long somebody may do nothing, in milliseconds.
    fn idle(&self, role: Role) -> i64 {
        let rules = &self.settings.session;
        i64::from(if role.is_staff() { rules.staff_idle_minutes } else { rules.resident_idle_minutes }) * MINUTE
    }

    /// Seconds until the session of a token ends by itself; 0 when it is over, and on a page that a helper opened with a
    /// `mandate` also when that is over. Asking is no sign of life, unless somebody says that they want to `stay`.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn seconds_left(&self, token: &str, mandate: &str, stay: bool) -> Result<i64> {
        let token_hash = hash(token);
        let row: Option<(String, String, i64, i64)> =
            sqlx::query_as("SELECT p.id, p.role, s.created_at, s.seen_at FROM session s JOIN person p ON p.id = s.person WHERE s.token_hash = $1")
                .bind(&token_hash)
                .fetch_optional(self.db.read())
                .await?;
        let Some((person, role, created_at, mut seen_at)) = row else { return Ok(0) };
        if !mandate.is_empty() && !self.still_helps(&person, mandate).await? {
            return Ok(0);
        }
        let idle = self.idle(Role::parse(&role).ok_or_else(|| Error::internal("a person has an unknown role"))?);
        let (now, longest) = (self.clock.now(), created_at + i64::from(self.settings.session.longest_hours) * 60 * MINUTE);
        if stay && now - seen_at <= idle && now <= longest {
            self.touch(token_hash, now).await?;
            seen_at = now;
        }
        Ok(((seen_at + idle).min(longest) - now).max(0) / 1000)
    }

    /// How a resident is called, for who acts for them.
    async fn name_of(&self, resident: &str) -> Result<String> {
        Ok(self.file_of(resident).await?.profile.greeting().to_owned())
    }

    /// Where the browser goes to sign out at the provider too, when this session came from one.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn sign_out_at(&self, session: &Session) -> Result<Option<String>> {
        let Some(door) = session.door else { return Ok(None) };
        let row: Option<(Option<Vec<u8>>,)> =
            sqlx::query_as("SELECT sealed_hint FROM session WHERE token_hash = $1").bind(&session.token_hash).fetch_optional(self.db.read()).await?;
        let hint = match row.and_then(|(sealed,)| sealed) {
            Some(sealed) => Some(self.keys.session_key(&session.token_hash)?.open(&Context::new("hint", &[]), &sealed)?),
            None => None,
        };
        let hint = hint.as_deref().and_then(|hint| std::str::from_utf8(hint).ok());
        Ok(self.provider_sign_out(door, hint).await)
    }

    /// The profile of a resident who signs in; an empty one for everybody else.
    async fn profile_of(&self, person: &Person) -> Result<Profile> {
        if person.role != Role::Resident {
            return Ok(Profile::default());
        }
        let actor = Actor::from(person.clone());
        Ok(self.open_file(&actor, Action::ReadOwn, &person.id).await?.profile)
    }

    async fn touch(&self, token_hash: String, now: i64) -> Result<()> {
        self.db.run(sqlx::query("UPDATE session SET seen_at = $1 WHERE token_hash = $2").bind(now).bind(token_hash)).await
    }

    /// Ends the session of a token.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn end_session(&self, token: &str) -> Result<()> {
        let token_hash = hash(token);
        self.db.run(sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(token_hash)).await
    }

    /// Ends every session, or those of one person; gives how many. What ended by itself a short while ago is good for nothing
    /// more either.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a person without a name; when the store does not answer.
    pub async fn end_sessions(&self, person: Option<&str>) -> Result<u64> {
        if person.is_some_and(str::is_empty) {
            return Err(Error::NotFound);
        }
        let person = person.unwrap_or_default().to_owned();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let ended = "DELETE FROM ended_session WHERE $1 = '' OR person = $1 OR acts_for = $1";
                    sqlx::query(ended).bind(&person).execute(&mut *tx).await?;
                    let sql = "DELETE FROM session WHERE $1 = '' OR person = $1 OR acts_for = $1";
                    Ok(sqlx::query(sql).bind(person).execute(tx).await?.rows_affected())
                })
            })
            .await
    }

    /// Remembers for this session whether the phone is the resident's own.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn set_own_device(&self, session: &Session, own: bool) -> Result<()> {
        let token_hash = session.token_hash.clone();
        self.db.run(sqlx::query("UPDATE session SET own_device = $1 WHERE token_hash = $2").bind(i64::from(own)).bind(token_hash)).await
    }

    /// Remembers for this session which language to show.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn set_language(&self, session: &Session, language: &'static str) -> Result<()> {
        let token_hash = session.token_hash.clone();
        self.db.run(sqlx::query("UPDATE session SET language = $1 WHERE token_hash = $2").bind(language).bind(token_hash)).await
    }

    /// Remembers for this session how the resident wants to be addressed.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn set_address(&self, session: &Session, address: Address) -> Result<()> {
        let token_hash = session.token_hash.clone();
        self.db.run(sqlx::query("UPDATE session SET address = $1 WHERE token_hash = $2").bind(address.as_str()).bind(token_hash)).await
    }

    /// Deletes sessions that nobody can use any more.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn sweep_sessions(&self) -> Result<u64> {
        self.sweep_left().await?;
        self.sweep_tries().await?;
        let before = self.clock.now() - i64::from(self.settings.session.longest_hours) * 60 * MINUTE;
        self.db
            .write(move |tx| {
                Box::pin(async move { Ok(sqlx::query("DELETE FROM session WHERE created_at < $1").bind(before).execute(tx).await?.rows_affected()) })
            })
            .await
    }
}
