//! The parts of what is left: the rows of the table, and the bands of the bars.

use crate::answer::Side;
use rules::{Cents, Rule};

/// A part of what is left; all parts add up to the whole, to the cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Net wages with holiday pay (loon).
    Wage,
    /// Benefit with holiday allowance (bijstand).
    Assistance,
    /// Healthcare allowance (zorgtoeslag).
    Healthcare,
    /// Rent allowance (huurtoeslag).
    Rent,
    /// Child budget (kindgebonden budget).
    ChildBudget,
    /// Child benefit (kinderbijslag).
    ChildBenefit,
    /// Childcare allowance (kinderopvangtoeslag).
    Childcare,
    /// The cost of childcare, below zero.
    ChildcareCost,
    /// Settlement of tax and holiday pay over the year.
    Settlement,
}

impl Part {
    /// Every part, in the order of the bars and the table.
    pub const ALL: [Self; 9] = [
        Self::Wage,
        Self::Assistance,
        Self::Healthcare,
        Self::Rent,
        Self::ChildBudget,
        Self::ChildBenefit,
        Self::Childcare,
        Self::ChildcareCost,
        Self::Settlement,
    ];

    /// The name in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wage => "wage",
            Self::Assistance => "assistance",
            Self::Healthcare => "healthcare",
            Self::Rent => "rent",
            Self::ChildBudget => "child-budget",
            Self::ChildBenefit => "child-benefit",
            Self::Childcare => "childcare",
            Self::ChildcareCost => "childcare-cost",
            Self::Settlement => "settlement",
        }
    }

    /// The rules that explain it, in the order of the calculation.
    #[must_use]
    pub const fn rules(self) -> &'static [Rule] {
        match self {
            Self::Wage => &[Rule::GrossWage, Rule::PayrollTax, Rule::NetWage, Rule::HolidayEntitlement],
            Self::Assistance => &[Rule::AssistanceNorm, Rule::Disregard, Rule::CombinationCredit, Rule::Assistance, Rule::AssistancePaidMonthly],
            Self::Healthcare => &[Rule::AssistanceGrossYear, Rule::AssessmentIncomeYear, Rule::HealthcareAllowance],
            Self::Rent => &[Rule::AssessmentIncomeYear, Rule::RentAllowance],
            Self::ChildBudget => &[Rule::AssessmentIncomeYear, Rule::ChildBudget],
            Self::ChildBenefit => &[Rule::ChildBenefit],
            Self::Childcare => &[Rule::AssessmentIncomeYear, Rule::ChildcareAllowance],
            Self::ChildcareCost => &[Rule::ChildcareCost],
            Self::Settlement => &[Rule::AnnualTax, Rule::CombinationCredit, Rule::TaxSettlement],
        }
    }

    /// What the bars show together: wages, benefit, allowances, children, settlement.
    #[must_use]
    pub const fn band(self) -> Band {
        match self {
            Self::Wage => Band::Wage,
            Self::Assistance => Band::Assistance,
            Self::Healthcare | Self::Rent => Band::Allowances,
            Self::ChildBudget | Self::ChildBenefit | Self::Childcare | Self::ChildcareCost => Band::Children,
            Self::Settlement => Band::Settlement,
        }
    }
}

/// One colour and pattern of the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Wages.
    Wage,
    /// Benefit.
    Assistance,
    /// Healthcare and rent allowance.
    Allowances,
    /// Everything for children, less the cost of childcare.
    Children,
    /// Settlement over the year.
    Settlement,
}

impl Band {
    /// Every band, from the foot of the bar.
    pub const ALL: [Self; 5] = [Self::Wage, Self::Assistance, Self::Allowances, Self::Children, Self::Settlement];

    /// The name in texts and classes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wage => "wage",
            Self::Assistance => "assistance",
            Self::Allowances => "allowances",
            Self::Children => "children",
            Self::Settlement => "settlement",
        }
    }

    /// Its amount.
    #[must_use]
    pub fn amount(self, side: &Side) -> Cents {
        Part::ALL.into_iter().filter(|part| part.band() == self).map(|part| side.amount(part)).sum()
    }
}
