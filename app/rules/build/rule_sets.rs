//! The rule sets: which amounts and which disregards stand in which period.

use std::fmt::Write as _;

use crate::{Day, Result, csv, day, read};

/// Writes the rule sets, which must follow each other without an overlap.
pub fn write(code: &mut String) -> Result<()> {
    let (_, lines) = read("rule-sets.csv")?;
    let _ = writeln!(code, "/// All rule sets, in order of time.\npub static RULE_SETS: [RuleSet; {}] = [", lines.len());
    let mut end: Option<Day> = None;
    for (number, fields) in &lines {
        let [name, first, last, amounts, disregard, regime, projection, _] = fields.as_slice() else {
            return Err(format!("rule-sets.csv line {number}: eight fields"));
        };
        let date = |text: &str| csv::day(text).ok_or_else(|| format!("rule-sets.csv line {number}: day {text}"));
        let (first, last) = (date(first)?, date(last)?);
        if first > last || end.is_some_and(|end| end >= first) {
            return Err(format!("rule-sets.csv line {number}: not after the line before"));
        }
        end = Some(last);
        let regime = match regime.as_str() {
            "art-31" => "Article31",
            "art-34a" => "Article34a",
            other => return Err(format!("rule-sets.csv line {number}: regime {other}")),
        };
        let _ = writeln!(
            code,
            "RuleSet::resolve(Row {{ name: {name:?}, first_day: {}, last_day: {}, amounts_on: {}, disregard_on: {}, \
             regime: Regime::{regime}, projection: {} }}),",
            day(first),
            day(last),
            day(date(amounts)?),
            day(date(disregard)?),
            projection == "yes",
        );
    }
    code.push_str("];\n");
    Ok(())
}
