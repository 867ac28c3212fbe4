//! Wet op de zorgtoeslag art. 2: healthcare allowance (zorgtoeslag).

use crate::law::minimum_award::{self, awarded};
use crate::money::{Euros, Fraction, MONTHS};
use crate::parameter::amounts;
use crate::rule::Rule;
use crate::threshold::Threshold;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet op de zorgtoeslag art. 2";

amounts! {
    /// Standard premium and the part of it that is one's own.
    Amounts {
        /// Standard premium of one adult (standaardpremie).
        premium: Euros = "zt.sp",
        /// Threshold income (drempelinkomen).
        threshold: Euros = "zt.drempel",
        /// Own part of the threshold income, one adult.
        own_share_single: Rate = "zt.p_single",
        /// Own part of the threshold income, two adults together.
        own_share_couple: Rate = "zt.p_couple",
        /// Own part of the income above the threshold.
        share_above: Rate = "zt.q",
    }
}

/// The allowance of a year and of a month.
#[derive(Clone, Copy, Debug)]
pub struct HealthcareAllowance {
    /// Euros per year, exact.
    pub exact_year: Fraction,
    /// Whole euros per year, before the smallest amount.
    pub year: Euros,
    /// Whole euros per month.
    pub month: Euros,
    /// What took it away, if something did.
    pub threshold: Option<Threshold>,
}

/// The allowance at an income: the year to the nearest euro, the month rounded down.
pub fn healthcare_allowance(
    amounts: &Amounts,
    minimum: &minimum_award::Amounts,
    with_partner: bool,
    income: Euros,
    assets_above_limit: bool,
    sink: &mut impl Sink,
) -> HealthcareAllowance {
    let (adults, own_share) = if with_partner { (2, amounts.own_share_couple) } else { (1, amounts.own_share_single) };
    let own = own_share.of(amounts.threshold.0) + amounts.share_above.of(income.above(amounts.threshold).0);
    let exact_year = (Fraction::whole(amounts.premium.0 * adults) - own).or_zero();
    let year = Euros(exact_year.half_up());
    let whole_year = Fraction::whole(year.0);
    let award = awarded(minimum, whole_year, Euros(whole_year.over(MONTHS).floor()));
    let (month, threshold) =
        if assets_above_limit { (Euros(0), None) } else { (award.amount, award.below_minimum.then_some(Threshold::HealthcareBelowMinimum)) };
    sink.record(|| {
        Entry::new(Rule::HealthcareAllowance, ARTICLE, month.cents())
            .input("assessment_income_euro", income)
            .input("adults", adults)
            .input("year_euro", year)
            .input("assets_above_limit", assets_above_limit)
            .uses(Amounts::PARAMETERS, amounts.confidence.weakest(minimum.confidence))
            .rounded(Rounding::YearHalfUpMonthDown)
            .note("every adult is insured")
    });
    HealthcareAllowance { exact_year, year, month, threshold }
}
