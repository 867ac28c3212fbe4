//! Helpers: what the resident keeps about them, and what a helper sees.

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
pub use volunteer::VolunteerPage;
pub use volunteers::VolunteersPage;

use crate::components::Icon;
use crate::format;
use chrono::NaiveDate;
use leptos::prelude::*;
use service::clock::local;
use service::content::Words;
use service::mandate::{Helpers, Invitation, same_name};

/// The last day of a mandate: it ends at the midnight after it.
fn last_day(until: i64) -> NaiveDate {
    local(until - 1).date_naive()
}

/// "Until 22 December 2026".
fn until_words(words: &Words, until: i64) -> String {
    words.with("helper-until", &[("date", format::full_day(words, last_day(until)).into())])
}

/// What whoever confirms a helper has to know beside the name that was typed: whose account it is, and a name that is the
/// resident's own.
fn account_notes(words: &Words, helpers: &Helpers, invitation: &Invitation) -> Option<AnyView> {
    let (helper, said) = invitation.answered.as_ref()?;
    let (account, resident) = (helpers.people.get(helper).map(|p| p.name.trim()).unwrap_or_default(), helpers.file.profile.full_name());
    let whose = match account {
        "" => Some(words.t("confirm-account-none")),
        name => (!same_name(said, name)).then(|| words.with("confirm-account", &[("name", name.into())])),
    };
    let same = (same_name(said, &resident) || same_name(account, &resident)).then(|| words.t("confirm-same-name"));
    let note = |text: String| view! { <div class="md-note"><Icon name="alert-triangle" /><p>{text}</p></div> };
    Some(whose.into_iter().chain(same).map(note).collect_view().into_any())
}
