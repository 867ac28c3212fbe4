//! What is held about a resident: on the screen, as a document, as data; how long it is kept; and what deletes it.

mod delete;
pub mod erasure;
mod held;
mod leftovers;
mod plan;
mod record;
mod retention;

pub use delete::erase;
pub use held::{Held, Part};
pub use plan::Planned;
pub use record::HeldKind;
pub(crate) use retention::was_active;
pub use retention::{Due, Kind, Swept};
