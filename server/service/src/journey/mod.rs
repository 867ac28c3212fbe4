//! The journey of a resident: computed from what happened, never typed in twice.

mod caseload;
mod feeling;
mod gather;
mod spoken;

pub use caseload::{By, Caseload, CaseloadRow};
pub use gather::{Doing, Journey, Todo};
pub(crate) use gather::{Moment, spoken_and_grouped};
