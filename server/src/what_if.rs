//! `portal what-if`: of a file of situations, who would keep little of each extra euro? For policy: counts, no persons.

use anyhow::{Context as _, Result};
use rules::curve::Scenario;
use rules::machine::household;
use rules::what_if::small_counts::{FEW, Shown};
use rules::what_if::{Group, Kind, Question, Row, Table, WhatIf};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;

/// The question, as on the command line.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Asked {
    /// Who keeps less than this many cents of each extra euro?
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(i64).range(1..=100), value_name = "CENTS")]
    less_than: i64,
    /// Over how many hours a week more.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(i64).range(1..=40), value_name = "HOURS")]
    step: i64,
}

/// Reads situations as `portal calculate` does and prints a table for each regime. Lines that cannot be calculated are
/// reported on the error output and left out; so are how many there were, which would give hidden counts away.
///
/// # Errors
/// When the file cannot be read or the tables cannot be written.
pub fn tables(file: &Path, asked: Asked) -> Result<()> {
    let question = Question::new(asked.less_than, asked.step).context("--less-than is 1 to 100 and --step 1 to 40")?;
    let name = file.display().to_string();
    let mut source = BufReader::new(std::fs::File::open(file).with_context(|| name.clone())?);
    let mut what_if = WhatIf::new(question);
    let (mut line, mut number, mut wrong, mut right) = (Vec::new(), 0_usize, 0_usize, 0_usize);
    while source.read_until(b'\n', &mut line).with_context(|| name.clone())? > 0 {
        number += 1;
        match household(&line) {
            None => {}
            Some(Ok(household)) => {
                right += 1;
                what_if.add(&household);
            }
            Some(Err(problem)) => {
                wrong += 1;
                eprintln!("{name}:{number}: {problem}");
            }
        }
        line.clear();
    }
    eprintln!("{right} households, {wrong} lines that cannot be calculated.");
    if what_if.without_room() > 0 {
        eprintln!("{} households have no step of {} hours left below 40; they are in no table.", what_if.without_room(), asked.step);
    }
    Ok(std::io::stdout().lock().write_all(text(&what_if.tables(), asked).as_bytes())?)
}

const HEADS: [&str; 6] = ["group", "households", "keep little", "share", "mostly from - to", "cents kept"];

fn text(tables: &[Table], Asked { less_than, step }: Asked) -> String {
    let mut text = format!("Who would keep less than {less_than} cents of each extra euro, working {step} hours a week more?\n");
    for table in tables {
        let projection = if table.projection { " (a projection: amounts that are not known yet are the newest known)" } else { "" };
        let _ = write!(text, "\n{}{projection}\n\n", regime(table.scenario));
        let mut rows = vec![HEADS.map(str::to_owned)];
        rows.extend(table.groups.iter().map(|(group, row)| cells(group_name(*group), row)));
        rows.push(cells("all", &table.all));
        write_table(&mut text, &rows);
    }
    let _ = write!(
        text,
        "\nkeep little       households that keep less than {less_than} cents of each extra euro over some step of {step} hours,\n\
         \x20                 between their present hours (the next whole hour) and 40; share: of the households of the group\n\
         mostly from - to  the step over which most of them do\n\
         cents kept        of each extra euro from the present hours to 40, of all households of the group together\n\
         <{FEW}                fewer than {FEW} households; all but <{FEW}: all of them, or all but fewer than {FEW}\n\
         *                 hidden, so that another count cannot be found with the total\n\
         Wages are of the first adult and with holiday pay; what is kept is after tax, benefit, allowances and childcare.\n"
    );
    text
}

const fn regime(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Now => "Now",
        Scenario::AfterFirstMonths => "After the months of the first disregard",
        Scenario::AfterAllMonths => "After the months of all disregards",
        Scenario::NextLaw => "Under the next law on disregards",
    }
}

const fn group_name(group: Group) -> &'static str {
    match (group.kind, group.rents) {
        (Kind::Single, true) => "single, rents",
        (Kind::Single, false) => "single, other home",
        (Kind::SingleParent, true) => "single parent, rents",
        (Kind::SingleParent, false) => "single parent, other home",
        (Kind::Couple, true) => "couple, rents",
        (Kind::Couple, false) => "couple, other home",
        (Kind::CoupleWithChild, true) => "couple with children, rents",
        (Kind::CoupleWithChild, false) => "couple with children, other home",
    }
}

fn cells(name: &str, row: &Row) -> [String; 6] {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let share = row.percentage.map(|share| format!("{share}%"));
    let step = row.mostly.map(|(from, to)| format!("{from} - {to}"));
    [name.to_owned(), count(row.households), count(row.little), or_dash(share), or_dash(step), or_dash(row.cents_kept.map(|cents| cents.to_string()))]
}

fn count(shown: Shown) -> String {
    match shown {
        Shown::Exactly(number) => number.to_string(),
        Shown::Few => format!("<{FEW}"),
        Shown::AllButFew => format!("all but <{FEW}"),
        Shown::Hidden => "*".to_owned(),
    }
}

/// Columns below each other: words to the left, numbers to the right; a line below the heads and above the last row.
fn write_table(text: &mut String, rows: &[[String; 6]]) {
    let widths: [usize; 6] = std::array::from_fn(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0));
    let rule = "-".repeat(widths.iter().sum::<usize>() + 2 * (widths.len() - 1));
    for (number, row) in rows.iter().enumerate() {
        let _ = match row.iter().zip(widths).collect::<Vec<_>>().split_first() {
            Some(((name, width), numbers)) => {
                let numbers: String = numbers.iter().map(|(cell, width)| format!("  {cell:>width$}")).collect();
                writeln!(text, "{name:width$}{numbers}")
            }
            None => Ok(()),
        };
        if number == 0 || number + 2 == rows.len() {
            let _ = writeln!(text, "{rule}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town(lines: &[(usize, &str)]) -> String {
        let question = Question::new(20, 4).unwrap();
        let mut what_if = WhatIf::new(question);
        for (times, line) in lines {
            let household = household(line.as_bytes()).unwrap().unwrap();
            (0..*times).for_each(|_| what_if.add(&household));
        }
        text(&what_if.tables(), Asked { less_than: 20, step: 4 })
    }

    #[test]
    fn the_tables_of_a_small_town() {
        let renter = r#"{"id":"a","date":"2026-10-01","adults":[{"age":35,"hours_per_week":0,"hourly_wage_cents":1499,"disregard_months_used":6}],"housing":{"kind":"rent","rent_cents":65000}}"#;
        let owner = r#"{"id":"b","date":"2026-10-01","adults":[{"age":35,"hours_per_week":36,"hourly_wage_cents":4000}],"housing":{"kind":"other"}}"#;
        let text = town(&[(30, renter), (20, owner)]);
        let table: Vec<&str> = text.lines().skip(2).take(7).collect();
        assert_eq!(
            table,
            [
                "Now",
                "",
                "group               households  keep little  share  mostly from - to  cents kept",
                "--------------------------------------------------------------------------------",
                "single, other home          20           <5      -                 -          44",
                "single, rents               30   all but <5      -             0 - 4          29",
                "--------------------------------------------------------------------------------",
            ]
        );
        assert!(text.contains("\nUnder the next law on disregards (a projection: "), "{text}");
    }
}
