//! The names of the rules: what a trace entry is about, and on which earlier results it rests.

/// A rule of the calculation. The first five are per adult, the rest per household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Gross wage per month (brutoloon).
    GrossWage,
    /// Wage tax per month (loonheffing).
    PayrollTax,
    /// Net wage per month (nettoloon).
    NetWage,
    /// Holiday pay that belongs to a net wage (vakantietoeslag over inkomen).
    HolidayEntitlement,
    /// Part of the wage that is not deducted (vrijlating).
    Disregard,
    /// Income tax of the year (inkomstenbelasting).
    AnnualTax,
    /// Income-related combination credit (inkomensafhankelijke combinatiekorting).
    CombinationCredit,
    /// Benefit norm (bijstandsnorm).
    AssistanceNorm,
    /// Benefit, holiday allowance included (bijstand).
    Assistance,
    /// What is paid each month (95%).
    AssistancePaidMonthly,
    /// Gross benefit of the year (bruto bijstand).
    AssistanceGrossYear,
    /// Assessment income (toetsingsinkomen).
    AssessmentIncomeYear,
    /// Healthcare allowance (zorgtoeslag).
    HealthcareAllowance,
    /// Rent allowance (huurtoeslag).
    RentAllowance,
    /// Child budget (kindgebonden budget).
    ChildBudget,
    /// Child benefit (kinderbijslag).
    ChildBenefit,
    /// Childcare allowance (kinderopvangtoeslag).
    ChildcareAllowance,
    /// What the childcare costs.
    ChildcareCost,
    /// Settlement of tax and holiday pay over the year, per month.
    TaxSettlement,
    /// What is left each month.
    DisposableIncome,
    /// A limit of the law at which an amount may jump.
    Threshold,
}

impl Rule {
    /// The name on the machine interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GrossWage => "gross_wage",
            Self::PayrollTax => "payroll_tax",
            Self::NetWage => "net_wage",
            Self::HolidayEntitlement => "holiday_entitlement",
            Self::Disregard => "disregard",
            Self::AnnualTax => "annual_tax",
            Self::CombinationCredit => "combination_credit",
            Self::AssistanceNorm => "assistance_norm",
            Self::Assistance => "assistance",
            Self::AssistancePaidMonthly => "assistance_paid_monthly",
            Self::AssistanceGrossYear => "assistance_gross_year",
            Self::AssessmentIncomeYear => "assessment_income_year",
            Self::HealthcareAllowance => "healthcare_allowance",
            Self::RentAllowance => "rent_allowance",
            Self::ChildBudget => "child_budget",
            Self::ChildBenefit => "child_benefit",
            Self::ChildcareAllowance => "childcare_allowance",
            Self::ChildcareCost => "childcare_cost",
            Self::TaxSettlement => "tax_settlement",
            Self::DisposableIncome => "disposable_income",
            Self::Threshold => "threshold",
        }
    }

    /// The results this rule takes as input; a doubt about them is a doubt about this one.
    #[must_use]
    pub const fn rests_on(self) -> &'static [Self] {
        match self {
            Self::PayrollTax | Self::AnnualTax => &[Self::GrossWage],
            Self::NetWage => &[Self::PayrollTax],
            Self::HolidayEntitlement => &[Self::NetWage],
            Self::Disregard => &[Self::HolidayEntitlement],
            Self::CombinationCredit => &[Self::AnnualTax],
            Self::Assistance => &[Self::AssistanceNorm, Self::Disregard, Self::CombinationCredit],
            Self::AssistancePaidMonthly | Self::AssistanceGrossYear => &[Self::Assistance],
            Self::AssessmentIncomeYear => &[Self::GrossWage, Self::AssistanceGrossYear],
            Self::HealthcareAllowance | Self::RentAllowance | Self::ChildBudget => &[Self::AssessmentIncomeYear],
            Self::ChildcareAllowance => &[Self::AssessmentIncomeYear, Self::ChildcareCost],
            Self::TaxSettlement => &[Self::AnnualTax, Self::HolidayEntitlement, Self::Assistance],
            Self::DisposableIncome => &[
                Self::HolidayEntitlement,
                Self::Assistance,
                Self::HealthcareAllowance,
                Self::RentAllowance,
                Self::ChildBudget,
                Self::ChildBenefit,
                Self::ChildcareAllowance,
                Self::TaxSettlement,
            ],
            Self::GrossWage | Self::AssistanceNorm | Self::ChildBenefit | Self::ChildcareCost | Self::Threshold => &[],
        }
    }
}
