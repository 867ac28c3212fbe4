//! `portal doctor`: is this set up so that real people may use it? Says everything that is wrong, not the first thing only.

use crate::assets::Site;
use crate::{config, startup};
use anyhow::{Result, bail};
use service::auth::Door;
use service::clock::{Clock, SystemClock};
use service::settings::{BackendKind, MessageKind, Mode, Settings};
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

/// What the settings alone tell: what must be mended.
fn unsafe_settings(settings: &Settings) -> Vec<String> {
    let mut found = Vec::new();
    let mut wrong = |bad: bool, what: &str| {
        if bad {
            found.push(what.to_owned());
        }
    };
    wrong(settings.mode != Mode::Production, "mode: real people need \"production\"");
    wrong(!settings.http.secure(), "http.public_url: has to begin with https://");
    wrong(settings.http.secure() && !settings.http.behind_proxy, "http.behind_proxy: everybody counts as one, the proxy that stands in front");
    wrong(settings.http.demo_for_others, "http.demo_for_others: only for a demo");
    wrong(!settings.sign_in.residents.is_open(), "sign_in.residents: nobody can sign in");
    wrong(!settings.sign_in.staff.is_open(), "sign_in.staff: no caseworker can sign in");
    for door in settings.sign_in.open() {
        let provider = settings.sign_in.provider(door);
        let name = door.as_str();
        wrong(!provider.issuer.starts_with("https://"), &format!("sign_in.{name}.issuer: has to begin with https://"));
        let digid = matches!(door, Door::Residents | Door::Acting);
        wrong(digid && !provider.always_ask, &format!("sign_in.{name}.always_ask: DigiD allows no remembered sign-in"));
        wrong(door == Door::Acting && provider.services.is_empty(), "sign_in.acting.services: any mandate counts, for whatever service");
    }
    wrong(matches!(settings.backend.kind, BackendKind::Simulated | BackendKind::None), "backend.kind: what residents send goes nowhere");
    let codes = settings.sign_in.helpers_by_mail && settings.messages.kind == MessageKind::Folder;
    wrong(codes, "messages.kind: codes to sign in with stand in files until somebody sends them");
    wrong(settings.backend.kind == BackendKind::Zgw && settings.backend.webhook_secret.is_empty(), "backend.webhook_secret: no notification is taken");
    let log = settings.retention.access_log_days;
    wrong(log == 0, "retention.access_log_days: lines of the log of access are kept for good");
    wrong(log != 0 && log < settings.retention.file_days.max(365), "retention.access_log_days: who looked is forgotten before what they looked at");
    wrong(settings.limits.is_off(), "limits: nobody is held back");
    wrong(settings.http.security_contact.is_empty(), "http.security_contact: nobody can report a weakness");
    wrong(settings.teams.is_empty(), "teams: there is none");
    found
}

/// Whether others than the owner can read the key file.
fn open_file(settings: &Settings) -> Option<String> {
    let path = settings.keys.file.as_ref()?;
    let mode = std::fs::metadata(path).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| format!("keys.file: {} can be read by others than its owner (chmod 600)", path.display()))
}

pub async fn examine(settings: Settings) -> Result<()> {
    let mut found = unsafe_settings(&settings);
    found.extend(open_file(&settings));
    if let Err(error) = config::may_serve(&settings) {
        found.push(format!("{error:#}"));
    }
    if let Err(error) = Site::open(&settings.http.site) {
        found.push(format!("http.site: {error:#}"));
    }
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    // A folder is made when it is first needed, by whoever serves.
    if settings.messages.kind != MessageKind::Folder {
        found.extend(service::reminder::open(&settings).err());
    }
    if settings.backend.kind != BackendKind::Folder {
        found.extend(service::sync::open(&settings, &clock).err());
    }
    match startup::look(settings, clock).await {
        Ok(service) => {
            for (id, residents) in service.keys_in_use().await? {
                if !service.keys.has(&id) {
                    found.push(format!("keys: the data of {residents} residents needs the master key `{id}`, which is not there"));
                }
            }
            for door in service.settings.sign_in.open() {
                if let Err(refusal) = service.begin_sign_in(door, "").await {
                    found.push(format!("sign_in.{}: the provider does not answer as it should ({})", door.as_str(), refusal.code()));
                }
            }
            service.db.close().await;
        }
        Err(error) => found.push(format!("{error:#}")),
    }
    for line in &found {
        println!("✗ {line}");
    }
    if found.is_empty() {
        println!("Everything that can be seen from here is in order.");
        return Ok(());
    }
    bail!("{} things to mend", found.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_is_not_for_real_people_and_a_good_one_is() {
        let demo = config::parse("mode = \"demo\"", &[]).unwrap();
        let found = unsafe_settings(&demo).join("\n");
        for name in ["mode", "http.public_url", "sign_in.residents", "sign_in.staff", "http.security_contact", "teams"] {
            assert!(found.contains(name), "{name}: {found}");
        }
        let door = |name: &str, more: &str| format!("[sign_in.{name}]\nissuer = \"https://p.example\"\nclient_id = \"m\"\nclient_secret = \"s\"\n{more}\n");
        let good = format!(
            "[http]\npublic_url = \"https://m.example\"\nsecurity_contact = \"mailto:s@m.example\"\nbehind_proxy = true\n[[teams]]\nid = \"a\"\nname = \"A\"\n{}{}[[sign_in.roles]]\ngroup = \"g\"\nrole = \"coordinator\"\n",
            door("residents", "least_level = \"substantieel\""),
            door("staff", "")
        );
        assert_eq!(unsafe_settings(&config::parse(&good, &[]).unwrap()), Vec::<String>::new());
        assert_eq!(unsafe_settings(&config::parse(&format!("{good}[limits]\nsend = 0\n"), &[]).unwrap()), ["limits: nobody is held back"]);
        for (days, what) in [(0, "kept for good"), (364, "forgotten before")] {
            let told = unsafe_settings(&config::parse(&format!("{good}[retention]\naccess_log_days = {days}\n"), &[]).unwrap());
            assert!(told.len() == 1 && told[0].contains(what), "{told:?}");
        }
        let remembered = good.replace("least_level", "always_ask = false\nleast_level");
        assert!(unsafe_settings(&config::parse(&remembered, &[]).unwrap())[0].contains("always_ask"));
    }
}
