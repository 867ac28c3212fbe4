//! The bodies of the calls. Each field stands with its reason in [`crate::sync::minimal`].

use super::catalogue::{Kind, Types, missing};
use crate::settings::ZgwSettings;
use crate::sync::message::{Message, Submission, iso_639_2};
use crate::sync::record::Record;
use crate::sync::{Failure, Item, Step};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Where the portal's ids are said to come from.
pub(super) const SOURCE: &str = "Inwonerportaal";
const MIME: &str = "application/pdf";

fn needed(types: Option<&Types>) -> Result<&Types, Failure> {
    types.ok_or_else(|| Failure::Refused("no-types".to_owned()))
}

fn submission(item: &Item) -> Result<&Submission, Failure> {
    item.message.submission().ok_or_else(|| Failure::Refused("no-submission".to_owned()))
}

fn record(item: &Item) -> Result<&Record, Failure> {
    item.message.record().ok_or_else(|| Failure::Refused("no-record".to_owned()))
}

/// The day that the message is about.
fn day(item: &Item) -> Result<&str, Failure> {
    item.message.day().ok_or_else(|| Failure::Refused("no-day".to_owned()))
}

/// The identificatie of the document of a message: a newer version has a document of its own.
pub(super) fn document_identification(item: &Item) -> String {
    match item.seq {
        1 => format!("{}-PDF", item.identification),
        seq => format!("{}-PDF-{seq}", item.identification),
    }
}

/// The hash of the document, in hexadecimals.
pub(super) fn hash(item: &Item) -> Result<String, Failure> {
    let document = item.document.as_deref().ok_or_else(|| Failure::Refused("no-document".to_owned()))?;
    Ok(data_encoding::HEXLOWER.encode(&Sha256::digest(document)))
}

pub(super) fn case(settings: &ZgwSettings, types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    let (types, day) = (needed(types)?, day(item)?);
    let mut body = json!({
        "identificatie": item.identification,
        "bronorganisatie": settings.rsin,
        "verantwoordelijkeOrganisatie": settings.rsin,
        "zaaktype": types.case,
        "registratiedatum": day,
        "startdatum": day,
        "omschrijving": "Brede intake",
        "toelichting": "Ingediend via het inwonerportaal",
        "vertrouwelijkheidaanduiding": settings.confidentiality,
        "kenmerken": [{ "kenmerk": item.delivery, "bron": SOURCE }],
        "communicatiekanaalNaam": "Portaal",
    });
    if let (Some(follows), Some(body)) = (&item.follows, body.as_object_mut()) {
        body.insert("relevanteAndereZaken".to_owned(), json!([{ "url": follows, "aardRelatie": "vervolg" }]));
    }
    Ok(body)
}

pub(super) fn document(settings: &ZgwSettings, types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    let (types, day) = (needed(types)?, day(item)?);
    let document = item.document.as_deref().unwrap_or_default();
    let (title, name, kind) = match &item.message {
        Message::Record(_) => ("Afspraken", "afspraken.pdf", types.agreement_document.as_ref().ok_or_else(|| missing("agreement-document-type"))?),
        _ => ("Self-scan", "self-scan.pdf", &types.document),
    };
    let number = match &item.message {
        Message::Record(record) => record.data.get("number"),
        message => message.submission().and_then(|submission| submission.data.get("version")),
    };
    let number = number.and_then(Value::as_i64).unwrap_or(1);
    Ok(json!({
        "identificatie": document_identification(item),
        "bronorganisatie": settings.rsin,
        "creatiedatum": day,
        "titel": format!("{title}, versie {number}"),
        "auteur": SOURCE,
        "taal": iso_639_2("nl"),
        "formaat": MIME,
        "bestandsnaam": name,
        "bestandsomvang": document.len(),
        "inhoud": data_encoding::BASE64.encode(document),
        "status": "definitief",
        "vertrouwelijkheidaanduiding": settings.confidentiality,
        "indicatieGebruiksrecht": false,
        "informatieobjecttype": kind,
        "integriteit": { "algoritme": "sha_256", "waarde": hash(item)?, "datum": day },
    }))
}

pub(super) fn relation(item: &Item) -> Result<Value, Failure> {
    Ok(
        json!({ "zaak": item.address(Step::Case)?, "informatieobject": item.address(Step::Document)?, "titel": if item.message.record().is_some() { "Afspraken" } else { "Self-scan" } }),
    )
}

pub(super) fn initiator(types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    let bsn = item.bsn.as_deref().ok_or_else(|| Failure::Refused("no-bsn".to_owned()))?;
    Ok(json!({
        "zaak": item.address(Step::Case)?,
        "betrokkeneType": "natuurlijk_persoon",
        "roltype": needed(types)?.initiator,
        "roltoelichting": "inwoner",
        "betrokkeneIdentificatie": { "inpBsn": bsn },
    }))
}

/// The data of the object: that of the record, or that of the submission under the id of the case.
pub(super) fn data(item: &Item) -> Result<Value, Failure> {
    if let Some(record) = item.message.record() {
        return Ok(item.said_since.clone().unwrap_or_else(|| record.data.clone()));
    }
    let mut data = item.said_since.clone().map_or_else(|| submission(item).map(|submission| submission.data.clone()), Ok)?;
    if let Some(data) = data.as_object_mut() {
        data.insert("submissionId".to_owned(), json!(item.delivery));
    }
    Ok(data)
}

/// The key of the object of a message.
pub(super) fn object_id(item: &Item) -> &str {
    item.message.record().map_or(&item.delivery, |record| &record.id)
}

pub(super) fn object(kind: &Kind, item: &Item) -> Result<Value, Failure> {
    Ok(json!({
        "uuid": object_id(item),
        "type": kind.url,
        "record": {
            "typeVersion": kind.version,
            "startAt": day(item)?,
            "data": data(item)?,
            "references": [{ "type": "zaak", "url": item.address(Step::Case)? }],
        },
    }))
}

pub(super) fn case_object(kind: &Kind, object: Step, item: &Item) -> Result<Value, Failure> {
    Ok(json!({
        "zaak": item.address(Step::Case)?,
        "object": item.address(object)?,
        "objectType": "overige",
        "objectTypeOverigeDefinitie": {
            "url": format!("{}/versions/{}", kind.url, kind.version),
            "schema": ".jsonSchema",
            "objectData": ".record.data",
        },
    }))
}

pub(super) fn status(types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    let at = item.message.begun_at().ok_or_else(|| missing("day"))?;
    set_status(&needed(types)?.first_status, at, "Ontvangen via het inwonerportaal", item)
}

/// The status that an agreement gives.
pub(super) fn agreed(kind: &str, item: &Item) -> Result<Value, Failure> {
    set_status(kind, &record(item)?.at, "Vastgelegd via het inwonerportaal", item)
}

fn set_status(kind: &str, at: &str, why: &str, item: &Item) -> Result<Value, Failure> {
    Ok(json!({ "zaak": item.address(Step::Case)?, "statustype": kind, "datumStatusGezet": at, "statustoelichting": why }))
}

pub(super) fn change(kind: &Kind, item: &Item) -> Result<Value, Failure> {
    Ok(json!({ "record": { "typeVersion": kind.version, "startAt": day(item)?, "data": data(item)? } }))
}

pub(super) fn contact(item: &Item) -> Result<Value, Failure> {
    let Message::Contact(contact) = &item.message else { return Err(Failure::Refused("no-contact".to_owned())) };
    let case = item.address(Step::Case)?.rsplit('/').next().unwrap_or_default();
    Ok(json!({
        "klantcontact": {
            "kanaal": SOURCE,
            "onderwerp": contact.subject,
            "inhoud": contact.text,
            "indicatieContactGelukt": true,
            "taal": contact.language,
            "vertrouwelijk": true,
            "plaatsgevondenOp": contact.at,
            "referentienummer": contact.number.to_string(),
        },
        "betrokkene": { "wasPartij": null, "rol": "klant", "initiator": false },
        "onderwerpobject": {
            "onderwerpobjectidentificator": {
                "objectId": case,
                "codeObjecttype": "zgw-Zaak",
                "codeRegister": "openzaak",
                "codeSoortObjectId": "uuid",
            },
        },
    }))
}

#[cfg(test)]
mod tests;
