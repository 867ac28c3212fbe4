//! What is wrong with content, as a line that an editor can jump to.

use std::fmt;

/// One thing that is wrong with content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path inside the content folder; empty when it is about no file.
    pub file: String,
    /// Line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

impl Finding {
    pub(super) fn new(file: &str, line: usize, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, reason: reason.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => write!(f, "{}", self.reason),
            (file, 0) => write!(f, "{file}: {}", self.reason),
            (file, line) => write!(f, "{file}:{line}: {}", self.reason),
        }
    }
}
