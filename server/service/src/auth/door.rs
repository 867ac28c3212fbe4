//! The doors of the portal: who signs in where.

/// A door: each has its own client at its own provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Residents, with DigiD.
    Residents,
    /// Who acts for a resident, with DigiD Machtigen.
    Acting,
    /// Staff of the municipality.
    Staff,
    /// Helpers.
    Helpers,
}

impl Door {
    /// Every door, in the order of the sign-in page.
    pub const ALL: [Self; 4] = [Self::Residents, Self::Acting, Self::Helpers, Self::Staff];

    /// The name in addresses, settings and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Residents => "residents",
            Self::Acting => "acting",
            Self::Staff => "staff",
            Self::Helpers => "helpers",
        }
    }

    /// The door with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.as_str() == name)
    }
}
