//! `portal` as a person at a shell sees it: what is printed, on which output, with which exit code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use std::path::PathBuf;
use std::process::Command;

/// Exit code, output and error output.
fn portal(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_portal")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A file of this test process.
fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// The two lines under the name of a parameter, without their alignment.
fn sides(text: &str, id: &str) -> Vec<String> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(&format!("{id}  ")));
    assert!(lines.next().is_some(), "{id} is in {text}");
    lines.take(2).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The rows of `app/rules/data/params.csv` of January and July 2026.
#[test]
fn a_new_half_year_is_told_by_its_rows() {
    let (code, text, errors) = portal(&["parameters", "diff", "2026-01-01", "2026-07-01"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let norm = sides(&text, "pw.norm.single_21_aow");
    assert!(norm[0].starts_with("2026-01-01 1401.50 EUR/month incl. 5% holiday allowance verified-primary SZW Normenbrief 1-1-2026"), "{norm:?}");
    assert!(norm[1].starts_with("2026-07-01 1419.46 EUR/month incl. 5% holiday allowance verified-primary BWBR0015703 text 2026-07-01"), "{norm:?}");
    let maximum = sides(&text, "pw.vrijl.n.max");
    assert!(maximum[0].starts_with("2026-01-01 285.00 EUR/month verified-primary "), "{maximum:?}");
    assert!(maximum[1].starts_with("2026-07-01 289 EUR/month derived derived: 2025-2026 indexation rule of art. 38 lid 4"), "{maximum:?}");
    let minimum_wage = sides(&text, "wml.hour_21");
    assert!(minimum_wage[0].starts_with("2026-01-01 14.71 EUR/hour") && minimum_wage[1].starts_with("2026-07-01 14.99 EUR/hour"), "{minimum_wage:?}");
    assert!(!text.contains("\nahk.max "), "tax is of the whole year");
    let told = text.lines().filter(|line| !line.is_empty() && !line.starts_with(' ')).count() - 1;
    assert!(text.starts_with(&format!("{told} parameters differ between 2026-01-01 and 2026-07-01.\n")), "{text}");
}

#[test]
fn a_wrong_day_is_named() {
    let (code, text, errors) = portal(&["parameters", "diff", "2026-02-30", "2026-07-01"]);
    assert!(code != 0 && text.is_empty() && errors.contains("'2026-02-30'") && errors.contains("not an existing day"), "{errors}");
    let (code, _, errors) = portal(&["parameters", "diff", "2026-07-01", "2026-01-01"]);
    assert!(code != 0 && errors.contains("2026-07-01 comes after 2026-01-01"), "{errors}");
    let (code, text, _) = portal(&["parameters", "diff", "2026-01-01", "2026-06-30"]);
    assert_eq!((code, text.as_str()), (0, "No parameter differs between 2026-01-01 and 2026-06-30.\n"));
    let (code, text, _) = portal(&["parameters", "list", "--date", "2026-10-01"]);
    assert!(code == 0 && text.lines().any(|line| line.starts_with("pw.norm.couple_21_aow ") && line.contains(" 2027.79 EUR/month ")), "{text}");
}

#[test]
fn every_mistake_in_the_file_of_a_municipality_has_its_line() {
    const HEADER: &str = "id,name,legal_ref,valid_from,value,unit,source,confidence\n";
    let good = "houten.iit.couple,Inkomenstoeslag,verordening,2026-01-01,700.50,EUR/12 months,houten.nl,verified-primary\n";
    let right = file("right.csv", &format!("{HEADER}{good}"));
    let (code, text, _) = portal(&["parameters", "check", right.to_str().unwrap()]);
    assert_eq!((code, text), (0, format!("{}: 1 values, no mistakes.\n", right.display())));
    let wrong = file("wrong.csv", &format!("{HEADER}{good}{}{}", good.replace("2026-01-01", "1 jan"), good.replace("couple", "family")));
    let (code, text, _) = portal(&["parameters", "check", wrong.to_str().unwrap()]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((code, lines.len()), (1, 2), "{text}");
    assert!(lines[0].starts_with(&format!("{}:3: valid_from must be an existing day", wrong.display())), "{text}");
    assert!(lines[1].starts_with(&format!("{}:4: the id must be municipality.scheme", wrong.display())), "{text}");
    let (code, _, errors) = portal(&["parameters", "check", "nowhere.csv"]);
    assert!(code != 0 && errors.contains("nowhere.csv"), "{errors}");
}

#[test]
fn what_if_counts_what_it_can_and_reports_the_rest() {
    let household = |id: usize, age: usize| {
        format!(
            "{{\"id\":\"{id}\",\"date\":\"2026-10-01\",\"adults\":[{{\"age\":{age},\"hours_per_week\":0,\"hourly_wage_cents\":1499,\
             \"disregard_months_used\":6}}],\"housing\":{{\"kind\":\"other\"}}}}\n"
        )
    };
    let mut town: String = (0..20).map(|id| household(id, 35)).collect();
    town.push_str("\n{broken\n");
    town.push_str(&household(20, 70));
    let path = file("town.jsonl", &town);
    let (code, text, errors) = portal(&["what-if", path.to_str().unwrap(), "--less-than", "15", "--step", "8"]);
    assert_eq!(code, 0, "{errors}");
    assert!(errors.contains(":22: invalid_json ()") && errors.contains(":23: unsupported_age (adults[0].age)"), "{errors}");
    assert!(errors.contains("20 households, 2 lines that cannot be calculated."), "{errors}");
    assert!(text.starts_with("Who would keep less than 15 cents of each extra euro, working 8 hours a week more?\n"), "{text}");
    let now: Vec<&str> = text.lines().find(|line| line.starts_with("single, other home")).unwrap().split_whitespace().collect();
    assert_eq!(now[..4], ["single,", "other", "home", "20"], "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("all ")).count(), 3, "a table for each regime");
    let (code, _, errors) = portal(&["what-if", path.to_str().unwrap(), "--step", "41"]);
    assert!(code != 0 && errors.contains("41"), "{errors}");
}
