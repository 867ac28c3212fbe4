//! Writing in the own sheet: answers, own lines, other words. Nothing of it is seen by the other side until it is sent.

use super::Agreement;
use crate::{Error, Result, Service, new_opaque_id};
use domain::access::Actor;
use domain::agreement::{Answer, Answered, NOTE_MAX, Refusal, Typed};
use domain::calendar::typed_date;
use domain::{Problem, ProblemCode};

impl Service {
    /// Keeps an answer to a line of the version `number`. The same answer again takes it back.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another version is on the table now, [`Error::Invalid`] when the words are too long.
    pub async fn answer_line(&self, actor: &Actor, resident: &str, number: i64, line: &str, answer: Answer, words: &str) -> Result<()> {
        let words = words.trim();
        if words.chars().count() > NOTE_MAX {
            return Err(Error::Invalid(vec![Problem::new("words", ProblemCode::TooLong { max: NOTE_MAX })]));
        }
        self.in_sheet(actor, resident, None, |agreement| {
            let version = agreement.proposed().filter(|v| v.version.number == number).ok_or(Refusal::OldVersion)?;
            let theirs = version.version.text.line(line).ok_or(Refusal::UnknownLine)?.clone();
            if theirs.proposer == agreement.side && answer != Answer::Agree {
                return Err(Refusal::NotYours.into());
            }
            // An answer is about the words on the table: own words for this line are gone.
            let mine = agreement.sheet.text.lines.iter_mut().find(|l| l.id == line);
            match mine {
                Some(mine) => *mine = theirs,
                None => agreement.sheet.text.lines.push(theirs),
            }
            agreement.sheet.answers.insert(line.to_owned(), Answered { answer, words: words.to_owned() });
            Ok(())
        })
        .await
    }

    /// Puts a typed line into the own sheet: a new one when `line` is empty, else other words for that line.
    ///
    /// # Errors
    /// [`Error::Invalid`] field by field; [`Error::Conflict`] when somebody of the same side wrote meanwhile.
    pub async fn write_line(&self, actor: &Actor, resident: &str, revision: i64, line: &str, typed: Typed) -> Result<()> {
        let (id, goal, today) = (if line.is_empty() { new_opaque_id() } else { line.to_owned() }, new_opaque_id(), self.clock.today());
        self.in_sheet(actor, resident, Some(revision), |agreement| {
            if !line.is_empty() && agreement.sheet.text.line(line).is_none() {
                return Err(Refusal::UnknownLine.into());
            }
            if !typed.scheme.is_empty() && !self.content.agreement.schemes.iter().any(|s| s.id == typed.scheme) {
                return Err(Error::Invalid(vec![Problem::new("scheme", ProblemCode::UnknownChoice)]));
            }
            let side = agreement.side;
            typed.clone().into_text(&mut agreement.sheet.text, &id, &goal, side, today).map_err(Error::Invalid)?;
            agreement.sheet.answers.remove(&id);
            Ok(())
        })
        .await
    }

    /// Takes a line out of the own sheet, as the wish that it goes.
    ///
    /// # Errors
    /// [`Error::Conflict`] as for [`Service::write_line`].
    pub async fn remove_line(&self, actor: &Actor, resident: &str, revision: i64, line: &str) -> Result<()> {
        self.in_sheet(actor, resident, Some(revision), |agreement| {
            agreement.sheet.text.line(line).ok_or(Refusal::UnknownLine)?;
            agreement.sheet.withdraw(line);
            Ok(())
        })
        .await
    }

    /// Sets the day on which both look back.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is no day, or one in the past.
    pub async fn set_look_back(&self, actor: &Actor, resident: &str, revision: i64, on: &str) -> Result<()> {
        let today = self.clock.today();
        let problem = |code| Error::Invalid(vec![Problem::new("look_back", code)]);
        let day = match on.trim() {
            "" => None,
            typed => Some(typed_date(typed).ok_or_else(|| problem(ProblemCode::NotADate))?),
        };
        if day.is_some_and(|day| day < today) {
            return Err(problem(ProblemCode::Past));
        }
        self.in_sheet(actor, resident, Some(revision), |agreement| {
            agreement.sheet.text.look_back = day;
            Ok(())
        })
        .await
    }

    /// Throws the own sheet away.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn discard_sheet(&self, actor: &Actor, resident: &str) -> Result<()> {
        let (side, action) = super::side_of(actor)?;
        self.open_file(actor, action, resident).await?;
        let resident = resident.to_owned();
        self.db.run(sqlx::query("DELETE FROM agreement_sheet WHERE resident = $1 AND side = $2").bind(resident).bind(side.as_str())).await
    }

    /// Changes the own sheet. With `seen` it must be at that revision; without, it is tried again when a colleague wrote
    /// in between.
    pub(super) async fn in_sheet(&self, actor: &Actor, resident: &str, seen: Option<i64>, change: impl Fn(&mut Agreement) -> Result<()>) -> Result<()> {
        for _ in 0..3 {
            let mut agreement = self.agreement(actor, resident).await?;
            if seen.is_some_and(|seen| seen != agreement.revision) {
                return Err(Error::Conflict("agreement-sheet"));
            }
            change(&mut agreement)?;
            agreement.sheet.by.clone_from(&actor.person);
            match self.keep_sheet(&agreement.file, agreement.side, &agreement.sheet, agreement.revision, &actor.person).await {
                Err(Error::Conflict("agreement-sheet")) if seen.is_none() => {}
                done => return done,
            }
        }
        Err(Error::Busy)
    }
}
