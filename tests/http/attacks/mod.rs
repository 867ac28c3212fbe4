//! Attacks, made from the lists that the portal itself is held against: every server function, page and file gets each of
//! them. How many there were is printed (`cargo test -p tests --test http -- attacks:: --nocapture`) and stands in the README.

mod bodies;
mod forms;
mod helpers;
mod injection;
mod markup;
mod other_sites;
mod paths;
mod routes;
mod sessions;
mod slow;
mod tries;

use crate::access::{filled, henk};
use crate::table::{Call, PAGES, PEOPLE, See, Who};
use std::collections::BTreeMap;
use tests::{Client, Engine, TestApp};

/// A portal in which Henk has something of everything, and everybody is signed in.
pub struct Scene {
    pub app: TestApp,
    pub people: Vec<(Who, Client)>,
    with: BTreeMap<&'static str, String>,
}

impl Scene {
    pub async fn start(engine: Engine) -> Self {
        let app = TestApp::with_mail(engine).await;
        let mut with = henk(&app).await;
        with.insert("number", "1".to_owned());
        let mut people = Vec::new();
        for (who, story) in PEOPLE {
            people.push((who, app.sign_in(story).await));
        }
        Self { app, people, with }
    }

    /// The browser of somebody, as it is now.
    pub fn browser(&self, who: Who) -> Client {
        self.people.iter().find(|(one, _)| *one == who).map(|(_, client)| client.clone()).expect("everybody is signed in")
    }

    /// The plausible form of a server function.
    pub fn form(&self, call: &Call) -> Vec<(String, String)> {
        call.form.iter().map(|(name, value)| (filled(name, &self.with), filled(value, &self.with))).collect()
    }

    /// Every page and file that shows somebody's data, with who may see it.
    pub fn personal(&self) -> Vec<(String, &'static [Who])> {
        let pages = PAGES.iter().filter_map(|(_, address, see)| match see {
            See::Only(who) if !who.is_empty() => Some((*address, *who)),
            _ => None,
        });
        pages.chain(routes::FILES.iter().copied()).map(|(address, who)| (filled(address, &self.with), who)).collect()
    }
}

/// A form as it is sent.
pub fn fields(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Prints how many attacks there were; fails when the lists that they are made from have become empty.
pub fn told(what: &str, count: usize, least: usize) {
    println!("attacks: {count} {what}");
    assert!(count >= least, "{what}: only {count}");
}
