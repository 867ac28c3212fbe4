//! Where content comes from: the built-in files, with a folder of the municipality laid over them.

use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../app/content"]
struct BuiltIn;

/// Files by their path inside the content folder; for texts, one after another in the order they apply.
#[derive(Debug, Clone, Default)]
pub struct Source {
    files: BTreeMap<String, Vec<String>>,
}

impl Source {
    /// The built-in content.
    #[must_use]
    pub fn built_in() -> Self {
        let text = |name: &str| BuiltIn::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
        let files = BuiltIn::iter().filter_map(|name| Some((name.to_string(), vec![text(&name)?]))).collect();
        Self { files }
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
        let texts = self.files.entry(name.to_owned()).or_default();
        let adds = Path::new(name).extension().is_some_and(|e| e == "ftl");
        if !adds {
            texts.clear();
        }
        texts.push(text);
    }

    /// The text of a file that is replaced as a whole.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name)?.last().map(String::as_str)
    }

    /// The text files of a folder with their layers, in the order they apply.
    pub fn layers<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let inside = move |name: &&String| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let names = self.files.keys().filter(inside).map(String::as_str);
        names.flat_map(|name| self.files.get(name).into_iter().flatten().map(move |text| (name, text.as_str())))
    }
}
