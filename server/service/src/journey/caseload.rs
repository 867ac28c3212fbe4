//! Over all residents of a caseworker: who waits for whom, and who has not been spoken to.

use crate::agreement::Show;
use crate::clock::local;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::journey::{Facts, Milestone, yearly_talk};
use domain::review::Group;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Whether something waits for the municipality, and whether for the resident.
    pub waits: (bool, bool),
    /// Whether a promise of the municipality is late.
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

type Row = (String, Vec<u8>, String, Vec<u8>, Option<i64>, Option<String>);

impl Service {
    /// The caseload of a caseworker.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor has none.
    pub async fn caseload(&self, actor: &Actor, show: Show, by: By) -> Result<Caseload> {
        self.allow(actor, Action::ReadWorklist)?;
        if actor.role != Role::Caseworker {
            return Err(Error::NotFound);
        }
        let team = if show == Show::Team { actor.team.clone().unwrap_or_default() } else { String::new() };
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT r.id, r.wrapped_key, r.master_key, r.sealed_profile, v.group_number, v.state FROM resident r LEFT JOIN review v ON v.resident = r.id \
             WHERE r.caseworker = $1 OR ($2 <> '' AND (r.team = $2 OR r.team IS NULL))",
        )
        .bind(&actor.person)
        .bind(&team)
        .fetch_all(self.db.read())
        .await?;
        let last = |rows: Vec<(String, i64)>| rows.into_iter().map(|(id, at)| (id, local(at).date_naive())).collect::<BTreeMap<_, _>>();
        let spoken = last(
            sqlx::query_as(
                "SELECT e.resident, MAX(e.at) FROM event e WHERE (e.kind = 'spoken' OR (e.kind = 'request_settled' AND NOT EXISTS (\
                 SELECT 1 FROM event u WHERE u.resident = e.resident AND u.kind = 'settled_undone' AND u.detail = e.detail AND u.at >= e.at))) GROUP BY e.resident",
            )
                .fetch_all(self.db.read())
                .await?,
        );
        let grouped = last(sqlx::query_as("SELECT resident, MAX(at) FROM event WHERE kind = 'group_set' GROUP BY resident").fetch_all(self.db.read()).await?);
        let bonds: Vec<(String, i64, i64)> =
            sqlx::query_as("SELECT resident, waits_resident, waits_municipality FROM agreement_version WHERE state = 'proposed'")
                .fetch_all(self.db.read())
                .await?;
        let bonds: BTreeMap<String, (i64, i64)> = bonds.into_iter().map(|(id, r, m)| (id, (r, m))).collect();
        let late = self.late_promises().await?;
        let mut found = Vec::new();
        for (resident, wrapped, master, sealed, group, state) in rows {
            let Some((_, profile)) = self.listed(&resident, &master, &wrapped, &sealed)? else { continue };
            let (waits_resident, waits_municipality) = bonds.get(&resident).copied().unwrap_or_default();
            let reached = [(Milestone::Spoken, spoken.get(&resident)), (Milestone::Grouped, grouped.get(&resident))];
            let facts = Facts {
                group: group.and_then(|n| Group::parse(&n.to_string())),
                invited: None,
                reached: reached.into_iter().filter_map(|(m, day)| Some((m, *day?))).collect(),
            };
            let asked = state.as_deref() == Some("waiting");
            found.push(CaseloadRow {
                name: profile.full_name(),
                group,
                spoken: spoken.get(&resident).copied(),
                yearly: yearly_talk(&facts),
                waits: (waits_municipality != 0 || matches!(state.as_deref(), Some("new" | "in_review")), waits_resident != 0 || asked),
                late: late.contains(&resident),
                resident,
            });
        }
        match by {
            By::Spoken => found.sort_by_key(|row| (row.spoken, row.name.clone())),
            By::Waits => found.sort_by_key(|row| (!row.late, !row.waits.0, !row.waits.1, row.spoken, row.name.clone())),
        }
        Ok(Caseload { never: found.iter().filter(|row| row.spoken.is_none()).count(), rows: found })
    }

    /// Residents to whom the municipality is late with something it promised.
    async fn late_promises(&self) -> Result<BTreeSet<String>> {
        let late: Vec<(String,)> = sqlx::query_as(
            "SELECT DISTINCT resident FROM agreement_line WHERE doer = 'municipality' AND (not_done = 'resident' OR (due_on < $1 AND progress NOT IN ('done', 'no_longer_needed')))",
        )
        .bind(self.clock.today().to_string())
        .fetch_all(self.db.read())
        .await?;
        Ok(late.into_iter().map(|(resident,)| resident).collect())
    }
}
