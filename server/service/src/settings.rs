//! How this portal is set up. Read in one place by the server; every part has one struct here.

mod sign_in;

pub(crate) use sign_in::origin;
pub use sign_in::{Claims, GroupRole, Path, Provider, SignIn, StaffRole};

use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;
use subtle::ConstantTimeEq as _;

/// What the portal is run for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Invented people, sign-in without proof, only on this machine.
    Demo,
    /// As production, with test people.
    Test,
    /// Real residents.
    #[default]
    Production,
}

/// Who takes part in the intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Participation {
    /// Residents whom a caseworker invited.
    #[default]
    Invited,
    /// Everyone who can sign in.
    Everyone,
}

/// How the municipality speaks to residents in Dutch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// "u".
    #[default]
    U,
    /// "je".
    Je,
}

/// All settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// demo, test or production.
    pub mode: Mode,
    /// Where and how it is served.
    pub http: Http,
    /// The store.
    pub database: Database,
    /// Master keys.
    pub keys: Keys,
    /// The municipality.
    pub municipality: Municipality,
    /// The intake.
    pub intake: IntakeSettings,
    /// Who proves who somebody is.
    pub sign_in: SignIn,
    /// Agreements.
    pub agreement: AgreementSettings,
    /// Sessions.
    pub session: Session,
    /// How often somebody may do what costs.
    pub limits: Limits,
    /// How long things are kept.
    pub retention: Retention,
    /// Teams of caseworkers.
    pub teams: Vec<Team>,
    /// The municipal backend.
    pub backend: Backend,
    /// Messages to residents.
    pub messages: Messages,
    /// The log.
    pub log: Log,
}

/// Where and how the portal is served.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Http {
    /// Address and port to listen on.
    pub listen: String,
    /// The address that residents use, with scheme. Cookies are marked `Secure` when it is https.
    pub public_url: Option<String>,
    /// Lets the demo be served on an address that others can reach.
    pub demo_for_others: bool,
    /// Folder with the built style sheets, scripts and fonts.
    pub site: PathBuf,
    /// Largest body of a request, in kB.
    pub max_body_kb: usize,
    /// Whether a proxy stands in front that tells the address of who asks as the last one of `X-Forwarded-For`. Without one,
    /// anybody could write that header.
    pub behind_proxy: bool,
    /// Longest time for a request, in seconds.
    pub timeout_s: u64,
    /// Where to report a weakness, for `security.txt`: `mailto:…` or `https://…`; empty for none.
    pub security_contact: String,
    /// The token with which monitoring reads `/metrics`; without one there are no figures.
    pub metrics_token: Secret,
}

impl Default for Http {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:3000".into(),
            public_url: None,
            demo_for_others: false,
            site: "target/site".into(),
            max_body_kb: 64,
            behind_proxy: false,
            timeout_s: 30,
            security_contact: String::new(),
            metrics_token: Secret::default(),
        }
    }
}

impl Http {
    /// Whether residents reach it over https.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Its address as others know it, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> String {
        self.public_url.as_deref().map_or_else(|| format!("http://{}", self.listen), |url| url.trim_end_matches('/').to_owned())
    }
}

/// The store.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    /// `sqlite://path` or `postgres://user:password@host/name`.
    pub url: String,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: "sqlite://data/portal.db".into() }
    }
}

/// Master keys.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Keys {
    /// The key file; `portal keys new` makes one. Needed outside the demo.
    pub file: Option<PathBuf>,
    /// The text of a key file instead, for a machine that hands out secrets in the environment (`MEEDOEN_KEYS__TEXT`). Such
    /// keys are read once: a new one needs a restart.
    pub text: Secret,
}

/// The municipality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Municipality {
    /// Name of the theme file in `style/themes/`.
    pub theme: String,
    /// Folder with the municipality's own content, laid over the built-in one.
    pub content: Option<PathBuf>,
    /// How residents are addressed in Dutch.
    pub form: Form,
    /// Languages on offer, in the order of the menu.
    pub languages: Vec<String>,
}

impl Default for Municipality {
    fn default() -> Self {
        Self { theme: "hilversum".into(), content: None, form: Form::U, languages: vec!["nl".into(), "en".into()] }
    }
}

/// The intake.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IntakeSettings {
    /// Who takes part.
    pub participation: Participation,
    /// Questions switched on that are off by default (S7: only after a DPIA and with trained staff).
    pub switched_on: Vec<String>,
    /// Working days in which the resident hears something after sending.
    pub answer_days: u32,
}

impl Default for IntakeSettings {
    fn default() -> Self {
        Self { participation: Participation::Invited, switched_on: Vec::new(), answer_days: 10 }
    }
}

/// Agreements.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AgreementSettings {
    /// The least days that a resident gets to think about a proposal.
    pub thinking_days: u64,
    /// Whether what binds the municipality is sent by another caseworker than who wrote it (vier ogen).
    pub four_eyes: bool,
}

impl Default for AgreementSettings {
    fn default() -> Self {
        Self { thinking_days: 7, four_eyes: false }
    }
}

/// Sessions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Session {
    /// Minutes without a request after which a resident or helper is signed out.
    pub resident_idle_minutes: u32,
    /// The same for staff.
    pub staff_idle_minutes: u32,
    /// Hours after which anybody is signed out.
    pub longest_hours: u32,
}

impl Default for Session {
    fn default() -> Self {
        Self { resident_idle_minutes: 15, staff_idle_minutes: 60, longest_hours: 12 }
    }
}

/// How often somebody may do what costs, a minute. Not set: the usual limit, and none in the demo; 0: none.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Steps of signing in, per network address.
    pub sign_in: Option<u32>,
    /// Sends, per session.
    pub send: Option<u32>,
    /// Answers of the public calculator, per network address.
    pub calculate: Option<u32>,
}

impl Limits {
    const USUAL: u32 = 60;

    /// A limit as it holds; nothing for none.
    #[must_use]
    pub fn of(&self, set: Option<u32>, mode: Mode) -> Option<u32> {
        set.or_else(|| (mode != Mode::Demo).then_some(Self::USUAL)).filter(|most| *most > 0)
    }

    /// Whether one of them was switched off.
    #[must_use]
    pub fn is_off(&self) -> bool {
        [self.sign_in, self.send, self.calculate].contains(&Some(0))
    }
}

/// How long things are kept, in days since the last activity. Nothing is deleted before the resident could read it for
/// `notice_days`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Answers that were never sent.
    pub draft_days: u32,
    /// Calculations that the resident kept.
    pub calculation_days: u32,
    /// Everything in the portal, after the review was concluded. What went to the case system has its own term there.
    pub file_days: u32,
    /// How long before it the resident reads that something will be deleted.
    pub notice_days: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { draft_days: 180, calculation_days: 365, file_days: 730, notice_days: 30 }
    }
}

/// A team of caseworkers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Its id.
    pub id: String,
    /// Its name on the screen.
    pub name: String,
    /// The group that it works with, if one.
    #[serde(default)]
    pub group: Option<u8>,
}

/// How messages to residents leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Nothing leaves: reminders are seen in the portal only.
    None,
    /// A folder with a file for each message, which another program empties.
    #[default]
    Folder,
    /// A mail server for e-mail; text messages go to the folder.
    Smtp,
}

/// Messages to residents.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Messages {
    /// How they leave.
    pub kind: MessageKind,
    /// The folder, for `folder` and for text messages.
    pub folder: PathBuf,
    /// The mail server, for `smtp`: STARTTLS is required.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Who signs in there; empty for nobody.
    pub user: String,
    /// The password.
    pub password: Secret,
    /// The address that messages come from.
    pub from: String,
}

impl Default for Messages {
    fn default() -> Self {
        Self {
            kind: MessageKind::Folder,
            folder: "data/messages".into(),
            host: String::new(),
            port: 587,
            user: String::new(),
            password: Secret::default(),
            from: String::new(),
        }
    }
}

/// What stands in for the municipal backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackendKind {
    /// Nothing leaves the portal.
    None,
    /// A folder with a file for each item, for a municipality without such systems.
    #[default]
    Folder,
    /// The simulated backend, beside the portal: for the demo and for trials, never for real people.
    Simulated,
    /// The case system and what stands around it, over the Dutch open standards (ZGW, Objecten, Klantinteracties).
    Zgw,
}

/// The municipal backend.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backend {
    /// Which.
    pub kind: BackendKind,
    /// The folder, for `folder`.
    pub folder: PathBuf,
    /// Where the simulated backend listens, for `simulated`.
    pub simulated_listen: String,
    /// How many cases are worked on at the same time in this process.
    pub workers: usize,
    /// Most calls a second of this process, all APIs together; 0 is no limit.
    pub calls_per_second: u32,
    /// Shortens every wait by this factor. For tests: production refuses anything but 1.
    pub time_scale: f64,
    /// The secret that notifications must carry (`Authorization: Bearer …`); without one none is taken.
    pub webhook_secret: Secret,
    /// The systems, for `zgw`.
    pub zgw: ZgwSettings,
}

impl Default for Backend {
    fn default() -> Self {
        Self {
            kind: BackendKind::Folder,
            folder: "data/outbox".into(),
            simulated_listen: "127.0.0.1:3001".into(),
            workers: 4,
            calls_per_second: 20,
            time_scale: 1.0,
            webhook_secret: Secret::default(),
            zgw: ZgwSettings::default(),
        }
    }
}

/// The systems of the municipality over the open standards.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ZgwSettings {
    /// Root of the Zaken API, such as `https://zaken.example.test/zaken/api/v1`.
    pub cases: String,
    /// Root of the Documenten API.
    pub documents: String,
    /// Root of the Catalogi API.
    pub catalogue: String,
    /// Root of the Objecten API.
    pub objects: String,
    /// Root of the Notificaties API, to subscribe at; empty when somebody else subscribes us.
    pub notifications: String,
    /// Root of the Klantinteracties API; empty when there is none: then messages to residents are not registered.
    pub contacts: String,
    /// Who we are to the ZGW APIs, and the secret that signs.
    pub client_id: String,
    /// See `client_id`.
    pub secret: Secret,
    /// Key of the Objecten API.
    pub objects_key: Secret,
    /// Key of the Klantinteracties API.
    pub contacts_key: Secret,
    /// Key of an administrator of object types, only for `portal backend install-types`.
    pub types_key: Secret,
    /// The municipality's number (RSIN).
    pub rsin: String,
    /// The catalogue that holds the types: its `domein`.
    pub catalogue_domain: String,
    /// The `identificatie` of the case type of the intake.
    pub case_type: String,
    /// The `omschrijving` of the document type.
    pub document_type: String,
    /// Confidentiality of cases and documents (vertrouwelijkheidaanduiding).
    pub confidentiality: String,
    /// Name of the object type.
    pub object_type: String,
}

impl Default for ZgwSettings {
    fn default() -> Self {
        let empty = String::new;
        Self {
            cases: empty(),
            documents: empty(),
            catalogue: empty(),
            objects: empty(),
            notifications: empty(),
            contacts: empty(),
            client_id: empty(),
            secret: Secret::default(),
            objects_key: Secret::default(),
            contacts_key: Secret::default(),
            types_key: Secret::default(),
            rsin: empty(),
            catalogue_domain: "PARTP".into(),
            case_type: "brede-intake".into(),
            document_type: "Self-scan samenvatting".into(),
            confidentiality: "vertrouwelijk".into(),
            object_type: "SelfScanInzending".into(),
        }
    }
}

impl ZgwSettings {
    /// The roots under which addresses may be called: each ends in a slash, so that no other host begins with it.
    #[must_use]
    pub fn roots(&self) -> Vec<String> {
        let roots = [&self.cases, &self.documents, &self.catalogue, &self.objects, &self.contacts, &self.notifications];
        roots.into_iter().filter(|root| !root.is_empty()).map(|root| format!("{}/", root.trim_end_matches('/'))).collect()
    }
}

/// Something that is never printed.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The secret itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether somebody knows it, in a time that does not tell where they are wrong.
    #[must_use]
    pub fn is(&self, told: &str) -> bool {
        let hash = |text: &str| Sha256::digest(text.as_bytes());
        bool::from(hash(&self.0).as_slice().ct_eq(hash(told).as_slice()))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_empty() { "Secret()" } else { "Secret(…)" })
    }
}

/// The log.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// What is logged, in the form of `tracing`: `info`, `warn,service=debug`.
    pub filter: String,
    /// One JSON object a line instead of text.
    pub json: bool,
}

impl Default for Log {
    fn default() -> Self {
        Self { filter: "info".into(), json: false }
    }
}

impl Settings {
    /// Whether anybody signs in by choosing who they are: only in the demo, and only while no provider is set up.
    #[must_use]
    pub fn demo_sign_in(&self) -> bool {
        self.mode == Mode::Demo && self.sign_in.open().next().is_none()
    }

    /// The team with this id.
    #[must_use]
    pub fn team(&self, id: &str) -> Option<&Team> {
        self.teams.iter().find(|t| t.id == id)
    }

    /// The name of a team on the screen; its id when the team is gone from the settings.
    #[must_use]
    pub fn team_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.team(id).map_or(id, |t| &t.name)
    }
}
