//! The journey of a resident: computed from what happened, never typed in twice.

mod caseload;
mod feeling;
mod gather;
mod now;
mod spoken;

pub use caseload::{By, Caseload, CaseloadRow};
pub use gather::Journey;
pub(crate) use gather::{Moment, spoken_and_grouped};
pub use now::{Doing, Now, Todo};
