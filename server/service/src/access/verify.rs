//! Reads the whole log and tells where it is not what was written.

use super::line::{COLUMNS, Line, Row};
use crate::{Result, Service};
use sqlx::AssertSqlSafe;
use std::collections::HashSet;

/// Lines that are read at a time.
const PAGE: i64 = 5_000;

/// What is wrong with a line: its chain and number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It was changed, or made by somebody without the key.
    Changed(String, i64),
    /// Lines before it are gone.
    Gap(String, i64),
    /// A whole chain, or the end of one, is gone: the first line of this chain was tied to it.
    Untied(String),
    /// A line that was known to be there is not.
    Missing(String),
    /// There are residents, and nobody ever did anything.
    Empty,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many lines.
    pub lines: u64,
    /// How many chains.
    pub chains: u64,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// The hash of the newest line: kept elsewhere, it proves later that nothing behind it was cut off.
    pub head: String,
}

/// Sixteen bytes of a hash tell it from a million others.
fn short(hash: &str) -> u128 {
    u128::from_str_radix(hash.get(..32).unwrap_or_default(), 16).unwrap_or_default()
}

impl Service {
    /// Lines of the log in the order of their chains, after the line `number` of `chain`.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn access_lines(&self, chain: &str, number: i64) -> Result<Vec<Line>> {
        let sql = format!("SELECT {COLUMNS} FROM access_log WHERE (chain, number) > ($1, $2) ORDER BY chain, number LIMIT {PAGE}");
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql)).bind(chain).bind(number).fetch_all(self.db.read()).await?;
        Ok(rows.into_iter().map(Line::from).collect())
    }

    /// Checks every line. `known` are hashes that were told before and must be there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn verify_access_log(&self, known: &[String]) -> Result<Verified> {
        let (mut told, mut all, mut firsts) = (Verified::default(), HashSet::new(), Vec::new());
        let mut last = Line::default();
        let mut newest = (i64::MIN, 0);
        loop {
            let lines = self.access_lines(&last.chain, last.number).await?;
            if lines.is_empty() {
                break;
            }
            for line in lines {
                told.lines += 1;
                all.insert(short(&line.hash));
                if line.hash != line.hashed(&self.keys) {
                    told.faults.push(Fault::Changed(line.chain.clone(), line.number));
                }
                if line.chain != last.chain {
                    told.chains += 1;
                    firsts.push((line.chain.clone(), line.before.clone()));
                    if line.number != 1 {
                        told.faults.push(Fault::Gap(line.chain.clone(), line.number));
                    }
                } else if line.number != last.number + 1 || line.before != last.hash {
                    told.faults.push(Fault::Gap(line.chain.clone(), line.number));
                }
                if (line.at, line.number) >= newest {
                    newest = (line.at, line.number);
                    told.head.clone_from(&line.hash);
                }
                last = line;
            }
        }
        // What was tied to a line that was kept long enough is tied to what was written down about it.
        all.extend(self.cuts().await?.iter().map(|hash| short(hash)));
        let untied = firsts.into_iter().filter(|(_, before)| !before.is_empty() && !all.contains(&short(before)));
        told.faults.extend(untied.map(|(chain, _)| Fault::Untied(chain)));
        told.faults.extend(known.iter().filter(|hash| !all.contains(&short(hash))).map(|hash| Fault::Missing(hash.clone())));
        if told.lines == 0 && self.counts().await?.residents > 0 {
            told.faults.push(Fault::Empty);
        }
        Ok(told)
    }
}
