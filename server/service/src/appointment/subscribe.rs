//! A calendar subscription: a secret address that the resident makes and revokes. It tells when, never who or what.

use super::calendar::calendar;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use sha2::{Digest as _, Sha256};

/// A hash that tells nothing of what it is of, in hexadecimals.
pub(super) fn hashed(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

impl Service {
    /// Makes a new calendar address; the old one stops. It is given once and kept as a hash only.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn make_calendar_address(&self, actor: &Actor, resident: &str) -> Result<String> {
        self.open_file(actor, Action::KeepProfile, resident).await?;
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes).map_err(|e| Error::internal(format_args!("randomness: {e}")))?;
        let token = data_encoding::BASE64URL_NOPAD.encode(&bytes);
        let (hash, resident, now) = (hashed(&token), resident.to_owned(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query("DELETE FROM calendar_address WHERE resident = $1").bind(&resident).execute(&mut *tx).await?;
                    sqlx::query("INSERT INTO calendar_address (token_hash, resident, made_at) VALUES ($1, $2, $3)")
                        .bind(hash)
                        .bind(resident)
                        .bind(now)
                        .execute(tx)
                        .await?;
                    Ok(())
                })
            })
            .await?;
        Ok(token)
    }

    /// Stops the calendar address.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn revoke_calendar_address(&self, actor: &Actor, resident: &str) -> Result<()> {
        self.open_file(actor, Action::KeepProfile, resident).await?;
        let resident = resident.to_owned();
        self.db.run(sqlx::query("DELETE FROM calendar_address WHERE resident = $1").bind(resident)).await
    }

    /// The calendar behind an address, for whoever knows it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an address that is not there, or not any more.
    pub async fn subscribed(&self, token: &str) -> Result<String> {
        let row: Option<(String,)> =
            sqlx::query_as("SELECT resident FROM calendar_address WHERE token_hash = $1").bind(hashed(token)).fetch_optional(self.db.read()).await?;
        let (resident,) = row.ok_or(Error::NotFound)?;
        let file = self.file_of(&resident).await?;
        let entries: Vec<_> = self.appointments_of(&file).await?.iter().map(|a| self.entry(&file, a)).collect();
        Ok(calendar(&entries, self.clock.now()))
    }
}
