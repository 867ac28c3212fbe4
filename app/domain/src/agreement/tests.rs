//! Every state, side and action; and what must hold whatever two sides do.

use super::*;
use crate::ProblemCode;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-23";

fn line(id: &str, doer: Party, proposer: Side) -> Line {
    Line {
        id: id.into(),
        goal: "g".into(),
        doer,
        text: format!("text of {id}"),
        due: day("2027-02-23"),
        legal_basis: String::new(),
        note: String::new(),
        pillar: None,
        scheme: String::new(),
        proposer,
    }
}

fn text(lines: Vec<Line>) -> Text {
    Text { goals: vec![Goal { id: "g".into(), title: "A garden".into(), domain: None }], lines, look_back: None }
}

fn pair() -> Text {
    text(vec![line("m", Party::Municipality, Side::Municipality), line("r", Party::Resident, Side::Municipality)])
}

fn sign(side: Side) -> Sign {
    Sign { by: side.as_str().into(), at: 1 }
}

fn send(current: Option<&Version>, sheet: &Sheet, side: Side) -> Result<Result<Response, Vec<crate::Problem>>, Refusal> {
    respond(current, sheet, side, &sign(side), day(TODAY), Text::exact)
}

/// The table after a sheet was sent.
fn sent(current: Option<&Version>, sheet: &Sheet, side: Side) -> Version {
    match send(current, sheet, side).unwrap().unwrap() {
        Response::Answered { answers, agreed } => {
            let version = current.unwrap();
            Version { answers, state: if agreed { State::Agreed } else { version.state }, ..version.clone() }
        }
        Response::Proposed { text, answers } => {
            Version { number: current.map_or(0, |v| v.number) + 1, state: State::Proposed, text, proposer: side, think_until: day("2026-11-30"), answers }
        }
    }
}

fn proposal() -> Version {
    sent(None, &Sheet { text: pair(), ..Sheet::default() }, Side::Municipality)
}

fn answers(version: &Version, given: &[(&str, Answer)]) -> Sheet {
    let answers = given.iter().map(|(line, answer)| ((*line).to_owned(), Answered { answer: *answer, words: String::new() })).collect();
    Sheet { answers, ..Sheet::about(Some(version)) }
}

#[test]
fn every_state_party_and_action_is_decided() {
    use Action as A;
    let legal = |state, proposer, who| A::ALL.into_iter().filter(|a| next(state, proposer, who, *a).is_ok()).collect::<Vec<_>>();
    for proposer in Side::ALL {
        for state in State::ALL {
            for who in [Party::Helper, Party::Other] {
                assert!(A::ALL.into_iter().all(|action| next(state, proposer, who, action) == Err(Refusal::NoSide)), "{who:?} binds nobody");
            }
            for side in Side::ALL {
                let own = side == proposer;
                let expected: &[Action] = match state {
                    State::Concept if own => &[A::Write, A::Discard, A::Propose],
                    State::Concept => &[],
                    State::Proposed if own => &[A::Answer, A::Agree, A::Change, A::Withdraw],
                    State::Proposed => &[A::Answer, A::Agree, A::Change],
                    State::Agreed => &[A::Change, A::GiveWay, A::Mark, A::LookBack],
                    State::Replaced | State::Withdrawn => &[],
                };
                assert_eq!(legal(state, proposer, side.into()), expected, "{state:?} of {proposer:?} for {side:?}");
            }
        }
    }
    let to = |state, action| next(state, Side::Resident, Party::Resident, action);
    assert_eq!(to(State::Concept, A::Propose), Ok(State::Proposed));
    assert_eq!(to(State::Proposed, A::Change), Ok(State::Replaced));
    assert_eq!(to(State::Agreed, A::Change), Ok(State::Agreed), "what was agreed holds until the next is agreed");
    assert_eq!(next(State::Proposed, Side::Resident, Party::Municipality, A::Withdraw), Err(Refusal::NotYours));
}

#[test]
fn every_mark_by_every_side_on_every_line_is_decided() {
    for doer in Party::ALL {
        for side in Side::ALL {
            for progress in Progress::ALL {
                for not_done in [None, Some(side)] {
                    for mark in Mark::ALL {
                        let need = (progress == Progress::CannotNow).then_some(Need::Help);
                        let before = Standing { progress, need, not_done };
                        let after = next_standing(doer, before, side, mark);
                        let tells = matches!(mark, Mark::NotStarted | Mark::Busy | Mark::Done | Mark::Cannot(_));
                        let own = doer.side() == Some(side);
                        let other = doer.side() == Some(side.other());
                        if (tells && other) || (!tells && own) {
                            assert_eq!(after, Err(Refusal::NotYours), "{doer:?} {side:?} {before:?} {mark:?}");
                        }
                        if own && progress == Progress::NoLongerNeeded {
                            assert!(after.is_err(), "what was let go is not taken up alone: {mark:?}");
                        }
                        if let Ok(after) = after {
                            assert_ne!(after, before, "a mark changes something");
                            assert_eq!(after.need.is_some(), after.progress == Progress::CannotNow);
                        }
                    }
                }
            }
        }
    }
    let done = Standing { progress: Progress::Done, ..Standing::default() };
    let disputed = next_standing(Party::Municipality, done, Side::Resident, Mark::NotDone).unwrap();
    assert_eq!((disputed.progress, disputed.not_done), (Progress::Done, Some(Side::Resident)), "both are said");
    assert_eq!(next_standing(Party::Municipality, disputed, Side::Resident, Mark::DoneAfterAll), Ok(done));
    assert_eq!(
        next_standing(Party::Resident, Standing::default(), Side::Resident, Mark::NotNeeded),
        Err(Refusal::NotYours),
        "a promise is not let go by who made it"
    );
}

#[test]
fn a_line_is_late_from_the_day_after() {
    let open = Standing::default();
    for (today, late) in [("2027-02-22", false), ("2027-02-23", false), ("2027-02-24", true)] {
        assert_eq!(open.is_late(day("2027-02-23"), day(today)), late, "{today}");
    }
    let done = Standing { progress: Progress::Done, ..open };
    assert!(!done.is_late(day("2027-02-23"), day("2028-01-01")));
    let disputed = Standing { not_done: Some(Side::Resident), ..done };
    assert!(disputed.is_late(day("2027-02-23"), day("2028-01-01")), "what the resident says takes no lateness away");
    assert!(!disputed.is_late(day("2027-02-23"), day("2027-01-01")));
}

/// Whatever the other side tells meanwhile: what somebody said about it stands until they say something else.
#[test]
fn a_complaint_stands_until_who_made_it_takes_it_back() {
    for progress in Progress::ALL {
        let before = Standing { progress, need: (progress == Progress::CannotNow).then_some(Need::Help), not_done: Some(Side::Resident) };
        for mark in Mark::ALL {
            if let Ok(after) = next_standing(Party::Municipality, before, Side::Municipality, mark) {
                assert_eq!(after.not_done, Some(Side::Resident), "{before:?} {mark:?}");
            }
        }
        if progress != Progress::NoLongerNeeded {
            let back = next_standing(Party::Municipality, before, Side::Resident, Mark::DoneAfterAll).unwrap();
            assert_eq!((back.not_done, back.progress), (None, progress));
            assert_eq!(next_standing(Party::Municipality, before, Side::Resident, Mark::NotNeeded).unwrap().not_done, None);
        }
    }
    let others = Standing { not_done: Some(Side::Resident), ..Standing::default() };
    assert_eq!(next_standing(Party::Helper, others, Side::Resident, Mark::Done).unwrap().not_done, None, "who says that it is done agrees");
    assert_eq!(next_standing(Party::Helper, others, Side::Municipality, Mark::Done).unwrap().not_done, Some(Side::Resident));
    let let_go = next_standing(Party::Helper, others, Side::Municipality, Mark::NotNeeded).unwrap();
    assert!(!let_go.is_open() && !let_go.is_late(day("2027-02-23"), day("2028-01-01")), "what is let go is over for both");
}

#[test]
fn odd_proposals_are_doubted() {
    let soon = day("2026-11-30");
    let mut one = text(vec![line("r", Party::Resident, Side::Municipality), line("m", Party::Municipality, Side::Municipality)]);
    assert_eq!(one.doubts(None, soon), []);
    one.lines[0].due = day("2026-11-29");
    assert_eq!(one.doubts(None, soon), [Doubt::DueBeforeAnswer(&one.lines[0])]);
    assert_eq!(one.doubts(Some(&one), soon), [], "a date that was there is not doubted");
    let alone = text(vec![line("r", Party::Resident, Side::Municipality)]);
    assert_eq!(alone.doubts(None, soon), [Doubt::OneSided(&alone.goals[0])]);
}

#[test]
fn a_change_is_taken_back_to_where_it_stood() {
    let table = proposal();
    let mut sheet = Sheet::about(Some(&table));
    sheet.withdraw("m");
    sheet.withdraw("r");
    assert!(sheet.text.goals.is_empty() && sheet.changes(Some(&table)));
    sheet.restore(&table, "r");
    sheet.restore(&table, "m");
    assert_eq!(sheet.text, table.text, "nothing is changed any more, the order neither");
    sheet.restore(&table, "nothing");
    assert!(sheet.is_empty(Some(&table)));
}

#[test]
fn what_is_not_due_is_not_looked_back_on() {
    let today = day("2026-11-23");
    let of = |progress: Progress, due: &str| {
        let mut both = text(vec![line("r", Party::Resident, Side::Resident)]);
        both.lines[0].due = day(due);
        let come = Text { look_back: Some(today), ..both.clone() };
        let on_the_day = Evaluation::lines_of(&come, |_| progress, today).count();
        assert_eq!(on_the_day, usize::from(progress != Progress::NoLongerNeeded), "on the agreed day there is something to look back on");
        Evaluation::lines_of(&both, |_| progress, today).count()
    };
    assert_eq!(
        [
            of(Progress::NotStarted, "2027-11-01"),
            of(Progress::Busy, "2026-11-23"),
            of(Progress::Done, "2027-11-01"),
            of(Progress::NoLongerNeeded, "2026-01-01")
        ],
        [0, 1, 1, 0]
    );
}

#[test]
fn agreeing_to_all_lines_agrees_and_records_both_with_the_exact_text() {
    let version = proposal();
    assert!(!version.is_complete() && version.waits_for(Side::Resident) && !version.waits_for(Side::Municipality));
    let half = sent(Some(&version), &answers(&version, &[("m", Answer::Agree)]), Side::Resident);
    assert!(half.waits_for(Side::Resident) && half.answers.confirmed.len() == 1, "one line is not all");
    let all = sent(Some(&half), &answers(&half, &[("r", Answer::Agree)]), Side::Resident);
    assert_eq!(all.state, State::Agreed);
    for side in Side::ALL {
        let confirmation = &all.answers.confirmed[&side];
        assert_eq!((confirmation.sign.by.as_str(), confirmation.hash.as_str()), (side.as_str(), all.text.exact().as_str()));
    }
}

#[test]
fn a_disagreement_blocks_until_its_proposer_acts_and_then_the_whole_is_seen_again() {
    let version = proposal();
    for answer in [Answer::Disagree, Answer::Talk] {
        let blocked = sent(Some(&version), &answers(&version, &[("m", Answer::Agree), ("r", answer)]), Side::Resident);
        assert_eq!(blocked.state, State::Proposed);
        assert!(blocked.waits_for(Side::Municipality) && !blocked.waits_for(Side::Resident), "{answer:?}");
        let mut withdrawn = Sheet::about(Some(&blocked));
        withdrawn.withdraw("r");
        let second = sent(Some(&blocked), &withdrawn, Side::Municipality);
        assert_eq!((second.number, second.state), (2, State::Proposed));
        assert!(second.all_agreed_by(Side::Resident), "the answer to the line that stayed counts");
        assert!(second.waits_for(Side::Resident), "but this text was not seen as a whole");
        let agreed = sent(Some(&second), &answers(&second, &[("m", Answer::Agree)]), Side::Resident);
        assert_eq!(agreed.state, State::Agreed);
    }
}

#[test]
fn another_wording_is_a_new_version_that_the_other_side_answers() {
    let version = proposal();
    let mut sheet = answers(&version, &[("m", Answer::Agree)]);
    sheet.text.lines[1] = Line { text: "I come twice".into(), proposer: Side::Resident, ..sheet.text.lines[1].clone() };
    sheet.text.lines.push(line("own", Party::Municipality, Side::Resident));
    let second = sent(Some(&version), &sheet, Side::Resident);
    assert_eq!((second.proposer, second.number), (Side::Resident, 2));
    assert!(second.answers.confirmed.contains_key(&Side::Resident) && !second.answers.confirmed.contains_key(&Side::Municipality));
    assert_eq!(second.open_for(Side::Municipality).map(|l| l.id.as_str()).collect::<Vec<_>>(), ["r", "own"], "what it did not see is open");
    let said = differences(&version.text, &second.text);
    assert!(matches!(said.as_slice(), [Difference::Changed(..), Difference::Added(l)] if l.id == "own"));
}

#[test]
fn answers_to_an_older_version_and_to_nothing_are_refused() {
    let version = proposal();
    let old = answers(&version, &[("m", Answer::Agree)]);
    let mut second = version.clone();
    second.number = 2;
    assert_eq!(send(Some(&second), &old, Side::Resident), Err(Refusal::OldVersion));
    assert_eq!(send(None, &old, Side::Resident), Err(Refusal::OldVersion));
    assert_eq!(send(Some(&version), &answers(&version, &[]), Side::Resident), Err(Refusal::Nothing));
    assert_eq!(send(None, &Sheet::default(), Side::Resident), Err(Refusal::Nothing));
    assert_eq!(send(Some(&version), &answers(&version, &[("x", Answer::Agree)]), Side::Resident), Err(Refusal::UnknownLine));
    assert_eq!(send(Some(&version), &answers(&version, &[("m", Answer::Disagree)]), Side::Municipality), Err(Refusal::NotYours), "one's own line is withdrawn");
    for state in [State::Agreed, State::Replaced, State::Withdrawn] {
        let closed = Version { state, ..version.clone() };
        assert_eq!(send(Some(&closed), &old, Side::Resident), Err(Refusal::WrongState), "{state:?}");
    }
}

#[test]
fn what_was_written_survives_a_newer_version() {
    let version = proposal();
    let mut sheet = answers(&version, &[("m", Answer::Agree), ("r", Answer::Talk)]);
    sheet.text.lines.push(line("own", Party::Resident, Side::Resident));
    let mut theirs = Sheet::about(Some(&version));
    theirs.text.lines[0].text = "We do it sooner".into();
    let second = sent(Some(&version), &theirs, Side::Municipality);
    let moved = sheet.moved_to(&version.text, &second);
    assert_eq!((moved.base, moved.text.lines.len()), (2, 3));
    assert_eq!(moved.text.line("m"), second.text.line("m"), "their new words");
    assert!(moved.text.line("own").is_some(), "the own line stays");
    assert_eq!(moved.answers.keys().collect::<Vec<_>>(), ["r"], "yes to the old words is no yes to the new ones");
}

#[test]
fn a_text_is_put_on_the_table_whole() {
    let today = day(TODAY);
    let code = |text: &Text, side| text.problems(None, side, today).into_iter().map(|p| p.code).collect::<Vec<_>>();
    assert_eq!(code(&Text::default(), Side::Resident), [ProblemCode::Empty]);
    assert_eq!(code(&pair(), Side::Municipality), []);
    let one = text(vec![line("r", Party::Resident, Side::Municipality)]);
    assert_eq!(code(&one, Side::Municipality), [ProblemCode::OneSided]);
    assert_eq!(code(&one, Side::Resident), [], "the resident may promise alone");
    let mut past = pair();
    past.lines[0].due = day("2026-11-22");
    assert_eq!(code(&past, Side::Resident), [ProblemCode::Past]);
    assert_eq!(past.problems(Some(&past), Side::Resident, today), [], "a date that was there may have passed");
    let mut many = pair();
    many.lines.extend((0..LINES_MAX).map(|n| line(&format!("l{n}"), Party::Resident, Side::Resident)));
    assert_eq!(code(&many, Side::Resident), [ProblemCode::TooManyChoices { max: LINES_MAX }]);
}

#[test]
fn a_typed_line_is_checked_field_by_field() {
    let today = day(TODAY);
    let good = Typed { doer: "resident".into(), text: "I go".into(), goal: "new".into(), goal_title: "Swim".into(), due: "3".into(), ..Typed::default() };
    let mut into = Text::default();
    good.clone().into_text(&mut into, "l", "g", Side::Resident, today).unwrap();
    assert_eq!((into.lines[0].due, into.goals[0].title.as_str()), (day("2027-02-23"), "Swim"));
    let code = |typed: Typed| {
        typed
            .into_text(&mut Text::default(), "l", "g", Side::Resident, today)
            .unwrap_err()
            .into_iter()
            .map(|p| (p.field.into_owned(), p.code))
            .collect::<Vec<_>>()
    };
    assert_eq!(code(Typed { doer: String::new(), ..good.clone() }), [("doer".into(), ProblemCode::Empty)]);
    assert_eq!(code(Typed { text: " ".into(), ..good.clone() }), [("text".into(), ProblemCode::Empty)]);
    assert_eq!(code(Typed { goal_title: String::new(), ..good.clone() }), [("goal_title".into(), ProblemCode::Empty)]);
    assert_eq!(code(Typed { text: "x".repeat(LINE_MAX + 1), ..good.clone() }), [("text".into(), ProblemCode::TooLong { max: LINE_MAX })]);
    for (own, expected) in
        [("", ProblemCode::Empty), ("soon", ProblemCode::NotADate), ("22-11-2026", ProblemCode::Past), ("1-1-2040", ProblemCode::TooFar { years: 5 })]
    {
        assert_eq!(code(Typed { due: "own".into(), due_own: own.into(), ..good.clone() }), [("due_own".into(), expected)], "{own}");
    }
    let again = Typed { goal: "g".into(), goal_title: String::new(), ..good };
    again.into_text(&mut into, "l", "h", Side::Municipality, today).unwrap();
    assert_eq!(into.lines[0].proposer, Side::Resident, "the same words stay of who wrote them");
}

#[test]
fn the_next_version_starts_from_what_is_left_and_helped() {
    let useless = Evaluation { lines: [("r".to_owned(), Helped::No)].into(), words: String::new() };
    let partly = Evaluation { lines: [("r".to_owned(), Helped::Partly)].into(), words: String::new() };
    let ids = |text: Text| text.lines.into_iter().map(|l| l.id).collect::<Vec<_>>();
    let going = |_: &str| Progress::Busy;
    assert_eq!(ids(Evaluation::next_text(&pair(), &[&useless, &partly], going)), ["m", "r"]);
    assert_eq!(ids(Evaluation::next_text(&pair(), &[&useless, &useless], going)), ["m"]);
    assert_eq!(ids(Evaluation::next_text(&pair(), &[], |id| if id == "m" { Progress::Done } else { Progress::Busy })), ["r"]);
}

/// What one side does next: which line, which answer, or another wording, a line more, a line less.
#[derive(Debug, Clone)]
enum Move {
    Answer(usize, Answer),
    Reword(usize),
    Add(Party),
    Withdraw(usize),
}

fn moves() -> impl Strategy<Value = Vec<(bool, Move)>> {
    let a_move = prop_oneof![
        (0..6_usize, 0..3_usize).prop_map(|(line, answer)| Move::Answer(line, Answer::ALL[answer])),
        (0..6_usize).prop_map(Move::Reword),
        (0..4_usize).prop_map(|party| Move::Add(Party::ALL[party])),
        (0..6_usize).prop_map(Move::Withdraw),
    ];
    prop::collection::vec((any::<bool>(), a_move), 1..40)
}

fn sheet_of(table: Option<&Version>, side: Side, step: usize, what: &Move) -> Sheet {
    let mut sheet = Sheet::about(table);
    let id = |at: usize| sheet.text.lines.get(at % sheet.text.lines.len().max(1)).map(|l| l.id.clone());
    match what {
        Move::Answer(at, answer) => {
            if let Some(id) = id(*at) {
                sheet.answers.insert(id, Answered { answer: *answer, words: String::new() });
            }
        }
        Move::Reword(at) => {
            if let Some(found) = id(*at).and_then(|id| sheet.text.lines.iter_mut().find(|l| l.id == id)) {
                *found = Line { text: format!("words of step {step}"), proposer: side, ..found.clone() };
            }
        }
        Move::Add(party) => {
            if sheet.text.goals.is_empty() {
                sheet.text.goals = pair().goals;
            }
            sheet.text.lines.push(line(&format!("l{step}"), *party, side));
        }
        Move::Withdraw(at) => {
            if let Some(id) = id(*at) {
                sheet.withdraw(&id);
            }
        }
    }
    sheet
}

proptest! {
    /// Whatever both sides do: it is always somebody's turn until all is agreed, and each is bound only by exactly the
    /// text that this side itself sent a yes to, line by line.
    #[test]
    fn nobody_is_bound_by_what_they_did_not_see(steps in moves()) {
        let mut table: Option<Version> = None;
        let mut said_yes: std::collections::BTreeSet<(Side, String)> = std::collections::BTreeSet::new();
        for (step, (resident, what)) in steps.iter().enumerate() {
            let side = if *resident { Side::Resident } else { Side::Municipality };
            let sheet = sheet_of(table.as_ref(), side, step, what);
            let Ok(Ok(_)) = send(table.as_ref(), &sheet, side) else { continue };
            let before = table.clone();
            let version = sent(table.as_ref(), &sheet, side);
            for line in &version.text.lines {
                let own_words = before.as_ref().and_then(|v| v.text.line(&line.id)).is_none_or(|was| !was.says_the_same(line));
                let yes = sheet.answers.get(&line.id).is_some_and(|a| a.answer == Answer::Agree);
                if own_words || yes {
                    said_yes.insert((side, line.text.clone()));
                }
            }
            for (signed, confirmation) in &version.answers.confirmed {
                prop_assert_eq!(&confirmation.hash, &version.text.exact(), "the confirmation is of this text");
                for line in &version.text.lines {
                    prop_assert!(said_yes.contains(&(*signed, line.text.clone())), "{:?} confirmed a line that it never said yes to", signed);
                }
            }
            prop_assert_eq!(version.state == State::Agreed, version.is_complete() && before.as_ref().is_some_and(|v| v.number == version.number));
            if version.state == State::Proposed && !version.is_complete() {
                prop_assert!(Side::ALL.into_iter().any(|s| version.waits_for(s)), "nobody's turn");
            }
            prop_assert!(version.state != State::Proposed || !version.is_complete(), "agreed only by answering, never by proposing");
            table = Some(version);
        }
    }

    /// Two texts that differ have different exact texts.
    #[test]
    fn the_exact_text_tells_texts_apart(a in ".{0,20}", b in ".{0,20}", n in ".{0,20}", m in ".{0,20}") {
        let with = |words: &str, note: &str| text(vec![Line { text: words.into(), note: note.into(), ..line("l", Party::Other, Side::Resident) }]).exact();
        prop_assert_eq!(with(&a, &n) == with(&b, &m), a == b && n == m);
    }
}
