//! What the daily job would do, as counts for the application manager: never whose.

use super::retention::Kind;
use crate::{Result, Service};
use domain::access::{Action, Actor};

/// One kind of what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The name in text keys.
    pub kind: &'static str,
    /// For how many days it is kept; 0: for good.
    pub days: u32,
    /// Residents who would be told today.
    pub told: u64,
    /// Residents who were told, and whose day is still to come.
    pub waiting: u64,
    /// What would be deleted today: residents, or lines of the log of access.
    pub deleted: u64,
}

impl Service {
    /// A dry run of the retention, for the application manager.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor may not.
    pub async fn retention_plan(&self, actor: &Actor) -> Result<Vec<Planned>> {
        self.allow(actor, Action::Operate)?;
        let (now, settings, due) = (self.clock.now(), &self.settings.retention, self.due("").await?);
        let mut plan: Vec<Planned> = Kind::ALL
            .into_iter()
            .map(|kind| {
                let count =
                    |those: &dyn Fn(Option<i64>, i64) -> bool| due.iter().filter(|due| due.kind == kind && those(due.told_at, due.deleted_at)).count() as u64;
                Planned {
                    kind: kind.as_str(),
                    days: u32::try_from(kind.days(settings)).unwrap_or(u32::MAX),
                    told: count(&|told, _| told.is_none()),
                    waiting: count(&|told, at| told.is_some() && at > now),
                    deleted: count(&|told, at| told.is_some() && at <= now),
                }
            })
            .collect();
        let deleted = self.cut_access_log(true).await?;
        plan.push(Planned { kind: "log", days: settings.access_log_days, told: 0, waiting: 0, deleted });
        Ok(plan)
    }
}
