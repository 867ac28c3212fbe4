//! How many households, lines and curves a second on one core. A plain harness: `cargo bench`.
#![allow(clippy::float_arithmetic, clippy::unwrap_used, reason = "a measurement, not money")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use rules::curve::curves;
use rules::machine::{Options, answer_bytes};
use rules::what_if::{Question, WhatIf};
use rules::{Adult, Cents, Child, Childcare, ChildcareKind, Day, Hours, Household, Pair, Situation, calculate};

/// Each measurement lasts at least this long.
const TIME: Duration = Duration::from_secs(2);

/// Couples and single parents with childcare, rent and housemates, spread over hours and wages.
fn households() -> Vec<Household> {
    let mut households = Vec::new();
    let dates = ["2026-03-10", "2026-10-01", "2027-02-01"];
    for (number, date) in (0..2_200_i64).zip(dates.into_iter().cycle()) {
        let adult = |age, shift: i64| Adult::new(age, Hours((number * 37 + shift) % 4_000), Cents(1_471 + (number * 13 + shift) % 900));
        let childcare = Childcare { kind: ChildcareKind::DayCare, hours_per_month: Hours::whole(70), hourly_price: Cents(1_080) };
        let situation = Situation {
            date: Day::parse(date).unwrap(),
            adults: Pair { first: adult(19 + number % 45, 0), second: (number % 2 == 0).then(|| adult(30, 700)) },
            children: vec![Child { age: number % 12, childcare: Some(childcare) }, Child { age: 6 + number % 12, childcare: None }],
            cost_sharing_housemates: number % 3,
            rent: (number % 5 > 0).then_some(Cents(45_000 + number * 20)),
            assets_above_assistance_limit: false,
            assets_above_allowance_limit: false,
            assets_above_rent_allowance_limit: false,
        };
        households.push(situation.check().unwrap());
    }
    households
}

/// Runs `work` (which does `size` things) until the time is over, and says how many things a second.
fn measure(name: &str, size: usize, mut work: impl FnMut()) {
    work();
    let (start, mut rounds) = (Instant::now(), 0_usize);
    while start.elapsed() < TIME {
        work();
        rounds += 1;
    }
    let rate = (rounds * size) as f64 / start.elapsed().as_secs_f64();
    println!("{name}: {rate:.0} a second ({:.2} microseconds each)", 1e6 / rate);
}

fn main() {
    let households = households();
    measure("household at one number of hours, without trace", households.len(), || {
        for household in &households {
            black_box(calculate(black_box(household)));
        }
    });
    measure("household at one number of hours, with trace", households.len(), || {
        for household in &households {
            black_box(rules::calculate_with_trace(black_box(household)));
        }
    });
    let count = households.iter().map(|household| curves(household).len()).sum();
    measure("curve of 41 hours in one scenario", count, || {
        for household in &households {
            black_box(curves(black_box(household)));
        }
    });
    let question = Question::new(20, 4).unwrap();
    measure("household counted in a what-if (41 hours, 3 regimes)", households.len(), || {
        let mut what_if = WhatIf::new(question);
        households.iter().for_each(|household| what_if.add(black_box(household)));
        black_box(what_if.tables());
    });
    let examples: serde_json::Value = serde_json::from_str(include_str!("../tests/examples.json")).unwrap();
    let lines: Vec<String> = examples.as_array().unwrap().iter().map(|example| example["input"].to_string()).collect();
    let mut out = String::new();
    measure("JSON line, parsed, calculated and written with its trace", lines.len(), || {
        out.clear();
        for line in &lines {
            answer_bytes(black_box(line.as_bytes()), Options::default(), &mut out);
            out.push('\n');
        }
        black_box(&out);
    });
}
