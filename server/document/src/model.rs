//! What a document says: blocks of words, each in its language.

use chrono::{DateTime, Utc};
use std::fmt;

/// A language as BCP 47 names it: `nl`, `ar`, `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

impl Language {
    /// The language with this tag; `None` when it is not a tag at all.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let first = tag.split('-').next().unwrap_or_default();
        let named = first.len() >= 2 && first.bytes().all(|b| b.is_ascii_alphabetic());
        (named && tag.split('-').all(subtag)).then(|| Self(tag.to_owned()))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let mut parts = self.0.split('-');
        let base = parts.next().unwrap_or_default().to_ascii_lowercase();
        let script = parts.find(|p| p.len() == 4).map(str::to_ascii_lowercase);
        match script.as_deref() {
            Some(script) => matches!(script, "arab" | "hebr" | "syrc" | "thaa"),
            None => matches!(base.as_str(), "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ks" | "ps" | "prs" | "sd" | "syr" | "ug" | "ur" | "yi"),
        }
    }
}

/// A text in one language; without one it is in the language of the document.
///
/// A resident's own words are personal: printing it for debugging shows its length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text. A line break in it is a line break on the page.
    pub text: String,
    /// Its language, when it is another one than the document's.
    pub language: Option<Language>,
}

impl Text {
    /// A text in another language than the document's.
    pub fn of(language: Language, text: impl Into<String>) -> Self {
        Self { text: text.into(), language: Some(language) }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.text.len())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { text, language: None }
    }
}

/// Words of a document and, beside them, the same in another language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The words.
    pub text: Text,
    /// The same in another language: in a column of its own, in a table underneath.
    pub beside: Option<Text>,
}

impl Words {
    /// These words with the same in another language beside them.
    #[must_use]
    pub fn beside(mut self, other: Text) -> Self {
        self.beside = Some(other);
        self
    }
}

impl<T: Into<Text>> From<T> for Words {
    fn from(text: T) -> Self {
        Self { text: text.into(), beside: None }
    }
}

/// How deep a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Of the whole document.
    One = 1,
    /// Of a part.
    Two = 2,
    /// Of a part of a part.
    Three = 3,
}

/// A question and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pair {
    /// The question, or any other label.
    pub question: Words,
    /// The answer; `None` when there is none, and then the state says why.
    pub answer: Option<Words>,
    /// How it stands with the answer, as in "Overgeslagen. Dat mag."
    pub state: Option<Words>,
}

/// Rows and columns of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table is about; it stands above.
    pub caption: Words,
    /// The header of each column: at most [`Table::MAX_COLUMNS`].
    pub columns: Vec<Words>,
    /// The rows: each as many cells as there are columns.
    pub rows: Vec<Vec<Words>>,
    /// Whether the first cell of a row is the header of that row.
    pub row_headers: bool,
}

impl Table {
    /// With more columns a cell would be too narrow to read.
    pub const MAX_COLUMNS: usize = 6;
}

/// Who does what: the municipality and the resident, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sides {
    /// What they do it for; it stands above.
    pub caption: Words,
    /// Header of what the municipality does.
    pub municipality: Words,
    /// Header of what the resident does.
    pub resident: Words,
    /// What the municipality does and what the resident does, row by row; a side may be empty.
    pub rows: Vec<(Words, Words)>,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: the first is of level one, and no later one skips a level.
    Heading(Level, Words),
    /// A paragraph.
    Paragraph(Words),
    /// A list in any order.
    Bullets(Vec<Words>),
    /// A list in this order, numbered from 1.
    Numbered(Vec<Words>),
    /// Questions and answers.
    Pairs(Vec<Pair>),
    /// A table.
    Table(Table),
    /// The municipality and the resident, side by side.
    Sides(Sides),
}

/// What stands at the foot of each page, each on half a line; it is no part of what is read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Footer {
    /// The reference, to find the document again.
    pub reference: Text,
    /// The words around the page number, with `{page}` and `{pages}` in them: "Pagina {page} van {pages}".
    pub page: Text,
}

/// A document as it is to be frozen.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// The title, in the window of a reader and in the archive.
    pub title: String,
    /// The language of everything that names no other.
    pub language: Language,
    /// The municipality; it stands on the first page too.
    pub author: String,
    /// What it is about, in a line for the archive.
    pub subject: String,
    /// When it was made.
    pub created: DateTime<Utc>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The foot of each page.
    pub footer: Footer,
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("language", &self.language).field("blocks", &self.blocks.len()).finish_non_exhaustive()
    }
}
