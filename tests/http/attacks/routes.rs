//! The routes that the server itself answers, beside pages and server functions: each is listed here or forgotten.

use crate::attacks::Scene;
use crate::table::Who::{self, Caseworker, Owner};
use std::collections::BTreeSet;
use tests::{Engine, on_both_engines};

on_both_engines!(files_are_seen_by_nobody_else);

/// Files about a resident, and who may have them.
pub const FILES: &[(&str, &[Who])] = &[
    ("/r/{resident}/sent/{number}/self-scan.pdf", &[Owner]),
    ("/r/{resident}/data/everything.pdf", &[Owner]),
    ("/r/{resident}/data/everything.json", &[Owner]),
    ("/work/{resident}/version/{number}/self-scan.pdf", &[Caseworker]),
    // Both sides have the same of what both agreed.
    ("/r/{resident}/agreement/version/{number}/agreement.pdf", &[Owner, Caseworker]),
    ("/work/{resident}/agreement/version/{number}/agreement.pdf", &[Owner, Caseworker]),
    ("/r/{resident}/appointments/{appointment}/appointment.ics", &[Owner, Caseworker]),
    ("/work/{resident}/appointments/{appointment}/appointment.ics", &[Owner, Caseworker]),
];

/// What shows nobody's data without a secret of its own, as it is written in the router.
const OPEN: &[&str] = &[
    "api::DEMO_SIGN_IN",
    "\"/sign-in/{door}\"",
    "\"/sign-in/{door}/return\"",
    "address::BY_MAIL",
    "address::MAIL_CODE",
    "\"/sign-in/by-mail/code/{code}\"",
    "api::PASSKEY_ASKED",
    "api::PASSKEY_SHOWN",
    "api::SIGN_OUT",
    "api::LANGUAGE",
    "api::LEFT",
    "address::CALCULATOR",
    "address::WEBHOOK",
    "protect::REPORTS",
    "\"/assets/{*name}\"",
    "\"/fonts/{*name}\"",
    "\"/icons/{*name}\"",
    "\"/favicon.svg\"",
    "\"/favicon.ico\"",
    "\"/logo.svg\"",
    "\"/site.webmanifest\"",
    "\"/robots.txt\"",
    "\"/calendar/{name}\"",
    "\"/metrics\"",
    "\"/.well-known/security.txt\"",
    "\"/health/live\"",
    "\"/health/ready\"",
    // The server functions.
    "path",
];

#[test]
fn no_route_is_forgotten() {
    let there = include_str!("../../../server/src/router.rs").split(".route(").skip(1);
    let there: BTreeSet<String> = there.filter_map(|rest| rest.split(',').next()).map(ToOwned::to_owned).collect();
    let files = FILES.iter().map(|(path, _)| format!("\"{path}\""));
    assert_eq!(OPEN.iter().map(|path| (*path).to_owned()).chain(files).collect::<BTreeSet<_>>(), there, "one row for each route");
}

async fn files_are_seen_by_nobody_else(engine: Engine) {
    let mut scene = Scene::start(engine).await;
    let files: Vec<(String, &[Who])> = scene.personal().split_off(scene.personal().len() - FILES.len());
    let mut refused = 0;
    for (address, allowed) in files {
        assert_eq!(scene.app.stranger().get(&address).await.status, 401, "{address}");
        for (who, client) in &mut scene.people {
            let got = client.bytes(&address).await;
            assert_eq!(got.is_empty(), !allowed.contains(who), "{who:?} asks for {address}");
            refused += usize::from(got.is_empty());
        }
    }
    super::told("files asked for by who may not have them", refused, 40);
}
