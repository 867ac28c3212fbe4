//! What the backend keeps: the kinds of rows and where their URLs lie (S01).

use crate::api::Api;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Catalogue (catalogus).
    Catalogue,
    /// Case type (zaaktype).
    CaseType,
    /// Status type (statustype).
    StatusType,
    /// Role type (roltype).
    RoleType,
    /// Result type (resultaattype).
    ResultType,
    /// Property type (eigenschap).
    PropertyType,
    /// Document type (informatieobjecttype).
    DocumentType,
    /// Case (zaak).
    Case,
    /// Document in a case (zaakinformatieobject).
    CaseDocument,
    /// Role (rol).
    Role,
    /// Status.
    Status,
    /// Result (resultaat).
    Result,
    /// Object in a case (zaakobject).
    CaseObject,
    /// Property of a case (zaakeigenschap).
    CaseProperty,
    /// Document (enkelvoudiginformatieobject).
    Document,
    /// Object type (objecttype).
    ObjectType,
    /// Version of an object type; its parent is the type, its number stands in the body.
    ObjectTypeVersion,
    /// Object.
    Object,
    /// Person (partij).
    Party,
    /// Identification of a person (partij-identificator).
    PartyIdentifier,
    /// Contact (klantcontact).
    Contact,
    /// Person in a contact (betrokkene).
    Participant,
    /// Subject of a contact (onderwerpobject).
    Subject,
    /// Channel of notifications (kanaal).
    Channel,
    /// Subscription (abonnement).
    Subscription,
}

impl Kind {
    /// The parts of a case, which go when it goes.
    pub const PARTS: [Self; 6] = [Self::CaseDocument, Self::Role, Self::Status, Self::Result, Self::CaseObject, Self::CaseProperty];

    /// The API and the name of the collection.
    #[must_use]
    pub const fn place(self) -> (Api, &'static str) {
        match self {
            Self::Catalogue => (Api::Catalogi, "catalogussen"),
            Self::CaseType => (Api::Catalogi, "zaaktypen"),
            Self::StatusType => (Api::Catalogi, "statustypen"),
            Self::RoleType => (Api::Catalogi, "roltypen"),
            Self::ResultType => (Api::Catalogi, "resultaattypen"),
            Self::PropertyType => (Api::Catalogi, "eigenschappen"),
            Self::DocumentType => (Api::Catalogi, "informatieobjecttypen"),
            Self::Case => (Api::Zaken, "zaken"),
            Self::CaseDocument => (Api::Zaken, "zaakinformatieobjecten"),
            Self::Role => (Api::Zaken, "rollen"),
            Self::Status => (Api::Zaken, "statussen"),
            Self::Result => (Api::Zaken, "resultaten"),
            Self::CaseObject => (Api::Zaken, "zaakobjecten"),
            Self::CaseProperty => (Api::Zaken, "zaakeigenschappen"),
            Self::Document => (Api::Documenten, "enkelvoudiginformatieobjecten"),
            Self::ObjectType => (Api::Objecten, "objecttypes"),
            Self::ObjectTypeVersion => (Api::Objecten, "versions"),
            Self::Object => (Api::Objecten, "objects"),
            Self::Party => (Api::Klant, "partijen"),
            Self::PartyIdentifier => (Api::Klant, "partij-identificatoren"),
            Self::Contact => (Api::Klant, "klantcontacten"),
            Self::Participant => (Api::Klant, "betrokkenen"),
            Self::Subject => (Api::Klant, "onderwerpobjecten"),
            Self::Channel => (Api::Notificaties, "kanaal"),
            Self::Subscription => (Api::Notificaties, "abonnement"),
        }
    }

    /// The collection that its URLs lie in, below the root of its API; the parts of which are nested in their `parent`.
    fn collection(self, parent: Option<Uuid>) -> String {
        let (api, name) = self.place();
        match (self, parent) {
            (Self::CaseProperty, Some(case)) => format!("{}/zaken/{case}/{name}", api.root()),
            (Self::ObjectTypeVersion, Some(of)) => format!("{}/objecttypes/{of}/{name}", api.root()),
            _ => format!("{}/{name}", api.root()),
        }
    }

    /// The URL of a row; `last` is its uuid, or the number of a version.
    #[must_use]
    pub fn url(self, root: &str, parent: Option<Uuid>, last: impl std::fmt::Display) -> String {
        format!("{root}{}/{last}", self.collection(parent))
    }

    /// The uuid in `url`, if it is one of this kind under `root`.
    #[must_use]
    pub fn uuid_in(self, root: &str, url: &str) -> Option<Uuid> {
        let (_, last) = url.rsplit_once('/')?;
        let uuid = Uuid::parse_str(last).ok()?;
        let rest = url.strip_prefix(root)?;
        rest.strip_suffix(last)?.strip_suffix('/').filter(|head| *head == self.collection(None))?;
        Some(uuid)
    }
}
