//! A calculation that a resident kept (bewaarde berekening): what is left now and with a plan, as it came out that day.

use serde::{Deserialize, Serialize};

/// The most calculations that a resident keeps.
pub const MOST: usize = 20;

/// One month of a household: hours and what they leave.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Month {
    /// Hours a week of the resident, in hundredths.
    pub hours: i64,
    /// What is left each month, in cents.
    pub left: i64,
    /// The parts that add up to it: the name of the part in texts, and cents a month. A part of nothing is not there.
    pub parts: Vec<(String, i64)>,
}

/// What was calculated, with everything needed to calculate it again.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Calculation {
    /// The version of the rules and amounts.
    pub rules: String,
    /// The day it is about, an ISO date.
    pub day: String,
    /// As it is.
    pub now: Month,
    /// With other hours.
    pub plan: Month,
    /// What was typed, by field.
    pub fields: Vec<(String, String)>,
}

impl std::fmt::Debug for Calculation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Calculation(…)")
    }
}

impl Calculation {
    /// How much more is left with the plan, in cents a month; below zero is less.
    #[must_use]
    pub const fn change(&self) -> i64 {
        self.plan.left - self.now.left
    }

    /// The parts of both months in the order of the table: name, cents now, cents with the plan.
    #[must_use]
    pub fn rows(&self) -> Vec<(&str, i64, i64)> {
        let of = |month: &Month, name: &str| month.parts.iter().find(|(part, _)| part == name).map_or(0, |(_, cents)| *cents);
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in self.now.parts.iter().chain(&self.plan.parts) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names.into_iter().map(|name| (name, of(&self.now, name), of(&self.plan, name))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_only_in_one_month_is_nothing_in_the_other() {
        let month = |parts: &[(&str, i64)]| Month { hours: 0, left: 0, parts: parts.iter().map(|(name, cents)| ((*name).to_owned(), *cents)).collect() };
        let calculation = Calculation { now: month(&[("assistance", 900)]), plan: month(&[("wage", 500), ("assistance", 600)]), ..Calculation::default() };
        assert_eq!(calculation.rows(), [("assistance", 900, 600), ("wage", 0, 500)]);
    }
}
