//! Every address of the portal, made in one place. No personal data: residents go by an opaque id.

mod bond;
mod mandate;

pub use bond::*;
pub use mandate::*;

use domain::request::RequestKind;
use rules::Day;
use service::auth::Door;
use service::intake::Way;
use service::review::{Filter, Order};

/// The front page.
pub const FRONT: &str = "/";
/// Sign in.
pub const SIGN_IN: &str = "/sign-in";
/// Why somebody was not signed in; `reason` is one of [`service::auth::Refusal::page`].
#[must_use]
pub fn not_signed_in(reason: &str) -> String {
    format!("/sign-in/refused/{reason}")
}

/// To the provider of a door, and back to `path` afterwards.
#[must_use]
pub fn sign_in_at(door: Door, path: &str) -> String {
    let back = if path.is_empty() { String::new() } else { format!("?back={path}") };
    format!("/sign-in/{}{back}", door.as_str())
}

/// Helpers sign in by e-mail here, or with a passkey.
pub const BY_MAIL: &str = "/sign-in/by-mail";
/// Where the code of the mail is typed.
pub const MAIL_CODE: &str = "/sign-in/by-mail/code";

/// The link of the mail.
#[must_use]
pub fn mail_link(code: &str) -> String {
    format!("{MAIL_CODE}/{code}")
}

/// Signing in by e-mail, and back to `path` afterwards.
#[must_use]
pub fn by_mail(path: &str) -> String {
    if path.is_empty() { BY_MAIL.to_owned() } else { format!("{BY_MAIL}?back={path}") }
}

/// Sign in and come back to this page.
#[must_use]
pub fn sign_in_back(path: &str) -> String {
    format!("{SIGN_IN}?back={path}")
}

/// Help, reachable from every page in the same place.
pub const HELP: &str = "/help";
/// "I want to talk to somebody now"; never logged.
pub const TALK: &str = "/talk";
/// The accessibility statement.
pub const ACCESSIBILITY: &str = "/accessibility";
/// What happens with personal data.
pub const PRIVACY: &str = "/privacy";
/// Does working extra hours pay off? Public.
pub const CALCULATOR: &str = "/calculator";
/// Every amount that the calculator uses.
pub const PARAMETERS: &str = "/calculator/parameters";
/// Where the municipal backend tells what happened to cases.
pub const WEBHOOK: &str = "/webhook/notifications";
/// After signing out.
pub const SIGNED_OUT: &str = "/signed-out";
/// The worklist.
pub const WORK: &str = "/work";
/// All promises of the municipality.
pub const PROMISES: &str = "/work/promises";
/// The caseload.
pub const CASELOAD: &str = "/work/caseload";
/// Invite a resident.
pub const INVITE: &str = "/work/invite";
/// Divide the work.
pub const DIVIDE: &str = "/divide";
/// Talking to somebody now, and back to `path`.
#[must_use]
pub fn talk(path: &str) -> String {
    format!("{TALK}?back={path}")
}

/// The calculations that a resident kept.
#[must_use]
pub fn calculations(resident: &str) -> String {
    format!("/r/{resident}/calculations")
}

/// The document of a version, for the resident.
#[must_use]
pub fn paper(resident: &str, number: i64) -> String {
    format!("/r/{resident}/sent/{number}/self-scan.pdf")
}

/// The document of a version, for the caseworker.
#[must_use]
pub fn review_paper(resident: &str, number: i64) -> String {
    format!("/work/{resident}/version/{number}/self-scan.pdf")
}

/// The home of helpers.
pub const HELPING: &str = "/helping";
/// The passkeys of a helper.
pub const PASSKEYS: &str = "/helping/passkeys";
/// The home of the application manager.
pub const MANAGE: &str = "/manage";

/// The amounts of a day, compared with an earlier one if there is one.
#[must_use]
pub fn parameters(day: Day, before: Option<Day>) -> String {
    let before = before.map(|day| format!("&before={day}")).unwrap_or_default();
    format!("{PARAMETERS}?date={day}{before}")
}

/// The home of a resident.
#[must_use]
pub fn home(resident: &str) -> String {
    format!("/r/{resident}")
}

/// Before the first question.
#[must_use]
pub fn start(resident: &str) -> String {
    format!("/r/{resident}/start")
}

/// All domains and how far they are.
#[must_use]
pub fn overview(resident: &str, way: Way) -> String {
    format!("/r/{resident}/{}", way.as_str())
}

/// Whether a path is one of [`overview`] or [`step`] at the desk.
#[must_use]
pub fn is_at_desk(path: &str) -> bool {
    path.split(['/', '?']).nth(1) == Some("r") && path.split(['/', '?']).nth(3) == Some(Way::Desk.as_str())
}

/// One screen of the intake.
#[must_use]
pub fn step(resident: &str, way: Way, step: &str) -> String {
    format!("/r/{resident}/{}/{step}", way.as_str())
}

/// The pages from which one answer is changed, to come back to.
pub const BACK: [&str; 2] = [domain::intake::CHECK, domain::intake::SEND];

/// One screen of the intake, to come back to `back` afterwards: one of [`BACK`], or empty for nowhere.
#[must_use]
pub fn change(resident: &str, way: Way, step: &str, back: &str) -> String {
    let back = if back.is_empty() { String::new() } else { format!("?back={back}") };
    format!("/r/{resident}/{}/{step}{back}", way.as_str())
}

/// The page to come back to: on the check page at the answer to `step`.
#[must_use]
pub fn changed(resident: &str, way: Way, step: &str, back: &str) -> String {
    let at = if back == domain::intake::CHECK { format!("#a-{step}") } else { String::new() };
    format!("/r/{resident}/{}/{back}{at}", way.as_str())
}

/// The help block and the small request beside an answer.
#[must_use]
pub fn step_help(resident: &str, way: Way, step: &str) -> String {
    format!("/r/{resident}/{}/{step}/help", way.as_str())
}

/// "Stop and go on later".
#[must_use]
pub fn stopped(resident: &str, way: Way) -> String {
    format!("/r/{resident}/{}/stopped", way.as_str())
}

/// What was sent: reference, what happens now.
#[must_use]
pub fn sent(resident: &str, number: i64) -> String {
    format!("/r/{resident}/sent/{number}")
}

/// The printable copy of what was sent.
#[must_use]
pub fn copy(resident: &str, number: i64) -> String {
    format!("/r/{resident}/sent/{number}/copy")
}

/// The six-axis picture.
#[must_use]
pub fn picture(resident: &str, number: i64) -> String {
    format!("/r/{resident}/sent/{number}/picture")
}

/// A small request.
#[must_use]
pub fn request(resident: &str, kind: RequestKind) -> String {
    format!("/r/{resident}/request/{}", kind.as_str())
}

/// After a small request.
#[must_use]
pub fn request_sent(resident: &str, reference: &str) -> String {
    format!("/r/{resident}/requests/{reference}")
}

/// Everything that is held.
#[must_use]
pub fn data(resident: &str) -> String {
    format!("/r/{resident}/data")
}

/// The same as a document.
#[must_use]
pub fn data_pdf(resident: &str) -> String {
    format!("/r/{resident}/data/everything.pdf")
}

/// The same for machines.
#[must_use]
pub fn data_json(resident: &str) -> String {
    format!("/r/{resident}/data/everything.json")
}

/// Who looked.
#[must_use]
pub fn access(resident: &str) -> String {
    format!("/r/{resident}/access")
}

/// The profile.
#[must_use]
pub fn profile(resident: &str) -> String {
    format!("/r/{resident}/profile")
}

/// The question about answers.
#[must_use]
pub fn ask(resident: &str) -> String {
    format!("/r/{resident}/ask")
}

/// The group with its reason.
#[must_use]
pub fn group(resident: &str) -> String {
    format!("/r/{resident}/group")
}

/// The worklist with its filter, order and page.
#[must_use]
pub fn work(filter: Filter, order: Order, page: usize) -> String {
    let page = if page == 0 { String::new() } else { format!("&page={page}") };
    format!("/work?show={}&order={}{page}", filter.as_str(), order.as_str())
}

/// Dividing, of everybody or of those whom nobody has.
#[must_use]
pub fn divide(filter: Filter, page: usize) -> String {
    let page = if page == 0 { String::new() } else { format!("&page={page}") };
    format!("/divide?show={}{page}", filter.as_str())
}

/// The review of a resident.
#[must_use]
pub fn review(resident: &str) -> String {
    format!("/work/{resident}")
}

/// A caseworker decides about a resident's request to be deleted.
#[must_use]
pub fn erasure(resident: &str) -> String {
    format!("/work/{resident}/erasure")
}

/// Pick the questions to ask a resident about.
#[must_use]
pub fn pick_questions(resident: &str) -> String {
    format!("/work/{resident}/ask")
}

/// A version that a resident sent, as the caseworker reads and prints it.
#[must_use]
pub fn review_version(resident: &str, number: i64) -> String {
    format!("/work/{resident}/version/{number}")
}

/// Whether `path` is one of our own pages, safe to go back to: one slash, no host, nothing that could break a header.
#[must_use]
pub fn is_own_path(path: &str) -> bool {
    let clean = path.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'?' | b'=' | b'&' | b'.' | b'#'));
    clean && path.starts_with('/') && !path.starts_with("//") && path.len() <= 300
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn only_own_paths_are_gone_back_to() {
        for path in ["/", "/r/abc/intake/W1?back=check", "/work?show=team&order=oldest"] {
            assert!(is_own_path(path), "{path}");
        }
        for path in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", "/%2f%2fevil", "javascript:alert(1)", "/a:b@c"] {
            assert!(!is_own_path(path), "{path}");
        }
    }
}
