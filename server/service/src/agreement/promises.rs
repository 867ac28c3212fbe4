//! All promises of the municipality over all residents of a caseworker, late ones first; and what else waits for whom.

use super::mark::{LineRow, LineView, line_view};
use super::store::{day, text_place};
use crate::keys::DataKey;
use crate::review::PAGE;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::agreement::{Line, Overdue, Party, Progress, Side, Text};
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

/// One promise of the municipality that is not over.
#[derive(Clone)]
pub struct Promise {
    /// The resident's id.
    pub resident: String,
    /// Full name.
    pub name: String,
    /// The words.
    pub line: Line,
    /// What it is for.
    pub goal: String,
    /// How it goes.
    pub view: LineView,
    /// Whether it is late.
    pub late: Option<Overdue>,
}

/// Why a resident stands on the list of what waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// The resident says that the municipality has not done its part.
    NotDone,
    /// The resident cannot do a line now.
    Cannot,
    /// The resident proposed or answered: it is up to the municipality.
    Answer,
    /// The time to think has ended without an answer.
    Silent,
    /// A colleague recorded that the resident cannot answer now.
    CouldNot,
    /// The day to look back has come.
    LookBack,
    /// The resident is still thinking.
    Thinking,
}

impl Task {
    /// Every one, what cannot wait first.
    pub const ALL: [Self; 7] = [Self::NotDone, Self::Cannot, Self::Answer, Self::Silent, Self::CouldNot, Self::LookBack, Self::Thinking];

    /// The name in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotDone => "not-done",
            Self::Cannot => "cannot",
            Self::Answer => "answer",
            Self::Silent => "silent",
            Self::CouldNot => "could-not",
            Self::LookBack => "look-back",
            Self::Thinking => "thinking",
        }
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

/// The list.
#[derive(Clone, Default)]
pub struct Promises {
    /// Promises of the page, late ones first.
    pub promises: Vec<Promise>,
    /// Which page it is, from 0; the last one when there are fewer.
    pub page: usize,
    /// How many there are in all.
    pub total: usize,
    /// How many of them are late.
    pub late: usize,
    /// What else waits, what cannot wait first.
    pub cases: Vec<CaseRow>,
    /// How often each scheme stands in what is agreed.
    pub schemes: BTreeMap<String, usize>,
    /// How many residents have an agreement.
    pub agreed: usize,
}

struct Owner {
    name: String,
    key: DataKey,
    text: Option<Text>,
}

type Row = (String, String, Vec<u8>, Vec<u8>);
type VersionRow = (String, i64, String, Vec<u8>, i64, i64, i64, String);

impl Service {
    /// What the actor's residents were promised, a page of it, and what waits.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor has no residents.
    pub async fn promises(&self, actor: &Actor, show: Show, page: usize) -> Result<Promises> {
        self.allow(actor, Action::ReadWorklist)?;
        if actor.role != Role::Caseworker {
            return Err(Error::NotFound);
        }
        let (person, team) = (actor.person.clone(), if show == Show::Team { actor.team.clone().unwrap_or_default() } else { String::new() });
        const MINE: &str = "(r.caseworker = $1 OR ($2 <> '' AND (r.team = $2 OR r.team IS NULL)))";
        let people = format!(
            "SELECT r.id, r.master_key, r.wrapped_key, r.sealed_profile FROM resident r WHERE {MINE} AND EXISTS (SELECT 1 FROM agreement_version v WHERE v.resident = r.id)"
        );
        let people: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(people)).bind(&person).bind(&team).fetch_all(self.db.read()).await?;
        let mut owners = BTreeMap::new();
        for (id, master, wrapped, sealed) in people {
            if let Some((key, profile)) = self.listed(&id, &master, &wrapped, &sealed)? {
                owners.insert(id, Owner { name: profile.full_name(), key, text: None });
            }
        }
        let versions = format!(
            "SELECT v.resident, v.number, v.state, v.sealed_text, v.waits_resident, v.waits_municipality, v.could_not, v.think_until \
             FROM agreement_version v JOIN resident r ON r.id = v.resident WHERE v.state IN ('proposed', 'agreed') AND {MINE}"
        );
        let versions: Vec<VersionRow> = sqlx::query_as(sqlx::AssertSqlSafe(versions)).bind(&person).bind(&team).fetch_all(self.db.read()).await?;
        let lines = format!(
            "SELECT l.resident, l.line, l.doer, l.due_on, l.progress, l.need, l.not_done, l.changed_at \
             FROM agreement_line l JOIN resident r ON r.id = l.resident WHERE {MINE}"
        );
        type Lined = (String, String, String, String, String, String, String, i64);
        let lines: Vec<Lined> = sqlx::query_as(sqlx::AssertSqlSafe(lines)).bind(&person).bind(&team).fetch_all(self.db.read()).await?;
        let lines = lines.into_iter().map(|(resident, line, doer, due, progress, need, not_done, at)| {
            let row: LineRow = (line, doer, due, progress, need, not_done, at);
            line_view(row).map(|(line, view)| (resident, line, view))
        });
        Gathered { today: self.clock.today(), owners, found: Promises::default(), cases: BTreeMap::new() }.all(
            versions,
            lines.collect::<Result<Vec<_>>>()?,
            page,
        )
    }
}

struct Gathered {
    today: NaiveDate,
    owners: BTreeMap<String, Owner>,
    found: Promises,
    cases: BTreeMap<String, CaseRow>,
}

impl Gathered {
    fn all(mut self, versions: Vec<VersionRow>, lines: Vec<(String, String, LineView)>, page: usize) -> Result<Promises> {
        for version in versions {
            self.version(version)?;
        }
        for (resident, line, view) in lines {
            self.line(&resident, &line, view);
        }
        let found = &mut self.found;
        found.promises.sort_by_cached_key(|p| (p.late.is_none(), p.late, p.view.due, p.name.clone()));
        (found.total, found.late) = (found.promises.len(), found.promises.iter().filter(|p| p.late.is_some()).count());
        found.page = page.min(found.total.saturating_sub(1) / PAGE);
        found.promises = found.promises.drain(..).skip(found.page * PAGE).take(PAGE).collect();
        let mut cases: Vec<CaseRow> = self.cases.into_values().collect();
        for case in &mut cases {
            case.tasks.sort();
            case.tasks.dedup();
        }
        cases.sort_by_key(|case| (case.tasks.first().copied(), case.think_until, case.name.clone()));
        self.found.cases = cases;
        Ok(self.found)
    }

    fn task(&mut self, resident: &str, task: Task) -> Option<&mut CaseRow> {
        let name = self.owners.get(resident)?.name.clone();
        let case =
            self.cases.entry(resident.to_owned()).or_insert_with(|| CaseRow { resident: resident.to_owned(), name, tasks: Vec::new(), think_until: None });
        case.tasks.push(task);
        Some(case)
    }

    fn version(&mut self, (resident, number, state, sealed, waits_resident, waits_municipality, could_not, think): VersionRow) -> Result<()> {
        let Some(owner) = self.owners.get_mut(&resident) else { return Ok(()) };
        if state == "agreed" {
            let text: Text = owner.key.open_json(&text_place(&resident, number), &sealed)?;
            let look_back = text.look_back.is_some_and(|day| day <= self.today);
            for scheme in text.lines.iter().filter(|line| !line.scheme.is_empty()).map(|line| line.scheme.clone()) {
                *self.found.schemes.entry(scheme).or_default() += 1;
            }
            self.found.agreed += 1;
            owner.text = Some(text);
            if look_back {
                self.task(&resident, Task::LookBack);
            }
            return Ok(());
        }
        let think = day(&think)?;
        if waits_municipality != 0 {
            self.task(&resident, Task::Answer);
        }
        if waits_resident != 0 {
            let task = match (could_not, think < self.today) {
                (1, _) => Task::CouldNot,
                (_, true) => Task::Silent,
                _ => Task::Thinking,
            };
            if let Some(case) = self.task(&resident, task) {
                case.think_until = Some(think);
            }
        }
        Ok(())
    }

    fn line(&mut self, resident: &str, line: &str, view: LineView) {
        if view.standing.not_done == Some(Side::Resident) {
            self.task(resident, Task::NotDone);
        }
        if view.standing.progress == Progress::CannotNow && view.doer != Party::Municipality {
            self.task(resident, Task::Cannot);
        }
        let late = view.overdue(self.today);
        if view.doer != Party::Municipality || (view.standing.progress.is_over() && late.is_none()) {
            return;
        }
        let Some((owner, text)) = self.owners.get(resident).and_then(|o| o.text.as_ref().map(|text| (o, text))) else { return };
        let Some(words) = text.line(line) else { return };
        self.found.promises.push(Promise {
            resident: resident.to_owned(),
            name: owner.name.clone(),
            goal: text.goal(&words.goal).map(|goal| goal.title.clone()).unwrap_or_default(),
            line: words.clone(),
            view,
            late,
        });
    }
}
