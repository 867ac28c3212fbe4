//! Addresses of what sets a cookie: plain handlers of the server, not server functions.

/// Sign in as a person of the demo.
pub const DEMO_SIGN_IN: &str = "/session/demo";
/// Seconds until the session ends; a POST is a sign of life.
pub const LEFT: &str = "/session/left";
/// Sign out.
pub const SIGN_OUT: &str = "/session/end";
/// Choose a language.
pub const LANGUAGE: &str = "/session/language";
