//! Variants of the catalogue, to be put on top of the seed (S22).

use super::{CaseType, rows};
use crate::clock::date;
use crate::config::StartError;
use crate::kind::Kind;
use crate::store::Row;
use crate::tx::{Action, Event, Tx, set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// A variant of the case type `brede-intake`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "variant", rename_all = "snake_case")]
pub enum Variant {
    /// It has the status "Afspraak vastgelegd", before the last one.
    AgreementStatus,
    /// There is a second version, valid from a day; the first one ends the day before.
    SecondVersion {
        /// The first day of the second version.
        begins: String,
    },
    /// There is a version that is not published and must never be chosen.
    Concept,
    /// No version is valid any more.
    NoneValid,
}

const NAME: &str = "brede-intake";

/// Puts a variant on top of what is there.
///
/// # Errors
/// [`StartError::Seed`] for a date that is none, or without the case type.
pub fn apply(tx: &mut Tx<'_>, variant: &Variant) -> Result<(), StartError> {
    let current = newest(tx).ok_or(StartError::Seed("case type"))?;
    match variant {
        Variant::AgreementStatus => agreement_status(tx, &current),
        Variant::SecondVersion { begins } => {
            let day_before = date(begins).and_then(|day| day.pred_opt()).ok_or(StartError::Seed("date"))?;
            end(tx, current.uuid, &day_before.to_string());
            rows::case_type(tx, current.parent.unwrap_or_default(), &CaseType::intake(begins))?;
        }
        Variant::Concept => {
            let concept = CaseType { concept: true, ..CaseType::intake("2025-01-01") };
            rows::case_type(tx, current.parent.unwrap_or_default(), &concept)?;
        }
        Variant::NoneValid => {
            let all: Vec<Uuid> = tx.store.all(Kind::CaseType).filter(|row| row.text("identificatie") == NAME).map(|row| row.uuid).collect();
            for uuid in all {
                end(tx, uuid, "2024-12-31");
            }
        }
    }
    if let Some(of) = newest(tx) {
        let (url, attributes) = (of.url().to_owned(), json!({ "catalogus": of.text("catalogus") }));
        tx.events.push(Event { channel: "zaaktypen", resource: "zaaktype", action: Action::Update, main: url.clone(), url, attributes });
    }
    Ok(())
}

/// The published version that begins last.
fn newest(tx: &Tx<'_>) -> Option<Row> {
    let published = |row: &&Row| row.text("identificatie") == NAME && row.body.get("concept") == Some(&Value::Bool(false));
    tx.store.all(Kind::CaseType).filter(published).max_by_key(|row| row.text("beginGeldigheid")).cloned()
}

fn end(tx: &mut Tx<'_>, uuid: Uuid, day: &str) {
    tx.store.update(Kind::CaseType, uuid, |row| {
        set(&mut row.body, "eindeGeldigheid", day.into());
        set(&mut row.body, "eindeObject", day.into());
    });
}

fn agreement_status(tx: &mut Tx<'_>, of: &Row) {
    let last = tx.store.parts(Kind::StatusType, of.uuid).find(|row| row.body.get("isEindstatus") == Some(&Value::Bool(true))).cloned();
    let Some(last) = last else { return };
    let number = last.body.get("volgnummer").and_then(Value::as_u64).unwrap_or_default();
    tx.store.update(Kind::StatusType, last.uuid, |row| set(&mut row.body, "volgnummer", (number + 1).into()));
    let mut body = last.body;
    set(&mut body, "omschrijving", "Afspraak vastgelegd".into());
    set(&mut body, "isEindstatus", false.into());
    let uuid = tx.store.new_id();
    tx.insert(Kind::StatusType, uuid, Some(of.uuid), body, Value::Null);
}
