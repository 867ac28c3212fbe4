//! A PostgreSQL of one's own for tests: a new cluster in a temporary folder, on a socket and a loopback port.

use crate::tools;
use anyhow::{Context as _, Result, bail};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// A running cluster; stops when dropped.
pub struct Postgres {
    folder: PathBuf,
    bin: PathBuf,
    /// Address of its database.
    pub url: String,
}

/// Where Debian and others put the server's programs.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().filter_map(Result::ok).map(|e| e.path().join("bin"));
    let mut found: Vec<PathBuf> = debian
        .chain([PathBuf::from("/usr/local/bin"), PathBuf::from("/usr/bin"), PathBuf::from("/opt/homebrew/bin")])
        .filter(|p| p.join("initdb").exists() && p.join("pg_ctl").exists())
        .collect();
    found.sort();
    found.pop()
}

/// A command as a user who is not root: PostgreSQL refuses to run as root.
fn unprivileged(program: &Path) -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    if root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

impl Postgres {
    /// Starts a cluster; installs the server where it may.
    pub fn start() -> Result<Self> {
        if programs().is_none() {
            tools::debian("postgresql", "PostgreSQL")?;
        }
        let bin = programs().context("PostgreSQL was installed, but its programs are not where they are expected")?;
        tools::say("starting a PostgreSQL for the tests");
        let folder = std::env::temp_dir().join(format!("meedoen-postgres-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        // The cluster belongs to whoever runs it; below root that is the user `postgres`.
        let _ = Command::new("chown").arg("postgres").arg(&folder).status();
        let data = folder.join("data");
        quiet(unprivileged(&bin.join("initdb")).arg("-D").arg(&data).args(["-U", "portal", "--auth=trust", "-E", "UTF8", "--no-locale"]))?;
        // Between finding a free port and taking it somebody else can take it: then another one.
        let mut tries = 5;
        let port = loop {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let options = format!("-p {port} -k {} -c listen_addresses=127.0.0.1 -c max_connections=200", folder.display());
            tries -= 1;
            match quiet(unprivileged(&bin.join("pg_ctl")).arg("-D").arg(&data).arg("-l").arg(folder.join("log")).args(["-w", "-o", &options, "start"])) {
                Ok(()) => break port,
                Err(error) if tries == 0 => return Err(error),
                Err(_) => {}
            }
        };
        Ok(Self { folder, bin, url: format!("postgres://portal@127.0.0.1:{port}/postgres") })
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = quiet(unprivileged(&self.bin.join("pg_ctl")).arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "stop"]));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn quiet(command: &mut Command) -> Result<()> {
    let output = command.current_dir("/").output().with_context(|| format!("cannot run {command:?}"))?;
    if !output.status.success() {
        bail!("failed: {command:?}\n{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// Runs a command with the address of a fresh PostgreSQL in its environment.
pub fn with(root: &Path, args: &[String]) -> Result<ExitCode> {
    let args: Vec<&String> = args.iter().skip_while(|a| *a == "--").collect();
    let Some((program, rest)) = args.split_first() else { bail!("name a command to run") };
    let postgres = Postgres::start()?;
    let status = Command::new(program).args(rest.iter()).current_dir(root).env("TEST_POSTGRES", &postgres.url).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
