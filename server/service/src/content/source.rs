//! Where content comes from: the built-in files, with a folder of the municipality laid over them.

use super::Finding;
use crate::settings::Settings;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../app/content"]
struct BuiltIn;

/// Files by their path inside the content folder: the built-in ones, and those of the municipality over them.
#[derive(Debug, Clone, Default)]
pub struct Source {
    built_in: BTreeMap<String, String>,
    own: BTreeMap<String, String>,
}

impl Source {
    /// The built-in files with the municipality's folder over them.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn of(settings: &Settings) -> Result<Self, Vec<Finding>> {
        match &settings.municipality.content {
            None => Ok(Self::built_in()),
            Some(folder) => Self::built_in().overlay(folder).map_err(|reason| vec![Finding::new("", 0, reason)]),
        }
    }

    /// The built-in content.
    #[must_use]
    pub fn built_in() -> Self {
        let text = |name: &str| BuiltIn::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
        let built_in = BuiltIn::iter().filter_map(|name| Some((name.to_string(), text(&name)?))).collect();
        Self { built_in, own: BTreeMap::new() }
    }

    /// Lays the files of `folder` over these.
    ///
    /// # Errors
    /// When a file cannot be read: its path and why.
    pub fn overlay(mut self, folder: &Path) -> Result<Self, String> {
        let mut folders = vec![folder.to_path_buf()];
        while let Some(at) = folders.pop() {
            let failed = |e: std::io::Error| format!("{}: {e}", at.display());
            for entry in std::fs::read_dir(&at).map_err(failed)? {
                let path = entry.map_err(failed)?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
                self.put(&name, text);
            }
        }
        Ok(self)
    }

    /// Adds one file, as an overlay would.
    pub fn put(&mut self, name: &str, text: String) {
        self.own.insert(name.to_owned(), text);
    }

    /// The text of a file that is replaced as a whole.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.own.get(name).or_else(|| self.built_in.get(name)).map(String::as_str)
    }

    /// The text files of a folder in the order they apply: whatever their names, the municipality's own come last.
    pub fn layers<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let inside = move |name: &str| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.built_in.iter().chain(&self.own).filter(move |(name, _)| inside(name)).map(|(name, text)| (name.as_str(), text.as_str()))
    }
}
