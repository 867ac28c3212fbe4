//! What the resident sees of the log: who looked, in plain words.

use super::reason::place;
use crate::clock::local;
use crate::file::File;
use crate::person::Person;
use crate::{Result, Service};
use domain::access::{Action, Actor, Role};
use std::collections::BTreeMap;

/// How far back, in days.
const DAYS: i64 = 365;

/// What somebody did on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The last time on that day, in milliseconds.
    pub at: i64,
    /// Who: name and team as they are now; `None` when it was the resident.
    pub by: Option<Person>,
    /// What: the name of the action.
    pub activity: String,
    /// How often on that day.
    pub times: i64,
    /// Why, where a reason was asked.
    pub reason: Option<String>,
}

impl Look {
    /// This line by itself: the day and what was done. Whose it is, it does not say.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}/{}", local(self.at).date_naive(), self.activity)
    }
}

impl Service {
    /// Who did what with this resident's data, newest first: a line for each person, day and kind.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn looks(&self, actor: &Actor, resident: &str) -> Result<Vec<Look>> {
        let file = self.open_file(actor, Action::ReadOwn, resident).await?;
        self.flush_access_log().await?;
        let rows: Vec<(i64, String, String)> =
            sqlx::query_as("SELECT at, person, activity FROM access_log WHERE resident = $1 AND outcome = 'done' AND at > $2 ORDER BY at DESC, number DESC")
                .bind(resident)
                .bind(self.clock.now() - DAYS * 24 * 60 * 60_000)
                .fetch_all(self.db.read())
                .await?;
        let reasons = self.reasons(&file).await?;
        let people = self.staff().await?;
        let mut looks: Vec<Look> = Vec::new();
        let mut places = BTreeMap::new();
        for (at, person, activity) in rows {
            let day = local(at).date_naive();
            let at_place = *places.entry((day, person.clone(), activity.clone())).or_insert_with(|| {
                let reason = reasons.get(&(day, person.clone())).cloned().filter(|_| activity == "GiveReason");
                let by = (person != resident).then(|| people.get(&person).cloned().unwrap_or_else(|| nobody(&person)));
                looks.push(Look { at, by, activity, times: 0, reason });
                looks.len() - 1
            });
            if let Some(look) = looks.get_mut(at_place) {
                look.times += 1;
            }
        }
        Ok(looks)
    }

    async fn reasons(&self, file: &File) -> Result<BTreeMap<(chrono::NaiveDate, String), String>> {
        let rows: Vec<(String, String, Vec<u8>, i64)> = sqlx::query_as("SELECT id, person, sealed_reason, at FROM look_reason WHERE resident = $1 ORDER BY at")
            .bind(file.resident())
            .fetch_all(self.db.read())
            .await?;
        let open = |(id, person, sealed, at): (String, String, Vec<u8>, i64)| {
            let text = file.key.open(&place(&id), &sealed)?;
            Ok(((local(at).date_naive(), person), String::from_utf8_lossy(&text).into_owned()))
        };
        rows.into_iter().map(open).collect()
    }
}

/// Somebody who is not there any more.
fn nobody(id: &str) -> Person {
    Person { id: id.to_owned(), role: Role::Caseworker, team: None, name: String::new() }
}
