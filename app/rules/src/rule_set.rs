//! Which amounts and which disregard rules stand in which period; resolved when the crate is compiled.

use crate::confidence::Confidence;
use crate::day::Day;
use crate::law::{
    assets, assistance_norm, child_benefit, child_budget, childcare, combination_credit, cost_sharing, disregard, disregard_2027, healthcare_allowance,
    holiday_entitlement, holiday_reserve, minimum_award, minimum_wage, payroll_tax, rent_allowance, year_wage,
};
use crate::parameter::{Missing, Source, amounts};

pub use crate::generated::RULE_SETS;

amounts! {
    /// From what age the law treats somebody elsewhere.
    PensionAge {
        /// AOW age.
        years: Count = "aow.age",
    }
}

/// The article on what is left out of the deduction of wages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// Art. 31 lid 2 n, r, y, z, aa.
    Article31,
    /// Art. 34a.
    Article34a,
}

/// The disregard rules with their amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disregards {
    /// Until 2027.
    Article31(disregard::Amounts),
    /// From 2027.
    Article34a(disregard_2027::Amounts),
}

/// A line of `data/rule-sets.csv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub name: &'static str,
    pub first_day: Day,
    pub last_day: Day,
    pub amounts_on: Day,
    pub disregard_on: Day,
    pub regime: Regime,
    pub projection: bool,
}

/// All amounts of a period. There is no rule set with a hole: that does not compile.
#[derive(Clone, Copy, Debug)]
pub struct RuleSet {
    /// Name on the machine interface.
    pub name: &'static str,
    /// First day.
    pub first_day: Day,
    /// Last day.
    pub last_day: Day,
    /// The day of which the amounts are used.
    pub amounts_on: Day,
    /// The amounts of the period are not known yet; the newest known are used, and every screen says so.
    pub projection: bool,
    /// Disregards.
    pub disregards: Disregards,
    /// Wage tax and income tax.
    pub tax: payroll_tax::Amounts,
    /// Combination credit.
    pub combination: combination_credit::Amounts,
    /// Age of the child for the combination credit.
    pub combination_child: combination_credit::ChildAge,
    /// Holiday pay on wages.
    pub holiday_pay: year_wage::Amounts,
    /// Holiday entitlement over net wages.
    pub entitlement: holiday_entitlement::Amounts,
    /// Holiday allowance in the benefit.
    pub reserve: holiday_reserve::Amounts,
    /// Benefit norms.
    pub norms: assistance_norm::Amounts,
    /// Cost sharing.
    pub sharing: cost_sharing::Amounts,
    /// Healthcare allowance.
    pub healthcare: healthcare_allowance::Amounts,
    /// Rent allowance.
    pub rent: rent_allowance::Amounts,
    /// Child budget.
    pub child_budget: child_budget::Amounts,
    /// Child benefit.
    pub child_benefit: child_benefit::Amounts,
    /// Childcare.
    pub childcare: childcare::Amounts,
    /// Smallest allowance that is awarded.
    pub minimum: minimum_award::Amounts,
    /// Asset limits, for forms.
    pub assets: assets::Amounts,
    /// Minimum wage, for forms.
    pub minimum_wage: minimum_wage::Amounts,
    /// Pension age.
    pub pension_age: PensionAge,
}

/// Unwraps a lookup at compile time: a missing parameter stops the build.
macro_rules! present {
    ($lookup:expr) => {
        match $lookup {
            Ok(amounts) => amounts,
            Err(missing) => absent(missing),
        }
    };
}

#[allow(clippy::panic, reason = "runs at compile time only; the message is the name of the parameter")]
const fn absent<T>(missing: Missing) -> T {
    panic!("{}", missing.id)
}

impl RuleSet {
    /// Finds all amounts of a row; used in a static, so at compile time.
    pub(crate) const fn resolve(row: Row) -> Self {
        let source = Source::national(row.amounts_on);
        Self {
            name: row.name,
            first_day: row.first_day,
            last_day: row.last_day,
            amounts_on: row.amounts_on,
            projection: row.projection,
            disregards: Disregards::resolve(row.regime, Source::national(row.disregard_on)),
            tax: present!(payroll_tax::Amounts::read(source)),
            combination: present!(combination_credit::Amounts::read(source)),
            combination_child: present!(combination_credit::ChildAge::read(source)),
            holiday_pay: present!(year_wage::Amounts::read(source)),
            entitlement: present!(holiday_entitlement::Amounts::read(source)),
            reserve: present!(holiday_reserve::Amounts::read(source)),
            norms: present!(assistance_norm::Amounts::read(source)),
            sharing: present!(cost_sharing::Amounts::read(source)),
            healthcare: present!(healthcare_allowance::Amounts::read(source)),
            rent: present!(rent_allowance::Amounts::read(source)),
            child_budget: present!(child_budget::Amounts::read(source)),
            child_benefit: present!(child_benefit::Amounts::read(source)),
            childcare: present!(childcare::Amounts::read(source)),
            minimum: present!(minimum_award::Amounts::read(source)),
            assets: assets::Amounts {
                assistance: present!(assets::Assistance::read(source)),
                healthcare: present!(assets::Healthcare::read(source)),
                rent: present!(assets::Rent::read(source)),
            },
            minimum_wage: present!(minimum_wage::Amounts::read(source)),
            pension_age: present!(PensionAge::read(source)),
        }
    }

    /// The least that every amount of this set is in doubt: projected amounts are all uncertain.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        if self.projection { Confidence::Projected } else { Confidence::VerifiedPrimary }
    }
}

impl Disregards {
    const fn resolve(regime: Regime, source: Source) -> Self {
        match regime {
            Regime::Article31 => Self::Article31(disregard::Amounts {
                n: present!(disregard::Terms::read(disregard::Kind::N, source)),
                r: present!(disregard::Terms::read(disregard::Kind::R, source)),
                y: present!(disregard::Terms::read(disregard::Kind::Y, source)),
                z: present!(disregard::Terms::read(disregard::Kind::Z, source)),
                conditions: present!(disregard::Conditions::read(source)),
            }),
            Regime::Article34a => Self::Article34a(disregard_2027::Amounts {
                months: present!(disregard_2027::Months::read(source)),
                medical: present!(disregard_2027::Medical::read(source)),
            }),
        }
    }

    /// The article of these rules.
    #[must_use]
    pub const fn regime(&self) -> Regime {
        match self {
            Self::Article31(_) => Regime::Article31,
            Self::Article34a(_) => Regime::Article34a,
        }
    }
}

/// The rule set of a day; `None` when there are no parameters for it.
#[must_use]
pub fn on(day: Day) -> Option<&'static RuleSet> {
    RULE_SETS.iter().find(|set| set.first_day <= day && day <= set.last_day)
}

/// The first rule set after `day` in which another article on disregards is in force.
#[must_use]
pub fn next_regime(day: Day) -> Option<&'static RuleSet> {
    let now = on(day)?.disregards.regime();
    RULE_SETS.iter().find(|set| set.first_day > day && set.disregards.regime() != now)
}
