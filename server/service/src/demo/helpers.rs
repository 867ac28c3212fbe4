//! Helpers of the demo: two volunteers, a buddy for Ria, and somebody who would like one.

use super::people::featured;
use crate::mandate::{NewInvitation, Way};
use crate::{Error, Result, Service};
use domain::access::{Actor, Role};
use domain::intake::Domain;
use domain::mandate::{DAYS, Part, Right, Scope};
use domain::request::RequestKind;
use domain::volunteer::{Available, Volunteer};

fn actor(story: &str, role: Role) -> Actor {
    let person = featured().iter().find(|p| p.story == story).map(|p| p.id.to_owned()).unwrap_or_default();
    Actor { person, role, team: None, acts_for: None }
}

impl Service {
    /// Volunteers with what they can do, Joop who helps Ria since nine days, and Yonas who would like a buddy.
    pub(super) async fn make_helpers(&self) -> Result<()> {
        let (petra, joop, fatma) = (actor("petra", Role::Coordinator), actor("joop", Role::Helper), actor("fatma", Role::Helper));
        let (ria, yonas) = (actor("ria", Role::Resident), actor("yonas", Role::Resident));
        let near = |n: usize| self.content.volunteers.neighbourhoods.get(n).cloned().unwrap_or_default();
        let about = |languages: &[&str], n: usize, topic: Domain, peer: bool| Volunteer {
            languages: languages.iter().map(|l| (*l).to_owned()).collect(),
            neighbourhood: near(n),
            available: [Available::Weekday, Available::Evening].into(),
            topics: [topic].into(),
            peer,
        };
        let then = self.then(20, 2);
        then.keep_volunteer(&petra, &joop.person, &about(&["nl"], 1, Domain::People, false)).await?;
        then.keep_volunteer(&petra, &fatma.person, &about(&["nl", "en", "tr"], 2, Domain::Work, true)).await?;
        if let Some(course) = self.content.volunteers.courses.first() {
            let day = crate::clock::Clock::today(then.clock.as_ref()).format("%-d-%-m-%Y").to_string();
            then.train_volunteer(&petra, &joop.person, course, &day).await?;
        }
        let then = self.then(9, 3);
        let scope = Scope { domains: [(Domain::People, Right::FillIn), (Domain::Strength, Right::See)].into(), parts: [Part::Journey].into() };
        let new = NewInvitation { way: Way::Code, name: String::new(), scope: Ok(scope), days: Ok(DAYS), agreement: String::new() };
        let id = then.invite_helper(&ria, &ria.person, &new).await?;
        let made = then.helpers(&ria, &ria.person, false).await?.invitations.into_iter().find(|i| i.id == id);
        let code = made.ok_or_else(|| Error::internal("the invitation of the demo is gone"))?.code;
        then.join(&joop, &code, "Joop Mulder", true).await?;
        then.confirm_helper(&ria, &ria.person, &id, true, None).await?;
        self.then(6, 4).send_request(&yonas, &yonas.person, RequestKind::Buddy, "", "", "demo-buddy", &near(2)).await.map(|_| ())
    }
}
