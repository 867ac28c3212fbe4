//! Participatiewet art. 19, 31, 32, 34: benefit per month, 5% holiday allowance included (bijstand).

use crate::money::{Cents, Euros};
use crate::rule::Rule;
use crate::threshold::Threshold;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Participatiewet art. 19 lid 2, 31, 32, 34";

/// What the benefit is set against.
#[derive(Clone, Copy, Debug)]
pub struct Means {
    /// The norm.
    pub norm: Cents,
    /// Net wages with holiday entitlement of all adults.
    pub income: Cents,
    /// The part of it that is not deducted.
    pub disregarded: Cents,
    /// Assets above the limit of art. 34 lid 3.
    pub assets_above_limit: bool,
    /// Combination credit that lowers the tax of the year.
    pub combination_credit: Euros,
}

/// The benefit and the limit that ended it, if one did.
///
/// The refund of the combination credit is income for the benefit. While the benefit is higher, the
/// refund lowers it by the same amount, so neither changes the total; once it is not, the benefit ends.
pub fn assistance(means: Means, sink: &mut impl Sink) -> (Cents, Option<Threshold>) {
    let refund = means.combination_credit.month_half_up();
    let before = (means.norm - (means.income - means.disregarded)).or_zero();
    let (amount, ended_by) = if means.assets_above_limit {
        (Cents(0), Some(Threshold::AssistanceAssets))
    } else if before.0 == 0 {
        (Cents(0), Some(Threshold::AssistanceEndsByIncome))
    } else if before <= refund {
        (Cents(0), Some(Threshold::AssistanceEndsByCombinationCredit))
    } else {
        (before, None)
    };
    sink.record(|| {
        Entry::new(Rule::CombinationCredit, super::combination_credit::ARTICLE, refund)
            .input("lowers_tax_of_year_euro", means.combination_credit)
            .rounded(Rounding::HalfUpToCent)
            .note("income for the benefit when refunded (art. 31 lid 1, 32 lid 1 sub a)")
    });
    sink.record(|| {
        Entry::new(Rule::Assistance, ARTICLE, amount)
            .input("assistance_norm_cents", means.norm)
            .input("income_cents", means.income)
            .input("disregarded_cents", means.disregarded)
            .input("combination_credit_cents", refund)
            .input("assets_above_limit", means.assets_above_limit)
            .note("includes 5% holiday allowance, paid in June")
    });
    (amount, ended_by)
}
