//! Wet op de loonbelasting 1964 art. 20a, 22, 22a and the white month table: wage tax (loonheffing).

use crate::confidence::Confidence;
use crate::law::general_credit::{self, general_credit};
use crate::law::income_tax::{self, income_tax};
use crate::law::labour_credit::{self, labour_credit};
use crate::money::{Cents, Euros};
use crate::parameter::{Missing, Source, amounts};
use crate::rule::Rule;
use crate::trace::{Entry, Rounding, Sink};

/// The article, for the trace.
pub const ARTICLE: &str = "Wet LB 1964 art. 20a, 22, 22a; loonbelastingtabel wit, maand";

amounts! {
    /// The step of the month table.
    Table {
        /// Wages are rounded down to a multiple of this.
        step: Cents = "lb.step",
    }
}

/// All amounts of the month table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Tax brackets.
    pub brackets: income_tax::Brackets,
    /// General credit.
    pub general: general_credit::Amounts,
    /// Labour credit.
    pub labour: labour_credit::Amounts,
    /// Table step.
    pub table: Table,
}

impl Amounts {
    /// Reads the amounts that stand on the day of `source`.
    ///
    /// # Errors
    /// [`Missing`] names the first parameter without a value.
    pub const fn read(source: Source) -> Result<Self, Missing> {
        let brackets = match income_tax::Brackets::read(source) {
            Ok(amounts) => amounts,
            Err(missing) => return Err(missing),
        };
        let general = match general_credit::Amounts::read(source) {
            Ok(amounts) => amounts,
            Err(missing) => return Err(missing),
        };
        let labour = match labour_credit::Amounts::read(source) {
            Ok(amounts) => amounts,
            Err(missing) => return Err(missing),
        };
        match Table::read(source) {
            Ok(table) => Ok(Self { brackets, general, labour, table }),
            Err(missing) => Err(missing),
        }
    }

    /// The least sure of all of them.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        let credits = self.general.confidence.weakest(self.labour.confidence);
        self.brackets.confidence.weakest(credits).weakest(self.table.confidence)
    }

    /// Tax and credits over a year of wages.
    #[must_use]
    pub fn year(&self, wage: Euros) -> Year {
        Year { tax: income_tax(&self.brackets, wage), general: general_credit(&self.general, wage), labour: labour_credit(&self.labour, wage) }
    }

    /// The year wage of the row of the month table in which a month wage falls.
    #[must_use]
    pub fn table_year(&self, gross_month: Cents) -> Euros {
        let rows = gross_month.0.div_euclid(self.table.step.0.max(1));
        Euros((rows * self.table.step.0 * 12).div_euclid(100))
    }
}

/// Tax and credits of a year, in whole euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Tax before credits.
    pub tax: Euros,
    /// General credit.
    pub general: Euros,
    /// Labour credit.
    pub labour: Euros,
}

impl Year {
    /// Tax after the two credits, never below zero (Wet IB art. 8.8).
    #[must_use]
    pub fn due(self) -> Euros {
        self.tax.above(self.general + self.labour)
    }
}

/// Wage tax of a month with the credits applied, in cents, exactly as the official table.
pub fn payroll_tax(amounts: &Amounts, gross_month: Cents, sink: &mut impl Sink) -> Cents {
    let year = amounts.table_year(gross_month);
    let parts = amounts.year(year);
    let amount = parts.due().month_half_up();
    sink.record(|| {
        Entry::new(Rule::PayrollTax, ARTICLE, amount)
            .input("gross_wage_cents", gross_month)
            .input("table_year_wage_euro", year)
            .input("tax_before_credits_euro", parts.tax)
            .input("general_credit_euro", parts.general)
            .input("labour_credit_euro", parts.labour)
            .uses(PARAMETERS, amounts.confidence())
            .rounded(Rounding::PayrollTable)
            .note("with tax credits; pension premium 0")
    });
    amount
}

/// The parameters of the month table.
pub const PARAMETERS: &[&str] = &[
    "lb.step",
    "ib.rate1",
    "ib.bound1",
    "ib.rate2",
    "ib.bound2",
    "ib.rate3",
    "ahk.max",
    "ahk.taper",
    "ahk.from",
    "ak.1.rate",
    "ak.1.cap",
    "ak.2.from",
    "ak.2.rate",
    "ak.2.cap",
    "ak.3.from",
    "ak.3.rate",
    "ak.3.cap",
    "ak.4.from",
    "ak.4.rate",
];
