//! The journey of a resident: computed from what happened, never typed in twice.

mod caseload;
mod feeling;
mod gather;
mod spoken;

pub use caseload::{By, Caseload, CaseloadRow};
pub(crate) use gather::Moment;
pub use gather::{Doing, Journey, Todo};
