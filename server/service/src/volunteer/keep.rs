//! Keeping volunteers: what they can do, what they learned, that they are seen, and that they stop.

use super::about;
use crate::{Error, Result, Service, new_id};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::calendar::typed_date;
use domain::volunteer::Volunteer;
use domain::{Problem, ProblemCode};
use std::collections::BTreeMap;

/// The most characters of a thank-you.
const WORDS_MAX: usize = 200;

/// A volunteer as the coordinator sees them.
#[derive(Debug, Clone)]
pub struct VolunteerView {
    /// The person.
    pub person: String,
    /// Their name.
    pub name: String,
    /// What is known of them.
    pub about: Volunteer,
    /// The courses they did, with the day.
    pub training: Vec<(String, NaiveDate)>,
    /// How often somebody thanked them.
    pub thanked: usize,
    /// Since when, in milliseconds.
    pub since: i64,
    /// When they stopped.
    pub ended_at: Option<i64>,
}

/// What a volunteer hears back: what they learned, and thanks with the day.
#[derive(Debug, Clone, Default)]
pub struct Feedback {
    /// Whether they are a volunteer.
    pub volunteer: bool,
    /// The courses they did.
    pub training: Vec<(String, NaiveDate)>,
    /// Thanks, newest first: the words of the coordinator, or nothing from a resident, with when.
    pub thanks: Vec<(String, i64)>,
}

impl Service {
    pub(super) async fn all_volunteers(&self) -> Result<Vec<VolunteerView>> {
        let rows: Vec<(String, String, String, i64, Option<i64>)> = sqlx::query_as(
            "SELECT v.person, p.name, v.about, v.since, v.ended_at FROM volunteer v JOIN person p ON p.id = v.person WHERE p.role = 'helper' ORDER BY p.name",
        )
        .fetch_all(self.db.read())
        .await?;
        let mut training = self.training("").await?;
        let thanks: Vec<(String, i64)> =
            sqlx::query_as("SELECT volunteer, COUNT(*) FROM volunteer_thanks GROUP BY volunteer").fetch_all(self.db.read()).await?;
        let thanks: BTreeMap<String, i64> = thanks.into_iter().collect();
        let view = |(person, name, text, since, ended_at): (String, String, String, i64, Option<i64>)| {
            let thanked = thanks.get(&person).copied().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
            let training = training.remove(&person).unwrap_or_default();
            Ok(VolunteerView { about: about(&text)?, name, training, thanked, since, ended_at, person })
        };
        rows.into_iter().map(view).collect()
    }

    /// What is known of everybody who is a volunteer now, by person.
    pub(crate) async fn known_volunteers(&self) -> Result<BTreeMap<String, Volunteer>> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT person, about FROM volunteer WHERE ended_at IS NULL").fetch_all(self.db.read()).await?;
        rows.into_iter().map(|(person, text)| Ok((person, about(&text)?))).collect()
    }

    /// The courses of one volunteer, or of all with an empty id.
    async fn training(&self, volunteer: &str) -> Result<BTreeMap<String, Vec<(String, NaiveDate)>>> {
        let rows: Vec<(String, String, String)> =
            sqlx::query_as("SELECT volunteer, course, done_on FROM volunteer_training WHERE $1 = '' OR volunteer = $1 ORDER BY done_on, course")
                .bind(volunteer)
                .fetch_all(self.db.read())
                .await?;
        let mut found: BTreeMap<String, Vec<(String, NaiveDate)>> = BTreeMap::new();
        for (volunteer, course, day) in rows {
            let day = day.parse().map_err(|_| Error::internal("a date on disk is none"))?;
            found.entry(volunteer).or_default().push((course, day));
        }
        Ok(found)
    }

    /// A helper with an account, as a volunteer or not yet one.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator, or when there is no such helper.
    pub async fn volunteer(&self, actor: &Actor, person: &str) -> Result<VolunteerView> {
        self.allow(actor, Action::KeepVolunteers)?;
        let somebody = self.person(person).await?;
        if somebody.role != Role::Helper {
            return Err(Error::NotFound);
        }
        let known = self.all_volunteers().await?.into_iter().find(|v| v.person == person);
        let new = || VolunteerView {
            person: somebody.id.clone(),
            name: somebody.name.clone(),
            about: Volunteer::default(),
            training: Vec::new(),
            thanked: 0,
            since: self.clock.now(),
            ended_at: None,
        };
        Ok(known.unwrap_or_else(new))
    }

    /// Keeps what is known of a volunteer; a helper becomes one by it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator or no helper; [`Error::Invalid`] without a language or for a
    /// neighbourhood that the municipality does not have.
    pub async fn keep_volunteer(&self, actor: &Actor, person: &str, volunteer: &Volunteer) -> Result<()> {
        self.volunteer(actor, person).await?;
        let mut problems = Vec::new();
        if volunteer.languages.is_empty() {
            problems.push(Problem::new("languages", ProblemCode::Empty));
        }
        if !volunteer.neighbourhood.is_empty() && !self.content.volunteers.neighbourhoods.contains(&volunteer.neighbourhood) {
            problems.push(Problem::new("neighbourhood", ProblemCode::UnknownChoice));
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let (person, text, now) = (person.to_owned(), serde_json::to_string(volunteer)?, self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql = "INSERT INTO volunteer (person, about, since) VALUES ($1, $2, $3) \
                               ON CONFLICT (person) DO UPDATE SET about = excluded.about, ended_at = NULL";
                    sqlx::query(sql).bind(person).bind(text).bind(now).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Writes down that a volunteer did a course.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator or no volunteer; [`Error::Invalid`] for an unknown course or no day.
    pub async fn train_volunteer(&self, actor: &Actor, person: &str, course: &str, day: &str) -> Result<()> {
        self.volunteer(actor, person).await?;
        let mut problems = Vec::new();
        if !self.content.volunteers.courses.iter().any(|c| c == course) {
            problems.push(Problem::new("course", ProblemCode::Empty));
        }
        let day = match typed_date(day) {
            None => Err(ProblemCode::NotADate),
            Some(day) if day > self.clock.today() => Err(ProblemCode::ToCome),
            Some(day) => Ok(day),
        };
        problems.extend(day.err().map(|code| Problem::new("day", code)));
        let (Ok(day), true) = (day, problems.is_empty()) else { return Err(Error::Invalid(problems)) };
        let (person, course) = (person.to_owned(), course.to_owned());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    is_volunteer(tx, &person).await?;
                    let sql = "INSERT INTO volunteer_training (id, volunteer, course, done_on) VALUES ($1, $2, $3, $4) \
                               ON CONFLICT (volunteer, course) DO UPDATE SET done_on = excluded.done_on";
                    sqlx::query(sql).bind(new_id()).bind(person).bind(course).bind(day.to_string()).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The coordinator thanks a volunteer.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator or no volunteer; [`Error::Invalid`] without words or with too many.
    pub async fn thank_volunteer(&self, actor: &Actor, person: &str, words: &str) -> Result<()> {
        self.volunteer(actor, person).await?;
        let words = words.trim();
        match words.chars().count() {
            0 => return Err(Error::Invalid(vec![Problem::new("words", ProblemCode::Empty)])),
            n if n > WORDS_MAX => return Err(Error::Invalid(vec![Problem::new("words", ProblemCode::TooLong { max: WORDS_MAX })])),
            _ => {}
        }
        self.thank(person.to_owned(), words.to_owned()).await
    }

    /// The resident thanks their helper: one tap, no words. Once a day counts; a helper who is no volunteer hears nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn thank_helper(&self, actor: &Actor, resident: &str, mandate: &str) -> Result<()> {
        let file = self.open_file(actor, Action::KeepHelpers, resident).await?;
        let (now, _) = self.mandates_of(&file, self.clock.now()).await?;
        let Some(helper) = now.into_iter().find(|h| h.mandate.id == mandate) else { return Ok(()) };
        let volunteer: Option<(String,)> = sqlx::query_as("SELECT person FROM volunteer WHERE person = $1 AND ended_at IS NULL")
            .bind(&helper.mandate.helper)
            .fetch_optional(self.db.read())
            .await?;
        match volunteer {
            Some((person,)) => self.thank(person, String::new()).await,
            None => Ok(()),
        }
    }

    async fn thank(&self, person: String, words: String) -> Result<()> {
        let now = self.clock.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    is_volunteer(tx, &person).await?;
                    // The same thanks within a day is a second tap.
                    let sql = "SELECT at FROM volunteer_thanks WHERE volunteer = $1 AND words = $2 AND at > $3 LIMIT 1";
                    let day = 24 * 60 * 60_000;
                    let same: Option<(i64,)> = sqlx::query_as(sql).bind(&person).bind(&words).bind(now - day).fetch_optional(&mut *tx).await?;
                    if same.is_none() {
                        let sql = "INSERT INTO volunteer_thanks (id, volunteer, words, at) VALUES ($1, $2, $3, $4)";
                        sqlx::query(sql).bind(new_id()).bind(person).bind(words).bind(now).execute(tx).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// A volunteer stops: so does everything they may do, on the next click.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator, or when there is no such helper.
    pub async fn end_volunteer(&self, actor: &Actor, person: &str) -> Result<()> {
        self.volunteer(actor, person).await?;
        self.end_account(person, &actor.person, "UPDATE volunteer SET ended_at = $1 WHERE person = $2 AND ended_at IS NULL").await
    }

    /// What a helper hears back as a volunteer.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no helper.
    pub async fn feedback(&self, actor: &Actor) -> Result<Feedback> {
        self.allow(actor, Action::Help)?;
        let known: Option<(i64,)> =
            sqlx::query_as("SELECT since FROM volunteer WHERE person = $1 AND ended_at IS NULL").bind(&actor.person).fetch_optional(self.db.read()).await?;
        if known.is_none() {
            return Ok(Feedback::default());
        }
        let thanks = sqlx::query_as("SELECT words, at FROM volunteer_thanks WHERE volunteer = $1 ORDER BY at DESC, id DESC LIMIT 5")
            .bind(&actor.person)
            .fetch_all(self.db.read())
            .await?;
        Ok(Feedback { volunteer: true, training: self.training(&actor.person).await?.remove(&actor.person).unwrap_or_default(), thanks })
    }
}

async fn is_volunteer(tx: &mut sqlx::AnyConnection, person: &str) -> Result<()> {
    let known: Option<(String,)> =
        sqlx::query_as("SELECT person FROM volunteer WHERE person = $1 AND ended_at IS NULL").bind(person).fetch_optional(tx).await?;
    known.map(|_| ()).ok_or(Error::Conflict("volunteer"))
}
