//! Looking back: which answers helpers filled in, with whom the resident filled in, and what they objected to.

use super::{Objection, Prepared, Together};
use crate::person::Person;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use std::collections::BTreeMap;

/// What happened with the resident's own answers.
#[derive(Clone, Default)]
pub struct LookingBack {
    /// Answers that helpers filled in, newest first.
    pub prepared: Vec<Prepared>,
    /// With whom the resident filled in, newest first.
    pub together: Vec<Together>,
    /// What the resident objected to, newest first.
    pub objections: Vec<Objection>,
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
            prepared: self.prepared_by_helpers(&file).await?,
            together: self.together_of(&file).await?,
            objections: self.objections_of(&file).await?,
            people: self.staff().await?,
        })
    }
}
