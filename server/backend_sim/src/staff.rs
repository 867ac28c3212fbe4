//! What staff of the municipality do in their own case system (section 11.5): through the same rules and the same commit as calls.

use crate::call::{Call, Caller};
use crate::clock;
use crate::kind::Kind;
use crate::problem::Problem;
use crate::route::{ROUTES, Route};
use crate::seed::variant::{self, Variant};
use crate::shared::Shared;
use crate::shown::{current_status, shown};
use crate::store::Row;
use crate::tx::Tx;
use chrono::Duration;
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// One act of staff. `case` is the uuid or the identificatie of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Sets the next status, or the one with this number.
    SetStatus {
        /// The case.
        case: String,
        /// The volgnummer of the status type.
        #[serde(default)]
        number: Option<u64>,
        /// An explanation.
        #[serde(default)]
        explanation: String,
    },
    /// Sets a result, unless there is one, and the last status.
    Close {
        /// The case.
        case: String,
        /// An explanation.
        #[serde(default)]
        explanation: String,
    },
    /// Adds a document to the case.
    AddDocument {
        /// The case.
        case: String,
        /// Its title.
        title: String,
    },
    /// Adds a contact about the case.
    AddContact {
        /// The case.
        case: String,
        /// The subject.
        subject: String,
        /// The text.
        #[serde(default)]
        text: String,
    },
    /// Removes the case and its parts.
    RemoveCase {
        /// The case.
        case: String,
    },
    /// Publishes a new version of the case type, valid from a day.
    PublishCaseType {
        /// The first day.
        begins: String,
    },
    /// Withdraws the rights of all callers.
    WithdrawRights,
    /// Gives them back.
    RestoreRights,
}

impl Shared {
    /// Does what staff do. Gives what was made, or null.
    ///
    /// # Errors
    /// As the rule behind it; 404 for a case that is not there.
    pub fn staff(&self, act: &Act) -> Result<Value, Problem> {
        match act {
            Act::WithdrawRights | Act::RestoreRights => {
                self.lock().switches.rights_withdrawn = *act == Act::WithdrawRights;
                Ok(Value::Null)
            }
            Act::PublishCaseType { begins } => self.act(|tx| {
                let wrong = |_| Problem::field("begins", "invalid", "Geen geldige datum.");
                variant::apply(tx, &Variant::SecondVersion { begins: begins.clone() }).map_err(wrong)?;
                Ok(Value::Null)
            }),
            Act::SetStatus { case, number, explanation } => self.act(|tx| set_status(tx, &find(tx, case)?, *number, explanation)),
            Act::Close { case, explanation } => self.act(|tx| close(tx, &find(tx, case)?, explanation)),
            Act::AddDocument { case, title } => self.act(|tx| add_document(tx, &find(tx, case)?, title)),
            Act::AddContact { case, subject, text } => self.act(|tx| add_contact(tx, &find(tx, case)?, subject, text)),
            Act::RemoveCase { case } => self.act(|tx| {
                let uuid = find(tx, case)?.uuid;
                call(tx, "zaak.delete", vec![uuid.to_string()], Value::Null)
            }),
        }
    }

    /// The cases as staff see them, newest first, each with its status and its contacts.
    #[must_use]
    pub fn cases(&self) -> Vec<Value> {
        let mut state = self.lock();
        let tx = self.tx(&mut state);
        tx.store.all(Kind::Case).rev().map(|case| overview(&tx, case)).collect()
    }
}

fn overview(tx: &Tx<'_>, case: &Row) -> Value {
    let name = |status: &Row| tx.at(Kind::StatusType, status.text("statustype")).map(|of| of.text("omschrijving").to_owned());
    let status = current_status(tx.store, case.uuid);
    let closed = case.body.get("einddatum").is_some_and(|end| !end.is_null());
    json!({
        "uuid": case.uuid,
        "identificatie": case.text("identificatie"),
        "omschrijving": case.text("omschrijving"),
        "startdatum": case.text("startdatum"),
        "status": status.and_then(name),
        "gesloten": closed,
        "documenten": tx.store.parts(Kind::CaseDocument, case.uuid).count(),
        "zaak": shown(tx, Kind::Case, case),
    })
}

fn find(tx: &Tx<'_>, case: &str) -> Result<Row, Problem> {
    let uuid = Uuid::parse_str(case).ok();
    let found = tx.store.all(Kind::Case).find(|row| Some(row.uuid) == uuid || row.text("identificatie") == case);
    found.cloned().ok_or(Problem::not_found())
}

/// Runs the rule of a route as staff.
fn call(tx: &mut Tx<'_>, step: &str, ids: Vec<String>, body: Value) -> Result<Value, Problem> {
    let route: &'static Route = ROUTES.iter().find(|route| route.step == step).ok_or(Problem::not_found())?;
    let call = Call { route, ids, query: Vec::new(), body, caller: Caller::Staff };
    Ok((route.run)(tx, &call)?.json().cloned().unwrap_or_default())
}

fn type_of(tx: &Tx<'_>, case: &Row) -> Result<Row, Problem> {
    tx.at(Kind::CaseType, case.text("zaaktype")).cloned().ok_or(Problem::not_found())
}

fn number_of(row: &Row) -> u64 {
    row.body.get("volgnummer").and_then(Value::as_u64).unwrap_or_default()
}

/// Sets the status with this number; without one, the next.
fn set_status(tx: &mut Tx<'_>, case: &Row, number: Option<u64>, explanation: &str) -> Result<Value, Problem> {
    let current = current_status(tx.store, case.uuid).cloned();
    let now_at = current.as_ref().and_then(|s| tx.at(Kind::StatusType, s.text("statustype"))).map_or(0, number_of);
    let wanted = number.unwrap_or(now_at + 1);
    let of = type_of(tx, case)?.uuid;
    let kind = tx.store.parts(Kind::StatusType, of).find(|row| number_of(row) == wanted).map(|row| row.url().to_owned());
    let kind = kind.ok_or_else(|| Problem::field("number", "invalid", "Er is geen status met dit nummer."))?;
    // Two acts in one microsecond must not have the same key.
    let latest = current.and_then(|status| clock::moment(status.text("datumStatusGezet")));
    let at = latest.map_or(tx.now, |latest| tx.now.max(latest + Duration::microseconds(1)));
    tx.now = at;
    let body = json!({ "zaak": case.url(), "statustype": kind, "datumStatusGezet": clock::written(at), "statustoelichting": explanation });
    call(tx, "status.create", Vec::new(), body)
}

fn close(tx: &mut Tx<'_>, case: &Row, explanation: &str) -> Result<Value, Problem> {
    let of = type_of(tx, case)?.uuid;
    if tx.store.parts(Kind::Result, case.uuid).next().is_none() {
        let kind = tx.store.parts(Kind::ResultType, of).next().map(|row| row.url().to_owned()).ok_or(Problem::not_found())?;
        let body = json!({ "zaak": case.url(), "resultaattype": kind, "toelichting": explanation });
        call(tx, "resultaat.create", Vec::new(), body)?;
    }
    let last = tx.store.parts(Kind::StatusType, of).map(number_of).max();
    set_status(tx, case, last, explanation)
}

fn add_document(tx: &mut Tx<'_>, case: &Row, title: &str) -> Result<Value, Problem> {
    let of = tx.store.all(Kind::DocumentType).next().map(|row| row.url().to_owned()).ok_or(Problem::not_found())?;
    let content = format!("%PDF-1.4\n% nagebootst: {title}\n%%EOF\n");
    let document = call(
        tx,
        "document.create",
        Vec::new(),
        json!({
            "informatieobjecttype": of, "bronorganisatie": case.text("bronorganisatie"), "creatiedatum": clock::day(tx.now), "titel": title,
            "auteur": "Gemeente (nagebootst)", "taal": "nld", "formaat": "application/pdf", "bestandsnaam": "document.pdf", "status": "definitief",
            "inhoud": BASE64.encode(content.as_bytes()), "bestandsomvang": content.len(), "indicatieGebruiksrecht": false,
        }),
    )?;
    call(tx, "zio.create", Vec::new(), json!({ "zaak": case.url(), "informatieobject": document.get("url"), "titel": title }))?;
    Ok(document)
}

/// A contact for the initiator of the case, if the municipality knows them, about the case.
fn add_contact(tx: &mut Tx<'_>, case: &Row, subject: &str, text: &str) -> Result<Value, Problem> {
    let initiator = tx.store.parts(Kind::Role, case.uuid).find(|role| role.text("omschrijvingGeneriek") == "initiator");
    let bsn = initiator.and_then(|role| role.body.pointer("/betrokkeneIdentificatie/inpBsn").cloned());
    let known = |row: &&Row| bsn.is_some() && row.body.pointer("/partijIdentificator/objectId") == bsn.as_ref();
    let party = tx.store.all(Kind::PartyIdentifier).find(known).and_then(|row| row.parent);
    let contact = json!({
        "kanaal": "Inwonerportaal", "onderwerp": subject, "inhoud": text, "indicatieContactGelukt": true, "taal": "nld", "vertrouwelijk": true,
    });
    let participant = party.map(|uuid| json!({ "wasPartij": { "uuid": uuid }, "rol": "klant", "initiator": false }));
    let about = json!({ "onderwerpobjectidentificator": {
        "objectId": case.uuid, "codeObjecttype": "zgw-Zaak", "codeRegister": "openzaak", "codeSoortObjectId": "uuid",
    } });
    let body = json!({ "klantcontact": contact, "betrokkene": participant, "onderwerpobject": about });
    let route: &'static Route = ROUTES.iter().find(|route| route.path == "/maak-klantcontact").ok_or(Problem::not_found())?;
    let call = Call { route, ids: Vec::new(), query: Vec::new(), body, caller: Caller::Staff };
    Ok((route.run)(tx, &call)?.json().cloned().unwrap_or_default())
}
