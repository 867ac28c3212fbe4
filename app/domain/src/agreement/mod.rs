//! The agreement that binds both sides (wederkerigheidsafspraak): what each does, by when, and who agreed to which words.
//!
//! A [`Version`] is a text that one side put on the table; its words never change. Each side answers line by line. What
//! a side is still thinking about lives in its own [`Sheet`], which the other side does not see. [`respond`] is the one
//! way from a sheet to the table: it records answers, or makes the next version when words were changed.
//!
//! Nobody is bound by what they did not see: a side confirms the whole text of one version, and an answer to an earlier
//! version is refused.

mod difference;
mod evaluation;
mod progress;
mod sheet;
mod state;
mod text;
mod typed;
mod version;

#[cfg(test)]
mod tests;

pub use difference::{Difference, differences};
pub use evaluation::{Evaluation, Helped};
pub use progress::{Mark, Need, Progress, Standing, next_standing};
pub use sheet::{Answered, Response, Sheet, respond};
pub use state::{Action, Party, Refusal, Side, State, next};
pub use text::{Doubt, Goal, LINE_MAX, LINES_MAX, Line, NOTE_MAX, Pillar, Scheme, Supports, Text};
pub use typed::{Due, Typed};
pub use version::{Answer, Answers, Confirmation, Given, Sign, Version};
