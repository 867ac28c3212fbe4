//! What can be made to go wrong with notifications (S84).

use serde::{Deserialize, Serialize};

/// Switches of notifications; all off at the start.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NotificationSwitches {
    /// How many of the next messages get lost.
    pub lose_next: u32,
    /// Whether each message is sent twice.
    pub twice: bool,
    /// Whether a burst is sent in the reverse order.
    pub reversed: bool,
    /// How many seconds each message waits, before the time scale.
    pub delay_seconds: f64,
    /// Whether messages carry another secret.
    pub wrong_secret: bool,
    /// Whether `resourceUrl` and `hoofdObject` point at another host.
    pub foreign_host: bool,
    /// Whether messages are 65 KiB long.
    pub oversized: bool,
    /// Whether messages come on a channel that nobody knows.
    pub unknown_channel: bool,
    /// Whether messages tell of a resource that nobody knows.
    pub unknown_resource: bool,
}
