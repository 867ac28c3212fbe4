//! Random households for the property tests: any valid situation, ordinary ones more often.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rules::{Adult, Cents, Child, Childcare, ChildcareKind, Day, Hours, Household, Pair, Situation};

fn adult() -> impl Strategy<Value = Adult> {
    let age = prop_oneof![18_i64..=66, 25_i64..=45, 18_i64..=28];
    let hours = prop_oneof![Just(0_i64), 0_i64..=6_000, (0_i64..=40).prop_map(|hours| hours * 100)];
    let wage = prop_oneof![1_400_i64..=2_500, 100_i64..=20_000];
    let months = |most: i64| prop_oneof![Just(0), Just(most), 0..=most];
    let flags = (prop::bool::weighted(0.8), prop::bool::weighted(0.2), prop::bool::weighted(0.2), any::<bool>());
    (age, hours, wage, months(6), months(30), months(12), months(12), flags).prop_map(
        |(age, hours, wage, n, r, z, later, (helps, medical, subsidy, no_more))| Adult {
            work_helps_activation: helps,
            disregard_months_used: n,
            single_parent_disregard_months_used: r,
            medically_limited_hours: medical,
            wage_subsidy_target_group: subsidy,
            wage_subsidy_months_used: z,
            more_hours_not_possible: no_more,
            disregard_2027_months_used: later,
            ..Adult::new(age, Hours(hours), Cents(wage))
        },
    )
}

fn child() -> impl Strategy<Value = Child> {
    let kind = prop_oneof![Just(ChildcareKind::DayCare), Just(ChildcareKind::AfterSchool), Just(ChildcareKind::Childminder)];
    let care =
        (kind, 0_i64..=40_000, 0_i64..=5_000).prop_map(|(kind, hours, price)| Childcare { kind, hours_per_month: Hours(hours), hourly_price: Cents(price) });
    (0_i64..=17, option::of(care)).prop_map(|(age, childcare)| Child { age, childcare })
}

fn date() -> impl Strategy<Value = Day> {
    let days = ["2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01", "2027-12-31"];
    prop::sample::select(days.to_vec()).prop_map(|text| Day::parse(text).unwrap())
}

pub fn situation() -> impl Strategy<Value = Situation> {
    let children = prop_oneof![vec(child(), 0..=3), vec(child(), 0..=10)];
    let housemates = prop_oneof![Just(0_i64), 0_i64..=10];
    let rent = option::weighted(0.8, prop_oneof![40_000_i64..=100_000, 0_i64..=500_000]);
    let assets = || prop::bool::weighted(0.1);
    (date(), adult(), option::of(adult()), children, housemates, rent, (assets(), assets(), assets())).prop_map(
        |(date, first, second, children, housemates, rent, (benefit, allowance, rent_limit))| Situation {
            date,
            adults: Pair { first, second },
            children,
            cost_sharing_housemates: housemates,
            rent: rent.map(Cents),
            assets_above_assistance_limit: benefit,
            assets_above_allowance_limit: allowance,
            assets_above_rent_allowance_limit: rent_limit,
        },
    )
}

pub fn household() -> impl Strategy<Value = Household> {
    situation().prop_map(|situation| situation.check().unwrap())
}
