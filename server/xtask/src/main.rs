//! The two commands of the project: `cargo portal` builds everything and serves the demo, `cargo verify` runs every
//! test. It knows how things are built, never what they do.

mod browser;
mod css;
mod postgres;
mod site;
mod size;
mod supply;
mod tools;
mod verify;
mod wasm;

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitCode};

const HELP: &str = "cargo portal [--release] [arguments of `portal`]   build everything and serve the demo (or run another subcommand)
cargo portal --oidc [...]                          the same, with sign-in at a local OpenID provider
cargo verify [--quick]                              run every test (--quick: without the browser's)
cargo xtask site                                    build style sheets, scripts and icons only
cargo xtask postgres -- COMMAND                     run a command with a PostgreSQL of its own
cargo xtask browser [--all]                         run the browser's tests only (--all: every question)
cargo xtask lighthouse                              measure the release server's pages with Lighthouse
cargo xtask nu                                      check every screen with the Nu HTML checker (needs Java)
cargo xtask calculator-speed                        measure the calculator on a slowed-down phone
cargo xtask screenshots                             take the pictures of the README again
cargo xtask sbom [FILE]                             write what the portal is made of (CycloneDX) to target/meedoen.cdx.json
cargo xtask supply                                  check licences, and advisories where a database is at hand";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Vec<String>) -> Result<ExitCode> {
    let root = root();
    let command = if args.is_empty() { String::new() } else { args.remove(0) };
    match command.as_str() {
        "portal" => portal(&root, args),
        "verify" => verify::all(&root, args.iter().any(|a| a == "--quick")).map(|()| ExitCode::SUCCESS),
        "site" => site::build(&root).map(|_| ExitCode::SUCCESS),
        "postgres" => postgres::with(&root, &args),
        "browser" => browser::test(&root, args.iter().any(|a| a == "--all")).map(|()| ExitCode::SUCCESS),
        "lighthouse" => browser::lighthouse(&root).map(|()| ExitCode::SUCCESS),
        "nu" => browser::nu(&root).map(|()| ExitCode::SUCCESS),
        "calculator-speed" => browser::script(&root, "calculator-speed.mjs", true).map(|()| ExitCode::SUCCESS),
        "screenshots" => browser::script(&root, "screenshots.mjs", false).map(|()| ExitCode::SUCCESS),
        "sbom" => supply::write(&root, args.first().map(PathBuf::from)).map(|()| ExitCode::SUCCESS),
        "supply" => supply::check(&root).map(|()| ExitCode::SUCCESS),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("`{other}` is no command\n{HELP}"),
    }
}

/// Builds everything, then runs `portal` with the demo's settings; with `--oidc` beside a local OpenID provider.
fn portal(root: &Path, mut args: Vec<String>) -> Result<ExitCode> {
    let mut take = |name: &str| args.iter().position(|a| a == name).map(|at| args.remove(at)).is_some();
    let (release, oidc) = (take("--release"), take("--oidc"));
    site::build(root)?;
    let binary = tools::portal(root, release)?;
    let subcommand = args.first().is_some_and(|a| !a.starts_with('-'));
    if !subcommand {
        args.insert(0, "serve".into());
    }
    let mut portal = tools::command(&binary);
    portal.current_dir(root).args(["--config", "server/demo.toml"]);
    let mut provider = None;
    if oidc {
        portal.args(["--config", "server/demo-oidc.toml"]);
        provider = Some(oidc_provider(root)?);
    }
    let status = portal.args(&args).status();
    if let Some(mut provider) = provider {
        let _ = provider.kill();
        let _ = provider.wait();
    }
    Ok(if status?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Starts the provider that `server/demo-oidc.toml` names.
fn oidc_provider(root: &Path) -> Result<Child> {
    let folder = root.join("tests/oidc");
    tools::npm(&folder)?;
    Ok(tools::command("node").current_dir(folder).args(["provider.mjs", "3002", "http://127.0.0.1:3000"]).spawn()?)
}

/// The root of the workspace.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}
