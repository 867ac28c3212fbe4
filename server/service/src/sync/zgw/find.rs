//! Looking up what a step may have left, and whether it is ours. More than one hit is never a choice.

use super::body::{SOURCE, data, document_identification, hash, object_id};
use super::http::Proof;
use super::{Made, Zgw, address};
use crate::sync::message::Message;
use crate::sync::{Failure, Found, Item, Remote, Step};
use chrono::DateTime;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A list of the standard: with pages, or a plain array.
#[derive(Deserialize)]
#[serde(untagged)]
enum List<T> {
    Pages { results: Vec<T> },
    Plain(Vec<T>),
}

impl<T> List<T> {
    fn rows(self) -> Vec<T> {
        match self {
            Self::Pages { results } => results,
            Self::Plain(rows) => rows,
        }
    }
}

#[derive(Deserialize)]
struct CaseRow {
    url: String,
    identificatie: String,
    #[serde(default)]
    kenmerken: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    kenmerk: String,
    bron: String,
}

#[derive(Deserialize)]
struct DocumentRow {
    url: String,
    #[serde(default)]
    integriteit: Option<Integrity>,
}

#[derive(Deserialize)]
struct Integrity {
    #[serde(default)]
    waarde: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoleRow {
    url: String,
    #[serde(default)]
    betrokkene_identificatie: Option<Person>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    #[serde(default)]
    inp_bsn: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct StatusRow {
    url: String,
    statustype: String,
    datum_status_gezet: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ContactRow {
    url: String,
    #[serde(default)]
    inhoud: String,
    plaatsgevonden_op: String,
}

#[derive(Deserialize)]
struct ObjectRow {
    url: String,
    record: Record,
}

#[derive(Deserialize)]
struct Record {
    data: Value,
}

/// None, one of ours, or something else.
fn one(rows: Vec<(String, bool)>) -> Found {
    match rows.as_slice() {
        [] => Found::Nothing,
        [(url, true)] => Found::Ours(Remote(url.clone())),
        _ => Found::NotOurs,
    }
}

impl Zgw {
    async fn list<T: DeserializeOwned>(&self, url: String, query: Vec<(&'static str, String)>, proof: Proof) -> Result<Vec<T>, Failure> {
        Ok(address(self.get::<List<T>>(url, query, proof).await)?.rows())
    }

    pub(super) async fn look_up(&self, step: Step, item: &Item) -> Result<Found, Failure> {
        let (cases, documents) = (&self.settings.cases, &self.settings.documents);
        let rsin = || ("bronorganisatie", self.settings.rsin.clone());
        let case = || item.address(Step::Case).map(ToOwned::to_owned);
        Ok(match step {
            Step::Case => {
                let query = vec![("identificatie", item.identification.clone()), rsin()];
                let rows: Vec<CaseRow> = self.list(format!("{cases}/zaken"), query, Proof::Token).await?;
                let ours =
                    |row: &CaseRow| row.identificatie == item.identification && row.kenmerken.iter().any(|m| m.kenmerk == item.delivery && m.bron == SOURCE);
                one(rows.into_iter().map(|row| (row.url.clone(), ours(&row))).collect())
            }
            Step::Document => {
                let query = vec![("identificatie", document_identification(item)), rsin()];
                let rows: Vec<DocumentRow> = self.list(format!("{documents}/enkelvoudiginformatieobjecten"), query, Proof::Token).await?;
                let hash = hash(item)?;
                let ours = |row: &DocumentRow| row.integriteit.as_ref().is_some_and(|i| i.waarde == hash);
                one(rows.into_iter().map(|row| (row.url.clone(), ours(&row))).collect())
            }
            Step::Relation => {
                let query = vec![("zaak", case()?), ("informatieobject", item.address(Step::Document)?.to_owned())];
                let rows: Vec<Made> = self.list(format!("{cases}/zaakinformatieobjecten"), query, Proof::Token).await?;
                one(rows.into_iter().map(|row| (row.url, true)).collect())
            }
            Step::Initiator => {
                let roltype = self.types(item.message.day().unwrap_or_default()).await?.initiator.clone();
                // The number is compared here: it does not stand in an address.
                let rows: Vec<RoleRow> = self.list(format!("{cases}/rollen"), vec![("zaak", case()?), ("roltype", roltype)], Proof::Token).await?;
                let ours = |row: &RoleRow| row.betrokkene_identificatie.as_ref().is_some_and(|p| Some(p.inp_bsn.as_str()) == item.bsn.as_deref());
                one(rows.into_iter().map(|row| (row.url.clone(), ours(&row))).collect())
            }
            Step::Record => self.object_there(item).await?.map_or(Found::Nothing, |row| {
                let ours = row.record.data.get("id").and_then(Value::as_str) == Some(object_id(item));
                one(vec![(row.url, ours)])
            }),
            Step::Object => self.object_there(item).await?.map_or(Found::Nothing, |row| {
                let ours = row.record.data.get("submissionId").and_then(Value::as_str) == Some(item.delivery.as_str());
                one(vec![(row.url, ours)])
            }),
            Step::CaseObject | Step::RecordLink => {
                let object = if step == Step::RecordLink { Step::Record } else { Step::Object };
                let query = vec![("zaak", case()?), ("object", item.address(object)?.to_owned())];
                let rows: Vec<Made> = self.list(format!("{cases}/zaakobjecten"), query, Proof::Token).await?;
                one(rows.into_iter().map(|row| (row.url, true)).collect())
            }
            Step::Status | Step::Agreed => {
                let types = self.types(item.message.day().unwrap_or_default()).await?;
                let (at, kind) = match step {
                    Step::Agreed => (item.message.record().map(|record| record.at.as_str()), types.agreed_status.as_deref()),
                    _ => (item.message.begun_at(), Some(types.first_status.as_str())),
                };
                let at = at.and_then(instant);
                let rows: Vec<StatusRow> = self.list(format!("{cases}/statussen"), vec![("zaak", case()?)], Proof::Token).await?;
                let same = rows.into_iter().filter(|row| instant(&row.datum_status_gezet) == at);
                one(same.map(|row| (row.url, Some(row.statustype.as_str()) == kind)).collect())
            }
            Step::Change => match self.object_there(item).await? {
                None => return Err(Failure::Removed),
                Some(row) if row.record.data == data(item)? => Found::Ours(Remote(row.url)),
                Some(_) => Found::Nothing,
            },
            Step::Contact => {
                let Message::Contact(contact) = &item.message else { return Err(Failure::Refused("no-contact".to_owned())) };
                let url = format!("{}/klantcontacten", self.settings.contacts);
                let rows: Vec<ContactRow> = self.list(url, vec![("referentienummer", contact.number.to_string())], Proof::ContactsKey).await?;
                // Other systems number their contacts too.
                let ours = |row: &ContactRow| row.inhoud == contact.text && instant(&row.plaatsgevonden_op) == instant(&contact.at);
                one(rows.into_iter().map(|row| (row.url.clone(), ours(&row))).collect())
            }
        })
    }

    async fn object_there(&self, item: &Item) -> Result<Option<ObjectRow>, Failure> {
        match self.get(format!("{}/objects/{}", self.settings.objects, object_id(item)), Vec::new(), Proof::ObjectsKey).await {
            Ok(row) => Ok(Some(row)),
            Err(Failure::Removed) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

/// A time as an instant: the standard gives it back in another spelling.
fn instant(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.timestamp_micros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_one_hit_is_never_a_choice() {
        let row = |url: &str, ours: bool| (url.to_owned(), ours);
        assert!(matches!(one(vec![]), Found::Nothing));
        assert!(matches!(one(vec![row("a", true)]), Found::Ours(Remote(url)) if url == "a"));
        for rows in [vec![row("a", false)], vec![row("a", true), row("b", true)], vec![row("a", true), row("b", false)]] {
            assert!(matches!(one(rows), Found::NotOurs));
        }
    }
}
