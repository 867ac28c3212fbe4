//! The ways through the real intake: everything can be reached, what moves moves, and the short route is as written.

use crate::{answers, content};
use domain::intake::{Answers, Condition, Domain, Intake, Kept, Progress, Question, Raw, Route, Step, Switches, Walk};
use std::collections::BTreeSet;

fn on(questions: &[&str]) -> Switches {
    Switches { on: questions.iter().map(|q| (*q).to_owned()).collect(), only: None }
}

fn only(questions: &[&str]) -> Switches {
    Switches { on: BTreeSet::new(), only: Some(questions.iter().map(|q| (*q).to_owned()).collect()) }
}

fn ids(walk: &Walk<'_>) -> Vec<String> {
    walk.steps.iter().map(Step::id).collect()
}

/// The steps with these answers on the whole route.
fn steps(intake: &Intake, text: &str) -> Vec<String> {
    ids(&Walk::new(intake, Route::Whole, &Switches::default(), &answers(intake, text)))
}

/// Adds the answers that make `question` be asked, and those that make its parents be asked.
fn lead_to(intake: &Intake, question: &Question, kept: &mut Answers) {
    for condition in &question.when {
        let parent = intake.question(condition.question().unwrap()).unwrap();
        let fits = |low: i32, high: i32| parent.choices().find(|(_, s)| s.is_some_and(|s| s >= low && s <= high)).unwrap().0.to_owned();
        let option = match condition {
            Condition::Any { any, .. } => any[0].clone(),
            Condition::AtMost { at_most, .. } => fits(i32::MIN, *at_most),
            Condition::AtLeast { at_least, .. } => fits(*at_least, i32::MAX),
            Condition::None { .. } | Condition::SkippedDomains { .. } => continue,
        };
        let step = parent.parts.first().map_or_else(|| parent.id.clone(), |part| format!("{}-{part}", parent.id));
        kept.insert(step, Kept::Given(Raw { choices: vec![option], ..Raw::default() }));
        lead_to(intake, parent, kept);
    }
}

#[test]
fn every_question_can_be_reached_and_every_follow_up_waits() {
    let intake = content().intake;
    let off: Vec<&str> = intake.questions().filter(|q| q.off).map(|q| q.id.as_str()).collect();
    assert_eq!(off, ["S7"]);
    let at_first = ids(&Walk::new(&intake, Route::Whole, &on(&off), &Answers::new()));
    let mut reached = 0;
    for question in intake.questions() {
        let mut kept = Answers::new();
        lead_to(&intake, question, &mut kept);
        let walk = Walk::new(&intake, Route::Whole, &on(&off), &kept);
        let parts: Vec<String> = match question.parts.as_slice() {
            [] => vec![question.id.clone()],
            parts => parts.iter().map(|p| format!("{}-{p}", question.id)).collect(),
        };
        assert!(parts.iter().all(|step| walk.position(step).is_some()), "{} with {:?}", question.id, kept.keys());
        let waits = question.when.iter().any(|c| !matches!(c, Condition::None { .. }));
        assert_eq!(at_first.contains(&parts[0]), !waits, "{}", question.id);
        reached += 1;
    }
    assert!(reached > 90, "{reached}");
}

#[test]
fn the_usual_order_is_opening_six_domains_check_closing_send() {
    let intake = content().intake;
    let steps = steps(&intake, "");
    assert_eq!(steps[..6], ["B1", "B2", "B3", "B4", "B5", "work"]);
    assert_eq!(steps[steps.len() - 5..], ["check", "Z2", "Z3", "Z4", "send"]);
    let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &Answers::new());
    assert_eq!(walk.domains(), Domain::ALL);
    let first_of = |d: Domain| walk.after(d.as_str()).unwrap().id();
    assert_eq!(Domain::ALL.map(first_of), ["W1", "G1", "L1", "H1", "S1", "K1"]);
    assert_eq!(walk.place("W1"), Some((1, walk.of_domain(Domain::Work).count())));
    assert_eq!((walk.place("B2"), walk.place("Z3"), walk.place("check")), (Some((2, 5)), Some((2, 3)), None));
}

#[test]
fn the_resident_chooses_where_to_begin() {
    let intake = content().intake;
    for domain in Domain::ALL {
        let kept = answers(&intake, &format!("B3={}", domain.as_str()));
        let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
        assert_eq!(walk.domains()[0], domain);
        assert_eq!(walk.domains().into_iter().collect::<BTreeSet<_>>().len(), 6);
    }
}

#[test]
fn care_and_language_bring_their_questions_forward() {
    let intake = content().intake;
    let after = |text: &str, from: &str, n: usize| {
        let steps = steps(&intake, text);
        let at = steps.iter().position(|s| s == from).unwrap();
        steps[at + 1..=at + n].to_vec()
    };
    assert_eq!(after("", "W5", 1), ["W6"]);
    assert_eq!(after("W5=care", "W5", 2), ["S2", "W6"]);
    assert_eq!(after("W5=care S2=yes", "W5", 4), ["S2", "S2a", "S2b", "W6"]);
    assert_eq!(after("W5=language K6=arabic", "W5", 5), ["K6", "K6a-speaking", "K6a-reading", "K6a-writing", "W6"]);
    assert_eq!(after("W5=language,care,less_money", "W5", 4), ["S2", "K6", "W5a", "W6"]);
    // It is asked once, and counts with its own domain.
    let kept = answers(&intake, "W5=care S2=yes");
    let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
    assert_eq!(ids(&walk).iter().filter(|s| s.as_str() == "S2").count(), 1);
    assert_eq!(walk.step("S2").unwrap().domain(), Some(Domain::People));
    assert_eq!(walk.progress(Domain::People, &kept), Progress::Busy(1, walk.of_domain(Domain::People).count()));
    assert_eq!(walk.place("S2"), Some((1, walk.of_domain(Domain::People).count())));
    // Started with people, the question has been asked by then.
    let steps = steps(&intake, "B3=people W5=care");
    assert_eq!(steps.iter().filter(|s| s.as_str() == "S2").count(), 1);
    assert!(steps.iter().position(|s| s == "S2") < steps.iter().position(|s| s == "W5"));
}

#[test]
fn health_makes_the_body_come_next() {
    let intake = content().intake;
    let domains = |text: &str| Walk::new(&intake, Route::Whole, &Switches::default(), &answers(&intake, text)).domains();
    assert_eq!(domains("W5=health")[..3], [Domain::Work, Domain::Body, Domain::Money]);
    assert_eq!(domains("B3=money W5=health")[..3], [Domain::Money, Domain::Work, Domain::Body]);
    assert_eq!(domains("B3=body W5=health")[..3], [Domain::Body, Domain::Work, Domain::Money], "it has been already");
    assert_eq!(domains("W5=nothing")[1], Domain::Money);
}

#[test]
fn work_far_away_leaves_questions_out() {
    let intake = content().intake;
    for (answer, asked) in [("tomorrow", true), ("months", true), ("year", true), ("later", false), ("not_now", false)] {
        let steps = steps(&intake, &format!("W3={answer}"));
        for id in ["W4", "W8"] {
            assert_eq!(steps.iter().any(|s| s == id), asked, "{id} after {answer}");
        }
        assert!(steps.iter().any(|s| s == "W5"));
    }
}

#[test]
fn the_short_route_is_as_written() {
    let intake = content().intake;
    let short = |text: &str| ids(&Walk::new(&intake, Route::Short, &Switches::default(), &answers(&intake, text)));
    let written =
        "B1 B2 B3 B4 B5 work W1 W6 W10 money G1 G2 G9 G10 body L1 L3 L6 L9 mind H1 H6 H9 people S3 S4 S5 S8 S9 strength K5 K8 K9 K10 check Z2 Z3 Z4 send";
    assert_eq!(short(""), written.split(' ').collect::<Vec<_>>());
    let opening = "B1=together W1=paid,volunteer G1=short G2=failing L6=cannot H1=very_bad S3=rarely S3a=yes S4=nobody K5=not_now";
    let before: BTreeSet<String> = short("").into_iter().collect();
    let more: Vec<String> = short(opening).into_iter().filter(|s| !before.contains(s)).collect();
    assert_eq!(more, "B1a B1b W1b G1a G2a G2b L6a H1a S3a S3b S4a K5a".split(' ').collect::<Vec<_>>(), "the follow-ups, but never the hours of paid work");
    // No answer of the whole route brings a question in, and S7 stays out.
    let walk = Walk::new(&intake, Route::Short, &on(&["S7"]), &answers(&intake, "W5=care,language W3=tomorrow"));
    assert!(["S2", "K6", "W4", "S7"].iter().all(|s| walk.position(s).is_none()), "{:?}", ids(&walk));
}

#[test]
fn a_skipped_domain_asks_nothing_and_counts_for_nothing() {
    let intake = content().intake;
    let kept = answers(&intake, "money=- G1=short G2=failing W5=language strength=-");
    let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
    assert_eq!(walk.of_domain(Domain::Money).count(), 0);
    assert!(walk.position("money").is_some(), "its opening stays, to take it up again");
    assert_eq!(walk.progress(Domain::Money, &kept), Progress::Skipped);
    assert!(walk.facts.choices("G1").is_empty(), "answers of before do not count");
    assert!(walk.position("K6").is_none(), "a question of a skipped domain is not brought forward either");
    let all = answers(&intake, "work=- money=- body=- mind=- people=- strength=-");
    let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &all);
    assert_eq!(ids(&walk).len(), 5 + 6 + 5);
    assert_eq!(walk.first_open(&all).id(), "B1");
}

#[test]
fn the_question_about_safety_is_off_and_hides_from_company() {
    let intake = content().intake;
    let asked = |switches: &Switches, text: &str| Walk::new(&intake, Route::Whole, switches, &answers(&intake, text)).position("S7").is_some();
    assert!(!asked(&Switches::default(), "") && !asked(&Switches::default(), "B1=self"));
    assert!(asked(&on(&["S7"]), "") && asked(&on(&["S7"]), "B1=self") && asked(&on(&["S7"]), "B1=-"));
    assert!(!asked(&on(&["S7"]), "B1=together") && !asked(&on(&["S7"]), "B1=other"));
    let question = intake.question("S7").unwrap();
    assert!(question.off && question.quick_exit && question.visible == domain::intake::Visibility::I);
}

#[test]
fn the_first_open_question_is_found() {
    let intake = content().intake;
    let open = |text: &str| {
        let kept = answers(&intake, text);
        Walk::new(&intake, Route::Whole, &Switches::default(), &kept).first_open(&kept).id()
    };
    let opening = "B1=self B2=read_myself B3=work B4=no B5=no";
    assert_eq!(open(""), "B1");
    assert_eq!(open("B1=- B2=-"), "B3", "a skip is an answer");
    assert_eq!(open(opening), "work", "a domain is entered by its opening");
    assert_eq!(open(&format!("{opening} W1=paid")), "W1a", "a follow-up is open");
    assert_eq!(open(&format!("{opening} W2=never")), "work", "what was left behind comes first");
    // An empty form is no answer.
    let mut kept = answers(&intake, opening);
    kept.insert("B2".into(), Kept::Given(Raw::default()));
    assert_eq!(Walk::new(&intake, Route::Whole, &Switches::default(), &kept).first_open(&kept).id(), "B2");
}

#[test]
fn a_second_look_shows_only_what_was_asked() {
    let intake = content().intake;
    let look = |questions: &[&str], text: &str| ids(&Walk::new(&intake, Route::Whole, &only(questions), &answers(&intake, text)));
    assert_eq!(look(&["G1", "K8"], ""), ["G1", "K8", "check", "send"]);
    assert_eq!(look(&["G1"], "G1=short"), ["G1", "G1a", "check", "send"]);
    assert_eq!(look(&["K7"], ""), ["K7-email", "K7-digid", "K7-video_call", "check", "send"]);
    // A follow-up that is asked about comes with the answer that opens it, or not at all.
    assert_eq!(look(&["G1a"], ""), ["check", "send"]);
    assert_eq!(
        look(&["B5", "W3"], "W3=tomorrow"),
        ["B5", "W3", "W4", "W8", "check", "send"].into_iter().filter(|s| !matches!(*s, "W4" | "W8")).collect::<Vec<_>>()
    );
}
