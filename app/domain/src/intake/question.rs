//! A question as files of `app/content/intake/` hold it: its fields, who may see the answer, what follows from it.

use super::{Channel, Choice, Condition, Opt};
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

/// What is known without asking, from the way in which the answers come in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownRule {
    /// At the desk, by phone or from paper.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// The resident said that somebody sits beside them.
    #[serde(default)]
    pub together: bool,
    /// The option that is chosen then.
    pub choice: String,
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
    /// Answers that a caseworker who fills in need not ask for.
    #[serde(default)]
    pub known: Vec<KnownRule>,
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
