//! Wet op de huurtoeslag art. 13-21 (as from 2026): rent allowance (huurtoeslag).

use crate::law::minimum_award::{self, awarded};
use crate::money::{CENTS, Cents, Euros, Fraction, MONTHS, Rate};
use crate::parameter::amounts;
use crate::rule::Rule;
use crate::threshold::Threshold;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet op de huurtoeslag art. 13, 16-21";

/// Below this age, without a child, only a low rent counts (art. 13).
const YOUNG: i64 = 21;

amounts! {
    /// Rents, percentages and incomes of the rule.
    Amounts {
        /// Rent that counts at most.
        cap: Cents = "ht26.cap",
        /// The same when all adults are young and there is no child.
        cap_young: Cents = "ht26.cap_young",
        /// Rent that is one's own, one person (basishuur).
        base_one: Cents = "ht26.basishuur_1p",
        /// Rent that is one's own, more persons.
        base_more: Cents = "ht26.basishuur_mp",
        /// Quality limit (kwaliteitskortingsgrens).
        quality: Cents = "ht26.kkg",
        /// Second limit, one or two persons (aftoppingsgrens).
        top_two: Cents = "ht26.aftop_12",
        /// Second limit, three or more persons.
        top_three: Cents = "ht26.aftop_3",
        /// Part paid up to the quality limit.
        share_low: Rate = "ht26.pct_a",
        /// Part paid up to the second limit.
        share_middle: Rate = "ht26.pct_b",
        /// Part paid above it.
        share_high: Rate = "ht26.pct_c",
        /// Taper of a year, one person.
        taper_one: Rate = "ht26.afbouw_1p",
        /// Taper of a year, more persons.
        taper_more: Rate = "ht26.afbouw_mp",
        /// Income from which it tapers, one person.
        from_one: Euros = "ht26.ijk_1p",
        /// Income from which it tapers, more persons.
        from_more: Euros = "ht26.ijk_mp",
    }
}

/// What the rule asks.
#[derive(Clone, Copy, Debug)]
pub struct Tenancy {
    /// Bare rent per month, without service costs; `None` is no rented home.
    pub rent: Option<Cents>,
    /// Adults and children; housemates do not count.
    pub persons: i64,
    /// Age of the oldest adult.
    pub oldest: i64,
    /// Whether there is a child.
    pub with_child: bool,
    /// Assessment income.
    pub income: Euros,
    /// Assets above the limit for rent allowance.
    pub assets_above_limit: bool,
}

/// The allowance of a month.
#[derive(Clone, Copy, Debug)]
pub struct RentAllowance {
    /// Whole euros per month.
    pub month: Euros,
    /// What the income takes off, in cents per month, exact.
    pub reduction: Fraction,
    /// What took it away, if something did.
    pub threshold: Option<Threshold>,
}

/// The part of the rent that is paid before income counts, in cents per month, exact.
fn gross(amounts: &Amounts, tenancy: &Tenancy, rent: Cents) -> Fraction {
    let base = if tenancy.persons == 1 { amounts.base_one } else { amounts.base_more };
    let top = if tenancy.persons <= 2 { amounts.top_two } else { amounts.top_three };
    let slice = |share: Rate, upto: Cents, from: Cents| share.of((upto - from).or_zero().0);
    slice(amounts.share_low, rent.at_most(amounts.quality), base)
        + slice(amounts.share_middle, rent.at_most(top), amounts.quality)
        + slice(amounts.share_high, rent, top)
}

/// The allowance: the month rounded down to the euro. The income lowers the allowance itself.
pub fn rent_allowance(amounts: &Amounts, minimum: &minimum_award::Amounts, tenancy: Tenancy, sink: &mut impl Sink) -> RentAllowance {
    let young = tenancy.oldest < YOUNG && !tenancy.with_child;
    let cap = if young { amounts.cap_young } else { amounts.cap };
    let counted = tenancy.rent.unwrap_or_default().at_most(cap);
    let (taper, from) = if tenancy.persons == 1 { (amounts.taper_one, amounts.from_one) } else { (amounts.taper_more, amounts.from_more) };
    let reduction = taper.of(tenancy.income.above(from).cents().0).over(MONTHS);
    let month = Euros((gross(amounts, &tenancy, counted) - reduction).or_zero().over(CENTS).floor());
    let award = awarded(minimum, Fraction::whole(month.0 * 12), month);
    let (month, threshold) = if tenancy.rent.is_none() || tenancy.assets_above_limit {
        (Euros(0), None)
    } else {
        (award.amount, award.below_minimum.then_some(Threshold::RentBelowMinimum))
    };
    sink.record(|| {
        Entry::new(Rule::RentAllowance, ARTICLE, month.cents())
            .input("rented", tenancy.rent.is_some())
            .input("rent_counted_cents", counted)
            .input("persons", tenancy.persons)
            .input("assessment_income_euro", tenancy.income)
            .input("reduction_cents", Cents(reduction.half_up()))
            .input("assets_above_limit", tenancy.assets_above_limit)
            .uses(Amounts::PARAMETERS, amounts.confidence.weakest(minimum.confidence))
            .rounded(Rounding::MonthDownToEuro)
            .note("housemates and their income do not count")
    });
    RentAllowance { month, reduction, threshold }
}
