//! Participatiewet art. 19 lid 3 and 45: 5% of the benefit is kept for June, so 95% is paid monthly (vakantietoeslag).

use crate::money::Cents;
use crate::parameter::amounts;
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Participatiewet art. 19 lid 3, 45";

amounts! {
    /// The share of holiday allowance.
    Amounts {
        /// Part of the benefit that is holiday allowance.
        share: Rate = "pw.vt_pct",
    }
}

/// What is paid each month, in cents, rounded half up.
pub fn paid_monthly(amounts: &Amounts, assistance: Cents, sink: &mut impl Sink) -> Cents {
    let amount = Cents(amounts.share.complement().of(assistance.0).half_up());
    sink.record(|| {
        Entry::new(Rule::AssistancePaidMonthly, ARTICLE, amount)
            .input("assistance_cents", assistance)
            .input("holiday_share_pct", amounts.share)
            .uses(Amounts::PARAMETERS, amounts.confidence)
            .rounded(Rounding::HalfUpToCent)
    });
    amount
}
