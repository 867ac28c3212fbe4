//! A built site with nothing in it: pages find their style sheet and script, and no WASM needs to be built.

use std::path::{Path, PathBuf};

/// Makes the folder and gives its path.
#[must_use]
pub fn fake(folder: &Path) -> PathBuf {
    let site = folder.join("site");
    std::fs::create_dir_all(site.join("assets")).unwrap();
    std::fs::create_dir_all(site.join("fonts")).unwrap();
    let files = [
        ("portal.hilversum.css", "portal.hilversum-0000000000.css", "body{margin:0}"),
        ("staff.hilversum.css", "staff.hilversum-0000000000.css", "table{margin:0}"),
        ("draft.js", "draft-0000000000.js", "export default () => {};"),
        ("draft_bg.wasm", "draft_bg-0000000000.wasm", "\0asm"),
    ];
    let manifest: serde_json::Map<String, serde_json::Value> = files.iter().map(|(name, file, _)| ((*name).to_owned(), (*file).into())).collect();
    for (_, file, text) in files {
        std::fs::write(site.join("assets").join(file), text).unwrap();
    }
    // A compressed twin: what stands in it does not matter, only that it is chosen.
    std::fs::write(site.join("assets/portal.hilversum-0000000000.css.br"), "brotli").unwrap();
    std::fs::write(site.join("robots.txt"), "User-agent: *\nDisallow: /\n").unwrap();
    std::fs::write(site.join("manifest.json"), serde_json::to_string(&manifest).unwrap()).unwrap();
    site
}
