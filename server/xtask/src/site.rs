//! `target/site`: style sheets, scripts, fonts and icons as they are served, each with its compressed twins.

use crate::{css, tools, wasm};
use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Islands by name; each is the crate `island-<name>`.
pub const ISLANDS: &[&str] = &["calculator", "draft", "passkey"];
/// Style sheets; each is built once per theme.
pub const SHEETS: &[&str] = &["portal", "staff"];

/// The built site.
pub struct Site {
    /// Its folder.
    pub folder: PathBuf,
    /// File names by the name that code uses.
    pub manifest: BTreeMap<String, String>,
}

/// Builds the site.
pub fn build(root: &Path) -> Result<Site> {
    let style = root.join("style");
    tools::npm(&style)?;
    let folder = root.join("target/site");
    let next = root.join("target/site.next");
    let _ = std::fs::remove_dir_all(&next);
    std::fs::create_dir_all(next.join("assets"))?;
    let mut manifest = BTreeMap::new();
    tools::say("bundling the style sheets");
    for theme in themes(&style)? {
        for sheet in SHEETS {
            let text = css::bundle(&style, &format!("{sheet}.css"), &theme)?;
            put(&next, &mut manifest, &format!("{sheet}.{theme}.css"), text.as_bytes())?;
        }
    }
    for island in ISLANDS {
        for (name, bytes) in wasm::island(root, island)? {
            put(&next, &mut manifest, &name, &bytes)?;
        }
    }
    copy(&root.join("public"), &next)?;
    std::fs::write(next.join("manifest.json"), serde_json::to_string_pretty(&manifest)?)?;
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::rename(&next, &folder)?;
    Ok(Site { folder, manifest })
}

fn themes(style: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(style.join("themes"))
        .context("style/themes")?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok()?.strip_suffix(".css").map(ToOwned::to_owned))
        .collect();
    names.sort();
    Ok(names)
}

/// Writes a file under a name that carries its hash: `portal.css` becomes `portal-1a2b3c4d5e.css`.
fn put(site: &Path, manifest: &mut BTreeMap<String, String>, name: &str, bytes: &[u8]) -> Result<()> {
    let hash: String = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes)).chars().take(10).collect();
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let hashed = format!("{stem}-{hash}.{end}");
    write(&site.join("assets").join(&hashed), bytes)?;
    manifest.insert(name.to_owned(), hashed);
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| from.display().to_string())? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            write(&target, &std::fs::read(&path)?)?;
        }
    }
    Ok(())
}

/// Writes a file and, where that helps, its compressed twins.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes)?;
    let end = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    if matches!(end, "css" | "js" | "wasm" | "svg" | "txt" | "webmanifest" | "json") {
        let twin = |suffix: &str| path.with_extension(format!("{end}.{suffix}"));
        std::fs::write(twin("br"), brotli(bytes)?)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes)?;
        std::fs::write(twin("gz"), gzip.finish()?)?;
    }
    Ok(())
}

/// Brotli at its best.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}
