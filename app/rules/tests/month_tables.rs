//! The official white month tables of 2025 and 2026, every row: 4,860 wages, with and without credits.
//!
//! The tables are those of the Belastingdienst, as copied in the tests of the npm package
//! dutch-tax-income-calculator (ISC); the columns for people born before 1946 are left out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use rules::law::payroll_tax::{self, payroll_tax};
use rules::law::pension_age;
use rules::parameter::Source;
use rules::trace::NoTrace;
use rules::{Cents, Day};

/// Euros with two decimals, in cents.
fn cents(text: &str) -> Cents {
    Cents(text.replace('.', "").parse().unwrap())
}

/// The rows of a table, all amounts in cents.
fn rows(table: &str) -> impl Iterator<Item = Vec<Cents>> {
    table.lines().skip(1).map(|line| line.split(',').map(cents).collect())
}

fn tables() -> [(&'static str, &'static str); 2] {
    [("2025-01-01", include_str!("month-table-2025.csv")), ("2026-01-01", include_str!("month-table-2026.csv"))]
}

#[test]
fn every_row_below_pension_age() {
    let mut compared = 0;
    for (day, table) in tables() {
        let amounts = payroll_tax::Amounts::read(Source::national(Day::parse(day).unwrap())).unwrap();
        for row in rows(table) {
            let year = amounts.year(amounts.table_year(row[0]));
            assert_eq!(year.tax.month_half_up(), row[1], "{day} {row:?}");
            assert_eq!(payroll_tax(&amounts, row[0], &mut NoTrace), row[2], "{day} {row:?}");
            let used = year.labour.0.min(year.tax.above(year.general).0);
            assert_eq!(rules::Euros(used).month_half_up(), row[3], "{day} {row:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 4_860);
}

/// One row per year, far above any wage near the benefit, is a euro a year off (rules.md 3.1).
#[test]
fn every_row_but_one_a_year_from_pension_age() {
    for (day, table) in tables() {
        let source = Source::national(Day::parse(day).unwrap());
        let (own, amounts) = pension_age::Amounts::payroll(source).unwrap();
        let different = rows(table).filter(|row| {
            let wage = amounts.table_year(row[0]);
            let year = amounts.year(wage);
            let due = year.tax.above(year.general + pension_age::elderly_credit(&own, wage) + year.labour);
            year.tax.month_half_up() != row[4] || due.month_half_up() != row[5]
        });
        assert!(different.count() <= 1, "{day}");
    }
}
