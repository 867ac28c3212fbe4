//! Why somebody was not signed in. What the person reads is short; what the log says is the code.

/// Why somebody was not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The person stopped at the provider.
    Cancelled,
    /// This answer belongs to no try of this browser, or the try is too old. Beginning again helps.
    Again,
    /// The level of assurance is too low, or was not told.
    Level,
    /// The person is proven and not known here.
    Unknown,
    /// The mandate is for another service.
    Service,
    /// Staff without a group that means something here.
    NoAccess,
    /// The provider does not answer, or says no.
    Provider(&'static str),
    /// What the provider answered cannot be trusted.
    Untrusted(&'static str),
    /// Our own store does not answer.
    Busy,
}

impl Refusal {
    /// Every refusal that a page tells about, for tests that look at each.
    pub const SHOWN: [Self; 7] = [Self::Cancelled, Self::Again, Self::Level, Self::Unknown, Self::Service, Self::NoAccess, Self::Provider("")];

    /// The name in the address of the page that tells about it. Whom it is about travels nowhere.
    #[must_use]
    pub const fn page(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Again => "again",
            Self::Level => "level",
            Self::Unknown => "unknown",
            Self::Service => "service",
            Self::NoAccess => "no-access",
            Self::Provider(_) | Self::Untrusted(_) | Self::Busy => "failed",
        }
    }

    /// The code in the log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Provider(code) | Self::Untrusted(code) => code,
            Self::Busy => "busy",
            other => other.page(),
        }
    }
}

impl From<crate::Error> for Refusal {
    fn from(_: crate::Error) -> Self {
        // An internal error has written its own line.
        Self::Busy
    }
}
