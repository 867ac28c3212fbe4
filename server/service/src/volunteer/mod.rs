//! Volunteers: who they are, whom they could help, and who has contact. The coordinator sees no answer of anybody.

mod contact;
mod keep;
mod pairs;

pub use contact::Spoken;
pub use keep::{Feedback, VolunteerView};
pub use pairs::{Match, Pair, Proposed, Suggested};

use crate::person::Person;
use crate::{Result, Service};
use domain::access::{Action, Actor, Role};
use domain::volunteer::Volunteer;
use std::collections::BTreeSet;

/// Everything on the coordinator's page.
#[derive(Clone)]
pub struct Volunteers {
    /// Residents who would like a buddy, longest waiting first, with who could help.
    pub matches: Vec<Match>,
    /// Who helps whom, silent ones first.
    pub pairs: Vec<Pair>,
    /// The volunteers by name.
    pub volunteers: Vec<VolunteerView>,
    /// Helpers with an account who are no volunteers yet: id and name.
    pub others: Vec<(String, String)>,
    /// Who signs in by e-mail: nobody but they themselves says what they are called.
    pub by_mail: BTreeSet<String>,
}

fn about(text: &str) -> Result<Volunteer> {
    Ok(serde_json::from_str(text)?)
}

impl Service {
    /// The coordinator's page.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for whoever is no coordinator.
    pub async fn volunteers(&self, actor: &Actor) -> Result<Volunteers> {
        self.allow(actor, Action::KeepVolunteers)?;
        let volunteers = self.all_volunteers().await?;
        let known = |id: &str| volunteers.iter().any(|v| v.person == id && v.ended_at.is_none());
        let people = self.staff().await?;
        let is_other = |p: &&Person| p.role == Role::Helper && !p.name.is_empty() && !known(&p.id);
        let mut others: Vec<(String, String)> = people.values().filter(is_other).map(|p| (p.id.clone(), p.name.clone())).collect();
        others.sort_by(|a, b| a.1.cmp(&b.1));
        let matches = self.matches(&volunteers).await?;
        let pairs = self.pairs().await?;
        let volunteers = volunteers.into_iter().filter(|v| v.ended_at.is_none()).collect();
        Ok(Volunteers { matches, pairs, volunteers, others, by_mail: self.by_mail().await? })
    }
}
