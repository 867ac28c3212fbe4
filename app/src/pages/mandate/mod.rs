//! Helpers: what the resident keeps about them, and what a helper sees.

mod card;
mod code;
mod contact;
mod desk;
mod helped;
mod helpers;
mod helping;
mod invite;
mod join;
mod look_back;
mod object;
mod parts;
mod scope;
mod volunteer;
mod volunteers;

pub use contact::ContactPage;
pub use desk::DeskHelpers;
pub use helped::HelpedPage;
pub use helpers::{HelpersAsk, HelpersPage};
pub use helping::Helping;
pub use invite::InviteHelperPage;
pub use join::{JoinPage, JoinWithCode};
pub use look_back::filled_in;
pub use object::ObjectPage;
pub use parts::{HelpedAgreementPage, HelpedCalculations, HelpedJourneyPage};
pub use scope::who_sees;
pub use volunteer::VolunteerPage;
pub use volunteers::VolunteersPage;

use crate::format;
use chrono::NaiveDate;
use service::clock::local;
use service::content::Words;

/// The last day of a mandate: it ends at the midnight after it.
fn last_day(until: i64) -> NaiveDate {
    local(until - 1).date_naive()
}

/// "Until 22 December 2026".
fn until_words(words: &Words, until: i64) -> String {
    words.with("helper-until", &[("date", format::full_day(words, last_day(until)).into())])
}
