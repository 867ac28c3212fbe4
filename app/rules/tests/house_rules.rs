//! How this crate is written: one rule, one file, the article in the first line; small files; no floating point.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn each_rule_starts_with_its_article() {
    for path in files("src/law").iter().filter(|path| !path.ends_with("mod.rs")) {
        let text = fs::read_to_string(path).unwrap();
        let first = text.lines().next().unwrap();
        let named = first.contains(" art. ") || first.contains("(Awir)") || first.starts_with("//! No article of law");
        assert!(first.starts_with("//! ") && named, "{}: {first}", path.display());
    }
}

#[test]
fn files_stay_small_and_without_floating_point() {
    for path in files("src").iter().chain(&files("tests")) {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.lines().count() <= 300, "{}", path.display());
        // Written in two parts, so that this file does not find itself.
        for word in [concat!("f", "64"), concat!("f", "32")] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
