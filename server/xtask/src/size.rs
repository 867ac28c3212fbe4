//! Byte budgets of what a first visit of a question page or the calculator loads, in brotli bytes. A page over budget fails the build.

use crate::site::Site;
use anyhow::{Result, bail};

/// Compressed bytes of a built file.
fn size(site: &Site, name: &str) -> Result<u64> {
    let Some(file) = site.manifest.get(name) else { bail!("{name} was not built") };
    Ok(std::fs::metadata(site.folder.join("assets").join(format!("{file}.br")))?.len())
}

/// Checks style sheets, fonts and the island of the question pages; gives a table of what was measured.
pub fn check(site: &Site) -> Result<String> {
    let fonts: u64 = std::fs::read_dir(site.folder.join("fonts"))?
        .filter_map(Result::ok)
        .filter(|e| e.path().extension().is_some_and(|x| x == "woff2"))
        .filter_map(|e| e.metadata().ok())
        .map(|m| m.len())
        .sum();
    let scripts = |island: &str| -> Result<u64> { Ok(size(site, &format!("{island}.js"))? + size(site, &format!("{island}_bg.wasm"))?) };
    let rows: [(&str, u64, u32); 6] = [
        ("style sheet (residents)", size(site, "portal.hilversum.css")?, 20_000),
        ("style sheet (staff, on top)", size(site, "staff.hilversum.css")?, 10_000),
        ("fonts", fonts, 30_000),
        ("script and WASM of the question pages", scripts("draft")?, 45_000),
        ("script and WASM of passkeys", scripts("passkey")?, 20_000),
        ("script and WASM of the calculator", scripts("calculator")?, 80_000),
    ];
    let mut table = String::new();
    let mut over = Vec::new();
    for (what, bytes, budget) in rows {
        table.push_str(&format!("  {what}: {:.1} kB of {:.0} kB\n", bytes as f64 / 1000.0, f64::from(budget) / 1000.0));
        if bytes > u64::from(budget) {
            over.push(what);
        }
    }
    if over.is_empty() { Ok(table) } else { bail!("over budget: {}\n{table}", over.join(", ")) }
}
