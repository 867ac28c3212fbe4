use super::*;
use crate::access::{Action, Actor, Role, Subject, may};

fn mandate(scope: Scope) -> Mandate {
    Mandate {
        id: "m".into(),
        resident: "anna".into(),
        helper: "fatma".into(),
        kind: Kind::Given,
        scope,
        colour: 1,
        made_by: "anna".into(),
        from: 100,
        until: 200,
        withdrawn: None,
    }
}

fn subject(mandate: Mandate, now: i64) -> Subject {
    Subject { resident: "anna".into(), team: Some("poort".into()), caseworker: Some("daan".into()), mandate: Some(mandate), now }
}

fn helper(person: &str) -> Actor {
    Actor { person: person.into(), role: Role::Helper, team: None, acts_for: None }
}

/// Every scope of one domain and one part: nothing, seeing or filling in, and each of the other parts or none.
fn scopes() -> Vec<Scope> {
    let rights = [None, Some(Right::See), Some(Right::FillIn)];
    let parts: Vec<BTreeSet<Part>> =
        (0..8).map(|n| Part::WHOLE.into_iter().enumerate().filter(|(at, _)| n >> at & 1 == 1).map(|(_, part)| part).collect()).collect();
    let mut all = vec![];
    for domain in Domain::ALL {
        for right in rights {
            for parts in &parts {
                all.push(Scope { domains: right.map(|right| (domain, right)).into_iter().collect(), parts: parts.clone() });
            }
        }
    }
    all
}

/// Every action, with every payload.
fn actions() -> Vec<Action> {
    let mut all: Vec<Action> = Action::ALL.into_iter().filter(|a| !matches!(a, Action::HelpSee(_) | Action::HelpFillIn(..))).collect();
    all.extend(Part::ALL.map(Action::HelpSee));
    for domain in Domain::ALL {
        all.extend([Visibility::M, Visibility::K, Visibility::I].map(|visible| Action::HelpFillIn(domain, visible)));
    }
    all
}

/// What the documents say, written down once more in another way.
fn expected(scope: &Scope, action: Action) -> bool {
    match action {
        Action::HelpSee(Part::Intake) => scope.domains.len() == 1,
        Action::HelpSee(part) => scope.parts.iter().any(|p| *p == part),
        Action::HelpFillIn(domain, visible) => scope.domains.iter().any(|(d, r)| *d == domain && *r == Right::FillIn) && visible != Visibility::I,
        Action::HelpContact => true,
        _ => false,
    }
}

#[test]
fn every_scope_with_every_action() {
    let mut asked = 0;
    for scope in scopes() {
        for action in actions() {
            let may_now = |helper: &Actor, mandate: Mandate, now| may(helper, action, Some(&subject(mandate, now)));
            let fatma = helper("fatma");
            let m = mandate(scope.clone());
            assert_eq!(may_now(&fatma, m.clone(), 150), expected(&scope, action), "{scope:?} {action:?}");
            for (why, other, now) in [
                ("too early", m.clone(), 99),
                ("expired", m.clone(), 200),
                ("withdrawn", Mandate { withdrawn: Some(120), ..m.clone() }, 150),
                ("withdrawn, and the clock went back", Mandate { withdrawn: Some(190), ..m.clone() }, 150),
                ("about somebody else", Mandate { resident: "ben".into(), ..m.clone() }, 150),
                ("of another helper", Mandate { helper: "joop".into(), ..m.clone() }, 150),
                ("of a guardian", Mandate { kind: Kind::Guardian, ..m.clone() }, 150),
                ("of an administrator", Mandate { kind: Kind::Administrator, ..m.clone() }, 150),
            ] {
                assert!(!may_now(&fatma, other, now), "{why}: {scope:?} {action:?}");
            }
            for role in Role::ALL.into_iter().filter(|role| *role != Role::Helper) {
                // Whoever became something else keeps nothing of the helper.
                let was = Actor { role, ..helper("fatma") };
                let helps = matches!(action, Action::HelpSee(_) | Action::HelpFillIn(..) | Action::HelpContact);
                assert!(!helps || !may_now(&was, m.clone(), 150), "{role:?} {action:?}");
            }
            assert!(!may_now(&helper("joop"), m.clone(), 150), "another helper: {action:?}");
            assert_eq!(may(&fatma, action, None), action == Action::Help, "about nobody: {action:?}");
            asked += 1;
        }
    }
    assert!(asked > 5_000, "{asked}");
}

#[test]
fn the_resident_alone_keeps_helpers() {
    let m = mandate(Scope::default());
    let who = |role, person: &str| Actor { person: person.into(), role, team: Some("poort".into()), acts_for: Some("anna".into()) };
    for role in Role::ALL {
        assert_eq!(may(&who(role, "anna"), Action::KeepHelpers, Some(&subject(m.clone(), 150))), role == Role::Resident);
        assert!(!may(&who(role, "ben"), Action::KeepHelpers, Some(&subject(m.clone(), 150))));
        assert_eq!(may(&who(role, "daan"), Action::MakeMandate, Some(&subject(m.clone(), 150))), role == Role::Caseworker);
        assert_eq!(may(&who(role, "petra"), Action::KeepVolunteers, None), role == Role::Coordinator);
    }
}

#[test]
fn rights_show_what_they_should() {
    use Visibility::{I, K, M};
    assert_eq!([M, K, I].map(|v| Right::See.shows(v)), [true, false, false]);
    assert_eq!([M, K, I].map(|v| Right::FillIn.shows(v)), [true, true, false]);
    let scope = Scope { domains: [(Domain::Work, Right::See), (Domain::Money, Right::FillIn)].into(), parts: BTreeSet::new() };
    assert!(scope.shows(Some(Domain::Work), M) && !scope.shows(Some(Domain::Work), K) && !scope.fills_in(Some(Domain::Work), M));
    assert!(scope.shows(Some(Domain::Money), K) && scope.fills_in(Some(Domain::Money), K) && !scope.fills_in(Some(Domain::Money), I));
    assert!(!scope.shows(None, M) && !scope.fills_in(None, M), "what belongs to no domain is the resident's own");
    assert!(scope.fills_in_anything());
}

#[test]
fn a_mandate_ends_once() {
    let m = mandate(Scope::default());
    assert_eq!([99, 100, 199, 200].map(|now| m.holds(now)), [false, true, true, false]);
    assert_eq!((m.ended(199), m.ended(200)), (None, Some(200)));
    let withdrawn = Mandate { withdrawn: Some(120), ..m.clone() };
    assert_eq!((withdrawn.ended(150), withdrawn.ended(900)), (Some(120), Some(120)));
    let late = Mandate { withdrawn: Some(500), ..m };
    assert_eq!(late.ended(900), Some(200), "withdrawing what was over changes nothing");
}

#[test]
fn forms_are_read_strictly() {
    let parts = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let scope = Scope::typed([(Domain::Work, "see"), (Domain::Money, "fill_in"), (Domain::Body, "no"), (Domain::Mind, "")], &parts(&["journey", ""])).unwrap();
    assert_eq!(scope.domains.len(), 2);
    assert!(scope.covers(Part::Journey) && scope.covers(Part::Intake) && !scope.covers(Part::Agreements));
    assert_eq!(serde_json::from_str::<Scope>(&serde_json::to_string(&scope).unwrap()).unwrap(), scope);
    let refused = |domain: &str, part: &str| Scope::typed([(Domain::Work, domain)], &parts(&[part])).unwrap_err().code;
    assert_eq!(refused("", ""), ProblemCode::Empty);
    assert_eq!(refused("no", ""), ProblemCode::Empty);
    assert_eq!(refused("everything", ""), ProblemCode::UnknownChoice);
    assert_eq!(refused("see", "intake"), ProblemCode::UnknownChoice, "the intake is shared by domain");
    assert_eq!(refused("see", "profile"), ProblemCode::UnknownChoice);
    for (text, days) in [("", Ok(30)), (" 7 ", Ok(7)), ("1", Ok(1)), ("365", Ok(365))] {
        assert_eq!(typed_days(text).map_err(|p| p.code), days);
    }
    for (text, code) in [
        ("366", ProblemCode::TooHigh { max: 365 }),
        ("99999999999", ProblemCode::TooHigh { max: 365 }),
        ("0", ProblemCode::TooLow { min: 1 }),
        ("-3", ProblemCode::TooLow { min: 1 }),
        ("thirty", ProblemCode::NotANumber),
    ] {
        assert_eq!(typed_days(text).unwrap_err().code, code, "{text}");
    }
    assert!(Kind::ALL.into_iter().all(|kind| Kind::parse(kind.as_str()) == Some(kind) && kind.legal_basis().is_none() == (kind == Kind::Given)));
}
