//! The review: the worklist, one resident's self-scan, and what a caseworker does with it.

mod act;
mod ask;
mod contact;
mod decide;
mod find;
mod home;
mod page;
mod worklist;

pub use act::HandOver;
pub use ask::Asked;
pub(crate) use ask::asked;
pub use ask::{Ask, AskContent, REASONS};
pub use contact::Contact;
pub(crate) use decide::checked;
pub use decide::{Decision, Note};
pub use find::{LONGEST_FIND, SOUGHT};
pub use home::Home;
pub use page::{ReviewPage, Standing};
pub use worklist::{Filter, Listing, Order, PAGE, Work, WorkRow};
