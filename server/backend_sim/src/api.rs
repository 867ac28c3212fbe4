//! The six APIs of the backend and what differs between them (section 11.1).

/// An API with a root of its own under the public URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Api {
    /// Cases (zaken).
    Zaken,
    /// Documents (documenten).
    Documenten,
    /// Types of cases and documents (catalogi).
    Catalogi,
    /// Objects and object types (objecten, objecttypen).
    Objecten,
    /// Subscriptions (notificaties).
    Notificaties,
    /// Contacts with residents (klantinteracties).
    Klant,
}

impl Api {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Zaken, Self::Documenten, Self::Catalogi, Self::Objecten, Self::Notificaties, Self::Klant];

    /// The path under the public URL.
    #[must_use]
    pub const fn root(self) -> &'static str {
        match self {
            Self::Zaken => "/zaken/api/v1",
            Self::Documenten => "/documenten/api/v1",
            Self::Catalogi => "/catalogi/api/v1",
            Self::Objecten => "/objecten/api/v2",
            Self::Notificaties => "/notificaties/api/v1",
            Self::Klant => "/klantinteracties/api/v1",
        }
    }

    /// The version that answers tell.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            Self::Zaken => "1.5.1",
            Self::Documenten => "1.4.2",
            Self::Catalogi => "1.3.1",
            Self::Objecten => "2.7.0",
            Self::Notificaties => "1.0.0",
            Self::Klant => "0.9.0",
        }
    }

    /// The name of the list of wrong fields (S10).
    #[must_use]
    pub const fn params_name(self) -> &'static str {
        match self {
            Self::Objecten => "invalid_params",
            Self::Zaken | Self::Documenten | Self::Catalogi | Self::Notificaties | Self::Klant => "invalidParams",
        }
    }

    /// Whether it takes a signed token per request (ZGW) rather than a fixed key (section 3).
    #[must_use]
    pub const fn signed(self) -> bool {
        matches!(self, Self::Zaken | Self::Documenten | Self::Catalogi | Self::Notificaties)
    }

    /// Whether it belongs to the program whose extras a [`Shape`](crate::Shape) switches.
    #[must_use]
    pub const fn shaped(self) -> bool {
        matches!(self, Self::Zaken | Self::Documenten | Self::Catalogi)
    }

    /// The API that `path` lies under, with the rest of the path.
    #[must_use]
    pub fn of(path: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|api| Some((api, path.strip_prefix(api.root()).filter(|rest| rest.starts_with('/'))?)))
    }
}
