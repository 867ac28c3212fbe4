//! Does working extra hours pay off? The law as pure functions.
//!
//! This crate answers one question for any household in the Netherlands that receives benefit under
//! the Participatiewet: what is left each month at each number of hours, and why. It holds wage tax,
//! benefit norms, income disregards (vrijlatingen), the regime of 2027, allowances, child benefit and
//! the settlement over the year, to the cent, each with its article of law.
//!
//! It must not know who is asking, what day it is, where an answer goes or how it is shown. So: no
//! input or output, no clock, no texts for residents, no floating point for money.
//!
//! - [`law`]: one rule, one file. Rules round once, by name.
//! - [`parameter`]: dated amounts with unit, source and confidence, apart from the formulas.
//!   A date without parameters is refused.
//! - [`parameter_diff`]: what changes between two days.
//! - [`calculate()`] and [`calculate_with_trace`]: one month of one household.
//! - [`curve`]: the same at 0 to 40 hours, now, after the disregard months, and under the next law.
//! - [`what_if`]: of many households, who keeps little of extra hours, with small counts hidden.
//! - [`local`]: schemes of a municipality, as data.
//! - [`machine`]: JSON lines in, JSON lines out, and the worked examples.
//!
//! To add a half-year, add its amounts to `data/params.csv` and a line to `data/rule-sets.csv`; a new
//! kind of amount also says in `data/periods.csv` how long it stands. An amount that is missing is a
//! build error that names it. `data/params.csv` and `data/params-history.csv` are copies of the given
//! files; what these lack and a rule needs is in `data/params-own.csv`, marked for what it is.
//!
//! ```
//! use rules::{Adult, Cents, Day, Hours, Situation, calculate_with_trace};
//!
//! let date = Day::parse("2026-10-01").ok_or("not a day")?;
//! let adult = Adult::new(35, Hours::whole(12), Cents(14_99));
//! let household = Situation::single(date, adult, Some(Cents(650_00))).check()?;
//!
//! let (outcome, trace) = calculate_with_trace(&household);
//! assert_eq!(outcome.household.disposable_income, Cents(2133_92));
//!
//! // Of the wage, 210.46 euro is not deducted: art. 31 lid 2 sub n.
//! let entry = trace.find(rules::Rule::Disregard, Some(0)).ok_or("no entry")?;
//! assert_eq!((entry.amount, entry.article), (Cents(210_46), "Participatiewet art. 31 lid 2 sub n"));
//! // Its maximum of July 2026 was derived, not read: whoever shows the amount says so.
//! assert!(entry.confidence.needs_a_mark());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise"))]

pub mod calculate;
mod confidence;
mod csv;
pub mod curve;
mod day;
mod fraction;
mod generated;
pub mod law;
pub mod local;
pub mod machine;
mod money;
mod outcome;
mod pair;
pub mod parameter;
pub mod parameter_diff;
mod problem;
mod rule;
pub mod rule_set;
pub mod situation;
mod subject;
mod threshold;
pub mod trace;
mod version;
pub mod what_if;

pub use calculate::{calculate, calculate_at, calculate_with_trace};
pub use confidence::Confidence;
pub use day::Day;
pub use money::{Cents, Count, Euros, Fraction, Hours, Rate};
pub use outcome::{AdultOutcome, HouseholdOutcome, Outcome};
pub use pair::{Pair, Place};
pub use problem::{Code, Problem};
pub use rule::Rule;
pub use rule_set::RuleSet;
pub use situation::{Adult, Child, Childcare, ChildcareKind, Household, Situation};
pub use subject::Subject;
pub use threshold::{Passed, Threshold};
pub use version::version;
