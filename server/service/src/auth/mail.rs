//! Helpers without an account anywhere: a code by e-mail, good once, for fifteen minutes, and only in the browser that
//! asked for it. So a code or link that somebody else sends signs nobody in as somebody else.
//!
//! The address is used and not kept: who comes back is found by its keyed hash.

use super::{Door, SignedIn};
use crate::access::network;
use crate::code::{grouped, normal, spell};
use crate::content::Words;
use crate::keys::Context;
use crate::person::{self, Person};
use crate::reminder::{Channel, Message};
use crate::{Error, Result, Service, new_opaque_id};
use data_encoding::BASE64URL_NOPAD;
use domain::access::Role;
use domain::profile::is_email;
use domain::{Problem, ProblemCode};
use sqlx::AnyConnection;
use subtle::ConstantTimeEq as _;

/// How long a code works, in milliseconds.
const HOLDS: i64 = 15 * 60_000;
/// How often a wrong code may be typed.
const TRIES: i64 = 5;
/// The most codes to one address that work at a time: asked for from one network, and from anywhere. Whoever knows an address
/// does not use up the codes of whose it is, unless from seven networks.
const MOST: [i64; 2] = [3, 20];
/// Letters and digits of a code.
const LENGTH: usize = 8;
const KEY: &str = "mail-try";

fn wrong(field: &'static str, code: ProblemCode) -> Error {
    Error::Invalid(vec![Problem::new(field, code)])
}

fn random() -> Result<[u8; 32]> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| Error::internal(format_args!("randomness: {e}")))?;
    Ok(bytes)
}

/// The address as it is used and compared. Only letters that look like nothing else: an address is written to exactly as
/// it is looked up.
fn address(typed: &str) -> Result<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(wrong("email", ProblemCode::Empty));
    }
    if !typed.is_ascii() || !is_email(typed) {
        return Err(wrong("email", ProblemCode::NotAnEmail));
    }
    Ok(typed.to_ascii_lowercase())
}

impl Service {
    /// Sends a code to an address. Gives what the browser holds meanwhile. Whether somebody is known by that address
    /// changes nothing here. `link` makes the address of a page out of a code.
    ///
    /// # Errors
    /// [`Error::NotFound`] where helpers do not sign in by e-mail; [`Error::Invalid`] for what is no address, too many codes,
    /// and a mail that does not leave.
    pub async fn send_code(&self, typed: &str, back: &str, words: &Words, link: impl FnOnce(&str) -> String) -> Result<String> {
        let (Some(messenger), true) = (&self.messenger, self.settings.sign_in.helpers_by_mail) else { return Err(Error::NotFound) };
        let address = address(typed)?;
        let (cookie, code) = (BASE64URL_NOPAD.encode(&random()?), spell(&random()?, LENGTH));
        let (id, subject) = (self.keys.lookup_hash(KEY, &cookie), self.keys.lookup_hash("mail", &address));
        let code_hash = self.keys.lookup_hash(&id, &code);
        let sealed = self.keys.session_key(&id)?.seal(&Context::new(KEY, &[]), back.as_bytes())?;
        let (origin, begun, now) = (self.keys.lookup_hash("mail-origin", &network(&self.origin)), id.clone(), self.clock.now());
        let begun = self.db.write(move |tx| {
            Box::pin(async move {
                let sql = "SELECT COUNT(CASE WHEN origin = $3 THEN 1 END), COUNT(*) FROM mail_try WHERE subject = $1 AND expires_at > $2";
                let (here, anywhere): (i64, i64) = sqlx::query_as(sql).bind(&subject).bind(now).bind(&origin).fetch_one(&mut *tx).await?;
                if here >= MOST[0] || anywhere >= MOST[1] {
                    return Ok(false);
                }
                let sql =
                    "INSERT INTO mail_try (id, subject, code_hash, sealed_back, tries, made_at, expires_at, origin) VALUES ($1, $2, $3, $4, 0, $5, $6, $7)";
                let insert = sqlx::query(sql).bind(begun).bind(subject).bind(code_hash).bind(sealed).bind(now).bind(now + HOLDS).bind(origin);
                insert.execute(tx).await?;
                Ok(true)
            })
        });
        if !begun.await? {
            return Err(wrong("email", ProblemCode::TooOften { minutes: HOLDS / 60_000 }));
        }
        let place = self.content.municipality.place.as_str();
        let message = Message {
            channel: Channel::Email,
            to: address,
            subject: words.with("mail-code-subject", &[("code", grouped(&code).into())]),
            text: words.with("mail-code-text", &[("code", grouped(&code).into()), ("place", place.into()), ("url", link(&code).into())]),
            key: format!("{KEY}/{cookie}"),
        };
        if let Err(code) = messenger.send(&message).await {
            tracing::warn!(code, "a code did not leave");
            self.db.run(sqlx::query("DELETE FROM mail_try WHERE id = $1").bind(id)).await?;
            return Err(wrong("email", ProblemCode::NotSent));
        }
        Ok(cookie)
    }

    /// Whether this browser waits for a code.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn waits_for_code(&self, cookie: Option<&str>) -> Result<bool> {
        let Some(cookie) = cookie else { return Ok(false) };
        let row: Option<(i64,)> = sqlx::query_as("SELECT tries FROM mail_try WHERE id = $1 AND expires_at > $2 AND tries < $3")
            .bind(self.keys.lookup_hash(KEY, cookie))
            .bind(self.clock.now())
            .bind(TRIES)
            .fetch_optional(self.db.read())
            .await?;
        Ok(row.is_some())
    }

    /// Takes a code: typed, or out of the link.
    ///
    /// # Errors
    /// [`Error::Conflict`] when this browser waits for none (any more); [`Error::Invalid`] when it is not the code.
    pub async fn take_code(&self, cookie: Option<&str>, typed: &str) -> Result<SignedIn> {
        let outcome = self.try_code(cookie, &normal(typed)).await;
        match &outcome {
            Ok(found) => tracing::info!(door = "mail", person = %found.person.id, "signed in"),
            Err(Error::Invalid(_)) => tracing::warn!(door = "mail", code = "code", "not signed in"),
            Err(_) => tracing::warn!(door = "mail", code = "again", "not signed in"),
        }
        outcome
    }

    async fn try_code(&self, cookie: Option<&str>, code: &str) -> Result<SignedIn> {
        let again = || Error::Conflict("sign-in");
        let cookie = cookie.filter(|_| self.settings.sign_in.helpers_by_mail).ok_or_else(again)?;
        if code.is_empty() {
            return if self.waits_for_code(Some(cookie)).await? { Err(wrong("code", ProblemCode::Empty)) } else { Err(again()) };
        }
        let id = self.keys.lookup_hash(KEY, cookie);
        let (hash, key, now) = (self.keys.lookup_hash(&id, code), self.keys.session_key(&id)?, self.clock.now());
        // What is wrong counts, so it is committed too.
        let found = self.db.write(move |tx| Box::pin(async move { redeem(tx, &id, &hash, now).await })).await?;
        let (person, sealed) = match found {
            Redeemed::Nothing => return Err(again()),
            Redeemed::Wrong => return Err(wrong("code", ProblemCode::CodeUnknown)),
            Redeemed::Right(person, sealed) => (person, sealed),
        };
        let back = String::from_utf8(key.open(&Context::new(KEY, &[]), &sealed)?).unwrap_or_default();
        Ok(SignedIn::new(Door::Helpers, person, None, back))
    }

    /// Throws away what nobody can answer any more.
    pub(crate) async fn sweep_tries(&self) -> Result<()> {
        let now = self.clock.now();
        for sql in ["DELETE FROM mail_try WHERE expires_at <= $1", "DELETE FROM passkey_try WHERE expires_at <= $1"] {
            self.db.run(sqlx::query(sql).bind(now)).await?;
        }
        Ok(())
    }
}

enum Redeemed {
    /// Nobody waits: too old, used, or wrong too often.
    Nothing,
    Wrong,
    Right(Person, Vec<u8>),
}

/// Counts a try, and ends it when the code is right.
async fn redeem(tx: &mut AnyConnection, id: &str, hash: &str, now: i64) -> Result<Redeemed> {
    let sql =
        "UPDATE mail_try SET tries = tries + 1 WHERE id = $1 AND tries < $2 AND made_at <= $3 AND expires_at > $3 RETURNING code_hash, subject, sealed_back";
    let row: Option<(String, String, Vec<u8>)> = sqlx::query_as(sql).bind(id).bind(TRIES).bind(now).fetch_optional(&mut *tx).await?;
    let Some((right, subject, sealed)) = row else { return Ok(Redeemed::Nothing) };
    if !bool::from(right.as_bytes().ct_eq(hash.as_bytes())) {
        return Ok(Redeemed::Wrong);
    }
    sqlx::query("DELETE FROM mail_try WHERE id = $1").bind(id).execute(&mut *tx).await?;
    let new = Person { id: new_opaque_id(), role: Role::Helper, team: None, name: String::new() };
    Ok(Redeemed::Right(person::by_subject(tx, &format!("mail:{subject}"), &new, now).await?, sealed))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_written_to_as_it_is_looked_up() {
        assert_eq!(address(" Wim@Voorbeeld.NL ").unwrap(), "wim@voorbeeld.nl");
        // The first looks like a k and becomes one in a host name; the others would write headers of their own, or to more people.
        for typed in
            ["wim@voorbeeld.\u{212a}", "wím@voorbeeld.nl", "wim@voorbeeld.nl\r\nBcc: a@b.nl", "wim@a.nl,ben@b.nl", "wim", "@b.nl", "", "Wim <wim@a.nl>"]
        {
            assert!(address(typed).is_err(), "{typed}");
        }
    }
}
