//! Answers, conditions and the walk on a small intake of their own, so that each rule is seen apart. The real content
//! is walked in the crate `tests`.

use super::*;
use crate::{Problem, ProblemCode};
use std::collections::BTreeSet;

fn question(json: &str) -> Question {
    serde_json::from_str(json).unwrap()
}

fn many() -> Question {
    question(
        r#"{"id":"M","choice":"many","max":2,"visible":"M","options":["a","b","c",{"id":"none","alone":true},{"id":"other","other":true},{"id":"unknown","unknown":true}]}"#,
    )
}

fn raw(choices: &[&str], number: &str, text: &str) -> Raw {
    Raw { choices: choices.iter().map(|c| (*c).to_owned()).collect(), number: number.into(), text: text.into(), lines: Vec::new() }
}

/// The first problem with an answer.
fn problem(question: &Question, raw: &Raw) -> Option<ProblemCode> {
    check(question, raw).err().map(|problems| problems[0].code)
}

#[test]
fn a_number_is_taken_as_people_write_it() {
    let hours = question(r#"{"id":"N","number":{"min":1,"max":40},"visible":"K"}"#);
    for (typed, expected) in [("8", 8), (" 8 ", 8), ("8,0", 8), ("8.0", 8), ("40", 40), ("0008", 8), ("1 2", 12), ("+8", 8)] {
        assert_eq!(check(&hours, &raw(&[], typed, "")).unwrap().number, Some(expected), "{typed}");
    }
    for (typed, code) in [
        ("0", ProblemCode::TooLow { min: 1 }),
        ("-3", ProblemCode::TooLow { min: 1 }),
        ("41", ProblemCode::TooHigh { max: 40 }),
        ("99999999999999999999", ProblemCode::TooHigh { max: 40 }),
        ("8,5", ProblemCode::NotANumber),
        ("acht", ProblemCode::NotANumber),
        ("8-12", ProblemCode::NotANumber),
        ("0x8", ProblemCode::NotANumber),
        ("", ProblemCode::Empty),
        ("   ", ProblemCode::Empty),
    ] {
        assert_eq!(problem(&hours, &raw(&[], typed, "")), Some(code), "{typed}");
    }
}

#[test]
fn a_text_is_counted_in_characters_and_cleaned() {
    let text = question(r#"{"id":"T","text":{"max":5},"visible":"M"}"#);
    assert_eq!(check(&text, &raw(&[], "", " \u{7}één\0 \n")).unwrap().text.as_deref(), Some("één"));
    assert_eq!(check(&text, &raw(&[], "", "ትግርኛ!")).unwrap().text.as_deref(), Some("ትግርኛ!"), "letters, not bytes");
    assert_eq!(check(&text, &raw(&[], "", "a\nb")).unwrap().text.as_deref(), Some("a\nb"));
    assert_eq!(problem(&text, &raw(&[], "", "123456")), Some(ProblemCode::TooLong { max: 5 }));
    assert_eq!(problem(&text, &raw(&[], "", "\n \u{0}")), Some(ProblemCode::Empty));
    let both = question(r#"{"id":"B","text":{},"number":{"min":1,"max":40},"visible":"M"}"#);
    assert!(check(&both, &raw(&[], "3", "")).is_ok() && check(&both, &raw(&[], "", "x")).is_ok(), "one of the two is an answer");
    let problems = check(&both, &raw(&[], "x", &"y".repeat(301))).unwrap_err();
    assert_eq!(problems, [Problem::new("number", ProblemCode::NotANumber), Problem::new("text", ProblemCode::TooLong { max: 300 })], "every problem is told");
}

#[test]
fn choices_come_in_the_order_of_the_question() {
    let many = many();
    assert_eq!(check(&many, &raw(&["c", "a", "a"], "", "")).unwrap().choices, ["a", "c"]);
    assert_eq!(problem(&many, &raw(&["a", "b", "c"], "", "")), Some(ProblemCode::TooManyChoices { max: 2 }));
    assert_eq!(problem(&many, &raw(&["a", "none"], "", "")), Some(ProblemCode::StandsAlone));
    assert_eq!(problem(&many, &raw(&["a", "unknown"], "", "")), Some(ProblemCode::StandsAlone));
    assert_eq!(problem(&many, &raw(&["a", "z"], "", "")), Some(ProblemCode::UnknownChoice));
    assert_eq!(problem(&many, &raw(&[], "", "")), Some(ProblemCode::Empty));
    assert!(many.is_unknown("unknown") && !many.is_unknown("none"));
    let one = question(r#"{"id":"O","choice":"faces","visible":"K"}"#);
    assert_eq!(problem(&one, &raw(&["good", "bad"], "", "")), Some(ProblemCode::TooManyChoices { max: 1 }));
    let yes_no = question(r#"{"id":"Y","choice":"yes_no","visible":"K"}"#);
    assert!(yes_no.is_unknown("unknown") && yes_no.single());
}

#[test]
fn the_text_beside_something_else_belongs_to_it() {
    let many = many();
    assert_eq!(check(&many, &raw(&["other"], "", "Sewing")).unwrap().text.as_deref(), Some("Sewing"));
    assert!(check(&many, &raw(&["other"], "", "")).is_ok(), "saying what is not needed");
    assert_eq!(problem(&many, &raw(&["other"], "", &"x".repeat(101))), Some(ProblemCode::TooLong { max: 100 }));
    let plain = question(r#"{"id":"P","choice":"one","options":["a"],"visible":"K"}"#);
    assert_eq!(check(&plain, &raw(&["a"], "7", "typed nowhere")).unwrap(), Value { choices: vec!["a".into()], number: None, text: None });
}

#[test]
fn sharing_and_proposals_may_be_empty() {
    let sharing = question(r#"{"id":"Z4","kind":"sharing","choice":"many","options":["work"],"visible":"K"}"#);
    assert!(check(&sharing, &Raw::default()).is_ok(), "sharing nothing is the default");
    assert_eq!(problem(&sharing, &raw(&["everything"], "", "")), Some(ProblemCode::UnknownChoice));
    let proposals = question(r#"{"id":"Z3","kind":"proposals","visible":"K"}"#);
    assert!(check(&proposals, &Raw::default()).is_ok());
    let line = Line { pair: "own".into(), wanted: true, municipality: "x".repeat(301), resident: String::new() };
    assert_eq!(problem(&proposals, &Raw { lines: vec![line], ..Raw::default() }), Some(ProblemCode::TooLong { max: 300 }));
}

/// Two domains: A asks about B; A3 waits for two things at once; parts in B.
fn small() -> Intake {
    let list = |json: &str| -> Vec<Question> { serde_json::from_str(json).unwrap() };
    let domain = |id: Domain, mut questions: Vec<Question>| {
        questions.iter_mut().for_each(|q| q.domain = Some(id));
        (DomainContent { id, icon: "x".into(), talk: false }, questions)
    };
    let work = list(
        r#"[{"id":"A1","choice":"yes_no","visible":"K"},
        {"id":"A2","choice":"one","options":["x","y"],"visible":"K","when":[{"question":"A1","any":["yes"]}]},
        {"id":"A3","text":{},"visible":"K","when":[{"question":"A1","any":["yes"]},{"question":"A2","none":["x"]}]}]"#,
    );
    let body = list(
        r#"[{"id":"B1","choice":"ability","parts":["one","two"],"visible":"K"},
        {"id":"B2","choice":"yes_no","visible":"K","when":[{"question":"B1","at_most":1}]},
        {"id":"B3","choice":"yes_no","visible":"K","off":true}]"#,
    );
    let moved = r#"[{"when":[{"question":"A1","any":["no"]}],"question":"B1","after":"A1"}]"#;
    Intake {
        domains: vec![domain(Domain::Work, work), domain(Domain::Body, body)],
        moves: serde_json::from_str(moved).unwrap(),
        start_with: "none".into(),
        ..Intake::default()
    }
}

fn ids(answers: &[(&str, &str)]) -> Vec<String> {
    let answers: Answers = answers.iter().map(|(step, option)| ((*step).to_owned(), Kept::Given(raw(&[option], "", "")))).collect();
    Walk::new(&small(), Route::Whole, &Switches::default(), &answers).steps.iter().map(Step::id).collect()
}

#[test]
fn conditions_hold_together_and_follow_ups_wait() {
    let end = ["body", "B1-one", "B1-two", "check", "send"];
    assert_eq!(ids(&[]), [&["work", "A1"], &end[..]].concat());
    assert_eq!(ids(&[("A1", "yes")]), [&["work", "A1", "A2", "A3"], &end[..]].concat(), "none holds without an answer too");
    assert_eq!(ids(&[("A1", "yes"), ("A2", "x")]), [&["work", "A1", "A2"], &end[..]].concat());
    assert_eq!(ids(&[("A2", "y")]), [&["work", "A1"], &end[..]].concat(), "the answer of a question that is not asked does not count");
    assert_eq!(ids(&[("A1", "nonsense")]), [&["work", "A1"], &end[..]].concat(), "nor one that does not fit");
}

#[test]
fn a_part_counts_for_its_question_and_moves_with_it() {
    assert_eq!(ids(&[("B1-two", "not_now")])[2..], ["body", "B1-one", "B1-two", "B2", "check", "send"]);
    assert_eq!(ids(&[("A1", "no"), ("B1-one", "not_now")]), ["work", "A1", "B1-one", "B1-two", "B2", "body", "check", "send"], "with what follows from it");
    let kept = Answers::from([("B1-one".to_owned(), Kept::Skipped), ("B1-two".to_owned(), Kept::Given(raw(&["well"], "", "")))]);
    let intake = small();
    let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
    assert_eq!((walk.facts.scores("B1"), walk.progress(Domain::Body, &kept)), (&[4][..], Progress::Done), "a skip is an answer, without a score");
    assert_eq!(intake.step("B1"), None, "a question of parts has no screen of its own");
    assert_eq!(intake.step("B1-two").map(|(q, part)| (q.id.as_str(), part)), Some(("B1", Some("two"))));
}

#[test]
fn switches_bring_in_and_leave_out() {
    let intake = small();
    let walk = |on: &[&str], only: Option<&[&str]>| {
        let set = |list: &[&str]| list.iter().map(|q| (*q).to_owned()).collect::<BTreeSet<_>>();
        let switches = Switches { on: set(on), only: only.map(set) };
        Walk::new(&intake, Route::Whole, &switches, &Answers::new()).steps.iter().map(Step::id).collect::<Vec<_>>()
    };
    assert!(!walk(&[], None).contains(&"B3".to_owned()) && walk(&["B3"], None).contains(&"B3".to_owned()));
    assert_eq!(walk(&[], Some(&["B1"])), ["B1-one", "B1-two", "check", "send"]);
    assert_eq!(walk(&[], Some(&["nowhere"])), ["check", "send"]);
}

#[test]
fn nothing_of_a_person_is_printed() {
    let value = Value { choices: vec!["secret".into()], number: Some(7), text: Some("secret".into()) };
    let kept = Kept::Given(raw(&["secret"], "7", "secret"));
    let line = Line { municipality: "secret".into(), ..Line::default() };
    assert!(!format!("{value:?} {kept:?} {line:?}").contains("secret"));
}
