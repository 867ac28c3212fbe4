//! Seeds as rows of the store (S20, S21, S67).

use super::{CaseType, Seed};
use crate::clock::date;
use crate::config::{ObjectType, StartError};
use crate::kind::Kind;
use crate::notificaties::CHANNELS;
use crate::objecten::types::add_version;
use crate::period::Period;
use crate::tx::{Tx, set};
use serde_json::{Value, json};
use uuid::Uuid;

/// The object type that no key may use (S67).
const FOREIGN_TYPE: &str = "ZonderRechten";

/// The channels of notifications; there in every seed.
pub fn channels(tx: &mut Tx<'_>) {
    for (name, filters) in CHANNELS {
        let uuid = tx.store.new_id();
        let body = json!({ "naam": name, "documentatieLink": format!("{}/ref/kanalen/", tx.root), "filters": filters });
        tx.insert(Kind::Channel, uuid, None, body, Value::Null);
    }
}

/// A catalogue with its types.
///
/// # Errors
/// [`StartError::Seed`] for a duration or date that is none.
pub fn catalogue(tx: &mut Tx<'_>, seed: &Seed) -> Result<(), StartError> {
    let uuid = tx.store.new_id();
    let body = json!({
        "domein": seed.domain, "rsin": seed.rsin, "contactpersoonBeheerNaam": "Functioneel beheer", "contactpersoonBeheerTelefoonnummer": "",
        "contactpersoonBeheerEmailadres": "", "besluittypen": [], "naam": "Participatie", "versie": "", "begindatumVersie": null,
    });
    tx.insert(Kind::Catalogue, uuid, None, body, Value::Null);
    let url = Kind::Catalogue.url(tx.root, None, uuid);
    for title in &seed.document_types {
        let id = tx.store.new_id();
        let body = json!({
            "catalogus": url, "omschrijving": title, "vertrouwelijkheidaanduiding": "vertrouwelijk", "beginGeldigheid": "2024-01-01",
            "eindeGeldigheid": null, "concept": false, "besluittypen": [], "informatieobjectcategorie": "samenvatting", "trefwoord": [],
            "omschrijvingGeneriek": generic(title), "beginObject": "2024-01-01", "eindeObject": null,
        });
        tx.insert(Kind::DocumentType, id, Some(uuid), body, Value::Null);
    }
    seed.case_types.iter().try_for_each(|of| case_type(tx, uuid, of))
}

fn generic(title: &str) -> Value {
    json!({
        "informatieobjecttypeOmschrijvingGeneriek": title, "definitieInformatieobjecttypeOmschrijvingGeneriek": title,
        "herkomstInformatieobjecttypeOmschrijvingGeneriek": "VNG", "hierarchieInformatieobjecttypeOmschrijvingGeneriek": "",
        "opmerkingInformatieobjecttypeOmschrijvingGeneriek": "",
    })
}

/// A version of a case type with its parts, in a catalogue.
///
/// # Errors
/// As [`catalogue`].
pub fn case_type(tx: &mut Tx<'_>, catalogue: Uuid, of: &CaseType) -> Result<(), StartError> {
    let period = Period::parse(&of.period).ok_or(StartError::Seed("period"))?.written();
    if date(&of.begins).is_none() || of.ends.as_deref().is_some_and(|day| date(day).is_none()) {
        return Err(StartError::Seed("date"));
    }
    let uuid = tx.store.new_id();
    let place = Place { catalogue: Kind::Catalogue.url(tx.root, None, catalogue), uuid, url: Kind::CaseType.url(tx.root, None, uuid) };
    let body = case_type_body(of, &place.catalogue, &period);
    tx.insert(Kind::CaseType, uuid, Some(catalogue), body, Value::Null);
    parts(tx, of, &place)
}

fn case_type_body(of: &CaseType, catalogue: &str, period: &str) -> Value {
    json!({
        "identificatie": of.name, "omschrijving": of.title, "omschrijvingGeneriek": "", "vertrouwelijkheidaanduiding": "vertrouwelijk",
        "doel": "Weten waar een inwoner staat", "aanleiding": "De inwoner vult de self-scan in", "toelichting": "",
        "indicatieInternOfExtern": "extern", "handelingInitiator": "indienen", "onderwerp": "Self-scan", "handelingBehandelaar": "behandelen",
        "doorlooptijd": period, "servicenorm": null, "opschortingEnAanhoudingMogelijk": true, "verlengingMogelijk": false, "verlengingstermijn": null,
        "trefwoorden": [], "publicatieIndicatie": false, "publicatietekst": "", "verantwoordingsrelatie": [], "productenOfDiensten": [],
        "selectielijstProcestype": "", "referentieproces": { "naam": "intake", "link": "" }, "concept": of.concept, "verantwoordelijke": "002220647",
        "broncatalogus": { "url": "", "domein": "", "rsin": "" }, "bronzaaktype": { "url": "", "identificatie": "", "omschrijving": "" },
        "beginGeldigheid": of.begins, "eindeGeldigheid": of.ends, "versiedatum": of.begins, "beginObject": of.begins, "eindeObject": of.ends,
        "catalogus": catalogue, "besluittypen": [], "deelzaaktypen": [], "gerelateerdeZaaktypen": [], "zaakobjecttypen": [],
    })
}

/// Where the parts of a case type belong.
struct Place {
    catalogue: String,
    uuid: Uuid,
    url: String,
}

fn parts(tx: &mut Tx<'_>, of: &CaseType, place: &Place) -> Result<(), StartError> {
    let mut add = |kind: Kind, body: Value| part(tx, of, place, kind, body);
    for (at, name) in of.statuses.iter().enumerate() {
        add(Kind::StatusType, status_type(name, at + 1, at + 1 == of.statuses.len()));
    }
    for (name, generic) in &of.roles {
        add(Kind::RoleType, json!({ "omschrijving": name, "omschrijvingGeneriek": generic }));
    }
    for (name, length) in &of.properties {
        let form = json!({ "groep": "", "formaat": "tekst", "lengte": length.to_string(), "kardinaliteit": "1", "waardenverzameling": [] });
        add(Kind::PropertyType, json!({ "naam": name, "definitie": name, "specificatie": form, "toelichting": "", "statustype": null }));
    }
    for (name, kept) in &of.results {
        let kept = Period::parse(kept).ok_or(StartError::Seed("period"))?.written();
        add(
            Kind::ResultType,
            json!({
                "omschrijving": name, "resultaattypeomschrijving": "https://selectielijst.example.test/api/v1/resultaattypeomschrijvingen/afgehandeld",
                "omschrijvingGeneriek": "Afgehandeld", "selectielijstklasse": "https://selectielijst.example.test/api/v1/resultaten/12.1.1",
                "toelichting": "", "archiefnominatie": "vernietigen", "archiefactietermijn": kept, "procesobjectaard": "", "indicatieSpecifiek": null,
                "procestermijn": null, "besluittypen": [], "besluittypeOmschrijving": [], "informatieobjecttypen": [], "informatieobjecttypeOmschrijving": [],
                "brondatumArchiefprocedure": { "afleidingswijze": "afgehandeld", "datumkenmerk": "", "einddatumBekend": false, "objecttype": "",
                    "registratie": "", "procestermijn": null },
            }),
        );
    }
    Ok(())
}

/// A status type at a place in the order.
#[must_use]
pub fn status_type(name: &str, number: usize, last: bool) -> Value {
    json!({
        "omschrijving": name, "omschrijvingGeneriek": "", "statustekst": "", "volgnummer": number, "isEindstatus": last, "informeren": false,
        "doorlooptijd": null, "toelichting": "", "checklistitemStatustype": [], "eigenschappen": [], "zaakobjecttypen": [],
    })
}

fn part(tx: &mut Tx<'_>, of: &CaseType, place: &Place, kind: Kind, mut body: Value) {
    for (name, value) in [
        ("zaaktype", json!(place.url)),
        ("zaaktypeIdentificatie", json!(of.name)),
        ("catalogus", json!(place.catalogue)),
        ("beginGeldigheid", Value::Null),
        ("eindeGeldigheid", Value::Null),
        ("beginObject", json!(of.begins)),
        ("eindeObject", json!(of.ends)),
    ] {
        set(&mut body, name, value);
    }
    let uuid = tx.store.new_id();
    tx.insert(kind, uuid, Some(place.uuid), body, Value::Null);
}

/// The object types of the product, each with one published version, and one type that no key may use (S67).
pub fn object_types(tx: &mut Tx<'_>, types: &[ObjectType]) {
    let foreign = ObjectType { name: FOREIGN_TYPE.to_owned(), version: 1, schema: json!({ "type": "object" }) };
    for of in types.iter().chain([&foreign]) {
        let uuid = tx.store.new_id();
        let today = crate::clock::day(tx.now);
        let body = json!({
            "name": of.name, "namePlural": of.name, "description": "", "dataClassification": "confidential", "maintainerOrganization": "",
            "maintainerDepartment": "", "contactPerson": "", "contactEmail": "", "source": "", "updateFrequency": "unknown",
            "providerOrganization": "", "documentationUrl": "", "labels": {}, "createdAt": today, "modifiedAt": today, "allowGeometry": false,
        });
        tx.insert(Kind::ObjectType, uuid, None, body, Value::Null);
        let Some(row) = tx.store.get(Kind::ObjectType, uuid).cloned() else { continue };
        for _ in 1..of.version {
            add_version(tx, &row, "draft", json!({}));
        }
        add_version(tx, &row, "published", of.schema.clone());
    }
}
