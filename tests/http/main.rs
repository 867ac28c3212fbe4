//! What visitors can and cannot do, over the real router, without scripts, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

mod access;
mod access_log;
mod agreements;
mod answers;
mod appointments;
mod asking;
mod attacks;
mod bad_input;
mod calculations;
mod calculator;
mod desk;
mod erasure;
mod journeys;
mod keys;
mod left;
mod limits;
mod markup;
mod pages;
mod parameters;
mod privacy;
mod protection;
mod races;
mod reminders;
mod requests;
mod review;
mod rights;
mod sending;
mod session;
mod sign_in;
mod sign_in_faults;
mod table;
mod town;
mod wire;
