//! Licences that can be used in software under the EUPL-1.2.

use super::Materials;
use super::bill::StylePackage;
use anyhow::{Result, bail};
use spdx::{Expression, ParseMode};

/// Licences that ask for no more than to be named, the EUPL itself, and the MPL, which the EUPL names as compatible.
const ALLOWED: [&str; 16] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What is wrong with a licence; nothing when it may be used.
fn wrong(licence: &str) -> Option<String> {
    if licence.is_empty() {
        return Some("tells no licence".into());
    }
    // Older crates write `MIT/Apache-2.0`.
    match Expression::parse_mode(licence, ParseMode::LAX) {
        Ok(expression) if expression.evaluate(|asked| asked.license.id().is_some_and(|id| ALLOWED.contains(&id.name))) => None,
        Ok(_) => Some(format!("{licence} may not be used")),
        Err(_) => Some(format!("{licence} is no licence that is known")),
    }
}

/// Fails with everything that may not be used.
pub fn check(materials: &Materials, style: &[StylePackage]) -> Result<()> {
    let crates = materials.licences.iter().map(|((name, version), licence)| (format!("{name} {version}"), licence.as_str()));
    let packages = style.iter().map(|package| (format!("{} {}", package.name, package.version), package.license.as_str()));
    let found: Vec<String> = crates.chain(packages).filter_map(|(what, licence)| Some(format!("{what}: {}", wrong(licence)?))).collect();
    if found.is_empty() { Ok(()) } else { bail!("licences:\n{}", found.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_read_as_they_are_written() {
        for good in ["MIT", "MIT/Apache-2.0", "Apache-2.0 OR GPL-2.0-only", "Apache-2.0 WITH LLVM-exception", "(MIT OR Apache-2.0) AND Unicode-3.0", "EUPL-1.2"]
        {
            assert_eq!(wrong(good), None, "{good}");
        }
        for bad in ["", "GPL-3.0-only", "AGPL-3.0-or-later", "MIT AND GPL-2.0-only", "Proprietary", "SEE LICENSE IN x"] {
            assert!(wrong(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn ours_may_be_used() {
        let style = super::super::bill::style_packages(&crate::root()).unwrap();
        check(&super::super::tests::ours(), &style).unwrap();
    }
}
