//! The log of access: who did what with whose data, when and from where; never content.
//!
//! One line for each time that somebody opened a file or was refused. Lines form a chain for each process and day: the hash of
//! a line is keyed and covers the line before, so that nothing can be taken out or changed unseen. What somebody else than the
//! resident does is in the store before they see anything; the resident's own lines follow within a quarter of a second.

mod cut;
mod line;
mod reason;
mod verify;
mod view;

pub use line::{Line, Outcome};
pub use verify::{Fault, Verified};
pub use view::Look;

use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use line::insert;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long the resident's own lines wait for company.
const WAIT: Duration = Duration::from_millis(250);

/// Lines that wait, and the end of this process's chain.
#[derive(Default)]
pub struct AccessLog {
    waiting: Mutex<Vec<Line>>,
    chain: tokio::sync::Mutex<Chain>,
}

#[derive(Default, Clone)]
struct Chain {
    day: String,
    id: String,
    number: i64,
    last: String,
}

/// The network that an address belongs to, for counting: whoever has one IPv6 address has the 2^64 around it.
#[must_use]
pub fn network(origin: &str) -> String {
    match origin.parse::<std::net::Ipv6Addr>() {
        Ok(address) => std::net::Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
        Err(_) => origin.to_owned(),
    }
}

impl AccessLog {
    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Line>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Service {
    /// The same use cases, for a request that came from `origin`.
    #[must_use]
    pub fn asked_from(&self, origin: &str) -> Self {
        Self { origin: origin.into(), ..self.clone() }
    }

    /// Writes down what `actor` did with the data of `resident`.
    pub(crate) async fn log_access(&self, actor: &Actor, activity: &str, resident: &str, outcome: Outcome) -> Result<()> {
        let line = Line {
            at: self.clock.now(),
            person: actor.person.clone(),
            role: actor.role.as_str().to_owned(),
            activity: activity.to_owned(),
            // What is no id of ours came from an address, and is nobody's.
            resident: if resident.len() == 32 && resident.bytes().all(|b| b.is_ascii_hexdigit()) { resident.to_owned() } else { String::new() },
            outcome,
            origin: self.origin.to_string(),
            ..Line::default()
        };
        let own = actor.person == resident;
        if !own {
            return self.log_line(line).await;
        }
        let first = {
            let mut waiting = self.access.waiting();
            waiting.push(line);
            waiting.len() == 1
        };
        if first {
            let service = self.clone();
            tokio::spawn(async move {
                tokio::time::sleep(WAIT).await;
                // What could not be written waits for the next one, which says so.
                let _ = service.flush_access_log().await;
            });
        }
        Ok(())
    }

    /// Writes a line at once.
    async fn log_line(&self, line: Line) -> Result<()> {
        self.access.waiting().push(line);
        self.flush_access_log().await
    }

    pub(crate) async fn log_action(&self, actor: &Actor, action: Action, resident: &str, outcome: Outcome) -> Result<()> {
        self.log_access(actor, &action.name(), resident, outcome).await
    }

    /// Writes every line that waits.
    ///
    /// # Errors
    /// [`Error::Busy`] when the store does not take them; they go on waiting.
    pub async fn flush_access_log(&self) -> Result<()> {
        let mut chain = self.access.chain.lock().await;
        let mut lines = std::mem::take(&mut *self.access.waiting());
        if lines.is_empty() {
            return Ok(());
        }
        let mut next = match self.chain_of_today(&chain).await {
            Ok(next) => next,
            Err(error) => return Err(self.put_back(lines, &error)),
        };
        for line in &mut lines {
            next.number += 1;
            line.chain.clone_from(&next.id);
            line.number = next.number;
            line.before = std::mem::take(&mut next.last);
            line.hash = line.hashed(&self.keys);
            next.last.clone_from(&line.hash);
        }
        let written = lines.clone();
        let done = self.db.write(move |tx| Box::pin(async move { insert(tx, &written).await })).await;
        match done {
            Ok(()) => {
                *chain = next;
                Ok(())
            }
            Err(error) => Err(self.put_back(lines, &error)),
        }
    }

    fn put_back(&self, mut lines: Vec<Line>, error: &Error) -> Error {
        tracing::error!(%error, lines = lines.len(), "the log of access cannot be written");
        let mut waiting = self.access.waiting();
        lines.append(&mut waiting);
        *waiting = lines;
        Error::Busy
    }

    /// The chain to go on with: a new one for each day, tied to the newest line there is.
    async fn chain_of_today(&self, chain: &Chain) -> Result<Chain> {
        let day = self.clock.today().to_string();
        if chain.day == day {
            return Ok(chain.clone());
        }
        let last = if chain.last.is_empty() {
            let newest: Option<(String,)> =
                sqlx::query_as("SELECT hash FROM access_log ORDER BY at DESC, number DESC LIMIT 1").fetch_optional(self.db.read()).await?;
            newest.map(|(hash,)| hash).unwrap_or_default()
        } else {
            chain.last.clone()
        };
        Ok(Chain { id: format!("{day}/{}", crate::new_id()), day, number: 0, last })
    }
}
