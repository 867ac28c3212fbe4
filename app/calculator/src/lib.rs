//! Does working extra hours pay off? The questions and the answer, from what is typed to the page.
//!
//! The same functions run on the server, for a posted form, and in the browser, where nothing leaves the phone:
//! [`turn`] takes a [`Form`] one step further and [`page::html`] draws the [`Screen`] it leads to. Nothing is kept
//! anywhere else: the form carries everything that was typed.
//!
//! This crate knows the questions, the answer and how they look. It must not know the law (that is `rules`), the
//! words (those are content, given as [`Words`]), who is asking, or what day it is.

pub mod answer;
mod form;
mod html;
pub mod months;
mod number;
pub mod page;
pub mod part;
mod plan;
pub mod report;
pub mod set_aside;
mod step;
mod told;
mod turn;
mod unknown;
mod words;

pub use form::Form;
pub use plan::{Assumed, Plans};
pub use step::Step;
pub use told::{Fault, Problem};
pub use turn::{Screen, turn};
pub use unknown::Unknown;
pub use words::Words;
