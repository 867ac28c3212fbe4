use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stage(id: &str, groups: &[i64], until: Milestone) -> Stage {
    Stage { id: id.into(), groups: groups.to_vec(), until, who: Party::Resident, weeks: 2 }
}

fn route() -> Route {
    Route {
        stages: vec![
            stage("intake", &[], Milestone::Sent),
            stage("talk", &[], Milestone::Spoken),
            stage("group", &[], Milestone::Grouped),
            stage("work", &[1], Milestone::Done),
            stage("taking_part", &[3], Milestone::Done),
            stage("back", &[], Milestone::LookedBack),
        ],
        activities: Vec::new(),
    }
}

/// Every set of things that happened, for every group: what happened is over and nothing else is; there is one stage of
/// now as long as not all is over, and only of the own group.
#[test]
fn what_happened_is_over_and_nothing_else() {
    let (route, today) = (route(), day("2026-11-23"));
    for group in [None, Some(Group::One), Some(Group::Two), Some(Group::Three)] {
        for set in 0_u32..64 {
            let reached: BTreeMap<Milestone, NaiveDate> = Milestone::ALL
                .into_iter()
                .enumerate()
                .filter(|(at, _)| set & (1 << at) != 0)
                .map(|(at, m)| (m, day(&format!("2026-0{}-01", at + 1))))
                .collect();
            let facts = Facts { group, invited: Some(day("2026-01-01")), reached };
            let places = route.places(&facts, today);
            let count = |which: fn(At) -> bool| places.iter().filter(|p| which(p.at)).count();
            for place in &places {
                assert_eq!(matches!(place.at, At::Done(_)), facts.reached.contains_key(&place.stage.until), "{group:?} {set:06b}");
            }
            let over = count(|at| matches!(at, At::Done(_))) == places.len();
            assert_eq!(count(|at| matches!(at, At::Now(_))), usize::from(!over), "{group:?} {set:06b}");
            let now = places.iter().position(|p| matches!(p.at, At::Now(_))).unwrap_or(places.len());
            assert!(places.iter().skip(now).all(|p| p.at != At::Open) && places.iter().take(now).all(|p| p.at != At::Later), "{group:?} {set:06b}");
            assert!(places.iter().all(|p| p.stage.groups.is_empty() || group.is_some_and(|g| p.stage.groups.contains(&g.number()))));
        }
    }
}

#[test]
fn a_stage_that_was_overtaken_is_not_over() {
    let facts = Facts { group: Some(Group::One), invited: None, reached: [(Milestone::Grouped, day("2026-11-08"))].into() };
    let at: Vec<At> = route().places(&facts, day("2026-11-23")).into_iter().map(|p| p.at).collect();
    assert_eq!(at, [At::Open, At::Open, At::Done(day("2026-11-08")), At::Now(day("2026-11-22")), At::Later], "a group does not say that somebody spoke");
}

#[test]
fn a_day_that_passed_is_said() {
    let route = route();
    let facts = Facts { group: None, invited: Some(day("2026-11-01")), reached: [(Milestone::Sent, day("2026-11-08"))].into() };
    let late = |today: &str| route.places(&facts, day(today)).iter().find(|p| matches!(p.at, At::Now(_))).map(|p| (p.stage.id.clone(), p.is_late(day(today))));
    assert_eq!(late("2026-11-22"), Some(("talk".into(), false)), "two weeks after sending is the last day");
    assert_eq!(late("2026-11-23"), Some(("talk".into(), true)));
}

#[test]
fn what_changed_is_what_was_reached_or_undone_and_what_comes_next() {
    let (route, today) = (route(), day("2026-11-23"));
    let sent = Facts { group: None, invited: Some(day("2026-11-01")), reached: [(Milestone::Sent, day("2026-11-09"))].into() };
    let (soon, on) = (|by: &str| Expected { planned: Some(day(by)), reached: None }, Expected { planned: None, reached: Some(today) });
    assert_eq!(changes(&route, &sent, &sent, today), []);
    let mut spoken = sent.clone();
    spoken.reach(Milestone::Spoken, today);
    assert_eq!(changes(&route, &sent, &spoken, today), [(Milestone::Spoken, on), (Milestone::Grouped, soon("2026-12-07"))]);
    let undone = changes(&route, &spoken, &sent, today);
    assert_eq!(undone, [(Milestone::Spoken, soon("2026-11-23")), (Milestone::Grouped, Expected::default())]);
    let mut grouped = Facts { group: Some(Group::One), ..sent.clone() };
    grouped.reach(Milestone::Grouped, today);
    let all = changes(&route, &sent, &grouped, today);
    assert_eq!(all.iter().map(|(m, _)| m.as_str()).collect::<Vec<_>>(), ["spoken", "grouped", "done"], "a group says what comes next");
    assert_eq!(all[0].1, Expected::default(), "and not that they spoke");
}

#[test]
fn the_yearly_conversation_has_its_own_clock() {
    let facts = |group, days: &[(Milestone, &str)]| Facts { group, invited: None, reached: days.iter().map(|(m, d)| (*m, day(d))).collect() };
    assert_eq!(yearly_talk(&facts(Some(Group::Three), &[(Milestone::Grouped, "2026-03-01")])), Some(day("2027-03-01")));
    assert_eq!(yearly_talk(&facts(Some(Group::Three), &[(Milestone::Grouped, "2026-03-01"), (Milestone::Spoken, "2026-09-15")])), Some(day("2027-09-15")));
    assert_eq!(yearly_talk(&facts(Some(Group::Two), &[(Milestone::Grouped, "2026-03-01")])), None);
    assert_eq!(yearly_talk(&facts(Some(Group::Three), &[])), None);
    assert!(Feeling::ALL.into_iter().all(|f| Feeling::parse(f.as_str()) == Some(f)));
}
