//! No article of law (the sum of the others): what is left each month (besteedbaar inkomen).

use crate::money::Cents;
use crate::rule::Rule;
use crate::trace::{Entry, Sink};

/// No article: it is a sum.
pub const ARTICLE: &str = "-";

/// Everything that comes in, and the childcare that goes out; cents per month.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Net wages with holiday entitlement.
    pub wages: Cents,
    /// Benefit with holiday allowance.
    pub assistance: Cents,
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
    /// Settlement of tax and holiday pay, may be below zero.
    pub tax_settlement: Cents,
}

/// The sum in cents per month. Below zero only when childcare costs more than all income.
pub fn disposable_income(parts: &Parts, sink: &mut impl Sink) -> Cents {
    let amount = parts.wages
        + parts.assistance
        + parts.healthcare_allowance
        + parts.rent_allowance
        + parts.child_budget
        + parts.child_benefit
        + parts.childcare_allowance
        - parts.childcare_cost
        + parts.tax_settlement;
    sink.record(|| {
        Entry::new(Rule::DisposableIncome, ARTICLE, amount)
            .input("wages_with_entitlement_cents", parts.wages)
            .input("assistance_cents", parts.assistance)
            .input("healthcare_allowance_cents", parts.healthcare_allowance)
            .input("rent_allowance_cents", parts.rent_allowance)
            .input("child_budget_cents", parts.child_budget)
            .input("child_benefit_cents", parts.child_benefit)
            .input("childcare_allowance_cents", parts.childcare_allowance)
            .input("childcare_cost_cents", parts.childcare_cost)
            .input("tax_settlement_cents", parts.tax_settlement)
            .note("holiday money included")
    });
    amount
}
