//! What can be switched for the backend as a whole (S11, S16, S17, S41, S52, S84, S85).

use crate::notificaties::switches::NotificationSwitches;
use serde::{Deserialize, Serialize};

/// Switches; all off at the start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Switches {
    /// Answers of a later version: unknown fields, null where it may stand, an unknown word in an enumeration (S16).
    pub future: bool,
    /// The message broker is down: notifying writes hang and answer 500 (S85).
    pub broker_down: bool,
    /// Notifications were never set up: notifying writes answer 500 at once (S85).
    pub no_notifications: bool,
    /// The case system has no credentials for the Objects API (S41).
    pub no_object_credentials: bool,
    /// The rights of all callers are withdrawn (section 11.5).
    pub rights_withdrawn: bool,
    /// Errors outside the Objects API are `application/problem+json` (S11).
    pub problem_json: bool,
    /// The longest request in bytes; above it 413 (S52).
    pub upload_limit: usize,
    /// Milliseconds between the checks and the commit of a create with a key (S17); long ones let a look-up miss a write
    /// that is still on its way (section 8).
    pub commit_delay_ms: u64,
    /// Notifications (S84).
    pub notifications: NotificationSwitches,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            future: false,
            broker_down: false,
            no_notifications: false,
            no_object_credentials: false,
            rights_withdrawn: false,
            problem_json: false,
            upload_limit: 64 << 20,
            commit_delay_ms: 0,
            notifications: NotificationSwitches::default(),
        }
    }
}
