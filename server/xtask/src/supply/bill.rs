//! The bill of materials: every crate of the lock file and every package of the style, with hash, licence and what needs what.
//! The same lock files give the same bill.

use super::{Materials, Named};
use anyhow::{Context as _, Result};
use rustsec::package::Package;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// A package of the style, from npm.
#[derive(Clone, Deserialize)]
pub struct StylePackage {
    #[serde(skip)]
    pub name: String,
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub license: String,
    #[serde(default)]
    integrity: String,
}

/// The packages of the style that are installed.
pub fn style_packages(root: &Path) -> Result<Vec<StylePackage>> {
    #[derive(Deserialize)]
    struct Lock {
        packages: BTreeMap<String, StylePackage>,
    }
    let text = std::fs::read_to_string(root.join("style/package-lock.json")).context("style/package-lock.json")?;
    let lock: Lock = serde_json::from_str(&text).context("style/package-lock.json")?;
    let named = lock.packages.into_iter().filter_map(|(path, package)| {
        let name = path.rsplit("node_modules/").next().filter(|name| !name.is_empty())?.to_owned();
        Some(StylePackage { name, ..package })
    });
    Ok(named.collect())
}

fn purl(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}

/// The crates of others in the lock file.
fn of_others(materials: &Materials) -> impl Iterator<Item = &Package> {
    materials.lock.packages.iter().filter(|package| package.source.is_some())
}

/// How many crates of others there are.
pub fn crates(materials: &Materials) -> usize {
    of_others(materials).count()
}

fn component(materials: &Materials, package: &Package) -> Value {
    let named: Named = (package.name.to_string(), package.version.to_string());
    let scope = if materials.shipped.contains(&named) { "required" } else { "excluded" };
    let hash = package.checksum.as_ref().map(|hash| ("SHA-256", hash.to_string()));
    // Crates for other machines are locked and not here, so their licence is not known.
    let licence = materials.licences.get(&named).map(|licence| licence.replace('/', " OR ")).unwrap_or_default();
    library(&purl(package), named, scope, hash, &licence)
}

fn style_component(package: &StylePackage) -> Value {
    let purl = format!("pkg:npm/{}@{}", package.name.replace('@', "%40"), package.version);
    let hash = package.integrity.strip_prefix("sha512-").and_then(|hash| data_encoding::BASE64.decode(hash.as_bytes()).ok());
    let hash = hash.map(|hash| ("SHA-512", data_encoding::HEXLOWER.encode(&hash)));
    library(&purl, (package.name.clone(), package.version.clone()), "required", hash, &package.license)
}

fn library(purl: &str, (name, version): Named, scope: &str, hash: Option<(&str, String)>, licence: &str) -> Value {
    let hashes: Vec<Value> = hash.into_iter().map(|(alg, content)| json!({ "alg": alg, "content": content })).collect();
    let licences: Vec<Value> = Some(licence).filter(|licence| !licence.is_empty()).map(|expression| json!({ "expression": expression })).into_iter().collect();
    json!({
        "type": "library", "bom-ref": purl, "purl": purl, "name": name, "version": version, "scope": scope, "hashes": hashes, "licenses": licences,
    })
}

/// The bill as JSON (CycloneDX 1.5).
pub fn json(materials: &Materials, style: &[StylePackage]) -> Result<String> {
    let components: Vec<Value> = of_others(materials).map(|package| component(materials, package)).chain(style.iter().map(style_component)).collect();
    let needs = |package: &Package| {
        let needed = package.dependencies.iter().map(|dep| format!("pkg:cargo/{}@{}", dep.name, dep.version));
        json!({ "ref": purl(package), "dependsOn": needed.collect::<Vec<_>>() })
    };
    let version = env!("CARGO_PKG_VERSION");
    let bill = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": { "component": { "type": "application", "bom-ref": "meedoen", "name": "meedoen", "version": version, "licenses": [{ "expression": "EUPL-1.2" }] } },
        "components": components,
        "dependencies": of_others(materials).map(needs).collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn everything_that_is_locked_is_on_the_bill() {
        let (root, materials) = (crate::root(), super::super::tests::ours());
        let style = style_packages(&root).unwrap();
        let bill: Value = serde_json::from_str(&json(&materials, &style).unwrap()).unwrap();
        let components = bill["components"].as_array().unwrap();
        let text = std::fs::read_to_string(root.join("Cargo.lock")).unwrap();
        assert_eq!(components.len(), text.matches("\nsource = ").count() + style.len());
        assert!(style.len() > 20, "{}", style.len());
        let known: BTreeSet<&str> = components.iter().filter_map(|c| c["bom-ref"].as_str()).collect();
        assert_eq!(known.len(), components.len(), "each once");
        for component in components {
            let name = &component["name"];
            assert!(component["hashes"][0]["content"].as_str().is_some_and(|hash| hash.len() >= 64), "{name} has a hash");
            assert!(component["scope"] != "required" || component["licenses"][0]["expression"].is_string(), "{name} has a licence");
        }
        for needs in bill["dependencies"].as_array().unwrap() {
            assert!(needs["dependsOn"].as_array().unwrap().iter().all(|one| known.contains(one.as_str().unwrap())), "{needs}");
        }
    }
}
