//! What follows from answers by the visible rules of the real content: topics, pairs, preferences, picture, difference.

use crate::{answers, chosen, content};
use domain::intake::{
    AnswerState, Change, Channel, Domain, Intake, Kept, Preference, Raw, Route, ScanAnswer, SelfScan, Signal, Switches, TopicKind, Visibility, Walk,
    difference, outcomes, pairs, picture, preferences, strengths,
};
use std::collections::BTreeMap;

/// The rules that these answers bring, in order.
fn rules(intake: &Intake, text: &str) -> Vec<String> {
    let kept = answers(intake, text);
    let walk = Walk::new(intake, Route::Whole, &Switches::default(), &kept);
    outcomes(intake, &walk.facts, &[]).iter().map(|o| o.topic.id.clone()).collect()
}

#[test]
fn each_rule_holds_when_it_should_and_only_then() {
    let intake = content().intake;
    for (rule, holds, fails) in [
        (
            "R1",
            &["B5=home", "B5=power,food", "B5=unsafe", "G2=failing G2a=bailiff", "S1=no_fixed_place"][..],
            &["", "B5=no", "B5=-", "G2=failing G2a=no", "G2=no G2a=bailiff", "money=- G2=failing G2a=bailiff", "S1=alone"][..],
        ),
        ("R2", &["H1=very_bad H1a=yes"], &["H1=very_bad H1a=no", "H1=bad H1a=yes", "mind=- H1=very_bad H1a=yes"]),
        ("R3", &["W10=help", "K10=talk_first", "W10=fine S9=help"], &["W10=fine G10=self", "W10=-", ""]),
        ("R4", &["G7=yes G7a=yes", "W5=less_money"], &["G7=yes G7a=a_bit", "G7=no G7a=yes", "W5=health"]),
        ("R5", &["H2=much H3=with_effort", "H2=too_much H3=not_now"], &["H2=much", "H2=much H3=well", "H2=a_bit H3=not_now", "H3=not_now"]),
        (
            "R6",
            &["K5=with_help", "K5=not_now", "K6=arabic K6a-reading=with_help", "K7-digid=not_now"],
            &["K5=with_effort", "K6=dutch K6a-reading=not_now", "K7-email=well K7-digid=with_effort"],
        ),
        ("R7", &["S2=yes S2b=no", "S1=children S1a=no", "S1=partner_children S1a=no"], &["S2=no S2b=no", "S2=yes S2b=sometimes_heavy", "S1=alone S1a=no"]),
        (
            "R8",
            &["S3=rarely S3a=maybe S3b=buddy", "S4=nobody S4a=maybe", "G3=never G3a=yes", "H7=wants"],
            &["S3=daily S3a=yes S3b=buddy", "S4=family S4a=yes", "G3=always G3a=yes", "H7=not_needed", "S3=rarely S3a=yes S3b=coffee"],
        ),
        ("R9", &["work=- money=- body=-", "work=- money=- body=- mind=- people=- strength=-"], &["work=- money=-", "W1=- W2=- W3=-"]),
        ("R10", &["W3=not_now"], &["W3=later", "W3=-", "work=- W3=not_now"]),
    ] {
        for text in holds {
            assert!(rules(&intake, text).contains(&rule.to_owned()), "{rule} holds for `{text}`: {:?}", rules(&intake, text));
        }
        for text in fails {
            assert!(!rules(&intake, text).contains(&rule.to_owned()), "{rule} does not hold for `{text}`");
        }
    }
}

#[test]
fn what_cannot_wait_comes_first_and_nothing_judges() {
    let intake = content().intake;
    let found = rules(&intake, "W3=not_now S2=yes S2b=no H1=very_bad H1a=yes B5=home W10=help");
    assert_eq!(found[..3], ["R1", "R2", "R7"], "{found:?}");
    let signal = |id: &str| intake.topics.iter().find(|t| t.id == id).and_then(|t| t.signal);
    assert_eq!((signal("R1"), signal("R2")), (Some(Signal::DirectContact), Some(Signal::CallThisWeek)));
    let kind = |id: &str| intake.topics.iter().find(|t| t.id == id).map(|t| t.kind);
    assert_eq!(kind("R9"), Some(TopicKind::Note), "skipping is no signal");
    assert_eq!(kind("R10"), Some(TopicKind::Topic), "no classification");
    assert!(intake.topics.iter().filter(|t| t.kind == TopicKind::Signal).all(|t| matches!(t.id.as_str(), "R1" | "R2")));
}

#[test]
fn wishes_become_topics_in_the_order_of_what_matters() {
    let intake = content().intake;
    let kept = answers(&intake, "W10=help G10=talk_first L9=fine S9=help K10=help");
    let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
    let order = |important: &[Domain]| -> Vec<Domain> { outcomes(&intake, &walk.facts, important).iter().filter_map(|o| o.domain).collect() };
    assert_eq!(order(&[]), [Domain::Work, Domain::Money, Domain::People, Domain::Strength]);
    assert_eq!(order(&[Domain::Strength, Domain::People]), [Domain::Strength, Domain::People, Domain::Work, Domain::Money]);
}

#[test]
fn answers_suggest_pairs_for_both_sides() {
    let intake = content().intake;
    let suggested = |text: &str| -> Vec<String> {
        let kept = answers(&intake, text);
        let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
        pairs(&intake, &walk.facts).iter().map(|p| p.id.clone()).collect()
    };
    assert!(suggested("").is_empty());
    for (text, pair) in [
        ("G2=failing", "debt_talk"),
        ("G5=unknown", "check_schemes"),
        ("W9=course", "course"),
        ("W9=try_first", "try_first"),
        ("W9=companion", "companion"),
        ("W5=less_money", "calculation"),
        ("K6=arabic K6a-speaking=with_help", "language_lessons"),
        ("K7-digid=not_now", "digital_help"),
        ("S5=cooking", "strong_side"),
        ("W6=hands", "strong_side"),
        ("S4=nobody S4a=yes", "buddy"),
        ("L6=cannot L6a=cost", "travel_costs"),
        ("S1=children S1a=no", "childcare"),
        ("H2=much", "less_at_once"),
        ("S2=yes S2b=no", "carer_help"),
    ] {
        assert!(suggested(text).contains(&pair.to_owned()), "{text} suggests {pair}: {:?}", suggested(text));
    }
    for text in ["G2=paying", "W9=nothing", "S5=nothing", "L6=bike L6a=cost", "H2=none"] {
        assert_eq!(suggested(text), Vec::<String>::new(), "{text}");
    }
    assert!(intake.pairs.iter().all(|p| Domain::ALL.contains(&p.domain)));
}

#[test]
fn answers_change_how_the_portal_treats_somebody() {
    let intake = content().intake;
    let set = |text: &str| {
        let kept = answers(&intake, text);
        preferences(&intake, &Walk::new(&intake, Route::Whole, &Switches::default(), &kept).facts)
    };
    let one = |preference, to: &str| vec![(preference, to.to_owned())];
    assert_eq!(set("B2=read_to_me"), one(Preference::ReadAloud, "on"));
    assert_eq!(set("B4=email"), one(Preference::Reminder, "email"));
    assert_eq!(set("H2=much H2a=letters_rules"), one(Preference::ShortMessages, "on"));
    assert_eq!(set("H4=not_now"), one(Preference::QuietPlace, "on"));
    assert_eq!(set("K6=english"), one(Preference::Language, "en"));
    assert_eq!(set("K5=with_help K5a=companion,pictures"), [one(Preference::Pictures, "on"), one(Preference::Companion, "on")].concat());
    assert_eq!(set("B4=call H3=with_help H3a=sms"), one(Preference::Reminder, "sms"), "the later question wins");
    assert!(set("K5=well K5a=pictures").is_empty() && set("B2=- K6=-").is_empty());
}

#[test]
fn the_picture_has_gaps_and_no_zero() {
    let intake = content().intake;
    let values = |route, text: &str| -> Vec<Option<i32>> {
        let kept = answers(&intake, text);
        picture(&intake, &Walk::new(&intake, route, &Switches::default(), &kept).facts).iter().map(|a| a.value).collect()
    };
    assert_eq!(values(Route::Whole, ""), [None; 6]);
    let all = "W3=tomorrow G9=very_bad L1=bad H1=fair S8=good K9=almost_all";
    assert_eq!(values(Route::Whole, all), [Some(5), Some(1), Some(2), Some(3), Some(4), Some(5)]);
    assert_eq!(values(Route::Short, all)[0], None, "the short route does not ask when somebody can work");
    assert_eq!(values(Route::Whole, "W3=not_now G9=- money=- L1=very_good"), [Some(1), None, Some(5), None, None, None]);
    let order: Vec<Domain> =
        picture(&intake, &Walk::new(&intake, Route::Whole, &Switches::default(), &answers(&intake, "B3=strength")).facts).iter().map(|a| a.domain).collect();
    assert_eq!(order, Domain::ALL, "always the same order, so that two can be laid over each other");
}

#[test]
fn strengths_come_from_what_goes_well() {
    let intake = content().intake;
    let strong = |text: &str| -> Vec<String> {
        let kept = answers(&intake, text);
        let walk = Walk::new(&intake, Route::Whole, &Switches::default(), &kept);
        strengths(&walk).into_iter().map(|(step, options)| format!("{} {}", step.id(), options.join(","))).collect()
    };
    assert_eq!(strong("W1=care,nothing"), Vec::<String>::new(), "what does not fit counts for nothing");
    assert_eq!(strong("W1=care,volunteer"), ["W1 volunteer,care"]);
    assert_eq!(strong("S5=nothing L8=nothing_yet"), Vec::<String>::new());
    assert_eq!(strong("L2-stairs=well L2-walk=with_effort G8=well"), ["G8 well", "L2-stairs well"]);
    assert_eq!(strong("work=- W6=hands"), Vec::<String>::new());
    let every = Domain::ALL.iter().all(|d| intake.questions().any(|q| q.domain == Some(*d) && q.strength.is_some()));
    assert!(every, "at least one positive question in each domain");
}

fn scan(list: &[(&str, AnswerState, Option<Kept>)]) -> SelfScan {
    let answer = |(step, state, kept): &(&str, AnswerState, Option<Kept>)| ScanAnswer {
        step: (*step).to_owned(),
        domain: None,
        visible: Visibility::K,
        state: *state,
        kept: kept.clone(),
        asked: BTreeMap::new(),
    };
    SelfScan {
        number: 1,
        route: Route::Whole,
        channel: Channel::Own,
        agreement: None,
        language: "nl".into(),
        skipped_domains: vec![Domain::Mind],
        answers: list.iter().map(answer).collect(),
        most_important: Vec::new(),
        proposals: Vec::new(),
        shared: Vec::new(),
    }
}

#[test]
fn a_difference_tells_added_changed_and_gone() {
    use AnswerState::{Given, Open, Skipped};
    let (a, b) = (Some(chosen(&["yes"])), Some(chosen(&["no"])));
    let before = scan(&[
        ("same", Given, a.clone()),
        ("changed", Given, a.clone()),
        ("emptied", Given, a.clone()),
        ("gone", Given, a.clone()),
        ("filled", Open, None),
        ("skipped", Given, a.clone()),
        ("open", Open, None),
    ]);
    let now = scan(&[
        ("same", Given, a.clone()),
        ("changed", Given, b.clone()),
        ("emptied", Open, None),
        ("filled", Given, b.clone()),
        ("skipped", Skipped, Some(Kept::Skipped)),
        ("open", Open, None),
        ("new", Given, b),
    ]);
    let said: Vec<String> = difference(&before, &now)
        .iter()
        .map(|change| match change {
            Change::Added(x) => format!("+{}", x.step),
            Change::Removed(x) => format!("-{}", x.step),
            Change::Changed(x, y) => format!("{}~{}", x.step, y.step),
        })
        .collect();
    assert_eq!(said, ["changed~changed", "-emptied", "+filled", "skipped~skipped", "+new", "-gone"]);
    assert!(difference(&now, &now).is_empty());
    // The next version starts from what was kept, with the domains that were skipped.
    let kept = now.kept();
    assert_eq!(kept.get("mind"), Some(&Kept::Skipped));
    assert!(kept.contains_key("same") && !kept.contains_key("open"));
    assert_eq!(format!("{now:?} {:?} {:?}", now.answers[0], Raw::default()), "SelfScan(version 1) ScanAnswer(same) Raw(…)", "nothing of it is printed");
}
