//! Checks what was kept against the question. Pure: the page runs it again at each look.

use super::{Choice, Kind, Question, Raw};
use crate::{Problem, ProblemCode};

/// A checked answer.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// Option ids in the order of the question.
    pub choices: Vec<String>,
    /// The number.
    pub number: Option<i32>,
    /// The text, trimmed, without control characters.
    pub text: Option<String>,
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Value(…)")
    }
}

/// The most characters of the short text beside "something else".
pub const OTHER_MAX: usize = 100;

/// The most characters of one side of a proposal.
pub const LINE_MAX: usize = 300;

/// Whether one side of a proposal is longer than it may be.
#[must_use]
pub fn too_long(side: &str) -> bool {
    side.chars().count() > LINE_MAX
}

/// What `raw` means for `question`.
///
/// # Errors
/// Every problem, in the order of the fields on the screen.
pub fn check(question: &Question, raw: &Raw) -> Result<Value, Vec<Problem>> {
    let mut problems = Vec::new();
    let value =
        Value { choices: choices(question, raw, &mut problems), number: number(question, raw, &mut problems), text: text(question, raw, &mut problems) };
    if question.kind == Kind::Proposals {
        if raw.lines.iter().any(|l| too_long(&l.municipality) || too_long(&l.resident)) {
            problems.push(Problem::new("lines", ProblemCode::TooLong { max: LINE_MAX }));
        }
        return if problems.is_empty() { Ok(value) } else { Err(problems) };
    }
    if problems.is_empty() && needs_choice(question) && value.choices.is_empty() {
        problems.push(Problem::new("choices", ProblemCode::Empty));
    }
    if problems.is_empty() && question.choice.is_none() && value.number.is_none() && value.text.is_none() {
        problems.push(Problem::new(if question.text.is_some() { "text" } else { "number" }, ProblemCode::Empty));
    }
    if problems.is_empty() { Ok(value) } else { Err(problems) }
}

/// Sharing may be left empty: "share nothing" is its default.
fn needs_choice(question: &Question) -> bool {
    question.choice.is_some() && question.kind == Kind::Ordinary
}

fn choices(question: &Question, raw: &Raw, problems: &mut Vec<Problem>) -> Vec<String> {
    let known: Vec<&str> = question.choices().map(|(id, _)| id).collect();
    if raw.choices.iter().any(|c| !known.contains(&c.as_str())) {
        problems.push(Problem::new("choices", ProblemCode::UnknownChoice));
        return Vec::new();
    }
    let chosen: Vec<String> = known.iter().filter(|id| raw.choices.iter().any(|c| c == *id)).map(|id| (*id).to_owned()).collect();
    let max = if question.single() { 1 } else { question.max.unwrap_or(usize::MAX) };
    if question.choice.is_some_and(|c| c == Choice::Many) && chosen.len() > 1 && chosen.iter().any(|c| question.stands_alone(c)) {
        problems.push(Problem::new("choices", ProblemCode::StandsAlone));
    } else if chosen.len() > max {
        problems.push(Problem::new("choices", ProblemCode::TooManyChoices { max }));
    }
    chosen
}

fn number(question: &Question, raw: &Raw, problems: &mut Vec<Problem>) -> Option<i32> {
    let field = question.number?;
    let typed: String = raw.number.chars().filter(|c| !c.is_whitespace()).collect();
    if typed.is_empty() {
        return None;
    }
    // "8,0" and "8.0" are hours too; anything finer is rounded by nobody but the resident.
    let whole = typed.strip_suffix(",0").or_else(|| typed.strip_suffix(".0")).unwrap_or(&typed);
    let code = match whole.parse::<i32>() {
        Err(_) if whole.chars().all(|c| c.is_ascii_digit()) => ProblemCode::TooHigh { max: field.max },
        Err(_) => ProblemCode::NotANumber,
        Ok(n) if n < field.min => ProblemCode::TooLow { min: field.min },
        Ok(n) if n > field.max => ProblemCode::TooHigh { max: field.max },
        Ok(n) => return Some(n),
    };
    problems.push(Problem::new("number", code));
    None
}

fn text(question: &Question, raw: &Raw, problems: &mut Vec<Problem>) -> Option<String> {
    let max = match (question.text, question.text_is_other()) {
        (Some(field), _) => field.max,
        (None, true) => OTHER_MAX,
        (None, false) => return None,
    };
    let kept: String = raw.text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let kept = kept.trim();
    if kept.is_empty() {
        return None;
    }
    if kept.chars().count() > max {
        problems.push(Problem::new("text", ProblemCode::TooLong { max }));
    }
    Some(kept.to_owned())
}
