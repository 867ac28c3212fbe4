//! A line as it is typed into a form, and how it becomes part of a text.

use super::{Goal, LINE_MAX, Line, NOTE_MAX, Party, Pillar, Side, Text};
use crate::calendar::{same_or_next_working_day, typed_date};
use crate::intake::Domain;
use crate::{Problem, ProblemCode};
use chrono::{Months, NaiveDate};

/// The most years ahead.
const YEARS: u32 = 5;

/// By when, as it is chosen in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// In so many months.
    Months(u32),
    /// On a day of one's own.
    Own,
}

impl Due {
    /// What is offered.
    pub const ALL: [Self; 4] = [Self::Months(3), Self::Months(6), Self::Months(12), Self::Own];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Months(3) => "3",
            Self::Months(6) => "6",
            Self::Months(_) => "12",
            Self::Own => "own",
        }
    }

    /// The day that was chosen: `choice` is one of [`Due::ALL`], `own` the day that was typed.
    ///
    /// # Errors
    /// Nothing chosen, no day, a day in the past or too far away.
    pub fn day(choice: &str, own: &str, today: NaiveDate) -> Result<NaiveDate, ProblemCode> {
        let chosen = Self::ALL.into_iter().find(|due| due.as_str() == choice).ok_or(ProblemCode::Empty)?;
        let day = match chosen {
            // Nobody at the municipality does anything on a Sunday.
            Self::Months(months) => today.checked_add_months(Months::new(months)).map(same_or_next_working_day).ok_or(ProblemCode::NotADate)?,
            Self::Own if own.trim().is_empty() => return Err(ProblemCode::Empty),
            Self::Own => typed_date(own).ok_or(ProblemCode::NotADate)?,
        };
        let last = today.checked_add_months(Months::new(12 * YEARS)).unwrap_or(NaiveDate::MAX);
        match day {
            day if day < today => Err(ProblemCode::Past),
            day if day > last => Err(ProblemCode::TooFar { years: YEARS }),
            day => Ok(day),
        }
    }
}

/// A line as it was typed into a form.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Who does it.
    pub doer: String,
    /// What.
    pub text: String,
    /// The id of a goal that is there, or `new`.
    pub goal: String,
    /// The words of a new goal.
    pub goal_title: String,
    /// What the new goal is about.
    pub domain: String,
    /// By when: one of [`Due::ALL`].
    pub due: String,
    /// The day of one's own.
    pub due_own: String,
    /// The article.
    pub legal_basis: String,
    /// A note.
    pub note: String,
    /// The pillar.
    pub pillar: String,
    /// The scheme.
    pub scheme: String,
}

impl Typed {
    /// Puts this line into `text` for `side`: at the place of the line `id`, or as a new one. `new_goal` is the id of
    /// the goal if it is a new one.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn into_text(self, text: &mut Text, id: &str, new_goal: &str, side: Side, today: NaiveDate) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        let mut short = |field: &'static str, value: &str, max: usize, needed: bool| {
            let value = value.trim().to_owned();
            if needed && value.is_empty() {
                problems.push(Problem::new(field, ProblemCode::Empty));
            } else if value.chars().count() > max {
                problems.push(Problem::new(field, ProblemCode::TooLong { max }));
            }
            value
        };
        let fresh = text.goal(&self.goal).is_none();
        let words = short("text", &self.text, LINE_MAX, true);
        let title = if fresh { short("goal_title", &self.goal_title, LINE_MAX, true) } else { String::new() };
        let legal_basis = short("legal_basis", &self.legal_basis, LINE_MAX, false);
        let note = short("note", &self.note, NOTE_MAX, false);
        let doer = Party::parse(&self.doer);
        if doer.is_none() {
            problems.push(Problem::new("doer", ProblemCode::Empty));
        }
        let due = match Due::day(&self.due, &self.due_own, today) {
            Ok(day) => Some(day),
            Err(code) => {
                let field = if self.due == Due::Own.as_str() { "due_own" } else { "due" };
                problems.push(Problem::new(field, code));
                None
            }
        };
        let (Some(doer), Some(due), true) = (doer, due, problems.is_empty()) else { return Err(problems) };
        if fresh {
            text.goals.push(Goal { id: new_goal.to_owned(), title, domain: Domain::parse(&self.domain) });
        }
        let supports = doer == Party::Municipality;
        let line = Line {
            id: id.to_owned(),
            goal: if fresh { new_goal.to_owned() } else { self.goal },
            doer,
            text: words,
            due,
            legal_basis,
            note,
            pillar: if supports { Pillar::parse(&self.pillar) } else { None },
            scheme: if supports { self.scheme } else { String::new() },
            proposer: side,
        };
        match text.lines.iter_mut().find(|old| old.id == id) {
            // Sending the same words again makes nobody their proposer.
            Some(old) if old.says_the_same(&line) => {}
            Some(old) => *old = line,
            None => text.lines.push(line),
        }
        text.tidy();
        Ok(())
    }
}
