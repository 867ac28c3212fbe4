//! `cargo verify`: format, lints, licences and advisories, every test on both databases, sizes, and the browser.

use crate::postgres::Postgres;
use crate::{browser, site, size, supply, tools};
use anyhow::Result;
use std::path::Path;
use std::time::Instant;

/// Runs everything; `quick` leaves the browser out.
pub fn all(root: &Path, quick: bool) -> Result<()> {
    let started = Instant::now();
    tools::say("format");
    tools::run(tools::cargo().current_dir(root).args(["fmt", "--all", "--check"]))?;
    let site = site::build(root)?;
    let table = size::check(&site)?;
    tools::say("lints");
    tools::run(tools::cargo().current_dir(root).args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
    supply::check(root)?;
    let portal = tools::portal(root, false)?;
    let postgres = Postgres::start()?;
    tools::say("tests on SQLite and PostgreSQL");
    tools::run(
        tools::cargo().current_dir(root).args(["test", "--workspace", "--quiet", "--no-fail-fast"]).env("TEST_POSTGRES", &postgres.url).env("PORTAL", &portal),
    )?;
    drop(postgres);
    if !quick {
        browser::run(root, &portal, false)?;
    }
    println!("Sizes (brotli):\n{table}Everything passed in {} seconds.", started.elapsed().as_secs());
    Ok(())
}
