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
        return Ok(record.data.clone());
    }
    let mut data = submission(item)?.data.clone();
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
mod tests {
    use super::*;
    use crate::sync::message::Contact;
    use crate::sync::minimal::FIELDS;
    use crate::sync::record::RecordKind;
    use std::collections::{BTreeMap, BTreeSet};

    fn item(message: Message) -> Item {
        let steps = [Step::Case, Step::Document, Step::Object, Step::Record];
        Item {
            delivery: "0199a1a2-0000-7000-8000-000000000001".into(),
            identification: "P-AGM2DIQAABYABAAAAAAAAAAAAE".into(),
            follows: Some("https://zaken.example.test/zaken/api/v1/zaken/0".into()),
            id: "m".into(),
            seq: 1,
            message,
            refs: steps.map(|step| (step, format!("https://zaken.example.test/{}", step.as_str()))).into(),
            bsn: Some("999993653".into()),
            document: Some(b"%PDF".to_vec()),
        }
    }

    fn submission() -> Message {
        let content = crate::content::Content::load(&crate::settings::Settings::default()).unwrap();
        let raw = |choice: &str| domain::intake::Kept::Given(domain::intake::Raw { choices: vec![choice.into()], ..Default::default() });
        let answer = |step: &str, choice: &str| domain::intake::ScanAnswer {
            step: step.into(),
            domain: Some(domain::intake::Domain::Work),
            visible: domain::intake::Visibility::K,
            state: domain::intake::AnswerState::Given,
            kept: Some(raw(choice)),
            asked: BTreeMap::new(),
        };
        let scan = domain::intake::SelfScan {
            number: 1,
            route: domain::intake::Route::Whole,
            channel: domain::intake::Channel::Own,
            agreement: None,
            language: "nl".into(),
            skipped_domains: vec![domain::intake::Domain::Money],
            answers: vec![answer("W3", "not_now"), answer("W10", "help")],
            most_important: vec![domain::intake::Domain::Work],
            proposals: Vec::new(),
            shared: Vec::new(),
        };
        let data = crate::sync::message::object_data(&content, "id", "MD-2345-6789", "2026-11-23", &scan);
        Message::Submission(Submission { scan: "s".into(), sent_on: "2026-11-23".into(), status_at: "2026-11-23T09:00:00.000Z".into(), data })
    }

    fn types() -> Types {
        let url = |name: &str| format!("https://catalogi.example.test/{name}");
        Types {
            case: url("case"),
            first_status: url("status"),
            agreed_status: Some(url("agreed")),
            initiator: url("role"),
            document: url("document"),
            agreement_document: Some(url("agreement-document")),
            object: kind(),
        }
    }

    fn kind() -> Kind {
        Kind { url: "https://objecten.example.test/type".into(), version: 1 }
    }

    /// A record with the fields that its published schema asks for.
    fn record(of: RecordKind, document: Option<i64>) -> Message {
        let schema: Value = serde_json::from_str(of.object_type().schema).unwrap();
        let data = schema["required"].as_array().unwrap().iter().map(|name| (name.as_str().unwrap().to_owned(), json!(1))).collect();
        let at = "2026-11-23T09:00:00.000Z".to_owned();
        let id = "0199a1a2-0000-4000-8000-000000000002".into();
        Message::Record(Record { of, id, day: "2026-11-23".into(), begun_at: at.clone(), at, data: Value::Object(data), document })
    }

    /// The paths of everything in a body, `[]` for each of a list.
    fn paths(value: &Value, path: &str, all: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(name, value)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                paths(value, &path, all);
            }),
            Value::Array(list) => list.iter().for_each(|value| paths(value, &format!("{path}[]"), all)),
            _ => drop(all.insert(path.to_owned())),
        }
    }

    fn bodies() -> Vec<(&'static str, Value)> {
        let (types, settings) = (types(), ZgwSettings::default());
        let (types, sent) = (Some(&types), item(submission()));
        let said = Contact { number: 1, subject: "s".into(), text: "t".into(), at: "2026-11-23T09:00:00.000Z".into(), language: "nld".into() };
        let signed = item(record(RecordKind::Agreement, Some(1)));
        let records = RecordKind::ALL.map(|of| (of.as_str(), object(&kind(), &item(record(of, None))).unwrap()));
        let mut all = vec![
            ("case", case(&settings, types, &sent).unwrap()),
            ("document", document(&settings, types, &sent).unwrap()),
            ("relation", relation(&sent).unwrap()),
            ("initiator", initiator(types, &sent).unwrap()),
            ("object", object(&kind(), &sent).unwrap()),
            ("case_object", case_object(&kind(), Step::Object, &sent).unwrap()),
            ("status", status(types, &sent).unwrap()),
            ("contact", contact(&item(Message::Contact(said))).unwrap()),
            ("case", case(&settings, types, &signed).unwrap()),
            ("document", document(&settings, types, &signed).unwrap()),
            ("relation", relation(&signed).unwrap()),
            ("case_object", case_object(&kind(), Step::Record, &signed).unwrap()),
            ("status", status(types, &signed).unwrap()),
            ("status", agreed("https://catalogi.example.test/agreed", &signed).unwrap()),
        ];
        all.extend(records);
        all
    }

    #[test]
    fn what_leaves_is_what_the_table_says_with_its_reason() {
        for (step, body) in bodies() {
            let mut sent = BTreeSet::new();
            paths(&body, "", &mut sent);
            let listed: BTreeSet<String> = FIELDS.iter().filter(|field| field.step == step).map(|field| field.path.to_owned()).collect();
            assert_eq!(sent, listed, "{step}");
        }
        for message in [submission(), record(RecordKind::Agreement, None), record(RecordKind::Milestone, None)] {
            let change = change(&kind(), &item(message.clone())).unwrap();
            assert_eq!(change["record"]["data"], object(&kind(), &item(message)).unwrap()["record"]["data"], "the same fields as the object");
        }
        assert!(FIELDS.iter().all(|field| !field.why.is_empty()));
    }

    #[test]
    fn the_number_of_a_person_stands_where_it_identifies_and_nowhere_else() {
        let holds = |body: &Value| body.to_string().contains("999993653");
        let with: Vec<&str> = bodies().iter().filter(|(_, body)| holds(body)).map(|(step, _)| *step).collect();
        assert_eq!(with, ["initiator"]);
    }
}
