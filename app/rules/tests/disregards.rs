//! Which disregard applies: every combination of ages, months and circumstances, against the text of
//! interface.md 6.1 written out a second time as a list of conditions.
#![allow(clippy::unwrap_used, reason = "a test")]

use rules::{Adult, Cents, Child, Day, Hours, Pair, Situation, calculate, calculate_at};

struct Told {
    adult: Adult,
    partner: bool,
    child: Option<i64>,
}

/// The table of interface.md: the first line that holds.
fn expected(date: &str, told: &Told) -> &'static str {
    let one = &told.adult;
    let (n, r, z) = (one.disregard_months_used, one.single_parent_disregard_months_used, one.wage_subsidy_months_used);
    let (grown, helps, target) = (one.age >= 27, one.work_helps_activation, one.wage_subsidy_target_group);
    let later = one.disregard_2027_months_used;
    let young_child = told.child.is_some_and(|age| age < 12);
    let table = if date < "2027" {
        vec![
            ("n", grown && helps && n < 6),
            ("y", one.medically_limited_hours),
            ("z", target && z < 12 && (!grown || n == 6)),
            ("aa", target && z == 12 && one.more_hours_not_possible),
            ("r", !told.partner && young_child && grown && helps && n == 6 && r < 30),
        ]
    } else {
        vec![("34a-1b", one.medically_limited_hours), ("34a-1a", helps && later < 12), ("34a-2", later == 12 && one.more_hours_not_possible)]
    };
    table.into_iter().find(|(_, holds)| *holds).map_or("none", |(kind, _)| kind)
}

/// All combinations: every bit of the number is a circumstance.
fn told(bits: u32) -> Told {
    let bit = |place: u32| bits >> place & 1 == 1;
    let pick = |place: u32, most: i64| if bit(place) { most } else { most - 1 };
    let adult = Adult {
        age: if bit(0) { 27 } else { 26 },
        disregard_months_used: pick(1, 6),
        single_parent_disregard_months_used: pick(2, 30),
        wage_subsidy_months_used: pick(3, 12),
        disregard_2027_months_used: pick(4, 12),
        work_helps_activation: bit(5),
        medically_limited_hours: bit(6),
        wage_subsidy_target_group: bit(7),
        more_hours_not_possible: bit(8),
        ..Adult::new(27, Hours::whole(12), Cents(1_499))
    };
    let child = [None, None, Some(11), Some(12)].into_iter().nth(usize::from(bit(9)) + 2 * usize::from(bit(10)));
    Told { adult, partner: bit(11), child: child.unwrap() }
}

#[test]
fn every_combination_gives_the_first_line_that_holds() {
    let mut seen = std::collections::BTreeMap::new();
    for date in ["2026-03-01", "2026-10-01", "2027-02-01"] {
        for bits in 0..1 << 12 {
            let told = told(bits);
            let mut situation = Situation::single(Day::parse(date).unwrap(), told.adult.clone(), None);
            let partner = told.partner.then(|| Adult::new(40, Hours(0), Cents(1_499)));
            situation.adults = Pair { second: partner, ..situation.adults };
            situation.children = told.child.into_iter().map(|age| Child { age, childcare: None }).collect();
            let household = situation.check().unwrap();
            let disregard = calculate(&household).adults.first.disregard;
            assert_eq!(disregard.kind.as_str(), expected(date, &told), "{date} {bits:b}");
            assert_eq!(calculate_at(&household, Hours(0)).adults.first.disregard.kind.as_str(), "none");
            *seen.entry(disregard.kind.as_str()).or_insert(0) += 1;
        }
    }
    assert_eq!(seen.len(), 9, "every kind was met: {seen:?}");
}

#[test]
fn maxima_of_each_half_year_and_none_from_2027() {
    let amount = |date: &str, change: fn(&mut Adult)| {
        let mut adult = Adult { disregard_months_used: 6, ..Adult::new(35, Hours::whole(40), Cents(2_500)) };
        change(&mut adult);
        let mut situation = Situation::single(Day::parse(date).unwrap(), adult, None);
        situation.children = vec![Child { age: 3, childcare: None }];
        calculate(&situation.check().unwrap()).adults.first.disregard.amount.0
    };
    let n: fn(&mut Adult) = |adult| adult.disregard_months_used = 0;
    let y: fn(&mut Adult) = |adult| adult.medically_limited_hours = true;
    let z: fn(&mut Adult) = |adult| adult.wage_subsidy_target_group = true;
    let r: fn(&mut Adult) = |_| {};
    for (date, maxima) in [("2026-01-01", [28_500, 18_019, 18_019, 17_766]), ("2026-07-01", [28_900, 18_273, 18_273, 18_017])] {
        assert_eq!([n, y, z, r].map(|change| amount(date, change)), maxima, "{date}");
    }
    assert!(amount("2027-01-01", y) > 40_000, "15% without a maximum");
}
