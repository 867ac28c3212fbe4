//! Invented people for the demo: a believable small town, made through the same use cases as the real thing.
//! Names, numbers and stories are made up; BSNs come from the test range 9999xxxxx.

mod answers;
mod people;
mod town;

pub use people::{Featured, featured};
