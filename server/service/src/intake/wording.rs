//! Questions and answers in words: what stood on the screen, kept with what is sent.

use crate::content::Words;
use domain::intake::{Domain, Kept, Kind, Pair, Question, Value, check};

/// The question of a step in words; a part is set behind it.
#[must_use]
pub fn question_text(words: &Words, question: &Question, part: Option<&str>) -> String {
    let text = words.t(&question.id);
    match part {
        None => text,
        Some(part) => format!("{text} {}", words.attr(&question.id, &format!("p-{}", part.replace('_', "-")))),
    }
}

/// The word of one option.
#[must_use]
pub fn option_text(words: &Words, question: &Question, option: &str) -> String {
    let attribute = format!("o-{}", option.replace('_', "-"));
    match question.choice.and_then(domain::intake::Choice::scale_key) {
        Some(scale) => words.attr(scale, &attribute),
        None => words.attr(&question.id, &attribute),
    }
}

/// The words of all options that were chosen.
#[must_use]
pub fn choice_text(words: &Words, question: &Question, choices: &[String]) -> Vec<String> {
    choices.iter().map(|c| option_text(words, question, c)).collect()
}

/// The name of a domain.
#[must_use]
pub fn domain_text(words: &Words, domain: Domain) -> String {
    words.t(&format!("domain-{}", domain.as_str()))
}

/// One side of a pair in words: `municipality` or `resident`.
#[must_use]
pub fn pair_text(words: &Words, pair: &Pair, side: &str) -> String {
    words.attr_with(&format!("pair-{}", pair.id), side, &[("n", i64::from(pair.days.unwrap_or_default()).into())])
}

/// An answer in words, for a list; what is not valid yet as it was typed.
#[must_use]
pub fn answer_text(words: &Words, question: &Question, kept: &Kept) -> String {
    let Kept::Given(raw) = kept else { return String::new() };
    let value = check(question, raw).unwrap_or_else(|_| Value {
        choices: Vec::new(),
        number: None,
        text: Some(format!("{} {}", raw.number, raw.text).trim().to_owned()),
    });
    if question.kind == Kind::Proposals {
        let wanted = raw.lines.iter().filter(|l| l.wanted).count();
        return words.with("proposals-chosen", &[("n", wanted.into())]);
    }
    let mut parts = choice_text(words, question, &value.choices);
    if let Some(number) = value.number {
        let unit = words.find(&question.id, Some("unit"), &[]).unwrap_or_default();
        parts.push(format!("{number} {unit}").trim().to_owned());
    }
    parts.extend(value.text);
    parts.join(", ")
}
