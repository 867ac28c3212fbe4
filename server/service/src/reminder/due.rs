//! What there is to remind of today: one row for each occasion, however often this runs and in however many processes.

use super::Channel;
use crate::clock::at_local;
use crate::{Result, Service};
use chrono::{Days, NaiveTime};
use domain::profile::{Contact, Profile};
use std::collections::BTreeMap;

/// How long before an appointment it is told, in milliseconds.
const BEFORE: i64 = 24 * 60 * 60 * 1000;
/// How many days before the end of the thinking time, and before the date of an own line.
const DAYS: u64 = 2;

impl Service {
    /// Writes down every occasion that is due and was not written down before.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn note_reminders(&self) -> Result<()> {
        let (now, today) = (self.clock.now(), self.clock.today());
        let soon = today.checked_add_days(Days::new(DAYS)).unwrap_or(today).to_string();
        let mut occasions: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut note = |resident: String, occasion: String| occasions.entry(resident).or_default().push(occasion);
        let proposals: Vec<(String, i64, String)> =
            sqlx::query_as("SELECT resident, number, think_until FROM agreement_version WHERE state = 'proposed' AND waits_resident = 1")
                .fetch_all(self.db.read())
                .await?;
        for (resident, number, until) in proposals {
            if until <= soon && until >= today.to_string() {
                note(resident.clone(), format!("think/{number}"));
            }
            note(resident, format!("proposal/{number}"));
        }
        let lines: Vec<(String, String, String)> = sqlx::query_as(
            "SELECT resident, line, due_on FROM agreement_line WHERE doer = 'resident' AND progress NOT IN ('done', 'no_longer_needed') AND due_on >= $1 AND due_on <= $2",
        )
        .bind(today.to_string())
        .bind(&soon)
        .fetch_all(self.db.read())
        .await?;
        for (resident, line, due) in lines {
            note(resident, format!("line/{line}/{due}"));
        }
        let talks: Vec<(String, String)> =
            sqlx::query_as("SELECT resident, id FROM appointment WHERE cancelled_at IS NULL AND starts_at > $1 AND starts_at <= $2")
                .bind(now)
                .bind(now + BEFORE)
                .fetch_all(self.db.read())
                .await?;
        for (resident, id) in talks {
            note(resident, format!("appointment/{id}"));
        }
        let at_desk: Vec<(String, String)> =
            sqlx::query_as("SELECT resident, id FROM mandate WHERE way = 'desk' AND seen_at IS NULL AND withdrawn_at IS NULL AND until_at > $1")
                .bind(now)
                .fetch_all(self.db.read())
                .await?;
        for (resident, id) in at_desk {
            note(resident, format!("helper/{id}"));
        }
        for (resident, occasions) in occasions {
            // One file that does not open (logged there) does not keep the reminders of everybody else.
            let _ = self.note(resident, occasions, now).await;
        }
        Ok(())
    }

    async fn note(&self, resident: String, occasions: Vec<String>, now: i64) -> Result<()> {
        let known: Vec<(String,)> = sqlx::query_as("SELECT occasion FROM reminder WHERE resident = $1").bind(&resident).fetch_all(self.db.read()).await?;
        let new: Vec<String> = occasions.into_iter().filter(|o| !known.iter().any(|(k,)| k == o)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let channel = channel(&self.file_of(&resident).await?.profile);
        // Nobody is woken at night: what comes up then leaves at eight.
        let eight = NaiveTime::from_hms_opt(8, 0, 0).and_then(|eight| at_local(self.clock.today(), eight)).unwrap_or(now);
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    for occasion in new {
                        sqlx::query("INSERT INTO reminder (resident, occasion, channel, due_at, attempts, code) VALUES ($1, $2, $3, $4, 0, '') ON CONFLICT (resident, occasion) DO NOTHING")
                            .bind(&resident)
                            .bind(occasion)
                            .bind(channel.as_str())
                            .bind(now.max(eight))
                            .execute(&mut *tx)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}

/// The channel that the resident chose, as far as a message can go by it: who wants a call or a letter sees it in the
/// portal, and a caseworker calls or writes.
fn channel(profile: &Profile) -> Channel {
    match profile.contact {
        Contact::Email if !profile.email.is_empty() => Channel::Email,
        Contact::Sms if !profile.phone.is_empty() => Channel::Sms,
        _ => Channel::Portal,
    }
}

/// Where a message goes: used and not kept.
pub(super) fn address(profile: &Profile, channel: Channel) -> String {
    match channel {
        Channel::Email => profile.email.clone(),
        Channel::Sms => profile.phone.clone(),
        Channel::Portal => String::new(),
    }
}
