//! What one side is thinking about, and the one way from there to the table.

use super::{Action, Answer, Answers, Confirmation, Given, Line, Party, Refusal, Side, Sign, State, Text, Version, next};
use crate::Problem;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer that is kept and not sent yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Yes, no, or let's talk.
    pub answer: Answer,
    /// What was added in words.
    #[serde(default)]
    pub words: String,
}

impl std::fmt::Debug for Answered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answered({:?})", self.answer)
    }
}

/// The concept of one side: its answers to the version `base` and its own wording of it. The other side sees nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// The version that it is about; 0 when there was none.
    pub base: i64,
    /// The text as this side wants it; the same as of the version when it changed nothing.
    pub text: Text,
    /// Answers to lines that it did not change.
    #[serde(default)]
    pub answers: BTreeMap<String, Answered>,
    /// Who last wrote in it: for the second pair of eyes.
    #[serde(default)]
    pub by: String,
    /// How many days the resident gets to think when the municipality proposes it; `None` for what is usual. No words of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub think: Option<u64>,
}

/// What comes of sending a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// The version stays; these are the answers to it now. `agreed`: both sides agreed on all of it.
    Answered {
        /// All answers.
        answers: Answers,
        /// Whether it is agreed now.
        agreed: bool,
    },
    /// A next version with this text, and with what both said about lines that stayed as they were.
    Proposed {
        /// Its text.
        text: Text,
        /// What was said.
        answers: Answers,
    },
}

impl Sheet {
    /// An empty sheet about a version, or about nothing yet.
    #[must_use]
    pub fn about(version: Option<&Version>) -> Self {
        Self { base: version.map_or(0, |v| v.number), text: version.map(|v| v.text.clone()).unwrap_or_default(), ..Self::default() }
    }

    /// Whether the same is written in both.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.base, &self.text, &self.answers) == (other.base, &other.text, &other.answers)
    }

    /// Whether the words differ from those of `version`.
    #[must_use]
    pub fn changes(&self, version: Option<&Version>) -> bool {
        version.map_or(!self.text.lines.is_empty(), |v| v.text != self.text)
    }

    /// Whether nothing was written in it.
    #[must_use]
    pub fn is_empty(&self, version: Option<&Version>) -> bool {
        self.answers.is_empty() && !self.changes(version)
    }

    /// Takes a line out of the text.
    pub fn withdraw(&mut self, line: &str) {
        self.text.lines.retain(|l| l.id != line);
        self.text.tidy();
        self.answers.remove(line);
    }

    /// Takes back what this side changed about a line: it says again what `version` says, at its old place.
    pub fn restore(&mut self, version: &Version, line: &str) {
        let Some(theirs) = version.text.line(line) else { return };
        self.text.lines.retain(|own| own.id != line);
        self.text.lines.push(theirs.clone());
        if let Some(goal) = version.text.goal(&theirs.goal).filter(|goal| self.text.goal(&goal.id).is_none()) {
            self.text.goals.push(goal.clone());
        }
        let place = |found: Option<usize>| found.unwrap_or(usize::MAX);
        self.text.lines.sort_by_key(|own| place(version.text.lines.iter().position(|l| l.id == own.id)));
        self.text.goals.sort_by_key(|own| place(version.text.goals.iter().position(|g| g.id == own.id)));
        self.text.tidy();
    }

    /// The same on top of another version: own changes stay, answers stay only for lines that still say the same.
    /// `old` is the text that this sheet began from.
    #[must_use]
    pub fn moved_to(&self, old: &Text, version: &Version) -> Self {
        let now = &version.text;
        let mut text = now.clone();
        for line in &self.text.lines {
            let (was, is) = (old.line(&line.id), now.line(&line.id));
            let changed = was != Some(line);
            match (changed, is) {
                (true, Some(_)) => replace(&mut text.lines, line),
                (true, None) => text.lines.push(line.clone()),
                (false, _) => {}
            }
        }
        // Taken out here, and not changed there since.
        let gone = |line: &Line| old.line(&line.id) == Some(line) && self.text.line(&line.id).is_none();
        text.lines.retain(|line| !gone(line));
        for goal in &self.text.goals {
            if text.goal(&goal.id).is_none() {
                text.goals.push(goal.clone());
            }
        }
        text.tidy();
        if self.text.look_back != old.look_back {
            text.look_back = self.text.look_back;
        }
        let same = |id: &String| old.line(id).zip(now.line(id)).is_some_and(|(was, is)| was.says_the_same(is));
        let answers = self.answers.iter().filter(|(id, _)| same(id)).map(|(id, a)| (id.clone(), a.clone())).collect();
        Self { base: version.number, text, answers, by: self.by.clone(), think: self.think }
    }
}

fn replace(lines: &mut [Line], line: &Line) {
    if let Some(old) = lines.iter_mut().find(|old| old.id == line.id) {
        old.clone_from(line);
    }
}

/// Sends the `sheet` of `side`. `current` is the newest version that is proposed or agreed; `sign` is who and when,
/// `hash` makes the hash of an exact text.
///
/// # Errors
/// Why it cannot be sent; in the second place what is wrong with the text.
pub fn respond(
    current: Option<&Version>,
    sheet: &Sheet,
    side: Side,
    sign: &Sign,
    today: NaiveDate,
    hash: impl Fn(&Text) -> String,
) -> Result<Result<Response, Vec<Problem>>, Refusal> {
    if sheet.base != current.map_or(0, |v| v.number) {
        return Err(Refusal::OldVersion);
    }
    if sheet.is_empty(current) {
        return Err(Refusal::Nothing);
    }
    for (id, answered) in &sheet.answers {
        let line = current.and_then(|v| v.text.line(id)).ok_or(Refusal::UnknownLine)?;
        // What one put on the table oneself is withdrawn, not refused.
        if line.proposer == side && answered.answer != Answer::Agree {
            return Err(Refusal::NotYours);
        }
    }
    let confirmed = |text: &Text| Confirmation { sign: sign.clone(), hash: hash(text) };
    match current {
        Some(version) if !sheet.changes(current) => {
            next(version.state, version.proposer, Party::from(side), Action::Answer)?;
            Ok(Ok(answered(version.clone(), sheet, side, sign, confirmed)))
        }
        _ => {
            let (state, proposer) = current.map_or((State::Concept, side), |v| (v.state, v.proposer));
            next(state, proposer, Party::from(side), if current.is_some() { Action::Change } else { Action::Propose })?;
            let problems = sheet.text.problems(current.map(|v| &v.text), side, today);
            Ok(if problems.is_empty() { Ok(proposed(current, sheet, side, sign, confirmed)) } else { Err(problems) })
        }
    }
}

fn given(answered: &Answered, sign: &Sign) -> Given {
    Given { answer: answered.answer, words: answered.words.clone(), sign: sign.clone() }
}

fn answered(mut version: Version, sheet: &Sheet, side: Side, sign: &Sign, confirmed: impl Fn(&Text) -> Confirmation) -> Response {
    for (line, answered) in &sheet.answers {
        version.answers.give(line, side, given(answered, sign));
    }
    version.answers.confirmed.remove(&side);
    if side == Side::Resident {
        version.answers.could_not.clear();
    }
    if version.all_agreed_by(side) {
        version.answers.confirmed.insert(side, confirmed(&version.text));
    }
    let agreed = version.is_complete();
    Response::Answered { answers: version.answers, agreed }
}

fn proposed(current: Option<&Version>, sheet: &Sheet, side: Side, sign: &Sign, confirmed: impl Fn(&Text) -> Confirmation) -> Response {
    let text = sheet.text.clone();
    let mut answers = carried(current, &text, side, sign);
    let same = |id: &str| current.and_then(|v| v.text.line(id)).zip(text.line(id)).is_some_and(|(was, is)| was.says_the_same(is));
    // Whoever changes a line says yes to the new words by that.
    for (line, answered) in sheet.answers.iter().filter(|(line, _)| same(line)) {
        answers.give(line, side, given(answered, sign));
    }
    if text.lines.iter().all(|line| answers.of(&line.id, side).is_some_and(|given| given.answer == Answer::Agree)) {
        answers.confirmed.insert(side, confirmed(&text));
    }
    Response::Proposed { text, answers }
}

/// What was said about lines that stay as they are; the side that changes agrees with its own new words.
fn carried(current: Option<&Version>, text: &Text, side: Side, sign: &Sign) -> Answers {
    let mut answers = Answers::default();
    for line in &text.lines {
        let same = current.filter(|v| v.text.line(&line.id).is_some_and(|was| was.says_the_same(line)));
        let Some(version) = same else {
            answers.give(&line.id, side, Given { answer: Answer::Agree, words: String::new(), sign: sign.clone() });
            continue;
        };
        for side in Side::ALL {
            if let Some(given) = version.answers.of(&line.id, side) {
                answers.give(&line.id, side, given.clone());
            }
        }
    }
    answers
}
