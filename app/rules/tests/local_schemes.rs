//! Schemes of a municipality: a file is checked, and what is unknown stays unknown.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use rules::local::{Fault, FileProblem, Recipient, Schemes, Standing, lines};
use rules::{Adult, Cents, Confidence, Day, Hours, Situation, calculate};

const HEADER: &str = "id,name,legal_ref,valid_from,value,unit,source,confidence\n";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn parse(rows: &str) -> Result<Schemes, FileProblem> {
    Schemes::parse(&format!("{HEADER}{rows}"))
}

#[test]
fn hilversum_knows_its_supplement_of_2024_only() {
    let schemes = Schemes::built_in("hvs");
    let iit = |date: &str| schemes.on(day(date)).into_iter().find(|scheme| scheme.id == "iit").unwrap();
    let of_2024 = iit("2024-06-01");
    assert_eq!(of_2024.amount(Recipient::Couple), Some(Cents(76_700)));
    assert_eq!(of_2024.amount(Recipient::SingleParent), Some(Cents(64_000)));
    assert_eq!(of_2024.amount(Recipient::Single), Some(Cents(51_200)));
    assert_eq!(of_2024.unit, "EUR/12 months");
    let now = iit("2026-10-01");
    assert_eq!(now.amount(Recipient::Couple), None, "unknown until the municipality fills it in");
    assert!(now.terms().is_some(), "the income limit stands until it is changed");
}

#[test]
fn lines_say_within_above_or_may_change() {
    let adult = |hours| Adult::new(35, Hours::whole(hours), Cents(1_499));
    let line = |hours, id: &str| {
        let household = Situation::single(day("2026-10-01"), adult(hours), None).check().unwrap();
        let outcome = calculate(&household);
        let all = lines(&Schemes::built_in("hvs"), &household, &outcome);
        all.into_iter().find(|line| line.scheme.id == id).unwrap()
    };
    assert_eq!(line(0, "iit").standing, Standing::Within);
    assert_eq!(line(36, "iit").standing, Standing::Above);
    assert_eq!(line(36, "kwijtschelding").standing, Standing::MayChange);
    assert_eq!(line(0, "iit").amount, None);
}

#[test]
fn a_municipality_fills_in_its_own() {
    let schemes = parse(
        "houten.iit.couple,Inkomenstoeslag,verordening,2026-01-01,700.50,EUR/12 months,houten.nl,verified-primary\n\
         houten.iit.pct,Inkomenstoeslag,verordening,2020-01-01,110,% of the norm,houten.nl,verified-primary\n\
         houten.iit.pct,Inkomenstoeslag,verordening,2026-07-01,120,% of the norm,houten.nl,verified-secondary\n\
         houten.activering,Meedoen,beleid,2026-01-01,150,EUR/year,houten.nl,verified-primary\n",
    )
    .unwrap();
    let on = schemes.on(day("2026-10-01"));
    assert_eq!(on.len(), 2);
    assert_eq!((on[0].amount(Recipient::Couple), on[0].confidence), (Some(Cents(70_050)), Confidence::VerifiedSecondary));
    assert_eq!(on[0].standing(Cents(120_000), Cents(100_000)), Standing::Within);
    assert_eq!(on[0].standing(Cents(120_001), Cents(100_000)), Standing::Above);
    assert_eq!(on[1].amount(Recipient::Couple), Some(Cents(30_000)), "per adult");
    assert_eq!(schemes.on(day("2027-01-01"))[0].amount(Recipient::Couple), None, "the amount was for 2026");
    assert_eq!(schemes.on(day("2019-01-01")), []);
}

#[test]
fn mistakes_in_the_file_are_found() {
    let row = "x.iit.couple,n,l,2026-01-01,700,EUR/12 months,s,verified-primary\n";
    for (rows, line, fault) in [
        ("x.iit.couple,n,l,2026-01-01,700\n", 2, Fault::Columns),
        (&row.replace("x.iit.couple", "iit"), 2, Fault::Id),
        (&row.replace("couple", "family"), 2, Fault::Id),
        (&row.replace("2026-01-01", "2026-02-30"), 2, Fault::Day),
        (&row.replace("700", "700.505"), 2, Fault::Value),
        (&row.replace("700", "-700"), 2, Fault::Value),
        (&row.replace("EUR/12 months", "%"), 2, Fault::Unit),
        (&row.replace(",s,", ",,"), 2, Fault::Source),
        (&row.replace("verified-primary", "sure"), 2, Fault::Confidence),
        (&row.replace("700", ""), 2, Fault::Confidence),
        (&format!("{row}{row}"), 3, Fault::Twice),
    ] {
        assert_eq!(parse(rows).unwrap_err(), FileProblem { line, fault }, "{rows}");
    }
    assert_eq!(Schemes::parse("id,name\n").unwrap_err(), FileProblem { line: 1, fault: Fault::Columns });
}

#[test]
fn every_mistake_is_said_at_once_in_words() {
    let good = "x.iit.couple,n,l,2026-01-01,700,EUR/12 months,s,verified-primary\n";
    let text = format!("{HEADER}{good}{}{good}{}", good.replace("2026-01-01", "1-1-2026"), good.replace("700", "much").replace("couple", "single"));
    let problems = Schemes::problems(&text);
    assert_eq!(problems.iter().map(|problem| (problem.line, problem.fault)).collect::<Vec<_>>(), [(3, Fault::Day), (4, Fault::Twice), (5, Fault::Value)]);
    assert_eq!(problems[0].to_string(), "line 3: valid_from must be an existing day, written as 2026-01-31");
    assert_eq!(Schemes::problems(&format!("{HEADER}{good}")), []);
    assert_eq!(Schemes::parse(&format!("{HEADER}{good}")).unwrap().count(), 1);
    assert_eq!(Schemes::problems("id,name\n"), [FileProblem { line: 1, fault: Fault::Columns }]);
}
