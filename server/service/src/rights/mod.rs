//! What is held about a resident: on the screen, as a document, as data; how long it is kept; and what deletes it.

pub mod erasure;
mod held;
mod plan;
mod retention;

pub use held::{Held, Part};
pub use plan::Planned;
pub use retention::{Due, Kind, Swept};
