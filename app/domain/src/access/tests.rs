use super::*;

fn actor(role: Role, person: &str, team: Option<&str>) -> Actor {
    Actor { person: person.into(), role, team: team.map(Into::into), acts_for: None }
}

fn subject(resident: &str, team: Option<&str>, caseworker: Option<&str>) -> Subject {
    Subject { resident: resident.into(), team: team.map(Into::into), caseworker: caseworker.map(Into::into), mandate: None, now: 0 }
}

#[test]
fn only_the_resident_fills_in_and_sends() {
    for action in [
        Action::ReadOwn,
        Action::FillIn,
        Action::Send,
        Action::SendRequest,
        Action::KeepProfile,
        Action::ReplyToGroup,
        Action::Calculate,
        Action::Agree,
        Action::KeepHelpers,
    ] {
        for role in Role::ALL {
            let own = may(&actor(role, "anna", Some("inkomen")), action, Some(&subject("anna", Some("inkomen"), Some("anna"))));
            assert_eq!(own, role == Role::Resident, "{role:?} {action:?}");
            assert!(!may(&actor(role, "ben", Some("inkomen")), action, Some(&subject("anna", Some("inkomen"), Some("ben")))), "{role:?} {action:?}");
        }
    }
}

#[test]
fn a_representative_acts_for_one_resident_and_keeps_off_the_profile() {
    let for_anna = Actor { acts_for: Some("anna".into()), ..actor(Role::Representative, "ben", None) };
    for action in Action::ALL {
        let own = matches!(action, Action::ReadOwn | Action::FillIn | Action::Send | Action::SendRequest | Action::ReplyToGroup | Action::Calculate);
        assert_eq!(may(&for_anna, action, Some(&subject("anna", None, None))), own, "{action:?}");
        assert!(!may(&for_anna, action, Some(&subject("ben", None, None))), "not their own file: {action:?}");
        assert!(!may(&for_anna, action, None), "{action:?}");
        let stale = Actor { role: Role::Helper, ..for_anna.clone() };
        assert!(!may(&stale, action, Some(&subject("anna", None, None))), "{action:?}");
    }
}

#[test]
fn caseworkers_see_their_own_caseload() {
    for action in [Action::ReadSent, Action::Review, Action::MakeAgreement, Action::HandOver, Action::FillInAtDesk, Action::MakeMandate] {
        let kim = actor(Role::Caseworker, "kim", Some("poort"));
        assert!(may(&kim, action, Some(&subject("anna", Some("poort"), Some("lee")))));
        assert!(may(&kim, action, Some(&subject("anna", None, None))));
        assert!(may(&kim, action, Some(&subject("anna", Some("inkomen"), Some("kim")))));
        assert!(!may(&kim, action, Some(&subject("anna", Some("inkomen"), Some("lee")))));
        assert!(!may(&kim, action, None));
        for role in [Role::Resident, Role::Helper, Role::Coordinator, Role::ApplicationManager] {
            assert!(!may(&actor(role, "kim", Some("poort")), action, Some(&subject("anna", Some("poort"), Some("kim")))), "{role:?} {action:?}");
        }
    }
}

#[test]
fn an_application_manager_never_touches_a_resident() {
    let manager = actor(Role::ApplicationManager, "app", None);
    for action in Action::ALL {
        assert!(!may(&manager, action, Some(&subject("anna", None, None))), "{action:?}");
    }
    assert!(may(&manager, Action::Operate, None));
}
