//! Controls, one file each. Markup follows NL Design System; what it lacks has the prefix `md-`.

mod actions;
mod answers;
mod field;
mod frame;
mod icon;
mod marks;
mod notice;
mod option_row;
mod picture;
mod problems;
mod status;
mod textarea;

pub use actions::{Back, Foot, LinkButton, MainButton, QuietButton};
pub use answers::{AnswerList, Row, Strengths};
pub use field::{RadioList, Select, TextInput};
pub use frame::{Page, frame, island};
pub use icon::{Icon, icon_exists, icon_outline};
pub use notice::Notice;
pub use option_row::OptionRow;
pub use picture::Picture;
pub use problems::{FieldError, ProblemSummary};
pub use status::StatusLine;
pub use textarea::Textarea;
