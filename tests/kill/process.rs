//! The real `portal` as a process of its own, on a database that outlives it.

use crate::ledger::Ledger;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;
use tests::{Client, Engine, database, site};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// What stays when the process is killed: folder, settings, database.
pub struct World {
    /// Which database.
    pub engine: Engine,
    /// Its address.
    pub url: String,
    folder: TempDir,
}

/// A running process.
pub struct Portal {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

/// The program: `PORTAL`, else what cargo built beside this test.
fn program() -> PathBuf {
    let built = || std::env::current_exe().ok()?.ancestors().nth(2).map(|folder| folder.join("portal"));
    let path = std::env::var_os("PORTAL").map(PathBuf::from).or_else(built).unwrap();
    assert!(path.exists(), "{} is not there: build it with `cargo build --package server`", path.display());
    path.canonicalize().unwrap()
}

impl World {
    /// A new database and settings for the demo with its town.
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, "[log]\nfilter = \"warn\"\n").await
    }

    /// The same with more settings.
    pub async fn with(engine: Engine, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = database::fresh(engine, folder.path()).await;
        let site = site::fake(folder.path());
        let keys = folder.path().join("keys.toml");
        std::fs::write(&keys, service::keys::KeyRing::new_file("kill").unwrap()).unwrap();
        let settings = format!(
            "mode = \"demo\"\n[http]\nlisten = \"127.0.0.1:0\"\nsite = \"{}\"\n[database]\nurl = \"{url}\"\n[keys]\nfile = \"{}\"\n{more}",
            site.display(),
            keys.display()
        );
        std::fs::write(folder.path().join("settings.toml"), settings).unwrap();
        Self { engine, url, folder }
    }

    /// Starts the process and waits until it is ready.
    pub async fn start(&self) -> Portal {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("log")).unwrap();
        let mut command = Command::new(program());
        command.args(["--config", "settings.toml", "serve"]).current_dir(self.folder.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).kill_on_drop(true).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = async {
            while let Some(line) = lines.next_line().await.unwrap() {
                if let Some(address) = line.strip_prefix("Meedoen is ready: http://") {
                    return address.parse().unwrap();
                }
            }
            panic!("the portal does not start:\n{}", std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default());
        };
        let address = tokio::time::timeout(Duration::from_secs(120), ready).await.expect("the portal is ready within two minutes");
        Portal { child, address }
    }

    /// Everything that the processes logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Some residents of the town, each signed in on a phone of their own.
    pub async fn residents(&self, portal: &Portal, most: usize) -> Vec<Ledger> {
        let ids = database::texts(
            &self.url,
            "SELECT id FROM resident WHERE route = 'whole' AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.resident = resident.id) ORDER BY id",
        )
        .await;
        let mut all = Vec::new();
        for id in ids.into_iter().take(most) {
            let mut client = Client::new(portal.address);
            assert_eq!(client.post("/session/demo", &[("person", &id)]).await.status, 303);
            let sent = database::number(&self.url, &format!("SELECT COUNT(*) FROM scan WHERE resident = '{id}'")).await;
            all.push(Ledger::new(id, client, sent));
        }
        assert_eq!(all.len(), most);
        all
    }
}

impl Portal {
    /// SIGKILL: no chance to finish anything.
    pub async fn kill(mut self) {
        self.stop().await;
    }

    /// The same, of a process that stays where it is until another takes its place.
    pub async fn stop(&mut self) {
        self.child.kill().await.unwrap();
    }
}
