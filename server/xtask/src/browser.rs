//! The browser's tests: real Chromium against the real portal.

use crate::{site, tools};
use anyhow::Result;
use std::path::Path;

/// Where Chromium usually is.
fn chromium() -> Option<String> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return path.into_string().ok();
    }
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find(|p| tools::has(p)).map(ToOwned::to_owned)
}

/// Runs the browser's tests; `all` takes every question instead of one per answer type.
pub fn test(root: &Path, all: bool) -> Result<()> {
    site::build(root)?;
    let portal = tools::portal(root, false)?;
    run(root, &portal, all)
}

/// Runs the browser's tests against a built portal.
pub fn run(root: &Path, portal: &Path, all: bool) -> Result<()> {
    if chromium().is_none() {
        tools::debian("chromium", "Chromium")?;
    }
    let chromium = chromium().unwrap_or_else(|| "chromium".into());
    let folder = root.join("tests/browser");
    tools::npm(&folder)?;
    tools::say("testing in Chromium");
    let mut node = tools::command("node");
    node.current_dir(&folder).args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    node.env("PORTAL", portal).env("CHROMIUM", chromium).env("ALL", if all { "1" } else { "" });
    let mut files: Vec<_> =
        std::fs::read_dir(folder.join("tests"))?.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    tools::run(node.args(files))
}
