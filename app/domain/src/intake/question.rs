//! The content of the intake as types. Files of `app/content/intake/` are read into these.

use super::{Condition, Pair, Topic};
use crate::request::RequestKind;
use serde::{Deserialize, Serialize};

/// One of the six subjects of the self-scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// Work (werk).
    Work,
    /// Money (geld).
    Money,
    /// My body (mijn lichaam).
    Body,
    /// How I feel (hoe ik me voel).
    Mind,
    /// People around me (mensen om mij heen).
    People,
    /// Own strength (eigen kracht).
    Strength,
}

impl Domain {
    /// The six in their usual order.
    pub const ALL: [Self; 6] = [Self::Work, Self::Money, Self::Body, Self::Mind, Self::People, Self::Strength];

    /// The id in content, addresses and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Money => "money",
            Self::Body => "body",
            Self::Mind => "mind",
            Self::People => "people",
            Self::Strength => "strength",
        }
    }

    /// The domain with this id.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|domain| domain.as_str() == id)
    }
}

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

/// A number to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberField {
    /// Lowest allowed.
    pub min: i32,
    /// Highest allowed.
    pub max: i32,
}

/// A text to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextField {
    /// Most characters.
    #[serde(default = "text_max")]
    pub max: usize,
    /// One line, for a name.
    #[serde(default)]
    pub short: bool,
}

const fn text_max() -> usize {
    300
}

/// Who may see an answer (column "Zicht").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Visibility {
    /// A buddy may see it if the resident shares the domain.
    M,
    /// Resident and caseworker, and a helper only while a mandate to fill in lasts.
    K,
    /// Only the resident, until they share it in the conversation.
    I,
}

/// Screens that are kept as answers but drawn in their own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An ordinary question.
    #[default]
    Ordinary,
    /// Proposals for both sides (Z3).
    Proposals,
    /// What a buddy may see (Z4).
    Sharing,
}

/// Shows a help block beside certain answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockRule {
    /// Options that show it.
    pub any: Vec<String>,
    /// Id of the block.
    pub block: String,
}

/// Offers a small request of its own beside certain answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestRule {
    /// Options that offer it.
    pub any: Vec<String>,
    /// What is offered.
    pub request: RequestKind,
}

/// What the portal remembers about how to treat a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preference {
    /// Read texts aloud.
    ReadAloud,
    /// How to be reminded: sms, email, call, none.
    Reminder,
    /// Short messages.
    ShortMessages,
    /// One small step at a time.
    SmallSteps,
    /// Appointments on paper.
    Paper,
    /// Pictures beside texts.
    Pictures,
    /// The channel to be reached by.
    Channel,
    /// The language to read.
    Language,
    /// Somebody beside me.
    Companion,
    /// A quiet place.
    QuietPlace,
}

/// Sets a preference beside certain answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreferenceRule {
    /// Options that set it.
    pub any: Vec<String>,
    /// What is set.
    pub set: Preference,
    /// To which value.
    pub to: String,
}

/// Which answers of a question are a strength (sterke kant).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Strength {
    /// Whatever was given, except options that stand alone.
    Always(bool),
    /// These options.
    Any {
        /// Option ids.
        any: Vec<String>,
    },
    /// This score or a higher one.
    AtLeast {
        /// Lowest score that counts.
        at_least: i32,
    },
}

/// One question (or one screen each of its parts).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, as in the policy document: `W1`, `G2a`.
    pub id: String,
    /// The domain it belongs to; none for the opening and closing questions.
    #[serde(skip)]
    pub domain: Option<Domain>,
    /// What kind of screen it is.
    #[serde(default)]
    pub kind: Kind,
    /// How one chooses, if one chooses.
    pub choice: Option<Choice>,
    /// The options of a list.
    #[serde(default)]
    pub options: Vec<Opt>,
    /// Most choices at once.
    pub max: Option<usize>,
    /// A number to fill in.
    pub number: Option<NumberField>,
    /// A text to fill in.
    pub text: Option<TextField>,
    /// Several screens with the same choice.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Who may see the answer.
    pub visible: Visibility,
    /// All must hold for the question to be asked.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Gives the domain's value in the picture.
    #[serde(default)]
    pub axis: bool,
    /// What counts as a strength.
    pub strength: Option<Strength>,
    /// Asked only when the municipality switches it on.
    #[serde(default)]
    pub off: bool,
    /// Carries a "leave this page quickly" button.
    #[serde(default)]
    pub quick_exit: bool,
    /// Help blocks.
    #[serde(default)]
    pub blocks: Vec<BlockRule>,
    /// Small requests.
    #[serde(default)]
    pub requests: Vec<RequestRule>,
    /// Preferences that answers set.
    #[serde(default)]
    pub preferences: Vec<PreferenceRule>,
    /// Leads to the calculator or fills it.
    #[serde(default)]
    pub calculator: bool,
}

impl Question {
    /// The ids and scores of all that can be chosen.
    pub fn choices(&self) -> impl Iterator<Item = (&str, Option<i32>)> {
        let scale = self.choice.map_or(&[][..], Choice::scale);
        self.options.iter().map(|o| (o.id.as_str(), o.score)).chain(scale.iter().copied())
    }

    /// The option with this id, for lists.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&Opt> {
        self.options.iter().find(|o| o.id == id)
    }

    /// Whether only one choice can be made.
    #[must_use]
    pub fn single(&self) -> bool {
        !matches!(self.choice, Some(Choice::Many) | None)
    }

    /// Whether the text field belongs to an "other" option instead of standing by itself.
    #[must_use]
    pub fn text_is_other(&self) -> bool {
        self.options.iter().any(|o| o.other)
    }

    /// Whether the option with this id cannot go with another.
    #[must_use]
    pub fn stands_alone(&self, id: &str) -> bool {
        self.option(id).is_some_and(|o| o.alone || o.unknown || o.declined)
    }

    /// Whether the choice with this id means "I don't know".
    #[must_use]
    pub fn is_unknown(&self, id: &str) -> bool {
        self.option(id).is_some_and(|o| o.unknown) || (self.choice == Some(Choice::YesNo) && id == "unknown")
    }
}

/// One domain as content.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainContent {
    /// Which one.
    pub id: Domain,
    /// Its line icon.
    pub icon: String,
    /// Shows "I want to talk to somebody now" under each screen.
    #[serde(default)]
    pub talk: bool,
}

/// Brings a question (with its follow-ups) forward; it keeps its own domain.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// All must hold.
    pub when: Vec<Condition>,
    /// The question moved.
    pub question: String,
    /// The question it comes after.
    pub after: String,
}

/// Makes a domain the next one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextDomain {
    /// All must hold.
    pub when: Vec<Condition>,
    /// After this domain ...
    pub after: Domain,
    /// ... this one comes.
    pub domain: Domain,
}

/// The short route for group 3 ("Meedoen"), chosen by the caseworker and never computed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortRoute {
    /// Questions of the short route; their follow-ups come along.
    pub questions: Vec<String>,
    /// Follow-ups that stay out.
    #[serde(default)]
    pub without: Vec<String>,
}

/// Which questions a resident gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// All of them.
    Whole,
    /// The short route.
    Short,
}

impl Route {
    /// The name in the database and in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Short => "short",
        }
    }

    /// The route with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Whole, Self::Short].into_iter().find(|route| route.as_str() == name)
    }
}

/// A help block: who to call, in the resident's words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its id.
    pub id: String,
    /// Names of the phone numbers it shows, in order.
    pub lines: Vec<BlockLine>,
}

/// One phone number of a help block.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockLine {
    /// Name of the number in `municipality.toml`.
    pub phone: String,
}

/// The whole content of the intake.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// Opening questions (B).
    pub opening: Vec<Question>,
    /// The domains in their usual order, each with its questions.
    pub domains: Vec<(DomainContent, Vec<Question>)>,
    /// Closing questions (Z).
    pub closing: Vec<Question>,
    /// The opening question that says where to begin.
    pub start_with: String,
    /// Moves of questions.
    pub moves: Vec<Move>,
    /// Moves of domains.
    pub next_domains: Vec<NextDomain>,
    /// The short route.
    pub short: ShortRoute,
    /// From answers to conversation topics (gespreksonderwerpen).
    pub topics: Vec<Topic>,
    /// Seeds for reciprocity agreements (wederkerigheid).
    pub pairs: Vec<Pair>,
    /// Help blocks.
    pub blocks: Vec<Block>,
}

impl Intake {
    /// Every question in the order of the files.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.opening.iter().chain(self.domains.iter().flat_map(|(_, questions)| questions)).chain(&self.closing)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|q| q.id == id)
    }

    /// The question and part of a step id such as `W1` or `L2-stairs`.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<(&Question, Option<&str>)> {
        let (question, part) = id.split_once('-').map_or((id, None), |(q, p)| (q, Some(p)));
        let question = self.question(question)?;
        match part {
            None => question.parts.is_empty().then_some((question, None)),
            Some(part) => question.parts.iter().find(|p| *p == part).map(|p| (question, Some(p.as_str()))),
        }
    }
}
