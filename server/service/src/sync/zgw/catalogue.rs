//! The types of the municipality, looked up by name and day, and remembered for a day.

use super::Zgw;
use super::http::Proof;
use crate::sync::Failure;
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
    /// The document type.
    pub document: String,
    /// The object type.
    pub object: String,
    /// The version of the object type that we write.
    pub object_version: i64,
}

/// What was looked up, by day.
#[derive(Default)]
pub struct Catalogue(Mutex<BTreeMap<String, Arc<Types>>>);

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
struct ObjectType {
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

/// The version of our own object type that this program writes.
const OBJECT_VERSION: i64 = 1;

impl Catalogue {
    /// The types for a case that begins on `day`.
    ///
    /// # Errors
    /// `Failure::Refused` with a code that names what is missing.
    pub async fn types(&self, zgw: &Zgw, day: &str) -> Result<Arc<Types>, Failure> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(day).cloned();
        if let Some(types) = known {
            return Ok(types);
        }
        let types = Arc::new(look_up(zgw, day).await?);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A new version of a type counts for new days only; a few days are enough.
        while all.len() > 30 {
            all.pop_first();
        }
        all.insert(day.to_owned(), Arc::clone(&types));
        Ok(types)
    }

    /// Forgets everything: the types may have changed.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

fn missing(what: &str) -> Failure {
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
    let first_status = statuses.results.into_iter().min_by_key(|t| t.volgnummer).ok_or_else(|| missing("status-type"))?.url;
    let roles: Pages<RoleType> = here(zgw.get(format!("{root}/roltypen"), of_case(), Proof::Token).await, "role-type")?;
    let initiator = roles.results.into_iter().find(|t| t.omschrijving_generiek == "initiator").ok_or_else(|| missing("role-type"))?.url;
    let query = vec![("catalogus", catalog), ("status", text("definitief"))];
    let documents: Pages<DocumentType> = here(zgw.get(format!("{root}/informatieobjecttypen"), query, Proof::Token).await, "document-type")?;
    let document = documents.results.into_iter().find(|t| t.omschrijving == settings.document_type && !t.concept).ok_or_else(|| missing("document-type"))?.url;
    let objects: Pages<ObjectType> = here(zgw.get(format!("{}/objecttypes", settings.objects), Vec::new(), Proof::ObjectsKey).await, "object-type")?;
    let object = objects.results.into_iter().find(|t| t.name == settings.object_type).ok_or_else(|| missing("object-type"))?.url;
    let versions: Pages<ObjectVersion> = here(zgw.get(format!("{object}/versions"), Vec::new(), Proof::ObjectsKey).await, "object-version")?;
    if !versions.results.iter().any(|v| v.version == OBJECT_VERSION && v.status == "published") {
        return Err(missing("object-version"));
    }
    Ok(Types { case, first_status, initiator, document, object, object_version: OBJECT_VERSION })
}

/// Says in plain words what stands in the way of delivering today.
pub async fn check(zgw: &Zgw) -> Vec<String> {
    zgw.catalogue.forget();
    let day = zgw.http.today();
    let settings = &zgw.settings;
    let Err(failure) = zgw.types(&day).await else { return Vec::new() };
    let code = failure.code();
    let said = match (&failure, code.as_str()) {
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
        (_, "no-object-type") => format!("the Objects API has no object type `{}`: run `portal backend install-types`", settings.object_type),
        (_, "no-object-version") => {
            format!("the object type `{}` has no published version {OBJECT_VERSION}: run `portal backend install-types`", settings.object_type)
        }
        _ => format!("the backend gave an answer that we do not understand ({code})"),
    };
    vec![said]
}
