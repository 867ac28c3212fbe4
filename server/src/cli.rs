//! The command line of `portal`.

use crate::backend::{self, BackendCommand, Simulated};
use crate::{audit, calculate, config, doctor, keys, parameters, startup, telemetry, what_if};
use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand};
use rules::Day;
use service::content::{Content, EASY, Source, readability};
use service::db::Db;
use service::keys::KeyRing;
use std::path::PathBuf;
use std::process::ExitCode;

/// Meedoen, the resident portal.
#[derive(Debug, Parser)]
#[command(name = "portal", version, about)]
pub struct Cli {
    /// A settings file (TOML); given again, each is laid over the one before. Without one: defaults and the environment.
    #[arg(long, short, global = true)]
    config: Vec<PathBuf>,
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
    /// Is this set up so that real people may use it? Everything that is wrong; asks the providers too.
    Doctor,
    /// Tell residents what will be deleted, and delete what was told long enough ago; the portal does so every hour.
    Retention {
        /// Only count.
        #[arg(long)]
        dry_run: bool,
    },
    /// Delete everything of a resident, for good: of one who was erased after the backup was made that is restored now.
    EraseAgain {
        /// The id of the log of access and of the line in `erasure`.
        resident: String,
    },
    /// The log of access.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Who is signed in.
    #[command(subcommand)]
    Sessions(SessionsCommand),
    /// Calculate situations: JSON lines in, JSON lines out.
    Calculate {
        /// The file with situations; standard input without it.
        #[arg(long)]
        input: Option<PathBuf>,
        /// Add the amounts at 0 to 40 hours.
        #[arg(long)]
        curve: bool,
    },
    /// Check worked cases.
    CheckCases {
        /// The file with cases.
        file: PathBuf,
    },
    /// The connection with the municipality's systems.
    #[command(subcommand)]
    Backend(BackendCommand),
    /// The simulated municipal backend, for trials and tests.
    BackendSim(Simulated),
    /// The dated amounts of the calculator.
    #[command(subcommand)]
    Parameters(ParametersCommand),
    /// Count, of a file of situations, who would keep little of each extra euro: now, after the months, under the next law.
    WhatIf {
        /// The file with situations, as `calculate` reads them.
        file: PathBuf,
        #[command(flatten)]
        asked: what_if::Asked,
    },
}

#[derive(Debug, Subcommand)]
enum ParametersCommand {
    /// Everything that differs between two days.
    Diff {
        /// The earlier day, such as 2026-01-01.
        #[arg(value_parser = parameters::day)]
        before: Day,
        /// The later day, such as 2026-07-01.
        #[arg(value_parser = parameters::day)]
        after: Day,
    },
    /// Everything that stands on a day.
    List {
        /// The day; today without it.
        #[arg(long, value_parser = parameters::day)]
        date: Option<Day>,
    },
    /// Check a municipality's own file: file, line and reason of everything that is wrong.
    Check {
        /// The file, with the columns of the national one.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Check every line and every chain. Prints the hash of the newest line: keep it elsewhere, and give it the next time.
    Verify {
        /// A hash that was printed before: it must still be there.
        #[arg(long)]
        known: Vec<String>,
    },
    /// Print the log as JSON lines, in the form of the Dutch standard (Logboek dataverwerkingen).
    Export,
}

#[derive(Debug, Subcommand)]
enum SessionsCommand {
    /// Sign everybody out at once, or one person.
    End {
        /// Only this person, by the id of the log of access.
        #[arg(long, value_parser = clap::builder::NonEmptyStringValueParser::new())]
        person: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
enum ContentCommand {
    /// Check all content: file, line and reason of everything that is wrong.
    Check,
    /// Measure how easy the Dutch texts for residents are to read; an error when a file is too hard.
    Readability,
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// Print a new key file.
    New {
        /// The id of the master key in it.
        #[arg(long, default_value = "1")]
        id: String,
    },
    /// Add a master key to a key file and make it the current one. A portal that reads this very file finds it by itself; one with a
    /// copy (a credential of systemd, the environment) has to be started again before `rotate`.
    Add {
        /// The key file.
        file: PathBuf,
        /// The id of the new key.
        #[arg(long)]
        id: String,
    },
    /// Wrap every resident's data key with the current master key; the portal may run meanwhile. Run it again to go on.
    Rotate,
    /// Which master keys are needed to read the database, and which are missing.
    Status,
}

/// Runs a command.
///
/// # Errors
/// What went wrong, for the person at the shell.
pub async fn run(cli: Cli) -> Result<ExitCode> {
    match &cli.command {
        Command::Keys(KeysCommand::New { id }) => print!("{}", KeyRing::new_file(id)?),
        Command::Keys(KeysCommand::Add { file, id }) => keys::add(file, id)?,
        Command::Calculate { input, curve } => calculate::lines(input.as_deref(), *curve)?,
        Command::CheckCases { file } => return calculate::cases(file),
        Command::Parameters(ParametersCommand::Diff { before, after }) => parameters::diff(*before, *after)?,
        Command::Parameters(ParametersCommand::List { date }) => parameters::list(*date)?,
        Command::Parameters(ParametersCommand::Check { file }) => return parameters::check(file),
        Command::WhatIf { file, asked } => what_if::tables(file, *asked)?,
        Command::BackendSim(_) => {
            if let Command::BackendSim(options) = cli.command {
                backend::simulate(options).await?;
            }
        }
        _ => with_settings(cli).await?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs a command that needs the settings.
async fn with_settings(cli: Cli) -> Result<()> {
    let settings = config::load(&cli.config)?;
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
        Command::Content(ContentCommand::Readability) => {
            let source =
                Source::of(&settings).map_err(|findings| anyhow::anyhow!("{}", findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
            let files = readability(&source);
            println!("{:<24} {:>6} {:>9} {:>8} {:>6}", "file", "words", "sentence", "longest", "score");
            for file in &files {
                println!("{:<24} {:>6} {:>9.1} {:>8} {:>6.1}", file.file, file.words, file.mean, file.longest, file.score);
            }
            let hard = files.iter().filter(|file| file.score < EASY).count();
            if hard > 0 { bail!("{hard} files score below {EASY}") } else { Ok(()) }
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
        Command::Audit(AuditCommand::Verify { known }) => audit::verify(settings, &known).await,
        Command::Doctor => doctor::examine(settings).await,
        Command::Retention { dry_run } => audit::retention(settings, dry_run).await,
        Command::EraseAgain { resident } => audit::erase_again(settings, &resident).await,
        Command::Sessions(SessionsCommand::End { person }) => audit::end_sessions(settings, person.as_deref()).await,
        Command::Audit(AuditCommand::Export) => audit::export(settings).await,
        Command::Keys(KeysCommand::Rotate) => keys::rotate(settings).await,
        Command::Keys(KeysCommand::Status) => keys::status(settings).await,
        Command::Backend(command) => backend::run(&command, &settings).await,
        Command::BackendSim(_)
        | Command::Keys(_)
        | Command::Calculate { .. }
        | Command::CheckCases { .. }
        | Command::Parameters(_)
        | Command::WhatIf { .. } => Ok(()),
    }
}
