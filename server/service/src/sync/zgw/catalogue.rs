//! The types of the municipality, looked up by name and day, and remembered for a day.

use super::Zgw;
use super::http::Proof;
use crate::settings::ZgwSettings;
use crate::sync::Failure;
use crate::sync::record::RecordKind;
use crate::sync::types::{ObjectType, SELF_SCAN};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The types that a case of one day needs, by their addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Types {
    /// The case type (zaaktype).
    pub case: String,
    /// The status type with the lowest number.
    pub first_status: String,
    /// The role type of the initiator.
    pub initiator: String,
    /// The status type of a signed agreement, where there is one before the last.
    pub agreed_status: Option<String>,
    /// The document type of a self-scan.
    pub document: String,
    /// The document type of an agreement.
    pub agreement_document: Option<String>,
    /// The object type of a self-scan.
    pub object: Kind,
}

/// A version of an object type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The address of the type.
    pub url: String,
    /// The version that we write.
    pub version: i64,
}

/// What was looked up, by day.
#[derive(Default)]
pub struct Catalogue {
    days: Mutex<BTreeMap<String, Arc<Types>>>,
    records: Mutex<BTreeMap<(String, &'static str), Arc<Kind>>>,
}

#[derive(Deserialize)]
struct Pages<T> {
    results: Vec<T>,
}

#[derive(Deserialize)]
struct Catalog {
    url: String,
}

#[derive(Deserialize)]
struct CaseType {
    url: String,
    #[serde(default)]
    concept: bool,
}

#[derive(Deserialize)]
struct StatusType {
    url: String,
    #[serde(default)]
    omschrijving: String,
    #[serde(default)]
    volgnummer: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoleType {
    url: String,
    #[serde(default)]
    omschrijving_generiek: String,
}

#[derive(Deserialize)]
struct DocumentType {
    url: String,
    #[serde(default)]
    omschrijving: String,
    #[serde(default)]
    concept: bool,
}

#[derive(Deserialize)]
struct ObjectTypeRow {
    url: String,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct ObjectVersion {
    version: i64,
    #[serde(default)]
    status: String,
}

/// A new version of a type counts for new days only; what was looked up on a few days is enough.
const REMEMBERED: usize = 30;

fn known<K: Ord, T>(all: &Mutex<BTreeMap<K, Arc<T>>>, key: &K) -> Option<Arc<T>> {
    all.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
}

fn remember<K: Ord, T>(all: &Mutex<BTreeMap<K, Arc<T>>>, key: K, found: T) -> Arc<T> {
    let found = Arc::new(found);
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    while all.len() >= REMEMBERED {
        all.pop_first();
    }
    all.insert(key, Arc::clone(&found));
    found
}

impl Catalogue {
    /// The types for a case that begins on `day`.
    ///
    /// # Errors
    /// `Failure::Refused` with a code that names what is missing.
    pub async fn types(&self, zgw: &Zgw, day: &str) -> Result<Arc<Types>, Failure> {
        let day = day.to_owned();
        match known(&self.days, &day) {
            Some(types) => Ok(types),
            None => look_up(zgw, &day).await.map(|types| remember(&self.days, day, types)),
        }
    }

    /// The object type of a record of `day`.
    ///
    /// # Errors
    /// As for the types.
    pub async fn record(&self, zgw: &Zgw, day: &str, of: &ObjectType) -> Result<Arc<Kind>, Failure> {
        let key = (day.to_owned(), of.name);
        match known(&self.records, &key) {
            Some(kind) => Ok(kind),
            None => look_up_kind(zgw, of.name, of.version).await.map(|kind| remember(&self.records, key, kind)),
        }
    }

    /// Forgets everything: the types may have changed.
    pub fn forget(&self) {
        self.days.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.records.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

pub(super) fn missing(what: &str) -> Failure {
    Failure::Refused(format!("no-{what}"))
}

/// Something that is not there is a matter of settings, not of a case that was removed.
fn here<T>(found: Result<T, Failure>, what: &str) -> Result<T, Failure> {
    found.map_err(|failure| if failure == Failure::Removed { missing(what) } else { failure })
}

async fn look_up(zgw: &Zgw, day: &str) -> Result<Types, Failure> {
    let (root, settings) = (&zgw.settings.catalogue, &zgw.settings);
    let text = |text: &str| text.to_owned();
    let query = vec![("domein", settings.catalogue_domain.clone()), ("rsin", settings.rsin.clone())];
    let catalogs: Pages<Catalog> = here(zgw.get(format!("{root}/catalogussen"), query, Proof::Token).await, "catalogue")?;
    let catalog = catalogs.results.into_iter().next().ok_or_else(|| missing("catalogue"))?.url;
    let query =
        vec![("identificatie", settings.case_type.clone()), ("catalogus", catalog.clone()), ("datumGeldigheid", text(day)), ("status", text("definitief"))];
    let cases: Pages<CaseType> = here(zgw.get(format!("{root}/zaaktypen"), query, Proof::Token).await, "case-type")?;
    let case = cases.results.into_iter().find(|t| !t.concept).ok_or_else(|| missing("case-type"))?.url;
    let of_case = || vec![("zaaktype", case.clone())];
    let statuses: Pages<StatusType> = here(zgw.get(format!("{root}/statustypen"), of_case(), Proof::Token).await, "status-type")?;
    let statuses = statuses.results;
    let last = statuses.iter().map(|t| t.volgnummer).max().unwrap_or_default();
    // The last one closes a case: an agreement never does.
    let agrees = |t: &&StatusType| t.omschrijving == settings.agreed_status && t.volgnummer < last;
    let agreed_status = statuses.iter().find(agrees).map(|t| t.url.clone());
    let first_status = statuses.into_iter().min_by_key(|t| t.volgnummer).ok_or_else(|| missing("status-type"))?.url;
    let roles: Pages<RoleType> = here(zgw.get(format!("{root}/roltypen"), of_case(), Proof::Token).await, "role-type")?;
    let initiator = roles.results.into_iter().find(|t| t.omschrijving_generiek == "initiator").ok_or_else(|| missing("role-type"))?.url;
    let query = vec![("catalogus", catalog), ("status", text("definitief"))];
    let documents: Pages<DocumentType> = here(zgw.get(format!("{root}/informatieobjecttypen"), query, Proof::Token).await, "document-type")?;
    let called = |name: &str| documents.results.iter().find(|t| t.omschrijving == name && !t.concept).map(|t| t.url.clone());
    let document = called(&settings.document_type).ok_or_else(|| missing("document-type"))?;
    let agreement_document = called(&settings.agreement_document_type);
    let object = look_up_kind(zgw, &settings.object_type, SELF_SCAN.version).await?;
    Ok(Types { case, first_status, agreed_status, initiator, document, agreement_document, object })
}

async fn look_up_kind(zgw: &Zgw, name: &str, version: i64) -> Result<Kind, Failure> {
    let root = format!("{}/objecttypes", zgw.settings.objects);
    let objects: Pages<ObjectTypeRow> = here(zgw.get(root, Vec::new(), Proof::ObjectsKey).await, "object-type")?;
    let url = objects.results.into_iter().find(|t| t.name == name).ok_or_else(|| missing("object-type"))?.url;
    let versions: Pages<ObjectVersion> = here(zgw.get(format!("{url}/versions"), Vec::new(), Proof::ObjectsKey).await, "object-version")?;
    if !versions.results.iter().any(|v| v.version == version && v.status == "published") {
        return Err(missing("object-version"));
    }
    Ok(Kind { url, version })
}

/// Says in plain words what stands in the way of delivering today.
pub async fn check(zgw: &Zgw) -> Vec<String> {
    zgw.catalogue.forget();
    let day = zgw.http.today();
    let types = match zgw.types(&day).await {
        Ok(types) => types,
        Err(failure) => return vec![said(&zgw.settings, &day, &zgw.settings.object_type, SELF_SCAN.version, &failure)],
    };
    let mut all = Vec::new();
    if types.agreement_document.is_none() {
        all.push(format!("the catalogue has no published document type `{}` (backend.zgw.agreement_document_type)", zgw.settings.agreement_document_type));
    }
    for kind in RecordKind::ALL.map(RecordKind::object_type) {
        if let Err(failure) = zgw.catalogue.record(zgw, &day, &kind).await {
            all.push(said(&zgw.settings, &day, kind.name, kind.version, &failure));
        }
    }
    all
}

fn said(settings: &ZgwSettings, day: &str, object: &str, version: i64, failure: &Failure) -> String {
    let code = failure.code();
    match (failure, code.as_str()) {
        (Failure::NotSent(_), _) => {
            "the backend cannot be reached: check the addresses (backend.zgw.cases, documents, catalogue, objects) and the network".to_owned()
        }
        (Failure::Credentials(_), _) => {
            format!("the backend refuses our credentials or rights ({code}): check client_id, secret, objects_key and the rights of this client")
        }
        (_, "no-catalogue") => format!("there is no catalogue with domain `{}` and RSIN `{}`, or we may not see it", settings.catalogue_domain, settings.rsin),
        (_, "no-case-type") => format!("the catalogue has no published case type `{}` that holds on {day}", settings.case_type),
        (_, "no-status-type") => format!("the case type `{}` has no status types", settings.case_type),
        (_, "no-role-type") => format!("the case type `{}` has no role type with the general description `initiator`", settings.case_type),
        (_, "no-document-type") => format!("the catalogue has no published document type `{}`", settings.document_type),
        (_, "no-object-type") => format!("the Objects API has no object type `{object}`: run `portal backend install-types`"),
        (_, "no-object-version") => format!("the object type `{object}` has no published version {version}: run `portal backend install-types`"),
        _ => format!("the backend gave an answer that we do not understand ({code})"),
    }
}
