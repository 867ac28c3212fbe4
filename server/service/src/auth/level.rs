//! Levels of assurance of DigiD.

use serde::Deserialize;

/// How sure the provider is who somebody is (betrouwbaarheidsniveau), lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Name and password (Basis).
    Basis,
    /// With a code by text message or the app (Midden).
    Midden,
    /// With the app and a checked identity document (Substantieel).
    Substantieel,
    /// With the chip of an identity document (Hoog).
    Hoog,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 4] = [Self::Basis, Self::Midden, Self::Substantieel, Self::Hoog];

    /// The value with which DigiD says so.
    #[must_use]
    pub const fn urn(self) -> &'static str {
        match self {
            Self::Basis => "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
            Self::Midden => "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
            Self::Substantieel => "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
            Self::Hoog => "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        }
    }
}
