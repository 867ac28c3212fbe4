//! Running other programs, and saying what is missing in one line.

use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Says what happens now.
pub fn say(text: &str) {
    eprintln!("▸ {text}");
}

/// A command to run.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    Command::new(program)
}

/// Runs a command and fails with its name when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}").replace('"', "");
    let status = command.status().with_context(|| format!("cannot run {shown}"))?;
    if !status.success() {
        bail!("failed: {shown}");
    }
    Ok(())
}

/// Whether a program can be run.
pub fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|o| o.status.success())
}

/// The cargo that runs us, so that the pinned toolchain is used.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds `portal` and gives its path.
pub fn portal(root: &Path, release: bool) -> Result<PathBuf> {
    say("building portal");
    let mut build = cargo();
    build.current_dir(root).args(["build", "--package", "server", "--bin", "portal"]);
    if release {
        build.arg("--release");
    }
    run(&mut build)?;
    Ok(root.join("target").join(if release { "release" } else { "debug" }).join("portal"))
}

/// Installs the packages of a folder with a `package.json`, when they changed since the last time.
pub fn npm(folder: &Path) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json")).with_context(|| format!("{}/package-lock.json", folder.display()))?;
    let mark = folder.join("node_modules/.installed");
    if std::fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if !has("npm") {
        bail!("npm is missing: install Node.js 20 or newer");
    }
    say(&format!("installing the packages of {}", folder.file_name().unwrap_or_default().to_string_lossy()));
    let mut install = Command::new("npm");
    install.current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").env("PUPPETEER_SKIP_DOWNLOAD", "1");
    run(&mut install)?;
    std::fs::write(mark, lock)?;
    Ok(())
}

/// Installs a Debian package where we may, else says what to install.
pub fn debian(package: &str, why: &str) -> Result<()> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.starts_with(b"0"));
    if !root || !has("apt-get") {
        bail!("{why} is missing: install it (Debian: apt-get install {package})");
    }
    say(&format!("installing {package}"));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends", package])
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(std::process::Stdio::null()))
}
