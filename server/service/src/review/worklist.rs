//! The worklist: who needs what from whom, urgent first. Names come from sealed profiles, nothing else of them.

use super::find::has_name;
use crate::clock::{days_between, local};
use crate::person::Person;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::request::RequestKind;
use domain::review::State;
use std::collections::BTreeMap;

/// Which residents to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Everything open of my team and mine.
    #[default]
    Team,
    /// Assigned to me.
    Mine,
    /// Assigned to nobody.
    Unassigned,
    /// Waiting for the resident.
    Waiting,
    /// Invited, nothing sent yet.
    Invited,
    /// Concluded.
    Concluded,
    /// Whoever has the name or reference that was looked for, whatever the state.
    Found,
}

impl Filter {
    /// Every filter that is always there, in the order of the screen.
    pub const ALL: [Self; 6] = [Self::Team, Self::Mine, Self::Unassigned, Self::Waiting, Self::Invited, Self::Concluded];

    /// The name in addresses and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Mine => "mine",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Invited => "invited",
            Self::Concluded => "concluded",
            Self::Found => "found",
        }
    }

    /// The filter with this name; the first when there is none.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().chain([Self::Found]).find(|f| f.as_str() == name).unwrap_or_default()
    }
}

/// In which order; urgent residents always come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Longest open first.
    #[default]
    Oldest,
    /// Newest first.
    Newest,
    /// By name.
    Name,
    /// By the date they hear something.
    Due,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Oldest, Self::Newest, Self::Name, Self::Due];

    /// The name in addresses and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Oldest => "oldest",
            Self::Newest => "newest",
            Self::Name => "name",
            Self::Due => "due",
        }
    }

    /// The order with this name; the first when there is none.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|o| o.as_str() == name).unwrap_or_default()
    }
}

/// What to list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Listing<'a> {
    /// Which residents.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// The page, counted from 0; `None` for everything at once.
    pub page: Option<usize>,
    /// Words of a name, or a reference, for [`Filter::Found`].
    pub find: &'a str,
}

/// One row of the worklist.
#[derive(Debug, Clone)]
pub struct WorkRow {
    /// The resident's id.
    pub resident: String,
    /// Full name.
    pub name: String,
    /// The version that was sent last.
    pub number: Option<i64>,
    /// Where the review stands; `None` before anything was sent.
    pub state: Option<State>,
    /// What cannot wait, in what was sent or in an open small request. 2: contact the same day, 1: call this week, 0: none.
    pub signal: i64,
    /// Open small requests.
    pub requests: i64,
    /// Open objections.
    pub objections: i64,
    /// Days since it came in (or since the invitation).
    pub days: i64,
    /// ISO date by which the resident hears something: of the review, a request or an objection, whichever comes first.
    pub due_on: Option<String>,
    /// How many days ago that date was; 0 when it has not passed.
    pub late_days: i64,
    /// How many days ago the day was on which the resident was to be called, for what is urgent; 0 when it has not passed.
    pub urgent_late_days: i64,
    /// Whether the resident answered or proposed something about agreements.
    pub answered: bool,
    /// The group.
    pub group: Option<i64>,
    /// The team.
    pub team: Option<String>,
    /// The caseworker.
    pub caseworker: Option<String>,
    /// The language the resident reads.
    pub language: String,
}

/// The worklist with what is needed to show it.
#[derive(Debug, Clone)]
pub struct Work {
    /// The rows of the page.
    pub rows: Vec<WorkRow>,
    /// How many rows there are in all.
    pub total: usize,
    /// How many rows each filter has.
    pub counts: Vec<(Filter, usize)>,
    /// Staff by id.
    pub staff: BTreeMap<String, Person>,
}

/// Rows on one page.
pub const PAGE: usize = 50;

type Row = (
    String,
    Option<String>,
    Option<String>,
    String,
    Vec<u8>,
    Vec<u8>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<i64>,
);

/// The open small requests and objections of one resident.
#[derive(Default)]
struct Open {
    requests: i64,
    objections: i64,
    signal: i64,
    due_on: Option<String>,
    urgent_due_on: Option<String>,
    answered: bool,
}

impl Service {
    /// The worklist of `actor`: their team's residents and their own; for a coordinator everybody's.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor has no worklist.
    pub async fn worklist(&self, actor: &Actor, listing: Listing<'_>) -> Result<Work> {
        self.allow(actor, Action::ReadWorklist)?;
        let everybody = i64::from(actor.role == Role::Coordinator);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT r.id, r.team, r.caseworker, r.master_key, r.wrapped_key, r.sealed_profile, r.invited_at, v.state, v.signal, v.signal_settled_at, v.received_at, v.due_on, \
             s.number \
             FROM resident r LEFT JOIN review v ON v.resident = r.id LEFT JOIN scan s ON s.id = v.scan \
             WHERE ($1 = 1 OR r.caseworker = $2 OR r.team IS NULL OR r.team = $3)",
        )
        .bind(everybody)
        .bind(&actor.person)
        .bind(actor.team.clone().unwrap_or_default())
        .fetch_all(self.db.read())
        .await?;
        let groups: Vec<(String, i64)> =
            sqlx::query_as("SELECT resident, group_number FROM review WHERE group_number IS NOT NULL").fetch_all(self.db.read()).await?;
        let groups: BTreeMap<String, i64> = groups.into_iter().collect();
        let requests: Vec<(String, String, String)> =
            sqlx::query_as("SELECT resident, kind, due_on FROM request WHERE settled_at IS NULL").fetch_all(self.db.read()).await?;
        let mut open: BTreeMap<String, Open> = BTreeMap::new();
        for (resident, kind, due_on) in requests {
            let kind = RequestKind::parse(&kind).ok_or_else(|| Error::internal("a request has an unknown kind"))?;
            let of = open.entry(resident).or_default();
            of.requests += 1;
            of.signal = of.signal.max(kind.signal());
            if kind.signal() == 2 {
                of.urgent_due_on = [of.urgent_due_on.take(), Some(due_on.clone())].into_iter().flatten().min();
            }
            of.due_on = [of.due_on.take(), Some(due_on)].into_iter().flatten().min();
        }
        let objections: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT resident, due_on FROM objection WHERE settled_at IS NULL").fetch_all(self.db.read()).await?;
        for (resident, due_on) in objections {
            let of = open.entry(resident).or_default();
            of.objections += 1;
            of.due_on = [of.due_on.take(), due_on].into_iter().flatten().min();
        }
        let answered: Vec<(String,)> =
            sqlx::query_as("SELECT resident FROM agreement_version WHERE state = 'proposed' AND waits_municipality <> 0").fetch_all(self.db.read()).await?;
        for (resident,) in answered {
            open.entry(resident).or_default().answered = true;
        }
        let mut all = rows.into_iter().filter_map(|row| self.row(row, &groups, &mut open).transpose()).collect::<Result<Vec<_>>>()?;
        let counts = Filter::ALL.into_iter().map(|f| (f, all.iter().filter(|r| listed(r, f, actor)).count())).collect();
        if listing.filter == Filter::Found {
            let (find, numbered) = (listing.find.to_lowercase(), self.with_number(listing.find).await?);
            all.retain(|row| has_name(row, &find) || numbered.as_ref() == Some(&row.resident));
        } else {
            all.retain(|row| listed(row, listing.filter, actor));
        }
        sort(&mut all, listing.order);
        let total = all.len();
        let rows = match listing.page {
            Some(page) => all.into_iter().skip(page * PAGE).take(PAGE).collect(),
            None => all,
        };
        Ok(Work { rows, total, counts, staff: self.staff().await? })
    }

    fn row(&self, row: Row, groups: &BTreeMap<String, i64>, open: &mut BTreeMap<String, Open>) -> Result<Option<WorkRow>> {
        let (resident, team, caseworker, master, wrapped, sealed, invited_at, state, signal, settled, received_at, due_on, number) = row;
        let open = open.remove(&resident).unwrap_or_default();
        let Some((_, profile)) = self.listed(&resident, &master, &wrapped, &sealed)? else { return Ok(None) };
        let state = state.map(|s| State::parse(&s).ok_or_else(|| Error::internal("a review has an unknown state"))).transpose()?;
        let since = received_at.or(invited_at).unwrap_or_else(|| self.clock.now());
        let signal = if settled.is_some() { 0 } else { signal.unwrap_or(0) };
        let kind = RequestKind::ALL.into_iter().find(|kind| signal > 0 && kind.signal() == signal);
        let contact_on = kind.zip(received_at).map(|(kind, at)| kind.due(local(at).date_naive()).to_string());
        // While the resident has a question to answer, the municipality is not late with reading.
        let reads = !matches!(state, Some(State::Concluded | State::WaitingForResident));
        let urgent_on = [open.urgent_due_on, contact_on.clone().filter(|_| signal == 2)].into_iter().flatten().min();
        let due_on = [due_on.filter(|_| reads), open.due_on, contact_on].into_iter().flatten().min();
        let today = self.clock.today();
        let late = |due: &Option<String>| due.as_ref().and_then(|due| due.parse::<NaiveDate>().ok()).map_or(0, |due| (today - due).num_days().max(0));
        Ok(Some(WorkRow {
            name: profile.full_name(),
            language: profile.language,
            group: groups.get(&resident).copied(),
            signal: open.signal.max(signal),
            days: days_between(since, self.clock.now()),
            late_days: late(&due_on),
            urgent_late_days: late(&urgent_on),
            answered: open.answered,
            resident,
            number,
            state,
            requests: open.requests,
            objections: open.objections,
            due_on,
            team,
            caseworker,
        }))
    }
}

fn listed(row: &WorkRow, filter: Filter, actor: &Actor) -> bool {
    let open = matches!(row.state, Some(State::New | State::InReview | State::WaitingForResident)) || row.requests + row.objections > 0 || row.answered;
    match filter {
        Filter::Team => open,
        Filter::Mine => open && row.caseworker.as_ref() == Some(&actor.person),
        Filter::Unassigned => open && row.caseworker.is_none(),
        Filter::Waiting => row.state == Some(State::WaitingForResident),
        Filter::Invited => row.state.is_none(),
        Filter::Concluded => row.state == Some(State::Concluded),
        Filter::Found => false,
    }
}

fn sort(rows: &mut [WorkRow], order: Order) {
    let urgency = |r: &WorkRow| std::cmp::Reverse((r.signal, r.late_days > 0));
    match order {
        Order::Oldest => rows.sort_by_key(|r| (urgency(r), std::cmp::Reverse(r.days), r.name.clone())),
        Order::Newest => rows.sort_by_key(|r| (urgency(r), r.days, r.name.clone())),
        Order::Name => rows.sort_by_key(|r| (urgency(r), r.name.to_lowercase())),
        Order::Due => rows.sort_by_key(|r| (urgency(r), r.due_on.is_none(), r.due_on.clone(), r.name.clone())),
    }
}
