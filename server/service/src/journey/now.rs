//! What each side does now, and what comes later: one list for the journey, for the home and for whose turn it is.

use crate::agreement::{Agreement, Pace};
use crate::appointment::Appointment;
use crate::clock::{days_between, local};
use crate::content::Locale;
use crate::file::File;
use crate::intake::{DraftView, Way, pair_text};
use crate::request::Request;
use crate::review::{Ask, Decision, Standing};
use crate::{Error, Result, Service};
use chrono::{Months, NaiveDate};
use domain::access::{Actor, Role};
use domain::agreement::{Line, Party, Side};
use domain::calendar::add_working_days;
use domain::request::RequestKind;
use domain::review::State;
use domain::task::Turn;

/// Days for which a new decision on the group is something to read.
const FRESH: i64 = 14;
/// The most things to do now.
pub const MOST: usize = 3;
/// What is due after so many months is for later.
const SOON: Months = Months::new(3);
/// The pair whose line says that there is a conversation each year.
const YEARLY_PAIR: &str = "yearly_talk";

/// Something for the resident to do now.
#[derive(Clone)]
pub enum Todo {
    /// Begin the intake.
    Begin,
    /// Go on with the draft.
    GoOn,
    /// Answer the question about answers.
    Ask,
    /// Answer the proposal, by this day.
    Answer(NaiveDate),
    /// Read which group it became, and why.
    Group,
    /// Look back on what was agreed.
    LookBack,
    /// Do a line, by its date.
    Line(Line),
}

/// Something that the municipality does, and by when.
#[derive(Clone)]
pub struct Doing {
    /// What: the key of a text that begins with `doing-`, or a line in words.
    pub what: Result<Line, &'static str>,
    /// By when.
    pub by: NaiveDate,
    /// When the resident asked for it, in milliseconds.
    pub asked: Option<i64>,
}

/// What stands open between both sides, read once for everything that shows it.
pub(crate) struct Known {
    /// The resident's own draft; `None` also for a caseworker, who sees nothing of it.
    pub draft: Option<DraftView>,
    /// Whether the resident may begin one.
    pub begins: bool,
    /// Questions about answers, newest first.
    pub asks: Vec<Ask>,
    /// Small requests, newest first.
    pub requests: Vec<Request>,
    /// Decisions on the group, newest first.
    pub decisions: Vec<Decision>,
    /// Where the review of the newest version stands.
    pub standing: Option<Standing>,
}

/// What both sides do.
#[derive(Clone, Default)]
pub struct Now {
    /// What the resident does now, most important first: three at most.
    pub todos: Vec<Todo>,
    /// Own lines for later, by date: due later, of goals for later, or more than can be done now.
    pub later: Vec<Line>,
    /// What the municipality does, late first.
    pub doings: Vec<Doing>,
    /// What it does later.
    pub later_doings: Vec<Doing>,
    /// Appointments that are still to come, the next one first.
    pub appointments: Vec<Appointment>,
    /// When the resident asked for a talk that is not planned yet, in milliseconds.
    pub asked: Option<i64>,
}

impl Now {
    /// Whose turn it is: of who has something to do.
    #[must_use]
    pub fn turn(&self) -> Turn {
        Turn::new(!self.todos.is_empty(), !self.doings.is_empty())
    }

    /// What the municipality is late with.
    #[must_use]
    pub fn late(&self, today: NaiveDate) -> Option<&Doing> {
        self.doings.first().filter(|doing| doing.by < today)
    }
}

impl Service {
    /// What stands open. The caller has opened the file.
    pub(crate) async fn known(&self, actor: &Actor, file: &File) -> Result<Known> {
        let own = actor.role != Role::Caseworker;
        let draft = if own { self.draft(actor, file.resident(), Way::Own).await?.ok() } else { None };
        Ok(Known {
            begins: own && draft.is_none() && self.takes_part(file) && self.latest_scan(file).await?.is_none(),
            draft,
            asks: self.asks(file).await?,
            requests: self.requests(file).await?,
            decisions: self.decisions(file).await?,
            standing: self.standing(file.resident()).await?,
        })
    }

    /// What both sides do. Without `agreement` nothing of it and of talks, for who may not see those; `yearly` is the last day of the
    /// yearly conversation. The caller has opened the file.
    pub(crate) async fn now_of(&self, file: &File, known: &Known, agreement: Option<&Agreement>, yearly: Option<NaiveDate>) -> Result<Now> {
        let today = self.clock.today();
        let asks = known.asks.iter().any(Ask::is_open);
        let new_group = known.decisions.first().is_some_and(|d| d.reply.is_none() && days_between(d.at, self.clock.now()) <= FRESH);
        let proposed = agreement.and_then(Agreement::proposed).filter(|v| v.version.waits_for(Side::Resident));
        let mut now = Now::default();
        now.todos.extend(asks.then_some(Todo::Ask));
        now.todos.extend(proposed.map(|v| Todo::Answer(v.version.think_until)));
        now.todos.extend(new_group.then_some(Todo::Group));
        now.todos.extend((known.draft.is_some() && !asks).then_some(Todo::GoOn));
        now.todos.extend(known.begins.then_some(Todo::Begin));
        now.todos.extend(agreement.is_some_and(|a| looks_back(a, today)).then_some(Todo::LookBack));
        let soon = today.checked_add_months(SOON).unwrap_or(NaiveDate::MAX);
        let (lines, for_later) = agreement.map(own_lines).unwrap_or_default();
        let (mut lines, later) = lines.into_iter().partition::<Vec<Line>, _>(|line| line.due <= soon);
        now.todos.truncate(MOST);
        now.later = lines.split_off(lines.len().min(MOST - now.todos.len()));
        now.later.extend(later.into_iter().chain(for_later));
        now.later.sort_by_key(|line| line.due);
        now.todos.extend(lines.into_iter().map(Todo::Line));
        self.doings(known, agreement, &mut now)?;
        // A line that promises the same conversation at about the same time says it already.
        let promised = |by: NaiveDate| now.doings.iter().any(|d| (d.by - by).num_days() <= 31 && d.what.as_ref().is_ok_and(|line| self.is_yearly(file, line)));
        let yearly = yearly.filter(|by| !promised(*by));
        now.doings.extend(yearly.map(|by| Doing { what: Err("doing-yearly"), by, asked: None }));
        now.doings.sort_by_key(|d| d.by);
        (now.doings, now.later_doings) = now.doings.into_iter().partition(|doing| doing.by <= soon);
        if agreement.is_some() {
            let at = self.clock.now();
            now.appointments = self.appointments_of(file).await?.into_iter().filter(|a| a.comes(at)).collect();
        }
        Ok(now)
    }

    /// Whether a line promises the yearly conversation, in the words of its template.
    fn is_yearly(&self, file: &File, line: &Line) -> bool {
        let form = self.settings.municipality.form;
        let words = self.content.texts.words(Locale::parse(&file.profile.language, form).unwrap_or(Locale::dutch(form)));
        let pair = self.content.intake.pairs.iter().find(|pair| pair.id == YEARLY_PAIR);
        pair.is_some_and(|pair| pair_text(&words, pair, "municipality") == line.text)
    }

    /// What the municipality promised, has to answer, to read and to ask.
    fn doings(&self, known: &Known, agreement: Option<&Agreement>, now: &mut Now) -> Result<()> {
        let today = self.clock.today();
        if let Some(view) = agreement.and_then(Agreement::proposed).filter(|v| v.version.waits_for(Side::Municipality)) {
            // Where the resident answered a proposal of the municipality, the usual time to answer counts.
            let by = match view.version.proposer {
                Side::Resident => view.version.think_until,
                Side::Municipality => {
                    let said = view.version.answers.lines.values().filter_map(|l| l.get(&Side::Resident)).map(|g| g.sign.at).max();
                    said.map_or(today, |at| add_working_days(local(at).date_naive(), self.settings.intake.answer_days))
                }
            };
            now.doings.push(Doing { what: Err("doing-answer"), by, asked: None });
        }
        if let Some((agreement, view)) = agreement.and_then(|a| Some((a, a.agreed()?))) {
            let open = |line: &&Line| agreement.lines.get(&line.id).is_some_and(|l| l.standing.is_open());
            let ours = view.version.text.lines.iter().filter(|line| line.doer == Party::Municipality).filter(open);
            now.doings.extend(ours.map(|line| Doing { what: Ok(line.clone()), by: line.due, asked: None }));
        }
        if let Some(standing) = known.standing.as_ref().filter(|s| matches!(s.state, State::New | State::InReview)) {
            now.doings.push(Doing { what: Err("doing-read"), by: day(&standing.due_on)?, asked: None });
        }
        for request in known.requests.iter().filter(|r| r.settled.is_none()) {
            now.doings.push(Doing { what: Err(request.kind.doing()), by: day(&request.due_on)?, asked: Some(request.sent_at) });
            if request.kind == RequestKind::Appointment {
                now.asked = Some(request.sent_at);
            }
        }
        Ok(())
    }
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| Error::internal("a date on disk is none"))
}

/// Whether the resident is to look back: the day has come or the municipality did, and the resident has not.
fn looks_back(agreement: &Agreement, today: NaiveDate) -> bool {
    let Some(view) = agreement.agreed() else { return false };
    let come = view.version.text.look_back.is_some_and(|day| day <= today) || agreement.look_back.contains_key(&Side::Municipality);
    come && !agreement.look_back.contains_key(&Side::Resident) && agreement.looked_at(&view.version.text, today).next().is_some()
}

/// The resident's own lines in the resident's order, then by date; those of goals for later apart.
fn own_lines(agreement: &Agreement) -> (Vec<Line>, Vec<Line>) {
    let Some(view) = agreement.agreed() else { return Default::default() };
    let open = |line: &&Line| agreement.lines.get(&line.id).is_some_and(|l| l.standing.is_open());
    let mut mine: Vec<Line> = view.version.text.lines.iter().filter(|l| l.doer == Party::Resident).filter(open).cloned().collect();
    mine.sort_by_key(|line| (agreement.order.place(&line.goal), line.due));
    mine.into_iter().partition(|line| agreement.order.pace(&line.goal) != Pace::Later)
}
