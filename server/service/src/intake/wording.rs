//! Questions and answers in words: what stood on the screen, kept with what is sent.

use super::SentView;
use crate::content::Words;
use domain::intake::{Axis, Domain, Intake, Kept, Kind, Pair, Question, Step, Switches, Value, Walk, check, strengths};

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

/// A strength in words: the options that count, or the text.
#[must_use]
pub fn strong_words(words: &Words, step: &Step<'_>, chosen: &[String], walk: &Walk<'_>) -> Vec<String> {
    let Step::Question(question, part) = step else { return Vec::new() };
    // A statement of its own reads better than the question with its answer.
    if let Some(statement) = words.find(&question.id, Some("strength"), &[]).filter(|_| part.is_none()) {
        return vec![statement];
    }
    let scale = question.choice.is_some_and(|c| c.scale_key().is_some());
    match (chosen.is_empty(), scale) {
        (true, _) => walk.facts.value(&step.id()).and_then(|v| v.text.clone()).into_iter().collect(),
        (false, true) => vec![scale_strength(words, question, *part, chosen)],
        (false, false) => {
            let mut list = choice_text(words, question, chosen);
            let other = chosen.iter().any(|c| question.option(c).is_some_and(|o| o.other));
            if let (true, Some(text)) = (other, walk.facts.value(&step.id()).and_then(|v| v.text.clone())) {
                list.pop();
                list.push(text);
            }
            list
        }
    }
}

/// A scale's answer as a strength: the part by itself, a statement by itself, else question and answer.
fn scale_strength(words: &Words, question: &Question, part: Option<&str>, chosen: &[String]) -> String {
    if let Some(part) = part {
        return words.attr(&question.id, &format!("p-{}", part.replace('_', "-")));
    }
    let text = question_text(words, question, None);
    match text.split('"').nth(1) {
        Some(statement) if text.starts_with('"') => statement.trim_end_matches('.').to_owned(),
        _ => format!("{text} {}", choice_text(words, question, chosen).join(", ")),
    }
}

/// The strengths of what was sent, per domain, in words.
#[must_use]
pub fn strengths_of(intake: &Intake, sent: &SentView, words: &Words) -> Vec<(Domain, Vec<String>)> {
    let kept = sent.scan.kept();
    let walk = Walk::new(intake, sent.scan.route, &Switches::default(), &kept);
    let mut list: Vec<(Domain, Vec<String>)> = Vec::new();
    for (step, chosen) in strengths(&walk) {
        let Some(domain) = step.domain() else { continue };
        let said = strong_words(words, &step, &chosen, &walk);
        match list.iter_mut().find(|(d, _)| *d == domain) {
            Some((_, have)) => have.extend(said),
            None => list.push((domain, said)),
        }
    }
    list
}

/// The word for a value on an axis of the picture; `None` for a gap.
#[must_use]
pub fn axis_text(words: &Words, intake: &Intake, axis: Axis) -> Option<String> {
    let question = intake.questions().find(|q| q.axis && q.domain == Some(axis.domain))?;
    let (option, _) = question.choices().find(|(_, score)| *score == axis.value && axis.value.is_some())?;
    Some(option_text(words, question, option))
}
