//! Where a resident is, what they do now, and what the municipality does by when.

use super::now::Now;
use crate::agreement::{Agreement, LineView};
use crate::clock::local;
use crate::event::{self, Event, EventKind};
use crate::file::File;
use crate::person::Person;
use crate::sync::outbox::Queued;
use crate::{Result, Service};
use chrono::NaiveDate;
use domain::access::{Action, Actor, Role};
use domain::agreement::Side;
use domain::journey::{At, Facts, Milestone, Stage, changes, yearly_talk};
use domain::review::Group;
use sqlx::AnyConnection;
use std::collections::BTreeMap;

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
    /// What both sides do.
    pub now: Now,
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
        let known = self.known(actor, &file).await?;
        let group = known.standing.as_ref().and_then(|s| s.group).and_then(|n| Group::parse(&n.to_string()));
        let facts = facts(group, file.invited_at, &events, &agreement);
        let today = self.clock.today();
        let places = self.content.journey.places(&facts, today).into_iter().map(|p| (p.stage.clone(), p.at)).collect();
        let now = self.now_of(&file, &known, Some(&agreement), yearly_talk(&facts)).await?;
        if own {
            let by = || file.resident().to_owned();
            let saved = self.calculations(&file).await?.into_iter();
            events.extend(saved.map(|one| Event { kind: EventKind::CalculationSaved, detail: String::new(), by: by(), at: one.saved_at }));
            events.sort_by_key(|event| std::cmp::Reverse(event.at));
        }
        Ok(Journey { side: agreement.side, group, places, now, events, staff: self.staff().await?, agreement, file })
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

/// What happened, by day.
fn facts(group: Option<Group>, invited_at: Option<i64>, events: &[Event], agreement: &Agreement) -> Facts {
    let on = |at: i64| local(at).date_naive();
    let last = |kind: EventKind| events.iter().find(|e| e.kind == kind).map(|e| on(e.at));
    let agreed = agreement.agreed().and_then(|v| v.settled_at).map(on);
    let over = |l: &LineView| !l.standing.is_open();
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
