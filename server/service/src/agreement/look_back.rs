//! Looking back: each side for itself, line by line; and the next version that starts from there.

use super::{Agreement, side_of};
use crate::event::{self, EventKind};
use crate::file::File;
use crate::journey::Moment;
use crate::keys::Context;
use crate::sync::outbox::Queued;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::agreement::{Evaluation, Line, NOTE_MAX, Progress, Refusal, Sheet, Side, Sign, Text};
use domain::journey::{Facts, Milestone};
use domain::{Problem, ProblemCode};
use std::collections::BTreeMap;

/// How a side looked back.
#[derive(Debug, Clone)]
pub struct LookBack {
    /// What it said.
    pub evaluation: Evaluation,
    /// Who and when.
    pub sign: Sign,
}

fn place(resident: &str, number: i64, side: Side) -> Context {
    Context::new("agreement-look-back", &[resident, &number.to_string(), side.as_str()])
}

impl Agreement {
    /// The lines that can be looked back on today.
    pub fn looked_at<'a>(&self, text: &'a Text, today: NaiveDate) -> impl Iterator<Item = &'a Line> {
        let progress = |line: &str| self.lines.get(line).map_or(Progress::NotStarted, |l| l.standing.progress);
        Evaluation::lines_of(text, progress, today).collect::<Vec<_>>().into_iter()
    }
}

impl Service {
    /// How both sides looked back on a version. The caller has opened the file.
    pub(crate) async fn look_back_on(&self, file: &File, number: i64) -> Result<BTreeMap<Side, LookBack>> {
        type Row = (String, Vec<u8>, String, i64);
        let rows: Vec<Row> = sqlx::query_as("SELECT side, sealed_evaluation, by_person, at FROM agreement_look_back WHERE resident = $1 AND number = $2")
            .bind(file.resident())
            .bind(number)
            .fetch_all(self.db.read())
            .await?;
        let one = |(side, sealed, by, at): Row| {
            let side = Side::parse(&side).ok_or_else(|| Error::internal("an unknown side looked back"))?;
            Ok((side, LookBack { evaluation: file.key.open_json(&place(file.resident(), number, side), &sealed)?, sign: Sign { by, at } }))
        };
        rows.into_iter().map(one).collect()
    }

    /// Keeps how the actor's side looks back on what is agreed now. Once more is said anew.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another version is agreed now; [`Error::Invalid`] with a line that was left out.
    pub async fn keep_look_back(&self, actor: &Actor, resident: &str, number: i64, evaluation: Evaluation) -> Result<()> {
        let (side, _) = side_of(actor)?;
        let agreement = self.agreement(actor, resident).await?;
        let view = agreement.agreed().filter(|v| v.version.number == number).ok_or(Refusal::OldVersion)?;
        let asked: Vec<&Line> = agreement.looked_at(&view.version.text, self.clock.today()).collect();
        let open = asked.iter().filter(|line| !evaluation.lines.contains_key(&line.id));
        let mut problems: Vec<Problem> = open.map(|line| Problem { field: format!("line-{}", line.id).into(), code: ProblemCode::Empty }).collect();
        if evaluation.words.chars().count() > NOTE_MAX {
            problems.push(Problem::new("words", ProblemCode::TooLong { max: NOTE_MAX }));
        }
        if asked.is_empty() {
            return Err(Refusal::WrongState.into());
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let both = agreement.look_back.contains_key(&side.other());
        let looked = |facts: &mut Facts, now: &Moment| {
            if both {
                facts.reach(Milestone::LookedBack, now.today);
            }
        };
        let milestones = self.queue_milestones(actor, &agreement.file, looked).await?;
        let sealed = agreement.file.key.seal_json(&place(resident, number, side), &evaluation)?;
        let (resident, by, now) = (resident.to_owned(), actor.person.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    sqlx::query(
                        "INSERT INTO agreement_look_back (resident, number, side, sealed_evaluation, by_person, at) VALUES ($1, $2, $3, $4, $5, $6) \
                         ON CONFLICT (resident, number, side) DO UPDATE SET sealed_evaluation = excluded.sealed_evaluation, by_person = excluded.by_person, at = excluded.at",
                    )
                    .bind(&resident)
                    .bind(number)
                    .bind(side.as_str())
                    .bind(sealed)
                    .bind(&by)
                    .bind(now)
                    .execute(&mut *tx)
                    .await?;
                    Queued::about_the_case(milestones, tx).await?;
                    event::record(tx, &resident, EventKind::LookedBack, &number.to_string(), &by, now).await
                })
            })
            .await
    }

    /// Begins the next version from what both said: the own sheet holds what is left and helped.
    ///
    /// # Errors
    /// [`Error::Conflict`] when nobody looked back on it, or something is on the table already.
    pub async fn start_next_version(&self, actor: &Actor, resident: &str) -> Result<()> {
        let agreement = self.agreement(actor, resident).await?;
        if agreement.proposed().is_some() || agreement.look_back.is_empty() {
            return Err(Refusal::WrongState.into());
        }
        let view = agreement.agreed().ok_or(Refusal::WrongState)?;
        let both: Vec<&Evaluation> = agreement.look_back.values().map(|said| &said.evaluation).collect();
        let progress = |line: &str| agreement.lines.get(line).map_or(Progress::NotStarted, |l| l.standing.progress);
        let text = Evaluation::next_text(&view.version.text, &both, progress);
        let sheet = Sheet { base: view.version.number, text, by: actor.person.clone(), ..Sheet::default() };
        self.keep_sheet(&agreement.file, agreement.side, &sheet, agreement.revision, &actor.person).await
    }
}
