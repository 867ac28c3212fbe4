//! What a municipality may change without code: questions, texts, phone numbers.
//!
//! The built-in content is compiled in from `app/content/`. A folder of the municipality is laid over it: a
//! `.toml` file replaces the built-in one of the same name, a `.ftl` file replaces the texts that it holds.

mod audit;
mod finding;
mod load;
mod readability;
mod source;
mod texts;

pub use finding::Finding;
pub use load::{Content, MunicipalityFacts};
pub use readability::{EASY, Readability, readability};
pub use source::Source;
pub use texts::{Arg, Locale, Texts, Words};
