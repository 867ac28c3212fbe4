//! `portal calculate` and `portal check-cases`: the calculator for machines. JSON lines in, JSON lines out.

use anyhow::{Context as _, Result};
use rules::machine::{Options, answer_bytes, check_cases};
use std::io::{BufRead, BufReader, BufWriter, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// How much answer text is gathered before it is written, in bytes.
const CHUNK: usize = 64 * 1024;

/// Answers one line per situation, in order. A wrong line is answered with its error and the run goes on.
///
/// # Errors
/// Only when the input cannot be read or the output cannot be written.
pub fn lines(input: Option<&Path>, curve: bool) -> Result<()> {
    let source: Box<dyn Read> = match input {
        Some(path) => Box::new(std::fs::File::open(path).with_context(|| path.display().to_string())?),
        None => Box::new(std::io::stdin().lock()),
    };
    let mut source = BufReader::with_capacity(CHUNK, source);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut line, mut answers) = (Vec::new(), String::with_capacity(2 * CHUNK));
    loop {
        line.clear();
        if source.read_until(b'\n', &mut line).context("the input")? == 0 {
            break;
        }
        if answer_bytes(&line, Options { curve }, &mut answers) {
            answers.push('\n');
        }
        if answers.len() > CHUNK {
            out.write_all(answers.as_bytes())?;
            answers.clear();
        }
    }
    out.write_all(answers.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Checks worked cases and prints what came of them.
///
/// # Errors
/// When the output cannot be written.
pub fn cases(file: &Path) -> Result<ExitCode> {
    let Ok(text) = std::fs::read_to_string(file) else {
        eprintln!("portal: {} cannot be read", file.display());
        return Ok(ExitCode::from(2));
    };
    let report = check_cases(&text);
    println!("{}", report.to_string().trim_end());
    Ok(ExitCode::from(report.exit_code()))
}
