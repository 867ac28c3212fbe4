//! The portal as a process: configuration, HTTP around the pages, start and stop, the command line.
//!
//! It knows sockets, headers and files; what a resident is, it leaves to `service` and `app`.
//!
//! ```
//! use server::config;
//! let error = config::parse("mode = \"demo\"\nmdoe = 1", &[]).unwrap_err();
//! assert!(error.to_string().contains("mdoe"), "an unknown setting is named");
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod assets;
mod audit;
pub mod backend;
mod by_mail;
mod calculate;
mod calculator;
mod calendar;
pub mod cli;
pub mod config;
mod cookie;
mod doctor;
mod health;
mod keys;
mod left;
mod limit;
mod metrics;
mod paper;
mod parameters;
mod protect;
mod render;
mod router;
mod session;
mod sign_in;
pub mod startup;
mod telemetry;
mod visit;
mod webhook;
mod well_known;
mod what_if;

pub use router::router;

/// Pages are thousands of small texts; the allocator of the system spends a sixth of their time on them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
