//! The types that a target has, and requests made with them.

use crate::answer::{rows, text};
use crate::fresh;
use crate::target::Target;
use crate::token::{moment, today};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The municipality of the tests.
pub const RSIN: &str = "002220647";

/// The type URLs that a submission needs.
#[derive(Debug, Clone)]
pub struct Types {
    /// The case type `brede-intake`.
    pub case: String,
    /// Its statuses, by rising number.
    pub statuses: Vec<String>,
    /// Roles: initiator, helper.
    pub initiator: String,
    /// The role of a helper.
    pub helper: String,
    /// The property `portaalreferentie`.
    pub property: String,
    /// The result.
    pub result: String,
    /// The document type.
    pub document: String,
}

impl Target {
    /// Finds the types as step 1 of section 7 does.
    pub async fn types(&self) -> Types {
        let root = &self.roots.catalogi;
        let url = format!("{root}/zaaktypen?identificatie=brede-intake&datumGeldigheid={}&status=definitief", today());
        let found = rows(&self.get(&url).await.ok(200));
        assert_eq!(found.len(), 1, "one published version of the case type");
        let case = text(&found[0], "url").to_owned();
        let of_case = async |name: &str| rows(&self.get(&format!("{root}/{name}?zaaktype={case}")).await.ok(200));
        let mut statuses = of_case("statustypen").await;
        statuses.sort_by_key(|s| s["volgnummer"].as_u64());
        let roles = of_case("roltypen").await;
        let role = |generic: &str| text(roles.iter().find(|r| r["omschrijvingGeneriek"] == generic).unwrap(), "url").to_owned();
        let documents = rows(&self.get(&format!("{root}/informatieobjecttypen?catalogus={}", text(&found[0], "catalogus"))).await.ok(200));
        let document = documents.iter().find(|d| d["omschrijving"] == "Self-scan samenvatting").unwrap();
        Types {
            statuses: statuses.iter().map(|s| text(s, "url").to_owned()).collect(),
            initiator: role("initiator"),
            helper: role("belanghebbende"),
            property: text(&of_case("eigenschappen").await[0], "url").to_owned(),
            result: of_case("resultaattypen").await.first().map(|r| text(r, "url").to_owned()).unwrap_or_default(),
            document: text(document, "url").to_owned(),
            case,
        }
    }

    /// A case that was just made.
    pub async fn case(&self, types: &Types) -> Value {
        self.post(&format!("{}/zaken", self.roots.zaken), &case_body(types, &fresh::number())).await.ok(201)
    }

    /// A document that was just made.
    pub async fn document(&self, types: &Types) -> Value {
        self.post(&format!("{}/enkelvoudiginformatieobjecten", self.roots.documenten), &document_body(types, &fresh::number())).await.ok(201)
    }

    /// An object that was just made.
    pub async fn object(&self) -> Value {
        let uuid = uuid::Uuid::new_v4().to_string();
        self.post(&format!("{}/objects", self.roots.objecten), &object_body(&self.object_types[0], &uuid)).await.ok(201)
    }

    /// The case as it is now.
    pub async fn again(&self, row: &Value) -> Value {
        self.get(text(row, "url")).await.ok(200)
    }

    /// Sets a status on a case, so many milliseconds from now.
    pub async fn set_status(&self, case: &Value, kind: &str, millis: i64) -> crate::Answer {
        self.post(&format!("{}/statussen", self.roots.zaken), &status_body(case, kind, &moment(millis))).await
    }
}

/// The request of example 02.1.
#[must_use]
pub fn case_body(types: &Types, number: &str) -> Value {
    json!({
        "identificatie": number, "bronorganisatie": RSIN, "verantwoordelijkeOrganisatie": RSIN, "zaaktype": types.case,
        "registratiedatum": today(), "startdatum": today(), "omschrijving": "Brede intake", "toelichting": "Ingediend via het inwonerportaal",
        "vertrouwelijkheidaanduiding": "vertrouwelijk", "communicatiekanaalNaam": "Portaal",
        "kenmerken": [{ "kenmerk": uuid::Uuid::new_v4(), "bron": "Inwonerportaal" }],
    })
}

/// The request of example 03.1.
#[must_use]
pub fn document_body(types: &Types, number: &str) -> Value {
    document_of(types, number, b"%PDF-1.4\n%test\n%%EOF\n")
}

/// The same with these bytes.
#[must_use]
pub fn document_of(types: &Types, number: &str, bytes: &[u8]) -> Value {
    json!({
        "identificatie": number, "informatieobjecttype": types.document, "bronorganisatie": RSIN, "creatiedatum": today(),
        "titel": "Samenvatting self-scan", "auteur": "Inwonerportaal", "taal": "nld", "formaat": "application/pdf", "inhoud": BASE64.encode(bytes),
        "bestandsomvang": bytes.len(), "bestandsnaam": "selfscan.pdf", "status": "definitief", "vertrouwelijkheidaanduiding": "vertrouwelijk",
        "indicatieGebruiksrecht": false,
        "integriteit": { "algoritme": "sha_256", "waarde": HEXLOWER.encode(&Sha256::digest(bytes)), "datum": today() },
    })
}

/// The request of example 04.1.
#[must_use]
pub fn relation_body(case: &Value, document: &Value) -> Value {
    json!({ "zaak": case["url"], "informatieobject": document["url"], "titel": "Samenvatting" })
}

/// The request of example 05.1 or 05.3.
#[must_use]
pub fn role_body(case: &Value, kind: &str, bsn: &str) -> Value {
    json!({
        "zaak": case["url"], "betrokkeneType": "natuurlijk_persoon", "roltype": kind, "roltoelichting": "inwoner",
        "betrokkeneIdentificatie": { "inpBsn": bsn },
    })
}

/// The request of example 06.1, without a person.
#[must_use]
pub fn object_body(kind: &str, uuid: &str) -> Value {
    let data = json!({ "schemaVersion": "1", "submissionId": uuid, "status": "ingediend", "answers": { "a": 1, "list": [1, 2] } });
    json!({ "uuid": uuid, "type": kind, "record": { "typeVersion": 1, "startAt": today(), "data": data } })
}

/// The request of example 07.1.
#[must_use]
pub fn link_body(case: &Value, object: &Value) -> Value {
    json!({
        "zaak": case["url"], "object": object["url"], "objectType": "overige",
        "objectTypeOverigeDefinitie": { "url": format!("{}/versions/1", text(object, "type")), "schema": ".jsonSchema", "objectData": ".record.data" },
    })
}

/// The request of example 08.1.
#[must_use]
pub fn status_body(case: &Value, kind: &str, at: &str) -> Value {
    json!({ "zaak": case["url"], "statustype": kind, "datumStatusGezet": at, "statustoelichting": "Ontvangen via portaal" })
}

/// The request of example 17.5.
#[must_use]
pub fn contact_body() -> Value {
    json!({
        "kanaal": "Inwonerportaal", "onderwerp": "Beoordeling self-scan", "inhoud": "Uw intake is bekeken", "indicatieContactGelukt": true,
        "taal": "nld", "vertrouwelijk": true, "plaatsgevondenOp": "2026-11-21T19:19:46.196158+00:00",
    })
}
