//! The intake of one resident: the draft, keeping answers, sending, and what was sent.

mod draft;
mod keep;
mod scan;
mod send;
mod store;
mod view;
mod wording;

pub(crate) use draft::NewDraft;
pub use draft::{Draft, KeptAnswer, Other, Way};
pub use keep::{KeepChange, KeptReply, Pick, Stand};
pub use scan::{Receipt, SentView};
pub(crate) use send::new_reference;
pub use view::DraftView;
pub use wording::{answer_text, axis_text, choice_text, domain_text, option_text, pair_text, question_text, strengths_of, strong_words};
