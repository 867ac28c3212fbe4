//! Who proves who somebody is: one OpenID provider for each door.

use super::Secret;
use crate::auth::{Door, Level};
use domain::access::Role;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Signing in. A door without an issuer is closed; when all are, the demo signs in by choosing a person.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct SignIn {
    /// Residents, through the broker in front of DigiD.
    pub residents: Provider,
    /// Who acts for a resident (DigiD Machtigen), through the same broker or another.
    pub acting: Provider,
    /// Staff, at the identity provider of the municipality.
    pub staff: Provider,
    /// Helpers.
    pub helpers: Provider,
    /// Helpers sign in by e-mail instead, and with a passkey where their device makes one. Whoever reads their mail is them then.
    pub helpers_by_mail: bool,
    /// Which group gives staff which role and team. The first one that fits counts; no group, no access.
    pub roles: Vec<GroupRole>,
}

/// One OpenID provider as one client of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Provider {
    /// Its address, exactly as it stands in its tokens; empty closes the door.
    pub issuer: String,
    /// Who we are to it.
    pub client_id: String,
    /// The secret of this client, when it proves itself by one.
    pub client_secret: Secret,
    /// File with a private key (PEM), when this client proves itself by signing (`private_key_jwt`): P-256, P-384, RSA or Ed25519.
    pub client_key: Option<PathBuf>,
    /// The id under which the provider knows that key.
    pub client_key_id: String,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The levels that are asked for (`acr_values`). A wish: what comes back is compared by ourselves.
    pub acr_values: Vec<String>,
    /// The lowest level that gets in; without one, none is looked at. Residents and who acts for them need one.
    pub least_level: Option<Level>,
    /// Which value of the level claim means which level.
    pub levels: BTreeMap<String, Level>,
    /// Asks the provider to sign the person in again, whoever used this browser before (`prompt=login`).
    pub always_ask: bool,
    /// Reads the claims from the userinfo endpoint too; else from the ID token alone.
    pub userinfo: bool,
    /// Other origins that its endpoints may have, such as `https://keys.broker.example`; else only the issuer's.
    pub other_origins: Vec<String>,
    /// Where the claims stand.
    pub claims: Claims,
    /// The services for which a mandate (machtiging) counts; empty takes any. Only for `acting`.
    pub services: Vec<String>,
}

impl Default for Provider {
    fn default() -> Self {
        Self {
            issuer: String::new(),
            client_id: String::new(),
            client_secret: Secret::default(),
            client_key: None,
            client_key_id: String::new(),
            scopes: vec!["openid".into()],
            acr_values: Vec::new(),
            least_level: None,
            levels: Level::ALL.into_iter().map(|level| (level.urn().to_owned(), level)).collect(),
            always_ask: true,
            userinfo: false,
            other_origins: Vec::new(),
            claims: Claims::default(),
            services: Vec::new(),
        }
    }
}

/// A claim: its name, or the names on the way to it when it stands deeper. A name may hold dots.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Path {
    /// At the top.
    Name(String),
    /// Deeper: `["digid", "bsn"]`.
    Deep(Vec<String>),
}

impl Path {
    /// The names on the way.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        match self {
            Self::Name(name) => std::slice::from_ref(name),
            Self::Deep(parts) => parts,
        }
    }
}

/// Where the claims stand; brokers differ.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Claims {
    /// The resident's BSN.
    pub bsn: Path,
    /// The level of assurance.
    pub level: Path,
    /// For `acting`: the BSN of whom it is for.
    pub representee: Path,
    /// For `acting`: the BSN of who acts.
    pub authorizee: Path,
    /// For `acting`: the service that the mandate is about.
    pub service: Path,
    /// For staff: the groups.
    pub groups: Path,
    /// For staff and helpers: the name.
    pub name: Path,
}

impl Default for Claims {
    fn default() -> Self {
        let name = |text: &str| Path::Name(text.to_owned());
        Self {
            bsn: name("bsn"),
            level: name("acr"),
            representee: name("representee_bsn"),
            authorizee: name("authorizee_bsn"),
            service: name("service_id"),
            groups: name("groups"),
            name: name("name"),
        }
    }
}

/// What a group of the identity provider means here.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRole {
    /// The group; `*` stands for anything: `portal-caseworker-*`.
    pub group: String,
    /// caseworker, coordinator or application_manager.
    pub role: StaffRole,
    /// The team of a caseworker.
    #[serde(default)]
    pub team: Option<String>,
}

/// What staff can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// A caseworker of a team.
    Caseworker,
    /// A coordinator.
    Coordinator,
    /// An application manager.
    ApplicationManager,
}

impl From<StaffRole> for Role {
    fn from(role: StaffRole) -> Self {
        match role {
            StaffRole::Caseworker => Self::Caseworker,
            StaffRole::Coordinator => Self::Coordinator,
            StaffRole::ApplicationManager => Self::ApplicationManager,
        }
    }
}

impl Provider {
    /// Whether the door is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !self.issuer.is_empty()
    }

    /// The origins where its endpoints may be: the issuer's own first.
    #[must_use]
    pub fn origins(&self) -> Vec<String> {
        std::iter::once(&self.issuer).chain(&self.other_origins).filter_map(|url| origin(url)).collect()
    }
}

impl SignIn {
    /// The provider of a door.
    #[must_use]
    pub const fn provider(&self, door: Door) -> &Provider {
        match door {
            Door::Residents => &self.residents,
            Door::Acting => &self.acting,
            Door::Staff => &self.staff,
            Door::Helpers => &self.helpers,
        }
    }

    /// The doors that are open.
    pub fn open(&self) -> impl Iterator<Item = Door> {
        Door::ALL.into_iter().filter(|door| self.provider(*door).is_open())
    }

    /// What no type can say, named by its setting. `plain` allows `http://`: outside production only.
    ///
    /// # Errors
    /// The setting and what is wrong with it.
    pub fn check(&self, plain: bool) -> Result<(), String> {
        for door in self.open() {
            self.check_provider(door, plain).map_err(|(setting, wrong)| format!("sign_in.{}.{setting}: {wrong}", door.as_str()))?;
        }
        if self.helpers_by_mail && self.helpers.is_open() {
            return Err("sign_in.helpers_by_mail: give this or sign_in.helpers, not both".into());
        }
        for role in &self.roles {
            if role.group.is_empty() || (role.group.contains('*') && role.group.trim_matches('*').is_empty()) {
                return Err(format!("sign_in.roles: the group `{}` takes everybody", role.group));
            }
            if role.role == StaffRole::Caseworker && role.team.is_none() {
                return Err(format!("sign_in.roles: caseworkers of the group `{}` need a team", role.group));
            }
        }
        if self.staff.is_open() && self.roles.is_empty() {
            return Err("sign_in.roles: without a group nobody of the staff gets in".into());
        }
        Ok(())
    }

    fn check_provider(&self, door: Door, plain: bool) -> Result<(), (&'static str, String)> {
        let provider = self.provider(door);
        for (setting, url) in std::iter::once(("issuer", &provider.issuer)).chain(provider.other_origins.iter().map(|url| ("other_origins", url))) {
            if origin(url).is_none() || !(url.starts_with("https://") || plain) {
                return Err((setting, format!("`{url}` does not begin with https:// and a name")));
            }
        }
        if provider.client_id.is_empty() {
            return Err(("client_id", "needed".into()));
        }
        match (provider.client_secret.is_empty(), provider.client_key.is_some()) {
            (true, false) => return Err(("client_secret", "give this, or client_key".into())),
            (false, true) => return Err(("client_secret", "give this or client_key, not both".into())),
            _ => {}
        }
        if !provider.scopes.iter().any(|scope| scope == "openid") {
            return Err(("scopes", "`openid` has to be among them".into()));
        }
        if matches!(door, Door::Residents | Door::Acting) && provider.least_level.is_none() {
            return Err(("least_level", "needed: basis, midden, substantieel or hoog".into()));
        }
        if provider.least_level.is_some_and(|least| !provider.levels.values().any(|level| *level >= least)) {
            return Err(("levels", "no value reaches least_level".into()));
        }
        Ok(())
    }
}

/// Scheme, name and port of an address.
pub(crate) fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (matches!(scheme, "https" | "http") && !host.is_empty() && host.chars().all(plain)).then(|| format!("{scheme}://{}", host.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_in(text: &str) -> SignIn {
        toml::from_str(text).unwrap()
    }

    const RESIDENTS: &str = "[residents]\nissuer = \"https://broker.example\"\nclient_id = \"portal\"\nclient_secret = \"s\"\nleast_level = \"midden\"\n";

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(sign_in(RESIDENTS).check(false), Ok(()));
        let wrong = |from: &str, to: &str| sign_in(&RESIDENTS.replace(from, to)).check(false).unwrap_err();
        assert!(wrong("https://", "http://").starts_with("sign_in.residents.issuer"));
        assert!(wrong("https://broker", "https://user@broker").starts_with("sign_in.residents.issuer"));
        assert!(wrong("client_id = \"portal\"", "").starts_with("sign_in.residents.client_id"));
        assert!(wrong("client_secret = \"s\"", "").starts_with("sign_in.residents.client_secret"));
        assert!(wrong("client_secret = \"s\"", "client_secret = \"s\"\nclient_key = \"/k\"").starts_with("sign_in.residents.client_secret"));
        assert!(wrong("least_level = \"midden\"", "").starts_with("sign_in.residents.least_level"));
        assert!(wrong("least_level", "scopes = [\"bsn\"]\nleast_level").starts_with("sign_in.residents.scopes"));
        assert!(wrong("least_level = \"midden\"", "least_level = \"hoog\"\nlevels = { \"1\" = \"basis\" }").starts_with("sign_in.residents.levels"));
        let both = format!("helpers_by_mail = true\n{}", RESIDENTS.replace("residents", "helpers"));
        assert!(sign_in(&both).check(false).unwrap_err().starts_with("sign_in.helpers_by_mail"));
        let staff = RESIDENTS.replace("residents", "staff");
        assert!(sign_in(&staff).check(false).unwrap_err().starts_with("sign_in.roles"));
        for group in ["*", "", "**"] {
            let roles = format!("{staff}[[roles]]\ngroup = \"{group}\"\nrole = \"coordinator\"\n");
            assert!(sign_in(&roles).check(false).unwrap_err().contains("takes everybody"), "{group}");
        }
        assert!(sign_in(&format!("{staff}[[roles]]\ngroup = \"a\"\nrole = \"caseworker\"\n")).check(false).unwrap_err().contains("team"));
        assert!(toml::from_str::<SignIn>("[[roles]]\ngroup = \"a\"\nrole = \"resident\"\n").is_err(), "staff are never residents");
    }

    #[test]
    fn an_origin_is_scheme_name_and_port() {
        assert_eq!(origin("https://Broker.example:444/a/b?c").as_deref(), Some("https://broker.example:444"));
        for url in ["", "broker.example", "ftp://broker.example", "https://", "https://a b", "https://user@host", "javascript:alert(1)"] {
            assert_eq!(origin(url), None, "{url}");
        }
    }
}
