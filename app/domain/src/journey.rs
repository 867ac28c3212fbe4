//! The journey (reis van de inwoner): the stages of a group, and where somebody is. Nothing of it is typed in: it
//! follows from what happened.

use crate::agreement::Party;
use crate::review::Group;
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Something that happened, by which a stage is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// A self-scan was sent.
    Sent,
    /// Somebody of the municipality spoke with the resident.
    Spoken,
    /// The group was set.
    Grouped,
    /// Both sides agreed.
    Agreed,
    /// Every line of what is agreed is over.
    Done,
    /// Both sides looked back.
    LookedBack,
}

impl Milestone {
    /// Every one, in the order in which they usually come.
    pub const ALL: [Self; 6] = [Self::Sent, Self::Spoken, Self::Grouped, Self::Agreed, Self::Done, Self::LookedBack];

    /// The name in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Spoken => "spoken",
            Self::Grouped => "grouped",
            Self::Agreed => "agreed",
            Self::Done => "done",
            Self::LookedBack => "looked_back",
        }
    }
}

/// When a milestone is expected, and when it was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Expected {
    /// By when, while its stage is the one of now.
    pub planned: Option<NaiveDate>,
    /// Since when.
    pub reached: Option<NaiveDate>,
}

/// A stage, as content says it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its id; its words are the text `stage-<id>`.
    pub id: String,
    /// The groups that it is for; none is for everybody.
    #[serde(default)]
    pub groups: Vec<i64>,
    /// It is over when this happened.
    pub until: Milestone,
    /// Who acts.
    pub who: Party,
    /// How long it usually takes, in weeks.
    pub weeks: u32,
}

/// An activity near home, as the municipality keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its id; its words are the text `activity-<id>`.
    pub id: String,
    /// The neighbourhood.
    pub place: String,
    /// A telephone number; empty for none.
    #[serde(default)]
    pub phone: String,
}

/// All stages, and what belongs to a group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The stages in order.
    #[serde(rename = "stage")]
    pub stages: Vec<Stage>,
    /// Activities near home, for group 3.
    #[serde(default, rename = "activity")]
    pub activities: Vec<Activity>,
}

/// What happened to one resident, by day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The group, once it is set.
    pub group: Option<Group>,
    /// When the resident was invited.
    pub invited: Option<NaiveDate>,
    /// When each thing happened last.
    pub reached: BTreeMap<Milestone, NaiveDate>,
}

/// Where a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum At {
    /// Over, since this day.
    Done(NaiveDate),
    /// It did not happen, and something that comes after it did.
    Open,
    /// Being done now; expected to be over by this day.
    Now(NaiveDate),
    /// Comes later.
    Later,
}

/// A stage of one resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// Where it stands.
    pub at: At,
}

impl Place<'_> {
    /// Whether the day by which it would be over has passed.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        matches!(self.at, At::Now(by) if by < today)
    }
}

impl Route {
    /// The stages of somebody with these facts, in order, each with where it stands: over is what happened, and nothing
    /// else. The one of now is the first after what happened last in the order; where nothing comes after that, the last
    /// that did not happen.
    #[must_use]
    pub fn places(&self, facts: &Facts, today: NaiveDate) -> Vec<Place<'_>> {
        let own = |stage: &&Stage| stage.groups.is_empty() || facts.group.is_some_and(|g| stage.groups.contains(&g.number()));
        let mine: Vec<(&Stage, Option<&NaiveDate>)> = self.stages.iter().filter(own).map(|stage| (stage, facts.reached.get(&stage.until))).collect();
        let after_last = mine.iter().rposition(|(_, day)| day.is_some()).map_or(0, |last| last + 1);
        let now = if after_last < mine.len() { Some(after_last) } else { mine.iter().rposition(|(_, day)| day.is_none()) };
        let began = mine.iter().filter_map(|(_, day)| *day).max().copied().max(facts.invited).unwrap_or(today);
        mine.into_iter()
            .enumerate()
            .map(|(n, (stage, day))| {
                let at = match day {
                    Some(day) => At::Done(*day),
                    None if Some(n) == now => At::Now(began.checked_add_days(Days::new(u64::from(stage.weeks) * 7)).unwrap_or(began)),
                    None if now.is_none_or(|now| n < now) => At::Open,
                    None => At::Later,
                };
                Place { stage, at }
            })
            .collect()
    }

    /// What is known of every milestone that was reached or comes next.
    fn expected(&self, facts: &Facts, today: NaiveDate) -> BTreeMap<Milestone, Expected> {
        let mut all: BTreeMap<Milestone, Expected> =
            facts.reached.iter().map(|(milestone, day)| (*milestone, Expected { planned: None, reached: Some(*day) })).collect();
        for place in self.places(facts, today) {
            if let At::Now(by) = place.at {
                all.entry(place.stage.until).or_default().planned = Some(by);
            }
        }
        all
    }
}

impl Facts {
    /// That something happened on `day`; nothing else follows from it.
    pub fn reach(&mut self, milestone: Milestone, day: NaiveDate) {
        self.reached.insert(milestone, day);
    }
}

/// The milestones that differ between two moments, in their order, as they are at the later one.
#[must_use]
pub fn changes(route: &Route, before: &Facts, after: &Facts, today: NaiveDate) -> Vec<(Milestone, Expected)> {
    let (before, after) = (route.expected(before, today), route.expected(after, today));
    Milestone::ALL
        .into_iter()
        .filter_map(|milestone| {
            let now = after.get(&milestone).copied().unwrap_or_default();
            (before.get(&milestone).copied().unwrap_or_default() != now).then_some((milestone, now))
        })
        .collect()
}

/// The last day for the yearly conversation of group 3 (jaarlijks gesprek): a year after the last one, or after the
/// group was set when there was none.
#[must_use]
pub fn yearly_talk(facts: &Facts) -> Option<NaiveDate> {
    let last = facts.reached.get(&Milestone::Spoken).max(facts.reached.get(&Milestone::Grouped))?;
    (facts.group == Some(Group::Three)).then(|| last.checked_add_months(Months::new(12))).flatten()
}

/// How somebody finds this part of the journey. Kept as a count, never with who it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feeling {
    /// Good.
    Good,
    /// So-so.
    Soso,
    /// Bad.
    Bad,
}

impl Feeling {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Good, Self::Soso, Self::Bad];

    /// The name in the database, in forms and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Soso => "soso",
            Self::Bad => "bad",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feeling| feeling.as_str() == name)
    }
}

#[cfg(test)]
mod tests;
