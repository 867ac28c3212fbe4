//! What is sent to the municipal backend, against the simulated one: exactly once, whatever goes wrong on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

mod anything;
mod back;
mod begun;
mod faults;
mod folder;
mod records;
mod removed;
mod town;
mod whole;
