//! Subscriptions and what subscribers are told (notificaties, S80 to S85).

pub mod deliver;
pub mod message;
pub mod subscription;
pub mod switches;

/// The channels and what subscriptions may filter on there.
pub const CHANNELS: [(&str, &[&str]); 9] = [
    ("autorisaties", &[]),
    ("besluittypen", &["catalogus"]),
    ("informatieobjecttypen", &["catalogus"]),
    ("zaaktypen", &["catalogus"]),
    ("zaken", &["bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding"]),
    ("documenten", &["bronorganisatie", "informatieobjecttype", "vertrouwelijkheidaanduiding"]),
    ("besluiten", &["verantwoordelijke_organisatie", "besluittype"]),
    ("objecten", &["object_type"]),
    ("klantcontacten", &[]),
];
