//! The ways to choose an answer: a list of its own, or one of the scales.

use serde::Deserialize;

/// How one chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// One from a list (KIES1).
    One,
    /// More than one from a list (KIES+).
    Many,
    /// Five faces from very bad to very good (GEZICHT5).
    Faces,
    /// Does it work out, in four steps (LUKT4).
    Ability,
    /// How often, in four steps (VAAK4).
    Frequency,
    /// Is it true, in four steps (KLOPT4).
    Holds,
    /// Yes, no, don't know (JNW).
    YesNo,
    /// What the resident wants with the subject (WENS).
    Wish,
}

impl Choice {
    /// The fixed options of a scale with their scores; empty for lists.
    #[must_use]
    pub const fn scale(self) -> &'static [(&'static str, Option<i32>)] {
        match self {
            Self::One | Self::Many => &[],
            Self::Faces => &[("very_bad", Some(1)), ("bad", Some(2)), ("fair", Some(3)), ("good", Some(4)), ("very_good", Some(5))],
            Self::Ability => &[("well", Some(4)), ("with_effort", Some(3)), ("with_help", Some(2)), ("not_now", Some(1))],
            Self::Frequency => &[("never", Some(1)), ("sometimes", Some(2)), ("often", Some(3)), ("always", Some(4))],
            Self::Holds => &[("yes", Some(4)), ("somewhat", Some(3)), ("not_really", Some(2)), ("no", Some(1))],
            Self::YesNo => &[("yes", None), ("no", None), ("unknown", None)],
            Self::Wish => &[("fine", None), ("self", None), ("help", None), ("talk_first", None)],
        }
    }

    /// The id of the text that holds the options' words, for scales.
    #[must_use]
    pub const fn scale_key(self) -> Option<&'static str> {
        match self {
            Self::One | Self::Many => None,
            Self::Faces => Some("scale-faces"),
            Self::Ability => Some("scale-ability"),
            Self::Frequency => Some("scale-frequency"),
            Self::Holds => Some("scale-holds"),
            Self::YesNo => Some("scale-yes-no"),
            Self::Wish => Some("scale-wish"),
        }
    }
}

/// One option of a list. In content either a bare id or a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "OptSource")]
pub struct Opt {
    /// Its id.
    pub id: String,
    /// Name of the line icon, always shown with the word.
    pub icon: Option<String>,
    /// Cannot go with another option ("None of these").
    pub alone: bool,
    /// Its place on the axis, 1 to 5.
    pub score: Option<i32>,
    /// Opens the short text field ("Something else").
    pub other: bool,
    /// Means "I don't know", which is not the same as skipped.
    pub unknown: bool,
    /// Means "I'd rather not say".
    pub declined: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OptSource {
    Id(String),
    Table(OptTable),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptTable {
    id: String,
    icon: Option<String>,
    #[serde(default)]
    alone: bool,
    score: Option<i32>,
    #[serde(default)]
    other: bool,
    #[serde(default)]
    unknown: bool,
    #[serde(default)]
    declined: bool,
}

impl From<OptSource> for Opt {
    fn from(source: OptSource) -> Self {
        match source {
            OptSource::Id(id) => Self { id, ..Self::default() },
            OptSource::Table(t) => Self { id: t.id, icon: t.icon, alone: t.alone, score: t.score, other: t.other, unknown: t.unknown, declined: t.declined },
        }
    }
}
