//! No article of law (the wage that was agreed, 52 weeks over 12 months): gross wage per month (brutoloon).

use crate::money::{Cents, Fraction, Hours, nonzero};
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// No article: hours and wage come from the contract.
pub const ARTICLE: &str = "-";

/// Weeks that a year of wages counts.
const WEEKS: i64 = 52;

/// Gross wage per month without holiday pay, in cents, rounded half up.
pub fn gross_wage(hours_per_week: Hours, hourly_wage: Cents, sink: &mut impl Sink) -> Cents {
    // Hours are in hundredths: hours x wage x 52 / (12 x 100).
    let exact = Fraction::whole(hours_per_week.0).times(hourly_wage.0).times(WEEKS).over(nonzero(1200));
    let amount = Cents(exact.half_up());
    sink.record(|| {
        Entry::new(Rule::GrossWage, ARTICLE, amount)
            .input("hours_per_week", hours_per_week)
            .input("hourly_wage_cents", hourly_wage)
            .rounded(Rounding::HalfUpToCent)
    });
    amount
}
