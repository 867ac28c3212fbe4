//! Looking back: which answers helpers filled in, with whom the resident filled in, and what they objected to.

use super::{Helper, Objection, Prepared, Together};
use crate::person::Person;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use std::collections::BTreeMap;

/// What happened with the resident's own answers.
#[derive(Clone, Default)]
pub struct LookingBack {
    /// Every answer that helpers changed, newest first, also where the resident changed it afterwards.
    pub changed: Vec<Prepared>,
    /// With whom the resident filled in, newest first.
    pub together: Vec<Together>,
    /// What the resident objected to, newest first.
    pub objections: Vec<Objection>,
    /// Who helps now.
    pub now: Vec<Helper>,
    /// Names by id.
    pub people: BTreeMap<String, Person>,
}

impl Service {
    /// Who filled in what, for the resident.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor is not that resident.
    pub async fn looking_back(&self, actor: &Actor, resident: &str) -> Result<LookingBack> {
        let file = self.open_file(actor, Action::KeepHelpers, resident).await?;
        Ok(LookingBack {
            changed: self.changed_by_helpers(&file).await?,
            together: self.together_of(&file).await?,
            objections: self.objections_of(&file).await?,
            now: self.mandates_of(&file, self.clock.now()).await?.0,
            people: self.staff().await?,
        })
    }
}
