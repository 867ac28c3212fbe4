//! Reminders: "there is something for you", by the channel that the resident chose. No message holds a name or says
//! what it is about; the portal itself shows that after signing in.

mod due;
mod file;
mod send;
mod smtp;

pub use file::Files;
pub use smtp::Smtp;

use crate::settings::{MessageKind, Settings};
use futures_util::future::BoxFuture;
use std::sync::Arc;

/// How a message leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// In the portal only: nothing leaves.
    Portal,
    /// By e-mail.
    Email,
    /// By text message.
    Sms,
}

impl Channel {
    /// The name in the database and in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// The channel with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Portal, Self::Email, Self::Sms].into_iter().find(|channel| channel.as_str() == name)
    }
}

/// A message that leaves the portal.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// How.
    pub channel: Channel,
    /// The address or the number.
    pub to: String,
    /// The subject, for e-mail.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The same for the same occasion: a file is written once.
    pub key: String,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Message({})", self.channel.as_str())
    }
}

/// Who takes messages to residents: a mail server, or a folder that another program empties.
pub trait Messenger: Send + Sync {
    /// Sends a message; a code when it did not leave.
    fn send<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Result<(), String>>;
}

/// The messenger of the settings; `None` when nothing leaves.
///
/// # Errors
/// Names the setting that is missing or wrong.
pub fn open(settings: &Settings) -> Result<Option<Arc<dyn Messenger>>, String> {
    let messages = &settings.messages;
    Ok(match messages.kind {
        MessageKind::None => None,
        MessageKind::Folder => Some(Arc::new(Files::open(&messages.folder)?)),
        MessageKind::Smtp => Some(Arc::new(Smtp::open(messages)?)),
    })
}
