//! How sure a parameter is; a result is as sure as the least sure parameter it rests on.

/// From sure to unknown. The order counts: the larger, the less sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Read in the official text or table.
    VerifiedPrimary,
    /// Read in a page or program that quotes the official one.
    VerifiedSecondary,
    /// Calculated with a rule that gives other official figures exactly.
    Derived,
    /// A known amount used for a period of which the amount is not known yet.
    Projected,
    /// General knowledge, not checked against a source.
    Unchecked,
    /// Not found. A formula never uses it.
    Unknown,
}

impl Confidence {
    /// The word used in the parameter files and in traces.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::VerifiedPrimary => "verified-primary",
            Self::VerifiedSecondary => "verified-secondary",
            Self::Derived => "derived",
            Self::Projected => "projected",
            Self::Unchecked => "unchecked",
            Self::Unknown => "unknown",
        }
    }

    /// The less sure of two.
    #[must_use]
    pub const fn weakest(self, other: Self) -> Self {
        if (self as u8) < (other as u8) { other } else { self }
    }

    /// Whether the screen must say that the amount is not certain: derived, projected, unchecked or
    /// unknown.
    #[must_use]
    pub const fn needs_a_mark(self) -> bool {
        self as u8 >= Self::Derived as u8
    }
}
