//! What a resident tells: the household, its work, its home. Plain values, checked once.
//!
//! Nothing in it says who somebody is. [`Situation::check`] gives a [`Household`], and every rule
//! works on any household: only the check can fail.

use crate::day::Day;
use crate::money::{Cents, Hours};
use crate::pair::{Pair, Place};
use crate::problem::{Code, Problem};
use crate::rule_set::{self, RuleSet};

/// A household in one reference month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// A day in the reference month; selects the rule set.
    pub date: Day,
    /// One adult, or two who are married, live together and are each other's partner everywhere.
    pub adults: Pair<Adult>,
    /// Children who belong to the household.
    pub children: Vec<Child>,
    /// Persons of 27 or older who share the costs (art. 19a Pw), not the two adults.
    pub cost_sharing_housemates: i64,
    /// Bare rent per month without service costs; `None` for any other kind of home.
    pub rent: Option<Cents>,
    /// Above the limit of art. 34 lid 3 Pw.
    pub assets_above_assistance_limit: bool,
    /// Above the limit of healthcare allowance and child budget, so also above that of rent allowance.
    pub assets_above_allowance_limit: bool,
    /// Above the limit of rent allowance only.
    pub assets_above_rent_allowance_limit: bool,
}

/// An adult and their work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adult {
    /// Age in years.
    pub age: i64,
    /// Paid hours per week.
    pub hours_per_week: Hours,
    /// Gross wage per hour without holiday pay.
    pub hourly_wage: Cents,
    /// The municipality finds that the work helps towards independence.
    pub work_helps_activation: bool,
    /// Months of letter n used.
    pub disregard_months_used: i64,
    /// Months of letter r used.
    pub single_parent_disregard_months_used: i64,
    /// Medically limited in hours (medisch urenbeperkt).
    pub medically_limited_hours: bool,
    /// Target group of the wage subsidy, in a job under art. 10d.
    pub wage_subsidy_target_group: bool,
    /// Months of letter z used.
    pub wage_subsidy_months_used: i64,
    /// The municipality finds that more hours are not possible.
    pub more_hours_not_possible: bool,
    /// Months of art. 34a lid 1 sub a used.
    pub disregard_2027_months_used: i64,
}

impl Adult {
    /// An adult without any special circumstance: work helps, no months used.
    #[must_use]
    pub const fn new(age: i64, hours_per_week: Hours, hourly_wage: Cents) -> Self {
        Self {
            age,
            hours_per_week,
            hourly_wage,
            work_helps_activation: true,
            disregard_months_used: 0,
            single_parent_disregard_months_used: 0,
            medically_limited_hours: false,
            wage_subsidy_target_group: false,
            wage_subsidy_months_used: 0,
            more_hours_not_possible: false,
            disregard_2027_months_used: 0,
        }
    }
}

/// A child of the household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Age in years, for every rule.
    pub age: i64,
    /// Registered childcare.
    pub childcare: Option<Childcare>,
}

/// Registered childcare of one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Childcare {
    /// Kind of childcare.
    pub kind: ChildcareKind,
    /// Hours per month.
    pub hours_per_month: Hours,
    /// Price per hour.
    pub hourly_price: Cents,
}

/// Kinds of childcare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChildcareKind {
    /// Dagopvang.
    DayCare,
    /// Buitenschoolse opvang.
    AfterSchool,
    /// Gastouder.
    Childminder,
}

impl Situation {
    /// A household of one adult who rents, without children.
    #[must_use]
    pub const fn single(date: Day, adult: Adult, rent: Option<Cents>) -> Self {
        Self {
            date,
            adults: Pair { first: adult, second: None },
            children: Vec::new(),
            cost_sharing_housemates: 0,
            rent,
            assets_above_assistance_limit: false,
            assets_above_allowance_limit: false,
            assets_above_rent_allowance_limit: false,
        }
    }

    /// Checks every value against the limits of `interface.md` section 2 and finds the rule set.
    ///
    /// # Errors
    /// The first value that is out of range, an adult of an age the law treats elsewhere, or a date
    /// without parameters.
    pub fn check(self) -> Result<Household, Problem> {
        let rules = rule_set::on(self.date).ok_or_else(|| Problem::new(Code::NoParameters, "date"))?;
        for (place, adult) in [(Place::First, Some(&self.adults.first)), (Place::Second, self.adults.second.as_ref())] {
            if let Some(adult) = adult {
                check_adult(adult, place.index(), rules)?;
            }
        }
        within(self.children.len(), 0, 10, || "children".to_owned())?;
        for (place, child) in self.children.iter().enumerate() {
            check_child(child, place)?;
        }
        within(self.cost_sharing_housemates, 0, 10, || "cost_sharing_housemates".to_owned())?;
        if let Some(rent) = self.rent {
            within(rent.0, 0, 500_000, || "housing.rent_cents".to_owned())?;
        }
        Ok(Household { situation: self, rules })
    }
}

fn check_adult(adult: &Adult, place: usize, rules: &RuleSet) -> Result<(), Problem> {
    let at = |field: &str| format!("adults[{place}].{field}");
    within(adult.age, 0, 130, || at("age"))?;
    if adult.age < ADULT || adult.age >= rules.pension_age.years.0 {
        return Err(Problem::new(Code::UnsupportedAge, at("age")));
    }
    within(adult.hours_per_week.0, 0, 6_000, || at("hours_per_week"))?;
    within(adult.hourly_wage.0, 100, 20_000, || at("hourly_wage_cents"))?;
    within(adult.disregard_months_used, 0, MONTHS_N, || at("disregard_months_used"))?;
    within(adult.single_parent_disregard_months_used, 0, MONTHS_R, || at("single_parent_disregard_months_used"))?;
    within(adult.wage_subsidy_months_used, 0, MONTHS_Z, || at("wage_subsidy_months_used"))?;
    within(adult.disregard_2027_months_used, 0, MONTHS_2027, || at("disregard_2027_months_used"))
}

fn check_child(child: &Child, place: usize) -> Result<(), Problem> {
    let at = |field: &str| format!("children[{place}].{field}");
    within(child.age, 0, ADULT - 1, || at("age"))?;
    match &child.childcare {
        Some(care) => {
            within(care.hours_per_month.0, 0, 40_000, || at("childcare.hours_per_month"))?;
            within(care.hourly_price.0, 0, 5_000, || at("childcare.hourly_price_cents"))
        }
        None => Ok(()),
    }
}

/// Age from which somebody is an adult.
const ADULT: i64 = 18;

// The most that the form of the interface allows; a test holds them to the parameters.
/// Months of letter n.
pub const MONTHS_N: i64 = 6;
/// Months of letter r.
pub const MONTHS_R: i64 = 30;
/// Months of letter z.
pub const MONTHS_Z: i64 = 12;
/// Months of art. 34a lid 1 sub a.
pub const MONTHS_2027: i64 = 12;

/// The one range test, so that every field reports in the same way.
fn within<T: TryInto<i64>>(value: T, low: i64, high: i64, field: impl FnOnce() -> String) -> Result<(), Problem> {
    match value.try_into() {
        Ok(value) if (low..=high).contains(&value) => Ok(()),
        _ => Err(Problem::new(Code::OutOfRange, field())),
    }
}

/// A situation that was checked, with the rules of its date. Everything can be calculated for it.
#[derive(Clone, Debug)]
pub struct Household {
    situation: Situation,
    rules: &'static RuleSet,
}

impl Household {
    /// What was told.
    #[must_use]
    pub const fn situation(&self) -> &Situation {
        &self.situation
    }

    /// The rules of its date.
    #[must_use]
    pub const fn rules(&self) -> &'static RuleSet {
        self.rules
    }

    /// Gives the situation back, to change it and check it again.
    #[must_use]
    pub fn into_situation(self) -> Situation {
        self.situation
    }
}
