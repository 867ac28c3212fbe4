//! Participatiewet art. 31 lid 3: net wage, after wage tax and compulsory premiums (nettoloon).

use crate::money::Cents;
use crate::rule::Rule;
use crate::trace::{Entry, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Participatiewet art. 31 lid 3";

/// Net wage per month in cents; the pension premium counts as 0.
pub fn net_wage(gross: Cents, payroll_tax: Cents, sink: &mut impl Sink) -> Cents {
    let amount = gross - payroll_tax;
    sink.record(|| {
        Entry::new(Rule::NetWage, ARTICLE, amount).input("gross_wage_cents", gross).input("payroll_tax_cents", payroll_tax).note("pension premium 0")
    });
    amount
}
