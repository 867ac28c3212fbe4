//! The municipal backend over the Dutch open standards: Zaken, Documenten, Catalogi (ZGW), Objecten and
//! Klantinteracties. A thin client: only calls of the standard, tolerant of fields it does not know.

mod body;
mod catalogue;
mod find;
mod http;
mod install;
mod rate;

use super::message::Message;
use super::{Api, CaseState, Failure, Found, Item, MunicipalBackend, Remote, Step};
use crate::clock::Clock;
use crate::settings::{Backend, ZgwSettings};
use catalogue::{Catalogue, Kind, Types};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use http::{Call, Http, Proof};
use reqwest::Method;
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// The case system and what stands around it.
pub struct Zgw {
    http: Http,
    settings: ZgwSettings,
    catalogue: Catalogue,
}

/// The steps of each kind of message.
const SUBMISSION: &[Step] = &[Step::Case, Step::Document, Step::Relation, Step::Initiator, Step::Object, Step::CaseObject, Step::Status];
const CORRECTION: &[Step] = &[Step::Document, Step::Relation, Step::Change];
const CONTACT: &[Step] = &[Step::Contact];
/// A signed agreement begins a case where there is none; the first status comes before its own.
const AGREEMENT: &[Step] =
    &[Step::Case, Step::Document, Step::Relation, Step::Initiator, Step::Record, Step::RecordLink, Step::Change, Step::Status, Step::Agreed];
const RECORD: &[Step] = &[Step::Record, Step::Change];

/// An answer of which only the address matters.
#[derive(Deserialize)]
struct Made {
    url: String,
}

/// A contact comes back inside its own name.
#[derive(Deserialize)]
struct MadeContact {
    klantcontact: Made,
}

#[derive(Deserialize)]
struct CaseRow {
    #[serde(default)]
    einddatum: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    resultaat: Option<String>,
}

/// A 404 on an address that we were given means that it was removed; on a collection it means that a setting is wrong.
fn address<T>(found: Result<T, Failure>) -> Result<T, Failure> {
    found.map_err(|failure| if failure == Failure::Removed { Failure::Refused("not_found".to_owned()) } else { failure })
}

impl Zgw {
    /// A client for the systems of the settings.
    ///
    /// # Errors
    /// Names the setting that is missing.
    pub fn open(settings: &Backend, clock: Arc<dyn Clock>) -> Result<Self, String> {
        let zgw = settings.zgw.clone();
        let needed = [
            ("cases", &zgw.cases),
            ("documents", &zgw.documents),
            ("catalogue", &zgw.catalogue),
            ("objects", &zgw.objects),
            ("client_id", &zgw.client_id),
            ("rsin", &zgw.rsin),
        ];
        if let Some((name, _)) = needed.iter().find(|(_, value)| value.is_empty()) {
            return Err(format!("backend.zgw.{name}: needed for `zgw`"));
        }
        if zgw.secret.is_empty() || zgw.objects_key.is_empty() {
            return Err("backend.zgw.secret, backend.zgw.objects_key: needed for `zgw`".to_owned());
        }
        let http = Http::new(settings, clock)?;
        Ok(Self { http, catalogue: Catalogue::default(), settings: zgw })
    }

    async fn get<T: serde::de::DeserializeOwned>(&self, url: String, query: Vec<(&'static str, String)>, proof: Proof) -> Result<T, Failure> {
        self.http.call(Call { method: Method::GET, url, query, body: None, proof }).await
    }

    async fn post(&self, url: String, body: &Value, proof: Proof) -> Result<Remote, Failure> {
        let made: Made = address(self.http.call(Call { method: Method::POST, url, query: Vec::new(), body: Some(body), proof }).await)?;
        Ok(Remote(made.url))
    }

    async fn types(&self, day: &str) -> Result<Arc<Types>, Failure> {
        self.catalogue.types(self, day).await
    }

    /// The object type of what a message is about.
    async fn kind(&self, item: &Item) -> Result<Kind, Failure> {
        let day = item.message.day().unwrap_or_default();
        Ok(match item.message.record() {
            Some(record) => (*self.catalogue.record(self, day, &record.of.object_type()).await?).clone(),
            None => self.types(day).await?.object.clone(),
        })
    }

    async fn do_step(&self, step: Step, item: &Item) -> Result<Remote, Failure> {
        let types = match item.message.day() {
            Some(day) => Some(self.types(day).await?),
            None => None,
        };
        let types = types.as_deref();
        let (cases, documents, objects) = (&self.settings.cases, &self.settings.documents, &self.settings.objects);
        match step {
            Step::Case => self.post(format!("{cases}/zaken"), &body::case(&self.settings, types, item)?, Proof::Token).await,
            Step::Document => {
                self.post(format!("{documents}/enkelvoudiginformatieobjecten"), &body::document(&self.settings, types, item)?, Proof::Token).await
            }
            Step::Relation => self.post(format!("{cases}/zaakinformatieobjecten"), &body::relation(item)?, Proof::Token).await,
            Step::Initiator => self.post(format!("{cases}/rollen"), &body::initiator(types, item)?, Proof::Token).await,
            Step::Object | Step::Record => self.post(format!("{objects}/objects"), &body::object(&self.kind(item).await?, item)?, Proof::ObjectsKey).await,
            Step::CaseObject => {
                self.post(format!("{cases}/zaakobjecten"), &body::case_object(&self.kind(item).await?, Step::Object, item)?, Proof::Token).await
            }
            Step::RecordLink => {
                self.post(format!("{cases}/zaakobjecten"), &body::case_object(&self.kind(item).await?, Step::Record, item)?, Proof::Token).await
            }
            Step::Status => self.post(format!("{cases}/statussen"), &body::status(types, item)?, Proof::Token).await,
            Step::Agreed => match types.and_then(|types| types.agreed_status.as_deref()) {
                Some(kind) => self.post(format!("{cases}/statussen"), &body::agreed(kind, item)?, Proof::Token).await,
                // The case type has no such status: nothing to do.
                None => Ok(Remote(String::new())),
            },
            Step::Change => {
                let body = body::change(&self.kind(item).await?, item)?;
                let object = if item.message.record().is_some() { Step::Record } else { Step::Object };
                let url = item.address(object)?.to_owned();
                let made: Made = self.http.call(Call { method: Method::PATCH, url, query: Vec::new(), body: Some(&body), proof: Proof::ObjectsKey }).await?;
                Ok(Remote(made.url))
            }
            Step::Contact => {
                let body = body::contact(item)?;
                let url = format!("{}/maak-klantcontact", self.settings.contacts);
                let call = Call { method: Method::POST, url, query: Vec::new(), body: Some(&body), proof: Proof::ContactsKey };
                let made: MadeContact = address(self.http.call(call).await)?;
                Ok(Remote(made.klantcontact.url))
            }
        }
    }

    /// A closed case and a missing right give the same code: the case itself tells.
    async fn closed(&self, step: Step, item: &Item) -> bool {
        let Ok(case) = item.address(Step::Case) else { return false };
        if !matches!(step, Step::Relation | Step::Initiator | Step::CaseObject | Step::RecordLink | Step::Status | Step::Agreed) {
            return false;
        }
        self.get::<CaseRow>(case.to_owned(), Vec::new(), Proof::Token).await.is_ok_and(|case| case.einddatum.is_some())
    }

    async fn read_case(&self, url: &str) -> Result<CaseState, Failure> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct StatusRow {
            statustype: String,
            datum_status_gezet: String,
        }
        #[derive(Deserialize)]
        struct StatusType {
            #[serde(default)]
            omschrijving: String,
            #[serde(default)]
            volgnummer: i64,
        }
        #[derive(Deserialize)]
        struct ResultRow {
            resultaattype: String,
        }
        let case: CaseRow = self.get(url.to_owned(), Vec::new(), Proof::Token).await?;
        let mut state = CaseState { closed_on: case.einddatum.unwrap_or_default(), ..CaseState::default() };
        if let Some(url) = case.status {
            let status: StatusRow = self.get(url, Vec::new(), Proof::Token).await?;
            let kind: StatusType = self.get(status.statustype, Vec::new(), Proof::Token).await?;
            (state.number, state.name, state.set_at) = (kind.volgnummer, kind.omschrijving, status.datum_status_gezet);
        }
        if let Some(url) = case.resultaat {
            let result: ResultRow = self.get(url, Vec::new(), Proof::Token).await?;
            state.result = self.get::<StatusType>(result.resultaattype, Vec::new(), Proof::Token).await?.omschrijving;
        }
        Ok(state)
    }
}

impl MunicipalBackend for Zgw {
    fn steps(&self, message: &Message) -> &'static [Step] {
        match message {
            Message::Submission(_) => SUBMISSION,
            Message::Correction(_) => CORRECTION,
            Message::Contact(_) if self.settings.contacts.is_empty() => &[],
            Message::Contact(_) => CONTACT,
            Message::Record(record) if record.document.is_some() => AGREEMENT,
            Message::Record(_) => RECORD,
        }
    }

    fn api(&self, step: Step) -> Api {
        match step {
            Step::Document => Api::Documents,
            Step::Object | Step::Record | Step::Change => Api::Objects,
            Step::Contact => Api::Contacts,
            _ => Api::Cases,
        }
    }

    fn find<'a>(&'a self, step: Step, item: &'a Item) -> BoxFuture<'a, Result<Found, Failure>> {
        self.look_up(step, item).boxed()
    }

    fn send<'a>(&'a self, step: Step, item: &'a Item) -> BoxFuture<'a, Result<Remote, Failure>> {
        async move {
            match self.do_step(step, item).await {
                Err(Failure::Credentials(code)) if code == "permission_denied" && self.closed(step, item).await => Err(Failure::Closed),
                done => done,
            }
        }
        .boxed()
    }

    fn read<'a>(&'a self, case: &'a str) -> BoxFuture<'a, Result<Option<CaseState>, Failure>> {
        async move { self.read_case(case).await.map(Some) }.boxed()
    }

    fn check(&self) -> BoxFuture<'_, Vec<String>> {
        catalogue::check(self).boxed()
    }
}
