//! Many residents, each signed in with an open draft of half an intake.

use domain::access::{Actor, Role};
use domain::intake::{Channel, Kept, Raw, Route, Step};
use service::Service;
use service::intake::{KeepChange, Stand, Way};
use service::resident::Invitation;
use tests::TestApp;
use tests::app::id;

/// One resident.
#[derive(Clone)]
pub struct Person {
    pub id: String,
    pub draft: String,
    pub cookie: String,
    /// A question page of theirs.
    pub question: String,
    /// The version of the answer that they keep changing.
    pub version: usize,
}

/// All of them.
pub struct Crowd {
    pub people: Vec<Person>,
}

impl Crowd {
    pub async fn gather(app: &TestApp, count: usize) -> Self {
        let mut people = Vec::with_capacity(count);
        let all = (0..100_000).map(|n| format!("9999{n:05}")).filter(|bsn| service::resident::bsn(bsn, true).is_some());
        // The first ones belong to the people of the demo.
        let numbers: Vec<String> = all.skip(10).take(count).collect();
        for chunk in numbers.chunks(100) {
            let made = chunk.iter().map(|bsn| person(&app.service, bsn));
            people.extend(futures_util::future::join_all(made).await);
        }
        Self { people }
    }

    /// The question page of one of them, uncompressed.
    pub async fn page(&self, app: &TestApp, n: usize) -> String {
        let mut client = app.stranger();
        let (name, value) = self.people[n].cookie.split_once('=').unwrap();
        client.cookies.insert(name.to_owned(), value.to_owned());
        client.open(&self.people[n].question).await.html
    }
}

async fn person(service: &Service, bsn: &str) -> Person {
    let caseworker = Actor { person: id("daan").into(), role: Role::Caseworker, team: Some("werk".into()), acts_for: None };
    let invitation = Invitation {
        first_name: "Bram".into(),
        last_name: "Proef".into(),
        bsn: bsn.into(),
        phone: "0612345678".into(),
        language: "nl".into(),
        route: Some(Route::Whole),
        team: "werk".into(),
    };
    let resident = service.invite(&caseworker, &invitation).await.unwrap();
    let actor = Actor { person: resident.clone(), role: Role::Resident, team: None, acts_for: None };
    let view = service.start_draft(&actor, &resident, Way::Own, Channel::Own).await.unwrap();
    let draft = view.draft.id.clone();
    let steps: Vec<String> = view.walk().steps.iter().filter(|s| matches!(s, Step::Question(..))).map(Step::id).collect();
    for step in steps.iter().take(30).chain(std::iter::once(&"L1".to_owned())) {
        let kept = if step == "L1" { Kept::Given(Raw { choices: vec!["fair".into()], ..Raw::default() }) } else { Kept::Skipped };
        let change = KeepChange { step: step.clone(), draft: draft.clone(), base: 0, key: String::new(), kept, stand: Stand::Passed };
        service.keep(&actor, &resident, Way::Own, change).await.unwrap();
    }
    let token = service.sign_in(&resident, None).await.unwrap();
    Person { question: format!("/r/{resident}/intake/L1"), id: resident, draft, cookie: format!("meedoen={token}"), version: 0 }
}
