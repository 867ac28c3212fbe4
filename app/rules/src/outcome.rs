//! The result: every amount of a month, in cents, with the limits that were passed.

use crate::confidence::Confidence;
use crate::law::disregard::Disregard;
use crate::money::Cents;
use crate::pair::Pair;
use crate::threshold::Passed;

/// What one month looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Per adult, in the order of the situation.
    pub adults: Pair<AdultOutcome>,
    /// The household.
    pub household: HouseholdOutcome,
    /// Limits of the law that were passed.
    pub passed: Passed,
    /// The least sure of all parameters that count in what is left.
    pub confidence: Confidence,
}

/// The wages of one adult; cents per month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdultOutcome {
    /// Gross wage without holiday pay.
    pub gross_wage: Cents,
    /// Wage tax.
    pub payroll_tax: Cents,
    /// Net wage.
    pub net_wage: Cents,
    /// Holiday pay that counts with the net wage.
    pub holiday_entitlement: Cents,
    /// What is not deducted from the benefit; also given when no benefit is left.
    pub disregard: Disregard,
}

/// The amounts of the household; cents per month, the two with `_year` cents per year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseholdOutcome {
    /// Benefit norm.
    pub assistance_norm: Cents,
    /// Benefit, holiday allowance included.
    pub assistance: Cents,
    /// What is paid of it each month.
    pub assistance_paid_monthly: Cents,
    /// Gross benefit of the year.
    pub assistance_gross_year: Cents,
    /// Income by which allowances are measured, of the year.
    pub assessment_income_year: Cents,
    /// Healthcare allowance.
    pub healthcare_allowance: Cents,
    /// Rent allowance.
    pub rent_allowance: Cents,
    /// Child budget.
    pub child_budget: Cents,
    /// Child benefit.
    pub child_benefit: Cents,
    /// Childcare allowance.
    pub childcare_allowance: Cents,
    /// Cost of childcare.
    pub childcare_cost: Cents,
    /// Settlement of tax and holiday pay; may be below zero.
    pub tax_settlement: Cents,
    /// What is left; below zero only when childcare costs more than all income.
    pub disposable_income: Cents,
}

impl Outcome {
    /// Gross wages of all adults with holiday pay (8%), cents per month, rounded half up: what "each
    /// extra euro" is measured against.
    #[must_use]
    pub fn gross_with_holiday_pay(&self, holiday: &crate::law::year_wage::Amounts) -> Cents {
        let gross: Cents = self.adults.iter().map(|adult| adult.gross_wage).sum();
        Cents(holiday.holiday_pay.on_top().of(gross.0).half_up())
    }
}
