//! Any answers, valid or not, in any order: the way through the intake always ends, and leads back as it came.

use crate::content;
use domain::intake::{
    Answers, CHECK, Domain, Facts, Intake, Kept, Line, Progress, Question, Raw, Route, SEND, Step, Switches, Walk, check, outcomes, pairs, picture,
    preferences, strengths,
};
use fastrand::Rng;
use std::collections::BTreeSet;

/// Any answer to a question: mostly one that fits, sometimes what nobody expects.
fn any_answer(question: &Question, rng: &mut Rng) -> Kept {
    let options: Vec<&str> = question.choices().map(|(id, _)| id).collect();
    let mut raw = Raw::default();
    match rng.u8(..10) {
        0 => return Kept::Skipped,
        1 => {}
        2 => raw.choices = vec!["nonsense".into()],
        _ => {
            let most = if question.single() { 1 } else { rng.usize(1..=3) };
            raw.choices = (0..most.min(options.len())).map(|_| options[rng.usize(..options.len())].to_owned()).collect();
        }
    }
    raw.number = ["", "8", "-1", "99999999999", "acht", "8,0", " 12 "][rng.usize(..7)].to_owned();
    raw.text = ["", "A word", "\0\u{7}", "   "][rng.usize(..4)].to_owned();
    if rng.u8(..20) == 0 {
        raw.text = "x".repeat(rng.usize(..2_000));
    }
    raw.lines = (0..rng.usize(..3)).map(|_| Line { pair: "own".into(), wanted: rng.bool(), ..Line::default() }).collect();
    Kept::Given(raw)
}

/// Answers to any questions, asked or not, and any domains skipped.
fn any_answers(intake: &Intake, rng: &mut Rng) -> Answers {
    let steps: Vec<(String, &Question)> = intake
        .questions()
        .flat_map(|q| if q.parts.is_empty() { vec![(q.id.clone(), q)] } else { q.parts.iter().map(|p| (format!("{}-{p}", q.id), q)).collect() })
        .collect();
    let share = rng.f64();
    let mut kept = Answers::new();
    for (step, question) in &steps {
        if rng.f64() < share {
            kept.insert(step.clone(), any_answer(question, rng));
        }
    }
    kept.extend(Domain::ALL.into_iter().filter(|_| rng.u8(..8) == 0).map(|d| (d.as_str().to_owned(), Kept::Skipped)));
    kept
}

fn any_switches(intake: &Intake, rng: &mut Rng) -> Switches {
    let questions: Vec<&str> = intake.questions().map(|q| q.id.as_str()).collect();
    let only: BTreeSet<String> = (0..rng.usize(1..6)).map(|_| questions[rng.usize(..questions.len())].to_owned()).collect();
    Switches { on: if rng.bool() { BTreeSet::from(["S7".to_owned()]) } else { BTreeSet::new() }, only: (rng.u8(..4) == 0).then_some(only) }
}

/// What holds for every way, whatever was answered.
fn holds_together(intake: &Intake, walk: &Walk<'_>, kept: &Answers, switches: &Switches) {
    let ids: Vec<String> = walk.steps.iter().map(Step::id).collect();
    let different: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "no screen twice: {ids:?}");
    assert!(ids.len() < 130 && ids.last().is_some_and(|last| last == SEND), "it ends with sending");
    assert_eq!(ids.iter().filter(|id| id.as_str() == CHECK).count(), 1);
    for pair in ids.windows(2) {
        assert_eq!(walk.after(&pair[0]).map(|s| s.id()).as_ref(), Some(&pair[1]));
        assert_eq!(walk.before(&pair[1]).map(|s| s.id()).as_ref(), Some(&pair[0]), "back leads where next came from");
    }
    assert!(walk.before(&ids[0]).is_none() && walk.after(SEND).is_none() && walk.after("nowhere").is_none());
    for (step, id) in walk.steps.iter().zip(&ids) {
        let known = intake.step(id).is_some() || Domain::parse(id).is_some() || id == CHECK || id == SEND;
        assert!(known, "{id} is an address");
        if let Step::Question(question, _) = step {
            assert!(!question.off || switches.on.contains(&question.id));
            assert!(question.domain.is_none_or(|d| !walk.facts.skipped_domains().contains(&d)), "{id} of a skipped domain");
            let (at, all) = walk.place(id).unwrap();
            assert!(at >= 1 && at <= all, "{id}: {at} of {all}");
        }
    }
    for question in intake.questions().filter(|q| !ids.iter().any(|id| id.split('-').next() == Some(&q.id))) {
        assert!(walk.facts.choices(&question.id).is_empty() && walk.facts.scores(&question.id).is_empty(), "{} does not count", question.id);
    }
    let open = walk.first_open(kept);
    assert!(walk.position(&open.id()).is_some());
    for domain in Domain::ALL {
        if let Progress::Busy(done, all) = walk.progress(domain, kept) {
            assert!(done > 0 && done < all, "{domain:?}: {done} of {all}");
        }
    }
    derived(intake, &walk.facts, walk);
}

/// Whatever is derived from answers takes any answers.
fn derived(intake: &Intake, facts: &Facts, walk: &Walk<'_>) {
    assert_eq!(picture(intake, facts).len(), 6);
    assert!(picture(intake, facts).iter().all(|a| a.value.is_none_or(|v| (1..=5).contains(&v))));
    assert!(pairs(intake, facts).len() <= intake.pairs.len());
    let set: Vec<_> = preferences(intake, facts).into_iter().map(|(p, _)| p).collect();
    assert!(set.iter().enumerate().all(|(at, p)| !set[at + 1..].contains(p)), "each preference is set once");
    let first = outcomes(intake, facts, &[]);
    let signals = first.iter().take_while(|o| o.topic.signal.is_some()).count();
    assert!(first.iter().skip(signals).all(|o| o.topic.signal.is_none()), "signals come first");
    let _ = strengths(walk);
}

#[test]
fn any_answers_give_a_way_that_ends_and_leads_back() {
    let intake = content().intake;
    for seed in 0..1_500 {
        let mut rng = Rng::with_seed(seed);
        let (kept, switches) = (any_answers(&intake, &mut rng), any_switches(&intake, &mut rng));
        let route = if rng.bool() { Route::Whole } else { Route::Short };
        let walk = Walk::new(&intake, route, &switches, &kept);
        let run = std::panic::AssertUnwindSafe(|| holds_together(&intake, &walk, &kept, &switches));
        assert!(std::panic::catch_unwind(run).is_ok(), "seed {seed}");
        let again = Walk::new(&intake, route, &switches, &kept);
        assert_eq!(walk.steps, again.steps, "seed {seed}: the same answers, the same way");
    }
}

#[test]
fn answering_what_is_open_always_comes_to_an_end() {
    let intake = content().intake;
    for seed in 0..200 {
        let mut rng = Rng::with_seed(seed);
        let route = if rng.bool() { Route::Whole } else { Route::Short };
        let (mut kept, mut screens) = (Answers::new(), 0);
        let switches = Switches::default();
        loop {
            let walk = Walk::new(&intake, route, &switches, &kept);
            let open = walk.steps.iter().find(|s| matches!(s, Step::Question(..)) && !s.is_answered(&kept));
            let Some(Step::Question(question, part)) = open else { break };
            let answer = any_answer(question, &mut rng);
            let step = Step::Question(question, *part);
            kept.insert(step.id(), if step.is_answered(&Answers::from([(step.id(), answer.clone())])) { answer } else { Kept::Skipped });
            screens += 1;
            assert!(screens < 300, "seed {seed} never ends: {:?}", kept.keys());
        }
        assert_eq!(Walk::new(&intake, route, &switches, &kept).first_open(&kept).id(), CHECK, "seed {seed}");
    }
}

#[test]
fn checking_an_answer_never_fails_and_says_the_same_twice() {
    let intake = content().intake;
    let mut rng = Rng::with_seed(7);
    for _ in 0..20 {
        for question in intake.questions() {
            let Kept::Given(raw) = any_answer(question, &mut rng) else { continue };
            let (one, two) = (check(question, &raw), check(question, &raw));
            assert_eq!(one, two, "{}", question.id);
            if let Ok(value) = one {
                assert!(value.choices.iter().all(|c| question.choices().any(|(id, _)| id == c)), "{}", question.id);
                assert!(question.number.is_none_or(|f| value.number.is_none_or(|n| n >= f.min && n <= f.max)), "{}", question.id);
            }
            let kept = Kept::Given(raw);
            let json = serde_json::to_string(&kept).unwrap();
            assert!(serde_json::from_str::<Kept>(&json).unwrap() == kept, "what is kept is read as it was: {json}");
        }
    }
}
