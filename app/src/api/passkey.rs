//! Passkeys of helpers: the script of the page asks, the browser's own window does the rest.

use super::go::{self, Answer, Form};
use crate::address;
use crate::visitor::{service, visitor};
use leptos::prelude::*;
use service::Error;

/// Where the script asks what to ask a device, to sign in.
pub const PASSKEY_ASKED: &str = "/sign-in/passkey/begin";
/// Where it brings what the device answered.
pub const PASSKEY_SHOWN: &str = "/sign-in/passkey/finish";

/// A helper says what they are called.
#[server(prefix = "/api", endpoint = "helper/name")]
pub async fn keep_helper_name(#[server(default)] name: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let kept = async { service.keep_helper_name(visitor.actor()?, &name).await };
    Form::new("helping", address::HELPING).field("name", &name).done(&visitor, kept.await, |()| address::HELPING.to_owned(), "").await
}

/// What to ask a device, to make a passkey; nothing when it may not be.
#[server(prefix = "/api", endpoint = "passkey/begin")]
pub async fn begin_passkey() -> Answer<Option<serde_json::Value>> {
    let (visitor, service) = (visitor(), service());
    let begun = async { service.begin_passkey(visitor.session.as_ref().ok_or(Error::SignedOut)?).await };
    let begun = begun.await.inspect_err(go::refuse).ok();
    // Only a script can go on with it.
    if begun.is_some() && !visitor.wants_json {
        go::to(address::PASSKEYS);
    }
    Ok(begun)
}

/// Keeps the passkey that a device made.
#[server(prefix = "/api", endpoint = "passkey/finish")]
pub async fn finish_passkey(#[server(default)] answer: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let made = async { service.finish_passkey(visitor.session.as_ref().ok_or(Error::SignedOut)?, &answer).await };
    Form::new("passkeys", address::PASSKEYS).done(&visitor, made.await, |()| address::PASSKEYS.to_owned(), "notice-passkey-made").await
}

/// Takes a passkey away.
#[server(prefix = "/api", endpoint = "passkey/remove")]
pub async fn remove_passkey(#[server(default)] passkey: String) -> Answer {
    let (visitor, service) = (visitor(), service());
    let gone = async { service.remove_passkey(visitor.session.as_ref().ok_or(Error::SignedOut)?, &passkey).await };
    Form::new("passkeys", address::PASSKEYS).done(&visitor, gone.await, |()| address::PASSKEYS.to_owned(), "notice-passkey-gone").await
}
