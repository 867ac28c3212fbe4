//! How this portal is set up. Read in one place by the server; every part has one struct here.

mod backend;
mod limits;
mod messages;
mod secret;
mod sign_in;

pub use backend::{Backend, BackendKind, ZgwSettings};
pub use limits::{Limits, Retention};
pub use messages::{MessageKind, Messages};
pub use secret::Secret;
pub(crate) use sign_in::origin;
pub use sign_in::{Claims, GroupRole, Path, Provider, SignIn, StaffRole};

use serde::Deserialize;
use std::path::PathBuf;

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
