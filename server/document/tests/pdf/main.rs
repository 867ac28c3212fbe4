//! The PDFs as a reader meets them: read back from their bytes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod conforms;
mod hostile;
mod reader;
mod samples;
mod structure;
