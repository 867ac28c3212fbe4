//! Where a resident is, what they do now, and what the municipality does by when.

use crate::agreement::{Agreement, LineView, Pace};
use crate::appointment::Appointment;
use crate::clock::{days_between, local};
use crate::event::{self, Event, EventKind};
use crate::file::File;
use crate::intake::Way;
use crate::person::Person;
use crate::sync::outbox::Queued;
use crate::{Error, Result, Service};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::agreement::{Line, Party, Side};
use domain::calendar::add_working_days;
use domain::journey::{At, Facts, Milestone, Stage, changes, yearly_talk};
use domain::review::{Group, State};
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// Days for which a new decision on the group is something to read.
const FRESH: i64 = 14;
/// The most things to do now.
pub const MOST: usize = 3;

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
}

/// The journey of one resident.
#[derive(Clone)]
pub struct Journey {
    /// The resident's file.
    pub file: File,
    /// Who looks.
    pub side: Side,
    /// The group, if set.
    pub group: Option<Group>,
    /// The stages in order, each with where it stands.
    pub places: Vec<(Stage, At)>,
    /// What the resident does now, most important first: three at most.
    pub todos: Vec<Todo>,
    /// What the municipality does, late first.
    pub doings: Vec<Doing>,
    /// The last day for the yearly conversation of group 3.
    pub yearly: Option<NaiveDate>,
    /// Appointments that are still to come, the next one first.
    pub appointments: Vec<Appointment>,
    /// Everything that happened, newest first.
    pub events: Vec<Event>,
    /// Staff by id.
    pub staff: BTreeMap<String, Person>,
    /// The agreement.
    pub agreement: Agreement,
}

impl Service {
    /// The journey of `resident`, for the resident or for a caseworker, who sees nothing of what was never sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor may not.
    pub async fn journey(&self, actor: &Actor, resident: &str) -> Result<Journey> {
        let own = actor.role == Role::Resident;
        let file = self.open_file(actor, if own { Action::ReadOwn } else { Action::ReadSent }, resident).await?;
        let agreement = self.agreement(actor, resident).await?;
        let mut events = self.events(resident).await?;
        let standing = self.standing(resident).await?;
        let group = standing.as_ref().and_then(|s| s.group).and_then(|n| Group::parse(&n.to_string()));
        let facts = facts(group, file.invited_at, &events, &agreement);
        let today = self.clock.today();
        let places = self.content.journey.places(&facts, today).into_iter().map(|p| (p.stage.clone(), p.at)).collect();
        let ask = self.asks(&file).await?.iter().any(crate::review::Ask::is_open);
        let draft = own && self.draft(actor, resident, Way::Own).await?.is_ok();
        let sent = facts.reached.contains_key(&Milestone::Sent);
        let new_group = self.decisions(&file).await?.first().is_some_and(|d| d.reply.is_none() && days_between(d.at, self.clock.now()) <= FRESH);
        let mut todos = Vec::new();
        todos.extend(ask.then_some(Todo::Ask));
        todos.extend(agreement.proposed().filter(|v| v.version.waits_for(Side::Resident)).map(|v| Todo::Answer(v.version.think_until)));
        todos.extend(new_group.then_some(Todo::Group));
        todos.extend((draft && !ask).then_some(Todo::GoOn));
        todos.extend((own && !draft && !sent && self.takes_part(&file)).then_some(Todo::Begin));
        todos.extend(looks_back(&agreement, Side::Resident, today).then_some(Todo::LookBack));
        todos.extend(own_lines(&agreement).into_iter().map(Todo::Line));
        todos.truncate(MOST);
        let mut doings = self.doings(&agreement, today);
        if let Some(standing) = standing.filter(|s| matches!(s.state, State::New | State::InReview)) {
            doings.push(Doing { what: Err("doing-read"), by: crate::journey::gather::day(&standing.due_on)? });
        }
        for request in self.requests(&file).await?.iter().filter(|r| r.settled.is_none()) {
            doings.push(Doing { what: Err("doing-contact"), by: day(&request.due_on)? });
        }
        let now = self.clock.now();
        let appointments = self.appointments_of(&file).await?.into_iter().filter(|a| a.comes(now)).collect();
        if own {
            let by = || file.resident().to_owned();
            let saved = self.calculations(&file).await?.into_iter();
            events.extend(saved.map(|one| Event { kind: EventKind::CalculationSaved, detail: String::new(), by: by(), at: one.saved_at }));
            events.sort_by_key(|event| std::cmp::Reverse(event.at));
        }
        let yearly = yearly_talk(&facts);
        doings.extend(yearly.map(|by| Doing { what: Err("doing-yearly"), by }));
        doings.sort_by_key(|d| d.by);
        Ok(Journey { side: agreement.side, group, places, todos, doings, yearly, appointments, events, staff: self.staff().await?, agreement, file })
    }

    /// The stages of a resident, each with where it stands. The caller has opened the file.
    pub(crate) async fn places_of(&self, file: &File) -> Result<Vec<(Stage, At)>> {
        let agreement = self.agreement_of(file.clone(), Side::Resident).await?;
        let events = self.events(file.resident()).await?;
        let group = self.standing(file.resident()).await?.and_then(|s| s.group).and_then(|n| Group::parse(&n.to_string()));
        let facts = facts(group, file.invited_at, &events, &agreement);
        Ok(self.content.journey.places(&facts, self.clock.today()).into_iter().map(|p| (p.stage.clone(), p.at)).collect())
    }

    /// The messages about milestones that `change` reaches or undoes, by the side of the actor. What was sent is not among
    /// them: its own message tells that.
    pub(crate) async fn queue_milestones(&self, actor: &Actor, file: &File, change: impl FnOnce(&mut Facts, &Moment)) -> Result<Vec<Queued>> {
        let resident = file.resident();
        let group = self.standing(resident).await?.and_then(|s| s.group).and_then(|n| Group::parse(&n.to_string()));
        let now = Moment { today: self.clock.today(), agreement: self.agreement(actor, resident).await?, events: self.events(resident).await? };
        let before = facts(group, file.invited_at, &now.events, &now.agreement);
        let mut after = before.clone();
        change(&mut after, &now);
        let mut queued = Vec::new();
        for (milestone, expected) in changes(&self.content.journey, &before, &after, now.today) {
            if milestone != Milestone::Sent {
                queued.extend(self.queue_milestone(file, milestone, expected, now.agreement.side)?);
            }
        }
        Ok(queued)
    }

    /// What the municipality promised or has to answer, by when.
    fn doings(&self, agreement: &Agreement, today: NaiveDate) -> Vec<Doing> {
        let mut found = Vec::new();
        if let Some(view) = agreement.proposed().filter(|v| v.version.waits_for(Side::Municipality)) {
            // Where the resident answered a proposal of the municipality, the usual time to answer counts.
            let by = match view.version.proposer {
                Side::Resident => view.version.think_until,
                Side::Municipality => {
                    let said = view.version.answers.lines.values().filter_map(|l| l.get(&Side::Resident)).map(|g| g.sign.at).max();
                    said.map_or(today, |at| add_working_days(local(at).date_naive(), self.settings.intake.answer_days))
                }
            };
            found.push(Doing { what: Err("doing-answer"), by });
        }
        let Some(view) = agreement.agreed() else { return found };
        let open = |line: &&Line| agreement.lines.get(&line.id).is_some_and(|l| !l.standing.progress.is_over() || l.standing.not_done.is_some());
        let ours = view.version.text.lines.iter().filter(|line| line.doer == Party::Municipality).filter(open);
        found.extend(ours.map(|line| Doing { what: Ok(line.clone()), by: line.due }));
        found
    }
}

/// When the municipality spoke with a resident and set the group last, where it did.
pub(crate) async fn spoken_and_grouped(tx: &mut AnyConnection, resident: &str) -> Result<BTreeMap<Milestone, NaiveDate>> {
    let events = event::of(tx, resident).await?;
    let mut facts = Facts::default();
    let grouped = events.iter().find(|event| event.kind == EventKind::GroupSet).map(|event| event.at);
    for (milestone, at) in [(Milestone::Spoken, spoken(&events)), (Milestone::Grouped, grouped)] {
        if let Some(at) = at {
            facts.reach(milestone, local(at).date_naive());
        }
    }
    Ok(facts.reached)
}

pub(super) fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| Error::internal("a date on disk is none"))
}

/// What happened, by day.
fn facts(group: Option<Group>, invited_at: Option<i64>, events: &[Event], agreement: &Agreement) -> Facts {
    let on = |at: i64| local(at).date_naive();
    let last = |kind: EventKind| events.iter().find(|e| e.kind == kind).map(|e| on(e.at));
    let agreed = agreement.agreed().and_then(|v| v.settled_at).map(on);
    let over = |l: &LineView| l.standing.progress.is_over();
    let done = (agreement.agreed().is_some() && agreement.lines.values().all(over)).then(|| agreement.lines.values().map(|l| on(l.changed_at)).max()).flatten();
    let looked = (agreement.look_back.len() == 2).then(|| agreement.look_back.values().map(|l| on(l.sign.at)).max()).flatten();
    let mut facts = Facts { group, invited: invited_at.map(on), ..Facts::default() };
    let reached = [
        (Milestone::Sent, last(EventKind::Sent)),
        (Milestone::Spoken, spoken(events).map(on)),
        (Milestone::Grouped, last(EventKind::GroupSet)),
        (Milestone::Agreed, agreed),
        (Milestone::Done, done),
        (Milestone::LookedBack, looked),
    ];
    for (milestone, day) in reached {
        if let Some(day) = day {
            facts.reach(milestone, day);
        }
    }
    facts
}

/// What a change of milestones can depend on, as it is before the change.
pub(crate) struct Moment {
    pub today: NaiveDate,
    pub agreement: Agreement,
    events: Vec<Event>,
}

impl Moment {
    /// Somebody spoke with the resident.
    pub fn spoke(facts: &mut Facts, now: &Self) {
        facts.reach(Milestone::Spoken, now.today);
    }

    /// The request with this reference was settled by mistake: as it is with that event.
    pub fn not_settled(facts: &mut Facts, now: &Self, reference: &str) {
        let undone = Event { kind: EventKind::SettledUndone, detail: reference.to_owned(), by: String::new(), at: i64::MAX };
        let events: Vec<Event> = std::iter::once(undone).chain(now.events.iter().cloned()).collect();
        *facts = Facts { invited: facts.invited, ..self::facts(facts.group, None, &events, &now.agreement) };
    }

    /// The lines of what is agreed are all over, or not any more.
    pub fn lines_over(facts: &mut Facts, now: &Self, over: bool) {
        if over {
            facts.reached.entry(Milestone::Done).or_insert(now.today);
        } else {
            facts.reached.remove(&Milestone::Done);
        }
    }

    /// A version was agreed: its lines begin anew.
    pub fn agreed(facts: &mut Facts, now: &Self) {
        facts.reach(Milestone::Agreed, now.today);
        facts.reached.remove(&Milestone::Done);
        facts.reached.remove(&Milestone::LookedBack);
    }
}

/// When somebody spoke with the resident last: newest first, without what was settled by mistake.
fn spoken(events: &[Event]) -> Option<i64> {
    let mut undone: Vec<&str> = Vec::new();
    for event in events {
        match event.kind {
            EventKind::Spoken => return Some(event.at),
            EventKind::SettledUndone => undone.push(&event.detail),
            EventKind::RequestSettled => match undone.iter().position(|reference| *reference == event.detail) {
                Some(at) => drop(undone.remove(at)),
                None => return Some(event.at),
            },
            _ => {}
        }
    }
    None
}

/// Whether the day to look back has come and this side has not.
fn looks_back(agreement: &Agreement, side: Side, today: NaiveDate) -> bool {
    agreement.agreed().and_then(|v| v.version.text.look_back).is_some_and(|day| day <= today) && !agreement.look_back.contains_key(&side)
}

/// The resident's own lines to do now: not those of goals for later, in the resident's order, then by date.
fn own_lines(agreement: &Agreement) -> Vec<Line> {
    let Some(view) = agreement.agreed() else { return Vec::new() };
    let open = |line: &&Line| agreement.lines.get(&line.id).is_some_and(|l| !l.standing.progress.is_over());
    let mut mine: Vec<Line> = view.version.text.lines.iter().filter(|l| l.doer == Party::Resident).filter(open).cloned().collect();
    mine.retain(|line| agreement.order.pace(&line.goal) != Pace::Later);
    mine.sort_by_key(|line| (agreement.order.place(&line.goal), line.due));
    mine
}
