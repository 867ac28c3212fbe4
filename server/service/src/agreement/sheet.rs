//! Writing in the own sheet: answers, own lines, other words. Nothing of it is seen by the other side until it is sent.

use super::Agreement;
use crate::{Error, Result, Service, new_opaque_id};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::agreement::{Answer, Answered, NOTE_MAX, Refusal, Typed};
use domain::calendar::typed_date;
use domain::{Problem, ProblemCode};
use std::collections::BTreeMap;

/// Everything that stands typed on the page of a proposal: it goes along with every button there.
#[derive(Clone, Default)]
pub struct Scribbled {
    /// The version that it is about; 0 for none.
    pub number: i64,
    /// What is added to answers, by line.
    pub remarks: BTreeMap<String, String>,
    /// The day to look back; `None` where it was not asked.
    pub look_back: Option<String>,
    /// How many days the other side gets to think; `None` where it was not asked.
    pub think: Option<u64>,
}

impl Scribbled {
    /// Puts it into the sheet; what is there already changes nothing.
    ///
    /// # Errors
    /// [`Error::Invalid`] field by field, [`Error::Conflict`] for remarks about another version than is on the table.
    pub(super) fn put(&self, agreement: &mut Agreement, today: NaiveDate) -> Result<()> {
        let too_long = self.remarks.iter().filter(|(_, words)| words.trim().chars().count() > NOTE_MAX);
        let mut problems: Vec<Problem> =
            too_long.map(|(line, _)| Problem { field: format!("remark-{line}").into(), code: ProblemCode::TooLong { max: NOTE_MAX } }).collect();
        let day = self.look_back.as_deref().map(str::trim).map(|typed| (typed, typed_date(typed)));
        let was = agreement.sheet.text.look_back;
        match day {
            Some((typed, None)) if !typed.is_empty() => problems.push(Problem::new("look_back", ProblemCode::NotADate)),
            Some((_, Some(day))) if day < today && Some(day) != was => problems.push(Problem::new("look_back", ProblemCode::Past)),
            _ => {}
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        for (line, words) in &self.remarks {
            let words = words.trim();
            let sent = agreement.proposed().filter(|v| v.version.number == self.number).and_then(|v| v.version.answers.of(line, agreement.side).cloned());
            match agreement.sheet.answers.get_mut(line) {
                Some(kept) => words.clone_into(&mut kept.words),
                None if words.is_empty() => {}
                None => match sent {
                    Some(given) if given.words == words => {}
                    Some(given) => {
                        agreement.sheet.answers.insert(line.clone(), Answered { answer: given.answer, words: words.to_owned() });
                    }
                    None => return Err(Refusal::OldVersion.into()),
                },
            }
        }
        if let Some((_, day)) = day {
            agreement.sheet.text.look_back = day;
        }
        agreement.sheet.think = self.think.or(agreement.sheet.think);
        Ok(())
    }
}

impl Service {
    /// Keeps an answer to a line of the version on the table, with everything that stands typed beside it.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another version is on the table now, [`Error::Invalid`] for what was typed.
    pub async fn answer_line(&self, actor: &Actor, resident: &str, line: &str, answer: Answer, typed: &Scribbled) -> Result<()> {
        self.in_sheet(actor, resident, None, |agreement| {
            let version = agreement.proposed().filter(|v| v.version.number == typed.number).ok_or(Refusal::OldVersion)?.version.clone();
            let theirs = version.text.line(line).ok_or(Refusal::UnknownLine)?;
            if theirs.proposer == agreement.side && answer != Answer::Agree {
                return Err(Refusal::NotYours.into());
            }
            // An answer is about the words on the table: own words for this line are gone.
            agreement.sheet.restore(&version, line);
            let said = version.answers.of(line, agreement.side).map(|given| given.words.clone());
            let words = agreement.sheet.answers.remove(line).map(|kept| kept.words).or(said).unwrap_or_default();
            agreement.sheet.answers.insert(line.to_owned(), Answered { answer, words });
            typed.put(agreement, self.clock.today())
        })
        .await
    }

    /// Keeps what stands typed on the page of a proposal.
    ///
    /// # Errors
    /// As for [`Service::answer_line`].
    pub async fn keep_scribbled(&self, actor: &Actor, resident: &str, typed: &Scribbled) -> Result<()> {
        self.in_sheet(actor, resident, None, |agreement| typed.put(agreement, self.clock.today())).await
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
    pub async fn remove_line(&self, actor: &Actor, resident: &str, revision: i64, line: &str, typed: &Scribbled) -> Result<()> {
        self.in_sheet(actor, resident, Some(revision), |agreement| {
            agreement.sheet.text.line(line).ok_or(Refusal::UnknownLine)?;
            typed.put(agreement, self.clock.today())?;
            agreement.sheet.withdraw(line);
            Ok(())
        })
        .await
    }

    /// Takes back what this side changed about a line of the version on the table, or else of what is agreed.
    ///
    /// # Errors
    /// [`Error::Conflict`] when that line is not there (any more).
    pub async fn restore_line(&self, actor: &Actor, resident: &str, line: &str, typed: &Scribbled) -> Result<()> {
        self.in_sheet(actor, resident, None, |agreement| {
            let version = agreement.current().filter(|v| v.version.text.line(line).is_some()).ok_or(Refusal::UnknownLine)?.version.clone();
            agreement.sheet.restore(&version, line);
            typed.put(agreement, self.clock.today())
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
            let before = agreement.sheet.clone();
            change(&mut agreement)?;
            if agreement.sheet == before && !agreement.moved {
                return Ok(());
            }
            if !agreement.sheet.says_the_same(&before) {
                agreement.sheet.by.clone_from(&actor.person);
            }
            match self.keep_sheet(&agreement.file, agreement.side, &agreement.sheet, agreement.revision, &actor.person).await {
                Err(Error::Conflict("agreement-sheet")) if seen.is_none() => {}
                done => return done,
            }
        }
        Err(Error::Busy)
    }
}
