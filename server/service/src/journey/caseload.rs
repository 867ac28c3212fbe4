//! Over all residents of a caseworker: who waits for whom, and who has not been spoken to.

use crate::agreement::{CaseRow, Show};
use crate::clock::local;
use crate::{Result, Service};
use chrono::NaiveDate;
use domain::access::Actor;
use domain::journey::{Facts, Milestone, yearly_talk};
use domain::review::Group;
use domain::task::{Task, Turn};
use std::collections::BTreeMap;

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Longest not spoken to first.
    #[default]
    Spoken,
    /// Who waits for the municipality first.
    Waits,
}

impl By {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Spoken, Self::Waits];

    /// The name in addresses and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::Waits => "waits",
        }
    }

    /// The one with this name; the first when there is none.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|by| by.as_str() == name).unwrap_or_default()
    }
}

/// One resident.
#[derive(Clone)]
pub struct CaseloadRow {
    /// The resident's id.
    pub resident: String,
    /// Full name.
    pub name: String,
    /// The group.
    pub group: Option<i64>,
    /// When somebody last spoke with them.
    pub spoken: Option<NaiveDate>,
    /// The last day for the yearly conversation, for group 3.
    pub yearly: Option<NaiveDate>,
    /// Whose turn it is.
    pub turn: Turn,
    /// Whether the municipality is late with something, or the resident says that it was not done.
    pub late: bool,
}

/// The caseload.
#[derive(Clone)]
pub struct Caseload {
    /// The rows in order.
    pub rows: Vec<CaseloadRow>,
    /// How many nobody ever spoke with, as far as is known here.
    pub never: usize,
}

impl Service {
    /// The caseload of a caseworker.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor has none.
    pub async fn caseload(&self, actor: &Actor, show: Show, by: By) -> Result<Caseload> {
        let waiting = self.waiting(actor, show).await?;
        let last = |rows: Vec<(String, i64)>| rows.into_iter().map(|(id, at)| (id, local(at).date_naive())).collect::<BTreeMap<_, _>>();
        let spoken = sqlx::query_as(
            "SELECT e.resident, MAX(e.at) FROM event e WHERE (e.kind = 'spoken' OR (e.kind = 'request_settled' AND NOT EXISTS (\
             SELECT 1 FROM event u WHERE u.resident = e.resident AND u.kind = 'settled_undone' AND u.detail = e.detail AND u.at >= e.at))) GROUP BY e.resident",
        );
        let spoken = last(spoken.fetch_all(self.db.read()).await?);
        let grouped = last(sqlx::query_as("SELECT resident, MAX(at) FROM event WHERE kind = 'group_set' GROUP BY resident").fetch_all(self.db.read()).await?);
        let mut rows: Vec<CaseloadRow> = Vec::with_capacity(waiting.len());
        for waiter in waiting {
            let CaseRow { resident, name, mut tasks, .. } = waiter.case;
            let reached = [(Milestone::Spoken, spoken.get(&resident)), (Milestone::Grouped, grouped.get(&resident))];
            let facts = Facts {
                group: waiter.group.and_then(|n| Group::parse(&n.to_string())),
                invited: None,
                reached: reached.into_iter().filter_map(|(m, day)| Some((m, *day?))).collect(),
            };
            let yearly = yearly_talk(&facts);
            if yearly.is_some_and(|day| day < self.clock.today()) {
                tasks.push(Task::Late);
            }
            let late = tasks.iter().any(|task| matches!(task, Task::Late | Task::NotDone));
            rows.push(CaseloadRow { name, group: waiter.group, spoken: spoken.get(&resident).copied(), yearly, turn: Turn::over(&tasks), late, resident });
        }
        match by {
            By::Spoken => rows.sort_by_key(|row| (row.spoken, row.name.clone())),
            By::Waits => rows.sort_by_key(|row| (!row.late, row.turn, row.spoken, row.name.clone())),
        }
        Ok(Caseload { never: rows.iter().filter(|row| row.spoken.is_none()).count(), rows })
    }
}
