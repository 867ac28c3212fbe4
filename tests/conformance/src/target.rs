//! The backend under test: the simulation, or real systems named in the environment.
//!
//! For `BACKEND=real`: `ZAKEN_ROOT`, `DOCUMENTEN_ROOT`, `CATALOGI_ROOT`, `OBJECTEN_ROOT`, `NOTIFICATIES_ROOT`, `KLANT_ROOT` (without a
//! slash at the end; the last three may be left out), `ZGW_CLIENT_ID`, `ZGW_SECRET`, `OBJECTEN_KEY`, `KLANT_KEY`; and for rules that need
//! them: `ZGW_LIMITED_CLIENT_ID` and `ZGW_LIMITED_SECRET` (only `zaken.aanmaken`), `OBJECTTYPES_KEY` (an administrator), `OBJECTTYPE` and
//! `FOREIGN_OBJECTTYPE` (URLs; the first with the schema of [`schema`]), `OPEN_ZAAK=1` (the extras), `CALLBACK_LISTEN` (an address to
//! listen on) with `CALLBACK_URL` (where the target reaches it).

use crate::answer::Answer;
use crate::token::signed;
use backend_sim::credentials::{Client, Credentials, Mode, ObjectKey, Right};
use backend_sim::{Config, ObjectType, SimHandle};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tokio::net::TcpListener;

/// What a rule needs of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The Objects API.
    Objects,
    /// A key that may make object types.
    ObjectTypes,
    /// Open Klant.
    Contacts,
    /// The extras of Open Zaak.
    Extras,
    /// A second client with `zaken.aanmaken` alone.
    Limited,
    /// An object type without rights.
    ForeignType,
    /// Notifications, and a callback that the target can reach.
    Callback,
}

/// Where the APIs are.
#[derive(Debug, Clone)]
pub struct Roots {
    /// Cases.
    pub zaken: String,
    /// Documents.
    pub documenten: String,
    /// Types.
    pub catalogi: String,
    /// Objects.
    pub objecten: String,
    /// Notifications.
    pub notificaties: String,
    /// Contacts.
    pub klant: String,
}

/// The backend under test.
pub struct Target {
    /// Where the APIs are.
    pub roots: Roots,
    /// Client id and secret of the portal.
    pub client: (String, String),
    /// The same of a client with `zaken.aanmaken` alone.
    pub limited: (String, String),
    /// Keys: objects, object types, contacts.
    pub keys: [String; 3],
    /// The URLs of the object type we may write and of the one we may not.
    pub object_types: [String; 2],
    /// The plain client: no redirects.
    pub http: reqwest::Client,
    /// Where the target reaches our callback, and where we listen.
    pub callback: Option<(String, String)>,
    /// Whether it has the extras of Open Zaak.
    pub extras: bool,
    handle: Option<SimHandle>,
}

#[expect(clippy::disallowed_methods, reason = "the one home of the environment of the suite")]
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// Whether the target is a set of real systems.
#[must_use]
pub fn is_real() -> bool {
    variable("BACKEND") == "real"
}

/// The JSON Schema of the object type of the tests, as in example 18.2.
#[must_use]
pub fn schema() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "required": ["schemaVersion", "submissionId", "status"],
        "additionalProperties": false,
        "properties": {
            "schemaVersion": { "const": "1" },
            "submissionId": { "type": "string", "format": "uuid" },
            "status": { "enum": ["ingediend", "in_behandeling", "afgehandeld"] },
            "bsn": { "type": "string", "pattern": "^[0-9]{9}$" },
            "answers": { "type": "object" },
        },
    })
}

/// The options of the simulation in the tests: a second client, an administrator's key, hundredfold speed.
#[must_use]
pub fn config() -> Config {
    let mut credentials = Credentials::demo();
    let client = |id: &str, scopes: &[&str], of: Option<&str>| Client {
        id: id.to_owned(),
        secret: format!("secret of {id}"),
        everything: false,
        rights: vec![Right { scopes: scopes.iter().map(|s| (*s).to_owned()).collect(), of: of.map(str::to_owned), max: None }],
    };
    credentials.clients.push(client("limited", &["zaken.aanmaken", "catalogi.lezen"], None));
    credentials.clients.push(client("elsewhere", &["zaken.lezen", "zaken.aanmaken", "zaken.bijwerken"], Some("bezwaar")));
    credentials.clients.push(Client { everything: true, ..client("administrator", &[], None) });
    credentials.object_keys.push(ObjectKey { key: "reads only".to_owned(), types: BTreeMap::from([("*".to_owned(), Mode::Read)]), administrator: false });
    let object_types = vec![ObjectType { name: "SelfScanInzending".to_owned(), version: 1, schema: schema() }];
    Config { credentials, object_types, time_scale: 0.01, ..Config::default() }
}

impl Target {
    /// The target that the environment names.
    pub async fn open() -> Self {
        if is_real() { Self::real() } else { Self::simulated(config()).await }
    }

    /// A fresh simulation.
    pub async fn simulated(config: Config) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let extras = config.shape == backend_sim::Shape::OpenZaak;
        let handle = backend_sim::start(config, listener).unwrap();
        let root = |path: &str| format!("{}{path}", handle.url());
        let roots = Roots {
            zaken: root("/zaken/api/v1"),
            documenten: root("/documenten/api/v1"),
            catalogi: root("/catalogi/api/v1"),
            objecten: root("/objecten/api/v2"),
            notificaties: root("/notificaties/api/v1"),
            klant: root("/klantinteracties/api/v1"),
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let mut target = Self {
            roots,
            client: pair("portal", "demo-signing-secret"),
            limited: pair("limited", "secret of limited"),
            keys: ["demo-objects-key", "demo-objecttypes-key", "demo-contacts-key"].map(str::to_owned),
            object_types: [String::new(), String::new()],
            http: plain_client(),
            callback: Some(pair("", "127.0.0.1:0")),
            extras,
            handle: Some(handle),
        };
        let types = target.get(&format!("{}/objecttypes", target.roots.objecten)).await.body;
        let url = |name: &str| crate::answer::rows(&types).iter().find(|t| t["name"] == name).map(|t| t["url"].as_str().unwrap_or_default().to_owned());
        target.object_types = [url("SelfScanInzending").unwrap_or_default(), url("ZonderRechten").unwrap_or_default()];
        target
    }

    fn real() -> Self {
        let listen = variable("CALLBACK_LISTEN");
        Self {
            roots: Roots {
                zaken: variable("ZAKEN_ROOT"),
                documenten: variable("DOCUMENTEN_ROOT"),
                catalogi: variable("CATALOGI_ROOT"),
                objecten: variable("OBJECTEN_ROOT"),
                notificaties: variable("NOTIFICATIES_ROOT"),
                klant: variable("KLANT_ROOT"),
            },
            client: (variable("ZGW_CLIENT_ID"), variable("ZGW_SECRET")),
            limited: (variable("ZGW_LIMITED_CLIENT_ID"), variable("ZGW_LIMITED_SECRET")),
            keys: [variable("OBJECTEN_KEY"), variable("OBJECTTYPES_KEY"), variable("KLANT_KEY")],
            object_types: [variable("OBJECTTYPE"), variable("FOREIGN_OBJECTTYPE")],
            http: plain_client(),
            callback: (!listen.is_empty()).then(|| (variable("CALLBACK_URL"), listen)),
            extras: variable("OPEN_ZAAK") == "1",
            handle: None,
        }
    }

    /// The handle on the simulation.
    #[track_caller]
    #[must_use]
    pub fn sim(&self) -> &SimHandle {
        self.handle.as_ref().expect("only asked of the simulation")
    }

    /// Whether the target is the simulation.
    #[must_use]
    pub const fn is_simulated(&self) -> bool {
        self.handle.is_some()
    }

    /// Whether the target has what a rule needs.
    ///
    /// # Errors
    /// Says what is missing.
    pub fn offers(&self, need: Need) -> Result<(), &'static str> {
        let (there, why) = match need {
            Need::Objects => (!self.roots.objecten.is_empty() && !self.object_types[0].is_empty(), "no Objects API"),
            Need::ObjectTypes => (!self.keys[1].is_empty(), "no key for object types"),
            Need::Contacts => (!self.roots.klant.is_empty(), "no Open Klant"),
            Need::Extras => (self.extras, "no extras of Open Zaak"),
            Need::Limited => (!self.limited.0.is_empty(), "no second set of rights"),
            Need::ForeignType => (!self.object_types[1].is_empty(), "no object type without rights"),
            Need::Callback => (self.callback.is_some() && !self.roots.notificaties.is_empty(), "no callback"),
        };
        if there { Ok(()) } else { Err(why) }
    }

    /// A token of the portal, as section 3 asks.
    #[must_use]
    pub fn token(&self) -> String {
        signed(&self.client, 0, 300)
    }

    /// The `Authorization` header that belongs to a URL.
    #[must_use]
    pub fn authorization(&self, url: &str) -> String {
        if !self.roots.objecten.is_empty() && url.starts_with(&self.roots.objecten) {
            format!("Token {}", self.keys[0])
        } else if !self.roots.klant.is_empty() && url.starts_with(&self.roots.klant) {
            format!("Token {}", self.keys[2])
        } else {
            format!("Bearer {}", self.token())
        }
    }

    /// A call with the headers that belong to it: authorization, coordinate system.
    pub async fn call(&self, method: Method, url: &str, body: Option<&Value>) -> Answer {
        self.call_as(&self.authorization(url), method, url, body).await
    }

    /// The same with another `Authorization` header.
    pub async fn call_as(&self, authorization: &str, method: Method, url: &str, body: Option<&Value>) -> Answer {
        let headers = [("authorization", authorization), ("accept-crs", "EPSG:4326"), ("content-crs", "EPSG:4326")];
        self.send(method, url, &headers, body).await.expect("an answer")
    }

    /// A call with exactly these headers.
    ///
    /// # Errors
    /// When no whole answer came.
    pub async fn send(&self, method: Method, url: &str, headers: &[(&str, &str)], body: Option<&Value>) -> reqwest::Result<Answer> {
        let mut request = self.http.request(method, url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        Answer::read(request.send().await?).await
    }

    /// GET.
    pub async fn get(&self, url: &str) -> Answer {
        self.call(Method::GET, url, None).await
    }

    /// POST.
    pub async fn post(&self, url: &str, body: &Value) -> Answer {
        self.call(Method::POST, url, Some(body)).await
    }
}

fn plain_client() -> reqwest::Client {
    // Whoever comes first in this process installs it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}
