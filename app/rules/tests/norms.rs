//! The norms of art. 20 to 22a for every kind of household, against the table of July 2026.
#![allow(clippy::unwrap_used, reason = "a test")]

use rules::law::minimum_wage::minimum_wage;
use rules::law::net_minimum_wage::couple_norm;
use rules::{Adult, Cents, Child, Day, Hours, Pair, Rate, Situation, calculate, rule_set};

fn norm(ages: &[i64], children: usize, housemates: i64) -> i64 {
    let adult = |age| Adult::new(age, Hours(0), Cents(1_499));
    let date = Day::parse("2026-10-01").unwrap();
    let mut situation = Situation::single(date, adult(*ages.first().unwrap()), None);
    situation.adults = Pair { second: ages.get(1).map(|age| adult(*age)), ..situation.adults };
    situation.children = vec![Child { age: 5, childcare: None }; children];
    situation.cost_sharing_housemates = housemates;
    calculate(&situation.check().unwrap()).household.assistance_norm.0
}

#[test]
fn without_cost_sharers() {
    for (ages, children, expected) in [
        (&[20][..], 0, 35_042),
        (&[18], 2, 35_042),
        (&[21], 0, 141_946),
        (&[66], 1, 141_946),
        (&[18, 20], 0, 70_084),
        (&[18, 20], 1, 110_640),
        (&[20, 21], 0, 136_432),
        (&[21, 20], 0, 136_432),
        (&[45, 19], 3, 176_988),
        (&[21, 21], 0, 202_779),
        (&[50, 60], 2, 202_779),
    ] {
        assert_eq!(norm(ages, children, 0), expected, "{ages:?} with {children} children");
    }
}

#[test]
fn with_cost_sharers() {
    // Per person with 2, 3, 4 and 5 sharers: 1,013.90, 878.71, 811.12, 770.56 (rules.md 1.2).
    for (ages, children, housemates, expected) in [
        (&[20][..], 0, 3, 35_042),
        (&[27], 0, 1, 101_390),
        (&[27], 0, 2, 87_871),
        (&[27], 2, 3, 81_112),
        (&[27], 0, 4, 77_056),
        (&[18, 20], 1, 2, 110_640),
        (&[30, 31], 0, 1, 2 * 87_871),
        (&[30, 31], 1, 3, 2 * 77_056),
        (&[30, 20], 0, 1, 101_390 + 35_042),
        (&[20, 30], 1, 2, 87_871 + 75_598),
    ] {
        assert_eq!(norm(ages, children, housemates), expected, "{ages:?} and {housemates}");
    }
}

#[test]
fn the_couple_norm_follows_from_the_minimum_wage() {
    for (date, wage, norm) in [("2026-01-01", 229_440, 200_213), ("2026-07-01", 233_700, 202_779)] {
        let rules = rule_set::on(Day::parse(date).unwrap()).unwrap();
        let derived = couple_norm(&rules.tax, &rules.holiday_pay, Cents(wage), Rate(157_500));
        assert_eq!((derived, rules.norms.couple), (Cents(norm), Cents(norm)), "{date}");
    }
}

#[test]
fn minimum_wages_by_age() {
    let rules = rule_set::on(Day::parse("2026-03-01").unwrap()).unwrap();
    let wage = |age| minimum_wage(&rules.minimum_wage, age).map(|wage| wage.0);
    let expected = [(66, 1_471), (21, 1_471), (20, 1_177), (19, 883), (18, 736), (17, 581)];
    for (age, cents) in expected {
        assert_eq!(wage(age), Some(cents), "{age}");
    }
    assert_eq!(wage(14), None);
}
