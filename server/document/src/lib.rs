//! A structured document made into a PDF that a blind caseworker can read and an archive accepts: tagged, PDF/UA-1 and
//! PDF/A-2a at once.
//!
//! The crate knows how a document is set, tagged and drawn. It must not know what a self-scan is, who may read it, nor
//! what time it is: the same [`Document`] gives the same bytes, for whoever freezes and hashes them. Its fonts come
//! with it; it reads no file.
//!
//! ```
//! use document::{Block, Document, Footer, Language, Level, Pair, Text, Words, pdf};
//! use chrono::{TimeZone, Utc};
//!
//! let (dutch, arabic) = (Language::parse("nl").unwrap(), Language::parse("ar").unwrap());
//! let question = Words::from("Hoe gaat het met u?").beside(Text::of(arabic, "كيف حالك؟"));
//! let document = Document {
//!     title: "Uw zelfscan".into(),
//!     language: dutch,
//!     author: "Gemeente Hilversum".into(),
//!     subject: "Kopie van wat u verstuurde".into(),
//!     created: Utc.with_ymd_and_hms(2026, 7, 1, 9, 30, 0).unwrap(),
//!     blocks: vec![
//!         Block::Heading(Level::One, "Uw zelfscan".into()),
//!         Block::Pairs(vec![Pair { question, answer: None, state: Some("Overgeslagen. Dat mag.".into()) }]),
//!     ],
//!     footer: Footer { reference: "Kenmerk MD-2026-0001".into(), page: "Pagina {page} van {pages}".into() },
//! };
//! assert!(pdf(&document)?.starts_with(b"%PDF-1.7"));
//! # Ok::<(), document::Fault>(())
//! ```

mod compose;
mod draw;
mod font;
mod legible;
mod line;
mod model;
mod page;
mod pair;
mod piece;
mod strip;
mod style;
mod table;
mod tree;

pub use model::{Block, Document, Footer, Language, Level, Pair, Sides, Table, Text, Words};

use krilla::error::KrillaError;

/// Why a document became no PDF. It holds nothing of what the document says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The document has no title.
    #[error("the document has no title")]
    Title,
    /// This heading, counted from 1, is empty or skips a level.
    #[error("heading {0} is empty or skips a level")]
    Heading(usize),
    /// A table has no columns, too many, or a row of another length.
    #[error("a table has no columns, too many, or a row of another length")]
    Table,
    /// A date that a PDF cannot hold.
    #[error("a PDF cannot hold this date")]
    Date,
    /// A font of the crate is damaged.
    #[error("a font is damaged")]
    Font,
    /// The PDF would not be what the standards ask; the names of what is wrong.
    #[error("the PDF would not conform: {0:?}")]
    Invalid(Vec<String>),
}

impl Fault {
    /// Keeps the names of what is wrong and leaves out the texts.
    fn from_krilla(error: &KrillaError) -> Self {
        let name = |debug: String| debug.split(['(', ' ']).next().unwrap_or_default().to_owned();
        match error {
            KrillaError::Validation(errors) => Self::Invalid(errors.iter().map(|(e, _)| name(format!("{e:?}"))).collect()),
            other => Self::Invalid(vec![name(format!("{other:?}"))]),
        }
    }
}

/// The PDF of a document.
///
/// # Errors
/// A [`Fault`] when the document is not well formed, or when the PDF would not conform to PDF/A-2a and PDF/UA-1.
pub fn pdf(document: &Document) -> Result<Vec<u8>, Fault> {
    let fonts = font::Fonts::new()?;
    let composed = compose::Composer::compose(&fonts, document)?;
    draw::draw(document, composed)
}
