//! Known weaknesses of the crates that are locked (RustSec). Those that only build or test are told, and fail nothing.

use super::Materials;
use anyhow::{Context as _, Result, bail};
use rustsec::Database;
use std::path::{Path, PathBuf};

/// Advisories that do not touch us, each with its reason.
const LOOKED_AT: &[(&str, &str)] = &[(
    "RUSTSEC-2023-0071",
    "rsa: the time that a private key takes may tell about it. Tokens are verified with public keys; a private one signs only what the portal \
     wrote itself, and only where `client_key` is an RSA key: an EC key (ES256) has nothing of it",
)];

/// A copy of the database on this machine.
pub fn database() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let folders = [std::env::var_os("ADVISORY_DB").map(PathBuf::from), home.map(|home| home.join("advisory-db"))];
    folders.into_iter().flatten().find(|folder| folder.join("crates").is_dir())
}

/// What is found: whether it is in what is served, and in words.
fn found(folder: &Path, materials: &Materials) -> Result<Vec<(bool, String)>> {
    let database = Database::open(folder).with_context(|| folder.display().to_string())?;
    let told = database.vulnerabilities(&materials.lock).into_iter().filter(|one| !LOOKED_AT.iter().any(|(id, _)| *id == one.advisory.id.as_str()));
    let line = told.map(|one| {
        let package = (one.package.name.to_string(), one.package.version.to_string());
        let served = materials.shipped.contains(&package);
        (served, format!("{} {}: {} {}{}", package.0, package.1, one.advisory.id, one.advisory.title, if served { "" } else { " (not in what is served)" }))
    });
    Ok(line.collect())
}

/// Fails on a weakness of what is served.
pub fn check(folder: &Path, materials: &Materials) -> Result<()> {
    let found = found(folder, materials)?;
    for (id, why) in LOOKED_AT {
        println!("{id}: looked at. {why}");
    }
    for (_, line) in &found {
        println!("{line}");
    }
    if found.iter().any(|(served, _)| *served) { bail!("a crate that is served has a known weakness") } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A database of one invented weakness of a crate in the versions before `patched`.
    fn invented(folder: &Path, package: &str, patched: &str) {
        let crates = folder.join("crates").join(package);
        std::fs::create_dir_all(&crates).unwrap();
        let text = format!(
            "```toml\n[advisory]\nid = \"RUSTSEC-2026-9999\"\npackage = \"{package}\"\ndate = \"2026-01-01\"\n\n[versions]\npatched = [\">= {patched}\"]\n```\n\n# An invented weakness\n\nOf a test.\n"
        );
        std::fs::write(crates.join("RUSTSEC-2026-9999.md"), text).unwrap();
    }

    #[test]
    fn a_weakness_of_what_is_served_fails_and_of_a_test_is_told() {
        let materials = super::super::tests::ours();
        for (package, patched, finds, fails) in
            [("axum", "99.0.0", true, true), ("axum", "0.1.0", false, false), ("proptest", "99.0.0", true, false), ("left-pad", "99.0.0", false, false)]
        {
            let folder = tempfile::tempdir().unwrap();
            invented(folder.path(), package, patched);
            let told = found(folder.path(), &materials).unwrap();
            assert_eq!(!told.is_empty(), finds, "{package} before {patched}: {told:?}");
            assert_eq!(check(folder.path(), &materials).is_err(), fails, "{package} before {patched}");
        }
    }
}
