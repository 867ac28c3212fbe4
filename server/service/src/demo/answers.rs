//! Believable answers: every invented resident has a mood and a few things that go well or badly.

use domain::intake::{Answers, Choice, Intake, Kept, Kind, Line, Question, Raw, Route, Step, Switches, Walk, pairs};
use fastrand::Rng;

/// How a resident tends to answer.
pub(super) struct Temper {
    /// 1 (things are hard) to 5 (things go well).
    pub mood: usize,
    /// Whether something cannot wait.
    pub urgent: bool,
    /// The language of free texts.
    pub english: bool,
}

const TEXTS: &[(&str, &str, &str)] = &[
    ("W1b", "Ik help op dinsdag in het buurthuis", "I help in the community centre on Tuesdays"),
    ("W2a", "Schoonmaken op een school", "Cleaning at a school"),
    ("W8a", "Mbo niveau 2, horeca", "Vocational level 2, catering"),
    ("H8", "Mijn dochter heeft haar zwemdiploma gehaald", "My daughter passed her swimming test"),
    ("K1a", "Weer werken met mensen, en mijn rekeningen op tijd betalen", "Work with people again, and pay my bills on time"),
    ("K8", "Dat ik mijn kinderen goed heb opgevoed", "That I raised my children well"),
    ("W6", "Kleding maken", "Making clothes"),
    ("H6", "Puzzelen", "Doing puzzles"),
    ("G1a", "De sportclub", "The sports club"),
    ("L5a", "Vroeg beginnen", "Starting early"),
];

/// Answers to the first `share` (0 to 1) of the questions on this resident's way.
pub(super) fn fill(intake: &Intake, route: Route, temper: &Temper, rng: &mut Rng, share: f64) -> Answers {
    let mut answers = Answers::new();
    let switches = Switches::default();
    loop {
        let walk = Walk::new(intake, route, &switches, &answers);
        let questions = walk.steps.iter().filter(|s| matches!(s, Step::Question(..))).count();
        let open = walk.steps.iter().find(|s| matches!(s, Step::Question(..)) && !answers.contains_key(&s.id()));
        let Some(Step::Question(question, part)) = open else { return answers };
        if answers.len() as f64 >= share * questions as f64 {
            return answers;
        }
        let id = Step::Question(question, *part).id();
        let skip = question.kind == Kind::Ordinary && rng.f64() < 0.07 && question.id != intake.start_with;
        let kept = if skip { Kept::Skipped } else { Kept::Given(answer(intake, question, &walk, temper, rng)) };
        answers.insert(id, kept);
    }
}

fn answer(intake: &Intake, question: &Question, walk: &Walk<'_>, temper: &Temper, rng: &mut Rng) -> Raw {
    if question.kind == Kind::Proposals {
        let suggested = pairs(intake, &walk.facts);
        let lines = suggested.iter().map(|pair| Line { pair: pair.id.clone(), wanted: rng.bool(), ..Line::default() }).collect();
        return Raw { lines, ..Raw::default() };
    }
    let mut raw = Raw { choices: choose(question, temper, rng), ..Raw::default() };
    let text_of = |id: &str| TEXTS.iter().find(|(q, ..)| *q == id).map_or(String::new(), |(_, nl, en)| (if temper.english { *en } else { *nl }).to_owned());
    if question.text.is_some() && question.choice.is_none() {
        raw.text = text_of(&question.id);
        if raw.text.is_empty() {
            raw.text = text_of("K8");
        }
    } else if raw.choices.iter().any(|c| question.option(c).is_some_and(|o| o.other)) {
        raw.text = text_of(&question.id);
    }
    if let Some(field) = question.number {
        raw.number = rng.i32(field.min..=field.max.min(field.min + 20)).to_string();
    }
    raw
}

fn choose(question: &Question, temper: &Temper, rng: &mut Rng) -> Vec<String> {
    let all: Vec<&str> = question.choices().map(|(id, _)| id).collect();
    let alone: Vec<&str> = all.iter().copied().filter(|id| question.stands_alone(id)).collect();
    let pick = |from: &[&str], rng: &mut Rng| from.get(rng.usize(0..from.len().max(1))).map(|s| (*s).to_owned());
    // What cannot wait is said by few: everybody else answers "no".
    if !question.requests.is_empty() && question.choice == Some(Choice::Many) {
        return if temper.urgent { pick(&all, rng).into_iter().collect() } else { alone.first().map(|s| (*s).to_owned()).into_iter().collect() };
    }
    match question.choice {
        None => Vec::new(),
        Some(Choice::Many) => {
            let most = question.max.unwrap_or(3).min(3);
            let mut chosen: Vec<String> = (0..rng.usize(1..=most)).filter_map(|_| pick(&all, rng)).collect();
            chosen.sort();
            chosen.dedup();
            if let Some(single) = chosen.iter().find(|c| question.stands_alone(c)).cloned() {
                chosen = vec![single];
            }
            chosen
        }
        Some(Choice::Faces | Choice::Ability | Choice::Holds) => {
            let (worst, best) = (question.choices().filter_map(|(_, s)| s).min().unwrap_or(1), question.choices().filter_map(|(_, s)| s).max().unwrap_or(5));
            let score = (temper.mood as i32 + rng.i32(-1..=1)).clamp(worst, best);
            question.choices().find(|(_, s)| *s == Some(score)).map(|(id, _)| id.to_owned()).into_iter().collect()
        }
        Some(_) if question.id == "S1" => {
            pick(&all.iter().copied().filter(|o| temper.urgent || *o != "no_fixed_place").collect::<Vec<_>>(), rng).into_iter().collect()
        }
        Some(_) if question.id == "B1" => vec!["self".to_owned()],
        Some(_) => pick(&all, rng).into_iter().collect(),
    }
}
