//! The tables that `build.rs` makes from `data/*.csv`.

use crate::confidence::Confidence;
use crate::day::Day;
use crate::law::childcare::{Band, ChildcareTable};
use crate::money::{Euros, Rate};
use crate::parameter::{Decimal, Parameter};
use crate::rule_set::{Regime, Row, RuleSet};

include!(concat!(env!("OUT_DIR"), "/parameters.rs"));
