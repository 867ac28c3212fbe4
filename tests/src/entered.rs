//! What people typed in all tests of this process: it may stand in no address and in no log.

use crate::log;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static ENTERED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
static CHECKED: Mutex<usize> = Mutex::new(0);

/// Words of a person, a name, an e-mail address, a telephone number or a BSN; not the name of an option, an id or a key.
fn is_of_a_person(value: &str) -> bool {
    let words = value.chars().any(|c| c.is_uppercase() || matches!(c, ' ' | '@') || !c.is_ascii());
    value.len() >= 5 && (words || (9..=12).contains(&value.len()) && value.chars().all(|c| c.is_ascii_digit()))
}

/// Remembers what stands in a form that is sent.
pub(crate) fn remember(fields: &[(&str, &str)]) {
    // Steps and addresses are the portal's own words.
    let typed = fields
        .iter()
        .filter(|(name, value)| !matches!(*name, "step" | "back") && is_of_a_person(value))
        .map(|(_, value)| value.trim().chars().take(200).collect());
    ENTERED.lock().unwrap_or_else(PoisonError::into_inner).extend(typed);
}

fn found_in(text: &str) -> Option<String> {
    ENTERED.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|value| text.contains(value.as_str())).cloned()
}

/// Fails when an address holds anything that was entered, however it is encoded.
pub(crate) fn not_in_address(address: &str) {
    let parts: Vec<String> = form_urlencoded::parse(address.as_bytes()).flat_map(|(name, value)| [name.into_owned(), value.into_owned()]).collect();
    let found = found_in(&parts.join("\n"));
    assert_eq!(found, None, "{address} holds what somebody entered");
}

/// Fails when what was logged since the last look holds anything that was entered.
pub(crate) fn not_in_log() {
    let (text, mut checked) = (log::text(), CHECKED.lock().unwrap_or_else(PoisonError::into_inner));
    let new = text.get(*checked..).unwrap_or_default();
    let found = found_in(new);
    *checked = text.len();
    drop(checked);
    assert_eq!(found, None, "the log holds what somebody entered");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_entered_is_found_again() {
        remember(&[("note", "Een Doorn in het oog"), ("bsn", "999993653"), ("way", "intake"), ("key", "0123abcd")]);
        for address in ["/r/1?note=Een+Doorn+in+het+oog", "/r/1?x=Een%20Doorn%20in%20het%20oog", "/r/999993653"] {
            assert!(std::panic::catch_unwind(|| not_in_address(address)).is_err(), "{address}");
        }
        not_in_address("/r/1/intake?key=0123abcd");
    }
}
