//! Messages to residents.

use super::Secret;
use serde::Deserialize;
use std::path::PathBuf;

/// How messages to residents leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Nothing leaves: reminders are seen in the portal only.
    None,
    /// A folder with a file for each message, which another program empties.
    #[default]
    Folder,
    /// A mail server for e-mail; text messages go to the folder.
    Smtp,
}

/// Messages to residents.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Messages {
    /// How they leave.
    pub kind: MessageKind,
    /// The folder, for `folder` and for text messages.
    pub folder: PathBuf,
    /// The mail server, for `smtp`: STARTTLS is required.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Who signs in there; empty for nobody.
    pub user: String,
    /// The password.
    pub password: Secret,
    /// The certificate (PEM) of who signs for the mail server, when that is the municipality itself; otherwise the usual ones.
    pub ca: Option<PathBuf>,
    /// The address that messages come from.
    pub from: String,
}

impl Default for Messages {
    fn default() -> Self {
        Self {
            kind: MessageKind::Folder,
            folder: "data/messages".into(),
            host: String::new(),
            port: 587,
            user: String::new(),
            password: Secret::default(),
            ca: None,
            from: String::new(),
        }
    }
}
