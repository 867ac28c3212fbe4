//! How often, and how long.

use super::Mode;
use serde::Deserialize;

/// How often somebody may do what costs, a minute. Not set: the usual limit (60; 5 letters), and none in the demo; 0: none. An
/// IPv6 address counts with its network (/64).
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Steps of signing in, per network address.
    pub sign_in: Option<u32>,
    /// Codes by e-mail, per network address.
    pub mail: Option<u32>,
    /// Sends, per session.
    pub send: Option<u32>,
    /// Answers of the public calculator, per network address.
    pub calculate: Option<u32>,
    /// Asking for what one may not see, per session.
    pub refused: Option<u32>,
}

impl Limits {
    /// A limit as it holds; nothing for none.
    #[must_use]
    pub fn of(&self, set: Option<u32>, usual: u32, mode: Mode) -> Option<u32> {
        set.or_else(|| (mode != Mode::Demo).then_some(usual)).filter(|most| *most > 0)
    }

    /// Whether one of them was switched off.
    #[must_use]
    pub fn is_off(&self) -> bool {
        [self.sign_in, self.mail, self.send, self.calculate, self.refused].contains(&Some(0))
    }
}

/// How long things are kept, in days since the last activity. Nothing is deleted before the resident could read it for
/// `notice_days`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Answers that were never sent.
    pub draft_days: u32,
    /// Calculations that the resident kept.
    pub calculation_days: u32,
    /// Everything in the portal, after the review was concluded. What went to the case system has its own term there.
    pub file_days: u32,
    /// How long before it the resident reads that something will be deleted.
    pub notice_days: u32,
    /// Lines of the log of access; 0 keeps them for good. As long as the file at least: who looked is known while there is something
    /// to look at. The usual five years are those of logs about health (NEN 7513).
    pub access_log_days: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { draft_days: 180, calculation_days: 365, file_days: 730, notice_days: 30, access_log_days: 1825 }
    }
}
