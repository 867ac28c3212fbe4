//! The broad intake (brede intake): what is asked, in which order, and what follows from the answers.
//!
//! [`Intake`] is content, read from files. [`Walk`] is the way of one resident through it. [`Facts`] are the
//! answers that count on that way. Topics, agreement pairs and the picture are derived from facts by visible
//! rules; there is no score and no automatic group (GDPR art. 22).

mod answer;
mod check;
mod choice;
mod condition;
mod content;
mod difference;
mod facts;
mod outcome;
mod picture;
mod question;
mod scan;
mod walk;

pub use answer::{Answers, Kept, Line, Raw};
pub use check::{LINE_MAX, Value, check, too_long};
pub use choice::{Choice, Opt};
pub use condition::Condition;
pub use content::{Block, DomainContent, Intake, Move, NextDomain, Route, ShortRoute};
pub use difference::{Change, difference};
pub use facts::Facts;
pub use outcome::{Outcome, Pair, Signal, Topic, TopicKind, outcomes, pairs, preferences, strengths};
pub use picture::{Axis, picture};
pub use question::{BlockRule, Domain, Kind, KnownRule, NumberField, Preference, PreferenceRule, Question, RequestRule, Strength, TextField, Visibility};
pub use scan::{AnswerState, Asked, Channel, Proposal, ScanAnswer, SelfScan};
pub use walk::{CHECK, Progress, SEND, Step, Switches, Walk};

#[cfg(test)]
mod tests;
