//! How the lines of what is agreed go: one tap each, with who and when.

use super::side_of;
use super::store::day;
use crate::event::{self, EventKind};
use crate::file::File;
use crate::journey::Moment;
use crate::keys::Context;
use crate::sync::outbox::Queued;
use crate::{Error, Result, Service, new_id};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::agreement::{Mark, NOTE_MAX, Need, Party, Progress, Refusal, Side, Standing, Text, next_standing};
use domain::calendar::typed_date;
use domain::{Problem, ProblemCode};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// How one line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineView {
    /// Who does it.
    pub doer: Party,
    /// By when.
    pub due: NaiveDate,
    /// How far it is.
    pub standing: Standing,
    /// Since when, in milliseconds.
    pub changed_at: i64,
}

impl LineView {
    /// Whether it is late on `today`.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.standing.is_late(self.due, today)
    }
}

pub(super) type LineRow = (String, String, String, String, String, String, i64);

pub(super) fn line_view((line, doer, due, progress, need, not_done, changed_at): LineRow) -> Result<(String, LineView)> {
    let unknown = || Error::internal("a line of an agreement has an unknown state");
    let standing = Standing { progress: Progress::parse(&progress).ok_or_else(unknown)?, need: Need::parse(&need), not_done: Side::parse(&not_done) };
    Ok((line, LineView { doer: Party::parse(&doer).ok_or_else(unknown)?, due: day(&due)?, standing, changed_at }))
}

/// One thing that was told about a line.
#[derive(Clone)]
pub struct Told {
    /// The line.
    pub line: String,
    /// Who told it.
    pub side: Side,
    /// What.
    pub mark: Mark,
    /// What was added in words.
    pub words: String,
    /// The day that it will be done instead, as the municipality said.
    pub new_day: Option<NaiveDate>,
    /// When, in milliseconds.
    pub at: i64,
}

/// What is added when somebody tells how a line goes, as it was typed.
#[derive(Clone, Copy, Default)]
pub struct Added<'a> {
    /// In words.
    pub words: &'a str,
    /// The day that it will be done instead.
    pub new_day: &'a str,
}

impl Added<'_> {
    /// The words and the day. The municipality says why it cannot do what it promised, and when it does; a resident
    /// does not have to.
    fn checked(self, owes_a_day: bool, today: NaiveDate) -> Result<(String, Option<NaiveDate>)> {
        let (words, typed) = (self.words.trim(), self.new_day.trim());
        let day = typed_date(typed);
        let mut problems = Vec::new();
        if words.chars().count() > NOTE_MAX {
            problems.push(Problem::new("words", ProblemCode::TooLong { max: NOTE_MAX }));
        }
        if owes_a_day && words.is_empty() {
            problems.push(Problem::new("words", ProblemCode::Empty));
        }
        match day {
            _ if !owes_a_day => {}
            None => problems.push(Problem::new("new_day", if typed.is_empty() { ProblemCode::Empty } else { ProblemCode::NotADate })),
            Some(day) if day < today => problems.push(Problem::new("new_day", ProblemCode::Past)),
            Some(_) => {}
        }
        if problems.is_empty() { Ok((words.to_owned(), day.filter(|_| owes_a_day))) } else { Err(Error::Invalid(problems)) }
    }
}

impl Service {
    /// The lines of what is agreed now. The caller has opened the file.
    pub(crate) async fn agreement_lines(&self, file: &File) -> Result<BTreeMap<String, LineView>> {
        let rows: Vec<LineRow> = sqlx::query_as("SELECT line, doer, due_on, progress, need, not_done, changed_at FROM agreement_line WHERE resident = $1")
            .bind(file.resident())
            .fetch_all(self.db.read())
            .await?;
        rows.into_iter().map(line_view).collect()
    }

    /// Everything that was told about lines, newest first. The caller has opened the file.
    pub(crate) async fn told(&self, file: &File) -> Result<Vec<Told>> {
        type Row = (String, String, String, String, String, Vec<u8>, String, i64);
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, line, side, mark, need, sealed_words, new_day, at FROM agreement_mark WHERE resident = $1 ORDER BY at DESC, id DESC")
                .bind(file.resident())
                .fetch_all(self.db.read())
                .await?;
        let told = |(id, line, side, mark, need, sealed, new_day, at): Row| {
            let unknown = || Error::internal("a mark of an agreement is unknown");
            let words = String::from_utf8_lossy(&file.key.open(&words_place(&id), &sealed)?).into_owned();
            Ok(Told {
                line,
                side: Side::parse(&side).ok_or_else(unknown)?,
                mark: Mark::parse(&mark, &need).ok_or_else(unknown)?,
                words,
                new_day: new_day.parse().ok(),
                at,
            })
        };
        rows.into_iter().map(told).collect()
    }

    /// Tells how a line goes.
    ///
    /// # Errors
    /// [`Error::Conflict`] when this is for the other side to tell, or nothing changes; [`Error::Invalid`] for too many
    /// words, and for a municipality that does not say why and when.
    pub async fn mark_line(&self, actor: &Actor, resident: &str, line: &str, mark: Mark, added: Added<'_>) -> Result<Standing> {
        let (side, action) = side_of(actor)?;
        let file = self.open_file(actor, action, resident).await?;
        let lines = self.agreement_lines(&file).await?;
        let before = *lines.get(line).ok_or(Refusal::UnknownLine)?;
        let after = match next_standing(before.doer, before.standing, side, mark) {
            // The same tap twice is one.
            Err(Refusal::WrongState) if already(before.standing, mark) => return Ok(before.standing),
            after => after?,
        };
        let owes_a_day = matches!(mark, Mark::Cannot(_)) && before.doer == Party::Municipality;
        let (words, new_day) = added.checked(owes_a_day, self.clock.today())?;
        let over = lines.iter().all(|(id, view)| !if id == line { after.is_open() } else { view.standing.is_open() });
        let milestones = self.queue_milestones(actor, &file, |facts, now| Moment::lines_over(facts, now, over)).await?;
        let id = new_id();
        let sealed = file.key.seal(&words_place(&id), words.as_bytes())?;
        let (resident, line, by, now) = (resident.to_owned(), line.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let done = sqlx::query(
                        "UPDATE agreement_line SET progress = $1, need = $2, not_done = $3, changed_at = $4 \
                         WHERE resident = $5 AND line = $6 AND progress = $7 AND not_done = $8",
                    )
                    .bind(after.progress.as_str())
                    .bind(after.need.map_or("", Need::as_str))
                    .bind(after.not_done.map_or("", Side::as_str))
                    .bind(now)
                    .bind(&resident)
                    .bind(&line)
                    .bind(before.standing.progress.as_str())
                    .bind(before.standing.not_done.map_or("", Side::as_str))
                    .execute(&mut *tx)
                    .await?;
                    if done.rows_affected() == 0 {
                        return Err(Error::Conflict("agreement-mark"));
                    }
                    record(tx, &id, &resident, &line, side, mark, sealed, new_day, &by, now).await?;
                    Queued::about_the_case(milestones, tx).await?;
                    // Which line it is about, so that history can name it.
                    event::record(tx, &resident, EventKind::Marked, &format!("{}/{line}", mark.as_str()), &by, now).await?;
                    Ok(after)
                })
            })
            .await
    }
}

/// Whether a mark says what stands there already.
fn already(standing: Standing, mark: Mark) -> bool {
    match mark {
        Mark::NotStarted => standing.progress == Progress::NotStarted,
        Mark::Busy => standing.progress == Progress::Busy,
        Mark::Done => standing.progress == Progress::Done,
        Mark::Cannot(need) => standing.need == Some(need),
        Mark::NotNeeded => standing.progress == Progress::NoLongerNeeded,
        Mark::NotDone => standing.not_done.is_some(),
        Mark::DoneAfterAll => false,
    }
}

fn words_place(id: &str) -> Context {
    Context::new("agreement-mark", &[id])
}

#[expect(clippy::too_many_arguments, reason = "the columns of a row")]
async fn record(
    tx: &mut AnyConnection,
    id: &str,
    resident: &str,
    line: &str,
    side: Side,
    mark: Mark,
    sealed: Vec<u8>,
    new_day: Option<NaiveDate>,
    by: &str,
    now: i64,
) -> Result<()> {
    let need = if let Mark::Cannot(need) = mark { need.as_str() } else { "" };
    sqlx::query("INSERT INTO agreement_mark (id, resident, line, side, mark, need, sealed_words, new_day, by_person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(id)
        .bind(resident)
        .bind(line)
        .bind(side.as_str())
        .bind(mark.as_str())
        .bind(need)
        .bind(sealed)
        .bind(new_day.map(|day| day.to_string()).unwrap_or_default())
        .bind(by)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}

/// The lines of what was just agreed: a line that was there goes on where it is, one that is not there any more ends.
pub(super) async fn in_force(tx: &mut AnyConnection, resident: &str, text: &Text, now: i64) -> Result<()> {
    let rows: Vec<(String,)> = sqlx::query_as("SELECT line FROM agreement_line WHERE resident = $1").bind(resident).fetch_all(&mut *tx).await?;
    for (line,) in rows.iter().filter(|(line,)| text.line(line).is_none()) {
        sqlx::query("DELETE FROM agreement_line WHERE resident = $1 AND line = $2").bind(resident).bind(line).execute(&mut *tx).await?;
    }
    for line in &text.lines {
        sqlx::query(
            "INSERT INTO agreement_line (resident, line, doer, due_on, progress, need, not_done, changed_at) VALUES ($1, $2, $3, $4, 'not_started', '', '', $5) \
             ON CONFLICT (resident, line) DO UPDATE SET doer = excluded.doer, due_on = excluded.due_on",
        )
        .bind(resident)
        .bind(&line.id)
        .bind(line.doer.as_str())
        .bind(line.due.to_string())
        .bind(now)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}
