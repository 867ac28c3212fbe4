//! Mandates: who may help a resident with what, how that is made, and how it ends.
//!
//! What a helper may do is decided by [`domain::access`] from the mandate that [`Service::open_file`] loads on every request.

mod desk;
mod draft;
mod end;
mod erase;
mod invite;
mod join;
mod lists;
mod look_back;
mod now;
mod object;
mod tell;
mod together;
mod view;

pub use desk::AtDesk;
pub(crate) use draft::{Help, stood, within};
pub use draft::{Left, Prepared};
pub use invite::{Invitation, NewInvitation, Way};
pub(crate) use invite::{PROPOSAL_FOR, place as invitation_place};
pub use join::{Joined, same_name};
pub use lists::{Asks, Doing, Helped, Helper, Helpers, Waiting};
pub use look_back::LookingBack;
pub use now::Stopped;
pub use object::{Objection, Reported};
pub(crate) use tell::columns;
pub use together::Together;
pub use view::{HelpedAgreement, HelpedJourney, HelpedStart, Mark};

use crate::{Error, Result, Service};
use domain::access::{Action, Actor, Role};
use domain::mandate::{Kind, Mandate, Scope};
use sqlx::AnyExecutor;

pub(crate) type Row = (String, String, String, String, String, i64, String, i64, i64, Option<i64>);

pub(crate) fn mandate((id, resident, helper, kind, scope, colour, made_by, from, until, withdrawn): Row) -> Result<Mandate> {
    let kind = Kind::parse(&kind).ok_or_else(|| Error::internal("a mandate has an unknown kind"))?;
    Ok(Mandate { id, resident, helper, kind, scope: scope_of(&scope)?, colour, made_by, from, until, withdrawn })
}

pub(crate) fn scope_of(text: &str) -> Result<Scope> {
    Ok(serde_json::from_str(text)?)
}

/// The mandate between a resident and a helper: the one that is not withdrawn, else the newest.
pub(crate) async fn between<'e>(executor: impl AnyExecutor<'e>, resident: &str, helper: &str) -> Result<Option<Mandate>> {
    let row: Option<Row> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM mandate WHERE resident = $1 AND helper = $2 ORDER BY CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 1 END, from_at DESC, id DESC LIMIT 1"
    ))
    .bind(resident)
    .bind(helper)
    .fetch_optional(executor)
    .await?;
    row.map(mandate).transpose()
}

/// What lets somebody keep the helpers of a resident: being that resident, or sitting at the desk with them.
const fn keeps(actor: &Actor) -> Action {
    if matches!(actor.role, Role::Caseworker) { Action::MakeMandate } else { Action::KeepHelpers }
}

impl Service {
    /// The moment at which a mandate of so many days ends: midnight after the last day, in the Netherlands.
    fn end_after(&self, days: i64) -> Result<i64> {
        let last = self.clock.today().checked_add_days(chrono::Days::new(days.unsigned_abs() + 1)).ok_or_else(|| Error::internal("a day out of reach"))?;
        crate::clock::at_local(last, chrono::NaiveTime::MIN).ok_or_else(|| Error::internal("a midnight that is not there"))
    }
}
