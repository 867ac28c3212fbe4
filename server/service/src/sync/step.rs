//! The steps of a delivery, in the order in which they are done.

/// One call that leaves something in the municipal backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The case (zaak).
    Case,
    /// The document (enkelvoudig informatieobject).
    Document,
    /// The document in the case (zaakinformatieobject).
    Relation,
    /// The resident as initiator (rol).
    Initiator,
    /// The object with the data for handling.
    Object,
    /// The object in the case (zaakobject).
    CaseObject,
    /// The first status, last of all: the case system begins its work there.
    Status,
    /// The object says something new.
    Change,
    /// A message to the resident (klantcontact).
    Contact,
    /// The object of a record.
    Record,
    /// The object of a record in the case (zaakobject).
    RecordLink,
    /// The status that an agreement gives, where the case type has one.
    Agreed,
}

/// What a result belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The case: done once for all its messages.
    Case,
    /// This message.
    Message,
    /// The record: done once, whatever the case or the message.
    Record,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 12] = [
        Self::Case,
        Self::Document,
        Self::Relation,
        Self::Initiator,
        Self::Object,
        Self::CaseObject,
        Self::Status,
        Self::Change,
        Self::Contact,
        Self::Record,
        Self::RecordLink,
        Self::Agreed,
    ];

    /// The name in the database, in metrics and in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Document => "document",
            Self::Relation => "relation",
            Self::Initiator => "initiator",
            Self::Object => "object",
            Self::CaseObject => "case_object",
            Self::Status => "status",
            Self::Change => "change",
            Self::Contact => "contact",
            Self::Record => "record",
            Self::RecordLink => "record_link",
            Self::Agreed => "agreed",
        }
    }

    /// The step with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == name)
    }

    /// What its result belongs to.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::Case | Self::Initiator | Self::Object | Self::CaseObject | Self::Status => Scope::Case,
            Self::Document | Self::Relation | Self::Change | Self::Contact | Self::RecordLink | Self::Agreed => Scope::Message,
            Self::Record => Scope::Record,
        }
    }

    /// Whether the backend would take it twice: then it is looked up before every call.
    #[must_use]
    pub const fn without_key(self) -> bool {
        matches!(self, Self::CaseObject | Self::Change | Self::RecordLink)
    }
}
