//! The two commands of the project: `cargo portal` builds everything and serves the demo, `cargo verify` runs every
//! test. It knows how things are built, never what they do.

mod browser;
mod css;
mod postgres;
mod site;
mod size;
mod tools;
mod verify;
mod wasm;

use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "cargo portal [--release] [arguments of `portal`]   build everything and serve the demo (or run another subcommand)
cargo verify [--quick]                              run every test (--quick: without the browser's)
cargo xtask site                                    build style sheets, scripts and icons only
cargo xtask postgres -- COMMAND                     run a command with a PostgreSQL of its own
cargo xtask browser [--all]                         run the browser's tests only (--all: every question)
cargo xtask lighthouse                              measure the release server's pages with Lighthouse
cargo xtask nu                                      check every screen with the Nu HTML checker (needs Java)
cargo xtask calculator-speed                        measure the calculator on a slowed-down phone
cargo xtask screenshots                             take the pictures of the README again";

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
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("`{other}` is no command\n{HELP}"),
    }
}

/// Builds everything, then runs `portal` with the demo's settings.
fn portal(root: &PathBuf, mut args: Vec<String>) -> Result<ExitCode> {
    let release = args.first().is_some_and(|a| a == "--release");
    if release {
        args.remove(0);
    }
    site::build(root)?;
    let binary = tools::portal(root, release)?;
    let subcommand = args.first().is_some_and(|a| !a.starts_with('-'));
    if !subcommand {
        args.insert(0, "serve".into());
    }
    let status = tools::command(&binary).current_dir(root).arg("--config").arg("server/demo.toml").args(&args).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The root of the workspace.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}
