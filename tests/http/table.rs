//! Who may do what: one row for each server function and each page. The tests of `access` walk it with everybody,
//! and fail when a server function or a page has no row.

/// A kind of visitor, as seen from the resident whose data it is about (Henk, of Daan's team).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The resident.
    Owner,
    /// Another resident.
    Resident,
    /// A helper without a mandate.
    Helper,
    /// A helper with a mandate over everything that can be shared.
    Mandated,
    /// The resident's caseworker.
    Caseworker,
    /// A caseworker of another team.
    OtherTeam,
    /// The coordinator.
    Coordinator,
    /// The application manager.
    Manager,
}

use Who::{Caseworker, Coordinator, Helper, Manager, Mandated, OtherTeam, Owner, Resident};

/// Everybody who can sign in, with their story in the demo.
pub const PEOPLE: [(Who, &str); 8] = [
    (Owner, "henk"),
    (Resident, "samira"),
    (Helper, "fatma"),
    (Mandated, "joop"),
    (Caseworker, "daan"),
    (OtherTeam, "marieke"),
    (Coordinator, "petra"),
    (Manager, "koen"),
];

/// What of the resident's own somebody may who acts for the resident (DigiD Machtigen): server functions and pages. No
/// agreement, helper, way to be reached or deletion.
pub const ACTING: &[&str] = &[
    "/r/{resident}",
    "/r/{resident}/start",
    "/r/{resident}/access",
    "/r/{resident}/ask",
    "/r/{resident}/group",
    "/r/{resident}/request/buddy",
    "/r/{resident}/requests/{reference}",
    "/r/{resident}/sent/1",
    "/r/{resident}/sent/1/copy",
    "/r/{resident}/sent/1/picture",
    "/r/{resident}/calculations",
    "/r/{resident}/intake",
    "/r/{resident}/intake/stopped",
    "/r/{resident}/intake/K8",
    "/r/{resident}/intake/work",
    "/r/{resident}/intake/check",
    "/r/{resident}/intake/send",
    "/r/{resident}/intake/W6",
    "/r/{resident}/intake/B5/help",
    "/api/draft/start",
    "/api/draft/own-phone",
    "/api/answer/keep",
    "/api/answer/pick",
    "/api/draft/send",
    "/api/draft/discard",
    "/api/request/send",
    "/api/ask/start",
    "/api/group/reply",
    "/api/calculation/save",
    "/api/calculation/show",
    "/api/calculation/discard",
    "/api/journey/feeling",
];

/// One call of a server function on the resident's data. `{name}` stands for what the test prepared.
pub struct Call {
    /// Its address.
    pub path: &'static str,
    /// A plausible form.
    pub form: &'static [(&'static str, &'static str)],
    /// Who may.
    pub allowed: &'static [Who],
}

const fn call(path: &'static str, form: &'static [(&'static str, &'static str)], allowed: &'static [Who]) -> Call {
    Call { path, form, allowed }
}

const R: (&str, &str) = ("resident", "{resident}");
const OWN: (&str, &str) = ("way", "intake");
const DESK: (&str, &str) = ("way", "desk");
const HELP: (&str, &str) = ("way", "helping");

/// Every server function; one that acts on two kinds of drafts has two rows.
pub const CALLS: &[Call] = &[
    call("/api/draft/start", &[R, ("own_phone", "no")], &[Owner]),
    call("/api/draft/own-phone", &[R, ("own_phone", "yes")], &[Owner]),
    call("/api/answer/keep", &[R, OWN, ("draft", "{draft}"), ("step", "K8"), ("base", "1"), ("key", "{key}"), ("text", "changed"), ("go", "next")], &[Owner]),
    call("/api/answer/keep", &[R, DESK, ("draft", "{desk}"), ("step", "K8"), ("base", "1"), ("text", "changed"), ("go", "next")], &[Caseworker]),
    call("/api/answer/keep", &[R, HELP, ("draft", "{draft}"), ("step", "K8"), ("base", "1"), ("text", "changed"), ("go", "next")], &[Mandated]),
    call("/api/answer/pick", &[R, HELP, ("step", "K8"), ("version", "1"), ("pick", "kept")], &[Owner]),
    call("/api/draft/send", &[R, HELP, ("draft", "{draft}")], &[Owner]),
    call("/api/draft/discard", &[R, HELP, ("draft", "")], &[Owner]),
    call("/api/answer/pick", &[R, OWN, ("step", "W6"), ("version", "1"), ("pick", "other")], &[Owner]),
    call("/api/answer/pick", &[R, DESK, ("step", "K8"), ("version", "1"), ("pick", "kept")], &[Caseworker]),
    call("/api/draft/send", &[R, OWN, ("draft", "{draft}")], &[Owner]),
    call("/api/draft/send", &[R, DESK, ("draft", "{desk}"), ("agreement", "Said yes at the desk")], &[Caseworker]),
    call("/api/draft/discard", &[R, OWN, ("draft", "{draft}")], &[Owner]),
    call("/api/draft/discard", &[R, DESK, ("draft", "{desk}")], &[Caseworker]),
    call("/api/desk/start", &[R, ("channel", "desk")], &[Caseworker]),
    call(
        "/api/resident/invite",
        &[("first_name", "H"), ("last_name", "V"), ("bsn", "{bsn}"), ("phone", ""), ("language", "nl"), ("route", "short"), ("team", "werk")],
        &[Caseworker],
    ),
    call("/api/profile/keep", &[R, ("base", "{profile}"), ("called", "H"), ("language", "nl"), ("contact", "portal"), ("address", "as_set")], &[Owner]),
    call("/api/request/send", &[R, ("kind", "appointment"), ("phone", "0612345678"), ("form_key", "{key}")], &[Owner]),
    call("/api/ask/start", &[R], &[Owner]),
    call("/api/group/reply", &[R, ("decision", "{decision}"), ("reply", "I agree")], &[Owner]),
    call("/api/calculation/save", &[R, ("step", "answer"), ("household", "alone"), ("age", "27"), ("hours", "8"), ("plan", "20"), ("shown", "yes")], &[Owner]),
    call("/api/calculation/show", &[R, ("calculation", "{calculation}"), ("shown", "yes")], &[Owner]),
    call("/api/calculation/discard", &[R, ("calculation", "{calculation}")], &[Owner]),
    call("/api/agreement/answer", &[R, ("number", "2"), ("answer", "{line}:disagree")], &[Owner, Caseworker]),
    call(
        "/api/agreement/line",
        &[R, ("revision", "{revision}"), ("line", ""), ("doer", "resident"), ("text", "I go"), ("goal", "new"), ("goal_title", "Swim"), ("due", "3")],
        &[Owner, Caseworker],
    ),
    call("/api/agreement/remove", &[R, ("revision", "{revision}"), ("line", "{line}")], &[Owner, Caseworker]),
    call("/api/agreement/keep", &[R, ("number", "2"), ("typed[asks_day]", "yes"), ("typed[look_back]", "1-7-2027")], &[Owner, Caseworker]),
    call("/api/agreement/restore", &[R, ("number", "2"), ("line", "{line}")], &[Owner, Caseworker]),
    call("/api/agreement/send", &[R, ("number", "2"), ("revision", "{revision}")], &[Owner, Caseworker]),
    call("/api/agreement/withdraw", &[R, ("number", "2")], &[Owner, Caseworker]),
    call("/api/agreement/discard", &[R], &[Owner, Caseworker]),
    call("/api/agreement/mark", &[R, ("line", "{line}"), ("mark", "busy")], &[Owner, Caseworker]),
    call("/api/agreement/steps", &[R, ("line", "{line}"), ("step_1", "I look up the address")], &[Owner]),
    call("/api/agreement/step", &[R, ("line", "{line}"), ("small", "I call"), ("done", "yes")], &[Owner]),
    call("/api/agreement/order", &[R, ("place[0]", "{goal}:1"), ("pace[0]", "{goal}:slow")], &[Owner]),
    call("/api/agreement/look-back", &[R, ("number", "1"), ("helped[0]", "{line}:yes"), ("words", "Good")], &[Owner, Caseworker]),
    call("/api/agreement/next", &[R], &[Owner, Caseworker]),
    call("/api/agreement/start", &[R, ("chosen[]", "pair-course")], &[Caseworker]),
    call("/api/agreement/could-not", &[R, ("number", "2"), ("could_not", "In hospital")], &[Caseworker]),
    call(
        "/api/appointment/make",
        &[R, ("way", "desk"), ("day", "1 12 2026"), ("time", "14:30"), ("minutes", "30"), ("about", "Course"), ("form_key", "{key}")],
        &[Caseworker],
    ),
    call("/api/appointment/cancel", &[R, ("appointment", "{appointment}")], &[Owner, Caseworker]),
    call("/api/calendar/make", &[R], &[Owner]),
    call("/api/calendar/revoke", &[R], &[Owner]),
    call("/api/journey/spoken", &[R, ("way", "phone")], &[Caseworker]),
    call("/api/journey/feeling", &[R, ("stage", "intake"), ("feeling", "good")], &[Owner]),
    call("/api/queue/try-again", &[("delivery", "")], &[Manager]),
    call("/api/work/find", &[("find", "H")], &[Caseworker, OtherTeam]),
    call("/api/rights/keep-longer", &[R, ("kind", "draft")], &[Owner]),
    call("/api/access/reason", &[R, ("reason", "A colleague is ill")], &[Caseworker]),
    call("/api/review/take", &[R, ("seen_caseworker", "{caseworker}")], &[Caseworker]),
    call("/api/review/hand-over", &[R, ("seen_caseworker", "{caseworker}"), ("to", "person:{caseworker}")], &[Caseworker, Coordinator]),
    call("/api/review/ask", &[R, ("reason", "unclear"), ("questions[]", "G2"), ("message", "Which?")], &[Caseworker]),
    call("/api/review/withdraw-ask", &[R], &[Caseworker]),
    call("/api/review/group", &[R, ("group", "2"), ("group_reason", "Because")], &[Caseworker]),
    call("/api/review/note", &[R, ("note", "Called")], &[Caseworker]),
    call("/api/review/contact", &[R, ("request", "{request}"), ("contact", "spoken")], &[Caseworker]),
    call("/api/review/contact", &[R, ("request", ""), ("contact", "spoken")], &[Caseworker]),
    call("/api/review/conclude", &[R, ("again", "")], &[Caseworker]),
    call("/api/helper/invite", &[R, ("way", "code"), ("work", "see"), ("agreement", "Said yes")], &[Owner, Caseworker]),
    call("/api/helper/take-back", &[R, ("invitation", "{invitation}")], &[Owner, Caseworker]),
    call("/api/helper/join", &[("code", "ABCD-2345"), ("name", "J"), ("promise", "yes")], &[Helper, Mandated]),
    call("/api/helper/name", &[("name", "J")], &[Helper, Mandated]),
    call("/api/passkey/begin", &[], &[Helper, Mandated]),
    call("/api/passkey/finish", &[("answer", "x")], &[Helper, Mandated]),
    call("/api/passkey/remove", &[("passkey", "a")], &[Helper, Mandated]),
    call("/api/helper/confirm", &[R, ("invitation", "{invitation}"), ("answer", "yes"), ("work", "see")], &[Owner, Caseworker]),
    call("/api/helper/seen", &[R, ("mandate", "")], &[Owner]),
    call("/api/helper/left", &[R, ("left", "{mandate}"), ("go", "take_over")], &[Owner]),
    call("/api/helper/together", &[R, ("with", "My sister"), ("go", "begin")], &[Owner]),
    call("/api/helper/object", &[R, ("about", "{caseworker}"), ("objection", "Too much")], &[Owner]),
    call("/api/helper/settle-objection", &[R, ("objection", "{mandate}"), ("answer", "We talked about it")], &[Caseworker]),
    call("/api/helping/begin", &[R], &[Mandated]),
    call("/api/helper/thank", &[R, ("mandate", "{mandate}")], &[Owner]),
    call("/api/helping/contact", &[R, ("day", "20-11-2026"), ("minutes", "30"), ("way", "phone")], &[Mandated]),
    call("/api/helping/contact-remove", &[R, ("contact", "{mandate}")], &[Mandated]),
    call("/api/volunteer/keep", &[("person", "{volunteer}"), ("languages[]", "nl")], &[Coordinator]),
    call("/api/volunteer/train", &[("person", "{volunteer}"), ("course", "Geld en post"), ("day", "20-11-2026")], &[Coordinator]),
    call("/api/volunteer/thank", &[("person", "{volunteer}"), ("words", "Thank you")], &[Coordinator]),
    call("/api/volunteer/propose", &[R, ("person", "{volunteer}")], &[Coordinator]),
    call("/api/volunteer/withdraw", &[("invitation", "{invitation}")], &[Coordinator]),
    call("/api/volunteer/answer", &[("invitation", "{mandate}"), ("answer", "yes"), ("promise", "yes")], &[Helper, Mandated]),
    call("/api/helper/end", &[R, ("mandate", "")], &[Owner, Caseworker]),
    call("/api/helping/stop", &[R], &[Mandated]),
    call("/api/volunteer/end", &[("person", "{volunteer}")], &[Coordinator]),
    call("/api/rights/end-helpers", &[R], &[Caseworker]),
    call("/api/rights/decide-erasure", &[R, ("request", "{erasure}"), ("choice", "nothing"), ("why", "We keep it all"), ("sure", "")], &[Caseworker]),
];

/// Who sees a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum See {
    /// Everybody, signed in or not.
    All,
    /// These, and nobody else.
    Only(&'static [Who]),
}

/// A page: the pattern of its route, an address that fits it, who sees it.
pub type Sight = (&'static str, &'static str, See);

/// Every page; a pattern that shows two kinds of data has two rows.
pub const PAGES: &[Sight] = &[
    ("/", "/", See::All),
    ("/sign-in", "/sign-in", See::All),
    ("/sign-in/refused/:reason", "/sign-in/refused/cancelled", See::All),
    ("/sign-in/by-mail", "/sign-in/by-mail", See::All),
    ("/sign-in/by-mail/code", "/sign-in/by-mail/code", See::All),
    ("/helping/passkeys", "/helping/passkeys", See::Only(&[Helper, Mandated])),
    ("/signed-out", "/signed-out", See::All),
    ("/help", "/help", See::All),
    ("/talk", "/talk", See::All),
    ("/privacy", "/privacy", See::All),
    ("/accessibility", "/accessibility", See::All),
    ("/calculator", "/calculator", See::All),
    ("/calculator/parameters", "/calculator/parameters", See::All),
    ("/refused/:status/:number", "/refused/200/0", See::All),
    ("/r/:resident", "/r/{resident}", See::Only(&[Owner])),
    ("/r/:resident/start", "/r/{resident}/start", See::Only(&[Owner])),
    ("/r/:resident/profile", "/r/{resident}/profile", See::Only(&[Owner])),
    ("/r/:resident/access", "/r/{resident}/access", See::Only(&[Owner])),
    ("/r/:resident/data", "/r/{resident}/data", See::Only(&[Owner])),
    ("/r/:resident/ask", "/r/{resident}/ask", See::Only(&[Owner])),
    ("/r/:resident/group", "/r/{resident}/group", See::Only(&[Owner])),
    ("/r/:resident/request/:kind", "/r/{resident}/request/buddy", See::Only(&[Owner])),
    ("/r/:resident/requests/:reference", "/r/{resident}/requests/{reference}", See::Only(&[Owner])),
    ("/r/:resident/sent/:number", "/r/{resident}/sent/1", See::Only(&[Owner])),
    ("/r/:resident/sent/:number/copy", "/r/{resident}/sent/1/copy", See::Only(&[Owner])),
    ("/r/:resident/sent/:number/picture", "/r/{resident}/sent/1/picture", See::Only(&[Owner])),
    ("/r/:resident/calculations", "/r/{resident}/calculations", See::Only(&[Owner])),
    ("/r/:resident/agreement", "/r/{resident}/agreement", See::Only(&[Owner])),
    ("/r/:resident/agreement/line/:line", "/r/{resident}/agreement/line/new", See::Only(&[Owner])),
    ("/r/:resident/agreement/tell/:line", "/r/{resident}/agreement/tell/{line}", See::Only(&[Owner])),
    ("/r/:resident/agreement/done/:line", "/r/{resident}/agreement/done/{done}", See::Only(&[Owner])),
    ("/r/:resident/agreement/steps/:line", "/r/{resident}/agreement/steps/{line}", See::Only(&[Owner])),
    ("/r/:resident/agreement/order", "/r/{resident}/agreement/order", See::Only(&[Owner])),
    ("/r/:resident/agreement/look-back", "/r/{resident}/agreement/look-back", See::Only(&[Owner])),
    ("/r/:resident/agreement/version/:number", "/r/{resident}/agreement/version/1", See::Only(&[Owner])),
    ("/r/:resident/journey", "/r/{resident}/journey", See::Only(&[Owner])),
    ("/r/:resident/journey/history", "/r/{resident}/journey/history", See::Only(&[Owner])),
    ("/r/:resident/appointments", "/r/{resident}/appointments", See::Only(&[Owner])),
    ("/r/:resident/access/:person", "/r/{resident}/access/{caseworker}", See::Only(&[Owner])),
    ("/r/:resident/helpers", "/r/{resident}/helpers", See::Only(&[Owner])),
    ("/r/:resident/helpers/invite", "/r/{resident}/helpers/invite", See::Only(&[Owner])),
    ("/r/:resident/helping", "/r/{resident}/helping", See::Only(&[Mandated])),
    ("/r/:resident/helping/agreements", "/r/{resident}/helping/agreements", See::Only(&[Mandated])),
    ("/r/:resident/helping/journey", "/r/{resident}/helping/journey", See::Only(&[Mandated])),
    ("/r/:resident/helping/calculation", "/r/{resident}/helping/calculation", See::Only(&[Mandated])),
    ("/r/:resident/:way/:step", "/r/{resident}/helping/K8", See::Only(&[Mandated])),
    ("/r/:resident/:way/:step", "/r/{resident}/helping/work", See::Only(&[Mandated])),
    ("/r/:resident/:way/:step", "/r/{resident}/helping/check", See::Only(&[Mandated])),
    ("/r/:resident/:way/:step", "/r/{resident}/helping/send", See::Only(&[])),
    ("/r/:resident/:way/:step", "/r/{resident}/helping/B5", See::Only(&[])),
    ("/r/:resident/:way/:step", "/r/{resident}/helping/S7", See::Only(&[])),
    ("/r/:resident/:way/stopped", "/r/{resident}/helping/stopped", See::Only(&[Mandated])),
    ("/r/:resident/:way", "/r/{resident}/intake", See::Only(&[Owner])),
    ("/r/:resident/:way", "/r/{resident}/desk", See::Only(&[Caseworker])),
    ("/r/:resident/:way", "/r/{resident}/nonsense", See::Only(&[])),
    ("/r/:resident/:way/stopped", "/r/{resident}/intake/stopped", See::Only(&[Owner])),
    ("/r/:resident/:way/stopped", "/r/{resident}/desk/stopped", See::Only(&[Caseworker])),
    ("/r/:resident/:way/:step", "/r/{resident}/intake/K8", See::Only(&[Owner])),
    ("/r/:resident/:way/:step", "/r/{resident}/intake/work", See::Only(&[Owner])),
    ("/r/:resident/:way/:step", "/r/{resident}/intake/check", See::Only(&[Owner])),
    ("/r/:resident/:way/:step", "/r/{resident}/intake/send", See::Only(&[Owner])),
    ("/r/:resident/:way/:step", "/r/{resident}/intake/W6", See::Only(&[Owner])),
    ("/r/:resident/:way/:step", "/r/{resident}/desk/K8", See::Only(&[Caseworker])),
    ("/r/:resident/:way/:step", "/r/{resident}/desk/send", See::Only(&[Caseworker])),
    ("/r/:resident/:way/:step/help", "/r/{resident}/intake/B5/help", See::Only(&[Owner])),
    ("/r/:resident/:way/:step/help", "/r/{resident}/desk/B5/help", See::Only(&[])),
    ("/work", "/work", See::Only(&[Caseworker, OtherTeam])),
    ("/work", "/work?show=mine&order=due", See::Only(&[Caseworker, OtherTeam])),
    ("/work/invite", "/work/invite", See::Only(&[Caseworker, OtherTeam])),
    ("/work/:resident", "/work/{resident}", See::Only(&[Caseworker])),
    ("/work/:resident/ask", "/work/{resident}/ask", See::Only(&[Caseworker])),
    ("/work/:resident/erasure", "/work/{resident}/erasure", See::Only(&[Caseworker])),
    ("/work/:resident/version/:number", "/work/{resident}/version/1", See::Only(&[Caseworker])),
    ("/work/promises", "/work/promises?show=team", See::Only(&[Caseworker, OtherTeam])),
    ("/work/:resident/agreement", "/work/{resident}/agreement", See::Only(&[Caseworker])),
    ("/work/:resident/agreement/line/:line", "/work/{resident}/agreement/line/new", See::Only(&[Caseworker])),
    ("/work/:resident/agreement/tell/:line", "/work/{resident}/agreement/tell/{ours}", See::Only(&[Caseworker])),
    ("/work/:resident/agreement/done/:line", "/work/{resident}/agreement/done/{done}", See::Only(&[Caseworker])),
    ("/work/:resident/agreement/start", "/work/{resident}/agreement/start", See::Only(&[Caseworker])),
    ("/work/:resident/agreement/look-back", "/work/{resident}/agreement/look-back", See::Only(&[Caseworker])),
    ("/work/:resident/agreement/version/:number", "/work/{resident}/agreement/version/1", See::Only(&[Caseworker])),
    ("/work/caseload", "/work/caseload?show=team", See::Only(&[Caseworker, OtherTeam])),
    ("/work/:resident/journey", "/work/{resident}/journey", See::Only(&[Caseworker])),
    ("/work/:resident/journey/history", "/work/{resident}/journey/history?show=agreement", See::Only(&[Caseworker])),
    ("/work/:resident/appointments", "/work/{resident}/appointments", See::Only(&[Caseworker])),
    ("/work/:resident/helpers", "/work/{resident}/helpers", See::Only(&[Caseworker])),
    ("/r/:resident/helping/contact", "/r/{resident}/helping/contact", See::Only(&[Mandated])),
    ("/divide/volunteers", "/divide/volunteers", See::Only(&[Coordinator])),
    ("/divide/volunteers/:person", "/divide/volunteers/{volunteer}", See::Only(&[Coordinator])),
    ("/join", "/join", See::All),
    ("/join/:code", "/join/ABCD2345", See::All),
    ("/divide", "/divide", See::Only(&[Coordinator])),
    ("/helping", "/helping", See::Only(&[Helper, Mandated])),
    ("/manage", "/manage", See::Only(&[Manager])),
];
