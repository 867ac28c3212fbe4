//! From a result to a JSON line.

use super::escape::{write_decimal, write_number, write_text};
use crate::calculate::calculate_at;
use crate::money::{Cents, Hours};
use crate::outcome::{AdultOutcome, HouseholdOutcome, Outcome};
use crate::problem::Problem;
use crate::situation::Household;
use crate::threshold::Threshold;
use crate::trace::{Entry, Trace, Value};

/// The last whole hour of the curve.
const LAST_HOUR: i64 = 40;

/// Writes the result of a household.
pub fn write_result(out: &mut String, id: &str, household: &Household, outcome: &Outcome, trace: &Trace, curve: bool) {
    out.push_str("{\"id\":");
    write_text(out, id);
    out.push_str(",\"date\":\"");
    out.push_str(&household.situation().date.to_string());
    out.push_str("\",\"rule_set\":");
    write_text(out, household.rules().name);
    write_amounts(out, outcome);
    out.push_str(",\"trace\":[");
    list(out, trace.entries(), write_entry);
    out.push(']');
    if curve {
        out.push_str(",\"curve\":[");
        list(out, 0..=LAST_HOUR, |out, hour| {
            out.push_str("{\"hours_per_week\":");
            write_number(out, hour);
            write_amounts(out, &calculate_at(household, Hours::whole(hour)));
            out.push('}');
        });
        out.push(']');
    }
    out.push('}');
}

/// Writes the answer to a line that cannot be calculated.
pub fn write_problem(out: &mut String, id: Option<&str>, problem: &Problem) {
    out.push_str("{\"id\":");
    match id {
        Some(id) => write_text(out, id),
        None => out.push_str("null"),
    }
    out.push_str(",\"error\":{\"code\":");
    write_text(out, problem.code.as_str());
    out.push_str(",\"field\":");
    write_text(out, &problem.field);
    out.push_str(",\"message\":");
    write_text(out, problem.code.message());
    out.push_str("}}");
}

/// Writes items with commas between them.
fn list<T>(out: &mut String, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut String, T)) {
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(out, item);
    }
}

/// Writes `,"name":number`. Names are our own: nothing to escape.
fn amount(out: &mut String, name: &str, cents: Cents) {
    key(out, name);
    write_number(out, cents.0);
}

fn key(out: &mut String, name: &str) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
}

fn text(out: &mut String, name: &str, value: &str) {
    key(out, name);
    write_text(out, value);
}

fn write_amounts(out: &mut String, outcome: &Outcome) {
    out.push_str(",\"adults\":[");
    list(out, outcome.adults.iter(), write_adult);
    out.push_str("],\"household\":{");
    write_household(out, &outcome.household);
    out.push('}');
}

fn write_adult(out: &mut String, adult: &AdultOutcome) {
    out.push_str("{\"gross_wage\":");
    write_number(out, adult.gross_wage.0);
    amount(out, "payroll_tax", adult.payroll_tax);
    amount(out, "net_wage", adult.net_wage);
    amount(out, "holiday_entitlement", adult.holiday_entitlement);
    out.push_str(",\"disregard\":{\"kind\":");
    write_text(out, adult.disregard.kind.as_str());
    amount(out, "amount", adult.disregard.amount);
    out.push_str("}}");
}

fn write_household(out: &mut String, household: &HouseholdOutcome) {
    out.push_str("\"assistance_norm\":");
    write_number(out, household.assistance_norm.0);
    amount(out, "assistance", household.assistance);
    amount(out, "assistance_paid_monthly", household.assistance_paid_monthly);
    amount(out, "assistance_gross_year", household.assistance_gross_year);
    amount(out, "assessment_income_year", household.assessment_income_year);
    amount(out, "healthcare_allowance", household.healthcare_allowance);
    amount(out, "rent_allowance", household.rent_allowance);
    amount(out, "child_budget", household.child_budget);
    amount(out, "child_benefit", household.child_benefit);
    amount(out, "childcare_allowance", household.childcare_allowance);
    amount(out, "childcare_cost", household.childcare_cost);
    amount(out, "tax_settlement", household.tax_settlement);
    amount(out, "disposable_income", household.disposable_income);
}

fn write_entry(out: &mut String, entry: &Entry) {
    out.push_str("{\"rule\":");
    write_text(out, entry.rule.as_str());
    if let Some(adult) = entry.adult {
        key(out, "adult");
        write_number(out, i64::try_from(adult).unwrap_or_default());
    }
    text(out, "legal_ref", entry.article);
    amount(out, "amount", entry.amount);
    text(out, "note", entry.note);
    text(out, "rounding", entry.rounding.as_str());
    text(out, "confidence", entry.confidence.as_str());
    if let Some(threshold) = entry.threshold {
        text(out, "threshold", threshold.as_str());
        if let Threshold::ChildcareBand(band) = threshold {
            amount(out, "band", Cents(i64::from(band)));
        }
    }
    out.push_str(",\"inputs\":{");
    list(out, &entry.inputs, |out, (name, value)| {
        write_text(out, name);
        out.push(':');
        write_value(out, *value);
    });
    // The ids of the parameters stay in the Rust trace: they would make each line half as long again.
    out.push_str("}}");
}

fn write_value(out: &mut String, value: Value) {
    match value {
        Value::Cents(amount) => write_number(out, amount.0),
        Value::Euros(amount) => write_number(out, amount.0),
        Value::Rate(rate) => write_decimal(out, rate.0, 3),
        Value::Hours(hours) => write_decimal(out, hours.0, 2),
        Value::Number(number) => write_number(out, number),
        Value::Flag(flag) => out.push_str(if flag { "true" } else { "false" }),
    }
}
