//! What the portal is made of by others: a bill of materials (CycloneDX) from the lock files, licences that may be used, and known
//! weaknesses where a copy of the RustSec database is at hand. Nothing here needs the network.

mod advisories;
mod bill;
mod licences;

use crate::tools;
use anyhow::{Context as _, Result, bail};
use rustsec::Lockfile;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Everything that is compiled for a server and for the browser.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];

/// What cargo knows of the packages that are compiled somewhere.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// Name and version of a package.
type Named = (String, String);

/// The packages of others, as far as they are compiled somewhere.
pub struct Materials {
    lock: Lockfile,
    /// The licence of each.
    licences: BTreeMap<Named, String>,
    /// Those that are in what is served, not only in building or testing it.
    shipped: BTreeSet<Named>,
}

impl Materials {
    /// Reads the lock file, and asks cargo what is compiled into the portal and into what the browser loads.
    fn read(root: &Path) -> Result<Self> {
        let lock = Lockfile::load(root.join("Cargo.lock")).context("Cargo.lock")?;
        let (mut licences, mut shipped) = (BTreeMap::new(), BTreeSet::new());
        for target in TARGETS {
            let metadata = metadata(root, target)?;
            shipped.extend(reached(&metadata, |name| if target.starts_with("wasm") { name.starts_with("island-") } else { name == "server" }));
            for package in metadata.packages.into_iter().filter(|package| package.source.is_some()) {
                licences.insert((package.name, package.version), package.license.unwrap_or_default());
            }
        }
        Ok(Self { lock, licences, shipped })
    }
}

fn metadata(root: &Path, target: &str) -> Result<Metadata> {
    let output = tools::cargo().current_dir(root).args(["metadata", "--format-version", "1", "--locked", "--filter-platform", target]).output()?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    serde_json::from_slice(&output.stdout).context("what cargo metadata says")
}

/// Packages of others that the packages in `from` are linked with: no build scripts, no macros' own dependencies left out.
fn reached(metadata: &Metadata, from: impl Fn(&str) -> bool) -> BTreeSet<Named> {
    let nodes: BTreeMap<&str, &Node> = metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut open: Vec<&str> =
        metadata.packages.iter().filter(|package| package.source.is_none() && from(&package.name)).map(|package| package.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id)
            && let Some(node) = nodes.get(id)
        {
            open.extend(node.deps.iter().filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none())).map(|dep| dep.pkg.as_str()));
        }
    }
    let of_others = metadata.packages.iter().filter(|package| package.source.is_some() && seen.contains(package.id.as_str()));
    of_others.map(|package| (package.name.clone(), package.version.clone())).collect()
}

/// Writes the bill of materials.
pub fn write(root: &Path, to: Option<PathBuf>) -> Result<()> {
    let to = to.unwrap_or_else(|| root.join("target/meedoen.cdx.json"));
    let (materials, packages) = (Materials::read(root)?, bill::style_packages(root)?);
    std::fs::write(&to, bill::json(&materials, &packages)?).with_context(|| to.display().to_string())?;
    println!(
        "{}: {} crates, {} of them in what is served, and {} packages of the style",
        to.display(),
        bill::crates(&materials),
        materials.shipped.len(),
        packages.len()
    );
    Ok(())
}

/// Fails on a licence that may not be used and on a known weakness. Says so when there is no database of weaknesses here.
pub fn check(root: &Path) -> Result<()> {
    tools::say("licences");
    let (materials, packages) = (Materials::read(root)?, bill::style_packages(root)?);
    licences::check(&materials, &packages)?;
    match advisories::database() {
        Some(folder) => {
            tools::say(&format!("advisories of {}", folder.display()));
            advisories::check(&folder, &materials)
        }
        None => {
            tools::say(
                "advisories: skipped, there is no database here (git clone https://github.com/rustsec/advisory-db ~/.cargo/advisory-db, or ADVISORY_DB)",
            );
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The materials of this very workspace.
    pub fn ours() -> Materials {
        Materials::read(&crate::root()).unwrap()
    }

    #[test]
    fn what_is_served_is_told_from_what_tests_it() {
        let materials = ours();
        let ships = |name: &str| materials.shipped.iter().any(|(shipped, _)| shipped == name);
        for name in ["axum", "sqlx-core", "leptos", "chacha20poly1305", "gloo-net"] {
            assert!(ships(name), "{name}");
        }
        for name in ["proptest", "rustsec", "lightningcss", "tempfile"] {
            assert!(!ships(name), "{name}");
        }
        for named in &materials.shipped {
            assert!(materials.lock.packages.iter().any(|p| p.name.as_str() == named.0 && p.version.to_string() == named.1), "{named:?} is locked");
        }
    }
}
