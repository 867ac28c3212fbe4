//! The addresses of helpers: what the resident keeps, what a helper sees, what the coordinator does.

use domain::mandate::Part;

/// Where a code is typed.
pub const JOIN: &str = "/join";
/// The volunteers.
pub const VOLUNTEERS: &str = "/divide/volunteers";

/// Answering a code; the end of a link too.
#[must_use]
pub fn join(code: &str) -> String {
    format!("{JOIN}/{code}")
}

/// Who helps a resident, for the resident.
#[must_use]
pub fn helpers(resident: &str) -> String {
    format!("/r/{resident}/helpers")
}

/// Inviting a helper.
#[must_use]
pub fn invite_helper(resident: &str) -> String {
    format!("/r/{resident}/helpers/invite")
}

/// Objecting to what somebody did; `line` is what was tapped of it, empty for nothing in particular.
#[must_use]
pub fn object(resident: &str, person: &str, line: &str) -> String {
    let line = if line.is_empty() { String::new() } else { format!("?line={line}") };
    format!("/r/{resident}/access/{person}{line}")
}

/// The helpers that were set up at the desk.
#[must_use]
pub fn desk_helpers(resident: &str) -> String {
    format!("/work/{resident}/helpers")
}

/// What a helper finds about one resident.
#[must_use]
pub fn helping(resident: &str) -> String {
    format!("/r/{resident}/helping")
}

/// A part that is shared with a helper.
#[must_use]
pub fn helping_part(resident: &str, part: Part) -> String {
    match part {
        Part::Intake => helping(resident),
        part => format!("/r/{resident}/helping/{}", part.as_str()),
    }
}

/// Writing down that a helper had contact.
#[must_use]
pub fn helping_contact(resident: &str) -> String {
    format!("/r/{resident}/helping/contact")
}

/// One volunteer.
#[must_use]
pub fn volunteer(person: &str) -> String {
    format!("{VOLUNTEERS}/{person}")
}
