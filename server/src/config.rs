//! Settings, read in one place: a TOML file, then the environment (`MEEDOEN_DATABASE__URL=…`), then flags.

use anyhow::{Context as _, Result, bail};
use service::settings::{BackendKind, MessageKind, Mode, Settings};
use std::path::PathBuf;

/// What environment variables of ours begin with; `__` goes one table deeper.
const PREFIX: &str = "MEEDOEN_";

/// Reads the settings from `files`, each laid over the one before, and the environment, and checks them.
///
/// # Errors
/// Names the setting that is unknown or wrong.
pub fn load(files: &[PathBuf]) -> Result<Settings> {
    let mut table = toml::Table::new();
    for path in files {
        let text = std::fs::read_to_string(path).with_context(|| format!("the settings file {}", path.display()))?;
        lay(&mut table, read(&text).with_context(|| format!("the settings file {}", path.display()))?);
    }
    let names: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    finish(table, &environment()).with_context(|| if names.is_empty() { "the settings".to_owned() } else { format!("the settings file {}", names.join(", ")) })
}

/// Parses settings from TOML text with `overrides` (name without prefix, value) on top.
///
/// # Errors
/// Names the setting that is unknown or wrong.
pub fn parse(text: &str, overrides: &[(String, String)]) -> Result<Settings> {
    finish(read(text)?, overrides)
}

fn read(text: &str) -> Result<toml::Table> {
    toml::from_str(text).map_err(|e| anyhow::anyhow!("{}", e.to_string().trim_end()))
}

/// Lays one table over another: what is in both is taken from `over`, tables by what they hold.
fn lay(under: &mut toml::Table, over: toml::Table) {
    for (name, value) in over {
        match (under.get_mut(&name), value) {
            (Some(toml::Value::Table(inner)), toml::Value::Table(value)) => lay(inner, value),
            (_, value) => _ = under.insert(name, value),
        }
    }
}

fn finish(mut table: toml::Table, overrides: &[(String, String)]) -> Result<Settings> {
    for (name, value) in overrides {
        set(&mut table, name, value)?;
    }
    let settings: Settings =
        serde::Deserialize::deserialize(toml::Value::Table(table)).map_err(|e: toml::de::Error| anyhow::anyhow!("{}", e.to_string().trim_end()))?;
    check(&settings)?;
    Ok(settings)
}

#[expect(clippy::disallowed_methods, reason = "the one home of the environment")]
fn environment() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = std::env::vars().filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?.to_owned(), value))).collect();
    found.sort();
    found
}

/// Puts `DATABASE__URL=…` where `database.url` belongs. A number or a flag is taken as such, a list between brackets too.
fn set(table: &mut toml::Table, name: &str, value: &str) -> Result<()> {
    let path = name.to_lowercase();
    let mut keys: Vec<&str> = path.split("__").collect();
    let Some(last) = keys.pop() else { bail!("{PREFIX}{name}: no name") };
    let mut at = table;
    for key in keys {
        let entry = at.entry(key).or_insert_with(|| toml::Value::Table(toml::Table::new()));
        let toml::Value::Table(inner) = entry else { bail!("{PREFIX}{name}: `{key}` is not a table") };
        at = inner;
    }
    let parsed = toml::from_str::<toml::Table>(&format!("v = {value}")).ok().and_then(|mut t| t.remove("v"));
    let value = parsed.filter(|v| !matches!(v, toml::Value::String(_) | toml::Value::Datetime(_))).unwrap_or_else(|| toml::Value::String(value.to_owned()));
    at.insert(last.to_owned(), value);
    Ok(())
}

/// What no type can say.
fn check(settings: &Settings) -> Result<()> {
    if settings.municipality.languages.is_empty() {
        bail!("municipality.languages: name at least one language");
    }
    for team in &settings.teams {
        if settings.teams.iter().filter(|t| t.id == team.id).count() > 1 {
            bail!("teams: the id `{}` stands there twice", team.id);
        }
    }
    if settings.http.listen.parse::<std::net::SocketAddr>().is_err() {
        bail!("http.listen: `{}` is not an address with a port, such as 127.0.0.1:3000", settings.http.listen);
    }
    if let Some(url) = &settings.http.public_url
        && !url.starts_with("https://")
        && !url.starts_with("http://")
    {
        bail!("http.public_url: `{url}` does not begin with https://");
    }
    let scale = settings.backend.time_scale;
    if !(scale > 0.0 && scale.is_finite()) {
        bail!("backend.time_scale: `{scale}` is no factor above 0");
    }
    if settings.mode == Mode::Production && scale != 1.0 {
        bail!("backend.time_scale: only tests shorten waits; production needs 1");
    }
    if settings.mode == Mode::Production && settings.backend.kind == BackendKind::Simulated {
        bail!("backend.kind: the simulated backend is not for real people");
    }
    for root in settings.backend.zgw.roots() {
        if !root.starts_with("https://") && (settings.mode == Mode::Production || !root.starts_with("http://")) {
            bail!("backend.zgw: `{root}` does not begin with https://");
        }
    }
    for (name, minutes, most) in
        [("resident_idle_minutes", settings.session.resident_idle_minutes, 15), ("staff_idle_minutes", settings.session.staff_idle_minutes, 60)]
    {
        if minutes == 0 || minutes > most {
            bail!("session.{name}: from 1 to {most} minutes (DigiD asks 15 at most for residents)");
        }
    }
    if !(1..=12).contains(&settings.session.longest_hours) {
        bail!("session.longest_hours: from 1 to 12");
    }
    let contact = settings.http.security_contact.as_str();
    if !contact.is_empty() && !contact.starts_with("mailto:") && !contact.starts_with("https://") {
        bail!("http.security_contact: begins with mailto: or https://");
    }
    if settings.mode == Mode::Production && !service::db::is_private(&settings.database.url) {
        bail!("database.url: a database on another machine needs sslmode=verify-full, or anybody between can read and change what goes there");
    }
    settings.sign_in.check(settings.mode != Mode::Production).map_err(anyhow::Error::msg)?;
    let sent_back = settings.sign_in.open().next().is_some() || settings.sign_in.helpers_by_mail;
    if sent_back && settings.http.public_url.is_none() && settings.mode != Mode::Demo {
        bail!("http.public_url: sign_in needs the address that providers and mails send people back to");
    }
    if settings.sign_in.helpers_by_mail && settings.messages.kind == MessageKind::None {
        bail!("messages.kind: helpers sign in by e-mail (sign_in.helpers_by_mail), and none leaves");
    }
    if settings.keys.file.is_some() && !settings.keys.text.is_empty() {
        bail!("keys.text: give this or keys.file, not both");
    }
    if settings.mode == Mode::Production && !settings.http.secure() {
        bail!("http.public_url: production needs the https:// address that residents use");
    }
    Ok(())
}

/// Refuses what must not be served: the demo to others, and real people without keys.
///
/// # Errors
/// Says which setting to change.
pub fn may_serve(settings: &Settings) -> Result<()> {
    let address: std::net::SocketAddr = settings.http.listen.parse().context("http.listen")?;
    if settings.mode == Mode::Demo && !address.ip().is_loopback() && !settings.http.demo_for_others {
        bail!("mode = \"demo\" signs anybody in, and {address} can be reached by others. Listen on 127.0.0.1, or set http.demo_for_others = true");
    }
    if settings.mode != Mode::Demo && settings.keys.file.is_none() && settings.keys.text.is_empty() {
        bail!("keys.file: needed outside the demo. Make one with `portal keys new > keys.toml` and keep it apart from the database");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str, overrides: &[(&str, &str)]) -> String {
        let overrides: Vec<(String, String)> = overrides.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        format!("{:#}", parse(text, &overrides).unwrap_err())
    }

    #[test]
    fn a_wrong_setting_is_named() {
        assert!(wrong("mode = \"dmeo\"", &[]).contains("dmeo"));
        assert!(wrong("mode = \"demo\"\n[http]\nport = 1", &[]).contains("port"));
        assert!(wrong("mode = \"demo\"\n[http]\nlisten = \"here\"", &[]).contains("http.listen"));
        assert!(wrong("mode = \"demo\"\n[session]\nresident_idle_minutes = \"x\"", &[]).contains("resident_idle_minutes"));
        assert!(wrong("mode = \"demo\"", &[("INTAKE__ANSWER_DAZE", "3")]).contains("answer_daze"));
        let by_mail = "mode = \"demo\"\n[sign_in]\nhelpers_by_mail = true\n[messages]\nkind = \"none\"";
        assert!(wrong(by_mail, &[]).contains("messages.kind"));
        assert!(wrong("", &[]).contains("http.public_url"), "production is the default, and needs its address");
    }

    #[test]
    fn what_would_not_be_safe_is_refused() {
        let there = "[http]\npublic_url = \"https://m.example\"\n[database]\nurl = \"postgres://u:p@db.example/m\"";
        assert!(wrong(there, &[]).contains("database.url"));
        assert!(wrong("mode = \"demo\"\n[session]\nlongest_hours = 13", &[]).contains("longest_hours"));
        assert!(wrong("mode = \"demo\"\n[http]\nsecurity_contact = \"s@m.example\"", &[]).contains("mailto:"));
    }

    #[test]
    fn a_file_is_laid_over_another() {
        let mut table = read("mode = \"demo\"\n[http]\nlisten = \"127.0.0.1:1\"\nmax_body_kb = 3").unwrap();
        lay(&mut table, read("[http]\nlisten = \"127.0.0.1:2\"\n[log]\njson = true").unwrap());
        let settings = finish(table, &[]).unwrap();
        assert_eq!((settings.http.listen.as_str(), settings.http.max_body_kb, settings.log.json), ("127.0.0.1:2", 3, true));
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let overrides = [("DATABASE__URL".to_owned(), "postgres://db/portal".to_owned()), ("INTAKE__ANSWER_DAYS".to_owned(), "5".to_owned())];
        let settings = parse("mode = \"demo\"\n[database]\nurl = \"sqlite://x\"", &overrides).unwrap();
        assert_eq!(settings.database.url, "postgres://db/portal");
        assert_eq!(settings.intake.answer_days, 5);
    }

    #[test]
    fn the_demo_stays_on_this_machine() {
        let open = parse("mode = \"demo\"\n[http]\nlisten = \"0.0.0.0:3000\"", &[]).unwrap();
        assert!(may_serve(&open).unwrap_err().to_string().contains("http.demo_for_others"));
        let allowed = parse("mode = \"demo\"\n[http]\nlisten = \"0.0.0.0:3000\"\ndemo_for_others = true", &[]).unwrap();
        assert!(may_serve(&allowed).is_ok());
    }

    #[test]
    fn real_people_need_keys() {
        let settings = parse("mode = \"test\"", &[]).unwrap();
        assert!(may_serve(&settings).unwrap_err().to_string().contains("keys.file"));
    }
}
