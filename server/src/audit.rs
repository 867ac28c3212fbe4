//! `portal audit`, `retention`, `sessions`: check the log of access and hand it out, keep what was promised, sign people out.

use crate::startup;
use anyhow::{Result, bail};
use service::access::Fault;
use service::clock::SystemClock;
use service::settings::Settings;
use std::io::Write as _;
use std::sync::Arc;

pub async fn verify(settings: Settings, known: &[String]) -> Result<()> {
    let service = startup::look(settings, Arc::new(SystemClock)).await?;
    let told = service.verify_access_log(known).await?;
    service.db.close().await;
    for fault in &told.faults {
        match fault {
            Fault::Changed(chain, number) => println!("{chain} line {number}: changed"),
            Fault::Gap(chain, number) => println!("{chain}: lines before {number} are gone"),
            Fault::Untied(chain) => println!("{chain}: the line that it was tied to is gone, with everything behind it"),
            Fault::Empty => println!("there are residents, and not one line"),
            Fault::Missing(hash) => println!("{hash}: this line was there and is gone"),
        }
    }
    println!("{} lines in {} chains. The newest line is {}", told.lines, told.chains, told.head);
    if told.faults.is_empty() { Ok(()) } else { bail!("{} places where the log is not what was written", told.faults.len()) }
}

pub async fn export(settings: Settings) -> Result<()> {
    let service = startup::look(settings, Arc::new(SystemClock)).await?;
    let (mut chain, mut number) = (String::new(), 0);
    let mut out = std::io::stdout().lock();
    loop {
        let lines = service.access_lines(&chain, number).await?;
        let Some(last) = lines.last() else { break };
        (chain, number) = (last.chain.clone(), last.number);
        for line in &lines {
            writeln!(out, "{}", line.as_processing(&service.keys)?)?;
        }
    }
    service.db.close().await;
    Ok(())
}

pub async fn retention(settings: Settings, dry: bool) -> Result<()> {
    let service = startup::open(settings, Arc::new(SystemClock)).await?;
    let swept = service.sweep_retention(dry).await?;
    let lines = service.cut_access_log(dry).await?;
    service.db.close().await;
    let would = if dry { "would be: " } else { "" };
    println!(
        "{would}{} told, {} deleted, {} waiting for their day, {lines} old lines of the log of access taken out",
        swept.told, swept.deleted, swept.waiting
    );
    Ok(())
}

pub async fn end_sessions(settings: Settings, person: Option<&str>) -> Result<()> {
    let service = startup::look(settings, Arc::new(SystemClock)).await?;
    let ended = service.end_sessions(person).await?;
    service.db.close().await;
    println!("{ended} sessions ended");
    Ok(())
}

pub async fn erase_again(settings: Settings, resident: &str) -> Result<()> {
    let service = startup::look(settings, Arc::new(SystemClock)).await?;
    let erased = service.erase_again(resident).await;
    service.db.close().await;
    match erased {
        Ok(()) => println!("nothing of this resident is left"),
        Err(service::Error::NotFound) => bail!("there is no such resident (any more)"),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
