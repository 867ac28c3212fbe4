//! The browser's tests: real Chromium against the real portal.

use crate::{site, tools};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

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
    let mut node = node(root, portal)?;
    tools::say("testing in Chromium");
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).env("ALL", if all { "1" } else { "" });
    let mut files: Vec<_> = std::fs::read_dir(root.join("tests/browser/tests"))?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|p| p.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    tools::run(node.args(files))
}

/// Runs one script of the browser's folder against a freshly built portal; measurements want a `release` build.
pub fn script(root: &Path, name: &str, release: bool) -> Result<()> {
    site::build(root)?;
    let portal = tools::portal(root, release)?;
    tools::run(node(root, &portal)?.arg(name))
}

/// Measures the pages of the release server with Lighthouse.
pub fn lighthouse(root: &Path) -> Result<()> {
    site::build(root)?;
    let portal = tools::portal(root, true)?;
    tools::npm(&root.join("tests/browser/lighthouse"))?;
    tools::run(node(root, &portal)?.arg("lighthouse.mjs"))
}

/// Checks every screen that the accessibility tests look at with the Nu HTML checker, which needs Java.
pub fn nu(root: &Path) -> Result<()> {
    site::build(root)?;
    let portal = tools::portal(root, false)?;
    tools::npm(&root.join("tests/browser/nu"))?;
    let pages = root.join("target/pages");
    if pages.exists() {
        std::fs::remove_dir_all(&pages)?;
    }
    std::fs::create_dir_all(&pages)?;
    tools::say("looking at every screen");
    tools::run(node(root, &portal)?.args(["--test", "tests/accessibility.test.mjs"]).env("PAGES", &pages))?;
    tools::run(node(root, &portal)?.arg("nu.mjs").env("PAGES", &pages))
}

/// Node.js in the browser's folder, with everything installed that its scripts need.
fn node(root: &Path, portal: &Path) -> Result<Command> {
    if chromium().is_none() {
        tools::debian("chromium", "Chromium")?;
    }
    let folder = root.join("tests/browser");
    tools::npm(&folder)?;
    tools::npm(&root.join("tests/oidc"))?;
    let mut node = tools::command("node");
    node.current_dir(&folder).env("PORTAL", portal).env("CHROMIUM", chromium().unwrap_or_else(|| "chromium".into()));
    Ok(node)
}
