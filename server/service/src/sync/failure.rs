//! What a failed call means, and what to do about it (contract, section 8).

use std::time::Duration;

/// Why a call did not give a result. Codes only: texts of the backend may repeat values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It never left: connection, name or TLS. Sending it again is safe.
    NotSent(&'static str),
    /// It may have arrived: a time-out, a cut connection, 5xx, an answer that cannot be read. Look it up first.
    Unknown(String),
    /// Something with this key is there already, probably our own earlier try. Look it up.
    Taken(String),
    /// The backend's clock is behind ours. The same again later.
    Clock,
    /// Our fault, or a type or schema that changed. Stop and tell somebody.
    Refused(String),
    /// Credentials or rights. Nothing goes to that API until they are right again.
    Credentials(String),
    /// The case was closed meanwhile.
    Closed,
    /// What we know by its address is not there any more.
    Removed,
    /// Too much at once: as long as told.
    Later(Duration),
}

impl Failure {
    /// The code for the screen and the log.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::NotSent(code) => (*code).to_owned(),
            Self::Unknown(code) | Self::Taken(code) | Self::Refused(code) | Self::Credentials(code) => code.clone(),
            Self::Clock => "date-in-future".to_owned(),
            Self::Closed => "closed".to_owned(),
            Self::Removed => "removed".to_owned(),
            Self::Later(_) => "busy".to_owned(),
        }
    }
}

const FIRST: u64 = 10_000;
const LONGEST: u64 = 3_600_000;

/// How long to wait after `attempts` failures in a row, in milliseconds: from 10 seconds to an hour, a third more or less
/// so that those who failed together do not come back together.
#[must_use]
pub fn backoff(attempts: i64) -> i64 {
    let doubled = FIRST.saturating_mul(1 << attempts.clamp(0, 10));
    let base = doubled.min(LONGEST);
    i64::try_from(base * 2 / 3 + fastrand::u64(0..=base * 2 / 3)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_to_an_hour_and_differs() {
        for (attempts, base) in [(0, 10_000), (1, 20_000), (5, 320_000), (9, 3_600_000), (1_000, 3_600_000)] {
            let waits: Vec<i64> = (0..50).map(|_| backoff(attempts)).collect();
            assert!(waits.iter().all(|wait| (base * 2 / 3..=base * 4 / 3).contains(wait)), "{attempts}: {waits:?}");
            assert!(waits.iter().any(|wait| *wait != waits[0]));
        }
    }
}
