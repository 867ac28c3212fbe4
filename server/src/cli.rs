//! The command line of `portal`.

use crate::{config, startup, telemetry};
use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand};
use service::content::Content;
use service::db::Db;
use service::keys::KeyRing;
use std::path::PathBuf;

/// Meedoen, the resident portal.
#[derive(Debug, Parser)]
#[command(name = "portal", version, about)]
pub struct Cli {
    /// The settings file (TOML). Without one: defaults and the environment.
    #[arg(long, short, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal.
    Serve {
        /// In the demo: start without the invented town.
        #[arg(long)]
        empty: bool,
    },
    /// Bring the database to the newest version.
    Migrate,
    /// Questions and texts.
    #[command(subcommand)]
    Content(ContentCommand),
    /// Master keys.
    #[command(subcommand)]
    Keys(KeysCommand),
}

#[derive(Debug, Subcommand)]
enum ContentCommand {
    /// Check all content: file, line and reason of everything that is wrong.
    Check,
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// Print a new key file.
    New {
        /// The id of the master key in it.
        #[arg(long, default_value = "1")]
        id: String,
    },
}

/// Runs a command.
///
/// # Errors
/// What went wrong, for the person at the shell.
pub async fn run(cli: Cli) -> Result<()> {
    if let Command::Keys(KeysCommand::New { id }) = &cli.command {
        print!("{}", KeyRing::new_file(id)?);
        return Ok(());
    }
    let settings = config::load(cli.config.as_deref())?;
    match cli.command {
        Command::Serve { empty } => {
            telemetry::start(&settings.log)?;
            startup::serve(settings, !empty).await
        }
        Command::Migrate => {
            startup::prepare_folder(&settings.database.url)?;
            let db = Db::open(&settings.database.url).await.with_context(|| "database.url")?;
            db.close().await;
            println!("The database is at the newest version.");
            Ok(())
        }
        Command::Content(ContentCommand::Check) => match Content::load(&settings) {
            Ok(content) => {
                println!("The content holds together: {} questions, version {}.", content.intake.questions().count(), content.version);
                Ok(())
            }
            Err(findings) => {
                for finding in &findings {
                    println!("{finding}");
                }
                bail!("{} findings", findings.len())
            }
        },
        Command::Keys(KeysCommand::New { .. }) => Ok(()),
    }
}
