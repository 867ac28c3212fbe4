//! The addresses of the agreement, the journey and appointments: the same pages for both sides, each at its own place.

use super::{CASELOAD, PROMISES};
use domain::agreement::Side;
use service::agreement::Show;
use service::journey::By;

/// The agreement, as a side sees it.
#[must_use]
pub fn agreement(resident: &str, side: Side) -> String {
    match side {
        Side::Resident => format!("/r/{resident}/agreement"),
        Side::Municipality => format!("/work/{resident}/agreement"),
    }
}

/// The agreement, at one of its lines.
#[must_use]
pub fn agreement_at(resident: &str, side: Side, line: &str) -> String {
    format!("{}#line-{line}", agreement(resident, side))
}

/// The agreement, at how one of its lines goes.
#[must_use]
pub fn agreement_going_at(resident: &str, side: Side, line: &str) -> String {
    format!("{}#now-{line}", agreement(resident, side))
}

/// Other words for a line, or a new one (`new`).
#[must_use]
pub fn agreement_line(resident: &str, side: Side, line: &str) -> String {
    format!("{}/line/{line}", agreement(resident, side))
}

/// What is to be told about a line: it cannot be done now, the other side has not done it.
#[must_use]
pub fn agreement_tell(resident: &str, side: Side, line: &str) -> String {
    format!("{}/tell/{line}", agreement(resident, side))
}

/// The moment after a line is done.
#[must_use]
pub fn agreement_done(resident: &str, side: Side, line: &str) -> String {
    format!("{}/done/{line}", agreement(resident, side))
}

/// A version as it was.
#[must_use]
pub fn agreement_version(resident: &str, side: Side, number: i64) -> String {
    format!("{}/version/{number}", agreement(resident, side))
}

/// A version as a document.
#[must_use]
pub fn agreement_paper(resident: &str, side: Side, number: i64) -> String {
    format!("{}/version/{number}/agreement.pdf", agreement(resident, side))
}

/// Looking back on what is agreed.
#[must_use]
pub fn agreement_look_back(resident: &str, side: Side) -> String {
    format!("{}/look-back", agreement(resident, side))
}

/// The order and the pace of the goals.
#[must_use]
pub fn agreement_order(resident: &str) -> String {
    format!("/r/{resident}/agreement/order")
}

/// The small steps of an own line.
#[must_use]
pub fn small_steps(resident: &str, line: &str) -> String {
    format!("/r/{resident}/agreement/steps/{line}")
}

/// What an agreement can start from.
#[must_use]
pub fn agreement_start(resident: &str) -> String {
    format!("/work/{resident}/agreement/start")
}

/// The journey, as a side sees it.
#[must_use]
pub fn journey(resident: &str, side: Side) -> String {
    match side {
        Side::Resident => format!("/r/{resident}/journey"),
        Side::Municipality => format!("/work/{resident}/journey"),
    }
}

/// Appointments, as a side sees them.
#[must_use]
pub fn appointments(resident: &str, side: Side) -> String {
    match side {
        Side::Resident => format!("/r/{resident}/appointments"),
        Side::Municipality => format!("/work/{resident}/appointments"),
    }
}

/// An appointment as a calendar file.
#[must_use]
pub fn appointment_file(resident: &str, side: Side, appointment: &str) -> String {
    format!("{}/{appointment}/appointment.ics", appointments(resident, side))
}

/// A calendar subscription: whoever knows the address may read it.
#[must_use]
pub fn calendar(token: &str) -> String {
    format!("/calendar/{token}.ics")
}

/// Everything that happened, of one kind or of all.
#[must_use]
pub fn history(resident: &str, side: Side, kind: &str) -> String {
    let kind = if kind.is_empty() { String::new() } else { format!("?show={kind}") };
    format!("{}/history{kind}", journey(resident, side))
}

/// The caseload: who waits for whom, who has not been spoken to.
#[must_use]
pub fn caseload(show: Show, by: By) -> String {
    format!("{CASELOAD}?show={}&by={}", show.as_str(), by.as_str())
}

/// A page of all promises of the municipality.
#[must_use]
pub fn promises(show: Show, page: usize) -> String {
    let page = if page == 0 { String::new() } else { format!("&page={page}") };
    format!("{PROMISES}?show={}{page}", show.as_str())
}
