//! Participatiewet art. 37: net minimum wage, from which the couple norm follows (netto minimumloon).
//!
//! A check on the tables: norms are read as data, this rule must give the same amount.

use crate::law::general_credit::general_credit;
use crate::law::income_tax::income_tax;
use crate::law::payroll_tax;
use crate::law::year_wage;
use crate::money::{Cents, Euros, Fraction, MONTHS, Rate};

/// The couple norm in cents per month that follows from a reference wage (referentiemaandloon).
///
/// `credit_share` is the part of the general credit that counts (art. 37 lid 5), above 100%
/// for as long as the double credit is being taken away.
#[must_use]
pub fn couple_norm(tax: &payroll_tax::Amounts, holiday: &year_wage::Amounts, reference_wage: Cents, credit_share: Rate) -> Cents {
    let gross = Cents(holiday.holiday_pay.on_top().of(reference_wage.0).ceil());
    let year = tax.table_year(gross);
    let one_credit = general_credit(&tax.general, year);
    let credit = Euros(credit_share.of(one_credit.0).ceil());
    let due = (income_tax(&tax.brackets, year) - credit).cents();
    gross - Cents(Fraction::whole(due.0).over(MONTHS).half_up())
}
