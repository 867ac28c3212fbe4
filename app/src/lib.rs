//! The pages of the portal: routes, components and server functions. Rendered by the server; plain links and forms.
//!
//! It knows how a thing looks and what it is called, never how it is kept: that is `service`. Nothing of this
//! crate reaches the browser; what the browser runs lives in `islands/`.
//!
//! ```
//! use app::address;
//! use service::intake::Way;
//! assert_eq!(address::step("r1", Way::Own, "W1"), "/r/r1/intake/W1");
//! ```
#![recursion_limit = "256"]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod address;
pub mod api;
pub mod components;
pub mod format;
pub mod pages;
mod routes;
pub mod visitor;

pub use routes::{App, shell};
pub use visitor::{Assets, Visitor};
