//! People who can sign in.

use crate::{Error, Result, Service};
use domain::access::{Actor, Role};
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};

/// A person who can sign in, as far as everybody may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Our own id.
    pub id: String,
    /// What they are.
    pub role: Role,
    /// The team of staff.
    pub team: Option<String>,
    /// The name of staff and helpers; empty for residents.
    pub name: String,
}

impl From<Person> for Actor {
    fn from(person: Person) -> Self {
        Self { person: person.id, role: person.role, team: person.team, acts_for: None }
    }
}

type Row = (String, String, Option<String>, String);

fn person((id, role, team, name): Row) -> Result<Person> {
    let role = Role::parse(&role).ok_or_else(|| Error::internal("a person has an unknown role"))?;
    Ok(Person { id, role, team, name })
}

impl Service {
    /// The person with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn person(&self, id: &str) -> Result<Person> {
        let row: Option<Row> = sqlx::query_as("SELECT id, role, team, name FROM person WHERE id = $1").bind(id).fetch_optional(self.db.read()).await?;
        person(row.ok_or(Error::NotFound)?)
    }

    /// Staff and helpers by id, for their names on the screen.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn staff(&self) -> Result<BTreeMap<String, Person>> {
        let rows: Vec<Row> = sqlx::query_as("SELECT id, role, team, name FROM person WHERE role <> 'resident' ORDER BY name").fetch_all(self.db.read()).await?;
        rows.into_iter().map(|row| person(row).map(|p| (p.id.clone(), p))).collect()
    }
}

impl Service {
    /// Who signs in by e-mail: nobody but they themselves says what they are called.
    pub(crate) async fn by_mail(&self) -> Result<BTreeSet<String>> {
        let rows: Vec<(String,)> = sqlx::query_as("SELECT id FROM person WHERE subject LIKE 'mail:%'").fetch_all(self.db.read()).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }
}

/// The person known as `subject` to who proved them: added when new, else with role and team as they are now, and the name as it
/// was told. Who tells no name (a code by mail, some providers) takes none away.
///
/// # Errors
/// When the store does not answer.
pub async fn by_subject(tx: &mut AnyConnection, subject: &str, new: &Person, now: i64) -> Result<Person> {
    let row: Row = sqlx::query_as(
        "INSERT INTO person (id, role, team, name, created_at, subject) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (subject) DO UPDATE SET role = excluded.role, team = excluded.team, \
         name = CASE excluded.name WHEN '' THEN person.name ELSE excluded.name END RETURNING id, role, team, name",
    )
    .bind(&new.id)
    .bind(new.role.as_str())
    .bind(&new.team)
    .bind(&new.name)
    .bind(now)
    .bind(subject)
    .fetch_one(tx)
    .await?;
    person(row)
}

/// Adds a person.
///
/// # Errors
/// When the id is taken.
pub async fn insert(tx: &mut AnyConnection, person: &Person, now: i64) -> Result<()> {
    sqlx::query("INSERT INTO person (id, role, team, name, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(&person.id)
        .bind(person.role.as_str())
        .bind(&person.team)
        .bind(&person.name)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}

/// How much there is of everything; never whose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Residents.
    pub residents: i64,
    /// Open drafts.
    pub drafts: i64,
    /// Sent versions.
    pub scans: i64,
    /// Open small requests.
    pub requests: i64,
    /// Sessions.
    pub sessions: i64,
}

impl Service {
    /// How much there is of everything. The caller has asked whether the actor may operate the portal.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn counts(&self) -> Result<Counts> {
        let (residents, drafts, scans, requests, sessions) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM resident), (SELECT COUNT(*) FROM draft), (SELECT COUNT(*) FROM scan), \
             (SELECT COUNT(*) FROM request WHERE settled_at IS NULL), (SELECT COUNT(*) FROM session)",
        )
        .fetch_one(self.db.read())
        .await?;
        Ok(Counts { residents, drafts, scans, requests, sessions })
    }
}
