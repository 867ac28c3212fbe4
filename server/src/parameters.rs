//! `portal parameters`: the dated amounts of the calculator, for a person at a shell.

use anyhow::{Context as _, Result, ensure};
use rules::local::Schemes;
use rules::parameter::Parameter;
use rules::parameter_diff::{Change, changes, standing_on};
use rules::{Day, rule_set};
use service::clock::{Clock as _, SystemClock};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// A day as it is written on the command line.
///
/// # Errors
/// What a day looks like; clap names the value.
pub fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "not an existing day, written as 2026-01-31".to_owned())
}

/// Prints every parameter that differs between two days.
///
/// # Errors
/// When the days are not in order, or the output cannot be written.
pub fn diff(before: Day, after: Day) -> Result<()> {
    ensure!(before <= after, "{before} comes after {after}: give the earlier day first");
    print(&diff_text(before, after))
}

/// Prints the parameters of a day; of today without one.
///
/// # Errors
/// When the output cannot be written.
pub fn list(on: Option<Day>) -> Result<()> {
    let today = || Day::parse(&SystemClock.today().to_string()).context("the clock of this machine");
    print(&list_text(on.map_or_else(today, Ok)?))
}

/// Checks a municipality's own file: every mistake with its line, and exit code 1 when there are any.
///
/// # Errors
/// When the file cannot be read or the output cannot be written.
pub fn check(file: &Path) -> Result<ExitCode> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| name.to_string())?;
    match Schemes::parse(&text) {
        Ok(schemes) => {
            print(&format!("{name}: {} values, no mistakes.\n", schemes.count()))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(_) => {
            let mistakes: String = Schemes::problems(&text).iter().map(|problem| format!("{name}:{}: {}\n", problem.line, problem.fault.reason())).collect();
            print(&mistakes)?;
            Ok(ExitCode::FAILURE)
        }
    }
}

fn print(text: &str) -> Result<()> {
    Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
}

/// Two lines per parameter under its name, with values and confidence below each other.
fn diff_text(before: Day, after: Day) -> String {
    let changes = changes(before, after);
    if changes.is_empty() {
        return format!("No parameter differs between {before} and {after}.\n");
    }
    let sides = |change: &Change| [(before, change.before), (after, change.after)];
    let width = changes.iter().flat_map(sides).map(|(_, row)| value(row).chars().count()).max().unwrap_or(0);
    let mut text = format!("{} parameters differ between {before} and {after}.\n", changes.len());
    for change in &changes {
        let _ = write!(text, "\n{}  {}\n", change.id, change.newest().map_or("", |row| row.name));
        for (day, row) in sides(change) {
            let (confidence, source) = row.map_or(("", ""), |row| (row.confidence.as_str(), row.source));
            let line = format!("  {day}  {:width$}  {confidence:18}  {source}", value(row));
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

/// One line per parameter.
fn list_text(on: Day) -> String {
    let rows: Vec<&Parameter> = standing_on(on).collect();
    let widest = |text: fn(&Parameter) -> String| rows.iter().map(|row| text(row).chars().count()).max().unwrap_or(0);
    let (id, width) = (widest(|row| row.id.to_owned()), widest(|row| value(Some(row))));
    let mut text = format!("{} parameters stand on {on}. {}\n\n", rows.len(), used_by(on));
    for row in rows {
        let _ = writeln!(text, "{:id$}  {:width$}  from {}  {:18}  {}", row.id, value(Some(row)), row.valid_from, row.confidence.as_str(), row.name);
    }
    text
}

/// What the calculator does on a day.
fn used_by(on: Day) -> String {
    match rule_set::on(on) {
        Some(set) if set.projection => {
            format!("Rule set {} is a projection: where no new amount stands it uses that of {}.", set.name, set.amounts_on)
        }
        Some(set) => format!("Rule set {}.", set.name),
        None => "No rule set holds on that day: the calculator refuses it.".to_owned(),
    }
}

fn value(row: Option<&Parameter>) -> String {
    match row {
        None => "none".to_owned(),
        Some(Parameter { value: None, unit, .. }) => format!("unknown {unit}"),
        Some(Parameter { value: Some(value), unit, .. }) => format!("{value} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn values_stand_below_each_other() {
        let text = diff_text(on("2026-01-01"), on("2026-07-01"));
        let column = |line: &str| ["verified-primary", "verified-secondary", "derived"].iter().find_map(|word| line.find(word));
        let columns: std::collections::BTreeSet<_> = text.lines().filter(|line| line.starts_with("  2026")).filter_map(column).collect();
        assert_eq!(columns.len(), 1, "{text}");
        assert!(text.lines().all(|line| line.trim_end() == line));
    }

    #[test]
    fn a_parameter_that_is_new_has_none_before() {
        let text = diff_text(on("2026-12-31"), on("2027-01-01"));
        let at = text.find("pw27.34a.months  ").unwrap();
        let lines: Vec<&str> = text[at..].lines().take(3).collect();
        assert_eq!(lines[1], "  2026-12-31  none");
        assert!(lines[2].starts_with("  2027-01-01  12 months"), "{lines:?}");
    }

    #[test]
    fn nothing_differs_within_a_half_year() {
        assert_eq!(diff_text(on("2026-02-01"), on("2026-06-30")), "No parameter differs between 2026-02-01 and 2026-06-30.\n");
        assert!(diff(on("2026-07-01"), on("2026-01-01")).unwrap_err().to_string().starts_with("2026-07-01 comes after 2026-01-01"));
    }

    #[test]
    fn a_list_says_which_rules_use_it() {
        let text = list_text(on("2026-03-01"));
        assert!(text.contains("Rule set 2026-H1.\n"), "{text}");
        let line = text.lines().find(|line| line.starts_with("pw.vrijl.n.max ")).unwrap();
        assert_eq!(line.split_whitespace().collect::<Vec<_>>()[1..6], ["285.00", "EUR/month", "from", "2026-01-01", "verified-primary"]);
        assert!(list_text(on("2027-03-01")).contains("2027-projected is a projection: where no new amount stands it uses that of 2026-07-01."));
        assert!(list_text(on("2030-01-01")).contains("the calculator refuses it"));
    }
}
