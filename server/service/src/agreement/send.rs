//! From the own sheet to the table: answers, a next version, or an agreement. One transaction, with what the municipal
//! backend hears of it.

use super::store::{answers_place, drop_sheet, text_place};
use super::{Agreement, Scribbled, VersionView};
use crate::event::{self, EventKind};
use crate::journey::Moment;
use crate::sync::outbox::Queued;
use crate::{Error, Result, Service};
use chrono::{Days, NaiveDate};
use domain::access::Actor;
use domain::agreement::{Action, Answer, Answered, Line, Refusal, Response, Side, Sign, State, Text, Version, next, respond};
use domain::calendar::add_working_days;
use domain::{Problem, ProblemCode};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;

/// What came of sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The answers were sent; the other side is to act, or lines are still open.
    Answered(i64),
    /// A next version is on the table.
    Proposed(i64),
    /// Both sides agreed.
    Agreed(i64),
}

/// What is sent, and how.
#[derive(Clone, Default)]
pub struct Sending {
    /// What stands typed beside it; it holds the version that it is about.
    pub typed: Scribbled,
    /// The revision of the sheet that was seen.
    pub revision: i64,
    /// That what is odd about it is meant so: seen with so many days to think.
    pub sure: Option<u64>,
}

/// The hash of an exact text, in hexadecimals.
#[must_use]
pub fn hash(text: &Text) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.exact().as_bytes()))
}

/// A version as the transaction writes it.
struct Writing {
    resident: String,
    side: Side,
    /// The sheet that is sent.
    sheet_revision: i64,
    /// The version that was there and the revision of its answers.
    before: Option<(i64, State, i64)>,
    version: Version,
    sealed_text: Option<Vec<u8>>,
    sealed_answers: Vec<u8>,
    by: String,
    now: i64,
    /// What the municipal backend hears of it.
    messages: Vec<Queued>,
}

impl Service {
    /// Sends the own sheet.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another version is on the table or the sheet is another one than was seen,
    /// [`Error::Invalid`] for what is wrong with the text.
    pub async fn send_sheet(&self, actor: &Actor, resident: &str, sending: &Sending) -> Result<Sent> {
        let mut agreement = self.agreement(actor, resident).await?;
        if agreement.moved || agreement.sheet.base != sending.typed.number {
            return Err(Refusal::OldVersion.into());
        }
        if agreement.revision != sending.revision {
            return Err(Error::Conflict("agreement-sheet"));
        }
        let (today, now) = (self.clock.today(), self.clock.now());
        let before = agreement.sheet.clone();
        sending.typed.put(&mut agreement, today)?;
        if !agreement.sheet.says_the_same(&before) {
            agreement.sheet.by.clone_from(&actor.person);
        }
        agreement.confirm_the_whole();
        let sign = Sign { by: actor.person.clone(), at: now };
        let current = agreement.current().map(|v| v.version.clone());
        let response = respond(current.as_ref(), &agreement.sheet, agreement.side, &sign, today, hash)?.map_err(Error::Invalid)?;
        let binds = !matches!(&response, Response::Answered { agreed: false, .. });
        if self.settings.agreement.four_eyes && agreement.side == Side::Municipality && binds && agreement.sheet.by == actor.person {
            return Err(Refusal::FourEyes.into());
        }
        let think_until = self.think_until(agreement.side, agreement.sheet.think, today)?;
        if let (Response::Proposed { text, .. }, Side::Municipality) = (&response, agreement.side) {
            let doubts = |until| text.doubts(current.as_ref().map(|v| &v.text), until);
            let seen = sending.sure.and_then(|days| today.checked_add_days(Days::new(days))).map(doubts).unwrap_or_default();
            if doubts(think_until).iter().any(|doubt| !seen.contains(doubt)) {
                return Err(Error::Invalid(vec![Problem::new("sure", ProblemCode::Empty)]));
            }
        }
        let (sent, version) = outcome(&agreement, current, response, think_until)?;
        let mut writing = self.writing(&agreement, sent, version, sign)?;
        if matches!(sent, Sent::Agreed(_)) {
            writing.messages.extend(self.queue_milestones(actor, &agreement.file, Moment::agreed).await?);
        }
        self.db.write(move |tx| Box::pin(async move { write(tx, writing).await.map(|()| sent) })).await.map_err(|error| match error {
            // Another version took its number or its place at the same moment.
            Error::Conflict("exists") => Refusal::OldVersion.into(),
            error => error,
        })
    }

    fn think_until(&self, side: Side, think: Option<u64>, today: NaiveDate) -> Result<NaiveDate> {
        if side == Side::Resident {
            return Ok(add_working_days(today, self.settings.intake.answer_days));
        }
        let days = think.unwrap_or(self.settings.agreement.thinking_days);
        if !(self.settings.agreement.thinking_days..=92).contains(&days) {
            return Err(Error::Invalid(vec![Problem::new("think", ProblemCode::UnknownChoice)]));
        }
        today.checked_add_days(Days::new(days)).ok_or_else(|| Error::internal("the calendar ends"))
    }

    fn writing(&self, agreement: &Agreement, sent: Sent, version: Version, sign: Sign) -> Result<Writing> {
        let (file, number) = (&agreement.file, version.number);
        let messages = match (sent, agreement.version(number)) {
            (Sent::Agreed(_), Some(view)) => {
                self.queue_agreement(file, agreement.agreed(), &VersionView { version: version.clone(), settled_at: Some(sign.at), ..view.clone() })?
            }
            _ => Vec::new(),
        };
        let new = matches!(sent, Sent::Proposed(_));
        Ok(Writing {
            resident: file.resident().to_owned(),
            side: agreement.side,
            sheet_revision: agreement.revision,
            before: agreement.current().map(|v| (v.version.number, v.version.state, v.revision)),
            sealed_text: if new { Some(file.key.seal_json(&text_place(file.resident(), number), &version.text)?) } else { None },
            sealed_answers: file.key.seal_json(&answers_place(file.resident(), number), &version.answers)?,
            version,
            by: sign.by,
            now: sign.at,
            messages,
        })
    }

    /// Takes the own proposal from the table. What was agreed before holds.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another version is on the table or it is the other side's.
    pub async fn withdraw_proposal(&self, actor: &Actor, resident: &str, number: i64) -> Result<()> {
        let agreement = self.agreement(actor, resident).await?;
        let view = agreement.proposed().filter(|v| v.version.number == number).ok_or(Refusal::OldVersion)?;
        next(view.version.state, view.version.proposer, agreement.side.into(), Action::Withdraw)?;
        let (resident, by, now, revision) = (resident.to_owned(), actor.person.clone(), self.clock.now(), view.revision);
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    settle(tx, &resident, number, State::Proposed, State::Withdrawn, Some(revision), now).await?;
                    event::record(tx, &resident, EventKind::ProposalWithdrawn, &number.to_string(), &by, now).await
                })
            })
            .await
    }
}

impl Agreement {
    /// Every line was answered with yes before, and this side has not seen them together yet: sending an empty sheet says
    /// yes to each once more, and so to the whole.
    fn confirm_the_whole(&mut self) {
        let Some(version) = self.proposed().map(|v| v.version.clone()) else { return };
        if !self.has_sheet() && version.all_agreed_by(self.side) && !version.answers.confirmed.contains_key(&self.side) {
            let yes = |line: &Line| (line.id.clone(), Answered { answer: Answer::Agree, words: String::new() });
            self.sheet.answers = version.text.lines.iter().map(yes).collect();
        }
    }
}

/// What is sent, as a version.
fn outcome(agreement: &Agreement, current: Option<Version>, response: Response, think_until: NaiveDate) -> Result<(Sent, Version)> {
    let newest = agreement.versions.first().map_or(0, |v| v.version.number);
    match (response, current) {
        (Response::Answered { answers, agreed }, Some(version)) => {
            let number = version.number;
            let state = if agreed { next(version.state, version.proposer, agreement.side.into(), Action::Agree)? } else { version.state };
            let version = Version { answers, state, ..version };
            Ok((if agreed { Sent::Agreed(number) } else { Sent::Answered(number) }, version))
        }
        (Response::Answered { .. }, None) => Err(Refusal::Nothing.into()),
        (Response::Proposed { text, answers }, _) => {
            let version = Version { number: newest + 1, state: State::Proposed, text, proposer: agreement.side, think_until, answers };
            Ok((Sent::Proposed(newest + 1), version))
        }
    }
}

async fn write(tx: &mut AnyConnection, mut w: Writing) -> Result<()> {
    drop_sheet(tx, &w.resident, w.side, w.sheet_revision).await?;
    let number = w.version.number;
    if let Some(sealed_text) = w.sealed_text.take() {
        if let Some((before, State::Proposed, revision)) = w.before {
            settle(tx, &w.resident, before, State::Proposed, State::Replaced, Some(revision), w.now).await?;
        }
        insert(tx, &w, sealed_text).await?;
        event::record(&mut *tx, &w.resident, EventKind::Proposed, &number.to_string(), &w.by, w.now).await?;
    } else {
        answered(tx, &w).await?;
        event::record(&mut *tx, &w.resident, EventKind::Answered, &number.to_string(), &w.by, w.now).await?;
    }
    if w.version.state == State::Agreed {
        super::mark::in_force(tx, &w.resident, &w.version.text, w.now).await?;
        Queued::about_the_case(std::mem::take(&mut w.messages), tx).await?;
        event::record(&mut *tx, &w.resident, EventKind::Agreed, &number.to_string(), &w.by, w.now).await?;
    }
    Ok(())
}

async fn insert(tx: &mut AnyConnection, w: &Writing, sealed_text: Vec<u8>) -> Result<()> {
    let v = &w.version;
    sqlx::query(
        "INSERT INTO agreement_version (resident, number, state, proposer, proposed_by, proposed_at, think_until, based_on, sealed_text, sealed_answers, \
         revision, waits_resident, waits_municipality, could_not) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, 0)",
    )
    .bind(&w.resident)
    .bind(v.number)
    .bind(v.state.as_str())
    .bind(v.proposer.as_str())
    .bind(&w.by)
    .bind(w.now)
    .bind(v.think_until.to_string())
    .bind(w.before.map_or(0, |(number, ..)| number))
    .bind(sealed_text)
    .bind(&w.sealed_answers)
    .bind(i64::from(v.waits_for(Side::Resident)))
    .bind(i64::from(v.waits_for(Side::Municipality)))
    .execute(tx)
    .await?;
    Ok(())
}

/// Writes answers, if nobody else wrote any since they were read.
async fn answered(tx: &mut AnyConnection, w: &Writing) -> Result<()> {
    let v = &w.version;
    let Some((_, _, revision)) = w.before else { return Err(Refusal::Nothing.into()) };
    let agreed = v.state == State::Agreed;
    if agreed {
        // What held until now gives way, before the new one holds: there is one at a time.
        sqlx::query("UPDATE agreement_version SET state = 'replaced', settled_at = $1 WHERE resident = $2 AND state = 'agreed'")
            .bind(w.now)
            .bind(&w.resident)
            .execute(&mut *tx)
            .await?;
    }
    let done = sqlx::query(
        "UPDATE agreement_version SET sealed_answers = $1, revision = revision + 1, waits_resident = $2, waits_municipality = $3, state = $4, \
         could_not = $5, settled_at = $6 WHERE resident = $7 AND number = $8 AND state = 'proposed' AND revision = $9",
    )
    .bind(&w.sealed_answers)
    .bind(i64::from(v.waits_for(Side::Resident)))
    .bind(i64::from(v.waits_for(Side::Municipality)))
    .bind(v.state.as_str())
    .bind(i64::from(!v.answers.could_not.is_empty()))
    .bind(agreed.then_some(w.now))
    .bind(&w.resident)
    .bind(v.number)
    .bind(revision)
    .execute(tx)
    .await?;
    if done.rows_affected() == 0 { Err(Refusal::OldVersion.into()) } else { Ok(()) }
}

async fn settle(tx: &mut AnyConnection, resident: &str, number: i64, from: State, to: State, revision: Option<i64>, now: i64) -> Result<()> {
    let done = sqlx::query(
        "UPDATE agreement_version SET state = $1, settled_at = $2, waits_resident = 0, waits_municipality = 0, could_not = 0 \
         WHERE resident = $3 AND number = $4 AND state = $5 AND ($6 IS NULL OR revision = $6)",
    )
    .bind(to.as_str())
    .bind(now)
    .bind(resident)
    .bind(number)
    .bind(from.as_str())
    .bind(revision)
    .execute(tx)
    .await?;
    if done.rows_affected() == 0 { Err(Refusal::OldVersion.into()) } else { Ok(()) }
}
