//! Of many households together: who would keep little of each extra euro, now and under other rules?
//!
//! For policy, never for a person: what comes out is counts per group, and small counts are hidden
//! ([`small_counts`]).

pub mod small_counts;

use std::collections::BTreeMap;

use crate::curve::{Curve, Kept, LAST_HOUR, Scenario, in_scenario};
use crate::money::{Cents, Fraction, Hours};
use crate::situation::{Household, Situation};
use small_counts::{FEW, Shown};

/// The regimes that are compared. One that does not come for a household, or changes nothing, leaves it as it is now,
/// so every regime counts the same households.
pub const REGIMES: [Scenario; 3] = [Scenario::Now, Scenario::AfterAllMonths, Scenario::NextLaw];

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    less_than: i64,
    step: i64,
}

impl Question {
    /// Who keeps less than `less_than` cents (1 to 100) of each extra euro, over `step` hours a week (1 to 40)?
    /// `None` outside those.
    #[must_use]
    pub fn new(less_than: i64, step: i64) -> Option<Self> {
        ((1..=100).contains(&less_than) && (1..=LAST_HOUR).contains(&step)).then_some(Self { less_than, step })
    }

    /// Compared as a fraction, without rounding.
    const fn is_little(self, kept: &Kept) -> bool {
        kept.change.0 * 100 < kept.extra_wage.0 * self.less_than
    }
}

/// Kinds of household that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One adult, no child.
    Single,
    /// One adult with a child.
    SingleParent,
    /// Two adults, no child.
    Couple,
    /// Two adults with a child.
    CoupleWithChild,
}

/// A group of households.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// Adults and children.
    pub kind: Kind,
    /// Whether they rent: rent allowance is what falls fastest.
    pub rents: bool,
}

impl Group {
    /// The group of a household.
    #[must_use]
    pub const fn of(situation: &Situation) -> Self {
        let kind = match (situation.adults.second.is_some(), situation.children.is_empty()) {
            (false, true) => Kind::Single,
            (false, false) => Kind::SingleParent,
            (true, true) => Kind::Couple,
            (true, false) => Kind::CoupleWithChild,
        };
        Self { kind, rents: situation.rent.is_some() }
    }
}

/// The counts so far; households come one by one and are not kept.
#[derive(Clone, Debug)]
pub struct WhatIf {
    question: Question,
    regimes: [Regime; 3],
    without_room: usize,
}

#[derive(Clone, Debug)]
struct Regime {
    scenario: Scenario,
    projection: bool,
    groups: BTreeMap<Group, Tally>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Tally {
    households: usize,
    /// How many keep little over some step.
    little: usize,
    /// The same by the hour at which the step begins.
    little_from: BTreeMap<i64, usize>,
    /// From the present hours to 40: what is left more, and the extra wage.
    change: Cents,
    extra_wage: Cents,
}

/// What is shown of one regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Which regime.
    pub scenario: Scenario,
    /// Whether amounts of the regime are not known yet, so that it is a projection.
    pub projection: bool,
    /// The groups that there are.
    pub groups: Vec<(Group, Row)>,
    /// All groups together.
    pub all: Row,
}

/// What is shown of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// How many households.
    pub households: Shown,
    /// How many of them keep little over some step between their present hours and 40.
    pub little: Shown,
    /// The same as a whole percentage of the households, rounded half up; absent where a count is hidden.
    pub percentage: Option<i64>,
    /// The step at which most of them keep little, the earliest of equals; absent where those are few.
    pub mostly: Option<(i64, i64)>,
    /// Cents kept of each extra euro from the present hours to 40, of all households together (the sum of what is left
    /// more over the sum of the extra wages), rounded half up.
    pub cents_kept: Option<i64>,
}

impl WhatIf {
    /// Nobody counted yet.
    #[must_use]
    pub fn new(question: Question) -> Self {
        let regimes = REGIMES.map(|scenario| Regime { scenario, projection: false, groups: BTreeMap::new() });
        Self { question, regimes, without_room: 0 }
    }

    /// Counts a household. Its steps begin at the first whole hour that is not below its present hours.
    pub fn add(&mut self, household: &Household) {
        let situation = household.situation();
        let from = first_whole_hour(situation.adults.first.hours_per_week);
        if from + self.question.step > LAST_HOUR {
            self.without_room += 1;
            return;
        }
        let group = Group::of(situation);
        let now = Curve::of(household, Scenario::Now);
        for regime in &mut self.regimes {
            let other = (regime.scenario != Scenario::Now).then(|| in_scenario(household, regime.scenario)).flatten();
            let other = other.map(|later| Curve::of(&later, regime.scenario));
            let curve = other.as_ref().unwrap_or(&now);
            regime.projection |= curve.rules.projection;
            regime.groups.entry(group).or_default().add(curve, from, self.question);
        }
    }

    /// Households that work too many hours for one more step below 40; they are in no table.
    #[must_use]
    pub const fn without_room(&self) -> usize {
        self.without_room
    }

    /// A table for each regime, with small counts hidden.
    #[must_use]
    pub fn tables(&self) -> [Table; 3] {
        self.regimes.each_ref().map(|regime| regime.table(self.question.step))
    }
}

/// The first whole hour that is not below these hours.
const fn first_whole_hour(hours: Hours) -> i64 {
    (hours.0 + 99) / 100
}

impl Tally {
    fn add(&mut self, curve: &Curve, from: i64, question: Question) {
        self.households += 1;
        let steps = (from..=LAST_HOUR - question.step).filter_map(|hour| curve.kept(hour, hour + question.step));
        let mut anywhere = false;
        for step in steps.filter(|step| question.is_little(step)) {
            anywhere = true;
            *self.little_from.entry(step.from).or_default() += 1;
        }
        self.little += usize::from(anywhere);
        if let Some(whole) = curve.kept(from, LAST_HOUR) {
            self.change = self.change + whole.change;
            self.extra_wage = self.extra_wage + whole.extra_wage;
        }
    }

    fn together(mut self, other: &Self) -> Self {
        self.households += other.households;
        self.little += other.little;
        for (hour, count) in &other.little_from {
            *self.little_from.entry(*hour).or_default() += count;
        }
        self.change = self.change + other.change;
        self.extra_wage = self.extra_wage + other.extra_wage;
        self
    }

    fn row(&self, households: Shown, little: Shown, step: i64) -> Row {
        let known = matches!(households, Shown::Exactly(_));
        let percentage = match (households, little) {
            (Shown::Exactly(all), Shown::Exactly(little)) => ratio(little, all).map(|share| share.times(100).half_up()),
            _ => None,
        };
        // The earliest of equals.
        let most = self.little_from.iter().fold(None, |best: Option<(i64, usize)>, (hour, count)| match best {
            Some((_, most)) if most >= *count => best,
            _ => Some((*hour, *count)),
        });
        let mostly = most.filter(|(_, count)| known && *count >= FEW).map(|(hour, _)| (hour, hour + step));
        let whole = Kept { from: 0, to: LAST_HOUR, change: self.change, extra_wage: self.extra_wage };
        Row { households, little, percentage, mostly, cents_kept: known.then(|| cents_kept(&whole)).flatten() }
    }
}

/// A sum of wages can be larger than what [`Kept::cents_per_euro`] divides by.
fn cents_kept(whole: &Kept) -> Option<i64> {
    let (change, wage) = (i128::from(whole.change.0), i128::from(whole.extra_wage.0));
    let cents = (200 * change + wage).checked_div_euclid(2 * wage)?;
    i64::try_from(cents).ok()
}

fn ratio(part: usize, whole: usize) -> Option<Fraction> {
    let whole = u32::try_from(whole).ok().and_then(std::num::NonZeroU32::new)?;
    Some(Fraction::whole(i64::try_from(part).ok()?).over(whole))
}

impl Regime {
    fn table(&self, step: i64) -> Table {
        let counts: Vec<_> = self.groups.values().map(|tally| (tally.households, tally.little)).collect();
        let (shown, (households, little)) = small_counts::hide(&counts);
        let groups = self.groups.iter().zip(shown).map(|((group, tally), (households, little))| (*group, tally.row(households, little, step)));
        let all = self.groups.values().fold(Tally::default(), Tally::together);
        Table { scenario: self.scenario, projection: self.projection, groups: groups.collect(), all: all.row(households, little, step) }
    }
}

#[cfg(test)]
mod tests;
