//! Contact of a helper with a resident: when, how long, how.

use crate::{Error, Result, Service, new_id};
use domain::access::{Action, Actor};
use domain::volunteer::{Contact, ContactWay};

/// Contact that was written down.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// Its id.
    pub id: String,
    /// When, how long, how.
    pub contact: Contact,
    /// When it was written down, in milliseconds.
    pub written_at: i64,
}

impl Service {
    /// A helper writes down contact. The same one again within ten minutes is a second tap.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor does not help this resident; [`Error::Invalid`] with what is missing.
    pub async fn record_contact(&self, actor: &Actor, resident: &str, day: &str, minutes: &str, way: &str) -> Result<()> {
        const AGAIN: i64 = 10 * 60_000;
        let file = self.open_file(actor, Action::HelpContact, resident).await?;
        let mandate = file.mandate.as_ref().ok_or(Error::NotFound)?.id.clone();
        let contact = Contact::typed(day, minutes, way, self.clock.today()).map_err(Error::Invalid)?;
        let now = self.clock.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let (day, minutes, way) = (contact.day.to_string(), i64::from(contact.minutes), contact.way.as_str());
                    let sql =
                        "SELECT written_at FROM helper_contact WHERE mandate = $1 AND on_day = $2 AND minutes = $3 AND way = $4 AND written_at > $5 LIMIT 1";
                    let same: Option<(i64,)> =
                        sqlx::query_as(sql).bind(&mandate).bind(&day).bind(minutes).bind(way).bind(now - AGAIN).fetch_optional(&mut *tx).await?;
                    if same.is_none() {
                        sqlx::query("INSERT INTO helper_contact (id, mandate, on_day, minutes, way, written_at) VALUES ($1, $2, $3, $4, $5, $6)")
                            .bind(new_id())
                            .bind(mandate)
                            .bind(day)
                            .bind(minutes)
                            .bind(way)
                            .bind(now)
                            .execute(tx)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// A helper takes away what they wrote down by mistake. What is gone already is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor does not help this resident.
    pub async fn remove_contact(&self, actor: &Actor, resident: &str, contact: &str) -> Result<()> {
        let file = self.open_file(actor, Action::HelpContact, resident).await?;
        let mandate = file.mandate.as_ref().ok_or(Error::NotFound)?.id.clone();
        self.db.run(sqlx::query("DELETE FROM helper_contact WHERE id = $1 AND mandate = $2").bind(contact.to_owned()).bind(mandate)).await
    }

    /// The contact that a helper wrote down under the mandate they have now, newest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor does not help this resident.
    pub async fn own_contacts(&self, actor: &Actor, resident: &str) -> Result<(crate::file::File, Vec<Spoken>)> {
        let file = self.open_file(actor, Action::HelpContact, resident).await?;
        let mandate = file.mandate.as_ref().map(|m| m.id.clone()).unwrap_or_default();
        let rows: Vec<(String, String, i64, String, i64)> =
            sqlx::query_as("SELECT id, on_day, minutes, way, written_at FROM helper_contact WHERE mandate = $1 ORDER BY on_day DESC, written_at DESC LIMIT 50")
                .bind(mandate)
                .fetch_all(self.db.read())
                .await?;
        let wrong = || Error::internal("contact on disk is none");
        let open = |(id, day, minutes, way, written_at): (String, String, i64, String, i64)| {
            let contact = Contact {
                day: day.parse().map_err(|_| wrong())?,
                minutes: i32::try_from(minutes).map_err(|_| wrong())?,
                way: ContactWay::parse(&way).ok_or_else(wrong)?,
            };
            Ok(Spoken { id, contact, written_at })
        };
        Ok((file, rows.into_iter().map(open).collect::<Result<_>>()?))
    }
}
