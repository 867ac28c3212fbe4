//! Objecting: the resident says that somebody should not have done something.

use crate::event::{self, EventKind};
use crate::file::File;
use crate::keys::Context;
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::{Action, Actor};
use domain::calendar::add_working_days;
use domain::{Problem, ProblemCode};

/// The most characters of what is wrong.
const TEXT_MAX: usize = 500;

/// What a resident objected to.
#[derive(Clone)]
pub struct Objection {
    /// Its id.
    pub id: String,
    /// The person it is about.
    pub about: String,
    /// What the resident tapped, of who looked: [`crate::access::Look::line`].
    pub line: Option<String>,
    /// In the resident's words; empty where only the tap counts.
    pub text: String,
    /// When, in milliseconds.
    pub at: i64,
    /// ISO date by which the resident hears something.
    pub due_on: Option<String>,
    /// When somebody dealt with it.
    pub settled_at: Option<i64>,
    /// What they answered; empty before.
    pub answer: String,
}

/// An objection about a colleague, as the coordinator sees it: that there is one and by when it is answered, never its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// The resident's name.
    pub resident: String,
    /// The colleague.
    pub about: String,
    /// ISO date by which the resident hears something.
    pub due_on: Option<String>,
}

/// Id, about whom, what was tapped, in words, at, due on, settled at, answer.
type Row = (String, String, Option<String>, Vec<u8>, i64, Option<String>, Option<i64>, Option<Vec<u8>>);

fn place(id: &str) -> Context {
    Context::new("objection", &[id])
}

fn answer_place(id: &str) -> Context {
    Context::new("objection-answer", &[id])
}

impl Service {
    /// The resident objects to what `about` did. The words are optional; a caseworker reads them, but not whom it is about. `line`
    /// is what was tapped; one that is not in what this person did is left out.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident or there is no such person; [`Error::Invalid`] for too many words.
    pub async fn object(&self, actor: &Actor, resident: &str, about: &str, line: &str, text: &str) -> Result<()> {
        let file = self.open_file(actor, Action::KeepHelpers, resident).await?;
        let somebody = self.person(about).await?;
        if somebody.id == resident {
            return Err(Error::NotFound);
        }
        let text = text.trim();
        if text.chars().count() > TEXT_MAX {
            return Err(Error::Invalid(vec![Problem::new("objection", ProblemCode::TooLong { max: TEXT_MAX })]));
        }
        let looks = if line.is_empty() { Vec::new() } else { self.looks(actor, resident).await? };
        let tapped = looks.iter().find(|look| look.line() == line && look.by.as_ref().is_some_and(|by| by.id == somebody.id));
        let line = tapped.map(|_| line.to_owned());
        let (id, now) = (new_opaque_id(), self.clock.now());
        let due_on = add_working_days(self.clock.today(), self.settings.intake.answer_days).to_string();
        let wordless = text.is_empty();
        let sealed = file.key.seal(&place(&id), text.as_bytes())?;
        let (resident, by, about) = (resident.to_owned(), actor.person.clone(), somebody.id);
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    // A second tap on the same person adds nothing while the first is open; more words stand beside the first.
                    let sql = "SELECT COUNT(*) FROM objection WHERE resident = $1 AND about = $2 AND settled_at IS NULL";
                    let (open,): (i64,) = sqlx::query_as(sql).bind(&resident).bind(&about).fetch_one(&mut *tx).await?;
                    if wordless && open > 0 {
                        return Ok(());
                    }
                    sqlx::query("INSERT INTO objection (id, resident, about, sealed_text, at, due_on, line) VALUES ($1, $2, $3, $4, $5, $6, $7)")
                        .bind(id)
                        .bind(&resident)
                        .bind(about)
                        .bind(sealed)
                        .bind(now)
                        .bind(due_on)
                        .bind(line)
                        .execute(&mut *tx)
                        .await?;
                    event::record(tx, &resident, EventKind::Objected, "", &by, now).await
                })
            })
            .await
    }

    /// What the resident objected to, newest first. The caller has opened the file.
    pub(crate) async fn objections_of(&self, file: &File) -> Result<Vec<Objection>> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, about, line, sealed_text, at, due_on, settled_at, sealed_answer FROM objection WHERE resident = $1 ORDER BY at DESC, id DESC",
        )
        .bind(file.resident())
        .fetch_all(self.db.read())
        .await?;
        let open = |(id, about, line, sealed, at, due_on, settled_at, answer): Row| {
            let text = String::from_utf8_lossy(&file.key.open(&place(&id), &sealed)?).into_owned();
            let answer = answer.map(|sealed| file.key.open(&answer_place(&id), &sealed)).transpose()?;
            let answer = answer.map(|text| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default();
            Ok(Objection { id, about, line, text, at, due_on, settled_at, answer })
        };
        rows.into_iter().map(open).collect()
    }

    /// What a resident objected to, for the resident or for the caseworker who deals with it; without the words for whom it is
    /// about.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn objections(&self, actor: &Actor, resident: &str) -> Result<Vec<Objection>> {
        let action = if actor.role.is_staff() { Action::Review } else { Action::KeepHelpers };
        let file = self.open_file(actor, action, resident).await?;
        let mut objections = self.objections_of(&file).await?;
        for about_you in objections.iter_mut().filter(|o| o.about == actor.person) {
            about_you.text.clear();
        }
        Ok(objections)
    }

    /// A caseworker has dealt with it, and answers in a sentence that the resident reads. Doing so twice is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not, as whom it is about may not; [`Error::Invalid`] without an answer or with too
    /// long a one.
    pub async fn settle_objection(&self, actor: &Actor, resident: &str, objection: &str, answer: &str) -> Result<()> {
        let file = self.open_file(actor, Action::Review, resident).await?;
        if self.objections_of(&file).await?.iter().any(|o| o.id == objection && o.about == actor.person) {
            return Err(Error::NotFound);
        }
        let answer = answer.trim();
        match answer.chars().count() {
            0 => return Err(Error::Invalid(vec![Problem::new("answer", ProblemCode::Empty)])),
            n if n > TEXT_MAX => return Err(Error::Invalid(vec![Problem::new("answer", ProblemCode::TooLong { max: TEXT_MAX })])),
            _ => {}
        }
        let sealed = file.key.seal(&answer_place(objection), answer.as_bytes())?;
        let (resident, objection, by, now) = (resident.to_owned(), objection.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let sql =
                        "UPDATE objection SET settled_at = $1, settled_by = $2, sealed_answer = $3 WHERE id = $4 AND resident = $5 AND settled_at IS NULL";
                    sqlx::query(sql).bind(now).bind(by).bind(sealed).bind(objection).bind(resident).execute(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Open objections about colleagues, for the coordinator: whoever they are about answers none of them, and where that is the
    /// only caseworker the resident has to go to another one.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is no coordinator.
    pub async fn reported_colleagues(&self, actor: &Actor) -> Result<Vec<Reported>> {
        self.allow(actor, Action::DivideWork)?;
        let rows: Vec<(String, String, Option<String>)> = sqlx::query_as(
            "SELECT o.resident, p.name, o.due_on FROM objection o JOIN person p ON p.id = o.about WHERE o.settled_at IS NULL AND p.role = 'caseworker' \
             ORDER BY o.at, o.id",
        )
        .fetch_all(self.db.read())
        .await?;
        let mut reported = Vec::new();
        for (resident, about, due_on) in rows {
            let Ok(file) = self.file_of(&resident).await else { continue };
            reported.push(Reported { resident: file.profile.full_name(), about, due_on });
        }
        Ok(reported)
    }
}
