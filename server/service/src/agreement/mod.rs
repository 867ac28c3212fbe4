//! Agreements: what both sides put on the table, what each is still thinking about, and how what was agreed goes.
//!
//! The legal steps are decided by [`domain::agreement`]; here they are loaded, sealed and written in one transaction.

mod copy;
mod could_not;
mod look_back;
mod mark;
mod order;
mod promises;
mod send;
mod sheet;
mod small;
mod start;
mod store;
mod waits;

pub use look_back::LookBack;
pub use mark::{Added, LineView, Told};
pub use order::{GoalOrder, Pace};
pub use promises::{Promise, Promised, Promises};
pub use send::{Sending, Sent, hash};
pub use sheet::Scribbled;
pub use small::{STEP_MAX, STEPS_MAX, SmallStep};
pub use start::{Origin, Suggestion};
pub use store::VersionView;
pub use waits::{CaseRow, Show};

use crate::file::File;
use crate::person::Person;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use domain::agreement::{Refusal, Sheet, Side, State, Text, Version};
use std::collections::BTreeMap;

/// Everything about the agreement of one resident, as one side sees it.
#[derive(Clone)]
pub struct Agreement {
    /// The resident's file.
    pub file: File,
    /// Who looks.
    pub side: Side,
    /// Every version, newest first.
    pub versions: Vec<VersionView>,
    /// What this side is thinking about, on top of the newest version.
    pub sheet: Sheet,
    /// The revision of the sheet; 0 when there is none.
    pub revision: i64,
    /// Whether the version changed since this side wrote in its sheet.
    pub moved: bool,
    /// How each line of what is agreed goes.
    pub lines: BTreeMap<String, LineView>,
    /// What was told about lines, newest first.
    pub told: Vec<Told>,
    /// How the resident wants to go about the goals.
    pub order: GoalOrder,
    /// How each side looks back on what is agreed now.
    pub look_back: BTreeMap<Side, LookBack>,
    /// Staff by id.
    pub staff: BTreeMap<String, Person>,
}

impl Agreement {
    /// The version on the table.
    #[must_use]
    pub fn proposed(&self) -> Option<&VersionView> {
        self.versions.iter().find(|v| v.version.state == State::Proposed)
    }

    /// What is agreed now.
    #[must_use]
    pub fn agreed(&self) -> Option<&VersionView> {
        self.versions.iter().find(|v| v.version.state == State::Agreed)
    }

    /// The version that a sheet is about: on the table, or else agreed.
    #[must_use]
    pub fn current(&self) -> Option<&VersionView> {
        self.proposed().or_else(|| self.agreed())
    }

    /// The version with this number.
    #[must_use]
    pub fn version(&self, number: i64) -> Option<&VersionView> {
        self.versions.iter().find(|v| v.version.number == number)
    }

    /// Whether this side wrote something that it has not sent.
    #[must_use]
    pub fn has_sheet(&self) -> bool {
        !self.sheet.is_empty(self.current().map(|v| &v.version))
    }
}

/// The side that somebody stands on; refuses whoever stands on none.
pub(crate) fn side_of(actor: &Actor) -> Result<(Side, Action)> {
    match actor.role {
        Role::Resident => Ok((Side::Resident, Action::Agree)),
        Role::Caseworker => Ok((Side::Municipality, Action::MakeAgreement)),
        _ => Err(Error::NotFound),
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoSide => Self::NotFound,
            refusal => Self::Conflict(refusal.code()),
        }
    }
}

impl Service {
    /// The agreement of `resident`, for the resident or for a caseworker.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn agreement(&self, actor: &Actor, resident: &str) -> Result<Agreement> {
        let (side, action) = side_of(actor)?;
        let file = self.open_file(actor, action, resident).await?;
        self.agreement_of(file, side).await
    }

    /// The agreement of a resident, as `side` sees it. The caller has opened the file.
    pub(crate) async fn agreement_of(&self, file: File, side: Side) -> Result<Agreement> {
        let versions = self.agreement_versions(&file).await?;
        let agreed = versions.iter().find(|v| v.version.state == State::Agreed);
        let lines = self.agreement_lines(&file).await?;
        let mut order = self.goal_order_of(&file).await?;
        if side != Side::Resident {
            // Small steps are the resident's alone.
            order.steps.clear();
        }
        let look_back = match agreed {
            Some(view) => self.look_back_on(&file, view.version.number).await?,
            None => BTreeMap::new(),
        };
        let current = versions.iter().find(|v| v.version.state == State::Proposed).or(agreed).map(|v| v.version.clone());
        let (sheet, revision, moved) = match self.sheet_of(&file, side).await? {
            Some((sheet, revision)) => {
                let began_from = versions.iter().find(|v| v.version.number == sheet.base).map(|v| v.version.text.clone()).unwrap_or_default();
                let (sheet, moved) = brought_up(sheet, &began_from, current.as_ref());
                (sheet, revision, moved)
            }
            None => (Sheet::about(current.as_ref()), 0, false),
        };
        let told = self.told(&file).await?;
        Ok(Agreement { side, sheet, revision, moved, lines, told, order, look_back, staff: self.staff().await?, versions, file })
    }
}

/// A sheet on top of the newest version, and whether that is another one than it began from.
fn brought_up(sheet: Sheet, began_from: &Text, current: Option<&Version>) -> (Sheet, bool) {
    match current {
        Some(version) if version.number == sheet.base => (sheet, false),
        Some(version) => (sheet.moved_to(began_from, version), true),
        // What it was about is no longer on the table: the own words stay.
        None => {
            let moved = sheet.base != 0;
            (Sheet { base: 0, answers: BTreeMap::new(), ..sheet }, moved)
        }
    }
}
