//! Signing in through OpenID Connect: the code flow with PKCE, and what a proven identity becomes here.
//!
//! The library for tokens is `jsonwebtoken`; the flow around it is ours, because the claims of a broker are found by
//! paths from the settings, and a client may prove itself by signing. Nothing of a try is kept in the store: it
//! travels in a sealed cookie of the browser that began it, and is good for one answer within ten minutes.

mod attempt;
mod claims;
mod client_proof;
mod door;
mod level;
mod mail;
mod passkey;
#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test")]
mod properties;
mod provider;
mod refusal;
mod token;
mod who;

pub use attempt::{Answer, Begun, SignedIn};
pub use door::Door;
pub use level::Level;
pub use passkey::{MOST_PASSKEYS, PasskeyView, Question};
pub use provider::Providers;
pub use refusal::Refusal;

/// Milliseconds by which the clock of a provider may differ from ours.
const SKEW: i64 = 30_000;
