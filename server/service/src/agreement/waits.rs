//! Over all residents of a caseworker: what waits for whom, and what each was promised. One way for every list.

use super::mark::{LineRow, LineView, line_view};
use super::promises::{Promise, Promised};
use super::store::{day, text_place};
use crate::clock::local;
use crate::keys::DataKey;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::agreement::{Party, Progress, Side, Text};
use domain::calendar::add_working_days;
use domain::request::RequestKind;
use domain::review::State;
use domain::task::Task;
use std::collections::BTreeMap;

/// Whose residents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// Of the actor.
    #[default]
    Mine,
    /// Of the actor's team.
    Team,
}

impl Show {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mine, Self::Team];

    /// The name in addresses and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Team => "team",
        }
    }

    /// The one with this name; the first when there is none.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|show| show.as_str() == name).unwrap_or_default()
    }
}

/// A resident of whom something waits.
#[derive(Clone)]
pub struct CaseRow {
    /// The resident's id.
    pub resident: String,
    /// Full name.
    pub name: String,
    /// What waits, what cannot wait first.
    pub tasks: Vec<Task>,
    /// Until when the resident thinks.
    pub think_until: Option<NaiveDate>,
}

/// One resident with everything that waits and everything that was promised.
pub(crate) struct Waiter {
    pub case: CaseRow,
    /// The group.
    pub group: Option<i64>,
    /// What the municipality promised and has not done.
    pub promises: Vec<Promise>,
    /// The schemes in what is agreed, each as often as it is used; `None` without an agreement.
    pub schemes: Option<Vec<String>>,
    language: String,
    key: DataKey,
    /// What is agreed, and who looked back on it.
    text: Option<(i64, Text)>,
    looked_back: Vec<Side>,
}

/// The residents of one caseworker, as conditions of a query.
const MINE: &str = "(r.caseworker = $1 OR ($2 <> '' AND (r.team = $2 OR r.team IS NULL)))";

type PersonRow = (String, String, Vec<u8>, Vec<u8>, Option<String>, Option<i64>, Option<i64>, Option<String>, Option<i64>);
type VersionRow = (String, i64, String, String, Vec<u8>, i64, i64, i64, String);

impl Service {
    /// The residents of the actor, each with what waits.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor has no residents.
    pub(crate) async fn waiting(&self, actor: &Actor, show: Show) -> Result<Vec<Waiter>> {
        self.allow(actor, Action::ReadWorklist)?;
        if actor.role != Role::Caseworker {
            return Err(Error::NotFound);
        }
        let team = if show == Show::Team { actor.team.clone().unwrap_or_default() } else { String::new() };
        macro_rules! mine {
            ($row:ty, $select:expr, $and:expr) => {{
                let text = format!("{} WHERE {MINE} {}", $select, $and);
                let rows: Vec<$row> = sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(&actor.person).bind(&team).fetch_all(self.db.read()).await?;
                rows
            }};
        }
        let today = self.clock.today();
        let mut found = BTreeMap::new();
        let people = mine!(
            PersonRow,
            "SELECT r.id, r.master_key, r.wrapped_key, r.sealed_profile, v.state, v.signal, v.signal_settled_at, v.due_on, v.group_number \
             FROM resident r LEFT JOIN review v ON v.resident = r.id",
            ""
        );
        for row in people {
            if let Some(waiter) = self.waiter(row)? {
                found.insert(waiter.case.resident.clone(), waiter);
            }
        }
        let looked = mine!((String, i64, String), "SELECT l.resident, l.number, l.side FROM agreement_look_back l JOIN resident r ON r.id = l.resident", "");
        let answered = mine!(
            (String, i64),
            "SELECT e.resident, MAX(e.at) FROM event e JOIN resident r ON r.id = e.resident",
            "AND e.kind = 'answered' AND e.by_person = e.resident GROUP BY e.resident"
        );
        let answered: BTreeMap<String, i64> = answered.into_iter().collect();
        let versions = mine!(
            VersionRow,
            "SELECT v.resident, v.number, v.state, v.proposer, v.sealed_text, v.waits_resident, v.waits_municipality, v.could_not, v.think_until \
             FROM agreement_version v JOIN resident r ON r.id = v.resident",
            "AND v.state IN ('proposed', 'agreed')"
        );
        for version in versions {
            if let Some(waiter) = found.get_mut(&version.0) {
                let at = answered.get(&version.0).map_or(today, |at| add_working_days(local(*at).date_naive(), self.settings.intake.answer_days));
                waiter.version(version, at, today)?;
            }
        }
        for (resident, number, side) in looked {
            if let Some(waiter) = found.get_mut(&resident).filter(|w| w.text.as_ref().is_some_and(|(agreed, _)| *agreed == number)) {
                waiter.looked_back.extend(Side::parse(&side));
            }
        }
        type Lined = (String, String, String, String, String, String, String, i64);
        let lines = mine!(
            Lined,
            "SELECT l.resident, l.line, l.doer, l.due_on, l.progress, l.need, l.not_done, l.changed_at FROM agreement_line l JOIN resident r ON r.id = l.resident",
            ""
        );
        for (resident, line, doer, due, progress, need, not_done, at) in lines {
            let row: LineRow = (line, doer, due, progress, need, not_done, at);
            let (line, view) = line_view(row)?;
            if let Some(waiter) = found.get_mut(&resident) {
                waiter.line(&line, view);
            }
        }
        let requests = mine!(
            (String, String, String),
            "SELECT q.resident, q.kind, q.due_on FROM request q JOIN resident r ON r.id = q.resident",
            "AND q.settled_at IS NULL"
        );
        for (resident, kind, due) in requests {
            let kind = RequestKind::parse(&kind).ok_or_else(|| Error::internal("a request has an unknown kind"))?;
            if let Some(waiter) = found.get_mut(&resident) {
                waiter.case.tasks.push(Task::Contact);
                waiter.promise(Promised::Else(kind.doing()), day(&due)?);
            }
        }
        Ok(found.into_values().map(|waiter| waiter.settled(today)).collect())
    }

    fn waiter(&self, (resident, master, wrapped, sealed, state, signal, settled, due, group): PersonRow) -> Result<Option<Waiter>> {
        let Some((key, profile)) = self.listed(&resident, &master, &wrapped, &sealed)? else { return Ok(None) };
        let case = CaseRow { resident, name: profile.full_name(), tasks: Vec::new(), think_until: None };
        let mut waiter = Waiter { case, group, promises: Vec::new(), schemes: None, language: profile.language, key, text: None, looked_back: Vec::new() };
        if signal.is_some_and(|signal| signal > 0) && settled.is_none() {
            waiter.case.tasks.push(Task::Contact);
        }
        match state.as_deref().and_then(State::parse) {
            Some(State::New | State::InReview) => {
                waiter.case.tasks.push(Task::Read);
                waiter.promise(Promised::Else("doing-read"), day(&due.unwrap_or_default())?);
            }
            Some(State::WaitingForResident) => waiter.case.tasks.push(Task::Asked),
            Some(State::Concluded) | None => {}
        }
        Ok(Some(waiter))
    }
}

impl Waiter {
    fn promise(&mut self, what: Promised, by: NaiveDate) {
        let (resident, name, language) = (self.case.resident.clone(), self.case.name.clone(), self.language.clone());
        self.promises.push(Promise { resident, name, language, what, by, late: false });
    }

    fn version(&mut self, row: VersionRow, answered_by: NaiveDate, today: NaiveDate) -> Result<()> {
        let (resident, number, state, proposer, sealed, waits_resident, waits_municipality, could_not, think) = row;
        if state == "agreed" {
            let text: Text = self.key.open_json(&text_place(&resident, number), &sealed)?;
            self.schemes = Some(text.lines.iter().map(|line| line.scheme.clone()).filter(|scheme| !scheme.is_empty()).collect());
            self.text = Some((number, text));
            return Ok(());
        }
        let think = day(&think)?;
        if waits_municipality != 0 {
            self.case.tasks.push(Task::Answer);
            self.promise(Promised::Else("doing-answer"), if proposer == Side::Resident.as_str() { think } else { answered_by });
        }
        if waits_resident != 0 {
            self.case.think_until = Some(think);
            self.case.tasks.push(match (could_not, think < today) {
                (1, _) => Task::CouldNot,
                (_, true) => Task::Silent,
                _ => Task::Thinking,
            });
        }
        Ok(())
    }

    fn line(&mut self, line: &str, view: LineView) {
        if view.standing.not_done == Some(Side::Resident) {
            self.case.tasks.push(Task::NotDone);
        }
        if view.standing.progress == Progress::CannotNow && view.doer != Party::Municipality {
            self.case.tasks.push(Task::Cannot);
        }
        if view.doer != Party::Municipality || !view.standing.is_open() {
            return;
        }
        let Some(text) = self.text.as_ref().map(|(_, text)| text) else { return };
        let Some(words) = text.line(line).cloned() else { return };
        let goal = text.goal(&words.goal).map(|goal| goal.title.clone()).unwrap_or_default();
        self.promise(Promised::Line { line: words, goal, view }, view.due);
    }

    /// What follows from all of it together.
    fn settled(mut self, today: NaiveDate) -> Self {
        for promise in &mut self.promises {
            promise.late = promise.by < today;
        }
        if self.promises.iter().any(|promise| promise.late) {
            self.case.tasks.push(Task::Late);
        }
        let come = self.text.as_ref().and_then(|(_, text)| text.look_back).is_some_and(|day| day <= today);
        let said = |side| self.looked_back.contains(&side);
        match (said(Side::Resident), said(Side::Municipality)) {
            (true, false) => self.case.tasks.push(Task::LookedBack),
            (false, true) => self.case.tasks.push(Task::ResidentLooksBack),
            (false, false) if come => self.case.tasks.push(Task::LookBack),
            _ => {}
        }
        self.case.tasks.sort();
        self.case.tasks.dedup();
        self
    }
}
