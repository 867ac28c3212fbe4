//! The bodies of the calls. Each field stands with its reason in [`crate::sync::minimal`].

use super::catalogue::Types;
use crate::settings::ZgwSettings;
use crate::sync::message::{Message, Submission, iso_639_2};
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
    let (types, submission) = (needed(types)?, submission(item)?);
    let mut body = json!({
        "identificatie": item.identification,
        "bronorganisatie": settings.rsin,
        "verantwoordelijkeOrganisatie": settings.rsin,
        "zaaktype": types.case,
        "registratiedatum": submission.sent_on,
        "startdatum": submission.sent_on,
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
    let (types, submission) = (needed(types)?, submission(item)?);
    let document = item.document.as_deref().unwrap_or_default();
    let version = submission.data.get("version").and_then(Value::as_i64).unwrap_or(1);
    Ok(json!({
        "identificatie": document_identification(item),
        "bronorganisatie": settings.rsin,
        "creatiedatum": submission.sent_on,
        "titel": format!("Self-scan, versie {version}"),
        "auteur": SOURCE,
        "taal": iso_639_2("nl"),
        "formaat": MIME,
        "bestandsnaam": "self-scan.pdf",
        "bestandsomvang": document.len(),
        "inhoud": data_encoding::BASE64.encode(document),
        "status": "definitief",
        "vertrouwelijkheidaanduiding": settings.confidentiality,
        "indicatieGebruiksrecht": false,
        "informatieobjecttype": types.document,
        "integriteit": { "algoritme": "sha_256", "waarde": hash(item)?, "datum": submission.sent_on },
    }))
}

pub(super) fn relation(item: &Item) -> Result<Value, Failure> {
    Ok(json!({ "zaak": item.address(Step::Case)?, "informatieobject": item.address(Step::Document)?, "titel": "Self-scan" }))
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

/// The data of the object: that of the message, under the id of the case.
pub(super) fn data(item: &Item) -> Result<Value, Failure> {
    let mut data = submission(item)?.data.clone();
    if let Some(data) = data.as_object_mut() {
        data.insert("submissionId".to_owned(), json!(item.delivery));
    }
    Ok(data)
}

pub(super) fn object(types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    let types = needed(types)?;
    Ok(json!({
        "uuid": item.delivery,
        "type": types.object,
        "record": {
            "typeVersion": types.object_version,
            "startAt": submission(item)?.sent_on,
            "data": data(item)?,
            "references": [{ "type": "zaak", "url": item.address(Step::Case)? }],
        },
    }))
}

pub(super) fn case_object(types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    let types = needed(types)?;
    Ok(json!({
        "zaak": item.address(Step::Case)?,
        "object": item.address(Step::Object)?,
        "objectType": "overige",
        "objectTypeOverigeDefinitie": {
            "url": format!("{}/versions/{}", types.object, types.object_version),
            "schema": ".jsonSchema",
            "objectData": ".record.data",
        },
    }))
}

pub(super) fn status(types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    Ok(json!({
        "zaak": item.address(Step::Case)?,
        "statustype": needed(types)?.first_status,
        "datumStatusGezet": submission(item)?.status_at,
        "statustoelichting": "Ontvangen via het inwonerportaal",
    }))
}

pub(super) fn change(types: Option<&Types>, item: &Item) -> Result<Value, Failure> {
    Ok(json!({
        "record": { "typeVersion": needed(types)?.object_version, "startAt": submission(item)?.sent_on, "data": data(item)? },
    }))
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
    use std::collections::{BTreeMap, BTreeSet};

    fn item(message: Message) -> Item {
        let steps = [Step::Case, Step::Document, Step::Object];
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
        Types { case: url("case"), first_status: url("status"), initiator: url("role"), document: url("document"), object: url("object"), object_version: 1 }
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
        vec![
            ("case", case(&settings, types, &sent).unwrap()),
            ("document", document(&settings, types, &sent).unwrap()),
            ("relation", relation(&sent).unwrap()),
            ("initiator", initiator(types, &sent).unwrap()),
            ("object", object(types, &sent).unwrap()),
            ("case_object", case_object(types, &sent).unwrap()),
            ("status", status(types, &sent).unwrap()),
            ("contact", contact(&item(Message::Contact(said))).unwrap()),
        ]
    }

    #[test]
    fn what_leaves_is_what_the_table_says_with_its_reason() {
        for (step, body) in bodies() {
            let mut sent = BTreeSet::new();
            paths(&body, "", &mut sent);
            let listed: BTreeSet<String> = FIELDS.iter().filter(|field| field.step == step).map(|field| field.path.to_owned()).collect();
            assert_eq!(sent, listed, "{step}");
        }
        let change = change(Some(&types()), &item(submission())).unwrap();
        assert_eq!(change["record"]["data"], object(Some(&types()), &item(submission())).unwrap()["record"]["data"], "the same fields as the object");
        assert!(FIELDS.iter().all(|field| !field.why.is_empty()));
    }

    #[test]
    fn the_number_of_a_person_stands_where_it_identifies_and_nowhere_else() {
        let holds = |body: &Value| body.to_string().contains("999993653");
        let with: Vec<&str> = bodies().iter().filter(|(_, body)| holds(body)).map(|(step, _)| *step).collect();
        assert_eq!(with, ["initiator"]);
    }
}
