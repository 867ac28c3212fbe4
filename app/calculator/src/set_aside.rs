//! What to set aside when a change is not reported: the allowances of a year are settled after it.

use crate::months::Month;
use rules::calculate::allowances_at;
use rules::{Cents, Euros, Household, Outcome, calculate};

/// An amount to set aside for the settlement of the allowances of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetAside {
    /// The year.
    pub year: u32,
    /// Whole euros per month.
    pub per_month: Euros,
    /// In how many months.
    pub months: i64,
    /// What is paid in the year when the change is not reported, cents.
    pub advance: Cents,
    /// What there is a right to, cents.
    pub right: Cents,
}

/// Right and advance of a year (`interface.md` section 10). Months before the start are as now.
pub fn set_aside(now: &Household, plan: &Household, months: &[Month], year: u32) -> Option<SetAside> {
    let ahead: Vec<&Month> = months.iter().filter(|month| month.at.year == year).collect();
    let first = ahead.first()?;
    let before = calculate(now);
    let months_before = i64::from(first.at.month) - 1;
    let income = |outcome: &Outcome| {
        let wages = outcome.gross_with_holiday_pay(&now.rules().holiday_pay);
        // Gross benefit of the year is twelve equal months.
        wages.0 * 12 + outcome.household.assistance_gross_year.0
    };
    let year_income = (months_before * income(&before) + ahead.iter().map(|month| income(&month.outcome)).sum::<i64>()) / 12;
    let right = Cents(allowances_at(plan, Euros(year_income / 100)).sum().0 * 12);
    let household = &before.household;
    let monthly = household.healthcare_allowance + household.rent_allowance + household.child_budget + household.childcare_allowance;
    let advance = Cents(monthly.0 * 12);
    let months = i64::try_from(ahead.len()).ok()?;
    let short = (advance - right).or_zero();
    let per_month = Euros((short.0 + months * 100 - 1) / (months * 100));
    (per_month > Euros(0)).then_some(SetAside { year, per_month, months, advance, right })
}

#[cfg(test)]
mod tests {
    use crate::months::tests::{SINGLE, line_of};

    #[test]
    fn nothing_is_set_aside_when_the_allowances_stay() {
        assert_eq!(line_of(SINGLE, "2026-11-22").set_aside.iter().map(|s| s.year).collect::<Vec<_>>(), Vec::<u32>::new());
    }

    #[test]
    fn what_is_paid_too_much_is_set_aside_over_the_months_that_are_left() {
        let mut fields = SINGLE.to_vec();
        fields.push(("plan", "36"));
        let line = line_of(&fields, "2026-06-10");
        let [first, second] = line.set_aside.as_slice() else { panic!("{:?}", line.set_aside) };
        assert_eq!((first.year, first.months, second.year, second.months), (2026, 6, 2027, 12));
        for one in [first, second] {
            let short = one.advance.0 - one.right.0;
            assert!(one.per_month.0 * 100 * one.months >= short && (one.per_month.0 - 1) * 100 * one.months < short, "{one:?}");
        }
        // Half a year of wage costs less allowance than a whole year.
        assert!(first.advance.0 - first.right.0 < second.advance.0 - second.right.0);
    }
}
