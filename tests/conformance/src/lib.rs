//! The conformance suite of the municipal backend: one set of tests, two targets.
//!
//! With `BACKEND=sim` (or without it) the simulation starts in the process, fresh for each test. With `BACKEND=real` the roots and
//! the credentials come from the environment, see [`mod@target`]; the suite makes fresh identifiers, cleans nothing and assumes no
//! empty database. Each rule of the contract has at least one test that carries its number; what a target cannot offer is
//! skipped by name and counted.
//!
//! It speaks plain HTTP through a small client of its own and knows nothing of the portal.
//!
//! ```
//! let number = conformance::fresh::number();
//! assert!(number.starts_with("P-") && number.len() <= 40);
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

pub mod answer;
pub mod callback;
pub mod examples;
pub mod fresh;
pub mod openapi;
pub mod skip;
pub mod target;
pub mod token;
pub mod types;

pub use answer::Answer;
pub use callback::Callback;
pub use target::Target;
