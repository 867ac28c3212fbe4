//! What a resident keeps about how to be reached and addressed.

use crate::{Problem, ProblemCode};
use serde::{Deserialize, Serialize};

/// How the municipality reaches a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Messages in the portal only.
    #[default]
    Portal,
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
    /// A telephone call.
    Phone,
    /// A letter.
    Letter,
}

impl Contact {
    /// Every channel.
    pub const ALL: [Self; 5] = [Self::Portal, Self::Sms, Self::Email, Self::Phone, Self::Letter];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Letter => "letter",
        }
    }

    /// The channel with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.as_str() == name)
    }
}

/// The Dutch form of address (aanspreekvorm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// As the municipality has set it.
    #[default]
    AsSet,
    /// The polite form, "u".
    Formal,
    /// The familiar form, "je".
    Informal,
}

impl Address {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::AsSet, Self::Formal, Self::Informal];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AsSet => "as_set",
            Self::Formal => "formal",
            Self::Informal => "informal",
        }
    }

    /// The form with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.as_str() == name)
    }
}

/// The profile of a resident.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// First name, for the greeting.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// How the resident wants to be called; the first name when empty.
    #[serde(default)]
    pub called: String,
    /// Telephone number, ten digits.
    #[serde(default)]
    pub phone: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Language code; empty when not chosen yet.
    #[serde(default)]
    pub language: String,
    /// How to be reached.
    #[serde(default)]
    pub contact: Contact,
    /// Form of address.
    #[serde(default)]
    pub address: Address,
    /// Read texts aloud.
    #[serde(default)]
    pub read_aloud: bool,
    /// Short messages.
    #[serde(default)]
    pub short_messages: bool,
    /// Small steps.
    #[serde(default)]
    pub small_steps: bool,
    /// Appointments on paper too.
    #[serde(default)]
    pub paper: bool,
    /// Pictures beside texts.
    #[serde(default)]
    pub pictures: bool,
    /// Somebody beside me.
    #[serde(default)]
    pub companion: bool,
    /// A quiet place.
    #[serde(default)]
    pub quiet_place: bool,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(…)")
    }
}

impl Profile {
    /// How to greet the resident.
    #[must_use]
    pub fn greeting(&self) -> &str {
        if self.called.trim().is_empty() { &self.first_name } else { self.called.trim() }
    }

    /// The full name, for staff.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    /// Every problem with what the resident filled in, in the order of the form.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.called.chars().count() > 40 {
            found.push(Problem::new("called", ProblemCode::TooLong { max: 40 }));
        }
        if !self.phone.trim().is_empty() && phone(&self.phone).is_none() {
            found.push(Problem::new("phone", ProblemCode::NotAPhone));
        }
        if !self.email.trim().is_empty() && !is_email(self.email.trim()) {
            found.push(Problem::new("email", ProblemCode::NotAnEmail));
        }
        match self.contact {
            Contact::Sms | Contact::Phone if self.phone.trim().is_empty() => found.push(Problem::new("phone", ProblemCode::PhoneNeeded)),
            Contact::Email if self.email.trim().is_empty() => found.push(Problem::new("email", ProblemCode::EmailNeeded)),
            _ => {}
        }
        found
    }
}

/// A Dutch telephone number as ten digits; spaces, dashes, dots and +31 are taken.
#[must_use]
pub fn phone(typed: &str) -> Option<String> {
    let kept: String = typed.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}')).collect();
    let national = match kept.strip_prefix("+31").or_else(|| kept.strip_prefix("0031")) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => kept,
    };
    let well_formed = national.len() == 10 && national.starts_with('0') && national.bytes().all(|b| b.is_ascii_digit());
    (well_formed && !national.starts_with("00")).then_some(national)
}

/// Whether this can be an e-mail address. Only sending a message proves that it is one.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let clean = |s: &str| !s.is_empty() && !s.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '@' | ',' | ';' | '<' | '>' | '"'));
    text.chars().count() <= 254 && clean(name) && clean(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_taken_as_people_write_them() {
        for typed in ["0612345678", "06-12345678", "06 12 34 56 78", "+31 6 12345678", "0031612345678", "+31 (0)6 1234 5678"] {
            assert_eq!(phone(typed).as_deref(), Some("0612345678"), "{typed}");
        }
        for typed in ["", "12345", "061234567", "06123456789", "0012345678", "phone", "06x2345678"] {
            assert_eq!(phone(typed), None, "{typed}");
        }
    }

    #[test]
    fn mail_addresses_need_an_at_and_a_dot() {
        assert!(is_email("samira@voorbeeld.nl"));
        for typed in ["", "samira", "samira@", "@voorbeeld.nl", "a b@voorbeeld.nl", "a@voorbeeld", "a@.nl", "a@b.nl,c@d.nl"] {
            assert!(!is_email(typed), "{typed}");
        }
    }

    #[test]
    fn a_channel_asks_for_what_it_needs() {
        let profile = Profile { contact: Contact::Sms, ..Profile::default() };
        assert_eq!(profile.problems(), [Problem::new("phone", ProblemCode::PhoneNeeded)]);
        let profile = Profile { contact: Contact::Email, ..Profile::default() };
        assert_eq!(profile.problems(), [Problem::new("email", ProblemCode::EmailNeeded)]);
    }
}
